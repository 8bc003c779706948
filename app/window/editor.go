package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tavoitekartta/model"
)

// editor is what the pages have in common on which the programme is written:
// fields that are bound to its texts and values, lists whose cards are put in
// another order, and the keys by which controls are found again.
//
// What such a page shows is read from the programme each time that something is
// added, moved or removed; a text that is being typed stays in its field
// meanwhile. Controls have keys (see [editor.register]), so that the keyboard is
// where it was when the page has been built anew.
type editor struct {
	w     *Window
	page  edited
	words string // what the keys of the page's own texts begin with
	draft *draft

	second   bool                      // in a narrow window: the other languages are shown too
	open     map[string]model.EntityID // the unfolded card of each list
	problems map[string]string         // sentences by key, until what they speak of changes

	plainOpen bool // the texts in easy language are unfolded

	// switchAbove says that the page has one switch of the languages above its
	// fields, and not one at each of them.
	switchAbove bool

	keys    map[string]fyne.Focusable
	updates []func() // what follows a text that has been kept
	start   string   // the key of what gets the focus first

	scroll *container.Scroll
	body   *fyne.Container
}

// edited is the page that an editor belongs to.
type edited interface {
	page
	// show builds what is edited anew and leaves the keyboard where it was, or
	// puts it at a key when one is given.
	show(focus ...string)
	// freshen brings what follows from a text up to date.
	freshen()
	// relaid lays out anew what has grown or shrunk.
	relaid()
}

func newEditor(w *Window, p edited, words string) editor {
	return editor{w: w, page: p, words: words, draft: newDraft(w), open: map[string]model.EntityID{}, problems: map[string]string{}}
}
