package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tavoitekartta/app/theme"
)

// endOfText is a row and column beyond any text; Fyne's entry moves the cursor
// back to the last one there is.
const endOfText = 1 << 30

// textEntry is Fyne's entry with our frame, focus marks and keys. Typing,
// selecting, the clipboard, and undo within the entry are Fyne's.
//
// What it changes: a multi-line entry grows with its text and lets Tab move the
// focus; Enter can move on; pasted text is cleaned; what a screen reader needs
// is told (Fyne's entry says nothing).
type textEntry struct {
	widget.Entry

	kit     *Kit
	spoken  func() Spoken
	whole   fyne.CanvasObject // what is scrolled into view with the entry
	clean   func(string) string
	refuse  func(pasted string) bool // tells that a paste is not taken
	onPaste func(pasted string) bool // asked first, with the text as copied; true when taken over
	onEnter func()                   // nil: Enter is Fyne's (a new line)
	onKey   func(fyne.KeyName) bool  // asked first; true when taken
	// onShortcut is asked about keys pressed together, before the entry.
	onShortcut func(fyne.Shortcut) bool
	onFocus    func(bool)

	icon     IconName
	trailing fyne.CanvasObject
	failed   bool
	focused  bool
	idle     bool // no key has been pressed since the focus came
	unread   bool // the text was set and the cursor has not been put in it yet
	quiet    bool // no frame while the focus is elsewhere
	takesTab bool // Tab is given to onKey
	shifted  bool // a Shift key is held
	pressed  bool // a button of the mouse is held
	behind   int  // typed spaces that the caret has not passed: see entryspace.go

	minRows, maxRows int

	probe    *widget.RichText // breaks the text to count its rows
	probeRow float32          // the row height that the probe was broken at
}

var (
	_ fyne.Accessible   = (*textEntry)(nil)
	_ fyne.Tabbable     = (*textEntry)(nil)
	_ fyne.Shortcutable = (*textEntry)(nil)
)

func newTextEntry(kit *Kit, spoken func() Spoken) *textEntry {
	entry := &textEntry{kit: kit, spoken: spoken, minRows: 1, maxRows: 1}
	entry.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	entry.whole = entry
	entry.onEnter = entry.moveOn
	entry.ExtendBaseWidget(entry)
	kit.note(entry)
	return entry
}

// growBetween makes the entry wrap its text and be as high as its rows, within
// limits.
func (e *textEntry) growBetween(minRows, maxRows int) {
	e.minRows, e.maxRows = max(1, minRows), max(1, minRows, maxRows)
	e.MultiLine = true
	e.Wrapping = fyne.TextWrapWord
}

// moveOn gives the focus to the next control, or accepts the dialog.
func (e *textEntry) moveOn() {
	if e.kit.enter() {
		return
	}
	if target := canvasOf(e); target != nil {
		target.FocusNext()
	}
}

// setText replaces the text and forgets what can be undone.
func (e *textEntry) setText(text string) {
	e.unread = true
	e.SetText(text)
}

// UndoTyping takes back the last piece of typing. It tells whether there was
// any, so that a menu's Undo can go on to the programme's own.
func (e *textEntry) UndoTyping() bool {
	before := e.Text
	e.Undo()
	return e.Text != before
}

// RedoTyping does again what UndoTyping took back, and tells whether there was
// anything.
func (e *textEntry) RedoTyping() bool {
	before := e.Text
	e.Redo()
	return e.Text != before
}

// AccessibilityLabel is the label, value, hint and error.
func (e *textEntry) AccessibilityLabel() string { return e.spoken().String() }

// AccessibilityRole is text: Fyne 2.8 has no role for an entry.
func (e *textEntry) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// AcceptsTab is false, also in several lines: Tab moves the focus, but in a
// cell of a grid.
func (e *textEntry) AcceptsTab() bool { return e.takesTab }

// KeyDown is called by Fyne; what Enter and Tab do depends on Shift.
func (e *textEntry) KeyDown(event *fyne.KeyEvent) {
	if event.Name == desktop.KeyShiftLeft || event.Name == desktop.KeyShiftRight {
		e.shifted = true
	}
	e.Entry.KeyDown(event)
}

// KeyUp is called by Fyne.
func (e *textEntry) KeyUp(event *fyne.KeyEvent) {
	if event.Name == desktop.KeyShiftLeft || event.Name == desktop.KeyShiftRight {
		e.shifted = false
	}
	e.Entry.KeyUp(event)
}

// beginAtStart puts the cursor before the text when the focus comes next.
func (e *textEntry) beginAtStart() {
	e.unread = false
	e.CursorRow, e.CursorColumn = 0, 0
}

// FocusGained is called by Fyne. The cursor of a text that has not been edited
// yet stands after it; a press of the pointer puts it elsewhere afterwards.
func (e *textEntry) FocusGained() {
	e.focused, e.idle = true, true
	if e.unread {
		e.unread = false
		e.CursorRow, e.CursorColumn = endOfText, endOfText
	}
	e.Entry.FocusGained()
	if !e.pressed {
		e.kit.Reveal(e.whole)
	}
	if e.onFocus != nil {
		e.onFocus(true)
	}
}

// FocusLost is called by Fyne, also when the window loses the focus.
func (e *textEntry) FocusLost() {
	e.focused, e.shifted, e.pressed, e.behind = false, false, false, 0
	e.Entry.FocusLost()
	if e.onFocus != nil {
		e.onFocus(false)
	}
}

