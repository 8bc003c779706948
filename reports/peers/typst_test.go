//go:build bench && linux

package peers_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"tavoitekartta/reports/document"
)

// typstPreamble sets what holds for the whole document. Rules stand in the
// preamble and styles are functions, as typst's own guide has it. Lines are
// filled greedily and stay ragged, which is what costs typst least.
const typstPreamble = `#set page(paper: "a4", margin: (x: 20mm, top: 28mm, bottom: 23mm))
#set text(font: "Noto Sans", size: 10pt, hyphenate: true)
#set par(leading: 0.55em, spacing: 7pt, justify: false, linebreaks: "simple")
#set smartquote(enabled: false)
#set table(stroke: (x: none, y: 0.5pt), inset: (x: 0pt, y: 5pt), column-gutter: 4mm, align: left)
#show heading: set text(hyphenate: false)
#show heading.where(level: 1): set text(size: 24pt)
#show heading.where(level: 2): set text(size: 15pt)
#show heading.where(level: 3): set text(size: 11pt)
#show table: set text(size: 9pt, hyphenate: false)
#let entry(to, body) = block[#link(to, body) #h(1fr) #context counter(page).at(to).first()]
`

// typstSource is the report as typst markup.
func typstSource(doc document.Document) []byte {
	all := contentOf(doc)
	w := &typstWriter{}
	fmt.Fprintf(w, "#set document(title: %q, author: %q)\n", all.title, all.author)
	fmt.Fprintf(w, "#set text(lang: %q)\n", all.language)
	w.WriteString(typstPreamble)
	for _, size := range slices.SortedFunc(maps.Values(typeSizes()), func(a, b typeSize) int { return strings.Compare(a.name, b.name) }) {
		weight := "regular"
		if size.bold {
			weight = "bold"
		}
		fmt.Fprintf(w, "#let %s(body) = text(size: %gpt, weight: %q, body)\n", size.name, size.size, weight)
	}
	for i, part := range all.parts {
		w.part(i, part)
	}
	return []byte(w.String())
}

// typstWriter collects markup. inner are the styles that need no word where it
// stands: the text of the page, or of a table.
type typstWriter struct {
	strings.Builder
	inTable bool
}

// part writes the pages of a part: to set a page begins one.
func (w *typstWriter) part(index int, part contentPart) {
	if index > 0 {
		fmt.Fprintf(w, "#set page(header: [#note[%s #h(1fr) %s] #v(-6pt) #line(length: 100%%, stroke: 0.5pt)], footer: note[%s · %s #context counter(page).display()])\n",
			typstText(part.head.Left), typstText(part.head.Right), typstText(part.foot.Facts), typstText(part.foot.PageWord))
	}
	for _, piece := range part.pieces {
		w.piece(piece)
	}
}

func (w *typstWriter) piece(piece any) {
	switch p := piece.(type) {
	case pageBreak:
		w.WriteString("#pagebreak(weak: true)\n\n")
	case chapter:
		fmt.Fprintf(w, "#metadata(none) <%s>\n", p.anchor)
	case heading:
		w.WriteString(strings.Repeat("=", p.level) + " " + w.runs(p.text))
		if p.anchor != "" {
			fmt.Fprintf(w, " <%s>", p.anchor)
		}
		w.WriteString("\n\n")
	case paragraph:
		w.WriteString(w.styled(p) + "\n\n")
	case list:
		mark := "- "
		if p.numbered {
			mark = "+ "
		}
		for _, item := range p.items {
			text := w.runs(item.text)
			if item.anchor != "" {
				text = fmt.Sprintf("#link(<%s>)[%s]", item.anchor, text)
			}
			w.WriteString(mark + text + "\n")
		}
		w.WriteString("\n")
	case contents:
		for _, e := range p.entries {
			text := w.runs(e.Text)
			if e.Note != "" {
				text += " " + typstText(e.Note)
			}
			fmt.Fprintf(w, "#entry(<%s>)[%s]\n", e.Anchor, text)
		}
		w.WriteString("\n")
	case table:
		w.table(p)
	}
}

func (w *typstWriter) table(t table) {
	w.inTable = true
	defer func() { w.inTable = false }()
	var widths []string
	for _, column := range t.columns {
		widths = append(widths, fmt.Sprintf("%gfr", column.Width))
	}
	fmt.Fprintf(w, "#table(\n  columns: (%s),\n", strings.Join(widths, ", "))
	if t.headed {
		w.WriteString("  table.header(")
		for _, column := range t.columns {
			fmt.Fprintf(w, "[*%s*], ", typstText(column.Title))
		}
		w.WriteString("),\n")
	}
	for _, row := range t.rows {
		w.WriteString("  ")
		for _, cell := range row {
			if cell.rows > 1 {
				fmt.Fprintf(w, "table.cell(rowspan: %d)", cell.rows)
			}
			var paragraphs []string
			for _, p := range cell.paragraphs {
				paragraphs = append(paragraphs, w.styled(p))
			}
			w.WriteString("[" + strings.Join(paragraphs, "\n\n") + "], ")
		}
		w.WriteString("\n")
	}
	w.WriteString(")\n\n")
}

// styled is a paragraph in its style; that of its surroundings needs no word.
func (w *typstWriter) styled(p paragraph) string {
	size := sizeOf(p.style)
	usual := !size.bold && (size.size == 10 && !w.inTable || size.size == 9 && w.inTable)
	if usual {
		return w.runs(p.text)
	}
	if w.inTable && size.bold && size.size == 9 {
		return "*" + w.runs(p.text) + "*"
	}
	return "#" + size.name + "[" + w.runs(p.text) + "]"
}

func (w *typstWriter) runs(text document.Text) string {
	var out strings.Builder
	for _, run := range text {
		marked := typstText(run.String)
		if run.Strong {
			marked = "*" + marked + "*"
		}
		if run.Language != "" {
			marked = fmt.Sprintf("#text(lang: %q)[%s]", run.Language, marked)
		}
		out.WriteString(marked)
	}
	return out.String()
}

// typstText is text in which no sign is markup.
func typstText(text string) string {
	var out strings.Builder
	for _, r := range text {
		switch {
		case r == '\n':
			out.WriteString(" \\\n")
			continue
		case strings.ContainsRune("\\#$*_`<>@[]~/+=-.", r):
			out.WriteByte('\\')
		}
		out.WriteRune(r)
	}
	return out.String()
}
