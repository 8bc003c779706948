package comparison

import (
	"strconv"
	"strings"

	"tavoitekartta/model"
)

// item is one element of one moment.
type item struct {
	id, parent    model.EntityID
	kind          model.Kind
	role          string
	number, owner string
	name          string
	said          []saying
}

// saying is one thing that an element says, never empty.
type saying struct {
	subject Subject
	words   string
}

func (i *item) find(s Subject) int {
	for at := range i.said {
		if i.said[at].subject == s {
			return at
		}
	}
	return -1
}

func (i *item) say(s Subject, words string) {
	if words != "" {
		i.said = append(i.said, saying{s, words})
	}
}

func (i *item) row(c Change, parts []Part) Row {
	return Row{
		ID: i.id, Kind: i.kind, Role: i.role, Number: i.number, Owner: i.owner, Name: i.name, Change: c, Parts: parts,
	}
}

// where tells the item's place among the others of its moment.
func (i *item) where(all items) Place {
	place := Place{Number: i.number}
	if at, found := all.place[i.parent]; found && all.list[at].kind != model.KindProgramme {
		place.Under = all.list[at].name
	}
	return place
}

// items are the elements of one moment in printing order.
type items struct {
	list  []item
	place map[model.EntityID]int
	none  item // says nothing
}

// bodyNaming gives a body's name in the later moment, or the earlier one for a
// body that is gone.
type bodyNaming map[model.EntityID]model.Text

func bodyNames(before, after *model.Programme) bodyNaming {
	names := bodyNaming{}
	for _, p := range []*model.Programme{before, after} {
		for i := range p.Bodies {
			names[p.Bodies[i].ID] = p.Bodies[i].Name
		}
	}
	return names
}

// reader reads a programme into items.
type reader struct {
	items
	language model.Language
	first    model.Language // in which it was written first
	names    bodyNaming
	words    Words
}

func itemsOf(p *model.Programme, l model.Language, names bodyNaming, words Words) items {
	r := &reader{language: l, first: p.FirstLanguage, names: names, words: words}
	r.place = map[model.EntityID]int{}
	r.programme(p)
	for i := range p.Owners {
		r.owner(p, &p.Owners[i])
	}
	for i := range p.Chapters {
		r.chapter(p, &p.Chapters[i])
	}
	for i := range p.Sections {
		r.section(p, &p.Sections[i])
	}
	for i := range p.Goals {
		r.goal(p.ID, &p.Goals[i])
	}
	for i := range p.Bodies {
		r.body(p, &p.Bodies[i])
	}
	for i := range p.Contacts {
		r.contact(p, &p.Contacts[i])
	}
	return r.items
}

// add appends an element; what it says is said to the item returned, before the
// next one is added.
func (r *reader) add(id, parent model.EntityID, kind model.Kind, role, number string) *item {
	r.place[id] = len(r.list)
	r.list = append(r.list, item{id: id, parent: parent, kind: kind, role: role, number: number})
	return &r.list[len(r.list)-1]
}

// title says what an element is called.
func (r *reader) title(i *item, t model.Text) {
	i.name = r.best(t)
	i.say(Title, t.In(r.language))
}

// best is a text in another language where it has none in the one compared.
func (r *reader) best(t model.Text) string {
	words, _ := t.Best(r.language, r.first)
	return words
}

func (r *reader) programme(p *model.Programme) {
	i := r.add(p.ID, "", model.KindProgramme, "", "")
	r.title(i, p.Title)
	i.say(Subtitle, p.Subtitle.In(r.language))
	i.say(ProgrammeKind, r.words.Code(ProgrammeKind, string(p.Kind)))
	i.say(Years, years(p.FirstYear, p.LastYear))
	i.say(LanguagesOf, r.words.Languages(p.Languages))
	for _, t := range []struct {
		subject Subject
		text    model.Text
	}{
		{PreparedBy, p.PreparedBy}, {CoordinatedWith, p.CoordinatedWith}, {SteeringGroup, p.SteeringGroup},
		{FollowUpBody, p.FollowUpBody}, {LegalBasisText, p.LegalBasisText}, {Strategy, p.Strategy},
		{ParentProgramme, p.ParentProgramme}, {Predecessor, p.Predecessor}, {Keywords, p.Keywords},
		{Reimbursement, p.Reimbursement},
	} {
		i.say(t.subject, t.text.In(r.language))
	}
	i.say(LegalBasis, p.LegalBasis)
	i.say(Address, p.Address)
	i.say(Published, r.words.Date(p.Published))
}

func years(first, last int) string {
	switch {
	case first == 0 && last == 0:
		return ""
	case first == last || last == 0:
		return strconv.Itoa(first)
	case first == 0:
		return "–" + strconv.Itoa(last)
	}
	return strconv.Itoa(first) + "–" + strconv.Itoa(last)
}

