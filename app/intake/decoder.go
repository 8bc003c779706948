package intake

import (
	"encoding/json"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"tavoitekartta/model"
)

// words are the codes that a file may use, by the type of the field.
var words = map[reflect.Type][]string{
	reflect.TypeFor[model.Language]():           codes(model.Languages()),
	reflect.TypeFor[model.ProgrammeKind]():      codes(model.ProgrammeKinds()),
	reflect.TypeFor[model.OwnerKind]():          codes(model.OwnerKinds()),
	reflect.TypeFor[model.SectionRole]():        codes(model.SectionRoles()),
	reflect.TypeFor[model.ChapterRole]():        codes(model.ChapterRoles()),
	reflect.TypeFor[model.ResponsibilityRole](): codes([]model.ResponsibilityRole{model.Responsible, model.Partner}),
	reflect.TypeFor[model.Sector]():             codes(model.Sectors()),
	reflect.TypeFor[model.IndicatorKind]():      codes(model.IndicatorKinds()),
	reflect.TypeFor[model.Direction]():          codes([]model.Direction{model.Up, model.Down, model.Steady}),
	reflect.TypeFor[model.Season]():             codes([]model.Season{model.Winter, model.Spring, model.Summer, model.Autumn}),
	reflect.TypeFor[model.Organ]():              codes(model.Organs()),
	reflect.TypeFor[model.Outcome]():            codes(model.Outcomes()),
	reflect.TypeFor[model.BlockRole]():          codes(model.BlockRoles()),
	reflect.TypeFor[model.GoalRole]():           codes(model.GoalRoles()),
	reflect.TypeFor[model.MeasureStatus]():      codes(model.MeasureStatuses()),
	reflect.TypeFor[model.MotionKind]():         codes(model.MotionKinds()),
	reflect.TypeFor[model.MinutesRole]():        codes([]model.MinutesRole{model.Chair, model.MinutesKeeper, model.MinutesChecker}),
}

func codes[T ~string](list []T) []string {
	all := make([]string, len(list))
	for i, c := range list {
		all[i] = string(c)
	}
	return all
}

// fromNode is a type with a form of its own in files.
type fromNode interface {
	fromNode(d *decoder, n node, rule string)
}

// decoder fills typed values from a tree and gathers what does not fit. The
// fields' names are those of the json tags; the tag intake says what a text may
// be: "title" (one line, at most [model.MaxTitle] characters), "prose" (lines,
// at most [model.MaxProse]), "cells" (prose whose lines may have tabs), "paragraph", "register", and of an integer: "year",
// "count".
type decoder struct {
	problems Problems
}

func (d *decoder) add(n node, code model.Code, word string) {
	d.problems = append(d.problems, Problem{Code: code, Path: n.path, Word: quoted(word)})
}

// The words of [CodeWrongType]: what is expected.
const (
	expectObject = "object"
	expectList   = "list"
	expectText   = "text"
	expectNumber = "number"
	expectTruth  = "truth"
)

// into fills v, a settable value, from n under the rule of the field's tag.
func (d *decoder) into(n node, v reflect.Value, rule string) {
	if own, has := v.Addr().Interface().(fromNode); has {
		own.fromNode(d, n, rule)
		return
	}
	switch v.Addr().Interface().(type) {
	case *model.Date:
		d.date(n, v)
		return
	case *model.Number:
		d.number(n, v)
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		d.object(n, v, rule)
	case reflect.Slice:
		d.list(n, v, rule)
	case reflect.Map:
		d.targets(n, v)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		d.into(n, v.Elem(), rule)
	case reflect.String:
		d.text(n, v, rule)
	case reflect.Int:
		d.integer(n, v, rule)
	case reflect.Bool:
		truth, ok := n.value.(bool)
		if !ok {
			d.add(n, CodeWrongType, expectTruth)
			return
		}
		v.SetBool(truth)
	}
}

