package workflow_test

import (
	"bytes"
	"errors"
	"testing"

	"tavoitekartta/app/workflow"
	"tavoitekartta/app/workflow/worktest"
	"tavoitekartta/model"
)

func TestProgrammesOfThePastComeApprovedWithoutAFrozenVersion(t *testing.T) {
	for _, name := range []string{"kouvola-2019-2022", "vaasa-2023-2026"} {
		desk, _ := worktest.NewDesk()
		w := worktest.OpenExample(t, desk, name)
		again, err := desk.Open(t.Context(), w.ID())
		must(t, err)
		if state := again.Programme().State; state != model.Approved || !again.RecordedApproval() || !again.ReadOnly() {
			t.Errorf("%s is %s", name, state)
		}
		if _, err := again.Version(t.Context()); !errors.Is(err, workflow.ErrNotFrozen) {
			t.Errorf("%s has a frozen version: %v", name, err)
		}
		if again.Programme().FinalDecision() == nil || len(again.Pending()) > 0 || len(again.Obstacles()) > 0 {
			t.Errorf("%s: pending %v, obstacles %v", name, again.Pending(), again.Obstacles())
		}
		var pdf bytes.Buffer
		if _, err := again.Report(t.Context(), &pdf, workflow.ReportOrder{Kind: workflow.ProgrammeDocument, Edition: workflow.Edition{model.Finnish}}, nil); err != nil || pdf.Len() == 0 {
			t.Errorf("%s is not printed: %v", name, err)
		}
	}
}

func TestAProjectsGoalsWithoutADecisionComeOpen(t *testing.T) {
	desk, _ := worktest.NewDesk()
	w := worktest.OpenExample(t, desk, "vaasa-region-2012-2013")
	if w.ReadOnly() || w.RecordedApproval() {
		t.Error("goals that no organ decided on come as approved")
	}
}

func TestARecordOfThePastCanBeCompletedAndClosedAgain(t *testing.T) {
	desk, _ := worktest.NewDesk()
	w := worktest.OpenExample(t, desk, "kouvola-2019-2022")
	goal := w.Programme().Goals[0].ID
	describe := func(st *model.Step) error {
		return st.SetText(goal, model.FieldDescription, model.Finnish, "Löytyi arkistosta.")
	}
	if err := w.Edit(t.Context(), describe); !errors.Is(err, model.ErrLocked) {
		t.Errorf("a closed record was edited: %v", err)
	}
	must(t, w.CompleteRecord(t.Context()))
	must(t, w.Edit(t.Context(), describe))
	must(t, w.Lock(t.Context()))
	if !w.RecordedApproval() || w.Programme().Version != 1 || w.Programme().Goals[0].Description.Fi == "" {
		t.Error("the completed record is not approved again as it is")
	}
	must(t, w.CompleteRecord(t.Context()))
	if err := w.CompleteRecord(t.Context()); !errors.Is(err, workflow.ErrNotRecorded) {
		t.Errorf("an open record was opened again: %v", err)
	}
}

func TestMotionsOfAFileAreRecordedOnce(t *testing.T) {
	desk, _ := worktest.NewDesk()
	w := worktest.OpenExample(t, desk, "vaasa-2019-2022")
	facts := workflow.DecisionFacts{
		Organ: model.Council, MeetingDate: model.Date{Year: 2019, Month: 1, Day: 21}, Paragraph: "12",
		Text: model.Text{Fi: "Hyväksyttiin."}, Outcome: model.OutcomeApprovedAmended,
		Motions: []model.Motion{
			{Kind: model.Amendment, Text: model.Text{Fi: "Oma vastuu."}, Outcome: model.OutcomeApproved, ChangesText: true},
			{Kind: model.Resolution, Text: model.Text{Fi: "Seurataan vuosittain."}},
		},
	}
	for range 2 {
		must(t, w.RecordDecision(t.Context(), facts))
	}
	motions := w.Programme().FinalDecision().Motions
	if len(motions) != 2 || !motions[0].ChangesText || motions[1].Text.Fi != "Seurataan vuosittain." {
		t.Errorf("recorded as %+v", motions)
	}
}
