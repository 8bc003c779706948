package window

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/model"
)

// detailsPart is a part of the programme's own facts: what it is called in the
// texts ("details.part.…"), the fields of the programme or the kind of elements
// that it asks for, and what draws it.
type detailsPart struct {
	name   string
	fields []model.Field
	kind   model.Kind // of the list, "" for none
	draw   func(*detailsPage) []fyne.CanvasObject
}

// detailsParts are the parts in their order.
func detailsParts() []detailsPart {
	return []detailsPart{
		{name: "names", draw: (*detailsPage).names, fields: []model.Field{
			model.FieldTitle, model.FieldSubtitle, model.FieldFirstYear, model.FieldLastYear, model.FieldProgrammeKind,
			model.FieldPlainText,
		}},
		{name: "owners", draw: (*detailsPage).owners, kind: model.KindOwner, fields: []model.Field{model.FieldName}},
		{name: "bodies", draw: (*detailsPage).bodies, fields: []model.Field{
			model.FieldPreparedBy, model.FieldCoordinatedWith, model.FieldSteeringGroup, model.FieldFollowUpBody,
		}},
		{name: "basis", draw: (*detailsPage).basis, fields: []model.Field{
			model.FieldLegalBasis, model.FieldLegalBasisText, model.FieldStrategy, model.FieldParentProgramme,
			model.FieldPredecessor, model.FieldReimbursement,
		}},
		{name: "languages", draw: (*detailsPage).languagesPart, fields: []model.Field{model.FieldFirstLanguage, model.FieldLanguages}},
		{name: "chapters", draw: (*detailsPage).chapters},
		{name: "contacts", draw: (*detailsPage).contacts, kind: model.KindContact},
		{name: "publication", draw: (*detailsPage).publication, fields: []model.Field{
			model.FieldAddress, model.FieldPublished, model.FieldKeywords, model.FieldConfidentiality, model.FieldRetentionClass,
			model.FieldRecordedAfterwards, model.FieldStructureOnly,
		}},
	}
}

// detailsPage is the programme's own facts: what stands on its cover and around
// its tables. At the left are its parts, beside them the chosen one.
type detailsPage struct {
	editor
	at     place // where in the contents the person was, and the part
	part   int
	warned map[string]bool // parts whose missing facts have been shown

	main *fyne.Container
	tree *ui.Tree
}

// newDetailsPage opens the details at the part that the place names, or at the
// first.
func newDetailsPage(w *Window, at place) *detailsPage {
	p := &detailsPage{at: at, warned: map[string]bool{}}
	p.editor = newEditor(w, p, "details")
	p.switchAbove = true
	p.part = max(0, slices.IndexFunc(detailsParts(), func(part detailsPart) bool { return part.name == at.Details }))
	return p
}

// openDetails shows the programme's own facts, the keyboard where a fact of the
// programme or of one of its owners, texts or contacts is given.
func (w *Window) openDetails(id model.EntityID, field model.Field) {
	if w.work == nil {
		return
	}
	at := w.lastPlace()
	if at.Programme != w.work.ID() {
		at = place{Programme: w.work.ID()}
	}
	p := newDetailsPage(w, at)
	focus := p.find(id, field)
	for _, o := range p.lacking(detailsParts()[p.part].name) {
		if o.key == focus {
			p.problems[o.key] = w.t("finding." + string(o.code))
		}
	}
	w.goTo(p)
	if w.page == edited(p) {
		p.focusOn(focus)
	}
}

// find chooses the part in which a fact is given, opens its card, and returns
// the key of its control.
func (p *detailsPage) find(id model.EntityID, field model.Field) string {
	programme := p.w.work.Programme()
	kind := model.KindProgramme
	if e := p.w.work.State().Element(id); e != nil {
		kind = e.Kind
	}
	base, suffix := field.Split()
	if l := model.Language(suffix); l.Valid() && !slices.Contains(programme.Languages, l) {
		// The programme does not come in that language yet.
		p.choosePart(model.KindProgramme, model.FieldLanguages)
		return key(programme.ID, "language/"+suffix)
	}
	p.choosePart(kind, base)
	p.plainOpen = base == model.FieldPlainText
	if kind != model.KindProgramme {
		p.open[listKey(kind)] = id
	}
	if slices.Contains(model.TranslatedFields(kind), base) {
		l := model.Language(suffix)
		if suffix == "" {
			l = programme.FirstLanguage
			field = base.In(l)
		}
		p.second = l != p.w.language
	}
	if kind == model.KindProgramme && (base == model.FieldName || base == model.FieldFirstYear) {
		// No owner has a name, or one of the two years is missing.
		for _, o := range p.lacking(detailsParts()[p.part].name) {
			if o.code != model.CodeTitleMissing {
				p.openFirstOwner()
				return o.key
			}
		}
	}
	return fieldKey(id, field)
}

