package comparison_test

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"tavoitekartta/model"
	"tavoitekartta/model/comparison"
	"tavoitekartta/model/stopwatch"
)

// plain are words that are the codes themselves.
type plain struct{}

func (plain) Timetable(t model.Timetable) string {
	if t.Kind == model.Ongoing {
		return "ongoing"
	}
	return strings.Trim(fmt.Sprint(t.Years), "[]")
}
func (plain) Target(i *model.Indicator) string                { return string(i.TargetTotal) }
func (plain) Baseline(i *model.Indicator) string              { return string(i.BaselineValue) }
func (plain) Code(_ comparison.Subject, code string) string   { return code }
func (plain) Date(d model.Date) string                        { return "" }
func (plain) Span(from, to model.Date) string                 { return "" }
func (plain) Languages(languages []model.Language) (s string) { return fmt.Sprint(languages) }
func fi(words string) model.Text                              { return model.Text{Fi: words} }
func measure(id model.EntityID, title string) model.Measure {
	return model.Measure{ID: id, Title: fi(title)}
}
func numbered(m model.Measure, number string) model.Measure { m.Number = number; return m }
func compare(before, after model.Programme) comparison.Comparison {
	return comparison.Compare(&before, &after, model.Finnish, plain{})
}

// housing is a programme of one section, two goals and three measures.
func housing() model.Programme {
	return model.Programme{
		ID: "p", Title: fi("Ohjelma"), FirstLanguage: model.Finnish, Languages: []model.Language{model.Finnish, model.Swedish},
		Bodies: []model.Body{{ID: "b1", Name: fi("Asumisneuvonta")}, {ID: "b2", Name: fi("Ehjä ry")}},
		Sections: []model.Section{{ID: "s", Number: "1", Title: fi("Asuminen"), Role: model.House, Goals: []model.Goal{
			{
				ID: "g1", Number: "1.1", Title: fi("Neuvonta tavoittaa"),
				Bodies: []model.Responsibility{{ID: "r1", Body: "b1", Role: model.Responsible}},
				Measures: []model.Measure{
					numbered(measure("m1", "Neuvoja palkataan"), "1.1.1"), numbered(measure("m2", "Opas käännetään"), "1.1.2"),
				},
			},
			{ID: "g2", Number: "1.2", Title: fi("Naapurit tutustuvat"), Measures: []model.Measure{numbered(measure("m3", "Pihajuhla"), "1.2.1")}},
		}}},
	}
}

