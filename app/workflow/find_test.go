package workflow_test

import (
	"slices"
	"testing"

	"tavoitekartta/app/workflow"
	"tavoitekartta/app/workflow/worktest"
	"tavoitekartta/model"
	"tavoitekartta/model/search"
)

// found are the texts of what a query finds at a desk.
func found(desk *workflow.Desk, text string) []string {
	var all []string
	for _, h := range desk.Find(search.Query{Text: text, Limit: 100, Language: model.Finnish}).Hits {
		all = append(all, h.Text)
	}
	return all
}

func TestSearchFollowsWhatIsSavedUndoneAndPutIntoTheBin(t *testing.T) {
	desk, store, w := example(t)
	goal := firstGoal(w)
	if got := found(desk, "asumisohjeille"); !slices.Contains(got, "Kuvalliset asumisohjeet") {
		t.Errorf("a programme just made is not searched: %q", got)
	}
	must(t, w.Edit(t.Context(), func(st *model.Step) error {
		return st.SetText(goal.ID, model.FieldTitle, model.Finnish, "Kaivosten avaaminen")
	}))
	if got := found(desk, "kaivos"); !slices.Equal(got, []string{"Kaivosten avaaminen"}) {
		t.Errorf("after an edit: %q", got)
	}
	_, err := w.Undo(t.Context())
	must(t, err)
	if got := found(desk, "kaivos"); len(got) != 0 {
		t.Errorf("after undoing it: %q", got)
	}
	must(t, store.Discard(t.Context(), w.ID()))
	changed, err := desk.PrepareFind(t.Context())
	must(t, err)
	if got := found(desk, "asumisohje"); len(got) != 0 || !changed {
		t.Errorf("in the bin: %q", got)
	}
	must(t, store.Recover(t.Context(), w.ID()))
	_, err = desk.PrepareFind(t.Context())
	must(t, err)
	if got := found(desk, "asumisohje"); len(got) == 0 {
		t.Error("out of the bin again, nothing is found")
	}
}

func TestSearchIsFilledBesideAnOpenProgramme(t *testing.T) {
	_, store, w := example(t)
	desk := workflow.NewDesk(store, worktest.Paper{}, workflow.Options{Clock: worktest.Clock(), Random: zeros{}})
	w, err := desk.Open(t.Context(), w.ID())
	must(t, err)
	done := make(chan error)
	go func() {
		_, err := desk.PrepareFind(t.Context())
		done <- err
	}()
	for _, title := range []string{"Yksi", "Kaksi", "Kolme"} {
		must(t, w.Edit(t.Context(), func(st *model.Step) error {
			return st.SetText(firstGoal(w).ID, model.FieldTitle, model.Finnish, "Kaivos "+title)
		}))
	}
	must(t, <-done)
	if got := found(desk, "kaivos"); !slices.Equal(got, []string{"Kaivos Kolme"}) {
		t.Errorf("found %q", got)
	}
	if got := found(desk, "digiystävien koulutusmallit"); len(got) == 0 {
		t.Error("what was not edited is not found")
	}
}
