package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"tavoitekartta/app/texts"
	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
)

// Failure fills a prepared window with what a start that failed has to say:
// what happened, what is safe, what to do next, and where the data lie.
func Failure(prepared fyne.Window, language, folder, key string, args map[string]string) error {
	words, err := texts.Load(systemLanguage(language))
	if err != nil {
		return err
	}
	kit := ui.NewKit(words)
	kit.SetCanvas(prepared.Canvas())
	var pairs []any
	for name, value := range args {
		pairs = append(pairs, name, value)
	}
	quit := ui.NewButton(kit, ui.ButtonPrimary, words.T("action.close"), prepared.Close)
	column := ui.NewColumn(theme.Space16,
		ui.NewFlush(ui.NewBoldLabel(words.T("failure.title"), theme.TextPage)),
		ui.NewFlush(ui.NewLabel(words.T(key, pairs...), theme.TextBody)),
		ui.NewFlush(ui.NewMutedLabel(words.T("failure.folder", "folder", folder), theme.TextSecondary)),
		ui.NewRow(theme.Space8, nil, quit))
	prepared.SetContent(container.NewStack(canvas.NewRectangle(fynetheme.Color(theme.ColorGround)),
		container.New(&readingLayout{width: 640}, ui.NewMargin(theme.Space24, column)), kit.Layer()))
	prepared.Canvas().Focus(quit)
	return nil
}
