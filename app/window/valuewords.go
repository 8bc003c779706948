package window

import (
	"strconv"
	"strings"

	"tavoitekartta/model"
	"tavoitekartta/model/text"
)

// codeWords are what the keys of the words for a field's codes begin with. A
// role is another thing in each kind.
var codeWords = map[model.Field]string{
	model.FieldProgrammeKind: "programme.kind.", model.FieldStoredState: "programme.state.",
	model.FieldFirstLanguage: "language.", model.FieldOwnerKind: "details.ownerKind.",
	model.FieldStatus: "measureStatus.", model.FieldIndicatorKind: "indicator.kind.",
	model.FieldDirection: "indicator.direction.", model.FieldSector: "contents.sector.",
	model.FieldOrgan: "organ.", model.FieldOutcome: "outcome.",
}

var roleWords = map[model.Kind]string{
	model.KindChapter: "report.chapter.", model.KindSection: "contents.role.", model.KindGoal: "contents.role.",
	model.KindResponsibility: "contents.bodies.role.", model.KindMinutesEntry: "minutes.",
	model.KindMotion: "motion.", model.KindBlock: "block.",
}

// valueName writes a value of a field as it is read, "" for one that is not
// set. Name gives the words for an element that the value names.
func (w *Window) valueName(kind model.Kind, f model.Field, v model.Value, name func(model.EntityID) string) string {
	if len(v) == 0 {
		return ""
	}
	base, _ := f.Split()
	switch model.TypeOf(kind, f) {
	case model.BoolValue:
		if v.Bool() {
			return w.t("value.yes")
		}
		return w.t("value.no")
	case model.IntValue:
		return strconv.Itoa(v.Int())
	case model.ListValue:
		var words []string
		for _, code := range v.List() {
			words = append(words, w.codeName("language.", code))
		}
		return strings.Join(words, ", ")
	case model.TimetableValue:
		return w.timetableWords(v.Timetable())
	case model.DateValue:
		return w.day(v.Date())
	case model.NumberValue:
		return text.FormatNumber(v.Text(), string(w.words.Language()))
	case model.ReferenceValue:
		return name(model.EntityID(v.Text()))
	}
	switch {
	case base == model.FieldPerson:
		return w.personName(model.PersonID(v.Text()))
	case base == model.FieldLegalBasis:
		return w.codeName("legalBasis.", strings.ReplaceAll(v.Text(), "/", "-"))
	case base == model.FieldRole:
		return w.codeName(roleWords[kind], v.Text())
	case codeWords[base] != "":
		return w.codeName(codeWords[base], v.Text())
	}
	return v.Text()
}

// codeName returns the word for a code, or the code where it has none: one that
// a newer version wrote.
func (w *Window) codeName(begin, code string) string {
	if w.words.Has(begin + code) {
		return w.t(begin + code)
	}
	return code
}

// personName returns a person's name, or says that it is not known any more.
func (w *Window) personName(id model.PersonID) string {
	if name := w.work.NameOf(w.ctx, id); name != "" {
		return name
	}
	return w.t("person.erased")
}
