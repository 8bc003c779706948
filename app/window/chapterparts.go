package window

import (
	"unicode/utf8"

	"tavoitekartta/app/workflow"
	"tavoitekartta/model"
)

// pasteLimit is the longest text, in characters, that is taken in at once.
const pasteLimit = 10 * model.MaxProse

// paste takes in text from elsewhere that holds more than one paragraph: as
// parts below this one, or in its place while it is empty.
func (p *chaptersPage) paste(part chapterPart, pasted string) bool {
	blocks := model.PastedBlocks(pasted)
	if len(blocks) == 0 || len(blocks) == 1 && blocks[0].Role == model.ParagraphBlock {
		return false
	}
	if utf8.RuneCountInString(pasted) > pasteLimit {
		p.w.inform("chapters.pasteTooLong", "limit", pasteLimit)
		return true
	}
	for _, b := range blocks {
		if b.Role.Tabular() && !p.fits(model.ReadGrid(b.Body)) {
			return true
		}
	}
	if p.stuck() {
		return true
	}
	empty := !part.lead && p.w.work.State().Element(part.ID).Text(model.FieldBodyText).Empty()
	p.insert(part, blocks, func(st *model.Step) error {
		if empty {
			return st.Delete(part.ID)
		}
		return nil
	})
	p.w.inform("chapters.pasted", "count", len(blocks))
	return true
}

// fits tells whether a page holds a table, and says why not.
func (p *chaptersPage) fits(g model.Grid) bool {
	switch {
	case g.Columns() > model.MaxTableColumns:
		p.w.inform("chapters.tooWide", "columns", g.Columns(), "limit", model.MaxTableColumns)
	case len(g) > model.MaxTableRows:
		p.w.inform("chapters.tooHigh", "rows", len(g), "limit", model.MaxTableRows)
	default:
		return true
	}
	return false
}

// insert adds parts after one in one step with another change, and goes to the
// last of them.
func (p *chaptersPage) insert(after chapterPart, parts []model.PastedBlock, also func(*model.Step) error) {
	if p.stuck() {
		return
	}
	var last model.EntityID
	done := p.w.edit(func(st *model.Step) (err error) {
		if last, err = workflow.AddParts(st, p.at.Element, after.ID, p.w.language, parts); err != nil {
			return err
		}
		return also(st)
	})
	if !done {
		return
	}
	p.active = last
	p.w.window.Canvas().Unfocus()
	k := p.firstKey(last, parts[len(parts)-1].Role)
	if len(parts) == 1 {
		p.atStart = k
	}
	p.show(k)
}

// firstKey is the key of the field with which a part begins.
func (p *chaptersPage) firstKey(id model.EntityID, role model.BlockRole) string {
	if role.Listed() {
		return itemKey(id, 0)
	}
	if role.Tabular() {
		return key(id, "grid")
	}
	return fieldKey(id, model.FieldBodyText.In(p.w.language))
}

// divide parts a text at the cursor: what is after it becomes a paragraph.
func (p *chaptersPage) divide(part chapterPart, head, tail string) {
	p.insert(part, []model.PastedBlock{{Role: model.ParagraphBlock, Body: model.CleanBody(model.ParagraphBlock, tail)}}, func(st *model.Step) error {
		return st.SetText(part.ID, model.FieldBodyText, p.w.language, model.CleanBody(part.Role, head))
	})
}

// backspace removes an empty part and goes to the one above.
func (p *chaptersPage) backspace(part chapterPart, typed string) bool {
	if typed != "" || p.stuck() {
		return false
	}
	at := p.order
	k := p.firstKey(part.ID, part.Role)
	above := ""
	for i, other := range at {
		if other == k && i > 0 {
			above = at[i-1]
		}
	}
	element := p.w.work.State().Element(part.ID)
	if part.lead || !element.Text(model.FieldBodyText).Empty() {
		return above != "" && p.focusOn(above)
	}
	p.edit(func(st *model.Step) error { return st.Delete(part.ID) }, above)
	return true
}

