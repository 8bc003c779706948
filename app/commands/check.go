package commands

import (
	"fmt"

	"tavoitekartta/app/printwords"
	"tavoitekartta/app/workflow"
	"tavoitekartta/model"
)

// checkTask tells what a programme lacks. A mistake or an obstacle makes the
// exit code 1; what merely is not written yet does not.
type checkTask struct {
	ID   string `arg:"" optional:""`
	JSON bool   `name:"json"`
}

func (*checkTask) needs() need        { return openFolder }
func (t *checkTask) incomplete() bool { return t.ID == "" }

func (t *checkTask) do(s *session) int {
	work, ok := s.open(t.ID)
	if !ok {
		return exitRefused
	}
	findings := work.Findings()
	exit := exitDone
	for _, f := range findings {
		if f.Severity >= model.Mistake {
			exit = exitRefused
		}
	}
	if t.JSON {
		if findings == nil {
			findings = []model.Finding{}
		}
		if failed := s.printJSON(findings); failed != exitDone {
			return failed
		}
		return exit
	}
	if len(findings) == 0 {
		s.print(s.words.T("command.check.nothing"))
	}
	places := s.places(work.Programme())
	for _, f := range findings {
		if f.Code != model.CodeUnprintable {
			s.print(s.findingLine(places, f))
		}
	}
	s.printUnprintable(work)
	return exit
}

// printUnprintable tells of each sign that cannot be printed and where it is.
func (s *session) printUnprintable(work *workflow.Work) {
	signs := work.UnprintableSigns()
	if len(signs) == 0 {
		return
	}
	numbers := work.TextNumbers()
	for _, sign := range signs {
		sign.Context = shown(sign.Context)
		s.print(s.words.T("severity."+model.Notice.String()) + ": " + printwords.Sentence(s.words, sign, numbers))
	}
}

func (s *session) findingLine(places map[model.EntityID]string, f model.Finding) string {
	place := places[f.Entity]
	if place == "" {
		place = shown(f.Path)
	}
	return fmt.Sprintf("%s: %s: %s", s.words.T("severity."+f.Severity.String()), place, s.words.T("finding."+string(f.Code)))
}

// places names the elements of a programme as a person finds them: by number
// and title.
func (s *session) places(p *model.Programme) map[model.EntityID]string {
	places := map[model.EntityID]string{p.ID: shown(s.best(p.Title))}
	name := func(id model.EntityID, number string, t model.Text) {
		places[id] = shown(number + " " + s.best(t))
	}
	for i := range p.Sections {
		name(p.Sections[i].ID, p.Sections[i].Number, p.Sections[i].Title)
	}
	for g := range p.AllGoals() {
		name(g.ID, g.Number, g.Title)
		for _, m := range g.Measures {
			name(m.ID, m.Number, m.Title)
			s.placeParts(places, m.Number, m.Bodies, m.Indicators)
		}
		s.placeParts(places, g.Number, g.Bodies, g.Indicators)
	}
	for _, b := range p.Bodies {
		places[b.ID] = shown(s.best(b.Name))
	}
	return places
}

// placeParts names what hangs on a goal or a measure by the number of that.
func (s *session) placeParts(places map[model.EntityID]string, number string, bodies []model.Responsibility, indicators []model.Indicator) {
	for _, r := range bodies {
		places[r.ID] = number
	}
	for _, i := range indicators {
		places[i.ID] = shown(number + " " + s.best(i.Title))
	}
}
