package model_test

import (
	"testing"

	"tavoitekartta/model"
)

func TestEveryTranslatedFieldThatIsPrintedIsOwed(t *testing.T) {
	d := newDesk(t, replicaA)
	_, goal := programmeWithGoal(t, d)
	root := d.state.Root()
	for _, kind := range []struct {
		kind  model.Kind
		under func() model.EntityID
	}{
		{model.KindOwner, nil}, {model.KindContact, nil}, {model.KindBody, nil}, {model.KindDecision, nil},
		{model.KindChapter, nil},
		{model.KindBlock, func() model.EntityID { return d.state.Children(root, model.KindChapter)[0].ID }},
		{model.KindMeasure, func() model.EntityID { return goal }},
		{model.KindIndicator, func() model.EntityID { return goal }},
		{model.KindResponsibility, func() model.EntityID { return goal }},
		{model.KindVote, func() model.EntityID { return d.state.Children(root, model.KindDecision)[0].ID }},
		{model.KindMotion, func() model.EntityID { return d.state.Children(root, model.KindDecision)[0].ID }},
		{model.KindDissent, func() model.EntityID { return d.state.Children(root, model.KindDecision)[0].ID }},
		{model.KindMinutesEntry, func() model.EntityID { return d.state.Children(root, model.KindDecision)[0].ID }},
		{model.KindAlias, func() model.EntityID { return d.state.Children(root, model.KindBody)[0].ID }},
	} {
		d.must(func(st *model.Step) error {
			parent := root
			if kind.under != nil {
				parent = kind.under()
			}
			_, err := st.Add(parent, kind.kind, "")
			return err
		})
	}
	want := map[model.TextRef]bool{}
	d.must(func(st *model.Step) error {
		for e := range d.state.Elements() {
			for _, base := range model.TranslatedFields(e.Kind) {
				if e.Kind != model.KindAlias {
					want[model.TextRef{Entity: e.ID, Kind: e.Kind, Field: base}] = true
				}
				if err := st.SetText(e.ID, base, model.Finnish, "Teksti"); err != nil {
					return err
				}
			}
		}
		return nil
	})
	for _, ref := range d.state.Texts() {
		if !want[ref] {
			t.Errorf("%v is owed twice or for nothing", ref)
		}
		delete(want, ref)
	}
	for ref := range want {
		t.Errorf("%s of a %s is not owed", ref.Field, ref.Kind)
	}
}

func TestATextWithoutLettersOwesNoTranslation(t *testing.T) {
	d := newDesk(t, replicaA)
	_, goal := programmeWithGoal(t, d)
	for text, want := range map[string]model.TextState{
		"%": model.TextWritten, "2019–2022": model.TextWritten, "kpl": model.TextNeedsTranslation,
	} {
		d.must(func(st *model.Step) error { return st.SetText(goal, model.FieldDescription, model.Finnish, text) })
		if got := d.state.TextState(goal, model.FieldDescription, model.Swedish); got != want {
			t.Errorf("%q is %s in Swedish, want %s", text, got, want)
		}
	}
}

func TestTheOldestGapIsTheOneWhoseOriginalHasStoodLongest(t *testing.T) {
	d := newDesk(t, replicaA)
	section, goal := programmeWithGoal(t, d)
	write := func(id model.EntityID, fi string) {
		d.must(func(st *model.Step) error { return st.SetText(id, model.FieldTitle, model.Finnish, fi) })
	}
	write(goal, "Ensimmäinen")
	write(section, "Toinen")
	write(d.state.Root(), "Kolmas")
	order := func() (titles []string) {
		standings := d.state.Standings(model.Swedish)
		model.OldestFirst(standings)
		for _, s := range standings {
			if s.Gap() {
				titles = append(titles, d.state.Element(s.Entity).Text(s.Field).Fi)
			}
		}
		return titles
	}
	if got := order(); len(got) != 3 || got[0] != "Ensimmäinen" || got[2] != "Kolmas" {
		t.Errorf("oldest first: %v", got)
	}
	write(goal, "Uusin")
	if got := order(); got[2] != "Uusin" {
		t.Errorf("after a change: %v", got)
	}
	d.must(func(st *model.Step) error { return st.SetText(section, model.FieldTitle, model.Swedish, "Andra") })
	counts := model.CountStandings(model.Swedish, d.state.Standings(model.Swedish))
	if counts.Untranslated != 2 || counts.Written != 1 || counts.Share().Percent() != 33 {
		t.Errorf("counts: %+v", counts)
	}
}

func TestAMarkOfAnOldOriginalHoldsUntilATextChanges(t *testing.T) {
	d := newDesk(t, replicaA)
	_, goal := programmeWithGoal(t, d)
	d.must(func(st *model.Step) error {
		if err := st.SetText(goal, model.FieldTitle, model.Finnish, "Tavoite"); err != nil {
			return err
		}
		return st.SetText(goal, model.FieldTitle, model.Swedish, "Mål")
	})
	state := func() model.TextState { return d.state.TextState(goal, model.FieldTitle, model.Swedish) }
	mark := func(edit func(*model.Step) error) { d.must(edit) }
	outdated := func(st *model.Step) error { return st.MarkOutOfDate(goal, model.FieldTitle, model.Swedish) }
	mark(outdated)
	if state() != model.TextOutOfDate {
		t.Fatalf("marked: %s", state())
	}
	mark(func(st *model.Step) error { return st.MarkChecked(goal, model.FieldTitle, model.Swedish, true) })
	if state() != model.TextWritten || !d.state.Checked(goal, model.FieldTitle, model.Swedish) {
		t.Fatalf("checked: %s", state())
	}
	mark(func(st *model.Step) error { return st.MarkChecked(goal, model.FieldTitle, model.Swedish, false) })
	if state() != model.TextWritten || d.state.Checked(goal, model.FieldTitle, model.Swedish) {
		t.Fatalf("no longer checked: %s", state())
	}
	mark(outdated)
	d.must(func(st *model.Step) error { return st.SetText(goal, model.FieldTitle, model.Swedish, "Målet") })
	if state() != model.TextWritten {
		t.Fatalf("translated again: %s", state())
	}
	mark(outdated)
	if state() != model.TextOutOfDate {
		t.Errorf("marked anew: %s", state())
	}
}
