package model_test

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"tavoitekartta/model"
)

// edits draws and makes one edit on a desk; what it may not do it leaves.
func drawEdit(rt *rapid.T, d *desk, label string) {
	state := d.state
	kinds := []model.Kind{model.KindSection, model.KindGoal, model.KindMeasure, model.KindIndicator}
	pick := func(name string, ids []model.EntityID) model.EntityID {
		return rapid.SampledFrom(ids).Draw(rt, label+name)
	}
	var all []model.EntityID
	for e := range state.Elements() {
		all = append(all, e.ID)
	}
	slices.Sort(all)
	switch rapid.IntRange(0, 7).Draw(rt, label+"act") {
	case 0, 1:
		kind := rapid.SampledFrom(kinds).Draw(rt, label+"kind")
		parent := pick("parent", all)
		_ = d.do(func(st *model.Step) error { _, err := st.Add(parent, kind, ""); return err })
	case 2, 3, 4:
		id, l := pick("text", all), rapid.SampledFrom(model.Languages()).Draw(rt, label+"language")
		text := rapid.StringOfN(rapid.SampledFrom([]rune("aäöå ")), 0, 3, -1).Draw(rt, label+"words")
		_ = d.do(func(st *model.Step) error { return st.SetText(id, model.FieldTitle, l, text) })
	case 5:
		id, parent := pick("move", all), pick("under", all)
		_ = d.do(func(st *model.Step) error { return st.Move(id, parent, "") })
	case 6:
		id := pick("delete", all)
		_ = d.do(func(st *model.Step) error { return st.Delete(id) })
	case 7:
		step, _, err := state.Undo(d.writer(), d.undo.CanUndo())
		if err == nil {
			d.keep(step)
		}
	}
}

// A state that was edited step by step, read after each, reads like one loaded
// from the same elements.
func TestAStateThatGrewReadsLikeOneThatWasLoaded(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		desks := threeDesks(rt)
		for i := range rapid.IntRange(1, 20).Draw(rt, "acts") {
			d := rapid.SampledFrom(desks).Draw(rt, fmt.Sprintf("desk%d", i))
			drawEdit(rt, d, fmt.Sprintf("%d.", i))
			if rapid.IntRange(0, 5).Draw(rt, fmt.Sprintf("meet%d", i)) == 0 {
				d.receive(rapid.SampledFrom(desks).Draw(rt, fmt.Sprintf("other%d", i)))
			}
			loaded := model.RestoreState(d.state.Progress(), d.state.Elements())
			if got, want := fmt.Sprint(d.state.Programme()), fmt.Sprint(loaded.Programme()); got != want {
				rt.Fatalf("grown:\n%s\nloaded:\n%s", got, want)
			}
			if fmt.Sprint(d.state.Clashes()) != fmt.Sprint(loaded.Clashes()) {
				rt.Fatal("the clashes differ")
			}
			for _, under := range []model.EntityID{"", d.state.Root()} {
				if !slices.Equal(d.state.Children(under, ""), loaded.Children(under, "")) {
					rt.Fatalf("the children of %q differ", under)
				}
			}
		}
	})
}

func threeDesks(rt *rapid.T) []*desk {
	desks := []*desk{newDesk(rt, replicaA), newDesk(rt, replicaB), newDesk(rt, replicaC)}
	programmeWithGoal(rt, desks[0])
	for _, d := range desks[1:] {
		d.receive(desks[0])
	}
	return desks
}

func TestMergingInAnyOrderGivesOneDigest(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		desks := threeDesks(rt)
		for i := range rapid.IntRange(1, 14).Draw(rt, "acts") {
			d := rapid.SampledFrom(desks).Draw(rt, fmt.Sprintf("desk%d", i))
			drawEdit(rt, d, fmt.Sprintf("%d.", i))
			if rapid.IntRange(0, 4).Draw(rt, fmt.Sprintf("meet%d", i)) == 0 {
				d.receive(rapid.SampledFrom(desks).Draw(rt, fmt.Sprintf("other%d", i)))
			}
		}
		// Each desk takes in the others in an order of its own, more than once.
		for round := range 2 {
			for i, d := range desks {
				for _, j := range rapid.Permutation([]int{0, 1, 2}).Draw(rt, fmt.Sprintf("order%d.%d", round, i)) {
					d.receive(desks[j])
				}
			}
		}
		want := desks[0].state
		for _, d := range desks[1:] {
			if d.state.Digest() != want.Digest() {
				rt.Fatal("two desks with the same changes differ")
			}
			if fmt.Sprint(d.state.Clashes()) != fmt.Sprint(want.Clashes()) {
				rt.Fatal("two desks with the same changes show different clashes")
			}
			a, b := d.state.Programme(), want.Programme()
			if mustHash(rt, &a) != mustHash(rt, &b) {
				rt.Fatal("two desks with the same changes read differently")
			}
		}
		var chain []model.ChainEntry
		for _, c := range desks[0].log {
			chain = append(chain, c.Entry())
		}
		if err := model.VerifyChains(chain); err != nil {
			rt.Fatal(err)
		}
	})
}

