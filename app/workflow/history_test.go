package workflow_test

import (
	"errors"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"tavoitekartta/app/workflow"
	"tavoitekartta/app/workflow/worktest"
	"tavoitekartta/model"
)

// calendar is a desk whose clock is turned by the test, with the example open,
// loaded on 2.3.2026 by "sihteeri".
type calendar struct {
	now   time.Time
	desk  *workflow.Desk
	store *worktest.Store
	work  *workflow.Work
}

func newCalendar(t *testing.T) *calendar {
	t.Helper()
	c := &calendar{now: time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC)}
	clock := func() time.Time { return c.now }
	c.store = worktest.NewStore(worktest.Replica, clock)
	c.desk = workflow.NewDesk(c.store, worktest.Paper{}, workflow.Options{Clock: clock, Random: rand.NewChaCha8([32]byte{1})})
	must(t, c.desk.Introduce(t.Context(), "sihteeri"))
	c.work = worktest.OpenExample(t, c.desk, "vaasa-2019-2022")
	return c
}

func (c *calendar) on(day int) { c.now = time.Date(2026, 3, day, 12, 0, 0, 0, time.UTC) }

func (c *calendar) rename(t *testing.T, title string) {
	t.Helper()
	id := firstGoal(c.work).ID
	must(t, c.work.Edit(t.Context(), func(st *model.Step) error { return st.SetText(id, model.FieldTitle, model.Finnish, title) }))
}

func (c *calendar) history(t *testing.T) *workflow.History {
	t.Helper()
	h := c.work.History()
	must(t, h.Read(t.Context()))
	return h
}

func march(day int) model.Date { return model.Date{Year: 2026, Month: 3, Day: day} }

func TestTheStateOfAnyDayIsShown(t *testing.T) {
	c := newCalendar(t)
	before := firstGoal(c.work).Title.Fi
	c.on(5)
	c.rename(t, "Viides")
	c.on(9)
	c.rename(t, "Yhdeksäs")
	h := c.history(t)
	for day, want := range map[int]string{2: before, 4: before, 5: "Viides", 8: "Viides", 9: "Yhdeksäs", 20: "Yhdeksäs"} {
		state, err := h.StateOn(march(day))
		must(t, err)
		if got := state.Programme().Sections[0].Goals[0].Title.Fi; got != want {
			t.Errorf("on %d.3. the goal was called %q, shown %q", day, want, got)
		}
	}
	if _, err := h.StateOn(march(1)); !errors.Is(err, workflow.ErrBeforeProgramme) {
		t.Errorf("before its first day: %v", err)
	}
}

// What was written by a laptop whose clock runs years ahead is there today.
func TestTodayIsThePresentWhateverAClockSaid(t *testing.T) {
	c := newCalendar(t)
	c.now = c.now.AddDate(5, 0, 0)
	c.rename(t, "Tulevaisuudesta")
	c.on(3)
	state, err := c.history(t).StateOn(march(3))
	must(t, err)
	if got := state.Programme().Sections[0].Goals[0].Title.Fi; got != "Tulevaisuudesta" {
		t.Errorf("today the goal is shown as %q", got)
	}
}

func TestAHistoryKnowsPeopleByTheirNamesAsLongAsTheyStand(t *testing.T) {
	c := newCalendar(t)
	c.on(3)
	must(t, c.desk.Introduce(t.Context(), "puheenjohtaja"))
	c.rename(t, "Toinen nimi")
	c.on(4)
	must(t, c.desk.Introduce(t.Context(), "sihteeri"))
	c.rename(t, "Kolmas nimi")
	h := c.history(t)
	var names []string
	for _, p := range h.People() {
		names = append(names, p.Name)
	}
	if want := []string{"sihteeri", "puheenjohtaja"}; !slices.Equal(names, want) {
		t.Fatalf("people %q, want %q", names, want)
	}
	if acts := h.Find(model.HistoryFilter{Authors: h.People()[0].IDs}); len(acts) != 2 {
		t.Errorf("the one who came back has %d acts, want 2", len(acts))
	}
	must(t, c.desk.ForgetWriter(t.Context()))
	if p := c.history(t).People()[0]; p.Name != "" || !p.Named {
		t.Errorf("the erased name is told as %+v", p)
	}
}

// changed is the newest line of the history that changed a field.
func changed(t *testing.T, h *workflow.History) model.HistoryLine {
	t.Helper()
	for _, a := range h.Acts() {
		for _, l := range a.Lines {
			if l.Deed == model.DeedChanged {
				return l
			}
		}
	}
	t.Fatal("no field was changed")
	return model.HistoryLine{}
}

