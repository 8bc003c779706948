package model_test

import (
	"fmt"
	"testing"
	"time"

	"pgregory.net/rapid"

	"tavoitekartta/model"
)

// desk is one person at one data folder, as tests need it.
type desk struct {
	t       rapid.TB
	state   *model.State
	replica model.ReplicaID
	next    uint64
	clock   time.Time
	undo    *model.UndoList
	log     []model.Change
}

func newDesk(t rapid.TB, replica model.ReplicaID) *desk {
	t.Helper()
	if !replica.Valid() {
		t.Fatalf("%q is no replica id", replica)
	}
	return &desk{
		t: t, state: model.NewState(), replica: replica, next: 1,
		clock: time.Date(2026, 1, 2, 12, 0, 0, 0, time.UTC), undo: model.NewUndoList(replica),
	}
}

func (d *desk) writer() model.Writer {
	d.clock = d.clock.Add(time.Minute)
	return model.Writer{Replica: d.replica, NextSeq: d.next, At: d.clock}
}

// do makes one step; what it returns is an error of the edit itself.
func (d *desk) do(edit func(*model.Step) error) error {
	d.t.Helper()
	step := d.state.Begin(d.writer())
	err := edit(step)
	d.keep(step)
	return err
}

func (d *desk) must(edit func(*model.Step) error) {
	d.t.Helper()
	if err := d.do(edit); err != nil {
		d.t.Fatal(err)
	}
}

func (d *desk) keep(step *model.Step) {
	changes := step.Changes()
	d.log = append(d.log, changes...)
	d.undo.Add(changes...)
	if len(changes) > 0 {
		d.next = changes[len(changes)-1].ID.Seq + 1
	}
}

// receive applies another desk's changes that this one lacks.
func (d *desk) receive(other *desk) {
	d.t.Helper()
	for _, c := range other.log {
		touched, err := d.state.Apply(c)
		if err != nil {
			d.t.Fatalf("apply %s: %v", c.ID, err)
		}
		if touched != nil {
			d.log = append(d.log, c)
		}
	}
}

const (
	replicaA model.ReplicaID = "0000000000002"
	replicaB model.ReplicaID = "000000000000j"
	replicaC model.ReplicaID = "000000000000w"
)

// programmeWithGoal gives a desk a programme of one section and one goal.
func programmeWithGoal(t rapid.TB, d *desk) (section, goal model.EntityID) {
	t.Helper()
	d.must(func(st *model.Step) error {
		root, err := st.CreateProgramme()
		if err != nil {
			return err
		}
		if section, err = st.Add(root, model.KindSection, ""); err != nil {
			return err
		}
		if goal, err = st.Add(section, model.KindGoal, ""); err != nil {
			return err
		}
		return st.SetText(goal, model.FieldTitle, model.Finnish, "Asumisneuvonta")
	})
	return section, goal
}

func TestElementsStandInTheOrderInWhichTheyWerePut(t *testing.T) {
	d := newDesk(t, replicaA)
	_, goal := programmeWithGoal(t, d)
	var ids []model.EntityID
	for _, title := range []string{"a", "b", "c"} {
		d.must(func(st *model.Step) error {
			id, err := st.Add(goal, model.KindMeasure, "")
			ids = append(ids, id)
			if err != nil {
				return err
			}
			return st.SetText(id, model.FieldTitle, model.Finnish, title)
		})
	}
	d.must(func(st *model.Step) error { return st.Move(ids[0], goal, ids[1]) })
	if got := titles(d.state, goal); got != "bac" {
		t.Errorf("after moving a behind b: %s", got)
	}
	d.must(func(st *model.Step) error { return st.MoveFirst(ids[2], goal) })
	if got := titles(d.state, goal); got != "cba" {
		t.Errorf("after moving c first: %s", got)
	}
	d.must(func(st *model.Step) error {
		id, err := st.Add(goal, model.KindMeasure, ids[2])
		if err != nil {
			return err
		}
		return st.SetText(id, model.FieldTitle, model.Finnish, "d")
	})
	if got := titles(d.state, goal); got != "cdba" {
		t.Errorf("after adding d behind c: %s", got)
	}
	p := d.state.Programme()
	if n := p.Sections[0].Goals[0].Measures[2].Number; n != "1.1.3" {
		t.Errorf("third measure is printed %q", n)
	}
}

