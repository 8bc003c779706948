package ui

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"

	"tavoitekartta/app/theme"
)

// hoverTime is the only motion of the program: a change of colour on hover.
const hoverTime = 120 * time.Millisecond

// fade changes the fill of a box in hoverTime.
type fade struct {
	box     *canvas.Rectangle
	target  color.Color
	running *fyne.Animation
}

// to fades to a colour, or takes it at once when there is nothing to fade from.
func (f *fade) to(next color.Color) {
	if f.target == next {
		return
	}
	before := f.target
	f.target = next
	if f.running != nil {
		f.running.Stop()
		f.running = nil
	}
	if before == nil {
		f.box.FillColor = next
		return
	}
	f.running = canvas.NewColorRGBAAnimation(before, next, hoverTime, func(now color.Color) {
		f.box.FillColor = now
		f.box.Refresh()
	})
	f.running.Start()
}

// Card is a surface that opens something: by pointer, Enter or Space.
type Card struct {
	pressable

	content fyne.CanvasObject
	radius  fyne.ThemeSizeName
	padding fyne.ThemeSizeName
	spoken  string
	said    Spoken
}

var (
	_ fyne.Accessible = (*Card)(nil)
	_ Flowing         = (*Card)(nil)
)

// NewCard returns a card around content. Spoken is read out for the whole card,
// and onOpen is called when it is pressed.
func NewCard(kit *Kit, content fyne.CanvasObject, spoken string, onOpen func()) *Card {
	card := &Card{content: content, radius: theme.RadiusCard, padding: theme.Space16, spoken: spoken}
	card.begin(kit, card, onOpen)
	return card
}

// NewListCard is [NewCard] with the smaller corners of cards that stand in a
// list.
func NewListCard(kit *Kit, content fyne.CanvasObject, spoken string, onOpen func()) *Card {
	card := NewCard(kit, content, spoken, onOpen)
	card.radius, card.padding = theme.RadiusListCard, theme.Space12
	return card
}

// room is what the card keeps around its content on each side.
func (c *Card) room() float32 {
	room := fynetheme.Size(theme.FocusMargin)
	if c.padding != "" {
		room += fynetheme.Size(c.padding)
	}
	return room
}

// HeightFor returns the card's height at a width.
func (c *Card) HeightFor(width float32) float32 {
	return max(HeightFor(c.content, width-2*c.room())+2*c.room(), fynetheme.Size(theme.HitTarget))
}

// Saying sets what is read out in its parts, so that the card is found by its
// label alone. It returns the card.
func (c *Card) Saying(spoken Spoken) *Card {
	c.said = spoken
	return c
}

// Spoken is what a screen reader is told, in its parts.
func (c *Card) Spoken() Spoken {
	if c.said.Label != "" {
		return c.said
	}
	return Spoken{Label: c.spoken}
}

// AccessibilityLabel is read out by screen readers.
func (c *Card) AccessibilityLabel() string {
	if c.said.Label != "" {
		return c.said.String()
	}
	return c.spoken
}

// AccessibilityRole is a button's: a card is pressed.
func (c *Card) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer is called by Fyne.
func (c *Card) CreateRenderer() fyne.WidgetRenderer {
	ground, marks := newFrame(), newFocusMarks()
	hover := &fade{box: ground.Rectangle}
	restyle := func() {
		fill := fynetheme.Color(theme.ColorSurface)
		if c.hovered {
			fill = blend(fill, fynetheme.Color(theme.ColorSelected), 0.45)
		}
		hover.to(fill)
		ground.StrokeColor, ground.StrokeWidth = fynetheme.Color(theme.ColorLine), fynetheme.Size(theme.StrokeThin)
		marks.restyle(c.focused)
	}
	restyle()
	return &drawing{
		owner:   c,
		objects: append([]fyne.CanvasObject{ground.Rectangle, c.content}, marks.objects()...),
		minSize: func() fyne.Size {
			least := c.content.MinSize().AddWidthHeight(2*c.room(), 2*c.room())
			if width := c.Size().Width; width > 0 {
				least.Height = c.HeightFor(width)
			}
			return least
		},
		restyle: restyle,
		layout: func(size fyne.Size) {
			margin := fynetheme.Size(theme.FocusMargin)
			corner := fyne.NewPos(margin, margin)
			box := size.SubtractWidthHeight(2*margin, 2*margin)
			ground.place(corner, box, fynetheme.Size(c.radius))
			marks.place(corner, box, fynetheme.Size(c.radius))
			c.content.Move(fyne.NewPos(c.room(), c.room()))
			c.content.Resize(size.SubtractWidthHeight(2*c.room(), 2*c.room()))
		},
	}
}
