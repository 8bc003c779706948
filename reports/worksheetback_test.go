package reports_test

import (
	"bytes"
	"testing"

	"tavoitekartta/app/workflow"
	"tavoitekartta/app/workflow/worktest"
	"tavoitekartta/model"
	"tavoitekartta/reports"
	"tavoitekartta/reports/programme"
)

// answered makes every body that is asked answer of every measure, and returns
// how many answers that gives.
func answered(p *model.Programme, year int) int {
	count := 0
	for _, register := range p.DutiesByBody() {
		for _, duty := range register.Duties {
			if duty.Role == model.Partner {
				continue
			}
			for i := range duty.Goal.Measures {
				m := &duty.Goal.Measures[i]
				asked := m == duty.Measure || duty.Measure == nil && len(m.Bodies) == 0
				if !asked || model.AnsweredBy(m.FollowUps, register.Body.ID, year).Year == year {
					continue
				}
				m.FollowUps = append(m.FollowUps, model.FollowUpAnswer{
					Year: year, Body: register.Body.ID, Status: model.UnderWay, Remark: "Pidetty: " + m.Number + " (ŋ, Š, €).\nJatkuu.",
				})
				count++
			}
		}
	}
	return count
}

// A worksheet in which answers stand is what a body sends back: brought into the
// same programme without them, they stand there too.
func TestAWorksheetIsReadBackAsItWasFilled(t *testing.T) {
	open := func() *workflow.Work {
		desk, _ := worktest.NewDesk()
		return worktest.OpenExample(t, desk, "vaasa-2019-2022")
	}
	p := *open().Programme()
	want := answered(&p, 2022)
	o := options(model.Finnish, model.Swedish)
	o.Kind, o.Choice = string(programme.Worksheet), programme.Choice{Year: 2022}
	var pdf bytes.Buffer
	if _, err := reports.Render(t.Context(), &pdf, p, o); err != nil {
		t.Fatal(err)
	}
	answers, err := workflow.ReadAnswers(pdf.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	work := open()
	preview, err := work.PreviewAnswers(answers)
	if err != nil {
		t.Fatal(err)
	}
	if len(preview.Lines) != want || want < 40 || len(preview.Problems) > 0 || len(preview.Statuses) == 0 {
		t.Fatalf("%d lines of %d answers, %d statuses, problems %v", len(preview.Lines), want, len(preview.Statuses), preview.Problems)
	}
	if err := work.TakeAnswers(t.Context(), preview); err != nil {
		t.Fatal(err)
	}
	taken := map[model.EntityID][]model.FollowUpAnswer{}
	for g := range work.Programme().AllGoals() {
		for _, m := range g.Measures {
			taken[m.ID] = m.FollowUps
		}
	}
	for g := range p.AllGoals() {
		for i := range g.Measures {
			m := &g.Measures[i]
			for _, answer := range m.FollowUps {
				got := model.AnsweredBy(taken[m.ID], answer.Body, answer.Year)
				if got.Status != answer.Status || got.Remark != answer.Remark {
					t.Errorf("%s by %s: %+v, want %+v", m.Number, answer.Body, got, answer)
				}
			}
		}
	}
}
