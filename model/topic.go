package model

import (
	"slices"
	"strings"
)

// Topic is something of which the law or its guidance speaks in the contents of a
// programme, and of which the programme's parts can be asked.
type Topic string

// The topics. A topic of words is found by words alone.
const (
	TopicGoals        Topic = "goals"
	TopicMeasures     Topic = "measures"
	TopicBodies       Topic = "bodies" // responsible ones
	TopicIndicators   Topic = "indicators"
	TopicAuthorities  Topic = "authorities"  // bodies of the state or the county with duties, or whom it was prepared with
	TopicAssociations Topic = "associations" // bodies that are associations, with duties
	TopicCounty       Topic = "county"       // a chapter on the interfaces, or the county's duties
	TopicFollowUp     Topic = "followUp"     // who follows, or the section of follow-up
	TopicSituation    Topic = "situation"    // a chapter
	TopicTargetGroup  Topic = "targetGroup"  // a chapter
	TopicStrategy     Topic = "strategy"     // the link to the strategy
	TopicPreparer     Topic = "preparer"
	TopicYears        Topic = "years"   // at most four
	TopicCouncil      Topic = "council" // the decision is the council's
	TopicWords        Topic = "words"
)

// Topics lists the topics.
func Topics() []Topic {
	return []Topic{
		TopicGoals, TopicMeasures, TopicBodies, TopicIndicators, TopicAuthorities, TopicAssociations, TopicCounty, TopicFollowUp,
		TopicSituation, TopicTargetGroup, TopicStrategy, TopicPreparer, TopicYears, TopicCouncil, TopicWords,
	}
}

// Spot is where something is written: an element, and its field or "".
type Spot struct {
	Entity EntityID
	Field  Field
}

// yearsUntilReview is how many years a programme may last before it is reviewed
// (act 1386/2010, 32 §).
const yearsUntilReview = 4

// Speaking returns where the programme speaks to a topic, in printing order, and after
// that where one of the words stands. Something written there is all that it
// says: not that it is enough. Words are beginnings or parts of words, in small
// letters.
func (p *Programme) Speaking(topic Topic, words ...string) []Spot {
	spots := p.spotsOf(topic)
	for _, s := range p.mentioning(words) {
		if !slices.ContainsFunc(spots, func(known Spot) bool { return known.Entity == s.Entity }) {
			spots = append(spots, s)
		}
	}
	return spots
}

func (p *Programme) spotsOf(topic Topic) []Spot {
	fact := func(holds bool, field Field) []Spot {
		if !holds {
			return nil
		}
		return []Spot{{p.ID, field}}
	}
	switch topic {
	case TopicGoals, TopicMeasures, TopicBodies, TopicIndicators:
		return p.spotsInGoals(topic)
	case TopicAuthorities:
		return append(fact(!p.CoordinatedWith.Empty(), FieldCoordinatedWith), p.engagedOf(SectorState, SectorCounty)...)
	case TopicAssociations:
		return p.engagedOf(SectorAssociation)
	case TopicCounty:
		return append(p.chaptersOf(Interfaces), p.engagedOf(SectorCounty)...)
	case TopicFollowUp:
		return append(fact(!p.FollowUpBody.Empty(), FieldFollowUpBody), p.followUpSections()...)
	case TopicSituation:
		return p.chaptersOf(Situation)
	case TopicTargetGroup:
		return p.chaptersOf(TargetGroup)
	case TopicStrategy:
		return fact(!p.Strategy.Empty(), FieldStrategy)
	case TopicPreparer:
		return fact(!p.PreparedBy.Empty(), FieldPreparedBy)
	case TopicYears:
		span := p.LastYear - p.FirstYear + 1
		return fact(p.FirstYear > 0 && span > 0 && span <= yearsUntilReview, FieldFirstYear)
	case TopicCouncil:
		if d := p.FinalDecision(); d != nil && d.Organ == Council {
			return []Spot{{d.ID, ""}}
		}
	}
	return nil
}

func (p *Programme) spotsInGoals(topic Topic) []Spot {
	var spots []Spot
	for g := range p.AllGoals() {
		switch topic {
		case TopicGoals:
			if !g.Title.Empty() {
				spots = append(spots, Spot{g.ID, FieldTitle})
			}
		case TopicBodies:
			if slices.ContainsFunc(g.Bodies, func(r Responsibility) bool { return r.Role == Responsible }) {
				spots = append(spots, Spot{g.ID, ""})
			}
		case TopicIndicators:
			for i := range g.AllIndicators() {
				spots = append(spots, Spot{i.ID, FieldTitle})
			}
		case TopicMeasures:
			for _, m := range g.Measures {
				spots = append(spots, Spot{m.ID, FieldTitle})
			}
		}
	}
	return spots
}

// engagedOf returns the bodies of sectors that have a duty in the programme.
func (p *Programme) engagedOf(sectors ...Sector) []Spot {
	var spots []Spot
	for _, b := range p.EngagedBodies() {
		if slices.Contains(sectors, b.Sector) {
			spots = append(spots, Spot{b.ID, FieldName})
		}
	}
	return spots
}

// chaptersOf returns the chapters of a role in which something is written.
func (p *Programme) chaptersOf(role ChapterRole) []Spot {
	var spots []Spot
	for _, c := range p.Chapters {
		if c.Role == role && (!c.Body.Empty() || len(c.Blocks) > 0) {
			spots = append(spots, Spot{c.ID, FieldTitle})
		}
	}
	return spots
}

func (p *Programme) followUpSections() []Spot {
	var spots []Spot
	for _, s := range p.Sections {
		if s.Role == FollowUp && len(s.Goals) > 0 {
			spots = append(spots, Spot{s.ID, FieldTitle})
		}
	}
	return spots
}

// mentioning returns the chapters, sections, goals and measures in whose texts one of
// the words stands.
func (p *Programme) mentioning(words []string) []Spot {
	has := func(texts ...Text) bool {
		for _, t := range texts {
			for _, l := range Languages() {
				held := strings.ToLower(t.In(l))
				if slices.ContainsFunc(words, func(w string) bool { return strings.Contains(held, w) }) {
					return true
				}
			}
		}
		return false
	}
	var spots []Spot
	add := func(id EntityID, texts ...Text) {
		if has(texts...) {
			spots = append(spots, Spot{id, FieldTitle})
		}
	}
	for _, c := range p.Chapters {
		texts := []Text{c.Title, c.Body}
		for _, b := range c.Blocks {
			texts = append(texts, b.Title, b.Body)
		}
		add(c.ID, texts...)
	}
	for _, s := range p.Sections {
		add(s.ID, s.Title, s.Description)
	}
	for g := range p.AllGoals() {
		add(g.ID, g.Title, g.Description)
		for _, m := range g.Measures {
			add(m.ID, m.Title, m.Description)
		}
	}
	return spots
}
