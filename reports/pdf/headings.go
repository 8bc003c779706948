package pdf

import (
	"strconv"

	"tavoitekartta/reports/layout"
)

// headings name the heading cells of tables and say which of them head each
// other cell (ISO 32000-1, table 349, Headers).
type headings struct {
	is    []bool    // by element: a heading cell, or a note
	table []int32   // by element of a heading cell: its table, counted from 1
	of    [][]int32 // by element of a cell: its heading cells
}

// appendName writes the name of a heading cell or a note.
func (h *headings) appendName(out []byte, cell int) []byte {
	if h.table[cell] == 0 { // a note
		return append(strconv.AppendInt(append(out, "(n"...), int64(cell), 10), ')')
	}
	out = strconv.AppendInt(append(out, "(t"...), int64(h.table[cell]), 10)
	out = strconv.AppendInt(append(out, 'h'), int64(cell), 10)
	return append(out, ')')
}

// headingsOf reads the tables of a document. A cell is headed by the column
// heads above it and by the row heads at its left.
func headingsOf(elements []layout.Element, children groups) headings {
	h := headings{is: make([]bool, len(elements)), table: make([]int32, len(elements)), of: make([][]int32, len(elements))}
	tables := int32(0)
	for number := range elements {
		switch elements[number].Role {
		case layout.RoleTable:
			tables++
			h.read(tables, elements, children, number)
		case layout.RoleNote:
			h.is[number] = true
		}
	}
	return h
}

// gridColumn is what a reader knows of a column while laying rows into a grid.
type gridColumn struct {
	head     int32 // its heading cell, 0 for none: the root is no cell
	rowHead  int32 // the row head that reaches on in it, 0 for none
	occupied int   // rows that a cell above still reaches over
}

// read walks the rows as a reader lays them into a grid, cells that reach over
// several rows included.
func (h *headings) read(name int32, elements []layout.Element, children groups, table int) {
	var grid []gridColumn
	type placed struct {
		cell   int32
		column int
	}
	var cells []placed
	for _, row := range children.of(table) {
		if elements[row].Role != layout.RoleRow {
			continue
		}
		column := 0
		cells = cells[:0]
		for _, cell := range children.of(int(row)) {
			for column < len(grid) && grid[column].occupied > 0 {
				column++
			}
			e := &elements[cell]
			cells = append(cells, placed{cell, column})
			for range max(1, e.ColumnSpan) {
				if column == len(grid) {
					grid = append(grid, gridColumn{})
				}
				grid[column].take(cell, e)
				column++
			}
			if e.Role == layout.RoleHeadCell {
				h.is[cell], h.table[cell] = true, name
			}
		}
		for _, p := range cells {
			if elements[p.cell].Role == layout.RoleCell {
				h.of[p.cell] = headingCells(grid, p.column)
			}
		}
		for column := range grid {
			grid[column].occupied--
		}
	}
}

// take puts a cell into the column.
func (c *gridColumn) take(cell int32, e *layout.Element) {
	c.occupied = max(1, e.RowSpan)
	c.rowHead = 0
	switch {
	case e.Role == layout.RoleHeadCell && e.RowHeading:
		c.rowHead = cell
	case e.Role == layout.RoleHeadCell:
		c.head = cell
	}
}

func headingCells(grid []gridColumn, column int) []int32 {
	var found []int32
	if head := grid[column].head; head != 0 {
		found = append(found, head)
	}
	for left := range column {
		if head := grid[left].rowHead; head != 0 {
			found = append(found, head)
		}
	}
	return found
}
