package programme

import (
	"strings"

	"tavoitekartta/model"
	"tavoitekartta/reports/document"
)

// decisions is the decision page: what the organ decided, the handling before
// it, the minutes, and the locked content. In a joint programme each council
// has its own decision.
func (e *edition) decisions() []document.Block {
	final := e.finalDecisions()
	if len(final) == 0 && len(e.programme.Decisions) == 0 {
		if e.recorded() {
			return e.lockedContent() // the last thing of the document, without a page of its own
		}
		return nil
	}
	blocks := []document.Block{
		document.PageBreak{Loose: true},
		document.Heading{Level: 1, Text: document.Plain(e.say("decision")), Anchor: e.prefix + "decision"},
	}
	if len(final) == 0 {
		blocks = append(blocks,
			document.Paragraph{Text: document.Plain(e.say("decision.none"))},
			document.Table{Form: document.Facts, Columns: e.factColumns(44), Rows: []document.Row{e.handling(nil)}})
		blocks = append(blocks, e.way()...)
	}
	for i := range final {
		if len(final) > 1 {
			blocks = append(blocks, document.Heading{Level: 2, Text: e.meetingNamed(final[i])})
		}
		blocks = append(blocks, document.Table{Form: document.Facts, Columns: e.factColumns(44), Rows: e.decisionFacts(final[i])})
		if i == 0 {
			blocks = append(blocks, e.way()...)
		}
		blocks = append(blocks, e.minutes(final[i])...)
	}
	return append(blocks, e.lockedContent()...)
}

func (e *edition) finalDecisions() []*model.Decision {
	var final []*model.Decision
	for i := range e.programme.Decisions {
		if e.programme.Decisions[i].Final {
			final = append(final, &e.programme.Decisions[i])
		}
	}
	if len(final) == 0 && e.decision != nil {
		final = append(final, e.decision)
	}
	return final
}

func (e *edition) decisionFacts(d *model.Decision) []document.Row {
	var rows []document.Row
	add := func(key string, text document.Text, style document.Style, notes ...document.Paragraph) {
		if len(text) > 0 {
			rows = append(rows, fact(e.say(key), append([]document.Paragraph{{Text: text, Style: style}}, notes...)...))
		}
	}
	add("decision.organ", e.organNamed(d), document.Body)
	meeting := e.day(d.MeetingDate)
	if d.Paragraph != "" {
		meeting = join(meeting, "§ "+d.Paragraph)
	} else if e.recorded() {
		meeting = join(meeting, e.say("notRecorded.paragraph"))
	}
	add("decision.meeting", document.Plain(meeting), document.Body)
	add("decision.registerNumber", document.Plain(d.RegisterNumber), document.Body)
	add("decision.preparer", e.text(d.Preparer), document.Body)
	add("decision.presenter", e.text(d.Presenter), document.Body)
	add("decision.proposal", e.text(d.Proposal), document.Body)
	add("decision.text", e.text(d.Text), document.BodyBold)
	if d.Outcome != "" {
		add("decision.outcome", document.Plain(capital(e.say("outcome."+string(d.Outcome)))), document.Body)
	}
	if d.Unanimous && len(d.Votes) == 0 {
		add("decision.vote", document.Plain(capital(e.say("vote.unanimous"))), document.Body)
	}
	for i := range d.Votes {
		text, notes := e.vote(&d.Votes[i])
		add("decision.vote", text, document.Body, notes...)
	}
	for i := range d.Motions {
		text, notes := e.motion(&d.Motions[i])
		rows = append(rows, fact(e.motionWord(&d.Motions[i]), append([]document.Paragraph{{Text: text}}, notes...)...))
	}
	for _, dissent := range d.Dissents {
		text := e.text(dissent.Text)
		if name := e.names(dissent.Person); dissent.Person != "" && name != "" {
			text = append(document.Plain(name+": "), text...)
		}
		add("decision.dissent", text, document.Body)
	}
	if row := e.handling(d); len(row.Cells) > 0 {
		rows = append(rows, row)
	}
	if e.recorded() && len(d.Minutes) == 0 {
		rows = append(rows, fact(e.say("minutes"), document.Paragraph{Text: document.Plain(e.say("notRecorded.minutes"))}))
	}
	return rows
}

// vote is one vote in words, with what yes and no stood for.
func (e *edition) vote(v *model.Vote) (document.Text, []document.Paragraph) {
	text := e.say("vote.numbers", "yes", v.Yes, "no", v.No, "blank", v.Blank, "absent", v.Absent)
	if v.NumbersUnknown {
		text = e.say("vote.unknown")
	}
	var meanings []document.Text
	if yes := e.text(v.YesMeaning); len(yes) > 0 {
		meanings = append(meanings, e.tell("vote.yes", "meaning", yes))
	}
	if no := e.text(v.NoMeaning); len(no) > 0 {
		meanings = append(meanings, e.tell("vote.no", "meaning", no))
	}
	if len(meanings) == 0 {
		return document.Plain(capital(text)), nil
	}
	return document.Plain(capital(text)), []document.Paragraph{{Text: listed(meanings...), Style: document.SmallMuted}}
}

