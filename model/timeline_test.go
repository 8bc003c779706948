package model_test

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"tavoitekartta/model"
)

func bar(t *testing.T, p *model.Programme, timetable model.Timetable) []model.TimelineBar {
	t.Helper()
	p.Goals = []model.Goal{{ID: "g", Measures: []model.Measure{{ID: "m", Timetable: timetable}}}}
	line := p.Timeline(model.Date{}, model.TimelineFilter{})
	bars := slices.Clone(line.Rows[0].Goals[0].Measures[0].Bars)
	for i := range bars {
		bars[i].From, bars[i].To = math.Round(100*bars[i].From)/100, math.Round(100*bars[i].To)/100
	}
	return bars
}

func TestAMeasureStandsAtItsPlaceWithinItsYears(t *testing.T) {
	spring := model.Moment{Year: 2019, Season: model.Spring}
	for name, c := range map[string]struct {
		timetable model.Timetable
		want      []model.TimelineBar
	}{
		"one year":            {model.YearsTimetable(2020), []model.TimelineBar{{From: 1, To: 2}}},
		"years in a row":      {model.YearsTimetable(2019, 2020, 2021), []model.TimelineBar{{From: 0, To: 3}}},
		"years apart":         {model.YearsTimetable(2019, 2021), []model.TimelineBar{{From: 0, To: 1}, {From: 2, To: 3}}},
		"spring 2019 (K19)":   {model.SpanTimetable(spring, spring), []model.TimelineBar{{From: 0.17, To: 0.42}}},
		"winter":              {model.SpanTimetable(model.Moment{Year: 2020, Season: model.Winter}, model.Moment{Year: 2020, Season: model.Winter}), []model.TimelineBar{{From: 1, To: 1.17}}},
		"a month":             {model.SpanTimetable(model.Moment{Year: 2020, Month: 2}, model.Moment{Year: 2020, Month: 2}), []model.TimelineBar{{From: 1.08, To: 1.17}}},
		"whole years":         {model.SpanTimetable(model.Moment{Year: 2019}, model.Moment{Year: 2022}), []model.TimelineBar{{From: 0, To: 4}}},
		"spring to next May":  {model.SpanTimetable(spring, model.Moment{Year: 2020, Month: 5}), []model.TimelineBar{{From: 0.17, To: 1.42}}},
		"a span backwards":    {model.SpanTimetable(model.Moment{Year: 2021}, model.Moment{Year: 2020}), []model.TimelineBar{{From: 1, To: 3}}},
		"a span without end":  {model.SpanTimetable(model.Moment{Year: 2021}, model.Moment{}), []model.TimelineBar{{From: 2, To: 3}}},
		"after the programme": {model.YearsTimetable(2024), []model.TimelineBar{{From: 5, To: 6}}},
		"no year that can be": {model.SpanTimetable(model.Moment{Year: 1}, model.Moment{Year: 3}), []model.TimelineBar{{From: 0, To: 0}}},
	} {
		t.Run(name, func(t *testing.T) {
			p := &model.Programme{FirstYear: 2019, LastYear: 2022}
			if got := bar(t, p, c.timetable); !slices.Equal(got, c.want) {
				t.Errorf("stands at %v, want %v", got, c.want)
			}
		})
	}
}

func TestTheColumnsAreTheProgrammesYearsAndThoseOfItsMeasures(t *testing.T) {
	for name, c := range map[string]struct {
		first, last int
		measure     model.Timetable
		want        []int
	}{
		"its own":                      {2019, 2022, model.OngoingTimetable(), []int{2019, 2020, 2021, 2022}},
		"with a later measure":         {2019, 2020, model.YearsTimetable(2023), []int{2019, 2020, 2021, 2022, 2023}},
		"with a measure far away":      {2019, 2020, model.YearsTimetable(2050), []int{2019, 2020, 2050}},
		"no years known":               {0, 0, model.YearsTimetable(2013), []int{2013}},
		"no years at all":              {0, 0, model.OngoingTimetable(), nil},
		"only the first known":         {2012, 0, model.Timetable{}, []int{2012}},
		"a span of a thousand years":   {2019, 2019, model.SpanTimetable(model.Moment{Year: 1}, model.Moment{Year: 3000}), nil},
		"years that run the other way": {2022, 2019, model.Timetable{}, []int{2022}},
	} {
		t.Run(name, func(t *testing.T) {
			p := &model.Programme{FirstYear: c.first, LastYear: c.last}
			bar(t, p, c.measure)
			got := p.Timeline(model.Date{}, model.TimelineFilter{}).Years
			if c.want == nil && len(got) > 0 {
				if first, last := got[0], got[len(got)-1]; first != model.FirstPossibleYear || last != model.LastPossibleYear {
					t.Errorf("columns %d to %d", first, last)
				}
				return
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("columns %v, want %v", got, c.want)
			}
		})
	}
}

