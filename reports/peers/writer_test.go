//go:build bench && linux

package peers_test

import (
	"encoding/xml"
	"fmt"
	"maps"
	"slices"
	"strings"

	"tavoitekartta/reports/document"
)

// writerSource is the report as LibreOffice Writer reads it: a flat OpenDocument
// text with named styles, real headings, lists, tables with header rows, links
// and page numbers as fields.
func writerSource(doc document.Document) []byte {
	all := contentOf(doc)
	w := &flatWriter{}
	w.WriteString(xml.Header + `<office:document office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text"`)
	for _, space := range []string{"office", "style", "text", "table", "meta"} {
		fmt.Fprintf(w, ` xmlns:%s="urn:oasis:names:tc:opendocument:xmlns:%s:1.0"`, space, space)
	}
	w.WriteString(` xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"` +
		` xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"` +
		` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink">` + "\n")
	fmt.Fprintf(w, "<office:meta><dc:title>%s</dc:title><meta:initial-creator>%s</meta:initial-creator><dc:language>%s</dc:language></office:meta>\n",
		escaped(all.title), escaped(all.author), all.language)
	w.WriteString(`<office:font-face-decls><style:font-face style:name="Noto Sans" svg:font-family="'Noto Sans'"/></office:font-face-decls>` + "\n")
	body := &flatWriter{widths: map[string]bool{}}
	for i, part := range all.parts {
		body.part(i, part)
	}
	w.styles(all.language)
	w.pages(all.parts, body.sortedWidths())
	fmt.Fprintf(w, "<office:body><office:text>\n%s</office:text></office:body>\n</office:document>\n", body.String())
	return []byte(w.String())
}

// longestSpan is over how many rows a cell may reach for LibreOffice. Over some
// pages' rows it comes to no end: of 5,000 measures it had not set the table of
// the bodies after four minutes. Longer ones are written as a cell and empty ones
// below it, which is less work than what ours does.
const longestSpan = 30

// flatWriter collects XML.
type flatWriter struct {
	reaches []int // of the table at hand: rows that each column's long cell still reaches over
	strings.Builder
	widths map[string]bool // of columns, in hundredths of a millimetre
	// opening is how the next paragraph begins: "", "break" or "part".
	opening string
	// chapter is a place at the next heading, "" for none.
	chapter string
}

func (w *flatWriter) sortedWidths() []string {
	var widths []string
	for width := range w.widths {
		widths = append(widths, width)
	}
	slices.Sort(widths)
	return widths
}

// styles are the named styles of paragraphs and passages.
func (w *flatWriter) styles(language string) {
	country := map[string]string{"fi": "FI", "sv": "FI", "en": "GB"}
	fmt.Fprintf(w, `<office:styles><style:default-style style:family="paragraph"><style:text-properties style:font-name="Noto Sans" fo:font-size="10pt" fo:language=%q fo:country=%q/></style:default-style>`+"\n",
		language, country[language])
	for level, size := range []int{24, 15, 11} {
		fmt.Fprintf(w, `<style:style style:name="Heading_20_%d" style:display-name="Heading %d" style:family="paragraph" style:default-outline-level="%d">`+
			`<style:paragraph-properties fo:keep-with-next="always" fo:margin-top="14pt" fo:margin-bottom="6pt"/><style:text-properties fo:font-size="%dpt" fo:font-weight="bold"/></style:style>`+"\n",
			level+1, level+1, level+1, size)
	}
	for _, size := range slices.SortedFunc(maps.Values(typeSizes()), func(a, b typeSize) int { return strings.Compare(a.name, b.name) }) {
		weight := "normal"
		if size.bold {
			weight = "bold"
		}
		fmt.Fprintf(w, `<style:style style:name=%q style:family="paragraph"><style:paragraph-properties fo:line-height="%gpt" fo:margin-bottom="2pt"/><style:text-properties fo:font-size="%gpt" fo:font-weight=%q/></style:style>`+"\n",
			size.name, size.leading, size.size, weight)
	}
	w.WriteString(`<style:style style:name="strongly" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>` + "\n")
	for language, country := range map[string]string{"fi": "FI", "sv": "FI", "en": "GB"} {
		fmt.Fprintf(w, `<style:style style:name="in-%s" style:family="text"><style:text-properties fo:language=%q fo:country=%q/></style:style>`+"\n", language, language, country)
	}
	w.WriteString("</office:styles>\n")
}

