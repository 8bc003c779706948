package window

import (
	"slices"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
)

// aside is a card over the right side of whatever page is shown: the help, or a
// step of the walk through the example. It is built anew with the page.
type aside interface {
	// card builds the card and returns the control in it that gets the focus.
	card() (*ui.SideCard, fyne.Focusable)
	// closed is called when the card has been taken away by Escape.
	closed()
	// low tells whether the card stands at the foot of the page, not at its head.
	low() bool
}

// The card's width and the room that it leaves for the page's foot, in pixels at
// text size 1.
const (
	asideWidth     = 380
	asideAboveFoot = 72
	asideLow       = 340 // room under which the card covers the foot too
)

// fillAside builds the card of the window's aside and returns its control that
// gets the focus.
func (f *frame) fillAside() fyne.Focusable {
	w := f.window
	f.aside.RemoveAll()
	w.ofAside = nil
	if w.aside == nil {
		return nil
	}
	var card *ui.SideCard
	var first fyne.Focusable
	w.ofAside = w.kit.Controls(func() { card, first = w.aside.card() })
	f.aside.Add(card)
	return first
}

// placeAside sets the card at the right edge of the page's room, above its foot.
func (f *frame) placeAside(corner fyne.Position, room fyne.Size) {
	if len(f.aside.Objects) == 0 {
		f.aside.Resize(fyne.Size{})
		return
	}
	margin, scale := fynetheme.Size(theme.Space16), f.window.scale()
	width := min(asideWidth*scale, room.Width-2*margin)
	foot := asideAboveFoot * scale
	if room.Height < asideLow*scale { // the card needs the foot's room for its text
		margin = fynetheme.Size(theme.Space4)
		foot = margin
	}
	high := min(ui.HeightFor(f.aside.Objects[0], width), room.Height-margin-foot)
	f.aside.Resize(fyne.NewSize(width, high))
	top := margin
	if f.window.aside.low() {
		top = room.Height - foot - high
	}
	f.aside.Move(corner.AddXY(room.Width-width-margin, top))
}

// openAside shows a card, in place of the one that is there, and puts the keyboard
// into it. The page stays as it is.
func (w *Window) openAside(a aside) {
	w.removeAside()
	w.aside = a
	first := w.frame.fillAside()
	w.controls = append(w.controls, w.ofAside...)
	w.frame.root.Refresh()
	if first != nil {
		w.kit.Focus(first)
	}
}

// escaping is a page that Escape leads away from.
type escaping interface{ escape() }

// escape is what Escape does when nothing else has a use for it: it closes the
// card, or leaves a page that one only looks at. It tells whether it did.
func (w *Window) escape() bool {
	if w.closeAside() {
		return true
	}
	p, leads := w.page.(escaping)
	if leads {
		p.escape()
	}
	return leads
}

// closeAside takes the card away as Escape does, and tells whether there was one.
func (w *Window) closeAside() bool {
	if w.aside == nil {
		return false
	}
	gone := w.aside
	w.removeAside()
	gone.closed()
	return true
}

// removeAside takes the card away, and the focus from it.
func (w *Window) removeAside() {
	if slices.Contains(w.ofAside, w.window.Canvas().Focused()) {
		w.window.Canvas().Unfocus()
	}
	w.controls = w.controls[:len(w.controls)-len(w.ofAside)]
	w.aside, w.ofAside = nil, nil
	w.frame.aside.RemoveAll()
	w.frame.root.Refresh()
}
