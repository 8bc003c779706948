package window

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/model"
)

// gap is something that a goal still lacks: what is said about it, the step and
// the control where it is given, and the card that has to be open for that.
type gap struct {
	step     int
	key      string
	sentence string
	list     string // the list whose card is to be opened, "" for none
	card     model.EntityID
}

// wizard lays out the chosen goal's step: the steps above, the content
// scrolling, the foot always in sight.
func (p *contentsPage) wizard() fyne.CanvasObject {
	w := p.w
	var names []string
	for _, name := range contentsStepNames {
		names = append(names, w.t("step."+name))
	}
	p.steps = ui.NewStepHeader(w.kit, names, func(step int) { p.choose(p.at.Element, step) })
	p.updates = append(p.updates, func() { p.steps.Set(p.at.Step, p.written()) })
	build := [contentsSteps]func() fyne.CanvasObject{
		p.goalStep, p.measuresStep, p.bodiesStep, p.indicatorsStep, p.reviewStep,
	}[p.at.Step]
	content := ui.NewColumn(theme.Space4, p.heading(), p.lockNotice(), build())
	margin := w.margin()
	return container.New(&wizardLayout{},
		ui.NewInset(theme.Space8, margin, "", margin, p.steps), p.scrolling(content), p.wizardFoot())
}

func (p *contentsPage) wizardFoot() fyne.CanvasObject {
	w := p.w
	f := wizardFoot{
		back: w.t("action.back"), onBack: p.back, onNext: p.next,
		step: w.t("step.of", "step", p.at.Step+1, "steps", contentsSteps),
	}
	switch {
	case p.at.Step < stepReview:
		f.next = w.t("action.nextTo", "step", w.t("step."+contentsStepNames[p.at.Step+1]))
	case p.following() != "":
		f.next = w.t("contents.nextGoal")
	default:
		f.next = w.t("contents.toContents")
	}
	return w.foot(f)
}

// heading is where the person is, the step's name, and what adds to it.
func (p *contentsPage) heading() fyne.CanvasObject {
	w := p.w
	crumb := ui.NewMutedLabel("", theme.TextSmallest)
	p.updates = append(p.updates, func() { crumb.SetText(p.whereabouts()) })
	title := ui.NewBoldLabel(w.t("contents.heading."+contentsStepNames[p.at.Step]), theme.TextPage)
	words := ui.NewInset("", "", "", theme.FocusMargin, ui.NewColumn("", crumb, title))
	if w.frame.narrow {
		title.OneLine = true
		words = ui.NewInset("", "", "", theme.FocusMargin, ui.NewRow(theme.Space12, crumb, title, crumb))
	}
	notes, add := p.aboutGoal(p.at.Element), p.adder()
	if add == nil {
		return ui.NewRow(theme.Space8, words, words, notes)
	}
	return ui.NewRow(theme.Space8, words, words, notes, add)
}

// adder is the button that adds to the step's list, nil for none.
func (p *contentsPage) adder() fyne.CanvasObject {
	if p.readOnly() {
		return nil
	}
	var button *ui.Button
	switch p.at.Step {
	case stepMeasures:
		button = ui.NewButton(p.w.kit, ui.ButtonSecondary, p.w.t("contents.addMeasure"), p.addMeasure)
	case stepIndicators:
		button = ui.NewButton(p.w.kit, ui.ButtonSecondary, p.w.t("contents.addIndicator"), p.addGoalIndicator)
	default:
		return nil
	}
	p.keys["add"] = button
	return button.WithIcon(ui.IconPlus)
}

// whereabouts names the section and the goal.
func (p *contentsPage) whereabouts() string {
	goal, section := p.goal()
	if goal == nil {
		return ""
	}
	words, _ := p.title(goal.Title, "contents.untitledGoal")
	if section != nil {
		above, _ := p.title(section.Title, "contents.untitledSection")
		words = above + " › " + words
	}
	if label := p.w.goalLabel(goal); label != "" && section == nil {
		words = label + " › " + words
	}
	return words
}

// written tells for each step whether what it asks for is there.
func (p *contentsPage) written() []bool {
	done := make([]bool, contentsSteps)
	gaps := p.gaps()
	for step := range done {
		done[step] = !slices.ContainsFunc(gaps, func(g gap) bool { return g.step == step })
	}
	done[stepReview] = len(gaps) == 0
	return done
}

