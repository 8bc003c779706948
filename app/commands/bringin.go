package commands

import (
	"errors"
	"path/filepath"

	"tavoitekartta/app/intake/pdffile"
	"tavoitekartta/app/workflow"
)

// importTask brings in the programme that a document carries along.
type importTask struct {
	File    string `arg:"" optional:""`
	Preview bool   `name:"preview"`
	Again   bool   `name:"again"`
}

func (*importTask) needs() need        { return openFolder }
func (t *importTask) incomplete() bool { return t.File == "" }

func (t *importTask) do(s *session) int {
	in, ok := s.readable(t.File)
	if !ok {
		return exitRefused
	}
	defer in.Close()
	document, err := workflow.ReadDocument(in)
	switch {
	case errors.Is(err, pdffile.ErrTooLarge):
		return s.fail(err)
	case err != nil:
		return s.complain("command.file.unreadable", "file", shown(t.File))
	}
	carried, err := s.desk.ReadCarried(s.ctx, document)
	if err != nil {
		return s.fail(err)
	}
	carried.Name = filepath.Base(t.File)
	s.tellCarried(carried)
	switch {
	case t.Preview:
		return exitDone
	case len(carried.Present) > 0 && !t.Again:
		return s.complain("command.import.present")
	}
	work, err := s.desk.BringIn(s.ctx, carried)
	if err != nil {
		return s.fail(err)
	}
	s.print(s.words.T("command.import.done", "programme", work.ID()))
	return exitDone
}

// tellCarried says what the document holds, and what of it is here already.
func (s *session) tellCarried(c *workflow.Carried) {
	p := &c.File.Programme
	counts := p.Counts()
	s.print(shown(s.best(p.Title)))
	s.print(years(p.FirstYear, p.LastYear) + ", " + s.stateWord(p.State, false))
	s.print(s.words.T("command.import.parts", "sections", len(p.Sections), "goals", counts.Goals, "measures", counts.Measures))
	if c.File.Verified() {
		s.print(s.words.T("carried.verified"))
	}
	for _, present := range c.Present {
		key := "command.import.here.other"
		if present.Same {
			key = "command.import.here.same"
		}
		s.print(s.words.T(key, "programme", present.Summary.ID))
	}
}
