package window

import (
	"strconv"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/model"
)

// mostEmptyStops is the number of years up to which those without a goal stand
// on the roadmap too.
const mostEmptyStops = 6

// roadmapContent is the roadmap with its rule and its legends.
func (p *timelinePage) roadmapContent() fyne.CanvasObject {
	w := p.w
	programme := w.work.Programme()
	head := ui.NewColumn(theme.Space4, p.heading())
	column := ui.NewColumn(theme.Space12)
	columns := p.stops()
	switch {
	case programme.StructureOnly:
		column.Add(ui.NewNotice(w.kit, ui.NoticeInformation, w.t("timeline.structureOnly")))
	case len(columns) == 0 && p.filter.Body != "":
		column.Add(ui.NewFlush(ui.NewMutedLabel(w.t("timeline.noGoals"), theme.TextBody)))
		column.Add(ui.NewRow("", nil, ui.NewButton(w.kit, ui.ButtonSecondary, w.t("timeline.showAll"), p.showAll)))
	case len(columns) == 0:
		column.Add(ui.NewFlush(ui.NewMutedLabel(w.t("timeline.empty"), theme.TextBody)))
	default:
		p.road = ui.NewRoadmap(w.kit, columns, func(id string) {
			w.goTo(newContentsPage(w, place{Programme: w.work.ID(), Element: model.EntityID(id)}))
		})
		head.Add(ui.NewFlush(ui.NewMutedLabel(w.t("timeline.roadmapRule"), theme.TextSmallest)))
		column.Add(p.road)
		column.Add(ui.NewFlush(p.signLegend()))
		if marks := p.roadmapLegend(columns); len(marks) > 0 {
			column.Add(ui.NewFlush(w.line()))
			column.Add(ui.NewFlush(ui.NewLegend(marks...)))
		}
	}
	page := ui.NewPage(w.kit, column)
	page.SetNarrow(w.frame.narrow)
	return ui.NewInset(theme.Space8, "", "", "", &fyne.Container{Layout: &restLayout{window: w}, Objects: []fyne.CanvasObject{p.aside(head), page}})
}

// stops are the columns of the roadmap: the years, what goes on, and what has no
// date.
func (p *timelinePage) stops() []ui.RoadmapColumn {
	w := p.w
	programme := w.work.Programme()
	road := programme.Roadmap()
	years := road.Years
	if own := programme.Timeline(model.Date{}, model.TimelineFilter{}).Years; len(own) <= mostEmptyStops {
		years = own
	}
	signs := houseSigns(programme)
	var columns []ui.RoadmapColumn
	found := false
	for _, year := range years {
		stop := p.stop(strconv.Itoa(year), road.ByYear[year], signs)
		found = found || len(stop.Items) > 0
		columns = append(columns, stop)
	}
	undated := "timeline.undatedDraft"
	switch {
	case programme.RecordedAfterwards && programme.AnyUnscheduled(road.Undated):
		undated = "timeline.unscheduledRecord"
	case programme.State.Locked():
		undated = "timeline.undated"
	}
	for _, lane := range []struct {
		key   string
		goals []model.RoadmapGoal
	}{{"timeline.ongoing", road.Ongoing}, {undated, road.Undated}} {
		if stop := p.stop(w.t(lane.key), lane.goals, signs); len(stop.Items) > 0 {
			stop.Apart, stop.Count = true, ""
			columns = append(columns, stop)
			found = true
		}
	}
	if !found {
		return nil
	}
	return columns
}

func (p *timelinePage) stop(title string, goals []model.RoadmapGoal, signs map[model.EntityID]ui.HouseSign) ui.RoadmapColumn {
	w := p.w
	programme := w.work.Programme()
	stop := ui.RoadmapColumn{Title: title}
	for _, entry := range goals {
		goal, _ := programme.Goal(entry.Goal)
		if goal == nil || !programme.Engages(p.filter.Body, goal, nil) {
			continue
		}
		name, language := w.named(entry.Title, "contents.untitledGoal")
		item := ui.RoadmapItem{ID: string(entry.Goal), Title: name, Language: language, Sign: signs[entry.Section]}
		if entry.Section == "" {
			item.Sign = signs[topGoal(programme, entry.Goal)]
		}
		item.Mark, item.Word, item.Late = p.goalMark(goal)
		stop.Items = append(stop.Items, item)
	}
	if len(stop.Items) > 0 {
		stop.Count = w.t("timeline.goalCount", "count", len(stop.Items))
	}
	return stop
}

// topGoal is the goal without a section under which a goal stands, or itself.
func topGoal(programme *model.Programme, goal model.EntityID) model.EntityID {
	for i := range programme.Goals {
		under := programme.Goals[i : i+1]
		for g := range (&model.Programme{Goals: under}).AllGoals() {
			if g.ID == goal {
				return under[0].ID
			}
		}
	}
	return goal
}

// goalMark says how far a goal has come, and in a draft whether a timetable is
// missing.
func (p *timelinePage) goalMark(goal *model.Goal) (mark ui.MarkKind, word string, late bool) {
	w := p.w
	programme := w.work.Programme()
	if !programme.State.Locked() {
		for i := range goal.Measures {
			if goal.Measures[i].Timetable.Unset() {
				return ui.MarkMissing, w.t("timeline.missing"), false
			}
		}
		return "", "", false
	}
	status, late := programme.Progress(goal, w.desk.Today())
	if late {
		return ui.MarkLate, w.t("status.late"), true
	}
	return statusMark(status), w.statusWord(status), false
}

// roadmapLegend names the marks of the goals: in a draft the one of a timetable
// that is missing, where it stands.
func (p *timelinePage) roadmapLegend(columns []ui.RoadmapColumn) []ui.LegendEntry {
	if p.w.work.Programme().State.Locked() {
		return p.statusLegend()
	}
	for _, column := range columns {
		for _, item := range column.Items {
			if item.Mark == ui.MarkMissing {
				return []ui.LegendEntry{{Kind: item.Mark, Word: item.Word}}
			}
		}
	}
	return nil
}

// signLegend names the houses, the foundation and the follow-up. A goal without a
// section is named only where sub-goals carry its sign: else it stands beside its
// own sign on the map.
func (p *timelinePage) signLegend() fyne.CanvasObject {
	w := p.w
	programme := w.work.Programme()
	signs := houseSigns(programme)
	var entries []ui.SignEntry
	for i := range programme.Sections {
		name, _ := w.named(programme.Sections[i].Title, "contents.untitledSection")
		entries = append(entries, ui.SignEntry{Sign: signs[programme.Sections[i].ID], Word: name})
	}
	for i := range programme.Goals {
		if len(programme.Goals[i].SubGoals) == 0 {
			continue
		}
		name, _ := w.named(programme.Goals[i].Title, "contents.untitledGoal")
		entries = append(entries, ui.SignEntry{Sign: signs[programme.Goals[i].ID], Word: name})
	}
	return ui.NewSignLegend(entries...)
}
