package reports_test

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tavoitekartta/model"
	"tavoitekartta/model/casetest"
	"tavoitekartta/reports"
	"tavoitekartta/reports/layout"
	"tavoitekartta/reports/programme"
)

var update = flag.Bool("update", false, "write the goldens anew")

var today = model.Date{Year: 2026, Month: 11, Day: 22}

func names(id model.PersonID) string {
	return map[model.PersonID]string{"chair": "Maija Meikäläinen", "keeper": "Matti Mallikas"}[id]
}

func options(languages ...model.Language) reports.Options {
	return reports.Options{Languages: languages, Today: today, Names: names}
}

func render(t testing.TB, p model.Programme, o reports.Options) []byte {
	t.Helper()
	var out bytes.Buffer
	if _, err := reports.Render(context.Background(), &out, p, o); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func pages(t testing.TB, p model.Programme, o reports.Options) *layout.Result {
	t.Helper()
	laid, err := reports.Pages(context.Background(), p, o)
	if err != nil {
		t.Fatal(err)
	}
	return laid
}

// elementTexts are the texts of the elements of a role, whole.
func elementTexts(result *layout.Result, role layout.Role) []string {
	texts := make([]string, len(result.Elements))
	for _, page := range result.Pages {
		for _, operation := range page.Operations {
			if text, ok := operation.(layout.Text); ok && text.Element >= 0 {
				texts[text.Element] += text.Source
			}
		}
	}
	var found []string
	for i, text := range texts {
		if text != "" && result.Elements[i].Role == role {
			found = append(found, text)
		}
	}
	return found
}

func TestEveryWordOfTheCaseStandsOnItsPages(t *testing.T) {
	p := vaasa(t)
	laid := pages(t, p, options(model.Finnish))
	paragraphs := elementTexts(laid, layout.RoleParagraph)
	headings := elementTexts(laid, layout.RoleHeading1)
	has := func(list []string, kind, text string) {
		t.Helper()
		if !slices.Contains(list, text) {
			t.Errorf("%s %q does not stand on the pages", kind, text)
		}
	}
	goals, measures, indicators := 0, 0, 0
	printed, err := casetest.Vaasa2019()
	if err != nil {
		t.Fatal(err)
	}
	for _, section := range printed.Sections {
		has(headings, "section", section.Title)
		for _, goal := range section.Goals {
			goals++
			has(paragraphs, "goal", goal.Title)
			printed := goal.ResponsiblePrinted
			if printed == "" && !goal.Pairs {
				printed = strings.Join(goal.Responsible, ", ")
				printed = canonicalBody(p, goal.Responsible, printed)
			}
			if printed != "" {
				has(paragraphs, "bodies", printed)
			}
			for _, indicator := range goal.Indicators {
				indicators++
				has(paragraphs, "indicator", indicator)
			}
			for _, measure := range goal.Measures {
				measures++
				has(paragraphs, "measure", measure.Text)
				for _, year := range measure.Years {
					has(paragraphs, "year", fmt.Sprint(year))
				}
				if measure.ResponsiblePrinted != "" {
					has(paragraphs, "bodies", measure.ResponsiblePrinted)
				}
			}
		}
	}
	if goals != 27 || measures != 43 || indicators != 32 {
		t.Errorf("the case has %d goals, %d measures, %d indicators", goals, measures, indicators)
	}
}

// canonicalBody is the register's spelling of a list of bodies.
func canonicalBody(p model.Programme, bodies []string, printed string) string {
	for _, name := range bodies {
		if body := p.FindBody(name); body != nil {
			printed = strings.ReplaceAll(printed, name, body.Name.Fi)
		}
	}
	return printed
}

func TestTreeOfTheCase(t *testing.T) {
	p := vaasa(t)
	draft := p
	draft.State, draft.Decisions = model.Draft, nil
	draft.Sections = slices.Clone(p.Sections[:1])
	draft.Sections[0].Goals = []model.Goal{
		{ID: "g1", Number: "1.1", Title: model.Text{Fi: "Tavoite", Sv: "Målet"}, Measures: []model.Measure{{ID: "m1", Title: model.Text{Fi: "Toimenpide"}}}},
		{ID: "g2", Number: "1.2"},
	}
	cases := []struct {
		golden    string
		programme model.Programme
		languages []model.Language
	}{
		{"vaasa-fi", p, []model.Language{model.Finnish}},
		{"vaasa-fi-sv", p, []model.Language{model.Finnish, model.Swedish}},
		{"draft-sv", draft, []model.Language{model.Swedish}},
	}
	for _, c := range cases {
		t.Run(c.golden, func(t *testing.T) {
			doc, err := programme.Document(&c.programme, programme.Options{Languages: c.languages, Today: today, Names: names})
			if err != nil {
				t.Fatal(err)
			}
			checkGolden(t, c.golden, trimLines(doc.Outline()))
		})
	}
}

// checkGolden compares a tree with the one that was reviewed.
func checkGolden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name+".txt")
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the tree differs from %s (run with -update and look at the difference):\n%s", path, firstDifference(got, string(want)))
	}
}