// pages are the page, its head and foot, and the looks of tables.
func (w *flatWriter) pages(parts []contentPart, widths []string) {
	w.WriteString("<office:automatic-styles>\n" +
		`<style:page-layout style:name="a4"><style:page-layout-properties fo:page-width="210mm" fo:page-height="297mm" fo:margin-left="20mm" fo:margin-right="20mm" fo:margin-top="12mm" fo:margin-bottom="12mm"/>` +
		`<style:header-style><style:header-footer-properties fo:margin-bottom="9mm"/></style:header-style><style:footer-style><style:header-footer-properties fo:margin-top="5mm"/></style:footer-style></style:page-layout>` + "\n" +
		`<style:style style:name="ruled" style:family="table"><style:table-properties style:width="170mm" table:align="left"/></style:style>` + "\n" +
		`<style:style style:name="cell" style:family="table-cell"><style:table-cell-properties fo:padding="1mm" fo:border-bottom="0.5pt solid #6a7a81"/></style:style>` + "\n")
	for _, width := range widths {
		fmt.Fprintf(w, `<style:style style:name="wide%s" style:family="table-column"><style:table-column-properties style:column-width="%s.%smm"/></style:style>`+"\n",
			width, width[:len(width)-2], width[len(width)-2:])
	}
	names := []string{"Heading_20_1", "Heading_20_2", "Heading_20_3"}
	for _, size := range typeSizes() {
		names = append(names, size.name)
	}
	slices.Sort(names)
	for _, name := range names {
		fmt.Fprintf(w, `<style:style style:name="%s-break" style:family="paragraph" style:parent-style-name=%q><style:paragraph-properties fo:break-before="page"/></style:style>`+"\n", name, name)
		fmt.Fprintf(w, `<style:style style:name="%s-part" style:family="paragraph" style:parent-style-name=%q style:master-page-name="Pages"/>`+"\n", name, name)
	}
	w.WriteString("</office:automatic-styles>\n<office:master-styles>\n" +
		`<style:master-page style:name="Standard" style:page-layout-name="a4"/>` + "\n")
	last := parts[len(parts)-1]
	fmt.Fprintf(w, `<style:master-page style:name="Pages" style:page-layout-name="a4"><style:header><text:p text:style-name="note">%s · %s</text:p></style:header>`+
		`<style:footer><text:p text:style-name="note">%s · %s <text:page-number/></text:p></style:footer></style:master-page>`+"\n",
		escaped(last.head.Left), escaped(last.head.Right), escaped(last.foot.Facts), escaped(last.foot.PageWord))
	w.WriteString("</office:master-styles>\n")
}

func (w *flatWriter) part(index int, part contentPart) {
	if index > 0 {
		w.opening = "part"
	}
	for _, piece := range part.pieces {
		w.piece(piece)
	}
}

// styled is the name of a style, as the next paragraph begins.
func (w *flatWriter) styled(name string) string {
	if w.opening != "" {
		name += "-" + w.opening
		w.opening = ""
	}
	return name
}

func (w *flatWriter) piece(piece any) {
	switch p := piece.(type) {
	case pageBreak:
		w.opening = "break"
	case chapter:
		w.chapter = p.anchor
	case heading:
		fmt.Fprintf(w, `<text:h text:style-name=%q text:outline-level="%d">`, w.styled(fmt.Sprintf("Heading_20_%d", p.level)), p.level)
		if w.chapter != "" {
			fmt.Fprintf(w, `<text:bookmark text:name=%q/>`, w.chapter)
			w.chapter = ""
		}
		if p.anchor != "" {
			fmt.Fprintf(w, `<text:bookmark-start text:name=%q/>%s<text:bookmark-end text:name=%q/>`, p.anchor, runs(p.text), p.anchor)
		} else {
			w.WriteString(runs(p.text))
		}
		w.WriteString("</text:h>\n")
	case paragraph:
		w.paragraph(p)
	case list:
		w.WriteString("<text:list>\n")
		for _, item := range p.items {
			text := runs(item.text)
			if item.anchor != "" {
				text = linked(item.anchor, text)
			}
			fmt.Fprintf(w, "<text:list-item><text:p text:style-name=%q>%s</text:p></text:list-item>\n", w.styled("body"), text)
		}
		w.WriteString("</text:list>\n")
	case contents:
		for _, e := range p.entries {
			fmt.Fprintf(w, `<text:p text:style-name=%q>%s %s <text:bookmark-ref text:reference-format="page" text:ref-name=%q>1</text:bookmark-ref></text:p>`+"\n",
				w.styled("body"), linked(e.Anchor, runs(e.Text)), escaped(e.Note), e.Anchor)
		}
	case table:
		w.table(p)
	}
}

