package window

import "tavoitekartta/model"

// isThere tells whether an element is in the programme or beside it, so that
// [Window.openField] can show it.
func (w *Window) isThere(id model.EntityID) bool { return id != "" && w.work.State().Present(id) }

// putAside tells whether an element, or what it stands in, is an idea put aside.
func (w *Window) putAside(id model.EntityID) bool {
	state := w.work.State()
	for ; id != "" && id != w.work.ID(); id = state.Parent(id) {
		if e := state.Element(id); e != nil && e.Value(model.FieldAside).Bool() {
			return true
		}
	}
	return false
}

// openField shows where a field of an element is written or, for "", the
// element: in the contents, among the programme's own facts, the bodies, the
// comments and ideas, or in the decision.
func (w *Window) openField(id model.EntityID, field model.Field) {
	if !w.isThere(id) {
		return
	}
	state := w.work.State()
	kind := state.Element(id).Kind
	switch {
	case kind == model.KindComment:
		w.openNotes(state.Parent(id))
		return
	case w.putAside(id):
		w.openNotes("")
		return
	case kind.OfDecision() || field == model.FieldStoredState || field == model.FieldVersion:
		w.openView(viewDecision)
		return
	case kind == model.KindFollowUp:
		w.openField(state.Parent(id), "")
		return
	case kind == model.KindAlias:
		w.openField(state.Parent(id), "")
		return
	}
	f := model.Finding{Entity: id, Field: field}
	if l := languageOf(field); l.Valid() && l != w.language {
		f.Code = model.CodeTranslationMissing // it stands in another language than the head's
	}
	w.openFinding(f)
}
