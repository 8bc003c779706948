package model

import (
	"fmt"
	"time"
)

// StateAt returns the state of a moment: of the changes, those made at or
// before it by the clock of their author, as far as everything that they had
// seen was made by then too. So a change whose clock was wrong, by years even,
// never stands without what it was made on; it comes and goes with it.
//
// The changes come in an order in which they can be applied, as [ReadLog]
// gives them; a [Log] has checked them, and they are not checked again. It
// returns [ErrMissingChange] when one of them is left out.
func StateAt(changes []Change, at time.Time) (*State, error) {
	until := at.UnixMilli()
	s := NewState()
	for i := range changes {
		c := &changes[i]
		if c.AtMillis > until || !s.head.CoversAll(c.Seen) {
			continue
		}
		if err := s.retrace(c); err != nil {
			return nil, fmt.Errorf("state at %s: %w", at, err)
		}
	}
	s.linkEnds(changes)
	return s, nil
}

// StateAtHead returns the state of the changes that head covers, such as those
// of an approved [Version]. The changes are given as to [StateAt]. It returns
// [ErrMissingChange] when head covers more than the changes hold, or a change
// without something that it had seen.
func StateAtHead(changes []Change, head VersionVector) (*State, error) {
	s := NewState()
	for i := range changes {
		c := &changes[i]
		if !head.Covers(c.ID) {
			continue
		}
		if err := s.retrace(c); err != nil {
			return nil, fmt.Errorf("state at a head: %w", err)
		}
	}
	if !s.head.CoversAll(head) {
		return nil, fmt.Errorf("state at a head: %w: the head covers more", ErrMissingChange)
	}
	s.linkEnds(changes)
	return s, nil
}

// retrace is [State.Apply] for a change that a log has checked: the hash of the
// chain and the form of the value are not looked at once more.
func (s *State) retrace(c *Change) error {
	if s.head.Last(c.ID.Replica) != c.Previous.Seq || !s.head.CoversAll(c.Seen) {
		return fmt.Errorf("%w: before %s", ErrMissingChange, c.ID)
	}
	element := s.elements[c.Entity]
	if c.creates() {
		element = &Element{ID: c.Entity, Kind: Kind(c.New.Text()), Fields: map[Field][]Candidate{}}
	}
	if element == nil {
		return fmt.Errorf("%w: element %s is not there", ErrMalformedChange, c.Entity)
	}
	s.adopt(c, element)
	return nil
}

// linkEnds notes the hash of each replica's last change, which the next one
// would name.
func (s *State) linkEnds(changes []Change) {
	for i := len(changes) - 1; i >= 0 && len(s.links) < len(s.head); i-- {
		id := changes[i].ID
		if s.head.Last(id.Replica) == id.Seq {
			s.links[id.Replica] = Link{Seq: id.Seq, Hash: changes[i].Hash()}
		}
	}
}