// told writes the rows that differ, one a line: what happened, which row, and
// the parts that differ.
func told(c comparison.Comparison) string {
	words := map[comparison.Change]string{
		comparison.Unchanged: "=", comparison.Changed: "*", comparison.Added: "+", comparison.Removed: "-",
	}
	var lines []string
	for _, r := range c.Rows {
		if !r.Differs() {
			continue
		}
		line := words[r.Change] + string(r.ID)
		for _, p := range r.Parts {
			if p.Change() != comparison.Unchanged {
				line += fmt.Sprintf(" %s:%s>%s", p.Subject, p.Before, p.After)
			}
		}
		if m := r.Moved; m != nil {
			line += fmt.Sprintf(" moved %s %s>%s %s", m.From.Number, m.From.Under, m.To.Number, m.To.Under)
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

func TestRowsTellWhatBecameOfEachElement(t *testing.T) {
	cases := []struct {
		name string
		edit func(p *model.Programme, goals []model.Goal)
		want string
	}{
		{"nothing", func(*model.Programme, []model.Goal) {}, ""},
		{"a goal renamed", func(_ *model.Programme, g []model.Goal) { g[0].Title = fi("Neuvonta löytyy") }, "*g1 title:Neuvonta tavoittaa>Neuvonta löytyy"},
		{
			"a measure with years for the first time",
			func(_ *model.Programme, g []model.Goal) {
				g[0].Measures[0].Timetable = model.YearsTimetable(2027, 2028)
			},
			"*m1 timetable:>2027 2028",
		},
		{
			"a body more and one renamed",
			func(p *model.Programme, g []model.Goal) {
				p.Bodies[0].Name = fi("Asumisen neuvonta")
				g[0].Bodies = append(g[0].Bodies, model.Responsibility{ID: "r2", Body: "b2", Role: model.Responsible})
			},
			"*g1 bodies:Asumisen neuvonta>Asumisen neuvonta, Ehjä ry\n*b1 title:Asumisneuvonta>Asumisen neuvonta",
		},
		{
			"a measure put between, so that the next has another number",
			func(_ *model.Programme, g []model.Goal) {
				g[0].Measures[1].Number = "1.1.3"
				g[0].Measures = slices.Insert(g[0].Measures, 1, numbered(measure("m4", "Puhelinaika"), "1.1.2"))
			},
			"+m4 title:>Puhelinaika",
		},
		{
			"an indicator added",
			func(_ *model.Programme, g []model.Goal) {
				g[1].Indicators = []model.Indicator{{ID: "i1", Title: fi("Kävijät"), Kind: model.IndicatorCount, TargetTotal: "5"}}
			},
			"+i1 title:>Kävijät indicatorKind:>count target:>5",
		},
		{
			"a goal gone with its measure, where it stood",
			func(p *model.Programme, g []model.Goal) { p.Sections[0].Goals = g[1:]; g[1].Number = "1.1" },
			"-g1 title:Neuvonta tavoittaa> bodies:Asumisneuvonta>\n-m1 title:Neuvoja palkataan>\n-m2 title:Opas käännetään>",
		},
		{
			"a measure under another goal, and written anew",
			func(_ *model.Programme, g []model.Goal) {
				m := g[0].Measures[1]
				g[0].Measures = g[0].Measures[:1]
				m.Title, m.Number = fi("Opas selkokielelle"), "1.2.2"
				g[1].Measures = append(g[1].Measures, m)
			},
			"*m2 title:Opas käännetään>Opas selkokielelle moved 1.1.2 Neuvonta tavoittaa>1.2.2 Naapurit tutustuvat",
		},
		{
			"two goals in another order: one has moved",
			func(_ *model.Programme, g []model.Goal) {
				g[0], g[1] = g[1], g[0]
				g[0].Number, g[1].Number = "1.1", "1.2"
			},
			"=g2 moved 1.2 Asuminen>1.1 Asuminen",
		},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			after := housing()
			c.edit(&after, after.Sections[0].Goals)
			if got := told(compare(housing(), after)); got != c.want {
				t.Errorf("differs:\n%s\nwant:\n%s", got, c.want)
			}
		})
	}
}

func TestWhatIsGoneStandsWhereItStood(t *testing.T) {
	after := housing()
	goals := after.Sections[0].Goals
	goals[0].Measures = goals[0].Measures[:1]
	var order []string
	for _, row := range compare(housing(), after).Rows {
		order = append(order, string(row.ID))
	}
	if got, want := strings.Join(order, " "), "p s g1 m1 m2 g2 m3 b1 b2"; got != want {
		t.Errorf("rows %s, want %s", got, want)
	}
}

func TestAChangeInAnotherLanguageIsCountedApart(t *testing.T) {
	after := housing()
	goals := after.Sections[0].Goals
	goals[0].Title.Sv = "Rådgivningen når fram"
	goals[1].Title = model.Text{Fi: "Naapurit tapaavat", Sv: "Grannarna möts"}
	c := compare(housing(), after)
	if got, want := told(c), "*g2 title:Naapurit tutustuvat>Naapurit tapaavat"; got != want {
		t.Errorf("in Finnish:\n%s\nwant:\n%s", got, want)
	}
	if c.Elsewhere[model.Swedish] != 1 {
		t.Errorf("%d rows differ in Swedish alone, want 1", c.Elsewhere[model.Swedish])
	}
	before := housing()
	swedish := comparison.Compare(&before, &after, model.Swedish, plain{})
	if got, want := told(swedish), "*g1 title:>Rådgivningen når fram\n*g2 title:>Grannarna möts"; got != want {
		t.Errorf("in Swedish:\n%s\nwant:\n%s", got, want)
	}
	if row := swedish.Rows[1]; row.Name != "Asuminen" {
		t.Errorf("a section without Swedish is called %q", row.Name)
	}
}

func TestCountsTellEachRowOnceForWhatBecameOfIt(t *testing.T) {
	after := housing()
	goals := after.Sections[0].Goals
	goals[1].Title = fi("Naapurit tapaavat")
	goals[0], goals[1] = goals[1], goals[0]
	goals[1].Measures = append(goals[1].Measures[:1], measure("m5", "Uusi"), measure("m6", "Toinen"))
	want := comparison.Counts{Added: 2, Changed: 1, Removed: 1, Moved: 1}
	if got := compare(housing(), after).Counts; got != want {
		t.Errorf("counts %+v, want %+v", got, want)
	}
}

// drawn is a programme with some of ten measures, in some order and wording.
func drawn(rt *rapid.T, label string) model.Programme {
	p := housing()
	var goals [2][]model.Measure
	for _, n := range rapid.SliceOfNDistinct(rapid.IntRange(0, 9), 0, 10, rapid.ID[int]).Draw(rt, label) {
		at := rapid.IntRange(0, 1).Draw(rt, label+"goal")
		words := rapid.SampledFrom([]string{"a", "b", ""}).Draw(rt, label+"words")
		goals[at] = append(goals[at], measure(model.EntityID("x"+strconv.Itoa(n)), words))
	}
	p.Sections[0].Goals[0].Measures, p.Sections[0].Goals[1].Measures = goals[0], goals[1]
	return p
}

func TestComparedTheOtherWayRoundAddedIsRemoved(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		a, b := drawn(rt, "a"), drawn(rt, "b")
		forth, back := compare(a, b), compare(b, a)
		want := comparison.Counts{
			Added: back.Counts.Removed, Removed: back.Counts.Added, Changed: back.Counts.Changed, Moved: back.Counts.Moved,
		}
		if forth.Counts != want {
			rt.Fatalf("forth %+v, back %+v", forth.Counts, back.Counts)
		}
		seen := map[model.EntityID]bool{}
		for _, r := range forth.Rows {
			if seen[r.ID] {
				rt.Fatalf("%s stands twice", r.ID)
			}
			seen[r.ID] = true
		}
		if len(back.Rows) != len(forth.Rows) {
			rt.Fatalf("%d rows forth, %d back", len(forth.Rows), len(back.Rows))
		}
		if compare(a, a).Counts.Any() {
			rt.Fatal("a programme differs from itself")
		}
	})
}

