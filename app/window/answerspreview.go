package window

import (
	"cmp"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/app/workflow"
	"tavoitekartta/model"
)

// preview shows what the worksheets would change: first what a person has to
// choose, then the rest.
func (p *answersPage) preview() fyne.CanvasObject {
	w := p.w
	p.choices = map[int]*ui.LinkRow{}
	column := ui.NewColumn(theme.Space16, ui.NewFlush(ui.NewBoldLabel(w.t("answers.preview"), theme.TextPage)))
	for number := range p.batch.Files {
		column.Add(ui.NewFlush(w.panel(p.fileFacts(number))))
	}
	if clashes := p.clashing(); clashes != nil {
		column.Add(clashes)
	}
	if len(p.batch.Rows) > 0 {
		column.Add(p.plainAnswers())
		column.Add(p.statusLines())
	}
	next := w.t("answers.take")
	if len(p.batch.Rows) == 0 {
		next = w.t("answers.done")
	}
	whole := container.New(&wizardLayout{}, container.NewWithoutLayout(), w.readingPage(column, 1000),
		w.foot(wizardFoot{back: w.t("answers.otherFiles"), onBack: p.back, next: next, onNext: p.next}))
	p.focus = w.frame.next
	if at := p.batch.Undecided(); at >= 0 {
		p.focus = p.choices[at]
	}
	return whole
}

// fileFacts tell of one worksheet: the year, who answered, how many answers, and
// what of it cannot be taken.
func (p *answersPage) fileFacts(number int) fyne.CanvasObject {
	w, file := p.w, p.batch.Files[number]
	column := ui.NewColumn(theme.Space4, ui.NewBoldLabel(file.Name, theme.TextBody))
	if file.Err != nil {
		column.Add(w.noticeLine(ui.MarkMissing, p.complaint(file.Err)))
		return column
	}
	preview := file.Preview
	facts := []string{w.t("answers.year", "year", preview.Year)}
	bodies := map[model.EntityID]bool{}
	for _, line := range preview.Lines {
		if body := w.work.Programme().Body(line.Body); body != nil && !bodies[body.ID] {
			bodies[body.ID] = true
			if name, _ := body.Name.Best(w.language); name != "" && len(bodies) <= 3 {
				facts = append(facts, name)
			}
		}
	}
	for _, answerer := range preview.Answerers {
		facts = append(facts, w.t("answers.answerer", "answerer", answerer))
	}
	for _, until := range preview.Until {
		facts = append(facts, w.t("answers.until", "until", until))
	}
	column.Add(ui.NewLabel(strings.Join(facts, " · "), theme.TextSecondary))
	counts := w.t("answers.changes", "count", len(preview.Lines))
	if preview.Same > 0 {
		counts += " " + w.t("answers.same", "count", preview.Same)
	}
	column.Add(ui.NewMutedLabel(counts, theme.TextSecondary))
	for _, problem := range preview.Problems {
		column.Add(w.noticeLine(ui.MarkMissing, p.problemWords(problem)))
	}
	return column
}

func (p *answersPage) problemWords(problem workflow.AnswerProblem) string {
	w := p.w
	place, _ := problem.Title.Best(w.language)
	if place == "" {
		place = p.placeOf(problem.Element)
	}
	words := place + ": " + w.t("answers.problem."+string(problem.Code))
	if problem.Word != "" {
		words += " (" + problem.Word + ")"
	}
	return words
}

// placeOf names a measure or an indicator, with where it stands.
func (p *answersPage) placeOf(id model.EntityID) string {
	if !p.w.isThere(id) {
		return p.w.t("answers.unknownPlace")
	}
	what, where, _ := p.w.whatAndWhere(id)
	if where == "" {
		return what
	}
	return what + " (" + where + ")"
}

// clashing lists the answers of which one has to be chosen, what stands beside
// what is offered. It is nil where there are none.
func (p *answersPage) clashing() fyne.CanvasObject {
	w := p.w
	column := ui.NewColumn(theme.Space8)
	count := 0
	for i := range p.batch.Rows {
		if p.batch.Rows[i].Clashes() {
			count++
			column.Add(p.clash(i))
		}
	}
	if count == 0 {
		return nil
	}
	head := ui.NewColumn(theme.Space4, ui.NewFlush(ui.NewBoldLabel(w.t("answers.clashes", "count", count), theme.TextSection)),
		ui.NewFlush(ui.NewMutedLabel(w.t("answers.clashes.text"), theme.TextSecondary)))
	if count > 1 {
		head.Add(ui.NewWrap(theme.Space4, "",
			ui.NewButton(w.kit, ui.ButtonSecondary, w.t("answers.allStand"), func() { p.chooseAll(workflow.AnswerStands) }).Compact(),
			ui.NewButton(w.kit, ui.ButtonSecondary, w.t("answers.allNew"), func() { p.chooseAll(0) }).Compact()))
	}
	return ui.NewColumn(theme.Space8, head, column)
}

