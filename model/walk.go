package model

import "iter"

// AllGoals yields every goal in printing order, sub-goals after their goal.
func (p *Programme) AllGoals() iter.Seq[*Goal] {
	return func(yield func(*Goal) bool) {
		for i := range p.Sections {
			if !eachGoal(p.Sections[i].Goals, yield) {
				return
			}
		}
		eachGoal(p.Goals, yield)
	}
}

func eachGoal(goals []Goal, yield func(*Goal) bool) bool {
	for i := range goals {
		if !yield(&goals[i]) || !eachGoal(goals[i].SubGoals, yield) {
			return false
		}
	}
	return true
}

// AllGoals yields every goal of the section, sub-goals after their goal.
func (s *Section) AllGoals() iter.Seq[*Goal] {
	return func(yield func(*Goal) bool) { eachGoal(s.Goals, yield) }
}

// AllIndicators yields the goal's indicators and then those of its measures.
func (g *Goal) AllIndicators() iter.Seq[*Indicator] {
	return func(yield func(*Indicator) bool) {
		for i := range g.Indicators {
			if !yield(&g.Indicators[i]) {
				return
			}
		}
		for m := range g.Measures {
			for i := range g.Measures[m].Indicators {
				if !yield(&g.Measures[m].Indicators[i]) {
					return
				}
			}
		}
	}
}

// Body returns the entry of the register, or nil.
func (p *Programme) Body(id EntityID) *Body {
	for i := range p.Bodies {
		if p.Bodies[i].ID == id {
			return &p.Bodies[i]
		}
	}
	return nil
}

// Goal returns the goal with the id and its section (nil for one without), or nil.
func (p *Programme) Goal(id EntityID) (*Goal, *Section) {
	for i := range p.Sections {
		for g := range p.Sections[i].AllGoals() {
			if g.ID == id {
				return g, &p.Sections[i]
			}
		}
	}
	for g := range p.AllGoals() {
		if g.ID == id {
			return g, nil
		}
	}
	return nil, nil
}

// Counts are the numbers of a programme's parts.
type Counts struct {
	Sections   int `json:"sections" cbor:"1,keyasint"`
	Goals      int `json:"goals" cbor:"2,keyasint"`
	Measures   int `json:"measures" cbor:"3,keyasint"`
	Indicators int `json:"indicators" cbor:"4,keyasint"`
	Written    int `json:"written" cbor:"5,keyasint"` // goals written in the first language
}

// Counts counts the programme's parts.
func (p *Programme) Counts() Counts {
	c := Counts{Sections: len(p.Sections)}
	for g := range p.AllGoals() {
		c.Goals++
		c.Measures += len(g.Measures)
		for range g.AllIndicators() {
			c.Indicators++
		}
		if g.Written(p.FirstLanguage) {
			c.Written++
		}
	}
	return c
}
