//go:build windowsjourney

package e2e

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tavoitekartta/app/texts"
	"tavoitekartta/e2e/outcome"
	"tavoitekartta/e2e/stage"
	"tavoitekartta/model"
	"tavoitekartta/model/casetest"
)

// Where packaging/windows/test.sh has put what is tried: what make windows makes,
// and the same under an older number.
var (
	windowsPackages  = flag.String("dist", "", "the folder with the packages for Windows")
	previousPackages = flag.String("previous", "", "the folder with the setup program of an older version")
	windowsPictures  = flag.String("pictures", "", "a folder for pictures of what Windows users see")
)

// laptop is a Windows laptop with the program installed as a council member
// installs it, and the person before it.
type laptop struct {
	*writer
	windows *stage.Windows
}

// newLaptop is a new Windows that speaks the language, without the program.
func newLaptop(t *testing.T, language texts.Language) *laptop {
	t.Helper()
	words, err := texts.Load(language)
	if err != nil {
		t.Fatal(err)
	}
	display := stage.New(t, stage.Laptop)
	windows := display.NewWindows()
	l := &laptop{windows: windows, writer: &writer{
		TB: t, display: display, words: words, language: model.Language(language),
		options: stage.Options{Language: string(language) + "_FI", Windows: windows},
	}}
	l.path = filepath.Join(l.programs(), "Tavoitekartta.exe")
	return l
}

// install runs the one setup program of a folder, which asks nothing.
func (l *laptop) install(packages string) {
	l.Helper()
	found, err := filepath.Glob(filepath.Join(packages, "Tavoitekartta-*-setup.exe"))
	if err != nil || len(found) != 1 {
		l.Fatalf("%d setup programs in %q (make windows makes one): %v", len(found), packages, err)
	}
	l.windows.Run(string(l.language), found[0], "/S")
}

// programs is the folder in which the program is installed for the user.
func (l *laptop) programs() string {
	return filepath.Join(l.windows.Home(), "AppData", "Local", "Programs", "Tavoitekartta")
}

// installed is where this machine keeps a program that was installed.
func (l *laptop) installed(name string) string {
	l.Helper()
	path := filepath.Join(l.programs(), name)
	if _, err := os.Stat(path); err != nil {
		l.Fatalf("the setup program did not install %s: %v", name, err)
	}
	return path
}

// dataFolder is where the program keeps the data unless told otherwise.
func (l *laptop) dataFolder() string {
	return filepath.Join(l.windows.Home(), "AppData", "Local", "Tavoitekartta")
}

// ask gives the console program a command on the user's own data.
func (l *laptop) ask(command ...string) string {
	l.Helper()
	return l.windows.Run(string(l.language), l.installed("tavoitekartta-cli.exe"), command...)
}

// programme is the one that is open in the window, as the console program shows it.
func (l *laptop) programme() model.Programme {
	l.Helper()
	return l.read(l.ask("show", l.State().Programme, "--json"))
}

// read reads a programme as the console program shows it.
func (l *laptop) read(shown string) (p model.Programme) {
	l.Helper()
	if err := json.Unmarshal([]byte(shown), &p); err != nil {
		l.Fatalf("the answer is no JSON: %v\n%s", err, shown)
	}
	return p
}

// print makes the programme document where the window proposes, in the user's
// own documents, and returns the file.
func (l *laptop) print() string {
	l.Helper()
	l.Press("alt+9")
	l.AwaitScreen("reports")
	l.TabTo(l.said("reports.edition") + ": " + l.said("language."+string(l.language)))
	l.Press("space")
	l.AwaitValue(l.said("field.chosen"))
	l.TabTo(l.said("reports.file"))
	name := l.State().Value
	l.Press("Return")
	l.AwaitFocus(l.said("reports.open"))
	// wine leads several of the user's folders to one place.
	made, err := filepath.Glob(filepath.Join(l.windows.Home(), "*", name))
	if err != nil || len(made) == 0 {
		l.Fatalf("%s was not made in any of the user's folders (%v)", name, err)
	}
	return made[0]
}

// told is a programme that a person types on Windows, in one language.
type told struct {
	language  texts.Language
	role      string
	programme newProgramme
	section   casetest.Section
	decision  decision
}

