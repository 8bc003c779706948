package window

import (
	"slices"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/model"
)

// task is the next thing to do with a programme.
type task struct {
	heading  string
	what     string // the element that it is about
	where    string // what it stands in
	language string // in which both are written
	button   string
	open     func()
}

// nextCard is the next thing to do, with the page's one primary button.
func (p *overviewPage) nextCard() fyne.CanvasObject {
	w := p.w
	next := p.task()
	words := ui.NewColumn("", ui.NewLabel(w.t("overview.next"), theme.TextSmallest), ui.NewBoldLabel(next.heading, theme.TextSection))
	if next.what != "" {
		what := ui.NewLabel(next.what, theme.TextSecondary)
		what.Language = next.language
		words.Add(ui.NewInset(theme.Space4, "", "", "", what))
	}
	if next.where != "" {
		where := ui.NewMutedLabel(next.where, theme.TextSecondary)
		where.Language = next.language
		words.Add(where)
	}
	p.next = ui.NewButton(w.kit, ui.ButtonPrimary, next.button, next.open).WithTrailingIcon(ui.IconArrowRight)
	if w.frame.narrow {
		return p.card(theme.ColorPrimaryTint, "", theme.Space12, ui.NewRow(theme.Space16, words, words, p.next))
	}
	return p.card(theme.ColorPrimaryTint, "", theme.Space12, ui.NewColumn(theme.Space8, ui.NewFlush(words), ui.NewRow("", nil, p.next)))
}

// task returns the next thing to do: in a programme whose content is locked
// what its decision waits for, else the first thing in printing order that
// keeps a goal from being written, else what is missing besides, and in the
// end the decision.
func (p *overviewPage) task() task {
	w := p.w
	switch state := w.work.Programme().State; {
	case state == model.Locked:
		return p.decisionTask("overview.next.minutes", "overview.next.minutesText")
	case state.Locked():
		return p.decisionTask("overview.next.read", "")
	}
	if w.recorded() {
		return p.recordTask()
	}
	findings := w.work.Findings()
	if f, found := p.firstUnwritten(findings); found {
		return p.taskOf(f)
	}
	for _, code := range []model.Code{
		model.CodeOpenClash, model.CodeTranslationMissing, model.CodeTranslationOutdated, model.CodeTwoSpellings, model.CodeSuccessorMissing,
		model.CodeKindUnconfirmed,
	} {
		for _, f := range findings {
			if _, reached := w.destinationOf(f); reached && f.Code == code {
				return p.taskOf(f)
			}
		}
	}
	heading, text := "overview.next.propose", "overview.next.allWritten"
	if w.work.Programme().State == model.InDecisionMaking {
		heading = "overview.next.record"
	}
	if w.work.Programme().StructureOnly {
		text = ""
	}
	return p.decisionTask(heading, text)
}

// recordTask is the next thing in a programme of the past: what is known can be
// written down, and nothing is asked for but what approval requires.
func (p *overviewPage) recordTask() task {
	w := p.w
	for _, f := range w.work.Findings() {
		if _, reached := w.destinationOf(f); reached && f.Severity >= model.Mistake {
			return p.taskOf(f)
		}
	}
	return task{
		heading: w.t("overview.next.recorded"), where: w.t("overview.next.recordedText"), button: w.t("overview.open.programme"),
		open: func() { w.openView(viewContents) },
	}
}

func (p *overviewPage) decisionTask(heading, text string) task {
	w := p.w
	t := task{heading: w.t(heading), button: w.t("overview.openDecision"), open: func() { w.openView(viewDecision) }}
	if text != "" {
		t.where = w.t(text)
	}
	return t
}

// firstUnwritten returns the first finding in printing order of what belongs
// to a written goal; within a goal the steps of the wizard are the order.
func (p *overviewPage) firstUnwritten(findings []model.Finding) (model.Finding, bool) {
	var first model.Finding
	var at place
	found := false
	for _, f := range findings {
		if f.Severity == model.Mistake || !slices.Contains([]model.Code{
			model.CodeOwnerMissing, model.CodeYearsMissing, model.CodeSectionMissing, model.CodeTitleMissing, model.CodeGoalMissing, model.CodeMeasureMissing, model.CodeMeasureTextMissing,
			model.CodeTimetableMissing, model.CodeBodyMissing, model.CodeIndicatorMissing, model.CodeIndicatorUnwritten,
		}, f.Code) {
			continue
		}
		d, reached := p.w.destinationOf(f)
		if !reached {
			continue
		}
		if !found || d.at.Element == at.Element && d.at.Step < at.Step {
			first, at, found = f, d.at, true
		}
	}
	return first, found
}

// taskOf is the task of mending a finding.
func (p *overviewPage) taskOf(f model.Finding) task {
	w := p.w
	what, where, language := w.whatAndWhere(f.Entity)
	heading := "overview.next." + string(f.Code)
	if f.Code == model.CodeTranslationMissing || f.Code == model.CodeTranslationOutdated {
		heading += "." + string(languageOf(f.Field))
	}
	kind := w.work.State().Element(f.Entity).Kind
	if f.Code == model.CodeTitleMissing {
		heading += "." + string(kind)
	}
	button := "overview.open." + string(kind)
	if d, found := w.destinationOf(f); found && d.facts {
		button = "details.open"
	} else if found && d.clash {
		button = "clashes.open"
	}
	return task{
		heading: w.t(heading), what: what, where: where, language: language, button: w.t(button),
		open: func() { w.openFinding(f) },
	}
}

// whatAndWhere names an element and what it stands in: a measure and its goal,
// a goal and its section. Language is that of the element's name.
func (w *Window) whatAndWhere(id model.EntityID) (what, where, language string) {
	state := w.work.State()
	names := map[model.Kind]struct {
		field   model.Field
		missing string
	}{
		model.KindOwner:     {model.FieldName, "details.owner.untitled"},
		model.KindChapter:   {model.FieldTitle, "details.chapter.untitled"},
		model.KindBlock:     {model.FieldTitle, "chapters.untitledPart"},
		model.KindSection:   {model.FieldTitle, "contents.untitledSection"},
		model.KindGoal:      {model.FieldTitle, "contents.untitledGoal"},
		model.KindMeasure:   {model.FieldTitle, "contents.untitledMeasure"},
		model.KindIndicator: {model.FieldTitle, "contents.untitledIndicator"},
		model.KindBody:      {model.FieldName, "contents.bodies.unnamed"},
	}
	name := func(id model.EntityID) (words, language string) {
		e := state.Element(id)
		if e == nil {
			return "", ""
		}
		how, known := names[e.Kind]
		if !known {
			return "", ""
		}
		return w.named(e.Text(how.field), how.missing)
	}
	what, language = name(id)
	where, _ = name(state.Parent(id))
	return what, where, language
}
