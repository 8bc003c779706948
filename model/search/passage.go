package search

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"tavoitekartta/model"
)

// passage is one text of an element: of a field, in a language.
type passage struct {
	field    model.Field // with its language, as it is set
	language model.Language
	text     string
	weight   weight
	tokens   []token
}

// token is a word of a passage by its number, and where it stands, in bytes.
type token struct {
	id         wordID
	start, end uint32
}

// same tells whether two passages say the same.
func (p passage) same(other passage) bool {
	return p.field == other.field && p.language == other.language && p.text == other.text && p.weight == other.weight
}

// passagesOf returns the texts of an element, its titles first. What is in no
// particular language is read in the programme's first one.
func passagesOf(s *model.State, e *model.Element, first model.Language) []passage {
	var all []passage
	for f := range e.Fields {
		if p := passageOf(e, f, first); p.text != "" {
			all = append(all, p)
		}
	}
	if body := s.Element(bodyOf(e)); body != nil {
		for _, l := range model.Languages() {
			if name := body.Value(model.FieldName.In(l)).Text(); name != "" {
				all = append(all, passage{field: model.FieldBody, language: l, text: name, weight: inFact})
			}
		}
	}
	slices.SortFunc(all, func(a, b passage) int {
		if a.weight != b.weight {
			return int(a.weight) - int(b.weight)
		}
		if c := strings.Compare(string(a.field), string(b.field)); c != 0 {
			return c
		}
		return strings.Compare(string(a.language), string(b.language))
	})
	return all
}

// passageOf returns what a field says, an empty passage for nothing to search.
func passageOf(e *model.Element, f model.Field, first model.Language) passage {
	value := e.Value(f)
	if value == nil {
		return passage{}
	}
	base, suffix := f.Split()
	if l := model.Language(suffix); l.Valid() {
		p := passage{field: f, language: l, text: value.Text(), weight: inProse}
		switch base {
		case model.FieldTitle, model.FieldName, model.FieldRoleText, model.FieldOrganName:
			p.weight = inTitle
		}
		return p
	}
	p := passage{field: f, language: first, weight: inFact}
	switch base {
	case model.FieldRemark:
		p.text, p.weight = value.Text(), inProse
	case model.FieldAddress, model.FieldRegisterNumber, model.FieldAcceptedBy,
		model.FieldBaselineValue, model.FieldTargetTotal, model.FieldTargetYearly, model.FieldLegalBasis:
		p.text = value.Text()
	case model.FieldFirstYear, model.FieldLastYear, model.FieldBaselineYear:
		p.text = strconv.Itoa(value.Int())
	case model.FieldTarget:
		p.text = suffix + ": " + value.Text()
	case model.FieldParagraph:
		p.text = value.Text() + " §"
	case model.FieldMeetingDate, model.FieldPublished:
		d := value.Date()
		p.text = fmt.Sprintf("%d.%d.%d", d.Day, d.Month, d.Year)
	case model.FieldTimetable:
		p.text = yearsOf(value.Timetable())
	}
	return p
}

// bodyOf returns the body that a responsibility binds, "" for other elements.
func bodyOf(e *model.Element) model.EntityID {
	if e.Kind != model.KindResponsibility {
		return ""
	}
	return model.EntityID(e.Value(model.FieldBody).Text())
}

// yearsOf writes the years of a timetable.
func yearsOf(t model.Timetable) string {
	var years []string
	for _, y := range t.Years {
		years = append(years, strconv.Itoa(y))
	}
	if t.Kind == model.InSpan {
		years = append(years, strconv.Itoa(t.From.Year))
		if t.To.Year != t.From.Year {
			years[0] += "–" + strconv.Itoa(t.To.Year)
		}
	}
	return strings.Join(years, ", ")
}
