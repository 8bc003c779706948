package model_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"tavoitekartta/model"
)

// told writes a history as one line for each of its lines, the newest first.
func told(h *model.History, f model.HistoryFilter) string {
	var all []string
	for _, a := range h.Find(f) {
		for _, l := range a.Lines {
			line := fmt.Sprintf("%s %s", l.Deed, l.Of)
			if name, _ := h.Name(a, l.Entity).Best(); name != "" {
				line += " " + name
			}
			switch l.Deed {
			case model.DeedChanged:
				line += fmt.Sprintf(" %s: %s → %s", l.Field, l.Old.Text(), l.New.Text())
			case model.DeedAdded:
				line += fmt.Sprintf(" with %d", l.With)
			}
			all = append(all, line)
		}
	}
	return strings.Join(all, "\n")
}

func tells(t *testing.T, h *model.History, f model.HistoryFilter, want ...string) {
	t.Helper()
	if got := told(h, f); got != strings.Join(want, "\n") {
		t.Errorf("told:\n%s\nwant:\n%s", got, strings.Join(want, "\n"))
	}
}

func (d *desk) title(id model.EntityID, title string) {
	d.t.Helper()
	d.must(func(st *model.Step) error { return st.SetText(id, model.FieldTitle, model.Finnish, title) })
}

func (d *desk) rest(pause time.Duration) { d.clock = d.clock.Add(pause) }

func TestAHistoryTellsWhatEachActDid(t *testing.T) {
	d := newDesk(t, replicaA)
	section, goal := programmeWithGoal(t, d)
	d.rest(time.Hour)
	d.title(goal, "Neuvonta")
	d.rest(time.Hour)
	var other model.EntityID
	d.must(func(st *model.Step) (err error) { other, err = st.Add(section, model.KindGoal, ""); return err })
	d.rest(time.Hour)
	d.must(func(st *model.Step) error { return st.MoveFirst(other, section) })
	d.must(func(st *model.Step) error { return st.Move(other, d.state.Root(), "") })
	d.must(func(st *model.Step) error { return st.Delete(goal) })
	d.must(func(st *model.Step) error { return st.Restore(goal) })
	tells(t, model.NewHistory(d.log), model.HistoryFilter{},
		"restored goal Neuvonta",
		"removed goal Neuvonta",
		"moved goal",
		"reordered goal",
		"added goal with 0",
		"changed goal Neuvonta title.fi: Asumisneuvonta → Neuvonta",
		"added programme with 2",
	)
}

func TestTypingOnInOneFieldIsOneLine(t *testing.T) {
	d := newDesk(t, replicaA)
	_, goal := programmeWithGoal(t, d)
	d.rest(time.Hour)
	for _, title := range []string{"N", "Neu", "Neuvonta"} {
		d.title(goal, title)
	}
	d.rest(time.Hour)
	d.title(goal, "Neuvontapiste")
	h := model.NewHistory(d.log)
	tells(t, h, model.HistoryFilter{},
		"changed goal Neuvontapiste title.fi: Neuvonta → Neuvontapiste",
		"changed goal Neuvonta title.fi: Asumisneuvonta → Neuvonta",
		"added programme with 2",
	)
	if a := h.Acts()[1]; a.At.Sub(a.Begun) != 2*time.Minute {
		t.Errorf("typed for %s, want 2 minutes", a.At.Sub(a.Begun))
	}
}

func TestWhatIsTypedAndTakenBackAtOnceIsNotTold(t *testing.T) {
	d := newDesk(t, replicaA)
	_, goal := programmeWithGoal(t, d)
	d.rest(time.Hour)
	d.title(goal, "Neuvonta")
	d.title(goal, "Asumisneuvonta")
	tells(t, model.NewHistory(d.log), model.HistoryFilter{}, "added programme with 2")
}

func TestAnAdditionIsToldByTheNameTypedAfterIt(t *testing.T) {
	d := newDesk(t, replicaA)
	_, goal := programmeWithGoal(t, d)
	d.rest(time.Hour)
	var measure model.EntityID
	d.must(func(st *model.Step) (err error) { measure, err = st.Add(goal, model.KindMeasure, ""); return err })
	d.title(measure, "Opas")
	d.title(measure, "Opas neljällä kielellä")
	tells(t, model.NewHistory(d.log), model.HistoryFilter{},
		"added measure Opas neljällä kielellä with 0",
		"added programme with 2",
	)
}

func TestUndoingIsToldAsSuch(t *testing.T) {
	d := newDesk(t, replicaA)
	_, goal := programmeWithGoal(t, d)
	d.rest(time.Hour)
	d.title(goal, "Neuvonta")
	for _, take := range []func() (*model.Step, []model.Change, error){
		func() (*model.Step, []model.Change, error) { return d.state.Undo(d.writer(), d.undo.CanUndo()) },
		func() (*model.Step, []model.Change, error) { return d.state.Redo(d.writer(), d.undo.CanRedo()) },
	} {
		step, _, err := take()
		if err != nil {
			t.Fatal(err)
		}
		d.keep(step)
	}
	h := model.NewHistory(d.log)
	tells(t, h, model.HistoryFilter{},
		"changed goal Neuvonta title.fi: Asumisneuvonta → Neuvonta",
		"changed goal Asumisneuvonta title.fi: Neuvonta → Asumisneuvonta",
		"changed goal Neuvonta title.fi: Asumisneuvonta → Neuvonta",
		"added programme with 2",
	)
	var purposes []model.Purpose
	for _, a := range h.Acts() {
		purposes = append(purposes, a.Purpose)
	}
	if want := []model.Purpose{model.ForRedo, model.ForUndo, model.ForEdit, model.ForEdit}; !slices.Equal(purposes, want) {
		t.Errorf("purposes %v, want %v", purposes, want)
	}
}

