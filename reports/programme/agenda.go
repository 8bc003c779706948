package programme

import (
	"fmt"
	"slices"
	"strings"

	"tavoitekartta/model"
	"tavoitekartta/reports/document"
)

// agenda is the item of a meeting's agenda: what is proposed and why, with the
// proposal and the annexes. In a joint programme each council has its own.
func (c *composition) agenda() []document.Part {
	var parts []document.Part
	for i, e := range c.editions {
		decisions := e.agendaDecisions()
		for n, d := range decisions {
			part := e.letterPart(c.options.Identity)
			if len(decisions) > 1 {
				part.Title = join(part.Title, e.meeting(d))
			}
			anchor := fmt.Sprintf("%sagenda-%d", e.prefix, n)
			part.Blocks = append(part.Blocks, e.agendaOpening(d, anchor))
			if i > 0 && e.foreign && !e.tellsOf(d) {
				part.Blocks = append(part.Blocks, e.notTranslated())
			} else {
				part.Blocks = append(part.Blocks, e.agendaItem(d)...)
			}
			parts = append(parts, part)
		}
	}
	return parts
}

// letterPart is an edition without a cover: it opens with the municipality's band.
func (e *edition) letterPart(identity Identity) document.Part {
	part := document.Part{Language: string(e.language), Head: e.head(), Foot: e.foot()}
	if e.several {
		part.Title = e.say("edition")
	}
	front := document.Cover{Owners: document.Plain(e.owners())}
	if other := otherOwners(e); other != "" {
		front.OwnersOther = document.In(string(otherLanguage(e)), other)
	}
	identity.show(&front, e)
	part.Blocks = []document.Block{document.Letterhead{
		Owners: front.Owners, OwnersOther: front.OwnersOther, Color: front.Color, Crest: front.Crest,
	}}
	return part
}

// agendaDecisions are those that are or will be made on the programme: the final
// ones, else the last of an organ before, else one of which nothing is known.
func (e *edition) agendaDecisions() []*model.Decision {
	if final := e.finalDecisions(); len(final) > 0 {
		return final
	}
	if before := e.programme.Decisions; len(before) > 0 {
		return []*model.Decision{&before[len(before)-1]}
	}
	return []*model.Decision{{}}
}

// tellsOf tells whether some text of the matter is written in the edition's language.
func (e *edition) tellsOf(d *model.Decision) bool {
	return slices.ContainsFunc([]model.Text{d.Rationale, d.Effects, d.Costs, d.Proposal, d.Annexes},
		func(text model.Text) bool { return text.In(e.language) != "" })
}

// agendaOpening names the programme and says what is asked of the organ.
func (e *edition) agendaOpening(d *model.Decision, anchor string) document.Block {
	title := e.text(e.programme.Title)
	if len(title) == 0 {
		title = document.Plain(e.say("untitled"))
	}
	lead := e.say("agenda.lead")
	switch {
	case e.settled() && d.MeetingDate.Zero():
		lead = e.say("agenda.lead.recorded")
	case e.settled():
		lead = e.say("agenda.lead.decided", "day", e.day(d.MeetingDate))
	}
	return document.Heading{Level: 1, Eyebrow: document.Plain(e.say("document." + string(Agenda))),
		Text: title, Summary: document.Plain(lead), Anchor: anchor}
}

// agendaItem is all below the title.
func (e *edition) agendaItem(d *model.Decision) []document.Block {
	blocks := append(e.inFigures(), document.Table{Form: document.Facts, Columns: e.factColumns(44), Rows: e.agendaFacts(d)})
	if e.foreign {
		blocks = append(blocks, e.translationNotice()...)
	}
	var unknown []string
	passage := func(key string, text model.Text) {
		heading := document.Heading{Level: 3, Text: document.Plain(e.say("agenda." + key))}
		if !text.Empty() {
			blocks = append(blocks, heading)
			blocks = append(blocks, e.prose(text)...)
			return
		}
		if e.settled() {
			unknown = append(unknown, strings.ToLower(e.say("agenda."+key)))
			return
		}
		blocks = append(blocks, heading, document.Paragraph{Text: document.Plain(e.say("missing.text")), Color: warningColor})
	}
	passage("rationale", d.Rationale)
	passage("effects", d.Effects)
	passage("costs", d.Costs)
	if d.Proposal.Empty() {
		passage("proposal", d.Proposal)
	} else {
		blocks = append(blocks, e.proposal(d.Proposal))
	}
	if d.Annexes.Empty() {
		passage("annexes", d.Annexes)
	} else {
		blocks = append(blocks, e.annexes(d.Annexes)...)
	}
	if len(unknown) > 0 {
		blocks = append(blocks, document.Paragraph{
			Text: document.Plain(e.say("agenda.unknown", "what", join(unknown...))), Style: document.BodyMuted})
	}
	return blocks
}

