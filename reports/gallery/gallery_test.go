//go:build pictures

// Package gallery makes the pictures of docs/pictures/reports: every kind of
// report in every language as one sheet of small pages, and the pages that show
// most in full. They are what poppler draws of the finished PDF. It is run by
// "make report-pictures".
package gallery_test

import (
	"bytes"
	"flag"
	"fmt"
	"image"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tavoitekartta/app/intake"
	"tavoitekartta/assets"
	"tavoitekartta/model"
	"tavoitekartta/reports"
	"tavoitekartta/reports/layout"
	"tavoitekartta/reports/programme"
)

// printed is the day that the pages bear.
var printed = model.Date{Year: 2018, Month: 12, Day: 3}

// mostPages is how many pages a sheet shows in each language of a kind that
// repeats itself.
const mostPages = 6

// kinds are the sheets in their order, each with what is asked for.
var kinds = []struct {
	name     string
	title    string
	approved bool
	choice   programme.Choice
	most     int
}{
	{name: "programme", title: "The programme document, a draft"},
	{name: "approved", title: "The approved edition, with its decision", approved: true, choice: programme.Choice{SignatureFields: true}},
	{name: "agenda", title: "An item of a meeting's agenda"},
	{name: "sections", title: "Sections with lines to write on", choice: programme.Choice{EmptyLines: true}, most: mostPages},
	{name: "extract", title: "One goal on a page", most: mostPages},
	{name: "body", title: "A sheet for each responsible body", approved: true, most: mostPages},
	{name: "worksheet", title: "The follow-up form", approved: true, choice: programme.Choice{Year: 2020}, most: mostPages},
	{name: "letter-of-intent", title: "The letter of intent"},
	{name: "plain", title: "The easy-to-read edition", approved: true},
}

// highlights are the pages shown in full, in Finnish: by their anchor, else by
// their number.
var highlights = []struct {
	name, title, kind, anchor string
	page                      int
}{
	{name: "cover", title: "Cover", kind: "approved", page: 1},
	{name: "contents", title: "Contents", kind: "approved", page: 2},
	{name: "map", title: "Structural map", kind: "approved", anchor: "fi-map"},
	{name: "section", title: "Section", kind: "approved", anchor: "fi-section-2"},
	{name: "roadmap", title: "Roadmap", kind: "approved", anchor: "fi-roadmap"},
	{name: "bodies", title: "Responsible bodies", kind: "approved", anchor: "fi-bodies"},
	{name: "decision", title: "Decision and minutes", kind: "approved", anchor: "fi-decision"},
	{name: "agenda", title: "Agenda item", kind: "agenda", page: 1},
	{name: "sections", title: "Section with lines to write on", kind: "sections", page: 1},
	{name: "extract", title: "One goal", kind: "extract", page: 1},
	{name: "body", title: "Responsible body", kind: "body", page: 1},
	{name: "worksheet", title: "Follow-up form", kind: "worksheet", page: 1},
	{name: "letter-of-intent", title: "Letter of intent", kind: "letter-of-intent", page: 1},
	{name: "plain", title: "Easy to read", kind: "plain", page: 2},
}

func editions() [][]model.Language {
	return [][]model.Language{{model.Finnish}, {model.Swedish}, {model.English}, {model.Finnish, model.Swedish}}
}

func code(edition []model.Language) string {
	var words []string
	for _, language := range edition {
		words = append(words, string(language))
	}
	return strings.Join(words, "+")
}

