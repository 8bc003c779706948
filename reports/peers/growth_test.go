//go:build bench && linux

package peers_test

import (
	"bytes"
	"math"
	"strings"
	"testing"

	"tavoitekartta/app/intake"
	"tavoitekartta/assets"
	"tavoitekartta/model"
)

// How a programme grows with its measures, from the size of Vaasa 2019–2022. A
// town that writes down ten times as much has some more sections, each with far
// more goals, and goals with more measures: not ten times as many sections.
const (
	growthOfSections = 0.2
	growthOfGoals    = 0.8
)

// grown is Vaasa's programme as it would be with so many measures. Its texts are
// Vaasa's; where there are more than Vaasa wrote, each is put together from
// thirds of three of them, so that hardly any two paragraphs are alike: a
// report that repeats itself would flatter a program that remembers how it broke
// a paragraph.
func grown(t *testing.T, measures int) intake.Description {
	t.Helper()
	data, err := assets.Example("vaasa-2019-2022")
	must(t, err)
	described, err := intake.Read(bytes.NewReader(data))
	must(t, err)
	source := collect(described.Sections)
	factor := float64(measures) / float64(len(source.measures))
	sections := grow(len(described.Sections), factor, growthOfSections)
	goals := grow(len(source.goals), factor, growthOfGoals)
	described.Sections = source.sections(described.Sections, sections, goals, measures)
	return described
}

func grow(count int, factor, power float64) int {
	return int(math.Round(float64(count) * math.Pow(factor, power)))
}

// texts are what Vaasa wrote, in order.
type texts struct {
	goals      []intake.Goal
	measures   []intake.Measure
	indicators []intake.Indicator
}

func collect(sections []intake.Section) texts {
	var all texts
	for _, section := range sections {
		for _, goal := range section.Goals {
			all.goals = append(all.goals, goal)
			all.measures = append(all.measures, goal.Measures...)
			all.indicators = append(all.indicators, goal.Indicators...)
		}
	}
	for _, measure := range all.measures {
		all.indicators = append(all.indicators, measure.Indicators...)
	}
	return all
}

// sections deals goals out over sections and measures over goals, as evenly as
// whole numbers allow.
func (s texts) sections(source []intake.Section, sections, goals, measures int) []intake.Section {
	all := make([]intake.Section, sections)
	for i := range all {
		all[i] = source[i%len(source)]
		all[i].Title = spliced(i, source, func(section intake.Section) model.Text { return section.Title })
		all[i].Goals = nil
	}
	indicators := measures * len(s.indicators) / len(s.measures)
	for i := range goals {
		goal := s.goals[i%len(s.goals)]
		goal.Title = spliced(i, s.goals, func(goal intake.Goal) model.Text { return goal.Title })
		goal.Measures, goal.Indicators = nil, nil
		for n := share(i, goals, measures); n < share(i+1, goals, measures); n++ {
			goal.Measures = append(goal.Measures, s.measure(n))
		}
		for n := share(i, goals, indicators); n < share(i+1, goals, indicators); n++ {
			indicator := s.indicators[n%len(s.indicators)]
			indicator.Title = spliced(n, s.indicators, func(indicator intake.Indicator) model.Text { return indicator.Title })
			goal.Indicators = append(goal.Indicators, indicator)
		}
		section := &all[i*sections/goals]
		section.Goals = append(section.Goals, goal)
	}
	return all
}

// share is where the part of a holder begins when the whole is dealt out.
func share(holder, holders, whole int) int { return holder * whole / holders }

// measure is the n-th measure: a text of Vaasa's with a timetable of Vaasa's.
func (s texts) measure(n int) intake.Measure {
	measure := s.measures[n%len(s.measures)]
	measure.Title = spliced(n, s.measures, func(measure intake.Measure) model.Text { return measure.Title })
	measure.Bodies, measure.BodiesPrinted, measure.Indicators = nil, model.Text{}, nil
	return measure
}

// spliced is the n-th text of a source that has less: its own as long as it
// lasts, then the beginning of one, the middle of another, the end of a third.
func spliced[S any](n int, source []S, of func(S) model.Text) model.Text {
	round := n / len(source)
	at := func(shift int) model.Text { return of(source[(n+shift)%len(source)]) }
	if round == 0 {
		return at(0)
	}
	parts := [3]model.Text{at(0), at(round), at(round * 7 / 2)}
	third := func(of func(model.Text) string) string {
		var words []string
		for i, part := range parts {
			own := strings.Fields(of(part))
			words = append(words, own[share(i, 3, len(own)):share(i+1, 3, len(own))]...)
		}
		return strings.Join(words, " ")
	}
	text := model.Text{
		Fi: third(func(text model.Text) string { return text.Fi }), Sv: third(func(text model.Text) string { return text.Sv }),
	}
	if text.Fi == "" {
		return at(0)
	}
	return text
}
