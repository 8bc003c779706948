package model

import (
	"strconv"
	"strings"
)

// Printed numbers are "3" for a section, "3.1" for a goal and "3.1.2" for a
// measure. In a draft that was never locked they follow the order. When the
// programme is locked, [Step.FixNumbers] stores them, and from then on a number
// stays with its element wherever it is moved; an element added later gets the
// next number never used under its parent. Goals without a section count by
// their role: "main goal 1", "spearhead 1" (K19).

// numberAll gives a number to every element that has no stored one.
func (s *State) numberAll(p *Programme) {
	used := s.usedNumbers()
	for i := range p.Sections {
		section := &p.Sections[i]
		section.Number = used.next(OrdinaryGoal, "", section.Number)
	}
	for i := range p.Sections {
		used.numberGoals(OrdinaryGoal, p.Sections[i].Number+".", p.Sections[i].Goals)
	}
	for i := range p.Goals {
		used.numberGoals(p.Goals[i].Role, "", p.Goals[i:i+1])
	}
}

// usedNumbers holds the highest number used in each series, removed elements
// included.
type usedNumbers map[series]int

// series is what counts on by itself: the numbers with a prefix, under sections
// and goals of no role, or under the goals of one role.
type series struct {
	role   GoalRole
	prefix string
}

// roleAbove returns the role of the goal without a section in which an element
// stands, "" for one that stands elsewhere.
func (s *State) roleAbove(e *Element) GoalRole {
	for depth := 0; e != nil && depth < maxDepth; depth++ {
		parent := s.Element(EntityID(e.Value(FieldParent).Text()))
		if e.Kind == KindGoal && parent != nil && parent.Kind == KindProgramme {
			return GoalRole(e.Value(FieldRole).Text())
		}
		e = parent
	}
	return OrdinaryGoal
}

func (s *State) usedNumbers() usedNumbers {
	used := usedNumbers{}
	for _, e := range s.elements {
		if stored := e.Value(FieldNumber).Text(); stored != "" {
			used.note(s.roleAbove(e), stored)
		}
	}
	return used
}

func (u usedNumbers) note(role GoalRole, number string) {
	cut := strings.LastIndexByte(number, '.') + 1
	if n, err := strconv.Atoi(number[cut:]); err == nil {
		in := series{role, number[:cut]}
		u[in] = max(u[in], n)
	}
}

func (u usedNumbers) next(role GoalRole, prefix, stored string) string {
	if stored != "" {
		return stored
	}
	in := series{role, prefix}
	u[in]++
	return prefix + strconv.Itoa(u[in])
}

func (u usedNumbers) numberGoals(role GoalRole, prefix string, goals []Goal) {
	for i := range goals {
		goals[i].Number = u.next(role, prefix, goals[i].Number)
	}
	for i := range goals {
		under := goals[i].Number + "."
		for j := range goals[i].Measures {
			m := &goals[i].Measures[j]
			m.Number = u.next(role, under, m.Number)
		}
		u.numberGoals(role, under, goals[i].SubGoals)
	}
}

// FixNumbers stores every printed number that is not stored yet. It is part of
// locking and therefore done before the state becomes [Locked].
func (st *Step) FixNumbers() error {
	p := st.state.Programme()
	fix := func(id EntityID, number string) error { return st.Set(id, FieldNumber, ValueOf(number)) }
	for _, section := range p.Sections {
		if err := fix(section.ID, section.Number); err != nil {
			return err
		}
	}
	for goal := range p.AllGoals() {
		if err := fix(goal.ID, goal.Number); err != nil {
			return err
		}
		for _, m := range goal.Measures {
			if err := fix(m.ID, m.Number); err != nil {
				return err
			}
		}
	}
	return nil
}
