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

// Failure is the window of a start that failed: what happened, what is safe,
// what to do next, and where the data lie.
func Failure(app fyne.App, language, folder, key string, args map[string]string) (fyne.Window, error) {
	words, err := texts.Load(systemLanguage(language))
	if err != nil {
		return nil, err
	}
	app.Settings().SetTheme(theme.New(theme.BrightnessSystem, 1))
	kit := ui.NewKit(words)
	window := app.NewWindow(words.T("app.name"))
	var pairs []any
	for name, value := range args {
		pairs = append(pairs, name, value)
	}
	quit := ui.NewButton(kit, ui.ButtonPrimary, words.T("action.close"), window.Close)
	column := ui.NewColumn(theme.Space16,
		ui.NewBoldLabel(words.T("failure.title"), theme.TextPage),
		ui.NewLabel(words.T(key, pairs...), theme.TextBody),
		ui.NewMutedLabel(words.T("failure.folder", "folder", folder), theme.TextSecondary),
		ui.NewRow(theme.Space8, nil, quit))
	ground := canvas.NewRectangle(fynetheme.Color(theme.ColorGround))
	window.SetContent(container.NewStack(ground,
		container.New(&readingLayout{width: 640}, ui.NewMargin(theme.Space24, column)), kit.Layer()))
	window.SetPadded(false)
	window.Resize(fyne.NewSize(720, 420))
	window.CenterOnScreen()
	window.Canvas().Focus(quit)
	return window, nil
}
