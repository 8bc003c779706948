package window

import (
	"context"
	"encoding/json"
	"errors"
	"slices"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/ui"
	"tavoitekartta/app/workflow"
	"tavoitekartta/model"
)

// goTo leaves the page that is shown, with everything typed kept, and shows
// another. When keeping fails the person stays and is told.
func (w *Window) goTo(p page) {
	if !w.leavePage() {
		return
	}
	w.page, w.controls, w.ofAside = p, nil, nil
	w.rebuild()
	w.rememberPlace()
	if first := p.first(); first != nil {
		w.window.Canvas().Focus(first)
	}
	if reading, ok := p.(opening); ok {
		reading.opened()
	}
}

// leavePage keeps everything typed on the page that is shown, if there is one,
// and tells it that it is left. It is false when keeping failed: the person is told.
func (w *Window) leavePage() bool {
	if w.page != nil {
		if err := w.page.flush(); err != nil {
			w.tell(err)
			return false
		}
		w.rememberPlace()
	}
	if leaving, notes := w.page.(interface{ left() }); notes {
		leaving.left()
	}
	return true
}

// rebuild builds the page that is shown anew. A page that knows its controls
// has the keyboard where it was.
func (w *Window) rebuild() {
	if w.page == nil {
		return
	}
	if keeper, keeps := w.page.(focusKeeping); keeps {
		defer keeper.keepFocus()()
	}
	w.notice = nil
	at := w.focusedControl()
	w.window.Canvas().Unfocus()
	w.window.SetTitle(w.title())
	w.controls = w.kit.Controls(func() { w.frame.show(w.page) })
	w.controls = append(w.controls, w.ofAside...)
	w.focusAgain(at)
}

// spot is where the focus was: the control that is called so, the number of
// those before it that are called the same, and its place among all.
type spot struct {
	label        string
	same, number int
}

// focusedControl returns where the focus is on the page, the empty spot when
// nothing of the page has it.
func (w *Window) focusedControl() spot {
	focused := w.window.Canvas().Focused()
	at := slices.Index(w.controls, focused)
	if focused == nil || at < 0 {
		return spot{}
	}
	label := ui.LabelOf(focused)
	return spot{label: label, number: at, same: len(called(w.controls[:at], label))}
}

// focusAgain gives the focus to the control that is called as the one which had
// it before the page was built anew. In another language it is the one at the
// same place; where it is gone, the first of the page.
func (w *Window) focusAgain(at spot) {
	if at.label == "" {
		return
	}
	same := called(w.controls, at.label)
	switch {
	case len(same) > 0:
		w.kit.Focus(same[min(at.same, len(same)-1)])
	case at.number < len(w.controls):
		w.kit.Focus(w.controls[at.number])
	case w.page.first() != nil:
		w.kit.Focus(w.page.first())
	}
}

func called(controls []fyne.Focusable, label string) []fyne.Focusable {
	var same []fyne.Focusable
	for _, c := range controls {
		if ui.LabelOf(c) == label {
			same = append(same, c)
		}
	}
	return same
}

// openFirst shows the page with which a person begins.
func (w *Window) openFirst() {
	writer, err := w.desk.Writer(w.ctx)
	switch {
	case err != nil:
		w.goTo(newStartPage(w))
		w.tell(err)
	case writer == "" && w.setting("", workflow.SettingLanguage) == "":
		w.goTo(newWelcomePage(w))
	default:
		w.goTo(newStartPage(w))
	}
}

// leave closes the programme that is open, with everything typed kept, and shows
// a page outside programmes. When keeping fails the person stays and is told.
func (w *Window) leave(p page) {
	if !w.leavePage() {
		return
	}
	w.page, w.work = nil, nil
	w.goTo(p)
}

// goHome shows all programmes.
func (w *Window) goHome() { w.leave(newStartPage(w)) }

