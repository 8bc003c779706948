package licences

import (
	"errors"
	"os"
	"strings"
	"testing"
)

const notices = "../../THIRD-PARTY-NOTICES.md"

func TestThePageOfTheProgramIsReadWhole(t *testing.T) {
	page, err := os.ReadFile(notices)
	if err != nil {
		t.Fatal(err)
	}
	components, err := Read(string(page))
	if err != nil {
		t.Fatal(err)
	}
	byName := map[string]Component{}
	for _, c := range components {
		byName[c.Name] = c
		if c.Licence == "" || strings.Contains(c.Licence, "see below") {
			t.Errorf("%s has the licence %q", c.Name, c.Licence)
		}
	}
	for name, want := range map[string]string{
		"Go standard library":                       "Redistribution and use in source and binary forms",
		"fyne.io/fyne/v2":                           "Fyne.io developers",
		"github.com/dgraph-io/badger/v4":            "Apache License",
		"github.com/go-gl/glfw/v3.4/glfw":           "Marcus Geelnard",
		"golang.org/x/sys":                          "Google LLC",
		"Noto Sans":                                 "SIL OPEN FONT LICENSE",
		"TeX hyphenation patterns":                  "The LaTeX Project Public License",
		"mingw-w64 runtime, in the Windows program": "the mingw-w64 project",
		"GCC runtime library":                       "GCC RUNTIME LIBRARY EXCEPTION",
	} {
		var all strings.Builder
		for _, text := range byName[name].Texts {
			all.WriteString(text.Body)
		}
		if !strings.Contains(all.String(), want) {
			t.Errorf("%s has no licence with %q", name, want)
		}
	}
	if fyne := byName["fyne.io/fyne/v2"]; len(fyne.Texts) < 4 || !strings.HasPrefix(fyne.Version, "v2.") {
		t.Errorf("Fyne has %d texts, version %s: its fonts have licences of their own", len(fyne.Texts), fyne.Version)
	}
}

func TestATextStandsAsItsAuthorWroteIt(t *testing.T) {
	components, err := Read("| component | version | licence |\n|---|---|---|\n| example.org/a | v1 | MIT |\n| Font |  | OFL-1.1 |\n" +
		"\n## Licences\n\n### example.org/a (LICENSE), Font (OFL.txt)\n\n    First\n\n        indented\n    last\n")
	if err != nil {
		t.Fatal(err)
	}
	const want = "First\n\n    indented\nlast"
	for _, c := range components {
		if len(c.Texts) != 1 || c.Texts[0].Body != want {
			t.Errorf("%s: %q", c.Name, c.Texts)
		}
	}
	if !components[1].Matches("ofl FONT") || components[1].Matches("ofl mit") {
		t.Error("words are found wrongly")
	}
}

func TestOtherPagesAreRefused(t *testing.T) {
	for name, page := range map[string]string{
		"nothing":                "",
		"no texts":               "|---|---|---|\n| a | v1 | MIT |\n",
		"a text of nobody":       "|---|---|---|\n| a | v1 | MIT |\n\n### b (LICENSE)\n\n    x\n",
		"a component without":    "|---|---|---|\n| a | v1 | MIT |\n| b | v1 | MIT |\n\n### a (LICENSE)\n\n    x\n",
		"a heading without file": "|---|---|---|\n| a | v1 | MIT |\n\n### a\n\n    x\n",
	} {
		if _, err := Read(page); !errors.Is(err, ErrMalformed) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add("|---|---|---|\n| a | v1 | MIT |\n\n### a (LICENSE)\n\n    x\n")
	f.Fuzz(func(t *testing.T, page string) {
		components, err := Read(page)
		for _, c := range components {
			if err == nil && len(c.Texts) == 0 {
				t.Errorf("%q has no licence", c.Name)
			}
		}
	})
}