// choosePart chooses the part that asks for elements of a kind, or for a field
// of the programme.
func (p *detailsPage) choosePart(kind model.Kind, base model.Field) {
	for i, part := range detailsParts() {
		if part.kind != "" && kind == part.kind || kind == model.KindProgramme && slices.Contains(part.fields, base) {
			p.part = i
		}
	}
}

// listKey names the list of the programme's elements of a kind.
func listKey(kind model.Kind) string { return "list/" + string(kind) }

func (p *detailsPage) name() string { return "details/" + detailsParts()[p.part].name }

func (p *detailsPage) place() place {
	p.at.Details = detailsParts()[p.part].name
	return p.at
}

// first returns the control with which a person begins on the part.
func (p *detailsPage) first() fyne.Focusable {
	if control, ok := p.keys[p.start]; ok {
		return control
	}
	if p.w.frame.narrow {
		return p.keys["parts"]
	}
	return p.tree
}

// content builds the page anew.
func (p *detailsPage) content() fyne.CanvasObject {
	p.main = container.NewStack()
	p.scroll = nil
	p.tree = ui.NewTree(p.w.kit, nil, func(name string) {
		p.choose(slices.IndexFunc(detailsParts(), func(part detailsPart) bool { return part.name == name }))
	})
	p.fill()
	if p.w.frame.narrow {
		return p.main
	}
	heading := ui.NewInset(theme.Space12, theme.Space16, theme.Space8, theme.Space16, ui.NewBoldLabel(p.w.t("details.title"), theme.TextSubhead))
	pane := container.NewStack(canvas.NewRectangle(p.w.color(theme.ColorPane)),
		container.New(&wizardLayout{}, heading, ui.NewInset("", theme.Space4, "", theme.Space4, p.tree), container.NewWithoutLayout()))
	return container.New(&paneLayout{width: detailsPaneWidth * p.w.scale()}, pane, p.main, upright())
}

// show builds the part anew and leaves the keyboard where it was, or puts it at
// a key when one is given.
func (p *detailsPage) show(focus ...string) { p.buildAnew(p.fill, focus...) }

// fill builds what stands beside the parts' names.
func (p *detailsPage) fill() {
	w := p.w
	p.keys, p.updates, p.start = map[string]fyne.Focusable{}, nil, ""
	part := detailsParts()[p.part]
	column := ui.NewColumn(theme.Space12, p.heading(), p.lockNotice())
	for _, object := range part.draw(p) {
		column.Add(object)
	}
	p.main.Objects = []fyne.CanvasObject{
		container.New(&wizardLayout{}, container.NewWithoutLayout(), p.scrolling(column), w.foot(p.foot())),
	}
	p.main.Refresh()
	p.freshen()
}

// heading is the part's name. In a narrow window the other parts are chosen
// beside it, and the second language is shown.
func (p *detailsPage) heading() fyne.CanvasObject {
	w := p.w
	name := ui.NewBoldLabel(w.t("details.part."+detailsParts()[p.part].name), theme.TextPage)
	words := ui.NewInset("", "", "", theme.Space4, ui.NewColumn("", ui.NewMutedLabel(w.t("details.title"), theme.TextSmallest), name))
	if !w.frame.narrow {
		return words
	}
	parts := ui.NewButton(w.kit, ui.ButtonSecondary, w.t("details.parts"), func() {
		var items []*fyne.MenuItem
		for i, part := range detailsParts() {
			items = append(items, fyne.NewMenuItem(w.t("details.part."+part.name), func() { p.choose(i) }))
		}
		w.popUp(items)
	}).WithIcon(ui.IconMenu)
	p.keys["parts"] = parts
	if p.readOnly() || len(p.languages()) < 2 || detailsParts()[p.part].name == "languages" {
		return ui.NewRow(theme.Space8, words, words, parts)
	}
	return ui.NewRow(theme.Space8, words, words, p.languageSwitch("languages"), parts)
}

