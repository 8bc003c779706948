package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"tavoitekartta/app/theme"
)

// Choice is one of a [ChoiceList]: what it is called, and in a line what it is
// for.
type Choice struct {
	ID, Label, Note string
}

// ChoiceGroup is a group of choices under a heading.
type ChoiceGroup struct {
	Title   string
	Choices []Choice
}

// ChoiceList is a list of which one is chosen, in groups under headings. It is
// one stop of the Tab key: the arrow keys move in it, Enter, Space and the
// pointer choose. Where it is wide the groups stand in two columns.
type ChoiceList struct {
	roving

	choices []Choice
	chosen  string
	groups  []*listGroup
}

// listGroup is a group as it stands in the list.
type listGroup struct {
	title       *Label
	first, past int // its choices among all
}

// choiceListColumn is the least width of a column in pixels at normal text size.
const choiceListColumn = 320

// NewChoiceList returns a list with nothing chosen; choosing calls onChoose with
// the choice's id.
func NewChoiceList(kit *Kit, groups []ChoiceGroup, onChoose func(id string)) *ChoiceList {
	list := &ChoiceList{}
	for _, group := range groups {
		title := NewBoldLabel(group.Title, theme.TextSmallest)
		title.SetColor(theme.ColorMuted)
		first := len(list.choices)
		list.choices = append(list.choices, group.Choices...)
		list.groups = append(list.groups, &listGroup{title, first, len(list.choices)})
	}
	list.begin(kit, list, func(index int) { onChoose(list.choices[index].ID) })
	list.fill(len(list.choices), list.spoken, list.drawItem)
	return list
}

// Choose marks a choice as the chosen one.
func (l *ChoiceList) Choose(id string) {
	l.chosen = id
	if at := slices.IndexFunc(l.choices, func(c Choice) bool { return c.ID == id }); at >= 0 {
		l.cursor = at
	}
	l.Refresh()
}

// PressOn does what a press on a choice does.
func (l *ChoiceList) PressOn(id string) {
	l.pressAt(slices.IndexFunc(l.choices, func(c Choice) bool { return c.ID == id }))
}

// Spoken is what a screen reader is told of the choice that the keys have come
// to.
func (l *ChoiceList) Spoken() Spoken {
	if len(l.choices) == 0 {
		return Spoken{}
	}
	return l.said(l.cursor)
}

func (l *ChoiceList) said(index int) Spoken {
	choice := l.choices[index]
	said := Spoken{Label: choice.Label, Hint: choice.Note}
	if choice.ID == l.chosen {
		said.Value = l.kit.words.T("field.chosen")
	}
	return said
}

func (l *ChoiceList) spoken(index int) string { return l.said(index).String() }

// inside are each heading and then its choices.
func (l *ChoiceList) inside() []fyne.CanvasObject {
	var objects []fyne.CanvasObject
	for _, group := range l.groups {
		objects = append(objects, group.title)
		for _, item := range l.items[group.first:group.past] {
			objects = append(objects, item)
		}
	}
	return objects
}

// itemHeight is the height of a choice at a width.
func (l *ChoiceList) itemHeight(index int, width float32) float32 {
	inner := width - l.textStart() - fynetheme.Size(theme.FocusMargin) - fynetheme.Size(theme.Space8)
	choice := l.choices[index]
	high := NewBoldLabel(choice.Label, theme.TextChip).HeightFor(inner)
	if choice.Note != "" {
		high += NewMutedLabel(choice.Note, theme.TextSmallest).HeightFor(inner)
	}
	return max(high+fynetheme.Size(theme.Space4)/2, fynetheme.Size(theme.HitTarget)) + 2*fynetheme.Size(theme.FocusMargin)
}

func (l *ChoiceList) textStart() float32 {
	return fynetheme.Size(theme.FocusMargin) + fynetheme.Size(theme.Space12)
}

// groupHeight is the height of a group at a width, with the room below it.
// Choices stand so close that the rooms for their focus rings overlap.
func (l *ChoiceList) groupHeight(group *listGroup, width float32) float32 {
	margin := fynetheme.Size(theme.FocusMargin)
	high := group.title.HeightFor(width-2*margin) + fynetheme.Size(theme.Space4)
	for index := group.first; index < group.past; index++ {
		high += l.itemHeight(index, width) - margin
	}
	return high + margin
}

