package programme

import (
	"fmt"
	"slices"
	"strings"

	"tavoitekartta/model"
	"tavoitekartta/reports/document"
)

// letterOfIntent is what the owners sign together: who they are, what they aim
// at, who answers for what, for how long, and the lines to sign on. A programme
// that is a cooperation agreement is called one.
func (c *composition) letterOfIntent() []document.Part {
	var parts []document.Part
	for i, e := range c.editions {
		part := e.letterPart(c.options.Identity)
		part.Blocks = append(part.Blocks, e.intentOpening())
		if i > 0 && e.foreign {
			part.Blocks = append(part.Blocks, e.notTranslated())
		} else {
			part.Blocks = append(part.Blocks, e.translationNotice()...)
			part.Blocks = append(part.Blocks, e.clauses()...)
		}
		parts = append(parts, part)
	}
	return parts
}

// intentKind is the kind of agreement that the letter is.
func (e *edition) intentKind() model.ProgrammeKind {
	if e.programme.Kind == model.CooperationAgreement {
		return model.CooperationAgreement
	}
	return model.LetterOfIntent
}

// subject is what kind of document it is: an agreement is called what it is.
func (e *edition) subject() string {
	if e.kind == LetterOfIntent {
		return capital(e.say("kind." + string(e.intentKind())))
	}
	return e.say("document." + string(e.kind))
}

func (e *edition) intentOpening() document.Block {
	kind := string(e.intentKind())
	title := e.text(e.programme.Title)
	if len(title) == 0 {
		title = document.Plain(e.say("untitled"))
	}
	return document.Heading{Level: 1, Eyebrow: document.Plain(capital(e.say("kind." + kind))), Text: title,
		Summary: document.Plain(e.say("intent.lead." + kind)), Anchor: e.prefix + "intent"}
}

// clauses are the numbered parts of the letter, and its annexes; a purpose that
// is not written has none.
func (e *edition) clauses() []document.Block {
	number := 0
	clause := func(key string, content []document.Block) []document.Block {
		if len(content) == 0 {
			return nil
		}
		number++
		return append([]document.Block{document.Heading{Level: 2, Anchor: e.prefix + "intent-" + key,
			Text: document.Plain(fmt.Sprintf("%d. %s", number, e.say("intent."+key)))}}, content...)
	}
	blocks := slices.Concat(clause("parties", e.parties()), clause("purpose", e.purpose()))
	if e.aimsApart() {
		blocks = append(blocks, clause("aims", e.aimsInShort())...)
	} else {
		blocks = append(blocks, clause("aims", e.aims())...)
	}
	if e.bodiesApart() {
		blocks = append(blocks, clause("responsibilities", e.responsibilitiesInShort())...)
	} else {
		blocks = append(blocks, clause("responsibilities", e.responsibilities())...)
	}
	// Nobody signs on a page that says nothing.
	signed := slices.Concat(clause("validity", e.validity()), clause("signatures", e.signatures()))
	blocks = append(blocks, document.Keep{Blocks: signed})
	return append(blocks, e.intentAnnexes()...)
}

func (e *edition) parties() []document.Block {
	names := e.partyNames()
	if len(names) == 0 {
		return []document.Block{e.absentParagraph("parties")}
	}
	return []document.Block{document.List{Items: names}}
}

// partyNames are the owners, then the partners in the order of the register.
func (e *edition) partyNames() []document.Text {
	var names []document.Text
	owners := map[string]bool{}
	for _, owner := range e.programme.Owners {
		name := e.partyName(owner)
		owners[name.String()] = true
		names = append(names, name)
	}
	for _, body := range e.programme.DutiesByBody() {
		partner := slices.ContainsFunc(body.Duties, func(d model.Duty) bool { return d.Role == model.Partner })
		if name := e.text(body.Body.Name); partner && len(name) > 0 && !owners[name.String()] {
			names = append(names, name)
		}
	}
	return names
}

func (e *edition) partyName(owner model.Owner) document.Text {
	if name := e.text(owner.Name); len(name) > 0 {
		return name
	}
	return document.Plain(e.missing("bodyName"))
}

// absentParagraph says in words what is missing where a whole clause is.
func (e *edition) absentParagraph(what string) document.Paragraph {
	return document.Paragraph{Text: document.Plain(e.missing(what)), Style: document.BodyMuted, Color: e.absentColor()}
}

// purpose is the chapters that tell it.
func (e *edition) purpose() []document.Block {
	var blocks []document.Block
	for i := range e.programme.Chapters {
		chapter := &e.programme.Chapters[i]
		if chapter.Role != model.PurposeText {
			continue
		}
		blocks = append(blocks, e.prose(chapter.Body)...)
		for n := range chapter.Blocks {
			blocks = append(blocks, e.chapterPart(&chapter.Blocks[n], fmt.Sprintf("intent-purpose-%d-%d", i, n))...)
		}
	}
	return blocks
}

