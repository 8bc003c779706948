package workflow_test

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"tavoitekartta/app/translationfile"
	"tavoitekartta/app/workflow"
	"tavoitekartta/model"
)

func notes() workflow.TranslationNotes {
	return workflow.TranslationNotes{Where: func(r model.TextRef) string { return string(r.Kind) }, OutOfDate: "vanhentunut"}
}

func sendFor(t *testing.T, w *workflow.Work, l model.Language, scope workflow.TranslationScope) translationfile.File {
	t.Helper()
	f, err := w.TranslationFile(l, scope, notes())
	must(t, err)
	return f
}

func setText(t *testing.T, w *workflow.Work, id model.EntityID, base model.Field, l model.Language, s string) {
	t.Helper()
	must(t, w.Edit(t.Context(), func(st *model.Step) error { return st.SetText(id, base, l, s) }))
}

func TestTheGapsGoOutAndComeBackAsOneStep(t *testing.T) {
	joins := strings.NewReplacer(" ja ", " och ", " sekä ", " samt ", "yhdessä", "tillsammans med")
	for _, form := range translationfile.Forms() {
		t.Run(string(form), func(t *testing.T) {
			_, _, w := example(t)
			f := sendFor(t, w, model.Swedish, workflow.SendGaps)
			gaps := model.CountStandings(model.Swedish, w.Standings(model.Swedish))
			if len(f.Units) != gaps.Untranslated || f.Source != model.Finnish {
				t.Fatalf("%d texts are sent from %s, %d lack Swedish", len(f.Units), f.Source, gaps.Untranslated)
			}
			for i := range f.Units {
				f.Units[i].Translation = "Översatt: " + joins.Replace(f.Units[i].Original)
			}
			var file bytes.Buffer
			must(t, translationfile.Write(&file, f, form, translationfile.Headings{Sheet: "Käännös"}))
			back, problems, err := translationfile.Read(&file)
			must(t, err)
			preview, err := w.PreviewTranslation(back, problems)
			must(t, err)
			if len(preview.Lines) != len(f.Units) || len(preview.Problems) > 0 || preview.Differing() > 0 || preview.Changed() > 0 {
				t.Fatalf("preview: %d lines, %v", len(preview.Lines), preview.Problems)
			}
			must(t, w.TakeTranslation(t.Context(), preview))
			if left := model.CountStandings(model.Swedish, w.Standings(model.Swedish)); left.Untranslated+left.OutOfDate > 0 {
				t.Errorf("left: %+v", left)
			}
			if c := w.State().CompareEditions(model.Finnish, model.Swedish); !c.Equal() {
				t.Errorf("the editions differ: %+v", c.Differences[0])
			}
			_, err = w.Undo(t.Context())
			must(t, err)
			if got := model.CountStandings(model.Swedish, w.Standings(model.Swedish)); got != gaps {
				t.Errorf("undone: %+v, want %+v", got, gaps)
			}
		})
	}
}

func TestEachUnitOfAReturnedFileIsJudged(t *testing.T) {
	_, _, w := example(t)
	f := sendFor(t, w, model.Swedish, workflow.SendAll)
	goals := w.Programme().Sections[0].Goals
	unit := func(id model.EntityID) *translationfile.Unit {
		i := slices.IndexFunc(f.Units, func(u translationfile.Unit) bool { return u.Key.Entity == id && u.Key.Field == model.FieldTitle })
		if i < 0 {
			t.Fatalf("%s is not sent", id)
		}
		return &f.Units[i]
	}
	for i := range f.Units {
		f.Units[i].Translation = ""
	}
	fresh, stale, gone, numbers := goals[0], goals[1], goals[2], goals[3]
	section := w.Programme().Sections[0]
	unit(fresh.ID).Translation = "Nytt"
	unit(stale.ID).Translation = "Gammalt"
	unit(gone.ID).Translation = "Borta"
	unit(numbers.ID).Translation = "77 annat"
	unit(section.ID).Translation = section.Title.Sv
	setText(t, w, stale.ID, model.FieldTitle, model.Finnish, "Alkuperäinen on muuttunut")
	must(t, w.Edit(t.Context(), func(st *model.Step) error { return st.Delete(gone.ID) }))
	preview, err := w.PreviewTranslation(f, nil)
	must(t, err)
	if len(preview.Lines) != 3 || preview.Same != 1 || preview.Changed() != 1 || preview.Differing() != 1 || preview.Replacing() != 0 {
		t.Errorf("preview: %d lines, %d same, %d changed, %d differing", len(preview.Lines), preview.Same, preview.Changed(), preview.Differing())
	}
	if len(preview.Problems) != 1 || preview.Problems[0].Code != workflow.CodeTextGone || preview.Problems[0].Word != "Borta" {
		t.Errorf("problems: %v", preview.Problems)
	}
	must(t, w.TakeTranslation(t.Context(), preview))
	for id, want := range map[model.EntityID]model.TextState{fresh.ID: model.TextWritten, stale.ID: model.TextOutOfDate} {
		if got := w.State().TextState(id, model.FieldTitle, model.Swedish); got != want {
			t.Errorf("%s is %s, want %s", w.State().Element(id).Text(model.FieldTitle).Sv, got, want)
		}
	}
	must(t, w.MarkChecked(t.Context(), model.TextRef{Entity: stale.ID, Kind: model.KindGoal, Field: model.FieldTitle}, model.Swedish, true))
	if got := w.State().TextState(stale.ID, model.FieldTitle, model.Swedish); got != model.TextWritten {
		t.Errorf("checked: %s", got)
	}
}

