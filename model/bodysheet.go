package model

import "slices"

// Engagement is a goal that a body answers for or takes part in, with what of it
// is the body's.
type Engagement struct {
	Goal    *Goal
	Section *Section // nil for a goal without a section
	// Whole are the body's places at the goal itself; they hold for each of its
	// measures that names no body of its own in the same role.
	Whole []Responsibility
	// Measures are those that are the body's, in printing order.
	Measures []EngagedMeasure
}

// EngagedMeasure is a measure of a body, with the body's places at it.
type EngagedMeasure struct {
	*Measure
	As []Responsibility
}

// Engagements returns what a body answers for or takes part in, in printing
// order. As in [Programme.Engages] a body and those that came after it count as
// one, and a measure without bodies of its own has those of its goal.
func (p *Programme) Engagements(body EntityID) []Engagement {
	meant := p.meant(body)
	mine := func(bodies []Responsibility) []Responsibility {
		return slices.DeleteFunc(slices.Clone(bodies), func(r Responsibility) bool { return !meant(r) })
	}
	var engagements []Engagement
	collect := func(g *Goal, s *Section) {
		found := Engagement{Goal: g, Section: s, Whole: mine(g.Bodies)}
		for i := range g.Measures {
			if as := mine(g.BodiesOf(&g.Measures[i])); len(as) > 0 {
				found.Measures = append(found.Measures, EngagedMeasure{&g.Measures[i], as})
			}
		}
		if len(found.Whole)+len(found.Measures) > 0 {
			engagements = append(engagements, found)
		}
	}
	for i := range p.Sections {
		for g := range p.Sections[i].AllGoals() {
			collect(g, &p.Sections[i])
		}
	}
	eachGoal(p.Goals, func(g *Goal) bool { collect(g, nil); return true })
	return engagements
}

// AnsweringBodies returns the bodies that goals and measures name, each of them
// replaced by the last that came after it, once, in the order of the register.
func (p *Programme) AnsweringBodies() []*Body {
	answering := map[EntityID]bool{}
	last := p.lastSuccessor()
	for _, named := range p.EngagedBodies() {
		answering[last(named.ID)] = true
	}
	var bodies []*Body
	for i := range p.Bodies {
		if answering[p.Bodies[i].ID] {
			bodies = append(bodies, &p.Bodies[i])
		}
	}
	return bodies
}

// AnsweringFor returns the body that answers for another one's duties now: the
// last of those that came after it, itself when none did, or nil for a body that
// is not in the register.
func (p *Programme) AnsweringFor(body EntityID) *Body { return p.Body(p.lastSuccessor()(body)) }

// Predecessors returns the bodies whose duties have come to another one, in the
// order of the register.
func (p *Programme) Predecessors(body EntityID) []*Body {
	last := p.lastSuccessor()
	var before []*Body
	for i := range p.Bodies {
		if b := &p.Bodies[i]; b.ID != body && b.Successor != "" && last(b.ID) == body {
			before = append(before, b)
		}
	}
	return before
}
