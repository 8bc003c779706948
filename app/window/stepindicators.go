package window

import (
	"fmt"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/model"
)

// indicatorList names the list of the indicators of a goal or a measure.
func indicatorList(parent model.EntityID) string { return key(parent, "indicators") }

// indicatorsStep asks for the goal's indicators.
func (p *contentsPage) indicatorsStep() fyne.CanvasObject {
	w := p.w
	goal, _ := p.goal()
	list := indicatorList(goal.ID)
	if _, chosen := p.open[list]; !chosen && len(goal.Indicators) > 0 {
		p.open[list] = goal.Indicators[0].ID
	}
	column := ui.NewColumn(theme.Space4,
		ui.NewInset("", "", theme.Space4, theme.FocusMargin, ui.NewMutedLabel(w.t("contents.indicatorsText"), theme.TextSecondary)))
	if len(goal.Indicators) == 0 {
		words := w.t(p.emptyKey("contents.emptyIndicators", "contents.noIndicators"))
		column.Add(ui.NewInset(theme.Space8, "", theme.Space8, theme.FocusMargin, ui.NewLabel(words, theme.TextBody)))
	}
	if sentence := p.problems["add"]; sentence != "" && len(goal.Indicators) == 0 {
		column.Add(ui.NewMargin(theme.FocusMargin, ui.NewNotice(w.kit, ui.NoticeError, sentence)))
	}
	column.Add(p.indicatorCards(goal.ID, goal.Indicators))
	for i := range goal.Measures {
		if m := &goal.Measures[i]; len(m.Indicators) > 0 {
			title, _ := p.title(m.Title, "contents.untitledMeasure")
			column.Add(ui.NewInset(theme.Space12, "", "", theme.FocusMargin, ui.NewColumn("",
				ui.NewMutedLabel(w.t("contents.ofMeasure", "number", i+1), theme.TextSmallest), ui.NewBoldLabel(title, theme.TextSecondary))))
			column.Add(p.indicatorCards(m.ID, m.Indicators))
		}
	}
	return column
}

// measureIndicators are the indicators of a measure of its own.
func (p *contentsPage) measureIndicators(m *model.Measure) fyne.CanvasObject {
	if len(m.Indicators) == 0 {
		hidden := ui.NewColumn("")
		hidden.Hide()
		return hidden
	}
	return ui.NewColumn("",
		ui.NewInset("", "", "", theme.FocusMargin, ui.NewBoldLabel(p.w.t("contents.ownIndicators"), theme.TextSecondary)),
		p.indicatorCards(m.ID, m.Indicators))
}

// indicatorCards lists indicators, one of them open.
func (p *contentsPage) indicatorCards(parent model.EntityID, indicators []model.Indicator) fyne.CanvasObject {
	list := indicatorList(parent)
	var cards []*ui.MovableCard
	for i := range indicators {
		if p.open[list] == indicators[i].ID {
			cards = append(cards, p.openIndicator(parent, indicators, i))
		} else {
			cards = append(cards, p.foldedIndicator(parent, &indicators[i], i+1))
		}
	}
	return p.movableList(parent, model.KindIndicator, cards)
}

// foldedIndicator is an indicator as a row: number, wording, kind.
func (p *contentsPage) foldedIndicator(parent model.EntityID, i *model.Indicator, number int) *ui.MovableCard {
	w := p.w
	title, language := p.title(i.Title, "contents.untitledIndicator")
	label := ui.NewLabel(title, theme.TextBody)
	label.Language = language
	word := w.t("indicator.kind." + string(i.Kind))
	var trailing fyne.CanvasObject = ui.NewLine(word, theme.TextSecondary, theme.ColorText, false)
	switch {
	case i.Title.In(w.work.Programme().FirstLanguage) == "":
		word = w.t("contents.indicatorMissing")
		trailing = ui.NewMarkWithWord(ui.MarkMissing, word, theme.TextSecondary)
	case !i.Confirmed:
		word = w.t("indicator.unconfirmed")
		trailing = ui.NewMarkWithWord(ui.MarkMissing, word, theme.TextSecondary)
	}
	spoken := ui.Spoken{Label: w.t("contents.indicatorNumber", "number", number) + ": " + title, Value: word}
	card := ui.NewFoldedCard(w.kit, fmt.Sprint(number), label, trailing, spoken.String(), func() {
		p.unfoldIndicator(parent, i.ID)
	})
	p.movable(card, i.ID, "indicator")
	return card
}

