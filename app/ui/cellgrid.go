package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tavoitekartta/app/theme"
)

// CellGrid is a table that is written in place. The cells are words; the one
// with the cursor has an entry, which is one stop of the Tab order: Tab and
// Shift+Tab go from cell to cell and, at the ends, out of the grid; the arrow
// keys too; Enter goes to the cell below. Without [CellGrid.Editable] it is read.
type CellGrid struct {
	widget.BaseWidget

	OnChanged func(row, column int, text string) // at each change by the person
	OnLeave   func()                             // when the focus leaves a cell
	OnFocus   func()
	// OnPaste is asked about what is pasted; true says that the page has taken
	// it over.
	OnPaste func(row, column int, pasted string) bool
	OnMove  func(row, column int) // when the cursor has come to a cell
	// OnGrow is called by Enter in the last row.
	OnGrow func()
	// OnCombined is called by keys pressed with Alt or Ctrl; true when taken.
	OnCombined func(key fyne.KeyName, with fyne.KeyModifier) bool

	kit         *Kit
	label       string
	language    string
	cells       [][]string
	rightward   func(column int) bool // aligned at the right
	entry       *textEntry            // nil for a grid that is read
	row, column int
	widths      []float32

	words  [][]*Label
	ground *canvas.Rectangle
	rules  []*canvas.Rectangle
	scroll *container.Scroll
	body   *fyne.Container
}

var _ Flowing = (*CellGrid)(nil)

// NewCellGrid returns a grid of cells that is read; all rows are equally long.
// Language is that of the words, and right tells which columns are aligned at
// the right.
func NewCellGrid(kit *Kit, label, language string, cells [][]string, right func(column int) bool) *CellGrid {
	grid := &CellGrid{kit: kit, label: label, language: language, cells: cells, rightward: right}
	grid.ExtendBaseWidget(grid)
	grid.compose()
	return grid
}

// Editable gives the cell at the cursor its entry. It returns the grid.
func (g *CellGrid) Editable() *CellGrid {
	g.entry = newTextEntry(g.kit, g.spoken)
	g.entry.quiet, g.entry.takesTab = true, true
	g.entry.growBetween(1, 8)
	g.entry.onEnter = g.down
	g.entry.onKey = g.typedKey
	g.entry.onShortcut = func(shortcut fyne.Shortcut) bool {
		pressed, custom := shortcut.(*desktop.CustomShortcut)
		return custom && g.OnCombined != nil && g.OnCombined(pressed.KeyName, pressed.Modifier)
	}
	g.entry.onPaste = func(pasted string) bool { return g.OnPaste != nil && g.OnPaste(g.row, g.column, pasted) }
	g.entry.onFocus = func(focused bool) {
		switch {
		case focused && g.OnFocus != nil:
			g.OnFocus()
		case !focused && g.OnLeave != nil:
			g.OnLeave()
		}
	}
	g.entry.OnChanged = func(typed string) {
		g.cells[g.row][g.column] = typed
		g.words[g.row][g.column].SetText(typed)
		if g.OnChanged != nil {
			g.OnChanged(g.row, g.column, typed)
		}
		g.relay()
	}
	g.compose()
	g.fillEntry()
	return g
}

// Focusable returns what takes the focus.
func (g *CellGrid) Focusable() fyne.Focusable { return g.entry }

// Cursor returns the cell of the entry.
func (g *CellGrid) Cursor() (row, column int) { return g.row, g.column }

// SetCursor puts the entry in a cell, which is kept within the grid, before the
// grid is shown.
func (g *CellGrid) SetCursor(row, column int) {
	g.row = max(0, min(row, len(g.cells)-1))
	g.column = max(0, min(column, len(g.cells[g.row])-1))
	g.fillEntry()
}

// MoveTo is [CellGrid.SetCursor] by a key or the pointer.
func (g *CellGrid) MoveTo(row, column int) {
	g.SetCursor(row, column)
	g.relay()
	if g.OnMove != nil {
		g.OnMove(g.row, g.column)
	}
	g.show()
}

// spoken names the cell: the table, its row and column and their heads.
func (g *CellGrid) spoken() Spoken {
	where := g.kit.words.T("field.cell", "row", g.row+1, "column", g.column+1)
	if head := g.cells[0][g.column]; head != "" && g.row > 0 {
		where += ", " + head
	}
	if first := g.cells[g.row][0]; first != "" && g.column > 0 {
		where += ", " + first
	}
	value := g.entry.Text
	if value == "" {
		value = g.kit.words.T("field.empty")
	}
	return Spoken{Label: g.label + ": " + where, Value: value}
}

func (g *CellGrid) fillEntry() {
	heard := g.entry.OnChanged
	g.entry.OnChanged = nil
	g.entry.TextStyle.Bold = g.row == 0
	g.entry.setText(g.cells[g.row][g.column])
	g.entry.CursorRow, g.entry.CursorColumn = endOfText, endOfText
	g.entry.OnChanged = heard
	g.entry.Refresh()
}

// show scrolls sideways to the cell of the entry.
func (g *CellGrid) show() {
	left := float32(0)
	for _, width := range g.widths[:min(g.column, len(g.widths))] {
		left += width
	}
	right := left + g.widths[min(g.column, len(g.widths)-1)]
	offset := g.scroll.Offset
	switch {
	case left < offset.X:
		offset.X = left
	case right > offset.X+g.scroll.Size().Width:
		offset.X = right - g.scroll.Size().Width
	default:
		g.kit.Reveal(g.entry)
		return
	}
	g.scroll.ScrollToOffset(offset)
}

