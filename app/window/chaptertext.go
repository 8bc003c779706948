package window

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/model"
)

// chapterPart is a part of the chosen chapter as it is written: a block, or the
// chapter's own text, which stands before the blocks.
type chapterPart struct {
	model.Block
	lead bool // the chapter's own text
}

// parts are those of a chapter. Its own text is left out while it is empty and
// other parts stand there.
func (p *chaptersPage) parts(c *model.Chapter) []chapterPart {
	var parts []chapterPart
	if !c.Body.Empty() || len(c.Blocks) == 0 {
		lead := model.Block{ID: c.ID, Role: model.ParagraphBlock, Body: c.Body}
		if c.Role == model.Quotation {
			lead.Role = model.QuotationBlock
			lead.AuthorRole = c.AuthorRole
		}
		parts = append(parts, chapterPart{lead, true})
	}
	for _, b := range c.Blocks {
		parts = append(parts, chapterPart{b, false})
	}
	return parts
}

// original is the language in which the programme is written first.
func (p *chaptersPage) original() model.Language { return p.w.work.Programme().FirstLanguage }

// originalShown tells whether a text stands beside its original.
func (p *chaptersPage) originalShown() bool {
	return p.original() != p.w.language && (!p.w.frame.narrow || p.second)
}

// originalSwitch shows or hides the originals in a narrow window.
func (p *chaptersPage) originalSwitch() fyne.CanvasObject {
	words := p.w.t("contents.onlyIn." + string(p.w.language))
	if !p.second {
		words = p.w.t("contents.showIn." + string(p.original()))
	}
	button := ui.NewButton(p.w.kit, ui.ButtonQuiet, words, func() {
		p.second = !p.second
		p.show()
	}).Compact()
	p.keys["original"] = button
	return button
}

// text is the chapter as a page of text.
func (p *chaptersPage) text(c *model.Chapter) fyne.CanvasObject {
	p.order = nil
	column := ui.NewColumn(theme.Space4, p.lockNotice(), p.chapterHead(c), p.chapterTitleField(c))
	for i, part := range p.parts(c) {
		column.Add(p.part(part, i))
	}
	if p.signed(c) {
		column.Add(p.beside(p.authorRole(c.ID, "chapters.author"), p.readRole(c.AuthorRole, p.original())))
	}
	return column
}

// signed tells whether a chapter names who speaks in it, at its end.
func (p *chaptersPage) signed(c *model.Chapter) bool {
	switch roleOf(c) {
	case model.Quotation:
		return false // its own text does
	case model.Greetings, model.Foreword:
		return true
	}
	return !c.AuthorRole.Empty()
}

// chapterTitleField is the chapter's heading.
func (p *chaptersPage) chapterTitleField(c *model.Chapter) fyne.CanvasObject {
	w := p.w
	if p.readOnly() {
		title, language := p.chapterTitle(c)
		label := ui.NewBoldLabel(title, theme.TextPage)
		label.Language = language
		return ui.NewInset("", "", "", theme.FocusMargin, label)
	}
	field := ui.NewProse(w.kit, w.t("chapters.heading")).Bold().WithLimit(model.MaxTitle).
		WithPlaceholder(w.t("report.chapter." + string(roleOf(c))))
	k := fieldKey(c.ID, model.FieldTitle.In(w.language))
	field.OnEnter(func() { p.stepFrom(k, true) })
	p.bindPart(field, c.ID, model.FieldTitle, k)
	original := ui.NewMutedLabel(c.Title.In(p.original()), theme.TextBody)
	original.Bold, original.Language = true, string(p.original())
	return p.beside(ui.NewColumn("", field, p.textNotes(c.ID, model.FieldTitle, w.language)), original)
}

// bindPart binds a field to a text in the language of the head, and gives it the
// keys of a part.
func (p *chaptersPage) bindPart(field *ui.Field, id model.EntityID, base model.Field, k string) {
	p.bind(field, id, base, p.w.language)
	p.ordered(field, k)
}

// ordered gives a field its place among those that the arrow keys walk through.
func (p *chaptersPage) ordered(field *ui.Field, k string) {
	p.register(k, field.Focusable())
	p.order = append(p.order, k)
	field.OnStep(func(down bool) { p.stepFrom(k, down) })
	if p.atStart == k {
		field.BeginAtStart()
	}
}

// stepFrom goes from a field to the next or the one before.
func (p *chaptersPage) stepFrom(k string, down bool) {
	at := slices.Index(p.order, k)
	to := at - 1
	if down {
		to = at + 1
	}
	if at >= 0 && to >= 0 && to < len(p.order) {
		p.focusOn(p.order[to])
	}
}

// beside sets an original beside what is written, where it is shown.
func (p *chaptersPage) beside(written, original fyne.CanvasObject) fyne.CanvasObject {
	if p.readOnly() || !p.originalShown() || original == nil {
		return written
	}
	return ui.NewFormRow(280, theme.Space16, written, ui.NewInset(theme.Space8, "", "", theme.FocusMargin, original))
}

// part is one part of the chapter, to be written or read.
func (p *chaptersPage) part(part chapterPart, index int) fyne.CanvasObject {
	if p.readOnly() {
		return p.readPart(part, p.w.language)
	}
	var written fyne.CanvasObject
	switch {
	case part.Role.Listed():
		written = p.list(part)
	case part.Role.Tabular():
		return p.table(part)
	case part.Role == model.QuotationBlock:
		written = p.quotation(part)
	default:
		written = p.prose(part)
	}
	return p.beside(written, p.readPart(part, p.original()))
}

