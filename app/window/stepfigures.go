package window

import (
	"fmt"
	"maps"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/model"
	"tavoitekartta/model/text"
)

// targetMode is how an indicator's target is given.
type targetMode string

// The ways of giving a target.
const (
	noTarget     targetMode = "none"
	yearlyTarget targetMode = "yearly" // the same every year
	totalTarget  targetMode = "total"  // in all
	targetByYear targetMode = "byYear"
)

var targetModes = []targetMode{noTarget, yearlyTarget, totalTarget, targetByYear}

// modeOf returns how an indicator's target is given: as the person is giving
// it, else as it stands.
func (p *contentsPage) modeOf(i *model.Indicator) targetMode {
	if mode, chosen := p.targets[i.ID]; chosen {
		return mode
	}
	unreadOf := func(f model.Field) bool { return p.w.misread(i.ID, f) != "" }
	switch {
	case len(i.TargetsByYear) > 0:
		return targetByYear
	case i.TargetYearly != "" || unreadOf(model.FieldTargetYearly):
		return yearlyTarget
	case i.TargetTotal != "" || unreadOf(model.FieldTargetTotal):
		return totalTarget
	}
	for _, year := range p.targetYears(i) {
		if unreadOf(model.TargetField(year)) {
			return targetByYear
		}
	}
	return noTarget
}

// targetYears returns the programme's years and others that have a target.
func (p *contentsPage) targetYears(i *model.Indicator) []int {
	programme := p.w.work.Programme()
	years := slices.Collect(maps.Keys(i.TargetsByYear))
	if programme.FirstYear > 0 {
		for year := programme.FirstYear; year <= programme.LastYear && len(years) < mostYearChips; year++ {
			years = append(years, year)
		}
	}
	slices.Sort(years)
	return slices.Compact(years)
}

// target asks whether the indicator has a target, and for which time.
func (p *contentsPage) target(i *model.Indicator) fyne.CanvasObject {
	w := p.w
	mode := p.modeOf(i)
	var words []string
	for _, m := range targetModes {
		words = append(words, w.t("indicator.target."+string(m)))
	}
	row := ui.NewChoiceRow(w.kit, w.t("indicator.target"), words...)
	row.SetChosen(slices.Index(targetModes, mode))
	for index, m := range targetModes {
		p.keys[key(i.ID, "target/"+string(m))] = row.Chip(index)
	}
	row.OnChanged = func(chosen []int) { p.setTargetMode(i.ID, mode, targetModes[chosen[0]]) }
	column := ui.NewColumn(theme.Space4, row)
	switch mode {
	case yearlyTarget:
		column.Add(ui.NewGrid(180, theme.Space8, p.numberField(w.t("indicator.targetField.yearly"), i.ID, model.FieldTargetYearly)))
	case totalTarget:
		column.Add(ui.NewGrid(180, theme.Space8, p.numberField(w.t("indicator.targetField.total"), i.ID, model.FieldTargetTotal)))
	case targetByYear:
		grid := ui.NewGrid(130, theme.Space8)
		for _, year := range p.targetYears(i) {
			grid.Add(p.numberField(w.t("indicator.targetField.year", "year", year), i.ID, model.TargetField(year)))
		}
		column.Add(grid)
	}
	return column
}

// setTargetMode changes how the target is given and takes the number along.
func (p *contentsPage) setTargetMode(id model.EntityID, from, to targetMode) {
	if p.stuck() {
		return
	}
	indicator := p.indicator(id)
	if indicator == nil || from == to {
		return
	}
	p.targets[id] = to
	years := p.targetYears(indicator)
	number := indicator.TargetYearly
	if from == totalTarget {
		number = indicator.TargetTotal
	}
	p.edit(func(st *model.Step) error {
		values := map[model.Field]model.Number{model.FieldTargetYearly: "", model.FieldTargetTotal: ""}
		for _, year := range years {
			values[model.TargetField(year)] = ""
		}
		switch to {
		case yearlyTarget:
			values[model.FieldTargetYearly] = number
		case totalTarget:
			values[model.FieldTargetTotal] = number
		case targetByYear:
			for _, year := range years {
				values[model.TargetField(year)] = number
			}
		}
		for _, field := range slices.Sorted(maps.Keys(values)) {
			if err := st.Set(id, field, model.ValueOf(values[field])); err != nil {
				return err
			}
		}
		return nil
	})
}

