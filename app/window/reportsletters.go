package window

import (
	"fmt"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/printwords"
	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/app/workflow"
)

// lettersCard tells before a document is made which signs it cannot print and
// where they are written; the document can be made all the same.
type lettersCard struct {
	w     *Window
	of    previewed // what the signs were looked for in
	signs []workflow.UnprintableSign
	all   bool // every place is listed, not the first few
}

func newLettersCard(w *Window) *lettersCard { return &lettersCard{w: w} }

// The places that are listed at first, and at most.
const (
	placesAtFirst = 5
	mostPlaces    = 100
)

// unprintable is the card for the chosen document; nothing where all of it can be
// printed, or where it is a file that was printed before.
func (p *reportsPage) unprintable() fyne.CanvasObject {
	if p.obstacle() != "" || p.printed() {
		p.letters.of, p.letters.signs = previewed{}, nil
	} else {
		p.letters.look(p.order())
	}
	return p.letters.content()
}

// look looks for the signs beside the window, unless that is done already, and
// shows the page anew when there are others than before.
func (c *lettersCard) look(order workflow.ReportOrder) {
	w := c.w
	of := previewed{w.work.Programme(), fmt.Sprint(order)}
	if of == c.of {
		return
	}
	prepared, err := w.work.PreparePreview(w.ctx, order)
	if err != nil {
		return // the preview tells it
	}
	c.of = of
	var missing []workflow.MissingSign
	shown := w.page
	w.beside(func() { missing, err = prepared.Missing() }, func() {
		if err != nil || c.of != of || w.page != shown {
			return
		}
		before := len(c.signs)
		c.signs = w.work.Place(missing)
		if before > 0 || len(c.signs) > 0 {
			w.rebuild()
		}
	})
}

// content lists the signs, each with a way to where it is written; it is nil
// where there are none.
func (c *lettersCard) content() fyne.CanvasObject {
	w := c.w
	if len(c.signs) == 0 {
		return nil
	}
	column := ui.NewColumn(theme.Space8)
	column.Add(ui.NewFlush(ui.NewNotice(w.kit, ui.NoticeWarning, w.t("reports.unprintable", "count", len(c.signs)))))
	list, numbers := ui.NewColumn(""), w.work.TextNumbers()
	shown := c.signs[:min(len(c.signs), placesAtFirst)]
	if c.all {
		shown = c.signs[:min(len(c.signs), mostPlaces)]
	}
	for _, sign := range shown {
		place, reason := printwords.Place(w.words, sign, numbers), printwords.Reason(w.words, sign)
		words := ui.NewColumn("", ui.NewLabel(place, theme.TextSecondary), ui.NewMutedLabel(reason, theme.TextSmallest))
		if !w.isThere(sign.Entity) {
			list.Add(ui.NewInset(theme.Space4, theme.Space8, theme.Space4, theme.Space8, words))
			continue
		}
		list.Add(ui.NewLinkRow(w.kit, ui.MarkMissing, words, ui.Spoken{Label: place, Value: reason}.String(), func() {
			w.openField(sign.Entity, sign.Field.In(sign.Language))
		}))
	}
	column.Add(ui.NewFlush(w.panel(list)))
	if len(shown) < len(c.signs) && !c.all {
		column.Add(ui.NewWrap("", "", ui.NewButton(w.kit, ui.ButtonSecondary, w.t("reports.unprintable.all", "count", len(c.signs)), func() {
			c.all = true
			w.rebuild()
		}).WithIcon(ui.IconMenu)))
	}
	return column
}
