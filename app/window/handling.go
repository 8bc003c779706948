package window

import (
	"fyne.io/fyne/v2"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/model"
)

// handling asks which organs had the programme before the one that decided:
// committees, the board.
func (p *decisionPage) handling(f form) fyne.CanvasObject {
	w := p.w
	column := ui.NewColumn(theme.Space8)
	earlier := w.work.Programme().Handling()
	for i := range earlier {
		column.Add(ui.NewFlush(w.panel(p.handlingFields(f, &earlier[i]))))
	}
	column.Add(ui.NewRow(theme.Space8, nil, ui.NewButton(w.kit, ui.ButtonQuiet, w.t("handling.add"), func() {
		w.tell(p.draft.flush())
		if w.edit(p.addHandling) {
			w.rebuild()
			w.focusAgain(spot{label: w.t("handling.organ")})
		}
	}).WithIcon(ui.IconPlus)))
	return column
}

// addHandling adds a decision of an earlier organ: the board, which proposes to
// the council, or a committee before it.
func (p *decisionPage) addHandling(st *model.Step) error {
	id, err := st.Add(p.w.work.ID(), model.KindDecision, "")
	if err != nil {
		return err
	}
	organ := model.Board
	if len(p.w.work.Programme().Handling()) > 0 {
		organ = model.Committee
	}
	if err := st.Set(id, model.FieldOrgan, model.ValueOf(string(organ))); err != nil {
		return err
	}
	return st.Set(id, model.FieldOutcome, model.ValueOf(string(model.OutcomeApproved)))
}

func (p *decisionPage) handlingFields(f form, d *model.Decision) fyne.CanvasObject {
	w := p.w
	organ := chooseCode(p, "handling.organ", "organ.", model.Organs(), d.Organ, d.ID, model.FieldOrgan)
	outcome := chooseCode(p, "handling.outcome", "outcome.", model.Outcomes(), d.Outcome, d.ID, model.FieldOutcome)
	name := f.text(ui.NewField(w.kit, w.t("decision.organName")), d.ID, model.FieldOrganName, w.language)
	date := f.date(ui.NewDateField(w.kit, w.t("handling.meetingDate"), readDate).WithHint(""), d.ID, model.FieldMeetingDate)
	paragraph := f.plain(ui.NewField(w.kit, w.t("handling.paragraph")).WithLimit(20), d.ID, model.FieldParagraph)
	remove := ui.NewButton(w.kit, ui.ButtonQuiet, w.t("handling.remove"), func() { p.drop(d.ID) }).WithIcon(ui.IconTrash)
	return ui.NewColumn(theme.Space8,
		w.fields(560, weigh(4, organ), weigh(4, date), weigh(3, paragraph), weigh(4, outcome)),
		w.fields(420, weigh(1, name), weigh(1, ui.NewInset(theme.Space24, "", "", "", ui.NewRow("", nil, remove)))))
}
