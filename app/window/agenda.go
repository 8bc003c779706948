package window

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/app/workflow"
	"tavoitekartta/model"
)

// agendaPage is where an item for the agenda of one handling is written before
// the organ meets: a draft until the decision is recorded.
type agendaPage struct {
	w     *Window
	id    model.EntityID
	draft *draft
	focus fyne.Focusable
}

// openAgenda shows the agenda item of a handling.
func (w *Window) openAgenda(id model.EntityID) {
	w.goTo(&agendaPage{w: w, id: id, draft: newDraft(w)})
}

func (p *agendaPage) name() string          { return "agenda" }
func (p *agendaPage) first() fyne.Focusable { return p.focus }
func (p *agendaPage) flush() error          { return p.draft.flush() }
func (p *agendaPage) back()                 { p.w.openView(viewDecision) }

// next goes on to the document of the item.
func (p *agendaPage) next() {
	if err := p.flush(); err != nil {
		p.w.tell(err)
		return
	}
	p.w.openReport(workflow.AgendaItem, workflow.ReportChoice{Decision: p.id})
}

func (p *agendaPage) content() fyne.CanvasObject {
	w := p.w
	column := ui.NewColumn(theme.Space12)
	foot := w.foot(wizardFoot{back: w.t("nav.decision"), onBack: p.back, next: w.t("agenda.print"), onNext: p.next})
	p.focus = w.frame.next
	if d := w.work.Programme().Decision(p.id); d != nil {
		column.Add(ui.NewFlush(ui.NewBoldLabel(w.t("agenda.title", "organ", w.organ(d)), theme.TextPage)))
		column.Add(ui.NewFlush(ui.NewMutedLabel(w.t("agenda.text"), theme.TextBody)))
		p.fields(column, d)
	}
	page := ui.NewPage(w.kit, column)
	page.SetNarrow(w.frame.narrow)
	return container.New(&wizardLayout{}, container.NewWithoutLayout(), page, foot)
}

// fields ask for the facts of the meeting, who prepares the matter, and the
// texts of the item.
func (p *agendaPage) fields(column *fyne.Container, d *model.Decision) {
	w, f := p.w, form{w: p.w, draft: p.draft}
	var objects []weighed
	var organ *ui.Select
	if !d.Final {
		organ = p.organ(d)
		objects = append(objects, weigh(4, organ))
	}
	date := f.date(ui.NewDateField(w.kit, w.t("decision.meetingDate"), readDate), d.ID, model.FieldMeetingDate)
	register := f.plain(ui.NewField(w.kit, w.t("decision.registerNumber")).WithLimit(100), d.ID, model.FieldRegisterNumber)
	column.Add(w.fields(560, append(objects, weigh(4, date), weigh(5, register))...))
	name := f.text(ui.NewField(w.kit, w.t("decision.organName")), d.ID, model.FieldOrganName, w.language)
	preparer := f.text(ui.NewField(w.kit, w.t("decision.preparer")), d.ID, model.FieldPreparer, w.language)
	presenter := f.text(ui.NewField(w.kit, w.t("report.decision.presenter")), d.ID, model.FieldPresenter, w.language)
	column.Add(w.fields(560, weigh(1, name), weigh(1, preparer), weigh(1, presenter)))
	texts := ui.NewFormRow(320, theme.Space8)
	for i, field := range w.agendaFields(f, d) {
		if i == 0 {
			p.focus = field.Focusable()
			column.Add(field)
			continue
		}
		texts.Add(field)
	}
	column.Add(texts)
	switch { // in a narrow window the first text would scroll the head of the page away
	case w.frame.narrow && organ != nil:
		p.focus = organ.Focusable()
	case w.frame.narrow:
		p.focus = date.Focusable()
	}
	column.Add(ui.NewRow("", nil, ui.NewButton(w.kit, ui.ButtonQuiet, w.t("agenda.remove"), p.remove).WithIcon(ui.IconTrash)))
}

// organ chooses the organ of an earlier handling.
func (p *agendaPage) organ(d *model.Decision) *ui.Select {
	w := p.w
	var words []string
	for _, o := range model.Organs() {
		words = append(words, w.t("organ."+string(o)))
	}
	choice := ui.NewSelect(w.kit, w.t("decision.organ"), words...)
	choice.SetChosen(slices.Index(model.Organs(), d.Organ))
	choice.OnChanged = func(i int) {
		w.tell(p.flush())
		w.edit(func(st *model.Step) error {
			return st.Set(p.id, model.FieldOrgan, model.ValueOf(string(model.Organs()[i])))
		})
		w.rebuild()
	}
	return choice
}

// remove takes the handling away; it can be undone.
func (p *agendaPage) remove() {
	w := p.w
	w.tell(p.flush())
	if w.edit(func(st *model.Step) error { return st.Delete(p.id) }) {
		w.openView(viewDecision)
		w.offer("action.undo", w.undo, "agenda.removed")
	}
}

// prepare begins the agenda item of an organ: of the final decision for the
// council, else of a handling before it.
func (p *decisionPage) prepare(organ model.Organ) {
	w := p.w
	if err := p.flush(); err != nil {
		w.tell(err)
		return
	}
	id, err := w.work.BeginAgenda(w.ctx, organ)
	if err != nil {
		w.tell(err)
		return
	}
	w.showSaved()
	w.openAgenda(id)
}

// agendas lists the agenda items that are being prepared, and offers to begin
// another one.
func (p *decisionPage) agendas() fyne.CanvasObject {
	w := p.w
	column := ui.NewColumn(theme.Space4, ui.NewFlush(ui.NewColumn("",
		ui.NewBoldLabel(w.t("agenda.items"), theme.TextBody), ui.NewMutedLabel(w.t("agenda.items.text"), theme.TextSecondary))))
	final := false
	for _, d := range w.work.Programme().Chain() {
		if d.Decided() || recordBegun(d) {
			final = final || d.Final
			continue
		}
		final = final || d.Final
		column.Add(p.agendaRow(d))
	}
	buttons := ui.NewWrap(theme.Space4, "")
	for _, organ := range []model.Organ{model.Committee, model.Board, model.Council} {
		if organ == model.Council && final {
			continue
		}
		buttons.Add(ui.NewButton(w.kit, ui.ButtonSecondary, w.t("agenda.begin."+string(organ)), func() { p.prepare(organ) }).WithIcon(ui.IconPlus).Compact())
	}
	column.Add(buttons)
	return column
}

// agendaRow leads to an item, with how much of it is written.
func (p *decisionPage) agendaRow(d *model.Decision) fyne.CanvasObject {
	w := p.w
	title := w.organ(d)
	if !d.MeetingDate.Zero() {
		title += ", " + w.day(d.MeetingDate)
	}
	written := 0
	for _, t := range agendaTexts() {
		if !t.of(d).Empty() {
			written++
		}
	}
	mark := ui.MarkUnderWay
	if written == len(agendaTexts()) {
		mark = ui.MarkDone
	}
	state := w.t("agenda.written", "count", written, "whole", len(agendaTexts()))
	return ui.NewLinkRow(w.kit, mark, ui.NewColumn("", ui.NewLabel(title, theme.TextBody), ui.NewMutedLabel(state, theme.TextSmallest)),
		ui.Spoken{Label: title, Value: state}.String(), func() { w.openAgenda(d.ID) }).On(theme.ColorGround)
}

// recordBegun tells whether the recording of a decision has begun: it has the
// entries of its minutes.
func recordBegun(d *model.Decision) bool { return len(d.Minutes) > 0 || len(d.Votes) > 0 }
