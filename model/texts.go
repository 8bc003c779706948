package model

import (
	"cmp"
	"slices"
)

// TextRef names one text of a programme.
type TextRef struct {
	Entity EntityID
	Kind   Kind
	Field  Field // the base, without a language
}

// Texts returns the texts that the editions of a programme owe each other in
// printing order: all that is printed and can be translated, from the title to
// the decision. Those written in no language are left out, and so are aliases of
// bodies, which are looked up and not printed.
func (s *State) Texts() []TextRef {
	p := s.Programme()
	return s.textsOf(&p)
}

func (s *State) textsOf(p *Programme) []TextRef {
	w := &textWalk{state: s}
	w.add(p.ID, KindProgramme, FieldTitle, FieldSubtitle)
	for _, o := range p.Owners {
		w.add(o.ID, KindOwner, FieldName)
	}
	w.add(p.ID, KindProgramme, FieldPreparedBy, FieldCoordinatedWith, FieldSteeringGroup, FieldFollowUpBody,
		FieldLegalBasisText, FieldStrategy, FieldParentProgramme, FieldPredecessor, FieldKeywords, FieldReimbursement,
		FieldPlainText)
	for _, ch := range p.Chapters {
		w.add(ch.ID, KindChapter, FieldTitle, FieldBodyText, FieldAuthorRole)
		for _, b := range ch.Blocks {
			w.add(b.ID, KindBlock, FieldTitle, FieldBodyText, FieldAuthorRole)
		}
	}
	for i := range p.Sections {
		w.add(p.Sections[i].ID, KindSection, FieldTitle, FieldDescription, FieldPlainText)
		eachGoal(p.Sections[i].Goals, w.goal)
	}
	eachGoal(p.Goals, w.goal)
	for _, b := range p.Bodies {
		w.add(b.ID, KindBody, FieldName)
	}
	for _, c := range p.Contacts {
		w.add(c.ID, KindContact, FieldRoleText)
	}
	for i := range p.Decisions {
		w.decision(&p.Decisions[i])
	}
	return w.refs
}

// textWalk gathers the texts of a programme.
type textWalk struct {
	state *State
	refs  []TextRef
}

func (w *textWalk) add(id EntityID, k Kind, bases ...Field) {
	e := w.state.Element(id)
	if e == nil {
		return
	}
	for _, base := range bases {
		if e.anyText(base) {
			w.refs = append(w.refs, TextRef{id, k, base})
		}
	}
}

// anyText tells whether a translated field is written in some language.
func (e *Element) anyText(base Field) bool {
	for _, l := range Languages() {
		if len(e.Value(base.In(l))) > 0 {
			return !e.Text(base).Empty()
		}
	}
	return false
}

func (w *textWalk) goal(g *Goal) bool {
	w.add(g.ID, KindGoal, FieldTitle, FieldDescription, FieldPlainText)
	for i := range g.Measures {
		m := &g.Measures[i]
		w.add(m.ID, KindMeasure, FieldTitle, FieldDescription, FieldTimetablePrinted, FieldBodiesPrinted)
		w.reservations(m.Bodies)
	}
	w.add(g.ID, KindGoal, FieldBodiesPrinted)
	w.reservations(g.Bodies)
	for i := range g.AllIndicators() {
		w.add(i.ID, KindIndicator, FieldTitle, FieldUnit, FieldBaselineSource)
	}
	return true
}

func (w *textWalk) reservations(bodies []Responsibility) {
	for _, r := range bodies {
		w.add(r.ID, KindResponsibility, FieldReservation)
	}
}

func (w *textWalk) decision(d *Decision) {
	w.add(d.ID, KindDecision, FieldOrganName, FieldPreparer, FieldPresenter, FieldProposal,
		FieldRationale, FieldEffects, FieldCosts, FieldAnnexes, FieldAppeal, FieldDecisionText)
	for _, m := range d.Motions {
		w.add(m.ID, KindMotion, FieldBodyText)
	}
	for _, v := range d.Votes {
		w.add(v.ID, KindVote, FieldYesMeaning, FieldNoMeaning)
	}
	for _, o := range d.Dissents {
		w.add(o.ID, KindDissent, FieldBodyText)
	}
	for _, m := range d.Minutes {
		w.add(m.ID, KindMinutesEntry, FieldRoleText)
	}
}

