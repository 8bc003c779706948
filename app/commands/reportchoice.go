package commands

import (
	"slices"
	"strconv"
	"strings"

	"tavoitekartta/app/workflow"
	"tavoitekartta/model"
)

// choice reads what the kind of report asks besides. What it does not ask, and
// what is not in the programme, is refused in words, with what there is.
func (t *reportTask) choice(s *session, p *model.Programme) (workflow.ReportChoice, bool) {
	choice := workflow.ReportChoice{EmptyLines: t.EmptyLines, SignatureFields: t.SignatureFields}
	if !t.asked(s) {
		return choice, false
	}
	for _, word := range t.Sections {
		section, ok := s.choose("section", word, sectionsOf(p))
		if !ok {
			return choice, false
		}
		choice.Sections = append(choice.Sections, section)
	}
	var ok bool
	if t.Body != nil {
		if choice.Body, ok = s.choose("body", *t.Body, bodiesOf(p)); !ok {
			return choice, false
		}
	}
	if t.Goal != nil {
		if choice.Goal, ok = s.choose("goal", *t.Goal, goalsOf(p)); !ok {
			return choice, false
		}
	}
	if t.Handling != nil {
		if choice.Decision, ok = s.choose("handling", *t.Handling, s.handlingsOf(p)); !ok {
			return choice, false
		}
	}
	if t.Year != nil {
		if choice.Year, ok = s.year(*t.Year); !ok {
			return choice, false
		}
	}
	return choice, true
}

// asked tells whether the kind of report asks every option that was given.
func (t *reportTask) asked(s *session) bool {
	asks := workflow.AskedOf(t.Kind)
	for _, option := range []struct {
		flag         string
		given, asked bool
	}{
		{"--section", len(t.Sections) > 0, asks.Sections},
		{"--body", t.Body != nil, asks.Body},
		{"--goal", t.Goal != nil, asks.Goal},
		{"--handling", t.Handling != nil, asks.Decision},
		{"--year", t.Year != nil, asks.Year},
		{"--empty-lines", t.EmptyLines, asks.EmptyLines},
		{"--signature-fields", t.SignatureFields, asks.SignatureFields},
	} {
		if option.given && !option.asked {
			s.complain("command.report.notAsked", "kind", t.Kind, "flag", option.flag)
			return false
		}
	}
	return true
}

// candidate is a part of the programme that a word on the command line may mean.
type candidate struct {
	id     model.EntityID
	number string // "" for none
	names  []model.Text
}

// meant tells whether the word is the candidate's number or one of its names.
func (c candidate) meant(word string) bool {
	if c.number != "" && c.number == word {
		return true
	}
	return slices.ContainsFunc(c.names, func(name model.Text) bool {
		return slices.ContainsFunc(model.Languages(), func(l model.Language) bool {
			return name.In(l) != "" && strings.EqualFold(name.In(l), word)
		})
	})
}

func sectionsOf(p *model.Programme) []candidate {
	var all []candidate
	for i := range p.Sections {
		all = append(all, candidate{p.Sections[i].ID, p.Sections[i].Number, []model.Text{p.Sections[i].Title}})
	}
	return all
}

func bodiesOf(p *model.Programme) []candidate {
	var all []candidate
	for i := range p.Bodies {
		all = append(all, candidate{p.Bodies[i].ID, "", append([]model.Text{p.Bodies[i].Name}, p.Bodies[i].Aliases...)})
	}
	return all
}

func goalsOf(p *model.Programme) []candidate {
	var all []candidate
	for g := range p.AllGoals() {
		all = append(all, candidate{g.ID, g.Number, []model.Text{g.Title}})
	}
	return all
}

// handlingsOf are the decisions on the way to the final one, by the day of their
// meetings and by their organs.
func (s *session) handlingsOf(p *model.Programme) []candidate {
	var all []candidate
	for _, d := range p.Chain() {
		name, day := d.OrganName, ""
		if name.Empty() && d.Organ != "" {
			name.Fi = s.words.T("report.organ." + string(d.Organ))
		}
		if !d.MeetingDate.Zero() {
			day = d.MeetingDate.String()
		}
		all = append(all, candidate{d.ID, day, []model.Text{name, {En: string(d.Organ)}}})
	}
	return all
}

// choose finds what a word means: an id, else a number or a name that one
// candidate alone has. Otherwise it lists those that there are. What names the
// kind of candidate in the texts "command.report.<what>…".
func (s *session) choose(what, word string, candidates []candidate) (model.EntityID, bool) {
	word = strings.TrimSpace(word)
	var meant []candidate
	for _, c := range candidates {
		if string(c.id) == word {
			return c.id, true
		}
		if c.meant(word) {
			meant = append(meant, c)
		}
	}
	switch {
	case len(meant) == 1:
		return meant[0].id, true
	case len(meant) > 1:
		s.complain("command.report."+what+".several", "word", shown(word))
		s.list(s.lines(meant, true))
	case len(candidates) == 0:
		s.complain("command.report." + what + ".none")
	default:
		s.complain("command.report."+what+".unknown", "word", shown(word))
		s.list(s.lines(candidates, false))
	}
	return "", false
}

// lines are candidates to read: number and name, and the id where those do not
// tell them apart.
func (s *session) lines(candidates []candidate, withID bool) []string {
	var lines []string
	for _, c := range candidates {
		line := strings.TrimSpace(c.number + " " + shown(s.best(c.names[0])))
		if withID {
			line += " (" + string(c.id) + ")"
		}
		lines = append(lines, line)
	}
	return lines
}

// year reads a year.
func (s *session) year(word string) (int, bool) {
	year, err := strconv.Atoi(strings.TrimSpace(word))
	if err != nil || !model.PossibleYear(year) {
		s.complain("command.report.year", "year", shown(word))
		return 0, false
	}
	return year, true
}
