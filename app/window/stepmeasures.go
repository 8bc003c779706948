package window

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/model"
	"tavoitekartta/model/text"
)

// measureList names the list of a goal's measures.
func measureList(goal model.EntityID) string { return key(goal, "measures") }

// measuresStep asks for the goal's measures, each with its timetable, and shows
// below them which of the goal's indicators wait for an answer.
func (p *contentsPage) measuresStep() fyne.CanvasObject {
	w := p.w
	goal, _ := p.goal()
	list := measureList(goal.ID)
	if _, chosen := p.open[list]; !chosen && len(goal.Measures) > 0 {
		p.open[list] = goal.Measures[0].ID
	}
	column := ui.NewColumn(theme.Space4)
	if len(goal.Measures) == 0 {
		words := w.t(p.emptyKey("empty.measures", "contents.noMeasures"))
		column.Add(ui.NewInset(theme.Space8, "", theme.Space8, theme.FocusMargin, ui.NewLabel(words, theme.TextBody)))
	}
	if sentence := p.problems["add"]; sentence != "" && len(goal.Measures) == 0 {
		column.Add(ui.NewMargin(theme.FocusMargin, ui.NewNotice(w.kit, ui.NoticeError, sentence)))
	}
	var cards []*ui.MovableCard
	for i := range goal.Measures {
		m := &goal.Measures[i]
		if p.open[list] == m.ID {
			cards = append(cards, p.openMeasure(goal, m, i+1))
		} else {
			cards = append(cards, p.foldedMeasure(m, i+1))
		}
	}
	column.Add(p.movableList(goal.ID, model.KindMeasure, cards))
	if !p.readOnly() {
		for i := range goal.Indicators {
			if !goal.Indicators[i].Confirmed && !goal.Indicators[i].Title.Empty() {
				column.Add(ui.NewMargin(theme.Space4, p.proposal(&goal.Indicators[i], goal.ID)))
			}
		}
	}
	return column
}

// foldedMeasure is a measure as a row: number, title, timetable.
func (p *contentsPage) foldedMeasure(m *model.Measure, number int) *ui.MovableCard {
	title, language := p.title(m.Title, "contents.untitledMeasure")
	label := ui.NewLabel(title, theme.TextBody)
	label.Language = language
	mark, word := p.timetableMark(m)
	spoken := ui.Spoken{Label: p.w.t("contents.measureNumber", "number", number) + ": " + title, Value: word}
	card := ui.NewFoldedCard(p.w.kit, fmt.Sprint(number), label, mark, spoken.String(), func() {
		p.unfold(m.ID, fieldKey(m.ID, model.FieldTitle.In(p.w.language)))
	})
	p.movable(card, m.ID, "measure")
	return card
}

// unfold opens a measure's card and goes to a control in it.
func (p *contentsPage) unfold(measure model.EntityID, focus string) {
	if p.stuck() {
		return
	}
	p.open[measureList(p.w.work.State().Parent(measure))] = measure
	p.w.window.Canvas().Unfocus()
	p.show(focus)
}

// fold closes the open card of a list.
func (p *contentsPage) fold(list string, card model.EntityID) {
	if p.stuck() {
		return
	}
	p.open[list] = ""
	p.w.window.Canvas().Unfocus()
	p.show(key(card, "card"))
}

// openMeasure is a measure with its fields.
func (p *contentsPage) openMeasure(goal *model.Goal, m *model.Measure, number int) *ui.MovableCard {
	w := p.w
	body := ui.NewColumn(theme.Space8,
		p.texts(m.ID, model.FieldTitle, "contents.measureTitle", func(label string) *ui.Field {
			field := ui.NewTitleArea(w.kit, label, 1, 5).WithLimit(model.MaxTitle)
			field.OnPaste = func(pasted string) bool { return p.pasteMeasures(m, pasted) }
			return field
		}),
		p.duplicateNote(m.ID, model.KindMeasure, model.FieldTitle),
		p.otherClashes(m.ID),
		p.timetable(m),
		p.labelled("contents.bodiesOfMeasure", "contents.bodiesOfMeasureHint", p.measureBodies(m)),
		p.measureIndicators(m),
	)
	if !p.readOnly() {
		body.Add(p.measureActions(goal, m, number-1))
	}
	card := ui.NewOpenCard(w.kit, fmt.Sprint(number), body)
	if p.readOnly() {
		card.Fixed()
	}
	return card
}

