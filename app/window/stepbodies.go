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

// bodiesShown is how many bodies of the register are suggested at once.
const bodiesShown = 12

// bodiesStep asks for the goal's responsible bodies and partners, and how they
// are printed.
func (p *contentsPage) bodiesStep() fyne.CanvasObject {
	w := p.w
	goal, _ := p.goal()
	column := ui.NewColumn(theme.Space8, ui.NewInset("", "", "", theme.FocusMargin, ui.NewMutedLabel(w.t("contents.bodiesText"), theme.TextSecondary)), p.otherClashes(goal.ID))
	for _, role := range []model.ResponsibilityRole{model.Responsible, model.Partner} {
		column.Add(ui.NewInset(theme.Space8, "", "", theme.FocusMargin, ui.NewBoldLabel(w.t("contents.bodies."+string(role)), theme.TextSubhead)))
		ofRole := slices.DeleteFunc(slices.Clone(goal.Bodies), func(r model.Responsibility) bool { return r.Role != role })
		if len(ofRole) == 0 {
			column.Add(ui.NewInset("", "", "", theme.FocusMargin, ui.NewLabel(w.t(p.emptyKey("contents.bodies.none."+string(role), "contents.bodies.noneRead."+string(role))), theme.TextSecondary)))
		}
		column.Add(p.bodyChips(ofRole, false))
		column.Add(p.openBody(ofRole))
		if !p.readOnly() {
			column.Add(ui.NewFormRow(280, theme.Space8, p.bodyField(goal.ID, role, w.t("contents.bodies.add."+string(role))), ui.NewColumn("")))
		}
	}
	if p.readOnly() && goal.BodiesPrinted.Empty() {
		return column
	}
	column.Add(ui.NewInset(theme.Space8, "", "", "", p.texts(goal.ID, model.FieldBodiesPrinted, "contents.bodiesPrinted", func(label string) *ui.Field {
		return ui.NewTitleArea(w.kit, label, 1, 4).WithLimit(model.MaxProse).WithHint(w.t("contents.bodiesPrintedHint"))
	})))
	return column
}

// measureBodies are the bodies of a measure of its own.
func (p *contentsPage) measureBodies(m *model.Measure) fyne.CanvasObject {
	w := p.w
	row := p.bodyChips(m.Bodies, true)
	if p.readOnly() {
		if len(m.Bodies) == 0 {
			return ui.NewLabel(w.t("contents.bodies.sameAsGoal"), theme.TextBody)
		}
		return row
	}
	column := ui.NewColumn("", row, p.openBody(m.Bodies))
	half := w.misread(m.ID, addBodyField(model.Responsible))
	if p.adding == m.ID || half != "" {
		column.Add(p.bodyField(m.ID, model.Responsible, w.t("contents.bodies.addToMeasure")))
	} else {
		button := ui.NewButton(w.kit, ui.ButtonSecondary, w.t("contents.bodies.addShort"), func() {
			p.adding = m.ID
			p.show(key(m.ID, "add/"+string(model.Responsible)))
		}).WithIcon(ui.IconPlus).Compact()
		p.keys[key(m.ID, "addBody")] = button
		row.Add(button)
	}
	return column
}

// bodyChips shows bodies as chips. Pressing one opens its details, its cross
// removes it.
func (p *contentsPage) bodyChips(list []model.Responsibility, roles bool) *fyne.Container {
	w := p.w
	row := ui.NewWrap("", "")
	for _, r := range list {
		name := w.t("contents.bodies.unnamed")
		if body := w.work.Programme().Body(r.Body); body != nil && p.best(body.Name) != "" {
			name = p.best(body.Name)
		}
		note := ""
		switch {
		case r.Leads:
			note = "(" + w.t("term.leads") + ")"
		case roles && r.Role == model.Partner:
			note = "(" + w.t("term.partner") + ")"
		}
		if p.readOnly() {
			row.Add(ui.NewBodyChip(w.kit, name, note, nil, nil))
			continue
		}
		chip := ui.NewBodyChip(w.kit, name, note, func() { p.toggleBody(r.ID) }, func() { p.removeBody(r) })
		p.keys[key(r.ID, "chip")] = chip.Focusable()
		row.Add(chip)
	}
	return row
}

// toggleBody opens or closes the details of a body.
func (p *contentsPage) toggleBody(responsibility model.EntityID) {
	if p.stuck() {
		return
	}
	list := key(p.w.work.State().Parent(responsibility), "bodies")
	if p.open[list] == responsibility {
		p.open[list] = ""
		p.show(key(responsibility, "chip"))
		return
	}
	p.open[list] = responsibility
	p.show(key(responsibility, "role"))
}