func TestReportPictures(t *testing.T) {
	folder := flag.Arg(0)
	if folder == "" {
		t.Fatal("name the folder for the pictures after -args")
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	var index strings.Builder
	index.WriteString("# Reports in pictures\n\nThe example of Vaasa 2019–2022, whose decision and names of persons are samples.\n" +
		"`make report-pictures` makes these pictures of the finished PDF files.\n\n## Pages\n\n")
	for _, shown := range highlights {
		file, laid := report(t, shown.kind, []model.Language{model.Finnish})
		page := shown.page
		if shown.anchor != "" {
			page = laid.Targets[shown.anchor].Page
		}
		name := "page-" + shown.name + ".png"
		save(t, filepath.Join(folder, name), pictures(t, file, fullDots, page, page)[0])
		fmt.Fprintf(&index, "**%s**\n\n![%s](%s)\n\n", shown.title, shown.title, name)
	}
	index.WriteString("## Every kind in every language\n\n")
	for _, kind := range kinds {
		fmt.Fprintf(&index, "### %s\n\n", kind.title)
		for _, edition := range editions() {
			file, laid := report(t, kind.name, edition)
			var pages []*image.RGBA
			for _, stretch := range stretches(laid, kind.most) {
				pages = append(pages, pictures(t, file, smallDots, stretch.first, stretch.last)...)
			}
			name := kind.name + "-" + code(edition) + ".png"
			save(t, filepath.Join(folder, name), sheet(pages))
			fmt.Fprintf(&index, "`%s`, %d of %d pages\n\n![%s, %s](%s)\n\n", code(edition), len(pages), len(laid.Pages), kind.title, code(edition), name)
		}
	}
	if err := os.WriteFile(filepath.Join(folder, "README.md"), []byte(strings.TrimRight(index.String(), "\n")+"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
}

// stretch is a run of pages.
type stretch struct{ first, last int }

// stretches are the pages of each language, no more of one than most where that
// is not zero.
func stretches(laid *layout.Result, most int) []stretch {
	var runs []stretch
	language := ""
	for i := range laid.Pages {
		page := &laid.Pages[i]
		switch {
		case page.Language != language:
			language = page.Language
			runs = append(runs, stretch{page.Number, page.Number})
		case most == 0 || page.Number-runs[len(runs)-1].first < most:
			runs[len(runs)-1].last = page.Number
		}
	}
	return runs
}

// example is Vaasa 2019–2022 as it ships, or as it was when it had been decided on.
func example(t *testing.T, approved bool) model.Programme {
	t.Helper()
	data, err := assets.Example("vaasa-2019-2022")
	if err != nil {
		t.Fatal(err)
	}
	described, err := intake.Read(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	state := model.NewState()
	if _, err := described.Build(state.Begin(model.Writer{Replica: "0000000000001", NextSeq: 1})); err != nil {
		t.Fatal(err)
	}
	p := state.Programme()
	if approved {
		p.State, p.Decisions = model.Approved, decisions()
	}
	return p
}

// decisions are samples: the way of a programme to the council.
func decisions() []model.Decision {
	organ := func(fi, sv, en string) model.Text { return model.Text{Fi: fi, Sv: sv, En: en} }
	minutes := func(id model.EntityID, role model.MinutesRole, person model.PersonID, day int) model.MinutesEntry {
		return model.MinutesEntry{ID: id, Role: role, Person: person, Done: true, Digitally: true, DoneOn: model.Date{Year: 2019, Month: 1, Day: day}}
	}
	return []model.Decision{
		{ID: "group", Organ: model.WorkingGroup, MeetingDate: model.Date{Year: 2018, Month: 11, Day: 22}, Outcome: model.OutcomeApproved},
		{ID: "board", Organ: model.Board, OrganName: organ("kaupunginhallitus", "stadsstyrelsen", "city board"), Paragraph: "8",
			MeetingDate: model.Date{Year: 2019, Month: 1, Day: 14}, Outcome: model.OutcomeApproved},
		{ID: "council", Organ: model.Council, OrganName: organ("kaupunginvaltuusto", "stadsfullmäktige", "city council"),
			MeetingDate: model.Date{Year: 2019, Month: 1, Day: 21}, Paragraph: "12", RegisterNumber: "VAASA/123/00.01/2018",
			Preparer: organ("Maahanmuuttajaneuvosto", "Invandrarrådet", "Immigrant council"), Final: true, Outcome: model.OutcomeApproved,
			Text: organ("Kaupunginvaltuusto hyväksyi kotouttamisohjelman vuosille 2019–2022.",
				"Stadsfullmäktige godkände integrationsprogrammet för åren 2019–2022.",
				"The city council approved the integration programme for 2019–2022."),
			Votes: []model.Vote{{ID: "vote", YesMeaning: organ("pohjaesitys", "grundförslaget", "the proposal"),
				NoMeaning: organ("hylkäys", "avslag", "rejection"), Yes: 51, No: 6, Blank: 1, Absent: 1}},
			Minutes: []model.MinutesEntry{
				minutes("m1", model.Chair, "chair", 22), minutes("m2", model.MinutesKeeper, "keeper", 22),
				minutes("m3", model.MinutesChecker, "first", 23), minutes("m4", model.MinutesChecker, "second", 24),
			}},
	}
}

// names are those of the people in the sample.
func names(id model.PersonID) string {
	return map[model.PersonID]string{
		"chair": "Maija Meikäläinen", "keeper": "Matti Mallikas", "first": "Anna Exempel", "second": "Kalle Kunta",
	}[id]
}

func optionsOf(t *testing.T, name string, edition []model.Language) (model.Programme, reports.Options) {
	t.Helper()
	for _, kind := range kinds {
		if kind.name == name {
			return example(t, kind.approved), reports.Options{
				Kind: name, Languages: edition, Today: printed, Names: names, Choice: kind.choice,
			}
		}
	}
	t.Fatalf("no sheet is made of %s", name)
	return model.Programme{}, reports.Options{}
}

func TestEveryKindIsShown(t *testing.T) {
	for _, kind := range reports.Kinds() {
		optionsOf(t, kind, nil)
	}
}
