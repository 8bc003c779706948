package layout_test

import (
	"strings"
	"testing"

	"tavoitekartta/model/street"
	"tavoitekartta/reports/document"
)

// small is a cell of entries in small text.
func small(texts ...string) document.Cell {
	var cell document.Cell
	for _, text := range texts {
		cell.Entries = append(cell.Entries, document.Entry{{Text: document.Plain(text), Style: document.Small}})
	}
	return cell
}

func paired(cell document.Cell) document.Cell {
	cell.Paired = true
	return cell
}

// TestWhatFuzzingFound keeps what broke the layout once, each for its reason.
func TestWhatFuzzingFound(t *testing.T) {
	columns := []document.Column{{Title: "Tavoite", Width: 60}, {Title: "Toimenpide", Width: 80}}
	tall := strings.TrimSuffix(strings.Repeat("rivi\n", 90), "\n")
	long := strings.Repeat("tavoitteen pitkä nimi ", 14)
	heading := document.Heading{Level: 1, Text: document.Plain("Otsikko")}
	houses := make([]document.MapHouse, 14)
	for i := range houses {
		houses[i] = document.MapHouse{CoverHouse: document.CoverHouse{Section: street.Section{Written: make([]bool, 9)}}, Name: document.Plain("Kokonaisuus")}
	}
	set := faces(t)
	for name, blocks := range map[string][]document.Block{
		"a row of pairs without a pair: index out of range": {document.Table{Columns: columns, Rows: []document.Row{{Cells: []document.Cell{small("a"), paired(small())}}}}},
		"empty pairs below a head taller than a page: pages without end": {document.Table{
			Columns: []document.Column{{Title: tall, Width: 60}, {Title: "Toimenpide", Width: 80}},
			Rows:    []document.Row{{Cells: []document.Cell{paired(small("", "", tall)), small("a")}}},
		}},
		"an empty pair before a tall one: a page without content": {document.Table{Columns: columns, Rows: []document.Row{{Cells: []document.Cell{paired(small("", "", tall+"\n"+tall)), small("a")}}}}},
		"a row that goes on with pairs in its first column: its label lay on them": {document.Table{
			Columns: columns, Continued: "jatkuu", Rows: []document.Row{{Label: "1.1", Cells: []document.Cell{paired(small(tall, tall)), small("a")}}},
		}},
		"a label taller than a page": {document.Table{
			Columns: columns, Continued: "jatkuu", Rows: []document.Row{{Label: tall, Cells: []document.Cell{small("a"), paired(small(tall, tall))}}},
		}},
		"columns too narrow for a letter": {document.Table{
			Columns: []document.Column{{Title: "A", Width: 0}, {Title: "B", Width: 1}, {Title: "C", Width: 900}},
			Rows:    []document.Row{{Cells: []document.Cell{small("Tavoite"), small("Toimenpide"), small("Mittari")}}},
		}},
		"a numbered item without text: its number was lost": {document.List{Numbered: true, Items: []document.Text{document.Plain("a"), nil, document.Plain("c")}}},
		"spaces before a text: they were drawn beyond the edge": {
			document.Paragraph{Text: document.Plain(strings.Repeat(" ", 300) + "sana")}, document.Paragraph{Text: document.Plain(strings.Repeat("\u2003", 90) + "sana")},
		},
		"no-break spaces alone: they were not broken":            {document.Paragraph{Text: document.Plain(strings.Repeat("\u00A0", 400) + "sana")}},
		"an entry of the contents without words lay on its rule": {document.ContentsList{Entries: []document.ContentsEntry{{Note: "3 tavoitetta"}}}},
		"a label as wide as its part of the row, of a field that is narrower": {document.FormRow{Fields: []document.FormField{
			{Kind: document.ChoiceField, Name: "a", Label: document.Plain(long), Share: 3}, {Name: "b", Label: document.Plain(long)},
		}}},
		"a summary longer than a page left its heading alone": {
			document.Paragraph{Text: document.Plain(strings.Repeat("rivi\n", 39) + "rivi")},
			document.Heading{Level: 2, Text: document.Plain("Otsikko"), Summary: document.Plain(tall)}, document.Paragraph{Text: document.Plain("teksti")},
		},
		"nothing that can be seen began a page": {
			document.Paragraph{Text: document.Plain(strings.Repeat("rivi\n", 48) + "rivi")}, document.Columns{Columns: [][]document.Paragraph{{{}}, {{}}}},
		},
		"a map that fills a page below two headings: the first was left alone": {
			document.Paragraph{Text: document.Plain(strings.Repeat("rivi\n", 17) + "rivi")}, heading, document.Heading{Level: 3, Text: document.Plain("a")}, document.Map{Houses: houses, Foundation: []document.Text{document.Plain("a")}},
		},
		"a map and a picture on a page on its side": {
			document.Table{Wide: true, Columns: columns, Rows: []document.Row{{Cells: []document.Cell{small("a"), small("b")}}}},
			document.Map{Houses: houses, Foundation: []document.Text{document.Plain("Perusta")}},
			document.Illustration{Picture: document.Picture{Width: 10, Height: 90}, Width: 300},
		},
	} {
		t.Run(name, func(t *testing.T) {
			doc := documentOf(blocks...)
			check(t, doc, lay(t, set, doc))
		})
	}
}

