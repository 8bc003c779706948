package programme

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"tavoitekartta/model"
	"tavoitekartta/reports/document"
)

func sortedYears(targets map[int]model.Number) []int { return slices.Sorted(maps.Keys(targets)) }

// numbered is a title after its number, which tells goals of one section from
// those of another also where colours cannot be seen.
func numbered(number string, title document.Text) document.Text {
	if number == "" {
		return title
	}
	return append(document.Plain(number+" "), title...)
}

// roadmap lays the goals on the years of their last dated measures.
func (e *edition) roadmap() []document.Block {
	if !e.hasGoals() {
		return nil
	}
	sections := map[model.EntityID]int{}
	var legend document.Legend
	for i := range e.programme.Sections {
		section := &e.programme.Sections[i]
		sections[section.ID] = i
		legend.Items = append(legend.Items, document.StopItem{Text: numbered(section.Number, e.sectionTitle(section)), Swatch: swatch(e.programme, i)})
	}
	items := func(goals []model.RoadmapGoal) []document.StopItem {
		var list []document.StopItem
		for _, goal := range goals {
			item := document.StopItem{Text: e.text(goal.Title)}
			if len(item.Text) == 0 {
				item.Text = document.Plain(e.missing("goalTitle"))
			}
			if index, found := sections[goal.Section]; found {
				item.Swatch = swatch(e.programme, index)
				if known, _ := e.programme.Goal(goal.Goal); known != nil {
					item.Text = numbered(known.Number, item.Text)
				}
			}
			list = append(list, item)
		}
		return list
	}
	derived := e.programme.Roadmap()
	var road document.Roadmap
	for _, year := range derived.Years {
		road.Stops = append(road.Stops, document.Stop{Label: fmt.Sprint(year), Items: items(derived.ByYear[year])})
	}
	if len(derived.Ongoing) > 0 {
		road.Stops = append(road.Stops, document.Stop{Label: e.say("ongoing"), Items: items(derived.Ongoing)})
	}
	if len(derived.Undated) > 0 {
		label := e.say("noOwnDate")
		if (!e.settled() || e.recorded()) && e.programme.AnyUnscheduled(derived.Undated) {
			label = e.missing("timetable")
		}
		road.Stops = append(road.Stops, document.Stop{Label: label, Items: items(derived.Undated)})
	}
	road.Alternative = e.roadInWords(derived.Years, road.Stops)
	return []document.Block{
		document.PageBreak{Loose: true},
		document.Heading{Level: 1, Text: document.Plain(e.say("roadmap")), Anchor: e.prefix + "roadmap",
			Summary: document.Plain(e.say("roadmap.lead"))},
		legend, road,
	}
}

// roadInWords says from when to when the road leads, and how many goals stand at
// each of its signs.
func (e *edition) roadInWords(years []int, stops []document.Stop) string {
	var signs []string
	for _, stop := range stops {
		signs = append(signs, stop.Label+" – "+e.say("goals", "count", len(stop.Items)))
	}
	at := strings.Join(signs, ", ")
	if len(years) == 0 {
		return e.say("roadmap.pictureUndated", "stops", at)
	}
	span := fmt.Sprint(years[0])
	if last := years[len(years)-1]; last != years[0] {
		span = fmt.Sprintf("%d–%d", years[0], last)
	}
	return e.say("roadmap.picture", "years", span, "stops", at)
}

// duties are the bodies that have any, in the order of the register.
func (e *edition) duties() []model.BodyDuties {
	return slices.DeleteFunc(e.programme.DutiesByBody(), func(b model.BodyDuties) bool { return len(b.Duties) == 0 })
}

// bodies is the table of what each responsible body has to do.
func (e *edition) bodies() []document.Block {
	duties := e.duties()
	if len(duties) == 0 {
		return nil
	}
	e.quiet = true
	defer func() { e.quiet = false }()
	table := document.Table{
		Columns: []document.Column{
			{Title: e.say("body"), Width: 40}, {Title: e.say("goal"), Width: 50}, {Title: e.say("measure"), Width: 60}, {Title: e.say("timetable"), Width: 20},
		},
		Form: document.Grouped, Continued: "(" + e.say("continued") + ")",
	}
	dash := false
	for _, body := range duties {
		table.Rows = append(table.Rows, e.dutyRow(body))
		for _, duty := range body.Duties {
			for _, m := range dutyMeasures(duty) {
				dash = dash || e.timetableSign(&m) == noDateSign
			}
		}
	}
	if dash {
		table.Note = document.Plain(noDateSign + " = " + e.say("noOwnDate"))
	}
	return []document.Block{
		document.PageBreak{Loose: true},
		document.Heading{Level: 1, Text: document.Plain(e.say("bodies")), Anchor: e.prefix + "bodies",
			Summary: document.Plain(e.say("bodies.lead"))},
		table,
	}
}

