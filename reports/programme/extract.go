package programme

import (
	"slices"
	"strings"
	"unicode/utf8"

	"tavoitekartta/model"
	"tavoitekartta/reports/document"
)

// extracts are goals for a meeting, each beginning a page: the chosen goal, else
// every one.
func (c *composition) extracts() []document.Part { return c.each((*edition).goalPages) }

func (e *edition) goalPages() []document.Block {
	blocks := e.goalContents()
	for g := range e.programme.AllGoals() {
		if e.choice.Goal != "" && g.ID != e.choice.Goal {
			continue
		}
		if len(blocks) > 0 {
			blocks = append(blocks, document.PageBreak{})
		}
		_, section := e.programme.Goal(g.ID)
		blocks = append(blocks, e.goalPage(g, section)...)
	}
	if len(blocks) == 0 {
		blocks = append(e.sheetHead(e.programmeTitle(), "", document.Plain(e.standing())),
			document.Paragraph{Text: document.Plain(e.missing("content")), Style: document.BodyMuted})
	}
	return blocks
}

// goalContents lists the goals of an extract that has several, by sections, with
// their pages.
func (e *edition) goalContents() []document.Block {
	if e.choice.Goal != "" {
		return nil
	}
	var entries []document.ContentsEntry
	goals := 0
	list := func(title document.Text, swatch document.Swatch, group []*model.Goal) {
		for n, g := range group {
			if n == 0 {
				entries = append(entries, document.ContentsEntry{Text: title, Anchor: e.goalAnchor(g)})
			}
			entries = append(entries, document.ContentsEntry{Text: e.numberedGoal(g), Anchor: e.goalAnchor(g), Inner: true, Swatch: swatch})
			goals++
		}
	}
	for i := range e.programme.Sections {
		section := &e.programme.Sections[i]
		list(e.sectionTitle(section), swatch(e.programme, i), slices.Collect(section.AllGoals()))
	}
	for _, group := range e.goalGroups() {
		var goals []*model.Goal
		for _, goal := range group.goals {
			goals = appendSubGoals(append(goals, goal), goal.SubGoals)
		}
		list(document.Plain(e.groupTitle(group.role)), document.Swatch{}, goals)
	}
	if goals < 2 {
		return nil
	}
	return append(e.sheetHead(e.programmeTitle(), "", document.Plain(e.standing())),
		document.ContentsList{Entries: entries, PageWord: e.say("page")})
}

// numberedGoal is a goal's title behind its number.
func (e *edition) numberedGoal(g *model.Goal) document.Text {
	return numbered(g.Number, e.goalTitle(g))
}

func (e *edition) goalAnchor(g *model.Goal) string { return e.prefix + "goal-" + string(g.ID) }

// linesOfMeeting are the lines at least for what a meeting agrees on a goal.
const linesOfMeeting = 2

// Measures are drawn each on a row of its own when they are not more than
// mostDrawn and no longer than longestDrawn runes; else the goal alone is drawn.
const (
	mostDrawn    = 5
	longestDrawn = 240
)

// goalPage is one goal, large enough to be read across a table.
func (e *edition) goalPage(g *model.Goal, section *model.Section) []document.Block {
	blocks := []document.Block{e.goalOpening(g, section)}
	bare := *g
	bare.SubGoals = nil
	e.quiet = e.goalsUntranslated(&model.Section{Goals: []model.Goal{bare}}) // the opening has said so
	defer func() { e.quiet = false }()
	blocks = append(blocks, paragraphs(e.text(g.Description), document.Large)...)
	blocks = append(blocks, e.largeMeasures(g))
	blocks = append(blocks, document.Space{Height: 20},
		document.Table{Form: document.Facts, Columns: e.factColumns(44), Rows: e.goalFacts(g)})
	if len(g.Measures) > 0 {
		blocks = append(blocks, e.goalTimes(g, section))
	}
	return append(blocks,
		document.Heading{Level: 2, Text: document.Plain(e.say("notes"))},
		document.Notes{Lines: linesOfMeeting, Fill: true})
}

// goalOpening is the head of a goal: the house of its section, or its own, and
// where it stands.
func (e *edition) goalOpening(g *model.Goal, section *model.Section) document.Opening {
	opening := document.Opening{Title: e.numberedGoal(g), Anchor: e.goalAnchor(g), Subject: string(g.ID)}
	var summary []string
	if len(g.Measures) > 0 { // below, the table says that there are none, or that none are known
		summary = append(summary, e.say("measures", "count", len(g.Measures)))
	}
	if e.untranslated(g.Title) {
		summary = append(summary, e.say("notTranslated"))
	}
	opening.Summary = document.Plain(strings.Join(summary, " · "))
	index := e.sectionOf(section)
	if index < 0 {
		opening.House, opening.Color = e.looseGoalPicture(g)
		opening.Picture = e.say("opening.picture.goal")
		opening.Eyebrow = document.Plain(e.groupTitle(g.Role))
		return opening
	}
	role := section.Role
	if role == "" {
		role = model.House
	}
	opening.House, opening.Color = openingPicture(e.programme, index), colors(e.programme, index).Roof
	opening.Picture = e.say("opening.picture." + pictureName(role))
	opening.Eyebrow = e.sectionTitle(section)
	if role == model.House && section.Number != "" {
		opening.Eyebrow = append(document.Plain(e.say("section."+string(role), "number", section.Number)+" · "), opening.Eyebrow...)
	}
	return opening
}

