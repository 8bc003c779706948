package window

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/ui"
	"tavoitekartta/app/workflow"
	"tavoitekartta/model"
)

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
	p.wants("message", p.window.notice.key, "error.file.unwritten")
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

func TestTheFolderThatIsChosenKeepsTheFilesName(t *testing.T) {
	p := atReports(t, false)
	p.fill("reports.file", filepath.Join(t.TempDir(), "a.pdf"))
	page, folder := p.chooseKind("programme"), t.TempDir()
	page.moveTo(folder)
	p.wants("file", page.file(), filepath.Join(folder, "a.pdf"))
}

func TestAFileNameThatIsTypedWithAFolderChoosesThatFolder(t *testing.T) {
	p := atReports(t, false)
	folder := t.TempDir()
	p.fill("reports.file", filepath.Join(folder, "a.pdf"))
	page := p.window.page.(*reportsPage)
	p.wants("folder", page.where.Text, folder)
	p.wants("name", page.path.Text(), "a.pdf")
	p.wants("file", page.file(), filepath.Join(folder, "a.pdf"))
}

func TestTheFolderOfADocumentIsShown(t *testing.T) {
	p := atReports(t, false)
	shown := ""
	p.window.options.ShowFile = func(path string) error { shown = path; return nil }
	file := filepath.Join(t.TempDir(), "a.pdf")
	p.report(file)
	p.tap("reports.showFile")
	p.wants("shown", shown, file)
	p.window.options.ShowFile = func(string) error { return os.ErrNotExist }
	p.tap("reports.showFile")
	p.wants("message", p.window.notice.key, "error.folderNotShown")
}

func TestAFileThatCouldNotBeReplacedIsToldWithWhatToDo(t *testing.T) {
	p := atReports(t, false)
	p.window.tellFile(fmt.Errorf("write document: %w", &os.LinkError{Op: "rename", Old: "a", New: "ohjelma.pdf", Err: os.ErrPermission}), "/asiakirjat/ohjelma.pdf")
	p.wants("message", p.window.notice.key, "error.file.inUse")
	if !strings.Contains(p.window.notice.text, "ohjelma.pdf") {
		t.Errorf("the message is %q", p.window.notice.text)
	}
}

func TestWhatIsChangedWhileADocumentIsMadeIsKept(t *testing.T) {
	p := atReports(t, false)
	folder := t.TempDir()
	p.fill("reports.file", filepath.Join(folder, "a.pdf"))
	p.window.stepForward()
	p.change(func(st *model.Step) error {
		return st.SetText(p.window.work.ID(), model.FieldTitle, model.Finnish, "Uusi nimi")
	})
	p.settle()
	p.wants("title", p.programme().Title.Fi, "Uusi nimi")
	p.wants("made", p.window.page.(*reportsPage).made.name(), "a.pdf")
	left, err := os.ReadDir(folder)
	must(t, err)
	p.wants("files in the folder", len(left), 1)
}

func TestADocumentThatIsStoppedLeavesNoFile(t *testing.T) {
	p := atReports(t, false)
	folder := t.TempDir()
	p.fill("reports.file", filepath.Join(folder, "a.pdf"))
	p.window.stepForward()
	p.window.page.(*reportsPage).cancel()
	p.settle()
	left, err := os.ReadDir(folder)
	must(t, err)
	// It may have been written before it was stopped; a half one is never there.
	for _, file := range left {
		p.wants("file", file.Name(), "a.pdf")
	}
}
