package programme

import (
	"iter"
	"strings"

	"tavoitekartta/model"
	"tavoitekartta/reports/document"
)

// goalTable is the table of goals, measures, timetables, bodies and
// indicators.
func (e *edition) goalTable(goals iter.Seq[*model.Goal]) document.Table {
	table := document.Table{
		Columns: []document.Column{
			{Title: e.say("goal"), Width: 40}, {Title: e.say("measure"), Width: 50}, {Title: e.say("timetable"), Width: 20},
			{Title: e.say("body"), Width: 34}, {Title: e.say("indicator"), Width: 26},
		},
		Continued: e.say("continued"), Wide: e.blankLines > 0, // people write wider than print is set
	}
	dash := false
	for goal := range goals {
		table.Rows = append(table.Rows, e.goalRow(goal))
		for i := range goal.Measures {
			dash = dash || e.timetableSign(&goal.Measures[i]) == noDateSign
		}
	}
	if dash {
		table.Note = document.Plain(noDateSign + " = " + e.say("noOwnDate"))
	}
	return table
}

// noDateSign stands for a measure without a date of its own (look.md "Paper").
const noDateSign = "–"

// goalRow is one goal. Its bodies and indicators span the row, unless measures
// have their own: then each stands beside its measure.
func (e *edition) goalRow(g *model.Goal) document.Row {
	row := document.Row{Label: g.Number, Subject: string(g.ID), BlankLines: e.blankLines}
	goal := document.Cell{Heading: true, Entries: []document.Entry{e.goalEntry(g)}}
	measures := document.Cell{Paired: true}
	timetables := document.Cell{Paired: true}
	bodies := document.Cell{Paired: hasOwnBodies(g)}
	indicators := document.Cell{Paired: hasOwnIndicators(g)}
	for i := range g.Measures {
		m := &g.Measures[i]
		measures.Entries = append(measures.Entries, e.measureEntry(m))
		timetables.Entries = append(timetables.Entries, document.Entry{e.timetableCell(m)})
		if bodies.Paired {
			bodies.Entries = append(bodies.Entries, e.ownBodies(g, m))
		}
		if indicators.Paired {
			indicators.Entries = append(indicators.Entries, e.ownIndicators(g, m))
		}
	}
	if len(g.Measures) == 0 {
		measures.Entries = []document.Entry{e.absent("measure")}
		timetables.Entries = []document.Entry{{{Text: document.Plain(noDateSign), Style: document.SmallMuted}}}
	}
	if !bodies.Paired {
		bodies.Entries = []document.Entry{e.bodiesEntry(g.Bodies, g.BodiesPrinted)}
	}
	if !indicators.Paired {
		indicators.Entries = e.indicatorEntries(g.Indicators)
	}
	e.wholeGoal(g, &measures, &timetables, &bodies, &indicators)
	row.Cells = []document.Cell{goal, measures, timetables, bodies, indicators}
	return row
}

// wholeGoal adds a last line for bodies and indicators of the goal itself when
// all of its measures have their own, so that nothing of the goal is lost.
func (e *edition) wholeGoal(g *model.Goal, measures, timetables, bodies, indicators *document.Cell) {
	goalBodies := bodies.Paired && len(g.Bodies) > 0 && e.allHaveBodies(g)
	goalIndicators := indicators.Paired && len(g.Indicators) > 0 && allHaveIndicators(g)
	if !goalBodies && !goalIndicators {
		return
	}
	dash := document.Entry{{Text: document.Plain(noDateSign), Style: document.SmallMuted}}
	measures.Entries = append(measures.Entries, document.Entry{{Text: document.Plain(e.say("wholeGoal")), Style: document.SmallMuted}})
	timetables.Entries = append(timetables.Entries, dash)
	if bodies.Paired {
		entry := dash
		if goalBodies {
			entry = e.bodiesEntry(g.Bodies, g.BodiesPrinted)
		}
		bodies.Entries = append(bodies.Entries, entry)
	}
	if indicators.Paired {
		entry := dash
		if goalIndicators {
			entry = flat(e.indicatorEntries(g.Indicators))
		}
		indicators.Entries = append(indicators.Entries, entry)
	}
}

func hasOwnBodies(g *model.Goal) bool {
	for i := range g.Measures {
		if len(g.Measures[i].Bodies) > 0 || !g.Measures[i].BodiesPrinted.Empty() {
			return true
		}
	}
	return false
}

func (e *edition) allHaveBodies(g *model.Goal) bool {
	for i := range g.Measures {
		if len(g.Measures[i].Bodies) == 0 && g.Measures[i].BodiesPrinted.Empty() {
			return false
		}
	}
	return true
}