// toldOnWindows has the letters that a Finnish keyboard has no key of its own
// for, beside those that it has.
func toldOnWindows() []told {
	return []told{
		{
			language: texts.Finnish, role: "koordinaattori Žofié Šäkö",
			programme: newProgramme{
				template: "Tyhjä ohjelma", title: "Kotouttamisohjelma 2027–2030", municipality: "Närpiö",
				firstYear: 2027, lastYear: 2030, preparedBy: "Monikulttuurisuusneuvosto",
				sections: []string{"Työllistymisen edistäminen"},
			},
			section: casetest.Section{Title: "Työllistymisen edistäminen", Goals: []casetest.Goal{{
				Title: "Äidit pääsevät töihin: työpajat ja Šakki-kerho, café Öylätti",
				Measures: []casetest.Measure{
					{Text: "Järjestetään työpajoja Åminnessa, § 12", Years: []int{2027, 2028}},
					{Text: "Yöllä ja päivällä tavattava ohjaaja", Ongoing: true},
				},
				Responsible: []string{"Työllisyyspalvelut"},
				Indicators:  []string{"5 työpajaa / v"},
			}}},
			decision: decision{
				meetingDate: "14.12.2026", paragraph: "121", registerNumber: "NÄR/12/2026",
				text:        "Kaupunginvaltuusto hyväksyi kotouttamisohjelman äänestyksettä.",
				minutesDate: "16.12.2026",
			},
		},
		{
			language: texts.Swedish, role: "koordinatorn Åsa Öhman",
			programme: newProgramme{
				template: "Tomt program", title: "Integrationsprogram 2027–2030", municipality: "Närpes",
				firstYear: 2027, lastYear: 2030, preparedBy: "Rådet för kulturell mångfald",
				sections: []string{"Främjande av sysselsättningen"},
			},
			section: casetest.Section{Title: "Främjande av sysselsättningen", Goals: []casetest.Goal{{
				Title: "Mödrar får arbete: idékafé Åörn i Škoda-hallen",
				Measures: []casetest.Measure{
					{Text: "Språkcafé på Ångbåtsgatan, § 12", Years: []int{2027, 2028}},
					{Text: "Handledare på plats även på kvällen", Ongoing: true},
				},
				Responsible: []string{"Sysselsättningstjänsterna"},
				Indicators:  []string{"5 språkcaféer / år"},
			}}},
			decision: decision{
				meetingDate: "14.12.2026", paragraph: "121", registerNumber: "NÄR/12/2026",
				text:        "Stadsfullmäktige godkände integrationsprogrammet utan omröstning.",
				minutesDate: "16.12.2026",
			},
		},
	}
}

// TestAGoalTypedOnWindowsSurvivesAKillAndIsApproved is the main job on an
// installed Windows program, by keyboard, through a forced end in the middle of a
// word, to the PDF in the user's documents.
func TestAGoalTypedOnWindowsSurvivesAKillAndIsApproved(t *testing.T) {
	for _, told := range toldOnWindows() {
		t.Run(string(told.language), func(t *testing.T) {
			l := newLaptop(t, told.language)
			l.install(*windowsPackages)
			l.open()
			l.introduce(told.role)
			l.create(told.programme)
			l.typeThroughAKill(told.section.Goals[0])
			l.approve(told.decision)
			paper := l.print()
			l.Close()

			approved := l.programme()
			for _, difference := range outcome.DifferencesIn(l.language, approved, []casetest.Section{told.section}) {
				t.Error(difference)
			}
			l.wants("state", approved.State, model.Approved)
			l.wants("decision", approved.FinalDecision().Text.In(l.language), told.decision.text)

			text, err := outcome.PaperText(paper)
			if err != nil {
				t.Fatal(err)
			}
			wanted := append(told.section.Texts(), told.programme.title, told.programme.municipality,
				told.decision.text, told.decision.registerNumber)
			for _, missing := range outcome.Missing(text, wanted) {
				t.Errorf("the PDF does not say %q", missing)
			}
		})
	}
}

// typeThroughAKill writes a goal; its first measure is in the middle of a word
// when the program is ended by force.
func (l *laptop) typeThroughAKill(goal casetest.Goal) {
	l.Helper()
	l.beginGoal(goal.Title)
	l.beginMeasure()
	broken := goal.Measures[0]
	typed := []rune(broken.Text)
	saved, rest := string(typed[:7]), string(typed[7:])
	l.write(saved)
	l.AwaitStored()
	l.Type(rest)
	l.Kill()

	after := l.programme()
	kept := after.Sections[0].Goals
	if len(kept) != 1 || len(kept[0].Measures) != 1 {
		l.Fatalf("the goal or the measure that was being written is lost: %+v", kept)
	}
	l.wants("goal", kept[0].Title.In(l.language), goal.Title)
	if wording := kept[0].Measures[0].Title.In(l.language); !strings.HasPrefix(wording, saved) || !strings.HasPrefix(broken.Text, wording) {
		l.Errorf("the measure that was being written became %q", wording)
	}

	l.open()
	l.AwaitScreen("start")
	l.Press("Return")
	l.AwaitScreen("contents/measures")
	l.Fill(l.label("contents.measureTitle"), broken.Text)
	l.schedule(broken)
	for _, measure := range goal.Measures[1:] {
		l.writeMeasure(measure)
	}
	l.finishGoal(goal)
}
