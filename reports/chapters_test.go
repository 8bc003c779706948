package reports_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"tavoitekartta/model"
	"tavoitekartta/reports/layout"
	"tavoitekartta/reports/programme"
)

// withChapters is a small draft with a chapter that has every kind of part.
func withChapters() model.Programme {
	text := func(fi, sv string) model.Text { return model.Text{Fi: fi, Sv: sv} }
	return model.Programme{
		ID: "p", Title: text("Toimenpideohjelma 2026–2029", "Åtgärdsprogram 2026–2029"), FirstYear: 2026, LastYear: 2029,
		FirstLanguage: model.Finnish, Languages: []model.Language{model.Finnish, model.Swedish},
		Owners: []model.Owner{{ID: "o", Name: text("Esimerkin kunta", "Exempels kommun")}},
		Chapters: []model.Chapter{
			{ID: "c1", Role: model.PurposeText, Body: text("Ohjelma kokoaa tavoitteet.\nSe koskee koko kuntaa.", "Programmet samlar målen.")},
			{ID: "c2", Role: model.Situation, Title: text("Tilannekuva", "Lägesbild"), Body: text("Väestö kasvaa.", "Befolkningen växer."),
				Blocks: []model.Block{
					{ID: "b1", Role: model.HeadingBlock, Body: text("Väestö kielen mukaan", "Befolkningen enligt språk")},
					{ID: "b2", Role: model.ParagraphBlock, Body: text("Luvut ovat esimerkkejä.", "")},
					{ID: "b3", Role: model.TableBlock, Title: text("Asukkaat äidinkielen mukaan", "Invånarna enligt modersmål"), Body: text(
						"Kieli\t2023\t2024\tHuomautus\nsuomi\t45 120\t44 870\tlaskee hitaasti\nruotsi\t15 030\t14 990\nmuut kielet\t6 200\t6 950\tkasvaa",
						"Språk\t2023\t2024\tAnmärkning\nfinska\t45 120\t44 870\t\nsvenska\t15 030\t14 990\t\nandra språk\t6 200\t6 950\tökar")},
					{ID: "b4", Role: model.ChartBlock, Title: text("Työttömien osuus, prosenttia", "Andelen arbetslösa, procent"), Body: text(
						"Ryhmä\t2023\t2024\nkaikki\t8,5\t9,1\nulkomaan kansalaiset\t17,2\tei tietoa",
						"Grupp\t2023\t2024\nalla\t8,5\t9,1\nutländska medborgare\t17,2\tei tietoa")},
					{ID: "b5", Role: model.ListBlock, Body: text("kieli ja työ kulkevat yhdessä\npalvelu on lähellä", "språk och arbete går ihop\nservicen är nära")},
					{ID: "b6", Role: model.NumberedBlock, Body: text("kuunnellaan\nsovitaan\nseurataan", "vi lyssnar\nvi avtalar\nvi följer upp")},
					{ID: "b7", Role: model.QuotationBlock, Body: text("Kieltä oppii parhaiten töissä.", "Ett språk lär man sig bäst på jobbet."), AuthorRole: text("kurssin osallistuja", "deltagare i kursen")},
					{ID: "b8", Role: model.ChartBlock, Body: text("Vuosi\tKurssilaiset\n2023\t120\n2024\t143", "")},
					{ID: "b9", Role: model.TableBlock},
				}},
			{ID: "c3", Role: model.Quotation, Body: text("Kunta on meidän kaikkien.", "Kommunen är vår alla."), AuthorRole: text("neuvoston puheenjohtaja", "rådets ordförande")},
			{ID: "c4", Role: model.Rationale},
		},
	}
}

func TestTreeOfChapters(t *testing.T) {
	p := withChapters()
	for golden, languages := range map[string][]model.Language{
		"chapters-fi": {model.Finnish}, "chapters-sv": {model.Swedish}, "chapters-fi-sv": {model.Finnish, model.Swedish},
	} {
		t.Run(golden, func(t *testing.T) {
			doc, err := programme.Document(&p, programme.Options{Languages: languages, Today: today})
			if err != nil {
				t.Fatal(err)
			}
			checkGolden(t, golden, trimLines(doc.Outline()))
		})
	}
}

func TestChaptersHaveTheirElementsAndBookmarks(t *testing.T) {
	laid := pages(t, withChapters(), options(model.Finnish))
	if got := elementTexts(laid, layout.RoleMarker); !slices.Equal(got, []string{"1.", "2.", "3."}) {
		t.Errorf("marks %q", got)
	}
	if got := elementTexts(laid, layout.RoleHeading2); !slices.Contains(got, "Väestö kielen mukaan") {
		t.Errorf("headings %q", got)
	}
	if heads := elementTexts(laid, layout.RoleHeadCell); !slices.Contains(heads, "2024") || len(heads) != 4 {
		t.Errorf("heads %q", heads)
	}
	figures, quotations, rowHeads := 0, 0, 0
	for _, element := range laid.Elements {
		switch {
		case element.RowHeading:
			rowHeads++
		case element.Role == layout.RoleQuotation:
			quotations++
		case element.Role == layout.RoleFigure && strings.Contains(element.Alternative, "ulkomaan kansalaiset: 2023 17,2, 2024 –"):
			figures++
		}
	}
	if figures != 1 || quotations != 2 || rowHeads < 3 {
		t.Errorf("%d figures, %d quotations, %d heads of rows", figures, quotations, rowHeads)
	}
	at := slices.IndexFunc(laid.Outline, func(b layout.Bookmark) bool { return b.Title == "Tilannekuva" })
	if at < 0 || laid.Outline[at+1].Title != "Väestö kielen mukaan" || laid.Outline[at+1].Level != laid.Outline[at].Level+1 {
		t.Errorf("bookmarks %+v", laid.Outline)
	}
}

