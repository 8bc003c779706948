package model

import (
	"errors"
	"fmt"
	"time"
)

// Writer is who makes changes and where the replica's numbers stand.
type Writer struct {
	Replica ReplicaID
	Person  PersonID
	NextSeq uint64    // the replica's next number, over all of its programmes
	At      time.Time // wall clock, for display
}

// Errors of edits.
var (
	ErrNotThere = errors.New("the element is not there")
	ErrLocked   = errors.New("the programme is locked")
	ErrCircle   = errors.New("an element cannot stand under itself")
)

// Step gathers the changes of one act of the user: they are saved together,
// shown together in the history and undone together. The state is edited at
// once; the caller saves [Step.Changes] and, should that fail, loads the state
// anew.
type Step struct {
	state   *State
	writer  Writer
	purpose Purpose
	target  ChangeID
	first   ChangeID
	changes []Change
}

// Begin starts a step of the writer on the state.
func (s *State) Begin(w Writer) *Step { return &Step{state: s, writer: w} }

// Changes returns the changes made so far, in order.
func (st *Step) Changes() []Change { return st.changes }

// State returns the state that the step edits.
func (st *Step) State() *State { return st.state }

// CreateProgramme creates the programme's own element in an empty state and
// returns its id.
func (st *Step) CreateProgramme() (EntityID, error) {
	return st.create(KindProgramme)
}

// Add creates an element of a kind under a parent, after the sibling named, or
// as the last one where after is "". It returns [ErrWrongParent],
// [ErrNotThere] or [ErrLocked].
func (st *Step) Add(parent EntityID, kind Kind, after EntityID) (EntityID, error) {
	if err := st.mayEdit(kind); err != nil {
		return "", err
	}
	if err := st.mayStand(kind, parent); err != nil {
		return "", err
	}
	position, err := st.positionAfter(parent, kind, after, "")
	if err != nil {
		return "", err
	}
	id, err := st.create(kind)
	if err != nil {
		return "", err
	}
	if err := st.record(id, FieldParent, ValueOf(parent)); err != nil {
		return "", err
	}
	return id, st.record(id, FieldPosition, ValueOf(position))
}

// AddFirst is [Step.Add] before all siblings of the kind.
func (st *Step) AddFirst(parent EntityID, kind Kind) (EntityID, error) {
	id, err := st.Add(parent, kind, "")
	if err != nil {
		return "", err
	}
	return id, st.MoveFirst(id, parent)
}

// Set gives a field a value; the same value again makes no change, unless it
// settles a clash. It returns [ErrNotThere], [ErrLocked], [ErrUnknownField] or
// [ErrMalformedValue].
func (st *Step) Set(id EntityID, f Field, v Value) error {
	e := st.state.Element(id)
	if e == nil || !st.state.Present(id) {
		return fmt.Errorf("%w: %s", ErrNotThere, id)
	}
	if err := st.mayEditField(e.Kind, f); err != nil {
		return err
	}
	if e.Value(f).Equal(v) && !inClash(e.Fields[f]) {
		return nil
	}
	return st.record(id, f, v)
}

// SetText gives a text in one language.
func (st *Step) SetText(id EntityID, base Field, l Language, s string) error {
	return st.Set(id, base.In(l), ValueOf(s))
}

// SetTexts gives a text in every language that t holds.
func (st *Step) SetTexts(id EntityID, base Field, t Text) error {
	for _, l := range Languages() {
		if t.In(l) == "" {
			continue
		}
		if err := st.SetText(id, base, l, t.In(l)); err != nil {
			return err
		}
	}
	return nil
}

// Move puts an element under a parent after the sibling named, or as the last
// one where after is "". It returns [ErrCircle] besides what [Step.Add] does.
func (st *Step) Move(id, parent, after EntityID) error {
	kind, err := st.mayMove(id, parent)
	if err != nil {
		return err
	}
	position, err := st.positionAfter(parent, kind, after, id)
	if err != nil {
		return err
	}
	return st.place(id, parent, position)
}

// MoveFirst puts an element under a parent before all siblings of its kind.
func (st *Step) MoveFirst(id, parent EntityID) error {
	kind, err := st.mayMove(id, parent)
	if err != nil {
		return err
	}
	first := ""
	for _, sibling := range st.state.Children(parent, kind) {
		if sibling.ID != id {
			first = sibling.Value(FieldPosition).Text()
			break
		}
	}
	return st.place(id, parent, PositionBetween("", first))
}

// Delete removes an element and all under it; it can be restored.
func (st *Step) Delete(id EntityID) error { return st.setDeleted(id, true) }

// Restore brings a removed element back where it stood, or returns
// [ErrNotThere] while that is removed too.
func (st *Step) Restore(id EntityID) error { return st.setDeleted(id, false) }

