package commands_test

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"tavoitekartta/app/texts"
)

// Codes become words by their names, so each code in the sources needs its text.
func TestEveryCodeHasWords(t *testing.T) {
	cases := []struct {
		files, pattern, key string
		atLeast             int
	}{
		{"../../model/*.go", `Code\w+\s+Code\s+= "(\w+)"`, "finding.", 35},
		{"../intake/*.go", `Code\w+\s+model\.Code = "(\w+)"`, "finding.", 15},
		{"../intake/*.go", `expect\w+\s+= "(\w+)"`, "finding.wrongType.", 5},
		{"../translationfile/problem.go", `Code\w+\s+Code = "(\w+)"`, "translation.problem.", 12},
		{"../workflow/translationfile.go", `translationfile\.Code = "(\w+)"`, "translation.problem.", 3},
		{"../../folders.go", `storage\.Err\w+, "(\w+)"`, "error.store.", 8},
		{"../../storage/check.go", `FindingCode = "(\w+)"`, "command.doctor.", 5},
		{"../../model/finding.go", `return "(\w+)"`, "severity.", 4},
	}
	for _, c := range cases {
		var codes []string
		files, err := filepath.Glob(c.files)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			source, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for _, found := range regexp.MustCompile(c.pattern).FindAllStringSubmatch(string(source), -1) {
				codes = append(codes, found[1])
			}
		}
		if len(codes) < c.atLeast {
			t.Errorf("%s: only %d codes found", c.files, len(codes))
		}
		for _, language := range texts.Languages() {
			words, err := texts.Load(language)
			if err != nil {
				t.Fatal(err)
			}
			for _, code := range codes {
				if code != "wrongType" && !words.Has(c.key+code) {
					t.Errorf("%s: no words for %s%s", language, c.key, code)
				}
			}
		}
	}
}

// Whatever words a command line holds, the answer is an answer or a sentence.
func FuzzCommandLine(f *testing.F) {
	for _, line := range []string{"list", "show\x00ID\x00--json", "report\x00--out", "--data-dir\x00\x00list", "--language=sv\x00--", "-h\x00-"} {
		f.Add(line)
	}
	f.Fuzz(func(t *testing.T, line string) {
		a := newDesk(t).give(regexp.MustCompile(`\x00`).Split(line, -1)...)
		if a.outcome.Exit != 0 && a.complaint == "" {
			t.Errorf("%q: exit %d and not a word", line, a.outcome.Exit)
		}
		if programmersWords.MatchString(a.complaint) && !programmersWords.MatchString(line) {
			t.Errorf("%q: %q", line, a.complaint)
		}
	})
}
