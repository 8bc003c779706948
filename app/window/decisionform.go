package window

import (
	"fmt"
	"slices"
	"strings"

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
	if d == nil {
		if len(p.contentObstacles()) == 0 {
			stage.State = ui.StageCurrent
		}
		begin := ui.NewButton(w.kit, ui.ButtonSecondary, w.t("decision.record"), p.beginDecision).WithIcon(ui.IconPlus)
		p.focus = begin
		stage.Body = ui.NewColumn(theme.Space4,
			ui.NewFlush(ui.NewMutedLabel(w.t("decision.recordText"), theme.TextSecondary)), ui.NewRow(theme.Space8, nil, begin))
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
	column.Add(w.fields(560, weigh(1, name), weigh(1, preparer)))
	column.Add(words)
	column.Add(w.fields(420, weigh(1, outcome), weigh(1, ui.NewInset(theme.Space24, "", "", "", unanimous))))
	if !d.Unanimous {
		column.Add(p.vote(f, d))
	}
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

// choose is a select bound to a field of the decision that holds one of a list
// of codes.
func choose[C ~string](p *decisionPage, label, prefix string, codes []C, chosen C, id model.EntityID, field model.Field) *ui.Select {
	w := p.w
	var words []string
	for _, c := range codes {
		words = append(words, w.t(prefix+string(c)))
	}
	s := ui.NewSelect(w.kit, w.t(label), words...)
	s.SetChosen(slices.Index(codes, chosen))
	s.OnChanged = func(i int) {
		delete(p.problems, field)
		s.SetError("")
		w.edit(func(st *model.Step) error { return st.Set(id, field, model.ValueOf(string(codes[i]))) })
	}
	p.fields[field] = s
	return s
}

// vote asks what Yes and No stood for and how many voted so, or shows it once
// the numbers stand.
func (p *decisionPage) vote(f form, d *model.Decision) fyne.CanvasObject {
	w := p.w
	if len(d.Votes) == 0 {
		return ui.NewRow(theme.Space8, nil, ui.NewButton(w.kit, ui.ButtonQuiet, w.t("decision.addVote"), func() {
			if w.edit(func(st *model.Step) error {
				_, err := st.Add(d.ID, model.KindVote, "")
				return err
			}) {
				w.rebuild()
				w.focusAgain(spot{label: w.t("decision.yes")})
			}
		}).WithIcon(ui.IconPlus))
	}
	v := d.Votes[0]
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

// decisionFacts shows an approved decision, in both languages when it stands in
// both.
func (p *decisionPage) decisionFacts(d *model.Decision) *fyne.Container {
	w := p.w
	column := ui.NewColumn(theme.Space8)
	if chain := p.chain(d); chain != nil {
		column.Add(chain)
	}
	facts := ui.NewFormRow(120, theme.Space12,
		w.fact("decision.organ", w.organ(d)), w.fact("decision.meetingDate", w.day(d.MeetingDate)),
		w.fact("decision.paragraph", "§ "+d.Paragraph))
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
	column.Add(words)
	result := w.result(d)
	if len(d.Votes) == 0 {
		column.Add(result)
		return column
	}
	column.Add(w.fields(520, weigh(3, ui.NewColumn(theme.Space4,
		ui.NewMutedLabel(w.t("decision.vote"), theme.TextSecondary), p.voteBar(d.Votes[0]))), weigh(2, result)))
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
		if err := st.Set(id, model.FieldOrgan, model.ValueOf(string(model.Council))); err != nil {
			return err
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
