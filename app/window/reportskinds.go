package window

import (
	"slices"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/app/workflow"
)

// openReport shows the page of reports with one chosen, when there is such a
// kind.
func (w *Window) openReport(kind string, choice workflow.ReportChoice) {
	p := newReportsPage(w)
	p.kind, p.part = kind, reportsChoices
	p.options.goal, p.options.body, p.options.decision = choice.Goal, choice.Body, choice.Decision
	w.goTo(p)
}

// hasReport tells whether there is such a kind of report.
func (w *Window) hasReport(kind string) bool { return slices.Contains(w.desk.ReportKinds(), kind) }

// order is the document as it is chosen.
func (p *reportsPage) order() workflow.ReportOrder {
	return workflow.ReportOrder{Kind: p.kind, Edition: p.editions()[p.edition], Choice: p.choice()}
}

// obstacle is the key of the sentence why the chosen document cannot be made, ""
// when it can.
func (p *reportsPage) obstacle() string {
	if p.noSection() {
		return "reports.noSection"
	}
	if err := p.w.work.CheckReport(p.order()); err != nil {
		key, _ := p.w.desk.Sentence(err)
		return key
	}
	return ""
}

// wayOut is the view in which an obstacle is mended, "" for none.
func wayOut(obstacle string) view {
	return map[string]view{
		"error.reportNotApproved":     viewDecision,
		"error.reportWithoutGoal":     viewContents,
		"error.reportWithoutSections": viewContents,
		"error.reportWithoutBodies":   viewBodies,
	}[obstacle]
}

// look shows the pages of the chosen document, none where it cannot be made.
func (p *reportsPage) look() {
	if p.obstacle() != "" {
		p.preview.refuse()
		return
	}
	p.preview.show(p.order(), p.variation())
}

// kinds lists the kinds of reports under those for whom they are, each with what
// it is for.
func (p *reportsPage) kinds() fyne.CanvasObject {
	w := p.w
	var groups []ui.ChoiceGroup
	kinds := w.desk.ReportKinds()
	for _, use := range workflow.ReportUses() {
		group := ui.ChoiceGroup{Title: w.t("reports.use." + string(use))}
		for _, kind := range kinds {
			if workflow.UseOf(kind) == use {
				group.Choices = append(group.Choices, ui.Choice{
					ID: kind, Label: w.t("reports.kind." + kind), Note: w.t("reports.kind." + kind + ".short"),
				})
			}
		}
		if len(group.Choices) > 0 {
			groups = append(groups, group)
		}
	}
	list := ui.NewChoiceList(w.kit, groups, p.chooseKind)
	list.Choose(p.kind)
	p.focus = list
	if w.frame.narrow { // the heading is in the choice above
		return list
	}
	return ui.NewColumn(theme.Space4, ui.NewFlush(ui.NewBoldLabel(w.t("reports.whichKind"), theme.TextSection)), list)
}

// chooseKind takes a kind of report; a narrow window goes on to its choices.
func (p *reportsPage) chooseKind(kind string) {
	if p.kind != kind {
		p.kind, p.typed, p.made, p.picking = kind, "", "", nil
	}
	if p.w.frame.narrow {
		p.show(reportsChoices)
		return
	}
	p.w.rebuild()
}
