package ui

import (
	"cmp"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tavoitekartta/app/theme"
)

// treeBody is what the tree scrolls: as high as all rows, with objects for those
// in view alone.
type treeBody struct {
	widget.BaseWidget
	rowPool[*treeRow]

	tree *Tree
	drop *canvas.Rectangle // where a dragged row would go
}

func newTreeBody(tree *Tree) *treeBody {
	body := &treeBody{tree: tree, drop: canvas.NewRectangle(nil), rowPool: rowPool[*treeRow]{shown: map[int]*treeRow{}}}
	body.drop.Hide()
	body.ExtendBaseWidget(body)
	return body
}

// forget makes every row be drawn anew.
func (b *treeBody) forget() {
	if b != nil {
		b.stale = true
	}
}

// MinSize is the height of all rows.
func (b *treeBody) MinSize() fyne.Size {
	b.tree.measureRows(b.tree.scroll.Size().Width)
	return fyne.NewSize(0, b.tree.tops[len(b.tree.flat)])
}

// CreateRenderer is called by Fyne.
func (b *treeBody) CreateRenderer() fyne.WidgetRenderer { return &rowBodyRenderer{body: b} }

// arrange puts objects on the rows in view.
func (b *treeBody) arrange(objects []fyne.CanvasObject) ([]fyne.CanvasObject, bool) {
	tree := b.tree
	width := tree.scroll.Size().Width
	if width == 0 {
		return objects, false
	}
	tree.measureRows(width)
	first, last := tree.inView()
	b.withdraw(first, last)
	for index := first; index <= last; index++ {
		row, fresh := b.at(index, func(row *treeRow) { row.hovered = false }, b.newRow)
		row.index = index
		row.Move(fyne.NewPos(0, tree.tops[index]))
		row.Resize(fyne.NewSize(width, tree.tops[index+1]-tree.tops[index]))
		if state := tree.rowState(index); fresh || row.state != state {
			row.state = state
			row.Refresh()
		}
		objects = append(objects, row)
	}
	b.stale = false
	b.placeDrop(width)
	return append(objects, b.drop), true
}

func (b *treeBody) newRow() *treeRow {
	row := &treeRow{tree: b.tree}
	row.ExtendBaseWidget(row)
	return row
}

// treeRowState is what of a row changes without its data.
type treeRowState struct {
	chosen, cursor, open, dragged bool
}

func (t *Tree) rowState(index int) treeRowState {
	id := t.flat[index].row.ID
	return treeRowState{
		chosen:  id == t.chosen,
		cursor:  t.focused && index == t.cursor,
		open:    t.open[id],
		dragged: t.drag.id == id,
	}
}

// treeRow is the object of one row in view.
type treeRow struct {
	widget.BaseWidget

	tree    *Tree
	index   int
	state   treeRowState
	hovered bool
}

var (
	_ fyne.Accessible   = (*treeRow)(nil)
	_ fyne.Tappable     = (*treeRow)(nil)
	_ fyne.Draggable    = (*treeRow)(nil)
	_ desktop.Hoverable = (*treeRow)(nil)
)

func (r *treeRow) flat() flatRow { return r.tree.flat[min(r.index, len(r.tree.flat)-1)] }

// AccessibilityLabel is read out by screen readers.
func (r *treeRow) AccessibilityLabel() string { return r.tree.spokenRow(r.flat()).String() }

func (t *Tree) spokenRow(flat flatRow) Spoken {
	words := t.kit.Words()
	said := Spoken{Label: plainText(flat.row.Title)}
	parts := nonEmpty(cmp.Or(flat.row.Speech, flat.row.Word), flat.row.MarkWord)
	if flat.row.ID == t.chosen {
		parts = append(parts, words.T("field.chosen"))
	}
	if len(flat.row.Children) > 0 {
		state := words.T("tree.closed")
		if t.open[flat.row.ID] {
			state = words.T("tree.open")
		}
		parts = append(parts, state)
	}
	said.Value = strings.Join(append(parts, place(words, flat.index, flat.of)), ", ")
	return said
}

// AccessibilityRole is a button's.
func (r *treeRow) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// Tapped chooses the row, or opens and closes it at its arrow.
func (r *treeRow) Tapped(event *fyne.PointEvent) {
	r.tree.kit.Focus(r.tree)
	flat := r.flat()
	arrowEnds := r.tree.place(flat, r.Size().Width).title
	if flat.level == 0 && len(flat.row.Children) > 0 && event.Position.X < max(arrowEnds, fynetheme.Size(theme.HitTarget)) {
		r.tree.cursor = r.index
		r.tree.Open(flat.row.ID, !r.tree.open[flat.row.ID])
		return
	}
	r.tree.chooseAt(r.index)
}

// Dragged is called by Fyne.
func (r *treeRow) Dragged(event *fyne.DragEvent) { r.tree.dragged(r, event) }

// DragEnd is called by Fyne.
func (r *treeRow) DragEnd() { r.tree.dragEnd() }

