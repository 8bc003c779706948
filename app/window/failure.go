package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tavoitekartta/app/texts"
	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
)

// Trouble is a start that failed.
type Trouble struct {
	Language string // of the interface, "" for the system's
	Folder   string // where the data lie
	Key      string // the text that says what happened and what is safe
	Args     map[string]string
	// Repair puts the folder right and opens it; nil where there is nothing to
	// repair. It is called in a goroutine of its own.
	Repair func()
}

// Failure fills a prepared window with what a start that failed has to say:
// what happened, what is safe, what to do next, and where the data lie.
func Failure(prepared fyne.Window, trouble Trouble) error {
	words, err := texts.Load(systemLanguage(trouble.Language))
	if err != nil {
		return err
	}
	kit := ui.NewKit(words)
	kit.SetCanvas(prepared.Canvas())
	var pairs []any
	for name, value := range trouble.Args {
		pairs = append(pairs, name, value)
	}
	first := ui.NewButton(kit, ui.ButtonPrimary, words.T("action.close"), prepared.Close)
	buttons := ui.NewRow(theme.Space8, nil, first)
	column := ui.NewColumn(theme.Space16,
		ui.NewFlush(ui.NewBoldLabel(words.T("failure.title"), theme.TextPage)),
		ui.NewFlush(ui.NewLabel(words.T(trouble.Key, pairs...), theme.TextBody)))
	if trouble.Repair != nil {
		column.Add(ui.NewFlush(ui.NewLabel(words.T("failure.repairText"), theme.TextBody)))
		first.SetKind(ui.ButtonSecondary)
		var repair *ui.Button
		repair = ui.NewButton(kit, ui.ButtonPrimary, words.T("failure.repair"), func() {
			repair.Disable()
			repair.SetLabel(words.T("failure.repairing"))
			go trouble.Repair()
		})
		buttons = ui.NewRow(theme.Space8, nil, repair, first)
		first = repair
	}
	column.Add(ui.NewFlush(ui.NewMutedLabel(words.T("failure.folder", "folder", trouble.Folder), theme.TextSecondary)))
	column.Add(buttons)
	prepared.SetContent(ui.NewReadAloud(prepared.Canvas(), container.NewStack(
		container.New(&readingLayout{width: 640}, ui.NewMargin(theme.Space24, column)), kit.Layer()), nil))
	prepared.Canvas().Focus(first)
	return nil
}
