package window

import (
	"slices"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/model"
)

// partBar is the bar above the text: it adds parts after the active one, moves
// it, makes it one of another kind, and removes it.
type partBar struct {
	page   *chaptersPage
	name   *ui.Label
	shapes []*ui.Button // of a table
	whole  *fyne.Container
}

// toolbar is the bar of a chapter.
func (p *chaptersPage) toolbar(*model.Chapter) fyne.CanvasObject {
	w := p.w
	b := &partBar{page: p, name: ui.NewLine("", theme.TextSecondary, theme.ColorMuted, false)}
	p.bar = b
	button := func(k string, icon ui.IconName, words string, do func()) *ui.Button {
		made := ui.NewIconButton(w.kit, icon, w.t(words), do)
		p.keys[k] = made
		return made
	}
	kind := ui.NewButton(w.kit, ui.ButtonQuiet, w.t("chapters.changeKind"), p.chooseKind).Compact()
	p.keys["kind"] = kind
	acts := []*ui.Button{
		button("partUp", ui.IconArrowUp, "chapters.partUp", func() { p.movePart(-1) }),
		button("partDown", ui.IconArrowDown, "chapters.partDown", func() { p.movePart(1) }),
		button("partDelete", ui.IconTrash, "chapters.partDelete", p.removePart),
	}
	shape := func(k, words string, do func()) {
		made := ui.NewButton(w.kit, ui.ButtonQuiet, w.t(words), do).Compact()
		p.keys[k] = made
		b.shapes = append(b.shapes, made)
	}
	shape("addRow", "chapters.addRow", func() { p.reshape(addRow) })
	shape("addColumn", "chapters.addColumn", func() { p.reshape(addColumn) })
	shape("removeRow", "chapters.removeRow", func() { p.reshape(removeRow) })
	shape("removeColumn", "chapters.removeColumn", func() { p.reshape(removeColumn) })
	adders, active := ui.NewWrap("", ""), ui.NewWrap(theme.Space4, "")
	b.whole = ui.NewColumn("", adders, active)
	if w.frame.narrow {
		adders, b.whole = active, ui.NewColumn("", active) // one row leaves more of the text in sight
	}
	for _, made := range p.adders() {
		adders.Add(made)
	}
	active.Add(ui.NewInset(theme.Space12, "", "", theme.Space8, b.name))
	for _, made := range slices.Concat([]*ui.Button{kind}, acts, b.shapes) {
		active.Add(made)
	}
	b.update()
	return w.bandBelowHead(ui.NewInset(theme.Space4, w.margin(), theme.Space4, w.margin(), b.whole))
}

// adders are the buttons that add a part of each kind, in a narrow window one
// with a list.
func (p *chaptersPage) adders() []*ui.Button {
	w := p.w
	button := func(k, words string, do func()) *ui.Button {
		made := ui.NewButton(w.kit, ui.ButtonQuiet, w.t(words), do).WithIcon(ui.IconPlus).Compact()
		p.keys[k] = made
		return made
	}
	if w.frame.narrow {
		return []*ui.Button{button("addPart", "chapters.addPart", func() { p.chooseFrom(p.addPart) })}
	}
	var row []*ui.Button
	for _, role := range model.BlockRoles() {
		row = append(row, button("add/"+string(role), "chapters.part."+string(role), func() { p.addPart(role) }))
	}
	return row
}

func (p *chaptersPage) chooseKind() { p.chooseFrom(p.changeRole) }

// chooseFrom offers the kinds of parts.
func (p *chaptersPage) chooseFrom(take func(model.BlockRole)) {
	var items []*fyne.MenuItem
	for _, role := range model.BlockRoles() {
		items = append(items, fyne.NewMenuItem(p.w.t("chapters.part."+string(role)), func() { take(role) }))
	}
	p.w.popUp(items)
}

// update shows which part is active, and what can be done with it.
func (b *partBar) update() {
	p := b.page
	part, at := p.activePart()
	b.name.SetText(p.w.t("chapters.activePart", "kind", p.w.t("chapters.part."+string(part.Role)), "number", at+1, "count", len(p.parts(p.chapter()))))
	for _, button := range b.shapes {
		if part.Role.Tabular() {
			button.Show()
		} else {
			button.Hide()
		}
	}
	b.whole.Refresh()
	p.relaid()
}
