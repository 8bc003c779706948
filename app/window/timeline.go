package window

import (
	"strings"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/app/workflow"
	"tavoitekartta/model"
)

// roadmapShown is the value of the setting while the roadmap is shown.
const roadmapShown = "roadmap"

// timelinePage shows when things are done: the measures on a timeline, or the
// goals on the roadmap. A measure's status is set here once the programme has
// been decided.
type timelinePage struct {
	w       *Window
	roadmap bool
	filter  model.TimelineFilter
	state   ui.TimelineState

	line   *ui.Timeline // nil while the roadmap or nothing is shown
	road   *ui.Roadmap
	lates  *ui.Chip
	count  *ui.Label
	opener *ui.Button
	none   *fyne.Container // says that nothing passes the filter
	reset  *ui.Button      // takes the filter away then
	chosen *measurePanel
}

// timelineLeft is how a person left the page of a programme.
type timelineLeft struct {
	programme model.EntityID
	filter    model.TimelineFilter
	state     ui.TimelineState
}

func newTimelinePage(w *Window) *timelinePage {
	p := &timelinePage{w: w, roadmap: w.setting("", workflow.SettingTimeline) == roadmapShown}
	if left := w.timelineLeft; left.programme == w.work.ID() {
		p.filter, p.state = left.filter, left.state
	}
	return p
}

// flush has nothing to keep; it notes what is open, for the way back from a
// measure.
func (p *timelinePage) flush() error {
	if p.line != nil {
		p.state = p.line.State()
	}
	p.w.timelineLeft = timelineLeft{p.w.work.ID(), p.filter, p.state}
	return nil
}

func (p *timelinePage) name() string {
	if p.roadmap {
		return "timeline/roadmap"
	}
	return "timeline"
}

func (p *timelinePage) first() fyne.Focusable {
	switch {
	case p.line != nil:
		return p.line
	case p.road != nil:
		return p.road
	}
	return nil
}

func (p *timelinePage) content() fyne.CanvasObject {
	w := p.w
	if p.line != nil {
		p.state = p.line.State()
	}
	p.line, p.road, p.lates, p.count, p.opener, p.none = nil, nil, nil, nil, nil, nil
	if w.work.Programme().Body(p.filter.Body) == nil {
		p.filter.Body = ""
	}
	if p.roadmap {
		return p.roadmapContent()
	}
	shown := p.timeline()
	p.line = ui.NewTimeline(w.kit, p.rows(shown), func(id string) { p.choose(model.EntityID(id)) })
	p.line.Restore(p.state)
	p.line.OnOpened = p.showOpener
	p.count = ui.NewMutedLabel("", theme.TextSmallest)
	p.count.OneLine = true
	p.reset = ui.NewButton(w.kit, ui.ButtonSecondary, w.t("timeline.showAll"), p.showAll)
	p.none = ui.NewColumn(theme.Space8,
		ui.NewFlush(ui.NewMutedLabel(w.t("timeline.noneMatch"), theme.TextBody)), ui.NewRow("", nil, p.reset))
	head := ui.NewColumn(theme.Space4, p.heading(), p.under(shown))
	p.showCounts(shown)
	return ui.NewInset(theme.Space8, "", theme.Space8, "", ui.NewScroll(w.kit, &fyne.Container{Layout: &restLayout{window: w},
		Objects: []fyne.CanvasObject{p.aside(head), p.aside(p.line), p.aside(p.none)}}))
}

// aside keeps the page's margin at the sides, less the room for focus rings.
func (p *timelinePage) aside(object fyne.CanvasObject) fyne.CanvasObject {
	if p.w.frame.narrow {
		return ui.NewInset("", theme.Space12, "", theme.Space12, object)
	}
	return ui.NewInset("", theme.Space16, "", theme.Space16, ui.NewFlush(object))
}

// timeline derives what the page shows today.
func (p *timelinePage) timeline() model.Timeline {
	return p.w.work.Programme().Timeline(p.w.desk.Today(), p.filter)
}

