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

// kinds are the sheets in their order, each with how far the programme has come,
// a draft where that is nil, and what is asked for.
var kinds = []struct {
	name   string
	title  string
	at     func(*model.Programme)
	choice programme.Choice
	most   int
}{
	{name: "programme", title: "The programme document, a draft"},
	{name: "approved", title: "The approved edition, with its decision", at: approved, choice: programme.Choice{SignatureFields: true}},
	{name: "agenda", title: "An item of a meeting's agenda", at: proposed},
	{name: "sections", title: "Sections with lines to write on", choice: programme.Choice{EmptyLines: true}, most: mostPages},
	{name: "extract", title: "One goal on a page", most: mostPages},
	{name: "body", title: "A sheet for each responsible body", at: approved, most: mostPages},
	{name: "worksheet", title: "The follow-up form", at: approved, choice: programme.Choice{Year: 2020}, most: mostPages},
	{name: "letter-of-intent", title: "The letter of intent"},
	{name: "plain", title: "The easy-to-read edition", at: approved},
}

// highlights are the pages shown in full, in Finnish: the first with an anchor
// that begins so, else by their number.
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
	{name: "extract", title: "One goal", kind: "extract", anchor: "fi-goal-"},
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
			page = firstPage(laid, shown.anchor)
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

// firstPage is the first page with an anchor that begins so.
func firstPage(laid *layout.Result, begins string) int {
	first := len(laid.Pages)
	for anchor, target := range laid.Targets {
		if strings.HasPrefix(anchor, begins) {
			first = min(first, target.Page)
		}
	}
	return first
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

// example is Vaasa 2019–2022 as it ships.
func example(t *testing.T) model.Programme {
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
	return state.Programme()
}

func optionsOf(t *testing.T, name string, edition []model.Language) (model.Programme, reports.Options) {
	t.Helper()
	for _, kind := range kinds {
		if kind.name == name {
			p := example(t)
			if kind.at != nil {
				kind.at(&p)
			}
			return p, reports.Options{Kind: name, Languages: edition, Today: printed, Names: names, Choice: kind.choice}
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
