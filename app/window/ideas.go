package window

import (
	"strings"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/model"
	"tavoitekartta/model/text"
)

// ideas lists the goals and measures that have been put aside, and takes new
// ones.
func (p *notesPage) ideas() []fyne.CanvasObject {
	w := p.w
	state := w.work.State()
	objects := []fyne.CanvasObject{ui.NewInset(theme.Space12, "", "", theme.FocusMargin, ui.NewColumn("",
		ui.NewBoldLabel(w.t("ideas.title"), theme.TextSection), ui.NewMutedLabel(w.t("ideas.text"), theme.TextSecondary)))}
	count := 0
	for _, idea := range w.work.Programme().Aside {
		if p.on != "" && !under(state, idea.ID, p.on) {
			continue
		}
		count++
		objects = append(objects, p.idea(idea))
	}
	if count == 0 {
		objects = append(objects, ui.NewFlush(ui.NewLabel(w.t("ideas.none"), theme.TextBody)))
	}
	if p.readOnly() {
		return objects
	}
	return append(objects, p.newIdea())
}

func (p *notesPage) idea(idea model.Idea) fyne.CanvasObject {
	w := p.w
	what, where, l := w.whatAndWhere(idea.ID)
	name := ui.NewBoldLabel(what, theme.TextBody)
	name.Language = l
	note := w.t("ideas.kind." + string(idea.Kind))
	if where != "" {
		note += " · " + where
	}
	words := ui.NewColumn("", name, ui.NewMutedLabel(note, theme.TextSmallest))
	if p.readOnly() {
		return ui.NewFlush(w.panel(words))
	}
	row := ui.NewWrap("", "")
	back := ui.NewButton(w.kit, ui.ButtonSecondary, w.t("ideas.take"), func() { p.takeBack(idea) }).WithIcon(ui.IconUndo).Compact()
	remove := ui.NewButton(w.kit, ui.ButtonQuiet, w.t("ideas.delete"), func() { p.remove(idea.ID, "idea") }).WithIcon(ui.IconTrash).Compact()
	p.keys[key(idea.ID, "take")], p.keys[key(idea.ID, "delete")] = back, remove
	row.Add(back)
	row.Add(remove)
	return ui.NewFlush(w.panel(ui.NewColumn(theme.Space8, ui.NewFlush(words), row)))
}

// takeBack makes an idea a part of the programme again and goes to it.
func (p *notesPage) takeBack(idea model.Idea) {
	if p.edit(func(st *model.Step) error { return st.Set(idea.ID, model.FieldAside, model.ValueOf(false)) }) {
		p.w.openElement(idea.ID)
		p.w.inform("ideas.taken." + string(idea.Kind))
	}
}

// newIdea writes an idea that nobody is working on yet: a measure of the goal of
// which the page speaks, else a goal.
func (p *notesPage) newIdea() fyne.CanvasObject {
	w := p.w
	parent, kind := p.placeOfIdea()
	field := ui.NewField(w.kit, w.t("ideas.new."+string(kind))).WithHint(w.t("ideas.new.hint")).WithLimit(model.MaxTitle)
	on := p.about()
	p.keepUntilAdded(field, on, newIdeaField)
	take := func() {
		words := text.Clean(strings.TrimSpace(field.Text()))
		if words == "" || field.TooLong() {
			field.SetError(w.t("ideas.new.missing"))
			field.Focus()
			return
		}
		if !p.added(on, newIdeaField) {
			return
		}
		p.edit(func(st *model.Step) error {
			id, err := st.Add(parent, kind, "")
			if err != nil {
				return err
			}
			if err := st.Set(id, model.FieldAside, model.ValueOf(true)); err != nil {
				return err
			}
			return st.SetText(id, model.FieldTitle, w.language, words)
		}, fieldKey(on, newIdeaField))
	}
	field.OnEnter(take)
	add := ui.NewButton(w.kit, ui.ButtonSecondary, w.t("ideas.add"), take).WithIcon(ui.IconPlus)
	p.keys["addIdea"] = add
	return ui.NewFlush(w.panel(ui.NewColumn(theme.Space8, field, ui.NewWrap("", "", add))))
}

// placeOfIdea is where an idea would stand in the programme.
func (p *notesPage) placeOfIdea() (parent model.EntityID, kind model.Kind) {
	state := p.w.work.State()
	for id := p.on; id != ""; id = state.Parent(id) {
		switch state.Element(id).Kind {
		case model.KindGoal:
			return id, model.KindMeasure
		case model.KindSection:
			return id, model.KindGoal
		}
	}
	return sectionToGoOn(p.w.work.Programme()), model.KindGoal
}

// putAside takes a goal or a measure out of the programme without losing it.
func (p *contentsPage) putAside(id model.EntityID) {
	kind := p.w.work.State().Element(id).Kind
	if p.stuck() {
		return
	}
	if p.edit(func(st *model.Step) error { return st.Set(id, model.FieldAside, model.ValueOf(true)) }) {
		p.w.inform("ideas.put." + string(kind))
	}
}

// aboutGoal leads from every step of a goal to what is said of it and to what
// has been done to it.
func (p *contentsPage) aboutGoal(goal model.EntityID) fyne.CanvasObject {
	w := p.w
	open := 0
	for _, c := range w.work.State().Comments("") {
		if !c.Settled && under(w.work.State(), c.On, goal) {
			open++
		}
	}
	words := w.t("notes.comment")
	if open > 0 {
		words = w.t("notes.openOnes", "count", open)
	}
	press := func() { w.openNotes(goal) }
	button := ui.NewButton(w.kit, ui.ButtonQuiet, words, press).WithIcon(ui.IconComment).Compact()
	if w.frame.narrow {
		button = ui.NewIconButton(w.kit, ui.IconComment, words, press)
	}
	p.keys["notes"] = button
	return ui.NewRow("", nil, button, p.historyButton(goal, w.frame.narrow))
}

// historyButton leads to what has been done to an element; bare is without
// words, where there is no room for them.
func (p *contentsPage) historyButton(of model.EntityID, bare bool) fyne.CanvasObject {
	w := p.w
	open := func() { w.openHistory(of) }
	button := ui.NewButton(w.kit, ui.ButtonQuiet, w.t("history.title"), open).WithIcon(ui.IconHistory).Compact()
	if bare {
		button = ui.NewIconButton(w.kit, ui.IconHistory, w.t("history.title"), open)
	}
	p.keys[key(of, "history")] = button
	return button
}
