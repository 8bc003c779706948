package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// NewReadAloud returns a window's content as Fyne's accessibility finds it.
//
// Fyne 2.8, built with the tag accessibility, looks for what can be read in
// containers alone: not inside widgets and scrollers, where nearly everything of
// this program stands, nor inside overlays. So the content is kept from it, and a
// container beside the content holds a silent stand-in for each thing that [Read]
// finds, with its words, its role and its place. The stand-ins are there only
// while Fyne looks, after a frame that was drawn; without the tag nobody looks.
//
// An open dialog is read instead of the page below it, which cannot be used
// meanwhile. OnFocus, which may be nil, is told the number of the line to which
// the keys go, whenever it or a line's words are others than before: Fyne counts
// presses of Tab instead, as if every line were a control.
func NewReadAloud(shown fyne.Canvas, content fyne.CanvasObject, onFocus func(line int)) *fyne.Container {
	whole := &readAloud{shown: shown, stands: container.NewWithoutLayout(), onFocus: onFocus}
	whole.root = container.NewStack(newClosed(content), newAsked(whole.fill), whole.stands, newAsked(whole.stands.RemoveAll))
	whole.content = content
	return whole.root
}

type readAloud struct {
	shown   fyne.Canvas
	root    *fyne.Container
	content fyne.CanvasObject
	stands  *fyne.Container
	onFocus func(line int)
	typing  *textEntry // that has the focus, nil for none
	problem string     // of that entry
	lines   []Heard    // as they were found last
}

// fill makes the stand-ins. Their places are counted from the root's corner,
// which is below a main menu.
func (w *readAloud) fill() {
	var focused fyne.Focusable
	read, at := w.content, w.root.Position()
	if w.shown != nil {
		focused = w.shown.Focused()
		if top := w.shown.Overlays().Top(); top != nil {
			read, at = top, fyne.Position{}
		}
	}
	lines := w.steady(Read(read, at, focused), focused)
	w.tellFocus(lines)
	w.lines = lines
	w.stands.Objects = nil
	for _, heard := range lines {
		w.stands.Objects = append(w.stands.Objects, newStandIn(heard, w.root.Position()))
	}
}

// steady keeps the words as they are while a person types in one field: screen
// readers echo the keys themselves, and to Fyne a changed word is a new page, which
// would be read anew at every letter. A new problem of the field is told.
func (w *readAloud) steady(lines []Heard, focused fyne.Focusable) []Heard {
	typing, _ := focused.(*textEntry)
	problem := ""
	if typing != nil {
		problem = typing.spoken().Error
	}
	same := typing != nil && typing == w.typing && problem == w.problem && len(lines) == len(w.lines)
	w.typing, w.problem = typing, problem
	if same {
		for at := range lines {
			lines[at].Words = w.lines[at].Words
		}
	}
	return lines
}

func (w *readAloud) tellFocus(lines []Heard) {
	if w.onFocus == nil || slices.EqualFunc(lines, w.lines, func(a, b Heard) bool {
		return a.Words == b.Words && a.Focused == b.Focused
	}) {
		return
	}
	if at := slices.IndexFunc(lines, func(h Heard) bool { return h.Focused }); at >= 0 {
		w.onFocus(at)
	}
}

// closed keeps a content from those who look into containers.
type closed struct {
	widget.BaseWidget
	content fyne.CanvasObject
}

func newClosed(content fyne.CanvasObject) *closed {
	shut := &closed{content: content}
	shut.ExtendBaseWidget(shut)
	return shut
}

// CreateRenderer is called by Fyne.
func (c *closed) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(c.content) }

// nothing is an object that is never drawn: Fyne's painters know its type not.
type nothing struct{ *canvas.Rectangle }

func newNothing() nothing { return nothing{canvas.NewRectangle(nil)} }

// asked is told when Fyne comes by on its way through what can be read.
type asked struct {
	nothing
	done func()
}

func newAsked(done func()) *asked { return &asked{newNothing(), done} }

// AccessibilityLabel is asked for by nobody.
func (*asked) AccessibilityLabel() string { return "" }

// AccessibilityRole makes Fyne go on to what stands after it.
func (a *asked) AccessibilityRole() fyne.AccessibleRole {
	a.done()
	return fyne.AccessibleRoleContainer
}

// standIn is read in place of a control.
type standIn struct {
	nothing
	heard Heard
}

func newStandIn(heard Heard, origin fyne.Position) *standIn {
	stand := &standIn{newNothing(), heard}
	stand.Move(heard.At.Subtract(origin))
	stand.Resize(heard.Size)
	return stand
}

// AccessibilityLabel is read out by screen readers.
func (s *standIn) AccessibilityLabel() string { return s.heard.Words }

// AccessibilityRole is told to screen readers.
func (s *standIn) AccessibilityRole() fyne.AccessibleRole { return s.heard.Role }

// AccessibilityFocused tells whether the keys go to what it stands for.
func (s *standIn) AccessibilityFocused() bool { return s.heard.Focused }
