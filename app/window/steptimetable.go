package window

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/model"
	"tavoitekartta/model/wording"
)

// mostYearChips is how many years are offered as chips; a time outside them is
// written in words.
const mostYearChips = 12

// otherTimeField is the field in which a time is written in words.
const otherTimeField = "timetable/words"

// timetable asks when a measure is carried out.
func (p *contentsPage) timetable(m *model.Measure) fyne.CanvasObject {
	w := p.w
	if p.readOnly() {
		_, words := p.timetableMark(m)
		return p.labelled("contents.timetable", "", ui.NewLabel(words, theme.TextBody))
	}
	years := p.yearsOffered(m)
	var labels []string
	for _, year := range years {
		labels = append(labels, strconv.Itoa(year))
	}
	labels = append(labels, w.t("contents.timetable.ongoing"), w.t("contents.timetable.none"), w.t("contents.timetable.other"))
	row := ui.NewChipRow(w.kit, w.t("contents.timetable"), labels...).WithoutTitle()
	ongoing, none, other := row.Chip(len(years)), row.Chip(len(years)+1), row.Chip(len(years)+2)
	ongoing.WithIcon(ui.IconArrowRight)
	inWords := p.inWords(m, years)
	t := m.Timetable
	for i, year := range years {
		chip := row.Chip(i)
		chip.SetChosen(!inWords && t.Kind == model.InYears && slices.Contains(t.Years, year))
		chip.OnChanged = func(chosen bool) { p.chooseYear(m, year, chosen) }
		p.keys[key(m.ID, "timetable/"+labels[i])] = chip
	}
	ongoing.SetChosen(t.Kind == model.Ongoing)
	ongoing.OnChanged = func(chosen bool) { p.chooseTimetable(m, chosen, model.OngoingTimetable()) }
	none.SetChosen(t.Kind == model.NoOwnDate)
	none.OnChanged = func(chosen bool) { p.chooseTimetable(m, chosen, model.Timetable{Kind: model.NoOwnDate}) }
	other.SetChosen(inWords)
	other.OnChanged = func(chosen bool) { p.chooseWords(m, chosen) }
	p.keys[key(m.ID, "timetable/ongoing")], p.keys[key(m.ID, "timetable/none")] = ongoing, none
	p.keys[key(m.ID, "timetable/other")] = other
	p.keys[fieldKey(m.ID, model.FieldTimetable)] = row.Chip(0)
	row.SetError(p.problems[fieldKey(m.ID, model.FieldTimetable)])
	var content fyne.CanvasObject = row
	if inWords {
		content = ui.NewColumn("", row, p.timeInWords(m))
	}
	return p.labelled("contents.timetable", "contents.timetable.hint", content)
}

// yearsOffered returns the programme's years, and others that the measure has.
func (p *contentsPage) yearsOffered(m *model.Measure) []int {
	programme := p.w.work.Programme()
	var years []int
	if first, last := programme.FirstYear, programme.LastYear; first > 0 && last >= first {
		for year := first; year <= last && len(years) < mostYearChips; year++ {
			years = append(years, year)
		}
	}
	if m.Timetable.Kind == model.InYears && len(m.Timetable.Years) <= mostYearChips {
		years = append(years, m.Timetable.Years...)
	}
	slices.Sort(years)
	return slices.Compact(years)
}

// inWords tells whether a measure's time stands in the field of words: it is a
// span, a month or a season, or is just being written.
func (p *contentsPage) inWords(m *model.Measure, years []int) bool {
	typed := p.w.misread(m.ID, otherTimeField) != ""
	outside := slices.ContainsFunc(m.Timetable.Years, func(year int) bool { return !slices.Contains(years, year) })
	return p.otherTime[m.ID] || typed || m.Timetable.Kind == model.InSpan || outside
}

func (p *contentsPage) chooseYear(m *model.Measure, year int, chosen bool) {
	var years []int
	if m.Timetable.Kind == model.InYears && !p.otherTime[m.ID] {
		years = slices.DeleteFunc(slices.Clone(m.Timetable.Years), func(y int) bool { return y == year })
	}
	if chosen {
		years = append(years, year)
	}
	p.setTimetable(m, model.YearsTimetable(years...))
}

func (p *contentsPage) chooseTimetable(m *model.Measure, chosen bool, t model.Timetable) {
	if !chosen {
		t = model.Timetable{}
	}
	p.setTimetable(m, t)
}

// setTimetable keeps a time chosen with chips.
func (p *contentsPage) setTimetable(m *model.Measure, t model.Timetable) {
	delete(p.otherTime, m.ID)
	p.solved(fieldKey(m.ID, model.FieldTimetable))
	if p.stuck() {
		return
	}
	p.w.tell(p.w.setMisread(m.ID, otherTimeField, ""))
	p.edit(func(st *model.Step) error { return st.Set(m.ID, model.FieldTimetable, model.ValueOf(t)) })
}

// chooseWords opens the field of words. Closing it leaves the years that chips
// can show and takes back what they cannot.
func (p *contentsPage) chooseWords(m *model.Measure, chosen bool) {
	if !chosen {
		t := m.Timetable
		if t.Kind == model.InSpan {
			t = model.Timetable{}
		}
		p.setTimetable(m, t)
		return
	}
	if p.stuck() {
		return
	}
	p.otherTime[m.ID] = true
	p.solved(fieldKey(m.ID, model.FieldTimetable))
	p.w.window.Canvas().Unfocus()
	p.show(key(m.ID, otherTimeField))
}

