package window

import (
	"slices"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/model"
)

// decisionStage asks for the facts of the final decision.
func (p *decisionPage) decisionStage() ui.Stage {
	w := p.w
	stage := ui.Stage{Title: w.t("decision.decision")}
	d := w.work.Programme().FinalDecision()
	if d == nil || !d.Decided() && !recordBegun(d) {
		if len(p.contentObstacles()) == 0 {
			stage.State = ui.StageCurrent
		}
		begin := ui.NewButton(w.kit, ui.ButtonSecondary, w.t("decision.record"), p.beginDecision).WithIcon(ui.IconPlus)
		p.focus = begin
		stage.Body = ui.NewColumn(theme.Space12, p.agendas(), ui.NewColumn(theme.Space4,
			ui.NewFlush(ui.NewMutedLabel(w.t("decision.recordText"), theme.TextSecondary)), ui.NewRow(theme.Space8, nil, begin)))
		return stage
	}
	stage.State = ui.StageCurrent
	if w.work.ReadOnly() {
		stage.State = ui.StageDone
	}
	if w.work.ReadOnly() && !p.open[d.ID] {
		facts := p.decisionFacts(d)
		if w.work.Programme().State == model.Locked {
			facts.Add(ui.NewRow("", nil, ui.NewButton(w.kit, ui.ButtonQuiet, w.t("decision.change"), func() {
				p.open[d.ID] = true
				w.rebuild()
				if p.focus != nil {
					w.kit.Focus(p.focus)
				}
			}).WithIcon(ui.IconPen)))
		}
		stage.Body = ui.NewFlush(w.panel(facts))
		return stage
	}
	stage.Body = ui.NewFlush(w.panel(p.decisionFields(d)))
	return stage
}

func (p *decisionPage) decisionFields(d *model.Decision) fyne.CanvasObject {
	w := p.w
	f := form{w: w, draft: p.draft}
	organ := choose(p, "decision.organ", "organ.", model.Organs(), d.Organ, d.ID, model.FieldOrgan)
	p.focus = organ.Focusable()
	date := p.watch(f.date(ui.NewDateField(w.kit, w.t("decision.meetingDate"), readDate), d.ID, model.FieldMeetingDate), model.FieldMeetingDate)
	paragraph := p.watch(f.plain(ui.NewField(w.kit, w.t("decision.paragraph")).WithLimit(20), d.ID, model.FieldParagraph), model.FieldParagraph)
	register := p.watch(f.plain(ui.NewField(w.kit, w.t("decision.registerNumber")).WithLimit(100), d.ID, model.FieldRegisterNumber), model.FieldRegisterNumber)
	name := f.text(ui.NewField(w.kit, w.t("decision.organName")).WithHint(w.t("decision.organNameHint")), d.ID, model.FieldOrganName, w.language)
	preparer := f.text(ui.NewField(w.kit, w.t("decision.preparer")), d.ID, model.FieldPreparer, w.language)
	presenter := f.text(ui.NewField(w.kit, w.t("report.decision.presenter")), d.ID, model.FieldPresenter, w.language)
	words := ui.NewFormRow(260, theme.Space8)
	for i, l := range w.contentLanguages() {
		area := f.text(ui.NewTextArea(w.kit, w.t("decision.text."+string(l)), 2, 6), d.ID, model.FieldDecisionText, l)
		p.watch(area, model.FieldDecisionText.In(l))
		if i == 0 {
			p.fields[model.FieldDecisionText] = area
		}
		words.Add(area)
	}
	outcome := choose(p, "decision.outcome", "outcome.", model.Outcomes(), d.Outcome, d.ID, model.FieldOutcome)
	unanimous := ui.NewCheck(w.kit, w.t("decision.unanimous"))
	unanimous.SetChecked(d.Unanimous)
	unanimous.OnChanged = func(on bool) {
		w.tell(p.draft.flush())
		w.edit(func(st *model.Step) error { return st.Set(d.ID, model.FieldUnanimous, model.ValueOf(on)) })
		w.rebuild()
	}
	column := ui.NewColumn(theme.Space8)
	if chain := p.chain(d); chain != nil {
		column.Add(ui.NewFlush(chain))
	}
	column.Add(w.fields(700, weigh(5, organ), weigh(4, date), weigh(2, paragraph), weigh(5, register)))
	column.Add(w.fields(560, weigh(1, name), weigh(1, preparer), weigh(1, presenter)))
	column.Add(p.agenda(f, d))
	column.Add(words)
	column.Add(w.fields(420, weigh(1, outcome), weigh(1, ui.NewInset(theme.Space24, "", "", "", unanimous))))
	if !d.Unanimous {
		column.Add(p.votes(f, d))
	}
	column.Add(p.motions(f, d))
	column.Add(p.handling(f))
	return column
}

