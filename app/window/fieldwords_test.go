package window

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2/test"

	"tavoitekartta/app/texts"
	"tavoitekartta/app/workflow/worktest"
	"tavoitekartta/model"
)

// inEveryLanguage opens the window in each language of the interface.
func inEveryLanguage(t *testing.T, do func(t *testing.T, w *Window)) {
	for _, language := range []string{"fi", "sv", "en"} {
		t.Run(language, func(t *testing.T) {
			desk, _ := worktest.NewDesk()
			app := test.NewTempApp(t)
			w, err := New(t.Context(), app, Prepare(app, "Tavoitekartta"), Options{Desk: desk, Language: language})
			must(t, err)
			do(t, w)
		})
	}
}

func TestEveryFieldAndKindOfTheModelHasAWord(t *testing.T) {
	inEveryLanguage(t, func(t *testing.T, w *Window) {
		for _, kind := range model.Kinds() {
			if !w.words.Has("kind." + string(kind)) {
				t.Errorf("no word for a %s", kind)
			}
			for _, base := range model.Fields(kind) {
				field := base
				switch {
				case slices.Contains(model.TranslatedFields(kind), base):
					field = base.In(model.Swedish)
				case base == model.FieldTarget:
					field = model.TargetField(2020)
				}
				key, known := fieldWords[kind][base]
				if !known || !w.words.Has(key) && !w.words.Has(key+".sv") {
					t.Errorf("no word for %s of a %s: %q", base, kind, key)
					continue
				}
				if words := w.fieldName(kind, field); words == "" || words == string(field) || keyShown.MatchString(words) {
					t.Errorf("%s of a %s is called %q", field, kind, words)
				}
			}
		}
	})
}

func codesOf[T ~string](all []T) []string {
	var codes []string
	for _, code := range all {
		if code != "" {
			codes = append(codes, string(code))
		}
	}
	return codes
}

func TestEveryCodeOfTheModelHasAWord(t *testing.T) {
	cases := []struct {
		kind  model.Kind
		field model.Field
		codes []string
	}{
		{model.KindProgramme, model.FieldProgrammeKind, codesOf(model.ProgrammeKinds())},
		{model.KindProgramme, model.FieldStoredState, codesOf([]model.StoredState{model.Draft, model.InDecisionMaking, model.Locked, model.Approved, model.Superseded})},
		{model.KindProgramme, model.FieldFirstLanguage, codesOf(model.Languages())},
		{model.KindOwner, model.FieldOwnerKind, codesOf(model.OwnerKinds())},
		{model.KindChapter, model.FieldRole, codesOf(model.ChapterRoles())},
		{model.KindSection, model.FieldRole, codesOf(model.SectionRoles())},
		{model.KindGoal, model.FieldRole, codesOf(model.GoalRoles())},
		{model.KindMeasure, model.FieldStatus, codesOf(model.MeasureStatuses())},
		{model.KindResponsibility, model.FieldRole, codesOf([]model.ResponsibilityRole{model.Responsible, model.Partner})},
		{model.KindIndicator, model.FieldIndicatorKind, codesOf(model.IndicatorKinds())},
		{model.KindIndicator, model.FieldDirection, codesOf([]model.Direction{model.Up, model.Down, model.Steady})},
		{model.KindBody, model.FieldSector, codesOf(model.Sectors())},
		{model.KindDecision, model.FieldOrgan, codesOf(model.Organs())},
		{model.KindDecision, model.FieldOutcome, codesOf(model.Outcomes())},
		{model.KindMotion, model.FieldOutcome, codesOf(model.Outcomes())},
		{model.KindMotion, model.FieldRole, codesOf(model.MotionKinds())},
		{model.KindMinutesEntry, model.FieldRole, codesOf([]model.MinutesRole{model.Chair, model.MinutesKeeper, model.MinutesChecker})},
		{model.KindBlock, model.FieldRole, codesOf(model.BlockRoles())},
	}
	inEveryLanguage(t, func(t *testing.T, w *Window) {
		for _, c := range cases {
			for _, code := range c.codes {
				if words := w.valueName(c.kind, c.field, model.ValueOf(code), nil); words == code && w.words.Language() != texts.English {
					t.Errorf("no word for %s as %s of a %s", code, c.field, c.kind)
				}
			}
		}
		for field, want := range map[model.Field]model.Value{
			model.FieldLanguages: model.ValueOf([]string{"fi", "sv"}), model.FieldBilingual: model.ValueOf(true),
		} {
			kind := map[model.Field]model.Kind{model.FieldLanguages: model.KindProgramme, model.FieldBilingual: model.KindOwner}[field]
			if words := w.valueName(kind, field, want, nil); keyShown.MatchString(words) || words == "" {
				t.Errorf("%s is written %q", field, words)
			}
		}
	})
}

func TestValuesAreWrittenAsTheyAreRead(t *testing.T) {
	desk, _ := worktest.NewDesk()
	app := test.NewTempApp(t)
	w, err := New(t.Context(), app, Prepare(app, "Tavoitekartta"), Options{Desk: desk, Language: "fi"})
	must(t, err)
	named := func(id model.EntityID) string { return "nimi " + string(id) }
	for _, c := range []struct {
		kind  model.Kind
		field model.Field
		value any
		want  string
	}{
		{model.KindMeasure, model.FieldTimetable, model.YearsTimetable(2020, 2019), "2019, 2020"},
		{model.KindMeasure, model.FieldTimetable, model.OngoingTimetable(), "Jatkuva"},
		{model.KindProgramme, model.FieldLanguages, []string{"fi", "sv"}, "suomi, ruotsi"},
		{model.KindProgramme, model.FieldPublished, model.Date{Year: 2023, Month: 3, Day: 13}, "13.3.2023"},
		{model.KindProgramme, model.FieldLegalBasis, "1386/2010", "Laki 1386/2010 (voimassa 31.12.2024 asti)"},
		{model.KindIndicator, model.TargetField(2020), model.Number("12.5"), "12,5"},
		{model.KindResponsibility, model.FieldBody, model.EntityID("x"), "nimi x"},
		{model.KindOwner, model.FieldBilingual, true, "kyllä"},
		{model.KindBody, model.FieldSector, "moon", "moon"},
	} {
		if got := w.valueName(c.kind, c.field, model.ValueOf(c.value), named); got != c.want {
			t.Errorf("%s is written %q, want %q", c.field, got, c.want)
		}
	}
}