// agendaFacts are the facts of the matter, then those of the programme that a
// council asks for.
func (e *edition) agendaFacts(d *model.Decision) []document.Row {
	p := e.programme
	var rows []document.Row
	known := func(key string, text document.Text) {
		if len(text) > 0 {
			rows = append(rows, fact(e.say(key), document.Paragraph{Text: text}))
		}
	}
	owed := func(key string, text document.Text) {
		paragraph := document.Paragraph{Text: text}
		if len(text) == 0 {
			paragraph = document.Paragraph{Text: document.Plain(e.missing("fact")), Style: document.BodyMuted, Color: e.absentColor()}
		}
		rows = append(rows, fact(e.say(key), paragraph))
	}
	owed("decision.organ", document.Plain(capital(e.organ(d))))
	meeting := e.day(d.MeetingDate)
	if d.Paragraph != "" {
		meeting = join(meeting, "§ "+d.Paragraph)
	}
	owed("decision.meeting", document.Plain(meeting))
	owed("decision.registerNumber", document.Plain(d.RegisterNumber))
	preparer := d.Preparer
	if preparer.Empty() {
		preparer = p.PreparedBy
	}
	owed("decision.preparer", e.text(preparer))
	if d.Organ != model.Council || !d.Presenter.Empty() {
		// In a council the proposal is the board's (domain.md, "Decision chain").
		owed("decision.presenter", e.text(d.Presenter))
	}
	if row := e.handling(d); len(row.Cells) > 0 {
		rows = append(rows, row)
	}
	known("fact.legalBasis", e.legalBasis())
	known("agenda.replaces", e.text(p.Predecessor))
	known("fact.reimbursement", e.text(p.Reimbursement))
	known("figure.texts", document.Plain(capital(e.languageShares())))
	return rows
}

// inFigures is the programme in numbers: its years and its parts. What a record
// of the past does not know is not counted.
func (e *edition) inFigures() []document.Block {
	counts := e.programme.Counts()
	var columns [][]document.Paragraph
	figure := func(number, words string) {
		columns = append(columns, []document.Paragraph{
			{Text: document.Plain(number), Style: document.Title2}, {Text: document.Plain(words), Style: document.Small},
		})
	}
	count := func(key string, n int) {
		if n > 0 || !e.settled() {
			number, words, _ := strings.Cut(e.say(key, "count", n), " ")
			figure(number, words)
		}
	}
	if span := e.span(); span != "" {
		figure(span, e.say("figure.years"))
	}
	if len(e.programme.Sections) > 0 || len(e.programme.Goals) == 0 {
		count("figure.sections", counts.Sections)
	}
	count("goals", counts.Goals)
	count("measures", counts.Measures)
	if len(columns) == 0 {
		return nil
	}
	return []document.Block{document.Columns{Columns: columns}}
}

// languageShares tells of each of the programme's languages how much is written
// in it; of a programme in one language there is nothing to tell.
func (e *edition) languageShares() string {
	var shares []string
	for _, language := range e.programme.Languages {
		if share := textsIn(e.programme, language); share.Whole > 0 {
			shares = append(shares, e.say("figure.share", "language", e.say("inLanguage."+string(language)), "percent", share.Percent()))
		}
	}
	if len(shares) < 2 {
		return ""
	}
	return join(shares...)
}

// prose is a text in paragraphs, with the remark that it is not translated.
func (e *edition) prose(text model.Text) []document.Block {
	return append(paragraphs(e.text(text), document.Body), e.remark(text)...)
}

// remark says of a text that it is not translated, where it is not.
func (e *edition) remark(text model.Text) []document.Block {
	if !e.untranslated(text) {
		return nil
	}
	return []document.Block{document.Paragraph{Text: document.Plain(capital(e.say("notTranslated")) + "."), Style: document.SmallMuted}}
}

// proposal is what the organ is asked to decide, in a box that is found at once.
func (e *edition) proposal(text model.Text) document.Block {
	box := document.Callout{Paragraphs: []document.Paragraph{
		{Text: document.Plain(e.say("agenda.proposal")), Style: document.Strong, KeepWithNext: true},
	}}
	for _, block := range e.prose(text) {
		box.Paragraphs = append(box.Paragraphs, block.(document.Paragraph))
	}
	return box
}

// annexes are the text's lines as a numbered list.
func (e *edition) annexes(text model.Text) []document.Block {
	list := document.List{Numbered: true}
	for _, block := range paragraphs(e.text(text), document.Body) {
		list.Items = append(list.Items, block.(document.Paragraph).Text)
	}
	blocks := []document.Block{document.Heading{Level: 3, Text: document.Plain(e.say("agenda.annexes"))}, list}
	return []document.Block{document.Keep{Blocks: append(blocks, e.remark(text)...)}}
}
