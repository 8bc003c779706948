package programme

import (
	"strings"

	"tavoitekartta/model"
	"tavoitekartta/reports/document"
)

// easyReading is the easy-to-read edition: a cover, and each language after it.
// It is made of the texts that were written for it and of nothing else: the
// official text is neither printed nor shortened. What nobody has written is
// said in words, and listed at the end of a draft for the one who writes.
func (c *composition) easyReading() []document.Part {
	parts := []document.Part{{
		Language: string(c.editions[0].language), Blocks: []document.Block{easyCover(c.editions, c.options.Identity)},
	}}
	for i, e := range c.editions {
		parts = append(parts, e.easyPart(i))
	}
	return parts
}

// easyCover is the programme's cover with the name of the edition below its
// title and the texts at its foot in larger type.
func easyCover(editions []*edition, identity Identity) document.Block {
	first := editions[0]
	drawn, is := cover(editions, identity).(document.Cover)
	if !is {
		return nil
	}
	title := 0
	for i, e := range editions {
		if i > 0 && first.programme.Title.In(e.language) == "" {
			continue
		}
		drawn.Titles[title].Subtitle = document.Plain(e.say("plain.name")).Marked(e.languageIn(first))
		title++
	}
	drawn.Columns, drawn.Easy = nil, true
	for i, e := range editions {
		if i > 0 && e.foreign {
			continue
		}
		var lines []document.Paragraph
		for _, line := range e.coverDecision() {
			line.Style, line.Text = easyStyle(line.Style), line.Text.Marked(e.languageIn(first))
			lines = append(lines, line)
		}
		drawn.Columns = append(drawn.Columns, lines)
	}
	return drawn
}

func easyStyle(style document.Style) document.Style {
	switch style {
	case document.BodyBold:
		return document.EasyBold
	case document.BodyMuted:
		return document.EasyMuted
	}
	return document.EasyBody
}

// easyPart is the edition of one language after the cover. The texts of a
// programme that has none in that language stand there in the one that they
// were written in, but not a second time.
func (e *edition) easyPart(index int) document.Part {
	part := document.Part{Language: string(e.language), Head: e.head(), Foot: e.easyFoot()}
	if e.several {
		part.Title = e.say("edition")
	}
	here, elsewhere := e.easyTexts()
	switch {
	case !here && !elsewhere:
		part.Blocks = []document.Block{
			e.easyHeading(1, e.say("plain.about"), "about"), easyNote(e.easyGap("all")),
		}
	case !here && index > 0:
		part.Blocks = []document.Block{
			e.easyHeading(1, e.say("plain.about"), "about"), e.easyNotice("plain.otherLanguage", "plain.otherLanguage.before"),
		}
	default:
		e.quiet = !here
		part.Blocks = append(e.easyBeginning(), e.easySections()...)
		part.Blocks = append(part.Blocks, e.easyLooseGoals()...)
		e.quiet = false
	}
	part.Blocks = append(part.Blocks, e.easyContacts()...)
	part.Blocks = append(part.Blocks, e.easyOmissions()...)
	return part
}

// easyTexts tells whether texts in easy language are written in the edition's
// language, and in another one.
func (e *edition) easyTexts() (here, elsewhere bool) {
	look := func(text model.Text) {
		here = here || text.In(e.language) != ""
		elsewhere = elsewhere || !text.Empty() && text.In(e.language) == ""
	}
	look(e.programme.PlainText)
	for _, plain := range e.programme.PlainTexts() {
		look(plain.Text)
	}
	return here, elsewhere
}

// easyFoot names the edition. It bears no § and no fingerprint: those are the
// official content's, of which this is no part.
func (e *edition) easyFoot() document.Foot {
	facts := e.say("plain.name")
	if !e.settled() {
		facts += " · " + e.say("state."+string(e.state()))
		if !e.today.Zero() {
			facts += " " + e.day(e.today)
		}
	}
	return document.Foot{Facts: facts, PageWord: e.say("page")}
}

func (e *edition) easyHeading(level int, text, anchor string) document.Heading {
	heading := document.Heading{Level: level, Text: document.Plain(text), Easy: true}
	if anchor != "" {
		heading.Anchor = e.prefix + anchor
	}
	return heading
}

