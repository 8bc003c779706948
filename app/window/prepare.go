package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tavoitekartta/app/theme"
)

// preferenceTheme keeps the choice of light or dark where it can be read
// before the data folder is open, so that the first frame has its colour.
const preferenceTheme = "theme"

// Prepare makes the window, empty, so that it is on the screen while the data
// folder is being opened; [New] or [Failure] fills it.
func Prepare(app fyne.App, title string) fyne.Window {
	app.Settings().SetTheme(theme.New(brightnesses[app.Preferences().String(preferenceTheme)], 1))
	window := app.NewWindow(title)
	window.SetPadded(false)
	window.SetContent(container.NewWithoutLayout())
	window.Resize(fyne.NewSize(1366, 690))
	window.CenterOnScreen()
	return window
}