// large is a programme of measures, each with an indicator and two bodies.
func large(measures int, wording string) model.Programme {
	p := housing()
	goal := &p.Sections[0].Goals[0]
	goal.Measures = nil
	for n := range measures {
		id := model.EntityID("x" + strconv.Itoa(n))
		m := measure(id, fmt.Sprintf("Toimenpide %d %s monikulttuurisessa kaupungissa", n, wording))
		m.Bodies = []model.Responsibility{{ID: id + "r", Body: "b1"}, {ID: id + "q", Body: "b2"}}
		m.Indicators = []model.Indicator{{ID: id + "i", Title: fi(wording), TargetTotal: "5"}}
		goal.Measures = append(goal.Measures, m)
	}
	return p
}

func TestLargeProgrammesAreComparedWithoutAPause(t *testing.T) {
	for _, c := range []struct {
		measures int
		most     time.Duration
	}{{500, 50 * time.Millisecond}, {10000, 2 * time.Second}} {
		before, after := large(c.measures, "ennen"), large(c.measures, "jälkeen")
		slices.Reverse(after.Sections[0].Goals[0].Measures)
		var counts comparison.Counts
		if took := stopwatch.Quickest(func() { counts = compare(before, after).Counts }); took > c.most {
			t.Errorf("%d measures took %v", c.measures, took)
		}
		if counts.Changed != 2*c.measures || counts.Moved != c.measures-1 {
			t.Errorf("%d measures: %+v", c.measures, counts)
		}
	}
}

func BenchmarkCompare500Measures(b *testing.B) {
	before, after := large(500, "ennen"), large(500, "jälkeen")
	for b.Loop() {
		compare(before, after)
	}
}

func TestAnAmendmentIsKnownByTheWordsThatItBrought(t *testing.T) {
	row := comparison.Row{Parts: []comparison.Part{{
		Subject: comparison.Description, Before: "Neuvonta avataan.", After: "Neuvonta avataan. Kaupunki edellyttää myös omaa vastuuta.",
	}}}
	for words, want := range map[string]bool{
		"Lisätään virke: ”Kaupunki edellyttää myös\nomaa vastuuta.”": true,
		"Neuvonta avataan.":         false,
		"Kaupunki maksaa neuvonnan": false,
		"":                          false,
	} {
		if got := row.QuotedIn(words); got != want {
			t.Errorf("quoted in %q: %v", words, got)
		}
	}
}
