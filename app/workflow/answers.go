package workflow

import (
	"cmp"
	"errors"
	"maps"
	"slices"
	"strconv"
	"strings"

	"tavoitekartta/app/intake/pdffile"
	"tavoitekartta/model"
	"tavoitekartta/model/text"
)

// Answers are what was filled into a worksheet, before they are held against
// the programme.
type Answers struct {
	Programme model.EntityID
	Year      int
	Answerers []string // who answered, by role, as they wrote it; none where nobody did
	Until     []string // until when the form was to come back, as it stands there
	given     map[answerKey]answerFields
}

// answerKey is one answer: what a body says of a measure or an indicator.
type answerKey struct {
	kind          model.Kind
	element, body model.EntityID
}

// answerFields are what was filled in, by what was asked. A worksheet in two
// languages asks twice.
type answerFields map[answerField][]string

type answerField string

// What a worksheet asks; the words stand in the names of its fields.
const (
	answerStatus answerField = "status"
	answerRemark answerField = "remark"
	answerValue  answerField = "value"
	answerDone   answerField = "done"
)

// The hidden fields of a worksheet, and its values of boxes and choices.
const (
	worksheetProgramme = "worksheet:programme"
	worksheetYear      = "worksheet:year"
	worksheetAnswerer  = "worksheet-answerer-" // and the body
	worksheetUntil     = "worksheet-until-"    // and the body
	worksheetChecked   = "On"
	worksheetUnchosen  = "-" // of a choice in which nothing is chosen
)

// AnswersErrorCode says why a file's answers cannot be read. Its words stand
// under "answers.error.<code>".
type AnswersErrorCode string

// The codes.
const (
	AnswersNoPDF          AnswersErrorCode = "noPDF"
	AnswersEncrypted      AnswersErrorCode = "encrypted"
	AnswersTooLarge       AnswersErrorCode = "tooLarge"
	AnswersDamaged        AnswersErrorCode = "damaged"
	AnswersNoForm         AnswersErrorCode = "noForm" // printed or flattened
	AnswersNotOurs        AnswersErrorCode = "notOurs"
	AnswersOtherProgramme AnswersErrorCode = "otherProgramme"
)

// AnswersError says that a file is no worksheet that can be taken in.
type AnswersError struct{ Code AnswersErrorCode }

func (e *AnswersError) Error() string { return "read answers: " + string(e.Code) }

// ReadAnswers reads a worksheet that came back. The error is an [AnswersError].
func ReadAnswers(pdf []byte) (Answers, error) {
	values, err := pdffile.FormValues(pdf)
	if err != nil {
		return Answers{}, &AnswersError{answersErrorCode(err)}
	}
	year, err := strconv.Atoi(values[worksheetYear])
	if err != nil || values[worksheetProgramme] == "" {
		return Answers{}, &AnswersError{AnswersNotOurs}
	}
	a := Answers{Programme: model.EntityID(values[worksheetProgramme]), Year: year, given: map[answerKey]answerFields{}}
	for _, name := range slices.Sorted(maps.Keys(values)) {
		value := values[name]
		switch written := text.Clean(value); {
		case strings.HasPrefix(name, worksheetAnswerer):
			a.Answerers = withOnce(a.Answerers, written)
		case strings.HasPrefix(name, worksheetUntil):
			a.Until = withOnce(a.Until, written)
		}
		parts := strings.Split(name, ":")
		if len(parts) < 4 {
			continue
		}
		key := answerKey{model.Kind(parts[0]), model.EntityID(parts[1]), model.EntityID(parts[2])}
		if a.given[key] == nil {
			a.given[key] = answerFields{}
		}
		field := answerField(parts[3])
		if field == answerStatus && value == worksheetUnchosen {
			value = ""
		}
		a.given[key][field] = append(a.given[key][field], strings.TrimSpace(value))
	}
	return a, nil
}

// withOnce is a list with a word that is neither empty nor in it already.
func withOnce(list []string, word string) []string {
	if word == "" || slices.Contains(list, word) {
		return list
	}
	return append(list, word)
}

func answersErrorCode(err error) AnswersErrorCode {
	for _, known := range []struct {
		err  error
		code AnswersErrorCode
	}{
		{pdffile.ErrNoPDF, AnswersNoPDF}, {pdffile.ErrEncrypted, AnswersEncrypted},
		{pdffile.ErrTooLarge, AnswersTooLarge}, {pdffile.ErrNoForm, AnswersNoForm},
	} {
		if errors.Is(err, known.err) {
			return known.code
		}
	}
	return AnswersDamaged
}

// empty tells whether nobody filled anything in.
func (f answerFields) empty() bool {
	for field, values := range f {
		for _, value := range values {
			if value != "" && (field != answerDone || value == worksheetChecked) {
				return false
			}
		}
	}
	return true
}

// chosen is what was filled in, of two languages what is not what stood there
// already. It is false when both were filled, and differently.
func (f answerFields) chosen(field answerField, before string) (value string, ok bool) {
	var fresh []string
	for _, v := range f[field] {
		if v != "" && v != strings.TrimSpace(before) && !slices.Contains(fresh, v) {
			fresh = append(fresh, v)
		}
	}
	switch len(fresh) {
	case 0:
		return before, true
	case 1:
		return fresh[0], true
	}
	return "", false
}

// keys are the answers in an order that repeats.
func (a Answers) keys() []answerKey {
	var keys []answerKey
	for key := range a.given {
		keys = append(keys, key)
	}
	slices.SortFunc(keys, func(x, y answerKey) int {
		return cmp.Or(cmp.Compare(x.kind, y.kind), cmp.Compare(x.element, y.element), cmp.Compare(x.body, y.body))
	})
	return keys
}
