package commands_test

import (
	"strings"
	"testing"

	"tavoitekartta/app/commands"
	"tavoitekartta/app/texts"
)

func TestAMachineThatCannotDrawTheWindowIsToldOfInTheUsersLanguage(t *testing.T) {
	const folder = `C:\Ohjelmat\softgl`
	words := map[string]string{"fi": "Tallennettuun ei ole koskettu", "sv": "Det som sparats har inte rörts", "en": "What was saved has not been touched"}
	for name, c := range map[string]struct {
		asked texts.Language
		reads []string
		want  string // the languages of the answer
	}{
		"Windows in Finnish":                    {"", []string{"fi-FI", "en-US"}, "fi"},
		"Windows in Finland's Swedish":          {"", []string{"sv-FI"}, "sv"},
		"Windows in English":                    {"", []string{"en-GB", "fi-FI"}, "en"},
		"Windows in another language":           {"", []string{"de-DE"}, "fi sv"},
		"another language, then one known":      {"", []string{"se-FI", "sv-SE"}, "sv"},
		"a Windows that does not tell":          {"", nil, "fi sv"},
		"a language asked for, with --language": {"sv", []string{"fi-FI"}, "sv"},
	} {
		t.Run(name, func(t *testing.T) {
			var complaint strings.Builder
			call := commands.Call{Getenv: func(string) string { return "" }, Stderr: &complaint}
			exit := commands.Program{}.Refuse(t.Context(), call, commands.Undrawable{
				Found: "OpenGL 1.1.0 (GDI Generic)", Folder: folder, Language: c.asked, Reads: c.reads,
			})
			if exit == 0 {
				t.Error("exit 0")
			}
			said := complaint.String()
			var got []string
			for _, language := range []string{"fi", "sv", "en"} {
				if strings.Contains(said, words[language]) {
					got = append(got, language)
				}
			}
			if strings.Join(got, " ") != c.want {
				t.Errorf("said in %q: %s", got, said)
			}
			if !strings.Contains(said, folder) || !strings.Contains(said, "GDI Generic") || !strings.Contains(said, "tavoitekartta-cli.exe") {
				t.Errorf("said %s", said)
			}
		})
	}
}

func TestALibraryThatWindowsRefusedIsNamed(t *testing.T) {
	for _, refused := range []bool{true, false} {
		var complaint strings.Builder
		commands.Program{}.Refuse(t.Context(), commands.Call{Getenv: func(string) string { return "" }, Stderr: &complaint},
			commands.Undrawable{Language: "fi", Folder: "softgl", Refused: refused})
		said := complaint.String()
		if strings.Contains(said, "32-bittinen") != refused || !strings.Contains(said, "koneessa: ei OpenGL:ää") {
			t.Errorf("refused %v: %s", refused, said)
		}
	}
}
