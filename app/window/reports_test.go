package window

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/ui"
	"tavoitekartta/app/workflow"
	"tavoitekartta/app/workflow/worktest"
)

// atReports opens the example, approved when that is asked for, at its reports.
func atReports(t *testing.T, approved bool) person {
	t.Helper()
	desk, store := worktest.NewDesk()
	p := open(t, desk, store, "fi")
	work := worktest.OpenExample(t, desk, "vaasa-2019-2022")
	if approved {
		decided(t, work)
		must(t, work.Lock(context.Background()))
		must(t, work.Approve(context.Background(), nil))
	}
	p.window.enter(work)
	p.window.openView(viewReports)
	return p
}

// report makes the document into a file and waits for it.
func (p person) report(file string) {
	p.Helper()
	p.fill("reports.file", file)
	p.window.stepForward()
	p.settle()
}

func TestADocumentIsMadeAndOpened(t *testing.T) {
	p := atReports(t, false)
	opened := ""
	p.window.options.OpenFile = func(path string) error { opened = path; return nil }
	folder := t.TempDir()
	p.report(filepath.Join(folder, "ohjelma 2019"))
	want := filepath.Join(folder, "ohjelma 2019.pdf")
	content, err := os.ReadFile(want)
	must(t, err)
	if !strings.Contains(string(content), "draft") {
		t.Errorf("the file holds %q", content)
	}
	p.wants("focus", ui.LabelOf(p.window.window.Canvas().Focused()), p.window.t("reports.open"))
	p.enter()
	p.wants("opened", opened, want)
	left, err := os.ReadDir(folder)
	must(t, err)
	p.wants("files in the folder", len(left), 1)
}

func TestBothLanguagesAreOneDocument(t *testing.T) {
	p := atReports(t, false)
	p.labelled("Kieli: suomi + ruotsi").(interface{ Press() }).Press()
	if file := p.window.page.(*reportsPage).file(); !strings.HasSuffix(file, " fi+sv.pdf") {
		t.Errorf("the suggested file is %q", file)
	}
	file := filepath.Join(t.TempDir(), "a.pdf")
	p.report(file)
	content, err := os.ReadFile(file)
	must(t, err)
	p.wants("lines", strings.Count(string(content), "\n"), 2)
}

func TestAnApprovedDocumentIsTheVeryFile(t *testing.T) {
	p := atReports(t, true)
	if !p.shows("kopioidaan muuttumattomana") {
		t.Error("the page does not say that the approved file is copied")
	}
	file := filepath.Join(t.TempDir(), "hyväksytty.pdf")
	p.report(file)
	got, err := os.ReadFile(file)
	must(t, err)
	want, err := p.store.Document(context.Background(), p.window.work.ID(), 1, 0)
	must(t, err)
	p.wants("bytes", string(got), string(want))
}

func TestAnExistingFileIsReplacedOnlyWhenMeant(t *testing.T) {
	p := atReports(t, false)
	file := filepath.Join(t.TempDir(), "ohjelma.pdf")
	must(t, os.WriteFile(file, []byte("vanha"), 0o600))
	p.report(file)
	p.window.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	content, err := os.ReadFile(file)
	must(t, err)
	p.wants("content when kept", string(content), "vanha")
	p.window.stepForward()
	p.enter()
	p.settle()
	content, err = os.ReadFile(file)
	must(t, err)
	if !strings.HasPrefix(string(content), workflow.ProgrammeDocument) {
		t.Errorf("content when replaced: %q", content)
	}
}

func TestNamesOfFilesThatCannotBeAreExplained(t *testing.T) {
	folder := t.TempDir()
	must(t, os.WriteFile(filepath.Join(folder, "tiedosto.txt"), nil, 0o600))
	must(t, os.Mkdir(filepath.Join(folder, "kansio.pdf"), 0o700))
	for typed, key := range map[string]string{
		"   ":                                  "reports.fileMissing",
		folder:                                 "reports.fileMissing",
		folder + "/":                           "reports.fileMissing",
		filepath.Join(folder, "kansio.pdf"):    "reports.fileMissing",
		filepath.Join(folder, "ei", "ole.pdf"): "reports.folderMissing",
		filepath.Join(folder, "tiedosto.txt", "a"):      "reports.folderMissing",
		filepath.Join(folder, strings.Repeat("å", 200)): "reports.nameTooLong",
	} {
		p := atReports(t, false)
		p.report(typed)
		spoken := p.labelled(p.window.t("reports.file")).(fyne.Accessible).AccessibilityLabel()
		if !strings.Contains(spoken, p.window.t(key)) {
			t.Errorf("%q: %q does not say %q", typed, spoken, p.window.t(key))
		}
		p.wants("focus", ui.LabelOf(p.window.window.Canvas().Focused()), p.window.t("reports.file"))
	}
}

func TestAFileThatCannotBeWrittenIsTold(t *testing.T) {
	p := atReports(t, false)
	p.report("/proc/ohjelma.pdf") // a folder in which nobody makes files
	p.wants("message", p.window.notice.key, "error.fileNotWritten")
}

func TestAFileWithoutAFolderLiesInTheDocuments(t *testing.T) {
	target, wrong := readTarget("ohjelma.2019", os.TempDir(), ".pdf")
	if wrong != "" || string(target) != filepath.Join(os.TempDir(), "ohjelma.2019.pdf") {
		t.Errorf("%q, %q", target, wrong)
	}
	if name := suggestedFile("", `Kunta: tavoitteet 2019/2022?`, ".pdf"); name != "Kunta- tavoitteet 2019-2022-.pdf" {
		t.Errorf("suggested %q", name)
	}
}

func TestTheFolderIsChosenInADialog(t *testing.T) {
	p := atReports(t, false)
	p.fill("reports.file", filepath.Join(t.TempDir(), "a.pdf"))
	p.tap("reports.choose")
	if len(p.window.window.Canvas().Overlays().List()) == 0 {
		t.Error("no dialog opens")
	}
}

func TestANarrowReportsPageBeginsAtItsHeading(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	p.window.window.Resize(fyne.NewSize(911, 512))
	p.window.openView(viewReports)
	_, onChip := p.window.window.Canvas().Focused().(*ui.Chip)
	p.wants("focus on a chip", onChip, true)
}
