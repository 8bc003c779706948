package workflow_test

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"tavoitekartta/app/workflow"
	"tavoitekartta/app/workflow/worktest"
	"tavoitekartta/model"
)

// sheet is a worksheet of the programme for a year.
func sheet(w *workflow.Work, year string) map[string]string {
	return map[string]string{"worksheet:programme": string(w.ID()), "worksheet:year": year, "worksheet:body": "", "worksheet:version": "0"}
}

func asked(kind string, id, body model.EntityID, what string) string {
	return fmt.Sprintf("%s:%s:%s:%s", kind, id, body, what)
}

func previewed(t *testing.T, w *workflow.Work, values map[string]string) *workflow.AnswersPreview {
	t.Helper()
	answers, err := workflow.ReadAnswers(worktest.FilledForm(values))
	must(t, err)
	preview, err := w.PreviewAnswers(answers)
	must(t, err)
	return preview
}

// followed are a measure with the first of its goal's indicators, and a body.
func followed(t *testing.T, w *workflow.Work) (*model.Goal, *model.Measure, model.EntityID) {
	t.Helper()
	for g := range w.Programme().AllGoals() {
		if len(g.Measures) > 0 && len(g.Indicators) > 0 && len(w.Programme().Bodies) > 1 {
			return g, &g.Measures[0], w.Programme().Bodies[1].ID
		}
	}
	t.Fatal("no goal to follow")
	return nil, nil, ""
}

func TestAnswersComeIntoTheProgrammeAsOneStep(t *testing.T) {
	desk, _, w := example(t)
	goal, measure, body := followed(t, w)
	values := sheet(w, "2020")
	values[asked("measure", measure.ID, body, "status")] = "underWay"
	values[asked("measure", measure.ID, body, "remark")] = "  Ensimmäinen kurssi on pidetty.\r\nToinen alkaa.  "
	values[asked("indicator", goal.Indicators[0].ID, body, "value")] = "1 234,5"
	preview := previewed(t, w, values)
	if len(preview.Lines) != 2 || len(preview.Statuses) != 1 || len(preview.Problems) > 0 || preview.Year != 2020 {
		t.Fatalf("preview %+v", preview)
	}
	if m := w.State().Element(measure.ID).Value(model.FieldStatus).Text(); m != "" {
		t.Errorf("the preview has written %q", m)
	}
	must(t, w.TakeAnswers(t.Context(), preview))
	again, err := desk.Open(t.Context(), w.ID())
	must(t, err)
	for name, work := range map[string]*workflow.Work{"now": w, "opened again": again} {
		g, m, _ := followed(t, work)
		if m.Status != model.UnderWay || len(m.FollowUps) != 1 || m.FollowUps[0].Remark != "Ensimmäinen kurssi on pidetty.\nToinen alkaa." ||
			m.FollowUps[0].Year != 2020 || m.FollowUps[0].Body != body {
			t.Errorf("%s: %+v", name, m)
		}
		if f := g.Indicators[0].FollowUps; len(f) != 1 || f[0].Value != "1234.5" {
			t.Errorf("%s: %+v", name, f)
		}
	}
	if second := previewed(t, w, values); len(second.Lines) != 0 || second.Same != 2 {
		t.Errorf("brought in again: %+v", second)
	}
	_, err = w.Undo(t.Context())
	must(t, err)
	if _, m, _ := followed(t, w); m.Status != "" || len(m.FollowUps) != 0 {
		t.Errorf("undone: %+v", m)
	}
}

func TestAnEmptyFieldErasesNothing(t *testing.T) {
	_, _, w := example(t)
	_, measure, body := followed(t, w)
	values := sheet(w, "2020")
	values[asked("measure", measure.ID, body, "status")] = "completed"
	values[asked("measure", measure.ID, body, "remark")] = "Tehty."
	must(t, w.TakeAnswers(t.Context(), previewed(t, w, values)))
	values[asked("measure", measure.ID, body, "remark")] = ""
	if p := previewed(t, w, values); len(p.Lines) != 0 || p.Same != 1 {
		t.Errorf("preview %+v", p)
	}
	values[asked("measure", measure.ID, body, "status")] = ""
	if p := previewed(t, w, values); len(p.Lines) != 0 || p.Untouched != 1 {
		t.Errorf("preview %+v", p)
	}
}

