package window

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/model"
)

// rawItems are the lines of a list as they are written: an empty one waits for
// its words.
func rawItems(body string) []string { return strings.Split(body, "\n") }

func itemKey(id model.EntityID, index int) string { return key(id, fmt.Sprintf("item/%d", index)) }

// list is a list with a field for each item.
func (p *chaptersPage) list(part chapterPart) fyne.CanvasObject {
	w := p.w
	column := ui.NewColumn("")
	var fields []*ui.Field
	keep := func() error {
		var items []string
		for _, field := range fields {
			items = append(items, model.CleanCell(field.Text()))
		}
		return p.keepItems(part, items)
	}
	for i, item := range rawItems(part.Body.In(w.language)) {
		field := ui.NewProse(w.kit, w.t("chapters.item", "number", i+1)).WithLimit(model.MaxProse).WithPlaceholder(w.t("chapters.write.item"))
		field.SetText(item)
		field.OnChanged = func(string) { p.draft.typed(p.bodyKey(part), keep) }
		field.OnLeave = func(string) { w.tell(p.flush()) }
		p.ordered(field, itemKey(part.ID, i))
		if i == 0 {
			p.keys[p.bodyKey(part)] = field.Focusable()
		}
		p.commands(field, part)
		field.OnDivide(func(head, tail string) { p.divideItem(part, i, head, tail) })
		field.OnBack(func() bool { return p.backspaceItem(part, i, field.Text()) })
		field.OnPaste = func(pasted string) bool { return p.pasteItems(part, i, pasted) }
		fields = append(fields, field)
		sign := ui.NewInset(theme.Space8, "", "", theme.FocusMargin, ui.NewLine(mark(part.Role, i), theme.TextBody, theme.ColorText, false))
		column.Add(ui.NewTopRow("", field, sign, field))
	}
	column.Add(p.textNotes(part.ID, model.FieldBodyText, w.language))
	return column
}

// keepItems keeps the items of a list in the language of the head.
func (p *chaptersPage) keepItems(part chapterPart, items []string) error {
	err := p.w.work.Edit(p.w.ctx, func(st *model.Step) error {
		return st.SetText(part.ID, model.FieldBodyText, p.w.language, strings.Join(items, "\n"))
	})
	if err == nil {
		p.freshen()
	}
	return err
}

// items are the items of a list as the programme has them.
func (p *chaptersPage) items(part chapterPart) []string {
	return rawItems(p.w.work.State().Element(part.ID).Text(model.FieldBodyText).In(p.w.language))
}

// setItems makes one step of a list's items and goes to one of them.
func (p *chaptersPage) setItems(part chapterPart, items []string, focus int) {
	p.edit(func(st *model.Step) error {
		return st.SetText(part.ID, model.FieldBodyText, p.w.language, strings.Join(items, "\n"))
	}, itemKey(part.ID, max(0, focus)))
}

// divideItem begins a new item. Enter in an empty last item ends the list with a
// paragraph below it.
func (p *chaptersPage) divideItem(part chapterPart, index int, head, tail string) {
	if p.stuck() {
		return
	}
	items := p.items(part)
	if index >= len(items) {
		return
	}
	if head == "" && tail == "" && index == len(items)-1 && len(items) > 1 {
		p.insert(part, []model.PastedBlock{{Role: model.ParagraphBlock}}, func(st *model.Step) error {
			return st.SetText(part.ID, model.FieldBodyText, p.w.language, strings.Join(items[:index], "\n"))
		})
		return
	}
	items = append(items[:index:index], append([]string{model.CleanCell(head), model.CleanCell(tail)}, items[index+1:]...)...)
	p.atStart = itemKey(part.ID, index+1)
	p.setItems(part, items, index+1)
}

// backspaceItem removes an empty item.
func (p *chaptersPage) backspaceItem(part chapterPart, index int, typed string) bool {
	if typed != "" || p.stuck() {
		return false
	}
	items := p.items(part)
	if len(items) < 2 || index >= len(items) {
		return p.backspace(part, "")
	}
	p.setItems(part, append(items[:index:index], items[index+1:]...), index-1)
	return true
}

// pasteItems makes pasted lines items.
func (p *chaptersPage) pasteItems(part chapterPart, index int, pasted string) bool {
	blocks := model.PastedBlocks(pasted)
	var lines []string
	for _, b := range blocks {
		if b.Role.Tabular() {
			return p.paste(part, pasted)
		}
		lines = append(lines, model.Lines(b.Body)...)
	}
	if len(lines) < 2 {
		return false
	}
	if utf8.RuneCountInString(pasted) > pasteLimit || p.stuck() {
		p.w.inform("chapters.pasteTooLong", "limit", pasteLimit)
		return true
	}
	items := p.items(part)
	index = min(index, len(items)-1)
	rest := append([]string{}, items[index+1:]...)
	if items[index] == "" {
		items = items[:index]
	} else {
		items = items[:index+1]
	}
	items = append(items, lines...)
	p.setItems(part, append(items, rest...), len(items)-1)
	return true
}
