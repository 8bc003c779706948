package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// compareBody is what a table's scroller moves: the rows that are built, as
// high as all of them. Fyne tells of the person's own scrolling alone; being
// moved is what every way of scrolling comes to.
type compareBody struct {
	widget.BaseWidget

	table   *CompareTable
	objects []fyne.CanvasObject
	at      float32 // the scroller's offset at which the rows were built
}

// Move is called by the scroller.
func (b *compareBody) Move(to fyne.Position) {
	b.BaseWidget.Move(to)
	if b.at != b.table.scroll.Offset.Y {
		b.table.build()
	}
}

// CreateRenderer is called by Fyne.
func (b *compareBody) CreateRenderer() fyne.WidgetRenderer { return compareBodyRenderer{b} }

type compareBodyRenderer struct{ body *compareBody }

func (r compareBodyRenderer) Layout(fyne.Size) {}

func (r compareBodyRenderer) MinSize() fyne.Size { return fyne.NewSize(0, r.body.table.whole()) }

// Refresh leaves the rows as they are: a page is built anew when the theme or
// the language changes, and a row when it is chosen.
func (r compareBodyRenderer) Refresh() { canvas.Refresh(r.body) }

func (r compareBodyRenderer) Objects() []fyne.CanvasObject { return r.body.objects }

func (r compareBodyRenderer) Destroy() {}
