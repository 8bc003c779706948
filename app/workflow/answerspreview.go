package workflow

import (
	"cmp"
	"context"
	"slices"

	"tavoitekartta/model"
	"tavoitekartta/model/text"
)

// AnswerLine is what a worksheet would write of one measure or indicator.
type AnswerLine struct {
	Kind    model.Kind // of a measure or an indicator
	Element model.EntityID
	Body    model.EntityID // "" for none
	// Before is what stands; without an id nothing was answered.
	Before, After model.FollowUpAnswer
}

// StatusLine is a measure whose status would change.
type StatusLine struct {
	Measure       model.EntityID
	Before, After model.MeasureStatus
}

// AnswerProblemCode says what cannot be taken from a worksheet. Its words stand
// under "answers.problem.<code>".
type AnswerProblemCode string

// The codes.
const (
	AnswerGone          AnswerProblemCode = "gone"          // the measure or indicator is no longer there
	AnswerBodyGone      AnswerProblemCode = "bodyGone"      // the body is no longer in the register
	AnswerTwice         AnswerProblemCode = "twice"         // two languages were filled differently
	AnswerUnknownStatus AnswerProblemCode = "unknownStatus" // no word of the list
	AnswerNoNumber      AnswerProblemCode = "noNumber"      // kept as a remark
	AnswerTooLong       AnswerProblemCode = "tooLong"
	AnswerStatusDiffers AnswerProblemCode = "statusDiffers" // bodies disagree: the measure's own status stays
)

// AnswerProblem is something of a worksheet that cannot be taken as it stands.
type AnswerProblem struct {
	Code    AnswerProblemCode
	Element model.EntityID
	Title   model.Text // what the element was called that is no longer there
	Word    string
}

// AnswersPreview is what a worksheet would write, before it is written.
type AnswersPreview struct {
	Year            int
	Answerers       []string     // who answered, by role, as they wrote it
	Until           []string     // until when the form was to come back, as it stands there
	Lines           []AnswerLine // in printing order
	Statuses        []StatusLine
	Problems        []AnswerProblem
	Same, Untouched int // answers that stand already; answers that nobody gave
}

// PreviewAnswers holds a worksheet against the programme and changes nothing. An
// empty field never erases what was answered before. It returns an
// [AnswersError] for another programme's worksheet.
func (w *Work) PreviewAnswers(a Answers) (*AnswersPreview, error) {
	if a.Programme != w.ID() {
		return nil, &AnswersError{AnswersOtherProgramme}
	}
	p := &AnswersPreview{Year: a.Year, Answerers: a.Answerers, Until: a.Until}
	reader := answersReader{work: w, answers: a, preview: p, of: map[model.EntityID][]answerKey{},
		predecessors: map[model.EntityID][]model.EntityID{}, places: map[model.EntityID]int{"": -1}}
	for i := range w.Programme().Bodies {
		reader.places[w.Programme().Bodies[i].ID] = i
	}
	a = reader.followJoined(a)
	reader.answers = a
	keys := a.keys()
	for _, key := range keys {
		reader.of[key.element] = append(reader.of[key.element], key)
	}
	indicators := func(list []model.Indicator) {
		for i := range list {
			reader.element(model.KindIndicator, list[i].ID, list[i].FollowUps)
		}
	}
	for g := range w.Programme().AllGoals() {
		for i := range g.Measures {
			reader.measure(g, &g.Measures[i])
			indicators(g.Measures[i].Indicators)
		}
		indicators(g.Indicators)
	}
	for _, key := range keys {
		if _, left := reader.of[key.element]; left && !a.given[key].empty() {
			p.Problems = append(p.Problems, AnswerProblem{AnswerGone, key.element, w.titleOf(key.element), a.given[key].brief()})
		}
	}
	return p, nil
}

// answersReader holds the answers against one element after the other.
type answersReader struct {
	work    *Work
	answers Answers
	preview *AnswersPreview
	of      map[model.EntityID][]answerKey // what is left, by element
	// predecessors are the bodies before another one, as far as they were asked for.
	predecessors map[model.EntityID][]model.EntityID
	places       map[model.EntityID]int // of the bodies in the register; those without one first
}

// measure reads what bodies say of a measure, and what follows for its status.
func (r *answersReader) measure(g *model.Goal, m *model.Measure) {
	from := len(r.preview.Lines)
	r.element(model.KindMeasure, m.ID, m.FollowUps)
	r.statusOf(g, m, r.preview.Lines[from:])
}

// statusOf notes what lines make of a measure's status.
func (r *answersReader) statusOf(g *model.Goal, m *model.Measure, lines []AnswerLine) {
	all := slices.Clone(m.FollowUps)
	changed := false
	for _, line := range lines {
		if line.After.Status == line.Before.Status {
			continue
		}
		changed = true
		replaced := append([]model.EntityID{line.Body}, r.before(line.Body)...)
		all = slices.DeleteFunc(all, func(a model.FollowUpAnswer) bool {
			return a.Year == line.After.Year && slices.Contains(replaced, a.Body)
		})
		all = append(all, line.After)
	}
	if !changed {
		return
	}
	bodies := m.Bodies
	if len(bodies) == 0 {
		bodies = g.Bodies
	}
	status, agreed := model.AnsweredStatus(all, r.withHeirs(bodies))
	switch {
	case !agreed:
		r.problem(AnswerStatusDiffers, m.ID, "")
	case status != m.Status:
		r.preview.Statuses = append(r.preview.Statuses, StatusLine{m.ID, m.Status, status})
	}
}

