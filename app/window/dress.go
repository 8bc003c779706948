package window

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
)

// dress builds what the window has on every page, in the language and theme
// of the settings. The ground is the colour that Fyne clears the window with: a
// rectangle of the window's size would cost a third of a frame where a processor
// has to draw it.
func (w *Window) dress() {
	w.variant = w.app.Settings().ThemeVariant()
	w.frame = newFrame(w)
	w.window.SetContent(ui.NewReadAloud(w.window.Canvas(),
		container.NewStack(w.frame.root, w.kit.Layer()), w.options.ReadFocus))
	w.window.SetPadded(false)
	w.window.SetMainMenu(w.menu())
	w.kit.OnEscape(w.escape)
	w.kit.OnKey(w.functionKey)
	w.window.Canvas().SetOnTypedKey(func(event *fyne.KeyEvent) {
		if !w.kit.Typed(event.Name) && event.Name == fyne.KeyEscape {
			w.escape()
		}
	})
}

// functionKey does what F1 does, with Shift or without. The main menu shows it
// and is not asked by Fyne for keys without Ctrl or Alt.
func (w *Window) functionKey(key fyne.KeyName) bool {
	if key != fyne.KeyF1 {
		return false
	}
	keyboard, known := fyne.CurrentApp().Driver().(desktop.Driver)
	if known && keyboard.CurrentKeyModifiers() == fyne.KeyModifierShift {
		w.openShortcuts()
	} else {
		w.openHelp()
	}
	return true
}

// color returns a colour of the look as it is now. What is drawn with it is
// built anew when the theme changes.
func (w *Window) color(name fyne.ThemeColorName) color.Color { return fynetheme.Color(name) }

// scale is the text size's factor.
func (w *Window) scale() float32 { return fynetheme.Size(theme.Space4) / 4 }

// popUp shows a menu under the head.
func (w *Window) popUp(items []*fyne.MenuItem) {
	pop := widget.NewPopUpMenu(fyne.NewMenu("", items...), w.window.Canvas())
	pop.ShowAtPosition(fyne.NewPos(12, 52*w.scale()+32))
	w.window.Canvas().Focus(pop)
}
