package model

import (
	"strings"
	"unicode"
)

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
// author had not seen the original's standing value, or when a person who had
// seen both has marked it so. A text without letters ("%", "2019–2022") is the
// same in every language and owes no translation.
func (s *State) TextState(id EntityID, base Field, l Language) TextState {
	e := s.Element(id)
	if e == nil {
		return TextMissing
	}
	return s.textState(e, base, l, s.originalLanguage(e, base))
}

func (s *State) textState(e *Element, base Field, l, original Language) TextState {
	if original == "" {
		return TextMissing
	}
	if l == original {
		return TextWritten
	}
	written := e.Value(base.In(l)).Text()
	if written == "" {
		if hasLetters(e.Value(base.In(original)).Text()) {
			return TextNeedsTranslation
		}
		return TextWritten
	}
	if mark := e.standingMark(base, l); mark != nil {
		if mark.Bool() {
			return TextWritten
		}
		return TextOutOfDate
	}
	source, _ := e.Changed(base.In(original))
	translation, _ := e.Changed(base.In(l))
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
	return e != nil && e.standingMark(base, l).Bool()
}

// standingMark returns the mark at a text in language l: true for checked, false
// for held to be out of date, nil for none or for one that a later change of the
// texts has made fall away.
func (e *Element) standingMark(base Field, l Language) Value {
	mark, found := e.Changed(CheckedField(base, l))
	if !found {
		return nil
	}
	for _, other := range Languages() {
		if text, written := e.Changed(base.In(other)); written && !mark.Seen.Covers(text.Change) {
			return nil
		}
	}
	return mark.Value
}

// MarkChecked sets or takes away the mark that the text in language l has been
// held against its original.
func (st *Step) MarkChecked(id EntityID, base Field, l Language, checked bool) error {
	if !checked {
		return st.Set(id, CheckedField(base, l), nil)
	}
	return st.setMark(id, base, l, true)
}

// MarkOutOfDate marks the text in language l as made from an older original, as
// one that comes back from a translator after the original was changed.
func (st *Step) MarkOutOfDate(id EntityID, base Field, l Language) error {
	return st.setMark(id, base, l, false)
}

// setMark sets a mark anew also where the same one stands but has fallen away.
func (st *Step) setMark(id EntityID, base Field, l Language, checked bool) error {
	mark, value := CheckedField(base, l), ValueOf(checked)
	if e := st.state.Element(id); e != nil && e.Value(mark).Equal(value) && e.standingMark(base, l) == nil {
		if err := st.Set(id, mark, nil); err != nil {
			return err
		}
	}
	return st.Set(id, mark, value)
}

func hasLetters(s string) bool { return strings.ContainsFunc(s, unicode.IsLetter) }

// sameAct tells whether both texts were written within one act, as when both
// editions are typed side by side or read from one file.
func sameAct(a, b Candidate) bool {
	return a.Change.Replica == b.Change.Replica && a.AtMillis == b.AtMillis
}

// OriginalLanguage returns the language in which a text of an element was written
// first, "" for one written in no language; see [State.TextState].
func (s *State) OriginalLanguage(id EntityID, base Field) Language {
	e := s.Element(id)
	if e == nil {
		return ""
	}
	return s.originalLanguage(e, base)
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

// translations adds what the programme's other languages lack.
func (c *checker) translations(s *State) {
	languages := c.programme.Languages
	if c.programme.Bilingual() {
		languages = []Language{Finnish, Swedish}
	}
	refs := s.textsOf(c.programme)
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
