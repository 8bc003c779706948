package ui

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tavoitekartta/app/theme"
)

// TreeRow is a row of a [Tree]: a section, or with Children empty and a parent
// above it a goal.
type TreeRow struct {
	ID       string
	Title    string // wrapped, never cut
	Language string // of the title
	Word     string // a count ("3/4") or a word ("Kirjoitettu") at the right
	Strong   bool   // the word is bold in the mark's colour; a count is quiet
	Mark     MarkKind
	MarkWord string // read out for the mark where Word does not say it
	Speech   string // read out instead of Word where it is a figure alone
	Children []TreeRow
}

// Tree is a list of sections and their goals, in rows as high as their titles
// need. Only the rows in view exist as objects, so that ten thousand stay quick.
//
// It is one stop of the Tab key. Up, Down, Home, End, Page Up and Page Down move
// the cursor; Right opens a section or goes to its first goal, Left closes it or
// goes to the section; Enter and Space choose; letters find a title; Alt+Up and
// Alt+Down move the row among its siblings. By pointer a row is chosen, opened
// at its arrow, and dragged to another place.
type Tree struct {
	widget.BaseWidget
	rowView

	OnChoose func(id string)
	// OnMove is asked to make a row the child number index of a parent, counted
	// without the row itself. The parent of a section is "". The tree changes
	// when it is given the new rows.
	OnMove   func(id, parent string, index int)
	OnEscape func() // when the tree stands in a drawer

	kit     *Kit
	rows    []TreeRow
	open    map[string]bool
	flat    []flatRow
	lines   map[treeText][]string
	laid    treeLaid // what tops was counted for, zero when it must be counted anew
	broken  treeLaid // what lines were broken for
	chosen  string
	focused bool
	drag    treeDrag
	search  treeSearch
	body    *treeBody
}

// Room above and below a title together, in pixels at normal text size: rows of
// one line are 40 and 38 high.
const (
	sectionPadding = 20
	goalPadding    = 18
)

// Where rows begin and end, in pixels at normal text size; the scroll bar has
// its room at the right.
const (
	treeLeft   = 14
	treeRight  = 10
	goalIndent = 18
)

// flatRow is a row that no closed section hides.
type flatRow struct {
	row    *TreeRow
	level  int // 0 section, 1 goal
	parent string
	index  int // among its siblings
	of     int // siblings, with itself
}

// treeText is what the lines of a title depend on beside the tree's width.
type treeText struct {
	title, language string
	width           float32
	bold            bool
	level           int
}

// treeLaid is what the heights were counted for.
type treeLaid struct {
	width, textSize float32
}

var (
	_ fyne.Focusable    = (*Tree)(nil)
	_ fyne.Shortcutable = (*Tree)(nil)
	_ fyne.Accessible   = (*Tree)(nil)
)

// NewTree returns a tree of rows with all sections closed.
func NewTree(kit *Kit, rows []TreeRow, onChoose func(id string)) *Tree {
	tree := &Tree{
		OnChoose: onChoose,
		kit:      kit,
		open:     map[string]bool{},
		lines:    map[treeText][]string{},
		rowView:  rowView{rulers: rulers{}},
		search:   treeSearch{now: time.Now},
	}
	tree.ExtendBaseWidget(tree)
	kit.note(tree)
	tree.body = newTreeBody(tree)
	tree.scroll = container.NewVScroll(tree.body)
	tree.scroll.OnScrolled = func(fyne.Position) { tree.body.Refresh() }
	tree.SetRows(rows)
	return tree
}

// SetRows changes what is shown. The cursor stays at its row while that row is
// there, and the open sections stay open.
func (t *Tree) SetRows(rows []TreeRow) {
	at := t.cursorID()
	t.rows = rows
	t.flatten()
	t.moveCursorTo(at)
	t.Refresh()
}

// Choose marks a row as the one that is shown beside the tree, opens its section
// and brings it into view.
func (t *Tree) Choose(id string) {
	if t.chosen != id {
		// The chosen title is bold and may need another line.
		t.laid = treeLaid{}
		t.body.forget()
	}
	t.chosen = id
	t.reach(id)
	t.moveCursorTo(id)
	t.show(t.cursor)
	t.Refresh()
}

// Chosen returns the id of the chosen row.
func (t *Tree) Chosen() string { return t.chosen }

// Open opens or closes a section.
func (t *Tree) Open(id string, open bool) {
	if t.open[id] == open {
		return
	}
	at := t.cursorID()
	t.open[id] = open
	t.flatten()
	if !t.moveCursorTo(at) {
		t.moveCursorTo(id)
	}
	t.Refresh()
}

// IsOpen tells whether a section is open.
func (t *Tree) IsOpen(id string) bool { return t.open[id] }

// reach opens the section of a goal.
func (t *Tree) reach(id string) {
	for i := range t.rows {
		for j := range t.rows[i].Children {
			if t.rows[i].Children[j].ID == id && !t.open[t.rows[i].ID] {
				t.open[t.rows[i].ID] = true
				t.flatten()
				return
			}
		}
	}
}

func (t *Tree) flatten() {
	t.flat = t.flat[:0]
	for i := range t.rows {
		section := &t.rows[i]
		t.flat = append(t.flat, flatRow{row: section, index: i, of: len(t.rows)})
		if !t.open[section.ID] {
			continue
		}
		for j := range section.Children {
			t.flat = append(t.flat, flatRow{
				row: &section.Children[j], level: 1, parent: section.ID, index: j, of: len(section.Children),
			})
		}
	}
	t.cursor = min(t.cursor, max(0, len(t.flat)-1))
	t.laid = treeLaid{}
	t.body.forget()
}

