package model

import "slices"

// FollowUpAnswer is what a body answered for one year: of a measure how far it has
// come and what was done, of an indicator its value. It is no part of the
// content.
type FollowUpAnswer struct {
	ID     EntityID      `json:"id"`
	Year   int           `json:"year,omitempty" validate:"omitempty,year"`
	Body   EntityID      `json:"body,omitempty"` // who answered, of the register of bodies
	Status MeasureStatus `json:"status,omitempty"`
	Value  Number        `json:"value,omitempty"`
	Remark string        `json:"remark,omitempty"` // in whatever language it was written
}

func (s *State) readFollowUp(e *Element) FollowUpAnswer {
	return FollowUpAnswer{
		ID: e.ID, Year: e.Value(FieldYear).Int(), Body: EntityID(e.Value(FieldBody).Text()),
		Status: MeasureStatus(e.Value(FieldStatus).Text()), Value: Number(e.Value(FieldValue).Text()),
		Remark: e.Value(FieldRemark).Text(),
	}
}

// AnsweredBy returns what a body answered for a year, the zero answer where it
// did not.
func AnsweredBy(answers []FollowUpAnswer, body EntityID, year int) FollowUpAnswer {
	for _, a := range answers {
		if a.Year == year && a.Body == body {
			return a
		}
	}
	return FollowUpAnswer{}
}

// AnsweredByOneOf returns what the first of the bodies that did answered for a
// year. A body stands for those whose duties have come to it.
func AnsweredByOneOf(answers []FollowUpAnswer, bodies []EntityID, year int) FollowUpAnswer {
	for _, body := range bodies {
		if a := AnsweredBy(answers, body, year); a.Year == year {
			return a
		}
	}
	return FollowUpAnswer{}
}

// accountsHandled is the last month in which the year before is followed up: by its
// end the council has handled the annual accounts (Local Government Act 410/2015),
// with which follow-up is reported (V19, last page).
const accountsHandled = 6

// FollowUpYear returns the year of which answers are due on a day: the one before
// until its annual accounts are handled, then the running one, and always one of
// the programme's years where those are known.
func (p *Programme) FollowUpYear(today Date) int {
	year := today.Year
	if today.Month <= accountsHandled {
		year--
	}
	if p.LastYear > 0 {
		year = min(year, p.LastYear)
	}
	return max(year, p.FirstYear, 0)
}

// AnsweredStatus returns how far a measure has come by the answers for the last
// year that has any: what all of the bodies say, else what the one says that
// leads. It is [StatusUnknown] where nobody answered; agreed is false where the
// bodies say different things and none of them leads.
func AnsweredStatus(answers []FollowUpAnswer, bodies []Responsibility) (status MeasureStatus, agreed bool) {
	last := 0
	for _, a := range answers {
		if a.Status != StatusUnknown {
			last = max(last, a.Year)
		}
	}
	answers = slices.DeleteFunc(slices.Clone(answers), func(a FollowUpAnswer) bool { return a.Year != last || a.Status == StatusUnknown })
	if len(answers) == 0 {
		return StatusUnknown, true
	}
	if !slices.ContainsFunc(answers, func(a FollowUpAnswer) bool { return a.Status != answers[0].Status }) {
		return answers[0].Status, true
	}
	leader := slices.IndexFunc(answers, func(a FollowUpAnswer) bool {
		return slices.ContainsFunc(bodies, func(r Responsibility) bool { return r.Leads && r.Role != Partner && r.Body == a.Body })
	})
	if leader < 0 {
		return StatusUnknown, false
	}
	return answers[leader].Status, true
}

// FollowUpYears are the years of which a follow-up can be asked, and the usual
// one, the year of which answers are due ([Programme.FollowUpYear]). A programme
// without years has this year and the one before.
func (p *Programme) FollowUpYears(today Date) (years []int, usual int) {
	first, last := p.FirstYear, p.LastYear
	switch {
	case first == 0 && last == 0:
		first, last = today.Year-1, today.Year
	case first == 0:
		first = last
	case last < first:
		last = max(first, today.Year)
	}
	for year := first; year <= last; year++ {
		years = append(years, year)
	}
	return years, p.FollowUpYear(today)
}

// WithFollowUp returns the programme with the follow-up of another reading of
// it: of each measure how far it has come, of measures and indicators what was
// answered. Neither reading is altered; what the other does not have stays.
func (p *Programme) WithFollowUp(of *Programme) *Programme {
	known := followed{map[EntityID]*Measure{}, map[EntityID]*Indicator{}}
	for g := range of.AllGoals() {
		for i := range g.Measures {
			known.measures[g.Measures[i].ID] = &g.Measures[i]
		}
		for i := range g.AllIndicators() {
			known.indicators[i.ID] = i
		}
	}
	fresh := *p
	fresh.Sections = slices.Clone(p.Sections)
	for i := range fresh.Sections {
		fresh.Sections[i].Goals = known.goals(fresh.Sections[i].Goals)
	}
	fresh.Goals = known.goals(p.Goals)
	return &fresh
}

// followed are the measures and indicators that have a follow-up, by their ids.
type followed struct {
	measures   map[EntityID]*Measure
	indicators map[EntityID]*Indicator
}

// goals copies goals with the follow-up.
func (f followed) goals(list []Goal) []Goal {
	list = slices.Clone(list)
	for i := range list {
		g := &list[i]
		g.Measures, g.Indicators, g.SubGoals = slices.Clone(g.Measures), f.answered(g.Indicators), f.goals(g.SubGoals)
		for n := range g.Measures {
			m := &g.Measures[n]
			m.Indicators = f.answered(m.Indicators)
			if found := f.measures[m.ID]; found != nil {
				m.Status, m.FollowUps = found.Status, found.FollowUps
			}
		}
	}
	return list
}

// answered copies indicators with what was answered.
func (f followed) answered(list []Indicator) []Indicator {
	list = slices.Clone(list)
	for i := range list {
		if found := f.indicators[list[i].ID]; found != nil {
			list[i].FollowUps = found.FollowUps
		}
	}
	return list
}