// easyBeginning says what the programme is about, and that it is not this text
// that is decided on.
func (e *edition) easyBeginning() []document.Block {
	blocks := []document.Block{e.easyHeading(1, e.say("plain.about"), "about")}
	if e.quiet {
		blocks = append(blocks, e.easyNotice("plain.otherLanguage", "plain.otherLanguage.here"))
	}
	text := e.easyText(e.programme.PlainText)
	if len(text) == 0 {
		text = []document.Block{easyNote(e.easyGap("programme"))}
	}
	blocks = append(blocks, text...)
	return append(blocks, document.Callout{Paragraphs: []document.Paragraph{
		{Text: document.Plain(e.say("plain.official")), Style: document.EasyBody},
	}})
}

// easyHouse is how much larger the house that opens a section is drawn.
const easyHouse = 1.5

// easySections are the sections, each with its house.
func (e *edition) easySections() []document.Block {
	var blocks []document.Block
	for i := range e.programme.Sections {
		section := &e.programme.Sections[i]
		opening := e.opening(section, i)
		opening.Easy, opening.Summary = true, nil
		opening.House = sectionPicture(e.programme, i, easyHouse)
		if isHouse(section) {
			opening.Eyebrow = document.Plain(e.say("plain.part", "number", section.Number))
		}
		if i == 0 {
			opening.Chapter, opening.ChapterAnchor = e.say("plain.parts"), e.prefix+"sections"
		}
		text := e.easyText(section.PlainText)
		if len(text) == 0 {
			text = []document.Block{easyNote(e.easyGap("section"))}
		}
		// Two short parts share a page, and a part begins below the last lines of
		// the one before; the first begins a page.
		blocks = append(blocks, document.PageBreak{Loose: i > 0, Flowing: i > 0}, opening)
		blocks = append(blocks, text...)
		blocks = append(blocks, e.easyGoals(section.Goals, colors(e.programme, i))...)
	}
	return blocks
}

// easyLooseGoals are the goals without a section.
func (e *edition) easyLooseGoals() []document.Block {
	var blocks []document.Block
	for _, group := range e.goalGroups() {
		goals := make([]model.Goal, 0, len(group.goals))
		for _, goal := range group.goals {
			goals = append(goals, *goal)
		}
		blocks = append(blocks, document.PageBreak{},
			e.easyHeading(1, e.groupTitle(group.role), "goals"+string(group.role)))
		blocks = append(blocks, e.easyGoals(goals, graniteColors)...)
	}
	return blocks
}

// easyGoals are the goals that have a text, each with its number, which leads
// to the official programme, and a word on those that have none. Each is a lit
// window of its section's house.
func (e *edition) easyGoals(goals []model.Goal, pair document.HouseColors) []document.Block {
	var blocks []document.Block
	written, unwritten := 0, 0
	var walk func(goals []model.Goal)
	walk = func(goals []model.Goal) {
		for i := range goals {
			goal := &goals[i]
			if text := e.easyText(goal.PlainText); len(text) > 0 {
				written++
				heading := e.easyHeading(2, e.easyGoalName(goal), "")
				heading.Subject, heading.Sign = string(goal.ID), windowSign(pair)
				blocks = append(blocks, document.Keep{Blocks: append([]document.Block{heading}, text...)})
			} else {
				unwritten++
			}
			walk(goal.SubGoals)
		}
	}
	walk(goals)
	switch {
	case unwritten > 0 && written > 0:
		blocks = append(blocks, easyNote(e.say("plain.goals.others", "count", unwritten)))
	case unwritten > 0:
		blocks = append(blocks, easyNote(e.say("plain.goals.without", "count", unwritten)))
	}
	return blocks
}

func (e *edition) easyGoalName(g *model.Goal) string {
	if g.Role != model.OrdinaryGoal {
		return e.say("section."+string(g.Role), "number", g.Number)
	}
	return e.say("plain.goal", "number", g.Number)
}

// easyContacts says whom to ask, by role.
func (e *edition) easyContacts() []document.Block {
	if !e.hasContacts() {
		return nil
	}
	blocks := []document.Block{e.easyHeading(1, e.say("plain.ask"), "contacts")}
	told := false
	add := func(name document.Text, address string) {
		told = told || address == e.programme.Address
		blocks = append(blocks, document.Paragraph{Text: name, Style: document.EasyBold, KeepWithNext: address != ""})
		if address != "" {
			blocks = append(blocks, document.Paragraph{Text: document.Plain(address), Style: document.EasyBody})
		}
	}
	for _, contact := range e.programme.Contacts {
		role := e.text(contact.Role)
		if len(role) == 0 {
			role = document.Plain(e.say("colophon.contact"))
		}
		address := contact.Address
		if address == "" {
			address = e.programme.Address
		}
		add(role, address)
	}
	if e.programme.Address != "" && !told {
		add(document.Plain(e.say("plain.online")), e.programme.Address)
	}
	return []document.Block{document.PageBreak{Loose: true}, document.Keep{Blocks: blocks}}
}

