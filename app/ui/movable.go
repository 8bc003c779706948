package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tavoitekartta/app/theme"
)

// Measures of a movable card in pixels at normal text size.
const (
	movableHeight  = 48
	movableNumber  = 44 // of the number, from the card's left edge
	movableContent = 71 // of the content, from the card's left edge
	movableFirst   = 53 // middle of the first field of an open card, from its top
)

// MovableList is a column of cards that a person puts in another order: by
// dragging a card at its grip, or with Alt+Up and Alt+Down while it has the
// focus.
type MovableList struct {
	widget.BaseWidget

	// OnMove is asked to make card number from the card number to, counted
	// without the card itself. The list changes when it is built anew.
	OnMove func(from, to int)

	cards  []*MovableCard
	column *fyne.Container
	drop   *canvas.Rectangle // where a dragged card would go
	drag   *MovableCard
	target int
}

// NewMovableList returns a list of cards. Cards that are given no grip by
// [MovableCard.Fixed] can be moved.
func NewMovableList(cards ...*MovableCard) *MovableList {
	list := &MovableList{cards: cards, column: NewColumn(""), drop: canvas.NewRectangle(nil)}
	list.drop.Hide()
	for index, card := range cards {
		card.list, card.index = list, index
		list.column.Add(card)
	}
	list.ExtendBaseWidget(list)
	return list
}

// HeightFor returns the height of all cards at a width.
func (l *MovableList) HeightFor(width float32) float32 { return HeightFor(l.column, width) }

// CreateRenderer is called by Fyne.
func (l *MovableList) CreateRenderer() fyne.WidgetRenderer {
	restyle := func() { l.drop.FillColor = fynetheme.Color(theme.ColorPrimary) }
	restyle()
	return &drawing{
		owner:   l,
		objects: []fyne.CanvasObject{l.column, l.drop},
		restyle: restyle,
		minSize: func() fyne.Size { return l.column.MinSize() },
		layout:  func(size fyne.Size) { l.column.Resize(size) },
	}
}

func (l *MovableList) move(card *MovableCard, by int) {
	to := card.index + by
	if l.OnMove == nil || to < 0 || to >= len(l.cards) {
		return
	}
	l.OnMove(card.index, to)
}

// dragged follows the pointer and shows where the card would stand.
func (l *MovableList) dragged(card *MovableCard, y float32) {
	l.drag, l.target = card, 0
	line := float32(0)
	for _, other := range l.cards {
		if other == card {
			continue
		}
		if middle := other.Position().Y + other.Size().Height/2; y > middle {
			l.target++
			line = other.Position().Y + other.Size().Height
		}
	}
	thick := scaled(3)
	l.drop.Move(fyne.NewPos(0, max(0, line-thick/2)))
	l.drop.Resize(fyne.NewSize(l.Size().Width, thick))
	l.drop.Show()
	l.drop.Refresh()
}

func (l *MovableList) dropped() {
	card, to := l.drag, l.target
	l.drag = nil
	l.drop.Hide()
	if card != nil && to != card.index && l.OnMove != nil {
		l.OnMove(card.index, to)
	}
}

// MovableCard is one card of a [MovableList]: folded to a row with its number,
// title and what stands at its end, or open around its fields.
type MovableCard struct {
	pressable

	OnDelete func() // the Delete key on a folded card

	list     *MovableList
	index    int
	number   string
	title    *Label
	trailing fyne.CanvasObject
	body     fyne.CanvasObject
	spoken   string
	fixed    bool
	dragging bool
}

var (
	_ fyne.Accessible   = (*MovableCard)(nil)
	_ fyne.Draggable    = (*MovableCard)(nil)
	_ fyne.Shortcutable = (*MovableCard)(nil)
	_ Flowing           = (*MovableCard)(nil)
)

// NewFoldedCard returns a row that opens its card when it is pressed. Trailing
// stands at its end, before the arrow, and may be nil; spoken is read out.
func NewFoldedCard(kit *Kit, number string, title *Label, trailing fyne.CanvasObject, spoken string, onOpen func()) *MovableCard {
	card := &MovableCard{number: number, title: title, trailing: trailing, spoken: spoken}
	card.begin(kit, card, onOpen)
	card.key = func(key fyne.KeyName) bool {
		if key != fyne.KeyDelete || card.OnDelete == nil {
			return false
		}
		card.OnDelete()
		return true
	}
	return card
}

// NewOpenCard returns an open card around a body. Its fields take the focus and
// not the card itself.
func NewOpenCard(kit *Kit, number string, body fyne.CanvasObject) *MovableCard {
	card := &MovableCard{number: number, body: body}
	card.begin(kit, card, nil)
	card.disabled = true
	return card
}

// Fixed takes the grip away: the card cannot be moved. It returns the card.
func (c *MovableCard) Fixed() *MovableCard {
	c.fixed = true
	return c
}

// AccessibilityLabel is read out by screen readers; the fields of an open card
// speak for themselves.
func (c *MovableCard) AccessibilityLabel() string { return c.spoken }

// AccessibilityRole is a button's while the card is folded.
func (c *MovableCard) AccessibilityRole() fyne.AccessibleRole {
	if c.body != nil {
		return fyne.AccessibleRoleContainer
	}
	return fyne.AccessibleRoleButton
}

// TypedShortcut is called by Fyne; Alt+Up and Alt+Down move the card.
func (c *MovableCard) TypedShortcut(shortcut fyne.Shortcut) {
	typed, ok := shortcut.(*desktop.CustomShortcut)
	if !ok || typed.Modifier != fyne.KeyModifierAlt || c.fixed || c.list == nil {
		return
	}
	switch typed.KeyName {
	case fyne.KeyUp:
		c.list.move(c, -1)
	case fyne.KeyDown:
		c.list.move(c, 1)
	}
}

