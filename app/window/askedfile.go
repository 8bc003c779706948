package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
)

// askedFile is the first half of a page that reads a file: it asks which one.
type askedFile struct {
	w     *Window
	typed string
	wrong string // what is wrong with the file, in words
	path  *ui.Field
	focus fyne.Focusable
}

// fileQuestion is what the page says, and what it does.
type fileQuestion struct {
	title, text, label, hint string
	read, back               string // the buttons
	onRead, onBack           func()
	suffixes                 []string // of the files that can be chosen
}

// ask builds the page that asks for the file.
func (a *askedFile) ask(q fileQuestion) fyne.CanvasObject {
	w := a.w
	a.path = ui.NewField(w.kit, q.label).WithHint(q.hint).WithLimit(1000)
	a.path.SetText(a.typed)
	a.path.SetError(a.wrong)
	a.path.OnChanged = func(s string) {
		a.typed, a.wrong = s, ""
		a.path.SetError("")
	}
	a.path.OnEnter(q.onRead)
	a.focus = a.path.Focusable()
	choose := ui.NewButton(w.kit, ui.ButtonSecondary, w.t("languages.chooseFile"), func() {
		w.chooseFile("", func(file string) {
			a.typed, a.wrong = file, ""
			q.onRead()
		}, q.suffixes...)
	}).WithIcon(ui.IconFolder)
	column := ui.NewColumn(theme.Space16, ui.NewFlush(ui.NewBoldLabel(q.title, theme.TextPage)),
		ui.NewFlush(ui.NewMutedLabel(q.text, theme.TextBody)),
		ui.NewColumn(theme.Space4, a.path, ui.NewRow(theme.Space8, nil, choose)))
	return container.New(&wizardLayout{}, container.NewWithoutLayout(), w.readingPage(column, 860),
		w.foot(wizardFoot{back: q.back, onBack: q.onBack, next: q.read, onNext: q.onRead}))
}

// refuse says at the field what is wrong with the file.
func (a *askedFile) refuse() {
	a.path.SetError(a.wrong)
	a.path.Focus()
}