func TestTheLanesDependOnWhetherTheProgrammeIsDecided(t *testing.T) {
	measures := []model.Measure{
		{ID: "dated", Timetable: model.YearsTimetable(2019), Status: model.UnderWay},
		{ID: "ongoing", Timetable: model.OngoingTimetable()},
		{ID: "none", Timetable: model.Timetable{Kind: model.NoOwnDate}},
		{ID: "unset"},
	}
	for state, want := range map[model.StoredState]string{
		model.Draft:    "lanes [0 1 2 3], {Measures:4 Late:0 Ongoing:1 Undated:1 Missing:1}",
		model.Approved: "lanes [0 1 2 2], {Measures:4 Late:1 Ongoing:1 Undated:2 Missing:0}",
	} {
		p := &model.Programme{State: state, FirstYear: 2019, LastYear: 2022, Goals: []model.Goal{{ID: "g", Role: model.SpearheadRole, Measures: measures}}}
		line := p.Timeline(model.Date{Year: 2021, Month: 8, Day: 14}, model.TimelineFilter{})
		var lanes []model.Lane
		for _, m := range line.Rows[0].Goals[0].Measures {
			lanes = append(lanes, m.Lane)
		}
		if got := fmt.Sprintf("lanes %v, %+v", lanes, line.Counts); got != want {
			t.Errorf("%s: %s, want %s", state, got, want)
		}
		if line.Today < 2.61 || line.Today > 2.63 {
			t.Errorf("today stands at %v", line.Today)
		}
		if row := line.Rows[0]; row.Section != nil || row.Goal.Role != model.SpearheadRole || row.ID() != "g" {
			t.Errorf("the row is %+v", row)
		}
	}
	if at := (&model.Programme{FirstYear: 2019, LastYear: 2022}).Timeline(model.Date{Year: 2026, Month: 3, Day: 2}, model.TimelineFilter{}).Today; at != -1 {
		t.Errorf("a day after the programme stands at %v", at)
	}
}

func TestABodyStandsForItsMeasuresItsGoalsAndThoseOfItsPredecessor(t *testing.T) {
	responsible := func(body model.EntityID) []model.Responsibility {
		return []model.Responsibility{{Body: body, Role: model.Responsible}}
	}
	partner := model.Responsibility{Body: "ehja", Role: model.Partner}
	p := &model.Programme{
		Bodies: []model.Body{{ID: "sote", Successor: "county"}, {ID: "county"}, {ID: "city"}, {ID: "ehja"}, {ID: "one", Successor: "two"}, {ID: "two", Successor: "one"}},
		Goals: []model.Goal{
			{ID: "g", Bodies: append(responsible("sote"), partner), Measures: []model.Measure{
				{ID: "inherits"}, {ID: "own", Bodies: responsible("city")}, {ID: "also", Bodies: responsible("county")},
			}},
			{ID: "h", Measures: []model.Measure{{ID: "nobody's"}}},
		},
	}
	for body, want := range map[model.EntityID]string{
		"":       "[inherits own also nobody's]",
		"sote":   "[inherits also]",
		"county": "[inherits also]",
		"city":   "[own]",
		"ehja":   "[inherits own also]", // the goal's partner takes part whoever answers
		"one":    "[]",
	} {
		var passed []model.EntityID
		for _, row := range p.Timeline(model.Date{}, model.TimelineFilter{Body: body}).Rows {
			for _, g := range row.Goals {
				for _, m := range g.Measures {
					passed = append(passed, m.Measure.ID)
				}
			}
		}
		if got := fmt.Sprint(passed); got != want {
			t.Errorf("%q engages %s, want %s", body, got, want)
		}
	}
	var named []model.EntityID
	for _, b := range p.EngagedBodies() {
		named = append(named, b.ID)
	}
	if !slices.Equal(named, []model.EntityID{"sote", "county", "city", "ehja"}) {
		t.Errorf("engaged are %v", named)
	}
	if !p.Engages("county", &p.Goals[0], nil) || p.Engages("county", &p.Goals[1], nil) || !p.Engages("", &p.Goals[1], nil) {
		t.Error("a goal is engaged otherwise than its bodies and measures say")
	}
}

func TestAGoalHasComeAsFarAsItsMeasures(t *testing.T) {
	const u, n, w, c, x = model.StatusUnknown, model.NotStarted, model.UnderWay, model.Completed, model.NotCarriedOut
	for name, test := range map[string]struct {
		statuses []model.MeasureStatus
		want     model.MeasureStatus
	}{
		"no measures":            {nil, u},
		"nothing known":          {[]model.MeasureStatus{u, u}, u},
		"all done":               {[]model.MeasureStatus{c, c}, c},
		"done or dropped":        {[]model.MeasureStatus{c, x}, c},
		"all dropped":            {[]model.MeasureStatus{x, x}, x},
		"one done":               {[]model.MeasureStatus{c, n}, w},
		"one done, one unknown":  {[]model.MeasureStatus{c, u}, w},
		"one under way":          {[]model.MeasureStatus{w, u}, w},
		"none started":           {[]model.MeasureStatus{n, u}, n},
		"dropped, the other not": {[]model.MeasureStatus{x, u}, u},
	} {
		t.Run(name, func(t *testing.T) {
			g := model.Goal{}
			for _, s := range test.statuses {
				g.Measures = append(g.Measures, model.Measure{Status: s, Timetable: model.YearsTimetable(2019)})
			}
			p := &model.Programme{State: model.Approved, LastYear: 2022}
			status, late := p.Progress(&g, model.Date{Year: 2020, Month: 1, Day: 1})
			if status != test.want {
				t.Errorf("status %q, want %q", status, test.want)
			}
			open := slices.ContainsFunc(test.statuses, func(s model.MeasureStatus) bool { return s != c && s != x })
			if late != open {
				t.Errorf("late: %v", late)
			}
		})
	}
}
