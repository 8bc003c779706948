package window

import (
	"slices"
	"strconv"
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
	everyGoal       bool
	decision        model.EntityID // the handling of an agenda, "" for the next one
	year            int            // of a follow-up, 0 for the usual one
	emptyLines      bool
	signatureFields bool
	noAttachment    bool
	withoutNames    bool
	names           map[string]bool // by their keys: whether a name is taken out, where a person has chosen
	namesShown      int             // how many of the names are listed, 0 for the first ones
}

func newReportOptions() reportOptions {
	return reportOptions{leftOut: map[model.EntityID]bool{}, names: map[string]bool{}}
}

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
	if asks.Decision && programme.Decision(p.options.decision) != nil {
		choice.Decision = p.options.decision
	}
	if asks.Year {
		choice.Year = p.options.year
	}
	if asks.Goal && !p.options.everyGoal {
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
	column := ui.NewColumn(theme.Space8)
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
	if asks.Decision && len(programme.Decisions) > 0 {
		column.Add(p.handlingChoice(programme))
	}
	if asks.Plain {
		column.Add(p.plainRows())
	}
	if asks.Goal && p.obstacle() == "" {
		column.Add(p.goalChoice(programme))
	}
	if asks.Body && len(programme.Bodies) > 0 {
		column.Add(p.bodyChoice(programme))
	}
	if asks.Year {
		column.Add(p.yearChoice(programme))
	}
	if asks.Fillable {
		column.Add(p.answersRow())
	}
	if asks.Sections && len(programme.Sections) > 0 {
		column.Add(p.sectionChecks(programme))
	}
	if asks.EmptyLines {
		column.Add(p.check("reports.emptyLines", &p.options.emptyLines))
	}
	switch {
	case asks.SignatureFields && p.options.withoutNames:
		column.Add(ui.NewFlush(ui.NewMutedLabel(p.w.t("reports.withoutNames.unsigned"), theme.TextSmallest)))
	case asks.SignatureFields:
		column.Add(p.check("reports.signatureFields", &p.options.signatureFields))
	}
	if len(column.Objects) == 0 {
		return nil
	}
	return column
}

