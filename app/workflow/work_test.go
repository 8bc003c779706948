package workflow_test

import (
	"bytes"
	"errors"
	"slices"
	"testing"

	"tavoitekartta/app/workflow"
	"tavoitekartta/app/workflow/worktest"
	"tavoitekartta/model"
)

func decided() workflow.DecisionFacts {
	day := model.Date{Year: 2019, Month: 1, Day: 21}
	minutes := func(role model.MinutesRole, name string) workflow.MinutesFacts {
		return workflow.MinutesFacts{Role: role, Name: name, Done: true, DoneOn: day}
	}
	return workflow.DecisionFacts{
		Organ: model.Council, MeetingDate: day, Paragraph: "12", RegisterNumber: "VAASA/123/00.01/2018",
		Text: model.Text{Fi: "Valtuusto hyväksyi ohjelman."}, Outcome: model.OutcomeApproved, Unanimous: true,
		Minutes: []workflow.MinutesFacts{
			minutes(model.Chair, "puheenjohtaja"), minutes(model.MinutesKeeper, "sihteeri"),
			minutes(model.MinutesChecker, "tarkastaja yksi"), minutes(model.MinutesChecker, "tarkastaja kaksi"),
		},
	}
}

func example(t *testing.T) (*workflow.Desk, *worktest.Store, *workflow.Work) {
	t.Helper()
	desk, store := worktest.NewDesk()
	return desk, store, worktest.OpenExample(t, desk, "vaasa-2019-2022")
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func firstGoal(w *workflow.Work) *model.Goal { return &w.Programme().Sections[0].Goals[0] }

func TestAnEditIsKeptAndCanBeUndoneAndDoneAgain(t *testing.T) {
	desk, _, w := example(t)
	goal := firstGoal(w)
	before := goal.Title.Fi
	must(t, w.Edit(t.Context(), func(st *model.Step) error {
		return st.SetText(goal.ID, model.FieldTitle, model.Finnish, "Uusi nimi")
	}))
	again, err := desk.Open(t.Context(), w.ID())
	must(t, err)
	if got := firstGoal(again).Title.Fi; got != "Uusi nimi" {
		t.Errorf("opened again, the goal is called %q", got)
	}
	undone, err := w.Undo(t.Context())
	must(t, err)
	if got := firstGoal(w).Title.Fi; got != before || !slices.Contains(undone.Changed, goal.ID) {
		t.Errorf("undone to %q, changed %v", got, undone.Changed)
	}
	_, err = w.Redo(t.Context())
	must(t, err)
	if got := firstGoal(w).Title.Fi; got != "Uusi nimi" {
		t.Errorf("done again to %q", got)
	}
	if _, err := w.Redo(t.Context()); !errors.Is(err, model.ErrNothingToUndo) {
		t.Errorf("doing again what is done gave %v", err)
	}
}

func TestWhatACommandChangedIsTakenInAndUndoStays(t *testing.T) {
	desk, _, w := example(t)
	goals := w.Programme().Sections[0].Goals
	first, second := goals[0], goals[1]
	rename := func(work *workflow.Work, goal model.EntityID, title string) {
		must(t, work.Edit(t.Context(), func(st *model.Step) error {
			return st.SetText(goal, model.FieldTitle, model.Finnish, title)
		}))
	}
	rename(w, first.ID, "Uusi nimi")
	beside, err := desk.Open(t.Context(), w.ID())
	must(t, err)
	rename(beside, second.ID, "Komennon nimi")

	must(t, w.Reload(t.Context()))
	_, err = w.Undo(t.Context())
	must(t, err)
	goals = w.Programme().Sections[0].Goals
	if goals[0].Title != first.Title || goals[1].Title.Fi != "Komennon nimi" {
		t.Errorf("after taking in and undoing the goals are called %q and %q", goals[0].Title.Fi, goals[1].Title.Fi)
	}
}

func TestAFailedEditLeavesNothing(t *testing.T) {
	_, _, w := example(t)
	before := w.State().Digest()
	failed := errors.New("no")
	err := w.Edit(t.Context(), func(st *model.Step) error {
		if err := st.SetText(firstGoal(w).ID, model.FieldTitle, model.Finnish, "half"); err != nil {
			return err
		}
		return failed
	})
	if !errors.Is(err, failed) || w.State().Digest() != before {
		t.Errorf("after %v the state differs: %v", err, w.State().Digest() != before)
	}
}

func TestUndoLeavesAloneWhatSomebodyElseHasChangedSince(t *testing.T) {
	_, store, w := example(t)
	goal := firstGoal(w).ID
	must(t, w.Edit(t.Context(), func(st *model.Step) error {
		return st.SetText(goal, model.FieldTitle, model.Finnish, "mine")
	}))
	other, err := store.Load(t.Context(), w.ID())
	must(t, err)
	step := other.Begin(model.Writer{Replica: "000000000000j", NextSeq: 1})
	must(t, step.SetText(goal, model.FieldTitle, model.Finnish, "theirs"))
	carried := model.NewMemoryLog()
	all, err := model.ReadLog(t.Context(), store.Log(w.ID()), nil)
	must(t, err)
	must(t, carried.Append(t.Context(), append(all, step.Changes()...)...))
	brought, clashes, err := w.Merge(t.Context(), carried)
	must(t, err)
	if brought != 1 || len(clashes) != 0 {
		t.Errorf("merging brought %d changes and %d clashes", brought, len(clashes))
	}
	undone, err := w.Undo(t.Context())
	must(t, err)
	if got := firstGoal(w).Title.Fi; got != "theirs" || undone.Kept != 1 {
		t.Errorf("undone over somebody else's work: %q, %d kept", got, undone.Kept)
	}
}

func TestLockingWaitsForTheDecision(t *testing.T) {
	_, _, w := example(t)
	var obstacles *workflow.ObstaclesError
	if err := w.Lock(t.Context()); !errors.As(err, &obstacles) || obstacles.Findings[0].Code != model.CodeDecisionMissing {
		t.Fatalf("locking without a decision gave %v", err)
	}
	facts := decided()
	facts.Paragraph, facts.Outcome = "", model.OutcomeRejected
	must(t, w.RecordDecision(t.Context(), facts))
	if err := w.Lock(t.Context()); !errors.As(err, &obstacles) || len(obstacles.Findings) != 2 {
		t.Errorf("locking without a § and against the decision gave %v", err)
	}
	if w.ReadOnly() {
		t.Error("the programme was locked all the same")
	}
}

func TestApprovalWaitsForTheMinutesAndFreezesTheVersion(t *testing.T) {
	desk, _, w := example(t)
	facts := decided()
	facts.Minutes[3].Done = false
	must(t, w.RecordDecision(t.Context(), facts))
	must(t, w.Lock(t.Context()))
	goal := firstGoal(w).ID
	rename := func(st *model.Step) error { return st.SetText(goal, model.FieldTitle, model.Finnish, "x") }
	if err := w.Edit(t.Context(), rename); !errors.Is(err, model.ErrLocked) {
		t.Errorf("editing a locked programme gave %v", err)
	}
	var pending *workflow.PendingError
	if err := w.Approve(t.Context(), nil); !errors.As(err, &pending) || !slices.Equal(pending.Codes, []model.Code{model.CodeMinutesUnchecked}) {
		t.Fatalf("approving with one checker missing gave %v", err)
	}
	locked, err := w.Version(t.Context())
	must(t, err)
	must(t, w.RecordDecision(t.Context(), decided()))
	must(t, w.Approve(t.Context(), nil))
	approved, err := w.Version(t.Context())
	must(t, err)
	if approved.Fingerprint != locked.Fingerprint || !bytes.Equal(approved.Content, locked.Content) {
		t.Error("the content changed between locking and approving")
	}
	if approved.ApprovedAt.IsZero() || len(approved.Documents) == 0 || w.Programme().State != model.Approved {
		t.Errorf("approved version: %v, %d documents, state %s", approved.ApprovedAt, len(approved.Documents), w.Programme().State)
	}
	var first, second bytes.Buffer
	_, err = w.Report(t.Context(), &first, workflow.ReportOrder{Kind: workflow.ProgrammeDocument, Edition: workflow.Edition{model.Finnish}}, nil)
	must(t, err)
	if model.HashBytes(first.Bytes()) != approved.Documents[0].SHA256 {
		t.Error("the report of an approved programme is not the file that was kept")
	}

	must(t, w.BeginNextVersion(t.Context()))
	must(t, w.Edit(t.Context(), rename))
	if p := w.Programme(); p.Version != 2 || p.State != model.Draft || p.FinalDecision() != nil {
		t.Errorf("next version: %d, %s, decision %v", p.Version, p.State, p.FinalDecision())
	}
	versions, err := w.Versions(t.Context())
	must(t, err)
	if len(versions) != 1 || !bytes.Equal(versions[0].Content, locked.Content) {
		t.Error("editing the next version touched the approved one")
	}
	_, err = w.Report(t.Context(), &second, workflow.ReportOrder{Kind: workflow.ProgrammeDocument, Edition: workflow.Edition{model.Finnish}}, nil)
	must(t, err)
	if bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Error("the draft's report is the approved file")
	}
	if _, err := desk.Open(t.Context(), w.ID()); err != nil {
		t.Error(err)
	}
}

