package window

import "fyne.io/fyne/v2"

// guides are the user guides with their entries in the help menu; each comes with
// the program as a PDF in every language.
var guides = []struct{ name, entry string }{
	{"council-member", "menu.guide.councilMember"},
	{"coordinator", "menu.guide.coordinator"},
	{"it", "menu.guide.it"},
}

// guideItems are the entries that open the guides.
func (w *Window) guideItems() []*fyne.MenuItem {
	items := make([]*fyne.MenuItem, 0, len(guides))
	for _, guide := range guides {
		items = append(items, w.item(guide.entry, func() { w.openGuide(guide.name) }, nil))
	}
	return items
}

// openGuide opens a guide in the language of the interface in the system's own
// viewer. A program that was copied by itself has none, and says so.
func (w *Window) openGuide(name string) {
	path := ""
	if w.options.GuideFile != nil {
		path = w.options.GuideFile(name, string(w.words.Language()))
	}
	if path == "" {
		w.inform("guide.missing")
		return
	}
	w.openMade(path)
}