// columns tells how many of the groups stand in the first column, and how wide a
// column is.
func (l *ChoiceList) columns(width float32) (first int, each float32) {
	gap := fynetheme.Size(theme.Space16)
	each = (width - gap) / 2
	if each < scaled(choiceListColumn) || len(l.groups) < 2 {
		return len(l.groups), width
	}
	whole := float32(0)
	for _, group := range l.groups {
		whole += l.groupHeight(group, each)
	}
	high := float32(0)
	for i, group := range l.groups {
		next := high + l.groupHeight(group, each)
		if i > 0 && next > whole/2+l.groupHeight(group, each)/2 {
			return i, each
		}
		high = next
	}
	return len(l.groups), width
}

// place calls put with each heading and each choice at its place, and returns
// the height of all.
func (l *ChoiceList) place(width float32, put func(object fyne.CanvasObject, at fyne.Position, size fyne.Size)) float32 {
	first, each := l.columns(width)
	margin := fynetheme.Size(theme.FocusMargin)
	x, y, high := float32(0), float32(0), float32(0)
	for i, group := range l.groups {
		if i == first {
			x, y = x+each+fynetheme.Size(theme.Space16), 0
		}
		if y > 0 {
			y += fynetheme.Size(theme.Space4)
		}
		title := group.title.HeightFor(each - 2*margin)
		put(group.title, fyne.NewPos(x+margin, y), fyne.NewSize(each-2*margin, title))
		y += title
		for index := group.first; index < group.past; index++ {
			item := l.itemHeight(index, each)
			put(l.items[index], fyne.NewPos(x, y), fyne.NewSize(each, item))
			y += item - margin
		}
		y += margin
		high = max(high, y)
	}
	return high
}

// HeightFor returns the height of the list at a width.
func (l *ChoiceList) HeightFor(width float32) float32 {
	return l.place(width, func(fyne.CanvasObject, fyne.Position, fyne.Size) {})
}

// CreateRenderer is called by Fyne.
func (l *ChoiceList) CreateRenderer() fyne.WidgetRenderer {
	return &drawing{
		owner:   l,
		objects: l.inside(),
		restyle: func() {},
		minSize: func() fyne.Size {
			return fyne.NewSize(scaled(choiceListColumn)/2, l.HeightFor(max(scaled(choiceListColumn)/2, l.Size().Width)))
		},
		layout: func(size fyne.Size) {
			l.place(size.Width, func(object fyne.CanvasObject, at fyne.Position, size fyne.Size) {
				object.Resize(size)
				object.Move(at)
			})
		},
	}
}

func (l *ChoiceList) drawItem(item *rovingItem) fyne.WidgetRenderer {
	ground, edge, marks := newFrame(), newFrame(), newFocusMarks()
	choice := l.choices[item.index]
	name, note := NewBoldLabel(choice.Label, theme.TextChip), NewMutedLabel(choice.Note, theme.TextSmallest)
	hover := &fade{box: ground.Rectangle}
	restyle := func() {
		chosen := choice.ID == l.chosen
		fill := fynetheme.Color(theme.ColorGround)
		switch {
		case chosen:
			fill = fynetheme.Color(theme.ColorSelected)
		case item.hovered:
			fill = blend(fill, fynetheme.Color(theme.ColorSelected), 0.45)
		}
		hover.to(fill)
		edge.paint(theme.ColorPrimary, "", "")
		edge.Hidden = !chosen
		marks.restyle(item.hasCursor())
	}
	restyle()
	return &drawing{
		owner:   item,
		objects: append([]fyne.CanvasObject{ground.Rectangle, edge.Rectangle, name, note}, marks.objects()...),
		restyle: restyle,
		minSize: func() fyne.Size { return fyne.NewSize(scaled(choiceListColumn)/2, fynetheme.Size(theme.HitTarget)) },
		layout: func(size fyne.Size) {
			margin, radius := fynetheme.Size(theme.FocusMargin), fynetheme.Size(theme.RadiusField)
			corner, box := fyne.NewPos(margin, margin), size.SubtractWidthHeight(2*margin, 2*margin)
			ground.place(corner, box, radius)
			marks.place(corner, box, radius)
			edge.place(corner, fyne.NewSize(fynetheme.Size(theme.Space4), box.Height), 0)
			edge.roundEnds(true, false, radius)
			inner := size.Width - l.textStart() - margin - fynetheme.Size(theme.Space8)
			high := name.HeightFor(inner)
			below := float32(0)
			if choice.Note != "" {
				below = note.HeightFor(inner)
			}
			top := (size.Height - high - below) / 2
			put(name, l.textStart(), top, inner, high)
			put(note, l.textStart(), top+high, inner, below)
		},
	}
}
