package model

import (
	"slices"
	"testing"
)

// looseGoals is a programme with a section of one goal and, without sections,
// two main goals, the first with a sub-goal, and a spearhead with a measure.
func looseGoals(t *testing.T) (*State, *Step, map[string]EntityID) {
	t.Helper()
	state := NewState()
	step := state.Begin(Writer{Replica: "0000000000001", NextSeq: 1})
	root, err := step.CreateProgramme()
	if err != nil {
		t.Fatal(err)
	}
	ids := map[string]EntityID{"programme": root}
	add := func(name string, kind Kind, parent string, role GoalRole) {
		id, err := step.Add(ids[parent], kind, "")
		if err != nil {
			t.Fatal(err)
		}
		ids[name] = id
		if err := step.SetText(id, FieldTitle, Finnish, name); err != nil {
			t.Fatal(err)
		}
		if err := step.Set(id, FieldRole, ValueOf(string(role))); kind == KindGoal && err != nil {
			t.Fatal(err)
		}
	}
	add("section", KindSection, "programme", "")
	add("in section", KindGoal, "section", "")
	add("main 1", KindGoal, "programme", MainGoalRole)
	add("below", KindGoal, "main 1", "")
	add("spearhead", KindGoal, "programme", SpearheadRole)
	add("measure", KindMeasure, "spearhead", "")
	add("main 2", KindGoal, "programme", MainGoalRole)
	return state, step, ids
}

func TestGoalsWithoutASectionAreCountedByWhatTheyAreCalled(t *testing.T) {
	state, step, ids := looseGoals(t)
	numbers := func() []string {
		p := state.Programme()
		found := []string{p.Sections[0].Number, p.Sections[0].Goals[0].Number}
		for _, g := range p.Goals {
			found = append(found, g.Number)
			for _, m := range g.Measures {
				found = append(found, m.Number)
			}
			for _, s := range g.SubGoals {
				found = append(found, s.Number)
			}
		}
		return found
	}
	want := []string{"1", "1.1", "1", "1.1", "1", "1.1", "2"}
	if got := numbers(); !slices.Equal(got, want) {
		t.Errorf("numbered %v, want %v", got, want)
	}
	if err := step.FixNumbers(); err != nil {
		t.Fatal(err)
	}
	if err := step.Delete(ids["main 2"]); err != nil {
		t.Fatal(err)
	}
	id, err := step.Add(ids["programme"], KindGoal, "")
	if err != nil {
		t.Fatal(err)
	}
	if err := step.Set(id, FieldRole, ValueOf(string(MainGoalRole))); err != nil {
		t.Fatal(err)
	}
	if got := numbers(); got[len(got)-1] != "3" {
		t.Errorf("a new main goal takes number %s of one that is removed", got[len(got)-1])
	}
}

func TestGoalsWithoutASectionStandInTheStreet(t *testing.T) {
	state, _, ids := looseGoals(t)
	p := state.Programme()
	m := p.StructuralMap()
	if len(m.Houses) != 1 || len(m.Goals) != 3 || len(m.Street()) != 4 {
		t.Fatalf("%d houses and %d goals", len(m.Houses), len(m.Goals))
	}
	first := m.Goals[0]
	if first.Section != ids["main 1"] || first.Role != MainGoalRole || len(first.Lit) != 2 {
		t.Errorf("the first main goal stands as %+v", first)
	}
}

func TestOnlyWhatWasApprovedOrRecordedAfterwardsExpires(t *testing.T) {
	later := Date{Year: 2020, Month: 1, Day: 1}
	for _, c := range []struct {
		state    StoredState
		recorded bool
		want     bool
	}{{Draft, false, false}, {Draft, true, true}, {Approved, false, true}, {Approved, true, true}, {Locked, true, false}} {
		p := Programme{State: c.state, RecordedAfterwards: c.recorded, LastYear: 2019}
		if p.Expired(later) != c.want {
			t.Errorf("%+v", c)
		}
	}
}
