package model_test

import (
	"slices"
	"testing"

	"tavoitekartta/model"
)

func TestTheChainLeadsToTheFinalDecision(t *testing.T) {
	p := model.Programme{Decisions: []model.Decision{
		{ID: "council", Final: true, MeetingDate: model.Date{Year: 2019, Month: 1, Day: 21}},
		{ID: "undated"},
		{ID: "board", MeetingDate: model.Date{Year: 2019, Month: 1, Day: 7}, Outcome: model.OutcomeApproved},
		{ID: "group", MeetingDate: model.Date{Year: 2018, Month: 11, Day: 12}, Text: model.Text{Fi: "Merkittiin."}},
	}}
	var order []model.EntityID
	for _, d := range p.Chain() {
		order = append(order, d.ID)
	}
	if want := []model.EntityID{"group", "board", "undated", "council"}; !slices.Equal(order, want) {
		t.Errorf("order %v, want %v", order, want)
	}
	if next := p.NextHandling(); next == nil || next.ID != "undated" {
		t.Errorf("next is %v", next)
	}
	p.Decision("undated").Outcome = model.OutcomeReturned
	if next := p.NextHandling(); next == nil || next.ID != "council" {
		t.Errorf("next is %v", next)
	}
	p.Decision("council").Outcome = model.OutcomeRejected
	if next := p.NextHandling(); next != nil {
		t.Errorf("next is %v", next)
	}
}
