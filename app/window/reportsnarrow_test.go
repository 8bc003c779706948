package window

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tavoitekartta/app/ui"
	"tavoitekartta/app/workflow"
	"tavoitekartta/app/workflow/worktest"
)

func TestThePageIsWholeOnASmallLaptop(t *testing.T) {
	for _, language := range []string{"fi", "sv", "en"} {
		desk, store := worktest.NewDesk()
		p := open(t, desk, store, language)
		p.window.enter(worktest.OpenExample(t, desk, "vaasa-2019-2022"))
		p.window.openView(viewReports)
		bottom := p.window.frame.next.Size().Height
		for _, kind := range p.window.desk.ReportKinds() {
			p.chooseKind(kind)
			if high := p.overflow(); high > 0 {
				t.Errorf("%s, %s: %.0f pixels are below the window, under a foot of %.0f", language, kind, high, bottom)
			}
		}
	}
}

// overflow is by how many pixels the list of documents or the choices down to the
// file are higher than what is seen of them.
func (p person) overflow() float32 {
	page := p.window.page.(*reportsPage)
	over := float32(0)
	for _, object := range test.LaidOutObjects(p.window.window.Content()) {
		if list, is := object.(*ui.ChoiceList); is {
			over = max(over, list.HeightFor(list.Size().Width)+40-p.roomOfReports())
		}
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(page.where)
	foot := fyne.CurrentApp().Driver().AbsolutePositionForObject(p.window.frame.next)
	return max(over, at.Y+page.where.Size().Height-foot.Y)
}

// roomOfReports is the height between head and foot.
func (p person) roomOfReports() float32 {
	page := p.window.page.(*reportsPage)
	list := page.focus.(*ui.ChoiceList)
	top := fyne.CurrentApp().Driver().AbsolutePositionForObject(list).Y
	foot := fyne.CurrentApp().Driver().AbsolutePositionForObject(p.window.frame.next).Y
	return foot - top + 30
}

func TestANarrowReportsPageIsGoneThroughFromTheDocumentToTheFile(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	p.window.window.Resize(fyne.NewSize(911, 512))
	p.window.openView(viewReports)
	p.wants("focus", ui.LabelOf(p.window.window.Canvas().Focused()), p.window.t("reports.kind.programme"))
	p.wants("foot", ui.LabelOf(p.window.frame.next), p.window.t("action.next"))
	p.keyed(fyne.KeyDown)
	p.enter()
	page := p.window.page.(*reportsPage)
	p.wants("kind", page.kind, "agenda")
	p.wants("part", page.part, reportsChoices)
	file := filepath.Join(t.TempDir(), "a.pdf")
	p.report(file)
	if _, err := os.Stat(file); err != nil {
		t.Errorf("no file was made: %v", err)
	}
}

// narrowReports opens the example's reports in a window of a laptop at 150 %.
func narrowReports(t *testing.T) person {
	t.Helper()
	p := atReports(t, false)
	p.window.window.Resize(fyne.Size{Width: 911, Height: 411})
	return p
}

func TestInANarrowWindowTheKeyboardBeginsAtTheFirstChoice(t *testing.T) {
	p := narrowReports(t)
	for kind, first := range map[string]string{
		workflow.ProgrammeDocument: "reports.edition", workflow.Worksheet: "reports.body", workflow.AgendaItem: "reports.handling",
		workflow.GoalExtract: "reports.goal", "letter-of-intent": "reports.signatureFields",
	} {
		page := p.window.page.(*reportsPage)
		page.show(reportsKinds)
		page.chooseKind(kind)
		if got := ui.LabelOf(p.window.window.Canvas().Focused()); !strings.HasPrefix(got, p.window.t(first)) {
			t.Errorf("%s: the keyboard is at %q", kind, got)
		}
	}
}

func TestInANarrowWindowAPageIsShownInItsWidthUntilAnotherIsChosen(t *testing.T) {
	p := narrowReports(t)
	page := p.window.page.(*reportsPage)
	page.show(reportsPages)
	p.settle()
	p.wants("wide", page.preview.wide(), true)
	page.preview.zoom = zoomWhole
	page.show(reportsPages)
	p.wants("wide when the whole page was chosen", page.preview.wide(), false)
	wide := atReports(t, false)
	wide.wants("wide in a wide window", wide.window.page.(*reportsPage).preview.wide(), false)
}

func TestWhatWasMadeIsInSightInANarrowWindow(t *testing.T) {
	p := narrowReports(t)
	p.window.page.(*reportsPage).chooseKind("plain")
	p.report(filepath.Join(t.TempDir(), "selko.pdf"))
	test.LaidOutObjects(p.window.window.Content())
	p.wants("focus", ui.LabelOf(p.window.window.Canvas().Focused()), p.window.t("reports.open"))
	for _, heard := range ui.Read(p.top(), fyne.Position{}, nil) {
		if heard.Words == p.window.t("reports.made") && heard.Size.Height >= 15 {
			return
		}
	}
	t.Errorf("%q is not in sight", p.window.t("reports.made"))
}
