package window

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tavoitekartta/app/texts"
	"tavoitekartta/app/theme"
	"tavoitekartta/app/workflow"
)

// dress builds what the window has on every page, in the language and theme
// of the settings.
func (w *Window) dress() {
	w.variant = w.app.Settings().ThemeVariant()
	w.frame = newFrame(w)
	ground := canvas.NewRectangle(w.color(theme.ColorGround))
	w.window.SetContent(container.NewStack(ground, w.frame.root, w.kit.Layer()))
	w.window.SetPadded(false)
	w.window.SetMainMenu(w.menu())
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

// menu builds the main menu. Its shortcuts work while an entry has the focus,
// which those of the canvas do not.
func (w *Window) menu() *fyne.MainMenu {
	item := func(key string, do func(), shortcut fyne.Shortcut) *fyne.MenuItem {
		entry := fyne.NewMenuItem(w.t(key), do)
		entry.Shortcut = shortcut
		return entry
	}
	ctrl := func(key fyne.KeyName) fyne.Shortcut {
		return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}
	}
	alt := func(key fyne.KeyName) fyne.Shortcut {
		return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierAlt}
	}
	file := fyne.NewMenu(w.t("menu.file"),
		item("menu.newProgramme", w.newProgramme, ctrl(fyne.KeyN)),
		item("menu.openExample", w.openExample, nil),
		item("menu.programmes", w.goHome, ctrl(fyne.KeyO)),
		fyne.NewMenuItemSeparator(),
		item("menu.save", w.saveNow, ctrl(fyne.KeyS)),
		item("menu.report", func() { w.openView(viewReports) }, ctrl(fyne.KeyP)),
		item("menu.backup", w.backup, nil),
		item("menu.eraseName", w.eraseName, nil),
		fyne.NewMenuItemSeparator(),
	)
	file.Items = append(file.Items,
		item("menu.discard", w.discard, nil),
		item("menu.bin", w.showBin, nil),
		fyne.NewMenuItemSeparator(),
	)
	quit := item("menu.quit", w.close, ctrl(fyne.KeyQ))
	quit.IsQuit = true
	file.Items = append(file.Items, quit)
	edit := fyne.NewMenu(w.t("menu.edit"),
		// Fyne knows these two by names of its own.
		item("action.undo", w.undo, &fyne.ShortcutUndo{}),
		item("action.redo", w.redo, &fyne.ShortcutRedo{}),
		fyne.NewMenuItemSeparator(),
		item("contents.addSection", w.inContents((*contentsPage).addSection), nil),
		item("contents.addGoal", w.inContents((*contentsPage).addGoal), ctrl(fyne.KeyG)),
		item("contents.addMeasure", w.inContents((*contentsPage).addMeasure), ctrl(fyne.KeyT)),
		item("contents.addIndicator", w.inContents((*contentsPage).addGoalIndicator), ctrl(fyne.KeyM)),
	)
	choice := func(key, setting, value string, chosen bool) *fyne.MenuItem {
		entry := item(key, func() { w.change(setting, value) }, nil)
		entry.Checked = chosen
		return entry
	}
	brightness := w.setting(w.options.Brightness, workflow.SettingTheme)
	language := w.words.Language()
	show := fyne.NewMenu(w.t("menu.show"),
		choice("menu.light", workflow.SettingTheme, "light", brightness == "light"),
		choice("menu.dark", workflow.SettingTheme, "dark", brightness == "dark"),
		choice("menu.systemTheme", workflow.SettingTheme, "", brightness == ""),
		fyne.NewMenuItemSeparator(),
		item("menu.larger", func() { w.resizeText(10) }, ctrl(fyne.KeyPlus)),
		item("menu.smaller", func() { w.resizeText(-10) }, ctrl(fyne.KeyMinus)),
		item("menu.normal", func() { w.resizeText(0) }, ctrl(fyne.Key0)),
		fyne.NewMenuItemSeparator(),
	)
	for _, l := range texts.Languages() {
		show.Items = append(show.Items, choice("language.own."+string(l), workflow.SettingLanguage, string(l), l == language))
	}
	move := fyne.NewMenu(w.t("menu.go"),
		item("action.next", w.stepForward, alt(fyne.KeyRight)),
		item("action.back", w.stepBack, alt(fyne.KeyLeft)),
		fyne.NewMenuItemSeparator(),
		item("rail.overview", func() { w.openView(viewOverview) }, alt(fyne.Key1)),
		item("nav.contents", func() { w.openView(viewContents) }, alt(fyne.Key2)),
		item("details.title", func() { w.openDetails("", "") }, ctrl(fyne.KeyI)),
		item("nav.decision", func() { w.openView(viewDecision) }, alt(fyne.Key3)),
		item("nav.reports", func() { w.openView(viewReports) }, alt(fyne.Key4)),
	)
	help := fyne.NewMenu(w.t("menu.help"), item("menu.about", w.about, nil))
	return fyne.NewMainMenu(file, edit, show, move, help)
}
