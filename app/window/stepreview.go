package window

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/model"
	"tavoitekartta/model/street"
)

// reviewStep shows what of the goal is written and what is missing, each with
// the way to where it is written. Of a programme recorded afterwards nothing is
// missing: what is empty is not known.
func (p *contentsPage) reviewStep() fyne.CanvasObject {
	w := p.w
	goal, section := p.goal()
	gaps := p.gapsOf(goal)
	title, language := p.title(goal.Title, "contents.untitledGoal")
	name := ui.NewBoldLabel(title, theme.TextSection)
	name.Language = language
	state := ui.NewStateBadge(ui.MarkDone, w.t("contents.review.written"))
	switch {
	case w.recorded():
		state = ui.NewStateBadge(ui.MarkInformation, w.t("programme.state.recorded"))
	case len(gaps) > 0:
		state = ui.NewStateBadge(ui.MarkMissing, w.t("count.missing", "count", len(gaps)))
	}
	words := ui.NewColumn(theme.Space8, name, ui.NewRow("", nil, state))
	head := ui.NewRow(theme.Space16, words, words)
	if section != nil && !w.recorded() {
		share := section.WrittenShare(w.work.Programme().FirstLanguage)
		spoken := w.t("contents.writtenShare", "count", share.Part, "whole", share.Whole, "percent", share.Percent())
		house := ui.NewStreet(street.Sections(lit(section, w.work.Programme().FirstLanguage)), spoken, "")
		head = ui.NewRow(theme.Space16, words, words, ui.NewColumn("", house,
			ui.NewLine(w.t("contents.review.section", "count", share.Part, "whole", share.Whole), theme.TextSmallest, theme.ColorMuted, false)))
	}
	column := ui.NewColumn(theme.Space4, p.panel(head))
	list := ui.NewColumn("")
	for step := stepGoal; step < stepReview; step++ {
		list.Add(p.reviewRow(goal, step, gaps))
	}
	column.Add(p.panel(list))
	if missing := p.untranslated(goal); len(missing) > 0 && !p.readOnly() {
		column.Add(p.panel(p.translationRows(missing)))
	}
	return column
}

// panel is a framed block within the page's margins.
func (p *contentsPage) panel(content fyne.CanvasObject) fyne.CanvasObject {
	return ui.NewMargin(theme.FocusMargin, p.w.panel(content))
}

// reviewRow says what of a step is written.
func (p *contentsPage) reviewRow(goal *model.Goal, step int, gaps []gap) fyne.CanvasObject {
	w := p.w
	column := ui.NewColumn("")
	gaps = slices.DeleteFunc(slices.Clone(gaps), func(g gap) bool { return g.step != step })
	mark := ui.NewMark(w.kit, ui.MarkDone, w.t("contents.written"))
	switch {
	case len(gaps) > 0 && w.recorded():
		mark = ui.NewMark(w.kit, ui.MarkUnknown, w.t("contents.notKnown"))
	case len(gaps) > 0:
		mark = ui.NewMark(w.kit, ui.MarkMissing, w.t("textState.missing"))
	}
	head := ui.NewBoldLabel(w.t("step."+contentsStepNames[step]), theme.TextSubhead)
	change := container.NewWithoutLayout()
	row := ui.NewRow(theme.Space12, head, mark, head, change)
	if !p.readOnly() {
		button := ui.NewButton(w.kit, ui.ButtonQuiet, w.t("contents.review.open", "step", w.t("step."+contentsStepNames[step])), func() { p.goToStep(step) }).Compact()
		p.keys[key(goal.ID, "review/"+contentsStepNames[step])] = button
		row = ui.NewRow(theme.Space12, head, mark, head, button)
	}
	column.Add(row)
	indent := func(o fyne.CanvasObject) fyne.CanvasObject {
		return ui.NewInset("", "", "", theme.Space24, ui.NewInset("", "", "", theme.FocusMargin, o))
	}
	lines := p.reviewLines(goal, step)
	for _, line := range lines {
		column.Add(indent(ui.NewLabel(line, theme.TextSecondary)))
	}
	if w.recorded() {
		if len(gaps) > 0 && len(lines) == 0 {
			column.Add(indent(ui.NewMutedLabel(w.t("contents.notKnown"), theme.TextSecondary)))
		}
		return column
	}
	for _, g := range gaps {
		sentence := g.sentence
		if g.card != "" {
			sentence = p.measureSentence(goal, g)
		}
		if p.readOnly() {
			column.Add(indent(ui.NewLabel(sentence, theme.TextSecondary)))
			continue
		}
		button := ui.NewButton(w.kit, ui.ButtonQuiet, sentence, func() { p.goToGap(g) }).WithIcon(ui.IconWarning).Compact()
		p.register("gap/"+g.key, button)
		column.Add(indent(ui.NewRow("", nil, button)))
	}
	return column
}