// aims are the goals with their measures in short, section by section.
func (e *edition) aims() []document.Block {
	if !e.hasGoals() {
		return e.aimsUnknown()
	}
	e.quiet = true // the notice above has said it
	defer func() { e.quiet = false }()
	var blocks []document.Block
	for i := range e.programme.Sections {
		section := &e.programme.Sections[i]
		blocks = append(blocks, document.Heading{Level: 3, Text: e.sectionTitle(section)})
		if len(section.Goals) == 0 {
			blocks = append(blocks, e.absentParagraph("goals"))
			continue
		}
		var goals []*model.Goal
		for goal := range section.AllGoals() {
			goals = append(goals, goal)
		}
		blocks = append(blocks, e.aimTable(e.sectionTitle(section).String(), goals))
	}
	for _, group := range e.goalGroups() {
		if group.role != model.OrdinaryGoal {
			blocks = append(blocks, e.namedAims(group.goals)...)
			continue
		}
		blocks = append(blocks, document.Heading{Level: 3, Text: document.Plain(e.groupTitle(group.role))})
		var goals []*model.Goal
		for _, goal := range group.goals {
			goals = appendSubGoals(append(goals, goal), goal.SubGoals)
		}
		blocks = append(blocks, e.aimTable(e.groupTitle(group.role), goals))
	}
	if slices.ContainsFunc(blocks, func(b document.Block) bool { _, table := b.(document.Table); return table }) {
		lead := document.Paragraph{Text: document.Plain(e.say("intent.aims.lead")), Style: document.BodyMuted, KeepWithNext: true}
		blocks = append([]document.Block{lead}, blocks...)
	}
	return blocks
}

// namedAims are main goals, spearheads or sub-goals: in a list where only their
// titles are known, and it is said once what they lack.
func (e *edition) namedAims(goals []*model.Goal) []document.Block {
	if slices.ContainsFunc(goals, func(g *model.Goal) bool { return !bareAim(g) }) {
		var blocks []document.Block
		for _, goal := range goals {
			blocks = append(blocks, e.namedAim(goal)...)
		}
		return blocks
	}
	titles := document.List{}
	for _, goal := range goals {
		titles.Items = append(titles.Items, e.namedTitle(goal))
	}
	return []document.Block{titles, e.absentParagraph("measure")}
}

// bareAim tells whether nothing but a goal's title is known.
func bareAim(g *model.Goal) bool {
	return g.Description.Empty() && len(g.Measures)+len(g.SubGoals) == 0
}

// namedTitle is a goal's title after what it is called: "Main goal 1. …".
func (e *edition) namedTitle(g *model.Goal) document.Text {
	return append(document.Plain(e.say("section."+string(g.Role), "number", g.Number)+". "), e.goalTitle(g)...)
}

// namedAim is a main goal, spearhead or sub-goal: its prose, its measures, and
// the table of the goals below it.
func (e *edition) namedAim(g *model.Goal) []document.Block {
	blocks := []document.Block{document.Heading{Level: 3, Text: e.namedTitle(g)}}
	blocks = append(blocks, paragraphs(e.text(g.Description), document.Body)...)
	list := document.List{}
	for i := range g.Measures {
		text := e.text(g.Measures[i].Title)
		if len(text) == 0 {
			text = document.Plain(e.missing("measureText"))
		}
		if when := e.timetableParagraph(&g.Measures[i]).Text; when.String() != noDateSign {
			text = append(append(text, document.Run{String: ". "}), when...)
		}
		list.Items = append(list.Items, text)
	}
	switch {
	case len(list.Items) > 0:
		blocks = append(blocks, list)
	case bareAim(g):
		blocks = append(blocks, e.absentParagraph("measure"))
	}
	if len(g.SubGoals) == 0 {
		return []document.Block{document.Keep{Blocks: blocks}}
	}
	return append(blocks, e.aimTable(e.say("section."+string(g.Role), "number", g.Number), appendSubGoals(nil, g.SubGoals)))
}

// aimsUnknown names the sections where their goals are not known.
func (e *edition) aimsUnknown() []document.Block {
	if len(e.programme.Sections) == 0 {
		return []document.Block{e.absentParagraph("aims")}
	}
	list := document.List{}
	for i := range e.programme.Sections {
		list.Items = append(list.Items, e.sectionTitle(&e.programme.Sections[i]))
	}
	return []document.Block{list, e.absentParagraph("aims")}
}