// indicator returns an indicator of the chosen goal or of its measures.
func (p *contentsPage) indicator(id model.EntityID) *model.Indicator {
	goal, _ := p.goal()
	if goal == nil {
		return nil
	}
	for i := range goal.AllIndicators() {
		if i.ID == id {
			return i
		}
	}
	return nil
}

// unitAndDirection ask for what is counted and which way it is to go.
func (p *contentsPage) unitAndDirection(i *model.Indicator) fyne.CanvasObject {
	w := p.w
	directions := []model.Direction{model.NoDirection, model.Up, model.Down, model.Steady}
	var words []string
	for _, d := range directions {
		words = append(words, w.t("indicator.direction."+string(d)))
	}
	choice := ui.NewSelect(w.kit, w.t("indicator.direction"), words...)
	choice.SetChosen(max(0, slices.Index(directions, i.Direction)))
	choice.OnChanged = func(index int) {
		p.edit(func(st *model.Step) error {
			return st.Set(i.ID, model.FieldDirection, model.ValueOf(string(directions[index])))
		})
	}
	p.register(fieldKey(i.ID, model.FieldDirection), choice.Focusable())
	return ui.NewColumn(theme.Space4,
		p.texts(i.ID, model.FieldUnit, "indicator.unit", func(label string) *ui.Field {
			return ui.NewField(w.kit, label).WithLimit(model.MaxTitle)
		}),
		ui.NewGrid(280, theme.Space8, choice))
}

// baseline asks for the value from which the indicator begins. It may stay
// unknown.
func (p *contentsPage) baseline(i *model.Indicator) fyne.CanvasObject {
	w := p.w
	note := ui.NewInset("", "", "", theme.FocusMargin, ui.NewMarkWithWord(ui.MarkInformation, w.t("indicator.baselineUnknown"), theme.TextSmallest))
	p.updates = append(p.updates, func() {
		element := w.work.State().Element(i.ID)
		known := element != nil && element.Value(model.FieldBaselineValue).Text() != ""
		if known != note.Visible() {
			return
		}
		if known {
			note.Hide()
		} else {
			note.Show()
		}
		p.main.Refresh()
	})
	return ui.NewColumn("",
		ui.NewGrid(180, theme.Space8,
			p.numberField(w.t("indicator.baseline"), i.ID, model.FieldBaselineValue),
			p.yearField(w.t("indicator.baselineYear"), i.ID, model.FieldBaselineYear)),
		note,
		p.texts(i.ID, model.FieldBaselineSource, "indicator.baselineSource", func(label string) *ui.Field {
			return ui.NewField(w.kit, label).WithLimit(model.MaxTitle)
		}))
}

// readFigures shows an indicator's figures to be read.
func (p *contentsPage) readFigures(i *model.Indicator, column *fyne.Container) {
	w := p.w
	if !countable(i.Kind) {
		return
	}
	number := func(n model.Number) string { return text.FormatNumber(string(n), string(w.words.Language())) }
	target := w.t("indicator.target.none")
	switch {
	case len(i.TargetsByYear) > 0:
		target = ""
		for _, year := range slices.Sorted(maps.Keys(i.TargetsByYear)) {
			if target != "" {
				target += ", "
			}
			target += fmt.Sprintf("%d: %s", year, number(i.TargetsByYear[year]))
		}
	case i.TargetYearly != "":
		target = w.t("indicator.targetYearly", "value", number(i.TargetYearly))
	case i.TargetTotal != "":
		target = w.t("indicator.targetTotal", "value", number(i.TargetTotal))
	}
	baseline := w.t("indicator.unknown")
	if i.BaselineValue != "" {
		baseline = number(i.BaselineValue)
		if i.BaselineYear > 0 {
			baseline += " (" + strconv.Itoa(i.BaselineYear) + ")"
		}
	}
	grid := ui.NewGrid(200, theme.Space16, p.readValue(w.t("indicator.target"), target), p.readValue(w.t("indicator.baseline"), baseline))
	if unit := p.best(i.Unit); unit != "" {
		grid.Add(p.readValue(w.t("indicator.unit"), unit))
	}
	column.Add(grid)
}