// openProgramme opens a programme where the person left off, or at its overview.
func (w *Window) openProgramme(id model.EntityID) {
	work, err := w.desk.Open(w.ctx, id)
	if err != nil {
		w.tell(err)
		return
	}
	w.take(work)
	switch at := w.lastPlace(); {
	case at.Programme == id && at.Details != "":
		w.goTo(newDetailsPage(w, at))
	case at.Programme == id && at.Chapters:
		w.goTo(newChaptersPage(w, at))
	case at.Programme != id || at.Element == "":
		w.openView(viewOverview)
	default:
		w.openView(viewContents)
	}
}

// enter shows the contents of a programme that has just been opened or made.
func (w *Window) enter(work *workflow.Work) {
	w.take(work)
	w.openView(viewContents)
}

// take makes a programme the open one.
func (w *Window) take(work *workflow.Work) {
	w.work, w.ending = work, nil
	w.language = work.Programme().FirstLanguage
}

// leftOff is the place where the person left off, with what the start page tells
// of it.
type leftOff struct {
	place
	Title model.Text `json:"title,omitzero"` // of the goal or section
	Goal  bool       `json:"goal,omitempty"`
}

// rememberPlace keeps where the person is, for "continue" on the start page.
func (w *Window) rememberPlace() {
	p, isPlaced := w.page.(placed)
	if !isPlaced || w.walking() {
		return
	}
	left := leftOff{place: p.place()}
	if e := w.work.State().Element(left.Element); e != nil {
		left.Title, left.Goal = e.Text(model.FieldTitle), e.Kind == model.KindGoal
	}
	b, err := json.Marshal(left)
	if err != nil {
		return
	}
	if err := w.desk.Store().SetSetting(w.ctx, workflow.SettingLastWork, string(b)); err != nil {
		fyne.LogError("remember the place", err)
	}
}

// lastLeft returns where the person left off, empty for nowhere.
func (w *Window) lastLeft() leftOff {
	kept, err := w.desk.Store().Setting(w.ctx, workflow.SettingLastWork)
	var left leftOff
	if err != nil || json.Unmarshal([]byte(kept), &left) != nil {
		return leftOff{}
	}
	return left
}

// lastPlace is the place of [Window.lastLeft].
func (w *Window) lastPlace() place { return w.lastLeft().place }

// edit makes one step on the open programme and tells an error.
func (w *Window) edit(edit func(*model.Step) error) bool {
	err := w.work.Edit(w.ctx, edit)
	w.tell(err)
	w.showSaved()
	return err == nil
}

// undo is the entry's while the person is typing in it, the program's otherwise.
func (w *Window) undo() {
	entry, typing := w.window.Canvas().Focused().(interface{ UndoTyping() bool })
	if !typing || !entry.UndoTyping() {
		w.takeBack((*workflow.Work).Undo)
	}
}

func (w *Window) redo() {
	entry, typing := w.window.Canvas().Focused().(interface{ RedoTyping() bool })
	if !typing || !entry.RedoTyping() {
		w.takeBack((*workflow.Work).Redo)
	}
}

func (w *Window) takeBack(take func(*workflow.Work, context.Context) (workflow.Undone, error)) {
	if w.work == nil {
		return
	}
	if err := w.page.flush(); err != nil {
		w.tell(err)
		return
	}
	undone, err := take(w.work, w.ctx)
	w.rebuild()
	w.showSaved()
	switch {
	case errors.Is(err, model.ErrNothingToUndo):
		w.inform("error.nothingToUndo")
	case err != nil:
		w.tell(err)
	case undone.Kept > 0:
		w.inform("undo.kept", "count", undone.Kept)
	case undone.Settled:
		w.offer("history.title", func() { w.openView(viewHistory) }, "undo.settled")
	}
}

// close keeps everything typed and closes the window. What cannot be kept is
// told, and the window stays open.
func (w *Window) close() {
	if w.page != nil {
		if err := w.page.flush(); err != nil {
			w.tell(err)
			return
		}
	}
	w.window.Close()
}

func (w *Window) title() string {
	if w.work == nil {
		return w.t("app.name")
	}
	title, _ := w.work.Programme().Title.Best(w.language)
	if title == "" {
		title = w.t("programme.untitled")
	}
	return title + " – " + w.t("app.name")
}
