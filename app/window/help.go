package window

import (
	"fyne.io/fyne/v2"

	"tavoitekartta/app/help"
	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
)

// helpCard is the help of the page that is shown, beside it. It follows the person
// from page to page until it is closed; then the keyboard is back where it was.
type helpCard struct {
	w    *Window
	page page   // where it was opened
	back func() // gives the keyboard back there
}

// openHelp shows the help of the page, or closes it when it is there. During the walk
// its card is the help.
func (w *Window) openHelp() {
	if w.walking() {
		return
	}
	if _, there := w.aside.(*helpCard); there {
		w.closeAside()
		return
	}
	c := &helpCard{w: w, page: w.page, back: w.wayBack()}
	w.openAside(c)
}

// wayBack returns what puts the keyboard where it is now on the page.
func (w *Window) wayBack() func() {
	focused, at := w.window.Canvas().Focused(), w.focusedControl()
	if keeper, keeps := w.page.(focusKeeping); keeps && focused != nil {
		return keeper.keepFocus()
	}
	return func() { w.focusAgain(at) }
}

// card builds the help of the page that is shown now.
func (c *helpCard) card() (*ui.SideCard, fyne.Focusable) {
	w := c.w
	page := w.helpOf(w.page)
	words := ui.NewColumn(theme.Space8, ui.NewLabel(page.About, theme.TextBody),
		ui.NewColumn("", ui.NewBoldLabel(w.t("help.next"), theme.TextBody), ui.NewLabel(page.Next, theme.TextBody)))
	for _, point := range page.Points {
		label := ui.NewLabel(point, theme.TextBody)
		words.Add(ui.NewTopRow(theme.Space8, label, ui.NewLine("•", theme.TextBody, theme.ColorPrimary, true), label))
	}
	shut := ui.NewButton(w.kit, ui.ButtonPrimary, w.t("help.close"), func() { w.closeAside() })
	keys := ui.NewButton(w.kit, ui.ButtonSecondary, w.t("shortcuts.title"), w.openShortcuts)
	buttons := []fyne.CanvasObject{shut}
	if !isPage[*shortcutsPage](w.page) {
		buttons = append(buttons, keys)
	}
	return ui.NewSideCard(w.kit, w.t("help.of", "page", page.Title), ui.NewFlush(words), buttons...), shut
}

func (c *helpCard) low() bool { return false }

// closed gives the keyboard back, unless the person has gone on with the page.
func (c *helpCard) closed() {
	first := c.w.page.first()
	switch {
	case c.w.window.Canvas().Focused() != nil:
	case c.w.page == c.page:
		c.back()
	case first != nil:
		c.w.kit.Focus(first)
	}
}

// helpOf returns the help of a page in the language of the interface.
func (w *Window) helpOf(p page) help.Page {
	book, err := help.Load(w.words.Language())
	if err != nil {
		fyne.LogError("load the help", err)
		return help.Page{}
	}
	found, _ := book.Page(p.name())
	return found
}
