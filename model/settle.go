package model

import "fmt"

// MaySettle tells whether a clash can be settled: those of the content cannot
// while it is locked.
func (s *State) MaySettle(c Clash) bool {
	e := s.Element(c.Entity)
	return e != nil && s.mayEditField(e.Kind, c.Field) == nil
}

// Settle ends a clash with the value chosen. For a [DeleteClash] true removes
// and false keeps. For a [CircleClash] it is the element of the circle that
// stays where it stands, while the moves of the others hold; nil leaves all of
// them where they stand. It returns [ErrNotThere], [ErrLocked], or [ErrCircle]
// for a parent that stands under the element itself by now.
func (st *Step) Settle(c Clash, chosen Value) error {
	e := st.state.Element(c.Entity)
	if e == nil {
		return fmt.Errorf("%w: %s", ErrNotThere, c.Entity)
	}
	if err := st.mayEditField(e.Kind, c.Field); err != nil {
		return err
	}
	switch {
	case c.Kind == CircleClash:
		return st.settleCircle(c.Circle, EntityID(chosen.Text()))
	case c.Field == FieldParent:
		return st.settlePlace(e, EntityID(chosen.Text()))
	}
	return st.record(c.Entity, c.Field, chosen)
}

// settleCircle writes down where the elements stand that stay.
func (st *Step) settleCircle(circle []EntityID, stays EntityID) error {
	parents := make([]EntityID, len(circle))
	for i, id := range circle {
		parents[i] = st.state.Parent(id) // before the first of them breaks the circle
	}
	for i, id := range circle {
		if stays != "" && id != stays {
			continue
		}
		if _, err := st.mayMove(id, parents[i]); err != nil {
			return err
		}
		if err := st.place(id, parents[i], st.state.Element(id).Value(FieldPosition).Text()); err != nil {
			return err
		}
	}
	return nil
}

// settlePlace puts an element that was moved to several places under one of
// them, where whoever chose that put it among the others.
func (st *Step) settlePlace(e *Element, parent EntityID) error {
	if _, err := st.mayMove(e.ID, parent); err != nil {
		return err
	}
	position := e.Value(FieldPosition)
	for _, under := range e.Fields[FieldParent] {
		for _, at := range e.Fields[FieldPosition] {
			if under.Value.Equal(ValueOf(parent)) && at.Change.Replica == under.Change.Replica {
				position = at.Value
			}
		}
	}
	return st.place(e.ID, parent, position.Text())
}

// StandsAfter returns the sibling behind which an element would stand at a
// position, "" for before all of them.
func (s *State) StandsAfter(id EntityID, position string) EntityID {
	after := EntityID("")
	for _, sibling := range s.Children(s.Parent(id), s.Element(id).Kind) {
		if sibling.ID != id && sibling.Value(FieldPosition).Text() < position {
			after = sibling.ID
		}
	}
	return after
}