// Dragged is called by Fyne. An open card moves by its grip alone, so that a
// slip of the pointer between its fields moves nothing.
func (c *MovableCard) Dragged(event *fyne.DragEvent) {
	if c.fixed || c.list == nil {
		return
	}
	began := event.Position.X - event.Dragged.DX
	if !c.dragging && c.body != nil && began > scaled(movableContent) {
		return
	}
	c.dragging = true
	c.list.dragged(c, c.Position().Y+event.Position.Y)
}

// DragEnd is called by Fyne.
func (c *MovableCard) DragEnd() {
	if c.dragging {
		c.dragging = false
		c.list.dropped()
	}
}

// Cursor is called by Fyne.
func (c *MovableCard) Cursor() desktop.Cursor {
	if c.body != nil {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// titleWidth is what a folded card has for its title.
func (c *MovableCard) titleWidth(width float32) float32 {
	width -= scaled(movableContent) + fynetheme.Size(theme.FocusMargin)*2 + fynetheme.Size(theme.Space16)
	width -= fynetheme.Size(theme.IconSize) + fynetheme.Size(theme.Space12)
	if c.trailing != nil {
		width -= c.trailing.MinSize().Width + fynetheme.Size(theme.Space12)
	}
	return max(width, scaled(120))
}

func (c *MovableCard) bodyWidth(width float32) float32 {
	return width - scaled(movableContent) - fynetheme.Size(theme.FocusMargin)*2 - fynetheme.Size(theme.Space12)
}

// HeightFor returns the card's height at a width.
func (c *MovableCard) HeightFor(width float32) float32 {
	margins := 2 * fynetheme.Size(theme.FocusMargin)
	if c.body != nil {
		return HeightFor(c.body, c.bodyWidth(width)) + 2*fynetheme.Size(theme.Space12) + margins
	}
	return max(scaled(movableHeight), c.title.HeightFor(c.titleWidth(width))+2*fynetheme.Size(theme.Space12)) + margins
}

// CreateRenderer is called by Fyne.
func (c *MovableCard) CreateRenderer() fyne.WidgetRenderer {
	ground, marks := newFrame(), newFocusMarks()
	grip := NewIconSized(IconGrip, theme.ColorMuted, theme.IconSmall)
	arrow := NewIcon(IconChevronDown, theme.ColorMuted)
	number := newInkText(c.number, theme.TextSubhead, theme.ColorText, true)
	objects := []fyne.CanvasObject{ground.Rectangle, grip, number.Text}
	if c.body != nil {
		objects = append(objects, c.body)
	} else {
		objects = append(objects, c.title, arrow)
		if c.trailing != nil {
			objects = append(objects, c.trailing)
		}
	}
	hover := &fade{box: ground.Rectangle}
	restyle := func() {
		fill, stroke := fynetheme.Color(theme.ColorSurface), theme.ColorLine
		if c.hovered && c.body == nil {
			fill = blend(fill, fynetheme.Color(theme.ColorSelected), 0.45)
		}
		if c.body != nil {
			stroke = theme.ColorPrimary
		}
		hover.to(fill)
		ground.StrokeColor, ground.StrokeWidth = fynetheme.Color(stroke), fynetheme.Size(theme.StrokeThin)
		number.restyle()
		grip.Hidden = c.fixed
		arrow.Hidden = c.press == nil
		marks.restyle(c.focused)
	}
	restyle()
	return &drawing{
		owner:   c,
		objects: append(objects, marks.objects()...),
		restyle: restyle,
		minSize: func() fyne.Size {
			least := scaled(movableContent) + scaled(160)
			if c.body != nil {
				least = c.body.MinSize().Width + scaled(movableContent) + fynetheme.Size(theme.Space24)
			}
			return fyne.NewSize(least, c.HeightFor(max(least, c.Size().Width)))
		},
		layout: func(size fyne.Size) {
			margin, radius := fynetheme.Size(theme.FocusMargin), fynetheme.Size(theme.RadiusListCard)
			corner, box := fyne.NewPos(margin, margin), size.SubtractWidthHeight(2*margin, 2*margin)
			ground.place(corner, box, radius)
			marks.place(corner, box, radius)
			middle := size.Height / 2
			if c.body != nil {
				middle = margin + scaled(movableFirst)
			}
			side := grip.MinSize()
			grip.Resize(side)
			grip.Move(fyne.NewPos(margin+scaled(24)-side.Width/2, middle-side.Height/2))
			number.placeMiddle(margin+scaled(movableNumber), middle-scaled(10), scaled(20))
			left := margin + scaled(movableContent)
			if c.body != nil {
				width := c.bodyWidth(size.Width)
				c.body.Move(fyne.NewPos(left-margin, margin+fynetheme.Size(theme.Space12)))
				c.body.Resize(fyne.NewSize(width, HeightFor(c.body, width)))
				return
			}
			width := c.titleWidth(size.Width)
			height := c.title.HeightFor(width)
			c.title.Resize(fyne.NewSize(width, height))
			c.title.Move(fyne.NewPos(left, middle-height/2))
			right := size.Width - margin - fynetheme.Size(theme.Space12)
			mark := arrow.MinSize()
			right -= mark.Width
			arrow.Resize(mark)
			arrow.Move(fyne.NewPos(right, middle-mark.Height/2))
			if c.trailing != nil {
				need := c.trailing.MinSize()
				right -= need.Width + fynetheme.Size(theme.Space12)
				c.trailing.Resize(need)
				c.trailing.Move(fyne.NewPos(right, middle-need.Height/2))
			}
		},
	}
}
