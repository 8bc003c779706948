package window

import (
	"strings"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/model"
)

// dayPage shows the programme as it was at the end of a day: its sections,
// goals and measures. Nothing can be changed on it.
type dayPage struct {
	w         *Window
	from      *historyPage
	day       model.Date
	programme model.Programme
	open      map[model.EntityID]int // of each open section the most parts shown; "" for the goals without one
	leave     *ui.Button
}

// partsAtOnce is how many goals and measures of a section are put on the page at
// a time. A programme of no more is shown with all of its sections open.
const partsAtOnce = 120

// openDay shows the programme as it was on a day, with a way back.
func (w *Window) openDay(from *historyPage, day model.Date) {
	state, err := from.history.StateOn(day)
	if err != nil {
		w.tell(err)
		return
	}
	p := &dayPage{w: w, from: from, day: day, programme: state.Programme(), open: map[model.EntityID]int{}}
	if counts := p.programme.Counts(); counts.Goals+counts.Measures <= partsAtOnce {
		for i := range p.programme.Sections {
			p.open[p.programme.Sections[i].ID] = partsAtOnce
		}
		p.open[""] = partsAtOnce
	}
	w.goTo(p)
}

func (p *dayPage) name() string          { return "history/day" }
func (p *dayPage) first() fyne.Focusable { return p.leave }
func (p *dayPage) flush() error          { return nil }
func (p *dayPage) back()                 { p.w.goTo(p.from) }
func (p *dayPage) next()                 {}

func (p *dayPage) content() fyne.CanvasObject {
	w := p.w
	p.leave = ui.NewButton(w.kit, ui.ButtonSecondary, w.t("history.back"), p.back).WithIcon(ui.IconArrowLeft)
	title, language := w.named(p.programme.Title, "programme.untitled")
	heading := ui.NewBoldLabel(title, theme.TextPage)
	heading.Language = language
	kind, word := w.stateOf(p.programme.State)
	counts := p.programme.Counts()
	facts := strings.Join([]string{
		w.t("count.sections", "count", counts.Sections), w.t("count.goals", "count", counts.Goals),
		w.t("count.measures", "count", counts.Measures),
	}, " · ")
	column := ui.NewColumn(theme.Space12,
		ui.NewRow("", nil, p.leave),
		ui.NewFlush(ui.NewNotice(w.kit, ui.NoticeWarning, w.t("history.asOf", "day", w.day(p.day)))),
		ui.NewFlush(heading),
		ui.NewFlush(ui.NewApart(theme.Space16, ui.NewMutedLabel(facts, theme.TextSecondary), ui.NewStateBadge(kind, word))))
	for i := range p.programme.Sections {
		s := &p.programme.Sections[i]
		name, language := w.named(s.Title, "contents.untitledSection")
		p.addSection(column, s.ID, s.Number, name, language, s.Goals)
	}
	if len(p.programme.Goals) > 0 {
		p.addSection(column, "", "", w.t("contents.noSection"), "", p.programme.Goals)
	}
	if len(p.programme.Sections)+len(p.programme.Goals) == 0 {
		column.Add(ui.NewFlush(ui.NewLabel(w.t("history.noContent"), theme.TextBody)))
	}
	page := ui.NewPage(w.kit, column)
	page.SetNarrow(w.frame.narrow)
	return page
}