// chooseAll chooses what stands everywhere, or the first offer.
func (p *answersPage) chooseAll(offer int) {
	for i := range p.batch.Rows {
		if p.batch.Rows[i].Clashes() {
			p.batch.Rows[i].Chosen = offer
		}
	}
	p.w.rebuild()
	p.w.kit.Focus(p.w.frame.next)
}

// clash shows what stands and what is offered side by side.
func (p *answersPage) clash(at int) fyne.CanvasObject {
	w, row := p.w, &p.batch.Rows[at]
	head := ui.NewColumn("", ui.NewLabel(p.placeOf(row.Element), theme.TextBody), ui.NewMutedLabel(p.bodyAndYear(row), theme.TextSecondary))
	sides := ui.NewFormRow(260, theme.Space8)
	if row.Before.ID != "" {
		sides.Add(p.side(at, workflow.AnswerStands, w.t("answers.stands"), row.Before))
	}
	for i, offer := range row.Offers {
		side := p.side(at, i, p.batch.Files[offer.File].Name, offer.After)
		if i == 0 {
			p.choices[at] = side
		}
		sides.Add(side)
	}
	return ui.NewFlush(w.panel(ui.NewColumn(theme.Space8, head, sides)))
}

// side is one of the answers between which a person chooses.
func (p *answersPage) side(at, offer int, title string, answer model.FollowUpAnswer) *ui.LinkRow {
	w := p.w
	icon := ui.IconCircle
	said := ui.Spoken{Label: title + ": " + p.answerWords(answer), Hint: p.placeOf(p.batch.Rows[at].Element)}
	if p.batch.Rows[at].Chosen == offer {
		icon, said.Value = ui.IconCheckDisc, w.t("field.chosen")
	}
	return ui.NewPlainRow(w.kit, icon, ui.NewColumn("", ui.NewMutedLabel(title, theme.TextSmallest), ui.NewLabel(p.answerWords(answer), theme.TextBody)),
		said.String(), func() {
			p.batch.Rows[at].Chosen = offer
			w.rebuild()
		})
}

func (p *answersPage) bodyAndYear(row *workflow.AnswerRow) string {
	year := strconv.Itoa(row.After.Year)
	if body := p.w.work.Programme().Body(row.Body); body != nil {
		name, _ := body.Name.Best(p.w.language)
		return name + ", " + year
	}
	return year
}

// plainAnswers lists what is written without a choice.
func (p *answersPage) plainAnswers() fyne.CanvasObject {
	w := p.w
	list, count := ui.NewColumn(theme.Space8), 0
	for i := range p.batch.Rows {
		row := &p.batch.Rows[i]
		if row.Clashes() {
			continue
		}
		if count++; count > p.listed {
			continue
		}
		words := p.answerWords(row.After)
		if row.Before.ID != "" {
			words = w.t("answers.fromTo", "before", p.answerWords(row.Before), "after", words)
		}
		list.Add(ui.NewFlush(ui.NewColumn("", ui.NewLabel(words, theme.TextBody),
			ui.NewMutedLabel(p.placeOf(row.Element)+" · "+p.bodyAndYear(row), theme.TextSecondary))))
	}
	if count == 0 {
		return list
	}
	if count > p.listed {
		list.Add(ui.NewRow("", nil, ui.NewButton(w.kit, ui.ButtonSecondary, w.t("reports.pickMore"), func() {
			p.listed += answersAtOnce
			w.rebuild()
		}).Compact()))
	}
	return ui.NewColumn(theme.Space8, ui.NewFlush(ui.NewBoldLabel(w.t("answers.fresh", "count", count), theme.TextSection)), list)
}

// statusLines tell which measures' status follows.
func (p *answersPage) statusLines() fyne.CanvasObject {
	w := p.w
	after := w.work.PreviewBatch(p.batch)
	list := ui.NewColumn(theme.Space4)
	if len(after.Statuses) > 0 {
		list.Add(ui.NewFlush(ui.NewBoldLabel(w.t("answers.statuses", "count", len(after.Statuses)), theme.TextSection)))
	}
	for _, line := range after.Statuses[:min(len(after.Statuses), p.listed)] {
		words := w.t("answers.fromTo", "before", p.statusWord(line.Before), "after", p.statusWord(line.After))
		list.Add(ui.NewFlush(ui.NewColumn("", ui.NewLabel(words, theme.TextBody), ui.NewMutedLabel(p.placeOf(line.Measure), theme.TextSecondary))))
	}
	return list
}

func (p *answersPage) statusWord(status model.MeasureStatus) string {
	return p.w.t("status." + cmp.Or(string(status), "unknown"))
}

// answerWords are what was answered.
func (p *answersPage) answerWords(a model.FollowUpAnswer) string {
	var parts []string
	if a.Status != model.StatusUnknown {
		parts = append(parts, p.statusWord(a.Status))
	}
	if a.Value != "" {
		parts = append(parts, strings.ReplaceAll(string(a.Value), ".", ","))
	}
	if a.Remark != "" {
		parts = append(parts, "”"+a.Remark+"”")
	}
	if len(parts) == 0 {
		return p.w.t("answers.nothing")
	}
	return strings.Join(parts, ", ")
}
