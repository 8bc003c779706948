package model

import "slices"

// Written tells whether the goal is written: it has a title, a measure, for
// each measure a timetable or the choice of no date of its own, a responsible
// body and an indicator, in the language in which it was written first.
func (g *Goal) Written(first Language) bool {
	return len(g.Unwritten(first)) == 0
}

// Unwritten returns what the goal still lacks to be written, each once, in the
// order of the wizard's steps.
func (g *Goal) Unwritten(first Language) []Code {
	var lacks []Code
	if g.Title.In(first) == "" {
		lacks = append(lacks, CodeTitleMissing)
	}
	if len(g.Measures) == 0 {
		lacks = append(lacks, CodeMeasureMissing)
	}
	ownBodies, ownIndicators := len(g.Measures) > 0, len(g.Measures) > 0
	for _, m := range g.Measures {
		if m.Title.In(first) == "" {
			lacks = appendOnce(lacks, CodeMeasureTextMissing)
		}
		if m.Timetable.Unset() {
			lacks = appendOnce(lacks, CodeTimetableMissing)
		}
		ownBodies = ownBodies && anyResponsible(m.Bodies)
		ownIndicators = ownIndicators && len(m.Indicators) > 0
	}
	if !anyResponsible(g.Bodies) && !ownBodies {
		lacks = append(lacks, CodeBodyMissing)
	}
	if len(g.Indicators) == 0 && !ownIndicators {
		lacks = append(lacks, CodeIndicatorMissing)
	}
	return lacks
}

func anyResponsible(bodies []Responsibility) bool {
	return slices.ContainsFunc(bodies, func(r Responsibility) bool { return r.Role == Responsible })
}

func appendOnce(codes []Code, c Code) []Code {
	if slices.Contains(codes, c) {
		return codes
	}
	return append(codes, c)
}

// Share is a part of a whole.
type Share struct {
	Part  int `json:"part"`
	Whole int `json:"whole"`
}

// Percent returns the share in whole per cent, rounded to the nearest, 0 for
// nothing; only a whole gives 100.
func (s Share) Percent() int {
	if s.Whole == 0 {
		return 0
	}
	percent := (200*s.Part + s.Whole) / (2 * s.Whole)
	if percent == 100 && s.Part < s.Whole {
		return 99
	}
	return percent
}

// WrittenShare returns written goals out of all goals.
func (p *Programme) WrittenShare() Share {
	c := p.Counts()
	return Share{Part: c.Written, Whole: c.Goals}
}

// WrittenShare returns the section's written goals out of its goals.
func (s *Section) WrittenShare(first Language) Share {
	var share Share
	for g := range s.AllGoals() {
		share.Whole++
		if g.Written(first) {
			share.Part++
		}
	}
	return share
}

// TextShare returns how many of the section's texts (its title, the titles of
// goals, measures and indicators) stand in language l, out of those that are
// written in any language.
func (s *Section) TextShare(l Language) Share {
	var share Share
	count := func(t Text) {
		if t.Empty() {
			return
		}
		share.Whole++
		if t.In(l) != "" {
			share.Part++
		}
	}
	count(s.Title)
	for g := range s.AllGoals() {
		count(g.Title)
		for _, m := range g.Measures {
			count(m.Title)
		}
		for i := range g.AllIndicators() {
			count(i.Title)
		}
	}
	return share
}

// MapHouse is a house of the structural map: a section, or a goal that stands
// without one.
type MapHouse struct {
	Section EntityID `json:"section"` // or the goal
	Title   Text     `json:"title"`
	Lit     []bool   `json:"lit"`            // for each goal in order: written
	Role    GoalRole `json:"role,omitempty"` // of a goal without a section
}

// Complete tells whether the house has its roof: it has goals, all written.
func (h MapHouse) Complete() bool { return len(h.Lit) > 0 && !slices.Contains(h.Lit, false) }

