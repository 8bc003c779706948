package ui

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// searchPause is the time after which a typed letter begins a new search.
const searchPause = time.Second

// treeSearch collects typed letters.
type treeSearch struct {
	now    func() time.Time
	typed  string
	lastAt time.Time
}

// FocusGained is called by Fyne.
func (t *Tree) FocusGained() {
	t.focused = true
	t.kit.Reveal(t)
	t.show(t.cursor)
	t.body.Refresh()
}

// FocusLost is called by Fyne.
func (t *Tree) FocusLost() {
	t.focused = false
	t.body.Refresh()
}

// TypedKey is called by Fyne.
func (t *Tree) TypedKey(event *fyne.KeyEvent) {
	if t.kit.Typed(event.Name) {
		return
	}
	if event.Name == fyne.KeyEscape {
		if !t.kit.escape() && t.OnEscape != nil {
			t.OnEscape()
		}
		return
	}
	if len(t.flat) == 0 {
		return
	}
	at := t.flat[t.cursor]
	t.measureRows(t.scroll.Size().Width)
	if to, walks := t.walk(event.Name); walks {
		t.setCursor(to)
		return
	}
	switch event.Name {
	case fyne.KeyRight:
		t.goIn(at)
	case fyne.KeyLeft:
		t.goOut(at)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		t.chooseAt(t.cursor)
	}
}

func (t *Tree) goIn(at flatRow) {
	switch {
	case len(at.row.Children) == 0:
	case !t.open[at.row.ID]:
		t.Open(at.row.ID, true)
	default:
		t.setCursor(t.cursor + 1)
	}
}

func (t *Tree) goOut(at flatRow) {
	if at.level == 1 {
		if t.moveCursorTo(at.parent) {
			t.setCursor(t.cursor)
		}
		return
	}
	t.Open(at.row.ID, false)
}

func (t *Tree) setCursor(to int) {
	if to < 0 || to >= len(t.flat) {
		return
	}
	t.cursor = to
	t.show(to)
	t.body.Refresh()
}

// chooseAt chooses a row and opens it when it is a closed section.
func (t *Tree) chooseAt(index int) {
	if index < 0 || index >= len(t.flat) {
		return
	}
	row := t.flat[index].row
	t.cursor = index
	if len(row.Children) > 0 && !t.open[row.ID] {
		t.Open(row.ID, true)
	}
	id := row.ID
	t.Choose(id)
	if t.OnChoose != nil {
		t.OnChoose(id)
	}
}

// TypedRune finds the next title that begins with what was typed within a
// second, or that holds it when none begins so.
func (t *Tree) TypedRune(letter rune) {
	if letter == ' ' && t.search.typed == "" {
		return
	}
	now := t.search.now()
	if now.Sub(t.search.lastAt) > searchPause {
		t.search.typed = ""
	}
	repeated := strings.Trim(t.search.typed, string(letter)) == ""
	t.search.typed += string(letter)
	t.search.lastAt = now
	wanted, from := strings.ToLower(t.search.typed), t.cursor
	if repeated {
		// The same letter again goes on to the next title.
		wanted, from = strings.ToLower(string(letter)), t.cursor+1
	}
	for _, matches := range []func(title, wanted string) bool{strings.HasPrefix, strings.Contains} {
		for step := range t.flat {
			index := (from + step) % len(t.flat)
			if matches(strings.ToLower(plainText(t.flat[index].row.Title)), wanted) {
				t.setCursor(index)
				return
			}
		}
	}
}

// TypedShortcut is called by Fyne; Alt+Up and Alt+Down move the row at the
// cursor among its siblings.
func (t *Tree) TypedShortcut(shortcut fyne.Shortcut) {
	typed, ok := shortcut.(*desktop.CustomShortcut)
	if !ok || typed.Modifier != fyne.KeyModifierAlt || len(t.flat) == 0 {
		return
	}
	switch typed.KeyName {
	case fyne.KeyUp:
		t.moveSibling(-1)
	case fyne.KeyDown:
		t.moveSibling(1)
	}
}

func (t *Tree) moveSibling(by int) {
	at := t.flat[t.cursor]
	to := at.index + by
	if to < 0 || to >= t.siblings(at.parent) || t.OnMove == nil {
		return
	}
	t.OnMove(at.row.ID, at.parent, to)
}

// siblings returns how many rows a parent has; "" is the parent of sections.
func (t *Tree) siblings(parent string) int {
	if parent == "" {
		return len(t.rows)
	}
	for i := range t.rows {
		if t.rows[i].ID == parent {
			return len(t.rows[i].Children)
		}
	}
	return 0
}