// timeInWords is the field for a span, a month or a season.
func (p *contentsPage) timeInWords(m *model.Measure) fyne.CanvasObject {
	w := p.w
	k := key(m.ID, otherTimeField)
	field := ui.NewField(w.kit, w.t("contents.timetable.words")).WithHint(w.t("contents.timetable.wordsHint")).WithLimit(120)
	judge := func(typed string) { field.SetError(p.timeSentence(typed)) }
	field.SetText(p.w.timetableWords(m.Timetable))
	if m.Timetable.Unset() {
		field.SetText("")
	}
	if typed := w.misread(m.ID, otherTimeField); typed != "" {
		field.SetText(typed)
	}
	judge(field.Text())
	field.OnChanged = func(string) {
		field.SetError("")
		p.draft.typed(k, func() error { return p.keepTime(m.ID, field.Text()) })
	}
	field.OnLeave = func(string) {
		w.tell(p.flush())
		judge(field.Text())
	}
	p.register(k, field.Focusable())
	return field
}

// errTime says that a time written in words was not understood.
var errTime = errors.New("no time")

func readTime(typed string) (model.Timetable, error) {
	if strings.TrimSpace(typed) == "" {
		return model.Timetable{}, nil
	}
	t, understood := wording.ReadTimetable(typed)
	if !understood || impossible(t) {
		return model.Timetable{}, errTime
	}
	return t, nil
}

// impossible tells whether a timetable has a year on which no programme falls.
func impossible(t model.Timetable) bool {
	if t.Kind == model.InSpan {
		return !model.PossibleYear(t.From.Year) || !model.PossibleYear(t.To.Year)
	}
	return slices.ContainsFunc(t.Years, func(year int) bool { return !model.PossibleYear(year) })
}

// timeSentence says what is wrong with a time in words, "" for nothing.
func (p *contentsPage) timeSentence(typed string) string {
	t, err := readTime(typed)
	programme := p.w.work.Programme()
	switch {
	case err != nil:
		return p.w.t("contents.timetable.unread")
	case t.EndsBeforeStart():
		return p.w.t("finding.endBeforeStart")
	case t.Dated() && programme.FirstYear > 0 && (t.LastYear() > programme.LastYear || t.LastYear() < programme.FirstYear):
		return p.w.t("finding.outsideProgramme")
	}
	return ""
}

// keepTime keeps a time in words when it is understood, and otherwise the words.
func (p *contentsPage) keepTime(measure model.EntityID, typed string) error {
	t, err := readTime(typed)
	left := ""
	if err != nil {
		left = typed
	}
	if err := p.w.setMisread(measure, otherTimeField, left); err != nil {
		return err
	}
	p.otherTime[measure] = true
	p.solved(fieldKey(measure, model.FieldTimetable))
	if err := p.w.work.Edit(p.w.ctx, func(st *model.Step) error {
		return st.Set(measure, model.FieldTimetable, model.ValueOf(t))
	}); err != nil {
		return err
	}
	p.freshen()
	return nil
}

// timetableMark is what a folded measure shows of its timetable, and its words.
// What is missing in a draft is a fact once the programme has been decided.
func (p *contentsPage) timetableMark(m *model.Measure) (fyne.CanvasObject, string) {
	kind := ui.MarkKind("")
	words := p.w.timetableWords(m.Timetable)
	switch {
	case m.Timetable.Unset() && p.readOnly():
		kind, words = ui.MarkInformation, p.w.t("contents.timetable.none")
	case m.Timetable.Unset():
		kind, words = ui.MarkMissing, p.w.t("contents.timetable.missing")
	case m.Timetable.Kind == model.Ongoing:
		return ui.NewRow(theme.Space8, nil, ui.NewIcon(ui.IconArrowRight, theme.ColorPrimary),
			ui.NewLine(words, theme.TextSecondary, theme.ColorText, false)), words
	case m.Timetable.Kind == model.NoOwnDate:
		kind = ui.MarkInformation
	default:
		return ui.NewLine(words, theme.TextSecondary, theme.ColorText, false), words
	}
	return ui.NewMarkWithWord(kind, words, theme.TextSecondary), words
}

// timetableWords writes a timetable as it is printed.
func (w *Window) timetableWords(t model.Timetable) string {
	switch t.Kind {
	case model.InYears:
		var years []string
		for _, year := range t.Years {
			years = append(years, strconv.Itoa(year))
		}
		return strings.Join(years, ", ")
	case model.InSpan:
		from, to := w.momentWords(t.From), w.momentWords(t.To)
		if t.From == t.To {
			return from
		}
		return from + "–" + to
	case model.Ongoing:
		return w.t("contents.timetable.ongoing")
	case model.NoOwnDate:
		return w.t("contents.timetable.none")
	}
	return ""
}

func (w *Window) momentWords(m model.Moment) string {
	year := strconv.Itoa(m.Year)
	switch {
	case m.Month > 0:
		return strconv.Itoa(m.Month) + "/" + year
	case m.Season != model.NoSeason:
		return w.t("contents.season."+string(m.Season)) + " " + year
	}
	return year
}
