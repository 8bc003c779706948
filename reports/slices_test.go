package reports_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"tavoitekartta/assets"
	"tavoitekartta/model"
	"tavoitekartta/reports"
	"tavoitekartta/reports/layout"
	"tavoitekartta/reports/programme"
)

// followedUp is the case in its second year: some measures have been done, one
// duty is accepted, and one body has come after another.
func followedUp(t testing.TB) model.Programme {
	t.Helper()
	p := vaasa(t)
	p.Bodies = slices.Clone(p.Bodies)
	p.Sections = slices.Clone(p.Sections)
	p.Sections[0].Goals = slices.Clone(p.Sections[0].Goals)
	goal := &p.Sections[0].Goals[0]
	goal.Measures = slices.Clone(goal.Measures)
	goal.Measures[1].Status = model.UnderWay
	goal.Bodies = slices.Clone(goal.Bodies)
	goal.Bodies[0].ID, goal.Bodies[0].AcceptedBy, goal.Bodies[0].AcceptedOn = "r1", "henkilöstöjohtaja", model.Date{Year: 2019, Month: 3, Day: 1}
	goal.Bodies[0].Reservation = model.Text{Fi: "Määrärahojen puitteissa.", Sv: "Inom ramen för anslagen."}
	p.Bodies = append(p.Bodies, model.Body{ID: "heir", Name: model.Text{Fi: "Työllisyyspalvelut", Sv: "Sysselsättningstjänster"}})
	p.Body(goal.Bodies[0].Body).Successor = "heir"
	return p
}

// inTheSecondYear is a day on which measures of the first years can be late.
var inTheSecondYear = model.Date{Year: 2022, Month: 2, Day: 1}

func TestTreesOfPartsOfTheProgramme(t *testing.T) {
	p := followedUp(t)
	both := []model.Language{model.Finnish, model.Swedish}
	cases := []struct {
		kind   programme.Kind
		choice programme.Choice
	}{
		{programme.Sections, programme.Choice{Sections: []model.EntityID{p.Sections[0].ID, p.Sections[2].ID}, EmptyLines: true}},
		{programme.BodySheet, programme.Choice{Body: "heir"}},
		{programme.Extract, programme.Choice{Goal: p.Sections[0].Goals[0].ID}},
	}
	for _, c := range cases {
		for _, languages := range [][]model.Language{both[:1], both[1:], {model.English}, both} {
			golden(t, p, string(c.kind), programme.Options{Kind: c.kind, Choice: c.choice, Languages: languages, Today: inTheSecondYear, Names: names})
		}
	}
}

// golden compares the tree of a report with the kept one.
func golden(t *testing.T, p model.Programme, name string, options programme.Options) {
	t.Helper()
	for _, language := range options.Languages {
		name += "-" + string(language)
	}
	doc, err := programme.Document(&p, options)
	if err != nil {
		t.Fatal(err)
	}
	checkGolden(t, name, trimLines(doc.Outline()))
}

func TestTheApprovedEditionIsTheProgrammeWithHowItWasApproved(t *testing.T) {
	p := vaasa(t)
	tree := func(kind programme.Kind, languages ...model.Language) []string {
		doc, err := programme.Document(&p, programme.Options{Kind: kind, Languages: languages, Today: today, Names: names,
			Choice: programme.Choice{SignatureFields: true}})
		if err != nil {
			t.Fatal(err)
		}
		return strings.Split(trimLines(doc.Outline()), "\n")[1:]
	}
	for _, languages := range [][]model.Language{
		{model.Finnish}, {model.Swedish}, {model.English}, {model.Finnish, model.Swedish},
	} {
		whole, approved := tree(programme.Whole, languages...), tree(programme.Approved, languages...)
		var added []string
		for _, line := range approved {
			if len(whole) > 0 && line == whole[0] {
				whole = whole[1:]
				continue
			}
			added = append(added, line)
		}
		if len(whole) > 1 { // the last line feed stands at the end of both
			t.Errorf("%v: the approved edition lacks %q", languages, whole[0])
		}
		name := "approved"
		for _, language := range languages {
			name += "-" + string(language)
		}
		checkGolden(t, name, strings.Join(added, "\n"))
	}
}

