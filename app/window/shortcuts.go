package window

import (
	"strings"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/app/workflow"
)

// shortcutsPage lists all keys: those of the main menu, read from the menu itself,
// and those of the controls.
type shortcutsPage struct {
	w         *Window
	back      page // where the person was
	backWork  *workflow.Work
	backFocus func()
	leaving   *ui.Button
}

// openShortcuts shows the keys; the way back leads to where the person was.
func (w *Window) openShortcuts() {
	if _, there := w.page.(*shortcutsPage); there || w.walking() {
		return
	}
	p := &shortcutsPage{w: w, back: w.page, backWork: w.work, backFocus: w.wayBack()}
	if c, helped := w.aside.(*helpCard); helped && c.page == w.page {
		p.backFocus = c.back
	}
	w.removeAside()
	w.goTo(p)
}

func (p *shortcutsPage) name() string          { return "shortcuts" }
func (p *shortcutsPage) first() fyne.Focusable { return p.leaving }
func (p *shortcutsPage) flush() error          { return nil }
func (p *shortcutsPage) escape()               { p.leave() }

// leave leads back to where the person was.
func (p *shortcutsPage) leave() {
	w := p.w
	if p.back == nil || w.work != p.backWork {
		w.goHome()
		return
	}
	w.goTo(p.back)
	if w.page == p.back {
		p.backFocus()
	}
}

// content builds the page anew.
func (p *shortcutsPage) content() fyne.CanvasObject {
	w := p.w
	p.leaving = ui.NewButton(w.kit, ui.ButtonSecondary, w.t("search.back"), p.leave).WithIcon(ui.IconArrowLeft).Compact()
	title := ui.NewFlush(ui.NewBoldLabel(w.t("shortcuts.title"), theme.TextPage))
	column := ui.NewColumn(theme.Space12, ui.NewRow(theme.Space16, title, title, p.leaving),
		ui.NewFlush(ui.NewLabel(w.t("shortcuts.text"), theme.TextBody)))
	cards := ui.NewGrid(430, theme.Space12)
	for _, group := range w.shortcutGroups() {
		rows := ui.NewColumn(theme.Space4, ui.NewBoldLabel(group.title, theme.TextSubhead))
		for _, s := range group.shortcuts {
			what := ui.NewLabel(s.what, theme.TextBody)
			rows.Add(ui.NewTopRow(theme.Space12, what, what, ui.NewLine(s.keys, theme.TextBody, theme.ColorText, true)))
		}
		cards.Add(ui.NewFlush(w.panel(rows)))
	}
	column.Add(cards)
	page := ui.NewPage(w.kit, column)
	page.SetNarrow(w.frame.narrow)
	page.ScrolledFrom(p.leaving)
	return page
}

// shortcut is what keys do, in words.
type shortcut struct{ what, keys string }

// shortcutGroup is a menu with its keys, or a control with its own.
type shortcutGroup struct {
	title     string
	shortcuts []shortcut
}

// shortcutGroups are the keys of each menu of the main menu, then those of each
// kind of control.
func (w *Window) shortcutGroups() []shortcutGroup {
	var groups []shortcutGroup
	for _, menu := range w.menu().Items {
		group := shortcutGroup{title: menu.Label}
		for _, item := range menu.Items {
			if pressed, bound := item.Shortcut.(fyne.KeyboardShortcut); bound {
				group.shortcuts = append(group.shortcuts, shortcut{item.Label, w.keysInWords(pressed.Mod(), pressed.Key())})
			}
		}
		if len(group.shortcuts) > 0 {
			groups = append(groups, group)
		}
	}
	for _, control := range controlKeys() {
		group := shortcutGroup{title: w.t("shortcuts." + control.name)}
		for _, k := range control.keys {
			group.shortcuts = append(group.shortcuts, shortcut{w.t("shortcuts." + control.name + "." + k.name), w.keysInWords(k.with, k.keys...)})
		}
		groups = append(groups, group)
	}
	return groups
}

// keysInWords writes keys as they stand on a keyboard: "Ctrl + G", "Alt + ←".
func (w *Window) keysInWords(with fyne.KeyModifier, keys ...fyne.KeyName) string {
	var held []string
	for _, m := range []struct {
		modifier fyne.KeyModifier
		name     string
	}{
		{fyne.KeyModifierShortcutDefault, w.t("key.ctrl")}, {fyne.KeyModifierAlt, w.t("key.alt")}, {fyne.KeyModifierShift, w.t("key.shift")},
	} {
		if with&m.modifier != 0 {
			held = append(held, m.name)
		}
	}
	var names []string
	for _, key := range keys {
		names = append(names, w.keyInWords(key))
	}
	return strings.Join(append(held, strings.Join(names, ", ")), " + ")
}

// keyInWords is what stands on a key: a name, or the letter itself.
func (w *Window) keyInWords(key fyne.KeyName) string {
	named := map[fyne.KeyName]string{
		fyne.KeyUp: "up", fyne.KeyDown: "down", fyne.KeyLeft: "left", fyne.KeyRight: "right",
		fyne.KeyReturn: "enter", fyne.KeySpace: "space", fyne.KeyEscape: "escape", fyne.KeyTab: "tab",
		fyne.KeyHome: "home", fyne.KeyEnd: "end", fyne.KeyPageUp: "pageUp", fyne.KeyPageDown: "pageDown",
		fyne.KeyDelete: "delete", fyne.KeyBackspace: "backspace", anyLetter: "letter",
	}
	if name, found := named[key]; found {
		return w.t("key." + name)
	}
	return string(key)
}
