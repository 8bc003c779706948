package ui

import (
	"slices"
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"tavoitekartta/app/theme"
)

// CompareTable shows rows of two texts held against each other: what the row
// is, the earlier, the later. It builds the rows in view alone, so that a
// programme of hundreds of rows opens at once; heights of rows never seen are
// estimated. The table is one stop of Tab: the arrow keys go from row to row,
// Home and End to the first and the last, Enter opens the chosen one.
type CompareTable struct {
	pressable

	OnChoose func(row int) // may be nil
	OnOpen   func(row int) // of a row that has a link; may be nil

	label  string
	head   compareHead
	row    func(int) CompareRow
	chosen int
	tail   fyne.CanvasObject // below the last row, or nil

	heights []float32 // known ones, 0 for a row never built
	tops    []float32 // of each row and of what comes after the last
	width   float32   // for which the heights are known
	built   map[int]*compareRow
	body    *compareBody
	scroll  *container.Scroll
	setting bool // while rows are being set, when scrolling is our own doing
}

// compareHead is the head of a table: the words above the numbers, and what
// stands above the two columns of texts.
type compareHead struct {
	number      *Label
	left, right fyne.CanvasObject
}

var _ fyne.Accessible = (*CompareTable)(nil)

// NewCompareTable returns a table that is called label, with numbers above the
// first column and left and right above the texts. Row gives what stands in a
// row, when it is about to be seen.
func NewCompareTable(kit *Kit, label, numbers string, left, right fyne.CanvasObject, count int, row func(int) CompareRow) *CompareTable {
	t := &CompareTable{
		label: label, row: row, chosen: min(0, count-1), built: map[int]*compareRow{},
		head: compareHead{NewBoldLabel(numbers, theme.TextSmallest), left, right},
	}
	t.heights = make([]float32, count)
	t.begin(kit, t, t.open)
	t.key = t.typedKey
	t.onFocus = func(bool) { t.restyleChosen() }
	t.body = &compareBody{table: t}
	t.body.ExtendBaseWidget(t.body)
	t.scroll = NewScroll(kit, t.body)
	return t
}

// WithTail puts content below the last row, scrolled with the rows: what stands
// beside the table where there is room. It returns the table.
func (t *CompareTable) WithTail(content fyne.CanvasObject) *CompareTable {
	t.tail = content
	return t
}

// Chosen returns the row that is chosen, -1 in an empty table.
func (t *CompareTable) Chosen() int { return t.chosen }

// Choose chooses a row and brings it into view.
func (t *CompareTable) Choose(row int) {
	if row < 0 || row >= len(t.heights) {
		return
	}
	before := t.chosen
	t.chosen = row
	if before != row {
		t.forget(before)
		t.forget(row)
	}
	t.show(row)
	if before != row && t.OnChoose != nil {
		t.OnChoose(row)
	}
}

func (t *CompareTable) open() {
	if t.OnOpen != nil && t.chosen >= 0 && t.row(t.chosen).Link != "" {
		t.OnOpen(t.chosen)
	}
}

func (t *CompareTable) typedKey(key fyne.KeyName) bool {
	to := t.chosen
	switch key {
	case fyne.KeyDown:
		to++
	case fyne.KeyUp:
		to--
	case fyne.KeyHome:
		to = 0
	case fyne.KeyEnd:
		to = len(t.heights) - 1
	case fyne.KeyPageDown:
		to = t.rowAt(t.top(t.chosen) + t.scroll.Size().Height)
	case fyne.KeyPageUp:
		to = t.rowAt(t.top(t.chosen) - t.scroll.Size().Height)
	default:
		return false
	}
	t.Choose(max(0, min(to, len(t.heights)-1)))
	return true
}

func (t *CompareTable) top(row int) float32 {
	t.count()
	if row < 0 || row >= len(t.tops) {
		return 0
	}
	return t.tops[row]
}

// Spoken is what a screen reader is told: the table and its chosen row.
func (t *CompareTable) Spoken() Spoken {
	if t.chosen < 0 {
		return Spoken{Label: t.label}
	}
	return Spoken{Label: t.label, Value: t.row(t.chosen).spoken(), Hint: place(t.kit.words, t.chosen, len(t.heights))}
}

