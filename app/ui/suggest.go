package ui

import (
	"strings"

	"fyne.io/fyne/v2"
)

// Suggest is a field that offers what is known already while the person types,
// and at the end of the list the typed name as a new one. The arrow keys
// choose, Enter takes, Escape closes the list and leaves the text.
type Suggest struct {
	Field

	OnTaken func(text string) // a suggestion was taken
	OnNew   func(text string) // the typed text was taken as a new one

	find   func(typed string) []string
	addNew func(typed string) string
	clears bool
	shown  []string
	list   *dropList
}

// NewSuggest returns a field that asks find for suggestions: the best first,
// for the typed text without spaces around it, which may be empty.
func NewSuggest(kit *Kit, label string, find func(typed string) []string) *Suggest {
	suggest := &Suggest{find: find}
	suggest.begin(kit, suggest, label)
	suggest.entry.OnChanged = suggest.typed
	suggest.entry.onKey = suggest.typedKey
	suggest.entry.onFocus = func(focused bool) {
		if !focused && !suggest.list.heldByPointer(suggest.leave) {
			suggest.leave()
		}
	}
	suggest.entry.spoken = suggest.Spoken
	return suggest
}

// WithNew adds a last row for what is not in the list yet; words makes its
// text of the typed name ("Lisää uusi taho: …"). It returns the field.
func (s *Suggest) WithNew(words func(typed string) string) *Suggest {
	s.addNew = words
	return s
}

// WithHint puts a hint below the entry. It returns the field.
func (s *Suggest) WithHint(hint string) *Suggest {
	s.Field.WithHint(hint)
	return s
}

// WithPlaceholder shows an example in the empty entry. It returns the field.
func (s *Suggest) WithPlaceholder(example string) *Suggest {
	s.Field.WithPlaceholder(example)
	return s
}

// Clearing empties the field when something is taken, for fields that add to a
// set. It returns the field.
func (s *Suggest) Clearing() *Suggest {
	s.clears = true
	return s
}

// leave is what happens when the focus goes elsewhere for good.
func (s *Suggest) leave() {
	s.closeList()
	s.focusChanged(false)
}

func (s *Suggest) typed(text string) {
	s.changed(text)
	if !s.entry.focused {
		return
	}
	if strings.TrimSpace(text) == "" {
		s.closeList()
		return
	}
	s.openList()
}

// openList shows the suggestions for what is typed now.
func (s *Suggest) openList() {
	s.closeList()
	typed := strings.TrimSpace(s.entry.Text)
	s.shown = s.find(typed)
	rows := append([]string(nil), s.shown...)
	if s.addNew != nil && typed != "" && !containsFold(s.shown, typed) {
		rows = append(rows, s.addNew(typed))
	}
	if len(rows) == 0 {
		return
	}
	marked := -1
	if typed != "" {
		marked = 0
	}
	s.list = openDropList(s.kit, s.entry, rows, marked, s.take)
}

func containsFold(list []string, text string) bool {
	for _, item := range list {
		if strings.EqualFold(item, text) {
			return true
		}
	}
	return false
}

func (s *Suggest) closeList() {
	if s.list == nil {
		return
	}
	s.list.dismiss()
	s.list = nil
}

func (s *Suggest) typedKey(key fyne.KeyName) bool {
	switch {
	case s.list == nil && key == fyne.KeyDown:
		s.openList()
		return s.list != nil
	case s.list == nil:
		return false
	case key == fyne.KeyEscape:
		s.closeList()
		return true
	case key == fyne.KeyHome || key == fyne.KeyEnd:
		return false // of the text
	}
	return s.list.typedKey(key)
}

// take is called with a row of the list.
func (s *Suggest) take(row int) {
	typed := strings.TrimSpace(s.entry.Text)
	s.closeList()
	s.kit.Focus(s.entry)
	text, tell := typed, s.OnNew
	if row < len(s.shown) {
		text, tell = s.shown[row], s.OnTaken
	}
	kept := text
	if s.clears {
		kept = ""
	}
	if kept != s.entry.Text {
		s.entry.setText(kept)
		s.closeList()
	}
	s.entry.CursorColumn = len([]rune(kept))
	s.entry.Refresh()
	if tell != nil {
		tell(text)
	}
}

// Spoken returns what a screen reader is told: also how many suggestions there
// are and which is marked.
func (s *Suggest) Spoken() Spoken {
	spoken := s.Field.Spoken()
	if s.list == nil {
		return spoken
	}
	count := Spoken{Label: s.kit.words.T("suggest.count", "count", len(s.list.rows)), Value: s.list.markedText()}
	spoken.Hint = strings.TrimSpace(spoken.Hint + " " + count.String())
	return spoken
}
