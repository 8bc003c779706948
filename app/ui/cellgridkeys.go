package ui

import (
	"fyne.io/fyne/v2"
)

// advance goes a number of cells on in reading order, or out of the grid.
func (g *CellGrid) advance(by int) {
	columns := len(g.cells[0])
	to := g.row*columns + g.column + by
	if to >= 0 && to < columns*len(g.cells) {
		g.leave()
		g.MoveTo(to/columns, to%columns)
		return
	}
	target := canvasOf(g.entry)
	switch {
	case target == nil:
	case by > 0:
		target.FocusNext()
	default:
		target.FocusPrevious()
	}
}

// leave keeps what has been typed in a cell that the cursor leaves.
func (g *CellGrid) leave() {
	if g.OnLeave != nil {
		g.OnLeave()
	}
}

func (g *CellGrid) down() {
	if g.row == len(g.cells)-1 {
		if g.OnGrow != nil {
			g.OnGrow()
		}
		return
	}
	g.leave()
	g.MoveTo(g.row+1, g.column)
}

func (g *CellGrid) typedKey(key fyne.KeyName) bool {
	e := g.entry
	before := [2]int{e.CursorRow, e.CursorColumn}
	switch key {
	case fyne.KeyTab:
		if e.shifted {
			g.advance(-1)
		} else {
			g.advance(1)
		}
		return true
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyLeft, fyne.KeyRight:
	default:
		return false
	}
	if e.shifted || e.SelectedText() != "" {
		return false
	}
	e.Entry.TypedKey(&fyne.KeyEvent{Name: key})
	stays := before == [2]int{e.CursorRow, e.CursorColumn}
	switch {
	case key == fyne.KeyUp && before[0] == e.CursorRow && g.row > 0:
		g.leave()
		g.MoveTo(g.row-1, g.column)
	case key == fyne.KeyDown && before[0] == e.CursorRow && g.row < len(g.cells)-1:
		g.leave()
		g.MoveTo(g.row+1, g.column)
	case key == fyne.KeyLeft && stays && g.column > 0:
		g.leave()
		g.MoveTo(g.row, g.column-1)
	case key == fyne.KeyRight && stays && g.column < len(g.cells[0])-1:
		g.leave()
		g.MoveTo(g.row, g.column+1)
	}
	return true
}

// Tapped is called by Fyne: the cell under the pointer gets the entry.
func (g *CellGrid) Tapped(event *fyne.PointEvent) {
	if g.entry == nil || len(g.cells) == 0 {
		return
	}
	x, y := event.Position.X+g.scroll.Offset.X, event.Position.Y
	column, row := 0, 0
	for left := float32(0); column < len(g.widths)-1 && x >= left+g.widths[column]; column++ {
		left += g.widths[column]
	}
	for top := float32(0); row < len(g.cells)-1 && y >= top+g.rowHeight(row); row++ {
		top += g.rowHeight(row)
	}
	g.leave()
	g.MoveTo(row, column)
	g.kit.Focus(g.entry)
}