func hasOwnIndicators(g *model.Goal) bool {
	for i := range g.Measures {
		if len(g.Measures[i].Indicators) > 0 {
			return true
		}
	}
	return false
}

func allHaveIndicators(g *model.Goal) bool {
	for i := range g.Measures {
		if len(g.Measures[i].Indicators) == 0 {
			return false
		}
	}
	return true
}

// ownBodies are the measure's bodies, else the goal's, which hold for it.
func (e *edition) ownBodies(g *model.Goal, m *model.Measure) document.Entry {
	if len(m.Bodies) > 0 || !m.BodiesPrinted.Empty() {
		return e.bodiesEntry(m.Bodies, m.BodiesPrinted)
	}
	return e.bodiesEntry(g.Bodies, g.BodiesPrinted)
}

func (e *edition) ownIndicators(g *model.Goal, m *model.Measure) document.Entry {
	if len(m.Indicators) > 0 {
		return flat(e.indicatorEntries(m.Indicators))
	}
	return flat(e.indicatorEntries(g.Indicators))
}

// flat puts entries into one, each apart from the one before.
func flat(entries []document.Entry) document.Entry {
	var all document.Entry
	for i, entry := range entries {
		entry[0].Apart = i > 0
		all = append(all, entry...)
	}
	return all
}

// goalEntry is the goal's number, title and description.
func (e *edition) goalEntry(g *model.Goal) document.Entry {
	entry := document.Entry{
		{Text: document.Plain(g.Number), Style: document.SmallMuted, KeepWithNext: true},
		{Text: e.goalTitle(g), Style: document.SmallBold},
	}
	if description := e.text(g.Description); len(description) > 0 {
		entry = append(entry, document.Paragraph{Text: description, Style: document.Small})
	}
	return e.remarked(entry, g.Title)
}

// measureEntry is the measure's wording and description.
func (e *edition) measureEntry(m *model.Measure) document.Entry {
	title := e.text(m.Title)
	if len(title) == 0 {
		return e.absent("measureText")
	}
	entry := document.Entry{{Text: title, Style: document.Small}}
	if description := e.text(m.Description); len(description) > 0 {
		entry = append(entry, document.Paragraph{Text: description, Style: document.SmallMuted})
	}
	return e.remarked(entry, m.Title)
}

// remarked adds the words that a text is not translated.
func (e *edition) remarked(entry document.Entry, text model.Text) document.Entry {
	if !e.untranslated(text) {
		return entry
	}
	return append(entry, document.Paragraph{Text: document.Plain(e.say("notTranslated")), Style: document.SmallMuted})
}

// absent says in words what is missing, in a draft in the colour of a warning.
func (e *edition) absent(what string) document.Entry {
	return document.Entry{{Text: document.Plain(e.missing(what)), Style: document.SmallMuted, Color: e.absentColor()}}
}

func (e *edition) absentColor() document.Color {
	if e.settled() {
		return ""
	}
	return warningColor
}

// timetableSign is the measure's timetable as it is printed: its own wording,
// else years, else the sign of no date.
func (e *edition) timetableSign(m *model.Measure) string {
	if printed := e.plain(m.TimetablePrinted); printed != "" {
		return printed
	}
	if words := capital(e.timetable(m.Timetable)); words != "" {
		return words
	}
	if m.Timetable.Unset() && !e.settled() {
		return e.missing("timetable")
	}
	return noDateSign
}

// timetableNamed is the same with its wording's language.
func (e *edition) timetableNamed(m *model.Measure) document.Text {
	if printed := e.text(m.TimetablePrinted); len(printed) > 0 {
		return printed
	}
	return document.Plain(e.timetableSign(m))
}

// timetableInside is the same inside a sentence.
func (e *edition) timetableInside(m *model.Measure) document.Text {
	if words := e.timetable(m.Timetable); words != "" && m.TimetablePrinted.Empty() {
		return document.Plain(words)
	}
	return e.timetableNamed(m)
}

func (e *edition) timetableParagraph(m *model.Measure) document.Paragraph {
	sign := e.timetableSign(m)
	style := document.Small
	switch {
	case m.Timetable.Dated():
		style = document.SmallBold
	case sign == noDateSign || m.Timetable.Unset():
		style = document.SmallMuted
	}
	if printed := e.text(m.TimetablePrinted); len(printed) > 0 {
		return document.Paragraph{Text: printed, Style: style}
	}
	paragraph := document.Paragraph{Text: document.Plain(sign), Style: style}
	if m.Timetable.Unset() {
		paragraph.Color = e.absentColor()
	}
	return paragraph
}

// timetableCell is the measure's timetable below the head of its column, which
// says already what is missing.
func (e *edition) timetableCell(m *model.Measure) document.Paragraph {
	paragraph := e.timetableParagraph(m)
	if paragraph.Text.String() == e.say("missing.timetable") {
		paragraph.Text = document.Plain(e.say("missing.here"))
	}
	return paragraph
}