func trimLines(text string) string {
	lines := strings.Split(text, "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return strings.Join(lines, "\n")
}

func firstDifference(got, want string) string {
	a, b := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return fmt.Sprintf("line %d:\n got %s\nwant %s", i+1, a[i], b[i])
		}
	}
	return fmt.Sprintf("%d lines, want %d", len(a), len(b))
}

func TestNoCellIsEmpty(t *testing.T) {
	p := model.Programme{FirstLanguage: model.Finnish, Sections: []model.Section{
		{ID: "s", Number: "1", Role: model.House, Goals: []model.Goal{
			{ID: "a", Number: "1.1"},
			{ID: "b", Number: "1.2", Measures: []model.Measure{{ID: "m"}, {ID: "n", Bodies: []model.Responsibility{{Body: "x"}}, Indicators: []model.Indicator{{}}}}},
		}},
	}}
	for _, state := range []model.StoredState{model.Draft, model.Approved} {
		p.State = state
		for _, language := range model.Languages() {
			laid := pages(t, p, options(language))
			cells := map[int]bool{}
			for i, element := range laid.Elements {
				if element.Role == layout.RoleCell && laid.Elements[element.Parent].Role == layout.RoleRow {
					cells[i] = false
				}
			}
			for _, page := range laid.Pages {
				for _, operation := range page.Operations {
					for at := operation.Marking().Element; at >= 0; at = laid.Elements[at].Parent {
						if _, known := cells[at]; known {
							cells[at] = true
						}
					}
				}
			}
			for at, filled := range cells {
				if !filled {
					t.Errorf("%s %s: cell %d is empty", state, language, at)
				}
			}
		}
	}
}

func TestFootOfAnApprovedPageHasStateParagraphAndFingerprint(t *testing.T) {
	p := vaasa(t)
	hash, err := p.Fingerprint()
	if err != nil {
		t.Fatal(err)
	}
	foot := func(p model.Programme) string {
		laid := pages(t, p, options(model.Finnish))
		words := ""
		for _, operation := range laid.Pages[1].Operations {
			if text, ok := operation.(layout.Text); ok && text.Element < 0 && text.Y > 780 {
				words += text.Source
			}
		}
		return words
	}
	if got, want := foot(p), "Hyväksytty · § 12 · "+hash.Short()+" · sivu 2"; got != want {
		t.Errorf("foot %q, want %q", got, want)
	}
	p.State = model.Draft
	if got, want := foot(p), "Luonnos 22.11.2026 · sivu 2"; got != want {
		t.Errorf("foot of a draft %q, want %q", got, want)
	}
}

func TestSameInputGivesTheSameBytes(t *testing.T) {
	p := vaasa(t)
	first := render(t, p, options(model.Finnish, model.Swedish))
	for range 3 {
		if !bytes.Equal(first, render(t, p, options(model.Finnish, model.Swedish))) {
			t.Fatal("two files of the same programme differ")
		}
	}
	p.Sections[0].Goals[0].Title.Fi += "!"
	if bytes.Equal(first, render(t, p, options(model.Finnish, model.Swedish))) {
		t.Error("a changed title changes nothing")
	}
}

