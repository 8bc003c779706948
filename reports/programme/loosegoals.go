package programme

import (
	"fmt"
	"slices"

	"tavoitekartta/model"
	"tavoitekartta/reports/document"
)

// goalGroup are goals without a section that the programme calls by one name.
type goalGroup struct {
	role  model.GoalRole
	goals []*model.Goal
}

// goalGroups are the goals without a section by what they are called, in the
// order in which each name comes first.
func (e *edition) goalGroups() []goalGroup {
	var groups []goalGroup
	for i := range e.programme.Goals {
		goal := &e.programme.Goals[i]
		at := slices.IndexFunc(groups, func(g goalGroup) bool { return g.role == goal.Role })
		if at < 0 {
			at = len(groups)
			groups = append(groups, goalGroup{role: goal.Role})
		}
		groups[at].goals = append(groups[at].goals, goal)
	}
	return groups
}

// groupTitle is "Main goals", "Spearheads"; goals without a name of their own
// are the other goals beside sections, and simply the goals where there are none.
func (e *edition) groupTitle(role model.GoalRole) string {
	switch {
	case role != model.OrdinaryGoal:
		return e.say("goals." + string(role))
	case len(e.programme.Sections) == 0:
		return e.say("goals.alone")
	}
	return e.say("otherGoals")
}

func (e *edition) groupAnchor(role model.GoalRole) string { return e.prefix + "goals" + string(role) }

// looseGoals print the goals without a section: goals with a role each under a
// heading of its own with its prose over the page's width, the others in a table.
func (e *edition) looseGoals() []document.Block {
	var blocks []document.Block
	for i, group := range e.goalGroups() {
		if i == 0 {
			blocks = append(blocks, document.PageBreak{})
		}
		heading := document.Heading{Level: 1, Text: document.Plain(e.groupTitle(group.role)), Anchor: e.groupAnchor(group.role)}
		if group.role == model.OrdinaryGoal {
			var goals []*model.Goal
			for _, goal := range group.goals {
				goals = appendSubGoals(append(goals, goal), goal.SubGoals)
			}
			blocks = append(blocks, heading, e.goalTable(slices.Values(goals)))
			continue
		}
		blocks = append(blocks, heading)
		for _, goal := range group.goals {
			blocks = append(blocks, e.namedGoal(goal)...)
		}
	}
	return blocks
}

// namedGoal is one main goal, spearhead or sub-goal: its title, its prose, and
// the table of what is done towards it.
func (e *edition) namedGoal(g *model.Goal) []document.Block {
	label := e.say("section."+string(g.Role), "number", g.Number)
	title := append(document.Plain(label+". "), e.goalTitle(g)...)
	body := []document.Block{document.Heading{Level: 2, Text: title}}
	body = append(body, paragraphs(e.text(g.Description), document.Body)...)
	bare := *g
	bare.Description = model.Text{}
	goals := appendSubGoals([]*model.Goal{&bare}, g.SubGoals)
	if e.recorded() && len(goals) == 1 && len(g.Measures)+len(g.Bodies)+len(g.Indicators) == 0 && g.BodiesPrinted.Empty() {
		body = append(body, document.Paragraph{Text: document.Plain(e.say("notRecorded.goal")), Style: document.BodyMuted})
		return []document.Block{document.Keep{Blocks: body}}
	}
	table := e.goalTable(slices.Values(goals))
	if len(goals) == 1 && !e.untranslated(g.Title) {
		table = withoutGoals(table)
	}
	return append(body, table)
}

// withoutGoals is a table of goals without their column, below a heading that
// names the only one.
func withoutGoals(table document.Table) document.Table {
	table.Columns = table.Columns[1:]
	for i := range table.Rows {
		table.Rows[i].Label, table.Rows[i].Cells = "", table.Rows[i].Cells[1:]
	}
	return table
}

// looseHouse is a goal without a section as a house of the street, with a window
// for each of its sub-goals too.
func looseHouse(p *model.Programme, index int) document.CoverHouse {
	alone := model.Section{Goals: p.Goals[index : index+1]}
	return document.CoverHouse{
		Section: house(&alone),
		Colors:  housePalette[(houseIndex(p, len(p.Sections))+index)%len(housePalette)],
	}
}

// goalHouses are the goals without a section on the structural map.
func (e *edition) goalHouses() []document.MapHouse {
	var houses []document.MapHouse
	for i := range e.programme.Goals {
		goal := &e.programme.Goals[i]
		drawn := document.MapHouse{
			CoverHouse: looseHouse(e.programme, i), Name: e.goalTitle(goal), Anchor: e.groupAnchor(goal.Role),
		}
		if goal.Role != model.OrdinaryGoal {
			drawn.Count = e.say("section."+string(goal.Role), "number", goal.Number)
		}
		houses = append(houses, drawn)
	}
	return houses
}

// goalNote counts the goals of a section for the contents; of one whose goals
// are not known it says nothing.
func (e *edition) goalNote(s *model.Section) string {
	goals := 0
	for range s.AllGoals() {
		goals++
	}
	if goals == 0 && e.recorded() {
		return ""
	}
	return fmt.Sprint(e.say("goals", "count", goals))
}
