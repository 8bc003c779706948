package window

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tavoitekartta/app/crashlog"
	"tavoitekartta/app/texts"
	"tavoitekartta/app/ui"
	"tavoitekartta/app/workflow"
	"tavoitekartta/app/workflow/worktest"
	"tavoitekartta/model"
)

// someAbout is what a program knows of itself, with the real notices.
func someAbout(t testing.TB) About {
	t.Helper()
	notices, err := os.ReadFile(filepath.Join("..", "..", "THIRD-PARTY-NOTICES.md"))
	must(t, err)
	licence, err := os.ReadFile(filepath.Join("..", "..", "LICENSE"))
	must(t, err)
	return About{
		Commit: "0123456789ab", Built: "2026-03-01", Go: "Go 1.26", Fyne: "v2.8.1", Badger: "v4.9.6",
		System: "plan9/mips", Notices: string(notices), Licence: string(licence),
	}
}

// filterLicences types into the field above the licences.
func (p person) filterLicences(words string) {
	p.window.page.(*aboutPage).field.Focusable().(interface{ SetText(string) }).SetText(words)
}

func TestThePageTellsWhatTheProgramIsMadeOf(t *testing.T) {
	for _, language := range texts.Languages() {
		p, _ := withExample(t, string(language))
		p.window.openAbout(aboutProgram)
		for _, words := range []string{
			"0123456789ab, 2026-03-01", "Go 1.26", "v2.8.1", "v4.9.6", "plan9/mips", "EUPL",
			p.window.t("about.offline"), p.window.t("about.folder.local"),
		} {
			p.tells(words)
		}
		p.tap("about.copy")
		p.wants("clipboard", p.window.app.Clipboard().Content(), p.window.options.DataFolder)
		p.window.options.About = About{}
		p.window.rebuild()
		p.tells(p.window.t("about.buildUnknown"))
	}
}

func TestEveryLicenceIsFoundAndReadByKeyboardAlone(t *testing.T) {
	p, _ := withExample(t, "sv")
	p.window.openAbout(aboutLicences)
	page := p.window.page.(*aboutPage)
	if len(page.rows) < 70 {
		t.Errorf("%d components are listed", len(page.rows))
	}
	p.wants("our own", page.components[0].Licence, "EUPL-1.2")
	canvas := p.window.window.Canvas()
	test.Type(canvas.Focused(), "badger")
	p.wants("rows", len(page.rows), 1)
	canvas.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	canvas.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	p.wants("page", p.window.page.name(), "about/licence")
	p.tells("Apache License")
	canvas.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	if _, reads := canvas.Focused().(*ui.LongText); !reads {
		t.Errorf("the keyboard is at %T", canvas.Focused())
	}
	if p.shows("Apache License Version") {
		t.Error("End does not lead to the end")
	}
	canvas.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	p.wants("page", p.window.page.name(), "about/licences")
	if label := ui.LabelOf(canvas.Focused()); !strings.Contains(label, "badger") {
		t.Errorf("the keyboard is back at %q", label)
	}
	p.filterLicences("mzx")
	p.tells(p.window.t("about.noComponent", "words", "mzx"))
}

func TestTheDetailsForSupportHoldNoNameAndNoPath(t *testing.T) {
	for _, language := range texts.Languages() {
		desk, store := worktest.NewDesk()
		work := worktest.OpenExample(t, desk, "vaasa-2019-2022")
		must(t, desk.Introduce(context.Background(), "Kirsikka Käyttäjä"))
		p := open(t, desk, store, string(language))
		p.window.options.DataFolder = filepath.Join(string(filepath.Separator), "home", "kirsikka", "tiedot")
		p.window.options.About.Crash = crashlog.Report{
			Program: crashlog.Program{Version: "0.9"}, Ended: desk.Now(), Text: "cause: index out of range [5] with length 3\n",
		}
		p.window.openAbout(aboutSupport)
		p.tap("about.copySupport")
		copied := p.window.app.Clipboard().Content()
		for _, line := range strings.Split(copied, "\n") {
			if !p.shows(strings.Join(strings.Fields(line), " ")) && !p.shows(firstWords(line)) {
				t.Errorf("%q is copied and not shown", line)
			}
		}
		for _, words := range []string{"plan9/mips", "v2.8.1", "20 G", "index out of range", "100"} {
			if !strings.Contains(copied, words) {
				t.Errorf("%q is missing from\n%s", words, copied)
			}
		}
		for _, words := range append(wordsOfProgramme(work), "Kirsikka", "kirsikka", "Käyttäjä", "home", "tiedot"+string(filepath.Separator)) {
			if strings.Contains(copied, words) {
				t.Errorf("%q is in\n%s", words, copied)
			}
		}
	}
}

