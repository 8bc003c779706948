package window

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/model"
	"tavoitekartta/model/text"
)

// duties lists what the body answers for and takes part in, what has come to it
// from bodies that have ended, and whether it has accepted.
func (p *bodiesPage) duties(body *model.Body) fyne.CanvasObject {
	w := p.w
	programme := w.work.Programme()
	own := p.dutiesOf(body.ID)
	column := ui.NewColumn("", ui.NewFlush(ui.NewBoldLabel(w.t("bodies.duties"), theme.TextSubhead)))
	summary := w.t("bodies.duties.none")
	if len(own) > 0 {
		accepted := len(slices.DeleteFunc(slices.Clone(own), func(d model.Duty) bool { return !d.Accepted() }))
		summary = w.t("bodies.duties.count", "count", len(own)) + " " + w.t("bodies.duties.accepted", "count", accepted)
	}
	column.Add(ui.NewInset("", theme.FocusMargin, theme.Space4, theme.FocusMargin, ui.NewMutedLabel(summary, theme.TextSecondary)))
	today := w.desk.Today()
	if next := programme.SuccessorOn(body.ID, today); next != nil && next.ID != body.ID && len(own) > 0 {
		column.Add(ui.NewMargin(theme.Space4, ui.NewNotice(w.kit, ui.NoticeInformation,
			w.t("bodies.duties.movedTo", "name", p.best(next.Name))).WithAction(w.t("bodies.open"), func() { p.choose(next.ID) })))
	}
	p.listDuties(column, own)
	for _, inherited := range programme.InheritedDuties(body.ID, today) {
		column.Add(ui.NewInset(theme.Space12, theme.FocusMargin, theme.Space4, theme.FocusMargin,
			ui.NewBoldLabel(w.t("bodies.duties.from", "name", p.best(inherited.Body.Name)), theme.TextBody)))
		p.listDuties(column, inherited.Duties)
	}
	if !p.readOnly() && slices.ContainsFunc(own, func(d model.Duty) bool { return !d.Accepted() }) {
		column.Add(ui.NewInset(theme.Space12, "", "", "", p.acceptAll(body.ID)))
	}
	return ui.NewFlush(w.panel(column))
}

// dutiesOf returns what a body answers for and takes part in.
func (p *bodiesPage) dutiesOf(body model.EntityID) []model.Duty {
	for _, d := range p.w.work.Programme().DutiesByBody() {
		if d.Body.ID == body {
			return d.Duties
		}
	}
	return nil
}

func (p *bodiesPage) listDuties(column *fyne.Container, duties []model.Duty) {
	for i, d := range duties {
		if i > 0 {
			column.Add(ui.NewFlush(p.w.line()))
		}
		column.Add(p.duty(d))
		if p.open["duties"] == d.ID && !p.readOnly() {
			column.Add(ui.NewInset("", theme.Space8, theme.Space8, theme.Space24, p.acceptance(d)))
		}
	}
}

// duty is a goal or a measure that the body answers for: pressing it opens it,
// and the button beside it what the body has said of it.
func (p *bodiesPage) duty(d model.Duty) fyne.CanvasObject {
	w := p.w
	title, where, at := d.Goal.Title, "", d.Goal.ID
	if d.Section != nil {
		where, _ = p.title(d.Section.Title, "contents.untitledSection")
	}
	missing := "contents.untitledGoal"
	if d.Measure != nil {
		where, _ = p.title(d.Goal.Title, missing)
		title, at, missing = d.Measure.Title, d.Measure.ID, "contents.untitledMeasure"
	}
	words, l := p.title(title, missing)
	name := ui.NewBoldLabel(words, theme.TextChip)
	name.Language = l
	facts := []string{w.t("bodies.duty." + string(d.Role))}
	if d.Leads {
		facts = append(facts, w.t("term.leads"))
	}
	if d.Measure != nil {
		facts = append(facts, w.t("term.measure"))
	}
	if where != "" {
		facts = append(facts, where)
	}
	note := strings.Join(facts, " · ")
	mark, answer := ui.MarkNotStarted, w.t("bodies.duty.open")
	if d.Accepted() {
		mark, answer = ui.MarkDone, p.answerOf(d)
	}
	row := ui.NewLinkRow(w.kit, mark, ui.NewColumn("", name, ui.NewMutedLabel(note, theme.TextSmallest), ui.NewLabel(answer, theme.TextSmallest)),
		ui.Spoken{Label: words, Value: note + ". " + answer}.String(), func() { p.openDuty(at) })
	p.register(key(d.ID, "duty"), row)
	if p.readOnly() {
		return row
	}
	icon, press := ui.IconChevronDown, w.t("bodies.accept.show", "name", words)
	if p.open["duties"] == d.ID {
		icon, press = ui.IconChevronUp, w.t("bodies.accept.hide")
	}
	fold := ui.NewIconButton(w.kit, icon, press, func() { p.unfoldDuty(d.ID) })
	p.keys[key(d.ID, "fold")] = fold
	return ui.NewRow(theme.Space4, row, row, fold)
}

