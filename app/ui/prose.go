package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// proseRows is how high a part of a text grows before it scrolls inside.
const proseRows = 60

// proseKeys is what a part of a text asks its page to do.
type proseKeys struct {
	// divide is called by Enter with what stands before and after the cursor.
	divide func(head, tail string)
	// back is called by Backspace before the first letter; true when taken.
	back func() bool
	// step is called by Up in the first row and Down in the last one.
	step func(down bool)
	// combined is called by Alt or Ctrl with another key; true when taken.
	combined func(key fyne.KeyName, with fyne.KeyModifier) bool
}

// NewProse returns a field for a part of a longer text. It has no frame until
// it has the focus; its label is read out and not shown, and stands in it as an
// example while it is empty. Enter asks the page to divide it, Shift+Enter
// begins a new line.
func NewProse(kit *Kit, label string) *Field {
	field := NewTextArea(kit, label, 1, proseRows)
	field.prose = &proseKeys{}
	field.entry.quiet = true
	field.entry.SetPlaceHolder(label)
	field.entry.onKey = field.proseKey
	field.entry.onShortcut = field.proseShortcut
	return field
}

// Bold sets the text of a heading. It returns the field.
func (f *Field) Bold() *Field {
	f.entry.TextStyle.Bold = true
	f.entry.Refresh()
	return f
}

// OnDivide sets what Enter does with the text before and after the cursor.
func (f *Field) OnDivide(divide func(head, tail string)) { f.prose.divide = divide }

// OnBack sets what Backspace does before the first letter; it tells whether it
// did something.
func (f *Field) OnBack(back func() bool) { f.prose.back = back }

// OnStep sets what Up in the first row and Down in the last one do.
func (f *Field) OnStep(step func(down bool)) { f.prose.step = step }

// OnCombined sets what keys pressed with Alt or Ctrl do, before they are the
// entry's; it tells whether they did something.
func (f *Field) OnCombined(combined func(key fyne.KeyName, with fyne.KeyModifier) bool) {
	f.prose.combined = combined
}

// BeginAtStart puts the cursor before the text when the focus comes next.
func (f *Field) BeginAtStart() { f.entry.beginAtStart() }

func (f *Field) proseKey(key fyne.KeyName) bool {
	e := f.entry
	switch key {
	case fyne.KeyReturn, fyne.KeyEnter:
		if e.shifted || f.prose.divide == nil {
			return false
		}
		f.divideAtCursor()
		return true
	case fyne.KeyBackspace:
		atStart := e.CursorRow == 0 && e.CursorColumn == 0 && e.SelectedText() == ""
		return atStart && f.prose.back != nil && f.prose.back()
	case fyne.KeyUp, fyne.KeyDown:
		return !e.shifted && f.stepsOut(key)
	}
	return false
}

// divideAtCursor lets Fyne's entry break the line, which knows where the cursor
// stands and what is selected, and takes what is then before and after.
func (f *Field) divideAtCursor() {
	heard := f.entry.OnChanged
	f.entry.OnChanged = nil
	before := []rune(f.entry.Text)
	f.entry.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	after := []rune(f.entry.Text)
	f.entry.SetText(string(before))
	f.entry.OnChanged = heard
	at := 0
	for at < len(before) && at < len(after)-1 && before[at] == after[at] {
		at++
	}
	if at >= len(after) || after[at] != '\n' {
		// A selection was replaced by the break: it is the last one that fits.
		for at = min(at, len(after)-1); at > 0 && after[at] != '\n'; at-- {
		}
	}
	f.prose.divide(string(after[:at]), string(after[min(at+1, len(after)):]))
}

// stepsOut tells whether the cursor was in the first or last row, so that the
// arrow leads out of the field.
func (f *Field) stepsOut(key fyne.KeyName) bool {
	if f.prose.step == nil {
		return false
	}
	e := f.entry
	row := e.CursorRow
	if key == fyne.KeyUp {
		if row > 0 {
			return false
		}
		f.prose.step(false)
		return true
	}
	e.Entry.TypedKey(&fyne.KeyEvent{Name: key})
	if e.CursorRow == row {
		f.prose.step(true)
	}
	return true
}

func (f *Field) proseShortcut(shortcut fyne.Shortcut) bool {
	pressed, custom := shortcut.(*desktop.CustomShortcut)
	return custom && f.prose.combined != nil && f.prose.combined(pressed.KeyName, pressed.Modifier)
}
