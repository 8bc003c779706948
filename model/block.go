package model

import (
	"strings"

	"tavoitekartta/model/text"
)

// The most that a part of a chapter holds. A table of that many columns is
// still read on upright paper; one that has more is kept, printed in slices,
// and told of.
const (
	MaxTableColumns = 12
	MaxTableRows    = 200
	MaxListItems    = 200
)

// Tabular tells whether blocks of the role hold rows and cells.
func (r BlockRole) Tabular() bool { return r == TableBlock || r == ChartBlock }

// Listed tells whether blocks of the role hold an item on each line.
func (r BlockRole) Listed() bool { return r == ListBlock || r == NumberedBlock }

// Written tells whether the chapter has any words in a language beside its title.
func (c *Chapter) Written(l Language) bool {
	if c.Body.In(l) != "" {
		return true
	}
	for _, b := range c.Blocks {
		if b.Body.In(l) != "" {
			return true
		}
	}
	return false
}

// Lines returns the items of a list's text; empty lines are none.
func Lines(body string) []string {
	var lines []string
	for _, line := range strings.Split(body, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

// Grid is a table's text as rows of cells, all rows of the same length. The
// first row is the head.
type Grid [][]string

// ReadGrid reads a table's text: a row on each line, cells parted by tabs. Rows
// that are shorter than the longest one get empty cells. Empty lines at the end
// are no rows; "" is a grid without rows.
func ReadGrid(body string) Grid {
	var g Grid
	for _, line := range strings.Split(body, "\n") {
		row := strings.Split(line, "\t")
		for i := range row {
			row[i] = CleanCell(row[i])
		}
		g = append(g, row)
	}
	for len(g) > 0 && len(g[len(g)-1]) == 1 && g[len(g)-1][0] == "" {
		g = g[:len(g)-1] // the end of the text, not a row
	}
	return g.squared()
}

// NewGrid returns an empty grid.
func NewGrid(rows, columns int) Grid {
	g := make(Grid, rows)
	for i := range g {
		g[i] = make([]string, columns)
	}
	return g
}

// Columns is the number of cells in each row.
func (g Grid) Columns() int {
	if len(g) == 0 {
		return 0
	}
	return len(g[0])
}

// squared fills short rows up with empty cells.
func (g Grid) squared() Grid {
	columns := 0
	for _, row := range g {
		columns = max(columns, len(row))
	}
	for i := range g {
		g[i] = append(g[i], make([]string, columns-len(g[i]))...)
	}
	return g
}

// String writes the grid as a table's text; [ReadGrid] reads it back. A grid
// without any words is "", so that an empty table counts as not written.
func (g Grid) String() string {
	var lines []string
	words := false
	for _, row := range g {
		cells := make([]string, len(row))
		for i, cell := range row {
			cells[i] = CleanCell(cell)
			words = words || cells[i] != ""
		}
		lines = append(lines, strings.Join(cells, "\t"))
	}
	if !words {
		return ""
	}
	return strings.Join(lines, "\n")
}

// CleanCell makes typed or pasted text fit for one cell: on one line, without
// what parts cells.
func CleanCell(typed string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(text.Clean(typed), "\n", " ")), " ")
}

// CleanBody makes typed or pasted text fit for the text of a block: only that
// of a table holds tabs.
func CleanBody(role BlockRole, typed string) string {
	if role.Tabular() {
		return ReadGrid(strings.ReplaceAll(typed, "\r\n", "\n")).String()
	}
	return text.Clean(typed)
}

// IsNumber tells whether a cell holds a number, which is the same in every
// language.
func IsNumber(cell string) bool {
	_, err := text.ParseNumber(cell)
	return err == nil
}

// NumberColumn tells whether the cells below a column's head are numbers or
// empty, with one number at least: such a column is set at the right.
func (g Grid) NumberColumn(column int) bool {
	numbers := 0
	for i, row := range g {
		switch {
		case i == 0 || row[column] == "":
		case IsNumber(row[column]):
			numbers++
		default:
			return false
		}
	}
	return numbers > 0
}

// copied returns an independent grid.
func (g Grid) copied() Grid {
	c := make(Grid, len(g))
	for i, row := range g {
		c[i] = append([]string(nil), row...)
	}
	return c
}