// looseGoalPicture is the house of the goal without a section that the given one
// is or stands under, and the house's colour.
func (e *edition) looseGoalPicture(g *model.Goal) (document.Drawing, document.Color) {
	index := 0
	for i := range e.programme.Goals {
		for _, below := range appendSubGoals([]*model.Goal{&e.programme.Goals[i]}, e.programme.Goals[i].SubGoals) {
			if below.ID == g.ID {
				index = i
			}
		}
	}
	alone := looseHouse(e.programme, index)
	return housePicture(alone.Section, alone.Colors, 1), alone.Colors.Roof
}

// largeMeasures is the table of what is done towards a goal.
func (e *edition) largeMeasures(g *model.Goal) document.Table {
	table := document.Table{
		Columns:   []document.Column{{Title: e.say("measure"), Width: 96}, {Title: e.say("timetable"), Width: 34}},
		Continued: e.say("continued"),
	}
	own := hasOwnBodies(g)
	if own {
		table.Columns = append(table.Columns, document.Column{Title: e.say("body"), Width: 40})
	}
	dash := false
	for i := range g.Measures {
		m := &g.Measures[i]
		cells := []document.Cell{
			{Heading: true, Entries: []document.Entry{large(e.measureEntry(m))}}, {Entries: []document.Entry{large(e.doneWhen(m))}},
		}
		if own {
			cells = append(cells, document.Cell{Entries: []document.Entry{large(e.ownBodies(g, m))}})
		}
		table.Rows = append(table.Rows, document.Row{Label: m.Number, Cells: cells})
		dash = dash || e.timetableSign(m) == noDateSign
	}
	if len(g.Measures) == 0 {
		table.Rows = []document.Row{{Cells: []document.Cell{
			{Heading: true, Entries: []document.Entry{large(e.absent("measure"))}},
			{Entries: []document.Entry{{{Text: document.Plain(noDateSign), Style: document.LargeMuted}}}},
		}}}
	}
	if dash {
		table.Note = document.Plain(noDateSign + " = " + e.say("noOwnDate"))
	}
	return table
}

// large sets an entry in the large type of an extract.
func large(entry document.Entry) document.Entry {
	styles := map[document.Style]document.Style{
		document.Small: document.Large, document.SmallBold: document.LargeBold, document.SmallMuted: document.LargeMuted,
	}
	set := make(document.Entry, len(entry))
	for i, paragraph := range entry {
		if larger, known := styles[paragraph.Style]; known {
			paragraph.Style = larger
		}
		set[i] = paragraph
	}
	return set
}

// goalFacts are who answers for a goal, by what it is judged, what stands under
// it, and how the programme stands.
func (e *edition) goalFacts(g *model.Goal) []document.Row {
	var rows []document.Row
	fact := func(label string, values ...document.Paragraph) document.Row {
		row := fact(label, values...)
		row.Cells[0].Entries[0][0].Style = document.LargeMuted
		return row
	}
	if !hasOwnBodies(g) || len(g.Bodies) > 0 || !g.BodiesPrinted.Empty() {
		rows = append(rows, fact(e.say("body"), large(e.bodiesEntry(g.Bodies, g.BodiesPrinted))...))
	}
	indicators := e.indicatorEntries(g.Indicators)
	if len(g.Indicators) == 0 && hasOwnIndicators(g) {
		indicators = nil
	}
	for i := range g.Measures {
		if own := g.Measures[i].Indicators; len(own) > 0 {
			indicators = append(indicators, e.indicatorEntries(own)...)
		}
	}
	rows = append(rows, fact(e.say("indicator"), large(flat(indicators))...))
	var below []document.Paragraph
	for i := range g.SubGoals {
		below = append(below, document.Paragraph{Text: e.goalTitle(&g.SubGoals[i]), Style: document.Large})
	}
	if len(below) > 0 {
		rows = append(rows, fact(e.say("goals.subGoal"), below...))
	}
	if told := e.followUpOfGoal(g); told != "" {
		rows = append(rows, fact(e.say("section.followUp"), document.Paragraph{Text: document.Plain(capital(told)), Style: document.Large}))
	}
	return append(rows, fact(e.say("extract.state"), document.Paragraph{Text: e.decided(), Style: document.Large}))
}

// decided says how far the programme has come, on one line.
func (e *edition) decided() document.Text {
	var parts []document.Text
	for i, line := range e.coverDecision() {
		if i == 0 || e.decision != nil {
			parts = append(parts, line.Text)
		}
	}
	return separated(" · ", parts...)
}

// goalTimes draws when a goal is worked at: each measure on a row, or of many
// measures the goal.
func (e *edition) goalTimes(g *model.Goal, section *model.Section) document.Block {
	alone := &model.Section{Role: model.House}
	if section != nil {
		alone.Role = section.Role
	}
	bare := *g
	bare.SubGoals = nil
	long := slices.ContainsFunc(g.Measures, func(m model.Measure) bool { return utf8.RuneCountInString(e.plain(m.Title)) > longestDrawn })
	if long || len(g.Measures) > mostDrawn {
		alone.Goals = []model.Goal{bare}
		return e.drawnTimes(alone, e.houseColors(g, section), e.say("goal"))
	}
	for i := range g.Measures {
		m := &g.Measures[i]
		alone.Goals = append(alone.Goals, model.Goal{ID: m.ID, Title: m.Title, Measures: g.Measures[i : i+1]})
	}
	return e.drawnTimes(alone, e.houseColors(g, section), e.say("measure"))
}

// houseColors are those of a goal's house.
func (e *edition) houseColors(g *model.Goal, section *model.Section) document.HouseColors {
	if index := e.sectionOf(section); index >= 0 {
		return colors(e.programme, index)
	}
	_, roof := e.looseGoalPicture(g)
	for _, pair := range housePalette {
		if pair.Roof == roof {
			return pair
		}
	}
	return graniteColors
}
