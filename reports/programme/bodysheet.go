package programme

import (
	"slices"

	"tavoitekartta/model"
	"tavoitekartta/reports/document"
)

// bodySheets are sheets of what responsible bodies have to do, each beginning a
// page: of the chosen body, else of every one that answers for something now.
func (c *composition) bodySheets() []document.Part { return c.each((*edition).sheets) }

func (e *edition) sheets() []document.Block {
	bodies := e.programme.AnsweringBodies()
	if e.choice.Body != "" {
		bodies = []*model.Body{e.programme.Body(e.choice.Body)}
	}
	var blocks []document.Block
	for _, body := range bodies {
		blocks = append(blocks, document.PageBreak{Begins: e.bodyName(body.ID) + " · " + e.say("document."+string(e.kind))})
		blocks = append(blocks, e.sheet(body)...)
	}
	if len(bodies) == 0 {
		blocks = append(e.sheetHead(e.programmeTitle(), "", document.Plain(e.standing())),
			document.Paragraph{Text: document.Plain(e.missing("body")), Style: document.BodyMuted})
	}
	return blocks
}

// sheet is one body's sheet.
func (e *edition) sheet(body *model.Body) []document.Block {
	engagements := e.programme.Engagements(body.ID)
	name := e.named(body.ID)
	blocks := e.sheetHead(name, string(body.ID), append(e.programmeTitle(), document.Run{String: " · " + e.standing()}),
		e.predecessors(body), document.Plain(e.followUpOnDay(engagements)))
	if e.sheetUntranslated(engagements) {
		blocks = append(blocks, document.Paragraph{Text: document.Plain(e.say("sheet.notTranslated")), Style: document.BodyMuted, KeepWithNext: true})
		e.quiet = true
		defer func() { e.quiet = false }()
	}
	if len(engagements) == 0 {
		blocks = append(blocks, document.Paragraph{Text: document.Plain(e.say("sheet.none")), Style: document.BodyMuted})
	}
	blocks = append(blocks, e.late(engagements)...)
	for i := 0; i < len(engagements); {
		next := i + 1
		for next < len(engagements) && engagements[next].Section == engagements[i].Section {
			next++
		}
		blocks = append(blocks, e.sheetSection(engagements[i:next])...)
		i = next
	}
	end := e.sheetEnd(e.bodyName(body.ID), engagements)
	if table, is := blocks[len(blocks)-1].(document.Table); is && len(end) > 0 {
		table.KeepWithNext = true // nobody signs below nothing
		blocks[len(blocks)-1] = table
	}
	return append(blocks, end...)
}

// sheetUntranslated tells whether no section of a sheet has its goals in the
// edition's language: said once, and not below the name of each.
func (e *edition) sheetUntranslated(engagements []model.Engagement) bool {
	for _, engagement := range engagements {
		if engagement.Section == nil || !e.goalsUntranslated(engagement.Section) {
			return false
		}
	}
	return len(engagements) > 0
}

// predecessors names the bodies whose duties have come to this one.
func (e *edition) predecessors(body *model.Body) document.Text {
	var names []document.Text
	for _, before := range e.programme.Predecessors(body.ID) {
		names = append(names, e.named(before.ID))
	}
	if len(names) == 0 {
		return nil
	}
	return e.tell("sheet.before", "bodies", listed(names...))
}

// late lists the measures that should have been done.
func (e *edition) late(engagements []model.Engagement) []document.Block {
	box := document.Callout{Warning: true}
	for _, engagement := range engagements {
		for _, m := range engagement.Measures {
			if !e.isLate(m.Measure) {
				continue
			}
			text := e.measureTitle(m.Measure)
			if number := engagement.Goal.Number; number != "" {
				text = append(document.Plain(number+" "), text...)
			}
			box.Paragraphs = append(box.Paragraphs, document.Paragraph{
				Text: append(text, joined(document.Plain(" ("), e.timetableInside(m.Measure), document.Plain(")"))...), Style: document.Small})
		}
	}
	if len(box.Paragraphs) == 0 {
		return nil
	}
	head := document.Paragraph{Text: document.Plain(e.say("sheet.late", "count", len(box.Paragraphs), "day", e.day(e.today))),
		Style: document.Strong, KeepWithNext: true}
	box.Paragraphs = append([]document.Paragraph{head}, box.Paragraphs...)
	return []document.Block{box}
}