// prose is a paragraph, a heading, or what was said.
func (p *chaptersPage) prose(part chapterPart) fyne.CanvasObject {
	w := p.w
	field := ui.NewProse(w.kit, w.t("chapters.part."+string(part.Role))).WithLimit(model.MaxProse).
		WithPlaceholder(w.t("chapters.write." + string(part.Role)))
	if part.Role == model.HeadingBlock {
		field.Bold().WithLimit(model.MaxTitle)
	}
	p.bindPart(field, part.ID, model.FieldBodyText, p.bodyKey(part))
	p.commands(field, part)
	field.OnDivide(func(head, tail string) { p.divide(part, head, tail) })
	field.OnBack(func() bool { return p.backspace(part, field.Text()) })
	field.OnPaste = func(pasted string) bool { return p.paste(part, pasted) }
	return ui.NewColumn("", field, p.textNotes(part.ID, model.FieldBodyText, w.language))
}

// bodyKey is the key of a part's text in the language of the head.
func (p *chaptersPage) bodyKey(part chapterPart) string {
	return fieldKey(part.ID, model.FieldBodyText.In(p.w.language))
}

// commands makes a field one of the part: it takes the bar to it, and the keys
// with Alt and Ctrl move the part and add another.
func (p *chaptersPage) commands(field *ui.Field, part chapterPart) {
	field.OnFocus = func() { p.activate(part.ID) }
	field.OnCombined(func(key fyne.KeyName, with fyne.KeyModifier) bool { return p.combined(part.ID, key, with) })
}

func (p *chaptersPage) combined(id model.EntityID, key fyne.KeyName, with fyne.KeyModifier) bool {
	p.activate(id)
	switch {
	case with == fyne.KeyModifierAlt && key == fyne.KeyUp:
		p.movePart(-1)
	case with == fyne.KeyModifierAlt && key == fyne.KeyDown:
		p.movePart(1)
	case with == fyne.KeyModifierShortcutDefault && (key == fyne.KeyReturn || key == fyne.KeyEnter):
		p.addPart(model.ParagraphBlock)
	default:
		return false
	}
	return true
}

// quotation is what was said and the role of who said it.
func (p *chaptersPage) quotation(part chapterPart) fyne.CanvasObject {
	return p.edged(ui.NewColumn("", p.prose(part), p.authorRole(part.ID, "chapters.speaker")))
}

// authorRole asks for the role of who speaks.
func (p *chaptersPage) authorRole(id model.EntityID, label string) fyne.CanvasObject {
	w := p.w
	if p.readOnly() {
		return p.readRole(p.w.work.State().Element(id).Text(model.FieldAuthorRole), w.language)
	}
	field := ui.NewProse(w.kit, w.t(label)).WithLimit(model.MaxTitle).WithHint(w.t("chapters.roleHint"))
	k := fieldKey(id, model.FieldAuthorRole.In(w.language))
	field.OnEnter(func() { p.stepFrom(k, true) })
	p.bindPart(field, id, model.FieldAuthorRole, k)
	field.OnFocus = func() { p.activate(id) }
	return ui.NewColumn("", field, p.textNotes(id, model.FieldAuthorRole, w.language))
}

func (p *chaptersPage) readRole(role model.Text, l model.Language) fyne.CanvasObject {
	label := ui.NewMutedLabel(role.In(l), theme.TextSecondary)
	label.Language = string(l)
	return ui.NewInset("", "", "", theme.FocusMargin, label)
}

// edged sets a strong edge at the left of what somebody said.
func (p *chaptersPage) edged(content fyne.CanvasObject) fyne.CanvasObject {
	edge := canvas.NewRectangle(p.w.color(theme.ColorGranite))
	return &fyne.Container{Layout: &edgeLayout{width: 4 * p.w.scale()}, Objects: []fyne.CanvasObject{edge, content}}
}

// edgeLayout sets its first object as an edge at the left of the second.
type edgeLayout struct{ width float32 }

func (l *edgeLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	inset := 3 * l.width
	objects[0].Resize(fyne.NewSize(l.width, max(0, size.Height-2*l.width)))
	objects[0].Move(fyne.NewPos(l.width, l.width))
	objects[1].Resize(fyne.NewSize(size.Width-inset, size.Height))
	objects[1].Move(fyne.NewPos(inset, 0))
}

// HeightFor is the height of the content.
func (l *edgeLayout) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	return ui.HeightFor(objects[1], width-3*l.width)
}

func (l *edgeLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[1].MinSize().AddWidthHeight(3*l.width, 0)
}

// readPart is a part as it is read, in one language; nil where it is not written.
func (p *chaptersPage) readPart(part chapterPart, l model.Language) fyne.CanvasObject {
	body := part.Body.In(l)
	if p.readOnly() && body == "" {
		body, l = part.Body.Best(p.w.language, p.original())
	}
	label := func(words string) *ui.Label {
		set := ui.NewLabel(words, theme.TextBody)
		if !p.readOnly() {
			set.SetColor(theme.ColorMuted)
		}
		set.Language = string(l)
		return set
	}
	words := ui.NewColumn(theme.Space4)
	switch {
	case part.Role.Tabular():
		return p.readTable(part, l)
	case part.Role.Listed():
		for i, item := range model.Lines(body) {
			set := label(item)
			words.Add(ui.NewTopRow(theme.Space8, set, label(mark(part.Role, i)), set))
		}
	case part.Role == model.QuotationBlock:
		return p.edged(ui.NewColumn(theme.Space4, label(body), p.readRole(part.AuthorRole, l)))
	default:
		set := label(body)
		set.Bold = part.Role == model.HeadingBlock
		words.Add(set)
	}
	return ui.NewInset(theme.Space4, "", theme.Space4, theme.FocusMargin, words)
}

// mark stands before an item of a list.
func mark(role model.BlockRole, index int) string {
	if role == model.NumberedBlock {
		return fmt.Sprintf("%d.", index+1)
	}
	return "•"
}
