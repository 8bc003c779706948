package window

import (
	"testing"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/ui"
	"tavoitekartta/app/workflow"
)

// badges are the states that stand in the head in sight.
func (p person) badges() (count int) {
	var walk func(fyne.CanvasObject)
	walk = func(object fyne.CanvasObject) {
		switch shown := object.(type) {
		case *ui.StateBadge:
			if shown.Visible() {
				count++
			}
		case *fyne.Container:
			for _, inner := range shown.Objects {
				walk(inner)
			}
		}
	}
	walk(p.window.frame.head)
	return count
}

func TestTheHeadShowsTheStateWhereverTheTitleLeavesRoom(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	p.window.change(workflow.SettingTextSize, "140")
	p.wants("badges beside a short title at 140 %", p.badges(), 1)
	p.edit(p.window.work.ID(), "title.fi",
		"Pitkäaikaisasuntokuntayhtymän kotouttamisohjelma vuosille kaksituhattayhdeksäntoista–kaksituhattakaksikymmentäkaksi")
	p.window.window.Resize(fyne.NewSize(911, 690))
	p.window.openView(viewContents)
	p.wants("badges beside a title of three lines", p.badges(), 0)
}