func TestWhatIsNotThereIsRefused(t *testing.T) {
	draft := vaasa(t)
	draft.State, draft.Decisions = model.Draft, nil
	for _, c := range []struct {
		kind   programme.Kind
		choice programme.Choice
		want   error
	}{
		{programme.Approved, programme.Choice{}, reports.ErrNotApproved},
		{programme.Sections, programme.Choice{Sections: []model.EntityID{draft.Sections[0].ID, "nowhere"}}, reports.ErrNotInProgramme},
		{programme.BodySheet, programme.Choice{Body: "nobody"}, reports.ErrNotInProgramme},
		{programme.Extract, programme.Choice{Goal: "nothing"}, reports.ErrNotInProgramme},
		{programme.Agenda, programme.Choice{Decision: "never"}, reports.ErrNotInProgramme},
	} {
		_, err := reports.Pages(context.Background(), draft, reports.Options{Kind: string(c.kind), Choice: c.choice})
		if !errors.Is(err, c.want) {
			t.Errorf("%s: error %v, want %v", c.kind, err, c.want)
		}
	}
	version := &model.Version{Number: 1, Decision: model.Decision{ID: "d", Organ: model.Council}}
	if _, err := reports.Pages(context.Background(), draft, reports.Options{Kind: "approved", Version: version}); err != nil {
		t.Errorf("a frozen version is refused: %v", err)
	}
}

func TestNoWordOfAPartIsMissing(t *testing.T) {
	programmes := []model.Programme{{}, followedUp(t)}
	for _, name := range assets.Examples() {
		programmes = append(programmes, exampleOf(t, name))
	}
	choice := programme.Choice{EmptyLines: true, SignatureFields: true}
	for _, p := range programmes {
		for _, state := range []model.StoredState{p.State, model.Draft, model.Approved} {
			p.State = state
			for _, kind := range []programme.Kind{programme.Sections, programme.BodySheet, programme.Extract, programme.Approved} {
				for _, language := range model.Languages() {
					options := programme.Options{Kind: kind, Languages: []model.Language{language}, Today: today, Choice: choice}
					doc, err := programme.Document(&p, options)
					if errors.Is(err, programme.ErrNotApproved) {
						continue
					}
					if err != nil {
						t.Fatal(err)
					}
					outline := doc.Outline()
					if at := max(strings.Index(outline, "report."), strings.Index(outline, "{")); at >= 0 {
						t.Errorf("%s %s: a key or a placeholder is printed: …%q", kind, language, outline[max(0, at-40):min(len(outline), at+60)])
					}
				}
			}
		}
	}
}

func TestASheetTellsWhatIsLateOnlyWhereItIsKnown(t *testing.T) {
	words := func(p model.Programme, version *model.Version) string {
		doc, err := programme.Document(&p, programme.Options{Kind: programme.BodySheet, Languages: []model.Language{model.Finnish},
			Today: inTheSecondYear, Version: version})
		if err != nil {
			t.Fatal(err)
		}
		return doc.Outline()
	}
	p := followedUp(t)
	if !strings.Contains(words(p, nil), "Myöhässä") {
		t.Error("a measure of 2021 is not late in 2022")
	}
	if strings.Contains(words(vaasa(t), &model.Version{Number: 1}), "Myöhässä") {
		t.Error("frozen content, which has no follow-up, calls measures late")
	}
	p.Sections[0].Goals[0].Measures[0].Status = model.Completed
	done := words(p, nil)
	if !strings.Contains(done, "Valmis") {
		t.Error("a completed measure is not told")
	}
}

