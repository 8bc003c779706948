package window

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/model"
)

// pickedAtOnce is how many items of a list are shown at first and added at each
// "show more": programmes have thousands of goals.
const pickedAtOnce = 20

// pickItem is one of what can be picked.
type pickItem struct {
	id    model.EntityID
	words string
	also  model.Text // what it is called in every language
}

// picker chooses among many: a search, and the first of what it finds. It stands
// in the place of the page's choices until something is picked.
type picker struct {
	p      *reportsPage
	title  string // a key of the texts
	items  []pickItem
	folded []string // the items' words as they are searched
	chosen model.EntityID
	pick   func(model.EntityID)             // nil where several are chosen
	check  func(pickItem) fyne.CanvasObject // of several

	search string
	limit  int
	field  *ui.SearchField
	list   *fyne.Container
	rows   []*ui.LinkRow
	found  []pickItem
}

// pickRow shows what is chosen, and opens what it is chosen in.
func (p *reportsPage) pickRow(label, chosen string, open func() *picker) fyne.CanvasObject {
	w := p.w
	words := ui.NewColumn("", ui.NewMutedLabel(w.t(label), theme.TextSmallest), ui.NewLabel(chosen, theme.TextBody))
	row := ui.NewLinkRow(w.kit, ui.MarkInformation, words, ui.Spoken{Label: w.t(label), Value: chosen}.String(), func() {
		p.picking = open()
		w.rebuild()
		w.kit.Focus(p.picking.field.Focusable())
	}).WithSign(ui.IconSearch, theme.ColorPrimary)
	p.begins(row)
	ground := canvas.NewRectangle(w.color(theme.ColorSurface))
	ground.StrokeColor, ground.StrokeWidth, ground.CornerRadius = w.color(theme.ColorBorder), fynetheme.Size(theme.StrokeField), fynetheme.Size(theme.RadiusField)
	return ui.NewFlush(container.New(&stackLayout{}, ground, row))
}

// pickOne returns a picker of one item.
func (p *reportsPage) pickOne(title string, items []pickItem, chosen model.EntityID, pick func(model.EntityID)) *picker {
	return newPicker(&picker{p: p, title: title, items: items, chosen: chosen, pick: func(id model.EntityID) {
		pick(id)
		p.picking, p.made = nil, ""
		p.w.rebuild()
		p.w.kit.Focus(p.w.frame.next)
	}})
}

// pickSeveral returns a picker of sections.
func (p *reportsPage) pickSeveral(title string, items []pickItem) *picker {
	return newPicker(&picker{p: p, title: title, items: items, check: p.sectionCheck})
}

func newPicker(p *picker) *picker {
	p.limit = pickedAtOnce
	p.folded = make([]string, len(p.items))
	for i, item := range p.items {
		p.folded[i] = strings.ToLower(strings.Join([]string{item.words, item.also.Fi, item.also.Sv, item.also.En}, " "))
	}
	return p
}

func (p *picker) content() fyne.CanvasObject {
	w := p.p.w
	title := ui.NewFlush(ui.NewBoldLabel(w.t(p.title), theme.TextSection))
	done := ui.NewButton(w.kit, ui.ButtonSecondary, w.t("reports.pickDone"), p.leave).WithIcon(ui.IconArrowLeft).Compact()
	p.field = ui.NewSearchField(w.kit, w.t("reports.pickSearch"))
	p.field.SetText(p.search)
	p.field.OnChanged = func(words string) {
		p.search, p.limit = words, pickedAtOnce
		p.fill()
	}
	p.field.OnEnter = func(string) {
		if p.pick != nil && len(p.found) > 0 {
			p.pick(p.found[0].id)
		}
	}
	p.field.OnKey = p.fieldKey
	p.list = ui.NewColumn("")
	p.fill()
	column := ui.NewColumn(theme.Space8, ui.NewRow(theme.Space8, title, title, done), p.field)
	if p.check != nil {
		column.Add(ui.NewWrap(theme.Space4, "",
			ui.NewButton(w.kit, ui.ButtonQuiet, w.t("reports.everySection"), func() { p.all(true) }).Compact(),
			ui.NewButton(w.kit, ui.ButtonQuiet, w.t("reports.noSections"), func() { p.all(false) }).Compact()))
	}
	if p.check != nil && p.p.noSection() {
		column.Add(ui.NewFlush(ui.NewNotice(w.kit, ui.NoticeWarning, w.t("reports.noSection"))))
	}
	column.Add(p.list)
	return column
}

