package window

import (
	"encoding/json"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/model"
)

// settingNewProgramme keeps the wizard's answers until the programme is made,
// so that a person can stop in the middle and go on another day.
const settingNewProgramme = "newProgramme"

// The steps of the wizard.
const (
	stepTemplate = iota
	stepNames
	stepBodies
	stepSections
	stepLanguages
	stepCheck
	newProgrammeSteps
)

// newProgrammeAnswers are the wizard's answers, as typed.
type newProgrammeAnswers struct {
	Step       int                     `json:"step"`
	Template   string                  `json:"template"`
	Kind       model.ProgrammeKind     `json:"kind"`
	Title      model.Text              `json:"title"`
	Owner      model.Text              `json:"owner"`
	Bilingual  bool                    `json:"bilingual"`
	FirstYear  string                  `json:"firstYear"`
	LastYear   string                  `json:"lastYear"`
	PreparedBy model.Text              `json:"preparedBy"`
	FollowUp   model.Text              `json:"followUp"`
	LegalBasis string                  `json:"legalBasis"`
	Sections   []newSection            `json:"sections"`
	Goals      []newGoal               `json:"goals"` // without a section
	OwnerKind  model.OwnerKind         `json:"ownerKind"`
	CopyOf     model.EntityID          `json:"copyOf"` // the earlier programme that is copied, "" for none
	First      model.Language          `json:"first"`
	Languages  map[model.Language]bool `json:"languages"`
}

// newSection is a section that the programme begins with.
type newSection struct {
	Title model.Text        `json:"title"`
	Role  model.SectionRole `json:"role"`
}

// newGoal is a goal without a section that the programme begins with.
type newGoal struct {
	Title model.Text     `json:"title"`
	Role  model.GoalRole `json:"role"`
}

// legalBases are the acts on which a programme can stand; what they say is
// data shown as guidance (finlex.fi).
var legalBases = []string{"681/2023", "1386/2010", ""}

// newProgrammePage is the wizard of a new programme.
type newProgrammePage struct {
	w        *Window
	draft    *draft
	answers  newProgrammeAnswers
	warned   int // the step whose missing answers have been shown, so that Next goes on
	focus    fyne.Focusable
	fields   []*ui.Field // of the step that is shown
	required func() bool // shows what else the step lacks and tells whether it lacks nothing
}

// newProgramme opens the wizard, where it was left or at its beginning.
func (w *Window) newProgramme() {
	if _, here := w.page.(*newProgrammePage); here {
		return
	}
	p := &newProgrammePage{w: w, draft: newDraft(w), warned: -1}
	kept, err := w.desk.Store().Setting(w.ctx, settingNewProgramme)
	if err != nil || json.Unmarshal([]byte(kept), &p.answers) != nil {
		p.answers = newProgrammeAnswers{}
	}
	if p.answers.First == "" {
		p.answers.First = model.Language(w.words.Language())
		p.answers.Languages = map[model.Language]bool{p.answers.First: true}
		p.answers.LegalBasis = legalBases[0]
		if identity, err := w.desk.Identity(w.ctx); err == nil {
			p.answers.Owner = identity.Name
			p.answers.Bilingual = identity.Name.Fi != "" && identity.Name.Sv != ""
		}
	}
	p.answers.Step = min(max(p.answers.Step, 0), newProgrammeSteps-1)
	w.leave(p)
}

func (p *newProgrammePage) name() string {
	return "new/" + [...]string{"template", "names", "bodies", "sections", "languages", "check"}[p.answers.Step]
}

func (p *newProgrammePage) first() fyne.Focusable { return p.focus }

// flush keeps the answers, now.
func (p *newProgrammePage) flush() error {
	p.draft.typed("answers", p.keep)
	return p.draft.flush()
}

func (p *newProgrammePage) keep() error {
	b, err := json.Marshal(p.answers)
	if err != nil {
		return err
	}
	return p.w.desk.Store().SetSetting(p.w.ctx, settingNewProgramme, string(b))
}

