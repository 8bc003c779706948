package ui

import (
	"strings"

	"fyne.io/fyne/v2"
)

// A space that is typed where a row is full belongs to no row: Fyne's entry
// (2.8.1, widget/entry.go, rowColFromTextPos) leaves the caret before it and
// writes the next letter there, so that "lätt svenska" becomes "lättsvenska ".
// The entry therefore counts such spaces, and puts them in together with the
// letter that follows.

// typeLetter writes a letter at the caret.
func (e *textEntry) typeLetter(letter rune) {
	if e.behind > 0 && letter != ' ' {
		spaces := strings.Repeat(" ", e.behind)
		e.takeBehind()
		e.Entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipping(spaces + string(letter))})
		return
	}
	row, column, length := e.CursorRow, e.CursorColumn, len(e.Text)
	e.Entry.TypedRune(letter)
	stayed := e.CursorRow == row && e.CursorColumn == column && len(e.Text) == length+1
	switch {
	case letter == ' ' && stayed:
		e.behind++
	case letter != ' ':
		e.behind = 0
	}
}

// takeBehind takes away the spaces that the caret has not passed.
func (e *textEntry) takeBehind() {
	for ; e.behind > 0; e.behind-- {
		e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	}
}

// keyBehind does what a key does while spaces stand behind the caret that were
// typed before it, and tells whether that was all.
func (e *textEntry) keyBehind(key fyne.KeyName) (done bool) {
	if e.behind == 0 {
		return false
	}
	switch key {
	case fyne.KeyBackspace:
		e.behind--
		e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
		return true
	case fyne.KeyReturn, fyne.KeyEnter:
		e.takeBehind() // spaces at the end of a line say nothing
	case fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown, fyne.KeyHome, fyne.KeyEnd, fyne.KeyPageUp, fyne.KeyPageDown, fyne.KeyDelete:
		e.behind = 0
	}
	return false
}
