package window

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/model"
)

// detailsCard is an owner or a contact in its list.
type detailsCard struct {
	id    model.EntityID
	title model.Text
	word  string // at the end of the folded card, "" for none
	body  func() []fyne.CanvasObject
}

// list draws the programme's elements of a kind: cards that open, can be put in
// another order and be removed, and the button that adds one. The texts of the
// list are "details.<kind>.…".
func (p *detailsPage) list(kind model.Kind, cards []detailsCard) []fyne.CanvasObject {
	w := p.w
	words, list := "details."+string(kind), listKey(kind)
	if _, chosen := p.open[list]; !chosen && len(cards) == 1 {
		p.open[list] = cards[0].id
	}
	column := ui.NewColumn(theme.Space4)
	if len(cards) == 0 {
		column.Add(ui.NewInset("", "", theme.Space8, theme.Space4, ui.NewLabel(w.t(words+".none"), theme.TextBody)))
	}
	var movable []*ui.MovableCard
	for i, c := range cards {
		if p.open[list] == c.id {
			movable = append(movable, p.openCard(kind, c, i, len(cards)))
		} else {
			movable = append(movable, p.foldedCard(kind, c, i))
		}
	}
	column.Add(p.movableList(w.work.ID(), kind, movable))
	if p.readOnly() {
		return []fyne.CanvasObject{column}
	}
	add := ui.NewButton(w.kit, ui.ButtonSecondary, w.t(words+".add"), func() { p.add(kind) }).WithIcon(ui.IconPlus)
	k := key(w.work.ID(), "add/"+string(kind))
	if sentence := p.problems[k]; sentence != "" {
		column.Add(ui.NewNotice(w.kit, ui.NoticeError, sentence))
	}
	p.register(k, add)
	column.Add(ui.NewInset(theme.Space4, "", "", "", ui.NewWrap("", "", add)))
	return []fyne.CanvasObject{column}
}

// foldedCard is an element as a row.
func (p *detailsPage) foldedCard(kind model.Kind, c detailsCard, index int) *ui.MovableCard {
	title, language := p.title(c.title, "details."+string(kind)+".untitled")
	label := ui.NewLabel(title, theme.TextBody)
	label.Language = language
	var trailing fyne.CanvasObject
	if c.word != "" {
		trailing = ui.NewLine(c.word, theme.TextSecondary, theme.ColorMuted, false)
	}
	spoken := ui.Spoken{Label: p.w.t("details."+string(kind)+".number", "number", index+1) + ": " + title, Value: c.word}
	card := ui.NewFoldedCard(p.w.kit, fmt.Sprint(index+1), label, trailing, spoken.String(), func() { p.unfold(kind, c.id) })
	p.movable(card, c.id, string(kind))
	return card
}

// unfold opens a card and goes to its first field.
func (p *detailsPage) unfold(kind model.Kind, id model.EntityID) {
	if p.stuck() {
		return
	}
	p.open[listKey(kind)] = id
	p.w.window.Canvas().Unfocus()
	p.show(p.firstOf(kind, id))
}

// firstOf is the key of the first control of a card.
func (p *detailsPage) firstOf(kind model.Kind, id model.EntityID) string {
	switch {
	case p.readOnly():
		return key(id, "fold")
	case kind == model.KindOwner:
		return fieldKey(id, model.FieldName.In(p.w.language))
	}
	return fieldKey(id, model.FieldRoleText.In(p.w.language))
}

// openCard is an element with its fields and what is done with it as a whole.
func (p *detailsPage) openCard(kind model.Kind, c detailsCard, index, count int) *ui.MovableCard {
	w := p.w
	body := ui.NewColumn(theme.Space8, c.body()...)
	row := ui.NewWrap("", "")
	act := func(what string, icon ui.IconName, words string, press func()) {
		button := ui.NewButton(w.kit, ui.ButtonQuiet, words, press).WithIcon(icon).Compact()
		p.keys[key(c.id, what)] = button
		row.Add(button)
	}
	if !p.readOnly() {
		if index > 0 {
			act("up", ui.IconArrowUp, w.t("action.moveUp"), func() { p.reorder(w.work.ID(), kind, index, index-1) })
		}
		if index < count-1 {
			act("down", ui.IconArrowDown, w.t("action.moveDown"), func() { p.reorder(w.work.ID(), kind, index, index+1) })
		}
		act("delete", ui.IconTrash, w.t("details."+string(kind)+".remove"), func() { p.remove(c.id, string(kind)) })
	}
	act("fold", ui.IconChevronUp, w.t("contents.fold"), func() { p.fold(kind, c.id) })
	body.Add(row)
	card := ui.NewOpenCard(w.kit, fmt.Sprint(index+1), body)
	if p.readOnly() {
		card.Fixed()
	}
	return card
}

func (p *detailsPage) fold(kind model.Kind, id model.EntityID) {
	if p.stuck() {
		return
	}
	p.open[listKey(kind)] = ""
	p.w.window.Canvas().Unfocus()
	p.show(key(id, "card"))
}

