package model

import (
	"maps"
	"slices"
	"strings"
)

// ClashKind says how changes made without knowing of each other collide.
type ClashKind string

// The kinds of clashes.
const (
	FieldClash  ClashKind = "field"  // two values of one field
	DeleteClash ClashKind = "delete" // removed by one, edited by another
	CircleClash ClashKind = "circle" // moves that would make a circle
)

// Clash is a collision that waits for a person to settle it. Until then both
// values are held and neither is applied silently: a removed and edited
// element stays visible, elements moved into a circle stay where they were.
//
// A clash is what a person is asked once: an element that was moved to two
// places makes one of [FieldParent], which speaks of its position too, and the
// elements of a circle make one together.
type Clash struct {
	Kind       ClashKind
	Entity     EntityID    // of a circle the first of its elements
	Field      Field       // FieldDeleted for a DeleteClash, FieldParent for a CircleClash
	Candidates []Candidate // in their fixed order; for a DeleteClash the removals
	Edited     []Edit      // for a DeleteClash: the edits that the removal had not seen
	Circle     []EntityID  // for a CircleClash: its elements, each moved under the next, the last under the first
}

// Edit is a value that stands in a field of an element.
type Edit struct {
	Entity EntityID
	Field  Field
	Candidate
}

// Concerns tells whether the clash is about the element, or about one field of
// it where that is not "".
func (c Clash) Concerns(id EntityID, f Field) bool {
	if slices.Contains(c.Circle, id) {
		return f == "" || f == FieldParent || f == FieldPosition
	}
	return c.Entity == id && (f == "" || f == c.Field)
}

// Clashes returns the open clashes in a fixed order.
func (s *State) Clashes() []Clash { return slices.Clone(s.arranged().clashes) }

func sortClashes(clashes []Clash) {
	slices.SortFunc(clashes, func(a, b Clash) int {
		if c := compareEntities(a.Entity, b.Entity); c != 0 {
			return c
		}
		return strings.Compare(string(a.Field), string(b.Field))
	})
}

// findFieldClashes skips what is removed: nobody needs to settle it.
func (s *State) findFieldClashes(t *tree) {
	for _, e := range s.elements {
		if t.removed[e.ID] {
			continue
		}
		moved := inClash(e.Fields[FieldParent])
		for f, cs := range e.Fields {
			if f == FieldParent && t.inCircle[e.ID] || f == FieldPosition && (moved || t.inCircle[e.ID]) {
				continue // settled with the circle, or with the parent
			}
			if f != FieldDeleted && inClash(cs) {
				t.clashes = append(t.clashes, Clash{Kind: FieldClash, Entity: e.ID, Field: f, Candidates: cs})
			}
		}
	}
}

// findRemoved decides which removals hold. A removal holds when it had seen
// every edit that stands in the element and under it.
func (s *State) findRemoved(t *tree, byParent map[EntityID][]*Element) {
	for _, e := range s.elements {
		removals := removalsOf(e)
		if len(removals) == 0 {
			continue
		}
		t.anyRemoved = true
		unseen := s.unseenEdits(e, removals, byParent, 0)
		if len(unseen) == 0 {
			t.removed[e.ID] = true
			continue
		}
		slices.SortFunc(unseen, func(a, b Edit) int { return a.Change.Compare(b.Change) })
		t.clashes = append(t.clashes, Clash{
			Kind: DeleteClash, Entity: e.ID, Field: FieldDeleted, Candidates: removals, Edited: unseen,
		})
	}
	s.markUnderRemoved(t, byParent)
}

// markUnderRemoved extends removal to everything under a removed element, so
// that its clashes are not asked about.
func (s *State) markUnderRemoved(t *tree, byParent map[EntityID][]*Element) {
	var mark func(id EntityID)
	mark = func(id EntityID) {
		for _, child := range byParent[id] {
			if !t.removed[child.ID] {
				t.removed[child.ID] = true
				mark(child.ID)
			}
		}
	}
	for _, id := range slices.Collect(maps.Keys(t.removed)) {
		mark(id)
	}
	t.clashes = slices.DeleteFunc(t.clashes, func(c Clash) bool { return t.removed[c.Entity] })
}

