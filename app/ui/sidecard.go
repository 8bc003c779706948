package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tavoitekartta/app/theme"
)

// SideCard lies over a part of the page and tells something of it. The page under
// it stays as it is and in use: the card dims nothing and holds no keyboard.
// Its content scrolls when the room is too low; its buttons stay in sight.
type SideCard struct {
	widget.BaseWidget

	title   fyne.CanvasObject
	content fyne.CanvasObject
	scroll  *container.Scroll
	buttons fyne.CanvasObject
}

var (
	_ Flowing           = (*SideCard)(nil)
	_ fyne.Tappable     = (*SideCard)(nil)
	_ desktop.Hoverable = (*SideCard)(nil)
)

// NewSideCard returns a card with a title over a content and buttons below.
func NewSideCard(kit *Kit, title string, content fyne.CanvasObject, buttons ...fyne.CanvasObject) *SideCard {
	content = NewInset("", theme.Space12, "", "", content) // beside the scroll bar
	card := &SideCard{
		title: NewFlush(NewBoldLabel(title, theme.TextSection)), content: content,
		scroll: NewScroll(kit, content), buttons: NewWrap(theme.Space4, theme.Space4, buttons...),
	}
	card.ExtendBaseWidget(card)
	for _, object := range buttons {
		if button, pressed := object.(*Button); pressed {
			button.key = func(key fyne.KeyName) bool { return scrollByKey(card.scroll, key) }
		}
	}
	return card
}

// scrollByKey scrolls what has no control of its own to go to, and tells whether
// the key was one for that.
func scrollByKey(scroll *container.Scroll, key fyne.KeyName) bool {
	line, page := 3*fynetheme.Size(theme.TextBody), scroll.Size().Height-2*fynetheme.Size(theme.TextBody)
	by := map[fyne.KeyName]float32{
		fyne.KeyUp: -line, fyne.KeyDown: line, fyne.KeyPageUp: -page, fyne.KeyPageDown: page,
		fyne.KeyHome: -scroll.Content.Size().Height, fyne.KeyEnd: scroll.Content.Size().Height,
	}[key]
	if by == 0 {
		return false
	}
	furthest := max(0, scroll.Content.Size().Height-scroll.Size().Height)
	scroll.ScrollToOffset(fyne.NewPos(0, max(0, min(scroll.Offset.Y+by, furthest))))
	return true
}

// Tapped keeps presses from what lies under the card.
func (c *SideCard) Tapped(*fyne.PointEvent) {}

// MouseIn keeps the pointer from what lies under the card, as the two below do.
func (c *SideCard) MouseIn(*desktop.MouseEvent) {}

// MouseMoved is called by Fyne.
func (c *SideCard) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is called by Fyne.
func (c *SideCard) MouseOut() {}

// rooms are the card's edge and the gap between its parts.
func (c *SideCard) rooms() (edge, gap float32) {
	return fynetheme.Size(theme.Space12), fynetheme.Size(theme.Space8)
}

// HeightFor returns the height that shows everything without scrolling.
func (c *SideCard) HeightFor(width float32) float32 {
	edge, gap := c.rooms()
	inner := width - 2*edge
	return HeightFor(c.title, inner) + HeightFor(c.content, inner) + HeightFor(c.buttons, inner) + 2*edge + 2*gap
}

// CreateRenderer is called by Fyne.
func (c *SideCard) CreateRenderer() fyne.WidgetRenderer {
	ground := newFrame()
	restyle := func() { ground.paint(theme.ColorSurface, theme.ColorPrimary, theme.StrokeField) }
	restyle()
	return &drawing{
		owner:   c,
		objects: []fyne.CanvasObject{ground.Rectangle, c.title, c.scroll, c.buttons},
		restyle: restyle,
		minSize: func() fyne.Size { return fyne.NewSize(scaled(200), scaled(120)) },
		layout: func(size fyne.Size) {
			edge, gap := c.rooms()
			inner := size.Width - 2*edge
			ground.place(fyne.Position{}, size, fynetheme.Size(theme.RadiusCard))
			title, buttons := HeightFor(c.title, inner), HeightFor(c.buttons, inner)
			put(c.title, edge, edge, inner, title)
			put(c.scroll, edge, edge+title+gap, inner, max(0, size.Height-title-buttons-2*edge-2*gap))
			put(c.buttons, edge, size.Height-edge-buttons, inner, buttons)
		},
	}
}