func (e *edition) measureTitle(m *model.Measure) document.Text {
	if title := e.text(m.Title); len(title) > 0 {
		return title
	}
	return document.Plain(e.missing("measureText"))
}

// sheetSection is what a body has to do in one section.
func (e *edition) sheetSection(engagements []model.Engagement) []document.Block {
	title := document.Plain(e.say("otherGoals"))
	if section := engagements[0].Section; section != nil {
		title = e.sectionTitle(section)
	} else if len(e.programme.Sections) == 0 {
		title = document.Plain(e.say("goals.alone"))
	}
	table := document.Table{
		Columns:   e.sheetColumns(),
		Continued: e.say("continued"),
	}
	blocks := []document.Block{document.Heading{Level: 2, Text: title}}
	if section := engagements[0].Section; section != nil && !e.quiet && e.goalsUntranslated(section) {
		blocks = append(blocks, document.Paragraph{Text: document.Plain(e.say("notTranslated.section")), Style: document.BodyMuted, KeepWithNext: true})
		e.quiet = true
		defer func() { e.quiet = false }()
	}
	dash := false
	for _, engagement := range engagements {
		table.Rows = append(table.Rows, e.sheetRow(engagement))
		for _, m := range engagement.Measures {
			dash = dash || e.timetableSign(m.Measure) == noDateSign
		}
	}
	if dash {
		table.Note = document.Plain(noDateSign + " = " + e.say("noOwnDate"))
	}
	return append(blocks, table)
}

// sheetColumns are those of the tables of all sheets. The goal's title is short
// words in bold, which should not become a tower; a role is one word, unless it
// says what has been accepted.
func (e *edition) sheetColumns() []document.Column {
	measure, role, indicator := 50.0, 23.0, 29.0
	if e.dutiesTold() {
		measure, role, indicator = 45, 31, 26
	}
	return []document.Column{
		{Title: e.say("goal"), Width: 46, Least: 45}, {Title: e.say("measure"), Width: measure}, {Title: e.say("timetable"), Width: 22},
		{Title: e.say("sheet.role"), Width: role, Least: role}, {Title: e.say("indicator"), Width: indicator},
	}
}

// dutiesTold tells whether more than a role is known of any duty.
func (e *edition) dutiesTold() bool {
	told := func(r model.Responsibility) bool { return e.acceptance(r) != "" || !r.Reservation.Empty() }
	for g := range e.programme.AllGoals() {
		if slices.ContainsFunc(g.Bodies, told) {
			return true
		}
		for i := range g.Measures {
			if slices.ContainsFunc(g.Measures[i].Bodies, told) {
				return true
			}
		}
	}
	return false
}

// sheetRow is one goal with the body's measures. What the body has to do for the
// goal as a whole stands on a line of its own where no measure shows it.
func (e *edition) sheetRow(engagement model.Engagement) document.Row {
	goal := engagement.Goal
	named := *goal
	named.Description = model.Text{} // it would fill a narrow column
	measures, timetables, roles := document.Cell{Paired: true}, document.Cell{Paired: true}, document.Cell{Paired: true}
	indicators := document.Cell{Paired: hasOwnIndicators(goal)}
	told := map[model.EntityID]bool{}
	for _, m := range engagement.Measures {
		measures.Entries = append(measures.Entries, e.measureEntry(m.Measure))
		timetables.Entries = append(timetables.Entries, e.doneWhen(m.Measure))
		roles.Entries = append(roles.Entries, e.roleEntry(m.As, told))
		if indicators.Paired {
			indicators.Entries = append(indicators.Entries, e.ownIndicators(goal, m.Measure))
		}
	}
	if len(engagement.Measures) == 0 {
		whole := document.Entry{{Text: document.Plain(e.say("wholeGoal")), Style: document.SmallMuted}}
		if len(goal.Measures) == 0 {
			whole = e.absent("measure")
		}
		measures.Entries = []document.Entry{whole}
		timetables.Entries = []document.Entry{{{Text: document.Plain(noDateSign), Style: document.SmallMuted}}}
		roles.Entries = []document.Entry{e.roleEntry(engagement.Whole, told)}
		indicators.Paired = false
	}
	if !indicators.Paired {
		indicators.Entries = e.indicatorEntries(goal.Indicators)
	}
	return document.Row{Label: goal.Number, Subject: string(goal.ID), Cells: []document.Cell{
		{Heading: true, Entries: []document.Entry{e.goalEntry(&named)}}, measures, timetables, roles, indicators,
	}}
}