func TestNumbersStayOnceTheProgrammeWasLocked(t *testing.T) {
	_, _, w := example(t)
	must(t, w.RecordDecision(t.Context(), decided()))
	must(t, w.Lock(t.Context()))
	must(t, w.Approve(t.Context(), nil))
	must(t, w.BeginNextVersion(t.Context()))
	section := w.Programme().Sections[0]
	first, second := section.Goals[0], section.Goals[1]
	must(t, w.Edit(t.Context(), func(st *model.Step) error { return st.Move(first.ID, section.ID, "") }))
	must(t, w.Edit(t.Context(), func(st *model.Step) error { return st.Delete(second.ID) }))
	must(t, w.Edit(t.Context(), func(st *model.Step) error { _, err := st.AddFirst(section.ID, model.KindGoal); return err }))
	var numbers []string
	for _, g := range w.Programme().Sections[0].Goals {
		numbers = append(numbers, g.Number)
	}
	if want := []string{"1.5", "1.3", "1.4", "1.1"}; !slices.Equal(numbers, want) {
		t.Errorf("printed numbers %v, want %v", numbers, want)
	}
}

func TestOpeningFinishesALockThatACrashCutShort(t *testing.T) {
	desk, store, w := example(t)
	must(t, w.RecordDecision(t.Context(), decided()))
	// What Lock writes first, without the version that it writes next.
	must(t, w.Edit(t.Context(), func(st *model.Step) error {
		if err := st.FixNumbers(); err != nil {
			return err
		}
		return st.Set(w.ID(), model.FieldStoredState, model.ValueOf(string(model.Locked)))
	}))
	if versions, _ := store.Versions(t.Context(), w.ID()); len(versions) != 0 {
		t.Fatal("the version is there already")
	}
	again, err := desk.Open(t.Context(), w.ID())
	must(t, err)
	v, err := again.Version(t.Context())
	must(t, err)
	content, err := again.Programme().CanonicalContent()
	must(t, err)
	if !bytes.Equal(v.Content, content) {
		t.Error("the version made at opening is not the locked content")
	}
}

