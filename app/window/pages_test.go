package window

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"tavoitekartta/app/ui"
	"tavoitekartta/app/workflow"
	"tavoitekartta/app/workflow/worktest"
	"tavoitekartta/model"
)

// open opens the window on a store, as at a start.
func open(t *testing.T, desk *workflow.Desk, store *worktest.Store, language string) person {
	t.Helper()
	app := test.NewTempApp(t)
	posted := make(posted, 1000)
	w, err := New(t.Context(), app, Prepare(app, "Tavoitekartta"), Options{
		Post: posted.post,
		Desk: desk, Language: language, Brightness: "light", DataFolder: t.TempDir(), Version: "1", About: someAbout(t),
	})
	if err != nil {
		t.Fatal(err)
	}
	w.window.Resize(fyne.NewSize(1366, 690))
	return person{t, w, store, posted}
}

// labelled is the control of the page that is called so.
func (p person) labelled(label string) fyne.Focusable {
	p.Helper()
	for _, c := range p.window.controls {
		if strings.TrimSuffix(ui.LabelOf(c), ".") == strings.TrimSuffix(label, ".") {
			return c
		}
	}
	var all []string
	for _, c := range p.window.controls {
		all = append(all, ui.LabelOf(c))
	}
	p.Fatalf("%s has no %q, only %s", p.window.page.name(), label, strings.Join(all, " | "))
	return nil
}

// tap presses the control with the words of a key.
func (p person) tap(key string, arguments ...any) {
	p.Helper()
	p.labelled(p.window.t(key, arguments...)).(interface{ Press() }).Press()
}

// fill goes to the field with the words of a key, writes in it in place of what
// stands there, and leaves it.
func (p person) fill(key, words string) {
	p.Helper()
	control := p.labelled(p.window.t(key))
	p.window.window.Canvas().Focus(control)
	control.(interface{ SetText(string) }).SetText(words)
	p.window.window.Canvas().Unfocus()
}

// texts are all that the window shows in words.
func (p person) texts() []string {
	var all []string
	collect := func(o fyne.CanvasObject) {
		for _, object := range test.LaidOutObjects(o) {
			if line, isText := object.(*canvas.Text); isText && line.Text != "" {
				all = append(all, line.Text)
			}
		}
	}
	collect(p.window.window.Content())
	for _, overlay := range p.window.window.Canvas().Overlays().List() {
		collect(overlay)
	}
	return all
}

func (p person) shows(words string) bool {
	return strings.Contains(strings.Join(p.texts(), " "), words)
}

// renameFirstGoal edits the open programme, so that it has a past.
func renameFirstGoal(p person) {
	goal := p.window.work.Programme().Sections[0].Goals[0].ID
	p.change(func(st *model.Step) error { return st.SetText(goal, model.FieldTitle, model.Finnish, "Uusi nimi") })
}

// atOnce is how long what a person waits for may take.
const atOnce = 100 * time.Millisecond

