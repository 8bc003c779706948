package ui

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tavoitekartta/app/theme"
)

// SearchField is an entry with a magnifying glass and its label inside. Escape
// empties it.
type SearchField struct {
	widget.BaseWidget

	OnChanged func(text string)
	OnEnter   func(text string)
	OnKey     func(fyne.KeyName) bool // asked first; true when taken

	kit   *Kit
	label string
	entry *textEntry
	clear *Button
}

// NewSearchField returns an empty search field; its label stands inside while
// it is empty and is read out always.
func NewSearchField(kit *Kit, label string) *SearchField {
	search := &SearchField{kit: kit, label: label}
	search.ExtendBaseWidget(search)
	search.entry = newTextEntry(kit, search.Spoken)
	search.entry.icon = IconSearch
	search.entry.SetPlaceHolder(label)
	search.entry.onKey = search.typedKey
	search.entry.onEnter = func() {
		if search.OnEnter != nil {
			search.OnEnter(search.entry.Text)
		}
	}
	search.clear = NewIconButton(kit, IconCross, kit.words.T("field.clear"), search.Clear)
	search.clear.Hide()
	search.entry.trailing = search.clear
	search.entry.OnChanged = func(text string) {
		showOrHide(search.clear, text != "")
		if search.OnChanged != nil {
			search.OnChanged(text)
		}
	}
	return search
}

func (s *SearchField) typedKey(key fyne.KeyName) bool {
	if s.OnKey != nil && s.OnKey(key) {
		return true
	}
	if key != fyne.KeyEscape || s.entry.Text == "" {
		return false
	}
	s.Clear()
	return true
}

// Clear empties the field, tells OnChanged and keeps the focus in it.
func (s *SearchField) Clear() {
	s.entry.SetText("")
	s.Focus()
}

// SetText puts words into the field, all of them selected, without OnChanged
// being called: the next letter replaces them.
func (s *SearchField) SetText(words string) {
	told := s.entry.OnChanged
	s.entry.OnChanged = nil
	s.entry.setText(words)
	s.entry.OnChanged = told
	showOrHide(s.clear, words != "")
	s.Select()
}

// Select selects all words of the field.
func (s *SearchField) Select() { s.entry.Entry.TypedShortcut(&fyne.ShortcutSelectAll{}) }

// Text returns what is searched for.
func (s *SearchField) Text() string { return s.entry.Text }

// Focus moves the keyboard into the field.
func (s *SearchField) Focus() { s.kit.Focus(s.entry) }

// Focusable returns what takes the focus.
func (s *SearchField) Focusable() fyne.Focusable { return s.entry }

// Spoken returns what a screen reader is told.
func (s *SearchField) Spoken() Spoken {
	spoken := Spoken{Label: s.label, Value: s.entry.Text}
	if spoken.Value == "" {
		spoken.Value = s.kit.words.T("field.empty")
	}
	return spoken
}

// CreateRenderer is called by Fyne.
func (s *SearchField) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(s.entry)
}

// MinSize is wide enough for the label.
func (s *SearchField) MinSize() fyne.Size {
	need := s.BaseWidget.MinSize()
	words := fyne.MeasureText(s.label, fynetheme.Size(theme.TextBody), fyne.TextStyle{}).Width
	need.Width = max(need.Width, words+s.entry.textInset()+fynetheme.Size(theme.Space24))
	return need
}