// MouseIn is called by Fyne.
func (r *treeRow) MouseIn(*desktop.MouseEvent) {
	r.hovered = true
	r.Refresh()
}

// MouseMoved is called by Fyne.
func (r *treeRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is called by Fyne.
func (r *treeRow) MouseOut() {
	r.hovered = false
	r.Refresh()
}

// Cursor is called by Fyne.
func (r *treeRow) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer is called by Fyne.
func (r *treeRow) CreateRenderer() fyne.WidgetRenderer {
	drawn := &treeRowDrawing{
		row: r, ground: newFrame(), edge: canvas.NewRectangle(nil), marks: newFocusMarks(),
		arrow: NewIconSized(IconChevronRight, theme.ColorMuted, theme.IconSmall),
		word:  newInkText("", theme.TextSmallest, theme.ColorMuted, false),
		mark:  NewIcon("", theme.ColorMuted),
	}
	render := &drawing{owner: r, minSize: func() fyne.Size { return fyne.NewSize(0, fynetheme.Size(theme.HitTarget)) }}
	render.restyle = func() { render.objects = drawn.restyle() }
	render.layout = drawn.layout
	render.restyle()
	return render
}

// treeRowDrawing is the parts of a row's picture.
type treeRowDrawing struct {
	row    *treeRow
	ground *frame
	edge   *canvas.Rectangle
	marks  *focusMarks
	arrow  *Icon
	word   *inkText
	mark   *Icon
	lines  []*inkText
}

func (d *treeRowDrawing) restyle() []fyne.CanvasObject {
	tree := d.row.tree
	if d.row.index >= len(tree.flat) {
		return nil
	}
	flat, state := d.row.flat(), d.row.state
	fill := fyne.ThemeColorName("")
	if state.chosen {
		fill = theme.ColorSelected
	}
	d.ground.paint(fill, "", "")
	if d.row.hovered && !state.chosen {
		d.ground.FillColor = blend(fynetheme.Color(theme.ColorPane), fynetheme.Color(theme.ColorSelected), 0.6)
	}
	d.edge.FillColor, d.edge.Hidden = fynetheme.Color(theme.ColorPrimary), !state.chosen
	arrow := IconChevronRight
	if state.open {
		arrow = IconChevronDown
	}
	d.arrow.Hidden = flat.level > 0 || len(flat.row.Children) == 0
	d.arrow.Set(arrow, theme.ColorMuted)

	look := markLooks[flat.row.Mark]
	d.word.Text.Text, d.word.TextStyle.Bold, d.word.colour = flat.row.Word, flat.row.Strong, theme.ColorMuted
	if flat.row.Strong && flat.row.Mark != "" {
		d.word.colour = look.color
	}
	d.word.restyle()
	d.mark.Hidden = flat.row.Mark == ""
	d.mark.Set(look.icon, look.color)

	titles := tree.titleLines(d.row.index)
	for len(d.lines) < len(titles) {
		d.lines = append(d.lines, newInkText("", theme.TextChip, theme.ColorText, false))
	}
	d.lines = d.lines[:len(titles)]
	objects := []fyne.CanvasObject{d.ground.Rectangle, d.edge, d.arrow, d.word.Text, d.mark}
	for index, line := range d.lines {
		line.Text.Text, line.TextStyle.Bold, line.size = titles[index], tree.isBold(flat), treeTextSize(flat.level)
		line.colour = theme.ColorText
		if state.dragged {
			line.colour = theme.ColorMuted
		}
		line.restyle()
		objects = append(objects, line.Text)
	}
	d.marks.restyle(state.cursor)
	return append(objects, d.marks.objects()...)
}

func (d *treeRowDrawing) layout(size fyne.Size) {
	tree := d.row.tree
	if d.row.index >= len(tree.flat) {
		return
	}
	place := tree.place(d.row.flat(), size.Width)
	radius := fynetheme.Size(theme.RadiusState)
	box := fyne.NewSize(place.right-place.left, size.Height)
	d.ground.place(fyne.NewPos(place.left, 0), box, radius)
	d.edge.Resize(fyne.NewSize(scaled(4), size.Height))
	d.edge.Move(fyne.NewPos(place.left, 0))
	// Rows touch each other, so the ring lies inside its row.
	margin := fynetheme.Size(theme.FocusMargin)
	d.marks.place(fyne.NewPos(place.left+margin, margin), box.SubtractWidthHeight(2*margin, 2*margin), radius)

	line := fynetheme.Size(theme.LineChip)
	top := (size.Height - line*float32(len(d.lines))) / 2
	for index, words := range d.lines {
		words.placeMiddle(place.title, top+float32(index)*line, line)
	}
	placeIcon(d.arrow, place.arrow, top, line)
	placeIcon(d.mark, place.mark, top, line)
	d.word.placeMiddle(place.wordRight-d.word.MinSize().Width, top, line)
}

// placeIcon puts an icon at x, in the middle of a line.
func placeIcon(icon *Icon, x, top, line float32) {
	side := icon.MinSize()
	icon.Resize(side)
	icon.Move(fyne.NewPos(x, top+(line-side.Height)/2))
}
