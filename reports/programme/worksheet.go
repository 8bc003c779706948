package programme

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"tavoitekartta/model"
	"tavoitekartta/reports/document"
)

// Worksheet is a form that responsible bodies fill for the follow-up of a year.
const Worksheet Kind = "worksheet"

// The names of a worksheet's hidden fields. A file's reader knows by them what
// it was made of.
const (
	WorksheetProgramme = "worksheet:programme"
	WorksheetVersion   = "worksheet:version" // of the frozen content, 0 for a draft
	WorksheetBody      = "worksheet:body"    // empty for the form of every body
	WorksheetYear      = "worksheet:year"
)

// unchosen is the value of a choice in which nothing is chosen. It is not empty:
// programs that fill forms refuse a list with an empty value.
const unchosen = "-"

// worksheet is the form in each language, one after the other.
func (c *composition) worksheet() []document.Part {
	var parts []document.Part
	for i, e := range c.editions {
		sheet := worksheet{edition: e, year: c.worksheetYear(), nameless: c.options.WithoutNames}
		if i > 0 {
			// A second edition asks the same; its fields have names of their own.
			sheet.suffix = ":" + string(e.language)
		}
		part := document.Part{Language: string(e.language), Head: e.head(), Foot: e.foot()}
		if e.several {
			part.Title = e.say("edition")
		}
		part.Blocks = sheet.blocks(c.worksheetBody())
		parts = append(parts, part)
	}
	return parts
}

// hidden is what a kind of report carries along unseen.
func (c *composition) hidden(kind Kind) []document.HiddenField {
	if kind != Worksheet {
		return nil
	}
	version := 0
	if c.options.Version != nil {
		version = c.options.Version.Number
	}
	return []document.HiddenField{
		{Name: WorksheetProgramme, Value: string(c.programme.ID)},
		{Name: WorksheetVersion, Value: strconv.Itoa(version)},
		{Name: WorksheetBody, Value: string(c.worksheetBody())},
		{Name: WorksheetYear, Value: strconv.Itoa(c.worksheetYear())},
	}
}

// worksheetYear is the year chosen, else the one that is due on the day of
// printing.
func (c *composition) worksheetYear() int {
	return cmp.Or(c.options.Choice.Year, c.programme.FollowUpYear(c.options.Today))
}

// worksheetBody is the body that answers for the chosen one, "" for every body's
// form.
func (c *composition) worksheetBody() model.EntityID {
	if body := c.programme.AnsweringFor(c.options.Choice.Body); body != nil {
		return body.ID
	}
	return ""
}

// worksheet puts the form of one language together.
type worksheet struct {
	*edition
	year   int
	suffix string // of the fields' names
	// nameless leaves earlier remarks out: whose names stand in them, nobody knows.
	nameless bool
	// answering are the body of the form and those whose duties have come to it.
	answering []model.EntityID
}

// asked is what a body is asked of a goal.
type asked struct {
	goal     *model.Goal
	measures []*model.Measure
	whole    bool // the body answers for the goal's own indicators too
}

// blocks are the forms of the body, of every one that has something to answer
// where none is named.
func (w *worksheet) blocks(only model.EntityID) []document.Block {
	w.quiet = true
	defer func() { w.quiet = false }()
	var blocks []document.Block
	bodies := w.programme.AnsweringBodies()
	if only != "" {
		bodies = []*model.Body{w.programme.Body(only)}
	}
	for _, body := range bodies {
		if goals := w.askedOf(body.ID); len(goals) > 0 || only != "" {
			blocks = append(blocks, w.form(body, w.named(body.ID), goals)...)
		}
	}
	if only == "" {
		if goals := w.unanswered(); len(goals) > 0 {
			blocks = append(blocks, w.form(&model.Body{}, document.Plain(w.say("worksheet.noBody")), goals)...)
		}
	}
	if len(blocks) == 0 {
		blocks = w.form(&model.Body{}, w.programmeTitle(), nil)
	}
	return blocks
}