// TestWhatIsTallerThanAPageGoesOnOnTheNext: each piece that is not a row, too.
func TestWhatIsTallerThanAPageGoesOnOnTheNext(t *testing.T) {
	tall := strings.TrimSuffix(strings.Repeat("kovin pitkä rivi\n", 90), "\n")
	text, paragraphs := document.Plain(tall), []document.Paragraph{{Text: document.Plain(tall)}}
	head := document.Heading{Level: 2, Text: document.Plain("Otsikko")}
	columns := []document.TimelineColumn{{Label: "2026"}, {Label: "2027"}, {Label: "Jatkuva", Ongoing: true}}
	set := faces(t)
	for name, block := range map[string]document.Block{
		"a goal of the timeline": document.Timeline{Goals: "Tavoite", Columns: columns, Rows: []document.TimelineRow{
			{Label: document.Plain("a"), Spans: []document.TimelineSpan{{First: 0, Last: 1, Measures: 3}}},
			{Label: text, Spans: []document.TimelineSpan{{First: 0, Last: 1, Measures: 9}}, Ongoing: true}, {Label: document.Plain("b"), Ongoing: true},
		}},
		"a card":                document.Cards{Cards: []document.Card{{Role: "Rooli", Name: tall, Statement: "Tarkastettu"}, {Role: "Rooli", Name: "Nimi", Statement: "Tarkastettu", Done: true}}},
		"columns":               document.Columns{Columns: [][]document.Paragraph{paragraphs, {{Text: document.Plain("a")}}}},
		"a step":                document.Step{Title: document.Plain("Vaihe"), Paragraphs: paragraphs, Picture: document.Picture{Width: 20, Height: 10}, Width: 200},
		"an opening":            document.Opening{House: document.Drawing{Width: 60, Height: 60}, Title: document.Plain("Työ"), Summary: text},
		"a goal of the roadmap": document.Roadmap{Stops: []document.Stop{{Label: "2026", Items: []document.StopItem{{Text: text}, {Text: document.Plain("a")}}}}},
		"a group of bars":       document.Chart{Series: []document.Text{document.Plain("2026")}, Groups: []document.ChartGroup{{Name: text, Bars: []document.ChartBar{{Number: document.Plain("5"), Share: 1, Known: true}}}}},
		"a party that signs":    document.SignatureLines{Parties: []document.Signatory{{Name: text}, {Name: document.Plain("Kunta")}}, Lines: []document.SignatureLine{{Words: "Paikka ja aika"}}},
		"a head of a table": document.Table{
			Columns: []document.Column{{Title: tall, Width: 60}, {Title: "Toimenpide", Width: 80}}, Rows: []document.Row{{Cells: []document.Cell{small("a"), small("b")}}},
		},
		"rows of each form": document.Keep{Blocks: []document.Block{
			document.Table{Form: document.Facts, Columns: []document.Column{{Width: 40}, {Width: 90}}, Rows: []document.Row{{Cells: []document.Cell{small("a"), small(tall)}}}},
			document.Table{Form: document.Unheaded, Columns: []document.Column{{Width: 40}, {Width: 90}}, Rows: []document.Row{{Cells: []document.Cell{small(tall, tall), small("a")}}}},
			document.Table{Form: document.Data, Wide: true, Columns: []document.Column{{Title: "A", Width: 40}, {Title: "B", Width: 90}},
				Rows: []document.Row{{Cells: []document.Cell{small("a"), small(tall)}, BlankLines: 3}}},
		}},
		"a line of the contents": document.ContentsList{Entries: []document.ContentsEntry{{Text: text, Anchor: "a", Note: "3 tavoitetta"}}},
	} {
		t.Run(name, func(t *testing.T) {
			doc := documentOf(document.Paragraph{Text: document.Plain("alku")}, head, block, head, document.Paragraph{Text: document.Plain("loppu")})
			result := lay(t, set, doc)
			check(t, doc, result)
			if len(result.Pages) < 2 || len(result.Pages) > 12 {
				t.Errorf("it stands on %d pages", len(result.Pages))
			}
		})
	}
}
