package window

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/translationwords"
	"tavoitekartta/app/ui"
	"tavoitekartta/model"
)

// languageFilter says which texts of a language are listed.
type languageFilter int

// The filters, in the order in which they are offered.
const (
	filterGaps languageFilter = iota
	filterUntranslated
	filterOutOfDate
	filterUnchecked
	filterAll
)

// filterNames are the names of the filters' texts.
var filterNames = [...]string{"gaps", "untranslated", "outOfDate", "unchecked", "all"}

// holds tells whether a text is listed.
func (f languageFilter) holds(t *model.TextStanding) bool {
	switch f {
	case filterUntranslated:
		return t.State == model.TextNeedsTranslation
	case filterOutOfDate:
		return t.State == model.TextOutOfDate
	case filterUnchecked:
		return t.State == model.TextWritten && t.Translated && !t.Checked
	case filterAll:
		return true
	}
	return t.Gap()
}

// listedAtOnce is the number of texts that are built at first and with each
// press on "more": programmes can have tens of thousands.
const listedAtOnce = 40

// languagesPage shows how a programme stands in each of its languages and lists
// what lacks a translation.
type languagesPage struct {
	w       *Window
	target  model.Language // "" until the page is built: the one that lacks most
	filter  languageFilter
	printed bool // in printing order, and not the oldest first
	listed  int  // how many texts are built
	focus   fyne.Focusable

	standings map[model.Language][]model.TextStanding // as the page was built
}

func newLanguagesPage(w *Window) *languagesPage { return &languagesPage{w: w, listed: listedAtOnce} }

// mostLacking is the language that lacks most, the first one aside.
func (p *languagesPage) mostLacking() model.Language {
	languages := p.w.work.ContentLanguages()
	chosen, most := languages[len(languages)-1], -1
	for _, l := range languages[min(1, len(languages)-1):] {
		c := model.CountStandings(l, p.standing(l))
		if lacks := c.Untranslated + c.OutOfDate; lacks > most {
			chosen, most = l, lacks
		}
	}
	return chosen
}

// openLanguages lists what a language lacks.
func (w *Window) openLanguages(l model.Language, f languageFilter) {
	p := newLanguagesPage(w)
	p.target, p.filter = l, f
	w.goTo(p)
}

func isLanguagesPage(p page) bool {
	switch p.(type) {
	case *languagesPage, *translatePage, *sendPage, *takePage, *editionsPage:
		return true
	}
	return false
}

func (p *languagesPage) name() string          { return "languages" }
func (p *languagesPage) first() fyne.Focusable { return p.focus }
func (p *languagesPage) flush() error          { return nil }
func (p *languagesPage) back()                 { p.w.openView(viewContents) }

// next begins with the first text of the list, or compares the editions where
// the list is empty. A programme in one language leads on to the overview.
func (p *languagesPage) next() {
	if len(p.w.work.ContentLanguages()) < 2 {
		p.w.openView(viewOverview)
		return
	}
	if list := p.list(); len(list) > 0 {
		p.translate(list, 0)
		return
	}
	p.w.goTo(newEditionsPage(p.w, p.target))
}

// list is what the filter holds, in the order chosen.
func (p *languagesPage) list() []model.TextStanding {
	var list []model.TextStanding
	for _, t := range p.standing(p.target) {
		if p.filter.holds(&t) {
			list = append(list, t)
		}
	}
	if !p.printed {
		model.OldestFirst(list)
	}
	return list
}

// standing returns how the texts stand in a language; programmes may have tens of
// thousands, so that it is worked out once for each building of the page.
func (p *languagesPage) standing(l model.Language) []model.TextStanding {
	if p.standings == nil {
		p.standings = map[model.Language][]model.TextStanding{}
	}
	if _, known := p.standings[l]; !known {
		p.standings[l] = p.w.work.Standings(l)
	}
	return p.standings[l]
}

func (p *languagesPage) translate(list []model.TextStanding, at int) {
	refs := make([]model.TextRef, len(list))
	for i := range list {
		refs[i] = list[i].TextRef
	}
	p.w.goTo(newTranslatePage(p.w, p, refs, at))
}