// askedOf are the goals and measures that a body answers for in the year, with
// those that it has taken over.
func (w *worksheet) askedOf(body model.EntityID) []asked {
	var goals []asked
	for _, engagement := range w.programme.Engagements(body) {
		a := asked{goal: engagement.Goal, whole: answeredFor(engagement.Whole)}
		for _, m := range engagement.Measures {
			if answeredFor(m.As) && w.due(m.Measure) {
				a.measures = append(a.measures, m.Measure)
			}
		}
		if !a.empty() {
			goals = append(goals, a)
		}
	}
	return goals
}

// unanswered are the goals and measures that no body answers for.
func (w *worksheet) unanswered() []asked {
	var goals []asked
	for g := range w.programme.AllGoals() {
		if answeredFor(g.Bodies) {
			continue
		}
		a := asked{goal: g, whole: true}
		for i := range g.Measures {
			if m := &g.Measures[i]; !answeredFor(m.Bodies) && w.due(m) {
				a.measures = append(a.measures, m)
			}
		}
		if !a.empty() {
			goals = append(goals, a)
		}
	}
	return goals
}

func (a asked) empty() bool {
	return len(a.measures) == 0 && (!a.whole || len(a.goal.Indicators) == 0)
}

func answeredFor(bodies []model.Responsibility) bool {
	return slices.ContainsFunc(bodies, func(r model.Responsibility) bool { return r.Role != model.Partner })
}

// due tells whether a measure is asked about: one that begins after the year is
// not, nor one whose time has passed and that is done or given up.
func (w *worksheet) due(m *model.Measure) bool {
	t := m.Timetable
	if !t.Dated() {
		return true
	}
	if t.LastYear() < w.year {
		return m.Status != model.Completed && m.Status != model.NotCarriedOut
	}
	spans := yearSpans(t)
	return len(spans) == 0 || spans[0][0] <= w.year
}

// form is the form of one body, on pages of its own: it is handed out by itself.
func (w *worksheet) form(of *model.Body, name document.Text, goals []asked) []document.Block {
	body := of.ID
	w.answering = append([]model.EntityID{body}, w.taken(body)...)
	anchor := w.prefix + "worksheet-" + string(body)
	title := w.say("worksheet.title", "year", w.year)
	blocks := []document.Block{document.PageBreak{Begins: name.String() + " · " + title}}
	blocks = append(blocks, w.letterPart(w.identity).Blocks...)
	heading := document.Heading{Level: 1, Eyebrow: document.Plain(title), Text: name, Anchor: anchor}
	if of.ID != "" || len(goals) > 0 {
		heading.Summary = w.programmeTitle()
	}
	blocks = append(blocks, heading)
	if len(w.answering) > 1 {
		blocks = append(blocks, document.Paragraph{Text: w.predecessors(of), Style: document.SmallMuted})
	}
	if len(goals) == 0 {
		return append(blocks, document.Paragraph{Text: document.Plain(w.say("worksheet.nothing", "year", w.year)), Style: document.Body})
	}
	blocks = append(blocks, w.instructions(body)...)
	if !slices.ContainsFunc(goals, func(a asked) bool { return a.goal.Title.In(w.language) != "" }) {
		blocks = append(blocks, document.Paragraph{Text: document.Plain(w.say("sheet.notTranslated")), Style: document.SmallMuted, KeepWithNext: true})
	}
	for _, a := range goals {
		group := document.FormGroup{
			Title:  append(document.Plain(prefixed(a.goal.Number)), w.goalTitle(a.goal)...),
			Anchor: anchor + "-" + string(a.goal.ID), Subject: string(a.goal.ID), Continued: w.say("continued"),
		}
		var asks [][]document.Block
		for _, m := range a.measures {
			asks = append(asks, w.measure(m, body))
		}
		if a.whole {
			// The goal's indicators stay with its last measure.
			last := max(0, len(asks)-1)
			if len(asks) == 0 {
				asks = append(asks, nil)
			}
			for i := range a.goal.Indicators {
				asks[last] = append(asks[last], w.indicator(&a.goal.Indicators[i], body)...)
			}
		}
		for _, ask := range asks {
			group.Blocks = append(group.Blocks, document.Keep{Blocks: ask})
		}
		blocks = append(blocks, group)
	}
	return blocks
}