func (st *Step) setDeleted(id EntityID, deleted bool) error {
	e := st.state.Element(id)
	if e == nil || e.Kind == KindProgramme {
		return fmt.Errorf("%w: %s", ErrNotThere, id)
	}
	if err := st.mayEdit(e.Kind); err != nil {
		return err
	}
	if st.state.Present(id) != deleted {
		return nil
	}
	if !deleted && !st.state.Present(st.state.Parent(id)) {
		return fmt.Errorf("%w: what %s stood under", ErrNotThere, id)
	}
	return st.record(id, FieldDeleted, ValueOf(deleted))
}

func (st *Step) place(id, parent EntityID, position string) error {
	e := st.state.Element(id)
	if !e.Value(FieldParent).Equal(ValueOf(parent)) || inClash(e.Fields[FieldParent]) || st.state.arranged().inCircle[id] {
		if err := st.record(id, FieldParent, ValueOf(parent)); err != nil {
			return err
		}
	}
	return st.Set(id, FieldPosition, ValueOf(position))
}

func (st *Step) mayMove(id, parent EntityID) (Kind, error) {
	e := st.state.Element(id)
	if e == nil || e.Kind == KindProgramme || !st.state.Present(id) {
		return "", fmt.Errorf("%w: %s", ErrNotThere, id)
	}
	if err := st.mayEdit(e.Kind); err != nil {
		return "", err
	}
	for at, depth := parent, 0; at != "" && depth < maxDepth; at, depth = st.state.Parent(at), depth+1 {
		if at == id {
			return "", ErrCircle
		}
	}
	return e.Kind, st.mayStand(e.Kind, parent)
}

func (st *Step) mayStand(kind Kind, parent EntityID) error {
	p := st.state.Element(parent)
	if p == nil || !st.state.Present(parent) {
		return fmt.Errorf("%w: %s", ErrNotThere, parent)
	}
	if !kind.MayStandUnder(p.Kind) {
		return fmt.Errorf("%w: %s under %s", ErrWrongParent, kind, p.Kind)
	}
	return nil
}

// mayEdit keeps a locked programme's content as it is. What is recorded about
// it (decisions, votes, minutes, comments) can still be written.
func (st *Step) mayEdit(kind Kind) error { return st.state.mayEdit(kind) }

func (st *Step) mayEditField(kind Kind, f Field) error { return st.state.mayEditField(kind, f) }

func (s *State) mayEdit(kind Kind) error {
	if kind.AboutContent() || !s.Stored().Locked() {
		return nil
	}
	return ErrLocked
}

func (s *State) mayEditField(kind Kind, f Field) error {
	if kind == KindProgramme && (f == FieldStoredState || f == FieldVersion) || beside(f) {
		return nil
	}
	return s.mayEdit(kind)
}

// positionAfter finds a position behind a sibling; self, which is being moved,
// does not count as one.
func (st *Step) positionAfter(parent EntityID, kind Kind, after, self EntityID) (string, error) {
	if after == "" {
		return PositionBetween(st.lastPosition(parent, kind, self), ""), nil
	}
	low, high, found := "", "", false
	for _, sibling := range st.state.Children(parent, kind) {
		if sibling.ID == self {
			continue
		}
		position := sibling.Value(FieldPosition).Text()
		if found {
			if position > low {
				high = position
				break
			}
			continue
		}
		low = position
		if sibling.ID == after {
			found = true
		}
	}
	if !found {
		return "", fmt.Errorf("%w: %s", ErrNotThere, after)
	}
	return PositionBetween(low, high), nil
}

// lastPosition returns the position of the last sibling, "" for none.
func (st *Step) lastPosition(parent EntityID, kind Kind, self EntityID) string {
	siblings := st.state.arranged().children[parent]
	for i := len(siblings) - 1; i >= 0; i-- {
		if siblings[i].Kind == kind && siblings[i].ID != self {
			return siblings[i].Value(FieldPosition).Text()
		}
	}
	return ""
}

func (st *Step) create(kind Kind) (EntityID, error) {
	id := EntityID(ChangeID{st.writer.Replica, st.writer.NextSeq}.String())
	return id, st.record(id, FieldKind, ValueOf(kind))
}

// record makes one change and applies it to the state.
func (st *Step) record(entity EntityID, f Field, v Value) error {
	s := st.state
	id := ChangeID{st.writer.Replica, st.writer.NextSeq}
	if st.first.Zero() {
		st.first = id
	}
	programme := s.root
	if programme == "" {
		programme = entity
	}
	c := Change{
		ID: id, Programme: programme, Counter: s.counter + 1, Seen: s.head,
		Author: st.writer.Person, AtMillis: st.writer.At.UnixMilli(),
		Entity: entity, Field: f, New: v, Step: st.first, Purpose: st.purpose, Target: st.target,
		Previous: s.links[st.writer.Replica],
	}
	if e := s.Element(entity); e != nil {
		c.Old = e.Value(f)
		if f == FieldDeleted && s.Present(entity) && c.Old.Bool() {
			// A removal that is in a clash does not hold: undoing goes back to
			// an element that is there.
			c.Old = ValueOf(false)
		}
	}
	if _, err := s.Apply(c); err != nil {
		return err
	}
	st.writer.NextSeq++
	st.changes = append(st.changes, c)
	return nil
}
