package window

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/model"
	"tavoitekartta/model/text"
)

// facts asks for a body's names, its sector, when it exists and who follows it.
func (p *bodiesPage) facts(body *model.Body) fyne.CanvasObject {
	w := p.w
	names := p.texts(body.ID, model.FieldName, "contents.bodyName", p.titleArea)
	if p.readOnly() {
		objects := []fyne.CanvasObject{names}
		if next := w.work.Programme().Body(body.Successor); next != nil {
			objects = append(objects, p.readValue(w.t("bodies.successor"), p.best(next.Name)))
		}
		return ui.NewFlush(w.panel(ui.NewColumn(theme.Space8, objects...)))
	}
	sectors := append([]model.Sector{model.SectorUnknown}, model.Sectors()...)
	sector := ui.NewSelect(w.kit, w.t("contents.bodies.sector"), worded(w, "contents.sector.", sectors)...)
	sector.SetChosen(max(0, slices.Index(sectors, body.Sector)))
	sector.OnChanged = func(i int) {
		p.edit(func(st *model.Step) error {
			return st.Set(body.ID, model.FieldSector, model.ValueOf(string(sectors[i])))
		})
	}
	p.register(fieldKey(body.ID, model.FieldSector), sector.Focusable())
	from := p.dayField(w.t("bodies.validFrom"), body.ID, model.FieldValidFrom)
	to := p.dayField(w.t("bodies.validTo"), body.ID, model.FieldValidTo)
	p.updates = append(p.updates, func() { p.judgeDays(body.ID, from, to) })
	remove := ui.NewButton(w.kit, ui.ButtonQuiet, w.t("bodies.remove"), func() { p.removeBody(body.ID) }).WithIcon(ui.IconTrash).Compact()
	p.keys["remove"] = remove
	return ui.NewFlush(w.panel(ui.NewColumn(theme.Space8, p.otherClashes(body.ID),
		names, p.duplicateNote(body.ID, model.KindBody, model.FieldName),
		ui.NewFormRow(200, theme.Space8, sector, from, to),
		p.successor(body),
		ui.NewWrap("", "", remove))))
}

// judgeDays says when a body ends before it begins.
func (p *bodiesPage) judgeDays(id model.EntityID, from, to *ui.Field) {
	body := p.w.work.Programme().Body(id)
	if body == nil || p.w.misread(id, model.FieldValidTo) != "" {
		return
	}
	sentence := ""
	if !body.ValidTo.Zero() && !body.ValidFrom.Zero() && body.ValidTo.Before(body.ValidFrom) {
		sentence = p.w.t("finding.endBeforeStart")
	}
	to.SetError(sentence)
}

// successor asks who answers for the body's duties when it has ended.
func (p *bodiesPage) successor(body *model.Body) fyne.CanvasObject {
	w := p.w
	names, ids := p.others(body.ID)
	choice := ui.NewSelect(w.kit, w.t("bodies.successor"), append([]string{w.t("bodies.noSuccessor")}, names...)...).
		WithHint(w.t("bodies.successor.hint"))
	choice.SetChosen(slices.Index(ids, body.Successor) + 1)
	choice.OnChanged = func(i int) {
		next := model.EntityID("")
		if i > 0 {
			next = ids[i-1]
		}
		p.edit(func(st *model.Step) error { return st.Set(body.ID, model.FieldSuccessor, model.ValueOf(next)) })
	}
	k := fieldKey(body.ID, model.FieldSuccessor)
	p.register(k, choice.Focusable())
	for _, f := range w.work.Findings() {
		if f.Entity == body.ID && f.Field == model.FieldSuccessor {
			choice.SetError(w.t("finding." + string(f.Code)))
		}
	}
	return ui.NewFormRow(280, theme.Space8, choice, ui.NewColumn(""))
}

// others are the names and ids of all bodies but one.
func (p *bodiesPage) others(but model.EntityID) (names []string, ids []model.EntityID) {
	for _, b := range p.sorted() {
		if b.ID == but {
			continue
		}
		name, _ := p.title(b.Name, "contents.bodies.unnamed")
		names, ids = append(names, name), append(ids, b.ID)
	}
	return names, ids
}

// removeBody asks and removes a body that nothing names; one with duties is
// joined to another instead.
func (p *bodiesPage) removeBody(id model.EntityID) {
	if duties := p.dutiesOf(id); len(duties) > 0 {
		p.w.inform("bodies.hasDuties", "count", len(duties))
		return
	}
	p.remove(id, "body")
}

// names are the other names that the body goes by, and joining it with another
// entry that is the same body.
func (p *bodiesPage) names(body *model.Body) fyne.CanvasObject {
	w := p.w
	column := ui.NewColumn(theme.Space8, ui.NewBoldLabel(w.t("bodies.names"), theme.TextSubhead),
		ui.NewMutedLabel(w.t("bodies.names.text"), theme.TextSecondary))
	aliases := w.work.State().Children(body.ID, model.KindAlias)
	if len(aliases) == 0 {
		column.Add(ui.NewLabel(w.t("bodies.names.none"), theme.TextBody))
	}
	row := ui.NewWrap("", "")
	for _, alias := range aliases {
		words := joinedNames(alias.Text(model.FieldName))
		if p.readOnly() {
			row.Add(ui.NewBodyChip(w.kit, words, "", nil, nil))
			continue
		}
		chip := ui.NewBodyChip(w.kit, words, "", func() {}, func() {
			p.edit(func(st *model.Step) error { return st.Delete(alias.ID) }, key(body.ID, "alias"))
		})
		p.keys[key(alias.ID, "chip")] = chip.Focusable()
		row.Add(chip)
	}
	column.Add(row)
	if !p.readOnly() {
		column.Add(ui.NewFormRow(280, theme.Space8, p.aliasField(body.ID), ui.NewColumn("")))
		column.Add(p.joining(body))
	}
	return ui.NewFlush(w.panel(column))
}

