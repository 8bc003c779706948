package ui

import (
	"time"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/e2estatus"
)

// watchEvery is how often a watched window is looked at; Fyne has no event for
// "the focus has moved" or "the frame is done" to hang this on.
const watchEvery = 15 * time.Millisecond

// watcher remembers what it told of a window the last time.
type watcher struct {
	window   fyne.Window
	reporter *e2estatus.Reporter
	fill     func(*e2estatus.State)
	focused  fyne.Focusable
	told     e2estatus.State
}

// Watch tells a journey test what the window shows: the control that has the
// focus, by what a screen reader is told of it, and what fill adds (page,
// programme, saving, message). Where the controls are it tells when it is asked.
// It runs until stop is called. Fill is called on
// Fyne's goroutine. With a nil reporter nothing is watched.
func Watch(window fyne.Window, reporter *e2estatus.Reporter, fill func(*e2estatus.State)) (stop func()) {
	if reporter == nil {
		return func() {}
	}
	w := &watcher{window: window, reporter: reporter, fill: fill}
	done := make(chan struct{})
	go reporter.Answer(func() (controls []e2estatus.Control) {
		fyne.DoAndWait(func() { controls = controlsOf(window) })
		return controls
	})
	go func() {
		look := time.NewTicker(watchEvery)
		defer look.Stop()
		for {
			select {
			case <-done:
				return
			case <-look.C:
				fyne.DoAndWait(w.look)
			}
		}
	}()
	return func() { close(done) }
}

// look reports what differs from the look before. A focus that moved to another
// control is told even if the two are called the same.
func (w *watcher) look() {
	focused := w.window.Canvas().Focused()
	state := e2estatus.State{}
	w.fill(&state)
	state.Focus = LabelOf(focused)
	if control, speaks := focused.(interface{ Spoken() Spoken }); speaks {
		spoken := control.Spoken()
		state.Value, state.Problem = spoken.Value, spoken.Error
	}
	if entry, typed := focused.(*textEntry); typed {
		// The text as typed: of an empty one it is said that it is empty.
		state.Value = entry.Text
	}
	state.Seq = 0
	if focused == w.focused && state == w.told {
		return
	}
	w.focused, w.told = focused, state
	w.reporter.Update(func(s *e2estatus.State) { *s = state })
}

// Spoken is what a screen reader is told, in its parts.
func (e *textEntry) Spoken() Spoken { return e.spoken() }
