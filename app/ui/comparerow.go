package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tavoitekartta/app/theme"
	"tavoitekartta/model/text"
)

// CompareRow is what stands in a row of a [CompareTable].
type CompareRow struct {
	Number string
	Tags   []CompareTag
	Parts  []ComparePart
	Ground string // what brought the change about, "" for not known
	Link   string // what a button in the chosen row says, "" for none
}

// CompareTag says what became of a row.
type CompareTag int

// The tags.
const (
	TagUnchanged CompareTag = iota
	TagAdded
	TagChanged
	TagRemoved
	TagMoved
)

// tagLooks are the icon, the colour and the key of the words of each tag.
var tagLooks = map[CompareTag]struct {
	icon   IconName
	colour fyne.ThemeColorName
	key    string
}{
	TagUnchanged: {"", theme.ColorMuted, "compare.tag.unchanged"},
	TagAdded:     {IconPlus, theme.ColorOK, "compare.tag.added"},
	TagChanged:   {IconPen, theme.ColorPrimary, "compare.tag.changed"},
	TagRemoved:   {IconMinus, theme.ColorErr, "compare.tag.removed"},
	TagMoved:     {IconArrowRight, theme.ColorPrimary, "compare.tag.moved"},
}

// TagIcon returns the icon of a tag and its colour, for counts of rows.
func TagIcon(tag CompareTag) *Icon { return NewIcon(tagLooks[tag].icon, tagLooks[tag].colour) }

// ComparePart is one thing that a row says, before and after.
type ComparePart struct {
	Caption  string
	Runs     []text.Run // the two texts, held against each other
	Language string     // of the texts
}

// same tells whether both texts are one.
func (p ComparePart) same() bool { return len(p.Runs) == 1 && p.Runs[0].Marking == text.Kept }

// spoken is a row as a sentence.
func (r CompareRow) spoken() string {
	words := []string{r.Number}
	for _, part := range r.Parts {
		for _, run := range part.Runs {
			words = append(words, run.Text)
		}
	}
	return strings.TrimSpace(strings.Join(words, " "))
}

// compareRow is a row that is built.
type compareRow struct {
	widget.BaseWidget

	table *CompareTable
	index int
	shown CompareRow

	number *Label
	tags   *fyne.Container
	parts  []comparePart
	ground fyne.CanvasObject // nil where none is known
	link   *Button           // in the chosen row
}

// comparePart is a part that is built.
type comparePart struct {
	left, right partSide
	same        bool
}

// partSide is a caption and a text, or a dash where there is none.
type partSide struct {
	caption *Label
	words   fyne.CanvasObject
}

func (s partSide) height(width float32) float32 {
	return s.caption.HeightFor(width) + HeightFor(s.words, width)
}

func (s partSide) place(x, y, width float32) {
	caption := s.caption.HeightFor(width)
	put(s.caption, x, y, width, caption)
	put(s.words, x, y+caption, width, HeightFor(s.words, width))
}

func newCompareRow(t *CompareTable, index int) *compareRow {
	row := &compareRow{table: t, index: index, shown: t.row(index)}
	row.ExtendBaseWidget(row)
	row.number = NewBoldLabel(row.shown.Number, theme.TextChip)
	row.tags = NewColumn(theme.Space4)
	for _, tag := range row.shown.Tags {
		row.tags.Add(row.tag(tag))
	}
	for _, part := range row.shown.Parts {
		row.parts = append(row.parts, comparePart{
			left: row.side(part, text.Deleted), right: row.side(part, text.Added), same: part.same(),
		})
	}
	if row.shown.Ground != "" {
		row.ground = NewRow(theme.Space4, nil, NewIconSized(IconLink, theme.ColorPrimary, theme.IconSmall),
			NewLine(row.shown.Ground, theme.TextSmallest, theme.ColorPrimary, true))
	}
	if index == t.chosen && row.shown.Link != "" {
		row.link = NewButton(t.kit, ButtonQuiet, row.shown.Link, t.open).WithTrailingIcon(IconArrowRight).Compact()
	}
	return row
}

func (r *compareRow) tag(tag CompareTag) fyne.CanvasObject {
	look := tagLooks[tag]
	words := NewLine(r.table.kit.words.T(look.key), theme.TextSmallest, look.colour, tag != TagUnchanged)
	if look.icon == "" {
		return words
	}
	return NewRow(theme.Space4, nil, NewIconSized(look.icon, look.colour, theme.IconSmall), words)
}

func (r *compareRow) side(part ComparePart, marking text.Marking) partSide {
	side := partSide{caption: NewMutedLabel(part.Caption, theme.TextSmallest)}
	if words, _ := text.Side(part.Runs, marking); words == "" {
		side.words = NewMutedLabel("–", theme.TextChip)
		return side
	}
	marked := NewMarkedSide(r.table.kit, part.Runs, marking)
	marked.Language = part.Language
	side.words = marked
	return side
}

