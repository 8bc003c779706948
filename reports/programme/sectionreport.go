package programme

import (
	"slices"
	"strings"

	"tavoitekartta/model"
	"tavoitekartta/reports/document"
)

// Lines to write on by hand: below each goal, and at least of notes at the end.
const (
	linesPerGoal = 3
	linesOfNotes = 5
)

// sectionReport is the report of chosen sections: a head instead of a cover, and each
// section with its table; for a meeting with lines to write on.
func (c *composition) sectionReport() []document.Part { return c.each((*edition).chosen) }

func (e *edition) chosen() []document.Block {
	chosen := e.chosenSections()
	blocks := e.sliceHead(chosen)
	if e.choice.EmptyLines {
		e.blankLines = linesPerGoal
		defer func() { e.blankLines = 0 }()
		blocks = append(blocks, document.Paragraph{Text: document.Plain(e.say("lines.lead")), Style: document.BodyMuted})
	}
	for n, i := range chosen {
		section := &e.programme.Sections[i]
		if n > 0 {
			blocks = append(blocks, document.PageBreak{Flowing: true})
		}
		blocks = append(blocks, e.opening(section, i))
		blocks = append(blocks, e.sectionBody(section, i)...)
	}
	if len(e.choice.Sections) == 0 {
		loose := e.looseGoals()
		switch {
		case len(chosen) == 0 && len(loose) == 0:
			loose = []document.Block{document.Paragraph{Text: document.Plain(e.missing("content")), Style: document.BodyMuted}}
		case len(chosen) == 0:
			loose = loose[1:] // without a page break: they follow the head on its page
		}
		blocks = append(blocks, loose...)
	}
	return append(blocks, e.notes()...)
}

// chosenSections are the places of the chosen sections, in the programme's order.
func (e *edition) chosenSections() []int {
	var chosen []int
	for i := range e.programme.Sections {
		if len(e.choice.Sections) == 0 || slices.Contains(e.choice.Sections, e.programme.Sections[i].ID) {
			chosen = append(chosen, i)
		}
	}
	return chosen
}

// sliceHead says which part of which programme it is.
func (e *edition) sliceHead(chosen []int) []document.Block {
	var names document.Text
	if len(e.choice.Sections) > 0 {
		for n, i := range chosen {
			if n > 0 {
				names = append(names, document.Run{String: ", "})
			}
			names = append(names, e.sectionTitle(&e.programme.Sections[i])...)
		}
	}
	return e.sheetHead(e.programmeTitle(), "", names, document.Plain(e.standing()))
}

// sheetHead opens a report without a cover: the municipality's band, the kind of
// report, its title, and lines that say which text it is.
func (e *edition) sheetHead(title document.Text, subject string, lines ...document.Text) []document.Block {
	heading := document.Heading{
		Level: 1, Eyebrow: document.Plain(e.say("document." + string(e.kind))), Text: title,
		Anchor: e.prefix + "head" + subject, Subject: subject,
	}
	blocks := append(e.letterPart(e.identity).Blocks, heading)
	for _, line := range lines {
		if len(line) > 0 {
			blocks = append(blocks, document.Paragraph{Text: line, Style: document.BodyMuted, KeepWithNext: true})
		}
	}
	return blocks
}

// standing says on which text a report is based: of a draft its day, of a locked
// programme its decision and the day of printing.
func (e *edition) standing() string {
	facts := []string{e.foot().Facts}
	if (e.state().Locked() || e.recorded()) && !e.today.Zero() {
		facts = append(facts, e.say("printed", "day", e.day(e.today)))
	}
	return strings.Join(facts, " · ")
}

// notes is the room to write on at the end, where it is wanted.
func (e *edition) notes() []document.Block {
	if !e.choice.EmptyLines {
		return nil
	}
	return []document.Block{
		document.Heading{Level: 2, Text: document.Plain(e.say("notes"))},
		document.Notes{Lines: linesOfNotes, Fill: true},
	}
}

// programmeTitle is the programme's title in the edition's language where it is
// written in it.
func (e *edition) programmeTitle() document.Text {
	if title := e.text(e.programme.Title); len(title) > 0 {
		return title
	}
	return document.Plain(e.say("untitled"))
}

// sectionOf is the place of a section in the programme, -1 for none.
func (e *edition) sectionOf(section *model.Section) int {
	if section == nil {
		return -1
	}
	return slices.IndexFunc(e.programme.Sections, func(s model.Section) bool { return s.ID == section.ID })
}