func (p *languagesPage) content() fyne.CanvasObject {
	w := p.w
	p.standings = nil
	if p.target == "" {
		p.target = p.mostLacking()
	}
	column := ui.NewColumn(theme.Space16, ui.NewFlush(ui.NewBoldLabel(w.t("languages.title"), theme.TextPage)))
	foot := wizardFoot{back: w.t("nav.contents"), onBack: p.back, next: w.t("languages.begin"), onNext: p.next}
	if len(w.work.ContentLanguages()) < 2 {
		column.Add(ui.NewFlush(ui.NewNotice(w.kit, ui.NoticeInformation, w.t("languages.one")).
			WithAction(w.t("details.open"), func() { w.openDetails(w.work.ID(), model.FieldLanguages) })))
		foot.next = w.t("rail.overview")
	} else {
		list := p.list()
		if w.work.ReadOnly() {
			column.Add(ui.NewFlush(ui.NewNotice(w.kit, ui.NoticeInformation, w.t("languages.lockedPage"))))
		}
		column.Add(p.cards())
		column.Add(p.deeds())
		column.Add(p.choices())
		column.Add(p.rows(list))
		if len(list) == 0 {
			foot.next = w.t("languages.compare")
		}
	}
	page := ui.NewPage(w.kit, column)
	page.SetNarrow(w.frame.narrow)
	whole := container.New(&wizardLayout{}, container.NewWithoutLayout(), page, w.foot(foot))
	p.focus = w.frame.next
	return whole
}

// cards show each language's share.
func (p *languagesPage) cards() fyne.CanvasObject {
	w := p.w
	row := ui.NewFormRow(240, theme.Space12)
	for _, l := range w.work.ContentLanguages() {
		c := model.CountStandings(l, p.standing(l))
		share := c.Share()
		percent := w.t("share.percent", "percent", share.Percent())
		words := w.t("languages.share", "percent", percent, "part", share.Part, "count", share.Whole)
		facts := ui.NewColumn(theme.Space4,
			ui.NewBoldLabel(w.t("language."+string(l)), theme.TextSubhead),
			ui.NewShareBar(float64(share.Part)/float64(max(1, share.Whole)), words),
			ui.NewCountLabel(percent, words, theme.TextSecondary, theme.ColorText, theme.ColorMuted))
		for _, line := range []struct {
			mark  ui.MarkKind
			key   string
			count int
		}{
			{ui.MarkInformation, "languages.untranslated", c.Untranslated},
			{ui.MarkMissing, "languages.outOfDate", c.OutOfDate},
			{ui.MarkDone, "languages.checked", c.Checked},
		} {
			if line.count > 0 {
				facts.Add(ui.NewMarkWithWord(line.mark, w.t(line.key, "count", line.count), theme.TextSecondary))
			}
		}
		row.Add(ui.NewFlush(w.panel(facts)))
	}
	return row
}

// deeds are what can be done with all texts at once.
func (p *languagesPage) deeds() fyne.CanvasObject {
	w := p.w
	return ui.NewWrap(theme.Space8, theme.Space4,
		ui.NewButton(w.kit, ui.ButtonSecondary, w.t("languages.send"), func() { w.goTo(newSendPage(w, p.target)) }).WithIcon(ui.IconExport),
		ui.NewButton(w.kit, ui.ButtonSecondary, w.t("languages.take"), func() { w.goTo(newTakePage(w)) }).WithIcon(ui.IconImport),
		ui.NewButton(w.kit, ui.ButtonSecondary, w.t("languages.compare"), func() { w.goTo(newEditionsPage(w, p.target)) }).WithIcon(ui.IconCompare))
}