// Narrowest cell, in pixels at normal text size, and the room around its words.
const (
	cellNarrowest = 72
	cellPadding   = 16
)

// compose makes the words of the cells.
func (g *CellGrid) compose() {
	g.ground = canvas.NewRectangle(fynetheme.Color(theme.ColorPane))
	objects := []fyne.CanvasObject{g.ground}
	g.words, g.rules = nil, nil
	for i, row := range g.cells {
		var words []*Label
		for range row {
			label := NewLabel("", theme.TextBody)
			label.Bold, label.Language = i == 0, g.language
			words = append(words, label)
			objects = append(objects, label)
		}
		rule := canvas.NewRectangle(fynetheme.Color(theme.ColorLine))
		g.words, g.rules = append(g.words, words), append(g.rules, rule)
		objects = append(objects, rule)
	}
	for i, row := range g.cells {
		for j, cell := range row {
			g.words[i][j].SetText(strings.TrimSpace(cell))
		}
	}
	if g.entry != nil {
		objects = append(objects, g.entry)
	}
	g.body = &fyne.Container{Layout: (*cellGridLayout)(g), Objects: objects}
	g.scroll = container.NewHScroll(g.body)
}

// relay lays the cells out anew after a change, and what stands around.
func (g *CellGrid) relay() {
	g.measure(g.Size().Width)
	g.body.Refresh()
	g.Refresh()
}

// measure gives the columns their widths: those of numbers are narrower.
func (g *CellGrid) measure(width float32) {
	if len(g.cells) == 0 {
		return
	}
	columns := len(g.cells[0])
	least := scaled(cellNarrowest)
	width = max(width, least*float32(columns))
	shares, all := make([]float32, columns), float32(0)
	for j := range shares {
		shares[j] = 2
		if g.rightward(j) {
			shares[j] = 1
		}
		all += shares[j]
	}
	g.widths = make([]float32, columns)
	spare := width - least*float32(columns)
	for j, share := range shares {
		g.widths[j] = least + spare*share/all
	}
}

func (g *CellGrid) rowHeight(row int) float32 {
	tallest := LineHeight(theme.TextBody)
	for j, label := range g.words[row] {
		tallest = max(tallest, label.HeightFor(g.widths[j]-2*scaled(cellPadding)))
	}
	tallest = max(tallest+2*scaled(6), fynetheme.Size(theme.HitTarget))
	if g.entry != nil && row == g.row {
		tallest = max(tallest, g.entry.HeightFor(g.widths[g.column]))
	}
	return tallest
}

func (g *CellGrid) height() float32 {
	total := float32(0)
	for i := range g.cells {
		total += g.rowHeight(i)
	}
	return total
}

// HeightFor returns the height of all rows at a width.
func (g *CellGrid) HeightFor(width float32) float32 {
	if len(g.cells) == 0 {
		return 0
	}
	g.measure(width)
	return g.height()
}

// CreateRenderer is called by Fyne.
func (g *CellGrid) CreateRenderer() fyne.WidgetRenderer {
	return &drawing{
		owner:   g,
		objects: []fyne.CanvasObject{g.scroll},
		minSize: func() fyne.Size {
			return fyne.NewSize(scaled(cellNarrowest), g.HeightFor(max(g.Size().Width, scaled(cellNarrowest))))
		},
		restyle: func() {
			g.ground.FillColor = fynetheme.Color(theme.ColorPane)
			for _, rule := range g.rules {
				rule.FillColor = fynetheme.Color(theme.ColorLine)
			}
		},
		layout: func(size fyne.Size) {
			g.measure(size.Width)
			g.scroll.Resize(size)
			g.body.Refresh()
		},
	}
}

// cellGridLayout places the cells, the lines below the rows, and the entry over
// the cell of the cursor.
type cellGridLayout CellGrid

func (l *cellGridLayout) Layout([]fyne.CanvasObject, fyne.Size) {
	g := (*CellGrid)(l)
	if len(g.widths) == 0 {
		return
	}
	pad, y, whole := scaled(cellPadding), float32(0), float32(0)
	for _, width := range g.widths {
		whole += width
	}
	for i, row := range g.words {
		tall, x := g.rowHeight(i), float32(0)
		for j, label := range row {
			room := g.widths[j] - 2*pad
			put(label, l.cellLeft(label, x+pad, room, j), y+(tall-label.HeightFor(room))/2, room, label.HeightFor(room))
			edited := g.entry != nil && i == g.row && j == g.column
			showOrHide(label, !edited)
			if edited {
				put(g.entry, x, y, g.widths[j], tall)
			}
			x += g.widths[j]
		}
		if i == 0 {
			put(g.ground, 0, 0, whole, tall)
		}
		y += tall
		put(g.rules[i], 0, y-1, whole, 1)
	}
}

// cellLeft is where the words of a cell begin; those of numbers end at the
// right.
func (l *cellGridLayout) cellLeft(label *Label, left, room float32, column int) float32 {
	if !l.rightward(column) {
		return left
	}
	return left + max(0, room-label.NaturalWidth()-1)
}

func (l *cellGridLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	g := (*CellGrid)(l)
	if len(g.widths) == 0 {
		return fyne.Size{}
	}
	return fyne.NewSize(scaled(cellNarrowest)*float32(len(g.widths)), g.height())
}