func TestAFileThatDoesNotBelongHereIsRefused(t *testing.T) {
	desk, _, w := example(t)
	f := sendFor(t, w, model.Swedish, workflow.SendGaps)
	other := f
	other.Programme = "0000000000009-1"
	if _, err := w.PreviewTranslation(other, nil); !errors.Is(err, workflow.ErrOtherProgramme) {
		t.Errorf("another programme's: %v", err)
	} else if key, _ := desk.Sentence(err); key != "error.otherProgramme" {
		t.Errorf("told as %s", key)
	}
	other = f
	other.Target = model.English
	if _, err := w.PreviewTranslation(other, nil); !errors.Is(err, workflow.ErrLanguageNotInUse) {
		t.Errorf("another language's: %v", err)
	}
	if _, err := w.TranslationFile(model.English, workflow.SendAll, notes()); !errors.Is(err, workflow.ErrLanguageNotInUse) {
		t.Errorf("sent for English: %v", err)
	}
	if _, err := w.TranslationFile(model.Finnish, workflow.SendGaps, notes()); !errors.Is(err, workflow.ErrNothingToSend) {
		t.Errorf("sent for the first language: %v", err)
	}
	if key, args := desk.Sentence(translationfile.Refusal{Code: translationfile.CodeTooLarge, Limit: 16}); key != "translation.problem.tooLarge" || args["limit"] != "16" {
		t.Errorf("a file too large is told as %s %v", key, args)
	}
}

func TestALockedProgrammeTakesNoTranslationsOfItsContent(t *testing.T) {
	_, _, w := example(t)
	must(t, w.RecordDecision(t.Context(), decided()))
	must(t, w.Lock(t.Context()))
	f := sendFor(t, w, model.Swedish, workflow.SendGaps)
	for i := range f.Units {
		f.Units[i].Translation = "Text"
	}
	preview, err := w.PreviewTranslation(f, nil)
	must(t, err)
	if len(preview.Lines) == 0 || len(preview.Problems) == 0 {
		t.Fatalf("%d lines, %d problems", len(preview.Lines), len(preview.Problems))
	}
	for _, line := range preview.Lines {
		if !line.Kind.OfDecision() {
			t.Errorf("%s of a %s would be written", line.Field, line.Kind)
		}
	}
	must(t, w.TakeTranslation(t.Context(), preview))
}

func TestTheOriginalThatATranslatorHadSeenIsFound(t *testing.T) {
	_, _, w := example(t)
	ref := model.TextRef{Entity: firstGoal(w).ID, Kind: model.KindGoal, Field: model.FieldTitle}
	seen := func() (string, bool) {
		t.Helper()
		s, found, err := w.SeenOriginal(t.Context(), ref, model.Swedish)
		must(t, err)
		return s, found
	}
	first := firstGoal(w).Title.Fi
	if s, found := seen(); found {
		t.Errorf("not translated yet, and %q was seen", s)
	}
	must(t, w.Translate(t.Context(), ref, model.Swedish, " Mål "))
	if s, found := seen(); found || firstGoal(w).Title.Sv != "Mål" {
		t.Errorf("up to date, and %q was seen", s)
	}
	setText(t, w, ref.Entity, ref.Field, model.Finnish, "Toinen")
	setText(t, w, ref.Entity, ref.Field, model.Finnish, "Kolmas")
	if s, found := seen(); !found || s != first {
		t.Errorf("the translator had seen %q, want %q", s, first)
	}
}

func TestATablesCellsAreReadAndWrittenBetweenBars(t *testing.T) {
	_, _, w := example(t)
	var block model.EntityID
	must(t, w.Edit(t.Context(), func(st *model.Step) (err error) {
		if block, err = st.Add(w.Programme().Chapters[0].ID, model.KindBlock, ""); err != nil {
			return err
		}
		if err := st.Set(block, model.FieldRole, model.ValueOf(string(model.TableBlock))); err != nil {
			return err
		}
		return st.SetText(block, model.FieldBodyText, model.Finnish, "Vuosi\tMäärä\n2019\t5")
	}))
	ref := model.TextRef{Entity: block, Kind: model.KindBlock, Field: model.FieldBodyText}
	readable := w.Readable(ref, model.Finnish)
	if readable != "Vuosi | Määrä\n2019 | 5" {
		t.Errorf("shown as %q", readable)
	}
	must(t, w.Translate(t.Context(), ref, model.Swedish, strings.NewReplacer("Vuosi", "År", "Määrä", "Antal").Replace(readable)))
	if got := w.State().Element(block).Text(model.FieldBodyText).Sv; got != "År\tAntal\n2019\t5" {
		t.Errorf("kept as %q", got)
	}
}
