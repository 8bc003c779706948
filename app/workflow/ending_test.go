package workflow_test

import (
	"testing"

	"tavoitekartta/model"
)

func TestAnUnexpectedEndIsKnownUntilAPersonIsTold(t *testing.T) {
	c := newCalendar(t)
	known := func() bool {
		t.Helper()
		ended, err := c.desk.EndedUnexpectedly(t.Context())
		must(t, err)
		return ended
	}
	must(t, c.desk.NoteOpening(t.Context()))
	if known() {
		t.Error("a clean end is unexpected")
	}
	c.store.Unclean = true
	must(t, c.desk.NoteOpening(t.Context()))
	c.store.Unclean = false
	must(t, c.desk.NoteOpening(t.Context())) // a command has opened and closed the folder since
	if !known() {
		t.Error("the unexpected end is forgotten before anybody was told")
	}
	must(t, c.desk.ToldOfEnding(t.Context()))
	if known() {
		t.Error("it would be told again")
	}
}

func TestTheLastChangeIsFoundWithItsGoal(t *testing.T) {
	c := newCalendar(t)
	c.on(9)
	goal := c.work.Programme().Sections[1].Goals[0]
	must(t, c.work.Edit(t.Context(), func(st *model.Step) error {
		return st.SetText(goal.Measures[0].ID, model.FieldTitle, model.Finnish, "Uusi toimenpide")
	}))
	saved, err := c.desk.LastSaved(t.Context())
	must(t, err)
	if saved.Programme != c.work.ID() || saved.Within.Fi != goal.Title.Fi || saved.At.UTC().Day() != 9 {
		t.Errorf("%+v", saved)
	}
	must(t, c.work.Edit(t.Context(), func(st *model.Step) error {
		return st.SetText(c.work.ID(), model.FieldTitle, model.Finnish, "Uusi nimi")
	}))
	saved, err = c.desk.LastSaved(t.Context())
	must(t, err)
	if saved.Within.Fi != "" || saved.Title.Fi != "Uusi nimi" {
		t.Errorf("a change of the programme itself: %+v", saved)
	}
	must(t, c.store.Discard(t.Context(), c.work.ID()))
	if saved, err = c.desk.LastSaved(t.Context()); err != nil || saved.Programme != "" {
		t.Errorf("with nothing there: %+v, %v", saved, err)
	}
}
