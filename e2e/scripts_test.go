package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"tavoitekartta/e2e/outcome"
	"tavoitekartta/e2e/stage"
	"tavoitekartta/model/casetest"
)

// TestCommands runs the scripts, each in an empty folder as a new user without a
// display. Beside testscript's own commands they have:
//
//	lastword NAME      puts the last word of the latest answer into $NAME
//	pdftext PDF FILE   writes the PDF's text
//	sayscase PDF       the PDF says every text of the Vaasa 2019–2022 case
//	plain FILE         the file (or stderr) speaks to a person: some words, and
//	                   none of a programmer's
func TestCommands(t *testing.T) {
	folder := t.TempDir()
	stage.Build(t, "tavoitekartta", folder)
	testscript.Run(t, testscript.Params{
		Dir:                 "scripts",
		RequireExplicitExec: true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("PATH", folder+string(filepath.ListSeparator)+env.Getenv("PATH"))
			env.Setenv("HOME", env.WorkDir)
			env.Setenv("LANG", "fi_FI.UTF-8")
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"lastword": lastWord,
			"pdftext":  pdfText,
			"sayscase": saysCase,
			"plain":    plain,
		},
	})
}

func lastWord(script *testscript.TestScript, negated bool, args []string) {
	if negated || len(args) != 1 {
		script.Fatalf("usage: lastword NAME")
	}
	word := outcome.LastWord(script.ReadFile("stdout"))
	if word == "" {
		script.Fatalf("the latest answer has no words")
	}
	script.Setenv(args[0], word)
}

func pdfText(script *testscript.TestScript, negated bool, args []string) {
	if negated || len(args) != 2 {
		script.Fatalf("usage: pdftext PDF FILE")
	}
	text, err := outcome.PaperText(script.MkAbs(args[0]))
	script.Check(err)
	script.Check(os.WriteFile(script.MkAbs(args[1]), []byte(text), 0o600))
}

func saysCase(script *testscript.TestScript, negated bool, args []string) {
	if negated || len(args) != 1 {
		script.Fatalf("usage: sayscase PDF")
	}
	text, err := outcome.PaperText(script.MkAbs(args[0]))
	script.Check(err)
	c, err := casetest.Vaasa2019()
	script.Check(err)
	if missing := outcome.Missing(text, c.Texts()); len(missing) > 0 {
		script.Fatalf("%s does not say:\n%s", args[0], strings.Join(missing, "\n"))
	}
}

// programmersWords are what an error looks like that nobody has put into words.
var programmersWords = []string{"panic:", "goroutine ", "runtime error", "%!", "<nil>", "no such file or directory", "invalid character", "unexpected end of JSON"}

func plain(script *testscript.TestScript, negated bool, args []string) {
	if negated || len(args) != 1 {
		script.Fatalf("usage: plain FILE")
	}
	if fault := notPlain(script.ReadFile(args[0])); fault != "" {
		script.Fatalf("%s: %s", args[0], fault)
	}
}

// notPlain says why a text does not speak to a person, "" when it does.
func notPlain(text string) string {
	if len(strings.Fields(text)) < 3 {
		return fmt.Sprintf("no sentence: %q", text)
	}
	for _, word := range programmersWords {
		if strings.Contains(text, word) {
			return fmt.Sprintf("speaks like a programmer (%s): %s", word, text)
		}
	}
	return ""
}
