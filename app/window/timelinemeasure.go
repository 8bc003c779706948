package window

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/model"
)

// measurePanel is what opens over the timeline when a measure is chosen: its
// facts, and in a decided programme the choice of its status.
type measurePanel struct {
	measure model.EntityID
	status  *ui.ChipRow // nil in a draft
	state   *fyne.Container
}

// placed finds a measure on the unfiltered timeline, nil when it is gone.
func (p *timelinePage) placed(measure model.EntityID) *model.TimelineMeasure {
	shown := p.w.work.Programme().Timeline(p.w.desk.Today(), model.TimelineFilter{})
	for _, row := range shown.Rows {
		for _, g := range row.Goals {
			for i := range g.Measures {
				if g.Measures[i].Measure.ID == measure {
					return &g.Measures[i]
				}
			}
		}
	}
	return nil
}

// choose shows a measure.
func (p *timelinePage) choose(measure model.EntityID) {
	w := p.w
	placed := p.placed(measure)
	if placed == nil {
		p.refill()
		return
	}
	p.chosen = &measurePanel{measure: measure, state: ui.NewRow("", nil)}
	title, _ := w.named(placed.Measure.Title, "contents.untitledMeasure")
	dialog := ui.NewDialog(w.kit, title, p.facts(placed))
	dialog.WithPrimary(w.t("timeline.open"), func() bool {
		dialog.Close()
		p.openMeasure(measure)
		return false
	}).WithCancel(w.t("action.close"), nil)
	if p.chosen.status != nil {
		dialog.WithFirst(p.chosen.status.Chip(max(0, slices.Index(model.MeasureStatuses(), placed.Measure.Status))))
	}
	dialog.Show(w.window.Canvas())
}

// facts are the measure's goal, timetable and bodies, and its status.
func (p *timelinePage) facts(placed *model.TimelineMeasure) fyne.CanvasObject {
	w := p.w
	column := ui.NewColumn(theme.Space12)
	add := func(key, words, language string) {
		if words == "" {
			return
		}
		label := ui.NewLabel(words, theme.TextBody)
		label.Language = language
		column.Add(ui.NewFlush(ui.NewColumn("", ui.NewMutedLabel(w.t(key), theme.TextSecondary), label)))
	}
	goal, language := w.named(placed.Goal.Title, "contents.untitledGoal")
	add("timeline.goal", goal, language)
	time, printed := placed.Measure.TimetablePrinted.Best(w.language)
	if time == "" {
		time = w.timetableWords(placed.Measure.Timetable)
	}
	switch placed.Lane {
	case model.MissingLane:
		time = w.t("timeline.missing")
	case model.UndatedLane:
		time = w.t("timeline.undated")
	}
	add("timeline.time", time, string(printed))
	add("contents.bodies.responsible", p.bodyNames(placed, model.Responsible), "")
	add("contents.bodies.partner", p.bodyNames(placed, model.Partner), "")
	if !w.work.Programme().State.Locked() {
		column.Add(ui.NewFlush(ui.NewMutedLabel(w.t("timeline.statusLater"), theme.TextSecondary)))
		return column
	}
	column.Add(p.statusChoice())
	column.Add(ui.NewFlush(p.chosen.state))
	p.showStatus()
	return column
}

func (p *timelinePage) bodyNames(placed *model.TimelineMeasure, role model.ResponsibilityRole) string {
	var names []string
	for _, r := range placed.Goal.BodiesOf(placed.Measure) {
		if body := p.w.work.Programme().Body(r.Body); body != nil && r.Role == role {
			name, _ := p.w.named(body.Name, "contents.bodies.unnamed")
			names = append(names, name)
		}
	}
	return strings.Join(names, ", ")
}

// statusChoice asks how far the measure has come. Each choice is kept at once,
// also while the content is locked: it speaks of what has been done.
func (p *timelinePage) statusChoice() fyne.CanvasObject {
	w := p.w
	var words []string
	for _, status := range model.MeasureStatuses() {
		words = append(words, w.statusWord(status))
	}
	row := ui.NewChoiceRow(w.kit, w.t("timeline.status"), words...)
	row.OnChanged = func(chosen []int) {
		if len(chosen) == 1 {
			p.setStatus(p.chosen.measure, model.MeasureStatuses()[chosen[0]])
		}
	}
	p.chosen.status = row
	return row
}

func (p *timelinePage) setStatus(measure model.EntityID, status model.MeasureStatus) {
	p.w.edit(func(st *model.Step) error { return st.Set(measure, model.FieldStatus, model.ValueOf(string(status))) })
	p.showStatus()
	p.refill()
}

// showStatus shows the status that is kept, and whether the measure is late.
func (p *timelinePage) showStatus() {
	if p.chosen == nil || p.chosen.status == nil {
		return
	}
	placed := p.placed(p.chosen.measure)
	if placed == nil {
		return
	}
	p.chosen.status.SetChosen(slices.Index(model.MeasureStatuses(), placed.Measure.Status))
	p.chosen.state.RemoveAll()
	if placed.Late {
		p.chosen.state.Add(ui.NewMarkWithWord(ui.MarkLate, p.w.t("status.late"), theme.TextSecondary))
	}
}

// openMeasure shows a measure where it is written.
func (p *timelinePage) openMeasure(measure model.EntityID) {
	w := p.w
	first := w.work.Programme().FirstLanguage
	d := destination{
		at: place{Programme: w.work.ID()}, open: map[string]model.EntityID{},
		keys: []string{fieldKey(measure, model.FieldTitle.In(w.language)), fieldKey(measure, model.FieldTitle.In(first))},
	}
	d.inMeasure(w.work.State(), measure)
	w.openDestination(d)
}