// gaps returns what the chosen goal lacks to be written, in the order of the
// steps.
func (p *contentsPage) gaps() []gap {
	goal, _ := p.goal()
	if goal == nil {
		return nil
	}
	return p.gapsOf(goal)
}

func (p *contentsPage) gapsOf(goal *model.Goal) []gap {
	w := p.w
	first := w.work.Programme().FirstLanguage
	var gaps []gap
	for _, code := range goal.Unwritten(first) {
		switch code {
		case model.CodeTitleMissing:
			gaps = append(gaps, gap{step: stepGoal, key: fieldKey(goal.ID, model.FieldTitle.In(first)), sentence: w.t("contents.gap.goalTitle")})
		case model.CodeMeasureMissing:
			gaps = append(gaps, gap{step: stepMeasures, key: "add", sentence: w.t("finding.measureMissing")})
		case model.CodeBodyMissing:
			gaps = append(gaps, gap{step: stepResponsible, key: key(goal.ID, "add/"+string(model.Responsible)), sentence: w.t("contents.gap.body")})
		case model.CodeIndicatorMissing:
			gaps = append(gaps, gap{step: stepIndicators, key: "add", sentence: w.t("contents.gap.indicator")})
		}
	}
	for i := range goal.Measures {
		m := &goal.Measures[i]
		list := measureList(goal.ID)
		if m.Title.In(first) == "" {
			gaps = append(gaps, gap{
				step: stepMeasures, key: fieldKey(m.ID, model.FieldTitle.In(first)), list: list, card: m.ID,
				sentence: w.t("contents.gap.measureTitle", "number", i+1),
			})
		}
		if m.Timetable.Unset() {
			gaps = append(gaps, gap{
				step: stepMeasures, key: fieldKey(m.ID, model.FieldTimetable), list: list, card: m.ID,
				sentence: w.t("error.timetableMissing"),
			})
		}
	}
	slices.SortStableFunc(gaps, func(a, b gap) int { return a.step - b.step })
	return gaps
}

// firstGap returns the first step of a goal that lacks something.
func (p *contentsPage) firstGap(goal model.EntityID) int {
	g, _ := p.w.work.Programme().Goal(goal)
	if g == nil {
		return stepGoal
	}
	if gaps := p.gapsOf(g); len(gaps) > 0 {
		return gaps[0].step
	}
	return stepGoal
}

// goTo shows a gap at its place, with its sentence.
func (p *contentsPage) goToGap(g gap) {
	if p.at.Step != g.step {
		p.choose(p.at.Element, g.step)
	}
	if g.list != "" {
		p.open[g.list] = g.card
	}
	p.problems[g.key] = g.sentence
	p.w.window.Canvas().Unfocus()
	p.show(g.key)
}

// next goes to the next step. What the step lacks is shown the first time, with
// the keyboard put where it is given; the second time the person goes on all
// the same, since a draft may lack anything. A record of the past owes nothing.
func (p *contentsPage) next() {
	if p.kind() != model.KindGoal || p.stuck() {
		return
	}
	if p.at.Step < stepReview && !p.readOnly() && !p.w.recorded() && !p.warned[p.at.Step] {
		gaps := slices.DeleteFunc(p.gaps(), func(g gap) bool { return g.step != p.at.Step })
		for _, g := range slices.Backward(gaps) {
			p.problems[g.key] = g.sentence
		}
		if len(gaps) > 0 {
			p.warned[p.at.Step] = true
			p.goToGap(gaps[0])
			return
		}
	}
	switch {
	case p.at.Step < stepReview:
		p.goToStep(p.at.Step + 1)
	case p.following() != "":
		p.choose(p.following(), stepGoal)
	default:
		p.choose("", stepGoal)
	}
}

// back goes to the step before, and from the first one to the whole contents.
func (p *contentsPage) back() {
	switch {
	case p.kind() != model.KindGoal:
	case p.at.Step > stepGoal:
		p.goToStep(p.at.Step - 1)
	default:
		p.choose(p.w.work.State().Parent(p.at.Element), stepGoal)
	}
}

// goToStep shows another step of the goal, with what has been warned about
// remembered.
func (p *contentsPage) goToStep(step int) {
	warned := p.warned
	p.choose(p.at.Element, step)
	p.warned = warned
}

// following returns the goal after the chosen one, "" after the last.
func (p *contentsPage) following() model.EntityID {
	found := false
	for g := range p.w.work.Programme().AllGoals() {
		if found {
			return g.ID
		}
		found = g.ID == p.at.Element
	}
	return ""
}