func (p *contentsPage) unfoldIndicator(parent, indicator model.EntityID) {
	if p.stuck() {
		return
	}
	p.open[indicatorList(parent)] = indicator
	p.w.window.Canvas().Unfocus()
	p.show(fieldKey(indicator, model.FieldTitle.In(p.w.language)))
}

// addGoalIndicator adds an indicator to the chosen goal.
func (p *contentsPage) addGoalIndicator() { p.addIndicator(p.at.Element) }

// addIndicator adds an indicator to a goal or a measure and opens it.
func (p *contentsPage) addIndicator(parent model.EntityID) {
	if p.readOnly() || !p.onGoal() || p.stuck() {
		return
	}
	var added model.EntityID
	done := p.w.edit(func(st *model.Step) (err error) {
		added, err = st.Add(parent, model.KindIndicator, "")
		return err
	})
	if !done {
		return
	}
	p.solved("add")
	p.open[indicatorList(parent)] = added
	focus := fieldKey(added, model.FieldTitle.In(p.w.language))
	if parent == p.at.Element && p.at.Step != stepIndicators {
		p.choose(parent, stepIndicators, focus)
		return
	}
	p.w.window.Canvas().Unfocus()
	p.show(focus)
}

// openIndicator is an indicator with its fields.
func (p *contentsPage) openIndicator(parent model.EntityID, indicators []model.Indicator, index int) *ui.MovableCard {
	w := p.w
	i := &indicators[index]
	body := ui.NewColumn(theme.Space8,
		p.texts(i.ID, model.FieldTitle, "contents.indicatorTitle", func(label string) *ui.Field {
			return ui.NewTitleArea(w.kit, label, 1, 4).WithLimit(model.MaxProse).WithHint(w.t("contents.indicatorHint"))
		}),
		p.duplicateNote(i.ID, model.KindIndicator, model.FieldTitle),
		p.otherClashes(i.ID),
	)
	if p.readOnly() {
		body.Add(p.readValue(w.t("indicator.kind"), w.t("indicator.kind."+string(i.Kind))))
		p.readFigures(i, body)
		return ui.NewOpenCard(w.kit, fmt.Sprint(index+1), body).Fixed()
	}
	body.Add(p.indicatorKind(i))
	if countable(i.Kind) {
		body.Add(p.target(i))
		body.Add(p.unitAndDirection(i))
		body.Add(p.baseline(i))
	}
	body.Add(p.indicatorActions(parent, indicators, index))
	return ui.NewOpenCard(w.kit, fmt.Sprint(index+1), body)
}

// indicatorActions are what is done with an indicator as a whole.
func (p *contentsPage) indicatorActions(parent model.EntityID, indicators []model.Indicator, index int) fyne.CanvasObject {
	w := p.w
	i := &indicators[index]
	row := ui.NewWrap("", "")
	add := func(what string, icon ui.IconName, words string, press func()) {
		button := ui.NewButton(w.kit, ui.ButtonQuiet, words, press).WithIcon(icon).Compact()
		p.keys[key(i.ID, what)] = button
		row.Add(button)
	}
	if index > 0 {
		add("up", ui.IconArrowUp, w.t("action.moveUp"), func() { p.reorder(parent, model.KindIndicator, index, index-1) })
	}
	if index < len(indicators)-1 {
		add("down", ui.IconArrowDown, w.t("action.moveDown"), func() { p.reorder(parent, model.KindIndicator, index, index+1) })
	}
	add("delete", ui.IconTrash, w.t("contents.deleteIndicator"), func() { p.remove(i.ID, "indicator") })
	add("fold", ui.IconChevronUp, w.t("contents.fold"), func() { p.fold(indicatorList(parent), i.ID) })
	return row
}

// countable tells whether an indicator of a kind has figures.
func countable(kind model.IndicatorKind) bool {
	switch kind {
	case model.IndicatorCount, model.IndicatorShare, model.IndicatorGrowth, model.IndicatorSurvey:
		return true
	}
	return false
}
