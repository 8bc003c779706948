package window

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/model"
)

// clashesPage goes through what was changed in two places without one knowing
// of the other. One clash stands on the page at a time: what it is about, what
// each wrote, and a button for each. Choosing goes on to the next one.
type clashesPage struct {
	w       *Window
	from    view           // to which it leads back
	entity  model.EntityID // of the clash that is shown, with its field
	field   model.Field
	at      int  // its number among the open ones, from 0
	merging bool // the field for a text made of both is open
	merged  *ui.Field
	draft   *draft
	focus   fyne.Focusable
}

// clashesListed is how many of the other clashes are listed.
const clashesListed = 12

// openClashes shows the clash of an element's field; for "" the first one of the
// element, or of the programme.
func (w *Window) openClashes(id model.EntityID, field model.Field) {
	if w.work == nil {
		return
	}
	p := &clashesPage{w: w, from: w.currentView(), draft: newDraft(w)}
	if before, there := w.page.(*clashesPage); there {
		p.from = before.from
	}
	if clash, found := w.clashOf(id, field); found {
		p.entity, p.field = clash.Entity, clash.Field
	}
	w.goTo(p)
}

// openClashesOf opens a programme at its clashes.
func (w *Window) openClashesOf(programme model.EntityID) {
	work, err := w.desk.Open(w.ctx, programme)
	if err != nil {
		w.tell(err)
		return
	}
	w.take(work)
	w.goTo(&clashesPage{w: w, from: viewOverview, draft: newDraft(w)})
}

// clashOf returns the open clash of an element's field; for "" of any of its
// fields.
func (w *Window) clashOf(id model.EntityID, field model.Field) (model.Clash, bool) {
	for _, c := range w.work.State().Clashes() {
		if c.Concerns(id, field) {
			return c, true
		}
	}
	return model.Clash{}, false
}

func (p *clashesPage) name() string          { return "clashes" }
func (p *clashesPage) first() fyne.Focusable { return p.focus }
func (p *clashesPage) flush() error          { return p.draft.flush() }

// next goes on to the next clash, and from the last one back.
func (p *clashesPage) next() { p.step(1) }

// back goes to the clash before, and from the first one back.
func (p *clashesPage) back() { p.step(-1) }

func (p *clashesPage) step(by int) {
	open := p.w.work.State().Clashes()
	to := p.at + by
	if to < 0 || to >= len(open) {
		p.w.openView(p.from)
		return
	}
	p.show(open[to])
}

// show shows another clash, the keyboard at its first choice.
func (p *clashesPage) show(c model.Clash) {
	if err := p.flush(); err != nil {
		p.w.tell(err)
		return
	}
	p.entity, p.field, p.merging = c.Entity, c.Field, false
	p.begin()
}

// begin builds the page anew with the keyboard at its first choice.
func (p *clashesPage) begin() {
	p.w.window.Canvas().Unfocus()
	p.w.rebuild()
	if p.focus != nil {
		p.w.kit.Focus(p.focus)
	}
}

// content shows the clash that was asked for; once it is settled, the one that
// has taken its number.
func (p *clashesPage) content() fyne.CanvasObject {
	w := p.w
	p.focus, p.merged = nil, nil
	open := w.work.State().Clashes()
	if len(open) == 0 {
		return p.nothingOpen()
	}
	same := func(c model.Clash) bool { return c.Entity == p.entity && c.Field == p.field }
	if at := slices.IndexFunc(open, same); at >= 0 {
		p.at = at
	} else if p.merging = false; p.at >= len(open) {
		p.at = 0 // what was passed over comes again
	}
	clash := open[p.at]
	p.entity, p.field = clash.Entity, clash.Field
	column := ui.NewColumn(theme.Space12,
		ui.NewFlush(ui.NewColumn("", ui.NewBoldLabel(w.t("clashes.title"), theme.TextPage),
			ui.NewMutedLabel(w.t("clashes.text"), theme.TextSecondary))))
	if !w.work.State().MaySettle(clash) {
		column.Add(p.lockedNotice())
	}
	column.Add(p.heading(clash))
	for _, object := range p.choices(clash) {
		column.Add(object)
	}
	p.addOthers(column, open)
	page := ui.NewPage(w.kit, column)
	page.SetNarrow(w.frame.narrow)
	foot := w.foot(p.foot(len(open)))
	if p.focus == nil {
		p.focus = w.frame.next
	}
	return container.New(&wizardLayout{}, container.NewWithoutLayout(), page, foot)
}

