package workflow_test

import (
	"errors"
	"testing"

	"tavoitekartta/app/workflow"
	"tavoitekartta/model"
)

func replacing(find, with string) workflow.Replacing {
	return workflow.Replacing{Find: find, With: with, Titles: true, Texts: true}
}

// titled gives the first goal a title and tells what a replacement makes of it.
func titled(t *testing.T, title string, r workflow.Replacing) (after string, places int) {
	t.Helper()
	_, _, w := example(t)
	goal := firstGoal(w).ID
	must(t, w.Edit(t.Context(), func(st *model.Step) error { return st.SetText(goal, model.FieldTitle, model.Finnish, title) }))
	all, err := w.Replacements(r)
	must(t, err)
	for _, found := range all {
		if found.Element != goal || found.Field != model.FieldTitle.In(model.Finnish) {
			continue
		}
		for i, at := range found.Found {
			put := found.Put[i]
			if at.End <= at.Start || put.End-put.Start < len(r.With) || put.End > len(found.After) {
				t.Errorf("found at %v, put at %v", at, put)
			}
		}
		places, err = w.Replace(t.Context(), []workflow.Replacement{found})
		must(t, err)
	}
	return firstGoal(w).Title.Fi, places
}

func TestReplacingKeepsToWhatWasAskedFor(t *testing.T) {
	exact, whole := replacing("työ", "toimi"), replacing("työ", "toimi")
	exact.MatchCase, whole.WholeWords = true, true
	texts := replacing("työ", "toimi")
	texts.Titles = false
	swedish := replacing("työ", "toimi")
	swedish.Languages = []model.Language{model.Swedish}
	for _, c := range []struct {
		name   string
		title  string
		r      workflow.Replacing
		after  string
		places int
	}{
		{"all", "Työ, työn ja etätyö", replacing("työ", "toimi"), "Toimi, toimin ja etätoimi", 3},
		{"same capitals", "Työ, työn ja ETÄTYÖ", exact, "Työ, toimin ja ETÄTYÖ", 1},
		{"whole words", "Työ, työn, työ-aika ja etätyö", whole, "Toimi, työn, toimi-aika ja etätyö", 2},
		{"not in titles", "Työ", texts, "Työ", 0},
		{"not in Finnish", "Työ", swedish, "Työ", 0},
		{"letters of two bytes", "ÄÄÄ ää", replacing("ää", "ö"), "ÖÄ ö", 2},
		{"not found", "Työ", replacing("virka", "x"), "Työ", 0},
		{"the same", "Työ", replacing("Työ", "Työ"), "Työ", 0},
		{"a soft hyphen between", "Pitkä yhdistys\u00ADtoiminta", replacing("yhdistystoiminta", "työ"), "Pitkä työ", 1},
		{"taken away", "Uusi työ", replacing(" työ", ""), "Uusi", 1},
		{"nothing to find", "Työ", replacing("", "x"), "Työ", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			if after, places := titled(t, c.title, c.r); after != c.after || places != c.places {
				t.Errorf("%q in %d places, wanted %q in %d", after, places, c.after, c.places)
			}
		})
	}
}

func TestReplacingIsOneStep(t *testing.T) {
	_, _, w := example(t)
	digest := w.State().Digest()
	before := w.Programme()
	all, err := w.Replacements(replacing("toimin", "liikun"))
	must(t, err)
	if len(all) < 5 {
		t.Fatalf("only %d texts", len(all))
	}
	places, err := w.Replace(t.Context(), all)
	must(t, err)
	if places < len(all) {
		t.Errorf("%d places in %d texts", places, len(all))
	}
	if left, _ := w.Replacements(replacing("toimin", "x")); len(left) != 0 {
		t.Errorf("%d texts are left", len(left))
	}
	_, err = w.Undo(t.Context())
	must(t, err)
	if w.Programme().Sections[2].Goals[0].Title != before.Sections[2].Goals[0].Title || w.State().Digest() == digest {
		t.Error("one undo does not bring all back")
	}
	if again, _ := w.Replacements(replacing("toimin", "x")); len(again) != len(all) {
		t.Errorf("after undoing, %d texts instead of %d", len(again), len(all))
	}
}

func TestOnlyWhatIsChosenAndUnchangedIsReplaced(t *testing.T) {
	_, _, w := example(t)
	all, err := w.Replacements(replacing("toiminta", "liikunta"))
	must(t, err)
	edited := all[0]
	must(t, w.Edit(t.Context(), func(st *model.Step) error {
		return st.Set(edited.Element, edited.Field, model.ValueOf("Toisin"))
	}))
	places, err := w.Replace(t.Context(), all[:2])
	must(t, err)
	if places != len(all[1].Found) {
		t.Errorf("%d places", places)
	}
	if got := w.State().Element(edited.Element).Value(edited.Field).Text(); got != "Toisin" {
		t.Errorf("a text edited meanwhile became %q", got)
	}
	if left, _ := w.Replacements(replacing("toiminta", "x")); len(left) != len(all)-2 {
		t.Errorf("%d are left of %d", len(left), len(all))
	}
}

func TestALockedProgrammeIsNotReplacedIn(t *testing.T) {
	_, _, w := example(t)
	all, err := w.Replacements(replacing("toiminta", "liikunta"))
	must(t, err)
	must(t, w.RecordDecision(t.Context(), decided()))
	must(t, w.Lock(t.Context()))
	if _, err := w.Replacements(replacing("toiminta", "x")); !errors.Is(err, model.ErrLocked) {
		t.Errorf("looking gives %v", err)
	}
	if _, err := w.Replace(t.Context(), all); !errors.Is(err, model.ErrLocked) {
		t.Errorf("replacing gives %v", err)
	}
}
