package model

import (
	"slices"
	"testing"
)

func TestAProgrammeSpeaksToATopicWhereSomethingIsWritten(t *testing.T) {
	text := func(fi string) Text { return Text{}.With(Finnish, fi) }
	p := Programme{
		ID: "p", FirstYear: 2026, LastYear: 2029, FollowUpBody: text("Neuvosto"), Strategy: text("Strategia"),
		Chapters: []Chapter{
			{ID: "empty", Role: Situation, Title: text("Tilanne")},
			{ID: "target", Role: TargetGroup, Body: text("Kaikki asukkaat")},
		},
		Bodies: []Body{{ID: "ry", Sector: SectorAssociation}, {ID: "idle", Sector: SectorAssociation}, {ID: "county", Sector: SectorCounty}},
		Sections: []Section{{ID: "s", Title: text("Hyvät VÄESTÖSUHTEET"), Goals: []Goal{{
			ID: "g", Title: text("Tavoite"), Bodies: []Responsibility{{Body: "ry", Role: Responsible}, {Body: "county", Role: Partner}},
			Measures: []Measure{{ID: "m", Title: text("Toimi"), Indicators: []Indicator{{ID: "i"}}}},
		}, {ID: "untitled"}}}},
	}
	for _, c := range []struct {
		topic Topic
		words []string
		want  []EntityID
	}{
		{TopicGoals, nil, []EntityID{"g"}},
		{TopicMeasures, nil, []EntityID{"m"}},
		{TopicBodies, nil, []EntityID{"g"}},
		{TopicIndicators, nil, []EntityID{"i"}},
		{TopicAssociations, nil, []EntityID{"ry"}},
		{TopicAuthorities, nil, []EntityID{"county"}},
		{TopicCounty, nil, []EntityID{"county"}},
		{TopicFollowUp, nil, []EntityID{"p"}},
		{TopicSituation, nil, nil},
		{TopicTargetGroup, nil, []EntityID{"target"}},
		{TopicTargetGroup, []string{"asukka"}, []EntityID{"target"}},
		{TopicStrategy, nil, []EntityID{"p"}},
		{TopicPreparer, nil, nil},
		{TopicYears, nil, []EntityID{"p"}},
		{TopicCouncil, nil, nil},
		{TopicWords, []string{"väestösuhte"}, []EntityID{"s"}},
		{TopicWords, nil, nil},
	} {
		var got []EntityID
		for _, s := range p.Speaking(c.topic, c.words...) {
			got = append(got, s.Entity)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s %v: %v, want %v", c.topic, c.words, got, c.want)
		}
	}
	p.LastYear = 2030
	if spots := p.Speaking(TopicYears); spots != nil {
		t.Errorf("five years are taken for four: %v", spots)
	}
	p.Decisions = []Decision{{ID: "board", Organ: Board}, {ID: "council", Organ: Council, Final: true}}
	if spots := p.Speaking(TopicCouncil); len(spots) != 1 || spots[0].Entity != "council" {
		t.Errorf("the council's decision: %v", spots)
	}
}
