package window

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tavoitekartta/app/ui"
	"tavoitekartta/app/workflow/worktest"
)

// TestOnASmallScreenAtTwoHundredPerCentTheFocusIsInSight takes what a laptop of
// 1366×768 pixels leaves to the pages at 200 %, less task bar, title bar and menu,
// and at 150 %.
func TestOnASmallScreenAtTwoHundredPerCentTheFocusIsInSight(t *testing.T) {
	for _, size := range []fyne.Size{{Width: 683, Height: 283}, {Width: 911, Height: 411}} {
		for _, language := range []string{"fi", "sv"} {
			desk, store := worktest.NewDesk()
			p := open(t, desk, store, language)
			p.introduced("S")
			p.window.window.Resize(size)
			for _, s := range readPages() {
				p.closeDialogs()
				s.way(p)
				test.LaidOutObjects(p.window.window.Content())
				p.focusInSight(s.page, size)
			}
		}
	}
}

func (p person) focusInSight(page string, size fyne.Size) {
	p.Helper()
	c := p.window.window.Canvas()
	read := p.window.window.Content()
	if top := c.Overlays().Top(); top != nil {
		read = top
	} else if head := p.window.frame.head.Size().Height; head > size.Height/3 {
		p.Errorf("%s: the head takes %v of %v", page, head, size.Height)
	}
	for _, heard := range ui.Read(p.top(), fyne.Position{}, c.Focused()) {
		if !heard.Focused {
			continue
		}
		if heard.Size.Height < 20 || heard.At.Y+heard.Size.Height > read.Size().Height {
			p.Errorf("%s: %q has the focus and of it %v is seen at %v", page, heard.Words, heard.Size, heard.At)
		}
	}
}
