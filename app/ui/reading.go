package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Heard is one thing on the screen as a screen reader is told it.
type Heard struct {
	Role    fyne.AccessibleRole
	Words   string
	At      fyne.Position // its corner, on the canvas
	Size    fyne.Size     // zero for what is scrolled out of sight: it can be read and not be hit
	Focused bool          // the keys go there
}

// holder is a control with others inside. Fyne keeps what a widget draws to
// itself, so a control says which of it is read beside its own words.
type holder interface{ inside() []fyne.CanvasObject }

// Read returns what stands in an object, which lies at a position of the canvas,
// in the order in which it is read. What a control says itself (its label, hint
// and error) is not said again by the texts that show it.
func Read(object fyne.CanvasObject, at fyne.Position, focused fyne.Focusable) []Heard {
	reading := &reading{focused: focused}
	reading.walk(object, at, box{from: at, to: at.Add(object.Position()).Add(object.Size())})
	return reading.lines
}

// box is what a scroller lets be seen.
type box struct{ from, to fyne.Position }

func (b box) within(at fyne.Position, size fyne.Size) box {
	to := at.Add(size)
	return box{
		from: fyne.NewPos(max(b.from.X, at.X), max(b.from.Y, at.Y)),
		to:   fyne.NewPos(min(b.to.X, to.X), min(b.to.Y, to.Y)),
	}
}

// size is zero where nothing is seen.
func (b box) size() fyne.Size {
	if b.to.X <= b.from.X || b.to.Y <= b.from.Y {
		return fyne.Size{}
	}
	return fyne.NewSize(b.to.X-b.from.X, b.to.Y-b.from.Y)
}

type reading struct {
	focused fyne.Focusable
	lines   []Heard
}

func (r *reading) walk(object fyne.CanvasObject, at fyne.Position, seen box) {
	if object == nil || !object.Visible() {
		return
	}
	at = at.Add(object.Position())
	first := len(r.lines)
	switch shown := object.(type) {
	case *fyne.Container:
		r.all(shown.Objects, at, seen)
		return
	case *container.Scroll:
		r.walk(shown.Content, at, seen.within(at, shown.Size()))
		return
	case fyne.Accessible:
		r.say(shown, seen.within(at, object.Size()))
	}
	if held, holds := object.(holder); holds {
		r.all(held.inside(), at, seen)
	}
	r.markCursor(object, first)
}

func (r *reading) all(objects []fyne.CanvasObject, at fyne.Position, seen box) {
	for _, object := range objects {
		r.walk(object, at, seen)
	}
}

func (r *reading) say(speaker fyne.Accessible, seen box) {
	if label, isLabel := speaker.(*Label); isLabel && label.said {
		return
	}
	words, role := speaker.AccessibilityLabel(), speaker.AccessibilityRole()
	if words == "" || role == fyne.AccessibleRoleContainer {
		return
	}
	control, takesFocus := speaker.(fyne.Focusable)
	r.lines = append(r.lines, Heard{
		Role: role, Words: words, At: seen.from, Size: seen.size(),
		Focused: takesFocus && control == r.focused,
	})
}

// markCursor finds where the keys are in a control that has the focus for what
// is inside it, as a tree for its rows: it speaks as that one.
func (r *reading) markCursor(object fyne.CanvasObject, first int) {
	control, takesFocus := object.(fyne.Focusable)
	speaker, speaks := object.(fyne.Accessible)
	if !takesFocus || !speaks || control != r.focused || speaker.AccessibilityRole() != fyne.AccessibleRoleContainer {
		return
	}
	words := speaker.AccessibilityLabel()
	for at := first; at < len(r.lines); at++ {
		if r.lines[at].Words == words {
			r.lines[at].Focused = true
			return
		}
	}
}
