package comparison

import (
	"slices"

	"tavoitekartta/model"
)

// movesOf finds what moved among the elements of both moments.
func movesOf(was, is items) map[model.EntityID]*Move {
	moves := map[model.EntityID]*Move{}
	siblings := map[family][]model.EntityID{} // those that stayed, in the later order
	var families []family
	for i := range is.list {
		now := &is.list[i]
		at, stayed := was.place[now.id]
		if !stayed {
			continue
		}
		if then := &was.list[at]; then.parent != now.parent {
			moves[now.id] = &Move{From: then.where(was), To: now.where(is)}
			continue
		}
		f := family{now.parent, now.kind}
		if siblings[f] == nil {
			families = append(families, f)
		}
		siblings[f] = append(siblings[f], now.id)
	}
	for _, f := range families {
		for _, id := range outOfOrder(siblings[f], was.place) {
			then, now := &was.list[was.place[id]], &is.list[is.place[id]]
			moves[id] = &Move{From: then.where(was), To: now.where(is), Reordered: true}
		}
	}
	return moves
}

// family is what stands in one order: the elements of a kind under one parent.
type family struct {
	parent model.EntityID
	kind   model.Kind
}

// outOfOrder returns the fewest of the ids without which the others stand in
// their earlier order.
func outOfOrder(ids []model.EntityID, earlier map[model.EntityID]int) []model.EntityID {
	places := make([]int, len(ids))
	for i, id := range ids {
		places[i] = earlier[id]
	}
	var moved []model.EntityID
	for i, kept := range longestRising(places) {
		if !kept {
			moved = append(moved, ids[i])
		}
	}
	return moved
}

// longestRising tells which of the numbers, all different, belong to a longest
// part of them that only rises: of elements given by their earlier places,
// those that need not have moved. It takes n log n steps (Schensted 1961), so
// that 10,000 siblings are no pause.
func longestRising(numbers []int) []bool {
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