// watch remembers the control of a field of the decision, and takes a shown
// problem away when it changes.
func (p *decisionPage) watch(field *ui.Field, at model.Field) *ui.Field {
	p.fields[at] = field
	kept := field.OnChanged
	field.OnChanged = func(s string) {
		delete(p.problems, at)
		field.SetError("")
		kept(s)
	}
	return field
}

// chain shows how the matter has gone through the organs so far, the earlier
// ones with their dates. It is nil when none is recorded.
func (p *decisionPage) chain(final *model.Decision) fyne.CanvasObject {
	w := p.w
	earlier := slices.DeleteFunc(slices.Clone(w.work.Programme().Decisions), func(d model.Decision) bool { return d.Final })
	if len(earlier) == 0 {
		return nil
	}
	slices.SortStableFunc(earlier, func(a, b model.Decision) int {
		switch {
		case a.MeetingDate.Before(b.MeetingDate):
			return -1
		case b.MeetingDate.Before(a.MeetingDate):
			return 1
		}
		return 0
	})
	row := ui.NewWrap(theme.Space8, theme.Space4)
	for _, d := range earlier {
		words := w.organ(&d)
		if !d.MeetingDate.Zero() {
			words += " " + w.day(d.MeetingDate)
		}
		row.Add(ui.NewRow(theme.Space8, nil, ui.NewMark(w.kit, ui.MarkDone, w.t("outcome."+string(d.Outcome))),
			ui.NewLine(words, theme.TextSecondary, theme.ColorText, false),
			ui.NewIconSized(ui.IconChevronRight, theme.ColorMuted, theme.IconSmall)))
	}
	row.Add(ui.NewLine(w.organ(final), theme.TextSecondary, theme.ColorText, true))
	return row
}

// organ is the organ's own name, else what kind of organ it is.
func (w *Window) organ(d *model.Decision) string {
	if name, _ := d.OrganName.Best(w.language); name != "" {
		return name
	}
	return w.t("organ." + string(d.Organ))
}

// selectOfCodes is a select of codes, each by the words of its key, which begins
// with the prefix.
func selectOfCodes[C ~string](w *Window, label, prefix string, codes []C, chosen C) *ui.Select {
	var words []string
	for _, c := range codes {
		words = append(words, w.t(prefix+string(c)))
	}
	s := ui.NewSelect(w.kit, w.t(label), words...)
	s.SetChosen(slices.Index(codes, chosen))
	return s
}

// choose is a select bound to a field of the decision that holds one of a list
// of codes.
func choose[C ~string](p *decisionPage, label, prefix string, codes []C, chosen C, id model.EntityID, field model.Field) *ui.Select {
	w := p.w
	s := selectOfCodes(w, label, prefix, codes, chosen)
	s.OnChanged = func(i int) {
		delete(p.problems, field)
		s.SetError("")
		w.edit(func(st *model.Step) error { return st.Set(id, field, model.ValueOf(string(codes[i]))) })
	}
	p.fields[field] = s
	return s
}

