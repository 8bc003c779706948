package model

import (
	"strconv"
	"strings"
)

// Printed numbers are "3" for a section, "3.1" for a goal and "3.1.2" for a
// measure. In a draft that was never locked they follow the order. When the
// programme is locked, [Step.FixNumbers] stores them, and from then on a number
// stays with its element wherever it is moved; an element added later gets the
// next number never used under its parent.

// numberAll gives a number to every element that has no stored one.
func (s *State) numberAll(p *Programme) {
	used := s.usedNumbers()
	for i := range p.Sections {
		section := &p.Sections[i]
		section.Number = used.next("", section.Number)
	}
	for i := range p.Sections {
		used.numberGoals(p.Sections[i].Number+".", p.Sections[i].Goals)
	}
	used.numberGoals("", p.Goals)
}

// usedNumbers holds the highest number used under each prefix, removed
// elements included.
type usedNumbers map[string]int

func (s *State) usedNumbers() usedNumbers {
	used := usedNumbers{}
	for _, e := range s.elements {
		if stored := e.Value(FieldNumber).Text(); stored != "" {
			used.note(stored)
		}
	}
	return used
}

func (u usedNumbers) note(number string) {
	cut := strings.LastIndexByte(number, '.') + 1
	if n, err := strconv.Atoi(number[cut:]); err == nil {
		u[number[:cut]] = max(u[number[:cut]], n)
	}
}

func (u usedNumbers) next(prefix, stored string) string {
	if stored != "" {
		return stored
	}
	u[prefix]++
	return prefix + strconv.Itoa(u[prefix])
}

func (u usedNumbers) numberGoals(prefix string, goals []Goal) {
	for i := range goals {
		goals[i].Number = u.next(prefix, goals[i].Number)
	}
	for i := range goals {
		under := goals[i].Number + "."
		for j := range goals[i].Measures {
			m := &goals[i].Measures[j]
			m.Number = u.next(under, m.Number)
		}
		u.numberGoals(under, goals[i].SubGoals)
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
