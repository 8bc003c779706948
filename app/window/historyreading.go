package window

import "tavoitekartta/app/workflow"

// readHistory reads the programme's changes beside the window, which takes a
// while when there are many, and gives them to a page that still waits for them;
// the page is then built anew, with the keyboard where a person begins on it.
func (w *Window) readHistory(p page, waiting func() bool, take func(*workflow.History)) {
	reading := w.work.History()
	var failed error
	w.beside(func() { failed = reading.Read(w.ctx) }, func() {
		switch {
		case w.page != p || !waiting():
			return
		case failed != nil:
			w.tell(failed)
			return
		}
		begins := w.window.Canvas().Focused() == p.first()
		take(reading)
		w.rebuild()
		if begins {
			w.kit.Focus(p.first())
		}
	})
}
