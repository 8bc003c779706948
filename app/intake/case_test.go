package intake_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"tavoitekartta/app/intake/intaketest"
	"tavoitekartta/model"
	"tavoitekartta/model/casetest"
	"tavoitekartta/model/wording"
)

func readCase(t *testing.T) casetest.Case {
	t.Helper()
	c, err := casetest.Vaasa2019()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func vaasa(t testing.TB) (*model.State, model.Programme) {
	t.Helper()
	state := intaketest.Example(t, "vaasa-2019-2022")
	return state, state.Programme()
}

func TestVaasaExampleHoldsTheWholeCase(t *testing.T) {
	c := readCase(t)
	_, p := vaasa(t)
	equal(t, "title", p.Title.Fi, c.Programme.Title.Fi)
	equal(t, "subtitle", p.Subtitle.Fi, c.Programme.Subtitle.Fi)
	equal(t, "years", [2]int{p.FirstYear, p.LastYear}, c.Programme.Years)
	equal(t, "prepared by", p.PreparedBy.Fi, c.Programme.PreparedBy)
	equal(t, "coordinated with", p.CoordinatedWith.Fi, c.Programme.Coordinated)
	equal(t, "address", p.Address, c.Programme.Address)
	equal(t, "contact", p.Contacts[0].Role.Fi, c.Programme.ContactRole)
	equal(t, "greetings", p.Chapters[0].Title.Fi, c.Programme.Greetings.Title.Fi)
	counts := p.Counts()
	equal(t, "sections", counts.Sections, c.Counts.Sections)
	equal(t, "goals", counts.Goals, c.Counts.Goals)
	equal(t, "measures", counts.Measures, c.Counts.Measures)
	equal(t, "indicators", counts.Indicators, c.Counts.Indicators)
	if len(p.Sections) != len(c.Sections) {
		t.Fatal("sections differ in number")
	}
	for i, want := range c.Sections {
		got := p.Sections[i]
		equal(t, "section", got.Title.Fi, want.Title)
		equal(t, "kind of "+want.Title, got.Role, roleOf(want.Kind))
		if got.Title.Sv == "" {
			t.Errorf("%s has no Swedish title", want.Title)
		}
		if len(got.Goals) != len(want.Goals) {
			t.Fatalf("%s: %d goals, want %d", want.Title, len(got.Goals), len(want.Goals))
		}
		for j := range want.Goals {
			checkGoal(t, &p, got.Goals[j], want.Goals[j])
		}
	}
}

func roleOf(kind string) model.SectionRole {
	switch kind {
	case "foundation":
		return model.Foundation
	case "follow-up":
		return model.FollowUp
	}
	return model.House
}

func checkGoal(t *testing.T, p *model.Programme, got model.Goal, want casetest.Goal) {
	t.Helper()
	equal(t, "goal", got.Title.Fi, want.Title)
	if len(got.Measures) != len(want.Measures) {
		t.Fatalf("%s: %d measures, want %d", want.Title, len(got.Measures), len(want.Measures))
	}
	for i, m := range want.Measures {
		measure := got.Measures[i]
		equal(t, "measure", measure.Title.Fi, m.Text)
		equal(t, "timetable of "+m.Text, measure.Timetable.Kind, timetableKind(m))
		if !slices.Equal(measure.Timetable.Years, m.Years) {
			t.Errorf("%s: years %v, want %v", m.Text, measure.Timetable.Years, m.Years)
		}
		if want.Pairs {
			checkBodies(t, p, m.Text, measure.Bodies, m.Responsible, measure.BodiesPrinted.Fi, m.ResponsiblePrinted)
			checkIndicators(t, m.Text, measure.Indicators, m.Indicators)
		} else if len(measure.Bodies)+len(measure.Indicators) > 0 {
			t.Errorf("%s has bodies or indicators of its own", m.Text)
		}
	}
	if want.Pairs {
		if len(got.Bodies)+len(got.Indicators) > 0 {
			t.Errorf("%s repeats the bodies or indicators of its measures", want.Title)
		}
		return
	}
	checkBodies(t, p, want.Title, got.Bodies, want.Responsible, got.BodiesPrinted.Fi, want.ResponsiblePrinted)
	checkIndicators(t, want.Title, got.Indicators, want.Indicators)
}

func timetableKind(m casetest.Measure) model.TimetableKind {
	switch {
	case m.Ongoing:
		return model.Ongoing
	case len(m.Years) > 0:
		return model.InYears
	}
	return model.Unscheduled
}

func checkBodies(t *testing.T, p *model.Programme, at string, got []model.Responsibility, want []string, gotPrinted, wantPrinted string) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%s: %d bodies, want %d", at, len(got), len(want))
	}
	together := strings.Contains(wantPrinted, " yhdessä ")
	for i, name := range want {
		body := p.FindBody(name)
		if body == nil || got[i].Body != body.ID {
			t.Errorf("%s: body %d is not %q", at, i, name)
			continue
		}
		equal(t, "role of "+name, got[i].Role, model.Responsible)
		equal(t, "lead of "+name+" in "+at, got[i].Leads, together && i == 0)
		if name != body.Name.Fi && gotPrinted == "" {
			t.Errorf("%s: the printed wording %q is lost", at, name)
		}
	}
	if wantPrinted != "" {
		equal(t, "printed bodies", gotPrinted, wantPrinted)
	}
}

