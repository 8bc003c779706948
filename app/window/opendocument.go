package window

import (
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
)

// OpenDocument shows what a document holds that the program was started with or
// that was dropped on its window, and offers to bring it in; path is absolute.
// What is being typed is kept first.
func (w *Window) OpenDocument(path string) {
	page := &bringInPage{askedFile: askedFile{w: w, typed: path}}
	w.leave(page)
	if w.page == page {
		page.read()
	}
}

// takeDropped opens the first document among what was dropped on the window;
// of anything else the page says that it is no such document.
func (w *Window) takeDropped(_ fyne.Position, dropped []fyne.URI) {
	if len(dropped) == 0 {
		return
	}
	at := slices.IndexFunc(dropped, func(uri fyne.URI) bool { return strings.EqualFold(filepath.Ext(uri.Path()), ".pdf") })
	w.OpenDocument(filepath.FromSlash(dropped[max(at, 0)].Path()))
}
