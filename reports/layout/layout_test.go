package layout_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"tavoitekartta/assets"
	"tavoitekartta/model/street"
	"tavoitekartta/reports/document"
	"tavoitekartta/reports/layout"
	"tavoitekartta/reports/layout/inspection"
)

func faces(t testing.TB) layout.Faces {
	t.Helper()
	read, err := layout.ParseFaces(assets.FontRegular(), assets.FontBold())
	if err != nil {
		t.Fatal(err)
	}
	return read
}

func documentOf(blocks ...document.Block) document.Document {
	return document.Document{Language: "fi", Title: "Koe", Parts: []document.Part{{
		Language: "fi", Head: document.Head{Left: "Kunta", Right: "Ohjelma"},
		Foot: document.Foot{Facts: "Luonnos", PageWord: "sivu"}, Blocks: blocks,
	}}}
}

func lay(t testing.TB, faces layout.Faces, doc document.Document) *layout.Result {
	t.Helper()
	result, err := layout.Document(context.Background(), doc, faces)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// check checks what holds for every laid-out document.
func check(t inspection.T, doc document.Document, result *layout.Result) {
	t.Helper()
	inspection.Check(t, doc, result)
}

func words(t *rapid.T, label string, most int) string {
	word := rapid.StringOfN(rapid.SampledFrom([]rune("aeioäöklmnprstuv")), 1, 18, -1)
	return strings.Join(rapid.SliceOfN(word, 1, most).Draw(t, label), " ")
}

func anyBlock(t *rapid.T) document.Block {
	plain := func(label string, most int) document.Text { return document.Plain(words(t, label, most)) }
	switch rapid.IntRange(0, 13).Draw(t, "kind") {
	case 0:
		return document.Heading{Level: rapid.IntRange(1, 3).Draw(t, "level"), Text: plain("heading", 8)}
	case 1, 2:
		return document.Paragraph{Text: plain("paragraph", 120)}
	case 3:
		return document.List{Items: []document.Text{plain("item", 20), plain("item", 5)}}
	case 4, 5:
		return anyTable(t)
	case 6:
		return document.Callout{Paragraphs: []document.Paragraph{{Text: plain("callout", 60)}, {Text: plain("callout", 60)}}}
	case 7:
		return document.Roadmap{Stops: []document.Stop{{Label: "2019", Items: items(t)}, {Label: "Jatkuva", Items: items(t)}}}
	case 8:
		return document.Timeline{Columns: []document.TimelineColumn{{Label: "2019"}, {Label: "2020"}, {Label: "Jatkuva", Ongoing: true}},
			Rows: []document.TimelineRow{{Label: plain("row", 10), Ongoing: true}, {Label: plain("row", 3), Remark: "Ei omaa aikataulua"}}}
	case 9:
		return anyGroup(t)
	}
	if rapid.Bool().Draw(t, "picture") {
		return anyPicture(t)
	}
	if rapid.Bool().Draw(t, "map") {
		return anyMap(t)
	}
	if rapid.Bool().Draw(t, "kept") {
		return when(rapid.IntRange(0, 40).Draw(t, "goals"))
	}
	return document.PageBreak{Loose: rapid.Bool().Draw(t, "loose"), Flowing: rapid.Bool().Draw(t, "flowing")}
}

// anyPicture is a picture by itself or beside a step with strong words.
func anyPicture(t *rapid.T) document.Block {
	pixels := func(label string) int { return rapid.IntRange(0, 3000).Draw(t, label) }
	picture := document.Picture{Width: pixels("wide"), Height: pixels("high"), Alternative: "Ikkuna"}
	width := rapid.Float64Range(0, 900).Draw(t, "width")
	if rapid.Bool().Draw(t, "alone") {
		return document.Illustration{Picture: picture, Width: width}
	}
	return document.Step{Title: document.Plain(words(t, "title", 6)), Picture: picture, Width: width, Paragraphs: []document.Paragraph{
		{Text: document.Text{{String: words(t, "before", 20) + " "}, {String: words(t, "strong", 9), Strong: true}, {String: " " + words(t, "after", 9)}}},
	}}
}

func anyMap(t *rapid.T) document.Map {
	m := document.Map{Foundation: []document.Text{document.Plain(words(t, "foundation", 9))}}
	for range rapid.IntRange(0, 40).Draw(t, "houses") {
		goals := make([]bool, rapid.IntRange(0, 12).Draw(t, "windows"))
		m.Houses = append(m.Houses, document.MapHouse{
			CoverHouse: document.CoverHouse{Section: street.Section{Written: goals}},
			Name:       document.Plain(words(t, "house", 6)), Count: "3 tavoitetta",
		})
	}
	return m
}

func items(t *rapid.T) []document.StopItem {
	var list []document.StopItem
	for range rapid.IntRange(0, 30).Draw(t, "items") {
		list = append(list, document.StopItem{Text: document.Plain(words(t, "goal", 7)), Swatch: document.Swatch{Form: document.House}})
	}
	return list
}

func anyTable(t *rapid.T) document.Table {
	table := document.Table{Continued: "jatkuu", Columns: []document.Column{
		{Title: "Tavoite", Width: 40}, {Title: "Toimenpide", Width: 50}, {Title: "Aikataulu", Width: 20}, {Title: "Vastuutaho", Width: 34},
	}}
	if rapid.Bool().Draw(t, "grouped") {
		table.Form = document.Grouped
	}
	entry := func(most int) document.Entry {
		return document.Entry{{Text: document.Plain(words(t, "cell", most)), Style: document.Small}}
	}
	for n := range rapid.IntRange(1, 6).Draw(t, "rows") {
		row := document.Row{Label: fmt.Sprint(n), Cells: []document.Cell{
			{Heading: true, Entries: []document.Entry{entry(12)}}, {Paired: true}, {Paired: true}, {Entries: []document.Entry{entry(40), entry(3)}},
		}}
		for range rapid.IntRange(1, 25).Draw(t, "measures") {
			row.Cells[1].Entries = append(row.Cells[1].Entries, entry(20))
			row.Cells[2].Entries = append(row.Cells[2].Entries, document.Entry{{Text: document.Plain("2020"), Style: document.SmallBold}})
		}
		if table.Form == document.Grouped {
			row.Cells[3] = document.Cell{Paired: true, Reaching: true, Heading: true}
			for n := range row.Cells[1].Entries {
				var above document.Entry
				if n == 0 || rapid.Bool().Draw(t, "begins") {
					above = entry(30)
				}
				row.Cells[3].Entries = append(row.Cells[3].Entries, above)
			}
		}
		table.Rows = append(table.Rows, row)
	}
	return table
}

// headedBy tells whether a heading is the last of some blocks.
func headedBy(blocks []document.Block) bool {
	if len(blocks) == 0 {
		return false
	}
	_, heads := blocks[len(blocks)-1].(document.Heading)
	return heads
}

func TestEveryWordStandsOnceInItsPlaceInsideTheMargins(t *testing.T) {
	set := faces(t)
	rapid.Check(t, func(t *rapid.T) {
		blocks := make([]document.Block, 0, 8)
		for range rapid.IntRange(1, 8).Draw(t, "blocks") {
			block := anyBlock(t)
			if _, parts := block.(document.PageBreak); parts && headedBy(blocks) {
				continue // no report parts a heading from what it heads
			}
			blocks = append(blocks, block)
		}
		doc := documentOf(blocks...)
		result, err := layout.Document(context.Background(), doc, set)
		if err != nil {
			t.Fatal(err)
		}
		check(t, doc, result)
	})
}

func TestHeadingIsNeverTheLastOnAPage(t *testing.T) {
	set := faces(t)
	for lines := range 60 {
		doc := documentOf(
			document.Paragraph{Text: document.Plain(strings.TrimSuffix(strings.Repeat("rivi\n", lines+1), "\n"))},
			document.Heading{Level: 2, Text: document.Plain("Otsikko")},
			document.Paragraph{Text: document.Plain("Ensimmäinen rivi.\nToinen rivi.\nKolmas rivi.")},
		)
		result := lay(t, set, doc)
		check(t, doc, result)
		for _, page := range result.Pages {
			last := -1
			for _, operation := range page.Operations {
				if element := operation.Marking().Element; element >= 0 {
					last = element
				}
			}
			if role := result.Elements[last].Role; role == layout.RoleHeading2 {
				t.Errorf("after %d lines the heading is the last on page %d", lines+1, page.Number)
			}
		}
	}
}

func TestParagraphLeavesNoSingleLine(t *testing.T) {
	set := faces(t)
	for before := range 60 {
		doc := documentOf(
			document.Paragraph{Text: document.Plain(strings.TrimSuffix(strings.Repeat("rivi\n", before+1), "\n"))},
			document.Paragraph{Text: document.Plain("yksi\nkaksi\nkolme\nneljä\nviisi")},
		)
		result := lay(t, set, doc)
		for _, page := range result.Pages {
			counts := map[int]int{}
			for _, operation := range page.Operations {
				if text, ok := operation.(layout.Text); ok && text.Element >= 0 {
					counts[text.Element]++
				}
			}
			for element, count := range counts {
				if count == 1 && before > 0 {
					t.Errorf("after %d lines a single line of element %d stands on page %d", before+1, element, page.Number)
				}
			}
		}
	}
}

func TestExtremesAreLaidOut(t *testing.T) {
	set := faces(t)
	measures := document.Cell{Paired: true}
	years := document.Cell{Paired: true}
	for n := range 200 {
		measures.Entries = append(measures.Entries, document.Entry{{Text: document.Plain(fmt.Sprintf("Toimenpide numero %d kaikille", n)), Style: document.Small}})
		years.Entries = append(years.Entries, document.Entry{{Text: document.Plain("2020"), Style: document.Small}})
	}
	columns := []document.Column{{Title: "Tavoite", Width: 60}, {Title: "Toimenpide", Width: 80}, {Title: "Aikataulu", Width: 30}}
	goal := document.Cell{Heading: true, Entries: []document.Entry{{{Text: document.Plain("Tavoite"), Style: document.SmallBold}}}}
	long := document.Plain(strings.Repeat("sana ", 3000))
	cases := map[string]document.Document{
		"a goal with 200 measures":   documentOf(document.Table{Columns: columns, Continued: "jatkuu", Rows: []document.Row{{Label: "1.1", Cells: []document.Cell{goal, measures, years}}}}),
		"a word of 300 letters":      documentOf(document.Heading{Level: 1, Text: document.Plain(strings.Repeat("ä", 300))}, document.Paragraph{Text: document.Plain(strings.Repeat("x", 300))}),
		"a cell taller than a page":  documentOf(document.Table{Columns: columns, Rows: []document.Row{{Cells: []document.Cell{goal, {Entries: []document.Entry{{{Text: long, Style: document.Small}}}}, goal}}}}),
		"a pair taller than a page":  documentOf(document.Table{Columns: columns, Rows: []document.Row{{Cells: []document.Cell{goal, {Paired: true, Entries: []document.Entry{{{Text: long, Style: document.Small}}}}, {Paired: true, Entries: []document.Entry{{{Text: document.Plain("2020")}}}}}}}}),
		"a heading taller than half": documentOf(document.Heading{Level: 1, Text: document.Plain(strings.Repeat("pitkä otsikko ", 60))}, document.Paragraph{Text: document.Plain("teksti")}),
		"a title over pages":         documentOf(document.Heading{Level: 1, Text: document.Plain(strings.Repeat("hyvin pitkä otsikko ", 300))}, document.Paragraph{Text: document.Plain("teksti")}),
		"characters without glyphs":  documentOf(document.Paragraph{Text: document.Plain("hymy 😀 ja مرحبا ja a\u0308 ja\u200dliitos")}),
		"nothing":                    documentOf(),
		"only breaks":                documentOf(document.PageBreak{}, document.PageBreak{}, document.Space{Height: 30}),
	}
	for name, doc := range cases {
		t.Run(name, func(t *testing.T) { check(t, doc, lay(t, set, doc)) })
	}
}

func TestRowContinuesUnderItsLabelAndTheRepeatedHead(t *testing.T) {
	measures := document.Cell{Paired: true}
	for range 120 {
		measures.Entries = append(measures.Entries, document.Entry{{Text: document.Plain("Toimenpide"), Style: document.Small}})
	}
	goal := document.Cell{Heading: true, Entries: []document.Entry{{{Text: document.Plain("Tavoite"), Style: document.SmallBold}}}}
	result := lay(t, faces(t), documentOf(document.Table{
		Columns: []document.Column{{Title: "Mitä", Width: 60}, {Title: "Miten", Width: 110}}, Continued: "jatkuu",
		Rows: []document.Row{{Label: "1.1", Cells: []document.Cell{goal, measures}}},
	}))
	if len(result.Pages) < 3 {
		t.Fatalf("120 measures stand on %d pages", len(result.Pages))
	}
	for _, page := range result.Pages[1:] {
		found := map[string]bool{}
		for _, operation := range page.Operations {
			if text, ok := operation.(layout.Text); ok && text.Element < 0 {
				found[strings.TrimSpace(text.Source)] = true
			}
		}
		for _, want := range []string{"Mitä", "Miten", "1.1 jatkuu"} {
			if !found[want] {
				t.Errorf("page %d lacks %q as an artifact", page.Number, want)
			}
		}
	}
}

func TestWhatIsKeptTogetherFillsPagesWhenItIsLongerThanOne(t *testing.T) {
	timeline := document.Timeline{Columns: []document.TimelineColumn{{Label: "2019"}, {Label: "Jatkuva", Ongoing: true}}}
	for range 60 {
		timeline.Rows = append(timeline.Rows, document.TimelineRow{Label: document.Plain("Tavoite"), Ongoing: true})
	}
	result := lay(t, faces(t), documentOf(
		document.Paragraph{Text: document.Plain("alku")},
		document.Keep{Blocks: []document.Block{document.Heading{Level: 2, Text: document.Plain("Milloin")}, timeline}},
		document.Heading{Level: 1, Text: document.Plain(strings.Repeat("hyvin pitkä otsikko ", 120))},
	))
	if len(result.Pages) > 6 {
		t.Errorf("60 goals and a long title stand on %d pages", len(result.Pages))
	}
}

func TestContentsListGivesThePagesOfItsHeadings(t *testing.T) {
	doc := documentOf(
		document.ContentsList{PageWord: "sivu", Entries: []document.ContentsEntry{{Text: document.Plain("Alku"), Anchor: "a"}, {Text: document.Plain("Loppu"), Anchor: "b"}}},
		document.PageBreak{}, document.Heading{Level: 1, Text: document.Plain("Alku"), Anchor: "a"},
		document.Paragraph{Text: document.Plain(strings.Repeat("teksti ", 2000))},
		document.PageBreak{}, document.Heading{Level: 1, Text: document.Plain("Loppu"), Anchor: "b"},
		document.Paragraph{Text: document.Plain("teksti")},
	)
	result := lay(t, faces(t), doc)
	last := len(result.Pages)
	if result.Targets["a"].Page != 2 || result.Targets["b"].Page != last {
		t.Fatalf("targets %v of %d pages", result.Targets, last)
	}
	var links []string
	for _, operation := range result.Pages[0].Operations {
		if link, ok := operation.(layout.Link); ok {
			links = append(links, link.Words)
		}
	}
	want := fmt.Sprintf("[Alku, sivu 2 Loppu, sivu %d]", last)
	if fmt.Sprint(links) != want {
		t.Errorf("links %v, want %s", links, want)
	}
	if len(result.Outline) != 2 || result.Outline[1].Title != "Loppu" || result.Outline[1].Page != last {
		t.Errorf("outline %v", result.Outline)
	}
}

func TestLayoutEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := layout.Document(ctx, documentOf(document.Paragraph{Text: document.Plain("teksti")}), faces(t)); err == nil {
		t.Error("no error from an ended context")
	}
}