func (t *Tree) cursorID() string {
	if t.cursor >= len(t.flat) {
		return ""
	}
	return t.flat[t.cursor].row.ID
}

// moveCursorTo puts the cursor on a row and tells whether it is there.
func (t *Tree) moveCursorTo(id string) bool {
	for index, row := range t.flat {
		if row.row.ID == id {
			t.cursor = index
			return true
		}
	}
	return false
}

// measureRows counts the place of every row for a width.
func (t *Tree) measureRows(width float32) {
	now := treeLaid{width: width, textSize: fynetheme.Size(theme.TextChip)}
	if t.laid == now && len(t.tops) == len(t.flat)+1 {
		return
	}
	if t.broken != now {
		clear(t.lines)
	}
	t.laid, t.broken = now, now
	t.body.forget()
	t.tops = append(t.tops[:0], 0)
	y := float32(0)
	for index := range t.flat {
		y += t.rowHeight(index)
		t.tops = append(t.tops, y)
	}
}

func (t *Tree) rowHeight(index int) float32 {
	lines := float32(max(1, len(t.titleLines(index))))
	padding := scaled(sectionPadding)
	if t.flat[index].level == 1 {
		padding = scaled(goalPadding)
	}
	return lines*fynetheme.Size(theme.LineChip) + padding
}

// titleLines returns the lines of a row's title, as broken for the tree's width.
func (t *Tree) titleLines(index int) []string {
	flat := t.flat[index]
	place := t.place(flat, t.laid.width)
	key := treeText{
		title: flat.row.Title, language: flat.row.Language, width: place.titleWidth,
		bold: t.isBold(flat), level: flat.level,
	}
	if lines, ok := t.lines[key]; ok {
		return lines
	}
	ruler := t.rulers.of(textFont{size: treeTextSize(flat.level), bold: key.bold})
	lines := []string{plainText(flat.row.Title)}
	if ruler.width(lines[0]) > place.titleWidth {
		lines = breakLines(flat.row.Title, flat.row.Language, place.titleWidth, ruler.width)
	}
	t.lines[key] = lines
	return lines
}

// isBold tells whether a title is bold: the open section's and the chosen row's.
func (t *Tree) isBold(flat flatRow) bool {
	return flat.row.ID == t.chosen || flat.level == 0 && t.open[flat.row.ID]
}

func treeTextSize(level int) fyne.ThemeSizeName {
	if level == 0 {
		return theme.TextChip
	}
	return theme.TextSecondary
}

// treePlace is where the parts of a row stand, from the row's left edge.
type treePlace struct {
	left                   float32 // of the chosen ground
	arrow, title           float32
	titleWidth             float32
	wordRight, mark, right float32
}

func (t *Tree) place(flat flatRow, width float32) treePlace {
	place := treePlace{left: scaled(treeLeft), right: width - scaled(treeRight)}
	place.arrow = place.left + fynetheme.Size(theme.Space8)
	place.title = place.left + scaled(32)
	if flat.level == 1 {
		place.left += scaled(goalIndent)
		place.title = place.left + fynetheme.Size(theme.Space12)
	}
	end := place.right - fynetheme.Size(theme.Space8)
	if flat.row.Mark != "" {
		place.mark = end - fynetheme.Size(theme.IconSize)
		end = place.mark - fynetheme.Size(theme.Space4)
	}
	place.wordRight = end
	if flat.row.Word != "" {
		font := textFont{size: theme.TextSmallest, bold: flat.row.Strong}
		end -= t.rulers.of(font).width(flat.row.Word) + fynetheme.Size(theme.Space8)
	}
	place.titleWidth = max(end-place.title, scaled(60))
	return place
}

// show scrolls so far that a row is in view.
func (t *Tree) show(index int) {
	width := t.scroll.Size().Width
	if index >= len(t.flat) || width == 0 {
		return
	}
	t.measureRows(width)
	height := t.scroll.Size().Height
	offset := t.scroll.Offset.Y
	switch top, bottom := t.tops[index], t.tops[index+1]; {
	case top < offset:
		offset = top
	case bottom > offset+height:
		offset = bottom - height
	default:
		return
	}
	t.body.Resize(fyne.NewSize(width, max(height, t.tops[len(t.flat)])))
	t.scroll.ScrollToOffset(fyne.NewPos(0, max(0, offset)))
	t.body.Refresh()
}

// MinSize is small: the tree scrolls.
func (t *Tree) MinSize() fyne.Size {
	t.ExtendBaseWidget(t)
	return fyne.NewSize(scaled(160), 3*fynetheme.Size(theme.HitTarget))
}

// AccessibilityLabel is that of the row which the arrow keys have come to: the
// tree has the focus for its rows.
func (t *Tree) AccessibilityLabel() string { return t.Spoken().String() }

// Spoken is what a screen reader is told of the row at the cursor, in its parts.
func (t *Tree) Spoken() Spoken {
	if t.cursor < 0 || t.cursor >= len(t.flat) {
		return Spoken{}
	}
	return t.spokenRow(t.flat[t.cursor])
}

// AccessibilityRole tells screen readers to look inside.
func (t *Tree) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// CreateRenderer is called by Fyne.
func (t *Tree) CreateRenderer() fyne.WidgetRenderer {
	return &drawing{
		owner:   t,
		objects: []fyne.CanvasObject{t.scroll},
		minSize: t.MinSize,
		restyle: func() {
			t.laid = treeLaid{}
			t.body.forget()
		},
		layout: func(size fyne.Size) {
			unsized := t.scroll.Size().Width == 0
			t.measureRows(size.Width)
			t.scroll.Resize(size)
			t.body.Refresh()
			if unsized {
				t.show(t.cursor) // what was chosen before there was a size to show it in
			}
		},
	}
}
