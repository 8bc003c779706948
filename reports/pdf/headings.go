package pdf

import (
	"fmt"

	"tavoitekartta/reports/layout"
)

// headings name the heading cells of tables and say which of them head each
// other cell (ISO 32000-1, table 349, Headers).
type headings struct {
	ids map[int]string // by element of a heading cell
	of  map[int][]int  // by element of a cell: its heading cells
}

// headingsOf reads the tables of a document. A cell is headed by the column
// heads above it and by the row heads at its left.
func headingsOf(elements []layout.Element, children [][]int) headings {
	h := headings{ids: map[int]string{}, of: map[int][]int{}}
	tables := 0
	for number, element := range elements {
		if element.Role == layout.RoleTable {
			tables++
			h.table(fmt.Sprintf("t%d", tables), elements, children, number)
		}
	}
	return h
}

// table walks the rows as a reader lays them into a grid, cells that reach over
// several rows included.
func (h *headings) table(name string, elements []layout.Element, children [][]int, table int) {
	columns := map[int]int{}  // column -> its heading cell
	occupied := map[int]int{} // column -> rows that a cell above still reaches over
	rowHeads := map[int]int{} // column of a row head that reaches on -> the cell
	for _, row := range children[table] {
		if elements[row].Role != layout.RoleRow {
			continue
		}
		column := 0
		skip := func() {
			for occupied[column] > 0 {
				column++
			}
		}
		type placed struct{ cell, column int }
		var cells []placed
		for _, cell := range children[row] {
			skip()
			e := elements[cell]
			cells = append(cells, placed{cell, column})
			for range max(1, e.ColumnSpan) {
				occupied[column] = max(1, e.RowSpan)
				delete(rowHeads, column)
				if e.Role == layout.RoleHeadCell && e.RowHeading {
					rowHeads[column] = cell
				}
				if e.Role == layout.RoleHeadCell && !e.RowHeading {
					columns[column] = cell
				}
				column++
			}
			if e.Role == layout.RoleHeadCell {
				h.ids[cell] = fmt.Sprintf("%sh%d", name, cell)
			}
		}
		for _, p := range cells {
			if elements[p.cell].Role == layout.RoleCell {
				h.of[p.cell] = headingCells(columns, rowHeads, p.column)
			}
		}
		for column := range occupied {
			occupied[column]--
		}
	}
}

func headingCells(columns, rowHeads map[int]int, column int) []int {
	var found []int
	if head, is := columns[column]; is {
		found = append(found, head)
	}
	for left := range column {
		if head, is := rowHeads[left]; is {
			found = append(found, head)
		}
	}
	return found
}
