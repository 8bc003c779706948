package window

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/translationwords"
	"tavoitekartta/app/ui"
	"tavoitekartta/model"
	"tavoitekartta/model/text"
)

// translatePage walks through texts one by one: the original at the left, its
// translation at the right.
type translatePage struct {
	w     *Window
	from  *languagesPage // to which it leads back
	refs  []model.TextRef
	at    int
	draft *draft
	field *ui.Field
	state *fyne.Container // below the field: checked, figures that differ
	check *ui.Check
	focus fyne.Focusable
}

func newTranslatePage(w *Window, from *languagesPage, refs []model.TextRef, at int) *translatePage {
	return &translatePage{w: w, from: from, refs: refs, at: at, draft: newDraft(w)}
}

func (p *translatePage) name() string          { return "languages/text" }
func (p *translatePage) first() fyne.Focusable { return p.focus }
func (p *translatePage) flush() error          { return p.draft.flush() }

func (p *translatePage) ref() model.TextRef     { return p.refs[p.at] }
func (p *translatePage) target() model.Language { return p.from.target }
func (p *translatePage) original() model.Language {
	return p.w.work.State().OriginalLanguage(p.ref().Entity, p.ref().Field)
}

// next keeps the translation and goes on to the next text, or back to the list
// behind the last one.
func (p *translatePage) next() { p.move(1) }
func (p *translatePage) back() { p.move(-1) }

func (p *translatePage) move(by int) {
	w := p.w
	if err := p.flush(); err != nil {
		w.tell(err)
		return
	}
	if to := p.at + by; to >= 0 && to < len(p.refs) {
		w.goTo(newTranslatePage(w, p.from, p.refs, to))
		return
	}
	w.goTo(p.from)
	if by > 0 {
		w.inform("languages.walked")
	}
}

func (p *translatePage) content() fyne.CanvasObject {
	w := p.w
	p.field, p.check, p.focus = nil, nil, nil
	ref := p.ref()
	place := translationwords.Place(w.words, ref, w.work.TextNumbers())
	heading := ui.NewColumn(theme.Space4, ui.NewFlush(ui.NewBoldLabel(place, theme.TextSection)))
	if _, where, language := w.whatAndWhere(ref.Entity); where != "" {
		about := ui.NewMutedLabel(where, theme.TextSecondary)
		about.Language = language
		heading.Add(ui.NewFlush(about))
	}
	sides := ui.NewFormRow(320, theme.Space24, p.originalSide(), p.translationSide())
	column := ui.NewColumn(theme.Space16, heading, sides, p.deeds())
	page := ui.NewPage(w.kit, column)
	page.SetNarrow(w.frame.narrow)
	foot := w.foot(wizardFoot{
		back: w.t(p.backKey()), onBack: p.back, next: w.t(p.nextKey()), onNext: p.next,
		step: w.t("languages.progress", "number", p.at+1, "whole", len(p.refs)),
	})
	if p.focus == nil {
		p.focus = w.frame.next
	}
	return container.New(&wizardLayout{}, container.NewWithoutLayout(), page, foot)
}

func (p *translatePage) backKey() string {
	if p.at == 0 {
		return "languages.toList"
	}
	return "languages.previous"
}

func (p *translatePage) nextKey() string {
	if p.at == len(p.refs)-1 {
		return "languages.finish"
	}
	return "action.next"
}

// originalSide shows the original and, where it has changed since the
// translation, what has changed.
func (p *translatePage) originalSide() fyne.CanvasObject {
	w, ref, l := p.w, p.ref(), p.original()
	side := ui.NewColumn(theme.Space8, ui.NewBoldLabel(w.t("languages.original."+string(l)), theme.TextSecondary))
	now := w.work.Readable(ref, l)
	words := ui.NewLabel(now, theme.TextBody)
	words.Language = string(l)
	side.Add(words)
	if w.work.State().TextState(ref.Entity, ref.Field, p.target()) != model.TextOutOfDate {
		return ui.NewFlush(w.panel(side))
	}
	seen, known, err := w.work.SeenOriginal(w.ctx, ref, p.target())
	switch {
	case err != nil:
		w.tell(err)
	case known:
		side.Add(w.line())
		side.Add(ui.NewMarkWithWord(ui.MarkMissing, w.t("languages.changes"), theme.TextSecondary))
		side.Add(ui.NewMarkedText(w.kit, text.Compare(seen, now)))
	default:
		side.Add(w.line())
		side.Add(w.noticeLine(ui.MarkMissing, w.t("languages.changedEarlier")))
	}
	return ui.NewFlush(w.panel(side))
}

// proseFields are the fields whose texts may be long and have lines of their own.
var proseFields = []model.Field{
	model.FieldBodyText, model.FieldDescription, model.FieldStrategy, model.FieldReimbursement, model.FieldReservation,
	model.FieldProposal, model.FieldDecisionText, model.FieldBodiesPrinted,
	model.FieldRationale, model.FieldEffects, model.FieldCosts, model.FieldAnnexes, model.FieldAppeal,
}

