package window

import (
	"fyne.io/fyne/v2"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/model"
)

// agendaText is a text of the decision that the agenda item prints.
type agendaText struct {
	label string
	field model.Field
	of    func(*model.Decision) model.Text
}

// agendaTexts are in the order in which they are written: what is proposed, then
// why.
func agendaTexts() []agendaText {
	return []agendaText{
		{"report.decision.proposal", model.FieldProposal, func(d *model.Decision) model.Text { return d.Proposal }},
		{"decision.rationale", model.FieldRationale, func(d *model.Decision) model.Text { return d.Rationale }},
		{"decision.effects", model.FieldEffects, func(d *model.Decision) model.Text { return d.Effects }},
		{"decision.costs", model.FieldCosts, func(d *model.Decision) model.Text { return d.Costs }},
		{"decision.annexes", model.FieldAnnexes, func(d *model.Decision) model.Text { return d.Annexes }},
		{"decision.appeal", model.FieldAppeal, func(d *model.Decision) model.Text { return d.Appeal }},
	}
}

// agenda asks for what is printed on the meeting's agenda, in the language of
// the content: the proposal over the whole width, the others two in a row.
func (p *decisionPage) agenda(f form, d *model.Decision) fyne.CanvasObject {
	w := p.w
	column := ui.NewColumn(theme.Space8, ui.NewFlush(ui.NewInset(theme.Space12, "", "", "", ui.NewColumn("",
		ui.NewBoldLabel(w.t("report.document.agenda"), theme.TextBody),
		ui.NewMutedLabel(w.t("decision.agenda"), theme.TextSecondary)))))
	beside := ui.NewFormRow(260, theme.Space8)
	for i, field := range w.agendaFields(f, d) {
		if i == 0 {
			column.Add(field)
			continue
		}
		beside.Add(field)
	}
	column.Add(beside)
	return column
}

// agendaFields are the texts of an agenda item in the language of the content.
func (w *Window) agendaFields(f form, d *model.Decision) []*ui.Field {
	var fields []*ui.Field
	for _, t := range agendaTexts() {
		area := ui.NewTextArea(w.kit, w.t(t.label), 2, 8)
		switch t.field {
		case model.FieldAnnexes:
			area.WithHint(w.t("decision.annexesHint"))
		case model.FieldAppeal:
			area.WithHint(w.t("decision.appealHint"))
		}
		fields = append(fields, f.text(area, d.ID, t.field, w.language))
	}
	return fields
}

// agendaFacts show what the agenda told, as far as it is written; it is nil when
// nothing is.
func (p *decisionPage) agendaFacts(d *model.Decision) fyne.CanvasObject {
	row := ui.NewFormRow(260, theme.Space16)
	for _, t := range agendaTexts() {
		if words, _ := t.of(d).Best(p.w.language); words != "" {
			row.Add(p.w.fact(t.label, words))
		}
	}
	if len(row.Objects) == 0 {
		return nil
	}
	return row
}
