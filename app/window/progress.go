package window

import (
	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
)

// beside does work outside the window's goroutine, so that the window stays
// alive, and then in it what follows.
func (w *Window) beside(work func(), then func()) {
	w.running.Add(1)
	go func() {
		work()
		w.options.Post(func() {
			defer w.running.Done()
			then()
		})
	}()
}

// progress shows above the page how far something is, and lets it be cancelled.
type progress struct {
	post   func(func())
	words  string
	bar    *ui.ShareBar
	dialog *ui.Dialog
}

func (w *Window) showProgress(title, words string, cancel func()) *progress {
	p := &progress{post: w.options.Post, words: words, bar: ui.NewShareBar(0, words)}
	p.dialog = ui.NewDialog(w.kit, title, ui.NewColumn(theme.Space16, ui.NewLabel(words, theme.TextBody), p.bar)).
		WithCancel(w.t("reports.cancel"), cancel)
	p.dialog.Show(w.window.Canvas())
	return p
}

// set may be called from any goroutine.
func (p *progress) set(done, whole int) {
	p.post(func() { p.bar.Set(float64(done)/float64(max(1, whole)), p.words) })
}

func (p *progress) close() { p.dialog.Close() }