// heading is the page's name, the choice between timeline and roadmap, and the
// filters.
func (p *timelinePage) heading() fyne.CanvasObject {
	w := p.w
	kind := ui.NewSegmentedControl(w.kit, w.t("timeline.kind"), w.t("timeline.line"), w.t("timeline.roadmap")).
		WithIcons(ui.IconTimeline, ui.IconFlag)
	if p.roadmap {
		kind.SetChosen(1)
	}
	kind.OnChanged = func(chosen int) { p.show(chosen == 1) }
	row := &spreadLayout{left: 2}
	objects := []fyne.CanvasObject{ui.NewFlush(ui.NewLine(w.t("timeline.title"), theme.TextPage, theme.ColorText, true)), kind}
	if bodies := p.bodies(); bodies != nil {
		objects = append(objects, bodies)
	}
	if !p.roadmap && w.work.Programme().State.Locked() {
		p.lates = ui.NewChip(w.kit, "").WithMark(ui.MarkLate)
		p.lates.SetChosen(p.filter.Late)
		p.lates.OnChanged = func(chosen bool) {
			p.filter.Late = chosen
			p.refill()
		}
		objects = append(objects, p.lates)
	}
	return &fyne.Container{Layout: row, Objects: objects}
}

// bodies is the choice of one body, nil where the programme names none.
func (p *timelinePage) bodies() fyne.CanvasObject {
	w := p.w
	engaged := w.work.Programme().EngagedBodies()
	if len(engaged) == 0 {
		return nil
	}
	names := []string{w.t("timeline.body.all")}
	chosen := 0
	for i, body := range engaged {
		name, _ := w.named(body.Name, "contents.bodies.unnamed")
		names = append(names, name)
		if body.ID == p.filter.Body {
			chosen = i + 1
		}
	}
	choice := ui.NewSelect(w.kit, w.t("timeline.body"), names...).WithoutTitle().WithIcon(ui.IconBody)
	choice.SetChosen(chosen)
	choice.OnChanged = func(index int) {
		p.filter.Body = ""
		if index > 0 {
			p.filter.Body = engaged[index-1].ID
		}
		p.refill()
	}
	return choice
}

// under is what the marks mean, or what is not known of the programme, with the
// number of measures.
func (p *timelinePage) under(shown model.Timeline) fyne.CanvasObject {
	w := p.w
	column := ui.NewColumn(theme.Space4)
	if w.work.Programme().StructureOnly {
		return ui.NewFlush(ui.NewNotice(w.kit, ui.NoticeInformation, w.t("timeline.structureOnly")))
	}
	if len(shown.Years) == 0 {
		column.Add(ui.NewFlush(ui.NewNotice(w.kit, ui.NoticeInformation, w.t("timeline.noYears"))))
	}
	line := &fyne.Container{Layout: &spreadLayout{left: 1}, Objects: []fyne.CanvasObject{ui.NewFlush(p.legend(shown)), p.count}}
	if !w.frame.narrow { // a low window has its height for the rows
		p.opener = ui.NewButton(w.kit, ui.ButtonQuiet, w.t("timeline.openAll"), p.openAll).Compact()
		p.showOpener()
		line.Add(p.opener)
	}
	column.Add(line)
	return column
}

// legend names the marks that stand on the timeline.
func (p *timelinePage) legend(shown model.Timeline) fyne.CanvasObject {
	w := p.w
	var entries []ui.LegendEntry
	if shown.Decided {
		entries = p.statusLegend()
	} else {
		entries = append(entries, ui.LegendEntry{Kind: ui.MarkScheduled, Word: w.t("timeline.scheduled")})
	}
	entries = append(entries,
		ui.LegendEntry{Kind: ui.MarkOngoing, Word: w.t("timeline.ongoing")},
		ui.LegendEntry{Kind: ui.MarkInformation, Word: w.t("timeline.undated")})
	if !shown.Decided {
		entries = append(entries, ui.LegendEntry{Kind: ui.MarkMissing, Word: w.t("timeline.missing")})
	}
	return ui.NewLegend(entries...)
}

// statusLegend names the statuses; those that are rare only where they stand.
func (p *timelinePage) statusLegend() []ui.LegendEntry {
	w := p.w
	present := map[model.MeasureStatus]bool{}
	for g := range w.work.Programme().AllGoals() {
		for i := range g.Measures {
			present[g.Measures[i].Status] = true
		}
	}
	var entries []ui.LegendEntry
	for _, status := range []model.MeasureStatus{model.NotStarted, model.UnderWay, model.Completed} {
		entries = append(entries, ui.LegendEntry{Kind: statusMark(status), Word: w.statusWord(status)})
	}
	entries = append(entries, ui.LegendEntry{Kind: ui.MarkLate, Word: w.t("status.late")})
	for _, status := range []model.MeasureStatus{model.NotCarriedOut, model.StatusUnknown} {
		if present[status] {
			entries = append(entries, ui.LegendEntry{Kind: statusMark(status), Word: w.statusWord(status)})
		}
	}
	return entries
}

// statusMark is the mark of a status.
func statusMark(status model.MeasureStatus) ui.MarkKind {
	switch status {
	case model.NotStarted:
		return ui.MarkNotStarted
	case model.UnderWay:
		return ui.MarkUnderWay
	case model.Completed:
		return ui.MarkDone
	case model.NotCarriedOut:
		return ui.MarkNotCarriedOut
	}
	return ui.MarkUnknown
}

// statusWord is the word of a status.
func (w *Window) statusWord(status model.MeasureStatus) string {
	if status == model.StatusUnknown {
		return w.t("status.unknown")
	}
	return w.t("status." + string(status))
}

// refill shows what passes the filter now, with the keyboard where it is.
func (p *timelinePage) refill() {
	if p.line == nil {
		p.w.rebuild()
		return
	}
	shown := p.timeline()
	p.line.SetContent(p.rows(shown))
	p.showCounts(shown)
}

// showCounts says how many measures there are and how many of them are late.
func (p *timelinePage) showCounts(shown model.Timeline) {
	w := p.w
	all := w.work.Programme().Timeline(w.desk.Today(), model.TimelineFilter{}).Counts.Measures
	words := w.t("timeline.count", "count", all)
	if shown.Counts.Measures != all {
		words = w.t("timeline.countOf", "part", shown.Counts.Measures, "count", all)
	}
	p.count.SetText(words)
	if p.lates != nil {
		late := w.work.Programme().Timeline(w.desk.Today(), model.TimelineFilter{Body: p.filter.Body}).Counts.Late
		p.lates.SetLabel(w.t("timeline.late", "count", late))
		shownWhen(late > 0 || p.filter.Late, p.lates)
	}
	nothing := len(shown.Rows) == 0 && p.filter != model.TimelineFilter{}
	shownWhen(nothing, p.none, p.reset)
	shownWhen(!nothing, p.line)
}

// shownWhen shows or hides objects.
func shownWhen(shown bool, objects ...fyne.CanvasObject) {
	for _, object := range objects {
		if shown {
			object.Show()
		} else {
			object.Hide()
		}
	}
}

// showAll takes the filters away.
func (p *timelinePage) showAll() {
	p.filter = model.TimelineFilter{}
	p.w.rebuild()
}

// show shows the timeline or the roadmap, now and the next time.
func (p *timelinePage) show(roadmap bool) {
	kept := ""
	if roadmap {
		kept = roadmapShown
	}
	p.roadmap = roadmap
	p.w.tell(p.w.desk.Store().SetSetting(p.w.ctx, workflow.SettingTimeline, kept))
	p.w.rebuild()
}

func (p *timelinePage) openAll() {
	p.line.OpenAll(!p.line.AllOpen())
}

// showOpener says what the button does to the rows that are there.
func (p *timelinePage) showOpener() {
	if p.opener == nil {
		return
	}
	key := "timeline.openAll"
	if p.line.AllOpen() {
		key = "timeline.closeAll"
	}
	p.opener.SetLabel(p.w.t(key))
}

// joined joins what is not empty.
func joined(separator string, parts ...string) string {
	var kept []string
	for _, part := range parts {
		if part != "" {
			kept = append(kept, part)
		}
	}
	return strings.Join(kept, separator)
}