// joinedNames are the names of an alias, which mostly has one.
func joinedNames(t model.Text) string {
	var words []string
	for _, l := range model.Languages() {
		if s := t.In(l); s != "" && !slices.Contains(words, s) {
			words = append(words, s)
		}
	}
	return strings.Join(words, " / ")
}

// aliasField takes another name of the body with Enter or its button.
func (p *bodiesPage) aliasField(id model.EntityID) fyne.CanvasObject {
	w := p.w
	k := key(id, "alias")
	field := ui.NewField(w.kit, w.t("bodies.names.add")).WithHint(w.t("bodies.names.hint")).WithLimit(model.MaxTitle).WithClean(text.Clean)
	field.SetText(w.misread(id, "alias"))
	add := func() {
		name := text.Clean(strings.TrimSpace(field.Text()))
		if name == "" || field.TooLong() {
			field.Focus()
			return
		}
		if known := w.work.Programme().FindBody(name); known != nil {
			field.SetError(w.t("bodies.names.known", "name", p.best(known.Name)))
			return
		}
		w.tell(w.setMisread(id, "alias", ""))
		p.edit(func(st *model.Step) error {
			alias, err := st.Add(id, model.KindAlias, "")
			if err != nil {
				return err
			}
			return st.SetText(alias, model.FieldName, w.language, name)
		}, k)
	}
	field.OnEnter(add)
	field.OnChanged = func(string) {
		field.SetError("")
		p.draft.typed(k, func() error { return w.setMisread(id, "alias", strings.TrimSpace(field.Text())) })
	}
	field.OnLeave = func(string) { w.tell(p.flush()) }
	p.register(k, field.Focusable())
	button := ui.NewButton(w.kit, ui.ButtonSecondary, w.t("bodies.names.take"), add).WithIcon(ui.IconPlus).Compact()
	p.keys[key(id, "takeAlias")] = button
	return ui.NewColumn(theme.Space4, field, ui.NewWrap("", "", button))
}

// joining makes the chosen entry and another one the same body.
func (p *bodiesPage) joining(body *model.Body) fyne.CanvasObject {
	w := p.w
	names, ids := p.others(body.ID)
	if len(ids) == 0 {
		return ui.NewColumn("")
	}
	choice := ui.NewSelect(w.kit, w.t("bodies.join.with"), names...).WithHint(w.t("bodies.join.hint"))
	if p.joined == "" {
		p.joined = p.likely(body)
	}
	choice.SetChosen(slices.Index(ids, p.joined))
	choice.OnChanged = func(i int) { p.joined = ids[i] }
	p.register(key(body.ID, "join"), choice.Focusable())
	button := ui.NewButton(w.kit, ui.ButtonSecondary, w.t("bodies.join"), func() { p.join(body.ID) }).WithIcon(ui.IconLink).Compact()
	p.keys[key(body.ID, "doJoin")] = button
	objects := []fyne.CanvasObject{ui.NewFormRow(280, theme.Space8, choice, ui.NewColumn("")), ui.NewWrap("", "", button)}
	if twin := w.work.Programme().Body(p.joined); twin != nil && p.joined == p.likely(body) {
		objects = append([]fyne.CanvasObject{ui.NewNotice(w.kit, ui.NoticeWarning, w.t("bodies.join.likely", "name", p.best(twin.Name)))}, objects...)
	}
	return ui.NewColumn(theme.Space8, objects...)
}

// likely returns another entry whose name differs in letter case and spaces
// alone, "" for none.
func (p *bodiesPage) likely(body *model.Body) model.EntityID {
	plain := func(t model.Text) string {
		return strings.ToLower(strings.Join(strings.Fields(p.best(t)), " "))
	}
	for _, other := range p.w.work.Programme().Bodies {
		if other.ID != body.ID && plain(other.Name) != "" && plain(other.Name) == plain(body.Name) {
			return other.ID
		}
	}
	return ""
}

// join asks, and makes the chosen other entry a part of this one.
func (p *bodiesPage) join(into model.EntityID) {
	w := p.w
	programme := w.work.Programme()
	kept, other := programme.Body(into), programme.Body(p.joined)
	if p.stuck() || kept == nil {
		return
	}
	if other == nil {
		w.inform("bodies.join.choose")
		p.focusOn(key(into, "join"))
		return
	}
	question := w.t("bodies.join.question", "other", p.best(other.Name), "kept", p.best(kept.Name))
	ui.Confirm(w.kit, w.window.Canvas(), w.t("bodies.join"), question, w.t("bodies.join"), w.t("action.cancel"), func() {
		if p.edit(func(st *model.Step) error { return model.JoinBodies(st, into, other.ID) }) {
			p.joined = ""
			p.show(key(into, "alias"))
			w.inform("bodies.join.done")
		}
	})
}