func FuzzTexts(f *testing.F) {
	for _, seed := range []string{"", "Yhdistystoimijoiden kartoittaminen", "a\u00ADb\n\nc\td", "😀مرحبا", "\x00\xff\xfe", "5 koulutuskertaa / v"} {
		f.Add(seed, 3)
	}
	set := faces(f)
	f.Fuzz(func(t *testing.T, text string, copies int) {
		text = strings.ToValidUTF8(text, "")
		if len(text) > 2000 {
			return
		}
		entries := []document.Entry{}
		for range max(1, copies%7) {
			entries = append(entries, document.Entry{{Text: document.Plain(text), Style: document.Small}})
		}
		doc := documentOf(
			document.Heading{Level: 2, Text: document.Plain(text), Anchor: "a"}, document.Paragraph{Text: document.Plain(text)},
			document.Table{Columns: []document.Column{{Title: "A", Width: 30}, {Title: "B", Width: 15}}, Rows: []document.Row{{Label: text, Cells: []document.Cell{
				{Entries: entries}, {Paired: true, Entries: entries}}}}},
			document.Cards{Cards: []document.Card{{Role: text, Name: text, Statement: text, Done: true}}},
		)
		result, err := layout.Document(context.Background(), doc, set)
		if err != nil {
			t.Fatal(err)
		}
		check(t, doc, result)
	})
}