// TypedKey is called by Fyne.
func (e *textEntry) TypedKey(event *fyne.KeyEvent) {
	if e.kit.Typed(event.Name) {
		return
	}
	e.idle = false
	if e.onKey != nil && e.onKey(event.Name) {
		return
	}
	switch event.Name {
	case fyne.KeyTab:
		return
	case fyne.KeyEscape:
		e.kit.escape()
		return
	case fyne.KeyReturn, fyne.KeyEnter:
		if e.onEnter != nil {
			e.onEnter()
			return
		}
	}
	if !e.keyBehind(event.Name) {
		e.Entry.TypedKey(event)
	}
}

// TypedRune is called by Fyne after the key's own event. The space that pressed
// the button which led here is none of the text.
func (e *textEntry) TypedRune(letter rune) {
	if letter == ' ' && e.idle {
		return
	}
	e.idle = false
	e.typeLetter(letter)
}

// TypedShortcut is called by Fyne, and by the entry's own context menu.
func (e *textEntry) TypedShortcut(shortcut fyne.Shortcut) {
	if e.onShortcut != nil && e.onShortcut(shortcut) {
		return
	}
	e.behind = 0
	paste, ok := shortcut.(*fyne.ShortcutPaste)
	if !ok {
		e.Entry.TypedShortcut(shortcut)
		return
	}
	copied := paste.Clipboard.Content()
	if e.onPaste != nil && e.onPaste(copied) {
		return
	}
	text := e.cleaned(copied)
	if e.refuse != nil && e.refuse(text) {
		return
	}
	e.Entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipping(e.parted(copied, text))})
}

// cleaned makes one text of what was copied elsewhere: a row of a table is not
// several fields.
func (e *textEntry) cleaned(text string) string {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\t", " ", "\x00", "").Replace(text)
	if e.onEnter != nil {
		text = strings.TrimSpace(strings.ReplaceAll(text, "\n", " "))
	}
	if e.clean != nil {
		text = e.clean(text)
	}
	return text
}

// clipping is a clipboard that holds one text.
type clipping string

func (c clipping) Content() string   { return string(c) }
func (c clipping) SetContent(string) {}

// MouseDown is called by Fyne, whose entry measures from its own corner; our
// text begins further in. The page stands still until the button is let go:
// where it is over something else then, Fyne takes the focus away.
func (e *textEntry) MouseDown(event *desktop.MouseEvent) {
	e.unread, e.pressed, e.behind = false, true, 0
	moved := *event
	moved.Position = event.Position.SubtractXY(e.textInset(), fynetheme.Size(theme.FocusMargin))
	e.Entry.MouseDown(&moved)
}

// MouseUp is called by Fyne, which looks at the pointer's place once more after
// it.
func (e *textEntry) MouseUp(event *desktop.MouseEvent) {
	e.Entry.MouseUp(event)
	if e.pressed && e.focused {
		fyne.Do(func() { e.kit.Reveal(e.whole) })
	}
	e.pressed = false
}

// MinSize is the height of the text's rows within the limits; the width is the
// layout's to give.
func (e *textEntry) MinSize() fyne.Size {
	e.ExtendBaseWidget(e)
	return e.BaseWidget.MinSize()
}

// HeightFor returns the height of the entry at a width: that of the rows which
// its text takes, within the entry's limits.
func (e *textEntry) HeightFor(width float32) float32 {
	padding := 2 * fynetheme.Size(fynetheme.SizeNameInnerPadding)
	height := float32(e.rowsAt(width))*rowHeight() + padding
	least := fynetheme.Size(theme.FieldHeight)
	if e.quiet {
		least = fynetheme.Size(theme.HitTarget)
	}
	return max(height, least) + 2*fynetheme.Size(theme.FocusMargin)
}

// rowHeight is the height of a row in Fyne's entry.
func rowHeight() float32 {
	return fyne.MeasureText("M", fynetheme.Size(fynetheme.SizeNameText), fyne.TextStyle{}).Height
}

// rowsAt counts rows by letting Fyne break the text as it will when it draws
// the entry at that width.
func (e *textEntry) rowsAt(width float32) int {
	if e.maxRows == e.minRows {
		return e.minRows
	}
	if e.probe == nil {
		e.probe = widget.NewRichText(&widget.TextSegment{Style: widget.RichTextStyleInline})
		e.probe.Wrapping = e.Wrapping
	}
	segment := e.probe.Segments[0].(*widget.TextSegment)
	space := fyne.NewSize(width-e.textInset()-e.rightInset()-fynetheme.Size(theme.FocusMargin), rowHeight())
	if segment.Text != e.Text || e.probe.Size() != space || e.probeRow != rowHeight() {
		segment.Text, e.probeRow = e.Text, rowHeight()
		e.probe.Resize(space)
		e.probe.Refresh()
	}
	padding := 2 * fynetheme.Size(fynetheme.SizeNameInnerPadding)
	rows := int((e.probe.MinSize().Height-padding)/rowHeight() + 0.5)
	return min(max(rows, e.minRows), e.maxRows)
}

// rightInset is what is kept free at the right edge of the frame.
func (e *textEntry) rightInset() float32 {
	if e.trailing == nil || !e.trailing.Visible() {
		return fynetheme.Size(theme.Space4)
	}
	return e.trailing.MinSize().Width - fynetheme.Size(theme.FocusMargin)
}

// textInset is how far to the right of Fyne's place the text begins.
func (e *textEntry) textInset() float32 {
	inset := fynetheme.Size(theme.FocusMargin) + fynetheme.Size(theme.Space4)
	if e.icon != "" {
		inset += fynetheme.Size(theme.IconSize) + fynetheme.Size(theme.Space8)
	}
	return inset
}
