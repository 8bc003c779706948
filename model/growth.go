package model

import (
	"slices"
	"strings"
)

// A tree built anew for each new element would make the building of a large
// programme quadratic: 5,000 measures would take minutes. So the changes of
// which programmes grow are worked into the tree that stands; after all others
// it is built anew.

// keepTree works a change that was just applied to e into the tree that stands
// and tells whether the tree is still right.
func (s *State) keepTree(c Change, e *Element) bool {
	t := s.tree
	// A change may touch what somebody else has removed: a clash to show.
	if t.anyRemoved || len(t.inCircle) > 0 {
		return false
	}
	switch c.Field {
	case FieldKind:
		t.insert("", e)
		return e.Kind != KindProgramme
	case FieldParent:
		parent := EntityID(c.New.Text())
		firstPlace := len(e.Fields[FieldParent]) == 1 && len(c.Old) == 0
		if !firstPlace || parent == e.ID || len(t.children[e.ID]) > 0 || !t.take("", e) {
			return false
		}
		t.insert(parent, e)
		return true
	case FieldPosition:
		parent := s.standsUnder(e, t)
		if !t.take(parent, e) {
			return false
		}
		t.insert(parent, e)
		return true
	case FieldDeleted:
		return false
	}
	return true
}

// take removes an element from among the children of a parent, where its
// place may have changed already.
func (t *tree) take(parent EntityID, e *Element) bool {
	list := t.children[parent]
	at := slices.Index(list, e)
	if at < 0 {
		return false
	}
	t.children[parent] = slices.Delete(list, at, at+1)
	return true
}

// insert puts an element among the children of a parent, in its place.
func (t *tree) insert(parent EntityID, e *Element) {
	list := t.children[parent]
	at, _ := slices.BinarySearchFunc(list, e, comparePlaces)
	t.children[parent] = slices.Insert(list, at, e)
}

// comparePlaces orders siblings by position; those of one position, placed
// there without knowing of each other, by id.
func comparePlaces(a, b *Element) int {
	if c := strings.Compare(a.Value(FieldPosition).Text(), b.Value(FieldPosition).Text()); c != 0 {
		return c
	}
	return compareEntities(a.ID, b.ID)
}
