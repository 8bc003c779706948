package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tavoitekartta/app/theme"
)

// dropRows is how many rows of a list are seen at once; the rest scrolls.
const dropRows = 7

// dropList is the list under a select or a suggesting field. The control that
// opened it keeps the focus and passes the keys on; the list marks one row and
// tells which was taken.
type dropList struct {
	widget.BaseWidget

	kit    *Kit
	rows   []*dropRow
	marked int // -1: none
	first  int // the first row seen
	take   func(index int)
	close  func()

	underPointer bool
	abandoned    func() // the pointer was pressed on the list and went away
}

// heldByPointer tells that the focus leaves the control because the list itself
// is pressed: it is given back when the pointer is up. Should the pointer go
// elsewhere first, then abandoned is called. No list holds nothing.
func (l *dropList) heldByPointer(abandoned func()) bool {
	if l == nil || !l.underPointer {
		return false
	}
	l.abandoned = abandoned
	return true
}

// dismiss takes the list away.
func (l *dropList) dismiss() {
	l.abandoned = nil
	l.close()
}

// openDropList shows the options under an anchor. mark is the row marked at
// first, -1 for none.
func openDropList(kit *Kit, anchor fyne.CanvasObject, options []string, mark int, take func(index int)) *dropList {
	list := &dropList{kit: kit, marked: mark, take: take}
	list.ExtendBaseWidget(list)
	for index, option := range options {
		list.rows = append(list.rows, newDropRow(list, index, option))
	}
	margin := 2 * fynetheme.Size(theme.FocusMargin)
	width := max(anchor.Size().Width-margin, list.naturalWidth())
	if space := kit.topLayer().Size().Width; space > 0 {
		width = min(width, space-margin)
	}
	list.showMarked()
	list.close = kit.float(list, anchor, fyne.NewSize(width+margin, list.heightAt(width)+margin))
	list.Refresh()
	return list
}

func (l *dropList) naturalWidth() float32 {
	widest := float32(0)
	for _, row := range l.rows {
		widest = max(widest, row.words.NaturalWidth()+row.sidePadding())
	}
	return widest + 1 + l.edges()
}

// edges is what the frame and the thumb take of the list's width.
func (l *dropList) edges() float32 {
	edges := 2 * fynetheme.Size(theme.StrokeField)
	if len(l.rows) > dropRows {
		edges += 2 * fynetheme.Size(theme.Space4)
	}
	return edges
}

func (l *dropList) heightAt(width float32) float32 {
	height := 2 * fynetheme.Size(theme.Space4)
	for _, row := range l.rows[l.first:min(len(l.rows), l.first+dropRows)] {
		height += row.HeightFor(width - l.edges())
	}
	return height
}

// typedKey moves the mark; true when the key was the list's.
func (l *dropList) typedKey(key fyne.KeyName) bool {
	last := len(l.rows) - 1
	switch key {
	case fyne.KeyDown:
		l.mark(min(l.marked+1, last))
	case fyne.KeyUp:
		l.mark(max(l.marked-1, 0))
	case fyne.KeyPageDown:
		l.mark(min(l.marked+dropRows, last))
	case fyne.KeyPageUp:
		l.mark(max(l.marked-dropRows, 0))
	case fyne.KeyReturn, fyne.KeyEnter:
		if l.marked < 0 {
			return false
		}
		l.take(l.marked)
	default:
		return false
	}
	return true
}

func (l *dropList) mark(index int) {
	if index < 0 || index >= len(l.rows) || index == l.marked {
		return
	}
	l.marked = index
	l.showMarked()
	l.Refresh()
}

// showMarked scrolls by rows so far that the marked one is seen.
func (l *dropList) showMarked() {
	if l.marked < 0 {
		return
	}
	l.first = min(max(l.first, l.marked-dropRows+1), l.marked)
}

// Scrolled is called by Fyne at the wheel.
func (l *dropList) Scrolled(event *fyne.ScrollEvent) {
	step := 1
	if event.Scrolled.DY > 0 {
		step = -1
	}
	l.first = max(0, min(l.first+step, len(l.rows)-dropRows))
	l.Refresh()
}

// markedText is the row that is marked, or empty.
func (l *dropList) markedText() string {
	if l.marked < 0 || l.marked >= len(l.rows) {
		return ""
	}
	return l.rows[l.marked].words.Text
}

