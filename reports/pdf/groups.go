package pdf

// groups are things sorted by whom they belong to: those of the n-th owner lie
// between the n-th and the next of the ends. A list for each of a hundred
// thousand elements would cost more than all that is written of them.
type groups struct {
	ends    []int32 // one more than there are owners
	members []int32
}

// grouped sorts as many things by their owner, each owner's in their order. Things
// whose owner is below zero belong to nobody.
func grouped(owners, count int, owner func(thing int) int) groups {
	g := groups{ends: make([]int32, owners+1)}
	for thing := range count {
		if of := owner(thing); of >= 0 {
			g.ends[of+1]++
		}
	}
	for of := range owners {
		g.ends[of+1] += g.ends[of]
	}
	g.members = make([]int32, g.ends[owners])
	next := append([]int32(nil), g.ends[:owners]...)
	for thing := range count {
		if of := owner(thing); of >= 0 {
			g.members[next[of]] = int32(thing)
			next[of]++
		}
	}
	return g
}

// of are the things of an owner.
func (g groups) of(owner int) []int32 { return g.members[g.ends[owner]:g.ends[owner+1]] }
