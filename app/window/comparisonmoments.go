package window

import (
	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/app/workflow"
	"tavoitekartta/model"
)

// moment is the choice of one side's moment. The last choice is any other day.
func (p *comparisonPage) moment(side int) *ui.Select {
	w := p.w
	label := "compare.earlier"
	if side == right {
		label = "compare.later"
	}
	var options []string
	for _, m := range p.moments {
		options = append(options, w.momentName(m))
	}
	options = append(options, w.t("compare.otherDay"))
	choice := ui.NewSelect(w.kit, w.t(label), options...).WithoutTitle()
	choice.SetChosen(p.at(side))
	choice.OnChanged = func(i int) {
		if i == len(p.moments) {
			choice.SetChosen(p.at(side))
			p.askDay(side)
			return
		}
		p.choose(side, p.moments[i])
	}
	return choice
}

func (p *comparisonPage) choose(side int, m workflow.Moment) {
	p.picked[side], p.sides[side] = true, m
	p.w.rebuild()
}

// momentName says which moment is meant: the version and who decided it, the
// present draft, a day.
func (w *Window) momentName(m workflow.Moment) string {
	switch m.Kind {
	case workflow.MomentVersion:
		words := w.t("compare.moment.version", "number", m.Version.Printed())
		if decided := w.organAndDay(&m.Version.Decision); decided != "" {
			words += " · " + decided
		}
		return words
	case workflow.MomentDay:
		return w.t("compare.moment.day", "day", w.day(m.Day))
	case workflow.MomentBeginning:
		return w.t("compare.moment.beginning", "day", w.day(m.Day))
	case workflow.MomentPresent:
	}
	return w.t("compare.moment.present", "state", w.t("programme.stateShort."+string(w.work.State().Stored())))
}

// organAndDay says by whom and when a decision was made, as far as is known.
func (w *Window) organAndDay(d *model.Decision) string {
	words := ""
	if name, _ := d.OrganName.Best(w.language); name != "" || d.Organ != "" {
		words = w.organ(d)
	}
	if !d.MeetingDate.Zero() {
		words += " " + w.day(d.MeetingDate)
	}
	return words
}

// askDay asks for any day and holds the programme of its end against the other
// side.
func (p *comparisonPage) askDay(side int) {
	w := p.w
	field := ui.NewDateField(w.kit, w.t("compare.day"), readDate).WithHint(w.t("compare.day.hint"))
	ui.NewDialog(w.kit, w.t("compare.otherDay"), ui.NewColumn(theme.Space8, field)).
		WithPrimary(w.t("compare.day.take"), func() bool {
			day := parsedDate(field.Text())
			if day.Zero() {
				field.SetError(w.t("field.dateInvalid"))
				return false
			}
			m := workflow.Moment{Kind: workflow.MomentDay, Day: day}
			if !day.Before(w.desk.Today()) {
				field.SetError(w.t("compare.day.notYet"))
				return false
			}
			if _, err := p.history.ProgrammeAt(m); err != nil {
				key, _ := w.desk.Sentence(err)
				field.SetError(w.t(key))
				return false
			}
			p.addDay(m)
			p.choose(side, m)
			return true
		}).WithCancel(w.t("action.cancel"), nil).WithFirst(field.Focusable()).Show(w.window.Canvas())
}

func (p *comparisonPage) addDay(m workflow.Moment) {
	for _, known := range p.moments {
		if known.Same(m) {
			return
		}
	}
	p.days = append(p.days, m)
}
