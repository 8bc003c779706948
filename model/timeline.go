package model

import (
	"math"
	"slices"
)

// mostFilledYears is the number of columns up to which years between others
// stand on a timeline although nothing falls on them.
const mostFilledYears = 12

// Timeline lays a programme's measures on its years: a row for each section and
// for each goal without one, with its measures in printing order.
type Timeline struct {
	Years   []int         // the columns, growing; empty when no year is known
	Rows    []TimelineRow // those with a measure that passes the filter; all without a filter
	Today   float64       // in columns from the left edge of the first; negative when it is on none of them
	Counts  TimelineCounts
	Decided bool // statuses are followed up, and measures can be late
}

// TimelineRow is a section with its goals, or a goal that stands without one.
type TimelineRow struct {
	Section *Section // nil for a goal without a section
	Goal    *Goal    // nil for a section
	Goals   []TimelineGoal
	Counts  TimelineCounts
}

// ID returns the id of the section or the goal.
func (r TimelineRow) ID() EntityID {
	if r.Section != nil {
		return r.Section.ID
	}
	return r.Goal.ID
}

// Title returns the title of the section or the goal.
func (r TimelineRow) Title() Text {
	if r.Section != nil {
		return r.Section.Title
	}
	return r.Goal.Title
}

// TimelineGoal is a goal with those of its measures that pass the filter.
type TimelineGoal struct {
	Goal     *Goal
	Measures []TimelineMeasure
}

// Lane is where on a timeline a measure stands.
type Lane int

// The lanes.
const (
	YearLane    Lane = iota // on its years
	OngoingLane             // it goes on
	UndatedLane             // it has no date of its own: chosen, or not known once the content is locked
	MissingLane             // its timetable is missing: in a draft alone
)

// TimelineMeasure is a measure at its place.
type TimelineMeasure struct {
	Measure *Measure
	Goal    *Goal
	Lane    Lane
	Bars    []TimelineBar // on the YearLane, in order
	Late    bool
}

// TimelineBar is a run of time in columns from the left edge of the first one:
// the spring of the second year is 1.17 to 1.42.
type TimelineBar struct{ From, To float64 }

// TimelineCounts are the numbers of measures in a row or of all.
type TimelineCounts struct {
	Measures, Late, Ongoing, Undated, Missing int
}

func (c *TimelineCounts) add(m TimelineMeasure) {
	c.Measures++
	if m.Late {
		c.Late++
	}
	switch m.Lane {
	case OngoingLane:
		c.Ongoing++
	case UndatedLane:
		c.Undated++
	case MissingLane:
		c.Missing++
	}
}

func (c *TimelineCounts) addAll(other TimelineCounts) {
	c.Measures += other.Measures
	c.Late += other.Late
	c.Ongoing += other.Ongoing
	c.Undated += other.Undated
	c.Missing += other.Missing
}

// TimelineFilter chooses measures. The zero filter lets all pass.
type TimelineFilter struct {
	Body EntityID // see [Programme.Engages]; "" for every body
	Late bool     // only what is late
}

// Timeline derives the timeline as it is on a day.
func (p *Programme) Timeline(today Date, filter TimelineFilter) Timeline {
	t := Timeline{Years: p.timelineYears(), Decided: p.State.Locked()}
	t.Today = t.todayAt(today)
	engaged := p.engagement(filter.Body)
	collect := func(row TimelineRow, goals []Goal) {
		eachGoal(goals, func(g *Goal) bool {
			placed := TimelineGoal{Goal: g}
			for i := range g.Measures {
				m := t.place(p, g, &g.Measures[i], today)
				if engaged(g, m.Measure) && (m.Late || !filter.Late) {
					placed.Measures = append(placed.Measures, m)
					row.Counts.add(m)
				}
			}
			if len(placed.Measures) > 0 || filter == (TimelineFilter{}) {
				row.Goals = append(row.Goals, placed)
			}
			return true
		})
		if row.Counts.Measures > 0 || filter == (TimelineFilter{}) {
			t.Rows = append(t.Rows, row)
			t.Counts.addAll(row.Counts)
		}
	}
	for i := range p.Sections {
		collect(TimelineRow{Section: &p.Sections[i]}, p.Sections[i].Goals)
	}
	for i := range p.Goals {
		collect(TimelineRow{Goal: &p.Goals[i]}, p.Goals[i:i+1])
	}
	return t
}

