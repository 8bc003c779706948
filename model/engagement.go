package model

import "slices"

// BodiesOf returns the bodies of one of the goal's measures: in each role its
// own, or where it has none in that role those of the goal.
func (g *Goal) BodiesOf(m *Measure) []Responsibility {
	var bodies []Responsibility
	for _, role := range []ResponsibilityRole{Responsible, Partner} {
		own := inRole(m.Bodies, role)
		if len(own) == 0 {
			own = inRole(g.Bodies, role)
		}
		bodies = append(bodies, own...)
	}
	return bodies
}

func inRole(bodies []Responsibility, role ResponsibilityRole) []Responsibility {
	return slices.DeleteFunc(slices.Clone(bodies), func(r Responsibility) bool { return r.Role != role })
}

// Engages tells whether a body answers for the goal's measure or takes part in
// it. A body and those that came after it count as one; "" is every body. A nil
// measure asks for the goal as a whole: whether it or one of its measures does.
func (p *Programme) Engages(body EntityID, g *Goal, m *Measure) bool {
	engaged := p.engagement(body)
	if m != nil {
		return engaged(g, m)
	}
	return body == "" || slices.ContainsFunc(g.Bodies, p.meant(body)) ||
		slices.ContainsFunc(g.Measures, func(m Measure) bool { return engaged(g, &m) })
}

// EngagedBodies returns the bodies that a goal or a measure names, in the order
// of the register.
func (p *Programme) EngagedBodies() []*Body {
	named := map[EntityID]bool{}
	for g := range p.AllGoals() {
		for _, r := range g.Bodies {
			named[r.Body] = true
		}
		for i := range g.Measures {
			for _, r := range g.Measures[i].Bodies {
				named[r.Body] = true
			}
		}
	}
	var bodies []*Body
	for i := range p.Bodies {
		if named[p.Bodies[i].ID] {
			bodies = append(bodies, &p.Bodies[i])
		}
	}
	return bodies
}

func (p *Programme) engagement(body EntityID) func(*Goal, *Measure) bool {
	if body == "" {
		return func(*Goal, *Measure) bool { return true }
	}
	meant := p.meant(body)
	return func(g *Goal, m *Measure) bool { return slices.ContainsFunc(g.BodiesOf(m), meant) }
}

// meant tells of a responsibility whether it is the body's, or that of one before
// or after it.
func (p *Programme) meant(body EntityID) func(Responsibility) bool {
	last := p.lastSuccessor()
	wanted := last(body)
	return func(r Responsibility) bool { return r.Body == body || last(r.Body) == wanted }
}

// lastSuccessor gives the last of those that came after a body, itself when none
// did. A successor that is not in the register is not followed.
func (p *Programme) lastSuccessor() func(EntityID) EntityID {
	next := map[EntityID]EntityID{}
	known := map[EntityID]bool{}
	for i := range p.Bodies {
		known[p.Bodies[i].ID] = true
	}
	for i := range p.Bodies {
		if known[p.Bodies[i].Successor] {
			next[p.Bodies[i].ID] = p.Bodies[i].Successor
		}
	}
	return func(id EntityID) EntityID {
		for range p.Bodies { // no longer than this, should successors run in a circle
			if next[id] == "" {
				break
			}
			id = next[id]
		}
		return id
	}
}
