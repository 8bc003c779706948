package model

import (
	"slices"
	"strings"
)

// Duty is a goal or a measure that a body answers for or takes part in.
type Duty struct {
	Responsibility // the body's role, and whether it has accepted

	Goal    *Goal
	Section *Section // nil for a goal without a section
	Measure *Measure // nil when the whole goal is meant
}

// Accepted tells whether the body has said that it will do it.
func (d Duty) Accepted() bool { return d.AcceptedBy != "" || !d.AcceptedOn.Zero() }

// BodyDuties is a responsible body's own table.
type BodyDuties struct {
	Body   *Body
	Duties []Duty // in printing order
}

// DutiesByBody returns each body's table, bodies in the order of the register;
// a body without duties has an empty one. Spellings joined as aliases are one body.
func (p *Programme) DutiesByBody() []BodyDuties {
	byBody := make([]BodyDuties, len(p.Bodies))
	index := map[EntityID]int{}
	for i := range p.Bodies {
		byBody[i].Body = &p.Bodies[i]
		index[p.Bodies[i].ID] = i
	}
	add := func(r Responsibility, d Duty) {
		if i, found := index[r.Body]; found {
			d.Responsibility = r
			byBody[i].Duties = append(byBody[i].Duties, d)
		}
	}
	collect := func(g *Goal, s *Section) {
		for _, r := range g.Bodies {
			add(r, Duty{Goal: g, Section: s})
		}
		for i := range g.Measures {
			for _, r := range g.Measures[i].Bodies {
				add(r, Duty{Goal: g, Section: s, Measure: &g.Measures[i]})
			}
		}
	}
	for i := range p.Sections {
		for g := range p.Sections[i].AllGoals() {
			collect(g, &p.Sections[i])
		}
	}
	eachGoal(p.Goals, func(g *Goal) bool { collect(g, nil); return true })
	return byBody
}

// FindBody returns the body that goes by the name in any language or as an
// alias, letter case and outer spaces aside, or nil.
func (p *Programme) FindBody(name string) *Body {
	name = strings.TrimSpace(name)
	if name == "" {
		return nil
	}
	goesBy := func(t Text) bool {
		for _, l := range Languages() {
			if t.In(l) != "" && strings.EqualFold(t.In(l), name) {
				return true
			}
		}
		return false
	}
	for i := range p.Bodies {
		if goesBy(p.Bodies[i].Name) || slices.ContainsFunc(p.Bodies[i].Aliases, goesBy) {
			return &p.Bodies[i]
		}
	}
	return nil
}

// ValidOn tells whether a body exists on a day; a day that is not known does not
// bound it.
func (b *Body) ValidOn(day Date) bool {
	return (b.ValidFrom.Zero() || !day.Before(b.ValidFrom)) && (b.ValidTo.Zero() || !b.ValidTo.Before(day))
}

// SuccessorOn returns the body that answers for another one's duties on a day:
// itself while it exists, else the first of its successors that does, or nil
// when none is named. Successors that lead in a circle end at nil.
func (p *Programme) SuccessorOn(body EntityID, day Date) *Body {
	passed := map[EntityID]bool{}
	for b := p.Body(body); b != nil && !passed[b.ID]; b = p.Body(b.Successor) {
		if b.ValidOn(day) {
			return b
		}
		passed[b.ID] = true
	}
	return nil
}

// InheritedDuties returns the tables of the bodies whose duties have come to
// another one by a day, as social services did to the wellbeing services
// counties on 1.1.2023.
func (p *Programme) InheritedDuties(heir EntityID, day Date) []BodyDuties {
	var inherited []BodyDuties
	for _, own := range p.DutiesByBody() {
		if own.Body.ID == heir || len(own.Duties) == 0 {
			continue
		}
		if b := p.SuccessorOn(own.Body.ID, day); b != nil && b.ID == heir {
			inherited = append(inherited, own)
		}
	}
	return inherited
}

// succeedsItself tells whether a body's successors lead back to it.
func (p *Programme) succeedsItself(body *Body) bool {
	passed := map[EntityID]bool{}
	for b := p.Body(body.Successor); b != nil && !passed[b.ID]; b = p.Body(b.Successor) {
		if b.ID == body.ID {
			return true
		}
		passed[b.ID] = true
	}
	return false
}

