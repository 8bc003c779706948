package ui

import (
	"unicode/utf8"

	"fyne.io/fyne/v2"
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
	// OnPaste is asked about what is pasted, as it was copied, before it is
	// taken; true says that the page has taken it over.
	OnPaste func(pasted string) bool

	// OnFocus is called when the focus comes into the field.
	OnFocus func()

	prose   *proseKeys // of a part of a text, nil otherwise
	kit     *Kit
	label   string
	hint    string
	problem string // set by the page
	refusal string // about a paste that was not taken
	limit   int
	entry   *textEntry

	read      Reading       // of a date, number or year; nil for plain text
	complaint func() string // what is said when it is not understood
	misread   bool

	title, hintText, countText, errorText *Label
	errorRow, content                     *fyne.Container
}

// NewField returns an empty field of one line under a label. Enter moves on to
// the next control.
func NewField(kit *Kit, label string) *Field {
	field := &Field{}
	field.begin(kit, field, label)
	return field
}

// begin makes self, which is the field or has it in itself, the widget that
// Fyne draws.
func (f *Field) begin(kit *Kit, self fyne.Widget, label string) {
	f.kit, f.label, f.limit = kit, label, TitleLimit
	f.ExtendBaseWidget(self)
	f.entry = newTextEntry(kit, f.Spoken)
	f.entry.whole = self
	f.entry.refuse = f.refusePaste
	f.entry.onPaste = func(pasted string) bool { return f.OnPaste != nil && f.OnPaste(pasted) }
	f.entry.OnChanged = f.changed
	f.entry.onFocus = f.focusChanged
	f.compose()
}

func (f *Field) focusChanged(focused bool) {
	if focused {
		if f.OnFocus != nil {
			f.OnFocus()
		}
		return
	}
	f.settle()
	if f.OnLeave != nil {
		f.OnLeave(f.entry.Text)
	}
}

// changed is called by the entry after typing, pasting and undoing.
func (f *Field) changed(text string) {
	f.refusal, f.misread = "", false
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
	f.SetHint(hint)
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
	f.Refresh()
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
	if f.entry.Text == text {
		return
	}
	heard := f.entry.OnChanged
	f.entry.OnChanged = nil
	f.entry.setText(text)
	f.entry.OnChanged = heard
	f.refusal, f.misread = "", false
	f.Refresh()
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

// Problem returns the sentence that is shown as wrong: the field's own about
// the length or the reading, else the page's, else nothing. It is not called
// Error, which would make every field a Go error.
func (f *Field) Problem() string {
	switch {
	case f.refusal != "":
		return f.refusal
	case f.TooLong():
		return f.kit.words.T("field.tooLong", "count", f.length()-f.limit, "limit", f.limit)
	case f.misread:
		return f.complaint()
	}
	return f.problem
}

// TooLong tells whether the text is over the limit.
func (f *Field) TooLong() bool { return f.limit > 0 && f.length() > f.limit }

func (f *Field) length() int { return utf8.RuneCountInString(f.entry.Text) }

// countdown is the message near the limit, or nothing.
func (f *Field) countdown() string {
	left := f.limit - f.length()
	if f.limit <= 0 || left < 0 || left > f.limit/10 {
		return ""
	}
	return f.kit.words.T("field.charactersLeft", "count", left)
}

// Focus moves the keyboard into the entry.
func (f *Field) Focus() { f.kit.Focus(f.entry) }

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
	if sentence := f.Problem(); sentence != "" {
		spoken.Error = f.kit.words.T("field.error", "message", sentence)
	}
	return spoken
}

// HeightFor returns the height of the field at a width: texts wrap, and an entry
// of several rows grows.
func (f *Field) HeightFor(width float32) float32 {
	f.fill()
	return HeightFor(f.content, width)
}

// fill brings what is shown up to date.
func (f *Field) fill() {
	f.title.SetText(f.label)
	showOrHide(f.title, !f.entry.quiet)
	showText(f.hintText, f.hint)
	showText(f.countText, f.countdown())
	sentence := f.Problem()
	showText(f.errorText, sentence)
	showOrHide(f.errorRow, sentence != "")
	f.entry.failed = sentence != ""
}

// Refresh is called by Fyne and at each change.
func (f *Field) Refresh() {
	f.fill()
	f.BaseWidget.Refresh()
}

// CreateRenderer is called by Fyne.
func (f *Field) CreateRenderer() fyne.WidgetRenderer {
	f.fill()
	return widget.NewSimpleRenderer(f.content)
}

// compose stacks the label, the entry and the texts below it. The texts stand
// where the entry's frame stands, within the margin of its focus ring.
func (f *Field) compose() {
	f.title = NewBoldLabel(f.label, theme.TextSecondary)
	f.hintText = NewMutedLabel("", theme.TextSmallest)
	f.countText = NewMutedLabel("", theme.TextSmallest)
	f.errorRow, f.errorText = newErrorRow()
	f.title.said, f.hintText.said, f.errorText.said = true, true, true
	f.content = NewColumn("",
		NewInset("", theme.FocusMargin, "", theme.FocusMargin, f.title),
		f.entry,
		NewInset("", theme.FocusMargin, "", theme.FocusMargin, NewColumn("", f.hintText, f.countText, f.errorRow)),
	)
}

// newErrorRow returns a sentence in the error colour after its mark, and the
// sentence's label.
func newErrorRow() (*fyne.Container, *Label) {
	sentence := NewBoldLabel("", theme.TextSmallest)
	sentence.Color = theme.ColorErr
	mark := NewIconSized(IconWarning, theme.ColorErr, theme.IconSmall)
	return NewTopRow(theme.Space4, sentence, mark, sentence), sentence
}

// showText sets a label's words, and hides it when there are none.
func showText(label *Label, text string) {
	label.SetText(text)
	showOrHide(label, text != "")
}

func showOrHide(object fyne.CanvasObject, show bool) {
	if show != object.Visible() {
		if show {
			object.Show()
		} else {
			object.Hide()
		}
	}
}