// AccessibilityLabel is read out by screen readers.
func (t *CompareTable) AccessibilityLabel() string { return t.Spoken().String() }

// AccessibilityRole is a button's: Fyne 2.8 has no role for a table.
func (t *CompareTable) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// estimate is the height of a row that was never built: a title of two lines
// with its caption.
func estimatedRow() float32 {
	return 2*LineHeight(theme.TextChip) + LineHeight(theme.TextSmallest) + 2*fynetheme.Size(theme.Space12)
}

// count sums the places of all rows.
func (t *CompareTable) count() {
	if len(t.tops) == len(t.heights)+1 {
		return
	}
	t.tops = append(t.tops[:0], 0)
	y, estimate := float32(0), estimatedRow()
	for _, height := range t.heights {
		if height == 0 {
			height = estimate
		}
		y += height
		t.tops = append(t.tops, y)
	}
}

// rowAt returns the row at a height, the first or last one beyond the ends.
func (t *CompareTable) rowAt(y float32) int {
	t.count()
	at := sort.Search(len(t.heights), func(i int) bool { return t.tops[i+1] > y })
	return min(at, len(t.heights)-1)
}

// forget drops a row that looks otherwise now.
func (t *CompareTable) forget(row int) {
	if row < 0 {
		return
	}
	delete(t.built, row)
	t.heights[row], t.tops = 0, nil
	t.build()
}

// build sets the rows in view, and some beyond it at either end, and lets go of
// the others. A row whose height turns out otherwise moves what is below it;
// what is in view stays where it is.
func (t *CompareTable) build() {
	size := t.scroll.Size()
	if t.setting || size.Width == 0 || size.Height == 0 {
		return
	}
	t.setting = true
	defer func() { t.setting = false }()
	if t.width != size.Width {
		t.width, t.tops = size.Width, nil
		clear(t.heights)
		clear(t.built)
	}
	first, last := t.window(size.Height)
	for settled := false; !settled; first, last = t.window(size.Height) {
		settled = t.measure(first, last)
	}
	for row := range t.built {
		if row < first || row > last {
			delete(t.built, row)
		}
	}
	t.body.objects = make([]fyne.CanvasObject, 0, len(t.built)+1)
	for _, row := range sortedRows(t.built) {
		object := t.built[row]
		put(object, 0, t.tops[row], size.Width, t.heights[row])
		t.body.objects = append(t.body.objects, object)
	}
	t.placeTail(size.Width)
	t.body.Resize(fyne.NewSize(size.Width, max(size.Height, t.whole())))
	t.scroll.Refresh()
	t.body.at = t.scroll.Offset.Y
}

func sortedRows(built map[int]*compareRow) []int {
	rows := make([]int, 0, len(built))
	for row := range built {
		rows = append(rows, row)
	}
	slices.Sort(rows)
	return rows
}

// window returns the first and last row to be built.
func (t *CompareTable) window(height float32) (first, last int) {
	t.count()
	beyond := height / 2
	return max(0, t.rowAt(t.scroll.Offset.Y-beyond)), t.rowAt(t.scroll.Offset.Y + height + beyond)
}

// measure builds rows that are not built yet and tells whether all of them are
// as high as was thought.
func (t *CompareTable) measure(first, last int) bool {
	settled := true
	inView := t.rowAt(t.scroll.Offset.Y)
	into := t.scroll.Offset.Y - t.tops[max(0, inView)]
	for row := first; row <= last; row++ {
		if t.built[row] == nil {
			t.built[row] = newCompareRow(t, row)
		}
		if height := t.built[row].HeightFor(t.width); height != t.heights[row] {
			t.heights[row], settled = height, false
		}
	}
	if !settled {
		t.tops = nil
		t.count()
		t.scroll.Offset.Y = max(0, t.tops[max(0, inView)]+into)
	}
	return settled
}

func (t *CompareTable) placeTail(width float32) {
	if t.tail == nil {
		return
	}
	gap := fynetheme.Size(theme.Space16)
	put(t.tail, 0, t.tops[len(t.heights)]+gap, width, HeightFor(t.tail, width))
	t.body.objects = append(t.body.objects, t.tail)
}

