package window

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/app/workflow"
	"tavoitekartta/model"
	"tavoitekartta/model/text"
)

// bodiesPage is the programme's register of bodies. At the left are the bodies
// in the order of their names, beside them what is known of the chosen one, what
// it has to do, and whether it has accepted that.
type bodiesPage struct {
	editor
	body   model.EntityID // the chosen one, "" when there is none
	joined model.EntityID // the one to be joined to it, "" before one is chosen
	by     string         // who accepts all duties, as typed
	on     string         // and when

	search *ui.SearchField
	tree   *ui.Tree
	main   *fyne.Container
}

func newBodiesPage(w *Window, body model.EntityID) *bodiesPage {
	p := &bodiesPage{body: body}
	p.editor = newEditor(w, p, "bodies")
	p.switchAbove = true
	return p
}

// openBodies shows a body of the register with the keyboard at one of its
// fields, or at its name.
func (w *Window) openBodies(body model.EntityID, field model.Field) {
	p := newBodiesPage(w, body)
	w.goTo(p)
	if w.page == edited(p) && !p.focusOn(fieldKey(body, field)) {
		p.focusOn(fieldKey(body, model.FieldName.In(w.language)))
	}
}

func (p *bodiesPage) name() string { return "bodies" }

func (p *bodiesPage) first() fyne.Focusable {
	if control, ok := p.keys[p.start]; ok {
		return control
	}
	if p.w.frame.narrow || p.tree == nil {
		return p.keys["add"]
	}
	return p.tree
}

// chosen returns the chosen body; where it is gone, the first one.
func (p *bodiesPage) chosen() *model.Body {
	programme := p.w.work.Programme()
	if body := programme.Body(p.body); body != nil {
		return body
	}
	if sorted := p.sorted(); len(sorted) > 0 {
		p.body = sorted[0].ID
		return sorted[0]
	}
	p.body = ""
	return nil
}

// sorted returns the bodies in the order of their names in the language of the
// head.
func (p *bodiesPage) sorted() []*model.Body {
	programme := p.w.work.Programme()
	all := make([]*model.Body, len(programme.Bodies))
	for i := range programme.Bodies {
		all[i] = &programme.Bodies[i]
	}
	order := text.Order(string(p.w.language))
	slices.SortStableFunc(all, func(a, b *model.Body) int {
		return order(p.best(a.Name), p.best(b.Name))
	})
	return all
}

// content builds the page anew.
func (p *bodiesPage) content() fyne.CanvasObject {
	w := p.w
	p.main, p.scroll = container.NewStack(), nil
	p.tree = ui.NewTree(w.kit, nil, func(id string) { p.choose(model.EntityID(id)) })
	p.search = ui.NewSearchField(w.kit, w.t("bodies.search"))
	p.search.OnChanged = func(string) { p.freshen() }
	p.fill()
	if w.frame.narrow {
		return p.main
	}
	heading := ui.NewInset(theme.Space12, theme.Space12, theme.Space8, theme.Space12, ui.NewColumn(theme.Space8,
		ui.NewFlush(ui.NewBoldLabel(w.t("nav.bodies"), theme.TextSubhead)), p.search))
	foot := ui.NewInset(theme.Space8, theme.Space12, theme.Space12, theme.Space12, p.addButton())
	pane := container.NewStack(canvas.NewRectangle(w.color(theme.ColorPane)),
		container.New(&wizardLayout{}, heading, ui.NewInset("", theme.Space4, "", theme.Space4, p.tree), foot))
	return container.New(&paneLayout{width: bodiesPaneWidth * w.scale()}, pane, p.main, upright())
}

func (p *bodiesPage) addButton() fyne.CanvasObject {
	if p.readOnly() {
		return ui.NewColumn("")
	}
	add := ui.NewButton(p.w.kit, ui.ButtonSecondary, p.w.t("bodies.add"), p.add).WithIcon(ui.IconPlus)
	p.keys["add"] = add
	return ui.NewWrap("", "", add)
}

// show builds what stands beside the list anew and leaves the keyboard where it
// was, or puts it at a key when one is given.
func (p *bodiesPage) show(focus ...string) { p.buildAnew(p.fill, focus...) }

// fill builds what stands beside the list.
func (p *bodiesPage) fill() {
	add := p.keys["add"]
	p.keys, p.updates, p.start = map[string]fyne.Focusable{}, nil, ""
	if add != nil {
		p.keys["add"] = add
	}
	body := p.chosen()
	column := ui.NewColumn(theme.Space12)
	if p.w.frame.narrow {
		column.Add(p.narrowHead())
	}
	if body == nil {
		column.Add(ui.NewFlush(ui.NewBoldLabel(p.w.t("nav.bodies"), theme.TextPage)))
		words := "bodies.none"
		if p.w.work.ReadOnly() {
			words = "bodies.noneRead"
		}
		column.Add(p.lockNotice())
		column.Add(ui.NewFlush(ui.NewLabel(p.w.t(words), theme.TextBody)))
	} else {
		column.Add(p.heading(body))
		column.Add(p.lockNotice())
		facts, duties := p.facts, p.duties
		if len(p.dutiesOf(body.ID)) == 0 {
			facts, duties = duties, facts // one that is new is named first
		}
		column.Add(duties(body))
		column.Add(facts(body))
		column.Add(p.names(body))
		if p.w.hasReport(workflow.BodySheet) {
			column.Add(ui.NewWrap("", "", p.sheetButton(body.ID)))
		}
	}
	p.main.Objects = []fyne.CanvasObject{p.scrolling(column)}
	p.main.Refresh()
	p.freshen()
}

