package window

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
)

// pagePart is a part of a page outside programmes: what it is called in the
// texts ("<page>.part.<name>") and what draws it.
type pagePart struct {
	name string
	draw func() []fyne.CanvasObject
}

// partPage is a page outside programmes that has parts: their names at the left,
// where there is room, and the chosen one beside them.
type partPage struct {
	w     *Window
	key   string // "care": the page's name and the beginning of its texts
	parts []pagePart
	at    int
	tree  *ui.Tree
	focus fyne.Focusable // of the part, else its names
}

func (p *partPage) name() string { return p.key + "/" + p.parts[p.at].name }
func (p *partPage) flush() error { return nil }

func (p *partPage) first() fyne.Focusable {
	if p.focus != nil {
		return p.focus
	}
	return p.tree
}

// open chooses a part by its name.
func (p *partPage) open(name string) {
	p.at = max(0, slices.IndexFunc(p.parts, func(part pagePart) bool { return part.name == name }))
}

func (p *partPage) back() {
	if p.at == 0 {
		p.w.goHome()
		return
	}
	p.choose(p.at - 1)
}

func (p *partPage) next() { p.choose(min(p.at+1, len(p.parts)-1)) }

// choose shows a part, with the keyboard at its first control.
func (p *partPage) choose(part int) {
	if part < 0 || part == p.at {
		return
	}
	if err := p.w.page.flush(); err != nil {
		p.w.tell(err)
		return
	}
	p.at = part
	inTree := p.w.window.Canvas().Focused() == fyne.Focusable(p.tree)
	p.w.rebuild()
	if inTree {
		p.w.kit.Focus(p.tree)
		return
	}
	p.w.kit.Focus(p.w.page.first())
}

// begin makes a control the one with which a person begins on the part, unless
// one before it is.
func (p *partPage) begin(control fyne.Focusable) {
	if p.focus == nil {
		p.focus = control
	}
}

func (p *partPage) content() fyne.CanvasObject {
	w := p.w
	p.focus = nil
	column := ui.NewColumn(theme.Space12)
	home := ui.NewButton(w.kit, ui.ButtonQuiet, w.t("nav.programmes"), w.goHome).WithIcon(ui.IconChevronLeft)
	p.tree = ui.NewTree(w.kit, p.rows(), func(name string) {
		p.choose(slices.IndexFunc(p.parts, func(part pagePart) bool { return part.name == name }))
	})
	p.tree.Choose(p.parts[p.at].name)
	heading := ui.NewBoldLabel(w.t(p.key+".part."+p.parts[p.at].name), theme.TextPage)
	if w.frame.narrow {
		column.Add(ui.NewRow(theme.Space8, nil, home, p.partMenu()))
	}
	column.Add(ui.NewFlush(heading))
	for _, object := range p.parts[p.at].draw() {
		column.Add(object)
	}
	page := w.readingPage(column, 860)
	if w.frame.narrow {
		return page
	}
	top := ui.NewInset(theme.Space12, theme.Space8, theme.Space8, theme.Space8, ui.NewColumn(theme.Space8,
		ui.NewRow("", nil, home), ui.NewInset("", theme.Space8, "", theme.Space8, ui.NewBoldLabel(w.t(p.key+".title"), theme.TextSubhead))))
	pane := container.NewStack(canvas.NewRectangle(w.color(theme.ColorPane)),
		container.New(&wizardLayout{}, top, ui.NewInset("", theme.Space4, "", theme.Space4, p.tree), container.NewWithoutLayout()))
	return container.New(&paneLayout{width: detailsPaneWidth * w.scale()}, pane, page, upright())
}

func (p *partPage) rows() []ui.TreeRow {
	var rows []ui.TreeRow
	for _, part := range p.parts {
		rows = append(rows, ui.TreeRow{ID: part.name, Title: p.w.t(p.key + ".part." + part.name)})
	}
	return rows
}

// partMenu offers the parts where there is no room for their names.
func (p *partPage) partMenu() fyne.CanvasObject {
	return ui.NewButton(p.w.kit, ui.ButtonSecondary, p.w.t("details.parts"), func() {
		var items []*fyne.MenuItem
		for i, part := range p.parts {
			items = append(items, fyne.NewMenuItem(p.w.t(p.key+".part."+part.name), func() { p.choose(i) }))
		}
		p.w.popUp(items)
	}).WithIcon(ui.IconMenu)
}
