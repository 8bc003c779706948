package programme

import (
	"strings"

	"tavoitekartta/model"
	"tavoitekartta/reports/document"
)

// mostInLetter is the number of goals, and of responsible bodies, up to which they
// stand in the letter of intent itself. More of them make an annex, so that what
// is signed fits on a page or two.
const mostInLetter = 8

// aimsApart tells whether the goals stand in an annex.
func (e *edition) aimsApart() bool { return e.goalCount() > mostInLetter }

// bodiesApart tells whether the responsible bodies stand in an annex.
func (e *edition) bodiesApart() bool { return len(e.duties()) > mostInLetter }

// bodiesAnnex is the number of the annex of responsible bodies.
func (e *edition) bodiesAnnex() int {
	if e.aimsApart() {
		return 2
	}
	return 1
}

func (e *edition) goalCount() int {
	count := 0
	for range e.programme.AllGoals() {
		count++
	}
	return count
}

// aimsInShort are what the goals are gathered under, with how many there are: the
// sections, and the goals that stand beside them.
func (e *edition) aimsInShort() []document.Block {
	list := document.List{}
	for i := range e.programme.Sections {
		section := &e.programme.Sections[i]
		goals := 0
		for range section.AllGoals() {
			goals++
		}
		list.Items = append(list.Items, append(e.sectionTitle(section), document.Run{String: " (" + e.say("goals", "count", goals) + ")"}))
	}
	for _, group := range e.goalGroups() {
		for _, goal := range group.goals {
			text := e.goalTitle(goal)
			if goal.Role != model.OrdinaryGoal {
				text = e.namedTitle(goal)
			}
			list.Items = append(list.Items, text)
		}
	}
	return []document.Block{
		document.Paragraph{Text: document.Plain(e.say("intent.aims.annex", "count", e.goalCount(), "number", 1)), KeepWithNext: true}, list,
	}
}

// responsibilitiesInShort says how many bodies answer for the goals, and where they
// are told.
func (e *edition) responsibilitiesInShort() []document.Block {
	return []document.Block{document.Paragraph{Text: document.Plain(
		e.say("intent.responsibilities.annex", "count", len(e.duties()), "number", e.bodiesAnnex()))}}
}

// intentAnnexes are the goals with their measures, and the bodies that answer for them,
// where the letter itself does not hold them.
func (e *edition) intentAnnexes() []document.Block {
	var blocks []document.Block
	annex := func(number int, key string, content []document.Block) {
		// The second one follows the first where it fits.
		blocks = append(blocks, document.PageBreak{Loose: number > 1}, document.Heading{Level: 2, Anchor: e.prefix + "intent-annex-" + key,
			Text: document.Plain(e.say("intent.annex", "number", number, "title", e.say("intent.annex."+key)))})
		blocks = append(blocks, content...)
	}
	if e.aimsApart() {
		annex(1, "aims", e.aims())
	}
	if e.bodiesApart() {
		annex(e.bodiesAnnex(), "bodies", []document.Block{e.bodiesInShort()})
	}
	return blocks
}

// bodiesInShort is a table of the bodies with their goals.
func (e *edition) bodiesInShort() document.Block {
	table := document.Table{Form: document.Data, Continued: e.say("continued"), Columns: []document.Column{
		{Title: e.say("body"), Width: 85, Least: 84}, {Title: e.say("intent.aims"), Width: 85},
	}}
	for _, body := range e.duties() {
		goals := e.dutyEntries(body.Duties)
		if numbers := e.dutyNumbers(body.Duties); numbers != "" {
			goals = []document.Entry{{{Text: document.Plain(numbers), Style: document.Small}}}
		}
		table.Rows = append(table.Rows, document.Row{Cells: []document.Cell{
			{Heading: true, Entries: []document.Entry{{{Text: e.named(body.Body.ID), Style: document.SmallBold}}}},
			{Entries: goals},
		}})
	}
	return table
}

// dutyNumbers are the goals of a body by the numbers under which the annex before
// names them, each once, with its role in each: "1.3, 3.3 (leads)". It is empty
// where there is no such annex, or a goal without a number.
func (e *edition) dutyNumbers(duties []model.Duty) string {
	if !e.aimsApart() {
		return ""
	}
	var numbers []string
	told := map[model.EntityID]bool{}
	for _, duty := range duties {
		if duty.Goal.Number == "" {
			return ""
		}
		if told[duty.Goal.ID] {
			continue
		}
		told[duty.Goal.ID] = true
		number := duty.Goal.Number
		if role := e.dutyRole(duty); role != "" {
			number += noBreak + "(" + strings.ToLower(role) + ")"
		}
		numbers = append(numbers, number)
	}
	return strings.Join(numbers, ", ")
}