// quickest is how long the quickest of several attempts took. It stops at one
// that took no longer than it may: the machine may be busy with other things.
func quickest(most time.Duration, do func()) time.Duration {
	least := time.Hour
	for tries := 0; tries < 20 && least > most; tries++ {
		began := time.Now()
		do()
		least = min(least, time.Since(began))
	}
	return least
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// decided records a decision with a vote and its minutes.
func decided(t testing.TB, work *workflow.Work) {
	t.Helper()
	facts := workflow.DecisionFacts{
		Organ: model.Council, MeetingDate: model.Date{Year: 2019, Month: 1, Day: 21}, Paragraph: "12",
		Text: model.Text{}.With(model.Finnish, "Valtuusto hyväksyi ohjelman."), Outcome: model.OutcomeApproved,
		Vote: &model.Vote{Yes: 51, No: 6, Blank: 1, Absent: 1, YesMeaning: model.Text{}.With(model.Finnish, "pohjaesitys")},
	}
	for _, role := range []model.MinutesRole{model.Chair, model.MinutesKeeper, model.MinutesChecker} {
		facts.Minutes = append(facts.Minutes, workflow.MinutesFacts{Role: role, Name: "N. N.", Done: true, DoneOn: model.Date{Year: 2019, Month: 1, Day: 22}})
	}
	must(t, work.RecordDecision(context.Background(), facts))
	// The page begins with two checkers.
	for _, m := range work.Programme().FinalDecision().Minutes {
		must(t, work.Edit(context.Background(), func(st *model.Step) error { return st.Set(m.ID, model.FieldDone, model.ValueOf(true)) }))
	}
}

func TestTheFocusStaysWhenThePageIsBuiltAnew(t *testing.T) {
	desk, store := worktest.NewDesk()
	p := open(t, desk, store, "fi")
	p.window.enter(worktest.OpenExample(t, desk, "vaasa-2019-2022"))
	p.window.openView(viewDecision)
	p.window.page.(*decisionPage).beginDecision()
	focused := func() string { return ui.LabelOf(p.window.window.Canvas().Focused()) }
	p.window.kit.Focus(p.labelled("Diaarinumero"))
	p.window.change(workflow.SettingTheme, "dark")
	p.wants("focus in the dark", focused(), "Diaarinumero")
	p.window.change(workflow.SettingTextSize, "120")
	p.wants("focus in larger text", focused(), "Diaarinumero")
	p.window.change(workflow.SettingLanguage, "sv")
	p.wants("focus in Swedish", focused(), "Diarienummer")
}

func TestTheMenuShowsWhatIsChosen(t *testing.T) {
	desk, store := worktest.NewDesk()
	p := open(t, desk, store, "fi")
	p.window.change(workflow.SettingTheme, "dark")
	p.window.change(workflow.SettingLanguage, "sv")
	var checked []string
	for _, menu := range p.window.window.MainMenu().Items {
		for _, item := range menu.Items {
			if item.Checked {
				checked = append(checked, item.Label)
			}
		}
	}
	if want := []string{p.window.t("menu.dark"), "På svenska"}; !slices.Equal(checked, want) {
		t.Errorf("the menu marks %v, want %v", checked, want)
	}
}

func TestTheStartPageTellsWhereToGoOn(t *testing.T) {
	desk, store := worktest.NewDesk()
	p := open(t, desk, store, "fi")
	work := worktest.OpenExample(t, desk, "vaasa-2019-2022")
	p.window.enter(work)
	goal := work.Programme().Sections[1].Goals[0]
	p.window.goTo(newContentsPage(p.window, place{Programme: work.ID(), Element: goal.ID, Step: stepMeasures}))
	p.window.goHome()
	for _, words := range []string{goal.Title.In(model.Finnish), "Toimenpiteet, vaihe 2/5"} {
		if !p.shows(strings.Fields(words)[0]) {
			t.Errorf("the start page does not show %q", words)
		}
	}
	p.tap("action.continue")
	p.wants("page", p.window.page.name(), "contents/measures")
	p.wants("goal", p.page().at.Element, goal.ID)
	must(t, p.window.work.Edit(context.Background(), func(st *model.Step) error {
		return st.SetText(goal.ID, model.FieldTitle, model.Finnish, "Toisin nimetty")
	}))
	p.window.openExample()
	p.window.goHome()
	if !p.shows("Toisin nimetty") {
		t.Error("the start page calls the goal by the name that it had before")
	}
}

func TestAProgrammeInTheBinComesBack(t *testing.T) {
	desk, store := worktest.NewDesk()
	p := open(t, desk, store, "fi")
	work := worktest.OpenExample(t, desk, "vaasa-2019-2022")
	p.window.enter(work)
	p.window.discard()
	p.enter()
	p.wants("page", p.window.page.name(), "start")
	all, err := desk.Programmes(context.Background())
	must(t, err)
	p.wants("programmes", len(all), 0)
	p.tap("bin.open", "count", 1)
	p.tap("action.restore")
	all, err = desk.Programmes(context.Background())
	must(t, err)
	p.wants("programmes afterwards", len(all), 1)
}
