package model

// TextState is the state of one text in one language.
type TextState string

// The states of texts.
const (
	TextMissing          TextState = "missing"          // written in no language
	TextWritten          TextState = "written"          // stands in this language, up to date
	TextNeedsTranslation TextState = "needsTranslation" // stands in another language alone
	TextOutOfDate        TextState = "outOfDate"        // the original was changed after this translation
)

// TextState returns the state of an element's text in language l. The original
// is the text in the programme's first language where it is written, else in
// the language that was written first. A translation is out of date when its
// author had not seen the original's standing value.
func (s *State) TextState(id EntityID, base Field, l Language) TextState {
	e := s.Element(id)
	if e == nil {
		return TextMissing
	}
	original := s.originalLanguage(e, base)
	switch {
	case original == "":
		return TextMissing
	case e.Value(base.In(l)).Text() == "":
		return TextNeedsTranslation
	case l == original:
		return TextWritten
	}
	source, _ := e.Changed(base.In(original))
	translation, _ := e.Changed(base.In(l))
	if s.Checked(id, base, l) {
		return TextWritten
	}
	if translation.Seen.Covers(source.Change) || sameAct(source, translation) {
		return TextWritten
	}
	return TextOutOfDate
}

// Checked tells whether a person has held the text in language l against the
// original: whoever set the mark had seen the standing text of every language,
// so the mark falls away by itself when one of them is changed.
func (s *State) Checked(id EntityID, base Field, l Language) bool {
	e := s.Element(id)
	if e == nil {
		return false
	}
	mark, found := e.Changed(CheckedField(base, l))
	if !found || !mark.Value.Bool() {
		return false
	}
	for _, other := range Languages() {
		if text, written := e.Changed(base.In(other)); written && !mark.Seen.Covers(text.Change) {
			return false
		}
	}
	return true
}

// sameAct tells whether both texts were written within one act, as when both
// editions are typed side by side or read from one file.
func sameAct(a, b Candidate) bool {
	return a.Change.Replica == b.Change.Replica && a.AtMillis == b.AtMillis
}

func (s *State) originalLanguage(e *Element, base Field) Language {
	first := Language(s.Element(s.root).Value(FieldFirstLanguage).Text())
	if first.Valid() && e.Value(base.In(first)).Text() != "" {
		return first
	}
	var original Language
	var earliest uint64
	for _, l := range Languages() {
		c, found := e.Changed(base.In(l))
		if found && c.Value.Text() != "" && (original == "" || c.Counter < earliest) {
			original, earliest = l, c.Counter
		}
	}
	return original
}

// TextRef names one text of a programme.
type TextRef struct {
	Entity EntityID
	Kind   Kind
	Field  Field // the base, without a language
}

// Texts returns the texts that both editions of a programme owe each other
// (titles of the programme, its sections, goals, measures and indicators, and
// the names of bodies) in printing order; those written in no language are left out.
func (s *State) Texts() []TextRef {
	var refs []TextRef
	add := func(id EntityID, k Kind, base Field) {
		if e := s.Element(id); e != nil && !e.Text(base).Empty() {
			refs = append(refs, TextRef{id, k, base})
		}
	}
	p := s.Programme()
	add(p.ID, KindProgramme, FieldTitle)
	add(p.ID, KindProgramme, FieldSubtitle)
	for _, ch := range p.Chapters {
		add(ch.ID, KindChapter, FieldTitle)
		add(ch.ID, KindChapter, FieldBodyText)
		for _, b := range ch.Blocks {
			add(b.ID, KindBlock, FieldTitle)
			add(b.ID, KindBlock, FieldBodyText)
			add(b.ID, KindBlock, FieldAuthorRole)
		}
	}
	goal := func(g *Goal) bool {
		add(g.ID, KindGoal, FieldTitle)
		add(g.ID, KindGoal, FieldDescription)
		for _, m := range g.Measures {
			add(m.ID, KindMeasure, FieldTitle)
		}
		for i := range g.AllIndicators() {
			add(i.ID, KindIndicator, FieldTitle)
		}
		return true
	}
	for i := range p.Sections {
		add(p.Sections[i].ID, KindSection, FieldTitle)
		add(p.Sections[i].ID, KindSection, FieldDescription)
		eachGoal(p.Sections[i].Goals, goal)
	}
	eachGoal(p.Goals, goal)
	for _, b := range p.Bodies {
		add(b.ID, KindBody, FieldName)
	}
	return refs
}

// translations adds what the programme's other languages lack.
func (c *checker) translations(s *State) {
	languages := c.programme.Languages
	if c.programme.Bilingual() {
		languages = []Language{Finnish, Swedish}
	}
	refs := s.Texts()
	for _, l := range languages {
		if l == c.programme.FirstLanguage {
			continue
		}
		written := 0
		for _, ref := range refs {
			path := string(ref.Entity) + "." + string(ref.Field.In(l))
			switch s.TextState(ref.Entity, ref.Field, l) {
			case TextNeedsTranslation:
				c.add(Notice, CodeTranslationMissing, ref.Entity, ref.Field.In(l), path)
			case TextOutOfDate:
				c.add(Notice, CodeTranslationOutdated, ref.Entity, ref.Field.In(l), path)
				written++
			default:
				written++
			}
		}
		if written == 0 && c.programme.Bilingual() {
			first := Finding{Severity: Notice, Code: CodeSecondLanguage, Entity: c.programme.ID, Field: FieldTitle.In(l), Path: "title." + string(l)}
			c.findings = append([]Finding{first}, c.findings...)
		}
	}
}

// Bilingual tells whether an owner is a bilingual municipality.
func (p *Programme) Bilingual() bool {
	for _, o := range p.Owners {
		if o.Bilingual {
			return true
		}
	}
	return false
}
