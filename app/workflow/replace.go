package workflow

import (
	"context"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"tavoitekartta/model"
	"tavoitekartta/model/search"
)

// Replacing is what is replaced in a programme, and where.
type Replacing struct {
	Find, With string
	MatchCase  bool // capital letters must be the same
	WholeWords bool // not within longer words
	// Titles and Texts choose the names of elements and all their other texts.
	Titles, Texts bool
	// Languages are those of the texts; nil for all.
	Languages []model.Language
}

// Replacement is one text in which something is replaced.
type Replacement struct {
	Element  model.EntityID
	Kind     model.Kind
	Field    model.Field // with its language
	Language model.Language
	Before   string
	Found    []search.Range // in Before, in order
	After    string
	Put      []search.Range // in After, in order
}

// Replacements returns the texts of the programme in which something would be
// replaced, in printing order. Decisions and comments are records of what was
// said and stay as they are, and so does a field with an open clash. It returns
// [model.ErrLocked] for a programme whose content is locked.
func (w *Work) Replacements(r Replacing) ([]Replacement, error) {
	if w.ReadOnly() {
		return nil, model.ErrLocked
	}
	if r.Find == "" {
		return nil, nil
	}
	var all []Replacement
	clashes := w.state.Clashes()
	for _, e := range textElements(w.state, w.state.Root()) {
		for _, field := range r.fields(e.Kind) {
			inClash := slices.ContainsFunc(clashes, func(c model.Clash) bool { return c.Entity == e.ID && c.Field == field })
			if inClash {
				continue
			}
			if found, any := r.in(e, field); any {
				all = append(all, found)
			}
		}
	}
	return all, nil
}

// Replace makes the chosen replacements as one step and returns how many places
// were replaced. A text that has changed since it was looked at stays as it is.
func (w *Work) Replace(ctx context.Context, chosen []Replacement) (places int, err error) {
	err = w.Edit(ctx, func(st *model.Step) error {
		for _, r := range chosen {
			e := st.State().Element(r.Element)
			if e == nil || !st.State().Present(r.Element) || e.Value(r.Field).Text() != r.Before {
				continue
			}
			if err := st.Set(r.Element, r.Field, model.ValueOf(r.After)); err != nil {
				return err
			}
			places += len(r.Found)
		}
		return nil
	})
	if err != nil {
		return 0, err
	}
	return places, nil
}

// textKinds are the kinds of elements with texts of the programme, in the order
// in which children are printed.
var textKinds = []model.Kind{
	model.KindOwner, model.KindChapter, model.KindBlock, model.KindSection, model.KindGoal, model.KindMeasure,
	model.KindResponsibility, model.KindIndicator, model.KindBody, model.KindAlias, model.KindContact,
}

// textElements returns an element and those under it that have texts of the
// programme, in printing order.
func textElements(s *model.State, id model.EntityID) []*model.Element {
	all := []*model.Element{s.Element(id)}
	for _, kind := range textKinds {
		for _, child := range s.Children(id, kind) {
			all = append(all, textElements(s, child.ID)...)
		}
	}
	return all
}

// nameFields are the texts by which elements are called.
var nameFields = []model.Field{model.FieldTitle, model.FieldName, model.FieldRoleText}

// fields returns the fields of a kind in which is looked, names first.
func (r Replacing) fields(kind model.Kind) []model.Field {
	var names, others []model.Field
	bases := model.TranslatedFields(kind)
	slices.Sort(bases)
	for _, base := range bases {
		for _, l := range model.Languages() {
			switch isName := slices.Contains(nameFields, base); {
			case r.Languages != nil && !slices.Contains(r.Languages, l):
			case isName && r.Titles:
				names = append(names, base.In(l))
			case !isName && r.Texts:
				others = append(others, base.In(l))
			}
		}
	}
	return append(names, others...)
}

// in looks in one text.
func (r Replacing) in(e *model.Element, field model.Field) (Replacement, bool) {
	_, language := field.Split()
	found := Replacement{
		Element: e.ID, Kind: e.Kind, Field: field, Language: model.Language(language), Before: e.Value(field).Text(),
	}
	found.Found = r.places(found.Before)
	var after strings.Builder
	last := 0
	for _, place := range found.Found {
		after.WriteString(found.Before[last:place.Start])
		start := after.Len()
		after.WriteString(r.replacement(found.Before[place.Start:place.End]))
		found.Put = append(found.Put, search.Range{Start: start, End: after.Len()})
		last = place.End
	}
	after.WriteString(found.Before[last:])
	found.After = after.String()
	return found, len(found.Found) > 0 && found.After != found.Before
}

// replacement is what stands in the place of what was found. Where capitals do
// not matter it begins with one if that did.
func (r Replacing) replacement(found string) string {
	first, width := utf8.DecodeRuneInString(r.With)
	was, _ := utf8.DecodeRuneInString(found)
	wanted, _ := utf8.DecodeRuneInString(r.Find)
	if r.MatchCase || width == 0 || !unicode.IsUpper(was) || unicode.IsUpper(wanted) {
		return r.With
	}
	return string(unicode.ToUpper(first)) + r.With[width:]
}

// places returns where the text to find stands in a text, from the left, none
// within another.
func (r Replacing) places(text string) []search.Range {
	var all []search.Range
	for at := 0; at < len(text); {
		if end := r.matchAt(text, at); end > at && (!r.WholeWords || standsAlone(text, at, end)) {
			all = append(all, search.Range{Start: at, End: end})
			at = end
			continue
		}
		_, width := utf8.DecodeRuneInString(text[at:])
		at += width
	}
	return all
}

const softHyphen = '\u00AD'

// matchAt returns where a match that begins at a byte ends, or the byte itself
// for none. A soft hyphen within a word of the text is passed over.
func (r Replacing) matchAt(text string, at int) int {
	end := at
	for _, wanted := range r.Find {
		letter, width := utf8.DecodeRuneInString(text[end:])
		for letter == softHyphen && end > at {
			end += width
			letter, width = utf8.DecodeRuneInString(text[end:])
		}
		if width == 0 || letter == utf8.RuneError && width == 1 || !r.sameLetter(letter, wanted) {
			return at
		}
		end += width
	}
	return end
}

func (r Replacing) sameLetter(a, b rune) bool {
	return a == b || !r.MatchCase && unicode.ToLower(a) == unicode.ToLower(b)
}

// standsAlone tells whether neither a letter nor a digit stands before or after
// a part of a text.
func standsAlone(text string, start, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:start])
	after, _ := utf8.DecodeRuneInString(text[end:])
	return !inWord(before) && !inWord(after)
}

func inWord(letter rune) bool {
	return letter != utf8.RuneError && (unicode.IsLetter(letter) || unicode.IsDigit(letter) || unicode.IsMark(letter))
}
