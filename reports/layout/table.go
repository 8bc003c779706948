package layout

import (
	"math"
	"slices"

	"tavoitekartta/reports/document"
)

// tableLook is the setting of a form of table.
type tableLook struct {
	padTop, padBottom float64
	entryGap          float64
	rule              document.Color
	headed            bool
	// whole is the share of a page up to which a row is never split.
	whole float64
	// closes is the room around its text that a row loses on a page that is a
	// little too short.
	closes float64
}

var looks = map[document.TableForm]tableLook{
	document.Ruled:    {padTop: 8, padBottom: 10, entryGap: 5, rule: border, headed: true, whole: 0.4, closes: 5},
	document.Grouped:  {padTop: 6, padBottom: 7, entryGap: 3, rule: border, headed: true, whole: 0.1},
	document.Unheaded: {padTop: 5, padBottom: 6, entryGap: 4, rule: hairRow, whole: 0.4},
	document.Facts:    {padTop: 5, padBottom: 6, entryGap: 3, rule: hairRow, whole: 0.4, closes: 4.5},
	document.Data:     {padTop: 4, padBottom: 5, entryGap: 3, rule: hairRow, headed: true, whole: 0.85, closes: 2},
}

// columnGap parts neighbouring columns.
const columnGap = 4 * millimetre

// apart is the room above a paragraph that stands apart in its entry.
const apart = 4.0

// artifact returns the operation as one that is no content.
func artifact(operation Operation) Operation {
	mark := Mark{Element: -1, Artifact: Pagination}
	switch op := operation.(type) {
	case Text:
		op.Mark = mark
		return op
	case Drawn:
		op.Mark = mark
		return op
	case Link:
		op.Mark = mark
		return op
	}
	return operation
}

// table turns a table into pieces: its head glued to the first row, a piece
// per row, the note glued to the last.
func (l *layouter) table(t document.Table, before float64) []piece {
	look := looks[t.Form]
	element := l.open(RoleTable)
	defer l.close()
	columns := l.columns(t)
	var pieces []piece
	var head *repeated
	if look.headed {
		height, operations := l.tableHead(t, columns)
		copied := make([]Operation, len(operations))
		for i, operation := range operations {
			copied[i] = artifact(operation)
		}
		head = &repeated{height: height, operations: copied}
		pieces = append(pieces, piece{height: height, before: before, operations: operations, glued: true})
	} else {
		weight := 1.5
		if t.Form == document.Unheaded {
			weight, before = 0.75, 0
		}
		pieces = append(pieces, piece{before: before, glued: true, operations: []Operation{decoration(document.Line{
			To: document.Point{X: l.sheet.textWidth()}, Width: weight, Color: ink,
		})}})
		head = l.captionHead(t)
	}
	for i, source := range t.Rows {
		set := l.row(t, source, columns, look)
		last := i == len(t.Rows)-1 && len(t.Note) > 0
		set.open = source.BlankLines > 0
		glued := last || set.open || i > 0 && i == len(t.Rows)-2 && set.whole()
		pieces = append(pieces, piece{row: set, height: set.height(), table: head, glued: glued})
		if set.open {
			pieces = append(pieces, blankLines(source.BlankLines, columns, l.sheet.textWidth(), look, head, last))
		}
	}
	if len(t.Note) > 0 {
		l.stack = append(l.stack, l.elements[element].Parent)
		l.open(RoleParagraph) // a note stands within a paragraph (ISO 32000-1, 14.8.4.4)
		note := l.paragraphPieces(document.Paragraph{Text: t.Note, Style: document.Note}, 6)
		l.elements[len(l.elements)-1].Role = RoleNote
		l.close()
		pieces = append(pieces, note...)
		l.stack = l.stack[:len(l.stack)-1]
	}
	if t.KeepWithNext && len(pieces) > 0 {
		pieces[len(pieces)-1].glued = true
	}
	return pieces
}

func (l *layouter) tableHead(t document.Table, columns []tableColumn) (float64, []Operation) {
	l.open(RoleRow)
	defer l.close()
	set := setting(document.SmallBold, "")
	operations := []Operation{decoration(document.Line{To: document.Point{X: l.sheet.textWidth()}, Width: 1.5, Color: ink})}
	tallest := set.leading
	for i, column := range t.Columns {
		element := l.open(RoleHeadCell)
		lines := l.lines(element, document.In(column.Language, column.Title), set, columns[i].width)
		tallest = math.Max(tallest, height(lines))
		operations = append(operations, place(lines, columns[i].x, 6, columns[i].width, column.Align)...)
		l.close()
	}
	total := tallest + 13
	operations = append(operations, decoration(document.Line{
		From: document.Point{Y: total}, To: document.Point{X: l.sheet.textWidth(), Y: total}, Width: 0.75, Color: ink,
	}))
	return total, operations
}