func (p *contentsPage) removeBody(r model.Responsibility) {
	add := key(p.w.work.State().Parent(r.ID), "add/"+string(r.Role))
	p.edit(func(st *model.Step) error { return st.Delete(r.ID) }, add)
}

// addBodyField is the field in which a body of a role is added.
func addBodyField(role model.ResponsibilityRole) model.Field { return model.Field("add/" + role) }

// bodyField suggests bodies of the register and takes a new one.
func (p *contentsPage) bodyField(parent model.EntityID, role model.ResponsibilityRole, label string) fyne.CanvasObject {
	w := p.w
	k := fieldKey(parent, addBodyField(role))
	names := map[string]model.EntityID{}
	field := ui.NewSuggest(w.kit, label, func(typed string) []string {
		clear(names)
		var found []string
		for _, body := range p.suggested(parent, typed) {
			name := p.best(body.Name)
			if names[name] == "" {
				names[name] = body.ID
				found = append(found, name)
			}
		}
		return found
	}).WithNew(func(typed string) string { return w.t("suggest.addBody", "name", typed) }).Clearing()
	field.WithHint(w.t("contents.bodies.hint")).WithClean(text.Clean)
	field.SetText(w.misread(parent, addBodyField(role)))
	field.SetError(p.problems[k])
	take := func(id model.EntityID, name string) {
		p.solved(k)
		w.tell(w.setMisread(parent, addBodyField(role), ""))
		p.addBody(parent, role, id, name, k)
	}
	field.OnTaken = func(name string) { take(names[name], name) }
	field.OnNew = func(name string) { take("", name) }
	field.OnChanged = func(string) {
		p.solved(k)
		field.SetError("")
		p.draft.typed(k, func() error { return w.setMisread(parent, addBodyField(role), strings.TrimSpace(field.Text())) })
	}
	field.OnLeave = func(string) {
		w.tell(p.flush())
		if strings.TrimSpace(field.Text()) != "" {
			field.SetError(w.t("contents.bodies.notAdded"))
		}
	}
	p.register(k, field.Focusable())
	return field
}

// suggested returns the register's bodies whose name or alias has a word that
// begins as typed, those that begin so themselves first; the ones that the
// element has already are left out.
func (p *contentsPage) suggested(parent model.EntityID, typed string) []*model.Body {
	programme := p.w.work.Programme()
	has := map[model.EntityID]bool{}
	for _, e := range p.w.work.State().Children(parent, model.KindResponsibility) {
		has[model.EntityID(e.Value(model.FieldBody).Text())] = true
	}
	var ranks [3][]*model.Body
	for i := range programme.Bodies {
		body := &programme.Bodies[i]
		rank := len(ranks)
		for _, name := range append([]model.Text{body.Name}, body.Aliases...) {
			for _, l := range model.Languages() {
				rank = min(rank, likeness(name.In(l), typed))
			}
		}
		if rank < len(ranks) && !has[body.ID] && p.best(body.Name) != "" {
			ranks[rank] = append(ranks[rank], body)
		}
	}
	all := slices.Concat(ranks[0], ranks[1], ranks[2])
	return all[:min(len(all), bodiesShown)]
}

// likeness is 0 for the same name, 1 for one that begins so, 2 for one of whose
// words begins so, 3 for no likeness.
func likeness(name, typed string) int {
	name, typed = strings.ToLower(name), strings.ToLower(typed)
	switch {
	case name == "":
		return 3
	case name == typed:
		return 0
	case strings.HasPrefix(name, typed):
		return 1
	}
	for word := range strings.FieldsSeq(name) {
		if strings.HasPrefix(word, typed) {
			return 2
		}
	}
	return 3
}

// addBody binds a body of the register, or a new one, to a goal or a measure.
// A name that the register has already is that body; one that the element has
// already is told and not added twice.
func (p *contentsPage) addBody(parent model.EntityID, role model.ResponsibilityRole, body model.EntityID, name, focus string) {
	programme := p.w.work.Programme()
	if known := programme.FindBody(name); body == "" && known != nil {
		body = known.ID
	}
	for _, e := range p.w.work.State().Children(parent, model.KindResponsibility) {
		if body != "" && model.EntityID(e.Value(model.FieldBody).Text()) == body {
			p.show(focus)
			p.w.inform("contents.bodies.twice")
			return
		}
	}
	fresh := body == ""
	var added model.EntityID
	p.edit(func(st *model.Step) (err error) {
		if fresh {
			if body, err = st.Add(programme.ID, model.KindBody, ""); err != nil {
				return err
			}
			if err = st.SetText(body, model.FieldName, p.w.language, text.Clean(name)); err != nil {
				return err
			}
		}
		if added, err = st.Add(parent, model.KindResponsibility, ""); err != nil {
			return err
		}
		if err = st.Set(added, model.FieldBody, model.ValueOf(body)); err != nil {
			return err
		}
		if fresh {
			// A new body has more to be told of it than its name.
			p.open[key(parent, "bodies")] = added
		}
		return st.Set(added, model.FieldRole, model.ValueOf(string(role)))
	}, focus)
}