func TestEveryKindOfProgrammeIsPrinted(t *testing.T) {
	whole := vaasa(t)
	structure := whole
	structure.StructureOnly, structure.RecordedAfterwards = true, true
	structure.Sections = slices.Clone(whole.Sections)
	for i := range structure.Sections {
		structure.Sections[i].Goals = nil
	}
	joint := whole
	joint.Owners = append(slices.Clone(whole.Owners), model.Owner{Name: model.Text{Fi: "Mustasaaren kunta", Sv: "Korsholms kommun"}})
	joint.Decisions = append(slices.Clone(whole.Decisions), model.Decision{ID: "other", Organ: model.Council, Final: true,
		OrganName: model.Text{Fi: "Mustasaaren kunnanvaltuusto"}, Votes: []model.Vote{{NumbersUnknown: true}},
		Dissents: []model.Dissent{{Text: model.Text{Fi: "En kannata päätöstä."}}}})
	loose := model.Programme{FirstLanguage: model.Swedish, Goals: whole.Sections[0].Goals}
	for name, p := range map[string]model.Programme{
		"empty": {}, "structure only": structure, "joint": joint, "goals without sections": loose,
	} {
		for _, languages := range [][]model.Language{nil, {model.English}, {model.Swedish, model.Finnish}} {
			var out bytes.Buffer
			result, err := reports.Render(context.Background(), &out, p, options(languages...))
			if err != nil {
				t.Errorf("%s in %v: %v", name, languages, err)
			}
			if result.Pages < 2 || !bytes.HasPrefix(out.Bytes(), []byte("%PDF-")) {
				t.Errorf("%s in %v: %d pages", name, languages, result.Pages)
			}
		}
	}
}

func TestNoReportWordIsMissing(t *testing.T) {
	p := vaasa(t)
	p.Decisions[0].Outcome = model.OutcomeReturned
	p.Sections[0].Goals[0].Measures[0].Timetable = model.SpanTimetable(model.Moment{Year: 2019, Season: model.Spring}, model.Moment{Year: 2020, Month: 2})
	p.Sections[0].Goals[0].Indicators[0].TargetsByYear = map[int]model.Number{2020: "12.5"}
	p.Sections[0].Goals[0].Bodies[0].Leads = true
	p.Goals = []model.Goal{{ID: "loose", Number: "10"}}
	for _, state := range []model.StoredState{model.Draft, model.InDecisionMaking, model.Locked, model.Approved, model.Superseded} {
		p.State = state
		for _, language := range model.Languages() {
			doc, err := programme.Document(&p, programme.Options{Languages: []model.Language{language}, Today: today})
			if err != nil {
				t.Fatal(err)
			}
			if outline := doc.Outline(); strings.Contains(outline, "report.") || strings.Contains(outline, "{") {
				at := max(strings.Index(outline, "report."), strings.Index(outline, "{"))
				t.Errorf("%s %s: a key or a placeholder is printed: …%q", state, language, outline[max(0, at-40):min(len(outline), at+60)])
			}
		}
	}
}

func TestCharactersWithoutGlyphsAreNamed(t *testing.T) {
	p := vaasa(t)
	p.Sections[0].Goals[0].Title.Fi = "Tervetuloa 😀 مرحبا"
	var out bytes.Buffer
	result, err := reports.Render(context.Background(), &out, p, options(model.Finnish))
	if err != nil {
		t.Fatal(err)
	}
	if len(result.Missing) == 0 || result.Missing[0].Sign != "😀" || !strings.Contains(result.Missing[0].Context, "Tervetuloa") {
		t.Errorf("missing %q", result.Missing)
	}
	laid := pages(t, p, options(model.Finnish))
	last := laid.Pages[len(laid.Pages)-1]
	found := false
	for _, operation := range last.Operations {
		if text, ok := operation.(layout.Text); ok && strings.Contains(text.String, "U+1F600") {
			found = true
		}
	}
	if !found {
		t.Error("the last page does not name U+1F600")
	}
}

func TestRequestsThatCannotBeMetWriteNothing(t *testing.T) {
	ended, cancel := context.WithCancel(context.Background())
	cancel()
	cases := []struct {
		name    string
		ctx     context.Context
		options reports.Options
		want    error
	}{
		{"an unknown kind", context.Background(), reports.Options{Kind: "poem"}, reports.ErrUnknownKind},
		{"an unknown language", context.Background(), reports.Options{Languages: []model.Language{"de"}}, reports.ErrUnknownLanguage},
		{"an ended context", ended, reports.Options{}, context.Canceled},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var out bytes.Buffer
			if _, err := reports.Render(c.ctx, &out, vaasa(t), c.options); !errors.Is(err, c.want) {
				t.Errorf("error %v, want %v", err, c.want)
			}
			if out.Len() > 0 {
				t.Errorf("%d bytes written", out.Len())
			}
		})
	}
}

func TestCancellingWhilePaintingWritesNothing(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	o := options(model.Finnish)
	seen := 0
	o.Progress = func(done, total int) {
		seen = done
		if done == 3 {
			cancel()
		}
	}
	var out bytes.Buffer
	if _, err := reports.Render(ctx, &out, vaasa(t), o); !errors.Is(err, context.Canceled) || out.Len() > 0 || seen != 3 {
		t.Errorf("error %v, %d bytes, %d pages painted", err, out.Len(), seen)
	}
}