// StructuralMap is V19's picture of a programme: houses on a common foundation
// and the follow-up beneath. Goals without a section are houses after those of
// the sections, with a window for the goal and one for each of its sub-goals.
type StructuralMap struct {
	Houses     []MapHouse `json:"houses"`
	Goals      []MapHouse `json:"goals"`
	Foundation []MapHouse `json:"foundation"`
	FollowUp   []MapHouse `json:"followUp"`
}

// Street returns the houses that stand beside each other: the sections', then
// those of goals without a section.
func (m StructuralMap) Street() []MapHouse { return slices.Concat(m.Houses, m.Goals) }

// StructuralMap derives the structural map.
func (p *Programme) StructuralMap() StructuralMap {
	var m StructuralMap
	for i := range p.Sections {
		s := &p.Sections[i]
		h := MapHouse{Section: s.ID, Title: s.Title, Lit: []bool{}}
		for g := range s.AllGoals() {
			h.Lit = append(h.Lit, g.Written(p.FirstLanguage))
		}
		switch s.Role {
		case Foundation:
			m.Foundation = append(m.Foundation, h)
		case FollowUp:
			m.FollowUp = append(m.FollowUp, h)
		default:
			m.Houses = append(m.Houses, h)
		}
	}
	for i := range p.Goals {
		goal := &p.Goals[i]
		h := MapHouse{Section: goal.ID, Title: goal.Title, Role: goal.Role}
		eachGoal(p.Goals[i:i+1], func(g *Goal) bool {
			h.Lit = append(h.Lit, g.Written(p.FirstLanguage))
			return true
		})
		m.Goals = append(m.Goals, h)
	}
	return m
}

// RoadmapGoal is a goal on the roadmap.
type RoadmapGoal struct {
	Goal    EntityID `json:"goal"`
	Section EntityID `json:"section,omitempty"`
	Title   Text     `json:"title"`
}

// Roadmap lays each goal on the year of its last dated measure; goals with
// ongoing measures and none dated stand under Ongoing, those with neither
// under Undated (V19, last page).
type Roadmap struct {
	Years   []int                 `json:"years"` // those that hold goals, in order
	ByYear  map[int][]RoadmapGoal `json:"byYear"`
	Ongoing []RoadmapGoal         `json:"ongoing"`
	Undated []RoadmapGoal         `json:"undated"`
}

// Roadmap derives the roadmap.
func (p *Programme) Roadmap() Roadmap {
	r := Roadmap{ByYear: map[int][]RoadmapGoal{}}
	place := func(g *Goal, section EntityID) {
		year, ongoing := 0, false
		for _, m := range g.Measures {
			year = max(year, m.Timetable.LastYear())
			ongoing = ongoing || m.Timetable.Kind == Ongoing
		}
		entry := RoadmapGoal{Goal: g.ID, Section: section, Title: g.Title}
		switch {
		case year > 0:
			r.ByYear[year] = append(r.ByYear[year], entry)
		case ongoing:
			r.Ongoing = append(r.Ongoing, entry)
		default:
			r.Undated = append(r.Undated, entry)
		}
	}
	for i := range p.Sections {
		for g := range p.Sections[i].AllGoals() {
			place(g, p.Sections[i].ID)
		}
	}
	eachGoal(p.Goals, func(g *Goal) bool { place(g, ""); return true })
	for year := range r.ByYear {
		r.Years = append(r.Years, year)
	}
	slices.Sort(r.Years)
	return r
}

// AnyUnscheduled tells whether nothing is said of when one of the goals is worked
// on: it has no measures, or one with neither a timetable nor the choice of none.
func (p *Programme) AnyUnscheduled(goals []RoadmapGoal) bool {
	return slices.ContainsFunc(goals, func(entry RoadmapGoal) bool {
		goal, _ := p.Goal(entry.Goal)
		return goal == nil || len(goal.Measures) == 0 ||
			slices.ContainsFunc(goal.Measures, func(m Measure) bool { return m.Timetable.Unset() })
	})
}