func checkIndicators(t *testing.T, at string, got []model.Indicator, want []string) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%s: %d indicators, want %d", at, len(got), len(want))
	}
	for i, wording := range want {
		equal(t, "indicator", got[i].Title.Fi, wording)
		if got[i].Kind == model.IndicatorUnknown {
			t.Errorf("%q has no kind", wording)
		}
		if got[i].BaselineValue != "" {
			t.Errorf("%q has a baseline, V19 gives none", wording)
		}
	}
}

func equal[T comparable](t *testing.T, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s: %v, want %v", what, got, want)
	}
}

// The kinds stored in the example are those that the program would propose; a
// person has confirmed them, except where a wording holds two kinds or says
// little.
func TestVaasaIndicatorsAreOfTheKindsThatTheirWordingsSay(t *testing.T) {
	_, p := vaasa(t)
	var unconfirmed []string
	for g := range p.AllGoals() {
		for i := range g.AllIndicators() {
			read := wording.ReadIndicator(i.Title.Fi, model.Finnish)
			equal(t, "kind of "+i.Title.Fi, i.Kind, read.Kind)
			equal(t, "target of "+i.Title.Fi, i.TargetTotal, read.TargetTotal)
			equal(t, "yearly target of "+i.Title.Fi, i.TargetYearly, read.TargetYearly)
			equal(t, "unit of "+i.Title.Fi, i.Unit.Fi, read.Unit)
			equal(t, "direction of "+i.Title.Fi, i.Direction, read.Direction)
			if len(read.Parts) > 0 && i.Confirmed {
				t.Errorf("%q holds two kinds and is confirmed", i.Title.Fi)
			}
			if !i.Confirmed {
				unconfirmed = append(unconfirmed, i.Title.Fi)
			}
		}
	}
	equal(t, "unconfirmed", len(unconfirmed), 4)
}

func TestVaasaExampleIsWrittenInTwentyOfItsGoals(t *testing.T) {
	_, p := vaasa(t)
	share := p.WrittenShare()
	equal(t, "share", share, model.Share{Part: 20, Whole: 27})
	equal(t, "per cent", share.Percent(), 74)
	equal(t, "state", p.State, model.Draft)
	for _, s := range p.Sections {
		finnish, swedish := s.TextShare(model.Finnish), s.TextShare(model.Swedish)
		equal(t, "Finnish texts of "+s.Title.Fi, finnish.Percent(), 100)
		equal(t, "Swedish texts of "+s.Title.Fi, swedish.Part, 1)
	}
}

