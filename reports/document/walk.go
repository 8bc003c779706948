package document

import (
	"iter"
	"strconv"
)

// Texts yields every text of the document that is laid out as content, in
// reading order: running heads, feet and repeated table heads are left out.
func (d Document) Texts() iter.Seq[Text] {
	return func(yield func(Text) bool) {
		for _, part := range d.Parts {
			if !blocksTexts(part.Blocks, yield) {
				return
			}
		}
	}
}

func blocksTexts(blocks []Block, yield func(Text) bool) bool {
	for _, block := range blocks {
		if !blockTexts(block, yield) {
			return false
		}
	}
	return true
}

func blockTexts(block Block, yield func(Text) bool) bool {
	switch b := block.(type) {
	case Cover:
		return b.texts(yield)
	case Heading:
		return all(yield, b.Eyebrow, b.Text, b.Summary)
	case Paragraph:
		return all(yield, b.Text)
	case List:
		return b.texts(yield)
	case Quotation:
		return paragraphsTexts(b.Paragraphs, yield) && all(yield, b.Speaker)
	case Chart:
		return b.texts(yield)
	case Map:
		return b.texts(yield)
	case Opening:
		return all(yield, b.Eyebrow, b.Title, b.Summary)
	case Table:
		return b.texts(yield)
	case ContentsList:
		for _, entry := range b.Entries {
			if !all(yield, entry.Text, Plain(entry.Note)) {
				return false
			}
		}
	case Figure:
		for _, shape := range b.Drawing.Shapes {
			if label, ok := shape.(Label); ok && !all(yield, label.Text) {
				return false
			}
		}
	case Step:
		return all(yield, b.Title) && paragraphsTexts(b.Paragraphs, yield)
	case Roadmap:
		return b.texts(yield)
	case Legend:
		return itemsTexts(b.Items, yield)
	case Timeline:
		return b.texts(yield)
	case Cards:
		for _, card := range b.Cards {
			if !all(yield, Plain(card.Role), Plain(card.Name), Plain(card.Statement)) {
				return false
			}
		}
	case Blanks:
		return all(yield, b.Labels...)
	case Callout:
		return paragraphsTexts(b.Paragraphs, yield)
	case FormRow:
		return b.texts(yield)
	case FormGroup:
		return all(yield, b.Title) && blocksTexts(b.Blocks, yield)
	case Columns:
		for _, column := range b.Columns {
			if !paragraphsTexts(column, yield) {
				return false
			}
		}
	case Letterhead:
		return all(yield, b.Owners, b.OwnersOther)
	case SignatureLines:
		return b.texts(yield)
	case Keep:
		return blocksTexts(b.Blocks, yield)
	}
	return true
}

// all yields the texts that are not empty.
func all(yield func(Text) bool, texts ...Text) bool {
	for _, text := range texts {
		if len(text) > 0 && !yield(text) {
			return false
		}
	}
	return true
}

func paragraphsTexts(paragraphs []Paragraph, yield func(Text) bool) bool {
	for _, paragraph := range paragraphs {
		if !all(yield, paragraph.Text) {
			return false
		}
	}
	return true
}

func itemsTexts(items []StopItem, yield func(Text) bool) bool {
	for _, item := range items {
		if !all(yield, item.Text) {
			return false
		}
	}
	return true
}

// Mark is what is written before the item at an index, nil for a dot.
func (l List) Mark(index int) Text {
	if !l.Numbered {
		return nil
	}
	return Plain(strconv.Itoa(index+1) + ".")
}

func (l List) texts(yield func(Text) bool) bool {
	for i, item := range l.Items {
		if !all(yield, l.Mark(i), item) {
			return false
		}
	}
	return true
}

// texts yields a chart's texts group by group. The names of several series
// stand at each of their bars, that of one series above all.
func (c Chart) texts(yield func(Text) bool) bool {
	if len(c.Series) == 1 && !all(yield, c.Series[0]) {
		return false
	}
	for _, group := range c.Groups {
		if !all(yield, group.Name) {
			return false
		}
		for i, bar := range group.Bars {
			if len(c.Series) > 1 && !all(yield, c.Series[i]) {
				return false
			}
			if !all(yield, bar.Number) {
				return false
			}
		}
	}
	return true
}

func (c Cover) texts(yield func(Text) bool) bool {
	if !all(yield, c.Owners, c.OwnersOther) {
		return false
	}
	for _, title := range c.Titles {
		if !all(yield, title.Title, title.Years, title.Subtitle) {
			return false
		}
	}
	for _, column := range c.Columns {
		if !paragraphsTexts(column, yield) {
			return false
		}
	}
	return true
}

func (m Map) texts(yield func(Text) bool) bool {
	for _, house := range m.Houses {
		if !all(yield, house.Name, Plain(house.Count)) {
			return false
		}
	}
	return all(yield, m.Foundation...) && all(yield, m.FollowUp...)
}

// texts yields a table's texts row by row; of a row with pairs, the spanning
// cells stand in the first of its lines.
func (t Table) texts(yield func(Text) bool) bool {
	for _, column := range t.Columns {
		if t.Headed() && !all(yield, Plain(column.Title)) {
			return false
		}
	}
	for _, row := range t.Rows {
		for line := range row.Lines() {
			for _, cell := range row.Cells {
				if !cellTexts(cell, line, yield) {
					return false
				}
			}
		}
	}
	return all(yield, t.Note)
}

// Headed tells whether the table has a head of titles.
func (t Table) Headed() bool { return t.Form == Ruled || t.Form == Grouped || t.Form == Data }

// Lines is the number of lines in which the row is read: one for each pair.
func (r Row) Lines() int {
	lines := 1
	for _, cell := range r.Cells {
		if cell.Paired {
			lines = max(lines, len(cell.Entries))
		}
	}
	return lines
}

func cellTexts(cell Cell, line int, yield func(Text) bool) bool {
	for n, entry := range cell.Entries {
		if (cell.Paired && n != line) || (!cell.Paired && line > 0) {
			continue
		}
		if !paragraphsTexts(entry, yield) {
			return false
		}
	}
	return true
}

func (r Roadmap) texts(yield func(Text) bool) bool {
	for _, stop := range r.Stops {
		if !all(yield, Plain(stop.Label)) || !itemsTexts(stop.Items, yield) {
			return false
		}
		if len(stop.Items) == 0 && !all(yield, Plain(stop.Empty)) {
			return false
		}
	}
	return true
}

func (t Timeline) texts(yield func(Text) bool) bool {
	if !all(yield, Plain(t.Goals)) {
		return false
	}
	for _, column := range t.Columns {
		if !all(yield, Plain(column.Label)) {
			return false
		}
	}
	for _, row := range t.Rows {
		if !all(yield, row.Label, Plain(row.Remark)) {
			return false
		}
	}
	return true
}