// choices choose the language, the texts and their order.
func (p *languagesPage) choices() fyne.CanvasObject {
	w := p.w
	box := ui.NewColumn(theme.Space8)
	if languages := w.work.ContentLanguages(); len(languages) > 2 || p.target == languages[0] {
		box.Add(w.languageRow(w.t("languages.into"), languages, p.target, func(l model.Language) { p.target = l; p.again() }))
	}
	var labels []string
	standings := p.standing(p.target)
	for f := filterGaps; f <= filterAll; f++ {
		count := 0
		for i := range standings {
			if f.holds(&standings[i]) {
				count++
			}
		}
		labels = append(labels, w.t("languages.filter."+filterNames[f], "number", count))
	}
	filter := ui.NewChoiceRow(w.kit, w.t("languages.shown"), labels...)
	filter.SetChosen(int(p.filter))
	filter.OnChanged = func(chosen []int) {
		if len(chosen) == 1 {
			p.filter = languageFilter(chosen[0])
			p.again()
		}
	}
	order := ui.NewChoiceRow(w.kit, w.t("languages.order"), w.t("languages.oldest"), w.t("languages.printed"))
	if p.printed {
		order.SetChosen(1)
	} else {
		order.SetChosen(0)
	}
	order.OnChanged = func(chosen []int) {
		if len(chosen) == 1 {
			p.printed = chosen[0] == 1
			p.again()
		}
	}
	box.Add(filter)
	box.Add(order)
	return box
}

func (p *languagesPage) again() {
	p.listed = listedAtOnce
	p.w.rebuild()
}

// languageRow is a choice of one of several languages of the content.
func (w *Window) languageRow(label string, languages []model.Language, chosen model.Language, choose func(model.Language)) fyne.CanvasObject {
	var names []string
	at := 0
	for i, l := range languages {
		names = append(names, w.t("language."+string(l)))
		if l == chosen {
			at = i
		}
	}
	row := ui.NewChoiceRow(w.kit, label, names...)
	row.SetChosen(at)
	row.OnChanged = func(now []int) {
		if len(now) == 1 {
			choose(languages[now[0]])
		}
	}
	return row
}

func (p *languagesPage) rows(list []model.TextStanding) fyne.CanvasObject {
	w := p.w
	column := ui.NewColumn("")
	if len(list) == 0 {
		return ui.NewFlush(ui.NewMarkWithWord(ui.MarkDone, w.t("languages.nothing"), theme.TextBody))
	}
	numbers := w.work.TextNumbers()
	for i := range list[:min(p.listed, len(list))] {
		t := &list[i]
		words := w.work.Readable(t.TextRef, t.Original)
		original := ui.NewLabel(beginningOf(words), theme.TextBody)
		original.Language = string(t.Original)
		about := w.t("languages.since", "place", translationwords.Place(w.words, t.TextRef, numbers), "when", w.day(model.DateOf(time.UnixMilli(t.ChangedMillis))))
		mark, state := p.markOf(t)
		row := ui.NewLinkRow(w.kit, mark, ui.NewColumn("", original, ui.NewMutedLabel(about, theme.TextSmallest)),
			ui.Spoken{Label: beginningOf(words), Value: state, Hint: about}.String(), func() { p.translate(list, i) })
		column.Add(row.On(theme.ColorGround))
	}
	if left := len(list) - p.listed; left > 0 {
		column.Add(ui.NewRow("", nil, ui.NewButton(w.kit, ui.ButtonSecondary, w.t("languages.more", "count", left), func() {
			p.listed += listedAtOnce
			w.rebuild()
		})))
	}
	return column
}

// markOf is the mark of how a text stands, and its word.
func (p *languagesPage) markOf(t *model.TextStanding) (ui.MarkKind, string) {
	switch {
	case t.State == model.TextNeedsTranslation:
		return ui.MarkInformation, p.w.t("contents.needsTranslation")
	case t.State == model.TextOutOfDate:
		return ui.MarkMissing, p.w.t("contents.outOfDate")
	case t.Checked:
		return ui.MarkDone, p.w.t("languages.isChecked")
	}
	return ui.MarkNotStarted, p.w.t("languages.notChecked")
}

// longestInList is how much of a text a list shows, in characters: titles whole,
// chapters by their beginning.
const longestInList = 220

func beginningOf(s string) string {
	runes := []rune(s)
	if len(runes) <= longestInList {
		return s
	}
	return string(runes[:longestInList]) + "…"
}