// taken are the bodies whose duties have come to the body.
func (w *worksheet) taken(body model.EntityID) []model.EntityID {
	var bodies []model.EntityID
	for _, before := range w.programme.Predecessors(body) {
		if body != "" {
			bodies = append(bodies, before.ID)
		}
	}
	return bodies
}

// instructions say where the form goes and until when, and how it is filled.
func (w *worksheet) instructions(body model.EntityID) []document.Block {
	column := func(title string, lines ...document.Text) []document.Paragraph {
		paragraphs := []document.Paragraph{{Text: document.Plain(w.say(title)), Style: document.SmallBold}}
		for _, line := range lines {
			paragraphs = append(paragraphs, document.Paragraph{Text: line, Style: document.Small})
		}
		return paragraphs
	}
	name := func(what string) string {
		return fmt.Sprintf("worksheet-%s-%s%s", what, body, strings.ReplaceAll(w.suffix, ":", "-"))
	}
	return []document.Block{
		document.Columns{Form: true, Columns: [][]document.Paragraph{
			column("worksheet.return", w.receiver()...),
			column("worksheet.fill", document.Plain(w.say("worksheet.fill.text")), document.Plain(w.say("worksheet.noPersons"))),
		}},
		document.FormRow{Fields: []document.FormField{
			{Name: name("until"), Label: document.Plain(w.say("worksheet.until")), Tooltip: w.say("worksheet.until")},
			{Name: name("answerer"), Label: document.Plain(w.say("worksheet.answerer")), Tooltip: w.say("worksheet.answerer"), Share: 2},
		}},
	}
}

// receiver is who takes the answers: the programme's first contact, by role.
func (w *worksheet) receiver() []document.Text {
	var lines []document.Text
	for _, contact := range w.programme.Contacts {
		lines = append(lines, w.text(contact.Role), document.Plain(contact.Address))
		break
	}
	lines = slices.DeleteFunc(lines, func(line document.Text) bool { return len(line) == 0 })
	if len(lines) == 0 {
		return []document.Text{document.Plain(w.say("worksheet.return.text"))}
	}
	return lines
}

func prefixed(number string) string {
	if number == "" {
		return ""
	}
	return number + " "
}

// measure asks how far a measure has come, what was done, and the values of its
// indicators.
func (w *worksheet) measure(m *model.Measure, body model.EntityID) []document.Block {
	title := w.text(m.Title)
	if len(title) == 0 {
		title = document.Plain(w.missing("measureText"))
	}
	named := append(document.Plain(prefixed(m.Number)), title...).String()
	answer := w.before(m.FollowUps)
	choices := []document.FieldChoice{{Value: unchosen, Words: w.say("worksheet.choose")}}
	var hint []string
	for _, status := range model.MeasureStatuses() {
		if status != model.StatusUnknown {
			choices = append(choices, document.FieldChoice{Value: string(status), Words: w.say("worksheet.status." + string(status))})
			hint = append(hint, strings.ReplaceAll(choices[len(choices)-1].Words, " ", noBreak))
		}
	}
	blocks := []document.Block{
		document.Heading{Level: 3, Text: append(document.Plain(prefixed(m.Number)), title...), Subject: string(m.ID)},
		document.Paragraph{Text: w.when(m), Style: document.SmallMuted, KeepWithNext: true},
		document.FormRow{Fields: []document.FormField{
			{Kind: document.ChoiceField, Name: w.field("measure", m.ID, body, "status"), Label: document.Plain(w.say("worksheet.status", "year", w.year)),
				Tooltip: w.say("worksheet.status.tip", "measure", named, "year", w.year), Value: cmp.Or(string(answer.Status), unchosen), Choices: choices,
				Hint: strings.Join(hint, noBreak+"· ")},
			{Name: w.field("measure", m.ID, body, "remark"), Label: document.Plain(w.say("worksheet.remark")), Lines: 3, Grows: true, Share: 2,
				Tooltip: w.say("worksheet.remark.tip", "measure", named, "year", w.year), Value: answer.Remark},
		}},
	}
	for i := range m.Indicators {
		blocks = append(blocks, w.indicator(&m.Indicators[i], body)...)
	}
	return blocks
}

