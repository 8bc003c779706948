package window

import (
	"fmt"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/model"
)

// minutesStage asks who signed, certified and checked the minutes, and when.
func (p *decisionPage) minutesStage() ui.Stage {
	w := p.w
	d := w.work.Programme().FinalDecision()
	stage := ui.Stage{Title: w.t("decision.minutes")}
	if d == nil {
		stage.Body = ui.NewFlush(ui.NewMutedLabel(w.t("decision.minutesText"), theme.TextSecondary))
		return stage
	}
	done := 0
	for _, m := range d.Minutes {
		if m.Done {
			done++
		}
	}
	stage.Note = w.t("minutes.count", "done", done, "all", len(d.Minutes))
	if w.recorded() && len(d.Minutes) == 0 {
		stage.Note = w.t("decision.notKnown")
	}
	switch {
	case len(d.Minutes) > 0 && len(w.work.Pending()) == 0:
		stage.State = ui.StageDone
	case w.work.Programme().State == model.Locked:
		stage.State = ui.StageCurrent
	}
	approved := w.work.Programme().State == model.Approved
	cards := ui.NewFormRow(168, theme.Space8)
	for i, m := range d.Minutes {
		if approved || m.Done && !p.open[m.ID] {
			cards.Add(w.panel(p.minutesFacts(m, p.role(d, i), !approved)))
		} else {
			cards.Add(w.panel(p.minutesFields(m, p.role(d, i))))
		}
	}
	body := ui.NewColumn(theme.Space4, ui.NewFlush(cards))
	if !approved {
		body.Add(ui.NewRow(theme.Space8, nil, ui.NewButton(w.kit, ui.ButtonQuiet, w.t("minutes.addChecker"), func() {
			w.tell(p.draft.flush())
			if w.edit(func(st *model.Step) error { return addMinutesEntry(st, d.ID, model.MinutesChecker) }) {
				w.rebuild()
			}
		}).WithIcon(ui.IconPlus)))
	}
	stage.Body = body
	return stage
}

// role names an entry of the minutes; where several have the same role it is
// numbered.
func (p *decisionPage) role(d *model.Decision, at int) string {
	same, number := 0, 0
	for i, m := range d.Minutes {
		if m.Role != d.Minutes[at].Role {
			continue
		}
		same++
		if i == at {
			number = same
		}
	}
	word := p.w.t("minutes." + string(d.Minutes[at].Role))
	if same > 1 {
		word += fmt.Sprintf(" %d", number)
	}
	return word
}

// waitingFor names those whose entry of the minutes is still open, by role when
// no name has been given.
func (p *decisionPage) waitingFor() []string {
	w := p.w
	d := w.work.Programme().FinalDecision()
	if d == nil || w.work.Programme().RecordedAfterwards {
		return nil
	}
	var waiting []string
	for i, m := range d.Minutes {
		if m.Done {
			continue
		}
		name := w.work.NameOf(w.ctx, m.Person)
		if name == "" {
			name = p.role(d, i)
		}
		waiting = append(waiting, name)
	}
	return waiting
}

// minutesFacts shows an entry that is done.
func (p *decisionPage) minutesFacts(m model.MinutesEntry, role string, mayChange bool) fyne.CanvasObject {
	w := p.w
	label := ui.NewMutedLabel(role, theme.TextSecondary)
	label.Language = string(w.words.Language())
	column := ui.NewColumn(theme.Space4, label)
	if mayChange {
		change := ui.NewIconButton(w.kit, ui.IconPen, w.t("minutes.change", "role", role), func() {
			p.open[m.ID] = true
			w.rebuild()
			if field := p.names[m.ID]; field != nil {
				field.Focus()
			}
		})
		column.Objects[0] = ui.NewRow("", label, label, change)
	}
	if name := w.work.NameOf(w.ctx, m.Person); name != "" {
		column.Add(ui.NewBoldLabel(name, theme.TextBody))
	}
	if m.Done {
		column.Add(ui.NewMarkWithWord(ui.MarkDone, w.t("minutes.done."+string(m.Role)), theme.TextSecondary))
	}
	if !m.DoneOn.Zero() {
		column.Add(ui.NewMutedLabel(w.day(m.DoneOn), theme.TextSecondary))
	}
	return column
}

// minutesFields asks for an entry.
func (p *decisionPage) minutesFields(m model.MinutesEntry, role string) fyne.CanvasObject {
	w := p.w
	name := w.work.NameOf(w.ctx, m.Person)
	person := ui.NewField(w.kit, role).WithPlaceholder(w.t("minutes.name")).WithLimit(120)
	person.SetText(name)
	form{w: w, draft: p.draft}.showMisread(person, m.ID, model.FieldPerson)
	person.OnChanged = func(string) {
		p.draft.typed(string(m.ID)+"/person", func() error {
			tooLong := ""
			if person.TooLong() {
				tooLong = person.Text()
			}
			if err := w.setMisread(m.ID, model.FieldPerson, tooLong); err != nil || tooLong != "" || person.Text() == name {
				return err
			}
			if err := w.work.NameMinutesEntry(w.ctx, m.ID, person.Text()); err != nil {
				return err
			}
			name = person.Text()
			return nil
		})
	}
	person.OnLeave = func(string) { w.tell(p.draft.flush()) }
	p.names[m.ID] = person
	check := ui.NewCheck(w.kit, w.t("minutes.done."+string(m.Role)))
	check.SetChecked(m.Done)
	check.OnChanged = func(on bool) {
		p.open[m.ID] = true
		w.tell(p.draft.flush())
		w.edit(func(st *model.Step) error { return st.Set(m.ID, model.FieldDone, model.ValueOf(on)) })
		w.rebuild()
	}
	f := form{w: w, draft: p.draft}
	date := f.date(ui.NewDateField(w.kit, w.t("minutes.doneOn"), readDate).WithHint(""), m.ID, model.FieldDoneOn)
	return ui.NewColumn("", person, check, date)
}