// doneWhen is a measure's timetable and, where it is followed up, how far it has
// come.
func (e *edition) doneWhen(m *model.Measure) document.Entry {
	entry := document.Entry{e.timetableCell(m)}
	if word, color := e.progress(m); word != "" {
		entry = append(entry, document.Paragraph{Text: document.Plain(word), Style: document.SmallMuted, Color: color})
	}
	return entry
}

// roleEntry says in which role the body stands, whether it has accepted, and with
// what reservation: once in a row, of a duty for the whole goal.
func (e *edition) roleEntry(as []model.Responsibility, told map[model.EntityID]bool) document.Entry {
	var entry document.Entry
	for i, r := range as {
		role := e.say("sheet.responsible")
		switch {
		case r.Role == model.Partner:
			role = capital(e.say("partner"))
		case r.Leads:
			role = capital(e.say("leads"))
		}
		entry = append(entry, document.Paragraph{Text: document.Plain(role), Style: document.Small, Apart: i > 0})
		if r.ID != "" && told[r.ID] {
			continue
		}
		told[r.ID] = true
		if accepted := e.acceptance(r); accepted != "" {
			entry = append(entry, document.Paragraph{Text: document.Plain(accepted), Style: document.SmallMuted})
		}
		if reservation := e.text(r.Reservation); len(reservation) > 0 {
			entry = append(entry, document.Paragraph{
				Text: append(document.Plain(e.say("sheet.reservation")+" "), reservation...), Style: document.SmallMuted})
		}
	}
	return entry
}

// acceptance says who has accepted a duty, by role, and when.
func (e *edition) acceptance(r model.Responsibility) string {
	if r.AcceptedBy == "" && r.AcceptedOn.Zero() {
		return ""
	}
	return e.say("sheet.accepted", "when", join(e.day(r.AcceptedOn), r.AcceptedBy))
}

// sheetEnd says how many of the duties are accepted, whom to ask, and leaves
// lines to accept by hand where some are not. Where signature fields are wanted,
// the body's representative has one.
func (e *edition) sheetEnd(body string, engagements []model.Engagement) []document.Block {
	whole, open := e.acceptances(engagements)
	var rows []document.Row
	if whole > 0 {
		words := e.say("sheet.acceptance.all")
		switch {
		case open > 0 && e.recorded():
			words = e.say("notRecorded.acceptance")
		case open == whole:
			words = e.say("sheet.acceptance.none")
		case open > 0:
			words = e.say("sheet.acceptance.some", "count", open, "whole", whole)
		}
		accepted := []document.Paragraph{{Text: document.Plain(words)}}
		if open > 0 && !e.recorded() {
			accepted = append(accepted, document.Paragraph{Text: document.Plain(e.say("sheet.acceptance.sign"))})
		}
		rows = append(rows, fact(e.say("sheet.acceptance"), accepted...))
	}
	rows = append(rows, e.contactRows()...)
	if len(rows) == 0 && !e.choice.SignatureFields {
		return nil
	}
	closing := []document.Block{document.Space{Height: 22}}
	if len(rows) > 0 {
		closing = append(closing, document.Table{Form: document.Facts, Columns: e.factColumns(44), Rows: rows})
	}
	switch {
	case e.choice.SignatureFields:
		representative := document.Signatory{Name: document.Plain(e.say("signing.representative", "body", body))}
		closing = append(closing, e.signing([]document.Signatory{representative}, document.SignatureLine{Words: e.say("intent.line.role")}))
	case open > 0 && !e.recorded():
		closing = append(closing, document.Blanks{Labels: []document.Text{
			document.Plain(e.say("intent.line.place")), document.Plain(e.say("intent.line.signature")), document.Plain(e.say("sheet.line.name")),
		}})
	}
	return []document.Block{document.Keep{Blocks: closing}}
}

// acceptances counts a body's duties, and those of them that are not accepted
// yet. A duty for a whole goal is one, whatever number of measures it holds for.
func (e *edition) acceptances(engagements []model.Engagement) (whole, open int) {
	for _, engagement := range engagements {
		places := slices.Clone(engagement.Whole)
		for _, m := range engagement.Measures {
			places = append(places, m.As...)
		}
		seen := map[model.EntityID]bool{}
		for _, r := range places {
			if r.ID != "" && seen[r.ID] {
				continue
			}
			seen[r.ID] = true
			whole++
			if e.acceptance(r) == "" {
				open++
			}
		}
	}
	return whole, open
}