func TestNumbersOfATableStandAtTheRight(t *testing.T) {
	right := map[float64]int{}
	for _, page := range pages(t, withChapters(), options(model.Finnish)).Pages {
		for _, operation := range page.Operations {
			if text, is := operation.(layout.Text); is && slices.Contains([]string{"45 120", "15 030", "6 200"}, text.Source) {
				right[float64(int(text.X+text.Width+0.5))]++
			}
		}
	}
	if len(right) != 1 {
		t.Errorf("right edges %v", right)
	}
}

func TestLongTablesRepeatTheirHeadAndKeepTheirRowsWhole(t *testing.T) {
	p := withChapters()
	body := "Kieli\tSelitys\n"
	for i := range 120 {
		body += fmt.Sprintf("kieli %d\t%s\n", i, strings.Repeat("Tämä on rivin selitys. ", 1+i%9))
	}
	p.Chapters[1].Blocks = []model.Block{{ID: "b", Role: model.TableBlock, Body: model.Text{Fi: body}}}
	laid := pages(t, p, options(model.Finnish))
	pageOf := map[int]int{}
	heads := 0
	for _, page := range laid.Pages {
		for _, operation := range page.Operations {
			text, is := operation.(layout.Text)
			if !is {
				continue
			}
			if text.Element < 0 && text.String == "Selitys" {
				heads++
			}
			if text.Element < 0 {
				continue
			}
			row := laid.Elements[text.Element].Parent // of the paragraph
			row = laid.Elements[row].Parent
			if laid.Elements[row].Role != layout.RoleRow {
				continue
			}
			if before, seen := pageOf[row]; seen && before != page.Number {
				t.Errorf("a row stands on the pages %d and %d", before, page.Number)
			}
			pageOf[row] = page.Number
		}
	}
	if heads < 3 {
		t.Errorf("the head is repeated on %d pages", heads)
	}
}

func TestAnyChapterIsPrinted(t *testing.T) {
	word := strings.Repeat("pitkä", 60)
	wide := strings.TrimSuffix(strings.Repeat("sarake\t", 60), "\t")
	for name, b := range map[string]model.Block{
		"20,000 characters":  {Role: model.ParagraphBlock, Body: model.Text{Fi: strings.Repeat("Tekstiä on paljon. ", 1052)}},
		"a long word":        {Role: model.ListBlock, Body: model.Text{Fi: word + "\nkaksi"}},
		"a long word quoted": {Role: model.QuotationBlock, Body: model.Text{Fi: word}, AuthorRole: model.Text{Fi: word}},
		"a long heading":     {Role: model.HeadingBlock, Body: model.Text{Fi: word}},
		"a long cell":        {Role: model.TableBlock, Title: model.Text{Fi: word}, Body: model.Text{Fi: word + "\t1\n" + word + "\t2"}},
		"60 columns":         {Role: model.TableBlock, Body: model.Text{Fi: wide + "\n" + wide}},
		"a chart of words":   {Role: model.ChartBlock, Body: model.Text{Fi: word + "\t" + word + "\t" + word + "\n" + word + "\t" + word + "\t5"}},
		"one cell":           {Role: model.ChartBlock, Body: model.Text{Fi: "5"}},
		"a head alone":       {Role: model.TableBlock, Body: model.Text{Fi: "a\tb"}},
		"a hundred items":    {Role: model.NumberedBlock, Body: model.Text{Fi: strings.Repeat("kohta\n", 120)}},
		"a hundred groups":   {Role: model.ChartBlock, Body: model.Text{Fi: "a\tb\n" + strings.Repeat("kohta\t7\n", 120)}},
		"an unknown part":    {Role: "poem", Body: model.Text{Fi: "Sanoja."}},
	} {
		t.Run(name, func(t *testing.T) {
			p := withChapters()
			p.Chapters = []model.Chapter{{ID: "c", Role: model.Situation, Blocks: []model.Block{b}}}
			laid := pages(t, p, options(model.Finnish))
			for _, page := range laid.Pages {
				for _, operation := range page.Operations {
					text, is := operation.(layout.Text)
					if is && text.Element >= 0 && (text.X+text.Width > layout.PageWidth-55 || text.Y > layout.PageHeight-60) {
						t.Errorf("page %d: %q reaches over the margin", page.Number, text.String)
					}
				}
			}
			render(t, p, options(model.Finnish))
		})
	}
}
