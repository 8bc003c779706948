package programme

import (
	"fmt"
	"slices"

	"tavoitekartta/model"
	"tavoitekartta/reports/document"
)

// agenda is the item of a meeting's agenda: what is proposed and why, with the
// proposal and the annexes, for the chosen handling or for the next one that has
// no decision. In a joint programme each council has its own.
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
	front := document.Cover{Owners: e.ownerNames()}
	if other := otherOwners(e); other != "" {
		front.OwnersOther = document.In(string(otherLanguage(e)), other)
	}
	identity.show(&front, e)
	part.Blocks = []document.Block{document.Letterhead{
		Owners: front.Owners, OwnersOther: front.OwnersOther, Color: front.Color, Ink: front.Ink, Accent: front.Accent, Crest: front.Crest,
	}}
	return part
}

// agendaDecisions are those whose items are printed: the chosen one, else the
// next on the way, else the final ones, else one of which nothing is known.
func (e *edition) agendaDecisions() []*model.Decision {
	if chosen := e.programme.Decision(e.choice.Decision); chosen != nil && e.choice.Decision != "" {
		return []*model.Decision{chosen}
	}
	next := e.programme.NextHandling()
	if next != nil && !next.Final && !e.settled() {
		return []*model.Decision{next}
	}
	final := e.finalDecisions()
	if next != nil {
		final = slices.DeleteFunc(final, func(d *model.Decision) bool { return d.Decided() })
	}
	if len(final) > 0 {
		return final
	}
	if chain := e.programme.Chain(); len(chain) > 0 {
		return chain[len(chain)-1:]
	}
	return []*model.Decision{{}}
}

// tellsOf tells whether some text of the matter is written in the edition's language.
func (e *edition) tellsOf(d *model.Decision) bool {
	return slices.ContainsFunc([]model.Text{d.Rationale, d.Effects, d.Costs, d.Proposal, d.Annexes, d.Appeal},
		func(text model.Text) bool { return text.In(e.language) != "" })
}

// agendaOpening names the programme and says what is asked of the organ, or that
// it has been handled.
func (e *edition) agendaOpening(d *model.Decision, anchor string) document.Block {
	title := e.text(e.programme.Title)
	if len(title) == 0 {
		title = document.Plain(e.say("untitled"))
	}
	lead := e.say("agenda.lead")
	switch {
	case (e.settled() || d.Decided()) && d.MeetingDate.Zero():
		lead = e.say("agenda.lead.recorded")
	case e.settled() || d.Decided():
		lead = e.say("agenda.lead.decided", "day", e.day(d.MeetingDate))
	case d.ID != "" && !d.Final:
		lead = e.say("agenda.lead.onTheWay")
	}
	return document.Heading{Level: 1, Eyebrow: document.Plain(e.say("document." + string(Agenda))),
		Text: title, Summary: document.Plain(lead), Anchor: anchor}
}
