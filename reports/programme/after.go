package programme

import (
	"fmt"
	"maps"
	"slices"

	"tavoitekartta/model"
	"tavoitekartta/reports/document"
)

func sortedYears(targets map[int]model.Number) []int { return slices.Sorted(maps.Keys(targets)) }

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
		legend.Items = append(legend.Items, document.StopItem{Text: e.sectionTitle(section), Swatch: swatch(e.programme, i)})
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
	return []document.Block{
		document.PageBreak{},
		document.Heading{Level: 1, Text: document.Plain(e.say("roadmap")), Anchor: e.prefix + "roadmap",
			Summary: document.Plain(e.say("roadmap.lead"))},
		legend, road,
	}
}

// duties are the bodies that have any, in the order of the register.
func (e *edition) duties() []model.BodyDuties {
	return slices.DeleteFunc(e.programme.DutiesByBody(), func(b model.BodyDuties) bool { return len(b.Duties) == 0 })
}

// bodies is each responsible body's own table.
func (e *edition) bodies() []document.Block {
	duties := e.duties()
	if len(duties) == 0 {
		return nil
	}
	e.quiet = true
	defer func() { e.quiet = false }()
	blocks := []document.Block{
		document.PageBreak{},
		document.Heading{Level: 1, Text: document.Plain(e.say("bodies")), Anchor: e.prefix + "bodies",
			Summary: document.Plain(e.say("bodies.lead"))},
	}
	for _, body := range duties {
		blocks = append(blocks, document.Heading{Level: 3, Text: document.Plain(e.bodyName(body.Body.ID))})
		blocks = append(blocks, e.dutyTable(body))
	}
	return blocks
}

// dutyTable lists a body's goals with the measures that it answers for.
func (e *edition) dutyTable(body model.BodyDuties) document.Table {
	table := document.Table{
		Columns: []document.Column{
			{Title: e.say("goal"), Width: 62}, {Title: e.say("measure"), Width: 84}, {Title: e.say("timetable"), Width: 24},
		},
		Form: document.Unheaded, Caption: e.bodyName(body.Body.ID), Continued: e.say("continued"),
	}
	for _, duty := range body.Duties {
		measures := document.Cell{Paired: true}
		timetables := document.Cell{Paired: true}
		add := func(m *model.Measure) {
			measures.Entries = append(measures.Entries, e.measureEntry(m))
			timetables.Entries = append(timetables.Entries, document.Entry{e.timetableParagraph(m)})
		}
		switch {
		case duty.Measure != nil:
			add(duty.Measure)
		case len(duty.Goal.Measures) == 0:
			measures.Entries = []document.Entry{e.absent("measure")}
			timetables.Entries = []document.Entry{{{Text: document.Plain(noDateSign), Style: document.SmallMuted}}}
		default:
			for i := range duty.Goal.Measures {
				add(&duty.Goal.Measures[i])
			}
		}
		goal := document.Entry{
			{Text: document.Plain(duty.Goal.Number), Style: document.SmallMuted, KeepWithNext: true},
			{Text: e.goalTitle(duty.Goal), Style: document.SmallBold},
		}
		if role := e.dutyRole(duty); role != "" {
			goal = append(goal, document.Paragraph{Text: document.Plain(role), Style: document.SmallMuted})
		}
		table.Rows = append(table.Rows, document.Row{Label: duty.Goal.Number, Cells: []document.Cell{
			{Heading: true, Entries: []document.Entry{goal}}, measures, timetables,
		}})
	}
	return table
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
	return []document.Block{document.Keep{Blocks: []document.Block{
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
		role := orElse(e.plain(contact.Role), e.say("colophon.contact"))
		rows = append(rows, fact(role, values...))
	}
	given := slices.ContainsFunc(e.programme.Contacts, func(c model.Contact) bool { return c.Address == e.programme.Address })
	if e.programme.Address != "" && !given {
		rows = append(rows, fact(e.say("fact.address"), document.Paragraph{Text: document.Plain(e.programme.Address)}))
	}
	return rows
}