// addSection adds a section's heading, which opens and folds it, and its goals.
func (p *dayPage) addSection(column *fyne.Container, id model.EntityID, number, name, language string, goals []model.Goal) {
	w := p.w
	count, state := w.t("count.goals", "count", len(goals)), w.t("tree.closed")
	sign := ui.IconChevronRight
	room, open := p.open[id]
	if open {
		sign, state = ui.IconChevronDown, w.t("tree.open")
	}
	title := ui.NewBoldLabel(strings.TrimSpace(number+" "+name), theme.TextSection)
	title.Language = language
	spoken := ui.Spoken{Label: strings.TrimSpace(number + " " + name), Value: count + ", " + state}
	content := ui.NewColumn("", title, ui.NewMutedLabel(count, theme.TextSmallest))
	column.Add(ui.NewPlainRow(w.kit, sign, content, spoken.String(), func() {
		if p.open[id] = partsAtOnce; open {
			delete(p.open, id)
		}
		w.rebuild()
	}).On(theme.ColorGround))
	if !open {
		return
	}
	for i := range goals {
		if room <= 0 {
			break
		}
		column.Add(ui.NewFlush(p.goal(&goals[i], &room)))
	}
	if parts(goals) > p.open[id] {
		more := ui.NewButton(w.kit, ui.ButtonSecondary, w.t("history.moreOfSection"), func() {
			p.open[id] += partsAtOnce
			w.rebuild()
		})
		column.Add(ui.NewRow("", nil, more))
	}
}

// parts counts goals with their sub-goals and measures.
func parts(goals []model.Goal) int {
	count := 0
	for i := range goals {
		count += 1 + len(goals[i].Measures) + parts(goals[i].SubGoals)
	}
	return count
}

// goal is a goal with its measures, bodies and indicators, as far as there is
// room: for so many goals and measures more.
func (p *dayPage) goal(g *model.Goal, room *int) fyne.CanvasObject {
	*room--
	w := p.w
	name, language := w.named(g.Title, "contents.untitledGoal")
	title := ui.NewBoldLabel(g.Number+" "+name, theme.TextSubhead)
	title.Language = language
	content := ui.NewColumn(theme.Space4, title)
	add := func(t model.Text) {
		if words, language := t.Best(w.language); words != "" {
			label := ui.NewLabel(words, theme.TextChip)
			label.Language = string(language)
			content.Add(label)
		}
	}
	add(g.Description)
	p.addFacts(content, g.Bodies, g.BodiesPrinted, g.Indicators)
	for i := range g.Measures {
		if *room--; *room < 0 {
			break
		}
		m := &g.Measures[i]
		content.Add(ui.NewInset(theme.Space4, "", theme.Space4, "", w.line()))
		name, language := w.named(m.Title, "contents.untitledMeasure")
		words := ui.NewLabel(m.Number+" "+name, theme.TextChip)
		words.Language = language
		time := w.timetableWords(m.Timetable)
		if time == "" {
			time = w.t("contents.timetable.missing")
		}
		content.Add(ui.NewApart(theme.Space16, words, ui.NewLine(time, theme.TextSecondary, theme.ColorMuted, false)))
		p.addFacts(content, m.Bodies, m.BodiesPrinted, m.Indicators)
	}
	for i := range g.SubGoals {
		if *room <= 0 {
			break
		}
		content.Add(ui.NewInset(theme.Space8, "", "", "", p.goal(&g.SubGoals[i], room)))
	}
	return w.panel(content)
}

// addFacts adds who answers and by what it is seen, a line for each kind.
func (p *dayPage) addFacts(content *fyne.Container, bodies []model.Responsibility, printed model.Text, indicators []model.Indicator) {
	w := p.w
	names := map[model.ResponsibilityRole][]string{}
	for _, r := range bodies {
		if body := p.programme.Body(r.Body); body != nil {
			name, _ := w.named(body.Name, "contents.bodies.unnamed")
			names[r.Role] = append(names[r.Role], name)
		}
	}
	line := func(key, words string) {
		if words != "" {
			content.Add(ui.NewMutedLabel(w.t(key)+": "+words, theme.TextSecondary))
		}
	}
	responsible, _ := printed.Best(w.language)
	if responsible == "" {
		responsible = strings.Join(names[model.Responsible], ", ")
	}
	line("contents.bodies.responsible", responsible)
	line("contents.bodies.partner", strings.Join(names[model.Partner], ", "))
	var measured []string
	for i := range indicators {
		name, _ := w.named(indicators[i].Title, "contents.untitledIndicator")
		measured = append(measured, name)
	}
	line("contents.heading.indicators", strings.Join(measured, "; "))
}
