package ui

import (
	"unicode/utf8"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tavoitekartta/app/theme"
)

// Longest texts that a field takes, in characters, unless it is told otherwise.
const (
	TitleLimit = 500
	TextLimit  = 4000
)

// pasteFactor times the limit is more than a person can have meant to paste.
const pasteFactor = 10

// Field is a label, an entry of one line, a hint, and an error below.
//
// A text over the limit is kept as typed and OnChanged hears of it, so that
// nothing is lost; the field says by how much it is too long, and TooLong tells
// the page.
type Field struct {
	widget.BaseWidget

	OnChanged func(text string) // at each change by the person
	OnLeave   func(text string) // when the focus leaves the field

	kit     *Kit
	label   string
	hint    string
	problem string // set by the page
	refusal string // about a paste that was not taken
	limit   int
	entry   *textEntry
}

// NewField returns an empty field of one line under a label. Enter moves on to
// the next control.
func NewField(kit *Kit, label string) *Field {
	f := &Field{kit: kit, label: label, limit: TitleLimit}
	f.ExtendBaseWidget(f)
	f.entry = newTextEntry(kit, f.Spoken)
	f.entry.whole = f
	f.entry.refuse = f.refusePaste
	f.entry.OnChanged = f.changed
	f.entry.onFocus = func(focused bool) {
		if !focused && f.OnLeave != nil {
			f.OnLeave(f.entry.Text)
		}
	}
	return f
}

// changed is called by the entry after typing, pasting and undoing, and also
// when the page sets the text; the page is not told what it did itself.
func (f *Field) changed(text string) {
	f.refusal = ""
	f.Refresh()
	if f.OnChanged != nil {
		f.OnChanged(text)
	}
}

func (f *Field) refusePaste(pasted string) bool {
	length := f.length() + utf8.RuneCountInString(pasted)
	if f.limit <= 0 || length <= pasteFactor*f.limit {
		return false
	}
	f.refusal = f.kit.words.T("field.pasteTooLong", "count", length, "limit", f.limit)
	f.Refresh()
	return true
}

// WithHint puts a hint below the entry. It returns the field.
func (f *Field) WithHint(hint string) *Field {
	f.hint = hint
	return f
}

// WithPlaceholder shows an example in the empty entry. It returns the field.
func (f *Field) WithPlaceholder(example string) *Field {
	f.entry.SetPlaceHolder(example)
	return f
}

// WithLimit sets the longest text in characters; 0 is no limit. It returns the
// field.
func (f *Field) WithLimit(characters int) *Field {
	f.limit = characters
	return f
}

// WithClean sets what is done to a pasted text before it is taken in. It
// returns the field.
func (f *Field) WithClean(clean func(string) string) *Field {
	f.entry.clean = clean
	return f
}

// OnEnter sets what Enter does instead of moving on to the next control.
func (f *Field) OnEnter(enter func()) { f.entry.onEnter = enter }

// Label returns the label.
func (f *Field) Label() string { return f.label }

// SetLabel changes the label.
func (f *Field) SetLabel(label string) {
	f.label = label
	f.Refresh()
}

// Text returns the text as typed.
func (f *Field) Text() string { return f.entry.Text }

// SetText replaces the text without OnChanged being called. The same text
// changes nothing, so that what can be undone in the entry stays.
func (f *Field) SetText(text string) {
	tell := f.OnChanged
	f.OnChanged = nil
	f.entry.setText(text)
	f.OnChanged = tell
}

// SetHint changes the hint; an empty one takes no room.
func (f *Field) SetHint(hint string) {
	f.hint = hint
	f.Refresh()
}

// SetError shows a sentence below the field and marks its frame; an empty one
// takes the mark away.
func (f *Field) SetError(sentence string) {
	if f.problem == sentence {
		return
	}
	f.problem = sentence
	f.Refresh()
}

// Error returns what is shown as wrong: the page's sentence, else the field's
// own about the length, else nothing.
func (f *Field) Error() string {
	switch {
	case f.refusal != "":
		return f.refusal
	case f.TooLong():
		return f.kit.words.T("field.tooLong", "count", f.length()-f.limit, "limit", f.limit)
	}
	return f.problem
}