// answerOf says who has accepted a duty, when, and with what reservation.
func (p *bodiesPage) answerOf(d model.Duty) string {
	w := p.w
	var parts []string
	if d.AcceptedBy != "" {
		parts = append(parts, d.AcceptedBy)
	}
	if !d.AcceptedOn.Zero() {
		parts = append(parts, w.day(d.AcceptedOn))
	}
	words := w.t("bodies.duty.accepted", "who", strings.Join(parts, " "))
	if reservation := p.best(d.Reservation); reservation != "" {
		words += " " + w.t("bodies.duty.reservation", "text", reservation)
	}
	return words
}

func (p *bodiesPage) openDuty(id model.EntityID) {
	if p.stuck() {
		return
	}
	w := p.w
	d := destination{at: place{Programme: w.work.ID(), Element: id}, open: map[string]model.EntityID{}}
	if e := w.work.State().Element(id); e != nil && e.Kind == model.KindMeasure {
		d.inMeasure(w.work.State(), id)
	}
	w.openDestination(d)
}

// unfoldDuty opens or closes what the body has said of a duty.
func (p *bodiesPage) unfoldDuty(id model.EntityID) {
	if p.stuck() {
		return
	}
	if p.open["duties"] == id {
		p.open["duties"] = ""
		p.show(key(id, "fold"))
		return
	}
	p.open["duties"] = id
	p.show(fieldKey(id, model.FieldAcceptedBy))
}

// acceptance asks who has accepted a duty, when, and with what reservation.
func (p *bodiesPage) acceptance(d model.Duty) fyne.CanvasObject {
	w := p.w
	by := ui.NewField(w.kit, w.t("bodies.acceptedBy")).WithHint(w.t("bodies.acceptedBy.hint")).WithLimit(model.MaxTitle)
	p.bindText(by, d.ID, model.FieldAcceptedBy)
	on := p.dayField(w.t("bodies.acceptedOn"), d.ID, model.FieldAcceptedOn)
	return ui.NewColumn(theme.Space8, ui.NewFormRow(200, theme.Space8, by, on),
		p.texts(d.ID, model.FieldReservation, "bodies.reservation", func(label string) *ui.Field {
			return ui.NewTextArea(w.kit, label, 1, 4).WithLimit(model.MaxProse)
		}))
}

// acceptAll records at once that the body accepts all that it has not answered
// yet.
func (p *bodiesPage) acceptAll(body model.EntityID) fyne.CanvasObject {
	w := p.w
	by := ui.NewField(w.kit, w.t("bodies.acceptedBy")).WithHint(w.t("bodies.acceptedBy.hint")).WithLimit(model.MaxTitle).WithClean(text.Clean)
	by.SetText(p.by)
	by.OnChanged = func(typed string) { p.by = typed; by.SetError("") }
	p.register(key(body, "by"), by.Focusable())
	on := ui.NewDateField(w.kit, w.t("bodies.acceptedOn"), readDate)
	if p.on == "" {
		p.on = w.day(w.desk.Today())
	}
	on.SetText(p.on)
	on.OnChanged = func(typed string) { p.on = typed }
	p.register(key(body, "on"), on.Focusable())
	accept := ui.NewButton(w.kit, ui.ButtonPrimary, w.t("bodies.acceptAll"), func() {
		day := parsedDate(p.on)
		switch {
		case strings.TrimSpace(p.by) == "" || by.TooLong():
			by.SetError(w.t("bodies.acceptedBy.missing"))
			p.focusOn(key(body, "by"))
			return
		case day.Zero():
			on.SetError(w.t("field.dateInvalid"))
			p.focusOn(key(body, "on"))
			return
		}
		who := text.Clean(strings.TrimSpace(p.by))
		if p.edit(func(st *model.Step) error { return model.AcceptDuties(st, body, who, day) }) {
			p.by, p.on = "", ""
			w.inform("bodies.accepted")
		}
	}).WithIcon(ui.IconCheck)
	p.keys[key(body, "acceptAll")] = accept
	return ui.NewColumn(theme.Space8, ui.NewFlush(ui.NewMutedLabel(w.t("bodies.acceptAll.text"), theme.TextSecondary)),
		ui.NewFormRow(200, theme.Space8, by, on), ui.NewWrap("", "", accept))
}