// captionHead repeats what a table without a head is about, when it goes on on
// another page.
func (l *layouter) captionHead(t document.Table) *repeated {
	if t.Caption == "" {
		return nil
	}
	set := setting(document.SmallMuted, "")
	lines := l.lines(-1, document.Plain(t.Caption+" ("+t.Continued+")"), set, l.sheet.textWidth())
	tall := height(lines) + 6
	head := &repeated{height: tall}
	for _, operation := range place(lines, 0, 0, l.sheet.textWidth(), document.Left) {
		head.operations = append(head.operations, artifact(operation))
	}
	head.operations = append(head.operations, artifact(decoration(document.Line{
		From: document.Point{Y: tall}, To: document.Point{X: l.sheet.textWidth(), Y: tall}, Width: 0.75, Color: ink,
	})))
	return head
}

// row sets a row. Its elements are made in the order in which it is read: the
// first table row holds the spanning cells, one more follows for each further
// band.
func (l *layouter) row(t document.Table, source document.Row, columns []tableColumn, look tableLook) *row {
	source.Cells = padded(source.Cells, len(t.Columns))
	bands := 0
	for _, cell := range source.Cells {
		if cell.Paired {
			bands = max(bands, len(cell.Entries), 1)
		}
	}
	set := &row{look: look, width: l.sheet.textWidth(), page: l.sheet, bands: make([]band, bands)}
	for n := range max(bands, 1) {
		l.elements[l.open(RoleRow)].Subject = source.Subject
		for i, cell := range source.Cells {
			if !cell.Paired && n > 0 {
				continue
			}
			reach := 1
			if cell.Paired && n < len(cell.Entries) {
				reach = cell.Reach(n)
			}
			if reach == 0 {
				continue
			}
			role := RoleCell
			if cell.Heading {
				role = RoleHeadCell
			}
			element := l.open(role)
			l.elements[element].RowHeading = cell.Heading
			if cell.Paired {
				var lines []line
				if n < len(cell.Entries) {
					lines = l.entryLines(cell.Entries[n], columns[i].width)
				}
				set.bands[n].cells = append(set.bands[n].cells, flow{x: columns[i].x, width: columns[i].width, lines: lines})
				if cell.Reaching {
					l.elements[element].RowSpan = reach
					set.bands[n].ruled, set.bands[n].from = n > 0, columns[i].x
				}
			} else {
				l.elements[element].RowSpan = max(bands, 1)
				set.flows = append(set.flows, flow{x: columns[i].x, width: columns[i].width, leads: i == 0, align: alignOf(t, i),
					lines: l.cellLines(cell, columns[i].width, look.entryGap)})
			}
			l.close()
		}
		l.close()
	}
	for i, cell := range source.Cells {
		for n := range bands {
			if cell.Reaching && n < len(cell.Entries) && cell.Reach(n) > 0 {
				set.hang(n, cell.Reach(n), slices.IndexFunc(set.bands[n].cells, func(f flow) bool { return f.x == columns[i].x }))
			}
		}
	}
	if source.Label != "" && t.Continued != "" && len(set.flows) > 0 && set.flows[0].leads {
		set.continued = l.lines(-1, document.Plain(source.Label+" "+t.Continued), setting(document.SmallMuted, ""), columns[0].width)
	}
	if height(set.continued) > l.sheet.textHeight()/2 {
		set.continued = nil
	}
	return set
}

// padded are the cells with an empty one for each column that has none: a row of
// fewer cells than the others is no row of a table to who hears it (ISO 14289-1,
// 7.5).
func padded(cells []document.Cell, columns int) []document.Cell {
	if len(cells) >= columns {
		return cells
	}
	return append(slices.Clone(cells), make([]document.Cell, columns-len(cells))...)
}

// alignOf is the side to which a column is set; a row may have cells beyond
// the columns.
func alignOf(t document.Table, column int) document.Align {
	if column >= len(t.Columns) {
		return document.Left
	}
	return t.Columns[column].Align
}

// cellLines sets the entries of a spanning cell below each other.
func (l *layouter) cellLines(cell document.Cell, width, gap float64) []line {
	var lines []line
	for i, entry := range cell.Entries {
		set := l.entryLines(entry, width)
		if i > 0 && len(set) > 0 {
			set[0].before = gap
		}
		lines = append(lines, set...)
	}
	return lines
}

// entryLines sets the paragraphs of an entry. A single line is never parted
// from the rest of its paragraph.
func (l *layouter) entryLines(entry document.Entry, width float64) []line {
	var lines []line
	for i, paragraph := range entry {
		element := l.open(RoleParagraph)
		set := l.lines(element, paragraph.Text, setting(paragraph.Style, paragraph.Color), width)
		l.close()
		keep(set)
		if paragraph.Apart && len(set) > 0 {
			set[0].before = apart
		}
		if len(set) > 0 && i+1 < len(entry) && paragraph.KeepWithNext {
			set[len(set)-1].glued = true
		}
		lines = append(lines, set...)
	}
	return lines
}

// keep glues the lines of a paragraph so that no page ends or begins with a
// single one of them.
func keep(lines []line) {
	if len(lines) < 2 {
		return
	}
	lines[0].glued = true
	lines[len(lines)-2].glued = true
}