// TooLong tells whether the text is over the limit.
func (f *Field) TooLong() bool { return f.limit > 0 && f.length() > f.limit }

func (f *Field) length() int { return utf8.RuneCountInString(f.entry.Text) }

// countdown is the message near the limit, or nothing.
func (f *Field) countdown() string {
	left := f.limit - f.length()
	if f.limit <= 0 || left < 0 || left > max(20, f.limit/10) || f.length() == 0 {
		return ""
	}
	return f.kit.words.T("field.charactersLeft", "count", left)
}

// Focus moves the keyboard into the entry.
func (f *Field) Focus() { takeFocus(f.entry) }

// Focusable returns what takes the focus, for pages that keep the order.
func (f *Field) Focusable() fyne.Focusable { return f.entry }

// Tapped is called by Fyne: a press on the label or hint is for the entry.
func (f *Field) Tapped(*fyne.PointEvent) { f.Focus() }

// Spoken returns what a screen reader is told.
func (f *Field) Spoken() Spoken {
	spoken := Spoken{Label: f.label, Value: f.entry.Text, Hint: f.hint}
	if spoken.Value == "" {
		spoken.Value = f.kit.words.T("field.empty")
	}
	if sentence := f.Error(); sentence != "" {
		spoken.Error = f.kit.words.T("field.error", "message", sentence)
	}
	return spoken
}

// CreateRenderer is called by Fyne.
func (f *Field) CreateRenderer() fyne.WidgetRenderer {
	return &fieldRenderer{
		field:     f,
		label:     newNote(theme.TextSecondary, theme.LineSecondary, theme.ColorText, true),
		hint:      newNote(theme.TextSmallest, theme.LineSmallest, theme.ColorMuted, false),
		countdown: newNote(theme.TextSmallest, theme.LineSmallest, theme.ColorMuted, false),
		problem:   newNote(theme.TextSmallest, theme.LineSmallest, theme.ColorErr, true).withIcon(IconWarning),
	}
}

// fieldRenderer stacks the label, the entry and the notes.
type fieldRenderer struct {
	field                           *Field
	label, hint, countdown, problem *note
}

func (r *fieldRenderer) notesBelow() []*note { return []*note{r.hint, r.countdown, r.problem} }

func (r *fieldRenderer) fill() {
	r.label.set(r.field.label)
	r.hint.set(r.field.hint)
	r.countdown.set(r.field.countdown())
	r.problem.set(r.field.Error())
	r.field.entry.failed = r.field.Error() != ""
}

func (r *fieldRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.label, r.field.entry}
	for _, note := range r.notesBelow() {
		objects = append(objects, note)
	}
	return objects
}

func (r *fieldRenderer) MinSize() fyne.Size {
	r.fill()
	need := r.field.entry.MinSize()
	need.Height += r.label.MinSize().Height
	for _, note := range r.notesBelow() {
		need.Height += note.MinSize().Height
	}
	return need
}

func (r *fieldRenderer) Layout(size fyne.Size) {
	r.fill()
	margin := fynetheme.Size(theme.FocusMargin)
	width := size.Width - 2*margin
	top := float32(0)
	stack := func(note *note) {
		note.fit(width)
		note.Resize(fyne.NewSize(width, note.MinSize().Height))
		note.Move(fyne.NewPos(margin, top))
		top += note.Size().Height
	}
	stack(r.label)
	entry := r.field.entry
	entry.Move(fyne.NewPos(0, top))
	// The entry's own height depends on its width: the rows that the text takes.
	entry.Resize(fyne.NewSize(size.Width, entry.MinSize().Height))
	entry.Resize(fyne.NewSize(size.Width, entry.MinSize().Height))
	top += entry.Size().Height
	for _, note := range r.notesBelow() {
		stack(note)
	}
}

func (r *fieldRenderer) Refresh() {
	r.fill()
	r.Layout(r.field.Size())
	for _, object := range r.Objects() {
		object.Refresh()
	}
}

func (r *fieldRenderer) Destroy() {}