// labelled sets a label with its hint at the left of what it names, or above it
// in a narrow window.
func (p *contentsPage) labelled(label, hint string, content fyne.CanvasObject) fyne.CanvasObject {
	words := ui.NewColumn("", ui.NewBoldLabel(p.w.t(label), theme.TextSecondary))
	if hint != "" && !p.readOnly() && !p.w.frame.narrow {
		words.Add(ui.NewMutedLabel(p.w.t(hint), theme.TextSmallest))
	}
	if p.w.frame.narrow {
		return ui.NewColumn("", ui.NewInset("", "", "", theme.FocusMargin, words), content)
	}
	return &fyne.Container{
		Layout:  &labelledLayout{width: 152 * p.w.scale()},
		Objects: []fyne.CanvasObject{words, content},
	}
}

// labelledLayout gives the first object a fixed width and the second the rest.
type labelledLayout struct{ width float32 }

func (l *labelledLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	inset := 4 * l.width / 152
	objects[0].Move(fyne.NewPos(inset, inset))
	objects[0].Resize(fyne.NewSize(l.width, ui.HeightFor(objects[0], l.width)))
	left := l.width + 3*inset
	objects[1].Move(fyne.NewPos(left, 0))
	objects[1].Resize(fyne.NewSize(size.Width-left, ui.HeightFor(objects[1], size.Width-left)))
}

func (l *labelledLayout) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	inset := 4 * l.width / 152
	return max(ui.HeightFor(objects[0], l.width)+inset, ui.HeightFor(objects[1], width-l.width-3*inset))
}

func (l *labelledLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(l.width+objects[1].MinSize().Width, objects[1].MinSize().Height)
}

// measureActions are what is done with a measure as a whole.
func (p *contentsPage) measureActions(goal *model.Goal, m *model.Measure, index int) fyne.CanvasObject {
	w := p.w
	list := measureList(goal.ID)
	row := ui.NewWrap("", "")
	add := func(what string, icon ui.IconName, words string, press func()) {
		button := ui.NewButton(w.kit, ui.ButtonQuiet, words, press).WithIcon(icon).Compact()
		p.keys[key(m.ID, what)] = button
		row.Add(button)
	}
	if index > 0 {
		add("up", ui.IconArrowUp, w.t("action.moveUp"), func() { p.reorder(goal.ID, model.KindMeasure, index, index-1) })
	}
	if index < len(goal.Measures)-1 {
		add("down", ui.IconArrowDown, w.t("action.moveDown"), func() { p.reorder(goal.ID, model.KindMeasure, index, index+1) })
	}
	add("indicator", ui.IconPlus, w.t("contents.addOwnIndicator"), func() { p.addIndicator(m.ID) })
	add("comment", ui.IconComment, w.t("notes.comment"), func() { w.openNotes(m.ID) })
	add("aside", ui.IconAside, w.t("ideas.put"), func() { p.putAside(m.ID) })
	row.Add(p.historyButton(m.ID, false))
	add("delete", ui.IconTrash, w.t("contents.deleteMeasure"), func() { p.remove(m.ID, "measure") })
	add("fold", ui.IconChevronUp, w.t("contents.fold"), func() { p.fold(list, m.ID) })
	return row
}

// addMeasure adds a measure after the open one, or as the last, and opens it.
func (p *contentsPage) addMeasure() {
	if p.readOnly() || !p.onGoal() || p.stuck() {
		return
	}
	goal := p.at.Element
	var added model.EntityID
	done := p.w.edit(func(st *model.Step) (err error) {
		added, err = st.Add(goal, model.KindMeasure, "")
		return err
	})
	if !done {
		return
	}
	p.solved("add")
	p.open[measureList(goal)] = added
	focus := fieldKey(added, model.FieldTitle.In(p.w.language))
	if p.at.Step != stepMeasures {
		p.choose(goal, stepMeasures, focus)
		return
	}
	p.w.window.Canvas().Unfocus()
	p.show(focus)
}

