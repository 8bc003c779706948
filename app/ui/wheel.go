package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// wheel lies over an entry's text and takes the turns of the mouse wheel.
// Fyne's entry scrolls its text in a scroller of its own that swallows every
// turn, so that a page full of fields would stand still under the pointer.
type wheel struct {
	widget.BaseWidget

	turn func(*fyne.ScrollEvent)
}

var _ fyne.Scrollable = (*wheel)(nil)

func newWheel(turn func(*fyne.ScrollEvent)) *wheel {
	created := &wheel{turn: turn}
	created.ExtendBaseWidget(created)
	return created
}

// Scrolled is called by Fyne.
func (w *wheel) Scrolled(event *fyne.ScrollEvent) { w.turn(event) }

// CreateRenderer is called by Fyne; there is nothing to see.
func (w *wheel) CreateRenderer() fyne.WidgetRenderer {
	return &drawing{
		owner:   w,
		minSize: func() fyne.Size { return fyne.Size{} },
		layout:  func(fyne.Size) {},
		restyle: func() {},
	}
}
