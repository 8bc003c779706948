package model

import "slices"

// Reread returns the typed reading of the state after changes that it holds now,
// where before is its reading without them. What lies outside the goals that the
// changes touched is shared with before, which stays as it is: of 10,000
// measures those of one goal are read. Changes of another kind than texts and
// values within goals have everything read.
func (s *State) Reread(before *Programme, changes []Change) Programme {
	after := *before
	after.Sections = slices.Clone(before.Sections)
	owned := map[EntityID]bool{} // sections whose list of goals is no longer shared
	read := map[EntityID]bool{}
	for i := range changes {
		goal, section := s.goalAround(&changes[i])
		if read[goal] {
			continue
		}
		read[goal] = true
		goals := after.ownGoals(section, owned)
		at := slices.IndexFunc(goals, func(g Goal) bool { return g.ID == goal })
		if at < 0 {
			return s.Programme()
		}
		fresh := s.readGoal(s.elements[goal])
		if !fresh.takeNumbers(&goals[at]) {
			return s.Programme()
		}
		goals[at] = fresh
	}
	return after
}

// arranging are the fields that decide what stands where, and under which number.
var arranging = map[Field]bool{
	FieldKind: true, FieldParent: true, FieldPosition: true, FieldDeleted: true, FieldAside: true, FieldNumber: true,
}

// goalAround returns the topmost goal in which a change gave a field another
// value, and the section in which that stands, "" for none; no goal when the
// change reaches further than that.
func (s *State) goalAround(c *Change) (goal, section EntityID) {
	e := s.elements[c.Entity]
	if e == nil || arranging[c.Field] || e.Kind == KindGoal && c.Field == FieldRole || !s.Present(c.Entity) {
		return "", ""
	}
	for depth := 0; e != nil && depth < maxDepth; depth++ {
		if e.Value(FieldAside).Bool() {
			return "", "" // the list of ideas tells its title
		}
		if e.Kind == KindGoal {
			goal = e.ID
		}
		if e.Kind == KindSection {
			return goal, e.ID
		}
		e = s.elements[s.Parent(e.ID)]
	}
	return goal, ""
}

// ownGoals returns the goals of a section, or those without one, as a list that
// the reading shares with no other.
func (p *Programme) ownGoals(section EntityID, owned map[EntityID]bool) []Goal {
	goals := &p.Goals
	if section != "" {
		at := slices.IndexFunc(p.Sections, func(of Section) bool { return of.ID == section })
		if at < 0 {
			return nil
		}
		goals = &p.Sections[at].Goals
	}
	if !owned[section] {
		*goals = slices.Clone(*goals)
		owned[section] = true
	}
	return *goals
}

// takeNumbers gives a goal read anew the printed numbers that it had, and tells
// whether it still holds the same goals and measures.
func (g *Goal) takeNumbers(had *Goal) bool {
	if g.ID != had.ID || len(g.Measures) != len(had.Measures) || len(g.SubGoals) != len(had.SubGoals) {
		return false
	}
	g.Number = had.Number
	for i := range g.Measures {
		if g.Measures[i].ID != had.Measures[i].ID {
			return false
		}
		g.Measures[i].Number = had.Measures[i].Number
	}
	for i := range g.SubGoals {
		if !g.SubGoals[i].takeNumbers(&had.SubGoals[i]) {
			return false
		}
	}
	return true
}