func TestTheFollowUpOfFrozenContentIsThatOfTheProgrammeAsItStands(t *testing.T) {
	live := followedUp(t)
	bytes, err := live.CanonicalContent()
	if err != nil {
		t.Fatal(err)
	}
	frozen, err := model.ReadCanonicalContent(bytes)
	if err != nil {
		t.Fatal(err)
	}
	frozen.State, frozen.Decisions = model.Approved, live.Decisions
	for kind, wanted := range map[programme.Kind]string{
		programme.BodySheet: "Seuranta, tilanne 1.2.2022: myöhässä 2, käynnissä 1", programme.Extract: "Tilanne 1.2.2022: myöhässä 1, käynnissä 1",
	} {
		options := programme.Options{Kind: kind, Languages: []model.Language{model.Finnish}, Today: inTheSecondYear,
			Version: &model.Version{Number: 1}, Choice: programme.Choice{Body: "heir", Goal: live.Sections[0].Goals[0].ID}}
		for _, followUp := range []*model.Programme{nil, &live} {
			options.FollowUp = followUp
			doc, err := programme.Document(&frozen, options)
			if err != nil {
				t.Fatal(err)
			}
			if outline := doc.Outline(); strings.Contains(outline, wanted) != (followUp != nil) || strings.Contains(outline, "Käynnissä") != (followUp != nil) {
				t.Errorf("%s, follow-up %t: %q in\n%s", kind, followUp != nil, wanted, outline)
			}
		}
	}
	if frozen.Sections[0].Goals[0].Measures[1].Status != "" {
		t.Error("the frozen content was altered")
	}
}

func TestAnExtractOfEveryGoalBeginsWithItsContents(t *testing.T) {
	p := followedUp(t)
	golden(t, p, "extract-all", programme.Options{Kind: programme.Extract, Languages: []model.Language{model.Finnish}, Today: inTheSecondYear, Names: names})
	laid := pages(t, p, reports.Options{Kind: "extract", Languages: []model.Language{model.Finnish}, Today: today})
	if goals := p.Counts().Goals; len(laid.Pages) < goals+1 || len(laid.Pages) > goals+3 {
		t.Errorf("%d pages for %d goals and their contents", len(laid.Pages), goals)
	}
}

func TestEveryDutyStandsOnItsBodysSheet(t *testing.T) {
	p := vaasa(t)
	laid := pages(t, p, reports.Options{Kind: "body", Languages: []model.Language{model.Finnish}, Today: today})
	paragraphs := elementTexts(laid, layout.RoleParagraph)
	for g := range p.AllGoals() {
		for i := range g.Measures {
			if m := &g.Measures[i]; len(g.BodiesOf(m)) > 0 && !slices.Contains(paragraphs, m.Title.Fi) {
				t.Errorf("no sheet has %q", m.Title.Fi)
			}
		}
	}
	headings := elementTexts(laid, layout.RoleHeading1)
	if want := len(p.AnsweringBodies()); len(headings) != want {
		t.Errorf("%d sheets, want %d", len(headings), want)
	}
}

func TestPartsOfAnyProgrammeArePrinted(t *testing.T) {
	long := strings.Repeat("kotouttamistoimenpide", 15)[:300]
	crowded := model.Programme{FirstLanguage: model.Finnish, Title: model.Text{Fi: long},
		Bodies:   []model.Body{{ID: "b", Name: model.Text{Fi: long}}},
		Sections: []model.Section{{ID: "s", Number: "1", Title: model.Text{Fi: long}, Goals: []model.Goal{{ID: "g", Number: "1.1", Title: model.Text{Fi: long}}}}}}
	goal := &crowded.Sections[0].Goals[0]
	goal.Bodies = []model.Responsibility{{Body: "b", Role: model.Responsible}}
	goal.Description = model.Text{Fi: strings.Repeat("Rivi joka on sivua korkeampi. ", 400)}
	for i := range 200 {
		goal.Measures = append(goal.Measures, model.Measure{ID: model.EntityID(fmt.Sprint("m", i)), Title: model.Text{Fi: fmt.Sprint("Toimenpide ", i)},
			Timetable: model.Timetable{Kind: model.InYears, Years: []int{2026}}})
	}
	tall := crowded
	tall.Sections = []model.Section{{ID: "s", Goals: []model.Goal{{ID: "g", Bodies: goal.Bodies, Measures: []model.Measure{{ID: "m", Title: goal.Description}}}}}}
	for name, p := range map[string]model.Programme{
		"empty": {}, "crowded": crowded, "tall": tall, "goals alone": {Goals: vaasa(t).Sections[0].Goals},
	} {
		for _, kind := range []string{"sections", "body", "extract"} {
			o := reports.Options{Kind: kind, Languages: []model.Language{model.Finnish, model.Swedish}, Today: today,
				Choice: programme.Choice{EmptyLines: true}}
			laid := pages(t, p, o)
			for i, page := range laid.Pages {
				for _, operation := range page.Operations {
					if text, is := operation.(layout.Text); is && (text.Y > page.Height() || text.X < 0 || text.X+text.Width > page.Width()) {
						t.Fatalf("%s %s: page %d: %q stands at %.0f, %.0f", name, kind, i+1, text.String, text.X, text.Y)
					}
				}
			}
			if name == "crowded" && kind != "body" && !slices.Contains(elementTexts(laid, layout.RoleParagraph), "Toimenpide 199") {
				t.Errorf("%s: the last of 200 measures is not printed", kind)
			}
		}
	}
}

