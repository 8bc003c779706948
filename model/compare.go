package model

import (
	"slices"
	"strings"
)

// DifferenceKind says how an element differs between two states.
type DifferenceKind string

// The kinds of differences.
const (
	Added   DifferenceKind = "added"
	Removed DifferenceKind = "removed"
	Changed DifferenceKind = "changed"
	Moved   DifferenceKind = "moved" // stands elsewhere, or in another order among those that stayed
)

// Difference is one difference between two states of a programme, found by
// identity and not by wording: a renamed goal is Changed, not removed and added.
type Difference struct {
	Kind   DifferenceKind
	Entity EntityID
	Of     Kind
	Field  Field // of a Changed
	Before Value // of a Changed; of a Moved the parent, as a reference
	After  Value
}

// placing are the fields by which an element stands somewhere, not what it says.
var placing = map[Field]bool{FieldKind: true, FieldParent: true, FieldPosition: true, FieldDeleted: true}

// Compare returns what differs between two states of one programme: first what
// was added, then what was removed, changed and moved, each in the order of
// ids. What stands under something added or removed is listed with it.
func Compare(before, after *State) []Difference {
	var added, removed, changed, moved []Difference
	for id := range unionOf(before, after) {
		was, is := before.Present(id), after.Present(id)
		switch {
		case !was && is:
			added = append(added, Difference{Kind: Added, Entity: id, Of: after.Element(id).Kind})
		case was && !is:
			removed = append(removed, Difference{Kind: Removed, Entity: id, Of: before.Element(id).Kind})
		case was && is:
			changed = append(changed, compareFields(before.Element(id), after.Element(id))...)
			if before.Parent(id) != after.Parent(id) {
				moved = append(moved, Difference{
					Kind: Moved, Entity: id, Of: after.Element(id).Kind,
					Before: ValueOf(before.Parent(id)), After: ValueOf(after.Parent(id)),
				})
			}
		}
	}
	moved = append(moved, reordered(before, after)...)
	var all []Difference
	for _, list := range [][]Difference{added, removed, changed, moved} {
		slices.SortFunc(list, func(a, b Difference) int {
			if c := compareEntities(a.Entity, b.Entity); c != 0 {
				return c
			}
			return strings.Compare(string(a.Field), string(b.Field))
		})
		all = append(all, list...)
	}
	return all
}

func unionOf(a, b *State) map[EntityID]bool {
	ids := map[EntityID]bool{}
	for e := range a.Elements() {
		ids[e.ID] = true
	}
	for e := range b.Elements() {
		ids[e.ID] = true
	}
	return ids
}

func compareFields(before, after *Element) []Difference {
	fields := map[Field]bool{}
	for f := range before.Fields {
		fields[f] = true
	}
	for f := range after.Fields {
		fields[f] = true
	}
	var all []Difference
	for f := range fields {
		if !placing[f] && !before.Value(f).Equal(after.Value(f)) {
			all = append(all, Difference{
				Kind: Changed, Entity: after.ID, Of: after.Kind, Field: f, Before: before.Value(f), After: after.Value(f),
			})
		}
	}
	return all
}

// reordered finds, under each parent and among those of one kind, the fewest
// elements that must be moved to turn the one order into the other: those
// outside a longest common run.
func reordered(before, after *State) []Difference {
	var moved []Difference
	for parent := range after.arranged().children {
		for kind := range parents {
			was := stayed(before, after, parent, kind)
			is := stayed(after, before, parent, kind)
			if slices.Equal(was, is) {
				continue
			}
			kept := longestCommon(was, is)
			for _, id := range is {
				if !kept[id] {
					moved = append(moved, Difference{
						Kind: Moved, Entity: id, Of: kind, Before: ValueOf(parent), After: ValueOf(parent),
					})
				}
			}
		}
	}
	return moved
}

// stayed returns, in the order of s, the children of parent of one kind that
// stand under the same parent in the other state.
func stayed(s, other *State, parent EntityID, kind Kind) []EntityID {
	var ids []EntityID
	for _, e := range s.Children(parent, kind) {
		if other.Present(e.ID) && other.Parent(e.ID) == parent {
			ids = append(ids, e.ID)
		}
	}
	return ids
}

// longestCommon returns the members of a longest common subsequence of two
// orders of the same elements.
func longestCommon(a, b []EntityID) map[EntityID]bool {
	place := make(map[EntityID]int, len(a))
	for i, id := range a {
		place[id] = i
	}
	places := make([]int, len(b))
	for i, id := range b {
		places[i] = place[id]
	}
	members := map[EntityID]bool{}
	for i, kept := range LongestRising(places) {
		if kept {
			members[b[i]] = true
		}
	}
	return members
}

// LongestRising tells which of the numbers, all different, belong to a longest
// part of them that only rises: of elements given by their earlier places,
// those that need not have moved. It takes n log n steps (Schensted 1961), so
// that 10,000 siblings are no pause.
func LongestRising(numbers []int) []bool {
	ends := make([]int, 0, len(numbers)) // ends[n]: where the part of n+1 members with the lowest end ends
	before := make([]int, len(numbers))  // where the member before stands, -1 for none
	for i, number := range numbers {
		n, _ := slices.BinarySearchFunc(ends, number, func(end, wanted int) int { return numbers[end] - wanted })
		before[i] = -1
		if n > 0 {
			before[i] = ends[n-1]
		}
		if n == len(ends) {
			ends = append(ends, i)
			continue
		}
		ends[n] = i
	}
	members := make([]bool, len(numbers))
	if len(ends) == 0 {
		return members
	}
	for i := ends[len(ends)-1]; i >= 0; i = before[i] {
		members[i] = true
	}
	return members
}
