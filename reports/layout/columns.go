package layout

import (
	"math"
	"slices"
	"strings"

	"tavoitekartta/reports/document"
)

// The search for the columns of a table: from the widths that its document
// asks for, some millimetres are moved from one column to another as long as
// the rows get lower or fewer words are broken.
const (
	columnStep      = 1.0  // millimetres that are moved at the least
	columnLeap      = 5    // and how many times that at the most
	columnReach     = 12.0 // millimetres that a column may gain or lose
	columnNarrowest = 14.0 // millimetres
	columnLeast     = 7.0  // the same where the document asks for less
	columnSample    = 48   // rows that are measured
	entrySample     = 24   // entries of a cell that are measured
	columnRounds    = 60
	brokenWord      = 20.0   // points of height that a broken word weighs
	brokenTitle     = 1000.0 // the same in the head of the table
	awayFromDefault = 1.0    // points that a millimetre away weighs
	tallTitle       = 6.0    // points that the square of the lines of a title beyond titleLines weighs
	tallText        = 2.0    // the same of another text beyond textLines
	titleLines      = 3
	textLines       = 5
)

// tableColumn is a column's place.
type tableColumn struct{ x, width float64 }

// columns gives each column its place. Tables of a part with the same head
// share theirs, so that they look alike page after page.
func (l *layouter) columns(t document.Table) []tableColumn {
	widths, known := l.widths[tableKey(l.language, t, l.sheet)]
	if !known {
		widths = defaultWidths(t, l.sheet)
	}
	columns := make([]tableColumn, len(t.Columns))
	x := 0.0
	for i := range t.Columns {
		columns[i] = tableColumn{x: x, width: widths[i]*millimetre - gapAfter(i, widths[i], len(widths))}
		x += widths[i] * millimetre
	}
	return columns
}

// gapAfter parts a column of so many millimetres from the next one. A narrow
// column has no room for the whole gap.
func gapAfter(column int, width float64, count int) float64 {
	if column == count-1 {
		return 0
	}
	return math.Min(columnGap, columnGap*width/columnNarrowest)
}

// tableKey names tables that share their columns.
func tableKey(language string, t document.Table, on sheet) string {
	key := language
	if on.wide {
		key += " wide"
	}
	if t.Form == document.Data {
		key += " data"
	}
	for _, column := range t.Columns {
		key += "\n" + column.Title
	}
	return key
}

// defaultWidths are the widths that the document asks for, in millimetres,
// stretched to the width of the text. None is too narrow for a letter as long as
// there is room for all.
func defaultWidths(t document.Table, on sheet) []float64 {
	room := on.textWidth() / millimetre
	least := math.Min(columnLeast, room/float64(max(1, len(t.Columns))))
	widths := make([]float64, len(t.Columns))
	raised := make([]bool, len(t.Columns))
	for range t.Columns { // each round raises a column, or is the last
		left, total := room, 0.0
		for i, column := range t.Columns {
			if raised[i] {
				left -= least
			} else {
				total += math.Max(column.Width, 0)
			}
		}
		done := true
		for i, column := range t.Columns {
			if raised[i] {
				continue
			}
			widths[i] = math.Max(column.Width, 0) / total * left
			if !(widths[i] >= least) {
				widths[i], raised[i], done = least, true, false
			}
		}
		if done {
			break
		}
	}
	return widths
}

// sizeColumns chooses the columns of all tables with a head in a part.
func (l *layouter) sizeColumns(blocks []document.Block) {
	groups := map[string][]document.Table{}
	var keys []string
	sheets := map[string]sheet{}
	var collect func([]document.Block, sheet)
	collect = func(blocks []document.Block, around sheet) {
		wide := wideBlocks(blocks)
		for i, block := range blocks {
			on := sheet{around.wide || wide[i]}
			switch b := block.(type) {
			case document.Keep:
				collect(b.Blocks, on)
			case document.Table:
				key := tableKey(l.language, b, on)
				sheets[key] = on
				if !b.Headed() || len(b.Columns) < 2 {
					continue
				}
				if _, known := groups[key]; !known {
					keys = append(keys, key)
				}
				groups[key] = append(groups[key], b)
			}
		}
	}
	collect(blocks, sheet{})
	for _, key := range keys {
		if _, known := l.widths[key]; !known {
			l.widths[key] = l.bestWidths(groups[key], sheets[key])
		}
	}
}

// bestWidths searches the widths, in millimetres, of tables with one head.
func (l *layouter) bestWidths(tables []document.Table, on sheet) []float64 {
	fit := &columnFit{layouter: l, columns: tables[0].Columns, look: looks[tables[0].Form], memory: map[columnWidth][]measured{}}
	for _, table := range tables {
		for _, row := range table.Rows {
			if len(fit.rows) < columnSample && len(row.Cells) == len(fit.columns) {
				fit.rows = append(fit.rows, sampled(row))
			}
		}
	}
	fit.readWords()
	asked := defaultWidths(tables[0], on)
	best := append([]float64(nil), asked...)
	cost := fit.cost(best, asked)
	for range columnRounds {
		from, to, by := -1, -1, 0.0
		for i := range best {
			for j := range best {
				for leap := 1; leap <= columnLeap && i != j; leap++ {
					move := columnStep * float64(leap)
					if best[i]-move < narrowest(fit.columns[i], asked[i]) || best[j]+move > asked[j]+columnReach {
						break
					}
					best[i] -= move
					best[j] += move
					if moved := fit.cost(best, asked); moved < cost-0.01 {
						cost, from, to, by = moved, i, j, move
					}
					best[i] += move
					best[j] -= move
				}
			}
		}
		if from < 0 {
			break
		}
		best[from] -= by
		best[to] += by
	}
	return best
}

