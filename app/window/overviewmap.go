package window

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/model"
	"tavoitekartta/model/street"
)

// mostStops is the number of years that stand side by side on the follow-up's
// street; of a longer one the first and the last stand there.
const mostStops = 10

// plan is which part of a programme stands where on its map.
type plan struct {
	houses     []model.Section
	foundation *model.Section
	followUp   *model.Section
}

// planOf lays a programme's sections on the map. A goal without a section is a
// house of its own, whose windows are the goal and its sub-goals; a second
// foundation or follow-up is a house too, so that everything can be opened.
func planOf(programme *model.Programme) plan {
	var laid plan
	for i := range programme.Sections {
		section := &programme.Sections[i]
		switch {
		case section.Role == model.Foundation && laid.foundation == nil:
			laid.foundation = section
		case section.Role == model.FollowUp && laid.followUp == nil:
			laid.followUp = section
		default:
			laid.houses = append(laid.houses, *section)
		}
	}
	for _, goal := range programme.Goals {
		laid.houses = append(laid.houses, model.Section{
			ID: goal.ID, Number: goal.Number, Title: goal.Title, Description: goal.Description, Goals: []model.Goal{goal},
		})
	}
	return laid
}

// structure is the map with the shares under its houses, or words where
// nothing is there to be shown.
func (p *overviewPage) structure() fyne.CanvasObject {
	w := p.w
	programme := w.work.Programme()
	laid := planOf(programme)
	if len(programme.Sections) == 0 && len(programme.Goals) == 0 {
		return ui.NewFlush(ui.NewLabel(w.t("contents.empty"), theme.TextBody))
	}
	content := ui.MapContent{Foundation: p.band(laid.foundation), FollowUp: p.band(laid.followUp)}
	for i := range laid.houses {
		content.Sections = append(content.Sections, p.house(&laid.houses[i]))
	}
	if content.FollowUp != nil {
		content.FollowUp.Stops = stops(programme)
	}
	p.street = ui.NewStreetMap(w.kit, content, func(id string) {
		w.goTo(newContentsPage(w, place{Programme: w.work.ID(), Element: model.EntityID(id)}))
	})
	if programme.StructureOnly || len(laid.houses) == 0 {
		return p.street
	}
	return ui.NewColumn(theme.Space12, p.street, p.shares(laid.houses))
}

func (p *overviewPage) house(s *model.Section) ui.MapSection {
	w := p.w
	programme := w.work.Programme()
	name, language := w.named(s.Title, "contents.untitledSection")
	windows, share := lit(s, programme.FirstLanguage), s.WrittenShare(programme.FirstLanguage)
	drawn := ui.MapSection{
		ID: string(s.ID), Name: name, Language: language,
		House: street.Section{
			Written: windows, Complete: share.Whole > 0 && share.Part == share.Whole, Outline: programme.StructureOnly,
		},
	}
	if goal, _ := programme.Goal(s.ID); goal != nil {
		drawn.Above = w.goalLabel(goal)
	}
	if !programme.StructureOnly {
		drawn.Count = p.count(s, share)
	}
	return drawn
}

// count says how far a house is written; of one recorded afterwards, how many
// measures are known.
func (p *overviewPage) count(s *model.Section, share model.Share) string {
	if !p.w.recorded() {
		return p.written(share)
	}
	measures := 0
	for g := range s.AllGoals() {
		measures += len(g.Measures)
	}
	if measures == 0 {
		return ""
	}
	return p.w.t("count.measures", "count", measures)
}

// written says how many goals of a section are written: "3/4 written".
func (p *overviewPage) written(share model.Share) string {
	if share.Whole == 0 {
		return p.w.t("overview.noGoals")
	}
	return p.w.t("overview.written", "part", share.Part, "whole", share.Whole)
}

// band is the foundation or the follow-up, nil for none.
func (p *overviewPage) band(s *model.Section) *ui.MapBand {
	if s == nil {
		return nil
	}
	w := p.w
	programme := w.work.Programme()
	name, language := w.named(s.Title, "contents.untitledSection")
	band := &ui.MapBand{ID: string(s.ID), Name: name, Language: language}
	if band.Outline = programme.StructureOnly; band.Outline {
		return band
	}
	share := s.WrittenShare(programme.FirstLanguage)
	band.Written = share.Whole > 0 && share.Part == share.Whole
	facts := []string{p.written(share)}
	for _, l := range p.languages() {
		facts = append(facts, w.t("language."+string(l))+" "+w.t("share.percent", "percent", s.TextShare(l).Percent()))
	}
	band.Facts = strings.Join(facts, " · ")
	return band
}

