package window

import (
	"context"
	"slices"
	"strings"
	"testing"

	"tavoitekartta/app/ui"
	"tavoitekartta/app/workflow"
	"tavoitekartta/app/workflow/worktest"
	"tavoitekartta/model"
)

// renameFirstGoal edits the open programme, so that it has a past.
func renameFirstGoal(p person) {
	goal := p.window.work.Programme().Sections[0].Goals[0].ID
	p.change(func(st *model.Step) error { return st.SetText(goal, model.FieldTitle, model.Finnish, "Uusi nimi") })
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