// TextStanding is how one text stands in a language.
type TextStanding struct {
	TextRef
	State         TextState
	Original      Language // in which the text was written first
	Translated    bool     // a translation of its own stands in the language, up to date or not
	Checked       bool
	ChangedMillis int64 // wall clock of the original's last change, Unix milliseconds, for display

	act uint64 // the act in which the original was last changed; acts are in order
}

// Gap tells whether the text is not translated or its translation out of date.
func (t TextStanding) Gap() bool { return t.State == TextNeedsTranslation || t.State == TextOutOfDate }

// Standings returns how each text of the programme stands in language l, in
// printing order.
func (s *State) Standings(l Language) []TextStanding {
	p := s.Programme()
	return s.StandingsOf(&p, l)
}

// StandingsOf is [State.Standings] for who has the state's reading already.
func (s *State) StandingsOf(p *Programme, l Language) []TextStanding {
	refs := s.textsOf(p)
	standings := make([]TextStanding, 0, len(refs))
	acts := map[actKey]uint64{}
	changed := make([]Candidate, 0, len(refs))
	for _, ref := range refs {
		e := s.Element(ref.Entity)
		original := s.originalLanguage(e, ref.Field)
		source, _ := e.Changed(ref.Field.In(original))
		changed = append(changed, source)
		if first, known := acts[actOf(source)]; !known || source.Counter < first {
			acts[actOf(source)] = source.Counter
		}
		standings = append(standings, TextStanding{
			TextRef: ref, State: s.textState(e, ref.Field, l, original), Original: original,
			Translated:    l != original && len(e.Value(ref.Field.In(l))) > 0,
			Checked:       l != original && e.standingMark(ref.Field, l).Bool(),
			ChangedMillis: source.AtMillis,
		})
	}
	for i := range standings {
		standings[i].act = acts[actOf(changed[i])]
	}
	return standings
}

// actKey names an act by who did it and when, as [sameAct] does.
type actKey struct {
	replica  ReplicaID
	atMillis int64
}

func actOf(c Candidate) actKey { return actKey{c.Change.Replica, c.AtMillis} }

// OldestFirst sorts texts by the act in which the original was last changed, the
// oldest first; those of one act stay in their order. Acts are in the order of
// their Lamport counters, which a wrong clock does not disturb.
func OldestFirst(standings []TextStanding) {
	slices.SortStableFunc(standings, func(a, b TextStanding) int { return cmp.Compare(a.act, b.act) })
}

// TranslationCounts says how a programme stands in one language.
type TranslationCounts struct {
	Written      int `json:"written"`      // up to date, those written first in the language included
	Untranslated int `json:"untranslated"` // stand in another language alone
	OutOfDate    int `json:"outOfDate"`    // the original was changed after the translation
	Checked      int `json:"checked"`      // of those written: held against the original by a person
	Original     int `json:"original"`     // of those written: written first in this language
}

// Share returns the texts that stand up to date out of all.
func (c TranslationCounts) Share() Share {
	return Share{Part: c.Written, Whole: c.Written + c.Untranslated + c.OutOfDate}
}

// CountStandings counts how texts stand in language l.
func CountStandings(l Language, standings []TextStanding) TranslationCounts {
	var c TranslationCounts
	for _, t := range standings {
		switch t.State {
		case TextNeedsTranslation:
			c.Untranslated++
			continue
		case TextOutOfDate:
			c.OutOfDate++
			continue
		}
		c.Written++
		if t.Checked {
			c.Checked++
		}
		if t.Original == l {
			c.Original++
		}
	}
	return c
}