// pasteMeasures offers to make several measures of what was pasted into a
// measure's field, when it has several lines or cells. It tells whether it
// takes the paste over.
func (p *contentsPage) pasteMeasures(m *model.Measure, pasted string) bool {
	lines := pastedLines(pasted)
	if len(lines) < 2 {
		return false
	}
	w, l := p.w, p.pastedLanguage(m.ID)
	column := ui.NewColumn(theme.Space4, ui.NewLabel(w.t("contents.paste.text", "count", len(lines)), theme.TextBody))
	for i, line := range lines {
		if i == pastedShown {
			column.Add(ui.NewMutedLabel(w.t("count.others", "count", len(lines)-i), theme.TextSecondary))
			break
		}
		column.Add(ui.NewLabel(fmt.Sprintf("%d. %s", i+1, shortened(line)), theme.TextSecondary))
	}
	ui.NewDialog(w.kit, w.t("contents.paste.title"), column).
		WithPrimary(w.t("contents.paste.several", "count", len(lines)), func() bool {
			p.writeMeasures(m.ID, l, lines)
			return true
		}).
		WithCancel(w.t("contents.paste.one"), func() { p.appendTo(m.ID, l, strings.Join(lines, " ")) }).
		Show(w.window.Canvas())
	return true
}

// pastedLanguage returns the language of the measure's field that has the
// keyboard.
func (p *contentsPage) pastedLanguage(measure model.EntityID) model.Language {
	at := p.focusedKey()
	for _, l := range p.languages() {
		if at == fieldKey(measure, model.FieldTitle.In(l)) {
			return l
		}
	}
	return p.w.language
}

const (
	// pastedShown is how many of the pasted lines are shown before the answer.
	pastedShown = 8
	// mostPasted is how many measures are made at once.
	mostPasted = 200
	// previewLength is how much of a pasted line is shown, in characters.
	previewLength = 90
)

func shortened(line string) string {
	letters := []rune(line)
	if len(letters) <= previewLength {
		return line
	}
	return string(letters[:previewLength]) + "…"
}

// pastedLines returns the lines of a text, or the filled cells of a table row
// by row.
func pastedLines(pasted string) []string {
	rows, table := text.SplitPasted(pasted)
	var lines []string
	for _, row := range rows {
		for _, cell := range row {
			if !table {
				lines = append(lines, strings.Split(cell, "\n")...)
				continue
			}
			lines = append(lines, strings.ReplaceAll(cell, "\n", " "))
		}
	}
	var kept []string
	for _, line := range lines {
		if line = text.Clean(line); line != "" && len(kept) < mostPasted {
			kept = append(kept, line)
		}
	}
	return kept
}

// appendTo adds words after those that a measure has.
func (p *contentsPage) appendTo(measure model.EntityID, l model.Language, words string) {
	at := model.FieldTitle.In(l)
	p.edit(func(st *model.Step) error {
		before := st.State().Element(measure).Value(at).Text()
		return st.Set(measure, at, model.ValueOf(strings.TrimSpace(before+" "+words)))
	}, fieldKey(measure, at))
}

// writeMeasures makes measures of lines after one that has a text, or from one
// that has none yet, as one step.
func (p *contentsPage) writeMeasures(first model.EntityID, l model.Language, lines []string) {
	at := model.FieldTitle.In(l)
	p.edit(func(st *model.Step) error {
		parent, after := st.State().Parent(first), first
		if st.State().Element(first).Value(at).Text() == "" {
			if err := st.Set(first, at, model.ValueOf(lines[0])); err != nil {
				return err
			}
			lines = lines[1:]
		}
		for _, line := range lines {
			id, err := st.Add(parent, model.KindMeasure, after)
			if err != nil {
				return err
			}
			if err := st.Set(id, at, model.ValueOf(line)); err != nil {
				return err
			}
			after = id
		}
		return nil
	}, fieldKey(first, at))
}
