package window

import (
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
)

// OpenDocument shows what a document holds that the program was started with,
// and offers to bring it in: a programme, or a filled worksheet's answers; path is
// absolute. What is being typed is kept first.
func (w *Window) OpenDocument(path string) { w.openDocuments([]string{path}) }

// openDocuments opens the first of the documents, or all of them where it is a
// filled worksheet; of anything else the page says that it is no such document.
func (w *Window) openDocuments(paths []string) {
	if _, err := readAnswers(paths[0]); err == nil {
		w.readAnswersOf(paths)
		return
	}
	page := &bringInPage{askedFile: askedFile{w: w, typed: paths[0]}}
	w.leave(page)
	if w.page == page {
		page.read()
	}
}

// takeDropped opens the PDF files among what was dropped on the window, or what
// there is.
func (w *Window) takeDropped(_ fyne.Position, dropped []fyne.URI) {
	var files, documents []string
	for _, uri := range dropped {
		files = append(files, filepath.FromSlash(uri.Path()))
		if strings.EqualFold(filepath.Ext(uri.Path()), ".pdf") {
			documents = append(documents, files[len(files)-1])
		}
	}
	switch {
	case len(documents) > 0:
		w.openDocuments(documents)
	case len(files) > 0:
		w.openDocuments(files)
	}
}
