package main

import (
	"context"
	"sync"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/commands"
	"tavoitekartta/app/instance"
	"tavoitekartta/app/window"
	"tavoitekartta/app/workflow"
)

// laterStarts answers the later starts of the program for the window's data
// folder. It listens before the folder is open, which can take a while after an
// unclean end, so that they wait instead of finding nobody.
type laterStarts struct {
	program commands.Program
	shown   fyne.Window   // set before opened is closed
	opened  chan struct{} // closed when the fields below are set; then they are the window's goroutine's
	once    sync.Once
	desk    *workflow.Desk
	window  *window.Window
	cause   error // why there is no window

	ending sync.Mutex // held while a later start is answered at the window
	ended  bool       // the window is going: nobody is answered there any more
}

// ready says that the window is there.
func (l *laterStarts) ready(desk *workflow.Desk, w *window.Window) {
	l.desk, l.window, l.cause = desk, w, nil
	l.once.Do(func() { close(l.opened) })
}

// failed says that there is no window, or that its folder could not be opened
// again.
func (l *laterStarts) failed(cause error) {
	l.cause = cause
	l.once.Do(func() { close(l.opened) })
}

// reopened says at which desk the folder goes on.
func (l *laterStarts) reopened(desk *workflow.Desk) { l.desk = desk }

// end says that the window is going. Fyne would run what is asked of it then in
// the goroutine that asks, beside the closing of the folder and without a window.
func (l *laterStarts) end() {
	l.ending.Lock()
	defer l.ending.Unlock()
	l.ended = true
}

// answer does what a later start asks, in the window's goroutine: the desk has
// one user.
func (l *laterStarts) answer(ctx context.Context, r instance.Request) (reply instance.Reply) {
	select {
	case <-ctx.Done():
		return l.program.Refusal(r, ctx.Err())
	case <-l.opened:
	}
	if l.hasEnded() {
		return l.program.Refusal(r, context.Canceled)
	}
	fyne.DoAndWait(func() {
		l.ending.Lock()
		defer l.ending.Unlock()
		switch {
		case l.ended || ctx.Err() != nil:
			reply = l.program.Refusal(r, context.Canceled)
			return
		case l.cause != nil:
			reply = l.program.Refusal(r, l.cause)
			return
		}
		if r.ComeForward {
			restore(l.shown)
			l.window.ComeForward()
			if r.Document != "" {
				l.window.OpenDocument(r.Document)
			}
			return
		}
		if err := l.window.Flush(); err != nil {
			reply = l.program.Refusal(r, err)
			return
		}
		reply = l.program.Perform(ctx, l.desk, r)
		l.window.Reload()
	})
	return reply
}

func (l *laterStarts) hasEnded() bool {
	l.ending.Lock()
	defer l.ending.Unlock()
	return l.ended
}