// whole is the height of all rows and of what comes after them.
func (t *CompareTable) whole() float32 {
	t.count()
	height := t.tops[len(t.heights)]
	if t.tail != nil {
		height += fynetheme.Size(theme.Space16) + HeightFor(t.tail, t.width)
	}
	return height
}

// show scrolls so far that a row is in view.
func (t *CompareTable) show(row int) {
	height := t.scroll.Size().Height
	if height == 0 {
		return
	}
	for range 3 { // rows built on the way may be higher or lower than thought
		t.count()
		offset := t.scroll.Offset.Y
		switch top, bottom := t.tops[row], t.tops[row+1]; {
		case top < offset || bottom-top > height:
			offset = top
		case bottom > offset+height:
			offset = bottom - height
		default:
			return
		}
		t.scroll.Offset.Y = max(0, min(offset, t.whole()-height))
		t.build()
	}
}

func (t *CompareTable) restyleChosen() {
	if row := t.built[t.chosen]; row != nil {
		row.Refresh()
	}
}

// columns are the widths of the three columns; where the two texts would become
// too narrow they stand one above the other, both in the second column.
func (t *CompareTable) columns(width float32) (number, text float32, stacked bool) {
	number = scaled(compareNumber)
	text = (width - number) / 2
	if text < scaled(compareLeast) {
		return number, width - number, true
	}
	return number, text, false
}

const (
	compareNumber = 108 // width of the first column at text size 1
	compareLeast  = 250 // least width of a column of texts
)

// CreateRenderer is called by Fyne.
func (t *CompareTable) CreateRenderer() fyne.WidgetRenderer {
	ground, pane, rule, edge := newFrame(), newFrame(), newFrame(), newFrame()
	restyle := func() {
		ground.paint(theme.ColorGround, "", "")
		pane.paint(theme.ColorPane, "", "")
		rule.paint(theme.ColorBorder, "", "")
		edge.paint("", theme.ColorLine, theme.StrokeThin)
	}
	restyle()
	objects := []fyne.CanvasObject{ground.Rectangle, pane.Rectangle, t.head.number, t.head.left, t.head.right, rule.Rectangle, t.scroll, edge.Rectangle}
	return &drawing{
		owner: t, objects: objects, restyle: restyle,
		minSize: func() fyne.Size { return fyne.NewSize(scaled(320), t.headHeight(t.Size().Width)+2*estimatedRow()) },
		layout: func(size fyne.Size) {
			head := t.placeHead(size.Width)
			radius := fynetheme.Size(theme.RadiusField)
			ground.place(fyne.Position{}, size, radius)
			edge.place(fyne.Position{}, size, radius)
			pane.Rectangle.TopLeftCornerRadius, pane.Rectangle.TopRightCornerRadius = radius, radius
			put(pane.Rectangle, 0, 0, size.Width, head)
			put(rule.Rectangle, 0, head, size.Width, 1)
			put(t.scroll, 0, head+1, size.Width, max(0, size.Height-head-1))
			t.build()
			t.show(max(0, min(t.chosen, len(t.heights)-1)))
		},
	}
}

// headHeight is the height of the head at a width.
func (t *CompareTable) headHeight(width float32) float32 {
	_, column, stacked := t.columns(width)
	column -= 2 * fynetheme.Size(theme.Space8)
	left, right := HeightFor(t.head.left, column), HeightFor(t.head.right, column)
	if stacked {
		return left + right + 2*fynetheme.Size(theme.Space4)
	}
	return max(left, right) + 2*fynetheme.Size(theme.Space4)
}

func (t *CompareTable) placeHead(width float32) float32 {
	height := t.headHeight(width)
	number, column, stacked := t.columns(width)
	side, margin := fynetheme.Size(theme.Space8), fynetheme.Size(theme.Space4)
	label := t.head.number.MinSize()
	put(t.head.number, fynetheme.Size(theme.Space16), (height-label.Height)/2, number-fynetheme.Size(theme.Space16), label.Height)
	inner := column - 2*side
	left, right := HeightFor(t.head.left, inner), HeightFor(t.head.right, inner)
	put(t.head.left, number+side, margin, inner, left)
	if stacked {
		put(t.head.right, number+side, margin+left, inner, right)
		return height
	}
	put(t.head.right, number+column+side, margin, inner, right)
	return height
}
