package reports_test

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tavoitekartta/assets"
	"tavoitekartta/model"
	"tavoitekartta/reports"
	"tavoitekartta/reports/layout"
	"tavoitekartta/reports/layout/inspection"
	"tavoitekartta/reports/programme"
)

// editions are the languages in which each kind is made.
var editions = [][]model.Language{{model.Finnish}, {model.Swedish}, {model.English}, {model.Finnish, model.Swedish}}

// word has 300 letters and no place at which patterns alone break it.
func word(begin string) string { return begin + strings.Repeat("kotouttamis", 27)[:300-len(begin)] }

// tall is a text that no page holds.
func tall(begin string) string {
	return begin + strings.Repeat(" ja kaikki muu mitä yhdessä sovittiin", 190)
}

// extremes are programmes at the edge of what a municipality could write.
func extremes(t testing.TB) map[string]model.Programme {
	responsible := []model.Responsibility{{ID: "r", Body: "b", Role: model.Responsible, Leads: true}, {ID: "r2", Body: "c", Role: model.Partner}}
	frame := func(title string, sections ...model.Section) model.Programme {
		return model.Programme{
			ID: "p", Title: fi(title), FirstYear: 2026, LastYear: 2029, State: model.Approved, FirstLanguage: model.Finnish,
			Languages: []model.Language{model.Finnish, model.Swedish}, Owners: []model.Owner{{ID: "o", Name: fi("Esimerkin kunta")}},
			Bodies:   []model.Body{{ID: "b", Name: fi("Sivistystoimi")}, {ID: "c", Name: fi("Yhdistys ry")}},
			Sections: sections, Decisions: decisions(),
		}
	}
	measure := func(id, title string) model.Measure {
		return model.Measure{ID: model.EntityID(id), Number: "1.1.1", Title: fi(title), Timetable: model.YearsTimetable(2026, 2028)}
	}

	long := frame(word("Ohjelma"), model.Section{ID: "s", Number: "1", Role: model.House, Title: fi(word("Kokonaisuus")), Description: fi(word("Kuvaus")), PlainText: fi(word("Selko")),
		Goals: []model.Goal{{ID: "g", Number: "1.1", Title: fi(word("Tavoite")), Bodies: responsible, PlainText: fi(word("Selko")),
			Measures:   []model.Measure{measure("m", word("Toimenpide")), {ID: "m2", Title: fi("Lyhyt"), Timetable: model.OngoingTimetable()}},
			Indicators: []model.Indicator{{ID: "i", Title: fi(word("Mittari")), Kind: model.IndicatorCount, Unit: fi(word("yksikkö"))}}}}})
	long.Bodies[0].Name, long.Bodies[1].Name = fi(word("Toimiala")), fi(word("Yhdistys"))
	long.Owners[0].Name, long.PreparedBy, long.FollowUpBody = fi(word("Kunta")), fi(word("Valmistelija")), fi(word("Seuraaja"))
	long.Chapters = []model.Chapter{{ID: "c", Role: model.Situation, Title: fi(word("Luku")), Body: fi(word("Teksti"))}}

	row := frame("Sivua korkeampi rivi", model.Section{ID: "s", Number: "1", Role: model.House, Title: fi("Työ"), Description: fi(tall("Kuvaus")), PlainText: fi(tall("Selko")), Goals: []model.Goal{
		{ID: "g", Number: "1.1", Title: fi(tall("Tavoite")), Bodies: responsible, Measures: []model.Measure{measure("m", "Lyhyt")}},
		{ID: "g2", Number: "1.2", Title: fi("Lyhyt"), Bodies: responsible, Measures: []model.Measure{measure("m2", tall("Toimenpide")), measure("m3", "Lyhyt")},
			Indicators: []model.Indicator{{ID: "i", Title: fi(tall("Mittari"))}}},
	}})
	row.Bodies[0].Name = fi(tall("Toimiala"))

	many := frame("Tavoite, jolla on 200 toimenpidettä", model.Section{ID: "s", Number: "1", Role: model.House, Title: fi("Työ"), Goals: []model.Goal{
		{ID: "g", Number: "1.1", Title: fi("Paljon tehtävää"), Bodies: responsible},
	}})
	for i := range 200 {
		many.Sections[0].Goals[0].Measures = append(many.Sections[0].Goals[0].Measures, measure(fmt.Sprint("m", i), fmt.Sprintf("Toimenpide numero %d", i)))
	}

	street := frame(strings.TrimSpace(strings.Repeat("Kuudenkymmenen kokonaisuuden ohjelma ", 14)[:500]))
	for i := range 60 {
		street.Sections = append(street.Sections, model.Section{ID: model.EntityID(fmt.Sprint("s", i)), Number: fmt.Sprint(i + 1), Role: model.House, Title: fi(fmt.Sprint("Kokonaisuus ", i+1)),
			Goals: []model.Goal{{ID: model.EntityID(fmt.Sprint("g", i)), Number: fmt.Sprint(i+1, ".1"), Title: fi("Tavoite"), Bodies: responsible, Measures: []model.Measure{measure(fmt.Sprint("m", i), "Toimenpide")}}}})
	}

	years := frame("Kolmekymmentä vuotta", model.Section{ID: "s", Number: "1", Role: model.House, Title: fi("Työ"), Goals: []model.Goal{
		{ID: "g", Number: "1.1", Title: fi("Tavoite"), Bodies: responsible, Measures: []model.Measure{{ID: "m", Title: fi("Toimenpide"), Timetable: model.YearsTimetable(2026, 2040, 2055)}}},
	}})
	years.LastYear = 2055
	return map[string]model.Programme{
		"empty": {}, "only a title": {Title: fi("Ohjelma"), FirstLanguage: model.Finnish}, "words of 300 letters": long, "rows taller than a page": row,
		"200 measures": many, "60 sections": street, "thirty years": years,
	}
}