// element reads what each body says of an element, in the order of the register.
func (r *answersReader) element(kind model.Kind, id model.EntityID, before []model.FollowUpAnswer) {
	var keys, others []answerKey
	for _, key := range r.of[id] {
		if key.kind == kind {
			keys = append(keys, key)
		} else {
			others = append(others, key)
		}
	}
	if delete(r.of, id); len(others) > 0 {
		r.of[id] = others
	}
	slices.SortStableFunc(keys, func(a, b answerKey) int { return cmp.Compare(r.places[a.body], r.places[b.body]) })
	for _, key := range keys {
		switch _, registered := r.places[key.body]; {
		case r.answers.given[key].empty():
			r.preview.Untouched++
		case !registered:
			r.problem(AnswerBodyGone, id, r.answers.given[key].brief())
		default:
			r.answer(key, before)
		}
	}
}

func (r *answersReader) answer(key answerKey, answered []model.FollowUpAnswer) {
	fields := r.answers.given[key]
	before := model.AnsweredByOneOf(answered, append([]model.EntityID{key.body}, r.before(key.body)...), r.answers.Year)
	if before.Body != key.body {
		before.ID = "" // a body's answer stays its own; the one that came after it gives another
	}
	after := before
	after.Year, after.Body = r.answers.Year, key.body
	r.remark(key, fields, &after)
	r.status(key, fields, &after)
	r.value(key, fields, &after)
	if after.Status == before.Status && after.Value == before.Value && after.Remark == before.Remark {
		r.preview.Same++
		return
	}
	r.preview.Lines = append(r.preview.Lines, AnswerLine{Kind: key.kind, Element: key.element, Body: key.body, Before: before, After: after})
}

// chosen reads one field and tells what is wrong with it.
func (r *answersReader) chosen(key answerKey, fields answerFields, field answerField, before string) string {
	value, ok := fields.chosen(field, before)
	if !ok {
		r.problem(AnswerTwice, key.element, fields.brief())
		return before
	}
	return value
}

// longestRemark bounds what is kept of one field, in bytes.
const longestRemark = 20_000

func (r *answersReader) remark(key answerKey, fields answerFields, after *model.FollowUpAnswer) {
	before := after.Remark
	typed := text.Clean(r.chosen(key, fields, answerRemark, before))
	switch {
	case len(typed) > longestRemark:
		r.problem(AnswerTooLong, key.element, brief(typed))
	case typed != "" && typed != text.Clean(before) && !(before == "" && isNumber(typed, after.Value)):
		after.Remark = typed
	}
}

// isNumber tells whether a number that stands already was only shown in the field.
func isNumber(typed string, number model.Number) bool {
	read, err := text.ParseNumber(typed)
	return err == nil && model.Number(read) == number
}

func (r *answersReader) status(key answerKey, fields answerFields, after *model.FollowUpAnswer) {
	if key.kind != model.KindMeasure {
		return
	}
	status := model.MeasureStatus(r.chosen(key, fields, answerStatus, string(after.Status)))
	if !slices.Contains(model.MeasureStatuses(), status) {
		r.problem(AnswerUnknownStatus, key.element, brief(string(status)))
		return
	}
	after.Status = status
}

// value reads a number; what is none is kept as a remark, so that nothing that
// was typed is lost.
func (r *answersReader) value(key answerKey, fields answerFields, after *model.FollowUpAnswer) {
	if key.kind != model.KindIndicator {
		return
	}
	if slices.Contains(fields[answerDone], worksheetChecked) {
		after.Value = model.NumberOf(1)
	}
	// What stood in the field was written with a comma or a point.
	typed := answerFields{answerValue: nil}
	for _, v := range fields[answerValue] {
		if number, err := text.ParseNumber(v); err == nil {
			v = number
		}
		typed[answerValue] = append(typed[answerValue], v)
	}
	value := r.chosen(key, typed, answerValue, string(after.Value))
	switch {
	case model.Number(value).Valid():
		after.Value = model.Number(value)
	case value != "":
		r.problem(AnswerNoNumber, key.element, brief(value))
		if after.Remark == "" {
			after.Remark = text.Clean(value)
		} else if after.Remark != text.Clean(value) {
			after.Remark = text.Clean(value + "\n" + after.Remark)
		}
	}
}

func (r *answersReader) problem(code AnswerProblemCode, element model.EntityID, word string) {
	r.preview.Problems = append(r.preview.Problems, AnswerProblem{Code: code, Element: element, Word: word})
}

// brief quotes what was filled in.
func (f answerFields) brief() string {
	for _, field := range []answerField{answerRemark, answerValue, answerStatus} {
		for _, value := range f[field] {
			if value != "" {
				return brief(value)
			}
		}
	}
	return ""
}

// TakeAnswers writes what a preview shows, as one step.
func (w *Work) TakeAnswers(ctx context.Context, p *AnswersPreview) error {
	return w.Edit(ctx, func(st *model.Step) error {
		for _, line := range p.Lines {
			if err := takeAnswer(st, line); err != nil {
				return err
			}
		}
		for _, line := range p.Statuses {
			if err := st.Set(line.Measure, model.FieldStatus, model.ValueOf(string(line.After))); err != nil {
				return err
			}
		}
		return nil
	})
}

func takeAnswer(st *model.Step, line AnswerLine) error {
	id := line.Before.ID
	if id == "" {
		var err error
		if id, err = st.Add(line.Element, model.KindFollowUp, ""); err != nil {
			return err
		}
	}
	for _, set := range []struct {
		field model.Field
		value model.Value
	}{
		{model.FieldYear, model.ValueOf(line.After.Year)}, {model.FieldBody, model.ValueOf(line.Body)},
		{model.FieldStatus, model.ValueOf(string(line.After.Status))}, {model.FieldValue, model.ValueOf(line.After.Value)},
		{model.FieldRemark, model.ValueOf(line.After.Remark)},
	} {
		if err := st.Set(id, set.field, set.value); err != nil {
			return err
		}
	}
	return nil
}
