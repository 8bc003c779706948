package comparison

import (
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
	for i, kept := range model.LongestRising(places) {
		if !kept {
			moved = append(moved, ids[i])
		}
	}
	return moved
}