// bodiesEntry is the printed wording, else the names: those who answer first,
// then the partners.
func (e *edition) bodiesEntry(bodies []model.Responsibility, printed model.Text) document.Entry {
	if text := e.text(printed); len(text) > 0 {
		return e.remarked(document.Entry{{Text: text, Style: document.Small}}, printed)
	}
	var responsible, partners []document.Text
	leaders := 0
	for _, r := range bodies {
		if r.Leads && r.Role != model.Partner {
			leaders++
		}
	}
	for _, r := range bodies {
		name := e.named(r.Body)
		if r.Role == model.Partner {
			partners = append(partners, name)
			continue
		}
		if r.Leads && leaders == 1 && len(bodies) > 1 {
			name = joined(name, document.Plain(" ("+e.say("leads")+")"))
		}
		responsible = append(responsible, name)
	}
	var entry document.Entry
	if len(responsible) > 0 {
		entry = append(entry, document.Paragraph{Text: listed(responsible...), Style: document.Small})
	} else {
		entry = e.absent("body")
	}
	if len(partners) > 0 {
		entry = append(entry, document.Paragraph{Text: e.tell("partners", "partners", listed(partners...)),
			Style: document.Small})
	}
	for _, r := range bodies {
		if reservation := e.text(r.Reservation); len(reservation) > 0 {
			entry = append(entry, document.Paragraph{
				Text:  e.tell("reservation", "body", e.named(r.Body), "reservation", reservation),
				Style: document.SmallMuted})
		}
	}
	return entry
}

func (e *edition) bodyName(id model.EntityID) string {
	if body := e.programme.Body(id); body != nil {
		if name := e.plain(body.Name); name != "" {
			return name
		}
	}
	return e.say("missing.bodyName")
}

// indicatorEntries are the printed wordings, each with its baseline and target
// where they are known and the wording does not say them.
func (e *edition) indicatorEntries(indicators []model.Indicator) []document.Entry {
	if len(indicators) == 0 {
		return []document.Entry{e.absent("indicator")}
	}
	entries := make([]document.Entry, 0, len(indicators))
	for i := range indicators {
		indicator := &indicators[i]
		entry := e.absent("indicatorText")
		if title := e.text(indicator.Title); len(title) > 0 {
			entry = document.Entry{{Text: title, Style: document.Small}}
		}
		if values := e.indicatorValues(indicator); len(values) > 0 {
			entry = append(entry, document.Paragraph{Text: values, Style: document.SmallMuted})
		}
		entries = append(entries, e.remarked(entry, indicator.Title))
	}
	return entries
}

// indicatorValues are the known numbers that the wording does not hold.
func (e *edition) indicatorValues(i *model.Indicator) document.Text {
	wording := e.plain(i.Title)
	unit := e.text(i.Unit)
	value := func(n model.Number) document.Text {
		switch {
		case len(unit) == 0:
			return document.Plain(e.number(n))
		case unit.String() == "%" && e.language == model.English:
			return joined(document.Plain(e.number(n)), unit)
		}
		return joined(document.Plain(e.number(n)+" "), unit)
	}
	fresh := func(n model.Number) bool { return n != "" && !holdsNumber(wording, e.number(n)) }
	var parts []document.Text
	if i.BaselineValue != "" {
		base := e.tell("indicator.baseline", "value", value(i.BaselineValue))
		if i.BaselineYear > 0 {
			base = e.tell("indicator.baselineYear", "value", value(i.BaselineValue), "year", i.BaselineYear)
		}
		parts = append(parts, base)
	}
	if fresh(i.TargetTotal) {
		parts = append(parts, e.tell("indicator.target", "value", value(i.TargetTotal)))
	}
	if fresh(i.TargetYearly) {
		parts = append(parts, e.tell("indicator.targetYearly", "value", value(i.TargetYearly)))
	}
	for _, year := range sortedYears(i.TargetsByYear) {
		parts = append(parts, e.tell("indicator.targetYear", "value", value(i.TargetsByYear[year]), "year", year))
	}
	return separated(". ", parts...)
}

// holdsNumber tells whether the wording holds the number as a word of its own,
// its thousands together or apart.
func holdsNumber(wording, number string) bool {
	spaced := strings.ReplaceAll(number, noBreak, " ")
	if spaced != number && strings.Contains(strings.ReplaceAll(wording, noBreak, " "), spaced) {
		return true
	}
	number = strings.ReplaceAll(number, noBreak, "")
	for _, word := range strings.Fields(wording) {
		if strings.Trim(word, ".,;:()%") == number {
			return true
		}
	}
	return false
}
