package programme

import (
	"fmt"
	"slices"
	"unicode/utf8"

	"tavoitekartta/model"
	"tavoitekartta/reports/document"
)

// The room below the contents list, in points: for the short texts at the foot
// of the page, and for the notice on translations.
const (
	roomForColophon = 70
	roomForNotice   = 75
	colophonLine    = 30 // characters that a line of the foot's columns holds
	colophonLeading = 11
)

// contents is the page with the contents list and, at its foot, how to read
// the document and whom to ask.
func (e *edition) contents() []document.Block {
	var entries []document.ContentsEntry
	chapter := func(title document.Text, anchor string) {
		entries = append(entries, document.ContentsEntry{Text: title, Anchor: e.prefix + anchor})
	}
	for i := range e.programme.Chapters {
		chapter(e.chapterTitle(&e.programme.Chapters[i]), fmt.Sprintf("chapter-%d", i))
	}
	if len(e.facts()) > 0 {
		chapter(document.Plain(e.say("facts")), "facts")
	}
	if len(e.programme.Sections) > 0 || len(e.programme.Goals) > 0 {
		chapter(document.Plain(e.say("map")), "map")
	}
	if len(e.programme.Sections) > 0 {
		chapter(document.Plain(e.say("sections")), "sections")
	}
	for i := range e.programme.Sections {
		section := &e.programme.Sections[i]
		entries = append(entries, document.ContentsEntry{
			Text: e.sectionTitle(section), Anchor: e.sectionAnchor(i), Inner: true,
			Note: e.goalNote(section), Swatch: swatch(e.programme, i),
		})
	}
	for _, group := range e.goalGroups() {
		chapter(document.Plain(e.groupTitle(group.role)), "goals"+string(group.role))
	}
	if e.hasGoals() {
		chapter(document.Plain(e.say("roadmap")), "roadmap")
	}
	if len(e.duties()) > 0 {
		chapter(document.Plain(e.say("bodies")), "bodies")
	}
	if e.hasContacts() {
		chapter(document.Plain(e.say("contacts")), "contacts")
	}
	if len(e.programme.Decisions) > 0 || e.decision != nil {
		chapter(document.Plain(e.say("decision")), "decision")
	}
	heading := document.Heading{Level: 1, Text: document.Plain(e.say("contents"))}
	if e.several {
		heading.Eyebrow = document.Plain(e.say("edition"))
	}
	blocks := []document.Block{heading}
	notice := e.translationNotice()
	if len(entries) == 0 {
		blocks = append(blocks, document.Paragraph{Text: document.Plain(e.say("missing.content"))})
		return blocks
	}
	columns := e.colophon()
	below := roomForColophon + longestLine(columns)/colophonLine*colophonLeading
	if len(notice) > 0 {
		below += roomForNotice
	}
	blocks = append(blocks, document.ContentsList{Entries: entries, PageWord: e.say("page"), Below: float64(below)})
	blocks = append(blocks, notice...)
	if len(columns) > 0 {
		blocks = append(blocks, document.Columns{Columns: columns, AtBottom: true})
	}
	return blocks
}

// longestLine counts the characters of the longest paragraph of the columns.
func longestLine(columns [][]document.Paragraph) int {
	longest := 0
	for _, column := range columns {
		for _, p := range column {
			longest = max(longest, utf8.RuneCountInString(p.Text.String()))
		}
	}
	return longest
}

func (e *edition) hasGoals() bool {
	for range e.programme.AllGoals() {
		return true
	}
	return false
}

// translationNotice says how much is not written in the edition's language.
func (e *edition) translationNotice() []document.Block {
	share := e.textShare()
	if share.Part == share.Whole {
		return nil
	}
	callout := document.Callout{Warning: true}
	if e.foreign {
		callout.Paragraphs = []document.Paragraph{
			{Text: document.Plain(e.say("notTranslated.all")), Style: document.Strong},
			{Text: document.Plain(e.say("notTranslated.all.more"))},
		}
		return []document.Block{callout}
	}
	callout.Paragraphs = []document.Paragraph{
		{Text: document.Plain(e.say("notTranslated.some", "count", share.Whole-share.Part, "whole", share.Whole)), Style: document.Strong},
		{Text: document.Plain(e.say("notTranslated.some.more"))},
	}
	return []document.Block{callout}
}

// colophon are the short texts at the foot of the contents page.
func (e *edition) colophon() [][]document.Paragraph {
	column := func(title string, lines ...document.Text) []document.Paragraph {
		paragraphs := []document.Paragraph{{Text: document.Plain(title), Style: document.SmallBold}}
		for _, line := range lines {
			if len(line) > 0 {
				paragraphs = append(paragraphs, document.Paragraph{Text: line, Style: document.Small})
			}
		}
		return paragraphs
	}
	columns := [][]document.Paragraph{column(e.say("colophon.reading"), document.Plain(e.say(e.mapLead("colophon.reading.text"))))}
	published := ""
	if !e.programme.Published.Zero() {
		published = e.say("colophon.published", "day", e.day(e.programme.Published))
	}
	var languages []string
	for _, language := range e.programme.Languages {
		languages = append(languages, e.say("inLanguage."+string(language)))
	}
	if len(languages) > 0 {
		columns = append(columns, column(e.say("colophon.publication"), document.Plain(published),
			document.Plain(e.say("colophon.languages", "languages", e.row(languages)))))
	}
	if len(e.programme.Contacts) > 0 || e.programme.Address != "" {
		var role document.Text
		if len(e.programme.Contacts) > 0 {
			role = e.text(e.programme.Contacts[0].Role)
		}
		columns = append(columns, column(e.say("colophon.contact"), role, document.Plain(e.programme.Address)))
	}
	return columns
}

