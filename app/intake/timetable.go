package intake

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"tavoitekartta/model"
)

// Timetable is a measure's timetable. In a file it is one of
//
//	{"years": [2019, 2021]}
//	{"from": "2019-spring", "to": "2020-06"}
//	{"from": "2019-02"}                      a single month, season or year
//	"ongoing"
//	"none"                                   the choice of no date of its own
type Timetable struct{ model.Timetable }

// timetableObject is the form of dated timetables.
type timetableObject struct {
	Years []int  `json:"years,omitempty" intake:"year"`
	From  string `json:"from,omitempty" intake:"title"`
	To    string `json:"to,omitempty" intake:"title"`
}

func (t *Timetable) fromNode(d *decoder, n node, _ string) {
	if word, isWord := n.value.(string); isWord {
		kind := model.TimetableKind(word)
		if kind != model.Ongoing && kind != model.NoOwnDate {
			d.add(n, CodeTimetableForm, word)
			return
		}
		t.Timetable = model.Timetable{Kind: kind}
		return
	}
	if _, isObject := n.value.(members); !isObject {
		d.add(n, CodeTimetableForm, "")
		return
	}
	before := len(d.problems)
	var object timetableObject
	d.into(n, reflect.ValueOf(&object).Elem(), "")
	if len(d.problems) > before {
		return
	}
	switch {
	case len(object.Years) > 0 && object.From == "" && object.To == "":
		t.Timetable = model.YearsTimetable(object.Years...)
	case len(object.Years) == 0 && object.From != "":
		t.span(d, n, object)
	default:
		d.add(n, CodeTimetableForm, "")
	}
}

func (t *Timetable) span(d *decoder, n node, object timetableObject) {
	if object.To == "" {
		object.To = object.From
	}
	from, fromKnown := parseMoment(object.From)
	to, toKnown := parseMoment(object.To)
	switch {
	case !fromKnown:
		d.add(node{path: joined(n.path, "from")}, CodeTimetableForm, object.From)
	case !toKnown:
		d.add(node{path: joined(n.path, "to")}, CodeTimetableForm, object.To)
	case !model.PossibleYear(from.Year):
		d.add(node{path: joined(n.path, "from")}, model.CodeYearOutOfRange, object.From)
	case !model.PossibleYear(to.Year):
		d.add(node{path: joined(n.path, "to")}, model.CodeYearOutOfRange, object.To)
	default:
		t.Timetable = model.SpanTimetable(from, to)
		if t.EndsBeforeStart() {
			d.add(n, model.CodeEndBeforeStart, "")
		}
	}
}

// parseMoment reads "2019", "2019-02" or "2019-spring".
func parseMoment(s string) (model.Moment, bool) {
	yearText, rest, hasRest := strings.Cut(s, "-")
	year, err := strconv.Atoi(yearText)
	if err != nil || strconv.Itoa(year) != yearText {
		return model.Moment{}, false
	}
	m := model.Moment{Year: year}
	if !hasRest {
		return m, true
	}
	if slices.Contains(words[reflect.TypeFor[model.Season]()], rest) {
		m.Season = model.Season(rest)
		return m, true
	}
	m.Month, err = strconv.Atoi(rest)
	return m, err == nil && len(rest) == 2 && m.Month >= 1 && m.Month <= 12
}

// formatMoment writes what [parseMoment] reads.
func formatMoment(m model.Moment) string {
	switch {
	case m.Month > 0:
		return fmt.Sprintf("%d-%02d", m.Year, m.Month)
	case m.Season != model.NoSeason:
		return fmt.Sprintf("%d-%s", m.Year, m.Season)
	}
	return strconv.Itoa(m.Year)
}

// MarshalJSON writes the forms that [Read] reads.
func (t Timetable) MarshalJSON() ([]byte, error) {
	switch t.Kind {
	case model.InYears:
		return json.Marshal(timetableObject{Years: t.Years})
	case model.InSpan:
		object := timetableObject{From: formatMoment(t.From)}
		if t.To != t.From {
			object.To = formatMoment(t.To)
		}
		return json.Marshal(object)
	}
	return json.Marshal(t.Kind)
}

// IsZero tells whether no timetable is given.
func (t Timetable) IsZero() bool { return t.Unset() }
