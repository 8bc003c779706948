package workflow_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"tavoitekartta/app/workflow"
	"tavoitekartta/model"
)

// named writes moments as words: "present, version 1, 5.3., beginning".
func named(moments []workflow.Moment) string {
	var words []string
	for _, m := range moments {
		switch m.Kind {
		case workflow.MomentVersion:
			words = append(words, fmt.Sprint("version ", m.Version.Number))
		case workflow.MomentDay:
			words = append(words, fmt.Sprintf("%d.%d.", m.Day.Day, m.Day.Month))
		default:
			words = append(words, string(m.Kind))
		}
	}
	return strings.Join(words, ", ")
}

func (c *calendar) moments(t *testing.T, want string) (*workflow.History, []workflow.Moment) {
	t.Helper()
	h := c.history(t)
	moments, err := h.Moments(t.Context())
	must(t, err)
	if got := named(moments); got != want {
		t.Errorf("moments: %s\nwant: %s", got, want)
	}
	return h, moments
}

func TestMomentsAreThePresentTheVersionsTheDaysAndTheBeginning(t *testing.T) {
	c := newCalendar(t)
	c.moments(t, "present")
	was := firstGoal(c.work).Title.Fi
	c.rename(t, "Toinen")
	c.moments(t, "present, beginning")
	c.on(5)
	c.rename(t, "Viides")
	c.on(9)
	c.rename(t, "Yhdeksäs")
	h, moments := c.moments(t, "present, 5.3., 2.3., beginning")
	for i, want := range []string{"Yhdeksäs", "Viides", "Toinen", was} {
		p, err := h.ProgrammeAt(moments[i])
		must(t, err)
		if got := p.Sections[0].Goals[0].Title.Fi; got != want {
			t.Errorf("at moment %d the goal was called %q, shown %q", i, want, got)
		}
	}
	if _, err := h.ProgrammeAt(workflow.Moment{Kind: workflow.MomentDay, Day: march(1)}); !errors.Is(err, workflow.ErrBeforeProgramme) {
		t.Errorf("before its first day: %v", err)
	}
}

func TestAVersionIsReadFromItsKeptBytesWithItsDecisions(t *testing.T) {
	c := newCalendar(t)
	must(t, c.work.RecordDecision(t.Context(), workflow.DecisionFacts{
		Organ: model.Council, MeetingDate: march(3), Paragraph: "12", Outcome: model.OutcomeApproved,
		Text: model.Text{Fi: "Hyväksyttiin."},
		Minutes: []workflow.MinutesFacts{
			{Role: model.Chair, Done: true, DoneOn: march(4)}, {Role: model.MinutesKeeper, Done: true, DoneOn: march(4)},
			{Role: model.MinutesChecker, Done: true, DoneOn: march(4)},
		},
	}))
	must(t, c.work.Lock(t.Context()))
	must(t, c.work.Approve(t.Context(), nil))
	c.moments(t, "version 1, beginning")
	must(t, c.work.BeginNextVersion(t.Context()))
	was := firstGoal(c.work).Title.Fi
	c.rename(t, "Muutettu")
	h, moments := c.moments(t, "present, version 1, beginning")
	p, err := h.ProgrammeAt(moments[1])
	must(t, err)
	if got := p.Sections[0].Goals[0].Title.Fi; got != was {
		t.Errorf("the version's goal is called %q, want %q", got, was)
	}
	decisions := moments[1].Decisions(p)
	if len(decisions) == 0 || !decisions[len(decisions)-1].Final || decisions[len(decisions)-1].Paragraph != "12" {
		t.Errorf("the version's decisions are %+v", decisions)
	}
	if moments[0].Same(moments[1]) || !moments[1].Same(moments[1]) {
		t.Error("moments are not told apart")
	}
}
