package window

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/app/workflow"
	"tavoitekartta/model"
	"tavoitekartta/model/filename"
)

// openReport shows the page of reports with one chosen, when there is such a
// kind.
func (w *Window) openReport(kind string, choice workflow.ReportChoice) {
	p := newReportsPage(w)
	p.kind = kind
	p.options.goal, p.options.body = choice.Goal, choice.Body
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
	p.preview.show(p.order())
}

// kindChosen is the chosen kind of report, with what leads to the others.
func (p *reportsPage) kindChosen() fyne.CanvasObject {
	w := p.w
	words := ui.NewColumn(theme.Space4,
		ui.NewBoldLabel(w.t("reports.kind."+p.kind), theme.TextSection),
		ui.NewMutedLabel(w.t("reports.kind."+p.kind+".for"), theme.TextSecondary))
	column := ui.NewColumn(theme.Space12, ui.NewFlush(w.panel(ui.NewRow(theme.Space16, words,
		ui.NewIconSized(ui.IconPDF, theme.ColorPrimary, theme.IconLarge), words))))
	if kinds := w.desk.ReportKinds(); len(kinds) > 1 {
		other := ui.NewButton(w.kit, ui.ButtonSecondary, w.t("reports.otherKind"), func() { p.listKinds(true) }).WithIcon(ui.IconMenu)
		if w.frame.narrow {
			p.focus = other
		}
		column.Add(ui.NewWrap("", "", other))
	}
	return column
}

// listKinds opens or closes the list of the kinds and goes to where it was
// opened or to the chosen one.
func (p *reportsPage) listKinds(open bool) {
	w := p.w
	p.choosing = open
	w.rebuild()
	if open {
		w.kit.Focus(p.focus)
		return
	}
	w.focusAgain(spot{label: w.t("reports.otherKind")})
}

// kinds lists the kinds of reports, each with what it is for.
func (p *reportsPage) kinds() fyne.CanvasObject {
	w := p.w
	list := ui.NewColumn("")
	kinds := w.desk.ReportKinds()
	rows := make([]*ui.LinkRow, len(kinds))
	for i, kind := range kinds {
		name, purpose := w.t("reports.kind."+kind), w.t("reports.kind."+kind+".for")
		icon, spoken := ui.IconPDF, name+". "+purpose
		if kind == p.kind {
			icon, spoken = ui.IconCheck, spoken+" "+w.t("reports.chosenKind")
		}
		words := ui.NewColumn("", ui.NewBoldLabel(name, theme.TextBody), ui.NewMutedLabel(purpose, theme.TextSecondary))
		rows[i] = ui.NewPlainRow(w.kit, icon, words, spoken, func() { p.chooseKind(kind) }).OnKey(func(key fyne.KeyName) bool {
			return p.keyOnKind(rows, i, key)
		})
		if kind == p.kind {
			p.focus = rows[i]
		}
		list.Add(rows[i])
	}
	return ui.NewColumn(theme.Space8,
		ui.NewFlush(ui.NewBoldLabel(w.t("reports.whichKind"), theme.TextSubhead)), ui.NewFlush(w.panel(list)))
}

// keyOnKind moves among the kinds; Escape keeps the one that was chosen.
func (p *reportsPage) keyOnKind(rows []*ui.LinkRow, at int, key fyne.KeyName) bool {
	to, moves := map[fyne.KeyName]int{
		fyne.KeyDown: at + 1, fyne.KeyUp: at - 1, fyne.KeyHome: 0, fyne.KeyEnd: len(rows) - 1,
	}[key]
	switch {
	case key == fyne.KeyEscape:
		p.listKinds(false)
	case moves && to >= 0 && to < len(rows):
		p.w.kit.Focus(rows[to])
	}
	return moves || key == fyne.KeyEscape
}

// chooseKind takes a kind of report and closes the list.
func (p *reportsPage) chooseKind(kind string) {
	if p.kind != kind {
		p.kind, p.typed, p.made, p.missing = kind, "", "", nil
	}
	p.listKinds(false)
}

// suggestedName is the name of the file without its ending: the programme's
// title, cut where it is long, what the document is, and its languages.
func (p *reportsPage) suggestedName() string {
	w, e := p.w, p.editions()[p.edition]
	title, _ := w.work.Programme().Title.Best(e[0])
	if title == "" {
		title = w.t("programme.untitled")
	}
	var codes []string
	for _, l := range e {
		codes = append(codes, string(l))
	}
	rest := " " + strings.Join(codes, "+")
	if p.kind != workflow.ProgrammeDocument {
		rest = " – " + strings.TrimSpace(w.t("reports.kind."+p.kind)+" "+p.part(e[0])) + rest
	}
	return filename.Behind(title, rest)
}

// part names the one goal or body that the document is about, "" for all.
func (p *reportsPage) part(l model.Language) string {
	programme, choice := p.w.work.Programme(), p.choice()
	if goal, _ := programme.Goal(choice.Goal); goal != nil {
		return goal.Number
	}
	if body := programme.Body(choice.Body); body != nil {
		name, _ := body.Name.Best(l)
		return name
	}
	return ""
}
