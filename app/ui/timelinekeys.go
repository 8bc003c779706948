package ui

import "fyne.io/fyne/v2"

// FocusGained is called by Fyne.
func (t *Timeline) FocusGained() {
	t.focused = true
	t.kit.Reveal(t)
	t.show(t.cursor)
	t.body.Refresh()
}

// FocusLost is called by Fyne.
func (t *Timeline) FocusLost() {
	t.focused = false
	t.body.Refresh()
}

// TypedRune is called by Fyne; a letter does nothing.
func (t *Timeline) TypedRune(rune) {}

// TypedKey is called by Fyne.
func (t *Timeline) TypedKey(event *fyne.KeyEvent) {
	if t.kit.Typed(event.Name) {
		return
	}
	if event.Name == fyne.KeyEscape {
		t.kit.escape()
		return
	}
	if len(t.flat) == 0 {
		return
	}
	t.measureRows()
	if to, walks := t.walk(event.Name); walks {
		t.setCursor(to)
		return
	}
	switch event.Name {
	case fyne.KeyRight:
		t.goIn()
	case fyne.KeyLeft:
		t.goOut()
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		t.press()
	}
}

func (t *Timeline) goIn() {
	at := t.flat[t.cursor]
	switch {
	case at.item != nil || at.note:
	case !t.open[at.group.ID]:
		t.Open(at.group.ID, true)
	case t.cursor+1 < len(t.flat) && t.flat[t.cursor+1].group == at.group:
		t.setCursor(t.cursor + 1)
	}
}

func (t *Timeline) goOut() {
	at := t.flat[t.cursor]
	if at.item == nil && !at.note {
		t.Open(at.group.ID, false)
		return
	}
	if t.moveCursorTo(at.group.ID) {
		t.setCursor(t.cursor)
	}
}

// press opens or closes the group at the cursor, or chooses the item there.
func (t *Timeline) press() {
	switch at := t.flat[t.cursor]; {
	case at.item != nil:
		t.choose(at.item.ID)
	case !at.note:
		t.Open(at.group.ID, !t.open[at.group.ID])
		t.show(t.cursor)
	}
}

func (t *Timeline) choose(id string) {
	t.body.Refresh()
	if t.OnChoose != nil {
		t.OnChoose(id)
	}
}

func (t *Timeline) setCursor(to int) {
	if to < 0 || to >= len(t.flat) {
		return
	}
	t.cursor = to
	t.show(to)
	t.body.Refresh()
}

// AccessibilityLabel is that of the row which the arrow keys have come to: the
// timeline has the focus for its rows.
func (t *Timeline) AccessibilityLabel() string { return t.Spoken().String() }

// Spoken is what a screen reader is told of the row at the cursor, in its parts.
func (t *Timeline) Spoken() Spoken {
	if t.cursor < 0 || t.cursor >= len(t.flat) {
		return Spoken{Label: t.content.Heading}
	}
	return t.spokenRow(t.flat[t.cursor])
}

// AccessibilityRole tells screen readers to look inside.
func (t *Timeline) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }
