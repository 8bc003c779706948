package window

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/app/workflow"
	"tavoitekartta/model"
)

// historyPage tells who changed what and when, the newest first, by day. It is
// narrowed to a part of the programme, a person or a day; from a row the person
// goes to what it speaks of or brings the earlier value back, and from a day to
// the programme as it was then.
type historyPage struct {
	w       *Window
	history *workflow.History
	read    bool                    // beside the window, after the page was built first
	acts    []*model.Act            // that the filter lets through
	shown   int                     // how many of them stand on the page
	whole   map[model.ChangeID]bool // acts of which all lines are shown

	under  model.EntityID // a section, goal or measure, "" for the whole programme
	person int            // of the history's people, -1 for everybody
	day    model.Date     // zero for every day
	typed  string         // in the field of the day

	list  *fyne.Container
	page  *ui.Page
	part  *ui.Select
	field *ui.Field // of the day
	rows  []*ui.LinkRow
}

// historyAtOnce is how many acts are put on the page at a time: each is some
// widgets, and a page of thousands would not be read.
const historyAtOnce = 40

// newHistoryPage opens the history of the whole programme, for "", or of an
// element and what stands under it.
func newHistoryPage(w *Window, under model.EntityID) *historyPage {
	return &historyPage{
		w: w, history: w.work.History(), under: under, person: -1, shown: historyAtOnce, whole: map[model.ChangeID]bool{},
	}
}

// openHistory shows the history of an element.
func (w *Window) openHistory(of model.EntityID) { w.goTo(newHistoryPage(w, of)) }

func (p *historyPage) name() string { return "history" }
func (p *historyPage) flush() error { return nil }
func (p *historyPage) next()        {}

// back goes to the contents, which is where an element's own history is asked
// for.
func (p *historyPage) back() { p.w.openView(viewContents) }

// first is the newest row, so that the keyboard goes down the list from there.
func (p *historyPage) first() fyne.Focusable {
	if len(p.rows) > 0 {
		return p.rows[0]
	}
	return p.part.Focusable()
}

func (p *historyPage) content() fyne.CanvasObject {
	w := p.w
	p.list = ui.NewColumn("")
	column := ui.NewColumn(theme.Space8, ui.NewFlush(ui.NewBoldLabel(w.t("history.title"), theme.TextPage)))
	if p.read && p.history.Stale() {
		w.tell(p.history.Read(w.ctx))
	}
	if w.work.ReadOnly() {
		column.Add(ui.NewFlush(ui.NewMutedLabel(w.t("history.locked"), theme.TextSecondary)))
	}
	column.Add(p.filters())
	column.Add(p.list)
	p.page = ui.NewPage(w.kit, column)
	p.page.SetNarrow(w.frame.narrow)
	p.fill()
	return p.page
}

// opened reads the history beside the window, which takes a while for a long
// one, and shows it then.
func (p *historyPage) opened() {
	if p.read {
		return
	}
	p.w.readHistory(p, func() bool { return !p.read }, func(h *workflow.History) { p.history, p.read = h, true })
}

// filters are what the list is narrowed by.
func (p *historyPage) filters() fyne.CanvasObject {
	w := p.w
	parts := p.parts()
	labels, chosen := make([]string, len(parts)), 0
	for i, part := range parts {
		labels[i] = part.label
		if part.id == p.under {
			chosen = i
		}
	}
	p.part = ui.NewSelect(w.kit, w.t("history.part"), labels...)
	p.part.SetChosen(chosen)
	p.part.OnChanged = func(i int) { p.under = parts[i].id; p.narrow() }
	people := ui.NewSelect(w.kit, w.t("history.person"), p.peopleNames()...)
	people.SetChosen(p.person + 1)
	people.OnChanged = func(i int) { p.person = i - 1; p.narrow() }
	p.field = ui.NewDateField(w.kit, w.t("history.day"), readDate)
	p.field.SetText(p.typed)
	p.field.OnChanged = p.chooseDay
	show := ui.NewButton(w.kit, ui.ButtonSecondary, w.t("history.showProgramme"), p.showDay).WithIcon(ui.IconEye)
	room := container.NewWithoutLayout()
	return ui.NewColumn("",
		w.fields(760, weigh(2.2, p.part), weigh(1.2, people), weigh(1, p.field)),
		ui.NewRow("", room, room, show))
}

// part is something of the programme of which the history can be read.
type historyPart struct {
	id    model.EntityID
	label string
}

// parts are the whole programme, its sections and goals, and what else the page
// was opened for.
func (p *historyPage) parts() []historyPart {
	w := p.w
	programme := w.work.Programme()
	parts := []historyPart{{"", w.t("history.everything")}}
	add := func(id model.EntityID, number string, title model.Text, missing string) {
		words, _ := w.named(title, missing)
		parts = append(parts, historyPart{id, number + " " + words})
	}
	var addGoals func([]model.Goal)
	addGoals = func(goals []model.Goal) {
		for i := range goals {
			g := &goals[i]
			add(g.ID, g.Number, g.Title, "contents.untitledGoal")
			addGoals(g.SubGoals)
		}
	}
	for i := range programme.Sections {
		s := &programme.Sections[i]
		add(s.ID, s.Number, s.Title, "contents.untitledSection")
		addGoals(s.Goals)
	}
	addGoals(programme.Goals)
	known := slices.ContainsFunc(parts, func(part historyPart) bool { return part.id == p.under })
	if !known {
		what, _, _ := w.whatAndWhere(p.under)
		e := w.work.State().Element(p.under)
		if what == "" && e != nil {
			what = w.kindName(e.Kind)
		}
		parts = append(parts, historyPart{p.under, what})
	}
	return parts
}

func (p *historyPage) peopleNames() []string {
	names := []string{p.w.t("history.everybody")}
	if p.read {
		for _, person := range p.history.People() {
			names = append(names, p.w.authorName(person))
		}
	}
	return names
}

// authorName is how a person is told: by name, or that there is none.
func (w *Window) authorName(person workflow.Person) string {
	switch {
	case person.Name != "":
		return person.Name
	case person.Named:
		return w.t("person.erased")
	}
	return w.t("person.unnamed")
}

// chooseDay narrows the list as soon as what is typed is a day.
func (p *historyPage) chooseDay(typed string) {
	p.typed = typed
	p.field.SetError("")
	day := parsedDate(typed)
	if day == p.day || day.Zero() && typed != "" {
		return
	}
	p.day = day
	p.narrow()
}

// narrow shows what the filter lets through, from the beginning.
func (p *historyPage) narrow() {
	p.shown = historyAtOnce
	p.fill()
	p.page.Refresh()
}

func (p *historyPage) filter() model.HistoryFilter {
	f := model.HistoryFilter{Under: p.under}
	if people := p.history.People(); p.person >= 0 && p.person < len(people) {
		f.Authors = people[p.person].IDs
	}
	if !p.day.Zero() {
		f.Since, f.Until = p.w.desk.DayBounds(p.day)
	}
	return f
}

// fill builds the list.
func (p *historyPage) fill() {
	p.list.Objects, p.rows = nil, nil
	if !p.read {
		p.list.Add(ui.NewFlush(ui.NewMutedLabel(p.w.t("history.reading"), theme.TextBody)))
		return
	}
	p.acts = p.history.Find(p.filter())
	if len(p.acts) == 0 {
		p.list.Add(ui.NewFlush(ui.NewLabel(p.w.t("history.nothing"), theme.TextBody)))
		return
	}
	p.addRows(0)
}

// addRows adds the acts from a number on, as many as are to be shown.
func (p *historyPage) addRows(from int) {
	w := p.w
	until := min(p.shown, len(p.acts))
	before := model.Date{}
	if from > 0 {
		before = p.dayOf(p.acts[from-1].At)
	}
	for _, act := range p.acts[from:until] {
		if day := p.dayOf(act.At); day != before {
			p.list.Add(p.dayHeading(day))
			before = day
		} else {
			p.list.Add(ui.NewFlush(w.line()))
		}
		p.list.Add(p.row(act))
	}
	if left := len(p.acts) - until; left > 0 {
		more := ui.NewButton(w.kit, ui.ButtonSecondary, w.t("history.older", "count", left), p.showOlder)
		p.list.Add(ui.NewInset(theme.Space12, "", theme.Space12, "", ui.NewRow("", nil, more)))
	}
}

// showOlder adds older acts below; the keyboard goes on at the first of them.
func (p *historyPage) showOlder() {
	from, rows := p.shown, len(p.rows)
	p.shown += historyAtOnce
	p.list.Objects = p.list.Objects[:len(p.list.Objects)-1]
	p.addRows(from)
	p.page.Refresh()
	if rows < len(p.rows) {
		p.w.kit.Focus(p.rows[rows])
	}
}

func (p *historyPage) dayOf(t time.Time) model.Date {
	return model.DateOf(t.In(p.w.desk.Now().Location()))
}

// dayHeading names a day and leads to the programme as it was then.
func (p *historyPage) dayHeading(day model.Date) fyne.CanvasObject {
	w := p.w
	heading := ui.NewBoldLabel(w.dayName(day), theme.TextSubhead)
	var content fyne.CanvasObject = heading
	if day.Before(w.desk.Today()) {
		show := ui.NewButton(w.kit, ui.ButtonQuiet, w.t("history.showThatDay", "day", w.day(day)), func() { w.openDay(p, day) }).Compact()
		content = ui.NewApart(theme.Space12, heading, show)
	}
	return ui.NewInset(theme.Space12, theme.FocusMargin, theme.Space4, theme.FocusMargin, ui.NewColumn(theme.Space4, content, w.line()))
}

// dayName is today, yesterday or the date.
func (w *Window) dayName(day model.Date) string {
	switch now := w.desk.Now(); day {
	case model.DateOf(now):
		return w.t("history.today")
	case model.DateOf(now.AddDate(0, 0, -1)):
		return w.t("history.yesterday")
	}
	return w.day(day)
}

// showDay shows the programme as it was on the day that was typed.
func (p *historyPage) showDay() {
	day := parsedDate(p.typed)
	if !p.read {
		return
	}
	if day.Zero() {
		p.field.SetError(p.w.t("history.dayMissing"))
		p.field.Focus()
		return
	}
	p.w.openDay(p, day)
}