// indicator asks the year's value: whether it is done, a number with a remark,
// or words.
func (w *worksheet) indicator(i *model.Indicator, body model.EntityID) []document.Block {
	title := w.text(i.Title)
	if len(title) == 0 {
		title = document.Plain(w.missing("indicatorText"))
	}
	answer := w.before(i.FollowUps)
	const above = 7 // points that part the indicator from the fields before
	blocks := []document.Block{document.Space{Height: above}, document.Paragraph{
		Text: append(document.Plain(w.say("indicator")+": "), title...), Style: document.SmallBold, KeepWithNext: true,
	}}
	if known := w.indicatorValues(i); len(known) > 0 {
		blocks = append(blocks, document.Paragraph{Text: known, Style: document.SmallMuted, KeepWithNext: true})
	}
	tip := func(key string) string { return w.say(key, "indicator", title.String(), "year", w.year) }
	remark := document.FormField{
		Name: w.field("indicator", i.ID, body, "remark"), Label: document.Plain(w.say("worksheet.note")),
		Tooltip: tip("worksheet.note.tip"), Value: answer.Remark, Share: 2,
	}
	switch i.Kind {
	case model.IndicatorDone:
		done := document.FormField{
			Kind: document.CheckField, Name: w.field("indicator", i.ID, body, "done"),
			Label: document.Plain(w.say("worksheet.done", "year", w.year)), Tooltip: tip("worksheet.done.tip"),
		}
		if answer.Value == doneValue {
			done.Value = document.Checked
		}
		return append(blocks, document.FormRow{Fields: []document.FormField{done, remark}})
	case model.IndicatorSurvey, model.IndicatorJudgement, model.IndicatorUnknown:
		remark.Label, remark.Tooltip, remark.Lines = document.Plain(w.say("worksheet.result", "year", w.year)), tip("worksheet.result.tip"), 2
		if remark.Value == "" {
			remark.Value = w.number(answer.Value)
		}
		return append(blocks, document.FormRow{Fields: []document.FormField{remark}})
	}
	label := document.Plain(w.say("worksheet.value", "year", w.year))
	if unit := w.text(i.Unit); len(unit) > 0 {
		label = joined(label, document.Plain(" ("), unit, document.Plain(")"))
	}
	value := document.FormField{
		Name: w.field("indicator", i.ID, body, "value"), Label: label, Tooltip: tip("worksheet.value.tip"),
		Value: w.number(answer.Value),
	}
	return append(blocks, document.FormRow{Fields: []document.FormField{value, remark}})
}

// doneValue is the value of an indicator that is done or not, when it is.
const doneValue model.Number = "1"

// when is the timetable of a measure, or in words that there is none.
func (w *worksheet) when(m *model.Measure) document.Text {
	switch sign := w.timetableSign(m); {
	case sign == noDateSign:
		return document.Plain(w.say("noOwnDate"))
	case m.Timetable.Unset() && m.TimetablePrinted.Empty():
		return document.Plain(sign)
	default:
		return joined(document.Plain(w.say("timetable")+": "), w.timetableNamed(m))
	}
}

// noBreak is the space at which no line ends.
const noBreak = "\u00A0"

// field is the name of a field: what is asked of which element, by which body.
func (w *worksheet) field(kind string, id, body model.EntityID, what string) string {
	return fmt.Sprintf("%s:%s:%s:%s%s", kind, id, body, what, w.suffix)
}

// before is what the body answered earlier for the year, or one before it did.
func (w *worksheet) before(answers []model.FollowUpAnswer) model.FollowUpAnswer {
	answer := model.AnsweredByOneOf(answers, w.answering, w.year)
	if w.nameless {
		answer.Remark = ""
	}
	return answer
}
