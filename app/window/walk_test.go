package window

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/workflow"
	"tavoitekartta/app/workflow/worktest"
	"tavoitekartta/model"
)

// programmes returns how many programmes there are, and in the bin.
func (p person) programmeCounts() [2]int {
	p.Helper()
	all, err := p.window.desk.Programmes(context.Background())
	must(p, err)
	bin, err := p.store.Discarded(context.Background())
	must(p, err)
	return [2]int{len(all), len(bin)}
}

func TestTheWalkLeadsThroughTheRealScreensToTheStartPage(t *testing.T) {
	desk, store := worktest.NewDesk()
	p := open(t, desk, store, "fi")
	p.tap("welcome.begin")
	p.wants("page", p.window.page.name(), "start")
	p.tap("walk.title")
	for _, step := range []struct{ page, words string }{
		{"overview", "walk.street"}, {"contents/measures", "walk.contents"}, {"timeline", "walk.timeline"},
		{"decision", "walk.decision"}, {"reports", "walk.reports"}, {"care/backups", "walk.saved"},
	} {
		p.wants("page", p.window.page.name(), step.page)
		if !p.shows(p.window.t(step.words)) {
			t.Errorf("%s does not say %q", step.page, p.window.t(step.words))
		}
		p.presses(fyne.KeyReturn)
	}
	p.wants("page", p.window.page.name(), "start")
	p.wants("programmes: the example stays as the first one", p.programmeCounts(), [2]int{1, 0})
	if p.window.walking() || p.shows(p.window.t("walk.offer")) {
		t.Error("the walk goes on, or is offered again")
	}
}

func TestTheWalkGoesBackAndIsLeftByEscape(t *testing.T) {
	desk, store := worktest.NewDesk()
	p := open(t, desk, store, "sv")
	p.window.goHome()
	p.choose("walk.title")
	p.tap("walk.next")
	p.tap("walk.back")
	p.wants("page", p.window.page.name(), "overview")
	p.presses(fyne.KeyEscape)
	p.wants("page", p.window.page.name(), "start")
	if p.window.aside != nil || p.window.walking() {
		t.Error("the walk goes on")
	}
}

func TestTheWalkLeavesNothingBesideThePersonsProgrammes(t *testing.T) {
	p := at(t, "kouvola-2019-2022")
	left := p.window.lastLeft()
	p.choose("walk.title")
	p.tap("walk.next")
	p.choose("menu.helpOfPage") // the walk's card is the help
	if !p.window.walking() || p.window.aside == nil {
		t.Fatal("F1 ends the walk")
	}
	p.tap("walk.skip")
	p.wants("programmes and bin", p.programmeCounts(), [2]int{1, 0})
	p.wants("where the person left off", p.window.lastLeft(), left)
}

func TestAnExampleThatWasEditedOnTheWalkStays(t *testing.T) {
	p := at(t, "kouvola-2019-2022")
	p.choose("walk.title")
	p.change(func(st *model.Step) error {
		return st.SetText(p.window.work.ID(), model.FieldTitle, model.Finnish, "Oma kokeilu")
	})
	p.tap("walk.skip")
	p.wants("programmes and bin", p.programmeCounts(), [2]int{2, 0})
}

func TestAWalkBrokenOffByClosingTheWindowMakesNoSecondExample(t *testing.T) {
	p := at(t, "kouvola-2019-2022")
	p.choose("walk.title")
	again := open(t, p.window.desk, p.store, "fi")
	again.choose("walk.title")
	again.wants("programmes", again.programmeCounts(), [2]int{2, 0})
	again.tap("walk.skip")
	again.wants("programmes and bin", again.programmeCounts(), [2]int{1, 0})
	again.wants("setting", again.window.setting("", workflow.SettingWalk), walkOffered)
}

func TestTheOfferOfTheWalkCanBeLeft(t *testing.T) {
	desk, store := worktest.NewDesk()
	p := open(t, desk, store, "fi")
	p.window.goHome()
	p.tap("walk.notNow")
	if p.shows(p.window.t("walk.offer")) {
		t.Error("the walk is offered again")
	}
	p.wants("focus", p.focusedLabel(), p.window.t("menu.newProgramme"))
}