// activate takes the bar above the text to a part.
func (p *chaptersPage) activate(id model.EntityID) {
	if p.active == id {
		return
	}
	p.active = id
	if p.bar != nil {
		p.bar.update()
	}
}

// activePart is the part that the bar is for, and its index: the one that had
// the focus last, or the first.
func (p *chaptersPage) activePart() (chapterPart, int) {
	parts := p.parts(p.chapter())
	for i, part := range parts {
		if part.ID == p.active {
			return part, i
		}
	}
	return parts[0], 0
}

// addPart adds an empty part after the active one, or as the last.
func (p *chaptersPage) addPart(role model.BlockRole) {
	chapter := p.chapter()
	if chapter == nil || p.readOnly() || p.stuck() {
		return
	}
	after, _ := p.activePart()
	p.insert(after, []model.PastedBlock{{Role: role}}, func(*model.Step) error { return nil })
}

// lift makes a chapter's own text its first part, so that it can be moved and
// become of another kind.
func lift(st *model.Step, part chapterPart, chapter model.EntityID) (model.Block, error) {
	if !part.lead {
		return part.Block, nil
	}
	id, err := workflow.AddParts(st, chapter, chapter, model.Finnish, []model.PastedBlock{{Role: part.Role}})
	if err != nil {
		return model.Block{}, err
	}
	block := part.Block
	block.ID = id
	for _, l := range model.Languages() {
		for base, words := range map[model.Field]model.Text{model.FieldBodyText: part.Body, model.FieldAuthorRole: part.AuthorRole} {
			if err := st.SetText(id, base, l, words.In(l)); err != nil {
				return model.Block{}, err
			}
			if words.In(l) == "" {
				continue
			}
			if err := st.SetText(chapter, base, l, ""); err != nil {
				return model.Block{}, err
			}
		}
	}
	return block, nil
}

// changeRole makes the active part one of another kind.
func (p *chaptersPage) changeRole(role model.BlockRole) {
	if p.stuck() {
		return
	}
	part, _ := p.activePart()
	if part.Role == role {
		return
	}
	chapter := p.at.Element
	if p.w.edit(func(st *model.Step) error {
		block, err := lift(st, part, chapter)
		if err != nil {
			return err
		}
		p.active = block.ID
		return workflow.ChangeRole(st, block, role)
	}) {
		p.show(p.firstKey(p.active, role))
	}
}

// movePart moves the active part one place up or down.
func (p *chaptersPage) movePart(by int) {
	if p.stuck() {
		return
	}
	part, at := p.activePart()
	parts := p.parts(p.chapter())
	to := at + by
	if to < 0 || to >= len(parts) {
		return
	}
	chapter := p.at.Element
	if p.w.edit(func(st *model.Step) error {
		own, err := lift(st, part, chapter)
		if err != nil {
			return err
		}
		other, err := lift(st, parts[to], chapter)
		if err != nil {
			return err
		}
		p.active = own.ID
		if by > 0 {
			return st.Move(own.ID, chapter, other.ID)
		}
		return st.Move(other.ID, chapter, own.ID)
	}) {
		p.show(p.firstKey(p.active, part.Role))
	}
}

// removePart removes the active part.
func (p *chaptersPage) removePart() {
	if p.stuck() {
		return
	}
	part, at := p.activePart()
	parts := p.parts(p.chapter())
	near := parts[max(0, at-1)]
	if at == 0 && len(parts) > 1 {
		near = parts[1]
	}
	if p.edit(func(st *model.Step) error {
		if !part.lead {
			return st.Delete(part.ID)
		}
		for _, l := range model.Languages() {
			if err := st.SetText(part.ID, model.FieldBodyText, l, ""); err != nil {
				return err
			}
		}
		return nil
	}, p.firstKey(near.ID, near.Role)) && !part.Body.Empty() {
		p.w.inform("chapters.partRemoved")
	}
}
