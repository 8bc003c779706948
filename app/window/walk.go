package window

import (
	"slices"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/app/workflow"
	"tavoitekartta/model"
)

// walkExample is the example through which the walk leads.
const walkExample = "vaasa-2019-2022"

// walkStep is one step of the walk: the screen on which it stands, and what it says
// ("walk.<name>").
type walkStep struct {
	name string
	open func(*Window)
}

// walkSteps are the steps in their order.
func walkSteps() []walkStep {
	view := func(v view) func(*Window) { return func(w *Window) { w.openView(v) } }
	return []walkStep{
		{"street", view(viewOverview)},
		{"contents", func(w *Window) {
			at := place{Programme: w.work.ID(), Step: stepMeasures}
			for g := range w.work.Programme().AllGoals() {
				at.Element = g.ID
				break
			}
			w.goTo(newContentsPage(w, at))
		}},
		{"timeline", view(viewTimeline)},
		{"decision", view(viewDecision)},
		{"reports", view(viewReports)},
		{"saved", func(w *Window) { w.openCare(careBackups) }},
	}
}

// walk is the one-minute walk through the example: a card on each of the real
// screens, with one thing said of it.
type walk struct {
	w        *Window
	example  model.EntityID
	began    model.Hash // of the example's changes
	borrowed bool       // the example goes away after the walk
	step     int
}

// walking tells whether the walk is going on.
func (w *Window) walking() bool { return w.walk != nil }

// startWalk opens the example and begins. The example stays as a programme where
// there was none; elsewhere it goes away after the walk, unless it was edited.
func (w *Window) startWalk() {
	if w.walking() {
		return
	}
	w.goHome()
	if !isPage[*startPage](w.page) {
		return // what has been typed could not be kept, and the person was told
	}
	there, err := w.desk.Programmes(w.ctx)
	if err != nil {
		w.tell(err)
		return
	}
	work, err := w.walkedExample(there)
	if err != nil {
		w.tell(err)
		return
	}
	others := slices.ContainsFunc(there, func(s model.Summary) bool { return s.ID != work.ID() })
	w.walk = &walk{w: w, example: work.ID(), borrowed: others, began: work.State().Digest()}
	if others {
		w.keepWalk(string(work.ID()))
	} else {
		w.keepWalk(walkOffered)
	}
	w.walk.show(0)
}

// walkedExample returns the example of a walk that was broken off by closing the
// window, or makes one.
func (w *Window) walkedExample(there []model.Summary) (*workflow.Work, error) {
	left := model.EntityID(w.setting("", workflow.SettingWalk))
	if slices.ContainsFunc(there, func(s model.Summary) bool { return s.ID == left }) {
		return w.desk.Open(w.ctx, left)
	}
	return w.makeExample(walkExample)
}

// walkOffered is kept when the walk has been offered and none is going on.
const walkOffered = "offered"

// keepWalk keeps how the walk stands: walkOffered, or the example to take away.
func (w *Window) keepWalk(standing string) {
	w.tell(w.desk.Store().SetSetting(w.ctx, workflow.SettingWalk, standing))
}

// show shows a step on its screen.
func (t *walk) show(step int) {
	w := t.w
	t.step = step
	w.removeAside()
	if w.work == nil || w.work.ID() != t.example {
		work, err := w.desk.Open(w.ctx, t.example)
		if err != nil {
			w.walk = nil
			w.tell(err)
			return
		}
		w.take(work)
	}
	walkSteps()[step].open(w)
	w.openAside(t)
}

// card says one thing of the screen.
func (t *walk) card() (*ui.SideCard, fyne.Focusable) {
	w := t.w
	steps := walkSteps()
	name := "walk." + steps[t.step].name
	words := ui.NewColumn(theme.Space8, ui.NewLabel(w.t(name+".text"), theme.TextBody),
		ui.NewMutedLabel(w.t("step.of", "step", t.step+1, "steps", len(steps)), theme.TextSecondary))
	next, forward := w.t("walk.next"), func() { t.show(t.step + 1) }
	if t.step+1 == len(steps) {
		next, forward = w.t("walk.end"), t.end
	}
	on := ui.NewButton(w.kit, ui.ButtonPrimary, next, forward).WithTrailingIcon(ui.IconArrowRight)
	buttons := []fyne.CanvasObject{on}
	if t.step > 0 {
		buttons = append(buttons, ui.NewButton(w.kit, ui.ButtonSecondary, w.t("walk.back"), func() { t.show(t.step - 1) }).WithIcon(ui.IconArrowLeft))
	}
	if t.step+1 < len(steps) {
		buttons = append(buttons, ui.NewButton(w.kit, ui.ButtonQuiet, w.t("walk.skip"), t.end))
	}
	return ui.NewSideCard(w.kit, w.t(name), ui.NewFlush(words), buttons...), on
}

// low leaves the head of the page in sight, where most of what is told stands.
func (t *walk) low() bool { return true }

// closed ends the walk, as Skip does.
func (t *walk) closed() { t.end() }

// end leads to the start page, and takes a borrowed example away.
func (t *walk) end() {
	w := t.w
	w.removeAside()
	w.goHome()
	w.walk = nil
	if t.borrowed {
		w.keepWalk(walkOffered)
		w.tell(t.giveBack())
	}
	w.rebuild()
	w.kit.Focus(w.page.first())
}

// giveBack removes the example, unless it was edited or has gone.
func (t *walk) giveBack() error {
	w := t.w
	there, err := w.desk.Programmes(w.ctx)
	if err != nil || !slices.ContainsFunc(there, func(s model.Summary) bool { return s.ID == t.example }) {
		return err
	}
	work, err := w.desk.Open(w.ctx, t.example)
	if err != nil || work.State().Digest() != t.began {
		return err
	}
	if err := w.desk.Store().Discard(w.ctx, t.example); err != nil {
		return err
	}
	return w.desk.Store().Remove(w.ctx, t.example)
}

// walkOffer offers the walk to who has just begun, until it is taken or left.
func (w *Window) walkOffer() fyne.CanvasObject {
	if w.setting("", workflow.SettingWalk) != "" {
		return nil
	}
	begin := ui.NewButton(w.kit, ui.ButtonSecondary, w.t("walk.title"), w.startWalk).WithTrailingIcon(ui.IconArrowRight)
	skip := ui.NewButton(w.kit, ui.ButtonQuiet, w.t("walk.notNow"), func() {
		w.keepWalk(walkOffered)
		w.rebuild()
		w.kit.Focus(w.page.first())
	})
	return ui.NewFlush(w.panel(ui.NewColumn(theme.Space8,
		ui.NewFlush(ui.NewColumn("", ui.NewBoldLabel(w.t("walk.offer"), theme.TextSubhead), ui.NewLabel(w.t("walk.offer.text"), theme.TextBody))),
		ui.NewWrap(theme.Space8, theme.Space8, begin, skip))))
}
