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