// all chooses every item, or none.
func (p *picker) all(chosen bool) {
	clear(p.p.options.leftOut)
	for _, item := range p.items {
		if !chosen {
			p.p.options.leftOut[item.id] = true
		}
	}
	p.p.chosenAnew()
}

// leave goes back to the choices.
func (p *picker) leave() {
	w := p.p.w
	p.p.picking = nil
	w.rebuild()
	w.kit.Focus(w.frame.next)
}

// matches tells whether each word of the search stands in an item.
func matches(item string, words []string) bool {
	for _, word := range words {
		if !strings.Contains(item, word) {
			return false
		}
	}
	return true
}

// fill lists what is found.
func (p *picker) fill() {
	w := p.p.w
	words := strings.Fields(strings.ToLower(p.search))
	p.rows, p.found, p.list.Objects = nil, nil, nil
	total := 0
	for i, item := range p.items {
		if !matches(p.folded[i], words) {
			continue
		}
		if total++; len(p.found) < p.limit {
			p.found = append(p.found, item)
		}
	}
	p.list.Add(ui.NewFlush(ui.NewMutedLabel(p.countWords(total), theme.TextSmallest)))
	for i, item := range p.found {
		if p.check != nil {
			p.list.Add(p.check(item))
			continue
		}
		row := p.row(i, item)
		p.rows = append(p.rows, row)
		p.list.Add(row)
	}
	if total > len(p.found) {
		p.list.Add(ui.NewRow("", nil, ui.NewButton(w.kit, ui.ButtonSecondary, w.t("reports.pickMore"), p.more).Compact()))
	}
	p.list.Refresh()
}

// countWords say how many are found. The row for all of them is no finding.
func (p *picker) countWords(total int) string {
	w, shown := p.p.w, len(p.found)
	if total == 0 {
		return w.t("reports.pickNothing")
	}
	if p.found[0].id == "" {
		total, shown = total-1, shown-1
	}
	words := w.t("reports.picked", "count", total)
	if total > shown {
		words += " " + w.t("reports.pickShown", "shown", shown)
	}
	return words
}

func (p *picker) row(at int, item pickItem) *ui.LinkRow {
	w := p.p.w
	said := ui.Spoken{Label: item.words}
	icon := ui.IconCircle
	if item.id == p.chosen {
		icon, said.Value = ui.IconCheckDisc, w.t("field.chosen")
	}
	return ui.NewPlainRow(w.kit, icon, ui.NewLabel(item.words, theme.TextChip), said.String(), func() { p.pick(item.id) }).
		On(theme.ColorGround).OnKey(func(key fyne.KeyName) bool { return p.rowKey(at, key) })
}

// more shows further items, the keyboard at the first of them.
func (p *picker) more() {
	at := len(p.found)
	p.limit += pickedAtOnce
	p.p.w.window.Canvas().Unfocus()
	p.fill()
	if at < len(p.rows) {
		p.p.w.kit.Focus(p.rows[at])
	}
}

// fieldKey goes from the search into the list, and back to the choices.
func (p *picker) fieldKey(key fyne.KeyName) bool {
	switch {
	case key == fyne.KeyEscape && p.search == "":
		p.leave()
	case key == fyne.KeyDown && len(p.rows) > 0:
		p.p.w.kit.Focus(p.rows[0])
	default:
		return false
	}
	return true
}

// rowKey goes up and down the list and from its top into the search.
func (p *picker) rowKey(at int, key fyne.KeyName) bool {
	kit := p.p.w.kit
	switch {
	case key == fyne.KeyEscape:
		p.leave()
	case key == fyne.KeyDown && at+1 < len(p.rows):
		kit.Focus(p.rows[at+1])
	case key == fyne.KeyUp && at > 0:
		kit.Focus(p.rows[at-1])
	case key == fyne.KeyUp:
		kit.Focus(p.field.Focusable())
	case key == fyne.KeyHome:
		kit.Focus(p.rows[0])
	case key == fyne.KeyEnd:
		kit.Focus(p.rows[len(p.rows)-1])
	default:
		return false
	}
	return true
}