// JoinBodies makes two entries of the register one: all that the other answers
// for comes to the kept one, its names become aliases, and what the kept one
// does not know of itself is taken from the other. Where both stand at one goal
// or measure, one stays; it leads when either did. It returns [ErrNotThere],
// [ErrLocked] or [ErrCircle] for a body joined to itself.
func JoinBodies(st *Step, kept, other EntityID) error {
	if kept == other {
		return ErrCircle
	}
	programme := st.State().Programme()
	into, from := programme.Body(kept), programme.Body(other)
	if into == nil || from == nil {
		return ErrNotThere
	}
	if err := rebind(st, kept, other); err != nil {
		return err
	}
	if err := adoptNames(st, into, from); err != nil {
		return err
	}
	if err := adoptFacts(st, into, from); err != nil {
		return err
	}
	for i := range programme.Bodies {
		if b := &programme.Bodies[i]; b.Successor == other && b.ID != kept {
			if err := st.Set(b.ID, FieldSuccessor, ValueOf(kept)); err != nil {
				return err
			}
		}
	}
	return st.Delete(other)
}

// rebind gives all that one body answers for to another.
func rebind(st *Step, kept, other EntityID) error {
	s := st.State()
	for _, r := range s.responsibilitiesOf(other) {
		var twin *Element
		for _, sibling := range s.Children(s.Parent(r.ID), KindResponsibility) {
			if EntityID(sibling.Value(FieldBody).Text()) == kept {
				twin = sibling
			}
		}
		if twin == nil {
			if err := st.Set(r.ID, FieldBody, ValueOf(kept)); err != nil {
				return err
			}
			continue
		}
		if r.Value(FieldLeads).Bool() {
			if err := st.Set(twin.ID, FieldLeads, ValueOf(true)); err != nil {
				return err
			}
		}
		if r.Value(FieldRole).Text() != string(Partner) && twin.Value(FieldRole).Text() == string(Partner) {
			if err := st.Set(twin.ID, FieldRole, ValueOf(string(Responsible))); err != nil {
				return err
			}
		}
		if err := st.Delete(r.ID); err != nil {
			return err
		}
	}
	return nil
}

// responsibilitiesOf returns where a body is bound, in a fixed order; what has
// been put aside counts, so that it comes back whole.
func (s *State) responsibilitiesOf(body EntityID) []*Element {
	var bound []*Element
	for e := range s.Elements() {
		if e.Kind == KindResponsibility && EntityID(e.Value(FieldBody).Text()) == body && s.Present(e.ID) {
			bound = append(bound, e)
		}
	}
	slices.SortFunc(bound, func(a, b *Element) int { return compareEntities(a.ID, b.ID) })
	return bound
}

// adoptNames makes the names of one body aliases of another that does not go by
// them yet.
func adoptNames(st *Step, into, from *Body) error {
	goesBy := append([]Text{into.Name}, into.Aliases...)
	for _, name := range append([]Text{from.Name}, from.Aliases...) {
		fresh := Text{}
		for _, l := range Languages() {
			known := slices.ContainsFunc(goesBy, func(t Text) bool { return t.In(l) == name.In(l) })
			if !known {
				fresh = fresh.With(l, name.In(l))
			}
		}
		if fresh.Empty() {
			continue
		}
		alias, err := st.Add(into.ID, KindAlias, "")
		if err != nil {
			return err
		}
		if err := st.SetTexts(alias, FieldName, fresh); err != nil {
			return err
		}
		goesBy = append(goesBy, fresh)
	}
	return nil
}

// adoptFacts gives a body what it does not know of itself from another.
func adoptFacts(st *Step, into, from *Body) error {
	for _, l := range Languages() {
		if into.Name.In(l) == "" && from.Name.In(l) != "" {
			if err := st.SetText(into.ID, FieldName, l, from.Name.In(l)); err != nil {
				return err
			}
		}
	}
	other := st.State().Element(from.ID)
	for _, f := range []Field{FieldSector, FieldValidFrom, FieldValidTo, FieldSuccessor} {
		own, theirs := st.State().Element(into.ID).Value(f), other.Value(f)
		if own.Text() != "" || !own.Date().Zero() || theirs == nil || EntityID(theirs.Text()) == into.ID {
			continue
		}
		if err := st.Set(into.ID, f, theirs); err != nil {
			return err
		}
	}
	return nil
}

// AcceptDuties records that a body accepts those of its duties that it has not
// accepted yet: who said so, by role, and when.
func AcceptDuties(st *Step, body EntityID, by string, on Date) error {
	for _, r := range st.State().responsibilitiesOf(body) {
		if r.Value(FieldAcceptedBy).Text() != "" || !r.Value(FieldAcceptedOn).Date().Zero() {
			continue
		}
		if err := st.Set(r.ID, FieldAcceptedBy, ValueOf(by)); err != nil {
			return err
		}
		if err := st.Set(r.ID, FieldAcceptedOn, ValueOf(on)); err != nil {
			return err
		}
	}
	return nil
}
