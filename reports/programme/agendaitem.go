package programme

import (
	"slices"
	"strings"
	"unicode/utf8"

	"tavoitekartta/model"
	"tavoitekartta/reports/document"
)

// agendaItem is all below the title, in the order in which agendas tell it: the
// matter's facts, why, the programme in brief, what comes of it, what it costs,
// the proposal, the annexes, and how to appeal.
func (e *edition) agendaItem(d *model.Decision) []document.Block {
	item := agendaItem{edition: e, decision: d}
	item.add(document.Table{Form: document.Facts, Columns: e.factColumns(44), Rows: e.agendaFacts(d)})
	if e.foreign {
		item.add(e.translationNotice()...)
	}
	item.passage("rationale", d.Rationale)
	item.add(e.inBrief()...)
	item.passage("effects", d.Effects)
	item.passage("costs", d.Costs)
	if d.Proposal.Empty() {
		item.passage("proposal", d.Proposal)
	} else {
		item.add(e.proposal(d.Proposal))
	}
	if d.Annexes.Empty() {
		item.passage("annexes", d.Annexes)
	} else {
		item.add(e.annexes(d.Annexes)...)
	}
	if !d.Appeal.Empty() {
		item.passage("appeal", d.Appeal)
	}
	if len(item.unknown) > 0 {
		item.add(document.Paragraph{
			Text: document.Plain(e.say("agenda.unknown", "what", join(item.unknown...))), Style: document.BodyMuted})
	}
	return item.blocks
}

// agendaItem gathers the passages of an item, and the names of those of which a
// matter of the past does not tell.
type agendaItem struct {
	*edition
	decision *model.Decision
	blocks   []document.Block
	unknown  []string
}

func (i *agendaItem) add(blocks ...document.Block) { i.blocks = append(i.blocks, blocks...) }

// passage is a heading with its text; what is owed and not written is said so.
func (i *agendaItem) passage(key string, text model.Text) {
	heading := document.Heading{Level: 3, Text: document.Plain(i.say("agenda." + key))}
	switch {
	case !text.Empty():
		i.add(heading)
		i.add(i.labelled(text)...)
	case i.settled() || i.decision.Decided():
		i.unknown = append(i.unknown, strings.ToLower(i.say("agenda."+key)))
	default:
		i.add(heading, document.Paragraph{Text: document.Plain(i.say("missing.text")), Color: warningColor})
	}
}

// longestLabel is the number of characters of a label at most.
const longestLabel = 40

// labelled is prose whose paragraphs may begin with what they are about
// ("Henkilöstö: …"), which is set bold so that it is found.
func (e *edition) labelled(text model.Text) []document.Block {
	blocks := e.prose(text)
	for n, block := range blocks {
		paragraph, is := block.(document.Paragraph)
		if !is || len(paragraph.Text) != 1 {
			continue
		}
		run := paragraph.Text[0]
		label, rest, found := strings.Cut(run.String, ": ")
		if !found || utf8.RuneCountInString(label) > longestLabel || strings.ContainsAny(label, ".,;(") {
			continue
		}
		paragraph.Text = document.Text{
			{String: label + ":", Language: run.Language, Strong: true}, {String: " " + rest, Language: run.Language},
		}
		blocks[n] = paragraph
	}
	return blocks
}

// agendaFacts are the facts of the matter, the way behind and before it, then
// those of the programme that an organ asks for.
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
	owed("decision.organ", e.organNamed(d))
	meeting := e.day(d.MeetingDate)
	if d.Paragraph != "" {
		meeting = join(meeting, "§ "+d.Paragraph)
	}
	owed("decision.meeting", document.Plain(meeting))
	owed("decision.registerNumber", document.Plain(e.registerNumber(d)))
	preparer := d.Preparer
	if preparer.Empty() {
		preparer = p.PreparedBy
	}
	owed("decision.preparer", e.text(preparer))
	if d.Organ != model.Council && d.Organ != model.WorkingGroup || !d.Presenter.Empty() {
		// In a council the proposal is the board's (domain.md, "Decision chain");
		// a working group has no presenting officer.
		owed("decision.presenter", e.text(d.Presenter))
	}
	rows = append(rows, e.wayBehind(d)...)
	rows = append(rows, e.wayAhead(d)...)
	known("fact.legalBasis", e.legalBasis())
	known("agenda.replaces", e.text(p.Predecessor))
	known("fact.reimbursement", e.text(p.Reimbursement))
	known("figure.texts", document.Plain(capital(e.languageShares())))
	return rows
}

// registerNumber is that of the handling, else of another one: the matter is the
// same.
func (e *edition) registerNumber(d *model.Decision) string {
	if d.RegisterNumber != "" {
		return d.RegisterNumber
	}
	for _, other := range e.programme.Chain() {
		if other.RegisterNumber != "" {
			return other.RegisterNumber
		}
	}
	return ""
}

// wayBehind are the handlings before one, each on its line with day, § and
// outcome.
func (e *edition) wayBehind(d *model.Decision) []document.Row {
	chain := e.programme.Chain()
	at := slices.IndexFunc(chain, func(other *model.Decision) bool { return other.ID == d.ID })
	if at < 0 {
		at = len(chain)
	}
	return e.otherHandlings("agenda.before", slices.DeleteFunc(chain[:at:at], func(other *model.Decision) bool { return other.Final }))
}

// wayAhead are the handlings after one that is not the final decision.
func (e *edition) wayAhead(d *model.Decision) []document.Row {
	chain := e.programme.Chain()
	at := slices.IndexFunc(chain, func(other *model.Decision) bool { return other.ID == d.ID })
	if at < 0 || d.Final {
		return nil
	}
	return e.otherHandlings("agenda.next", chain[at+1:])
}

func (e *edition) otherHandlings(key string, steps []*model.Decision) []document.Row {
	var lines []document.Paragraph
	for _, step := range steps {
		lines = append(lines, document.Paragraph{Text: capitalized(e.handlingStep(step))})
	}
	if len(lines) == 0 {
		return nil
	}
	return []document.Row{fact(e.say(key), lines...)}
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
