package model_test

import (
	"slices"
	"testing"

	"tavoitekartta/model"
)

func TestComparisonFindsByIdentityWhatWasAddedRemovedChangedAndMoved(t *testing.T) {
	d := newDesk(t, replicaA)
	section, goal := programmeWithGoal(t, d)
	ids := map[string]model.EntityID{}
	for _, title := range []string{"a", "b", "c", "e", "d"} {
		d.must(func(st *model.Step) error {
			id, err := st.Add(goal, model.KindMeasure, "")
			ids[title] = id
			if err != nil {
				return err
			}
			return st.SetText(id, model.FieldTitle, model.Finnish, title)
		})
	}
	before, err := model.Replay(slices.Values(d.log))
	if err != nil {
		t.Fatal(err)
	}
	var added, other model.EntityID
	d.must(func(st *model.Step) error { return st.SetText(ids["a"], model.FieldTitle, model.Finnish, "A") })
	d.must(func(st *model.Step) error { return st.Delete(ids["b"]) })
	d.must(func(st *model.Step) error { return st.MoveFirst(ids["d"], goal) })
	d.must(func(st *model.Step) (err error) { added, err = st.Add(goal, model.KindMeasure, ""); return err })
	d.must(func(st *model.Step) (err error) { other, err = st.Add(section, model.KindGoal, ""); return err })
	d.must(func(st *model.Step) error { return st.Move(ids["c"], other, "") })

	type found struct {
		kind   model.DifferenceKind
		entity model.EntityID
		field  model.Field
	}
	var got []found
	for _, difference := range model.Compare(before, d.state) {
		got = append(got, found{difference.Kind, difference.Entity, difference.Field})
	}
	want := []found{
		{model.Added, added, ""},
		{model.Added, other, ""},
		{model.Removed, ids["b"], ""},
		{model.Changed, ids["a"], model.FieldTitle.In(model.Finnish)},
		{model.Moved, ids["c"], ""},
		{model.Moved, ids["d"], ""},
	}
	if !slices.Equal(got, want) {
		t.Errorf("differences:\n%v\nwant:\n%v", got, want)
	}
	if same := model.Compare(d.state, d.state); len(same) != 0 {
		t.Errorf("a state differs from itself: %v", same)
	}
}