// CreateRenderer is called by Fyne.
func (l *dropList) CreateRenderer() fyne.WidgetRenderer {
	ground := newFrame()
	thumb := newFrame()
	objects := []fyne.CanvasObject{ground.Rectangle, thumb.Rectangle}
	for _, row := range l.rows {
		objects = append(objects, row)
	}
	restyle := func() {
		ground.paint(theme.ColorSurface, theme.ColorBorder, theme.StrokeField)
		thumb.paint(theme.ColorBorder, "", "")
		thumb.Hidden = len(l.rows) <= dropRows
	}
	restyle()
	layout := func(size fyne.Size) {
		margin, gap := fynetheme.Size(theme.FocusMargin), fynetheme.Size(theme.Space4)
		corner, box := fyne.NewPos(margin, 0), size.SubtractWidthHeight(2*margin, margin)
		ground.place(corner, box, fynetheme.Size(theme.RadiusField))
		width := box.Width - l.edges()
		if !thumb.Hidden {
			share := float32(dropRows) / float32(len(l.rows))
			space := box.Height - 2*gap
			top := space * float32(l.first) / float32(len(l.rows))
			thumb.place(fyne.NewPos(corner.X+box.Width-2*gap, gap+top), fyne.NewSize(gap, space*share), gap/2)
		}
		y := gap
		for index, row := range l.rows {
			height := row.HeightFor(width)
			seen := index >= l.first && index < l.first+dropRows && y+height <= box.Height+1
			showOrHide(row, seen)
			if !seen {
				continue
			}
			row.Resize(fyne.NewSize(width, height))
			row.Move(fyne.NewPos(corner.X+fynetheme.Size(theme.StrokeField), y))
			y += height
		}
	}
	return &drawing{
		owner: l, objects: objects, restyle: restyle, layout: layout,
		minSize: func() fyne.Size { return fyne.Size{} },
	}
}

// dropRow is one row of a list.
type dropRow struct {
	widget.BaseWidget

	list  *dropList
	index int
	words *Label
}

var (
	_ fyne.Tappable     = (*dropRow)(nil)
	_ desktop.Hoverable = (*dropRow)(nil)
	_ fyne.Accessible   = (*dropRow)(nil)
)

func newDropRow(list *dropList, index int, option string) *dropRow {
	row := &dropRow{list: list, index: index, words: NewLabel(option, theme.TextChip)}
	row.ExtendBaseWidget(row)
	return row
}

func (r *dropRow) sidePadding() float32 {
	return 2*fynetheme.Size(theme.Space12) + fynetheme.Size(theme.Space8)
}

// HeightFor returns the height of the row at a width: a long name wraps.
func (r *dropRow) HeightFor(width float32) float32 {
	words := r.words.HeightFor(width - r.sidePadding())
	return max(fynetheme.Size(theme.HitTarget), words+2*fynetheme.Size(theme.Space4))
}

// Tapped takes the row.
func (r *dropRow) Tapped(*fyne.PointEvent) { r.list.take(r.index) }

// MouseIn is called by Fyne.
func (r *dropRow) MouseIn(*desktop.MouseEvent) {
	r.list.underPointer = true
	r.list.mark(r.index)
}

// MouseMoved is called by Fyne.
func (r *dropRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is called by Fyne.
func (r *dropRow) MouseOut() {
	r.list.underPointer = false
	if r.list.abandoned != nil {
		r.list.abandoned()
	}
}

// AccessibilityLabel is the row's words and its place in the list.
func (r *dropRow) AccessibilityLabel() string {
	return Spoken{Label: r.words.Text, Value: place(r.list.kit.words, r.index, len(r.list.rows))}.String()
}

// AccessibilityRole is a button's.
func (r *dropRow) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer is called by Fyne.
func (r *dropRow) CreateRenderer() fyne.WidgetRenderer {
	ground, edge := newFrame(), newFrame()
	restyle := func() {
		marked := r.list.marked == r.index
		ground.paint("", "", "")
		if marked {
			ground.paint(theme.ColorSelected, "", "")
		}
		edge.paint(theme.ColorPrimary, "", "")
		edge.Hidden = !marked
	}
	restyle()
	return &drawing{
		owner:   r,
		objects: []fyne.CanvasObject{ground.Rectangle, edge.Rectangle, r.words},
		restyle: restyle,
		minSize: func() fyne.Size { return fyne.NewSize(0, r.HeightFor(r.Size().Width)) },
		layout: func(size fyne.Size) {
			ground.place(fyne.Position{}, size, 0)
			edge.place(fyne.Position{}, fyne.NewSize(fynetheme.Size(theme.Space4), size.Height), 0)
			width := size.Width - r.sidePadding()
			height := r.words.HeightFor(width)
			r.words.Resize(fyne.NewSize(width, height))
			r.words.Move(fyne.NewPos(fynetheme.Size(theme.Space12), (size.Height-height)/2))
		},
	}
}
