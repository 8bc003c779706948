package workflow

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"tavoitekartta/model"
)

// ErrBeforeProgramme says that a programme had not been begun on a day.
var ErrBeforeProgramme = errors.New("the programme had not been begun")

// History is what has happened in a programme: all of its changes, read as
// acts. It is as the programme was when it was read last.
type History struct {
	*model.History // nil until it is read

	work    *Work
	id      model.EntityID
	changes []model.Change
	head    model.VersionVector
	people  []Person
}

// Person is somebody who has changed something, by all the ids under which
// they have written.
type Person struct {
	Name  string // "" when it was erased or never given
	Named bool   // a name was given, whether or not it is known now
	IDs   []model.PersonID
}

// History returns the programme's history, not read yet.
func (w *Work) History() *History { return &History{work: w, id: w.ID()} }

// Stale tells whether the history has not been read, or not since the programme
// was last changed.
func (h *History) Stale() bool { return h.History == nil || !h.head.CoversAll(h.work.state.Head()) }

// Read takes in the changes that have come since the history was read last. The
// first time it reads all of them, 20,000 in some 0.2 s: it may be called
// outside the goroutine of the [Work] as long as nothing else is asked of the
// history meanwhile.
func (h *History) Read(ctx context.Context) error {
	desk := h.work.desk
	changes, err := model.ReadLog(ctx, desk.store.Log(h.id), h.head)
	if err != nil {
		return fmt.Errorf("read history of %s: %w", h.id, err)
	}
	h.changes = append(h.changes, changes...)
	for _, c := range changes {
		h.head = h.head.With(c.ID)
	}
	h.History = model.NewHistory(h.changes)
	h.people = h.readPeople(desk.names(ctx))
	return nil
}

// readPeople joins the ids of those who go by one name, and of those who go by
// none that is known.
func (h *History) readPeople(name func(model.PersonID) string) []Person {
	var people []Person
	for _, id := range h.Authors() {
		p := Person{Named: id != ""}
		if p.Named {
			p.Name = name(id)
		}
		same := func(other Person) bool { return other.Name == p.Name && other.Named == p.Named }
		at := slices.IndexFunc(people, same)
		if at < 0 {
			at = len(people)
			people = append(people, p)
		}
		people[at].IDs = append(people[at].IDs, id)
	}
	return people
}

// People returns those who have changed something, who did so last first.
func (h *History) People() []Person { return h.people }

// By returns who made an act.
func (h *History) By(a *model.Act) Person {
	for _, p := range h.people {
		if slices.Contains(p.IDs, a.Author) {
			return p
		}
	}
	return Person{Named: a.Author != "", IDs: []model.PersonID{a.Author}}
}

// DayBounds returns the first moment of a day and that of the next one, by the
// desk's clock.
func (d *Desk) DayBounds(day model.Date) (since, until time.Time) {
	zone := d.clock().Location()
	since = time.Date(day.Year, time.Month(day.Month), day.Day, 0, 0, 0, 0, zone)
	return since, time.Date(day.Year, time.Month(day.Month), day.Day+1, 0, 0, 0, 0, zone)
}

// StateOn returns the programme's state at the end of a day; of today and of
// days to come it is the present one, whatever clocks say. It returns
// [ErrBeforeProgramme] for a day before the programme was begun.
func (h *History) StateOn(day model.Date) (*model.State, error) {
	if !day.Before(h.work.desk.Today()) {
		return h.work.state, nil
	}
	_, next := h.work.desk.DayBounds(day)
	state, err := model.StateAt(h.changes, next.Add(-time.Millisecond))
	if err != nil {
		return nil, fmt.Errorf("state of %s on %s: %w", h.work.ID(), day, err)
	}
	if state.Root() == "" {
		return nil, ErrBeforeProgramme
	}
	return state, nil
}

// MayBringBack tells whether the value that a field had before a line of the
// history can be given to it again: there is such a value, the field says
// something else now, and it may be written.
func (w *Work) MayBringBack(l model.HistoryLine) bool {
	if l.Deed != model.DeedChanged || len(l.Old) == 0 || decidedElsewhere(l) {
		return false
	}
	e := w.state.Element(l.Entity)
	if e == nil || !w.state.Present(l.Entity) || e.Value(l.Field).Equal(l.Old) {
		return false
	}
	if model.TypeOf(e.Kind, l.Field) == model.ReferenceValue && !w.state.Present(model.EntityID(l.Old.Text())) {
		return false
	}
	return w.mayWrite(l.Entity, l.Field)
}

// decidedElsewhere tells whether a field follows from an act of its own, such
// as locking: bringing its value back would not bring back what it stands for.
func decidedElsewhere(l model.HistoryLine) bool {
	switch l.Field {
	case model.FieldStoredState, model.FieldVersion, model.FieldPerson:
		return true
	}
	return false
}

func (w *Work) mayWrite(id model.EntityID, f model.Field) bool {
	return w.state.MayTakeBack([]model.Change{{Entity: id, Field: f}})
}

// BringBack gives a field the value that it had before a line of the history,
// as one step. It returns [model.ErrLocked] where the content is locked and
// [model.ErrNotThere] when the element, or what the value names, is not there.
func (w *Work) BringBack(ctx context.Context, l model.HistoryLine) error {
	if model.TypeOf(l.Of, l.Field) == model.ReferenceValue && len(l.Old) > 0 && !w.state.Present(model.EntityID(l.Old.Text())) {
		return fmt.Errorf("bring back: %w: %s", model.ErrNotThere, l.Old.Text())
	}
	return w.Edit(ctx, func(st *model.Step) error { return st.Set(l.Entity, l.Field, l.Old) })
}

// MayRestore tells whether a removed element can come back where it stood.
func (w *Work) MayRestore(id model.EntityID) bool {
	s := w.state
	return s.Element(id) != nil && !s.Present(id) && s.Present(s.Parent(id)) && w.mayWrite(id, model.FieldDeleted)
}

// Restore brings a removed element back, with all that stood under it, as one
// step. It returns [model.ErrLocked] where the content is locked and
// [model.ErrNotThere] when what it stood under is removed too.
func (w *Work) Restore(ctx context.Context, id model.EntityID) error {
	return w.Edit(ctx, func(st *model.Step) error { return st.Restore(id) })
}
