package outcome

import (
	"fmt"
	"slices"
	"strings"

	"tavoitekartta/model"
	"tavoitekartta/model/casetest"
)

// Differences says in words how a programme's sections, in Finnish, differ from
// the case's, which come in the same order; none means that every title,
// measure, year, responsible body and indicator is the case's. A programme that
// holds only the first sections is compared with those:
//
//	outcome.Differences(programme, c.Sections[:1])
func Differences(got model.Programme, want []casetest.Section) []string {
	return DifferencesIn(model.Finnish, got, want)
}

// DifferencesIn is [Differences] with the programme's texts read in a language.
func DifferencesIn(language model.Language, got model.Programme, want []casetest.Section) []string {
	d := differences{language: language, names: bodyNames(language, got)}
	d.count("sections", len(got.Sections), len(want))
	for i := range min(len(got.Sections), len(want)) {
		d.section(got.Sections[i], want[i])
	}
	return d.found
}

// differences gathers what differs; names are each body's spellings.
type differences struct {
	language model.Language
	names    map[model.EntityID][]string
	found    []string
}

// bodyNames are the spellings of each body of the register in a language.
func bodyNames(language model.Language, p model.Programme) map[model.EntityID][]string {
	names := map[model.EntityID][]string{}
	for _, body := range p.Bodies {
		names[body.ID] = []string{body.Name.In(language)}
		for _, alias := range body.Aliases {
			names[body.ID] = append(names[body.ID], alias.In(language))
		}
	}
	return names
}

func (d *differences) say(format string, args ...any) {
	d.found = append(d.found, fmt.Sprintf(format, args...))
}

func (d *differences) count(what string, got, want int) {
	if got != want {
		d.say("%s: %d, want %d", what, got, want)
	}
}

func (d *differences) text(where, got, want string) {
	if got != want {
		d.say("%s: %q, want %q", where, got, want)
	}
}

func (d *differences) section(got model.Section, want casetest.Section) {
	d.text("section", got.Title.In(d.language), want.Title)
	d.count(want.Title+": goals", len(got.Goals), len(want.Goals))
	for i := range min(len(got.Goals), len(want.Goals)) {
		d.goal(got.Goals[i], want.Goals[i])
	}
}

// goal compares one goal. Where the page pairs bodies and indicators with the
// measures, they are compared there; otherwise they are the goal's own.
func (d *differences) goal(got model.Goal, want casetest.Goal) {
	d.text("goal", got.Title.In(d.language), want.Title)
	d.text(want.Title+": printed bodies", got.BodiesPrinted.In(d.language), want.ResponsiblePrinted)
	if !want.Pairs {
		d.bodies(want.Title, got.Bodies, want.Responsible)
		d.indicators(want.Title, got.Indicators, want.Indicators)
	}
	d.count(want.Title+": measures", len(got.Measures), len(want.Measures))
	for i := range min(len(got.Measures), len(want.Measures)) {
		d.measure(got.Measures[i], want.Measures[i], want.Pairs)
	}
}

func (d *differences) measure(got model.Measure, want casetest.Measure, pairs bool) {
	d.text("measure", got.Title.In(d.language), want.Text)
	d.text(want.Text+": printed bodies", got.BodiesPrinted.In(d.language), want.ResponsiblePrinted)
	if !slices.Equal(got.Timetable.Years, want.Years) {
		d.say("%s: years %v, want %v", want.Text, got.Timetable.Years, want.Years)
	}
	if ongoing := got.Timetable.Kind == model.Ongoing; ongoing != want.Ongoing {
		d.say("%s: ongoing is %t, want %t", want.Text, ongoing, want.Ongoing)
	}
	if pairs {
		d.bodies(want.Text, got.Bodies, want.Responsible)
		d.indicators(want.Text, got.Indicators, want.Indicators)
	}
}

func (d *differences) bodies(where string, got []model.Responsibility, want []string) {
	d.count(where+": responsible bodies", len(got), len(want))
	for i := range min(len(got), len(want)) {
		// A name in the middle of a printed list begins small; it is the same body.
		names := d.names[got[i].Body]
		if !slices.ContainsFunc(names, func(name string) bool { return strings.EqualFold(name, want[i]) }) {
			d.say("%s: responsible body %q, want %q", where, names, want[i])
		}
	}
}

func (d *differences) indicators(where string, got []model.Indicator, want []string) {
	d.count(where+": indicators", len(got), len(want))
	for i := range min(len(got), len(want)) {
		d.text(where+": indicator", got[i].Title.In(d.language), want[i])
	}
}
