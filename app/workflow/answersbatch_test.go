package workflow_test

import (
	"errors"
	"testing"

	"tavoitekartta/app/workflow"
	"tavoitekartta/model"
)

// batch gathers worksheets, each with what is filled in.
func batch(t *testing.T, w *workflow.Work, sheets ...map[string]string) *workflow.AnswersBatch {
	t.Helper()
	var files []workflow.AnswersFile
	for _, values := range sheets {
		files = append(files, workflow.AnswersFile{Name: "a.pdf", Preview: previewed(t, w, values)})
	}
	return workflow.GatherAnswers(files)
}

func TestSeveralWorksheetsComeInAsOneStep(t *testing.T) {
	_, _, w := example(t)
	_, measure, one := followed(t, w)
	other := w.Programme().Bodies[0].ID
	first, second := sheet(w, "2020"), sheet(w, "2020")
	first[asked("measure", measure.ID, one, "status")] = "underWay"
	second[asked("measure", measure.ID, other, "remark")] = "Alkoi syksyllä."
	b := batch(t, w, first, second)
	if len(b.Rows) != 2 || b.Undecided() >= 0 {
		t.Fatalf("rows %+v", b.Rows)
	}
	count, err := w.TakeBatch(t.Context(), b)
	must(t, err)
	_, m, _ := followed(t, w)
	if count != 2 || len(m.FollowUps) != 2 || m.Status != model.UnderWay {
		t.Errorf("%d taken: %+v", count, m)
	}
	_, err = w.Undo(t.Context())
	must(t, err)
	if _, m, _ := followed(t, w); len(m.FollowUps) != 0 || m.Status != model.StatusUnknown {
		t.Errorf("after one undo %+v", m)
	}
}

func TestWhatWasAnsweredBeforeIsNotReplacedInSilence(t *testing.T) {
	_, _, w := example(t)
	_, measure, body := followed(t, w)
	at := asked("measure", measure.ID, body, "status")
	first := sheet(w, "2020")
	first[at] = "underWay"
	_, err := w.TakeBatch(t.Context(), batch(t, w, first))
	must(t, err)

	second, third := sheet(w, "2020"), sheet(w, "2020")
	second[at], third[at] = "completed", "notStarted"
	b := batch(t, w, second, third, second)
	if len(b.Rows) != 1 || len(b.Rows[0].Offers) != 2 || b.Undecided() != 0 {
		t.Fatalf("rows %+v", b.Rows)
	}
	if _, err := w.TakeBatch(t.Context(), b); !errors.Is(err, workflow.ErrAnswersUndecided) {
		t.Errorf("undecided answers: %v", err)
	}
	b.Rows[0].Chosen = workflow.AnswerStands
	if count, err := w.TakeBatch(t.Context(), b); err != nil || count != 0 {
		t.Errorf("%d taken, %v", count, err)
	}
	b.Rows[0].Chosen = 0
	if p := w.PreviewBatch(b); len(p.Statuses) != 1 || p.Statuses[0].After != model.Completed {
		t.Errorf("statuses %+v", p.Statuses)
	}
	_, err = w.TakeBatch(t.Context(), b)
	must(t, err)
	if _, m, _ := followed(t, w); len(m.FollowUps) != 1 || m.FollowUps[0].Status != model.Completed || m.Status != model.Completed {
		t.Errorf("%+v", m)
	}
}

func TestAnAnswerThatOnlyAddsToOneBeforeNeedsNoChoice(t *testing.T) {
	_, _, w := example(t)
	_, measure, body := followed(t, w)
	first, second := sheet(w, "2020"), sheet(w, "2020")
	first[asked("measure", measure.ID, body, "status")] = "underWay"
	second[asked("measure", measure.ID, body, "remark")] = "Jatkuu."
	_, err := w.TakeBatch(t.Context(), batch(t, w, first))
	must(t, err)
	if b := batch(t, w, second); len(b.Rows) != 1 || b.Undecided() >= 0 {
		t.Errorf("rows %+v", b.Rows)
	}
}