func TestEveryErrorHasASentence(t *testing.T) {
	desk, _, w := example(t)
	for _, err := range []error{
		model.ErrLocked, model.ErrCircle, model.ErrNotThere, workflow.ErrNotLocked, workflow.ErrUnknownReport,
		w.Lock(t.Context()), errors.New("nobody knows this one"),
	} {
		if key, _ := desk.Sentence(err); key == "" {
			t.Errorf("no sentence for %v", err)
		}
	}
	if key, _ := desk.Sentence(w.Lock(t.Context())); key != "finding.decisionMissing" {
		t.Errorf("locking without a decision says %q", key)
	}
}

func TestANameThatIsErasedIsGoneFromEveryChange(t *testing.T) {
	desk, store, w := example(t)
	must(t, desk.Introduce(t.Context(), "sihteeri"))
	must(t, w.Edit(t.Context(), func(st *model.Step) error {
		return st.SetText(firstGoal(w).ID, model.FieldTitle, model.Finnish, "Uusi nimi")
	}))
	changes, err := model.ReadLog(t.Context(), store.Log(w.ID()), nil)
	must(t, err)
	author := changes[len(changes)-1].Author
	if name, err := store.Name(t.Context(), author); name != "sihteeri" || err != nil {
		t.Fatalf("the change was written by %q, %v", name, err)
	}
	must(t, desk.ForgetWriter(t.Context()))
	must(t, desk.ForgetWriter(t.Context()))
	if name, err := store.Name(t.Context(), author); name != "" || err != nil {
		t.Errorf("the erased name reads %q, %v", name, err)
	}
	if name, err := desk.Writer(t.Context()); name != "" || err != nil {
		t.Errorf("the desk still knows %q, %v", name, err)
	}
}
