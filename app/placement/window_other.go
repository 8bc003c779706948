//go:build !windows

package placement

import (
	"math"

	"fyne.io/fyne/v2"
)

// placed is the size of the window's content; where it stands is not known.
func placed(window fyne.Window) (Placement, bool) {
	size := window.Canvas().Size()
	return Placement{Area: Area{Width: int(math.Round(float64(size.Width))), Height: int(math.Round(float64(size.Height)))}}, true
}

// titleBar is room for what the window manager sets around the content, in
// Fyne's measure: nobody tells how much that is.
const titleBar = 40

// measured gives the areas in Fyne's measure, less the window's frame.
func measured(window fyne.Window, areas []Area) []Area {
	scale := window.Canvas().Scale()
	if !(scale > 0) {
		return nil
	}
	in := func(pixels int) int { return int(float32(pixels) / scale) }
	scaled := make([]Area, len(areas))
	for i, a := range areas {
		scaled[i] = Area{Width: in(a.Width), Height: max(1, in(a.Height)-titleBar)}
	}
	return scaled
}

// put gives the window its size. Fyne would take a size that it has already for
// a new one, and lay the page out twice.
func put(window fyne.Window, p Placement) {
	size := fyne.NewSize(float32(p.Width), float32(p.Height))
	if now, _ := placed(window); now.Width == p.Width && now.Height == p.Height {
		return
	}
	window.Resize(size)
}
