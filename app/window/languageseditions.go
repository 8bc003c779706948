package window

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/translationwords"
	"tavoitekartta/app/ui"
	"tavoitekartta/model"
)

// editionsPage says whether two editions of the programme are equal in numbers,
// rows and bodies, or in what they differ.
type editionsPage struct {
	w      *Window
	target model.Language
	listed int
	focus  fyne.Focusable
	refs   []model.TextRef // that differ
}

func newEditionsPage(w *Window, target model.Language) *editionsPage {
	if target == w.work.Programme().FirstLanguage {
		target = w.work.SourceFor(target)
	}
	return &editionsPage{w: w, target: target, listed: listedAtOnce}
}

func (p *editionsPage) name() string          { return "languages/compare" }
func (p *editionsPage) first() fyne.Focusable { return p.focus }
func (p *editionsPage) flush() error          { return nil }
func (p *editionsPage) back()                 { p.w.openView(viewLanguages) }

// next walks through the differences; equal editions lead on to the overview.
func (p *editionsPage) next() {
	if len(p.refs) == 0 {
		p.w.openView(viewOverview)
		return
	}
	p.walk(0)
}

func (p *editionsPage) walk(at int) {
	from := newLanguagesPage(p.w)
	from.target = p.target
	p.w.goTo(newTranslatePage(p.w, from, p.refs, at))
}

func (p *editionsPage) content() fyne.CanvasObject {
	w := p.w
	first := w.work.Programme().FirstLanguage
	c := w.work.State().CompareEditions(first, p.target)
	column := ui.NewColumn(theme.Space16, ui.NewFlush(ui.NewBoldLabel(w.t("languages.compare"), theme.TextPage)))
	if languages := w.work.ContentLanguages(); len(languages) > 2 {
		column.Add(w.languageRow(w.t("languages.with"), languages[1:], p.target, func(l model.Language) {
			p.target, p.listed = l, listedAtOnce
			w.rebuild()
		}))
	}
	names := w.t("languages.pair." + string(first) + "." + string(p.target))
	counts := w.t("editions.counts", "texts", w.t("editions.texts", "count", c.Texts), "goals", w.t("editions.goals", "count", c.Counts.Goals),
		"measures", w.t("editions.measures", "count", c.Counts.Measures), "indicators", w.t("editions.indicators", "count", c.Counts.Indicators),
		"bodies", w.t("editions.bodies", "count", c.Bodies), "figures", w.t("editions.figures", "count", c.Figures))
	if c.Equal() {
		column.Add(ui.NewFlush(ui.NewNotice(w.kit, ui.NoticeOK, w.t("editions.equal", "languages", names))))
	} else {
		column.Add(ui.NewFlush(ui.NewNotice(w.kit, ui.NoticeWarning, w.t("editions.differ", "languages", names, "count", len(c.Differences)))))
	}
	column.Add(ui.NewFlush(ui.NewMutedLabel(counts, theme.TextSecondary)))
	column.Add(p.differences(&c))
	page := ui.NewPage(w.kit, column)
	page.SetNarrow(w.frame.narrow)
	next := w.t("languages.walk")
	if c.Equal() {
		next = w.t("rail.overview")
	}
	foot := w.foot(wizardFoot{back: w.t("languages.title"), onBack: p.back, next: next, onNext: p.next})
	if p.focus == nil {
		p.focus = w.frame.next
	}
	return container.New(&wizardLayout{}, container.NewWithoutLayout(), page, foot)
}

// differences are the differences, each leading to its text side by side. Those
// in figures, bodies and lines come first: a missing text is known from the list.
func (p *editionsPage) differences(c *model.EditionComparison) fyne.CanvasObject {
	w := p.w
	numbers := w.work.TextNumbers()
	column := ui.NewColumn("")
	var sorted []model.EditionDifference
	for _, missing := range []bool{false, true} {
		for _, d := range c.Differences {
			if (d.Code == model.EditionText || d.Code == model.EditionBody) == missing {
				sorted = append(sorted, d)
			}
		}
	}
	p.refs = make([]model.TextRef, len(sorted))
	for i, d := range sorted {
		p.refs[i] = model.TextRef{Entity: d.Entity, Kind: d.Kind, Field: d.Field}
	}
	p.focus = nil
	for i, d := range sorted[:min(p.listed, len(sorted))] {
		what := p.difference(&d)
		place := translationwords.Place(w.words, p.refs[i], numbers)
		words := ui.NewColumn("", ui.NewLabel(what, theme.TextBody), ui.NewMutedLabel(place, theme.TextSmallest))
		said := ui.Spoken{Label: what, Value: place}
		for k, l := range c.Languages {
			if d.Texts[k] != "" {
				side := ui.NewLabel(w.t("language.short."+string(l))+": "+beginningOf(w.work.Readable(p.refs[i], l)), theme.TextSecondary)
				side.Language = string(l)
				words.Add(side)
				said.Hint = strings.TrimSpace(said.Hint + " " + side.Text)
			}
		}
		row := ui.NewLinkRow(w.kit, ui.MarkMissing, words, said.String(),
			func() { p.walk(i) }).On(theme.ColorGround)
		if p.focus == nil {
			p.focus = row
		}
		column.Add(row)
	}
	if left := len(sorted) - p.listed; left > 0 {
		column.Add(ui.NewRow("", nil, ui.NewButton(w.kit, ui.ButtonSecondary, w.t("languages.more", "count", left), func() {
			p.listed += listedAtOnce
			w.rebuild()
		})))
	}
	return column
}

// difference says in what two editions differ.
func (p *editionsPage) difference(d *model.EditionDifference) string {
	w := p.w
	first, second := strings.Join(d.Only[0], ", "), strings.Join(d.Only[1], ", ")
	switch d.Code {
	case model.EditionFigures:
		return translationwords.Figures(w.words, model.FigureDifference{Only: d.Only[0], OtherOnly: d.Only[1]})
	case model.EditionBodies:
		return w.t("editions.bodiesDiffer", "first", first, "second", second)
	case model.EditionLines:
		return w.t("editions.linesDiffer", "first", first, "second", second)
	}
	lacking := p.target
	if d.Texts[1] != "" {
		lacking = w.work.Programme().FirstLanguage
	}
	return w.t("editions.lacking." + string(lacking))
}
