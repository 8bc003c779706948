package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tavoitekartta/app/theme"
)

// ShareBar shows a share of a whole as a bar. The number always stands beside
// it; Words is what is read out instead of the bar.
type ShareBar struct {
	widget.BaseWidget

	Share float64 // 0 to 1
	Words string
}

var _ fyne.Accessible = (*ShareBar)(nil)

// NewShareBar returns a bar filled to share, from 0 to 1. Words, such as
// "20/27 goals written", is read out.
func NewShareBar(share float64, words string) *ShareBar {
	bar := &ShareBar{Share: share, Words: words}
	bar.ExtendBaseWidget(bar)
	return bar
}

// Set changes the share.
func (b *ShareBar) Set(share float64, words string) {
	b.Share, b.Words = share, words
	b.Refresh()
}

// AccessibilityLabel is read out by screen readers.
func (b *ShareBar) AccessibilityLabel() string { return b.Words }

// AccessibilityRole is told to screen readers.
func (b *ShareBar) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer is called by Fyne.
func (b *ShareBar) CreateRenderer() fyne.WidgetRenderer {
	renderer := &shareBarRenderer{bar: b, frame: canvas.NewRectangle(nil), fill: canvas.NewRectangle(nil)}
	renderer.Refresh()
	return renderer
}

type shareBarRenderer struct {
	bar         *ShareBar
	frame, fill *canvas.Rectangle
}

func (r *shareBarRenderer) MinSize() fyne.Size {
	return fyne.NewSize(6*fynetheme.Size(theme.Space12), fynetheme.Size(theme.Space8))
}

func (r *shareBarRenderer) Layout(size fyne.Size) {
	height := min(fynetheme.Size(theme.Space8), size.Height)
	y := (size.Height - height) / 2
	r.frame.Resize(fyne.NewSize(size.Width, height))
	r.frame.Move(fyne.NewPos(0, y))
	share := float32(min(max(r.bar.Share, 0), 1))
	r.fill.Resize(fyne.NewSize(size.Width*share, height))
	r.fill.Move(fyne.NewPos(0, y))
	radius := fynetheme.Size(theme.RadiusBar)
	r.fill.TopLeftCornerRadius, r.fill.BottomLeftCornerRadius = radius, radius
	r.fill.TopRightCornerRadius, r.fill.BottomRightCornerRadius = 0, 0
	if share == 1 {
		r.fill.TopRightCornerRadius, r.fill.BottomRightCornerRadius = radius, radius
	}
	if share == 0 {
		r.fill.Hide()
	} else {
		r.fill.Show()
	}
}

func (r *shareBarRenderer) Refresh() {
	r.frame.FillColor, r.frame.StrokeColor = fynetheme.Color(theme.ColorSurface), fynetheme.Color(theme.ColorBorder)
	r.frame.StrokeWidth, r.frame.CornerRadius = fynetheme.Size(theme.StrokeThin), fynetheme.Size(theme.RadiusBar)
	r.fill.FillColor = fynetheme.Color(theme.ColorPrimary)
	r.Layout(r.bar.Size())
	r.frame.Refresh()
	r.fill.Refresh()
}

func (r *shareBarRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.frame, r.fill} }

func (r *shareBarRenderer) Destroy() {}
