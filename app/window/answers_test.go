package window

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"tavoitekartta/app/workflow"
	"tavoitekartta/app/workflow/worktest"
	"tavoitekartta/model"
)

// filled is a worksheet of the open programme in which a body has said of the
// first measure how it stands.
func (p person) filled(name string, status model.MeasureStatus, remark string) string {
	p.Helper()
	measure, body := p.followedMeasure()
	field := func(what string) string { return fmt.Sprintf("measure:%s:%s:%s", measure.ID, body, what) }
	file := filepath.Join(p.TempDir(), name)
	must(p, os.WriteFile(file, worktest.FilledForm(map[string]string{
		"worksheet:programme": string(p.window.work.ID()), "worksheet:year": "2020", "worksheet:body": "", "worksheet:version": "0",
		field("status"): string(status), field("remark"): remark,
	}), 0o600))
	return file
}

func (p person) followedMeasure() (*model.Measure, model.EntityID) {
	programme := p.window.work.Programme()
	return &programme.Sections[0].Goals[0].Measures[0], programme.Bodies[0].ID
}

// reads reads worksheets on the page that takes answers in.
func (p person) reads(files ...string) *answersPage {
	p.Helper()
	p.window.openAnswers()
	page := p.window.page.(*answersPage)
	page.addFiles(files...)
	p.window.stepForward()
	return page
}

func TestFilledWorksheetsAreShownAndTakenInAsOneStep(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	p.reads(p.filled("keväällä.pdf", model.UnderWay, "Ensimmäinen kurssi pidettiin."))
	p.wants("page", p.window.page.name(), "answers/preview")
	for _, words := range []string{"keväällä.pdf", "Ensimmäinen kurssi pidettiin.", p.window.t("answers.fresh", "count", 1), p.window.t("answers.statuses", "count", 1)} {
		if !p.shows(words) {
			t.Errorf("the page does not show %q", words)
		}
	}
	if m, _ := p.followedMeasure(); len(m.FollowUps) > 0 {
		t.Error("the preview has written something")
	}
	p.window.stepForward()
	if m, _ := p.followedMeasure(); len(m.FollowUps) != 1 || m.Status != model.UnderWay {
		t.Errorf("taken: %+v", m)
	}
	p.wants("message", p.window.notice.key, "answers.taken")
	p.undo()
	if m, _ := p.followedMeasure(); len(m.FollowUps) != 0 || m.Status != model.StatusUnknown {
		t.Errorf("after one undo: %+v", m)
	}
}

func TestAnAnswerThatIsThereAlreadyIsChosenSideBySide(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	p.reads(p.filled("a.pdf", model.UnderWay, "Aluksi."))
	p.window.stepForward()
	page := p.reads(p.filled("b.pdf", model.Completed, "Lopuksi."))
	for _, words := range []string{"Aluksi.", "Lopuksi.", p.window.t("answers.stands"), p.window.t("answers.clashes", "count", 1)} {
		if !p.shows(words) {
			t.Errorf("the page does not show %q", words)
		}
	}
	p.window.stepForward()
	p.wants("message", p.window.notice.key, "answers.undecided")
	p.wants("focus", p.window.window.Canvas().Focused(), fyne.Focusable(page.choices[0]))
	p.enter()
	p.window.stepForward()
	if m, _ := p.followedMeasure(); len(m.FollowUps) != 1 || m.FollowUps[0].Remark != "Lopuksi." || m.Status != model.Completed {
		t.Errorf("taken: %+v", m)
	}
}

func TestTwoFormsThatDifferWaitForAChoice(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	page := p.reads(p.filled("a.pdf", model.UnderWay, ""), p.filled("b.pdf", model.Completed, ""))
	p.wants("waits", page.batch.Undecided(), 0)
	page.chooseAll(0)
	p.window.stepForward()
	if m, _ := p.followedMeasure(); m.Status != model.UnderWay {
		t.Errorf("taken: %+v", m)
	}
}

func TestAFileThatIsNoWorksheetAmongOthersIsTold(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	letter := filepath.Join(t.TempDir(), "kirje.pdf")
	must(t, os.WriteFile(letter, []byte("ei PDF"), 0o600))
	p.reads(p.filled("a.pdf", model.UnderWay, ""), letter)
	p.wants("message", p.window.notice.key, "answers.unread")
	p.reads(p.filled("a.pdf", model.UnderWay, ""))
	if p.window.notice != nil {
		t.Errorf("told %q of files that all could be read", p.window.notice.text)
	}
}

func TestFilesThatAreNoWorksheetsAreExplained(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	folder := t.TempDir()
	write := func(name string, content []byte) string {
		file := filepath.Join(folder, name)
		must(t, os.WriteFile(file, content, 0o600))
		return file
	}
	other := worktest.FilledForm(map[string]string{"worksheet:programme": "toinen-1", "worksheet:year": "2020"})
	page := p.reads(write("kirje.pdf", []byte("ei PDF")), write("lomake.pdf", worktest.FilledForm(map[string]string{"nimi": "x"})),
		write("toinen.pdf", other), filepath.Join(folder, "puuttuu.pdf"))
	for _, key := range []string{"answers.error.noPDF", "answers.error.notOurs", "answers.error.otherProgramme", "answers.fileGone"} {
		if !p.shows(p.window.t(key)) {
			t.Errorf("the page does not say %q", p.window.t(key))
		}
	}
	p.wants("answers", len(page.batch.Rows), 0)
	p.window.stepForward()
	p.wants("page", p.window.page.name(), "reports")
}

func TestAFormWithoutAFileIsAskedFor(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	p.window.openAnswers()
	p.window.stepForward()
	if !p.shows(p.window.t("answers.fileMissing")) {
		t.Error("the page does not say that no form is chosen")
	}
	page := p.window.page.(*answersPage)
	page.addFolder(t.TempDir())
	p.wants("message", p.window.notice.key, "answers.folderEmpty")
	file := p.filled("a.PDF", model.UnderWay, "")
	page.addFolder(filepath.Dir(file))
	p.wants("files", strings.Join(page.files, " "), file)
	p.tap("answers.remove", "file", "a.PDF")
	p.wants("files left", len(page.files), 0)
}

func TestAWorksheetOpensItsProgrammeWhereNoneIsOpen(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	file, programme := p.filled("a.pdf", model.UnderWay, ""), p.window.work.ID()
	p.window.goHome()
	p.window.takeDropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(file)})
	p.wants("page", p.window.page.name(), "answers/preview")
	p.wants("programme", p.window.work.ID(), programme)

	p.window.goHome()
	p.window.OpenDocument(file)
	p.wants("page of the program started with it", p.window.page.name(), "answers/preview")
}

func TestTheFormsPageLeadsToTheAnswers(t *testing.T) {
	p := atReports(t, false)
	p.chooseKind(workflow.Worksheet)
	p.tap("reports.readAnswers")
	p.wants("page", p.window.page.name(), "answers")
	p.window.stepBack()
	p.wants("page", p.window.page.name(), "reports")
}
