package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// contentsPage is the contents of a programme.
type contentsPage struct {
	w  *Window
	at place
}

func newContentsPage(w *Window, at place) *contentsPage { return &contentsPage{w: w, at: at} }

func (p *contentsPage) name() string               { return "contents" }
func (p *contentsPage) content() fyne.CanvasObject { return container.NewStack() }
func (p *contentsPage) first() fyne.Focusable      { return nil }
func (p *contentsPage) flush() error               { return nil }
func (p *contentsPage) place() place               { return p.at }
