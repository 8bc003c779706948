package workflow

import (
	"context"
	"fmt"
	"slices"

	"tavoitekartta/model"
)

// MomentKind says what a moment of a programme is.
type MomentKind string

// The kinds of moments.
const (
	MomentPresent   MomentKind = "present"   // as it is now
	MomentVersion   MomentKind = "version"   // a kept version
	MomentDay       MomentKind = "day"       // the end of a day
	MomentBeginning MomentKind = "beginning" // as it was first made
)

// Moment is a state of a programme that can be held against another.
type Moment struct {
	Kind    MomentKind
	Version *model.Version // of a version
	Day     model.Date     // of a day; of the beginning the day on which it was made
}

// Same tells whether two moments are one.
func (m Moment) Same(other Moment) bool {
	if m.Kind != other.Kind || m.Day != other.Day || (m.Version == nil) != (other.Version == nil) {
		return false
	}
	return m.Version == nil || m.Version.Number == other.Version.Number
}

// Decisions returns the decisions that belong to the moment's reading, in the
// order in which they were made: a version's own ones, and else those recorded
// by then.
func (m Moment) Decisions(p *model.Programme) []model.Decision {
	if m.Version == nil {
		return p.Decisions
	}
	return append(slices.Clone(m.Version.Handling), m.Version.Decision)
}

// Moments returns the moments of the programme, the latest first: the present
// unless a kept version is that, the versions, the earlier days on which
// something changed, and its beginning.
func (h *History) Moments(ctx context.Context) ([]Moment, error) {
	versions, err := h.work.Versions(ctx)
	if err != nil {
		return nil, fmt.Errorf("read versions of %s: %w", h.work.ID(), err)
	}
	var moments []Moment
	last := len(versions) - 1
	if last < 0 || !h.work.ReadOnly() || versions[last].Number != h.work.Programme().Version {
		moments = append(moments, Moment{Kind: MomentPresent})
	}
	for i := last; i >= 0; i-- {
		moments = append(moments, Moment{Kind: MomentVersion, Version: &versions[i]})
	}
	for _, day := range h.earlierDays() {
		moments = append(moments, Moment{Kind: MomentDay, Day: day})
	}
	if begun, whole := h.firstStep(); len(begun) < whole {
		moments = append(moments, Moment{Kind: MomentBeginning, Day: h.work.desk.day(begun[0])})
	}
	return moments, nil
}

// earlierDays returns the days before today on which something changed, the
// last one first.
func (h *History) earlierDays() []model.Date {
	today := h.work.desk.Today()
	seen := map[model.Date]bool{}
	var days []model.Date
	for _, c := range h.changes {
		day := h.work.desk.day(c)
		if seen[day] {
			continue
		}
		seen[day] = true
		if day.Before(today) {
			days = append(days, day)
		}
	}
	slices.SortFunc(days, func(a, b model.Date) int {
		if a.Before(b) {
			return 1
		}
		return -1
	})
	return days
}

// day returns the day of a change by the desk's clock.
func (d *Desk) day(c model.Change) model.Date { return model.DateOf(c.At().In(d.clock().Location())) }

// firstStep returns the changes with which the programme was made, and how many
// there are in all.
func (h *History) firstStep() (first []model.Change, whole int) {
	end := 0
	for end < len(h.changes) && h.changes[end].Step == h.changes[0].Step {
		end++
	}
	return h.changes[:end], len(h.changes)
}

// ProgrammeAt reads the programme as it was at a moment. A version is read from
// its own kept bytes. It returns [ErrBeforeProgramme] for a day before the
// programme was begun.
func (h *History) ProgrammeAt(m Moment) (*model.Programme, error) {
	switch m.Kind {
	case MomentVersion:
		p, err := model.ReadCanonicalContent(m.Version.Content)
		if err != nil {
			return nil, fmt.Errorf("read version %s of %s: %w", m.Version.Printed(), h.work.ID(), err)
		}
		return &p, nil
	case MomentDay:
		return reading(h.StateOn(m.Day))
	case MomentBeginning:
		first, _ := h.firstStep()
		var head model.VersionVector
		for _, c := range first {
			head = head.With(c.ID)
		}
		return reading(model.StateAtHead(first, head))
	case MomentPresent:
	}
	return h.work.Programme(), nil
}

func reading(s *model.State, err error) (*model.Programme, error) {
	if err != nil {
		return nil, err
	}
	p := s.Programme()
	return &p, nil
}