func TestLastWeeksWordingComesBackAsOneStepThatCanBeUndone(t *testing.T) {
	c := newCalendar(t)
	before := firstGoal(c.work).Title.Fi
	c.on(9)
	c.rename(t, "Huonompi nimi")
	h := c.history(t)
	line := changed(t, h)
	if !c.work.MayBringBack(line) {
		t.Fatal("the earlier wording is not offered")
	}
	c.on(10)
	must(t, c.work.BringBack(t.Context(), line))
	if got := firstGoal(c.work).Title.Fi; got != before {
		t.Errorf("brought back %q, want %q", got, before)
	}
	if c.work.MayBringBack(line) {
		t.Error("what stands in the field is offered to be brought back")
	}
	if !h.Stale() {
		t.Error("the history does not notice the step")
	}
	must(t, h.Read(t.Context()))
	if h.Stale() {
		t.Error("read again, the history is stale still")
	}
	if again := changed(t, h); again.New.Text() != before {
		t.Errorf("the history does not tell it: %q", again.New.Text())
	}
	_, err := c.work.Undo(t.Context())
	must(t, err)
	if got := firstGoal(c.work).Title.Fi; got != "Huonompi nimi" {
		t.Errorf("undone to %q", got)
	}
}

func TestARemovedElementIsRestored(t *testing.T) {
	c := newCalendar(t)
	goal := firstGoal(c.work)
	measures := len(goal.Measures)
	must(t, c.work.Edit(t.Context(), func(st *model.Step) error { return st.Delete(goal.ID) }))
	if !c.work.MayRestore(goal.ID) || c.work.MayRestore(goal.Measures[0].ID) {
		t.Error("the goal can be restored, and its measures with it alone")
	}
	must(t, c.work.Restore(t.Context(), goal.ID))
	if back := firstGoal(c.work); back.ID != goal.ID || len(back.Measures) != measures {
		t.Errorf("back is %q with %d measures", back.Title.Fi, len(back.Measures))
	}
	if c.work.MayRestore(goal.ID) {
		t.Error("what is there is offered to be restored")
	}
}

func TestInALockedProgrammeNothingIsBroughtBack(t *testing.T) {
	c := newCalendar(t)
	c.rename(t, "Nimi")
	removed := c.work.Programme().Sections[1].Goals[0].ID
	must(t, c.work.Edit(t.Context(), func(st *model.Step) error { return st.Delete(removed) }))
	line := changed(t, c.history(t))
	must(t, c.work.RecordDecision(t.Context(), decided()))
	must(t, c.work.Lock(t.Context()))
	if c.work.MayBringBack(line) || c.work.MayRestore(removed) {
		t.Error("offered in a locked programme")
	}
	for what, err := range map[string]error{
		"a value": c.work.BringBack(t.Context(), line), "an element": c.work.Restore(t.Context(), removed),
	} {
		if key, _ := c.desk.Sentence(err); key != "error.locked" {
			t.Errorf("bringing back %s gave %v", what, err)
		}
	}
	if got := firstGoal(c.work).Title.Fi; got != "Nimi" {
		t.Errorf("the locked title became %q", got)
	}
	state, found := c.history(t).Acts()[0], false
	for _, l := range state.Lines {
		found = found || l.Field == model.FieldStoredState && !c.work.MayBringBack(l)
	}
	if !found {
		t.Error("locking is not told, or can be taken back from the history")
	}
}

func TestABodyThatWasRemovedIsNotBroughtBackIntoADuty(t *testing.T) {
	c := newCalendar(t)
	duty := firstGoal(c.work).Bodies[0]
	other := c.work.Programme().Bodies[len(c.work.Programme().Bodies)-1].ID
	must(t, c.work.Edit(t.Context(), func(st *model.Step) error {
		return st.Set(duty.ID, model.FieldBody, model.ValueOf(other))
	}))
	line := changed(t, c.history(t))
	if !c.work.MayBringBack(line) {
		t.Fatal("the earlier body is not offered")
	}
	must(t, c.work.Edit(t.Context(), func(st *model.Step) error { return st.Delete(duty.Body) }))
	if c.work.MayBringBack(line) {
		t.Error("a removed body is offered")
	}
	if err := c.work.BringBack(t.Context(), line); !errors.Is(err, model.ErrNotThere) {
		t.Errorf("bringing it back gave %v", err)
	}
}
