package commands_test

import (
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/sys/windows"

	"tavoitekartta/app/commands"
)

// listeningDisplay: Windows always has a screen.
func listeningDisplay(*testing.T) string { return "" }

// ownFolder is where the person's data lie when nothing else is asked for.
func ownFolder(d *desk) string { return filepath.Join(d.dir, "Tavoitekartta") }

// unwritable are the names that Windows lets no file have.
func unwritable() []badInput {
	var cases []badInput
	for _, name := range []string{
		"NUL", "con.pdf", "Aux.pdf", "COM1.pdf", "LPT9", "a:b.pdf", "mikä?.pdf", "a*.pdf", `"a".pdf`, "a|b.pdf", "<a>.pdf", "a.pdf.", "a.pdf ",
		strings.Repeat("ä", 5000),
	} {
		cases = append(cases, badInput{"report as " + name, []string{"report", "ID", "--lang", "fi", "--out", name}, "", "Tiedostolla ei voi olla nimeä"})
	}
	return cases
}

func TestWithoutItsEnvironmentTheProgramAsksWindowsForTheFolder(t *testing.T) {
	local, err := windows.KnownFolderPath(windows.FOLDERID_LocalAppData, windows.KF_FLAG_DEFAULT)
	if err != nil {
		t.Fatal(err)
	}
	outcome := commands.Program{}.Run(t.Context(), commands.Call{Getenv: func(string) string { return "" }})
	if outcome.Window == nil || outcome.Window.Folder != filepath.Join(local, "Tavoitekartta") {
		t.Errorf("%+v; want a folder in %s", outcome.Window, local)
	}
}

// Where no variable tells, the sentences are in Windows' own language.
func TestWindowsLanguageIsSpoken(t *testing.T) {
	languages, err := windows.GetUserPreferredUILanguages(windows.MUI_LANGUAGE_NAME)
	if err != nil || len(languages) == 0 {
		t.Fatal(languages, err)
	}
	want := map[string]string{"fi": "Tuntematon komento", "sv": "Okänt kommando", "en": "Unknown command"}[languages[0][:2]]
	if want == "" {
		want = "Tuntematon komento"
	}
	d := newDesk(t)
	d.lang = ""
	a := d.give("frobnicate")
	if !strings.Contains(strings.Map(unicode.ToLower, a.complaint), strings.ToLower(want)) {
		t.Errorf("Windows is in %q, and said was %q", languages, a.complaint)
	}
}