// language is the one in which names are asked for first.
func (p *newProgrammePage) language() model.Language { return p.answers.First }

func (p *newProgrammePage) content() fyne.CanvasObject {
	w := p.w
	p.required, p.focus = func() bool { return true }, nil
	var names []string
	for _, key := range []string{"template", "names", "bodies", "sections", "languages", "check"} {
		names = append(names, w.t("new.step."+key))
	}
	steps := ui.NewStepHeader(w.kit, names, p.jump)
	done := make([]bool, newProgrammeSteps)
	for i := range p.answers.Step {
		done[i] = true
	}
	steps.Set(p.answers.Step, done)
	build := [...]func() []fyne.CanvasObject{
		p.templateStep, p.namesStep, p.bodiesStep, p.sectionsStep, p.languagesStep, p.checkStep,
	}[p.answers.Step]
	p.fields = nil
	column := ui.NewColumn(theme.Space12, ui.NewFlush(ui.NewBoldLabel(names[p.answers.Step], theme.TextPage)))
	for _, o := range build() {
		column.Add(o)
	}
	next := w.t("action.nextTo", "step", w.t("new.step."+p.nextKey()))
	if p.answers.Step == stepCheck {
		next = w.t("new.create")
	}
	back := w.t("action.back")
	if p.answers.Step == 0 {
		back = w.t("nav.programmes")
	}
	page := w.wizardPage(steps, column, wizardFoot{
		back: back, onBack: p.back, next: next, onNext: p.next,
		step: w.t("step.of", "step", p.answers.Step+1, "steps", newProgrammeSteps),
	}, 1100)
	if p.focus == nil {
		p.focus = w.frame.next
	}
	return page
}

func (p *newProgrammePage) nextKey() string {
	return [...]string{"names", "bodies", "sections", "languages", "check", "check"}[p.answers.Step]
}

func (p *newProgrammePage) jump(step int) {
	if step > p.answers.Step && !p.mayGoOn() {
		return
	}
	p.show(step)
}

func (p *newProgrammePage) show(step int) {
	p.answers.Step = step
	p.w.tell(p.flush())
	// The control that had the focus is of another step: it is not looked for.
	p.w.window.Canvas().Unfocus()
	p.w.rebuild()
	if p.focus != nil {
		p.w.kit.Focus(p.focus)
	}
}

// mayGoOn shows what the step lacks the first time that Next is pressed; the
// second time it goes on all the same, since a draft may lack anything.
func (p *newProgrammePage) mayGoOn() bool {
	if p.complete() || p.warned == p.answers.Step {
		p.warned = -1
		return true
	}
	p.warned = p.answers.Step
	return false
}

// complete shows what the step lacks, with the focus there, and tells whether
// it lacks nothing.
func (p *newProgrammePage) complete() bool {
	for _, f := range p.fields {
		if f.TooLong() {
			f.Focus()
			return false
		}
	}
	return p.required()
}

func (p *newProgrammePage) next() {
	if !p.mayGoOn() {
		return
	}
	if p.answers.Step == stepCheck {
		p.create()
		return
	}
	p.show(p.answers.Step + 1)
}

func (p *newProgrammePage) back() {
	if p.answers.Step == 0 {
		p.w.goHome()
		return
	}
	p.show(p.answers.Step - 1)
}

// create makes the programme and opens its contents.
func (p *newProgrammePage) create() {
	w := p.w
	if err := p.flush(); err != nil {
		w.tell(err)
		return
	}
	a := p.answers
	work, err := a.make(w)
	if err != nil {
		w.tell(err)
		return
	}
	if err := w.desk.Store().SetSetting(w.ctx, settingNewProgramme, ""); err != nil {
		w.tell(err)
	}
	p.answers = newProgrammeAnswers{}
	w.page = nil
	w.enter(work)
}