// openBody shows the details of the body of a list that is open.
func (p *contentsPage) openBody(list []model.Responsibility) fyne.CanvasObject {
	w := p.w
	for _, r := range list {
		if p.readOnly() || p.open[key(w.work.State().Parent(r.ID), "bodies")] != r.ID {
			continue
		}
		body := w.work.Programme().Body(r.Body)
		if body == nil {
			continue
		}
		return p.panel(p.bodyDetails(r, body))
	}
	hidden := ui.NewColumn("")
	hidden.Hide()
	return hidden
}

// bodyDetails are what is known of a body and of its part in the goal.
func (p *contentsPage) bodyDetails(r model.Responsibility, body *model.Body) fyne.CanvasObject {
	w := p.w
	roles := []model.ResponsibilityRole{model.Responsible, model.Partner}
	role := ui.NewChoiceRow(w.kit, w.t("contents.bodies.role"), w.t("contents.bodies.role.responsible"), w.t("contents.bodies.role.partner"))
	role.SetChosen(slices.Index(roles, r.Role))
	role.OnChanged = func(chosen []int) {
		p.edit(func(st *model.Step) error {
			return st.Set(r.ID, model.FieldRole, model.ValueOf(string(roles[chosen[0]])))
		})
	}
	for i := range roles {
		p.keys[key(r.ID, "role/"+string(roles[i]))] = role.Chip(i)
	}
	p.keys[key(r.ID, "role")] = role.Chip(max(0, slices.Index(roles, r.Role)))
	leads := ui.NewCheck(w.kit, w.t("contents.bodies.leads"))
	leads.SetChecked(r.Leads)
	leads.OnChanged = func(on bool) { p.setLead(r.ID, on) }
	p.keys[key(r.ID, "leads")] = leads
	sectors := append([]model.Sector{model.SectorUnknown}, model.Sectors()...)
	var words []string
	for _, s := range sectors {
		words = append(words, w.t("contents.sector."+string(s)))
	}
	sector := ui.NewSelect(w.kit, w.t("contents.bodies.sector"), words...)
	sector.SetChosen(max(0, slices.Index(sectors, body.Sector)))
	sector.OnChanged = func(index int) {
		p.edit(func(st *model.Step) error {
			return st.Set(body.ID, model.FieldSector, model.ValueOf(string(sectors[index])))
		})
	}
	p.keys[fieldKey(body.ID, model.FieldSector)] = sector.Focusable()
	closing := ui.NewButton(w.kit, ui.ButtonSecondary, w.t("action.close"), func() { p.toggleBody(r.ID) }).Compact()
	register := ui.NewButton(w.kit, ui.ButtonQuiet, w.t("bodies.details"), func() { w.openBodies(body.ID, "") }).WithIcon(ui.IconBody).Compact()
	return ui.NewColumn(theme.Space8,
		ui.NewInset("", "", "", theme.FocusMargin, ui.NewBoldLabel(w.t("contents.bodies.details", "name", p.best(body.Name)), theme.TextSubhead)),
		ui.NewGrid(280, theme.Space8, role, sector),
		leads,
		p.texts(body.ID, model.FieldName, "contents.bodyName", func(label string) *ui.Field {
			return ui.NewField(w.kit, label).WithLimit(model.MaxTitle).WithHint(w.t("contents.bodyNameHint"))
		}),
		p.sameBodyNote(body.ID),
		ui.NewRow("", nil, closing, register),
	)
}

// setLead makes a body lead, and then no other one of the same element.
func (p *contentsPage) setLead(responsibility model.EntityID, leads bool) {
	state := p.w.work.State()
	siblings := state.Children(state.Parent(responsibility), model.KindResponsibility)
	p.edit(func(st *model.Step) error {
		for _, e := range siblings {
			wanted := leads && e.ID == responsibility
			if e.Value(model.FieldLeads).Bool() == wanted {
				continue
			}
			if err := st.Set(e.ID, model.FieldLeads, model.ValueOf(wanted)); err != nil {
				return err
			}
		}
		return nil
	})
}

// sameBodyNote says that another body of the register has the same name.
func (p *contentsPage) sameBodyNote(body model.EntityID) fyne.CanvasObject {
	return p.duplicateNote(body, model.KindBody, model.FieldName)
}
