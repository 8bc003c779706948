package programme

import (
	"slices"
	"strings"

	"tavoitekartta/model"
	"tavoitekartta/reports/document"
)

// way tells how the programme came to be approved, step by step. The programme
// document has none of it, and of approval.
func (e *edition) way() []document.Block {
	steps := e.steps()
	if e.kind != Approved || len(steps) == 0 {
		return nil
	}
	table := document.Table{Form: document.Data, Columns: []document.Column{
		{Title: e.say("approval.day"), Width: 26}, {Title: e.say("decision.organ"), Width: 62},
		{Title: e.say("approval.paragraph"), Width: 22}, {Title: e.say("decision.outcome"), Width: 60},
	}}
	for _, d := range steps {
		table.Rows = append(table.Rows, e.step(d))
	}
	return []document.Block{document.Keep{Blocks: []document.Block{
		document.Heading{Level: 2, Text: document.Plain(e.say("approval")), Anchor: e.prefix + "approval"}, table,
	}}}
}

// approval closes the approved edition with lines to sign on where they are
// wanted.
func (e *edition) approval() []document.Block {
	if e.kind != Approved || !e.choice.SignatureFields {
		return nil
	}
	return []document.Block{document.Keep{Blocks: []document.Block{
		document.Heading{Level: 2, Text: document.Plain(e.say("approval.signatures")), Anchor: e.prefix + "signatures"},
		e.signing(e.signatories()),
	}}}
}

// steps are all decisions on the programme by their days, those without a day
// last.
func (e *edition) steps() []*model.Decision {
	var steps []*model.Decision
	known := map[model.EntityID]bool{}
	add := func(d *model.Decision) {
		if d.ID == "" || !known[d.ID] {
			known[d.ID] = true
			steps = append(steps, d)
		}
	}
	for i := range e.programme.Decisions {
		add(&e.programme.Decisions[i])
	}
	if e.version != nil {
		for i := range e.version.Handling {
			add(&e.version.Handling[i])
		}
	}
	if e.decision != nil {
		add(e.decision)
	}
	day := func(d *model.Decision) string {
		if d.MeetingDate.Zero() {
			return "~"
		}
		return d.MeetingDate.String()
	}
	slices.SortStableFunc(steps, func(a, b *model.Decision) int { return strings.Compare(day(a), day(b)) })
	return steps
}

// step is one decision on the way. What is not known of it is said so.
func (e *edition) step(d *model.Decision) document.Row {
	unknown := e.say("notRecorded.minutes")
	cell := func(text string) document.Cell {
		paragraph := document.Paragraph{Text: document.Plain(text), Style: document.Small}
		if text == "" {
			paragraph = document.Paragraph{Text: document.Plain(unknown), Style: document.SmallMuted}
		}
		return document.Cell{Entries: []document.Entry{{paragraph}}}
	}
	paragraph := ""
	if d.Paragraph != "" {
		paragraph = "§ " + d.Paragraph
	}
	outcome := ""
	if d.Outcome != "" {
		outcome = capital(e.say("outcome." + string(d.Outcome)))
	}
	row := document.Row{Cells: []document.Cell{cell(e.day(d.MeetingDate)), cell(capital(e.organ(d))), cell(paragraph), cell(outcome)}}
	if organ := e.organNamed(d); len(organ) > 0 {
		row.Cells[1].Entries[0][0].Text = organ
	}
	row.Cells[0].Heading = true
	return row
}