func TestWhatCannotBeTakenIsSaidAndTheRestIsTaken(t *testing.T) {
	_, _, w := example(t)
	goal, measure, body := followed(t, w)
	indicator := goal.Indicators[0].ID
	for name, c := range map[string]struct {
		fields map[string]string
		code   workflow.AnswerProblemCode
		lines  int
	}{
		"an element that is gone":    {map[string]string{asked("measure", "x-1", body, "remark"): "a"}, workflow.AnswerGone, 0},
		"a measure for an indicator": {map[string]string{asked("indicator", measure.ID, body, "remark"): "a"}, workflow.AnswerGone, 0},
		"a body that is gone":        {map[string]string{asked("measure", measure.ID, "x-1", "remark"): "a"}, workflow.AnswerBodyGone, 0},
		"an unknown status":          {map[string]string{asked("measure", measure.ID, body, "status"): "soon", asked("measure", measure.ID, body, "remark"): "a"}, workflow.AnswerUnknownStatus, 1},
		"no number":                  {map[string]string{asked("indicator", indicator, body, "value"): "noin kymmenen"}, workflow.AnswerNoNumber, 1},
		"two languages": {map[string]string{asked("measure", measure.ID, body, "remark"): "a", asked("measure", measure.ID, body, "remark:sv"): "b"},
			workflow.AnswerTwice, 0},
		"bodies that disagree": {map[string]string{asked("measure", measure.ID, body, "status"): "completed",
			asked("measure", measure.ID, w.Programme().Bodies[0].ID, "status"): "underWay"}, workflow.AnswerStatusDiffers, 2},
	} {
		t.Run(name, func(t *testing.T) {
			values := sheet(w, "2020")
			for field, value := range c.fields {
				values[field] = value
			}
			p := previewed(t, w, values)
			if len(p.Problems) != 1 || p.Problems[0].Code != c.code || len(p.Lines) != c.lines || len(p.Statuses) != 0 {
				t.Errorf("preview %+v", p)
			}
		})
	}
}

func TestOneLanguageOfAWorksheetIsEnough(t *testing.T) {
	_, _, w := example(t)
	_, measure, body := followed(t, w)
	values := sheet(w, "2020")
	values[asked("measure", measure.ID, body, "remark")] = ""
	values[asked("measure", measure.ID, body, "remark:sv")] = "Kursen har hållits."
	p := previewed(t, w, values)
	if len(p.Lines) != 1 || p.Lines[0].After.Remark != "Kursen har hållits." || len(p.Problems) > 0 {
		t.Errorf("preview %+v", p)
	}
}

func TestALockedProgrammeTakesAnswers(t *testing.T) {
	_, _, w := example(t)
	must(t, w.RecordDecision(t.Context(), decided()))
	must(t, w.Lock(t.Context()))
	_, measure, body := followed(t, w)
	values := sheet(w, "2020")
	values[asked("measure", measure.ID, body, "status")] = "completed"
	must(t, w.TakeAnswers(t.Context(), previewed(t, w, values)))
	if _, m, _ := followed(t, w); m.Status != model.Completed {
		t.Errorf("status %q", m.Status)
	}
}

func TestAFileThatIsNoWorksheetIsToldInWords(t *testing.T) {
	desk, _, w := example(t)
	told := func(err error) string {
		key, _ := desk.Sentence(err)
		return key
	}
	for want, file := range map[string][]byte{
		"answers.error.noPDF":   []byte("PK"),
		"answers.error.noForm":  []byte("%PDF-1.7\n1 0 obj\n<</Type /Catalog>>\nendobj\n"),
		"answers.error.damaged": []byte("%PDF-1.7\n"),
		"answers.error.notOurs": worktest.FilledForm(map[string]string{"a": "b"}),
	} {
		if _, err := workflow.ReadAnswers(file); told(err) != want {
			t.Errorf("told as %s, want %s", told(err), want)
		}
	}
	values := sheet(w, "2020")
	values["worksheet:programme"] = "0000000000009-1"
	answers, err := workflow.ReadAnswers(worktest.FilledForm(values))
	must(t, err)
	var refused *workflow.AnswersError
	if _, err := w.PreviewAnswers(answers); !errors.As(err, &refused) || told(err) != "answers.error.otherProgramme" {
		t.Errorf("another programme's: %v", err)
	}
}

// passOn gives a body's duties to another one.
func passOn(t *testing.T, w *workflow.Work, from, to model.EntityID) {
	t.Helper()
	must(t, w.Edit(t.Context(), func(st *model.Step) error { return st.Set(from, model.FieldSuccessor, model.ValueOf(to)) }))
}

