package window

import (
	"fyne.io/fyne/v2"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/app/workflow"
	"tavoitekartta/model"
)

// chooseRole shows the purposes from which a new chapter's is chosen.
func (p *chaptersPage) chooseRole() {
	if p.readOnly() || p.stuck() {
		return
	}
	p.choice, p.scroll = true, nil
	p.w.window.Canvas().Unfocus()
	p.show()
	p.focusNow(p.first())
}

// roleChoice lists the purposes, each with a sentence of what belongs there.
func (p *chaptersPage) roleChoice() fyne.CanvasObject {
	w := p.w
	words := "chapters.choose"
	if len(w.work.Programme().Chapters) == 0 {
		words = "chapters.none"
	}
	column := ui.NewColumn(theme.Space4,
		ui.NewInset("", "", "", theme.FocusMargin, ui.NewBoldLabel(w.t("chapters.title"), theme.TextPage)), p.lockNotice())
	if p.readOnly() {
		column.Add(ui.NewInset("", "", "", theme.FocusMargin, ui.NewLabel(w.t("chapters.noneRead"), theme.TextBody)))
		return column
	}
	column.Add(ui.NewInset("", "", theme.Space8, theme.FocusMargin, ui.NewLabel(w.t(words), theme.TextBody)))
	for _, role := range model.ChapterRoles() {
		name, about := w.t("report.chapter."+string(role)), w.t("chapters.about."+string(role))
		row := ui.NewLinkRow(w.kit, ui.MarkDraft, ui.NewColumn("", ui.NewBoldLabel(name, theme.TextBody), ui.NewMutedLabel(about, theme.TextSecondary)),
			name+". "+about, func() { p.addChapter(role) }).On(theme.ColorGround)
		p.register("role/"+string(role), row)
		column.Add(row)
	}
	return column
}

func (p *chaptersPage) addChapter(role model.ChapterRole) {
	if p.stuck() {
		return
	}
	var added model.EntityID
	if p.w.edit(func(st *model.Step) (err error) {
		added, err = workflow.AddChapter(st, role)
		return err
	}) {
		p.choose(added)
	}
}

// moveChapter puts a chapter at another place of the list.
func (p *chaptersPage) moveChapter(id model.EntityID, index int) {
	state := p.w.work.State()
	e := state.Element(id)
	if e == nil || p.readOnly() || index < 0 {
		return
	}
	after, first := sibling(state, p.w.work.ID(), e, index)
	p.edit(func(st *model.Step) error {
		if first {
			return st.MoveFirst(id, p.w.work.ID())
		}
		return st.Move(id, p.w.work.ID(), after)
	})
	p.w.window.Canvas().Focus(p.tree)
}

// shift moves the chosen chapter one place up or down.
func (p *chaptersPage) shift(by int) {
	at := p.index()
	if to := at + by; at >= 0 && to >= 0 && to < len(p.w.work.Programme().Chapters) {
		p.reorder(p.w.work.ID(), model.KindChapter, at, to)
	}
}

// chapterHead is the chapter's purpose and what is done with it as a whole.
func (p *chaptersPage) chapterHead(c *model.Chapter) fyne.CanvasObject {
	w := p.w
	roles := model.ChapterRoles()
	if p.readOnly() {
		return ui.NewInset("", "", "", theme.FocusMargin, ui.NewMutedLabel(w.t("report.chapter."+string(roleOf(c))), theme.TextSecondary))
	}
	choice := ui.NewSelect(w.kit, w.t("details.role"), worded(w, "report.chapter.", roles)...).WithoutTitle()
	for i, role := range roles {
		if role == roleOf(c) {
			choice.SetChosen(i)
		}
	}
	choice.OnChanged = func(i int) {
		p.edit(func(st *model.Step) error { return st.Set(c.ID, model.FieldRole, model.ValueOf(string(roles[i]))) })
	}
	p.keys[fieldKey(c.ID, model.FieldRole)] = choice.Focusable()
	act := func(k string, icon ui.IconName, words string, do func()) *ui.Button {
		button := ui.NewIconButton(w.kit, icon, w.t(words), do)
		p.keys[key(c.ID, k)] = button
		return button
	}
	row := ui.NewRow(theme.Space4, choice, choice,
		act("up", ui.IconArrowUp, "chapters.up", func() { p.shift(-1) }),
		act("down", ui.IconArrowDown, "chapters.down", func() { p.shift(1) }),
		act("delete", ui.IconTrash, "chapters.remove", func() { p.remove(c.ID, "chapter") }))
	if !w.frame.narrow {
		return row
	}
	list := ui.NewButton(w.kit, ui.ButtonSecondary, w.t("chapters.list"), p.listChapters).WithIcon(ui.IconMenu).Compact()
	p.keys["chapters"] = list
	wrap := ui.NewWrap(theme.Space4, "", list)
	if len(p.languages()) > 1 && p.original() != p.w.language {
		wrap.Add(p.originalSwitch())
	}
	return ui.NewColumn(theme.Space4, wrap, row)
}

// listChapters offers the chapters where there is no room for their pane.
func (p *chaptersPage) listChapters() {
	var items []*fyne.MenuItem
	chapters := p.w.work.Programme().Chapters
	for i := range chapters {
		title, _ := p.chapterTitle(&chapters[i])
		items = append(items, fyne.NewMenuItem(shortened(title), func() { p.choose(chapters[i].ID) }))
	}
	if !p.readOnly() {
		items = append(items, fyne.NewMenuItemSeparator(), fyne.NewMenuItem(p.w.t("chapters.add"), p.chooseRole))
	}
	p.w.popUp(items)
}