func mustHash(t rapid.TB, p *model.Programme) model.Hash {
	h, err := p.Fingerprint()
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func TestApplyingThenUndoingGivesTheSameContent(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		d := newDesk(rt, replicaA)
		programmeWithGoal(rt, d)
		for i := range rapid.IntRange(0, 8).Draw(rt, "before") {
			drawEdit(rt, d, fmt.Sprintf("b%d.", i))
		}
		d.undo.Forget()
		before := d.state.Programme()
		acts := rapid.IntRange(1, 8).Draw(rt, "acts")
		for i := range acts {
			drawForward(rt, d, fmt.Sprintf("a%d.", i))
		}
		after := d.state.Programme()
		undone := 0
		for ; d.undo.CanUndo() != nil; undone++ {
			step, kept, err := d.state.Undo(d.writer(), d.undo.CanUndo())
			if err != nil || len(kept) > 0 {
				rt.Fatalf("undo: %v, %d fields kept", err, len(kept))
			}
			d.keep(step)
			if undone > acts {
				rt.Fatal("undoing does not end")
			}
		}
		restored := d.state.Programme()
		if mustHash(rt, &before) != mustHash(rt, &restored) {
			rt.Fatalf("undone to something else:\n%+v\n%+v", before, restored)
		}
		for range undone {
			step, _, err := d.state.Redo(d.writer(), d.undo.CanRedo())
			if err != nil {
				rt.Fatal(err)
			}
			d.keep(step)
		}
		again := d.state.Programme()
		if mustHash(rt, &after) != mustHash(rt, &again) {
			rt.Fatal("done again to something else")
		}
	})
}

// drawForward is drawEdit without undoing.
func drawForward(rt *rapid.T, d *desk, label string) {
	undo := d.undo
	d.undo = model.NewUndoList(d.replica)
	before := len(d.log)
	drawEdit(rt, d, label)
	d.undo = undo
	d.undo.Add(d.log[before:]...)
}

// TestOnlyConstructedClashesAppear builds edits on fields of which some are
// edited by both and the others by one, and expects exactly the former.
func TestOnlyConstructedClashesAppear(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		a, b := newDesk(rt, replicaA), newDesk(rt, replicaB)
		section, _ := programmeWithGoal(rt, a)
		var goals []model.EntityID
		for range rapid.IntRange(1, 6).Draw(rt, "goals") {
			a.must(func(st *model.Step) error {
				id, err := st.Add(section, model.KindGoal, "")
				goals = append(goals, id)
				return err
			})
		}
		b.receive(a)
		want := map[string]bool{}
		for i, goal := range goals {
			field := model.FieldTitle.In(rapid.SampledFrom(model.Languages()).Draw(rt, fmt.Sprintf("language%d", i)))
			set := func(d *desk, value string) {
				d.must(func(st *model.Step) error { return st.Set(goal, field, model.ValueOf(value)) })
			}
			switch rapid.IntRange(0, 5).Draw(rt, fmt.Sprintf("way%d", i)) {
			case 0:
				set(a, "a")
			case 1:
				set(b, "b")
			case 2: // both, the same
				set(a, "same")
				set(b, "same")
			case 3: // one after the other
				set(a, "a")
				b.receive(a)
				set(b, "b")
			case 4: // both, apart
				set(a, fmt.Sprint("a", i))
				set(b, fmt.Sprint("b", i))
				want[string(goal)+string(field)] = true
			case 5: // removed by one, edited by the other
				a.must(func(st *model.Step) error { return st.Delete(goal) })
				set(b, "b")
				want[string(goal)+string(model.FieldDeleted)] = true
			}
		}
		a.receive(b)
		b.receive(a)
		for _, d := range []*desk{a, b} {
			got := map[string]bool{}
			for _, c := range d.state.Clashes() {
				got[string(c.Entity)+string(c.Field)] = true
			}
			if fmt.Sprint(got) != fmt.Sprint(want) {
				rt.Fatalf("clashes %v, constructed %v", got, want)
			}
		}
	})
}

func TestPositionsAlwaysLeaveRoom(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		list := []string{}
		for i := range rapid.IntRange(1, 80).Draw(rt, "insertions") {
			at := rapid.IntRange(0, len(list)).Draw(rt, fmt.Sprintf("at%d", i))
			low, high := "", ""
			if at > 0 {
				low = list[at-1]
			}
			if at < len(list) {
				high = list[at]
			}
			p := model.PositionBetween(low, high)
			if p <= low || high != "" && p >= high {
				rt.Fatalf("%q is not between %q and %q", p, low, high)
			}
			list = slices.Insert(list, at, p)
		}
	})
	last := ""
	for range 1000 {
		last = model.PositionBetween(last, "")
	}
	if len(last) > 40 {
		t.Errorf("a position grew to %d characters by adding at the end", len(last))
	}
}