// dutyMeasures are the measures of a duty: one, or all of its goal's.
func dutyMeasures(duty model.Duty) []model.Measure {
	if duty.Measure != nil {
		return []model.Measure{*duty.Measure}
	}
	return duty.Goal.Measures
}

// dutyRow lists a body's goals, each beside the measures that the body answers for.
func (e *edition) dutyRow(body model.BodyDuties) document.Row {
	name := e.named(body.Body.ID)
	goals := document.Cell{Paired: true, Reaching: true, Heading: true}
	measures, timetables := document.Cell{Paired: true}, document.Cell{Paired: true}
	add := func(goal, measure, timetable document.Entry) {
		goals.Entries = append(goals.Entries, goal)
		measures.Entries = append(measures.Entries, measure)
		timetables.Entries = append(timetables.Entries, timetable)
	}
	for _, duty := range body.Duties {
		goal := e.dutyGoal(duty)
		list := dutyMeasures(duty)
		for i := range list {
			add(goal, e.measureEntry(&list[i]), document.Entry{e.timetableCell(&list[i])})
			goal = nil
		}
		if len(list) == 0 {
			add(goal, e.absent("measure"), document.Entry{{Text: document.Plain(noDateSign), Style: document.SmallMuted}})
		}
	}
	return document.Row{Label: name.String(), Cells: []document.Cell{
		{Heading: true, Entries: []document.Entry{{{Text: name, Style: document.SmallBold}}}}, goals, measures, timetables,
	}}
}

// dutyGoal is the number and title of a body's goal, and the body's part in it.
func (e *edition) dutyGoal(duty model.Duty) document.Entry {
	goal := document.Entry{{Text: e.numberedGoal(duty.Goal), Style: document.Small}}
	if role := e.dutyRole(duty); role != "" {
		goal = append(goal, document.Paragraph{Text: document.Plain(role), Style: document.SmallMuted})
	}
	return goal
}

func (e *edition) dutyRole(d model.Duty) string {
	switch {
	case d.Role == model.Partner:
		return capital(e.say("partner"))
	case d.Leads:
		return capital(e.say("leads"))
	}
	return ""
}

func (e *edition) hasContacts() bool {
	return len(e.programme.Contacts) > 0 || e.programme.Address != ""
}

// contacts says whom to ask, by role.
func (e *edition) contacts() []document.Block {
	if !e.hasContacts() {
		return nil
	}
	return []document.Block{document.PageBreak{Loose: true}, document.Keep{Blocks: []document.Block{
		document.Heading{Level: 1, Text: document.Plain(e.say("contacts")), Anchor: e.prefix + "contacts"},
		document.Table{Form: document.Facts, Columns: e.factColumns(62), Rows: e.contactRows()},
	}}}
}

// contactRows are the contacts and the programme's address.
func (e *edition) contactRows() []document.Row {
	var rows []document.Row
	for _, contact := range e.programme.Contacts {
		values := []document.Paragraph{}
		if name := e.names(contact.Person); contact.Person != "" && name != "" {
			values = append(values, document.Paragraph{Text: document.Plain(name)})
		}
		if contact.Address != "" {
			values = append(values, document.Paragraph{Text: document.Plain(contact.Address)})
		}
		if len(values) == 0 && e.programme.Address != "" {
			values = append(values, document.Paragraph{Text: document.Plain(e.programme.Address)})
		}
		if len(values) == 0 {
			values = append(values, document.Paragraph{Text: document.Plain(e.missing("address")), Style: document.BodyMuted})
		}
		row := fact(e.say("colophon.contact"), values...)
		if role := e.text(contact.Role); len(role) > 0 {
			row.Cells[0].Entries[0][0].Text = role
		}
		rows = append(rows, row)
	}
	given := slices.ContainsFunc(e.programme.Contacts, func(c model.Contact) bool { return c.Address == e.programme.Address })
	if e.programme.Address != "" && !given {
		rows = append(rows, fact(e.say("fact.address"), document.Paragraph{Text: document.Plain(e.programme.Address)}))
	}
	return rows
}
