package window

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/model"
	"tavoitekartta/model/text"
	"tavoitekartta/model/wording"
)

// reading returns what an indicator's wording seems to say.
func (p *contentsPage) reading(title model.Text) wording.Proposal {
	words, l := title.Best(p.w.language)
	return wording.ReadIndicator(words, l)
}

// indicatorKind says of which kind an indicator is, or proposes it. It follows
// the wording while that is being written.
func (p *contentsPage) indicatorKind(i *model.Indicator) fyne.CanvasObject {
	box := ui.NewColumn("")
	shown := ""
	update := func() {
		state := p.w.work.State()
		element := state.Element(i.ID)
		if element == nil {
			return
		}
		now := p.best(element.Text(model.FieldTitle))
		if now == shown && len(box.Objects) > 0 {
			return
		}
		shown = now
		fresh := *i
		fresh.Title = element.Text(model.FieldTitle)
		box.Objects = []fyne.CanvasObject{p.kindOf(&fresh)}
		box.Refresh()
		p.main.Refresh()
	}
	update()
	p.updates = append(p.updates, update)
	return box
}

func (p *contentsPage) kindOf(i *model.Indicator) fyne.CanvasObject {
	w := p.w
	switch {
	case i.Title.Empty():
		return ui.NewInset("", "", "", theme.FocusMargin, ui.NewMutedLabel(w.t("indicator.kindFollows"), theme.TextSecondary))
	case p.choosing[i.ID]:
		return p.kindChoice(i)
	case !i.Confirmed:
		return ui.NewMargin(theme.Space4, p.proposal(i, w.work.State().Parent(i.ID)))
	}
	change := ui.NewButton(w.kit, ui.ButtonQuiet, w.t("indicator.changeKind"), func() { p.chooseKind(i.ID) }).Compact()
	p.keys[key(i.ID, "changeKind")] = change
	label := ui.NewBoldLabel(w.t("indicator.kind")+": "+w.t("indicator.kind."+string(i.Kind)), theme.TextSecondary)
	label.OneLine = true
	return ui.NewInset("", "", "", theme.FocusMargin, ui.NewWrap(theme.Space8, "", ui.NewInset(theme.Space12, "", "", "", label), change))
}

// chooseKind opens the choice of an indicator's kind.
func (p *contentsPage) chooseKind(indicator model.EntityID) {
	if p.stuck() {
		return
	}
	p.choosing[indicator] = true
	p.open[indicatorList(p.w.work.State().Parent(indicator))] = indicator
	if p.at.Step == stepMeasures && p.w.work.State().Parent(indicator) == p.at.Element {
		p.choose(p.at.Element, stepIndicators, key(indicator, "kind"))
		return
	}
	p.show(key(indicator, "kind"))
}

// kindChoice offers the kinds.
func (p *contentsPage) kindChoice(i *model.Indicator) fyne.CanvasObject {
	w := p.w
	kinds := model.IndicatorKinds()
	var words []string
	for _, kind := range kinds {
		words = append(words, w.t("indicator.kind."+string(kind)))
	}
	row := ui.NewChoiceRow(w.kit, w.t("indicator.kind"), words...).WithHint(w.t("indicator.kindHint"))
	if at := slices.Index(kinds, i.Kind); at >= 0 {
		row.SetChosen(at)
	}
	for index := range kinds {
		p.keys[key(i.ID, "kind/"+string(kinds[index]))] = row.Chip(index)
	}
	p.keys[key(i.ID, "kind")] = row.Chip(max(0, slices.Index(kinds, i.Kind)))
	row.OnChanged = func(chosen []int) {
		delete(p.choosing, i.ID)
		p.edit(func(st *model.Step) error {
			if err := st.Set(i.ID, model.FieldIndicatorKind, model.ValueOf(string(kinds[chosen[0]]))); err != nil {
				return err
			}
			return st.Set(i.ID, model.FieldConfirmed, model.ValueOf(true))
		}, key(i.ID, "changeKind"))
	}
	return row
}