// Grown returns the grid with room for the rows and columns.
func (g Grid) Grown(rows, columns int) Grid {
	c := g.copied()
	for len(c) < rows {
		c = append(c, nil)
	}
	if len(c) > 0 && len(c[0]) < columns {
		c[0] = append(c[0], make([]string, columns-len(c[0]))...)
	}
	return c.squared()
}

// WithRow returns the grid with an empty row at an index, WithoutRow without
// that row, and likewise for columns.
func (g Grid) WithRow(at int) Grid {
	c := append(Grid{}, g.copied()[:at]...)
	c = append(c, make([]string, g.Columns()))
	return append(c, g.copied()[at:]...)
}

// WithoutRow is described at [Grid.WithRow].
func (g Grid) WithoutRow(at int) Grid {
	c := g.copied()
	return append(c[:at], c[at+1:]...)
}

// WithColumn is described at [Grid.WithRow].
func (g Grid) WithColumn(at int) Grid {
	c := g.copied()
	for i, row := range c {
		c[i] = append(append(append([]string{}, row[:at]...), ""), row[at:]...)
	}
	return c
}

// WithoutColumn is described at [Grid.WithRow].
func (g Grid) WithoutColumn(at int) Grid {
	c := g.copied()
	for i, row := range c {
		c[i] = append(row[:at], row[at+1:]...)
	}
	return c
}

// InShapeOf returns a translation's grid with the rows and columns of its
// original: the numbers are the original's, words that are not translated are
// empty.
func (g Grid) InShapeOf(original Grid) Grid {
	c := NewGrid(len(original), original.Columns())
	for i, row := range original {
		for j, cell := range row {
			switch {
			case IsNumber(cell):
				c[i][j] = cell
			case i < len(g) && j < len(g[i]):
				c[i][j] = g[i][j]
			}
		}
	}
	return c
}

// Filled returns the grid with the words of another one of the same shape where
// its own cells are empty; nil fills nothing.
func (g Grid) Filled(from Grid) Grid {
	c := g.copied()
	for i, row := range c {
		for j, cell := range row {
			if cell == "" {
				c[i][j] = cellAt(from, i, j)
			}
		}
	}
	return c
}

// TableText is a table in every language. Its editions keep the same rows and
// columns, and the same numbers.
type TableText struct{ grids map[Language]Grid }

// ReadTable reads the text of a table. The edition in original gives the shape
// where it is written, else the first one that is.
func ReadTable(body Text, original Language) TableText {
	_, shape := body.Best(original)
	t := TableText{grids: map[Language]Grid{}}
	for _, l := range Languages() {
		if written := body.In(l); written != "" {
			t.grids[l] = ReadGrid(written)
		}
	}
	for l := range t.grids {
		if l != shape {
			t.grids[l] = t.grids[l].InShapeOf(t.grids[shape])
		}
	}
	return t
}

// In returns the edition in a language, in the shape of the others where it is
// not written, or nil for a table without any words.
func (t TableText) In(l Language) Grid {
	if g, written := t.grids[l]; written {
		return g
	}
	for _, other := range Languages() {
		if g, written := t.grids[other]; written {
			return Grid(nil).InShapeOf(g)
		}
	}
	return nil
}

// Shaped returns the table with one change of shape made in every edition.
func (t TableText) Shaped(change func(Grid) Grid) TableText {
	changed := TableText{grids: map[Language]Grid{}}
	for l, g := range t.grids {
		changed.grids[l] = change(g)
	}
	return changed
}

// With returns the table with an edition; the numbers that it holds, and those
// that it no longer holds, hold for the others too, and so does its shape.
func (t TableText) With(l Language, g Grid) TableText {
	before := t.In(l)
	changed := TableText{grids: map[Language]Grid{l: g}}
	for other, written := range t.grids {
		if other == l {
			continue
		}
		shaped := NewGrid(len(g), g.Columns())
		for i := range g {
			for j := range g[i] {
				was, now := cellAt(before, i, j), g[i][j]
				shaped[i][j] = cellAt(written, i, j)
				if IsNumber(now) || IsNumber(was) && now != was {
					shaped[i][j] = now
				}
			}
		}
		changed.grids[other] = shaped
	}
	return changed
}

func cellAt(g Grid, row, column int) string {
	if row >= len(g) || column >= len(g[row]) {
		return ""
	}
	return g[row][column]
}

// Text writes the editions.
func (t TableText) Text() Text {
	var body Text
	for l, g := range t.grids {
		body = body.With(l, g.String())
	}
	return body
}
