package model

import (
	"errors"
	"slices"
)

// ErrNothingToUndo says that there is no step of this replica to take back or
// do again.
var ErrNothingToUndo = errors.New("nothing to undo")

// UndoList knows which of one replica's steps can be undone and done again. It
// is a reading of the one list of changes: undoing is itself a step, which
// writes the old values back.
type UndoList struct {
	replica ReplicaID
	steps   map[ChangeID][]Change
	done    []ChangeID // steps that can be undone, the last one first in turn
	undone  []ChangeID // undoing steps that can be taken back
}

// NewUndoList returns an empty list for a replica.
func NewUndoList(r ReplicaID) *UndoList {
	return &UndoList{replica: r, steps: map[ChangeID][]Change{}}
}

// Add takes in changes in the replica's order; those of others are passed over.
func (u *UndoList) Add(changes ...Change) {
	for _, c := range changes {
		if c.ID.Replica != u.replica {
			continue
		}
		begun := len(u.steps[c.Step]) > 0
		u.steps[c.Step] = append(u.steps[c.Step], c)
		if !begun {
			u.begin(c)
		}
	}
}

func (u *UndoList) begin(c Change) {
	switch c.Purpose {
	case ForEdit:
		u.done = append(u.done, c.Step)
		u.undone = nil
	case ForUndo:
		u.done = without(u.done, c.Target)
		u.undone = append(u.undone, c.Step)
	case ForRedo:
		u.undone = without(u.undone, c.Target)
		u.done = append(u.done, c.Step)
	}
}

func without(ids []ChangeID, id ChangeID) []ChangeID {
	kept := make([]ChangeID, 0, len(ids))
	for _, other := range ids {
		if other != id {
			kept = append(kept, other)
		}
	}
	return kept
}

// Forget makes everything so far impossible to undo: after a programme has
// been created, locked or opened as a new version.
func (u *UndoList) Forget() { u.done, u.undone = nil, nil }

// CanUndo returns the changes of the step that would be undone, nil for none.
func (u *UndoList) CanUndo() []Change { return u.last(u.done) }

// CanRedo returns the changes of the undoing step that would be taken back.
func (u *UndoList) CanRedo() []Change { return u.last(u.undone) }

func (u *UndoList) last(ids []ChangeID) []Change {
	if len(ids) == 0 {
		return nil
	}
	return u.steps[ids[len(ids)-1]]
}

// Undo writes the old values of a step back, and Redo those of an undoing
// step; both are given the changes from [UndoList.CanUndo] or CanRedo. A field
// that somebody else has changed since is left alone and returned in kept.
func (s *State) Undo(w Writer, step []Change) (st *Step, kept []Change, err error) {
	return s.takeBack(w, step, ForUndo)
}

// Redo is described at [State.Undo].
func (s *State) Redo(w Writer, step []Change) (st *Step, kept []Change, err error) {
	return s.takeBack(w, step, ForRedo)
}

// MayTakeBack tells whether the state lets the changes be undone or done again:
// all of them in a draft, and while the content is locked what speaks of it.
func (s *State) MayTakeBack(step []Change) bool {
	if !s.Stored().Locked() {
		return true
	}
	for _, c := range step {
		if e := s.Element(c.Entity); e == nil || !e.Kind.AboutContent() && !beside(c.Field) {
			return false
		}
	}
	return true
}

func (s *State) takeBack(w Writer, step []Change, purpose Purpose) (*Step, []Change, error) {
	if len(step) == 0 {
		return nil, nil, ErrNothingToUndo
	}
	if !s.MayTakeBack(step) {
		return nil, nil, ErrLocked
	}
	st := &Step{state: s, writer: w, purpose: purpose, target: step[0].Step}
	var kept []Change
	for i := len(step) - 1; i >= 0; i-- {
		c := step[i]
		field, value := c.Field, c.Old
		switch {
		case c.creates() && s.writtenByOthers(c.Entity, w.Replica):
			kept = append(kept, c)
			continue
		case c.creates():
			field, value = FieldDeleted, ValueOf(true)
		case !s.stillStands(c, step):
			kept = append(kept, c)
			continue
		case len(step) > 1 && createdIn(step, c.Entity):
			continue // the element goes as a whole
		}
		if err := st.record(c.Entity, field, value); err != nil {
			return nil, nil, err
		}
	}
	return st, kept, nil
}

// stillStands tells whether the field still holds what the change, or a later
// change of the same step, gave it.
func (s *State) stillStands(c Change, step []Change) bool {
	e := s.Element(c.Entity)
	if e == nil || c.Field != FieldDeleted && !s.Present(c.Entity) {
		return false
	}
	for _, candidate := range e.Fields[c.Field] {
		if candidate.Change.Replica != c.ID.Replica {
			return false
		}
	}
	return true
}

// writtenByOthers tells whether another replica has written in the element or
// in what stands under it.
func (s *State) writtenByOthers(id EntityID, own ReplicaID) bool {
	for _, candidates := range s.elements[id].Fields {
		for _, c := range candidates {
			if c.Change.Replica != own {
				return true
			}
		}
	}
	return slices.ContainsFunc(s.Children(id, ""), func(child *Element) bool { return s.writtenByOthers(child.ID, own) })
}

func createdIn(step []Change, id EntityID) bool {
	for _, c := range step {
		if c.creates() && c.Entity == id {
			return true
		}
	}
	return false
}

// Skip passes over a step that could not be taken back because somebody else
// has changed all of it since.
func (u *UndoList) Skip(step []Change) {
	if len(step) == 0 {
		return
	}
	u.done = without(u.done, step[0].Step)
	u.undone = without(u.undone, step[0].Step)
}
