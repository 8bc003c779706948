package window

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/workflow/worktest"
	"tavoitekartta/model"
)

func (p person) tells(words string) {
	p.Helper()
	if !p.shows(words) {
		p.Errorf("%s does not say %q, only %q", p.window.page.name(), words, p.texts())
	}
}

func TestMainGoalsAndSpearheadsAreHousesOfTheOverview(t *testing.T) {
	p := at(t, "kouvola-2019-2022")
	p.window.openView(viewOverview)
	for _, words := range []string{"Päätavoite 1", "Päätavoite 3", "Kärki 3", "1 toimenpide", "Kirjattu jälkikäteen"} {
		p.tells(words)
	}
	for _, words := range p.texts() {
		if strings.Contains(words, "kesken") || strings.Contains(words, "0 % kirjoitettu") {
			t.Errorf("a record of the past is told to be unfinished: %q", words)
		}
	}
	street := p.window.page.(*overviewPage).street
	typeKeys(street, fyne.KeyEnd)
	typeKeys(street, fyne.KeyReturn)
	if g, _ := p.page().goal(); g == nil || g.Role != model.SpearheadRole {
		t.Error("the last house does not lead to the last spearhead")
	}
}

func TestProseGoalsOfTheRegionAreHousesToo(t *testing.T) {
	p := at(t, "vaasa-region-2012-2013")
	p.window.openView(viewOverview)
	p.tells("Osatavoite 2")
	p.tells("Täydennä, mitä tiedetään")
}

func TestStartCardsCountWhatTheProgrammeCallsItsGoals(t *testing.T) {
	desk, store := worktest.NewDesk()
	if err := desk.Introduce(context.Background(), "sihteeri"); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"kouvola-2019-2022", "vaasa-region-2012-2013", "vaasa-2023-2026"} {
		worktest.OpenExample(t, desk, name)
	}
	p := open(t, desk, store, "fi")
	p.tells("3 päätavoitetta · 3 kärkeä · valtuusto 18.3.2019 · kirjattu jälkikäteen")
	p.tells("3 osatavoitetta · kirjattu jälkikäteen")
	p.tells("vain rakenne · valtuusto 20.2.2023")
	p.tells("Päättynyt 2013")
}

func TestGoalsWithoutASectionAreAddedAndNamed(t *testing.T) {
	p := at(t, "")
	p.page().addSection()
	p.page().addLooseGoal()
	goal, section := p.page().goal()
	if goal == nil || section != nil {
		t.Fatal("the goal stands in a section")
	}
	choice := p.page().keys[fieldKey(goal.ID, model.FieldRole)]
	if choice == nil {
		t.Fatal("a goal without a section cannot be called otherwise")
	}
	p.edit(goal.ID, model.FieldRole, string(model.MainGoalRole))
	if got := p.window.goalLabel(&p.window.work.Programme().Goals[0]); got != "Päätavoite 1" {
		t.Errorf("it is called %q", got)
	}
	p.page().addLooseGoal()
	if got := p.window.goalLabel(&p.window.work.Programme().Goals[1]); got != "Päätavoite 2" {
		t.Errorf("the goal after a main goal is called %q", got)
	}
	p.page().addSubGoal()
	if got := p.window.work.Programme().Goals[1].SubGoals; len(got) != 1 {
		t.Fatalf("%d sub-goals", len(got))
	} else if label := p.window.goalLabel(&got[0]); label != "Osatavoite 2.1" {
		t.Errorf("the sub-goal is called %q", label)
	}
}

func (p person) edit(id model.EntityID, f model.Field, value string) {
	p.Helper()
	if !p.page().edit(func(st *model.Step) error { return st.Set(id, f, model.ValueOf(value)) }) {
		p.Fatal("not edited")
	}
}

func TestARecordOfThePastIsOpenedToBeCompletedAndClosedAgain(t *testing.T) {
	p := at(t, "kouvola-2019-2022")
	p.window.openView(viewDecision)
	p.window.stepForward()
	p.enter()
	if p.window.work.ReadOnly() {
		t.Fatal("the record is still closed")
	}
	p.window.openView(viewDecision)
	p.window.stepForward()
	p.enter()
	if !p.window.work.RecordedApproval() {
		t.Error("the record is not closed again")
	}
}

func TestPagesOfALockedRecordOfferNothingThatCannotBeDone(t *testing.T) {
	p := at(t, "kouvola-2019-2022")
	p.window.openView(viewBodies)
	p.tells(p.window.t("bodies.noneRead"))
	p.window.openReplace()
	p.tells(p.window.t("contents.locked.recorded"))
	p.window.openView(viewLanguages)
	p.window.stepForward() // one language has no editions to compare
	p.wants("page", p.window.page.name(), "overview")
}

func TestTheArchiveShowsProgrammesInTheStateOfTheStartPage(t *testing.T) {
	p := at(t, "vaasa-region-2012-2013")
	p.window.openCare(careArchive)
	for _, words := range p.texts() {
		if strings.HasPrefix(words, p.window.t("programme.stateShort.expired")) {
			return
		}
	}
	t.Errorf("a programme that ended in 2013 is shown as %q", p.texts())
}

func TestNothingIsMissingInARecordOfThePast(t *testing.T) {
	for _, example := range []string{"kouvola-2019-2022", "vaasa-region-2012-2013"} {
		p := at(t, example)
		goal := p.window.work.Programme().Goals[0].ID
		for step := stepGoal; step < contentsSteps; step++ {
			p.page().choose(goal, step)
			for _, words := range p.texts() {
				if strings.Contains(words, "puuttu") || p.window.work.ReadOnly() && strings.Contains(words, "Lisää ") {
					t.Errorf("%s, %s: %q", example, p.page().name(), words)
				}
			}
		}
		p.tells("Ei tiedossa")
		p.page().choose(goal, stepMeasures)
		p.window.stepForward()
		if p.page().at.Step != stepResponsible {
			t.Errorf("%s: the person is held where the past is not known", example)
		}
	}
}

func TestAReadGoalIsWalkedThroughByKeyboard(t *testing.T) {
	p := at(t, "kouvola-2019-2022")
	p.page().choose(p.window.work.Programme().Goals[0].ID, stepGoal)
	for step := stepMeasures; step < contentsSteps; step++ {
		p.enter()
		if p.page().at.Step != step {
			t.Fatalf("Enter leads to step %d, not %d", p.page().at.Step, step)
		}
	}
}

func TestTheRoadmapOfARecordDoesNotClaimThatGoalsHaveNoTimetable(t *testing.T) {
	p := at(t, "kouvola-2019-2022")
	page := p.timeline()
	columns := page.stops()
	p.wants("the last column", columns[len(columns)-1].Title, p.window.t("timeline.unscheduledRecord"))
}

func TestAProgrammeOfStructureAloneSpeaksOfNoGoalsToSee(t *testing.T) {
	p := at(t, "vaasa-2023-2026")
	p.tells(p.window.t("contents.chooseSectionToRead"))
}