func (d *decoder) object(n node, v reflect.Value, rule string) {
	fields, ok := n.value.(members)
	if !ok {
		d.add(n, CodeWrongType, expectObject)
		return
	}
	t := v.Type()
	for _, field := range fields {
		i := slices.IndexFunc(reflect.VisibleFields(t), func(f reflect.StructField) bool {
			name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			return name == field.name && name != ""
		})
		if i < 0 {
			d.add(field.value, CodeUnknownField, field.name)
			continue
		}
		own := t.Field(i).Tag.Get("intake")
		if own == "" {
			own = rule // the languages of a text keep the text's rule
		}
		d.into(field.value, v.Field(i), own)
	}
}

func (d *decoder) list(n node, v reflect.Value, rule string) {
	items, ok := n.value.([]node)
	if !ok {
		d.add(n, CodeWrongType, expectList)
		return
	}
	list := reflect.MakeSlice(v.Type(), len(items), len(items))
	for i, item := range items {
		d.into(item, list.Index(i), rule)
	}
	v.Set(list)
}

func (d *decoder) text(n node, v reflect.Value, rule string) {
	s, ok := n.value.(string)
	if !ok {
		d.add(n, CodeWrongType, expectText)
		return
	}
	if known, has := words[v.Type()]; has {
		if !slices.Contains(known, s) {
			d.add(n, model.CodeUnknownWord, s)
			return
		}
		v.SetString(s)
		return
	}
	if limit := limitOf(rule); utf8.RuneCountInString(s) > limit {
		d.problems = append(d.problems, Problem{Code: model.CodeTooLong, Path: n.path, Limit: limit})
		return
	}
	if strings.ContainsFunc(s, func(r rune) bool { return unicode.IsControl(r) && !mayHold(rule, r) }) {
		d.add(n, CodeBadCharacter, "")
		return
	}
	v.SetString(s)
}

// mayHold tells whether a text of the rule may hold a control character.
func mayHold(rule string, r rune) bool {
	return r == '\n' && (rule == "prose" || rule == "cells") || r == '\t' && rule == "cells"
}

func (d *decoder) integer(n node, v reflect.Value, rule string) {
	literal, ok := n.value.(json.Number)
	if !ok {
		d.add(n, CodeWrongType, expectNumber)
		return
	}
	number, err := strconv.Atoi(literal.String())
	switch {
	case rule == "year" && (err != nil || !model.PossibleYear(number)):
		d.add(n, model.CodeYearOutOfRange, literal.String())
	case err != nil:
		d.add(n, model.CodeNoNumber, literal.String())
	case number < 0:
		d.add(n, model.CodeNegative, literal.String())
	case rule == "count" && number > maxVotes:
		d.problems = append(d.problems, Problem{Code: model.CodeTooLong, Path: n.path, Limit: maxVotes})
	default:
		v.SetInt(int64(number))
	}
}

// maxVotes is the model's own bound on the votes of one kind.
const maxVotes = 1000

func (d *decoder) date(n node, v reflect.Value) {
	s, ok := n.value.(string)
	if !ok {
		d.add(n, CodeWrongType, expectText)
		return
	}
	date, err := model.ParseISODate(s)
	if err != nil {
		d.add(n, CodeNoDate, s)
		return
	}
	v.Set(reflect.ValueOf(date))
}

// number takes 12.5 and "12.5", in canonical form or with zeros at the end.
func (d *decoder) number(n node, v reflect.Value) {
	var s string
	switch value := n.value.(type) {
	case json.Number:
		s = value.String()
		if strings.Contains(s, ".") {
			s = strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
		}
	case string:
		s = value
	default:
		d.add(n, CodeWrongType, expectNumber)
		return
	}
	if !model.Number(s).Valid() {
		d.add(n, model.CodeNoNumber, s)
		return
	}
	v.SetString(s)
}

// targets reads an object of years: {"2020": 5}.
func (d *decoder) targets(n node, v reflect.Value) {
	fields, ok := n.value.(members)
	if !ok {
		d.add(n, CodeWrongType, expectObject)
		return
	}
	targets := map[int]model.Number{}
	for _, field := range fields {
		year, err := strconv.Atoi(field.name)
		if err != nil || strconv.Itoa(year) != field.name || !model.PossibleYear(year) {
			d.add(field.value, model.CodeYearOutOfRange, field.name)
			continue
		}
		var target model.Number
		d.number(field.value, reflect.ValueOf(&target).Elem())
		targets[year] = target
	}
	v.Set(reflect.ValueOf(targets))
}