// chosenAnew shows the document after another choice.
func (p *reportsPage) chosenAnew() {
	p.made = ""
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

// goalChoice chooses the goal of an extract, or every one.
func (p *reportsPage) goalChoice(programme *model.Programme) fyne.CanvasObject {
	w := p.w
	chosen := w.t("reports.everyGoal")
	if goal, _ := programme.Goal(p.choice().Goal); goal != nil {
		chosen = p.goalWords(goal)
	}
	return p.pickRow("reports.goal", chosen, func() *picker {
		items := []pickItem{{words: w.t("reports.everyGoal")}}
		for goal := range programme.AllGoals() {
			items = append(items, pickItem{goal.ID, p.goalWords(goal), goal.Title})
		}
		return p.pickOne("reports.pickGoal", items, p.choice().Goal, func(goal model.EntityID) {
			p.options.goal, p.options.everyGoal = goal, goal == ""
		})
	})
}

func (p *reportsPage) goalWords(goal *model.Goal) string {
	return strings.TrimSpace(goal.Number + " " + p.written(goal.Title, "contents.untitledGoal"))
}

// bodyChoice chooses the body whose sheet is made, or every one's.
func (p *reportsPage) bodyChoice(programme *model.Programme) fyne.CanvasObject {
	w := p.w
	chosen := w.t("reports.everyBody")
	if body := programme.Body(p.options.body); body != nil {
		chosen = p.written(body.Name, "contents.bodies.unnamed")
	}
	return p.pickRow("reports.body", chosen, func() *picker {
		var items []pickItem
		for i := range programme.Bodies {
			items = append(items, pickItem{programme.Bodies[i].ID, p.written(programme.Bodies[i].Name, "contents.bodies.unnamed"), programme.Bodies[i].Name})
		}
		order := text.Order(string(w.language))
		slices.SortStableFunc(items, func(a, b pickItem) int { return order(a.words, b.words) })
		items = slices.Insert(items, 0, pickItem{words: w.t("reports.everyBody")})
		return p.pickOne("reports.pickBody", items, p.options.body, func(body model.EntityID) { p.options.body = body })
	})
}

// mostChecks is how many sections are listed among the choices; more have a list
// of their own, so that the file stays in sight.
const mostChecks = 3

// sectionChecks chooses the sections. Where there are many, they are searched.
func (p *reportsPage) sectionChecks(programme *model.Programme) fyne.CanvasObject {
	w := p.w
	var items []pickItem
	for i := range programme.Sections {
		section := &programme.Sections[i]
		items = append(items, pickItem{section.ID, strings.TrimSpace(section.Number + " " + p.written(section.Title, "contents.untitledSection")), section.Title})
	}
	if len(items) > mostChecks {
		chosen := w.t("reports.sectionsChosen", "count", len(items)-len(p.options.leftOut), "whole", len(items))
		return p.pickRow("reports.sections", chosen, func() *picker { return p.pickSeveral("reports.sections", items) })
	}
	list := ui.NewColumn("", ui.NewFlush(ui.NewBoldLabel(w.t("reports.sections"), theme.TextSecondary)))
	for _, item := range items {
		list.Add(p.sectionCheck(item))
	}
	return list
}

func (p *reportsPage) sectionCheck(item pickItem) fyne.CanvasObject {
	check := ui.NewCheck(p.w.kit, item.words)
	check.SetChecked(!p.options.leftOut[item.id])
	check.OnChanged = func(checked bool) {
		if checked {
			delete(p.options.leftOut, item.id)
		} else {
			p.options.leftOut[item.id] = true
		}
		p.looked()
	}
	p.begins(check)
	return check
}

// handlingChoice chooses for which organ's meeting an agenda item is.
func (p *reportsPage) handlingChoice(programme *model.Programme) fyne.CanvasObject {
	w := p.w
	next, chain := programme.NextHandling(), programme.Chain()
	if next == nil {
		next = chain[len(chain)-1]
	}
	var words []string
	at := 0
	for i, d := range chain {
		name := w.organ(d)
		if !d.MeetingDate.Zero() {
			name += ", " + w.day(d.MeetingDate)
		}
		words = append(words, name)
		if d.ID == p.options.decision || programme.Decision(p.options.decision) == nil && d == next {
			at = i
		}
	}
	choice := ui.NewSelect(w.kit, w.t("reports.handling"), words...)
	choice.SetChosen(at)
	choice.OnChanged = func(i int) {
		p.options.decision = chain[i].ID
		p.chosenAnew()
	}
	p.begins(choice.Focusable())
	return choice
}

// yearChoice chooses the year of a follow-up.
func (p *reportsPage) yearChoice(programme *model.Programme) fyne.CanvasObject {
	years, usual := programme.FollowUpYears(p.w.desk.Today())
	var words []string
	for _, year := range years {
		words = append(words, strconv.Itoa(year))
	}
	if p.options.year != 0 {
		usual = p.options.year
	}
	if len(years) > mostFollowUpChips {
		choice := ui.NewSelect(p.w.kit, p.w.t("reports.year"), words...)
		choice.SetChosen(slices.Index(years, usual))
		choice.OnChanged = func(i int) {
			p.options.year = years[i]
			p.chosenAnew()
		}
		return choice
	}
	row := ui.NewChoiceRow(p.w.kit, p.w.t("reports.year"), words...)
	row.SetChosen(slices.Index(years, usual))
	row.OnChanged = func(chosen []int) {
		if len(chosen) == 1 {
			p.options.year = years[chosen[0]]
			p.chosenAnew()
		}
	}
	return row
}

// mostFollowUpChips is how many years stand side by side; more are a list.
const mostFollowUpChips = 6

// answersRow leads to where the filled worksheets are read.
func (p *reportsPage) answersRow() fyne.CanvasObject {
	w := p.w
	words := w.t("reports.readAnswers")
	return ui.NewLinkRow(w.kit, ui.MarkInformation, ui.NewLabel(words, theme.TextSecondary), words, func() { w.openAnswers() }).
		WithSign(ui.IconImport, theme.ColorPrimary).On(theme.ColorGround)
}

// plainRows tell in each language of the document how many of the texts in easy
// language are written, and lead to the first that is not.
func (p *reportsPage) plainRows() fyne.CanvasObject {
	w, programme := p.w, p.w.work.Programme()
	column := ui.NewColumn("")
	for _, l := range p.editions()[p.edition] {
		share := programme.PlainShare(l)
		at, mark := programme.ID, ui.MarkDone
		for _, text := range programme.PlainTexts() {
			if text.Text.In(l) == "" {
				at, mark = text.Entity, ui.MarkMissing
				break
			}
		}
		words := w.t("reports.plainShare."+string(l), "count", share.Part, "whole", share.Whole)
		row := ui.NewLinkRow(w.kit, mark, ui.NewColumn("", ui.NewLabel(words, theme.TextSecondary),
			ui.NewMutedLabel(w.t("reports.plainWrite"), theme.TextSmallest)),
			ui.Spoken{Label: words, Hint: w.t("reports.plainWrite")}.String(), func() {
				w.language = l
				w.openField(at, model.FieldPlainText.In(l))
			}).On(theme.ColorGround)
		p.begins(row)
		column.Add(row)
	}
	return column
}

// check is a choice that is on or off, with what it means.
func (p *reportsPage) check(label string, on *bool) fyne.CanvasObject {
	check := ui.NewCheck(p.w.kit, p.w.t(label))
	check.SetChecked(*on)
	check.OnChanged = func(checked bool) {
		*on = checked
		p.looked()
	}
	p.begins(check)
	return check
}

// looked shows the pages after a choice that leaves the page as it is: where a
// list is long, it would not stay at its place if it were built anew.
func (p *reportsPage) looked() {
	if p.made != "" || p.noSection() != p.refused {
		p.chosenAnew()
		return
	}
	p.look()
}
