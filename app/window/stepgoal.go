package window

import (
	"slices"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/app/workflow"
	"tavoitekartta/model"
)

// goalStep asks for the goal's title, its description and its section.
func (p *contentsPage) goalStep() fyne.CanvasObject {
	w := p.w
	goal, _ := p.goal()
	column := ui.NewColumn(theme.Space8,
		p.texts(goal.ID, model.FieldTitle, "contents.goalTitle", p.titleArea),
		p.duplicateNote(goal.ID, model.KindGoal, model.FieldTitle),
		p.otherClashes(goal.ID),
		p.texts(goal.ID, model.FieldDescription, "contents.goalText", func(label string) *ui.Field {
			return p.proseArea(label).WithHint(w.t("contents.goalTextHint"))
		}),
		p.goalChoices(goal),
		p.plainText(goal.ID),
	)
	if !p.readOnly() {
		remove := ui.NewButton(w.kit, ui.ButtonQuiet, w.t("contents.deleteGoal"), func() { p.remove(goal.ID, "goal") }).WithIcon(ui.IconTrash)
		p.keys[key(goal.ID, "delete")] = remove
		aside := ui.NewButton(w.kit, ui.ButtonQuiet, w.t("ideas.put"), func() { p.putAside(goal.ID) }).WithIcon(ui.IconAside)
		p.keys[key(goal.ID, "aside")] = aside
		add := ui.NewButton(w.kit, ui.ButtonQuiet, w.t("contents.addSubGoal"), p.addSubGoal).WithIcon(ui.IconPlus)
		p.keys[key(goal.ID, "addSubGoal")] = add
		column.Add(ui.NewWrap(theme.Space8, "", add, aside, remove))
	}
	if w.hasReport(workflow.GoalExtract) {
		column.Add(ui.NewWrap("", "", p.extractButton(goal.ID)))
	}
	return column
}

// extractButton leads to the page on this goal alone, for a meeting.
func (p *contentsPage) extractButton(goal model.EntityID) fyne.CanvasObject {
	button := ui.NewButton(p.w.kit, ui.ButtonQuiet, p.w.t("reports.ofGoal"), func() {
		p.w.openReport(workflow.GoalExtract, workflow.ReportChoice{Goal: goal})
	}).WithIcon(ui.IconPDF)
	p.keys[key(goal, "extract")] = button
	return button
}

// goalSection asks in which section the goal stands. A sub-goal stands where
// its goal does.
func (p *contentsPage) goalSection(goal *model.Goal) fyne.CanvasObject {
	w := p.w
	programme := w.work.Programme()
	parent := w.work.State().Parent(goal.ID)
	if e := w.work.State().Element(parent); e == nil || e.Kind == model.KindGoal || len(programme.Sections) == 0 {
		return ui.NewColumn("")
	}
	parents, words := []model.EntityID{}, []string{}
	for i := range programme.Sections {
		title, _ := p.title(programme.Sections[i].Title, "contents.untitledSection")
		parents, words = append(parents, programme.Sections[i].ID), append(words, title)
	}
	parents, words = append(parents, programme.ID), append(words, w.t("contents.noSection"))
	at := slices.Index(parents, parent)
	if p.readOnly() {
		return p.readValue(w.t("contents.goalSection"), words[max(0, at)])
	}
	choice := ui.NewSelect(w.kit, w.t("contents.goalSection"), words...)
	choice.SetChosen(at)
	choice.OnChanged = func(index int) {
		p.edit(func(st *model.Step) error { return st.Move(goal.ID, parents[index], "") })
	}
	p.register(key(goal.ID, "section"), choice.Focusable())
	return choice
}