// easyOmissions lists, at the end of a draft, what is not written in the
// edition's language.
func (e *edition) easyOmissions() []document.Block {
	if e.settled() {
		return nil
	}
	var rows []document.Row
	if e.programme.PlainText.In(e.language) == "" {
		rows = append(rows, fact("–", document.Paragraph{Text: document.Plain(e.say("plain.writer.programme"))}))
	}
	for _, plain := range e.programme.PlainTexts() {
		if plain.Text.In(e.language) == "" {
			rows = append(rows, e.easyOmission(plain))
		}
	}
	if len(rows) == 0 {
		return nil
	}
	return []document.Block{
		document.PageBreak{},
		document.Heading{Level: 1, Eyebrow: document.Plain(e.say("plain.writer.draft")), Text: document.Plain(e.say("plain.writer")), Anchor: e.prefix + "writer"},
		document.Paragraph{Text: document.Plain(e.say("plain.writer.lead"))},
		document.Table{Form: document.Facts, Columns: e.factColumns(20), Rows: rows},
	}
}

// easyOmission names a section or a goal by its number and its official title.
func (e *edition) easyOmission(plain model.PlainText) document.Row {
	title, missing := e.text(plain.Title), e.missing("goalTitle")
	if plain.Kind == model.KindSection {
		missing = e.say("missing.sectionTitle")
	}
	if len(title) == 0 {
		title = document.Plain(missing)
	}
	return fact(orElse(plain.Number, "–"), document.Paragraph{Text: title})
}

// easyGap says that a text is not written: in a draft that it is still missing.
func (e *edition) easyGap(what string) string {
	if e.settled() {
		return e.say("plain.none." + what)
	}
	return e.say("plain.missing." + what)
}

func easyNote(sentence string) document.Block {
	return document.Paragraph{Text: document.Plain(sentence), Style: document.EasyMuted}
}

func (e *edition) easyNotice(lead, more string) document.Block {
	return document.Callout{Warning: true, Paragraphs: []document.Paragraph{
		{Text: document.Plain(e.say(lead)), Style: document.EasyBold},
		{Text: document.Plain(e.say(more)), Style: document.EasyBody},
	}}
}

// easyText sets a text in the lines of its writer, who begins each sentence on
// a line of its own: an empty line parts paragraphs, and lines that begin with
// a dash or a dot are a list. A text in another language says so.
func (e *edition) easyText(written model.Text) []document.Block {
	found, language := written.Best(e.language, e.programme.FirstLanguage)
	if strings.TrimSpace(found) == "" {
		return nil
	}
	foreign := ""
	if language != e.language {
		foreign = string(language)
	}
	blocks := easyBlocks(found, foreign)
	if foreign != "" && !e.quiet {
		blocks = append([]document.Block{easyNote(e.say("plain.only." + foreign))}, blocks...)
	}
	return blocks
}

// easyBlocks parts a text into paragraphs and lists, all in one language.
func easyBlocks(written, language string) []document.Block {
	var blocks []document.Block
	var lines []string
	var items []document.Text
	run := func(text string) document.Text { return document.Text{{String: text, Language: language}} }
	end := func() {
		if len(lines) > 0 {
			blocks = append(blocks, document.Paragraph{Text: run(strings.Join(lines, "\n")), Style: document.EasyBody})
		}
		if len(items) > 0 {
			blocks = append(blocks, document.List{Items: items, Style: document.EasyBody})
		}
		lines, items = nil, nil
	}
	for line := range strings.SplitSeq(strings.ReplaceAll(written, "\r\n", "\n"), "\n") {
		line = strings.TrimSpace(line)
		item, isItem := listItem(line)
		switch {
		case line == "":
			end()
		case isItem:
			if len(lines) > 0 {
				end()
			}
			items = append(items, run(item))
		default:
			if len(items) > 0 {
				end()
			}
			lines = append(lines, line)
		}
	}
	end()
	return blocks
}

// listItem is a line without the mark with which its writer made it an item.
func listItem(line string) (item string, is bool) {
	for _, mark := range []string{"- ", "– ", "• ", "* "} {
		if rest, found := strings.CutPrefix(line, mark); found && strings.TrimSpace(rest) != "" {
			return strings.TrimSpace(rest), true
		}
	}
	return "", false
}