func TestVaasaExampleHasNoMistakesAndLacksOnlyADecision(t *testing.T) {
	state, _ := vaasa(t)
	rules := model.NewRules()
	for _, f := range rules.Check(state) {
		if f.Severity >= model.Mistake {
			t.Errorf("%s at %s", f.Code, f.Path)
		}
	}
	obstacles := rules.Obstacles(state)
	if len(obstacles) != 1 || obstacles[0].Code != model.CodeDecisionMissing {
		t.Errorf("obstacles %v, want the missing decision alone", obstacles)
	}
}

func TestVaasaRoadmapIsThePrintedOne(t *testing.T) {
	c := readCase(t)
	_, p := vaasa(t)
	roadmap := p.Roadmap()
	for year, count := range map[int]int{2019: 7, 2020: 6, 2021: 7, 2022: 2} {
		equal(t, "goals on the year", len(roadmap.ByYear[year]), count)
	}
	equal(t, "ongoing", len(roadmap.Ongoing), 5)
	equal(t, "undated", len(roadmap.Undated), 0)
	named := 0
	for group, entries := range map[string][]model.RoadmapGoal{
		"2019": roadmap.ByYear[2019], "2020": roadmap.ByYear[2020], "2021": roadmap.ByYear[2021], "ongoing": roadmap.Ongoing,
	} {
		var titles []string
		if err := json.Unmarshal(c.Roadmap[group], &titles); err != nil {
			t.Fatal(err)
		}
		for _, title := range titles {
			named++
			if !slices.ContainsFunc(entries, func(e model.RoadmapGoal) bool { return e.Title.Fi == title }) {
				t.Errorf("%q is not on %s", title, group)
			}
		}
	}
	equal(t, "titles that survived the scan", named, 12)
}

func TestVaasaStructuralMapIsThePrintedOne(t *testing.T) {
	c := readCase(t)
	_, p := vaasa(t)
	drawn := p.StructuralMap()
	var houses []string
	for _, h := range drawn.Houses {
		houses = append(houses, h.Title.Fi)
	}
	if !slices.Equal(houses, c.StructuralMap.Houses) {
		t.Errorf("houses %q", houses)
	}
	if len(drawn.Foundation) != 1 || drawn.Foundation[0].Title.Fi != c.StructuralMap.Foundation {
		t.Errorf("foundation %v", drawn.Foundation)
	}
	if len(drawn.FollowUp) != 1 || drawn.FollowUp[0].Title.Fi != c.StructuralMap.FollowUp {
		t.Errorf("follow-up %v", drawn.FollowUp)
	}
}

func TestEveryBodyOfTheCaseHasItsOwnTable(t *testing.T) {
	c := readCase(t)
	_, p := vaasa(t)
	want := map[string][]string{}
	note := func(names []string, title string) {
		for _, name := range names {
			want[strings.ToLower(name)] = append(want[strings.ToLower(name)], title)
		}
	}
	for _, s := range c.Sections {
		for _, g := range s.Goals {
			if !g.Pairs {
				note(g.Responsible, g.Title)
				continue
			}
			for _, m := range g.Measures {
				note(m.Responsible, m.Text)
			}
		}
	}
	tables := p.DutiesByBody()
	equal(t, "bodies", len(tables), len(want))
	for _, table := range tables {
		var got []string
		for _, d := range table.Duties {
			if d.Measure != nil {
				got = append(got, d.Measure.Title.Fi)
				continue
			}
			got = append(got, d.Goal.Title.Fi)
		}
		if name := table.Body.Name.Fi; !slices.Equal(got, want[strings.ToLower(name)]) {
			t.Errorf("%s: %q, want %q", name, got, want[strings.ToLower(name)])
		}
	}
}

func TestWelcomeOfficeIsOneBodyWithTwoSpellings(t *testing.T) {
	_, p := vaasa(t)
	body := p.FindBody("Welcome Office")
	if body == nil || body.Name.Fi != "Welcome office" || len(body.Aliases) != 1 || body.Aliases[0].Fi != "Welcome Office" {
		t.Errorf("%+v", body)
	}
}
