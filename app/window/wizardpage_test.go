package window

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/ui"
)

func TestTheFootStandsFlushWithThePageAboveIt(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	driver := fyne.CurrentApp().Driver()
	x := func(label string) float32 {
		at := slices.IndexFunc(p.window.controls, func(c fyne.Focusable) bool {
			return ui.LabelOf(c) == label && driver.AbsolutePositionForObject(c.(fyne.CanvasObject)).X > 100
		})
		if at < 0 {
			t.Fatalf("no control %q on %s", label, p.window.page.name())
		}
		return driver.AbsolutePositionForObject(p.window.controls[at].(fyne.CanvasObject)).X
	}
	for _, page := range []struct {
		view  view
		above string
	}{{viewReports, "reports.kind.programme"}, {viewLanguages, "languages.send"}} {
		p.window.openView(page.view)
		p.settle()
		p.wants("left edge above and below on "+p.window.page.name(), x(p.window.t("nav.contents")), x(p.window.t(page.above)))
	}
}