func (w *flatWriter) paragraph(p paragraph) {
	fmt.Fprintf(w, "<text:p text:style-name=%q>%s</text:p>\n", w.styled(sizeOf(p.style).name), runs(p.text))
}

func (w *flatWriter) table(t table) {
	w.WriteString(`<table:table table:style-name="ruled">` + "\n")
	total := 0.0
	for _, column := range t.columns {
		total += column.Width
	}
	for _, column := range t.columns {
		width := fmt.Sprintf("%.0f", column.Width/total*17000)
		w.widths[width] = true
		fmt.Fprintf(w, `<table:table-column table:style-name="wide%s"/>`, width)
	}
	if t.headed {
		w.WriteString("\n<table:table-header-rows><table:table-row>")
		for _, column := range t.columns {
			fmt.Fprintf(w, `<table:table-cell table:style-name="cell"><text:p text:style-name="smallbold">%s</text:p></table:table-cell>`, escaped(column.Title))
		}
		w.WriteString("</table:table-row></table:table-header-rows>")
	}
	w.WriteString("\n")
	w.reaches = make([]int, len(t.columns))
	for _, row := range t.rows {
		w.row(row, len(t.columns))
	}
	w.WriteString("</table:table>\n")
}

func (w *flatWriter) row(cells []cell, columns int) {
	w.WriteString("<table:table-row>")
	at := 0
	for _, cell := range cells {
		w.below(&at, cell.column)
		at++
		span := ""
		switch {
		case cell.rows > longestSpan:
			w.reaches[cell.column] = cell.rows
		case cell.rows > 1:
			span = fmt.Sprintf(` table:number-rows-spanned="%d"`, cell.rows)
		}
		fmt.Fprintf(w, `<table:table-cell table:style-name="cell"%s>`, span)
		for _, p := range cell.paragraphs {
			w.paragraph(p)
		}
		if len(cell.paragraphs) == 0 {
			w.WriteString(`<text:p text:style-name="small"/>`)
		}
		w.WriteString("</table:table-cell>")
	}
	w.below(&at, columns)
	for column := range w.reaches {
		w.reaches[column]--
	}
	w.WriteString("</table:table-row>\n")
}

// below writes the cells from at to column, which stand below others: covered, or
// empty where the one above was not let reach so far.
func (w *flatWriter) below(at *int, column int) {
	for ; *at < column; *at++ {
		if w.reaches[*at] > 0 {
			w.WriteString(`<table:table-cell table:style-name="cell"><text:p text:style-name="small"/></table:table-cell>`)
		} else {
			w.WriteString("<table:covered-table-cell/>")
		}
	}
}

func linked(anchor, text string) string {
	return fmt.Sprintf(`<text:a xlink:type="simple" xlink:href="#%s">%s</text:a>`, escaped(anchor), text)
}

func runs(text document.Text) string {
	var out strings.Builder
	for _, run := range text {
		marked := strings.ReplaceAll(escaped(run.String), "&#xA;", "<text:line-break/>")
		if run.Strong {
			marked = `<text:span text:style-name="strongly">` + marked + "</text:span>"
		}
		if run.Language != "" {
			marked = fmt.Sprintf(`<text:span text:style-name="in-%s">%s</text:span>`, run.Language, marked)
		}
		out.WriteString(marked)
	}
	return out.String()
}

func escaped(text string) string {
	var out strings.Builder
	_ = xml.EscapeText(&out, []byte(text))
	return out.String()
}
