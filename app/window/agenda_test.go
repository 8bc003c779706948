package window

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/ui"
	"tavoitekartta/app/workflow"
	"tavoitekartta/model"
)

// forgetHandlings takes away the handlings that the example holds.
func (p person) forgetHandlings() {
	p.change(func(st *model.Step) error {
		for _, d := range p.programme().Handling() {
			if err := st.Delete(d.ID); err != nil {
				return err
			}
		}
		return nil
	})
}

func TestAnAgendaItemIsWrittenBeforeTheDecision(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	p.forgetHandlings()
	p.window.openView(viewDecision)
	p.tap("agenda.begin.board")
	p.wants("page", p.window.page.name(), "agenda")
	p.fill("report.decision.proposal", "Hallitus ehdottaa valtuustolle, että ohjelma hyväksytään.")
	p.fill("decision.rationale", "Ohjelma on lakisääteinen.")
	must(t, p.window.page.flush())
	d := p.window.work.Programme().NextHandling()
	if d == nil || d.Final || d.Organ != model.Board || d.Proposal.Fi == "" || d.Rationale.Fi == "" || d.Decided() {
		t.Fatalf("kept: %+v", d)
	}
	p.window.stepForward()
	page := p.window.page.(*reportsPage)
	p.wants("kind", page.kind, workflow.AgendaItem)
	p.wants("handling", page.choice().Decision, d.ID)
	file := filepath.Join(t.TempDir(), "a.pdf")
	p.report(file)
	if _, err := os.Stat(file); err != nil {
		t.Error(err)
	}
	p.window.openView(viewDecision)
	label := p.window.organ(d)
	state := p.window.t("agenda.written", "count", 2, "whole", len(agendaTexts()))
	if !p.shows(state) {
		t.Errorf("the decision page does not say %q", state)
	}
	for _, c := range p.window.controls {
		if strings.HasPrefix(ui.LabelOf(c), label) {
			c.(interface{ Press() }).Press()
			break
		}
	}
	p.wants("page", p.window.page.name(), "agenda")
	p.tap("agenda.remove")
	if next := p.window.work.Programme().NextHandling(); next != nil {
		t.Errorf("not removed: %+v", next)
	}
	p.undo()
	if p.window.work.Programme().NextHandling() == nil {
		t.Error("the removal is not undone")
	}
}

func TestTheCouncilsAgendaItemBecomesItsDecision(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	p.window.openView(viewDecision)
	p.tap("agenda.begin.council")
	p.fill("report.decision.proposal", "Valtuusto hyväksyy ohjelman.")
	p.window.stepBack()
	d := p.window.work.Programme().FinalDecision()
	if d == nil || d.Decided() {
		t.Fatalf("kept: %+v", d)
	}
	for _, c := range p.window.controls {
		if ui.LabelOf(c) == p.window.t("agenda.begin.council") {
			t.Error("a second item is offered to the council")
		}
	}
	p.tap("decision.record")
	d = p.window.work.Programme().FinalDecision()
	if !d.Decided() || d.Proposal.Fi != "Valtuusto hyväksyy ohjelman." || len(d.Minutes) == 0 {
		t.Errorf("recorded: %+v", d)
	}
}

func TestAnAgendaItemBeginsAtItsHeadInANarrowWindow(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	p.window.window.Resize(fyne.Size{Width: 911, Height: 411})
	p.window.openView(viewDecision)
	p.tap("agenda.begin.board")
	p.wants("focus", ui.LabelOf(p.window.window.Canvas().Focused()), p.window.t("decision.organ"))
}
