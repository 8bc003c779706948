package window

import (
	"strconv"

	"tavoitekartta/app/ui"
	"tavoitekartta/model"
)

// rows are what the timeline shows of a programme.
func (p *timelinePage) rows(shown model.Timeline) ui.TimelineContent {
	w := p.w
	content := ui.TimelineContent{
		Heading: w.t("timeline.section"), Ongoing: w.t("timeline.ongoing"), Undated: w.t("timeline.undated"),
		Today: shown.Today, TodayWord: w.day(w.desk.Today()),
	}
	if len(w.work.Programme().Sections) == 0 {
		content.Heading = w.t("timeline.goals")
	}
	if !shown.Decided {
		content.Undated = w.t("timeline.undatedDraft")
	}
	for _, year := range shown.Years {
		content.Columns = append(content.Columns, strconv.Itoa(year))
	}
	signs := houseSigns(w.work.Programme())
	for i := range shown.Rows {
		content.Groups = append(content.Groups, p.row(&shown.Rows[i], signs, shown.Decided))
	}
	return content
}

// houseSigns gives each section, and each goal without one, the sign of its house
// on the map.
func houseSigns(programme *model.Programme) map[model.EntityID]ui.HouseSign {
	laid := planOf(programme)
	signs := map[model.EntityID]ui.HouseSign{}
	for i := range laid.houses {
		signs[laid.houses[i].ID] = ui.HouseSign{House: i}
	}
	if laid.foundation != nil {
		signs[laid.foundation.ID] = ui.HouseSign{Kind: ui.SignFoundation}
	}
	if laid.followUp != nil {
		signs[laid.followUp.ID] = ui.HouseSign{Kind: ui.SignFollowUp}
	}
	return signs
}

func (p *timelinePage) row(row *model.TimelineRow, signs map[model.EntityID]ui.HouseSign, decided bool) ui.TimelineGroup {
	w := p.w
	missing := "contents.untitledSection"
	if row.Section == nil {
		missing = "contents.untitledGoal"
	}
	title, language := w.named(row.Title(), missing)
	group := ui.TimelineGroup{
		ID: string(row.ID()), Title: title, Language: language, Sign: signs[row.ID()], Caption: p.caption(row),
		Value: w.t("timeline.count", "count", row.Counts.Measures), Empty: w.t("timeline.empty"),
	}
	if decided {
		group.Empty = w.t("timeline.unknown") // nothing is added to it any more
	}
	if row.Counts.Measures == 0 {
		group.Value = group.Empty
	}
	var late, undated, without string
	if row.Counts.Late > 0 {
		late = w.t("timeline.lateCount", "count", row.Counts.Late)
	}
	if row.Counts.Undated > 0 {
		undated = w.t("timeline.undatedCount", "count", row.Counts.Undated)
		group.UndatedMark = ui.MarkInformation
	}
	if row.Counts.Missing > 0 {
		without = w.t("timeline.missingCount", "count", row.Counts.Missing)
		group.UndatedMark = ui.MarkMissing
	}
	group.Undated = joined(", ", without, undated)
	group.Value = joined(", ", group.Value, late, group.Undated)
	for i := range row.Goals {
		for j := range row.Goals[i].Measures {
			item := p.item(&row.Goals[i].Measures[j], decided)
			item.Begins = j == 0
			group.Items = append(group.Items, item)
		}
	}
	return group
}

// caption says what a row is that is no house of the map (K19, R12).
func (p *timelinePage) caption(row *model.TimelineRow) string {
	role := ""
	if row.Goal != nil {
		role = string(row.Goal.Role)
	} else {
		switch row.Section.Role {
		case model.MainGoal, model.Spearhead, model.SubGoalPart:
			role = string(row.Section.Role)
		}
	}
	if role == "" {
		return ""
	}
	return p.w.t("contents.role." + role)
}

func (p *timelinePage) item(placed *model.TimelineMeasure, decided bool) ui.TimelineItem {
	w := p.w
	m := placed.Measure
	title, language := w.named(m.Title, "contents.untitledMeasure")
	item := ui.TimelineItem{ID: string(m.ID), Title: title, Language: language, Late: placed.Late}
	for _, bar := range placed.Bars {
		item.Bars = append(item.Bars, ui.TimelineBar(bar))
	}
	switch placed.Lane {
	case model.OngoingLane:
		item.Lane = ui.TimelineOngoing
	case model.UndatedLane, model.MissingLane:
		item.Lane = ui.TimelineUndated
	}
	item.Mark, item.Word = w.measureMark(placed, decided)
	time := w.timetableWords(m.Timetable)
	if time == item.Word {
		time = ""
	}
	goal, _ := w.named(placed.Goal.Title, "contents.untitledGoal")
	item.Value = joined(", ", item.Word, time, w.t("timeline.goal")+": "+goal)
	return item
}

// measureMark is the mark of a measure on the timeline and its word: how far it
// has come, and where nothing is known of that, when it is done.
func (w *Window) measureMark(placed *model.TimelineMeasure, decided bool) (ui.MarkKind, string) {
	status := placed.Measure.Status
	known := decided && status != model.StatusUnknown
	switch {
	case placed.Late:
		return ui.MarkLate, w.t("status.late")
	case placed.Lane == model.OngoingLane && known && status != model.Completed && status != model.NotCarriedOut:
		return ui.MarkOngoing, w.statusWord(status)
	case known:
		return statusMark(status), w.statusWord(status)
	case placed.Lane == model.OngoingLane:
		return ui.MarkOngoing, w.t("timeline.ongoing")
	case placed.Lane == model.MissingLane:
		return ui.MarkMissing, w.t("timeline.missing")
	case placed.Lane == model.UndatedLane:
		return ui.MarkInformation, w.t("timeline.undated")
	case decided:
		return ui.MarkUnknown, w.t("status.unknown")
	}
	return ui.MarkScheduled, w.timetableWords(placed.Measure.Timetable)
}
