package window

import (
	"testing"

	"fyne.io/fyne/v2"

	"tavoitekartta/model"
)

// previewed waits until the pages are laid out.
func (p person) previewed() *preview {
	p.Helper()
	p.settle()
	v := p.window.page.(*reportsPage).preview
	if len(v.pages) == 0 {
		p.Fatal("no page was laid out")
	}
	return v
}

func TestThePagesAreShownBeforeTheDocumentIsMade(t *testing.T) {
	p := atReports(t, false)
	v := p.previewed()
	p.wants("pages", len(v.pages), 1)
	if !p.shows(p.window.t("reports.pageOf", "page", 1, "pages", 1)) {
		t.Error("the page's number is not shown")
	}
	p.window.page.(*reportsPage).edition = 2
	p.window.rebuild()
	v = p.previewed()
	p.wants("pages of two editions", len(v.pages), 2)
	v.picture.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	p.wants("page", v.at, 1)
	v.picture.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	p.wants("page after the last", v.at, 1)
	v.small.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	p.wants("page", v.at, 0)
}

func TestAPlaceOnAPageLeadsToWhereItIsWritten(t *testing.T) {
	p := atReports(t, false)
	v := p.previewed()
	v.press(0.5, 0.001)
	page, there := p.window.page.(*contentsPage)
	if !there {
		t.Fatalf("the window is at %s", p.window.page.name())
	}
	p.wants("goal", page.at.Element, firstGoalOf(p.window.work).ID)
	p.window.openView(viewReports)
	p.previewed().press(0.5, 7)
	p.wants("page", p.window.page.name(), "reports")
}

func TestWhatAPageSpeaksOfIsListed(t *testing.T) {
	p := atReports(t, false)
	p.previewed().offerJumps()
	overlay := p.window.window.Canvas().Overlays().Top()
	if overlay == nil {
		t.Fatal("nothing is listed")
	}
	if !p.shows(firstGoalOf(p.window.work).Title.Fi) {
		t.Error("the first goal is not listed")
	}
}

func TestThePreviewIsLaidOutAnewAfterAnEdit(t *testing.T) {
	p := atReports(t, false)
	before := p.previewed().of
	goal := firstGoalOf(p.window.work).ID
	p.window.openView(viewContents)
	p.change(func(st *model.Step) error { return st.SetText(goal, model.FieldTitle, model.Finnish, "Uusi nimi") })
	p.window.openView(viewReports)
	if p.previewed().of == before {
		t.Error("the preview is of what the programme was")
	}
	approved := atReports(t, true)
	approved.wants("pages of an approved programme", len(approved.previewed().pages), 1)
}