// Tapped chooses the row, and gives the table the keyboard.
func (r *compareRow) Tapped(*fyne.PointEvent) {
	r.table.kit.Focus(r.table)
	r.table.Choose(r.index)
}

// HeightFor returns the height of the row at a width.
func (r *compareRow) HeightFor(width float32) float32 {
	return r.lay(width, false)
}

// lay goes through the row from the top and returns its height; with place it
// also puts everything there.
func (r *compareRow) lay(width float32, place bool) float32 {
	number, column, stacked := r.table.columns(width)
	room, gap := fynetheme.Size(theme.Space12), fynetheme.Size(theme.Space8)
	side := fynetheme.Size(theme.Space16)
	inner := column - 2*side
	y := room
	for _, part := range r.parts {
		left, right := part.left.height(inner), part.right.height(inner)
		switch {
		case !stacked:
			if place {
				part.left.place(number+side, y, inner)
				part.right.place(number+column+side, y, inner)
			}
			y += max(left, right)
		case part.same:
			if place {
				part.left.place(number+side, y, inner)
				part.right.caption.Hide()
				part.right.words.Hide()
			}
			y += left
		default:
			if place {
				part.left.place(number+side, y, inner)
				part.right.place(number+side, y+left, inner)
			}
			y += left + right
		}
		y += gap
	}
	y -= gap
	x := number + column + side
	if stacked {
		x = number + side
	}
	if r.ground != nil {
		need := r.ground.MinSize()
		if place {
			put(r.ground, x, y+gap/2, inner, need.Height)
		}
		y += gap/2 + need.Height
	}
	if r.link != nil {
		need := r.link.MinSize()
		x -= fynetheme.Size(theme.FocusMargin) + fynetheme.Size(theme.Space8)
		if place {
			put(r.link, x, y, min(need.Width, column), need.Height)
		}
		y += need.Height - room/2
	}
	least := r.layNumber(number, room, place)
	return max(y, least) + room
}

// layNumber places the number and the tags and returns where they end.
func (r *compareRow) layNumber(width, top float32, place bool) float32 {
	side := fynetheme.Size(theme.Space16)
	inner := width - side - fynetheme.Size(theme.Space4)
	high, tags := float32(0), HeightFor(r.tags, inner)
	if r.shown.Number != "" {
		high = r.number.HeightFor(inner) + fynetheme.Size(theme.Space4)
	}
	if place {
		put(r.number, side, top, inner, high)
		put(r.tags, side, top+high, inner, tags)
	}
	return top + high + tags
}

// CreateRenderer is called by Fyne.
func (r *compareRow) CreateRenderer() fyne.WidgetRenderer {
	ground, bar, rule, first, second := newFrame(), newFrame(), newFrame(), newFrame(), newFrame()
	marks := newFocusMarks()
	objects := []fyne.CanvasObject{ground.Rectangle, rule.Rectangle, first.Rectangle, second.Rectangle, bar.Rectangle, r.number, r.tags}
	for _, part := range r.parts {
		objects = append(objects, part.left.caption, part.left.words, part.right.caption, part.right.words)
	}
	if r.ground != nil {
		objects = append(objects, r.ground)
	}
	if r.link != nil {
		objects = append(objects, r.link)
	}
	// The ring would lie outside the row; the frame of ink within it is enough.
	objects = append(objects, marks.ink)
	restyle := func() {
		chosen := r.index == r.table.chosen
		fill := theme.ColorGround
		if chosen {
			fill = theme.ColorSurface
		}
		ground.paint(fill, "", "")
		for _, line := range []*frame{rule, first, second} {
			line.paint(theme.ColorLine, "", "")
		}
		bar.paint(theme.ColorPrimary, "", "")
		bar.Hidden = !chosen
		marks.restyle(chosen && r.table.focused)
	}
	restyle()
	return &drawing{
		owner: r, objects: objects, restyle: restyle,
		minSize: func() fyne.Size { return fyne.NewSize(0, r.HeightFor(max(r.Size().Width, 1))) },
		layout: func(size fyne.Size) {
			number, column, stacked := r.table.columns(size.Width)
			put(ground.Rectangle, 0, 0, size.Width, size.Height)
			put(bar.Rectangle, 0, 0, scaled(4), size.Height)
			put(rule.Rectangle, 0, size.Height-1, size.Width, 1)
			put(first.Rectangle, number, 0, 1, size.Height)
			put(second.Rectangle, number+column, 0, 1, size.Height)
			second.Hidden = stacked
			inset(marks.ink, fyne.Position{}, size, 0, scaled(1))
			r.lay(size.Width, true)
		},
	}
}
