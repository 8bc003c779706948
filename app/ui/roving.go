package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// roving is a row or column of items that is one stop of the Tab key: arrow
// keys move within it, Enter and Space press the item that has the cursor. The
// rail and the step header are such.
type roving struct {
	widget.BaseWidget

	kit     *Kit
	self    fyne.Widget
	items   []*rovingItem
	cursor  int
	focused bool
	press   func(index int)
}

// rovingItem is one of the items. It is pressed by pointer, and screen readers
// find it by itself.
type rovingItem struct {
	widget.BaseWidget

	owner   *roving
	index   int
	hovered bool
	spoken  func() string
	draw    func(*rovingItem) fyne.WidgetRenderer
}

var (
	_ fyne.Focusable    = (*roving)(nil)
	_ fyne.Accessible   = (*rovingItem)(nil)
	_ fyne.Tappable     = (*rovingItem)(nil)
	_ desktop.Hoverable = (*rovingItem)(nil)
)

func (r *roving) begin(kit *Kit, self fyne.Widget, press func(index int)) {
	r.kit, r.self, r.press = kit, self, press
	r.ExtendBaseWidget(self)
	kit.note(self.(fyne.Focusable))
}

// fill makes as many items as are asked for.
func (r *roving) fill(count int, spoken func(index int) string, draw func(*rovingItem) fyne.WidgetRenderer) {
	r.items = make([]*rovingItem, count)
	for index := range r.items {
		item := &rovingItem{owner: r, index: index, draw: draw}
		item.spoken = func() string { return spoken(index) }
		item.ExtendBaseWidget(item)
		r.items[index] = item
	}
	r.cursor = min(r.cursor, max(0, count-1))
}

// objects returns the items for the owner's renderer.
func (r *roving) objects() []fyne.CanvasObject {
	objects := make([]fyne.CanvasObject, len(r.items))
	for index, item := range r.items {
		objects[index] = item
	}
	return objects
}

func (r *roving) moveCursor(to int) {
	if to < 0 || to >= len(r.items) {
		return
	}
	r.cursor = to
	r.self.Refresh()
}

func (r *roving) pressAt(index int) {
	if index < 0 || index >= len(r.items) {
		return
	}
	r.moveCursor(index)
	if r.press != nil {
		r.press(index)
	}
}

// AccessibilityLabel is that of the item which the arrow keys have come to: the
// group has the focus for its items.
func (r *roving) AccessibilityLabel() string {
	if r.cursor < 0 || r.cursor >= len(r.items) {
		return ""
	}
	return r.items[r.cursor].AccessibilityLabel()
}

// AccessibilityRole tells screen readers to look inside.
func (r *roving) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// Disabled takes an empty group out of the Tab order.
func (r *roving) Disabled() bool { return len(r.items) == 0 }

// Enable does nothing; see [roving.Disabled].
func (r *roving) Enable() {}

// Disable does nothing; see [roving.Disabled].
func (r *roving) Disable() {}

// FocusGained is called by Fyne.
func (r *roving) FocusGained() {
	r.focused = true
	r.self.Refresh()
	r.kit.Reveal(r.self)
}

// FocusLost is called by Fyne.
func (r *roving) FocusLost() {
	r.focused = false
	r.self.Refresh()
}

// TypedRune is called by Fyne; a letter does nothing.
func (r *roving) TypedRune(rune) {}

// TypedKey is called by Fyne.
func (r *roving) TypedKey(event *fyne.KeyEvent) {
	if r.kit.Typed(event.Name) {
		return
	}
	switch event.Name {
	case fyne.KeyUp, fyne.KeyLeft:
		r.moveCursor(r.cursor - 1)
	case fyne.KeyDown, fyne.KeyRight:
		r.moveCursor(r.cursor + 1)
	case fyne.KeyHome:
		r.moveCursor(0)
	case fyne.KeyEnd:
		r.moveCursor(len(r.items) - 1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		r.pressAt(r.cursor)
	case fyne.KeyEscape:
		r.kit.escape()
	}
}

// hasCursor tells whether the item shows the focus.
func (i *rovingItem) hasCursor() bool { return i.owner.focused && i.owner.cursor == i.index }

// CreateRenderer is called by Fyne.
func (i *rovingItem) CreateRenderer() fyne.WidgetRenderer { return i.draw(i) }

// Tapped is called by Fyne.
func (i *rovingItem) Tapped(*fyne.PointEvent) {
	if owner, ok := i.owner.self.(fyne.Focusable); ok {
		i.owner.kit.Focus(owner)
	}
	i.owner.pressAt(i.index)
}

// MouseIn is called by Fyne.
func (i *rovingItem) MouseIn(*desktop.MouseEvent) {
	i.hovered = true
	i.Refresh()
}

// MouseMoved is called by Fyne.
func (i *rovingItem) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is called by Fyne.
func (i *rovingItem) MouseOut() {
	i.hovered = false
	i.Refresh()
}

// Cursor is called by Fyne.
func (i *rovingItem) Cursor() desktop.Cursor { return desktop.PointerCursor }

// AccessibilityLabel is read out by screen readers.
func (i *rovingItem) AccessibilityLabel() string { return i.spoken() }

// AccessibilityRole is a button's.
func (i *rovingItem) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }
