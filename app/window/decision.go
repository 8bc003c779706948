package window

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/model"
)

// decisionPage leads a programme through its approval: what is still missing,
// the decision, its minutes, and the approved version.
type decisionPage struct {
	w        *Window
	draft    *draft
	focus    fyne.Focusable
	fields   map[model.Field]complaining // of the final decision
	names    map[model.EntityID]*ui.Field
	open     map[model.EntityID]bool // entries of the minutes, and the vote, that are being edited
	problems map[model.Field]string  // shown until their field changes
}

// complaining is a control that can say what is wrong with it.
type complaining interface {
	SetError(sentence string)
	Focus()
}

func newDecisionPage(w *Window) *decisionPage {
	return &decisionPage{
		w: w, draft: newDraft(w), open: map[model.EntityID]bool{}, problems: map[model.Field]string{},
	}
}

func (p *decisionPage) name() string          { return "decision" }
func (p *decisionPage) first() fyne.Focusable { return p.focus }
func (p *decisionPage) flush() error          { return p.draft.flush() }
func (p *decisionPage) back()                 { p.w.openView(viewContents) }
func (p *decisionPage) next()                 { p.act() }

func (p *decisionPage) content() fyne.CanvasObject {
	w := p.w
	p.focus = nil
	p.fields, p.names = map[model.Field]complaining{}, map[model.EntityID]*ui.Field{}
	main := ui.NewColumn(theme.Space12,
		ui.NewFlush(ui.NewBoldLabel(w.t("decision.title"), theme.TextPage)),
		ui.NewFlush(ui.NewStages(p.precheckStage(), p.decisionStage(), p.minutesStage(), p.versionStage())))
	page := ui.NewPage(w.kit, ui.NewSided(336, 640, theme.Space24, main, p.versionCard()))
	page.SetNarrow(w.frame.narrow)
	for field, sentence := range p.problems {
		if control := p.fields[field]; control != nil {
			control.SetError(sentence)
		}
	}
	foot := w.foot(p.foot())
	if p.focus == nil {
		p.focus = w.frame.next
	}
	return container.New(&wizardLayout{}, container.NewWithoutLayout(), page, foot)
}

// precheckStage says what keeps the programme from being decided, and what is
// good to know, the missing second language first.
func (p *decisionPage) precheckStage() ui.Stage {
	w := p.w
	obstacles := p.contentObstacles()
	stage := ui.Stage{Title: w.t("decision.precheck"), State: ui.StageCurrent}
	if len(obstacles) == 0 {
		stage.State = ui.StageDone
	}
	if w.work.ReadOnly() {
		stage.State, stage.Note = ui.StageDone, w.t("decision.contentLocked")
	}
	languages, rest := ui.NewColumn(theme.Space4), ui.NewColumn(theme.Space4)
	counts, first := map[model.Code]int{}, map[model.Code]model.Finding{}
	for _, f := range w.work.Findings() {
		if counts[f.Code]++; counts[f.Code] == 1 {
			first[f.Code] = f
		}
	}
	if code, words := p.languageNotice(counts); words != "" && !w.work.RecordedApproval() {
		languages.Add(w.findingLine(words, first[code]))
		languages.Add(ui.NewFlush(ui.NewMutedLabel(w.t("decision.bilingual"), theme.TextSecondary)))
	}
	if !w.work.ReadOnly() {
		for _, f := range obstacles {
			if f.Code != model.CodeOpenClash {
				rest.Add(w.findingLine(w.t("finding."+string(f.Code)), f))
			}
		}
		if open := counts[model.CodeOpenClash]; open > 0 {
			rest.Add(w.findingLine(w.t("overview.missing.clash", "count", open), first[model.CodeOpenClash]))
		}
		if len(obstacles) == 0 {
			rest.Add(ui.NewFlush(ui.NewMarkWithWord(ui.MarkDone, w.t("decision.noObstacles"), theme.TextSecondary)))
		}
	}
	var notices []string
	for _, code := range []model.Code{
		model.CodeTimetableMissing, model.CodeBodyMissing, model.CodeIndicatorMissing,
		model.CodeBaselineUnknown, model.CodeKindUnconfirmed,
	} {
		if counts[code] > 0 && !w.recorded() {
			notices = append(notices, w.t("notice."+string(code), "count", counts[code]))
		}
	}
	if len(notices) > 0 {
		rest.Add(ui.NewFlush(w.noticeLine(ui.MarkInformation, strings.Join(notices, ", "))))
	}
	switch {
	case len(languages.Objects) == 0:
		stage.Body = rest
	case len(rest.Objects) == 0:
		stage.Body = languages
	default:
		stage.Body = ui.NewFormRow(260, theme.Space16, languages, rest)
	}
	return stage
}

// languageNotice is the first of the notices in a bilingual municipality, and
// the code of what it tells.
func (p *decisionPage) languageNotice(counts map[model.Code]int) (model.Code, string) {
	w := p.w
	second := model.Swedish
	if w.work.Programme().FirstLanguage == model.Swedish {
		second = model.Finnish
	}
	switch {
	case counts[model.CodeSecondLanguage] > 0:
		return model.CodeSecondLanguage, w.t("decision.secondLanguageMissing." + string(second))
	case counts[model.CodeTranslationMissing] > 0:
		return model.CodeTranslationMissing, w.t("start.untranslated."+string(second), "count", counts[model.CodeTranslationMissing])
	case counts[model.CodeTranslationOutdated] > 0:
		return model.CodeTranslationOutdated, w.t("notice.translationOutdated", "count", counts[model.CodeTranslationOutdated])
	}
	return "", ""
}

// noticeLine is a mark with words that may take several lines.
func (w *Window) noticeLine(kind ui.MarkKind, words string) fyne.CanvasObject {
	label := ui.NewLabel(words, theme.TextSecondary)
	label.SetColor(ui.MarkColor(kind))
	return ui.NewTopRow(theme.Space8, label, ui.NewMark(w.kit, kind, ""), label)
}

// findingLine says what a finding is about and leads to where it is mended.
// Where the content is locked it only says so.
func (w *Window) findingLine(words string, f model.Finding) fyne.CanvasObject {
	if w.work.ReadOnly() {
		return ui.NewFlush(w.noticeLine(ui.MarkMissing, words))
	}
	label := ui.NewLabel(words, theme.TextSecondary)
	label.SetColor(ui.MarkColor(ui.MarkMissing))
	return ui.NewLinkRow(w.kit, ui.MarkMissing, label, words, func() { w.openFinding(f) }).On(theme.ColorGround)
}

// contentObstacles are the obstacles in the content, those of the decision aside.
func (p *decisionPage) contentObstacles() []model.Finding {
	decision := p.w.work.Programme().FinalDecision()
	return slices.DeleteFunc(p.w.work.Obstacles(), func(f model.Finding) bool {
		return f.Code == model.CodeDecisionMissing || decision != nil && f.Entity == decision.ID
	})
}

// versionStage says what comes, or what was approved.
func (p *decisionPage) versionStage() ui.Stage {
	w := p.w
	stage := ui.Stage{Title: w.t("decision.version"), Note: w.t("decision.versionText"), Body: container.NewWithoutLayout()}
	switch w.work.Programme().State {
	case model.Approved:
		stage.State, stage.Note = ui.StageDone, w.t("decision.versionApproved")
		if w.work.RecordedApproval() {
			stage.Note = w.t("decision.recordedText")
		} else if v, err := w.work.Version(w.ctx); err == nil {
			stage.Note = w.t("decision.approvedOn", "when", w.day(model.DateOf(v.ApprovedAt)))
		}
	case model.Locked:
		if len(w.work.Pending()) == 0 {
			stage.State, stage.Note = ui.StageCurrent, w.t("decision.versionReady")
		}
	}
	return stage
}

// foot offers the one thing that comes next.
func (p *decisionPage) foot() wizardFoot {
	w := p.w
	f := wizardFoot{back: w.t("nav.contents"), onBack: p.back, onNext: p.act}
	switch w.work.Programme().State {
	case model.Approved:
		f.next = w.t("decision.openNext")
		if w.work.RecordedApproval() {
			f.next = w.t("decision.completeRecord")
		}
	case model.Locked:
		f.next = w.t("decision.approve")
		if waiting := p.waitingFor(); len(waiting) > 0 {
			f.step = w.t("decision.waitingFor", "names", strings.Join(waiting, ", "))
		}
	default:
		f.next = w.t("decision.lock")
		if w.work.Programme().RecordedAfterwards {
			f.next = w.t("decision.recordApproved")
		}
	}
	return f
}

// act does what the foot offers.
func (p *decisionPage) act() {
	w := p.w
	if err := p.flush(); err != nil {
		w.tell(err)
		return
	}
	switch w.work.Programme().State {
	case model.Approved:
		if w.work.RecordedApproval() {
			p.completeRecord()
			return
		}
		ui.Confirm(w.kit, w.window.Canvas(), w.t("decision.openNext"), w.t("decision.openNextQuestion"),
			w.t("decision.openNext"), w.t("action.cancel"), func() {
				err := w.work.BeginNextVersion(w.ctx)
				w.openView(viewContents)
				w.tell(err)
			})
	case model.Locked:
		p.approve()
	default:
		p.lock()
	}
}

func (p *decisionPage) lock() {
	w := p.w
	if d := w.work.Programme().FinalDecision(); d == nil || !d.Decided() && !recordBegun(d) {
		p.beginDecision()
		return
	}
	if p.complain(w.work.Obstacles()) {
		return
	}
	act, question := "decision.lock", "decision.lockQuestion"
	if w.work.Programme().RecordedAfterwards {
		act, question = "decision.recordApproved", "decision.recordQuestion"
	}
	ui.Confirm(w.kit, w.window.Canvas(), w.t(act), w.t(question),
		w.t(act), w.t("action.cancel"), func() {
			err := w.work.Lock(w.ctx)
			w.rebuild()
			w.tell(err)
			if err == nil && w.work.Programme().State == model.Locked && len(w.work.Pending()) == 0 {
				p.approve()
			}
		})
}

// completeRecord opens a programme recorded afterwards for more of what is known.
func (p *decisionPage) completeRecord() {
	w := p.w
	ui.Confirm(w.kit, w.window.Canvas(), w.t("decision.completeRecord"), w.t("decision.completeRecordQuestion"),
		w.t("decision.completeRecord"), w.t("action.cancel"), func() {
			err := w.work.CompleteRecord(w.ctx)
			w.openView(viewContents)
			w.tell(err)
		})
}

// complain shows each obstacle where it can be put right and moves the focus to
// the first one. It tells whether there were any.
func (p *decisionPage) complain(obstacles []model.Finding) bool {
	w := p.w
	var first complaining
	for _, f := range obstacles {
		sentence := w.t("finding." + string(f.Code))
		control := p.fields[f.Field]
		if control == nil {
			continue
		}
		p.problems[f.Field] = sentence
		control.SetError(sentence)
		if first == nil {
			first = control
		}
	}
	switch {
	case first != nil:
		first.Focus()
	case len(obstacles) > 0:
		w.show(messageError, "finding."+string(obstacles[0].Code))
	}
	return len(obstacles) > 0
}