func titles(s *model.State, parent model.EntityID) string {
	out := ""
	for _, e := range s.Children(parent, model.KindMeasure) {
		out += e.Value(model.FieldTitle.In(model.Finnish)).Text()
	}
	return out
}

func TestTwoValuesWrittenApartAreHeldAsAClash(t *testing.T) {
	a, b := newDesk(t, replicaA), newDesk(t, replicaB)
	_, goal := programmeWithGoal(t, a)
	b.receive(a)
	a.must(func(st *model.Step) error { return st.SetText(goal, model.FieldTitle, model.Finnish, "A") })
	b.must(func(st *model.Step) error { return st.SetText(goal, model.FieldTitle, model.Finnish, "B") })
	b.must(func(st *model.Step) error { return st.SetText(goal, model.FieldTitle, model.Swedish, "S") })
	a.receive(b)
	b.receive(a)
	if a.state.Digest() != b.state.Digest() {
		t.Fatal("the two replicas differ")
	}
	clashes := a.state.Clashes()
	if len(clashes) != 1 || clashes[0].Kind != model.FieldClash || clashes[0].Field != model.FieldTitle.In(model.Finnish) || len(clashes[0].Candidates) != 2 {
		t.Fatalf("clashes: %+v", clashes)
	}
	a.must(func(st *model.Step) error { return st.Settle(clashes[0], clashes[0].Candidates[1].Value) })
	b.receive(a)
	if len(b.state.Clashes()) != 0 {
		t.Error("the settled clash is still open elsewhere")
	}
	if got := b.state.Element(goal).Value(model.FieldTitle.In(model.Finnish)).Text(); got != clashes[0].Candidates[1].Value.Text() {
		t.Errorf("settled on %q", got)
	}
}

func TestARemovalThatHadNotSeenAnEditIsAClash(t *testing.T) {
	a, b := newDesk(t, replicaA), newDesk(t, replicaB)
	section, goal := programmeWithGoal(t, a)
	b.receive(a)
	a.must(func(st *model.Step) error { return st.Delete(section) })
	b.must(func(st *model.Step) error { return st.SetText(goal, model.FieldTitle, model.Finnish, "B") })
	if a.state.Present(goal) {
		t.Error("the goal of a removed section is still there")
	}
	a.receive(b)
	b.receive(a)
	clashes := a.state.Clashes()
	if len(clashes) != 1 || clashes[0].Kind != model.DeleteClash || clashes[0].Entity != section || len(clashes[0].Edited) != 1 {
		t.Fatalf("clashes: %+v", clashes)
	}
	if !a.state.Present(goal) || !b.state.Present(goal) {
		t.Error("the removal was applied silently")
	}
	b.must(func(st *model.Step) error { return st.Settle(clashes[0], model.ValueOf(true)) })
	a.receive(b)
	if a.state.Present(goal) || len(a.state.Clashes()) != 0 {
		t.Error("the removal that was chosen does not hold")
	}
}

func TestMovesThatWouldMakeACircleAreAClash(t *testing.T) {
	a, b := newDesk(t, replicaA), newDesk(t, replicaB)
	section, one := programmeWithGoal(t, a)
	var two model.EntityID
	a.must(func(st *model.Step) (err error) { two, err = st.Add(section, model.KindGoal, ""); return err })
	b.receive(a)
	a.must(func(st *model.Step) error { return st.Move(one, two, "") })
	b.must(func(st *model.Step) error { return st.Move(two, one, "") })
	a.receive(b)
	b.receive(a)
	clashes := a.state.Clashes()
	if len(clashes) != 1 || clashes[0].Kind != model.CircleClash || fmt.Sprint(clashes[0].Circle) != fmt.Sprint([]model.EntityID{one, two}) {
		t.Fatalf("clashes: %+v", clashes)
	}
	if a.state.Parent(one) != section || a.state.Parent(two) != section {
		t.Error("the goals do not stay where they were")
	}
	a.must(func(st *model.Step) error { return st.Settle(clashes[0], model.ValueOf(one)) })
	b.receive(a)
	if b.state.Parent(one) != section || b.state.Parent(two) != one {
		t.Error("not the one stays and the other goes under it")
	}
	if len(b.state.Clashes()) != 0 || a.state.Digest() != b.state.Digest() {
		t.Errorf("after settling: %+v", b.state.Clashes())
	}
	if err := a.do(func(st *model.Step) error { return st.Move(one, one, "") }); err == nil {
		t.Error("a goal was moved under itself")
	}
}
