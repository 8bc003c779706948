package window

import (
	"fyne.io/fyne/v2"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
)

// binPage shows the programmes that have been put into the bin; each can be
// taken out again.
type binPage struct {
	w     *Window
	focus fyne.Focusable
}

func (p *binPage) name() string          { return "bin" }
func (p *binPage) first() fyne.Focusable { return p.focus }
func (p *binPage) flush() error          { return nil }
func (p *binPage) back()                 { p.w.goHome() }
func (p *binPage) next()                 {}

func (p *binPage) content() fyne.CanvasObject {
	w := p.w
	back := ui.NewButton(w.kit, ui.ButtonQuiet, w.t("nav.programmes"), w.goHome).WithIcon(ui.IconChevronLeft)
	p.focus = back
	column := ui.NewColumn(theme.Space12, ui.NewRow("", nil, back),
		ui.NewFlush(ui.NewBoldLabel(w.t("bin.title"), theme.TextPage)))
	objects, first := w.binned(w.rebuild)
	if first != nil {
		p.focus = first
	}
	for _, object := range objects {
		column.Add(object)
	}
	return w.readingPage(column, 900)
}

// showBin leaves the programme that is open and shows the bin.
func (w *Window) showBin() { w.leave(&binPage{w: w}) }

// discard puts the open programme into the bin, when the person means it.
func (w *Window) discard() {
	if w.work == nil {
		w.inform("bin.openFirst")
		return
	}
	if err := w.page.flush(); err != nil {
		w.tell(err)
		return
	}
	id := w.work.ID()
	ui.Confirm(w.kit, w.window.Canvas(), w.t("menu.discard"), w.t("bin.question"), w.t("menu.discard"), w.t("action.keep"), func() {
		if err := w.desk.Store().Discard(w.ctx, id); err != nil {
			w.tell(err)
			return
		}
		w.goHome()
		w.inform("bin.discarded")
	})
}