// translationSide asks for the translation. Where the content is locked, or the
// text was written first in this language, it is only shown.
func (p *translatePage) translationSide() fyne.CanvasObject {
	w, ref, l := p.w, p.ref(), p.target()
	p.state = ui.NewColumn(theme.Space4)
	written := w.work.Readable(ref, l)
	if l == p.original() || !w.work.MayTranslate(ref, l) {
		words := ui.NewLabel(written, theme.TextBody)
		words.Language = string(l)
		key := "languages.locked"
		if l == p.original() {
			key = "languages.isOriginal"
		}
		return ui.NewFlush(ui.NewColumn(theme.Space8, words, ui.NewMutedLabel(w.t(key), theme.TextSecondary)))
	}
	label := w.t("languages.translation." + string(l))
	switch {
	case slices.Contains(proseFields, ref.Field):
		p.field = ui.NewTextArea(w.kit, label, 4, 14).WithLimit(model.MaxProse)
	case ref.Kind == model.KindMeasure || ref.Kind == model.KindIndicator && ref.Field == model.FieldTitle:
		p.field = ui.NewTitleArea(w.kit, label, 2, 10).WithLimit(model.MaxProse)
		p.field.OnEnter(p.next)
	default:
		p.field = ui.NewTitleArea(w.kit, label, 2, 6)
		p.field.OnEnter(p.next)
	}
	p.field.SetText(written)
	p.field.OnChanged = func(string) { p.typed() }
	p.field.OnLeave = func(string) { w.tell(p.flush()) }
	p.focus = p.field.Focusable()
	p.check = ui.NewCheck(w.kit, w.t("languages.check"))
	p.check.OnChanged = p.mark
	p.freshen()
	return ui.NewColumn(theme.Space4, p.field, p.check, p.state)
}

// typed keeps the translation when it is time.
func (p *translatePage) typed() {
	p.draft.typed("translation", func() error {
		if err := p.w.work.Translate(p.w.ctx, p.ref(), p.target(), p.field.Text()); err != nil {
			return err
		}
		p.freshen()
		return nil
	})
}

// mark marks the translation as checked, with what has been typed kept before.
func (p *translatePage) mark(checked bool) {
	w := p.w
	err := p.flush()
	if err == nil && w.work.Readable(p.ref(), p.target()) == "" {
		p.check.SetChecked(false)
		p.field.SetError(w.t("languages.writeFirst"))
		p.field.Focus()
		return
	}
	if err == nil {
		err = w.work.MarkChecked(w.ctx, p.ref(), p.target(), checked)
	}
	w.tell(err)
	w.showSaved()
	p.freshen()
}

// freshen says how the translation stands now: it falls back to unchecked by
// itself when it is changed.
func (p *translatePage) freshen() {
	w, ref, l := p.w, p.ref(), p.target()
	state := w.work.State()
	p.check.SetChecked(state.Checked(ref.Entity, ref.Field, l))
	p.field.SetError("")
	p.state.RemoveAll()
	switch state.TextState(ref.Entity, ref.Field, l) {
	case model.TextOutOfDate:
		p.state.Add(ui.NewFlush(w.noticeLine(ui.MarkMissing, w.t("languages.outOfDateHint"))))
	case model.TextWritten:
		if d := model.CompareFigures(w.work.Readable(ref, p.original()), p.original(), w.work.Readable(ref, l), l); !d.None() && w.work.Readable(ref, l) != "" {
			p.state.Add(ui.NewFlush(w.noticeLine(ui.MarkMissing, translationwords.Figures(w.words, d))))
		}
	}
	p.state.Refresh()
}

// deeds are short ways: the original as it is, and the text in its place.
func (p *translatePage) deeds() fyne.CanvasObject {
	w := p.w
	row := ui.NewWrap(theme.Space8, theme.Space4)
	if p.field != nil {
		row.Add(ui.NewButton(w.kit, ui.ButtonSecondary, w.t("languages.same"), func() {
			p.field.SetText(w.work.Readable(p.ref(), p.original()))
			p.typed()
			w.tell(p.flush())
			p.field.Focus()
		}).WithIcon(ui.IconCopy))
	}
	finding := model.Finding{Code: model.CodeTranslationMissing, Entity: p.ref().Entity, Field: p.ref().Field.In(p.target())}
	if _, found := w.destinationOf(finding); found {
		row.Add(ui.NewButton(w.kit, ui.ButtonQuiet, w.t("languages.openPlace"), func() {
			if err := p.flush(); err != nil {
				w.tell(err)
				return
			}
			w.openFinding(finding)
		}).WithTrailingIcon(ui.IconArrowRight))
	}
	return row
}