func (p *detailsPage) foot() wizardFoot {
	w := p.w
	parts := detailsParts()
	f := wizardFoot{
		back: w.t("action.back"), onBack: p.back, onNext: p.next,
		step: w.t("details.partOf", "part", p.part+1, "parts", len(parts)), next: w.t("contents.toContents"),
	}
	if p.part == 0 {
		f.back = w.t("nav.contents")
	}
	if p.part+1 < len(parts) {
		f.next = w.t("action.nextTo", "step", w.t("details.part."+parts[p.part+1].name))
	}
	return f
}

// choose goes to a part, with everything typed kept.
func (p *detailsPage) choose(part int) {
	if part < 0 || part >= len(detailsParts()) || p.stuck() {
		return
	}
	if part != p.part {
		p.problems, p.scroll = map[string]string{}, nil
	}
	p.part = part
	p.w.rebuild() // the programme's title stands in the head too
	p.w.rememberPlace()
	p.w.kit.Focus(p.first())
}

// next goes to the next part. What the part lacks is shown the first time, with
// the keyboard put where it is given; the second time the person goes on all the
// same, since a draft may lack anything.
func (p *detailsPage) next() {
	if p.stuck() {
		return
	}
	name := detailsParts()[p.part].name
	if lacking := p.lacking(name); len(lacking) > 0 && !p.readOnly() && !p.warned[name] {
		p.warned[name] = true
		p.openFirstOwner()
		for _, o := range lacking {
			p.problems[o.key] = p.w.t("finding." + string(o.code))
		}
		p.w.window.Canvas().Unfocus()
		p.show(lacking[0].key)
		return
	}
	if p.part+1 == len(detailsParts()) {
		p.w.openView(viewContents)
		return
	}
	p.choose(p.part + 1)
}

// openFirstOwner opens the card of the first owner, where a missing name is given.
func (p *detailsPage) openFirstOwner() {
	if owners := p.w.work.Programme().Owners; len(owners) > 0 {
		p.open[listKey(model.KindOwner)] = owners[0].ID
	}
}

// back goes to the part before, and from the first one to the contents.
func (p *detailsPage) back() {
	if p.part == 0 {
		p.w.openView(viewContents)
		return
	}
	p.choose(p.part - 1)
}

// omission is something that approval waits for: the control where it is given, and
// the code of its sentence.
type omission struct {
	key  string
	code model.Code
}

// lacking returns what a part lacks.
func (p *detailsPage) lacking(part string) []omission {
	programme := p.w.work.Programme()
	id := programme.ID
	var all []omission
	switch part {
	case "names":
		if programme.Title.Empty() {
			all = append(all, omission{fieldKey(id, model.FieldTitle.In(p.languages()[0])), model.CodeTitleMissing})
		}
		switch {
		case programme.FirstYear == 0:
			all = append(all, omission{fieldKey(id, model.FieldFirstYear), model.CodeYearsMissing})
		case programme.LastYear == 0:
			all = append(all, omission{fieldKey(id, model.FieldLastYear), model.CodeYearsMissing})
		case programme.LastYear < programme.FirstYear:
			all = append(all, omission{fieldKey(id, model.FieldLastYear), model.CodeEndBeforeStart})
		}
	case "owners":
		named := slices.ContainsFunc(programme.Owners, func(o model.Owner) bool { return !o.Name.Empty() })
		switch {
		case named:
		case len(programme.Owners) > 0:
			all = append(all, omission{fieldKey(programme.Owners[0].ID, model.FieldName.In(p.languages()[0])), model.CodeOwnerMissing})
		default:
			all = append(all, omission{key(id, "add/"+string(model.KindOwner)), model.CodeOwnerMissing})
		}
	}
	return all
}

// freshen brings what follows from a text up to date.
func (p *detailsPage) freshen() {
	for _, update := range p.updates {
		update()
	}
	var rows []ui.TreeRow
	for _, part := range detailsParts() {
		row := ui.TreeRow{ID: part.name, Title: p.w.t("details.part." + part.name)}
		if len(p.lacking(part.name)) > 0 {
			row.Word, row.Mark, row.Strong = p.w.t("details.missing"), ui.MarkMissing, true
		}
		rows = append(rows, row)
	}
	p.tree.SetRows(rows)
	if name := detailsParts()[p.part].name; p.tree.Chosen() != name {
		p.tree.Choose(name)
	}
}

// relaid lays out anew what has grown or shrunk.
func (p *detailsPage) relaid() { p.main.Refresh() }

// keepFocus is that of a page with a list beside what is edited.
func (p *detailsPage) keepFocus() (restore func()) {
	return p.keepFocusBeside(func() *ui.Tree { return p.tree })
}

// detailsPaneWidth is the width of the parts' names in pixels at text size 1.
const detailsPaneWidth = 260