func TestLinesToWriteOnAreNoContent(t *testing.T) {
	p := vaasa(t)
	choose := func(lines bool) *layout.Result {
		return pages(t, p, reports.Options{Kind: "sections", Languages: []model.Language{model.Finnish}, Today: today,
			Choice: programme.Choice{Sections: []model.EntityID{p.Sections[1].ID}, EmptyLines: lines}})
	}
	with, without := choose(true), choose(false)
	ruled := 0
	for _, page := range with.Pages {
		for _, operation := range page.Operations {
			if mark := operation.Marking(); mark.Element < 0 && mark.Artifact == layout.Layout {
				ruled++
			}
		}
	}
	for _, page := range without.Pages {
		for _, operation := range page.Operations {
			if mark := operation.Marking(); mark.Element < 0 && mark.Artifact == layout.Layout {
				ruled--
			}
		}
	}
	goals := len(p.Sections[1].Goals)
	if least := goals * 3 * 4; ruled < least {
		t.Errorf("%d lines to write on below %d goals, want at least %d", ruled, goals, least)
	}
	cells := func(r *layout.Result) (count int) { // of the first table, that of the goals
		table := slices.IndexFunc(r.Elements, func(e layout.Element) bool { return e.Role == layout.RoleTable })
		for i := range r.Elements {
			at := i
			for at > table {
				at = r.Elements[at].Parent
			}
			if at == table {
				count++
			}
		}
		return count
	}
	if cells(with) != cells(without) {
		t.Error("lines to write on are read out as cells")
	}
}

func TestTablesToWriteInLieOnTheirSide(t *testing.T) {
	p := vaasa(t)
	o := reports.Options{Kind: "sections", Languages: []model.Language{model.Finnish}, Today: today,
		Choice: programme.Choice{Sections: []model.EntityID{p.Sections[0].ID}, EmptyLines: true}}
	laid, painter, err := reports.Preview(context.Background(), p, o)
	if err != nil {
		t.Fatal(err)
	}
	for i := range laid.Pages {
		page := &laid.Pages[i]
		if !page.Wide || page.Width() != layout.PageHeight {
			t.Errorf("page %d stands upright", page.Number)
		}
		reach := 0.0
		for _, operation := range page.Operations {
			if text, is := operation.(layout.Text); is {
				reach = max(reach, text.X+text.Width)
				if text.Y > page.Height() || text.X+text.Width > page.Width() {
					t.Errorf("page %d: %q stands outside", page.Number, text.String)
				}
			}
		}
		if reach < layout.PageWidth {
			t.Errorf("page %d is set for an upright page: %.0f", page.Number, reach)
		}
		if size := painter.Paint(page, 420).Bounds(); size.Dx() <= size.Dy() {
			t.Errorf("page %d is painted as %v", page.Number, size)
		}
	}
	for _, target := range laid.Targets {
		if target.Upwards() < 0 || target.Upwards() > layout.PageWidth {
			t.Errorf("a bookmark leads %.0f points up a page of %.0f", target.Upwards(), layout.PageWidth)
		}
	}
	for _, page := range pages(t, p, options(model.Finnish)).Pages {
		if page.Wide {
			t.Fatalf("page %d of the programme document lies on its side", page.Number)
		}
	}
}