// aimTable lists goals with what is done towards each, or where that is not told
// what the goal is about.
func (e *edition) aimTable(caption string, goals []*model.Goal) document.Table {
	table := document.Table{Form: document.Unheaded, Caption: caption, Continued: e.say("continued"), Columns: []document.Column{
		{Title: e.say("goal"), Width: 62}, {Title: e.say("measure"), Width: 84}, {Title: e.say("timetable"), Width: 24},
	}}
	for _, goal := range goals {
		measures, timetables := document.Cell{Paired: true}, document.Cell{Paired: true}
		for i := range goal.Measures {
			title := e.text(goal.Measures[i].Title)
			entry := document.Entry{{Text: title, Style: document.Small}}
			if len(title) == 0 {
				entry = e.absent("measureText")
			}
			measures.Entries = append(measures.Entries, entry)
			timetables.Entries = append(timetables.Entries, document.Entry{e.timetableParagraph(&goal.Measures[i])})
		}
		if len(goal.Measures) == 0 {
			measures.Entries = []document.Entry{e.aimWithoutMeasures(goal)}
			timetables.Entries = []document.Entry{{{Text: document.Plain(noDateSign), Style: document.SmallMuted}}}
		}
		table.Rows = append(table.Rows, document.Row{Label: goal.Number, Subject: string(goal.ID), Cells: []document.Cell{
			{Heading: true, Entries: []document.Entry{e.aimEntry(goal)}}, measures, timetables,
		}})
	}
	return table
}

func (e *edition) aimEntry(g *model.Goal) document.Entry {
	entry := document.Entry{{Text: e.goalTitle(g), Style: document.SmallBold}}
	if g.Number != "" {
		entry = append(document.Entry{{Text: document.Plain(g.Number), Style: document.SmallMuted, KeepWithNext: true}}, entry...)
	}
	if description := e.text(g.Description); len(description) > 0 && len(g.Measures) > 0 {
		entry = append(entry, document.Paragraph{Text: description, Style: document.Small})
	}
	return entry
}

func (e *edition) aimWithoutMeasures(g *model.Goal) document.Entry {
	if description := e.text(g.Description); len(description) > 0 {
		return document.Entry{{Text: description, Style: document.Small}}
	}
	return e.absent("measure")
}

// responsibilities are the bodies with the goals that each answers for.
func (e *edition) responsibilities() []document.Block {
	duties := e.duties()
	if len(duties) == 0 {
		return []document.Block{e.absentParagraph("bodies")}
	}
	var rows []document.Row
	for _, body := range duties {
		rows = append(rows, document.Row{Cells: []document.Cell{
			{Heading: true, Entries: []document.Entry{{{Text: e.named(body.Body.ID), Style: document.SmallBold}}}},
			{Entries: e.dutyEntries(body.Duties)},
		}})
	}
	return []document.Block{document.Table{Form: document.Facts, Columns: e.factColumns(62), Rows: rows}}
}

// dutyEntries are the goals of a body, each once, with its role in each.
func (e *edition) dutyEntries(duties []model.Duty) []document.Entry {
	var entries []document.Entry
	told := map[model.EntityID]bool{}
	for _, duty := range duties {
		if told[duty.Goal.ID] {
			continue
		}
		told[duty.Goal.ID] = true
		text := e.goalTitle(duty.Goal)
		if duty.Goal.Number != "" {
			text = append(document.Plain(duty.Goal.Number+" "), text...)
		}
		if role := e.dutyRole(duty); role != "" {
			text = append(text, document.Run{String: " (" + strings.ToLower(role) + ")"})
		}
		entries = append(entries, document.Entry{{Text: text, Style: document.Small}})
	}
	return entries
}

// validity is the years, what the letter rests on, and who follows it.
func (e *edition) validity() []document.Block {
	p := e.programme
	var rows []document.Row
	add := func(key string, text document.Text, owed bool) {
		switch {
		case len(text) > 0:
			rows = append(rows, fact(e.say(key), document.Paragraph{Text: text}))
		case owed:
			rows = append(rows, fact(e.say(key), e.absentParagraph("fact")))
		}
	}
	add("fact.years", document.Plain(e.span()), true)
	add("fact.legalBasis", e.legalBasis(), true)
	add("fact.parentProgramme", e.text(p.ParentProgramme), false)
	add("fact.strategy", e.text(p.Strategy), false)
	add("agenda.replaces", e.text(p.Predecessor), false)
	add("fact.steeringGroup", e.text(p.SteeringGroup), false)
	add("fact.followUpBody", e.text(p.FollowUpBody), false)
	return []document.Block{document.Table{Form: document.Facts, Columns: e.factColumns(44), Rows: rows}}
}

// signatures are the lines of each party; one that is not named yet has its own.
func (e *edition) signatures() []document.Block {
	var parties []document.Signatory
	for _, name := range e.partyNames() {
		parties = append(parties, document.Signatory{Name: name})
	}
	if len(parties) == 0 {
		parties = []document.Signatory{{Name: document.Plain(e.say("intent.party"))}}
	}
	return []document.Block{e.signing(parties, document.SignatureLine{Words: e.say("intent.line.role")})}
}
