package window

import (
	"strings"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/model"
)

// clashName says of what a clash is: "Tavoite · Nimi suomeksi".
func (w *Window) clashName(c model.Clash) string {
	kind := w.work.State().Element(c.Entity).Kind
	switch c.Kind {
	case model.DeleteClash:
		return w.t("clashes.removedOrEdited", "kind", w.kindName(kind))
	case model.CircleClash:
		return w.t("clashes.circle", "kind", w.kindName(kind))
	}
	return w.kindName(kind) + " · " + w.clashField(kind, c.Field)
}

// clashField is what a field is called, those of places among them.
func (w *Window) clashField(kind model.Kind, f model.Field) string {
	switch f {
	case model.FieldParent, model.FieldPosition:
		return w.t("clashes.place")
	case model.FieldNumber:
		return w.t("clashes.number")
	case model.FieldOrigin:
		return w.t("clashes.origin")
	}
	return w.fieldName(kind, f)
}

// clashPath names what the element of a clash stands in, and the element where
// its name is not what the clash is about.
func (w *Window) clashPath(c model.Clash) string {
	state := w.work.State()
	id := c.Entity
	base, _ := c.Field.Split()
	own := base == model.FieldTitle || base == model.FieldName || base == model.FieldRemark
	if own || c.Kind == model.CircleClash {
		id = state.Parent(id)
	}
	return w.pathTo(id)
}

// pathTo names an element and all that it stands in: section › goal › measure.
func (w *Window) pathTo(id model.EntityID) string {
	state := w.work.State()
	var names []string
	for ; id != "" && id != w.work.ID(); id = state.Parent(id) {
		names = append([]string{w.nameOfElement(id)}, names...)
	}
	return strings.Join(names, " › ")
}

// nameOfElement is what an element is called, or of what kind it is.
func (w *Window) nameOfElement(id model.EntityID) string {
	if name, _, _ := w.whatAndWhere(id); name != "" {
		return name
	}
	e := w.work.State().Element(id)
	switch {
	case e == nil:
		return ""
	case e.Kind == model.KindProgramme:
		words, _ := w.named(e.Text(model.FieldTitle), "programme.untitled")
		return words
	case e.Kind == model.KindResponsibility:
		if body := model.EntityID(e.Value(model.FieldBody).Text()); body != "" && body != id {
			return w.nameOfElement(body)
		}
	case e.Kind == model.KindComment || e.Kind == model.KindFollowUp && e.Value(model.FieldRemark).Text() != "":
		return e.Value(model.FieldRemark).Text()
	}
	return w.kindName(e.Kind)
}

// placeName says where something stands that stands under an element.
func (w *Window) placeName(under model.EntityID) string {
	if under == w.work.ID() {
		return w.t("clashes.inProgramme")
	}
	return w.pathTo(under)
}

// clashValue writes a value of a clash's field as it is read.
func (w *Window) clashValue(c model.Clash, v model.Value) string {
	switch c.Field {
	case model.FieldParent:
		return w.placeName(model.EntityID(v.Text()))
	case model.FieldPosition:
		after := w.work.State().StandsAfter(c.Entity, v.Text())
		if after == "" {
			return w.t("clashes.placeFirst")
		}
		return w.t("clashes.placeAfter", "name", w.nameOfElement(after))
	}
	return w.valueName(w.work.State().Element(c.Entity).Kind, c.Field, v, w.nameOfElement)
}

// isWords tells whether a clash is between texts that a person has written, and
// not between places, codes or persons.
func (w *Window) isWords(c model.Clash) bool {
	kind := w.work.State().Element(c.Entity).Kind
	base, _ := c.Field.Split()
	switch base {
	case model.FieldParent, model.FieldPosition, model.FieldNumber, model.FieldOrigin, model.FieldKind,
		model.FieldPerson, model.FieldLegalBasis, model.FieldRole:
		return false
	}
	return codeWords[base] == "" && model.TypeOf(kind, c.Field) == model.TextValue
}

// clashNote says under a field that it holds several values of which it shows
// the first, and leads to where one is chosen.
func (p *editor) clashNote(id model.EntityID, at model.Field) fyne.CanvasObject {
	return p.noteOfClash(func() (model.Clash, bool) { return p.w.clashOf(id, at) }, func(model.Clash) string {
		return p.w.t("clashes.note")
	})
}

// otherClashes are lines for the clashes of an element that no text field of it
// tells: of its place, its numbers and choices, and those of its bodies.
func (p *editor) otherClashes(id model.EntityID) fyne.CanvasObject {
	w := p.w
	lines := ui.NewColumn("")
	state := w.work.State()
	for _, c := range state.Clashes() {
		base, suffix := c.Field.Split()
		isText := c.Kind == model.FieldClash && base != model.FieldChecked && model.Language(suffix).Valid()
		own := c.Concerns(id, "") && !isText
		e := state.Element(c.Entity)
		if !own && (e.Kind != model.KindResponsibility || state.Parent(c.Entity) != id) {
			continue
		}
		lines.Add(p.noteOfClash(func() (model.Clash, bool) { return w.clashOf(c.Entity, c.Field) }, func(c model.Clash) string {
			return w.t("clashes.noteOf", "field", w.clashName(c))
		}))
	}
	if len(lines.Objects) == 0 {
		lines.Hide()
	}
	return lines
}

// noteOfClash is a line that stands there as long as a clash is open.
func (p *editor) noteOfClash(find func() (model.Clash, bool), say func(model.Clash) string) fyne.CanvasObject {
	box := ui.NewColumn("")
	shown := false
	p.updates = append(p.updates, func() {
		clash, open := find()
		if open == shown {
			return
		}
		shown = open
		box.RemoveAll()
		if open {
			mark := p.w.noticeLine(ui.MarkMissing, say(clash))
			look := ui.NewButton(p.w.kit, ui.ButtonQuiet, p.w.t("clashes.look"), func() { p.w.openClashes(clash.Entity, clash.Field) }).Compact()
			p.keys[fieldKey(clash.Entity, clash.Field+"/clash")] = look
			box.Add(ui.NewInset("", "", "", theme.FocusMargin, mark))
			box.Add(ui.NewRow("", nil, look))
		}
		p.page.relaid()
	})
	return box
}