func TestAnElementIsToldByThePathAndTheNamesThatItHadThen(t *testing.T) {
	d := newDesk(t, replicaA)
	section, goal := programmeWithGoal(t, d)
	d.title(section, "Asuminen")
	d.rest(time.Hour)
	d.must(func(st *model.Step) error {
		return st.SetText(goal, model.FieldDescription, model.Finnish, "Miksi")
	})
	d.title(section, "Koti")
	d.title(goal, "Neuvonta")
	d.must(func(st *model.Step) error { return st.Move(goal, d.state.Root(), "") })
	h := model.NewHistory(d.log)
	way := func(a *model.Act, id model.EntityID) string {
		var names []string
		for _, step := range h.Path(a, id) {
			names = append(names, string(step.Kind)+" "+step.Name.Fi)
		}
		return strings.Join(names, " › ")
	}
	acts := h.Acts()
	for i, want := range []string{"goal Neuvonta", "section Koti › goal Neuvonta", "section Koti › goal Asumisneuvonta", "section Asuminen › goal Asumisneuvonta"} {
		if got := way(acts[i], goal); got != want {
			t.Errorf("%d acts ago it stood at %q, want %q", i, got, want)
		}
	}
}

func TestAHistoryIsFilteredByElementAuthorAndTime(t *testing.T) {
	d := newDesk(t, replicaA)
	section, goal := programmeWithGoal(t, d)
	var measure, other model.EntityID
	d.must(func(st *model.Step) (err error) { measure, err = st.Add(goal, model.KindMeasure, ""); return err })
	d.must(func(st *model.Step) (err error) { other, err = st.Add(section, model.KindGoal, ""); return err })
	d.rest(48 * time.Hour)
	d.title(measure, "Opas")
	d.title(other, "Toinen")
	b := newDesk(t, replicaB)
	b.clock = d.clock.Add(time.Hour)
	b.receive(d)
	step := b.state.Begin(model.Writer{Replica: replicaB, Person: "p", NextSeq: 1, At: b.clock})
	if err := step.Move(measure, other, ""); err != nil {
		t.Fatal(err)
	}
	b.keep(step)
	h := model.NewHistory(b.log)
	moved, toldGoal, toldMeasure := "moved measure Opas", "changed goal Toinen title.fi:  → Toinen", "changed measure Opas title.fi:  → Opas"
	added, programme := "added measure Opas with 0", "added programme with 2"
	tells(t, h, model.HistoryFilter{Under: goal}, moved, toldMeasure, added, programme)
	tells(t, h, model.HistoryFilter{Under: other}, moved, toldGoal, "added goal Toinen with 0")
	tells(t, h, model.HistoryFilter{Under: measure}, moved, toldMeasure, added)
	tells(t, h, model.HistoryFilter{Authors: []model.PersonID{"p"}}, moved)
	tells(t, h, model.HistoryFilter{Until: b.clock.Add(-24 * time.Hour)}, "added goal Toinen with 0", added, programme)
	tells(t, h, model.HistoryFilter{Since: b.clock}, moved)
	if got := h.Authors(); !slices.Equal(got, []model.PersonID{"p", ""}) {
		t.Errorf("authors %q", got)
	}
}

// Whatever was done, the newest line of a field tells what it holds now.
func TestTheNewestLineOfAFieldTellsItsValue(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		d := newDesk(rt, replicaA)
		programmeWithGoal(rt, d)
		for i := range rapid.IntRange(1, 25).Draw(rt, "acts") {
			drawEdit(rt, d, fmt.Sprintf("%d.", i))
			if rapid.Bool().Draw(rt, fmt.Sprintf("rest%d", i)) {
				d.rest(time.Hour)
			}
		}
		seen := map[string]bool{}
		for _, a := range model.NewHistory(d.log).Acts() {
			for _, l := range a.Lines {
				key := string(l.Entity) + "/" + string(l.Field)
				if l.Deed == model.DeedChanged && !seen[key] && !l.New.Equal(d.state.Element(l.Entity).Value(l.Field)) {
					rt.Fatalf("the newest line of %s says %q, the field %q", key, l.New.Text(), d.state.Element(l.Entity).Value(l.Field).Text())
				}
				seen[key] = true
			}
		}
	})
}

// A clock that is wrong moves an act in the list and breaks nothing.
func TestHistoriesOfDesksThatMetAreReadWhateverTheirClocks(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		desks := desksThatMet(rt)
		lines := 0
		for _, a := range model.NewHistory(desks[0].log).Acts() {
			lines += len(a.Lines)
		}
		for _, d := range desks[1:] {
			others := 0
			for _, a := range model.NewHistory(d.log).Acts() {
				others += len(a.Lines)
			}
			if others != lines {
				rt.Fatalf("one desk tells %d lines, another %d", lines, others)
			}
		}
	})
}

func BenchmarkHistory(b *testing.B) {
	changes := manyChanges(b, 1000)
	b.Run(fmt.Sprintf("read %d changes", len(changes)), func(b *testing.B) {
		for b.Loop() {
			model.NewHistory(changes)
		}
	})
	h := model.NewHistory(changes)
	goal := h.Path(h.Acts()[0], h.Acts()[0].Lines[0].Entity)[1].Entity
	b.Run(fmt.Sprintf("filter %d acts", len(h.Acts())), func(b *testing.B) {
		for b.Loop() {
			h.Find(model.HistoryFilter{Under: goal})
		}
	})
}
