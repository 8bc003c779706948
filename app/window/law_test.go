package window

import (
	"context"
	"testing"

	"tavoitekartta/app/ui"
	"tavoitekartta/app/workflow"
	"tavoitekartta/model"
)

// linked presses the first row of the page that is read out with these words.
func (p person) linked(words string) {
	p.Helper()
	for _, c := range p.window.controls {
		if row, is := c.(*ui.LinkRow); is && len(row.AccessibilityLabel()) >= len(words) && row.AccessibilityLabel()[:len(words)] == words {
			row.Press()
			return
		}
	}
	p.Fatalf("%s has no row %q", p.window.page.name(), words)
}

func TestTheChecklistIsThatOfTheProgrammesAct(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	p.choose("law.title")
	p.wants("page", p.window.page.name(), "law")
	if !p.shows("voimassa 31.12.2024 asti") || !p.shows("kopiona 22.11.2026") {
		t.Error("act or source is not shown")
	}
	p.change(func(st *model.Step) error {
		return st.Set(p.window.work.ID(), model.FieldFirstYear, model.ValueOf(2026))
	})
	p.window.openLaw()
	if !p.shows("voimassa 1.1.2025 alkaen") {
		t.Error("a programme of 2026 has the checklist of the former act")
	}
}

func TestTheChecklistLeadsToWhatSpeaksToItAndToWhereItIsWritten(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	p.window.openLaw()
	p.linked("Löytyy: 27 kohtaa")
	p.wants("page", p.window.page.name(), "contents/goal")
	p.wants("goal", p.page().at.Element, p.programme().Sections[0].Goals[0].ID)
	p.window.openLaw()
	p.linked("Ei löydy vielä. Kirjaa valtuuston päätös.")
	p.wants("page", p.window.page.name(), "decision")
}

func TestMarksOfTheChecklistAreKept(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	p.window.openLaw()
	mark := func() workflow.LawMark {
		marks, err := p.window.desk.LawMarks(context.Background(), p.window.work.ID())
		must(t, err)
		return marks["1386/2010 goals"]
	}
	p.wants("mark at first", mark(), workflow.LawNotMarked)
	p.firstChip("law.handled").Press()
	p.wants("mark", mark(), workflow.LawHandled)
	p.window.openView(viewOverview)
	p.window.openLaw()
	if !p.firstChip("law.handled").Chosen() {
		t.Error("the mark is not shown again")
	}
	p.firstChip("law.notMarked").Press()
	p.wants("mark taken away", mark(), workflow.LawNotMarked)
}

// firstChip is the first chip of the page with the words of a key.
func (p person) firstChip(key string) *ui.Chip {
	p.Helper()
	for _, c := range p.window.controls {
		if chip, is := c.(*ui.Chip); is && chip.Label() == p.window.t(key) {
			return chip
		}
	}
	p.Fatalf("%s has no chip %q", p.window.page.name(), p.window.t(key))
	return nil
}

func TestTheDetailsPointOutANameThatTheActUsesOtherwise(t *testing.T) {
	p := atDetails(t, "vaasa-2019-2022", "names")
	former := "Kotouttamisohjelma kuului lakiin 1386/2010"
	if p.shows(former) {
		t.Error("a programme of the former act's time is warned")
	}
	p.change(func(st *model.Step) error {
		id := p.window.work.ID()
		if err := st.Set(id, model.FieldFirstYear, model.ValueOf(2026)); err != nil {
			return err
		}
		return st.Set(id, model.FieldLastYear, model.ValueOf(2029))
	})
	p.window.rebuild()
	if !p.shows(former) || !p.shows("ruotsin integrationsprogram") {
		t.Error("the names of 2026–2029 are not pointed out in both languages")
	}
}