func (p *clashesPage) foot(open int) wizardFoot {
	w := p.w
	leave := w.t("clashes.backTo", "view", w.viewName(p.from))
	foot := wizardFoot{
		back: w.t("clashes.previous"), onBack: p.back, next: w.t("clashes.next"), onNext: p.next,
		step: w.t("clashes.progress", "number", p.at+1, "count", open),
	}
	if p.at == 0 {
		foot.back = leave
	}
	if p.at == open-1 {
		foot.next = leave
	}
	return foot
}

// viewName is what a view is called on the rail.
func (w *Window) viewName(wanted view) string {
	for _, v := range views() {
		if v.view == wanted {
			return w.t(v.label)
		}
	}
	return ""
}

// nothingOpen says that all is settled, and leads back.
func (p *clashesPage) nothingOpen() fyne.CanvasObject {
	w := p.w
	back := ui.NewButton(w.kit, ui.ButtonPrimary, w.t("clashes.backTo", "view", w.viewName(p.from)), func() { w.openView(p.from) }).
		WithIcon(ui.IconArrowLeft)
	p.focus = back
	page := ui.NewPage(w.kit, ui.NewColumn(theme.Space16,
		ui.NewFlush(ui.NewBoldLabel(w.t("clashes.title"), theme.TextPage)),
		ui.NewFlush(ui.NewNotice(w.kit, ui.NoticeOK, w.t("clashes.none"))),
		ui.NewRow("", nil, back)))
	page.SetNarrow(w.frame.narrow)
	return page
}

// lockedNotice says what becomes of a clash whose programme is locked.
func (p *clashesPage) lockedNotice() fyne.CanvasObject {
	w := p.w
	return ui.NewFlush(ui.NewNotice(w.kit, ui.NoticeInformation, w.t("clashes.locked")).
		WithAction(w.t("overview.openDecision"), func() { w.openView(viewDecision) }))
}

// heading says of what the clash is, where that stands, and what has happened.
func (p *clashesPage) heading(c model.Clash) fyne.CanvasObject {
	w := p.w
	words := ui.NewColumn(theme.Space4)
	if path := w.clashPath(c); path != "" {
		words.Add(ui.NewMutedLabel(path, theme.TextSecondary))
	}
	words.Add(ui.NewBoldLabel(w.clashName(c), theme.TextSection))
	words.Add(ui.NewLabel(w.t("clashes.kind."+string(c.Kind)), theme.TextBody))
	row := ui.NewWrap("", "")
	if c.Kind != model.CircleClash {
		row.Add(ui.NewButton(w.kit, ui.ButtonQuiet, w.t("clashes.openPlace"), func() { p.openPlace(c) }).
			WithTrailingIcon(ui.IconArrowRight).Compact())
	}
	return ui.NewColumn("", ui.NewFlush(words), row)
}

// openPlace shows the field where it is written.
func (p *clashesPage) openPlace(c model.Clash) {
	field := c.Field
	if field == model.FieldDeleted || field == model.FieldParent || field == model.FieldPosition {
		field = ""
	}
	p.w.openField(c.Entity, field)
}

// addOthers lists the other clashes; each leads to itself.
func (p *clashesPage) addOthers(column *fyne.Container, open []model.Clash) {
	w := p.w
	if len(open) < 2 {
		return
	}
	column.Add(ui.NewInset(theme.Space16, "", "", theme.FocusMargin, ui.NewBoldLabel(w.t("clashes.others"), theme.TextSubhead)))
	rows := ui.NewColumn("")
	for i := range min(clashesListed, len(open)-1) {
		c := open[(p.at+1+i)%len(open)]
		name, path := w.clashName(c), w.clashPath(c)
		words := ui.NewColumn("", ui.NewLabel(name, theme.TextSecondary))
		if path != "" {
			words.Add(ui.NewMutedLabel(path, theme.TextSmallest))
		}
		rows.Add(ui.NewLinkRow(w.kit, ui.MarkMissing, words, ui.Spoken{Label: name, Value: path}.String(), func() { p.show(c) }).On(theme.ColorGround))
	}
	if left := len(open) - 1 - clashesListed; left > 0 {
		rows.Add(ui.NewFlush(ui.NewMutedLabel(w.t("count.others", "count", left), theme.TextSecondary)))
	}
	column.Add(rows)
}

// settle ends the clash that is shown with what was chosen, and goes on.
func (p *clashesPage) settle(c model.Clash, chosen model.Value) {
	w := p.w
	err := p.flush()
	if err == nil {
		err = w.work.Settle(w.ctx, c, chosen)
	}
	if err == nil {
		err = w.setMisread(c.Entity, mergedField(c.Field), "")
	}
	if err != nil {
		w.rebuild()
		w.tell(err)
		return
	}
	p.merging = false
	p.begin()
	w.showSaved()
	if left := len(w.work.State().Clashes()); left > 0 {
		w.inform("clashes.settled", "count", left)
	}
}