func (r *reader) owner(p *model.Programme, o *model.Owner) {
	i := r.add(o.ID, p.ID, model.KindOwner, "", "")
	r.title(i, o.Name)
	i.say(OwnerKind, r.words.Code(OwnerKind, string(o.Kind)))
}

func (r *reader) contact(p *model.Programme, c *model.Contact) {
	i := r.add(c.ID, p.ID, model.KindContact, "", "")
	r.title(i, c.Role)
	i.say(Address, c.Address)
}

func (r *reader) chapter(p *model.Programme, c *model.Chapter) {
	i := r.add(c.ID, p.ID, model.KindChapter, string(c.Role), "")
	r.title(i, c.Title)
	i.say(Text, c.Body.In(r.language))
	i.say(Author, c.AuthorRole.In(r.language))
	for at := range c.Blocks {
		block := &c.Blocks[at]
		i := r.add(block.ID, c.ID, model.KindBlock, string(block.Role), "")
		r.title(i, block.Title)
		i.say(Text, block.Body.In(r.language))
		i.say(Author, block.AuthorRole.In(r.language))
	}
}

func (r *reader) section(p *model.Programme, s *model.Section) {
	i := r.add(s.ID, p.ID, model.KindSection, string(s.Role), s.Number)
	r.title(i, s.Title)
	i.say(Description, s.Description.In(r.language))
	for at := range s.Goals {
		r.goal(s.ID, &s.Goals[at])
	}
}

func (r *reader) goal(parent model.EntityID, g *model.Goal) {
	i := r.add(g.ID, parent, model.KindGoal, string(g.Role), g.Number)
	r.title(i, g.Title)
	i.say(Description, g.Description.In(r.language))
	r.bodies(i, g.Bodies, g.BodiesPrinted)
	r.indicators(g.ID, g.Number, g.Indicators)
	for at := range g.Measures {
		r.measure(g.ID, &g.Measures[at])
	}
	for at := range g.SubGoals {
		r.goal(g.ID, &g.SubGoals[at])
	}
}

func (r *reader) measure(parent model.EntityID, m *model.Measure) {
	i := r.add(m.ID, parent, model.KindMeasure, "", m.Number)
	r.title(i, m.Title)
	i.say(Description, m.Description.In(r.language))
	i.say(Timetable, r.words.Timetable(m.Timetable))
	i.say(TimetablePrinted, m.TimetablePrinted.In(r.language))
	r.bodies(i, m.Bodies, m.BodiesPrinted)
	r.indicators(m.ID, m.Number, m.Indicators)
}

// bodies says who is responsible, who leads and who takes part, by name.
func (r *reader) bodies(i *item, bodies []model.Responsibility, printed model.Text) {
	var responsible, leads, partners []string
	for _, b := range bodies {
		name := r.best(r.names[b.Body])
		if b.Role == model.Partner {
			partners = append(partners, name)
			continue
		}
		responsible = append(responsible, name)
		if b.Leads {
			leads = append(leads, name)
		}
	}
	i.say(Bodies, strings.Join(responsible, ", "))
	i.say(Leads, strings.Join(leads, ", "))
	i.say(Partners, strings.Join(partners, ", "))
	i.say(BodiesPrinted, printed.In(r.language))
}

func (r *reader) indicators(parent model.EntityID, number string, list []model.Indicator) {
	for at := range list {
		indicator := &list[at]
		i := r.add(indicator.ID, parent, model.KindIndicator, "", "")
		i.owner = number
		r.title(i, indicator.Title)
		i.say(IndicatorKind, r.words.Code(IndicatorKind, string(indicator.Kind)))
		i.say(Unit, indicator.Unit.In(r.language))
		i.say(Direction, r.words.Code(Direction, string(indicator.Direction)))
		i.say(Baseline, r.words.Baseline(indicator))
		i.say(BaselineSource, indicator.BaselineSource.In(r.language))
		i.say(Target, r.words.Target(indicator))
	}
}

func (r *reader) body(p *model.Programme, b *model.Body) {
	i := r.add(b.ID, p.ID, model.KindBody, "", "")
	r.title(i, b.Name)
	var aliases []string
	for _, a := range b.Aliases {
		aliases = append(aliases, r.best(a))
	}
	i.say(Aliases, strings.Join(aliases, ", "))
	i.say(SectorOfBody, r.words.Code(SectorOfBody, string(b.Sector)))
	i.say(Validity, r.words.Span(b.ValidFrom, b.ValidTo))
	i.say(Successor, r.best(r.names[b.Successor]))
}