// proposal shows what the wording seems to say and asks whether it is so.
func (p *contentsPage) proposal(i *model.Indicator, parent model.EntityID) fyne.CanvasObject {
	w := p.w
	read := p.reading(i.Title)
	if i.Kind != model.IndicatorUnknown {
		read.Kind = i.Kind // given before, as from a file: only to be confirmed
	}
	whose := w.t("indicator.ofMeasure")
	if parent == p.at.Element {
		whose = w.t("indicator.ofGoal")
	}
	title, language := p.title(i.Title, "contents.untitledIndicator")
	quoted := ui.NewLabel("”"+title+"”", theme.TextBody)
	quoted.Language = language
	label := ui.NewBoldLabel(whose+" · "+w.t("indicator.proposal"), theme.TextSmallest)
	label.Color = theme.ColorWarn
	words := ui.NewColumn("", label, quoted)
	answer := func(what, words string, kind ui.ButtonKind, press func()) *ui.Button {
		button := ui.NewButton(w.kit, kind, words, press).Compact()
		p.keys[key(i.ID, what)] = button
		return button
	}
	answers := []fyne.CanvasObject{}
	switch {
	case len(read.Parts) > 1:
		words.Add(ui.NewBoldLabel(w.t("indicator.severalKinds"), theme.TextSecondary))
		for _, part := range read.Parts {
			words.Add(ui.NewLabel("– "+part.Wording+": "+p.kindWords(part), theme.TextSecondary))
		}
		answers = append(answers,
			answer("split", w.t("indicator.split"), ui.ButtonPrimary, func() { p.split(i, parent, read) }),
			answer("confirm", w.t("indicator.keepWhole"), ui.ButtonSecondary, func() { p.confirm(i, read) }))
	case read.Kind == model.IndicatorUnknown:
		words.Add(ui.NewBoldLabel(w.t("indicator.kindUnread"), theme.TextSecondary))
		answers = append(answers, answer("choose", w.t("indicator.chooseKind"), ui.ButtonPrimary, func() { p.chooseKind(i.ID) }))
	default:
		words.Add(ui.NewBoldLabel(w.t("indicator.kind")+": "+p.kindWords(read), theme.TextSecondary))
		answers = append(answers,
			answer("confirm", w.t("indicator.confirm"), ui.ButtonPrimary, func() { p.confirm(i, read) }).WithIcon(ui.IconCheck),
			answer("choose", w.t("indicator.changeKind"), ui.ButtonSecondary, func() { p.chooseKind(i.ID) }))
	}
	answers = append(answers, answer("not", w.t("indicator.none"), ui.ButtonQuiet, func() { p.notIndicator(i.ID) }))
	return ui.NewProposal(words, answers...)
}

// kindWords names a kind and the target that was read.
func (p *contentsPage) kindWords(read wording.Proposal) string {
	w := p.w
	words := w.t("indicator.kind." + string(read.Kind))
	number := func(n model.Number) string {
		return text.FormatNumber(string(n), string(w.words.Language()))
	}
	switch {
	case read.TargetYearly != "":
		words += ", " + w.t("indicator.targetYearly", "value", number(read.TargetYearly))
	case read.TargetTotal != "":
		words += ", " + w.t("indicator.targetTotal", "value", number(read.TargetTotal))
	case read.Kind == model.IndicatorGrowth:
		words += ", " + w.t("indicator.noBaseline")
	case read.Yearly:
		words += ", " + w.t("indicator.everyYear")
	}
	return words
}

// confirm takes what was read; what a person has given already stays.
func (p *contentsPage) confirm(i *model.Indicator, read wording.Proposal) {
	_, l := i.Title.Best(p.w.language)
	p.edit(func(st *model.Step) error { return takeReading(st, i.ID, l, read) }, key(i.ID, "changeKind"))
}

// percentSign is the unit of shares.
const percentSign = "%"

// fieldValue is a value to be given to a field.
type fieldValue struct {
	field model.Field
	value model.Value
}

// takeReading writes what was read into an indicator, as confirmed.
func takeReading(st *model.Step, id model.EntityID, l model.Language, read wording.Proposal) error {
	element := st.State().Element(id)
	values := []fieldValue{
		{model.FieldIndicatorKind, model.ValueOf(string(read.Kind))},
		{model.FieldUnit.In(l), model.ValueOf(read.Unit)},
		{model.FieldDirection, model.ValueOf(string(read.Direction))},
		{model.FieldTargetTotal, model.ValueOf(read.TargetTotal)},
		{model.FieldTargetYearly, model.ValueOf(read.TargetYearly)},
	}
	if read.Unit == percentSign {
		// The sign is the same in every language.
		for _, other := range model.Languages() {
			values = append(values, fieldValue{model.FieldUnit.In(other), model.ValueOf(percentSign)})
		}
	}
	for _, v := range values {
		if v.field != model.FieldIndicatorKind && len(element.Value(v.field)) > 0 {
			continue
		}
		if err := st.Set(id, v.field, v.value); err != nil {
			return err
		}
	}
	return st.Set(id, model.FieldConfirmed, model.ValueOf(true))
}

// split makes an indicator of each part of a wording that holds several; the
// first keeps the element, and with it the other languages.
func (p *contentsPage) split(i *model.Indicator, parent model.EntityID, read wording.Proposal) {
	_, l := i.Title.Best(p.w.language)
	p.edit(func(st *model.Step) error {
		at := i.ID
		for number, part := range read.Parts {
			if number > 0 {
				added, err := st.Add(parent, model.KindIndicator, at)
				if err != nil {
					return err
				}
				at = added
			}
			if err := st.SetText(at, model.FieldTitle, l, strings.TrimSpace(part.Wording)); err != nil {
				return err
			}
			if err := takeReading(st, at, l, part); err != nil {
				return err
			}
		}
		return nil
	}, fieldKey(i.ID, model.FieldTitle.In(l)))
}

// notIndicator removes a wording that is no indicator.
func (p *contentsPage) notIndicator(id model.EntityID) {
	if p.edit(func(st *model.Step) error { return st.Delete(id) }, "add") {
		p.w.inform("contents.deleted.indicator")
	}
}