func (t *Timeline) place(p *Programme, g *Goal, m *Measure, today Date) TimelineMeasure {
	placed := TimelineMeasure{Measure: m, Goal: g, Late: p.Late(m, today)}
	switch {
	case m.Timetable.Kind == Ongoing:
		placed.Lane = OngoingLane
	case m.Timetable.Unset() && !t.Decided:
		placed.Lane = MissingLane
	case !m.Timetable.Dated():
		placed.Lane = UndatedLane
	default:
		for _, run := range m.Timetable.runs() {
			placed.Bars = append(placed.Bars, TimelineBar{From: t.column(run.From), To: t.column(run.To)})
		}
	}
	return placed
}

// timelineYears are the programme's own years, and those on which measures fall.
// Years between them are filled in while there are few.
func (p *Programme) timelineYears() []int {
	var years []int
	add := func(first, last int) {
		for year := max(first, FirstPossibleYear); year <= min(last, LastPossibleYear); year++ {
			years = append(years, year)
		}
	}
	first, last := p.FirstYear, p.LastYear
	if first == 0 || last < first {
		first, last = max(first, last), max(first, last)
	}
	add(first, last)
	for g := range p.AllGoals() {
		for i := range g.Measures {
			for _, run := range g.Measures[i].Timetable.runs() {
				add(int(math.Floor(run.From)), int(math.Ceil(run.To))-1)
			}
		}
	}
	slices.Sort(years)
	years = slices.Compact(years)
	if len(years) > 1 && years[len(years)-1]-years[0] < mostFilledYears {
		first, last = years[0], years[len(years)-1]
		years = nil
		add(first, last)
	}
	return years
}

// column is where a time stands, given in years (2019.5 is the middle of 2019).
// What falls between two columns stands on the edge of the later one.
func (t *Timeline) column(at float64) float64 {
	year := int(math.Floor(at))
	index, found := slices.BinarySearch(t.Years, year)
	if !found {
		return float64(index)
	}
	return float64(index) + at - float64(year)
}

func (t *Timeline) todayAt(today Date) float64 {
	if today.Zero() || !slices.Contains(t.Years, today.Year) {
		return -1
	}
	return t.column(float64(today.Year) + (float64(today.Month-1)+float64(today.Day-1)/31)/12)
}

// runs are the stretches of a dated timetable, in years: years in a row are one,
// 2019 alone is 2019.0 to 2020.0, and the spring of 2019 is 2019.17 to 2019.42.
// A span that runs backwards is turned round, and one that lacks an end lasts as
// long as the end that it has.
func (t Timetable) runs() []TimelineBar {
	switch t.Kind {
	case InYears:
		var runs []TimelineBar
		for _, year := range t.Years {
			if last := len(runs) - 1; last >= 0 && runs[last].To == float64(year) {
				runs[last].To++
				continue
			}
			runs = append(runs, TimelineBar{From: float64(year), To: float64(year + 1)})
		}
		return runs
	case InSpan:
		from, to := t.From, t.To
		if from.Year == 0 {
			from = to
		}
		if to.Year == 0 {
			to = from
		}
		if t.EndsBeforeStart() {
			from, to = to, from
		}
		return []TimelineBar{{From: from.begins(), To: to.ends()}}
	}
	return nil
}

// seasonLength is in months. A season is known by its last month, see [Moment.order].
const (
	seasonLength = 3
	winterLength = 2 // January and February: the December before belongs to another year
)

// begins is the moment's beginning in years.
func (m Moment) begins() float64 {
	last := m.order(true) - m.Year*100
	length := 1
	switch {
	case m.Season == Winter:
		length = winterLength
	case m.Season != NoSeason:
		length = seasonLength
	case m.Month == 0:
		length = 12
	}
	return float64(m.Year) + float64(last-length)/12
}

// ends is the moment's end in years.
func (m Moment) ends() float64 {
	return float64(m.Year) + float64(m.order(true)-m.Year*100)/12
}

// Progress tells how far a goal has come by its measures: late when one of them
// is, completed or not carried out when all that count are, not known while
// nothing is known of any.
func (p *Programme) Progress(g *Goal, today Date) (status MeasureStatus, late bool) {
	counts := map[MeasureStatus]int{}
	for i := range g.Measures {
		counts[g.Measures[i].Status]++
		late = late || p.Late(&g.Measures[i], today)
	}
	all, dropped := len(g.Measures), counts[NotCarriedOut]
	switch {
	case all == counts[StatusUnknown]:
		status = StatusUnknown
	case all == dropped:
		status = NotCarriedOut
	case all == dropped+counts[Completed]:
		status = Completed
	case counts[UnderWay]+counts[Completed] > 0:
		status = UnderWay
	case counts[NotStarted] > 0:
		status = NotStarted
	}
	return status, late
}