func TestABodyAnswersAnewForTheOneBeforeIt(t *testing.T) {
	_, _, w := example(t)
	_, measure, city := followed(t, w)
	county := w.Programme().Bodies[0].ID
	values := sheet(w, "2020")
	values[asked("measure", measure.ID, city, "status")] = "underWay"
	must(t, w.TakeAnswers(t.Context(), previewed(t, w, values)))
	passOn(t, w, city, county)

	values = sheet(w, "2020")
	values[asked("measure", measure.ID, county, "status")] = "underWay" // as it stood in the form
	if p := previewed(t, w, values); p.Same != 1 || len(p.Lines) != 0 {
		t.Errorf("what the one before said is taken as new: %+v", p)
	}
	values[asked("measure", measure.ID, county, "status")] = "completed"
	p := previewed(t, w, values)
	if len(p.Problems) > 0 || len(p.Lines) != 1 || p.Lines[0].Before.Status != model.UnderWay || len(p.Statuses) != 1 {
		t.Fatalf("preview %+v", p)
	}
	must(t, w.TakeAnswers(t.Context(), p))
	_, m, _ := followed(t, w)
	if m.Status != model.Completed || len(m.FollowUps) != 2 || m.FollowUps[0].Status != model.UnderWay || m.FollowUps[0].Body != city {
		t.Errorf("%+v", m)
	}
}

// Two entries of the register were made one after the form was sent.
func TestAnAnswerFollowsABodyThatWasJoinedToAnother(t *testing.T) {
	_, _, w := example(t)
	_, measure, gone := followed(t, w)
	kept := w.Programme().Bodies[0].ID
	values := sheet(w, "2020")
	values[asked("measure", measure.ID, gone, "status")] = "completed"
	must(t, w.Edit(t.Context(), func(st *model.Step) error { return model.JoinBodies(st, kept, gone) }))
	p := previewed(t, w, values)
	if len(p.Problems) > 0 || len(p.Lines) != 1 || p.Lines[0].Body != kept {
		t.Errorf("preview %+v", p)
	}
}

func TestAnAnswerToWhatWasRemovedSaysWhatItWas(t *testing.T) {
	_, _, w := example(t)
	_, measure, body := followed(t, w)
	title := measure.Title
	values := sheet(w, "2020")
	values[asked("measure", measure.ID, body, "remark")] = "Kurssi on pidetty."
	must(t, w.Edit(t.Context(), func(st *model.Step) error { return st.Delete(measure.ID) }))
	p := previewed(t, w, values)
	if len(p.Problems) != 1 || p.Problems[0].Code != workflow.AnswerGone || p.Problems[0].Title != title || p.Problems[0].Word != "Kurssi on pidetty." {
		t.Errorf("preview %+v, want %q", p, title)
	}
}

func TestAFormThatIsFilledAgainAddsAndErasesNothing(t *testing.T) {
	_, _, w := example(t)
	goal, measure, body := followed(t, w)
	values := sheet(w, "2020")
	values[asked("measure", measure.ID, body, "status")] = "-"
	values[asked("measure", measure.ID, body, "remark")] = "Åäö: alku.\rŠ, ŋ ja € toisella rivillä."
	values[asked("indicator", goal.Indicators[0].ID, body, "value")] = "kymmenkunta"
	must(t, w.TakeAnswers(t.Context(), previewed(t, w, values)))
	values[asked("measure", measure.ID, body, "status")] = "underWay"
	values[asked("indicator", goal.Indicators[0].ID, body, "value")] = "−1,5 %"
	p := previewed(t, w, values)
	must(t, w.TakeAnswers(t.Context(), p))
	g, m, _ := followed(t, w)
	if len(m.FollowUps) != 1 || m.FollowUps[0].Status != model.UnderWay || m.FollowUps[0].Remark != "Åäö: alku.\nŠ, ŋ ja € toisella rivillä." {
		t.Errorf("%+v", m.FollowUps)
	}
	if f := g.Indicators[0].FollowUps; len(f) != 1 || !strings.Contains(f[0].Remark, "kymmenkunta") {
		t.Errorf("%+v, problems %+v", f, p.Problems)
	}
}

func TestReportsOfLockedContentShowWhatWasWrittenBesideItSince(t *testing.T) {
	_, _, w := example(t)
	must(t, w.RecordDecision(t.Context(), decided()))
	must(t, w.Edit(t.Context(), func(st *model.Step) error {
		return st.Set(w.ID(), model.FieldConfidentiality, model.ValueOf("julkinen"))
	}))
	must(t, w.Lock(t.Context()))
	must(t, w.Approve(t.Context(), nil))
	must(t, w.Edit(t.Context(), func(st *model.Step) error {
		return st.SetText(w.ID(), model.FieldPlainText, model.Finnish, "Ohjelma kertoo, mitä tehdään.")
	}))
	for kind, want := range map[string]string{
		"worksheet": " class julkinen", "plain": " class julkinen easy", "programme": " class julkinen", "approved": " class julkinen",
	} {
		var out bytes.Buffer
		_, err := w.Report(t.Context(), &out, workflow.ReportOrder{Kind: kind, Edition: workflow.Edition{model.Finnish}}, nil)
		must(t, err)
		if got := strings.TrimSpace(out.String()); !strings.HasSuffix(got, "2022"+want) {
			t.Errorf("%s: %q, want it to end in %q", kind, got, want)
		}
	}
}
