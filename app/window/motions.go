package window

import (
	"strings"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/model"
)

// motions asks for what was moved in the meeting beside the proposal:
// amendments, counter-proposals, initiatives and resolutions.
func (p *decisionPage) motions(f form, d *model.Decision) fyne.CanvasObject {
	w := p.w
	column := ui.NewColumn(theme.Space8)
	for i := range d.Motions {
		column.Add(ui.NewFlush(w.panel(p.motionFields(f, &d.Motions[i]))))
	}
	column.Add(ui.NewRow(theme.Space8, nil, ui.NewButton(w.kit, ui.ButtonQuiet, w.t("motion.add"), func() {
		w.tell(p.draft.flush())
		if w.edit(func(st *model.Step) error {
			id, err := st.Add(d.ID, model.KindMotion, "")
			if err != nil {
				return err
			}
			return st.Set(id, model.FieldRole, model.ValueOf(string(model.Amendment)))
		}) {
			w.rebuild()
			w.focusAgain(spot{label: w.t("motion.kind")})
		}
	}).WithIcon(ui.IconPlus)))
	return column
}

func (p *decisionPage) motionFields(f form, m *model.Motion) fyne.CanvasObject {
	w := p.w
	kind := chooseCode(p, "motion.kind", "motion.kind.", model.MotionKinds(), m.Kind, m.ID, model.FieldRole)
	outcome := chooseCode(p, "motion.outcome", "outcome.", model.Outcomes(), m.Outcome, m.ID, model.FieldOutcome)
	words := ui.NewFormRow(260, theme.Space8)
	for _, l := range w.contentLanguages() {
		words.Add(f.text(ui.NewTextArea(w.kit, w.t("motion.text."+string(l)), 2, 6), m.ID, model.FieldBodyText, l))
	}
	unanimous := p.flag("decision.unanimous", m.ID, model.FieldUnanimous, m.Unanimous)
	var checks fyne.CanvasObject = unanimous
	if amends(m.Kind) {
		checks = w.fields(420, weigh(1, unanimous), weigh(1, p.flag("motion.changesText", m.ID, model.FieldChangesText, m.ChangesText)))
	}
	remove := ui.NewButton(w.kit, ui.ButtonQuiet, w.t("motion.remove"), func() { p.drop(m.ID) }).WithIcon(ui.IconTrash)
	return ui.NewColumn(theme.Space8, w.fields(420, weigh(1, kind), weigh(1, outcome)), words, checks, ui.NewRow("", nil, remove))
}

// amends tells whether a motion can change the programme's text; what is moved
// beside it cannot.
func amends(kind model.MotionKind) bool {
	return kind == model.Amendment || kind == model.CounterProposal
}

// motionFacts shows what was moved and what became of it.
func (p *decisionPage) motionFacts(m *model.Motion) fyne.CanvasObject {
	w := p.w
	words, language := m.Text.Best(w.language)
	if words == "" {
		words = w.t("decision.notKnown")
	}
	label := ui.NewLabel(words, theme.TextBody)
	label.Language = string(language)
	column := ui.NewColumn("", ui.NewMutedLabel(w.t("motion.kind."+string(m.Kind)), theme.TextSecondary), label)
	var facts []string
	if m.Outcome != "" {
		facts = append(facts, w.t("outcome."+string(m.Outcome)))
	}
	if m.Unanimous {
		facts = append(facts, w.t("decision.unanimously"))
	}
	if m.Outcome.Approves() && amends(m.Kind) {
		scope := "motion.decisionAlone"
		if m.ChangesText {
			scope = "motion.changesText"
		}
		facts = append(facts, strings.ToLower(w.t(scope)))
	}
	if len(facts) > 0 {
		kind := ui.MarkDone
		if !m.Outcome.Approves() {
			kind = ui.MarkNotCarriedOut
		}
		column.Add(w.noticeLine(kind, strings.Join(facts, " · ")))
	}
	return column
}

// chooseCode is a select bound to a field of an element that holds one of a
// list of codes, and shows the page anew.
func chooseCode[C ~string](p *decisionPage, label, prefix string, codes []C, chosen C, id model.EntityID, field model.Field) *ui.Select {
	w := p.w
	s := selectOfCodes(w, label, prefix, codes, chosen)
	s.OnChanged = func(i int) {
		w.tell(p.draft.flush())
		w.edit(func(st *model.Step) error { return st.Set(id, field, model.ValueOf(string(codes[i]))) })
		w.rebuild()
	}
	return s
}

// flag is a check bound to a field of an element.
func (p *decisionPage) flag(label string, id model.EntityID, field model.Field, on bool) *ui.Check {
	w := p.w
	check := ui.NewCheck(w.kit, w.t(label))
	check.SetChecked(on)
	check.OnChanged = func(on bool) {
		w.tell(p.draft.flush())
		w.edit(func(st *model.Step) error { return st.Set(id, field, model.ValueOf(on)) })
		w.rebuild()
	}
	return check
}

// drop removes an element of the decision; undo brings it back.
func (p *decisionPage) drop(id model.EntityID) {
	w := p.w
	w.tell(p.draft.flush())
	if w.edit(func(st *model.Step) error { return st.Delete(id) }) {
		w.rebuild()
	}
}
