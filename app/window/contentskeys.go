package window

import (
	"slices"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/ui"
	"tavoitekartta/model"
)

// key names a control of an [editor] by what it changes: the element,
// and its field or another word.
func key(id model.EntityID, what string) string { return string(id) + "/" + what }

func fieldKey(id model.EntityID, f model.Field) string { return key(id, string(f)) }

// register gives a control its key. The first one registered on a page is
// where a person begins.
func (p *editor) register(key string, control fyne.Focusable) {
	p.keys[key] = control
	if p.start == "" {
		p.start = key
	}
}

// focusedKey returns the key of the control that has the focus, "" for none of
// the page's.
func (p *editor) focusedKey() string {
	focused := p.w.window.Canvas().Focused()
	if focused == nil {
		return ""
	}
	for key, control := range p.keys {
		if control == focused {
			return key
		}
	}
	return ""
}

// focusOn gives the focus to the control with a key and tells whether there is
// one.
func (p *editor) focusOn(key string) bool {
	control, found := p.keys[key]
	if !found {
		return false
	}
	p.focusNow(control)
	return true
}

// buildAnew builds what stands on the page with fill and leaves the keyboard
// where it was, or puts it at the first of the keys that the page has now. It
// tells whether the keyboard was on the page and has no place there any more.
func (p *editor) buildAnew(fill func(), focus ...string) (lost bool) {
	at := p.focusedKey()
	if at != "" {
		p.w.window.Canvas().Unfocus()
	}
	fill()
	return !slices.ContainsFunc(append(focus, at), p.focusOn) && at != ""
}

// focusNow gives the focus to a control that may have just been made. Fyne
// knows the place of an object, by which it is scrolled into view, only after
// the canvas has measured what stands on it.
func (p *editor) focusNow(control fyne.Focusable) {
	canvas := p.w.window.Canvas()
	if measuring, ok := canvas.(interface{ EnsureMinSize() bool }); ok {
		measuring.EnsureMinSize()
	}
	canvas.Focus(control)
}

// keepFocus notes which control has the focus and returns what gives it back
// to that control of the page built anew.
func (p *contentsPage) keepFocus() (restore func()) {
	at, inPane := p.focusedKey(), ""
	if p.pane != nil {
		inPane = p.pane.focused()
	}
	return func() {
		switch {
		case inPane != "":
			p.pane.focusOn(inPane)
		case at != "" && !p.focusOn(at) && p.first() != nil:
			p.focusNow(p.first())
		}
	}
}

// keepFocusBeside notes which control has the focus, the list beside what is
// edited among them, and returns what gives it back to that control of the page
// built anew.
func (p *editor) keepFocusBeside(list func() *ui.Tree) (restore func()) {
	at, inList := p.focusedKey(), p.w.window.Canvas().Focused() == fyne.Focusable(list())
	return func() {
		switch {
		case inList:
			p.w.window.Canvas().Focus(list())
		case at != "" && !p.focusOn(at):
			p.w.window.Canvas().Focus(p.page.first())
		}
	}
}
