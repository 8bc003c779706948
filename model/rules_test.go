package model_test

import (
	"testing"

	"tavoitekartta/model"
)

// indicated is a programme of 2019–2022 with one indicator of a kind.
func indicated(t *testing.T, kind model.IndicatorKind) (d *desk, measure, indicator model.EntityID) {
	d = newDesk(t, replicaA)
	_, goal := programmeWithGoal(t, d)
	d.must(func(st *model.Step) (err error) {
		root := d.state.Root()
		if err := st.Set(root, model.FieldFirstYear, model.ValueOf(2019)); err != nil {
			return err
		}
		if err := st.Set(root, model.FieldLastYear, model.ValueOf(2022)); err != nil {
			return err
		}
		if measure, err = st.Add(goal, model.KindMeasure, ""); err != nil {
			return err
		}
		if indicator, err = st.Add(goal, model.KindIndicator, ""); err != nil {
			return err
		}
		return st.Set(indicator, model.FieldIndicatorKind, model.ValueOf(kind))
	})
	return d, measure, indicator
}

// found returns the findings of a severity about one field.
func found(s *model.State, id model.EntityID, f model.Field) map[model.Code]model.Severity {
	codes := map[model.Code]model.Severity{}
	for _, finding := range model.NewRules().Check(s) {
		if finding.Entity == id && finding.Field == f {
			codes[finding.Code] = finding.Severity
		}
	}
	return codes
}

func TestFiguresOfACountAreNeverBelowZeroInAnyYear(t *testing.T) {
	fields := []model.Field{model.FieldBaselineValue, model.FieldTargetTotal, model.FieldTargetYearly, model.TargetField(2020)}
	for kind, wrong := range map[model.IndicatorKind]bool{
		model.IndicatorCount: true, model.IndicatorShare: true, model.IndicatorGrowth: false,
	} {
		for _, field := range fields {
			d, _, indicator := indicated(t, kind)
			d.must(func(st *model.Step) error { return st.Set(indicator, field, model.ValueOf(model.Number("-5"))) })
			if _, told := found(d.state, indicator, field)[model.CodeNegative]; told != wrong {
				t.Errorf("%s of a %s: told %v", field, kind, told)
			}
		}
	}
}

func TestTimetablesAreCheckedAgainstTheProgramme(t *testing.T) {
	year := func(y int) model.Moment { return model.Moment{Year: y} }
	season := func(y int, s model.Season) model.Moment { return model.Moment{Year: y, Season: s} }
	for name, c := range map[string]struct {
		timetable model.Timetable
		code      model.Code
		severity  model.Severity
	}{
		"a year":                     {model.YearsTimetable(2020), "", 0},
		"the years at both ends":     {model.YearsTimetable(2019, 2022), "", 0},
		"a span":                     {model.SpanTimetable(year(2019), year(2021)), "", 0},
		"a month":                    {model.SpanTimetable(model.Moment{Year: 2020, Month: 2}, model.Moment{Year: 2020, Month: 2}), "", 0},
		"spring to autumn":           {model.SpanTimetable(season(2020, model.Spring), season(2020, model.Autumn)), "", 0},
		"ongoing":                    {model.OngoingTimetable(), "", 0},
		"none of its own":            {model.Timetable{Kind: model.NoOwnDate}, "", 0},
		"not given":                  {model.Timetable{}, model.CodeTimetableMissing, model.Notice},
		"a year before":              {model.YearsTimetable(2018, 2019), model.CodeOutsideProgramme, model.Notice},
		"a span beyond":              {model.SpanTimetable(year(2021), year(2023)), model.CodeOutsideProgramme, model.Notice},
		"year 0":                     {model.YearsTimetable(0), model.CodeYearOutOfRange, model.Mistake},
		"year 20222":                 {model.YearsTimetable(20222), model.CodeYearOutOfRange, model.Mistake},
		"autumn to spring, one year": {model.SpanTimetable(season(2020, model.Autumn), season(2020, model.Spring)), model.CodeEndBeforeStart, model.Mistake},
	} {
		d, measure, _ := indicated(t, model.IndicatorCount)
		if !c.timetable.Unset() {
			d.must(func(st *model.Step) error { return st.Set(measure, model.FieldTimetable, model.ValueOf(c.timetable)) })
		}
		codes := found(d.state, measure, model.FieldTimetable)
		if c.code == "" && len(codes) > 0 || c.code != "" && (len(codes) != 1 || codes[c.code] != c.severity) {
			t.Errorf("%s: %v, want %q", name, codes, c.code)
		}
	}
}
