package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// pressable is what buttons, chips and rows have in common: they take the
// focus, are pressed by pointer, Enter and Space alike (Fyne's own button knows
// Space alone), and know when they are hovered.
type pressable struct {
	widget.BaseWidget

	kit      *Kit
	self     fyne.Widget
	whole    fyne.CanvasObject // what is scrolled into view with the control, where that is more
	press    func()
	key      func(fyne.KeyName) bool // further keys; true when taken
	letter   func(rune)              // letters typed, for finding
	onFocus  func(bool)
	focused  bool
	hovered  bool
	disabled bool
}

var (
	_ fyne.Focusable     = (*pressable)(nil)
	_ fyne.Tappable      = (*pressable)(nil)
	_ fyne.Disableable   = (*pressable)(nil)
	_ desktop.Hoverable  = (*pressable)(nil)
	_ desktop.Cursorable = (*pressable)(nil)
)

// begin makes self the widget that Fyne draws; press is what pressing does.
func (p *pressable) begin(kit *Kit, self fyne.Widget, press func()) {
	p.kit, p.self, p.press = kit, self, press
	p.ExtendBaseWidget(self)
	kit.note(self.(fyne.Focusable))
}

// Press does what a press by pointer or key does.
func (p *pressable) Press() {
	if p.disabled || p.press == nil {
		return
	}
	p.press()
}

// Tapped is called by Fyne. The control keeps the focus, which Fyne takes away
// at each press of the pointer, so that the keyboard goes on from here.
func (p *pressable) Tapped(*fyne.PointEvent) {
	if p.disabled {
		return
	}
	p.kit.Focus(p.self.(fyne.Focusable))
	p.Press()
}

// TypedKey is called by Fyne.
func (p *pressable) TypedKey(event *fyne.KeyEvent) {
	if p.kit.Typed(event.Name) {
		return
	}
	switch event.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		p.Press()
	default:
		taken := p.key != nil && p.key(event.Name)
		if !taken && event.Name == fyne.KeyEscape {
			p.kit.escape()
		}
	}
}

// TypedRune is called by Fyne.
func (p *pressable) TypedRune(letter rune) {
	if p.letter != nil && !p.disabled {
		p.letter(letter)
	}
}

// FocusGained is called by Fyne.
func (p *pressable) FocusGained() { p.setFocused(true) }

// FocusLost is called by Fyne.
func (p *pressable) FocusLost() { p.setFocused(false) }

func (p *pressable) setFocused(focused bool) {
	p.focused = focused
	p.self.Refresh()
	if focused && p.whole != nil {
		p.kit.Reveal(p.whole)
	}
	if focused {
		p.kit.Reveal(p.self)
	}
	if p.onFocus != nil {
		p.onFocus(focused)
	}
}

// Focused tells whether the control has the focus.
func (p *pressable) Focused() bool { return p.focused }

// MouseIn is called by Fyne.
func (p *pressable) MouseIn(*desktop.MouseEvent) {
	p.hovered = true
	p.self.Refresh()
}

// MouseMoved is called by Fyne.
func (p *pressable) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is called by Fyne.
func (p *pressable) MouseOut() {
	p.hovered = false
	p.self.Refresh()
}

// Cursor is called by Fyne.
func (p *pressable) Cursor() desktop.Cursor {
	if p.disabled {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// Enable lets the control be pressed again.
func (p *pressable) Enable() { p.setDisabled(false) }

// Disable takes the control out of the Tab order. Next is never disabled: it
// says what is missing.
func (p *pressable) Disable() { p.setDisabled(true) }

// Disabled tells whether the control cannot be pressed.
func (p *pressable) Disabled() bool { return p.disabled }

func (p *pressable) setDisabled(disabled bool) {
	if p.disabled == disabled {
		return
	}
	p.disabled = disabled
	p.self.Refresh()
}