// decisionFacts shows an approved decision, in both languages when it stands in
// both.
func (p *decisionPage) decisionFacts(d *model.Decision) *fyne.Container {
	w := p.w
	column := ui.NewColumn(theme.Space8)
	if chain := p.chain(d); chain != nil {
		column.Add(chain)
	}
	paragraph := "§ " + d.Paragraph
	if d.Paragraph == "" {
		paragraph = w.t("decision.notKnown")
	}
	facts := ui.NewFormRow(120, theme.Space12,
		w.fact("decision.organ", w.organ(d)), w.fact("decision.meetingDate", w.day(d.MeetingDate)),
		w.fact("decision.paragraph", paragraph))
	if d.RegisterNumber != "" {
		facts.Add(w.fact("decision.registerNumber", d.RegisterNumber))
	}
	column.Add(facts)
	words := ui.NewFormRow(260, theme.Space16)
	for _, l := range w.contentLanguages() {
		if d.Text.In(l) != "" {
			words.Add(w.fact("decision.text."+string(l), d.Text.In(l)))
		}
	}
	if agenda := p.agendaFacts(d); agenda != nil {
		column.Add(agenda)
	}
	column.Add(words)
	result := w.result(d)
	if len(d.Votes) == 0 {
		column.Add(result)
	} else {
		votes := ui.NewColumn(theme.Space4, ui.NewMutedLabel(w.t("decision.vote"), theme.TextSecondary))
		for _, v := range d.Votes {
			votes.Add(p.voteBar(v))
		}
		column.Add(w.fields(520, weigh(3, votes), weigh(2, result)))
	}
	for i := range d.Motions {
		column.Add(p.motionFacts(&d.Motions[i]))
	}
	return column
}

// result says what was decided and how.
func (w *Window) result(d *model.Decision) fyne.CanvasObject {
	words := w.t("outcome." + string(d.Outcome))
	switch {
	case d.Unanimous:
		words += " " + w.t("decision.unanimously")
	case len(d.Votes) > 0 && counted(d.Votes[0]):
		words += " " + w.t("decision.byVotes", "yes", d.Votes[0].Yes, "no", d.Votes[0].No)
	}
	kind := ui.MarkDone
	if !d.Outcome.Approves() {
		kind = ui.MarkNotCarriedOut
	}
	return ui.NewColumn(theme.Space4, ui.NewMutedLabel(w.t("decision.outcome"), theme.TextSecondary), w.noticeLine(kind, words))
}

// fact is a value under its label, to be read.
func (w *Window) fact(key, value string) fyne.CanvasObject {
	return ui.NewColumn("", ui.NewMutedLabel(w.t(key), theme.TextSecondary), ui.NewLabel(value, theme.TextBody))
}

// beginDecision makes the decision with the entries that minutes usually have:
// chair, minutes-keeper and two checkers.
func (p *decisionPage) beginDecision() {
	w := p.w
	if err := p.flush(); err != nil {
		w.tell(err)
		return
	}
	id, err := w.work.FinalDecisionID(w.ctx)
	if err != nil {
		w.tell(err)
		return
	}
	if w.edit(func(st *model.Step) error {
		if st.State().Element(id).Value(model.FieldOrgan).Text() == "" {
			if err := st.Set(id, model.FieldOrgan, model.ValueOf(string(model.Council))); err != nil {
				return err
			}
		}
		if err := st.Set(id, model.FieldOutcome, model.ValueOf(string(model.OutcomeApproved))); err != nil {
			return err
		}
		for _, role := range []model.MinutesRole{model.Chair, model.MinutesKeeper, model.MinutesChecker, model.MinutesChecker} {
			if err := addMinutesEntry(st, id, role); err != nil {
				return err
			}
		}
		return nil
	}) {
		w.rebuild()
		if p.focus != nil {
			w.kit.Focus(p.focus)
		}
	}
}

func addMinutesEntry(st *model.Step, decision model.EntityID, role model.MinutesRole) error {
	entry, err := st.Add(decision, model.KindMinutesEntry, "")
	if err != nil {
		return err
	}
	return st.Set(entry, model.FieldRole, model.ValueOf(string(role)))
}
