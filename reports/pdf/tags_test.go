package pdf_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"tavoitekartta/reports/document"
)

// told is the structure tree of a file as a reader of screens tells it: a line
// for each element with all that it says of itself.
func told(t *testing.T, file []byte) string {
	t.Helper()
	read, err := readFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	var walk func(v any, depth int)
	walk = func(v any, depth int) {
		facts := read.dict(v)
		if facts["Type"] != name("StructElem") {
			return
		}
		fmt.Fprint(&out, strings.Repeat(" ", depth), facts["S"])
		if language, is := facts["Lang"].(str); is {
			fmt.Fprint(&out, " lang=", language)
		}
		if words, is := facts["Alt"].(str); is {
			fmt.Fprintf(&out, " alt=%q", words.words())
		}
		if id, is := facts["ID"].(str); is {
			fmt.Fprint(&out, " id=", id)
		}
		says := read.dict(facts["A"])
		for _, key := range []name{"ListNumbering", "Scope", "RowSpan", "ColSpan", "Headers", "BBox"} {
			if value, is := says[key]; is {
				fmt.Fprint(&out, " ", key, "=", value)
			}
		}
		out.WriteString("\n")
		for _, kid := range read.list(facts["K"]) {
			walk(kid, depth+1)
		}
	}
	for _, kid := range read.list(read.dict(read.dict(read.trailer["Root"])["StructTreeRoot"])["K"]) {
		walk(kid, 0)
	}
	return out.String()
}

// cell is a cell of a table with an entry for each text.
func cell(texts ...string) document.Cell {
	var own document.Cell
	for _, text := range texts {
		var entry document.Entry
		if text != "" {
			entry = document.Entry{{Text: document.Plain(text), Style: document.Small}}
		}
		own.Entries = append(own.Entries, entry)
	}
	return own
}

func TestEachElementSaysWhatAReaderOfScreensTells(t *testing.T) {
	heading := cell("Kirjasto")
	heading.Heading = true
	goals, measures := cell("Tavoite", ""), cell("Ensin", "Sitten")
	goals.Paired, goals.Heading, goals.Reaching, measures.Paired = true, true, true, true
	square := document.Drawing{Width: 50, Height: 40, Shapes: []document.Shape{
		document.Rectangle{Width: 50, Height: 40, Paint: document.Paint{Fill: "#000000"}},
	}}
	columns := []document.Column{{Title: "Taho", Width: 40}, {Title: "Tavoite", Width: 40}, {Title: "Toimenpide", Width: 90}}
	got := told(t, write(t,
		document.ContentsList{PageWord: "sida", Entries: []document.ContentsEntry{{Text: document.Plain("Mål"), Anchor: "a"}}},
		document.Heading{Level: 1, Text: document.Plain("Mål"), Anchor: "a"},
		document.List{Numbered: true, Style: document.Body, Items: []document.Text{document.Plain("ett")}},
		document.List{Style: document.Body, Items: []document.Text{document.In("fi", "yksi")}},
		document.Table{Form: document.Grouped, Columns: columns, Note: document.Plain("Huom."), Rows: []document.Row{
			{Cells: []document.Cell{heading, goals, measures}},
			{Cells: []document.Cell{heading}}, // the others say nothing
		}},
		document.Figure{Alternative: "En fyrkant", Drawing: square},
		document.PageBreak{},
		document.Figure{Alternative: "En fyrkant på bredden", Drawing: square},
		document.Table{Wide: true, Columns: columns[:1], Rows: []document.Row{{Cells: []document.Cell{cell("Rivi")}}}},
	))
	want := strings.TrimPrefix(`
Document lang=sv
 Part
  TOC
   TOCI
    Reference
     Link
  H1
  L ListNumbering=Decimal
   LI
    Lbl
    LBody
  L ListNumbering=None
   LI
    Lbl
    LBody
     Span lang=fi
  Table
   TR
    TH id=t1h17 Scope=Column
    TH id=t1h18 Scope=Column
    TH id=t1h19 Scope=Column
   TR
    TH id=t1h21 Scope=Row RowSpan=2
     P
    TH id=t1h23 Scope=Row RowSpan=2
     P
    TD Headers=[t1h19 t1h21 t1h23]
     P
   TR
    TD Headers=[t1h19 t1h21 t1h23]
     P
   TR
    TH id=t1h31 Scope=Row
     P
    TD Headers=[t1h18 t1h31]
    TD Headers=[t1h19 t1h31]
  P
   Note id=n36
  Figure alt="En fyrkant" BBox=[56.69 450.92 106.69 490.92]
  Figure alt="En fyrkant på bredden" BBox=[56.69 475.91 106.69 515.91]
  Table
   TR
    TH id=t2h41 Scope=Column
   TR
    TD Headers=[t2h41]
     P
`, "\n")
	if got != want {
		t.Errorf("the tree tells\n%s", got)
	}
}

// outlined is the outline of a file, a line for each entry with the page that it
// leads to.
func outlined(t *testing.T, file []byte) string {
	t.Helper()
	read, err := readFile(file)
	if err != nil {
		t.Fatal(err)
	}
	catalogue := read.dict(read.trailer["Root"])
	pages := read.list(read.dict(catalogue["Pages"])["Kids"])
	var out strings.Builder
	var walk func(above dict, depth int)
	walk = func(above dict, depth int) {
		for entry := read.dict(above["First"]); entry != nil; entry = read.dict(entry["Next"]) {
			title, _ := entry["Title"].(str)
			page := slices.Index(pages, read.list(entry["Dest"])[0])
			fmt.Fprintf(&out, "%s%s %d\n", strings.Repeat(" ", depth), title.words(), page+1)
			walk(entry, depth+1)
		}
	}
	walk(read.dict(catalogue["Outlines"]), 0)
	return out.String()
}

func TestTheOutlineHasTheHeadingsUnderEachOther(t *testing.T) {
	heading := func(level int, text string) document.Block {
		return document.Heading{Level: level, Text: document.Plain(text), Anchor: text}
	}
	text := document.Paragraph{Text: document.Plain("Text"), Style: document.Body}
	got := outlined(t, write(t, heading(1, "Ett"), text, heading(2, "Två"), text, heading(3, "Tre"), text,
		document.PageBreak{}, heading(2, "Fyra"), text, heading(1, "Fem"), text))
	if want := "Ett 1\n Två 1\n  Tre 1\n Fyra 2\nFem 2\n"; got != want {
		t.Errorf("the outline is\n%s", got)
	}
}

func TestAPartInAnotherLanguageSaysSo(t *testing.T) {
	paragraph := func(text string) []document.Block {
		return []document.Block{document.Paragraph{Text: document.Plain(text)}}
	}
	got := told(t, writtenOf(t, document.Document{Language: "fi", Parts: []document.Part{
		{Language: "fi", Blocks: paragraph("Teksti")}, {Language: "sv", Blocks: paragraph("Text")},
	}}))
	if want := "Document lang=fi\n Part\n  P\n Part lang=sv\n  P\n"; got != want {
		t.Errorf("the tree tells\n%s", got)
	}
}
