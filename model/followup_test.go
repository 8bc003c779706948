package model_test

import (
	"testing"

	"tavoitekartta/model"
)

func TestStatusFollowsTheLastYearAnsweredAndTheBodyThatLeads(t *testing.T) {
	answer := func(year int, body model.EntityID, status model.MeasureStatus) model.FollowUpAnswer {
		return model.FollowUpAnswer{Year: year, Body: body, Status: status}
	}
	leads := []model.Responsibility{{Body: "a"}, {Body: "b", Leads: true}}
	for name, c := range map[string]struct {
		answers []model.FollowUpAnswer
		bodies  []model.Responsibility
		want    model.MeasureStatus
		agreed  bool
	}{
		"nobody answered":           {nil, leads, model.StatusUnknown, true},
		"one answered":              {[]model.FollowUpAnswer{answer(2025, "a", model.UnderWay)}, nil, model.UnderWay, true},
		"the last year counts":      {[]model.FollowUpAnswer{answer(2026, "a", model.Completed), answer(2025, "a", model.UnderWay)}, nil, model.Completed, true},
		"a year without status":     {[]model.FollowUpAnswer{answer(2026, "a", ""), answer(2025, "a", model.UnderWay)}, nil, model.UnderWay, true},
		"all say the same":          {[]model.FollowUpAnswer{answer(2026, "a", model.Completed), answer(2026, "b", model.Completed)}, nil, model.Completed, true},
		"they differ, one leads":    {[]model.FollowUpAnswer{answer(2026, "a", model.Completed), answer(2026, "b", model.UnderWay)}, leads, model.UnderWay, true},
		"they differ and none does": {[]model.FollowUpAnswer{answer(2026, "a", model.Completed), answer(2026, "b", model.UnderWay)}, leads[:1], "", false},
	} {
		t.Run(name, func(t *testing.T) {
			if got, agreed := model.AnsweredStatus(c.answers, c.bodies); got != c.want || agreed != c.agreed {
				t.Errorf("%q %t, want %q %t", got, agreed, c.want, c.agreed)
			}
		})
	}
}

func TestTheYearBeforeIsFollowedUpUntilItsAccountsAreHandled(t *testing.T) {
	p := model.Programme{FirstYear: 2023, LastYear: 2026}
	for day, want := range map[model.Date]int{
		{Year: 2022, Month: 12, Day: 1}: 2023, {Year: 2023, Month: 2, Day: 1}: 2023, {Year: 2024, Month: 1, Day: 1}: 2023,
		{Year: 2024, Month: 6, Day: 30}: 2023, {Year: 2024, Month: 7, Day: 1}: 2024, {Year: 2027, Month: 2, Day: 1}: 2026,
		{Year: 2031, Month: 9, Day: 9}: 2026, {}: 2023,
	} {
		if got := p.FollowUpYear(day); got != want {
			t.Errorf("on %v the year %d is due, want %d", day, got, want)
		}
	}
	if got := (&model.Programme{}).FollowUpYear(model.Date{Year: 2026, Month: 11, Day: 22}); got != 2026 {
		t.Errorf("without years %d", got)
	}
	if got := (&model.Programme{}).FollowUpYear(model.Date{}); got != 0 {
		t.Errorf("without years and a day %d", got)
	}
}

func TestABodyAnswersForThoseBeforeIt(t *testing.T) {
	answers := []model.FollowUpAnswer{
		{Year: 2022, Body: "city", Remark: "a"}, {Year: 2023, Body: "city", Remark: "b"}, {Year: 2023, Body: "county", Remark: "c"},
	}
	bodies := []model.EntityID{"county", "city"}
	for year, want := range map[int]string{2021: "", 2022: "a", 2023: "c"} {
		if got := model.AnsweredByOneOf(answers, bodies, year); got.Remark != want {
			t.Errorf("%d: %+v", year, got)
		}
	}
}
