package commands

import (
	"errors"
	"fmt"
	"strings"

	"tavoitekartta/app/intake"
	"tavoitekartta/app/workflow"
	"tavoitekartta/model"
)

// approveTask records a decision and approves the programme, or locks it until
// the minutes are checked.
type approveTask struct {
	ID       string `arg:"" optional:""`
	Decision string `name:"decision"`
}

func (*approveTask) needs() need        { return openFolder }
func (t *approveTask) incomplete() bool { return t.ID == "" || t.Decision == "" }

func (t *approveTask) do(s *session) int {
	work, ok := s.open(t.ID)
	if !ok {
		return exitRefused
	}
	state := work.Programme().State
	if state == model.Approved || state == model.Superseded {
		return s.complain("command.approve.already", "programme", work.ID())
	}
	file, ok := s.readable(t.Decision)
	if !ok {
		return exitRefused
	}
	defer file.Close()
	described, err := intake.ReadDecision(file)
	var problems intake.Problems
	switch {
	case errors.As(err, &problems):
		return s.problems(t.Decision, problems)
	case err != nil:
		return s.complain("command.file.unreadable", "file", shown(t.Decision))
	}
	if exit := s.mayBeDecided(work); exit != exitDone {
		return exit
	}
	if err := work.RecordDecision(s.ctx, facts(described, work.Programme().FirstLanguage)); err != nil {
		return s.fail(err)
	}
	return s.lockAndApprove(work)
}

// mayBeDecided tells what the programme itself lacks, before a word of the
// decision is recorded.
func (s *session) mayBeDecided(work *workflow.Work) int {
	if work.ReadOnly() {
		return exitDone
	}
	var own []model.Finding
	for _, f := range work.Obstacles() {
		if f.Path != "decisions" && !strings.HasPrefix(f.Path, "decisions[") {
			own = append(own, f)
		}
	}
	return s.obstacles(work, own)
}

func (s *session) obstacles(work *workflow.Work, findings []model.Finding) int {
	if len(findings) == 0 {
		return exitDone
	}
	s.complain("command.approve.obstacles")
	for _, f := range findings {
		fmt.Fprintf(s.call.Stderr, "%s: %s\n", shown(f.Path), s.words.T("finding."+string(f.Code)))
	}
	return exitRefused
}

func (s *session) lockAndApprove(work *workflow.Work) int {
	if !work.ReadOnly() {
		err := work.Lock(s.ctx)
		var obstacles *workflow.ObstaclesError
		if errors.As(err, &obstacles) {
			return s.obstacles(work, obstacles.Findings)
		}
		if err != nil {
			return s.fail(err)
		}
	}
	if work.RecordedApproval() {
		s.print(s.words.T("command.approve.recorded", "programme", work.ID()))
		return exitDone
	}
	err := work.Approve(s.ctx, nil)
	var pending *workflow.PendingError
	if errors.As(err, &pending) {
		s.print(s.words.T("command.approve.waiting"))
		for _, code := range pending.Codes {
			s.print(s.words.T("finding." + string(code)))
		}
		return exitDone
	}
	if err != nil {
		return s.fail(err)
	}
	version, err := work.Version(s.ctx)
	if err != nil {
		return s.fail(err)
	}
	s.print(s.words.T("command.approve.done", "programme", work.ID(), "version", version.Printed(),
		"fingerprint", version.Fingerprint.Short()))
	return exitDone
}

// facts turns a file's decision into the facts of the use case; bare texts are
// in the programme's first language.
func facts(d intake.DecisionDescription, first model.Language) workflow.DecisionFacts {
	f := workflow.DecisionFacts{
		Organ: d.Organ, OrganName: d.OrganName.In(first), MeetingDate: d.MeetingDate,
		Paragraph: string(d.Paragraph), RegisterNumber: d.RegisterNumber,
		Preparer: d.Preparer.In(first), Presenter: d.Presenter.In(first), Proposal: d.Proposal.In(first),
		Rationale: d.Rationale.In(first), Effects: d.Effects.In(first), Costs: d.Costs.In(first), Annexes: d.Annexes.In(first),
		Appeal: d.Appeal.In(first),
		Text:   d.Text.In(first), Outcome: d.Outcome, Unanimous: d.Unanimous,
	}
	if v := d.Vote; v != nil {
		f.Vote = &model.Vote{
			YesMeaning: v.YesMeaning.In(first), NoMeaning: v.NoMeaning.In(first), NumbersUnknown: v.NumbersUnknown,
			Yes: v.Yes, No: v.No, Blank: v.Blank, Absent: v.Absent,
		}
	}
	for _, m := range d.Motions {
		f.Motions = append(f.Motions, model.Motion{
			Kind: m.Kind, Text: m.Text.In(first), Outcome: m.Outcome, Unanimous: m.Unanimous, ChangesText: m.ChangesText,
		})
	}
	for _, m := range d.Minutes {
		f.Minutes = append(f.Minutes, workflow.MinutesFacts{
			Role: m.Role, RoleText: m.RoleText.In(first), Name: m.Name,
			Done: m.Done || !m.DoneOn.Zero(), DoneOn: m.DoneOn, Digitally: m.Digitally,
		})
	}
	return f
}
