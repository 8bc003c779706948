package model_test

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"tavoitekartta/model"
)

// Reading the goals that a step touched gives what reading everything gives, and
// leaves the reading before as it was.
func TestRereadingIsReading(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		d := newDesk(rt, replicaA)
		programmeWithGoal(rt, d)
		reading := d.state.Programme()
		for i := range rapid.IntRange(1, 25).Draw(rt, "acts") {
			held := len(d.log)
			before := fmt.Sprint(reading)
			if rapid.Bool().Draw(rt, fmt.Sprintf("value%d", i)) {
				drawValue(rt, d, fmt.Sprintf("%d.", i))
			} else {
				drawEdit(rt, d, fmt.Sprintf("%d.", i))
			}
			after := d.state.Reread(&reading, d.log[held:])
			if want := d.state.Programme(); !reflect.DeepEqual(after, want) {
				rt.Fatalf("reread:\n%+v\nread:\n%+v", after, want)
			}
			if fmt.Sprint(reading) != before {
				rt.Fatal("the reading before was altered")
			}
			reading = after
		}
	})
}

// drawValue gives a value to an element of a kind that has such values, where
// there is one.
func drawValue(rt *rapid.T, d *desk, label string) {
	values := map[model.Kind]map[model.Field]model.Value{
		model.KindMeasure:   {model.FieldTimetable: model.ValueOf(model.YearsTimetable(2027)), model.FieldNumber: model.ValueOf("7.7.7")},
		model.KindIndicator: {model.TargetField(2027): model.ValueOf(model.Number("5"))},
		model.KindGoal:      {model.FieldAside: model.ValueOf(true), model.FieldRole: model.ValueOf(string(model.MainGoal)), model.FieldNumber: model.ValueOf("9.9")},
		model.KindSection:   {model.FieldRole: model.ValueOf(string(model.Foundation))},
		model.KindProgramme: {model.FieldFirstYear: model.ValueOf(2027)},
	}
	var all []model.EntityID
	for e := range d.state.Elements() {
		all = append(all, e.ID)
	}
	slices.Sort(all)
	id := rapid.SampledFrom(all).Draw(rt, label+"of")
	of := values[d.state.Element(id).Kind]
	field := rapid.SampledFrom(slices.Sorted(maps.Keys(of))).Draw(rt, label+"field")
	_ = d.do(func(st *model.Step) error { return st.Set(id, field, of[field]) })
}

func TestTheTitleOfAnIdeaWithinAGoalIsReadAnew(t *testing.T) {
	d := newDesk(t, replicaA)
	_, goal := programmeWithGoal(t, d)
	var measure model.EntityID
	d.must(func(st *model.Step) (err error) {
		if measure, err = st.Add(goal, model.KindMeasure, ""); err != nil {
			return err
		}
		return st.Set(measure, model.FieldAside, model.ValueOf(true))
	})
	before := d.state.Programme()
	d.must(func(st *model.Step) error {
		return st.SetText(measure, model.FieldTitle, model.Finnish, "Kielikahvila")
	})
	after := d.state.Reread(&before, d.log[len(d.log)-1:])
	if len(after.Aside) != 1 || after.Aside[0].Title.Fi != "Kielikahvila" {
		t.Errorf("ideas: %+v", after.Aside)
	}
}