func (e *edition) motionWord(m *model.Motion) string {
	if m.Kind == "" {
		return e.say("motion")
	}
	return e.say("motion." + string(m.Kind))
}

// motion is what was moved and what became of it: with its outcome, and for an
// amendment whether it changes the programme's text or the decision alone.
func (e *edition) motion(m *model.Motion) (document.Text, []document.Paragraph) {
	text := e.text(m.Text)
	if len(text) == 0 {
		text = document.Plain(e.say("motion.untold"))
	}
	var words []string
	if m.Outcome != "" {
		words = append(words, e.say("outcome."+string(m.Outcome)))
	}
	if m.Unanimous {
		words = append(words, e.say("motion.unanimously"))
	}
	if len(words) > 0 {
		words = []string{capital(strings.Join(words, " "))}
	}
	if m.Outcome.Approves() && (m.Kind == model.Amendment || m.Kind == model.CounterProposal) {
		scope := "motion.decisionAlone"
		if m.ChangesText {
			scope = "motion.changesText"
		}
		words = append(words, e.say(scope))
	}
	if len(words) == 0 {
		return text, nil
	}
	return text, []document.Paragraph{{Text: document.Plain(strings.Join(words, "; ")), Style: document.SmallMuted}}
}

// handling lists the organs that had the programme before the given decision;
// it is empty when there were none.
func (e *edition) handling(final *model.Decision) document.Row {
	var steps []document.Text
	for _, d := range e.programme.Chain() {
		if !d.Final && (final == nil || d.ID != final.ID) {
			steps = append(steps, e.handlingStep(d))
		}
	}
	if len(steps) == 0 {
		return document.Row{}
	}
	return fact(e.say("decision.handling"), document.Paragraph{Text: listed(steps...)})
}

// handlingStep is a handling on a line: organ, day, §, and what came of it where
// that was not approval.
func (e *edition) handlingStep(d *model.Decision) document.Text {
	organ := e.text(d.OrganName)
	if len(organ) == 0 {
		organ = document.Plain(orElse(e.organ(d), e.say("decision.organ.unknown")))
	}
	step := ""
	if day := e.day(d.MeetingDate); day != "" {
		step += " " + day
	}
	if d.Paragraph != "" {
		step += " § " + d.Paragraph
	}
	if d.Outcome != "" && !d.Outcome.Approves() {
		step += " (" + e.say("outcome."+string(d.Outcome)) + ")"
	}
	return joined(organ, document.Plain(step))
}

// minutes are the cards of those who signed, certified and checked.
func (e *edition) minutes(d *model.Decision) []document.Block {
	if len(d.Minutes) == 0 {
		return nil
	}
	var cards document.Cards
	for _, entry := range d.Minutes {
		role := e.plain(entry.RoleText)
		if role == "" {
			role = e.say("minutes." + string(entry.Role))
		}
		card := document.Card{Role: capital(role), Done: entry.Done, Statement: e.minutesStatement(entry)}
		if entry.Person != "" {
			card.Name = e.names(entry.Person)
		}
		if card.Name == "" {
			card.Name, card.Role = card.Role, ""
		}
		cards.Cards = append(cards.Cards, card)
	}
	return []document.Block{document.Keep{Blocks: []document.Block{
		document.Heading{Level: 2, Text: document.Plain(e.say("minutes"))}, cards,
	}}}
}

func (e *edition) minutesStatement(entry model.MinutesEntry) string {
	key := "minutes." + string(entry.Role)
	if !entry.Done {
		return e.say(key + ".waiting")
	}
	if entry.Digitally {
		key += ".digitally"
	} else {
		key += ".done"
	}
	return strings.TrimSpace(e.say(key) + " " + e.day(entry.DoneOn))
}

// lockedContent is the box with the version and its fingerprint.
func (e *edition) lockedContent() []document.Block {
	if e.recorded() {
		return []document.Block{document.Callout{Paragraphs: []document.Paragraph{
			{Text: document.Plain(e.say("recorded")), Style: document.Strong, KeepWithNext: true},
			{Text: document.Plain(e.say("recorded.more"))},
		}}}
	}
	hash, known := e.fingerprint()
	if !known {
		return nil
	}
	number := e.programme.Version
	if e.version != nil && e.version.Number > 0 {
		number = e.version.Number
	}
	printed := model.Version{Number: max(1, number)}.Printed()
	return []document.Block{document.Callout{Paragraphs: []document.Paragraph{
		{Text: document.Plain(e.say("locked", "version", printed)), Style: document.Strong, KeepWithNext: true},
		{Text: document.Plain(e.say("fingerprint")), Style: document.Small, KeepWithNext: true},
		{Text: document.Plain(grouped(hash.String())), Style: document.Code, KeepWithNext: true},
		{Text: document.Plain(e.say("fingerprint.more")), Style: document.Note},
	}}}
}

// grouped writes a fingerprint in groups of four, eight to a line.
func grouped(digits string) string {
	var out strings.Builder
	for i, digit := range digits {
		switch {
		case i > 0 && i%32 == 0:
			out.WriteByte('\n')
		case i > 0 && i%4 == 0:
			out.WriteByte(' ')
		}
		out.WriteRune(digit)
	}
	return out.String()
}