// sheetButton leads to the sheet of what the body has to do.
func (p *bodiesPage) sheetButton(body model.EntityID) fyne.CanvasObject {
	button := ui.NewButton(p.w.kit, ui.ButtonQuiet, p.w.t("reports.ofBody"), func() {
		p.w.openReport(workflow.BodySheet, workflow.ReportChoice{Body: body})
	}).WithIcon(ui.IconPDF)
	p.keys[key(body, "sheet")] = button
	return button
}

// narrowHead chooses the body where there is no room for the list.
func (p *bodiesPage) narrowHead() fyne.CanvasObject {
	sorted := p.sorted()
	var names []string
	at := -1
	for i, b := range sorted {
		name, _ := p.title(b.Name, "contents.bodies.unnamed")
		names = append(names, name)
		if b.ID == p.body {
			at = i
		}
	}
	row := ui.NewColumn(theme.Space8)
	if len(sorted) > 0 {
		choice := ui.NewSelect(p.w.kit, p.w.t("bodies.choose"), names...)
		choice.SetChosen(at)
		choice.OnChanged = func(i int) { p.choose(sorted[i].ID) }
		p.keys["choose"] = choice.Focusable()
		p.start = "choose"
		row.Add(choice)
	}
	row.Add(p.addButton())
	return row
}

// heading is the body's name and what is most worth knowing of it.
func (p *bodiesPage) heading(body *model.Body) fyne.CanvasObject {
	w := p.w
	words, l := p.title(body.Name, "contents.bodies.unnamed")
	name := ui.NewBoldLabel(words, theme.TextPage)
	name.Language = l
	p.updates = append(p.updates, func() {
		if b := w.work.Programme().Body(body.ID); b != nil {
			words, _ := p.title(b.Name, "contents.bodies.unnamed")
			name.SetText(words)
		}
	})
	facts := []string{w.t("contents.sector." + string(body.Sector))}
	switch {
	case !body.ValidTo.Zero():
		facts = append(facts, w.t("bodies.until", "day", w.day(body.ValidTo)))
	case !body.ValidFrom.Zero():
		facts = append(facts, w.t("bodies.since", "day", w.day(body.ValidFrom)))
	}
	top := ui.NewColumn("", name, ui.NewMutedLabel(strings.Join(facts, " · "), theme.TextSecondary))
	if p.readOnly() || len(p.languages()) < 2 || !w.frame.narrow {
		return ui.NewFlush(top)
	}
	inset := ui.NewInset("", "", "", theme.Space4, top)
	return ui.NewRow(theme.Space8, inset, inset, p.languageSwitch("languages"))
}

// freshen brings the list up to date.
func (p *bodiesPage) freshen() {
	for _, update := range p.updates {
		update()
	}
	counts := map[model.EntityID]int{}
	for _, d := range p.w.work.Programme().DutiesByBody() {
		counts[d.Body.ID] = len(d.Duties)
	}
	wanted := ""
	if p.search != nil {
		wanted = strings.TrimSpace(p.search.Text())
	}
	var rows []ui.TreeRow
	for _, b := range p.sorted() {
		if wanted != "" && !goesBy(b, wanted) {
			continue
		}
		title, l := p.title(b.Name, "contents.bodies.unnamed")
		rows = append(rows, ui.TreeRow{ID: string(b.ID), Title: title, Language: l, Word: fmt.Sprint(counts[b.ID])})
	}
	p.tree.SetRows(rows)
	if p.tree.Chosen() != string(p.body) {
		p.tree.Choose(string(p.body))
	}
}

// goesBy tells whether a word of a body's names begins as typed.
func goesBy(b *model.Body, typed string) bool {
	for _, name := range append([]model.Text{b.Name}, b.Aliases...) {
		for _, l := range model.Languages() {
			if likeness(name.In(l), typed) < 3 {
				return true
			}
		}
	}
	return false
}

// relaid lays out anew what has grown or shrunk.
func (p *bodiesPage) relaid() { p.main.Refresh() }

// choose shows another body, with everything typed kept.
func (p *bodiesPage) choose(id model.EntityID) {
	if id == p.body || p.stuck() {
		return
	}
	p.body, p.joined, p.by, p.on = id, "", "", ""
	p.problems, p.scroll = map[string]string{}, nil
	p.show()
}

// add makes a new body and goes to its name.
func (p *bodiesPage) add() {
	if p.readOnly() || p.stuck() {
		return
	}
	var added model.EntityID
	if !p.w.edit(func(st *model.Step) (err error) {
		added, err = st.Add(p.w.work.ID(), model.KindBody, "")
		return err
	}) {
		return
	}
	if p.search.Text() != "" {
		p.search.Clear() // it would hide the new one
	}
	p.body, p.scroll = added, nil
	p.show(fieldKey(added, model.FieldName.In(p.w.language)))
}

// keepFocus is that of a page with a list beside what is edited.
func (p *bodiesPage) keepFocus() (restore func()) {
	return p.keepFocusBeside(func() *ui.Tree { return p.tree })
}

// dayField is bound to a day of an element.
func (p *editor) dayField(label string, id model.EntityID, at model.Field) *ui.Field {
	field := ui.NewField(p.w.kit, label).WithHint(p.w.t("field.dateHint")).WithLimit(valueLimit)
	shown := ""
	if d := p.w.work.State().Element(id).Value(at).Date(); !d.Zero() {
		shown = text.FormatDate(d.Year, d.Month, d.Day)
	}
	p.bindValue(field, id, at, typedValue{shown: shown, read: readDay})
	return field
}

// bodiesPaneWidth is the width of the list in pixels at text size 1.
const bodiesPaneWidth = 320
