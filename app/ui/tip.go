package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tavoitekartta/app/theme"
)

// tip is the word under an icon that stands alone.
type tip struct {
	widget.BaseWidget

	text string
}

// showTip draws a tip under its anchor and returns what removes it.
func (k *Kit) showTip(anchor fyne.CanvasObject, text string) func() {
	shown := &tip{text: text}
	shown.ExtendBaseWidget(shown)
	return k.float(shown, anchor, shown.MinSize())
}

// CreateRenderer is called by Fyne.
func (t *tip) CreateRenderer() fyne.WidgetRenderer {
	ground := newFrame()
	words := newInkText(t.text, theme.TextSmallest, theme.ColorOnGranite, false)
	padding := func() (float32, float32) { return fynetheme.Size(theme.Space8), fynetheme.Size(theme.Space4) }
	restyle := func() {
		ground.paint(theme.ColorGranite, "", "")
		words.restyle()
	}
	restyle()
	return &drawing{
		owner:   t,
		objects: []fyne.CanvasObject{ground.Rectangle, words.Text},
		restyle: restyle,
		minSize: func() fyne.Size {
			side, top := padding()
			return words.MinSize().AddWidthHeight(2*side, 2*top)
		},
		layout: func(size fyne.Size) {
			side, _ := padding()
			ground.place(fyne.Position{}, size, fynetheme.Size(theme.RadiusBar))
			words.placeMiddle(side, 0, size.Height)
		},
	}
}

// blend mixes a share of one colour into another.
func blend(base, added color.Color, share float32) color.Color {
	r1, g1, b1, _ := base.RGBA()
	r2, g2, b2, _ := added.RGBA()
	mix := func(a, b uint32) uint8 { return uint8((float32(a)*(1-share) + float32(b)*share) / 257) }
	return color.NRGBA{R: mix(r1, r2), G: mix(g1, g2), B: mix(b1, b2), A: 0xFF}
}
