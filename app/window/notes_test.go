package window

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/workflow"
	"tavoitekartta/model"
)

// commented writes a comment on the first goal and puts its first measure aside.
func commented(p person) {
	p.Helper()
	goal := firstGoalOf(p.window.work)
	must(p, p.window.work.Edit(context.Background(), func(st *model.Step) error {
		comment, err := st.Add(goal.ID, model.KindComment, "")
		if err != nil {
			return err
		}
		if err := st.Set(comment, model.FieldRemark, model.ValueOf("Kuka vastaa tästä?")); err != nil {
			return err
		}
		return st.Set(goal.Measures[0].ID, model.FieldAside, model.ValueOf(true))
	}))
}

func firstGoalOf(work *workflow.Work) *model.Goal { return &work.Programme().Sections[0].Goals[0] }

func TestACommentIsWrittenSettledAndOpenedAgain(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	goal := firstGoalOf(p.window.work)
	p.window.openNotes(goal.ID)
	p.tap("notes.add")
	if all := p.window.work.State().Comments(""); len(all) != 0 {
		t.Fatalf("an empty comment was added: %+v", all)
	}
	p.control(fieldKey(goal.ID, newCommentField)).(interface{ SetText(string) }).SetText("  Onko aikataulu oikein?  ")
	p.press("add")
	all := p.window.work.State().Comments("")
	if len(all) != 1 || all[0].On != goal.ID || all[0].Text != "Onko aikataulu oikein?" {
		t.Fatalf("comments: %+v", all)
	}
	if !p.shows("Onko aikataulu oikein?") || !p.shows(p.window.t("notes.open")) {
		t.Error("the comment is not shown as open")
	}
	p.wants("open comments", p.window.openComments(), 1)
	p.press(key(all[0].ID, "settle"))
	p.wants("open comments", p.window.openComments(), 0)
	if p.shows("Onko aikataulu oikein?") {
		t.Error("a settled comment is still among the open ones")
	}
	p.press("settled")
	if !p.shows("Onko aikataulu oikein?") {
		t.Error("the settled comments are not shown when asked for")
	}
	p.press(key(all[0].ID, "settle"))
	p.wants("open comments", p.window.openComments(), 1)
}

func TestWhatIsTypedAsACommentIsThereAgain(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	goal := firstGoalOf(p.window.work)
	p.window.openNotes(goal.ID)
	p.control(fieldKey(goal.ID, newCommentField)).(interface{ SetText(string) }).SetText("Kesken jäänyt")
	p.window.openView(viewOverview)
	p.window.openNotes(goal.ID)
	if said := p.control(fieldKey(goal.ID, newCommentField)).(fyne.Accessible).AccessibilityLabel(); !strings.Contains(said, "Kesken jäänyt") {
		t.Errorf("the field says %q", said)
	}
}

func TestAMeasureIsPutAsideAndTakenBack(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	goal := p.titled("Digiystävätoiminta")
	measures, put := len(goal.Measures), goal.Measures[0].ID
	p.page().choose(goal.ID, stepMeasures)
	p.page().putAside(put)
	p.wants("measures", len(p.goal().Measures), measures-1)
	p.window.openNotes(goal.ID)
	p.press(key(put, "take"))
	p.wants("page", p.window.page.name(), "contents/measures")
	p.wants("measures", len(p.goal().Measures), measures)
	p.wants("first", p.goal().Measures[0].ID, put)
}

func TestAGoalPutAsideLeavesItsSectionOnThePage(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	goal := p.titled("Digiystävätoiminta").ID
	p.page().choose(goal, stepGoal)
	p.press(key(goal, "aside"))
	p.wants("page", p.window.page.name(), "contents/section")
	p.wants("goals", p.programme().Counts().Goals, 26)
	p.window.undo()
	p.wants("goals", p.programme().Counts().Goals, 27)
}

func TestANewIdeaWaitsOutsideTheProgramme(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	goals := p.programme().Counts().Goals
	p.window.openNotes("")
	root := p.window.work.ID()
	p.control(fieldKey(root, newIdeaField)).(interface{ SetText(string) }).SetText("Kielikahvila")
	p.press("addIdea")
	p.wants("goals", p.programme().Counts().Goals, goals)
	aside := p.programme().Aside
	if len(aside) != 1 || aside[0].Title.Fi != "Kielikahvila" || aside[0].Kind != model.KindGoal {
		t.Fatalf("ideas: %+v", aside)
	}
	p.press(key(aside[0].ID, "take"))
	p.wants("goals", p.programme().Counts().Goals, goals+1)
}

func TestCommentsAreWrittenOnALockedProgramme(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	must(t, p.window.work.Edit(context.Background(), func(st *model.Step) error {
		return st.Set(p.window.work.ID(), model.FieldStoredState, model.ValueOf(string(model.Approved)))
	}))
	p.window.openNotes("")
	root := p.window.work.ID()
	p.control(fieldKey(root, newCommentField)).(interface{ SetText(string) }).SetText("Seurannassa todettua")
	p.press("add")
	p.wants("open comments", p.window.openComments(), 1)
}
