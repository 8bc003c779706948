package window

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/e2estatus"
)

// tell shows an error as a sentence above the page: what happened, what is
// safe, what to do next. A nil error tells nothing.
func (w *Window) tell(err error) {
	if err == nil {
		return
	}
	fyne.LogError("told to the person", err)
	key, args := w.desk.Sentence(err)
	var pairs []any
	for name, value := range args {
		pairs = append(pairs, name, value)
	}
	kind := messageError
	if errors.Is(err, context.Canceled) { // by the person: nothing went wrong
		kind = messageInfo
	}
	w.show(kind, key, pairs...)
}

// inform shows a quiet sentence above the page.
func (w *Window) inform(key string, arguments ...any) { w.show(messageInfo, key, arguments...) }

// messageKind is how a message above the page looks.
type messageKind int

const (
	messageInfo messageKind = iota
	messageError
)

// message is what is shown above the page.
type message struct {
	kind   messageKind
	key    string
	text   string
	action string // the label of a button that the message offers, "" for none
	do     func()
}

func (w *Window) show(kind messageKind, key string, arguments ...any) {
	w.notice = &message{kind: kind, key: key, text: w.t(key, arguments...)}
	w.frame.showMessage(w.notice)
}

// offer shows a quiet sentence above the page with a button to what it speaks of.
func (w *Window) offer(action string, do func(), key string, arguments ...any) {
	w.notice = &message{kind: messageInfo, key: key, text: w.t(key, arguments...), action: w.t(action), do: do}
	w.frame.showMessage(w.notice)
}

func (w *Window) dismiss() {
	w.notice = nil
	w.frame.showMessage(nil)
}

// showPending says that something typed is not kept yet.
func (w *Window) showPending() {
	w.pending = true
	w.frame.showSaved()
}

// showSaved says that everything is kept.
func (w *Window) showSaved() {
	w.pending = false
	w.frame.showSaved()
}

// waiting tells whether something typed is not kept yet.
func (w *Window) waiting() bool { return w.pending }

// state fills in what a journey is told of the window.
func (w *Window) state(s *e2estatus.State) {
	if w.page == nil {
		return
	}
	s.Screen = w.page.name()
	switch {
	case w.pending:
		s.Saved = e2estatus.Pending
	case w.work != nil && !w.work.SavedAt().IsZero():
		s.Saved = e2estatus.Stored
	}
	if w.work != nil {
		s.Programme = string(w.work.ID())
	}
	if w.notice != nil {
		s.Message = w.notice.key
	}
}