// add makes a new element at the end of its list and opens it.
func (p *detailsPage) add(kind model.Kind) {
	if p.readOnly() || p.stuck() {
		return
	}
	w := p.w
	var added model.EntityID
	done := w.edit(func(st *model.Step) (err error) {
		if added, err = st.Add(w.work.ID(), kind, ""); err != nil {
			return err
		}
		if kind == model.KindOwner {
			return st.Set(added, model.FieldOwnerKind, model.ValueOf(string(model.Municipality)))
		}
		return nil
	})
	if !done {
		return
	}
	p.solved(key(w.work.ID(), "add/"+string(kind)))
	p.unfold(kind, added)
}

// owners lists the municipalities, regions or projects that own the programme.
func (p *detailsPage) owners() []fyne.CanvasObject {
	w := p.w
	kinds := model.OwnerKinds()
	var cards []detailsCard
	for _, o := range w.work.Programme().Owners {
		word := ""
		if o.Kind != "" {
			word = w.t("details.ownerKind." + string(o.Kind))
		}
		cards = append(cards, detailsCard{id: o.ID, title: o.Name, word: word, body: func() []fyne.CanvasObject {
			objects := []fyne.CanvasObject{
				p.texts(o.ID, model.FieldName, "details.name", p.titleArea),
				p.duplicateNote(o.ID, model.KindOwner, model.FieldName),
			}
			if p.readOnly() {
				objects = append(objects, p.readValue(w.t("details.ownerKind"), p.orNotGiven(word)))
				if o.Bilingual {
					objects = append(objects, ui.NewMarkWithWord(ui.MarkInformation, w.t("details.bilingual"), theme.TextSecondary))
				}
				return objects
			}
			row := ui.NewChoiceRow(w.kit, w.t("details.ownerKind"), worded(w, "details.ownerKind.", kinds)...)
			for i, k := range kinds {
				p.keys[key(o.ID, "kind/"+string(k))] = row.Chip(i)
			}
			if at := slices.Index(kinds, o.Kind); at >= 0 {
				row.SetChosen(at)
			}
			row.OnChanged = func(chosen []int) {
				if len(chosen) > 0 {
					p.setFact(o.ID, model.FieldOwnerKind, model.ValueOf(string(kinds[chosen[0]])))
				}
			}
			bilingual := ui.NewCheck(w.kit, w.t("details.bilingual"))
			bilingual.SetChecked(o.Bilingual)
			bilingual.OnChanged = func(on bool) { p.setFact(o.ID, model.FieldBilingual, model.ValueOf(on)) }
			p.keys[fieldKey(o.ID, model.FieldBilingual)] = bilingual
			return append(objects, row, bilingual)
		}})
	}
	return append([]fyne.CanvasObject{p.guidance("details.owner.text")}, p.list(model.KindOwner, cards)...)
}

// chapters lists the texts around the tables, which are written on a page of
// their own.
func (p *detailsPage) chapters() []fyne.CanvasObject {
	w := p.w
	list := ui.NewColumn(theme.Space4)
	chapters := w.work.Programme().Chapters
	for i := range chapters {
		c := &chapters[i]
		role := w.t("report.chapter." + string(roleOf(c)))
		title, language := p.title(c.Title, "report.chapter."+string(roleOf(c)))
		name := ui.NewBoldLabel(title, theme.TextBody)
		name.Language = language
		row := ui.NewLinkRow(w.kit, ui.MarkDraft, ui.NewColumn("", name, ui.NewMutedLabel(role, theme.TextSecondary)),
			title+", "+role, func() { w.openChapters(c.ID, "") }).On(theme.ColorGround)
		p.register(key(c.ID, "chapter"), row)
		list.Add(row)
	}
	words := "details.chapter.open"
	if len(chapters) == 0 {
		words = "details.chapter.begin"
	}
	open := ui.NewButton(w.kit, ui.ButtonSecondary, w.t(words), func() { w.openChapters("", "") }).WithTrailingIcon(ui.IconArrowRight)
	p.register(key(w.work.ID(), "chapters"), open)
	return []fyne.CanvasObject{p.guidance("details.chapter.text"), list, ui.NewWrap("", "", open)}
}

// contacts lists whom to ask, by role.
func (p *detailsPage) contacts() []fyne.CanvasObject {
	var cards []detailsCard
	for _, c := range p.w.work.Programme().Contacts {
		cards = append(cards, detailsCard{id: c.ID, title: c.Role, word: shortened(c.Address), body: func() []fyne.CanvasObject {
			return []fyne.CanvasObject{
				p.texts(c.ID, model.FieldRoleText, "details.roleText", p.hinted("details.roleText.hint")),
				p.plain(c.ID, model.FieldAddress, "details.contactAddress", "details.contactAddress.hint", model.MaxTitle),
			}
		}})
	}
	return append([]fyne.CanvasObject{p.guidance("details.contact.text")}, p.list(model.KindContact, cards)...)
}

// guidance says what a list is for.
func (p *detailsPage) guidance(words string) fyne.CanvasObject {
	return ui.NewInset("", "", "", theme.Space4, ui.NewMutedLabel(p.w.t(words), theme.TextSecondary))
}
