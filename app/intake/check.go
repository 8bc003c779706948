package intake

import (
	"fmt"
	"strings"

	"tavoitekartta/model"
)

// check finds what no single field shows: names that are taken, bodies that
// are not in the register, ends before starts.
func (d *decoder) check(described *Description) {
	if described.FirstYear > 0 && described.LastYear > 0 && described.LastYear < described.FirstYear {
		d.at("lastYear", model.CodeEndBeforeStart, "")
	}
	names := newNames(d)
	for i, o := range described.Owners {
		names.take(fmt.Sprintf("owners[%d].name", i), "", o.Name)
	}
	register := newNames(d)
	for i, b := range described.Bodies {
		path := fmt.Sprintf("bodies[%d]", i)
		if strings.TrimSpace(b.Name.Fi+b.Name.Sv+b.Name.En) == "" {
			d.at(path+".name", CodeNameMissing, "")
		}
		register.take(path+".name", path, b.Name)
		for j, alias := range b.Aliases {
			register.take(fmt.Sprintf("%s.aliases[%d]", path, j), path, alias)
		}
		if !b.ValidFrom.Zero() && !b.ValidTo.Zero() && b.ValidTo.Before(b.ValidFrom) {
			d.at(path+".validTo", model.CodeEndBeforeStart, "")
		}
	}
	for i, b := range described.Bodies {
		if b.Successor != "" {
			register.need(fmt.Sprintf("bodies[%d].successor", i), b.Successor)
		}
	}
	sections := newNames(d)
	for i, s := range described.Sections {
		path := fmt.Sprintf("sections[%d]", i)
		sections.take(path+".title", "", s.Title)
		d.checkGoals(register, path+".goals", s.Goals)
	}
	d.checkGoals(register, "goals", described.Goals)
}

func (d *decoder) at(path string, code model.Code, word string) { d.add(node{path: path}, code, word) }

func (d *decoder) checkGoals(register *names, path string, goals []Goal) {
	for i, g := range goals {
		at := fmt.Sprintf("%s[%d]", path, i)
		register.needAll(at, g.Bodies)
		register.needAnswers(at, g.Indicators)
		for j, m := range g.Measures {
			measure := fmt.Sprintf("%s.measures[%d]", at, j)
			register.needAll(measure, m.Bodies)
			register.needAnswering(measure, m.FollowUps)
			register.needAnswers(measure, m.Indicators)
		}
		d.checkGoals(register, at+".subGoals", g.SubGoals)
	}
}

// names are the names taken in one place; letter case and spaces do not tell
// names apart, as people do not (V19: "Welcome office", "Welcome Office").
type names struct {
	decoder *decoder
	owner   map[string]string // folded name → who has it
}

func newNames(d *decoder) *names { return &names{d, map[string]string{}} }

// take claims the name in each of its languages. The same owner may have a
// name twice: an alias that differs by letter case alone.
func (n *names) take(path, owner string, t model.Text) {
	if owner == "" {
		owner = path
	}
	for _, l := range model.Languages() {
		key := fold(t.In(l))
		if key == "" {
			continue
		}
		if other, taken := n.owner[key]; taken && other != owner {
			n.decoder.at(path, model.CodeDuplicateName, t.In(l))
			return
		}
		n.owner[key] = owner
	}
}

func (n *names) need(path, name string) {
	if _, found := n.owner[fold(name)]; !found {
		n.decoder.at(path, CodeUnknownBody, name)
	}
}

func (n *names) needAll(path string, list []Involvement) {
	for i, involved := range list {
		n.need(fmt.Sprintf("%s.bodies[%d]", path, i), involved.Body)
	}
}

func (n *names) needAnswers(path string, list []Indicator) {
	for i, indicator := range list {
		n.needAnswering(fmt.Sprintf("%s.indicators[%d]", path, i), indicator.FollowUps)
	}
}

func (n *names) needAnswering(path string, list []FollowUp) {
	for i, answer := range list {
		if answer.Body != "" {
			n.need(fmt.Sprintf("%s.followUps[%d].body", path, i), answer.Body)
		}
	}
}

// fold reduces a name to what tells it apart.
func fold(name string) string { return strings.ToLower(strings.Join(strings.Fields(name), " ")) }
