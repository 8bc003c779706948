package ui

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tavoitekartta/app/theme"
)

// PagePicture shows a page of a document on a sheet with a thin edge, as wide as
// the room it is given. The page is painted in pixels of the screen, by paint.
//
// Page Up and Page Down turn the page; a click tells where it was.
type PagePicture struct {
	widget.BaseWidget

	OnTurn  func(by int)       // by the keyboard: one page on or back
	OnPress func(x, y float32) // in shares of the page's width and height

	kit     *Kit
	ratio   float32
	paint   func(pixels int) image.Image
	spoken  Spoken
	raster  *canvas.Raster
	focused bool
}

var (
	_ fyne.Focusable  = (*PagePicture)(nil)
	_ fyne.Tappable   = (*PagePicture)(nil)
	_ fyne.Accessible = (*PagePicture)(nil)
	_ Flowing         = (*PagePicture)(nil)
)

// NewPagePicture returns an empty sheet.
func NewPagePicture(kit *Kit) *PagePicture {
	page := &PagePicture{kit: kit, ratio: 297.0 / 210}
	page.raster = canvas.NewRaster(func(width, _ int) image.Image {
		if page.paint == nil {
			return image.Transparent
		}
		return page.paint(width)
	})
	page.ExtendBaseWidget(page)
	kit.note(page)
	return page
}

// Set shows a page: its height over its width, what paints it a number of
// pixels wide, its name and what it says.
func (p *PagePicture) Set(ratio float64, paint func(pixels int) image.Image, name, words string) {
	p.ratio, p.paint = float32(ratio), paint
	p.spoken = Spoken{Label: name, Value: words}
	p.Repaint()
}

// Repaint asks for the page's picture again.
func (p *PagePicture) Repaint() {
	p.raster.Refresh()
	p.Refresh()
}

// HeightFor is the page's height at a width.
func (p *PagePicture) HeightFor(width float32) float32 {
	margin := fynetheme.Size(theme.FocusMargin)
	return max(0, width-2*margin)*p.ratio + 2*margin
}

// AccessibilityLabel is the page's name and what it says.
func (p *PagePicture) AccessibilityLabel() string { return p.spoken.String() }

// AccessibilityRole is that of a picture's words.
func (p *PagePicture) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// FocusGained is called by Fyne.
func (p *PagePicture) FocusGained() { p.focused = true; p.Refresh() }

// FocusLost is called by Fyne.
func (p *PagePicture) FocusLost() { p.focused = false; p.Refresh() }

// TypedRune is called by Fyne; a letter does nothing.
func (p *PagePicture) TypedRune(rune) {}

// TypedKey is called by Fyne.
func (p *PagePicture) TypedKey(event *fyne.KeyEvent) {
	if p.kit.Typed(event.Name) {
		return
	}
	by := map[fyne.KeyName]int{
		fyne.KeyPageDown: 1, fyne.KeyRight: 1, fyne.KeyPageUp: -1, fyne.KeyLeft: -1,
	}[event.Name]
	if by != 0 && p.OnTurn != nil {
		p.OnTurn(by)
	}
}

// Tapped is called by Fyne.
func (p *PagePicture) Tapped(event *fyne.PointEvent) {
	p.kit.Focus(p)
	margin := fynetheme.Size(theme.FocusMargin)
	size := p.raster.Size()
	if p.OnPress == nil || size.Width <= 0 || size.Height <= 0 {
		return
	}
	p.OnPress((event.Position.X-margin)/size.Width, (event.Position.Y-margin)/size.Height)
}

// Cursor is a hand: a place on the page leads to where it is written.
func (p *PagePicture) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer is called by Fyne.
func (p *PagePicture) CreateRenderer() fyne.WidgetRenderer {
	edge, marks := newFrame(), newFocusMarks()
	restyle := func() {
		edge.paint("", theme.ColorLine, theme.StrokeThin)
		marks.restyle(p.focused)
	}
	restyle()
	return &drawing{
		owner:   p,
		objects: append([]fyne.CanvasObject{p.raster, edge.Rectangle}, marks.objects()...),
		restyle: restyle,
		minSize: func() fyne.Size { return fyne.NewSize(120, p.HeightFor(120)) },
		layout: func(size fyne.Size) {
			margin := fynetheme.Size(theme.FocusMargin)
			at, sheet := fyne.NewPos(margin, margin), fyne.NewSize(size.Width-2*margin, (size.Width-2*margin)*p.ratio)
			p.raster.Move(at)
			p.raster.Resize(sheet)
			edge.place(at, sheet, 0)
			marks.place(at, sheet, 0)
		},
	}
}