// laidOut composes a report and lays it out.
func laidOut(t *testing.T, p model.Programme, o programme.Options, faces layout.Faces) {
	t.Helper()
	doc, err := programme.Document(&p, o)
	if err != nil {
		t.Fatal(err)
	}
	laid, err := layout.Document(context.Background(), doc, faces)
	if err != nil {
		t.Fatal(err)
	}
	inspection.Check(t, doc, laid)
	if len(laid.Pages) == 0 {
		t.Error("it has no page")
	}
}

// TestEveryKindOfReportOfEveryExtremeIsMade in every language, with nothing lost,
// outside or over another. With REPORTS=folder the files are kept, to be looked
// at and judged.
func TestEveryKindOfReportOfEveryExtremeIsMade(t *testing.T) {
	faces, err := layout.ParseFaces(assets.FontRegular(), assets.FontBold())
	if err != nil {
		t.Fatal(err)
	}
	keep := os.Getenv("REPORTS")
	for name, p := range extremes(t) {
		for _, kind := range reports.Kinds() {
			t.Run(name+" "+kind, func(t *testing.T) {
				p := p
				if kind == string(programme.Approved) {
					p.State = model.Approved // of a draft there is no such edition
				}
				choice := programme.Choice{EmptyLines: true, SignatureFields: true}
				for n, edition := range editions {
					laidOut(t, p, programme.Options{Kind: programme.Kind(kind), Languages: edition, Today: today, Names: names, Choice: choice}, faces)
					if n > 0 && keep == "" {
						continue // one file is enough to see that it is written
					}
					o := options(edition...)
					o.Kind, o.Choice = kind, choice
					file := render(t, p, o)
					if keep != "" {
						path := filepath.Join(keep, fmt.Sprintf("%s-%s-%d.pdf", strings.ReplaceAll(name, " ", "-"), kind, n))
						if err := os.WriteFile(path, file, 0o600); err != nil {
							t.Fatal(err)
						}
					}
				}
			})
		}
	}
}

func TestACrestOfOddProportionsKeepsToItsPlace(t *testing.T) {
	p := extremes(t)["200 measures"]
	p.Sections[0].Goals[0].Measures = p.Sections[0].Goals[0].Measures[:1]
	for _, size := range [][2]int{{400, 4}, {4, 400}, {1, 1}} {
		o := options(model.Finnish)
		var crest bytes.Buffer
		if err := png.Encode(&crest, image.NewGray(image.Rect(0, 0, size[0], size[1]))); err != nil {
			t.Fatal(err)
		}
		o.Identity.Crest = crest.Bytes()
		for _, kind := range []string{"programme", "agenda"} {
			o.Kind = kind
			page := pages(t, p, o).Pages[0]
			at := slices.IndexFunc(page.Operations, func(operation layout.Operation) bool { _, is := operation.(layout.Picture); return is })
			if at < 0 {
				t.Fatalf("%s: a crest of %v pixels is not printed", kind, size)
			}
			picture := page.Operations[at].(layout.Picture)
			if picture.Y < 0 || picture.Y+picture.Height > 100 || picture.X+picture.Width > 200 {
				t.Errorf("%s: a crest of %v pixels stands at %+.1f, %.1f, %.1f by %.1f", kind, size, picture.X, picture.Y, picture.Width, picture.Height)
			}
		}
	}
}

func TestFiveThousandMeasuresAreLaidOut(t *testing.T) {
	faces, err := layout.ParseFaces(assets.FontRegular(), assets.FontBold())
	if err != nil {
		t.Fatal(err)
	}
	p := manyMeasures(t, 5000)
	laidOut(t, p, programme.Options{Languages: []model.Language{model.Finnish}, Today: today}, faces)
}