// sampled is a row with the first entries of its cells: those of a body that does
// a hundred things say no more of the widths that they need.
func sampled(row document.Row) document.Row {
	row.Cells = slices.Clone(row.Cells)
	for i, cell := range row.Cells {
		row.Cells[i].Entries = cell.Entries[:min(len(cell.Entries), entrySample)]
	}
	return row
}

// narrowest is how narrow a column may get, in millimetres.
func narrowest(column document.Column, asked float64) float64 {
	return max(columnNarrowest, column.Least, asked-columnReach)
}

// columnFit weighs the widths of columns over a sample of rows.
type columnFit struct {
	layouter *layouter
	columns  []document.Column
	look     tableLook
	rows     []document.Row
	words    [][]cellWords // by column and row; behind the rows the column's title
	memory   map[columnWidth][]measured
	// What a weighing needs, kept from one to the next.
	cells  [][]measured
	paired []float64
}

// cellWords is a cell as its entries, each of paragraphs.
type cellWords [][]wordRow

// wordRow is a paragraph as the widths of its words, and the height of its lines.
type wordRow struct {
	widths         []float64
	space, leading float64
}

// columnWidth is a column at a width, in tenths of a millimetre.
type columnWidth struct{ column, width int }

// measured is a cell: the heights of its entries, and the weight of its broken
// words and of texts in many narrow lines, which are seen beside any height.
type measured struct {
	heights []float64
	broken  float64
}

func (f *columnFit) cost(widths, asked []float64) float64 {
	total := 0.0
	cells, paired := f.cells[:0], f.paired // by entry, the tallest cell
	for i, width := range widths {
		cells = append(cells, f.measure(i, width))
		total += awayFromDefault * math.Abs(width-asked[i])
		total += cells[i][len(f.rows)].broken
	}
	for n, row := range f.rows {
		paired = paired[:0]
		tallest := 0.0
		for i, cell := range row.Cells {
			own := cells[i][n]
			total += own.broken
			sum := 0.0
			for entry, height := range own.heights {
				if cell.Paired {
					if entry == len(paired) {
						paired = append(paired, 0)
					}
					paired[entry] = max(paired[entry], height)
				}
				sum += height + f.look.entryGap
			}
			if !cell.Paired {
				tallest = math.Max(tallest, sum)
			}
		}
		sum := 0.0
		for _, height := range paired {
			sum += height + f.look.entryGap
		}
		total += math.Max(tallest, sum)
	}
	f.cells, f.paired = cells, paired
	return total
}

// measure measures a column's cells; the last one is its title.
func (f *columnFit) measure(column int, width float64) []measured {
	key := columnWidth{column, int(math.Round(width * 10))}
	if known, found := f.memory[key]; found {
		return known
	}
	room := width*millimetre - gapAfter(column, width, len(f.columns))
	cells := make([]measured, 0, len(f.rows)+1)
	for n, words := range f.words[column] {
		weight := brokenWord
		if n == len(f.rows) {
			weight = brokenTitle
		}
		heading := n < len(f.rows) && f.rows[n].Cells[column].Heading
		cell := measured{heights: make([]float64, 0, len(words))}
		for _, entry := range words {
			height := 0.0
			for _, paragraph := range entry {
				lines, broken := paragraph.count(room)
				height += float64(lines) * paragraph.leading
				cell.broken += weight * float64(broken)
				cell.broken += tall(lines, heading)
			}
			cell.heights = append(cell.heights, height)
		}
		cells = append(cells, cell)
	}
	f.memory[key] = cells
	return cells
}

// tall is the weight of a text in many narrow lines.
func tall(lines int, title bool) float64 {
	most, weight := textLines, tallText
	if title {
		most, weight = titleLines, tallTitle
	}
	further := float64(max(0, lines-most))
	return weight * further * further
}

// count counts the lines of a paragraph, filled word by word, and the words too
// wide for the column. It stands in for the line breaker, which would take too
// long for all the widths that are tried.
func (row wordRow) count(width float64) (lines, broken int) {
	x := 0.0
	for _, word := range row.widths {
		switch {
		case x > 0 && x+row.space+word <= width:
			x += row.space + word
		case word <= width:
			lines++
			x = word
		default:
			broken++
			lines += int(math.Ceil(word / width))
			x = math.Mod(word, width)
		}
	}
	return lines, broken
}

// readWords measures the words of the sample: once, for all widths that are tried.
func (f *columnFit) readWords() {
	f.words = make([][]cellWords, len(f.columns))
	for column := range f.columns {
		cells := make([]cellWords, 0, len(f.rows)+1)
		for _, row := range f.rows {
			entries := row.Cells[column].Entries
			cell := make(cellWords, len(entries))
			for i, entry := range entries {
				for _, paragraph := range entry {
					cell[i] = append(cell[i], f.row(paragraph.Text.String(), setting(paragraph.Style, "")))
				}
			}
			cells = append(cells, cell)
		}
		title := f.row(f.columns[column].Title, setting(document.SmallBold, ""))
		f.words[column] = append(cells, cellWords{{title}})
	}
}

// row measures the words of a text, those with a hyphen inside in their
// parts.
func (f *columnFit) row(text string, set typography) wordRow {
	row := wordRow{space: f.layouter.faces.width(" ", set.size, set.bold), leading: set.leading}
	for word := range strings.FieldsSeq(text) {
		for part := range strings.SplitAfterSeq(word, "-") {
			if part != "" {
				row.widths = append(row.widths, f.layouter.faces.width(part, set.size, set.bold))
			}
		}
	}
	return row
}
