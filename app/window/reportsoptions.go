package window

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/app/workflow"
	"tavoitekartta/model"
	"tavoitekartta/model/text"
)

// reportOptions are what was chosen of what kinds of reports ask; they stay
// while another kind is chosen.
type reportOptions struct {
	leftOut         map[model.EntityID]bool // sections that are not printed
	body, goal      model.EntityID          // "" for every body, and for the first goal
	emptyLines      bool
	signatureFields bool
}

func newReportOptions() reportOptions { return reportOptions{leftOut: map[model.EntityID]bool{}} }

// choice is what the chosen kind asks, as it is chosen.
func (p *reportsPage) choice() workflow.ReportChoice {
	asks, programme := workflow.AskedOf(p.kind), p.w.work.Programme()
	var choice workflow.ReportChoice
	if asks.Sections && len(p.options.leftOut) > 0 {
		for i := range programme.Sections {
			if !p.options.leftOut[programme.Sections[i].ID] {
				choice.Sections = append(choice.Sections, programme.Sections[i].ID)
			}
		}
	}
	if asks.Body {
		choice.Body = p.options.body
	}
	if asks.Goal {
		if choice.Goal = p.options.goal; choice.Goal == "" {
			for goal := range programme.AllGoals() {
				choice.Goal = goal.ID
				break
			}
		}
	}
	choice.EmptyLines = asks.EmptyLines && p.options.emptyLines
	choice.SignatureFields = asks.SignatureFields && p.options.signatureFields
	return choice
}

// noSection tells whether sections are asked and every one is left out.
func (p *reportsPage) noSection() bool {
	sections := p.w.work.Programme().Sections
	return workflow.AskedOf(p.kind).Sections && len(sections) > 0 &&
		!slices.ContainsFunc(sections, func(s model.Section) bool { return !p.options.leftOut[s.ID] })
}

// asked is what the chosen kind asks, or why it cannot be made.
func (p *reportsPage) asked() fyne.CanvasObject {
	w := p.w
	column := ui.NewColumn(theme.Space16)
	if p.printed() {
		column.Add(ui.NewFlush(ui.NewNotice(w.kit, ui.NoticeInformation, w.t("reports.approvedFile"))))
	}
	if obstacle := p.obstacle(); obstacle != "" {
		notice := ui.NewNotice(w.kit, ui.NoticeWarning, w.t(obstacle))
		if way := wayOut(obstacle); way != "" {
			notice.WithAction(w.t("reports.wayOut."+string(way)), func() { w.openView(way) })
		}
		column.Add(ui.NewFlush(notice))
	}
	asks, programme := workflow.AskedOf(p.kind), w.work.Programme()
	if asks.Goal && p.choice().Goal != "" {
		column.Add(p.goalChoice(programme))
	}
	if asks.Body && len(programme.Bodies) > 0 {
		column.Add(p.bodyChoice(programme))
	}
	if asks.Sections && len(programme.Sections) > 0 {
		column.Add(p.sectionChecks(programme))
	}
	if asks.EmptyLines {
		column.Add(p.check("reports.emptyLines", &p.options.emptyLines))
	}
	if asks.SignatureFields {
		column.Add(p.check("reports.signatureFields", &p.options.signatureFields))
	}
	return column
}

// chosenAnew shows the document after another choice.
func (p *reportsPage) chosenAnew() {
	p.made, p.missing = "", nil
	p.w.rebuild()
}

// written gives a text in the language of the head or another, or words for one
// that is not written yet.
func (p *reportsPage) written(t model.Text, missing string) string {
	words, _ := t.Best(p.w.language)
	if words == "" {
		return p.w.t(missing)
	}
	return words
}

// goalChoice chooses the goal of an extract.
func (p *reportsPage) goalChoice(programme *model.Programme) fyne.CanvasObject {
	var goals []model.EntityID
	var words []string
	for goal := range programme.AllGoals() {
		goals = append(goals, goal.ID)
		words = append(words, strings.TrimSpace(goal.Number+" "+p.written(goal.Title, "contents.untitledGoal")))
	}
	choice := ui.NewSelect(p.w.kit, p.w.t("reports.goal"), words...)
	choice.SetChosen(slices.Index(goals, p.choice().Goal))
	choice.OnChanged = func(i int) {
		p.options.goal = goals[i]
		p.chosenAnew()
	}
	return choice
}

// bodyChoice chooses the body whose sheet is made, or every one's.
func (p *reportsPage) bodyChoice(programme *model.Programme) fyne.CanvasObject {
	sorted := make([]*model.Body, len(programme.Bodies))
	for i := range programme.Bodies {
		sorted[i] = &programme.Bodies[i]
	}
	order := text.Order(string(p.w.language))
	slices.SortStableFunc(sorted, func(a, b *model.Body) int {
		return order(p.written(a.Name, "contents.bodies.unnamed"), p.written(b.Name, "contents.bodies.unnamed"))
	})
	bodies, words := []model.EntityID{""}, []string{p.w.t("reports.everyBody")}
	for _, body := range sorted {
		bodies, words = append(bodies, body.ID), append(words, p.written(body.Name, "contents.bodies.unnamed"))
	}
	choice := ui.NewSelect(p.w.kit, p.w.t("reports.body"), words...)
	choice.SetChosen(slices.Index(bodies, p.options.body))
	choice.OnChanged = func(i int) {
		p.options.body = bodies[i]
		p.chosenAnew()
	}
	return choice
}

// sectionChecks chooses the sections.
func (p *reportsPage) sectionChecks(programme *model.Programme) fyne.CanvasObject {
	w := p.w
	list := ui.NewColumn("", ui.NewFlush(ui.NewBoldLabel(w.t("reports.sections"), theme.TextSecondary)))
	for i := range programme.Sections {
		section := &programme.Sections[i]
		check := ui.NewCheck(w.kit, strings.TrimSpace(section.Number+" "+p.written(section.Title, "contents.untitledSection")))
		check.SetChecked(!p.options.leftOut[section.ID])
		check.OnChanged = func(checked bool) {
			if checked {
				delete(p.options.leftOut, section.ID)
			} else {
				p.options.leftOut[section.ID] = true
			}
			p.looked()
		}
		list.Add(check)
	}
	return list
}

// check is a choice that is on or off.
func (p *reportsPage) check(label string, on *bool) fyne.CanvasObject {
	check := ui.NewCheck(p.w.kit, p.w.t(label))
	check.SetChecked(*on)
	check.OnChanged = func(checked bool) {
		*on = checked
		p.looked()
	}
	return check
}

// looked shows the pages after a choice that leaves the page as it is: where a
// list is long, it would not stay at its place if it were built anew.
func (p *reportsPage) looked() {
	if p.made != "" || len(p.missing) > 0 || p.noSection() != p.refused {
		p.chosenAnew()
		return
	}
	p.look()
}