func removalsOf(e *Element) []Candidate {
	var removals []Candidate
	for _, c := range e.Fields[FieldDeleted] {
		if c.Value.Bool() {
			removals = append(removals, c)
		}
	}
	return removals
}

// unseenEdits returns the standing edits in e and under it that no removal
// of e had seen. A removal of something under e is no edit against removing e.
func (s *State) unseenEdits(e *Element, removals []Candidate, byParent map[EntityID][]*Element, depth int) []Edit {
	if depth > maxDepth {
		return nil
	}
	var unseen []Edit
	for f, cs := range e.Fields {
		for _, c := range cs {
			if f == FieldDeleted && c.Value.Bool() {
				continue
			}
			if !slices.ContainsFunc(removals, func(r Candidate) bool { return r.replaces(c.Change) }) {
				unseen = append(unseen, Edit{e.ID, f, c})
			}
		}
	}
	for _, child := range byParent[e.ID] {
		if len(removalsOf(child)) > 0 && len(s.unseenEdits(child, removalsOf(child), byParent, depth+1)) == 0 {
			continue
		}
		unseen = append(unseen, s.unseenEdits(child, removals, byParent, depth+1)...)
	}
	return unseen
}

// maxDepth bounds how deep elements stand: programme, section, goal, sub-goals, measure, indicator.
const maxDepth = 32

// findCircles finds the elements whose chosen parents lead back to themselves.
func (s *State) findCircles(t *tree) map[EntityID]bool {
	inCircle := map[EntityID]bool{}
	cleared := map[EntityID]bool{}
	for _, start := range s.elements {
		path := map[EntityID]int{}
		var order []EntityID
		id := start.ID
		for {
			e := s.elements[id]
			if e == nil || id == s.root || cleared[id] || inCircle[id] {
				break
			}
			if first, seen := path[id]; seen {
				for _, member := range order[first:] {
					inCircle[member] = true
				}
				break
			}
			path[id] = len(order)
			order = append(order, id)
			id = EntityID(e.Value(FieldParent).Text())
		}
		for _, id := range order {
			cleared[id] = !inCircle[id]
		}
	}
	s.nameCircles(t, inCircle)
	return inCircle
}

// nameCircles makes one clash of each circle, which begins at its first element.
func (s *State) nameCircles(t *tree, inCircle map[EntityID]bool) {
	named := map[EntityID]bool{}
	for _, first := range slices.SortedFunc(maps.Keys(inCircle), compareEntities) {
		var circle []EntityID
		for id := first; !named[id]; id = EntityID(s.elements[id].Value(FieldParent).Text()) {
			named[id] = true
			circle = append(circle, id)
		}
		if len(circle) == 0 {
			continue
		}
		t.clashes = append(t.clashes, Clash{
			Kind: CircleClash, Entity: first, Field: FieldParent,
			Candidates: s.elements[first].Fields[FieldParent], Circle: circle,
		})
	}
}

// standsUnder returns the element's parent. One in a circle stays where it
// stood before the moves, or under the root where that is no way out either.
func (s *State) standsUnder(e *Element, t *tree) EntityID {
	if !t.inCircle[e.ID] {
		return EntityID(e.Value(FieldParent).Text())
	}
	for _, c := range e.Fields[FieldParent] {
		if before := EntityID(c.Before.Text()); s.leadsOut(before, t) {
			return before
		}
	}
	return s.root
}

// leadsOut tells whether the way up from the element ends at the root and
// passes no circle: it may have been moved under a member of one since.
func (s *State) leadsOut(id EntityID, t *tree) bool {
	for id != s.root {
		e := s.elements[id]
		if e == nil || t.inCircle[id] {
			return false
		}
		id = EntityID(e.Value(FieldParent).Text())
	}
	return true
}
