package window

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/model"
)

// votes asks for the votes of a decision: there may be several under one §.
func (p *decisionPage) votes(f form, d *model.Decision) fyne.CanvasObject {
	w := p.w
	column := ui.NewColumn(theme.Space8)
	for _, v := range d.Votes {
		column.Add(p.vote(f, v))
	}
	add := "decision.addVote"
	if len(d.Votes) > 0 {
		add = "decision.addAnotherVote"
	}
	column.Add(ui.NewRow(theme.Space8, nil, ui.NewButton(w.kit, ui.ButtonQuiet, w.t(add), func() {
		w.tell(p.draft.flush())
		if w.edit(func(st *model.Step) error {
			_, err := st.Add(d.ID, model.KindVote, "")
			return err
		}) {
			w.rebuild()
			w.focusAgain(spot{label: w.t("decision.yes")})
		}
	}).WithIcon(ui.IconPlus)))
	return column
}

// vote asks what Yes and No stood for and how many voted so, or shows it once
// the numbers stand.
func (p *decisionPage) vote(f form, v model.Vote) fyne.CanvasObject {
	w := p.w
	heading := ui.NewFlush(ui.NewBoldLabel(w.t("decision.vote"), theme.TextSecondary))
	if (counted(v) || v.NumbersUnknown) && !p.open[v.ID] {
		change := ui.NewButton(w.kit, ui.ButtonQuiet, w.t("decision.changeVote"), func() {
			p.open[v.ID] = true
			w.rebuild()
		}).WithIcon(ui.IconPen)
		return ui.NewColumn(theme.Space4, heading, ui.NewFlush(p.voteBar(v)), ui.NewRow(theme.Space8, nil, change))
	}
	p.open[v.ID] = true // stays open while the numbers are being typed
	number := func(key string, field model.Field) *ui.Field {
		return f.count(ui.NewNumberField(w.kit, w.t(key), func(typed string) (string, bool) {
			n, ok := readCount(typed)
			return fmt.Sprint(n), ok
		}), v.ID, field)
	}
	remove := ui.NewButton(w.kit, ui.ButtonQuiet, w.t("decision.removeVote"), func() {
		w.tell(p.draft.flush())
		if w.edit(func(st *model.Step) error { return st.Delete(v.ID) }) {
			w.rebuild()
		}
	}).WithIcon(ui.IconTrash)
	unknown := ui.NewCheck(w.kit, w.t("decision.numbersNotKnown"))
	unknown.SetChecked(v.NumbersUnknown)
	unknown.OnChanged = func(on bool) {
		w.tell(p.draft.flush())
		w.edit(func(st *model.Step) error { return st.Set(v.ID, model.FieldNumbersUnknown, model.ValueOf(on)) })
		w.rebuild()
	}
	column := ui.NewColumn(theme.Space4, heading)
	if !v.NumbersUnknown {
		column.Add(w.fields(420, weigh(1, number("decision.yes", model.FieldYes)), weigh(1, number("decision.no", model.FieldNo)),
			weigh(1, number("decision.blank", model.FieldBlank)), weigh(1, number("decision.absent", model.FieldAbsent))))
	}
	column.Add(unknown)
	column.Add(w.fields(520,
		weigh(1, f.text(ui.NewField(w.kit, w.t("decision.yesMeaning")), v.ID, model.FieldYesMeaning, w.language)),
		weigh(1, f.text(ui.NewField(w.kit, w.t("decision.noMeaning")), v.ID, model.FieldNoMeaning, w.language))))
	column.Add(ui.NewRow(theme.Space8, nil, remove))
	return column
}

// counted tells whether the numbers of a vote are known.
func counted(v model.Vote) bool {
	return !v.NumbersUnknown && v.Yes+v.No+v.Blank+v.Absent > 0
}

// voteBar shows the numbers of a vote and what Yes and No stood for.
func (p *decisionPage) voteBar(v model.Vote) fyne.CanvasObject {
	w := p.w
	if !counted(v) {
		return ui.NewMutedLabel(w.t("decision.numbersUnknown"), theme.TextSecondary)
	}
	column := ui.NewColumn(theme.Space4, ui.NewVoteBar(
		ui.VotePart{Word: w.t("decision.yes"), Count: v.Yes}, ui.VotePart{Word: w.t("decision.no"), Count: v.No},
		ui.VotePart{Word: w.t("decision.blank"), Count: v.Blank}, ui.VotePart{Word: w.t("decision.absent"), Count: v.Absent}))
	var meanings []string
	for _, m := range []struct {
		key  string
		text model.Text
	}{{"decision.yes", v.YesMeaning}, {"decision.no", v.NoMeaning}} {
		if words, _ := m.text.Best(w.language); words != "" {
			meanings = append(meanings, w.t(m.key)+" = "+words)
		}
	}
	if len(meanings) > 0 {
		column.Add(ui.NewMutedLabel(strings.Join(meanings, ", "), theme.TextSecondary))
	}
	return column
}
