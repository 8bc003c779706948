package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"tavoitekartta/app/texts"
	"tavoitekartta/app/workflow"
)

// menu builds the main menu. Its shortcuts work while an entry has the focus,
// which those of the canvas do not.
func (w *Window) menu() *fyne.MainMenu {
	return fyne.NewMainMenu(w.fileMenu(), w.editMenu(), w.showMenu(), w.goMenu(), w.helpMenu())
}

// item is an entry of a menu, with the shortcut that does the same or nil.
func (w *Window) item(key string, do func(), shortcut fyne.Shortcut) *fyne.MenuItem {
	entry := fyne.NewMenuItem(w.t(key), do)
	entry.Shortcut = shortcut
	return entry
}

// choice is an entry of a menu that gives a setting a value.
func (w *Window) choice(key, setting, value string, chosen bool) *fyne.MenuItem {
	entry := w.item(key, func() { w.change(setting, value) }, nil)
	entry.Checked = chosen
	return entry
}

func ctrl(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}
}

func alt(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierAlt}
}

func (w *Window) fileMenu() *fyne.Menu {
	quit := w.item("menu.quit", w.close, ctrl(fyne.KeyQ))
	quit.IsQuit = true
	return fyne.NewMenu(w.t("menu.file"),
		w.item("menu.newProgramme", w.newProgramme, ctrl(fyne.KeyN)),
		w.item("menu.openExample", w.openExample, nil),
		w.item("menu.bringIn", w.openBringIn, nil),
		w.item("menu.importAnswers", w.openAnswers, nil),
		w.item("menu.programmes", w.goHome, ctrl(fyne.KeyO)),
		fyne.NewMenuItemSeparator(),
		w.item("menu.save", w.saveNow, ctrl(fyne.KeyS)),
		w.item("menu.report", func() { w.openView(viewReports) }, ctrl(fyne.KeyP)),
		w.item("menu.backup", w.backup, nil),
		w.item("menu.care", func() { w.openCare(careBackups) }, nil),
		w.item("menu.settings", w.openSettings, ctrl(fyne.KeyComma)),
		w.item("menu.eraseName", w.eraseName, nil),
		fyne.NewMenuItemSeparator(),
		w.item("menu.discard", w.discard, nil),
		w.item("menu.archive", w.archiveOpen, nil),
		w.item("menu.bin", w.showBin, nil),
		fyne.NewMenuItemSeparator(),
		quit,
	)
}

func (w *Window) editMenu() *fyne.Menu {
	return fyne.NewMenu(w.t("menu.edit"),
		// Fyne knows these two by names of its own.
		w.item("action.undo", w.undo, &fyne.ShortcutUndo{}),
		w.item("action.redo", w.redo, &fyne.ShortcutRedo{}),
		fyne.NewMenuItemSeparator(),
		w.item("menu.find", w.openSearch, ctrl(fyne.KeyF)),
		w.item("menu.replace", w.openReplace, ctrl(fyne.KeyH)),
		fyne.NewMenuItemSeparator(),
		w.item("contents.addSection", w.inContents((*contentsPage).addSection), nil),
		w.item("contents.addGoal", w.inContents((*contentsPage).addGoal), ctrl(fyne.KeyG)),
		w.item("contents.addLooseGoal", w.inContents((*contentsPage).addLooseGoal), nil),
		w.item("contents.addSubGoal", w.inContents((*contentsPage).addSubGoal), nil),
		w.item("contents.addMeasure", w.inContents((*contentsPage).addMeasure), ctrl(fyne.KeyT)),
		w.item("contents.addIndicator", w.inContents((*contentsPage).addGoalIndicator), ctrl(fyne.KeyM)),
	)
}

func (w *Window) showMenu() *fyne.Menu {
	brightness := w.setting(w.options.Brightness, workflow.SettingTheme)
	language := w.words.Language()
	show := fyne.NewMenu(w.t("menu.show"),
		w.choice("menu.light", workflow.SettingTheme, "light", brightness == "light"),
		w.choice("menu.dark", workflow.SettingTheme, "dark", brightness == "dark"),
		w.choice("menu.systemTheme", workflow.SettingTheme, "", brightness == ""),
		fyne.NewMenuItemSeparator(),
		w.item("menu.larger", func() { w.resizeText(10) }, ctrl(fyne.KeyPlus)),
		w.item("menu.smaller", func() { w.resizeText(-10) }, ctrl(fyne.KeyMinus)),
		w.item("menu.normal", func() { w.resizeText(0) }, ctrl(fyne.Key0)),
		fyne.NewMenuItemSeparator(),
	)
	for _, l := range texts.Languages() {
		show.Items = append(show.Items,
			w.choice("language.own."+string(l), workflow.SettingLanguage, string(l), l == language))
	}
	return show
}

// goMenu has the views of an open programme in the order and with the numbers
// of the rail.
func (w *Window) goMenu() *fyne.Menu {
	move := fyne.NewMenu(w.t("menu.go"),
		w.item("action.next", w.stepForward, alt(fyne.KeyRight)),
		w.item("action.back", w.stepBack, alt(fyne.KeyLeft)),
		fyne.NewMenuItemSeparator(),
	)
	for _, v := range views() {
		move.Items = append(move.Items, w.item(v.label, func() { w.openView(v.view) }, alt(v.key)))
		if v.view == viewContents {
			move.Items = append(move.Items, w.item("details.title", func() { w.openDetails("", "") }, ctrl(fyne.KeyI)),
				w.item("notes.title", func() { w.openNotes("") }, ctrl(fyne.KeyK)),
				w.item("chapters.title", func() { w.openChapters("", "") }, ctrl(fyne.KeyL)),
				w.item("law.title", w.openLaw, ctrl(fyne.KeyJ)),
				w.item("clashes.title", func() { w.openClashes("", "") }, nil))
		}
	}
	return move
}

func (w *Window) helpMenu() *fyne.Menu {
	help := fyne.NewMenu(w.t("menu.help"),
		w.item("menu.helpOfPage", w.openHelp, &desktop.CustomShortcut{KeyName: fyne.KeyF1}),
		w.item("shortcuts.title", w.openShortcuts, &desktop.CustomShortcut{KeyName: fyne.KeyF1, Modifier: fyne.KeyModifierShift}),
		w.item("walk.title", w.startWalk, nil),
		fyne.NewMenuItemSeparator(),
	)
	help.Items = append(help.Items, w.guideItems()...)
	help.Items = append(help.Items, fyne.NewMenuItemSeparator(),
		w.item("menu.support", func() { w.openAbout(aboutSupport) }, nil),
		w.item("menu.about", func() { w.openAbout(aboutProgram) }, nil))
	return help
}