// stops are the years of the programme.
func stops(programme *model.Programme) []string {
	first, last := programme.FirstYear, programme.LastYear
	if first == 0 || last < first {
		return nil
	}
	if last-first >= mostStops {
		return []string{fmt.Sprint(first), fmt.Sprint(last)}
	}
	var years []string
	for year := first; year <= last; year++ {
		years = append(years, fmt.Sprint(year))
	}
	return years
}

// languages are those in which the programme is owed: its own, and both
// national languages for a bilingual municipality.
func (p *overviewPage) languages() []model.Language {
	programme := p.w.work.Programme()
	if programme.Bilingual() {
		return []model.Language{model.Finnish, model.Swedish}
	}
	return programme.Languages
}

// shares are what stands under the houses: for each language the share of the
// section's texts, and whether the section is written.
func (p *overviewPage) shares(houses []model.Section) fyne.CanvasObject {
	w := p.w
	var rows []ui.UnderRow
	for _, l := range p.languages() {
		row := ui.UnderRow{Caption: ui.NewMutedLabel(w.t("overview.texts."+string(l)), theme.TextSmallest)}
		for i := range houses {
			row.Cells = append(row.Cells, p.textShare(&houses[i], l))
		}
		rows = append(rows, row)
	}
	states := ui.UnderRow{}
	for i := range houses {
		states.Cells = append(states.Cells, p.sectionState(&houses[i]))
	}
	if !w.recorded() {
		rows = append(rows, states)
	}
	return ui.NewUnderMap(p.street, theme.Space8, rows, p.shareList(houses))
}

// textShare is how much of a section's texts stands in a language.
func (p *overviewPage) textShare(s *model.Section, l model.Language) fyne.CanvasObject {
	w := p.w
	share := s.TextShare(l)
	percent := w.t("share.percent", "percent", share.Percent())
	name, _ := w.named(s.Title, "contents.untitledSection")
	figure := ui.NewRow(theme.Space8, nil, ui.NewLine(percent, theme.TextSmallest, theme.ColorText, false).Unspoken())
	if share.Whole > 0 && share.Part == share.Whole {
		figure.Add(ui.NewIconSized(ui.IconCheckDisc, theme.ColorOK, theme.IconSmall))
	}
	spoken := ui.Spoken{Label: name, Value: w.t("overview.texts."+string(l)) + " " + percent}
	return ui.NewColumn("", figure, ui.NewShareBar(fraction(share), spoken.String()))
}

func fraction(s model.Share) float64 {
	if s.Whole == 0 {
		return 0
	}
	return float64(s.Part) / float64(s.Whole)
}

// sectionState says whether a section is written, or how many of its goals are not.
func (p *overviewPage) sectionState(s *model.Section) fyne.CanvasObject {
	w := p.w
	name, _ := w.named(s.Title, "contents.untitledSection")
	share := s.WrittenShare(w.work.Programme().FirstLanguage)
	switch {
	case share.Whole == 0:
		return ui.NewMarkAbout(name, ui.MarkMissing, w.t("overview.noGoalsShort"), theme.TextSmallest)
	case share.Part < share.Whole:
		return ui.NewMarkAbout(name, ui.MarkUnderWay, w.t("overview.unwritten", "count", share.Whole-share.Part), theme.TextSmallest)
	}
	return ui.NewMarkAbout(name, ui.MarkDone, w.t("overview.sectionWritten"), theme.TextSmallest)
}

// shareList says the same as the rows under the houses, a line for each
// section, where the houses stand in several rows.
func (p *overviewPage) shareList(houses []model.Section) fyne.CanvasObject {
	w := p.w
	list := ui.NewColumn(theme.Space12)
	for i := range houses {
		s := &houses[i]
		name, language := w.named(s.Title, "contents.untitledSection")
		title := ui.NewBoldLabel(name, theme.TextSecondary)
		title.Language = language
		var facts []string
		for _, l := range p.languages() {
			facts = append(facts, w.t("overview.texts."+string(l))+" "+w.t("share.percent", "percent", s.TextShare(l).Percent()))
		}
		words := ui.NewMutedLabel(strings.Join(facts, " · "), theme.TextSmallest)
		if w.recorded() {
			list.Add(ui.NewFlush(ui.NewColumn("", title, words)))
			continue
		}
		list.Add(ui.NewFlush(ui.NewColumn("", title, ui.NewApart(theme.Space16, words, p.sectionState(s)))))
	}
	return list
}