// measureSentence says of which measure something is missing.
func (p *contentsPage) measureSentence(goal *model.Goal, g gap) string {
	for i := range goal.Measures {
		if goal.Measures[i].ID == g.card {
			return p.w.t("contents.measureNumber", "number", i+1) + ": " + g.sentence
		}
	}
	return g.sentence
}

// reviewLines says in short what stands in a step.
func (p *contentsPage) reviewLines(goal *model.Goal, step int) []string {
	w := p.w
	var lines []string
	switch step {
	case stepGoal:
		if words := p.best(goal.Description); words != "" {
			lines = append(lines, shortened(words))
		}
	case stepMeasures:
		for i := range goal.Measures {
			title, _ := p.title(goal.Measures[i].Title, "contents.untitledMeasure")
			if time := p.w.timetableWords(goal.Measures[i].Timetable); time != "" {
				title += " (" + time + ")"
			}
			lines = append(lines, title)
		}
	case stepResponsible:
		for _, r := range goal.Bodies {
			if body := w.work.Programme().Body(r.Body); body != nil {
				lines = append(lines, p.best(body.Name)+" ("+w.t("contents.bodies.role."+string(r.Role))+")")
			}
		}
	case stepIndicators:
		for i := range goal.AllIndicators() {
			title, _ := p.title(i.Title, "contents.untitledIndicator")
			kind := w.t("indicator.kind." + string(i.Kind))
			if !i.Confirmed {
				kind = w.t("indicator.unconfirmed")
			}
			lines = append(lines, title+" ("+kind+")")
		}
	}
	return lines
}

// missingText is a text of the goal that lacks a translation.
type missingText struct {
	gap   gap
	state model.TextState
	name  string
}

// untranslated returns the goal's texts that lack a language of the programme.
func (p *contentsPage) untranslated(goal *model.Goal) []missingText {
	state := p.w.work.State()
	var missing []missingText
	look := func(id model.EntityID, base model.Field, t model.Text, g gap) {
		for _, l := range p.w.work.Programme().Languages {
			switch textState := state.TextState(id, base, l); textState {
			case model.TextNeedsTranslation, model.TextOutOfDate:
				g.key = fieldKey(id, base.In(l))
				missing = append(missing, missingText{gap: g, state: textState, name: p.best(t)})
			}
		}
	}
	look(goal.ID, model.FieldTitle, goal.Title, gap{step: stepGoal})
	look(goal.ID, model.FieldDescription, goal.Description, gap{step: stepGoal})
	for i := range goal.Measures {
		m := &goal.Measures[i]
		look(m.ID, model.FieldTitle, m.Title, gap{step: stepMeasures, list: measureList(goal.ID), card: m.ID})
	}
	for i := range goal.Indicators {
		each := &goal.Indicators[i]
		look(each.ID, model.FieldTitle, each.Title, gap{step: stepIndicators, list: indicatorList(goal.ID), card: each.ID})
	}
	return missing
}

// translationRows lists the texts that lack a translation.
func (p *contentsPage) translationRows(missing []missingText) fyne.CanvasObject {
	w := p.w
	head := ui.NewBoldLabel(w.t("contents.review.translations", "count", len(missing)), theme.TextSubhead)
	column := ui.NewColumn("", ui.NewRow(theme.Space12, head,
		ui.NewMark(w.kit, ui.MarkInformation, w.t("contents.needsTranslation")), head))
	for _, m := range missing {
		words := w.t("contents.needsTranslation")
		if m.state == model.TextOutOfDate {
			words = w.t("contents.outOfDate")
		}
		button := ui.NewButton(w.kit, ui.ButtonQuiet, words+": "+shortened(m.name), func() {
			p.second = true
			p.goToGap(m.gap)
		}).Compact()
		p.keys["translate/"+m.gap.key] = button
		column.Add(ui.NewInset("", "", "", theme.Space24, ui.NewRow("", nil, button)))
	}
	return column
}
