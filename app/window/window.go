package window

import (
	"context"
	"sync"
	"time"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/e2estatus"
	"tavoitekartta/app/texts"
	"tavoitekartta/app/ui"
	"tavoitekartta/app/workflow"
	"tavoitekartta/model"
)

// Options are what the window gets from outside.
type Options struct {
	Desk   *workflow.Desk
	Status *e2estatus.Reporter // nil outside journeys
	// Language, Brightness and TextSize overrule the settings when not empty or
	// zero, for pictures and journeys.
	Language   string
	Brightness string
	TextSize   float32
	// Post does something in the window's goroutine; nil for Fyne's own way, which
	// a test cannot wait for.
	Post func(func())
	// ReadFocus is told which of the lines that a screen reader finds has the
	// keys ([ui.NewReadAloud]); nil where nobody asks.
	ReadFocus func(line int)
	// OpenFile opens a file in the system's own viewer.
	OpenFile func(path string) error
	// ShowFile shows a file in the system's own list of files; nil where nobody can.
	ShowFile func(path string) error
	// GuideFile finds a user guide as PDF by its name and language, "" for one
	// that is not there. Nil where there are none.
	GuideFile func(name, language string) string
	// DataFolder is shown to the person.
	DataFolder string
	// FolderWarning is the text that warns of where the folder lies, "" for none.
	FolderWarning string
	Version       string
	// About is what the page about the program tells.
	About About
	// Restore closes the data folder, makes it hold what a backup holds, and
	// opens it again. It is called beside the window's goroutine. The desk is nil
	// when the folder could not be opened again; the program has said why then.
	// With a desk an error tells why nothing was restored. Nil where there is
	// no folder that could be exchanged.
	Restore func(ctx context.Context, backup, passphrase string) (*workflow.Desk, error)
}

// Window is the program's one window. All of its methods are called in Fyne's
// goroutine.
type Window struct {
	options  Options
	app      fyne.App
	window   fyne.Window
	desk     *workflow.Desk
	kit      *ui.Kit
	words    *texts.Catalogue
	ctx      context.Context
	work     *workflow.Work // nil on the start page
	page     page
	language model.Language // of the content that is shown
	frame    *frame
	notice   *message // told last and not dismissed
	pending  bool     // something typed is not kept yet
	searched searched
	controls []fyne.Focusable // of the page that is shown and its frame, in their order
	aside    aside            // the card over the page, nil for none
	ofAside  []fyne.Focusable // the last of the controls: those of the card
	walk     *walk            // through the example, nil when none goes on
	running  sync.WaitGroup   // work beside the window's goroutine
	variant  fyne.ThemeVariant

	timelineLeft timelineLeft
	ending       *ending // the unexpected end that the start page tells of, nil for none
}

// New fills a window that [Prepare] made.
func New(ctx context.Context, app fyne.App, prepared fyne.Window, o Options) (*Window, error) {
	if o.Post == nil {
		o.Post = fyne.Do
	}
	w := &Window{options: o, app: app, desk: o.Desk, ctx: ctx, language: model.Finnish}
	if err := w.applySettings(); err != nil {
		return nil, err
	}
	w.window = prepared
	w.kit.SetCanvas(w.window.Canvas())
	w.dress()
	w.window.SetCloseIntercept(w.close)
	w.window.SetOnDropped(w.takeDropped)
	w.ending = w.readEnding()
	w.openFirst()
	if o.FolderWarning != "" {
		w.inform(o.FolderWarning, "folder", o.DataFolder)
	}
	ui.Watch(w.window, o.Status, w.state)
	time.AfterFunc(searchAfter, w.readAhead)
	app.Settings().AddListener(func(s fyne.Settings) {
		if s.ThemeVariant() != w.variant {
			w.redress()
		}
	})
	return w, nil
}

// t returns the words of a key.
func (w *Window) t(key string, arguments ...any) string { return w.words.T(key, arguments...) }

// Fyne returns the Fyne window, for main and for tests.
func (w *Window) Fyne() fyne.Window { return w.window }

// ComeForward brings the window before the others, when a second start asks.
func (w *Window) ComeForward() { w.window.RequestFocus() }

// Reload shows what the store holds now, after a command has changed it.
func (w *Window) Reload() {
	if w.page != nil {
		if err := w.page.flush(); err != nil {
			w.tell(err)
			return
		}
	}
	if w.work != nil {
		if err := w.work.Reload(w.ctx); err != nil {
			w.tell(err)
			w.goHome()
			return
		}
	}
	w.rebuild()
}

// Flush keeps everything typed, before a command reads or changes the store.
func (w *Window) Flush() error {
	if w.page == nil {
		return nil
	}
	return w.page.flush()
}
