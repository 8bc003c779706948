package workflow

import (
	"fmt"
	"strings"

	"tavoitekartta/model"
)

// UnprintableSign is what a document cannot print with the text of the programme
// in which it is written. Entity is "" for what stands in no text of it, such as
// the name of a person.
type UnprintableSign struct {
	MissingSign
	model.TextRef
	Language model.Language
}

// Missing lists what the document cannot print, before it is made; nothing of a
// document that was printed when its version was approved. It may run beside the
// window.
func (p *PreparedReport) Missing() ([]MissingSign, error) {
	if p.kept != nil {
		return nil, nil
	}
	missing, err := p.reporter.Missing(p.ctx, p.request)
	if err != nil {
		return nil, fmt.Errorf("report: %w", err)
	}
	return missing, nil
}

// Place finds where the signs that a document cannot print are written, in the
// order in which they are printed. A text that is printed more than once is told
// once.
func (w *Work) Place(missing []MissingSign) []UnprintableSign {
	if len(missing) == 0 {
		return nil
	}
	written := w.unprintableTexts()
	type place struct {
		entity model.EntityID
		field  model.Field
		sign   string
	}
	var placed []UnprintableSign
	told := map[place]bool{}
	for _, m := range missing {
		at := UnprintableSign{MissingSign: m}
		for _, t := range written {
			if t.prints(m) {
				at.TextRef, at.Language = t.ref, t.language
				break
			}
		}
		key := place{at.Entity, at.Field.In(at.Language), m.Sign}
		if at.Entity == "" {
			key.field = model.Field(m.Context)
		}
		if !told[key] {
			told[key] = true
			placed = append(placed, at)
		}
	}
	return placed
}

// UnprintableSigns lists what cannot be printed of the texts of the programme,
// whichever document is made.
func (w *Work) UnprintableSigns() []UnprintableSign {
	var all []UnprintableSign
	for _, t := range w.unprintableTexts() {
		for _, sign := range t.signs {
			all = append(all, UnprintableSign{
				MissingSign: MissingSign{Sign: sign, Context: lineWith(t.text, sign), Text: t.text}, TextRef: t.ref, Language: t.language,
			})
		}
	}
	return all
}

// unprintableText is a text with signs that cannot be printed.
type unprintableText struct {
	ref      model.TextRef
	language model.Language
	text     string
	signs    []string
}

func (w *Work) unprintableTexts() []unprintableText {
	var all []unprintableText
	for _, f := range w.unprintable() {
		e := w.state.Element(f.Entity)
		base, language := f.Field.Split()
		all = append(all, unprintableText{
			ref: model.TextRef{Entity: f.Entity, Kind: e.Kind, Field: base}, language: model.Language(language),
			text: e.Value(f.Field).Text(), signs: f.Signs,
		})
	}
	return all
}

// prints tells whether what is printed says the text, or its line or cell with
// the sign.
func (t unprintableText) prints(m MissingSign) bool {
	for part := range strings.FieldsFuncSeq(t.text, func(r rune) bool { return r == '\n' || r == '\t' }) {
		if strings.Contains(part, m.Sign) && strings.Contains(m.Text, strings.TrimSpace(part)) {
			return true
		}
	}
	return false
}

// lineWith is the first line of a text that has the sign.
func lineWith(written, sign string) string {
	for line := range strings.SplitSeq(written, "\n") {
		if strings.Contains(line, sign) {
			return line
		}
	}
	return written
}
