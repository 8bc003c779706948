package window

import (
	"path/filepath"
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

// takeDropped opens the first document among what was dropped on the window, or
// all of them where it is a filled worksheet; of anything else the page says that
// it is no such document.
func (w *Window) takeDropped(_ fyne.Position, dropped []fyne.URI) {
	if len(dropped) == 0 {
		return
	}
	var documents []string
	for _, uri := range dropped {
		if strings.EqualFold(filepath.Ext(uri.Path()), ".pdf") {
			documents = append(documents, filepath.FromSlash(uri.Path()))
		}
	}
	if len(documents) == 0 {
		w.OpenDocument(filepath.FromSlash(dropped[0].Path()))
		return
	}
	if _, err := readAnswers(documents[0]); err == nil {
		w.readAnswersOf(documents)
		return
	}
	w.OpenDocument(documents[0])
}
