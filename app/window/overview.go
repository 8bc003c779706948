package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/model"
)

// overviewSide is the width of the right column in pixels at text size 1.
const overviewSide = 302

// overviewPage is an open programme at a glance: its structural map, the next
// thing to do, what is still missing. Everything on it leads to where it is
// written; nothing is written here.
type overviewPage struct {
	w      *Window
	street *ui.StreetMap // nil for a programme without any content
	next   *ui.Button    // the next thing to do
	lines  []*ui.LinkRow // what is missing
}

func newOverviewPage(w *Window) *overviewPage { return &overviewPage{w: w} }

func (p *overviewPage) name() string { return "overview" }
func (p *overviewPage) flush() error { return nil }

// first is the next thing to do, so that Enter goes on with the work.
func (p *overviewPage) first() fyne.Focusable {
	if p.next != nil {
		return p.next
	}
	if p.street != nil {
		return p.street
	}
	return nil
}

// content sets the map beside the column of what to do. In a narrow window the
// next thing to do comes first and all else below it.
func (p *overviewPage) content() fyne.CanvasObject {
	w := p.w
	p.street, p.next, p.lines = nil, nil, nil
	legend := ui.NewFlush(ui.NewMutedLabel(w.t("overview.legend"), theme.TextSmallest))
	if w.work.Programme().StructureOnly { // houses without windows
		legend.Hide()
	}
	var content fyne.CanvasObject
	if w.frame.narrow {
		content = ui.NewColumn(theme.Space12, p.heading(), p.nextCard(), p.structure(), p.standing(), legend)
	} else {
		main := ui.NewColumn(theme.Space12, p.heading(), p.structure())
		side := ui.NewColumn(theme.Space12, p.nextCard(), p.standing(), legend)
		content = container.New(&besideLayout{side: overviewSide * w.scale()}, ui.NewInset("", theme.Space16, "", "", main), side)
	}
	page := ui.NewPage(w.kit, content)
	page.SetNarrow(w.frame.narrow)
	return page
}

// heading is the page's name and the one share of what is written.
func (p *overviewPage) heading() fyne.CanvasObject {
	w := p.w
	title := ui.NewBoldLabel(w.t("overview.title"), theme.TextPage)
	programme := w.work.Programme()
	share := programme.WrittenShare()
	switch {
	case programme.RecordedAfterwards && !programme.StructureOnly:
		return ui.NewFlush(ui.NewApart(theme.Space16, title, ui.NewLine(w.t("overview.recorded"), theme.TextSecondary, theme.ColorMuted, false)))
	case programme.StructureOnly:
		return ui.NewFlush(ui.NewApart(theme.Space16, title, ui.NewLine(w.t("overview.structureOnly"), theme.TextSecondary, theme.ColorMuted, false)))
	case share.Whole == 0:
		return ui.NewFlush(title)
	}
	figure := w.t("share.percent", "percent", share.Percent())
	words := w.t("overview.share", "percent", figure, "part", share.Part, "count", share.Whole)
	return ui.NewFlush(ui.NewApart(theme.Space16, title,
		ui.NewCountLabel(figure, words, theme.TextSecondary, theme.ColorText, theme.ColorMuted)))
}

// card is a block of the right column, with the same room at its sides, which
// is less where the content keeps room of its own.
func (p *overviewPage) card(fill, stroke fyne.ThemeColorName, room fyne.ThemeSizeName, content fyne.CanvasObject) fyne.CanvasObject {
	ground := canvas.NewRectangle(p.w.color(fill))
	ground.CornerRadius = fynetheme.Size(theme.RadiusCard)
	if stroke != "" {
		ground.StrokeColor, ground.StrokeWidth = p.w.color(stroke), fynetheme.Size(theme.StrokeThin)
	}
	block := container.New(&stackLayout{}, ground, ui.NewInset(theme.Space12, room, theme.Space12, room, content))
	return ui.NewInset("", theme.FocusMargin, "", theme.FocusMargin, block)
}

// besideLayout sets its second object at the right with a fixed width and gives
// the first one the rest.
type besideLayout struct{ side, width float32 }

func (l *besideLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	left := size.Width - l.side
	objects[0].Resize(fyne.NewSize(left, ui.HeightFor(objects[0], left)))
	objects[0].Move(fyne.NewPos(0, 0))
	objects[1].Resize(fyne.NewSize(l.side, ui.HeightFor(objects[1], l.side)))
	objects[1].Move(fyne.NewPos(left, 0))
}

// HeightFor is the height of the higher one.
func (l *besideLayout) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	return max(ui.HeightFor(objects[0], width-l.side), ui.HeightFor(objects[1], l.side))
}

func (l *besideLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	least := l.side + objects[0].MinSize().Width
	return fyne.NewSize(least, l.HeightFor(objects, max(least, l.width)))
}

// named returns a text in the language of the head, or words for one that is
// not written yet, and the language in which it stands.
func (w *Window) named(t model.Text, missing string) (words, language string) {
	written, l := t.Best(w.language)
	if written == "" {
		return w.t(missing), ""
	}
	return written, string(l)
}
