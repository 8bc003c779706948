package model_test

import (
	"testing"

	"tavoitekartta/model"
)

// apart gives two desks the same goals and lets each edit before they meet.
func apart(t *testing.T, goals int, first, second func(ids []model.EntityID) func(*model.Step) error) (*desk, *desk, []model.EntityID) {
	t.Helper()
	a, b, ids := twoDesksWithGoals(t, goals)
	a.must(first(ids))
	b.must(second(ids))
	a.receive(b)
	b.receive(a)
	return a, b, ids
}

func theClash(t *testing.T, d *desk) model.Clash {
	t.Helper()
	clashes := d.state.Clashes()
	if len(clashes) != 1 {
		t.Fatalf("%d clashes: %+v", len(clashes), clashes)
	}
	return clashes[0]
}

func moved(id, under int) func([]model.EntityID) func(*model.Step) error {
	return func(ids []model.EntityID) func(*model.Step) error {
		return func(st *model.Step) error { return st.Move(ids[id], ids[under], "") }
	}
}

func TestAnElementMovedToTwoPlacesIsAskedAboutOnce(t *testing.T) {
	a, b, ids := apart(t, 3, moved(0, 1), moved(0, 2))
	clash := theClash(t, a)
	if clash.Field != model.FieldParent || !clash.Concerns(ids[0], model.FieldParent) || clash.Concerns(ids[1], "") {
		t.Fatalf("the clash is %+v", clash)
	}
	a.must(func(st *model.Step) error { return st.Settle(clash, model.ValueOf(ids[2])) })
	b.receive(a)
	if len(b.state.Clashes()) != 0 || b.state.Parent(ids[0]) != ids[2] {
		t.Errorf("it stands under %s, and %v are open", b.state.Parent(ids[0]), b.state.Clashes())
	}
}

func TestAnElementPutElsewhereAmongItsOwnIsAskedAboutByItsPlace(t *testing.T) {
	a, _, ids := apart(t, 4,
		func(ids []model.EntityID) func(*model.Step) error {
			return func(st *model.Step) error { return st.Move(ids[0], st.State().Root(), ids[1]) }
		},
		func(ids []model.EntityID) func(*model.Step) error {
			return func(st *model.Step) error { return st.Move(ids[0], st.State().Root(), ids[3]) }
		})
	clash := theClash(t, a)
	after := map[model.EntityID]model.Value{}
	for _, c := range clash.Candidates {
		after[a.state.StandsAfter(ids[0], c.Value.Text())] = c.Value
	}
	if after[ids[1]] == nil || after[ids[3]] == nil {
		t.Fatalf("the places are behind %v", after)
	}
	a.must(func(st *model.Step) error { return st.Settle(clash, after[ids[3]]) })
	order := a.state.Children(a.state.Root(), model.KindGoal)
	if order[len(order)-1].ID != ids[0] || len(a.state.Clashes()) != 0 {
		t.Error("it does not stand where was chosen")
	}
}

func TestACircleIsSettledByWhatStays(t *testing.T) {
	for name, stays := range map[string]int{"first": 0, "second": 1, "all": -1} {
		t.Run(name, func(t *testing.T) {
			a, b, ids := apart(t, 2, moved(0, 1), moved(1, 0))
			clash := theClash(t, a)
			chosen, want := model.Value(nil), []model.EntityID{a.state.Root(), a.state.Root()}
			if stays >= 0 {
				chosen = model.ValueOf(ids[stays])
				want[1-stays] = ids[stays]
			}
			a.must(func(st *model.Step) error { return st.Settle(clash, chosen) })
			b.receive(a)
			for i, id := range ids {
				if b.state.Parent(id) != want[i] {
					t.Errorf("goal %d stands under %s", i, b.state.Parent(id))
				}
			}
			if open := b.state.Clashes(); len(open) > 0 {
				t.Errorf("still open: %v", open)
			}
			a.takeBack()
			if !stillCircle(a) {
				t.Error("taking it back does not open it again")
			}
		})
	}
}

func stillCircle(d *desk) bool {
	clashes := d.state.Clashes()
	return len(clashes) == 1 && clashes[0].Kind == model.CircleClash
}

// takeBack undoes the last step.
func (d *desk) takeBack() {
	d.t.Helper()
	step, _, err := d.state.Undo(d.writer(), d.undo.CanUndo())
	if err != nil {
		d.t.Fatal(err)
	}
	d.keep(step)
}

func TestUndoingASettledRemovalNeverRemoves(t *testing.T) {
	for name, chosen := range map[string]bool{"removed": true, "kept": false} {
		t.Run(name, func(t *testing.T) {
			a, b, ids := apart(t, 1,
				func(ids []model.EntityID) func(*model.Step) error {
					return func(st *model.Step) error { return st.Delete(ids[0]) }
				},
				func(ids []model.EntityID) func(*model.Step) error {
					return func(st *model.Step) error { return st.SetText(ids[0], model.FieldTitle, model.Finnish, "B") }
				})
			clash := theClash(t, b)
			if edit := clash.Edited[0]; edit.Entity != ids[0] || edit.Field != model.FieldTitle.In(model.Finnish) || edit.Value.Text() != "B" {
				t.Fatalf("the edit is told as %+v", edit)
			}
			b.must(func(st *model.Step) error { return st.Settle(clash, model.ValueOf(chosen)) })
			if b.state.Present(ids[0]) == chosen {
				t.Error("what was chosen does not hold")
			}
			b.takeBack()
			a.receive(b)
			if !a.state.Present(ids[0]) {
				t.Error("after undoing it is gone")
			}
		})
	}
}

func TestAClashOfLockedContentWaits(t *testing.T) {
	set := func(words string) func([]model.EntityID) func(*model.Step) error {
		return func(ids []model.EntityID) func(*model.Step) error {
			return func(st *model.Step) error { return st.SetText(ids[0], model.FieldTitle, model.Finnish, words) }
		}
	}
	a, _, _ := apart(t, 1, set("A"), set("B"))
	clash := theClash(t, a)
	if !a.state.MaySettle(clash) {
		t.Error("it cannot be settled in a draft")
	}
	a.must(func(st *model.Step) error {
		return st.Set(st.State().Root(), model.FieldStoredState, model.ValueOf(string(model.Locked)))
	})
	if a.state.MaySettle(clash) {
		t.Error("it can be settled in a locked programme")
	}
	if a.do(func(st *model.Step) error { return st.Settle(clash, nil) }) == nil {
		t.Error("locked content was changed")
	}
}
