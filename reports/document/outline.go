package document

import (
	"fmt"
	"strings"
)

// Outline writes the document as indented lines, one for each block, row and
// entry: small enough to be reviewed, complete enough that a change of content
// changes it. Drawings are told by their words.
func (d Document) Outline() string {
	var o outliner
	o.line(0, "document %s %q author %q subject %q", d.Language, d.Title, d.Author, d.Subject)
	for _, field := range d.Hidden {
		o.line(0, "hidden %s = %q", field.Name, field.Value)
	}
	for _, part := range d.Parts {
		o.line(0, "part %s %q head %q %q foot %q %q", part.Language, part.Title, part.Head.Left, part.Head.Right, part.Foot.Facts, part.Foot.PageWord)
		for _, block := range part.Blocks {
			o.block(1, block)
		}
	}
	return o.String()
}

// outliner collects indented lines.
type outliner struct{ strings.Builder }

func (o *outliner) line(depth int, format string, arguments ...any) {
	o.WriteString(strings.Repeat("  ", depth))
	fmt.Fprintf(o, format, arguments...)
	o.WriteString("\n")
}

// outlined is a text with its languages where they differ from the part's.
func outlined(text Text) string {
	var parts []string
	for _, run := range text {
		part := strings.ReplaceAll(run.String, "\n", "⏎")
		if run.Strong {
			part = "*" + part + "*"
		}
		if run.Language != "" {
			part = "[" + run.Language + "] " + part
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, "|")
}

func (o *outliner) block(depth int, block Block) {
	switch b := block.(type) {
	case Cover:
		o.cover(depth, b)
	case Heading:
		o.line(depth, "heading %d #%s %s %s %s", b.Level, b.Anchor, outlined(b.Eyebrow), outlined(b.Text), outlined(b.Summary))
	case Paragraph:
		o.line(depth, "paragraph %s", outlined(b.Text))
	case List:
		if b.Numbered {
			o.line(depth, "numbered list")
		} else {
			o.line(depth, "list")
		}
		for _, item := range b.Items {
			o.line(depth+1, "item %s", outlined(item))
		}
	case Quotation:
		o.line(depth, "quotation of %s", outlined(b.Speaker))
		o.paragraphs(depth+1, b.Paragraphs)
	case Chart:
		o.chart(depth, b)
	case Map:
		o.structure(depth, b)
	case Blanks:
		for _, label := range b.Labels {
			o.line(depth, "to fill in %s", outlined(label))
		}
	case Notes:
		o.line(depth, "notes %d lines, fill %t", b.Lines, b.Fill)
	case Opening:
		o.line(depth, "opening #%s %s | %s | %s | %s", b.Anchor, outlined(b.Eyebrow), outlined(b.Title), outlined(b.Summary), b.Picture)
	case Table:
		o.table(depth, b)
	case ContentsList:
		o.line(depth, "contents")
		for _, entry := range b.Entries {
			o.line(depth+1, "entry #%s %s %s", entry.Anchor, outlined(entry.Text), entry.Note)
		}
	case Figure:
		o.line(depth, "figure %s", b.Alternative)
	case Illustration:
		o.line(depth, "illustration %s", b.Picture.Alternative)
	case Step:
		o.line(depth, "step #%s %s | %s", b.Anchor, outlined(b.Title), b.Picture.Alternative)
		o.paragraphs(depth+1, b.Paragraphs)
	case Roadmap:
		o.line(depth, "roadmap %s", b.Alternative)
		for _, stop := range b.Stops {
			o.line(depth, "stop %s %s", stop.Label, stop.Empty)
			o.items(depth+1, stop.Items)
		}
	case Legend:
		o.line(depth, "legend")
		o.items(depth+1, b.Items)
	case Timeline:
		o.timeline(depth, b)
	case Cards:
		for _, card := range b.Cards {
			o.line(depth, "card %s | %s | %s | done %t", card.Role, card.Name, card.Statement, card.Done)
		}
	case Callout:
		o.line(depth, "callout warning %t", b.Warning)
		o.paragraphs(depth+1, b.Paragraphs)
	case Columns:
		for _, column := range b.Columns {
			o.line(depth, "column")
			o.paragraphs(depth+1, column)
		}
	case FormRow:
		o.formRow(depth, b)
	case FormGroup:
		o.line(depth, "form group #%s %s", b.Anchor, outlined(b.Title))
		for _, inner := range b.Blocks {
			o.block(depth+1, inner)
		}
	case PageBreak:
		word := "page break"
		switch {
		case b.Flowing:
			word = "flowing " + word
		case b.Loose:
			word = "loose " + word
		}
		o.line(depth, "%s", strings.TrimSpace(word+" "+b.Begins))
	case Space:
		o.line(depth, "space %g", b.Height)
	case Letterhead:
		o.line(depth, "letterhead %s | %s | crest %t", outlined(b.Owners), outlined(b.OwnersOther), b.Crest != nil)
	case SignatureLines:
		o.signatureLines(depth, b)
	case Keep:
		o.line(depth, "keep")
		for _, inner := range b.Blocks {
			o.block(depth+1, inner)
		}
	default:
		o.line(depth, "%T", block)
	}
}

func (o *outliner) paragraphs(depth int, paragraphs []Paragraph) {
	for _, paragraph := range paragraphs {
		o.line(depth, "%s", outlined(paragraph.Text))
	}
}

func (o *outliner) items(depth int, items []StopItem) {
	for _, item := range items {
		o.line(depth, "%s %s", item.Swatch.Roof, outlined(item.Text))
	}
}

func (o *outliner) chart(depth int, c Chart) {
	o.line(depth, "chart %s", c.Alternative)
	for _, series := range c.Series {
		o.line(depth+1, "series %s", outlined(series))
	}
	for _, group := range c.Groups {
		o.line(depth+1, "group %s", outlined(group.Name))
		for _, bar := range group.Bars {
			o.line(depth+2, "bar %.3f %s", bar.Share, outlined(bar.Number))
		}
	}
}

func (o *outliner) cover(depth int, c Cover) {
	o.line(depth, "cover %s | %s | %s", outlined(c.Owners), outlined(c.OwnersOther), c.Picture)
	for _, title := range c.Titles {
		o.line(depth+1, "title %s | %s | %s", outlined(title.Title), outlined(title.Years), outlined(title.Subtitle))
	}
	for _, house := range c.Street {
		o.line(depth+1, "house %s %d windows", house.Colors.Roof, len(house.Section.Written))
	}
	for _, column := range c.Columns {
		o.line(depth+1, "column")
		o.paragraphs(depth+2, column)
	}
}

func (o *outliner) structure(depth int, m Map) {
	o.line(depth, "map %s", m.Picture)
	for _, house := range m.Houses {
		o.line(depth+1, "house #%s %s %s", house.Anchor, outlined(house.Name), house.Count)
	}
	for _, text := range m.Foundation {
		o.line(depth+1, "foundation %s", outlined(text))
	}
	for _, text := range m.FollowUp {
		o.line(depth+1, "follow-up %s", outlined(text))
	}
}

func (o *outliner) table(depth int, t Table) {
	var titles []string
	for _, column := range t.Columns {
		title := fmt.Sprintf("%s %g", column.Title, column.Width)
		if column.Language != "" {
			title = "[" + column.Language + "] " + title
		}
		if column.Align == Right {
			title += " right"
		}
		titles = append(titles, title)
	}
	word := "table"
	if t.Wide {
		word = "wide table"
	}
	o.line(depth, "%s %s %s", word, t.Caption, strings.Join(titles, " | "))
	for _, row := range t.Rows {
		label := row.Label
		if row.BlankLines > 0 {
			label += fmt.Sprintf(" with %d lines to write on", row.BlankLines)
		}
		o.line(depth+1, "row %s", label)
		for line := range row.Lines() {
			for i, cell := range row.Cells {
				for n, entry := range cell.Entries {
					if (cell.Paired && n != line) || (!cell.Paired && line > 0) || (cell.Paired && cell.Reach(n) == 0) {
						continue
					}
					var words []string
					for _, paragraph := range entry {
						words = append(words, outlined(paragraph.Text))
					}
					o.line(depth+2, "%d: %s", i+1, strings.Join(words, " / "))
				}
			}
		}
	}
	if len(t.Note) > 0 {
		o.line(depth+1, "note %s", outlined(t.Note))
	}
}

func (o *outliner) timeline(depth int, t Timeline) {
	var labels []string
	for _, column := range t.Columns {
		labels = append(labels, column.Label)
	}
	o.line(depth, "timeline %s: %s", t.Goals, strings.Join(labels, " | "))
	for _, row := range t.Rows {
		o.line(depth+1, "%s: %s", outlined(row.Label), row.Words)
	}
}