// factColumns are a label of the given width in millimetres, and its value.
func (e *edition) factColumns(label float64) []document.Column {
	return []document.Column{{Title: e.say("fact"), Width: label}, {Title: e.say("value"), Width: 170 - label}}
}

// fact is a row of label and value.
func fact(label string, values ...document.Paragraph) document.Row {
	return document.Row{Cells: []document.Cell{
		{Heading: true, Entries: []document.Entry{{{Text: document.Plain(label), Style: document.BodyMuted}}}},
		{Entries: []document.Entry{values}},
	}}
}

// facts are what the programme says of itself.
func (e *edition) facts() []document.Row {
	p := e.programme
	var rows []document.Row
	add := func(key string, text document.Text) {
		if len(text) > 0 {
			rows = append(rows, fact(e.say(key), document.Paragraph{Text: text}))
		}
	}
	add("fact.owner", e.ownerNames())
	add("fact.years", document.Plain(e.span()))
	if p.Kind != "" {
		add("fact.kind", document.Plain(capital(e.say("kind."+string(p.Kind)))))
	}
	add("fact.preparedBy", e.text(p.PreparedBy))
	add("fact.coordinatedWith", e.text(p.CoordinatedWith))
	add("fact.steeringGroup", e.text(p.SteeringGroup))
	add("fact.followUpBody", e.text(p.FollowUpBody))
	add("fact.legalBasis", e.legalBasis())
	add("fact.strategy", e.text(p.Strategy))
	add("fact.parentProgramme", e.text(p.ParentProgramme))
	add("fact.predecessor", e.text(p.Predecessor))
	add("fact.reimbursement", e.text(p.Reimbursement))
	add("fact.keywords", e.text(p.Keywords))
	return rows
}

// legalBasis is its wording, else the number of the act.
func (e *edition) legalBasis() document.Text {
	if wording := e.text(e.programme.LegalBasisText); len(wording) > 0 || e.programme.LegalBasis == "" {
		return wording
	}
	return document.Plain(e.say("fact.act", "number", e.programme.LegalBasis))
}

func (e *edition) sectionTitle(s *model.Section) document.Text {
	if title := e.text(s.Title); len(title) > 0 {
		return title
	}
	return document.Plain(e.say("missing.sectionTitle"))
}

func (e *edition) sectionAnchor(index int) string { return e.prefix + fmt.Sprintf("section-%d", index) }

// structuralMap is the page with the houses on their foundation.
func (e *edition) structuralMap() []document.Block {
	p := e.programme
	if len(p.Sections) == 0 && len(p.Goals) == 0 {
		return nil
	}
	picture := document.Map{Picture: e.mapWords()}
	for i := range p.Sections {
		section := &p.Sections[i]
		switch section.Role {
		case model.Foundation:
			picture.Foundation = append(picture.Foundation, e.sectionTitle(section))
		case model.FollowUp:
			picture.FollowUp = append(picture.FollowUp, e.sectionTitle(section))
		default:
			drawn := house(section)
			count := ""
			if !drawn.Outline {
				count = e.say("goals", "count", len(drawn.Written))
			}
			picture.Houses = append(picture.Houses, document.MapHouse{
				CoverHouse: document.CoverHouse{Section: drawn, Colors: colors(p, i)},
				Name:       e.sectionTitle(section), Count: count, Anchor: e.sectionAnchor(i),
			})
		}
	}
	picture.Houses = append(picture.Houses, e.goalHouses()...)
	return []document.Block{
		document.PageBreak{},
		document.Heading{Level: 1, Text: document.Plain(e.say("map")), Anchor: e.prefix + "map",
			Summary: document.Plain(e.say(e.mapLead("map.lead")))},
		picture,
	}
}

// mapLead is the key of what the map's parts stand for: a house is a section, or
// a goal where there are no sections; windows and the foundation are named where
// they are drawn. The key sections names all of them.
func (e *edition) mapLead(sections string) string {
	p := e.programme
	if len(p.Sections) == 0 && len(p.Goals) > 0 {
		return "map.leadGoals"
	}
	if !slices.ContainsFunc(p.Sections, func(s model.Section) bool { return len(s.Goals) > 0 }) {
		return "map.leadOutlines"
	}
	if !slices.ContainsFunc(p.Sections, func(s model.Section) bool { return s.Role == model.Foundation }) {
		return "map.leadHouses"
	}
	return sections
}

// mapWords says what the map shows.
func (e *edition) mapWords() string {
	var named, ground, follow []string
	for i := range e.programme.Sections {
		section := &e.programme.Sections[i]
		title := e.sectionTitle(section).String()
		switch section.Role {
		case model.Foundation:
			ground = append(ground, title)
		case model.FollowUp:
			follow = append(follow, title)
		default:
			named = append(named, title)
		}
	}
	for i := range e.programme.Goals {
		named = append(named, e.goalTitle(&e.programme.Goals[i]).String())
	}
	words := e.say("map.picture", "houses", join(named...))
	if len(ground) > 0 {
		words += " " + e.say("map.picture.foundation", "foundation", join(ground...))
	}
	if len(follow) > 0 {
		words += " " + e.say("map.picture.followUp", "followUp", join(follow...))
	}
	return words
}