// firstWords are the beginning of a line that is broken further on the page.
func firstWords(line string) string {
	words := strings.Fields(line)
	return strings.Join(words[:min(3, len(words))], " ")
}

// wordsOfProgramme are the titles of a programme and the names of its bodies.
func wordsOfProgramme(work *workflow.Work) (all []string) {
	programme := work.Programme()
	add := func(text model.Text) {
		for _, l := range []model.Language{model.Finnish, model.Swedish} {
			if words := text.In(l); words != "" {
				all = append(all, words)
			}
		}
	}
	add(programme.Title)
	for g := range programme.AllGoals() {
		add(g.Title)
	}
	for _, b := range programme.Bodies {
		add(b.Name)
	}
	return all
}

// afterEnding opens the window as at the start after an unexpected end.
func afterEnding(t *testing.T, language string, crash crashlog.Report) (p person, work *workflow.Work, told *int) {
	t.Helper()
	desk, store := worktest.NewDesk()
	work = worktest.OpenExample(t, desk, "vaasa-2019-2022")
	goal := work.Programme().Sections[2].Goals[0]
	must(t, work.Edit(context.Background(), func(st *model.Step) error {
		return st.SetText(goal.ID, model.FieldTitle, model.Finnish, "Viimeksi muutettu")
	}))
	must(t, desk.Store().SetSetting(context.Background(), workflow.SettingLanguage, language))
	store.Unclean = crash.Version == ""
	must(t, desk.NoteOpening(context.Background()))
	return reopened(t, desk, store, language, crash)
}

func reopened(t *testing.T, desk *workflow.Desk, store *worktest.Store, language string, crash crashlog.Report) (person, *workflow.Work, *int) {
	t.Helper()
	told := 0
	about := someAbout(t)
	about.Crash, about.NewCrash, about.Told = crash, crash.Version != "", func() { told++ }
	app := test.NewTempApp(t)
	posted := make(posted, 1000)
	w, err := New(t.Context(), app, Prepare(app, "Tavoitekartta"), Options{
		Post: posted.post, Desk: desk, Language: language, Brightness: "light", DataFolder: t.TempDir(), Version: "1", About: about,
	})
	must(t, err)
	w.window.Resize(fyne.NewSize(1366, 690))
	work, err := desk.Open(context.Background(), firstProgramme(person{t, w, store, posted}))
	must(t, err)
	return person{t, w, store, posted}, work, &told
}

func TestTheStartAfterAnUnexpectedEndSaysOnceWhatWasSaved(t *testing.T) {
	for _, language := range texts.Languages() {
		for name, crash := range map[string]crashlog.Report{
			"killed":  {},
			"crashed": {Program: crashlog.Program{Version: "0.9"}, Ended: time.Date(2026, 3, 2, 14, 30, 0, 0, time.UTC), Text: "cause: x"},
		} {
			t.Run(string(language)+" "+name, func(t *testing.T) {
				p, work, told := afterEnding(t, string(language), crash)
				key := "ending." + name
				p.tells(firstWords(p.window.t("ending.title")))
				p.tells(firstWords(p.window.t(key, "when", p.window.moment(crash.Ended))))
				p.tells("Viimeksi muutettu")
				p.tells(firstWords(p.window.t("ending.saved", "when", "")))
				p.wants("times told", *told, 1)
				p.wants("focus", ui.LabelOf(p.window.window.Canvas().Focused()), p.window.t("ending.open"))
				p.tap("ending.support")
				p.wants("page", p.window.page.name(), "about/support")
				p.window.goHome()
				p.tap("ending.open")
				p.wants("programme", p.window.work.ID(), work.ID())
				p.window.goHome()
				if p.shows(firstWords(p.window.t("ending.title"))) {
					t.Error("it is told again after the work went on")
				}
				p.store.Unclean = false
				again, _, _ := reopened(t, p.window.desk, p.store, string(language), crashlog.Report{})
				if again.shows(firstWords(p.window.t("ending.title"))) {
					t.Error("the next start tells it again")
				}
			})
		}
	}
}

func TestAClosedCardAndACleanEndSayNothing(t *testing.T) {
	p, _, _ := afterEnding(t, "fi", crashlog.Report{})
	p.tap("action.close")
	if p.shows(firstWords(p.window.t("ending.title"))) {
		t.Error("the card stays")
	}
	clean, _ := withExample(t, "fi")
	clean.window.goHome()
	if clean.window.ending != nil {
		t.Error("a clean end is told")
	}
}
