package window

import "tavoitekartta/model"

// destination is where something is written. In the contents it is the page's
// place, the cards that have to be open for it, and the control, by the keys
// that it may have; among the programme's own facts and in the background
// chapters an element and its field.
type destination struct {
	at     place
	fact   model.Field // of the place's element
	facts  bool        // it stands among the programme's own facts
	bodies bool        // it stands in the register of bodies
	text   bool        // it stands among the background chapters
	clash  bool        // it is settled on the page of clashes
	open   map[string]model.EntityID
	keys   []string
	plain  bool // a text in easy language, which has to be unfolded
	second bool // written in another language than the head's
}

// openDestination shows a destination with the keyboard at its control.
func (w *Window) openDestination(d destination) {
	switch {
	case d.clash:
		w.openClashes(d.at.Element, d.fact)
		return
	case d.bodies:
		w.openBodies(d.at.Element, d.fact)
		return
	case d.facts:
		w.openDetails(d.at.Element, d.fact)
		return
	case d.text:
		w.openChapters(d.at.Element, d.fact)
		return
	}
	page := newContentsPage(w, d.at)
	page.second, page.plainOpen = d.second, d.plain
	for list, card := range d.open {
		page.open[list] = card
	}
	w.goTo(page)
	if w.page != placed(page) {
		return
	}
	for _, key := range d.keys {
		if page.focusOn(key) {
			return
		}
	}
}

// openFinding shows where a finding is mended: in the contents, among the
// programme's own facts, or in the decision.
func (w *Window) openFinding(f model.Finding) {
	if d, found := w.destinationOf(f); found {
		w.openDestination(d)
		return
	}
	if e := w.work.State().Element(f.Entity); e != nil && e.Kind.OfDecision() || f.Code == model.CodeDecisionMissing {
		w.openView(viewDecision)
		return
	}
	w.goTo(newContentsPage(w, place{Programme: w.work.ID()}))
}

// destinationOf returns where a finding is mended, and false for what has no
// place in the contents or among the programme's own facts.
func (w *Window) destinationOf(f model.Finding) (destination, bool) {
	state := w.work.State()
	element := state.Element(f.Entity)
	if element == nil || !state.Present(f.Entity) {
		return destination{}, false
	}
	d := destination{at: place{Programme: w.work.ID(), Element: f.Entity}, open: map[string]model.EntityID{}}
	if f.Code == model.CodeOpenClash {
		d.clash, d.fact = true, f.Field
		return d, true
	}
	first := w.work.Programme().FirstLanguage
	switch f.Code {
	case model.CodeTitleMissing, model.CodeMeasureTextMissing, model.CodeIndicatorUnwritten:
		d.keys = []string{fieldKey(f.Entity, f.Field.In(first))}
		d.second = first != w.language
	case model.CodeTranslationMissing, model.CodeTranslationOutdated:
		d.keys = []string{fieldKey(f.Entity, f.Field)}
		d.second = true
	case model.CodeUnprintable:
		d.keys = []string{fieldKey(f.Entity, f.Field)}
		d.second = languageOf(f.Field) != w.language
	case model.CodeKindUnconfirmed:
		d.keys = []string{key(f.Entity, "confirm"), key(f.Entity, "kind")}
	default:
		d.keys = []string{fieldKey(f.Entity, f.Field)}
	}
	base, _ := f.Field.Split()
	d.plain = base == model.FieldPlainText
	switch element.Kind {
	case model.KindProgramme:
		switch f.Code {
		case model.CodeSectionMissing:
			d.at.Element, d.keys = "", []string{"addSection"}
		case model.CodeDecisionMissing:
			return destination{}, false
		default:
			d.facts, d.fact = true, f.Field
		}
	case model.KindOwner, model.KindContact:
		d.facts, d.fact = true, f.Field
	case model.KindChapter, model.KindBlock:
		d.text, d.fact = true, f.Field
	case model.KindSection:
		if f.Code == model.CodeGoalMissing {
			d.keys = []string{"addGoal"}
		}
	case model.KindGoal:
		d.inGoal(f)
	case model.KindMeasure:
		d.inMeasure(state, f.Entity)
	case model.KindIndicator:
		parent := state.Parent(f.Entity)
		d.at.Element, d.at.Step = goalOf(state, parent), stepIndicators
		d.open[indicatorList(parent)] = f.Entity
	case model.KindResponsibility:
		d.withBody(state, f.Entity)
	case model.KindBody:
		d.bodies, d.fact = true, f.Field
	default:
		return destination{}, false
	}
	return d, true
}

// inGoal is the step of a goal where what it lacks is given.
func (d *destination) inGoal(f model.Finding) {
	switch f.Code {
	case model.CodeMeasureMissing:
		d.at.Step, d.keys = stepMeasures, []string{"add"}
	case model.CodeBodyMissing:
		d.at.Step, d.keys = stepResponsible, []string{key(f.Entity, "add/"+string(model.Responsible))}
	case model.CodeIndicatorMissing:
		d.at.Step, d.keys = stepIndicators, []string{"add"}
	}
}

func (d *destination) inMeasure(state *model.State, measure model.EntityID) {
	goal := state.Parent(measure)
	d.at.Element, d.at.Step = goal, stepMeasures
	d.open[measureList(goal)] = measure
}

// withBody is where a body stands at a goal or a measure, its details open.
func (d *destination) withBody(state *model.State, responsibility model.EntityID) {
	parent := state.Parent(responsibility)
	d.open[key(parent, "bodies")] = responsibility
	d.keys = append(d.keys, key(responsibility, "chip"))
	if e := state.Element(parent); e != nil && e.Kind == model.KindMeasure {
		d.inMeasure(state, parent)
		return
	}
	d.at.Element, d.at.Step = parent, stepResponsible
}

// goalOf returns the goal of an indicator's parent: itself, or a measure's.
func goalOf(state *model.State, parent model.EntityID) model.EntityID {
	if e := state.Element(parent); e != nil && e.Kind == model.KindMeasure {
		return state.Parent(parent)
	}
	return parent
}
