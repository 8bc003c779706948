package model_test

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"tavoitekartta/model"
)

// twoDesksWithGoals gives two desks that hold the same goals, all without a
// section, so that each can stand under each.
func twoDesksWithGoals(t rapid.TB, count int) (a, b *desk, goals []model.EntityID) {
	a, b = newDesk(t, replicaA), newDesk(t, replicaB)
	programmeWithGoal(t, a)
	for range count {
		a.must(func(st *model.Step) error {
			id, err := st.Add(a.state.Root(), model.KindGoal, "")
			goals = append(goals, id)
			return err
		})
	}
	b.receive(a)
	return a, b, goals
}

// lost returns what stands neither in the programme nor under something removed.
func lost(s *model.State) []model.EntityID {
	var ids []model.EntityID
	removed := func(e *model.Element) bool { return e != nil && e.Value(model.FieldDeleted).Bool() }
	for e := range s.Elements() {
		if s.Present(e.ID) {
			continue
		}
		at := e
		for steps := 0; at != nil && !removed(at) && steps < 100; steps++ {
			at = s.Element(s.Parent(at.ID))
		}
		if !removed(at) {
			ids = append(ids, e.ID)
		}
	}
	slices.Sort(ids)
	return ids
}

// Each laptop first builds a longer way and then moves a goal under the other
// one: where each stood before leads back into the circle.
func TestGoalsInACircleStayInTheProgramme(t *testing.T) {
	a, b, goals := twoDesksWithGoals(t, 4)
	one, two, underOne, underTwo := goals[0], goals[1], goals[2], goals[3]
	a.must(func(st *model.Step) error { return st.Move(underOne, one, "") })
	a.must(func(st *model.Step) error { return st.Move(underTwo, two, "") })
	b.receive(a)
	a.must(func(st *model.Step) error { return st.Move(one, underTwo, "") })
	a.must(func(st *model.Step) error { return st.Move(one, two, "") })
	b.must(func(st *model.Step) error { return st.Move(two, underOne, "") })
	b.must(func(st *model.Step) error { return st.Move(two, one, "") })
	a.receive(b)
	b.receive(a)
	for _, d := range []*desk{a, b} {
		if ids := lost(d.state); len(ids) > 0 {
			t.Errorf("at %s these are nowhere: %v", d.replica, ids)
		}
		clashes := d.state.Clashes()
		if len(clashes) != 1 || clashes[0].Kind != model.CircleClash {
			t.Fatalf("clashes: %v", clashes)
		}
	}
	a.must(func(st *model.Step) error {
		return st.Settle(a.state.Clashes()[0], model.ValueOf(one))
	})
	if open := a.state.Clashes(); len(open) > 0 {
		t.Errorf("still open: %v", open)
	}
}

func TestNothingIsEverLostByMovingAndMerging(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		a, b, goals := twoDesksWithGoals(rt, 5)
		desks := []*desk{a, b}
		for i := range rapid.IntRange(1, 16).Draw(rt, "acts") {
			d := desks[rapid.IntRange(0, 1).Draw(rt, fmt.Sprintf("desk%d", i))]
			under := append(slices.Clone(goals), d.state.Root())
			id, parent := rapid.SampledFrom(goals).Draw(rt, fmt.Sprintf("goal%d", i)), rapid.SampledFrom(under).Draw(rt, fmt.Sprintf("under%d", i))
			_ = d.do(func(st *model.Step) error { return st.Move(id, parent, "") })
			if rapid.IntRange(0, 4).Draw(rt, fmt.Sprintf("meet%d", i)) == 0 {
				a.receive(b)
				b.receive(a)
			}
		}
		a.receive(b)
		b.receive(a)
		for _, d := range desks {
			if ids := lost(d.state); len(ids) > 0 {
				rt.Fatalf("at %s these are nowhere: %v", d.replica, ids)
			}
		}
	})
}

func TestUndoingAnAdditionKeepsWhatAnotherHasWrittenInIt(t *testing.T) {
	a, b := newDesk(t, replicaA), newDesk(t, replicaB)
	section, _ := programmeWithGoal(t, a)
	var goal, measure model.EntityID
	a.must(func(st *model.Step) (err error) { goal, err = st.Add(section, model.KindGoal, ""); return err })
	b.receive(a)
	b.must(func(st *model.Step) (err error) { measure, err = st.Add(goal, model.KindMeasure, ""); return err })
	a.receive(b)
	step, kept, err := a.state.Undo(a.writer(), a.undo.CanUndo())
	if err != nil {
		t.Fatal(err)
	}
	a.keep(step)
	if !a.state.Present(goal) || !a.state.Present(measure) || len(kept) == 0 {
		t.Errorf("goal there: %v, the other's measure there: %v, kept %d",
			a.state.Present(goal), a.state.Present(measure), len(kept))
	}
}

func TestChangesThatNoReplicaWroteAreRefused(t *testing.T) {
	base := newDesk(t, replicaA)
	_, goal := programmeWithGoal(t, base)
	body := model.EntityID("")
	base.must(func(st *model.Step) (err error) {
		body, err = st.Add(base.state.Root(), model.KindBody, "")
		return err
	})
	base.must(func(st *model.Step) error { return st.Move(goal, base.state.Root(), "") })
	var move model.Change
	for _, c := range base.log {
		if c.Entity == goal && c.Field == model.FieldParent {
			move = c
		}
	}
	for name, spoil := range map[string]func(*model.Change){
		"a parent that is not there":         func(c *model.Change) { c.New = model.ValueOf(model.EntityID("0000000000002-99999")) },
		"a parent that holds no goals":       func(c *model.Change) { c.New = model.ValueOf(body) },
		"no parent":                          func(c *model.Change) { c.New = nil },
		"a counter ahead of all it had seen": func(c *model.Change) { c.Counter = 1 << 63 },
	} {
		s := model.NewState()
		for _, c := range base.log {
			if c.ID == move.ID {
				break
			}
			if _, err := s.Apply(c); err != nil {
				t.Fatal(err)
			}
		}
		before := s.Digest()
		spoilt := move
		spoil(&spoilt)
		if _, err := s.Apply(spoilt); err == nil {
			t.Errorf("%s: taken in", name)
		}
		if s.Digest() != before {
			t.Errorf("%s: the state changed", name)
		}
		if _, err := s.Apply(move); err != nil {
			t.Errorf("%s: the right change is refused after it: %v", name, err)
		}
	}
}
