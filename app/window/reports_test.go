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
	"tavoitekartta/model"
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

// chooseKind chooses a kind of report in the list.
func (p person) chooseKind(kind string) *reportsPage {
	p.Helper()
	p.tap("reports.otherKind")
	name := p.window.t("reports.kind." + kind)
	p.labelled(name + ". " + p.window.t("reports.kind."+kind+".for")).(interface{ Press() }).Press()
	page := p.window.page.(*reportsPage)
	p.wants("kind", page.kind, kind)
	if page.choosing || !p.shows(name) {
		p.Errorf("%s: the list is still open", kind)
	}
	return page
}

func TestEveryKindOfReportIsChosenAndMade(t *testing.T) {
	p := atReports(t, false)
	names := map[string]bool{}
	for _, kind := range p.window.desk.ReportKinds()[1:] {
		page := p.chooseKind(kind)
		names[page.file()] = true
		if !strings.Contains(page.file(), p.window.t("reports.kind."+kind)) {
			t.Errorf("%s: the suggested file is %q", kind, page.file())
		}
		if workflow.AskedOf(kind).Approved {
			continue
		}
		p.previewed()
		file := filepath.Join(t.TempDir(), kind+".pdf")
		p.report(file)
		content, err := os.ReadFile(file)
		must(t, err)
		if !strings.HasPrefix(string(content), kind+" ") {
			t.Errorf("%s: the file holds %q", kind, content)
		}
	}
	p.wants("different names of files", len(names), len(p.window.desk.ReportKinds())-1)
}

func TestTheKindsAreGoneThroughByKeys(t *testing.T) {
	p := atReports(t, false)
	p.tap("reports.otherKind")
	c := p.window.window.Canvas()
	at := func() string { return ui.LabelOf(c.Focused()) }
	if !strings.HasPrefix(at(), p.window.t("reports.kind.programme")) || !strings.HasSuffix(at(), p.window.t("reports.chosenKind")) {
		t.Errorf("the focus is at %q", at())
	}
	p.keyed(fyne.KeyDown)
	if !strings.HasPrefix(at(), p.window.t("reports.kind.agenda")) {
		t.Errorf("after Down the focus is at %q", at())
	}
	p.keyed(fyne.KeyEscape)
	page := p.window.page.(*reportsPage)
	p.wants("kind after Escape", page.kind, workflow.ProgrammeDocument)
	p.wants("focus after Escape", at(), p.window.t("reports.otherKind"))
	p.enter()
	p.keyed(fyne.KeyEnd)
	p.enter()
	p.wants("kind after End and Enter", page.kind, "approved")
}

func TestWhatAReportNeedsIsSaidBeforeItIsMade(t *testing.T) {
	p := atReports(t, false)
	p.chooseKind("approved")
	if !p.shows(p.window.t("error.reportNotApproved")) || !p.shows(p.window.t("reports.noPreview")) {
		t.Error("the page does not say why the report cannot be made")
	}
	file := filepath.Join(t.TempDir(), "a.pdf")
	p.report(file)
	p.wants("message", p.window.notice.key, "error.reportNotApproved")
	if _, err := os.Stat(file); err == nil {
		t.Error("a file was made")
	}
	p.tap("reports.wayOut.decision")
	p.wants("page", p.window.page.name(), "decision")

	approved := atReports(t, true)
	approved.chooseKind("approved")
	approved.labelled(approved.window.t("reports.signatureFields")).(interface{ Press() }).Press()
	approved.report(file)
	content, err := os.ReadFile(file)
	must(t, err)
	if !strings.Contains(string(content), " signatures") {
		t.Errorf("the file holds %q", content)
	}
}

func TestSignatureFieldsAreChosenByKeyAndByMouseWhereADocumentIsSigned(t *testing.T) {
	p := atReports(t, false)
	for _, kind := range []string{"letter-of-intent", workflow.BodySheet} {
		page := p.chooseKind(kind)
		check := p.labelled(p.window.t("reports.signatureFields"))
		p.window.window.Canvas().Focus(check)
		p.keyed(fyne.KeySpace)
		p.wants(kind+" by key", page.choice().SignatureFields, true)
		check.(fyne.Tappable).Tapped(&fyne.PointEvent{})
		p.wants(kind+" by mouse", page.choice().SignatureFields, false)
	}
	p.chooseKind("worksheet")
	for _, c := range p.window.controls {
		if ui.LabelOf(c) == p.window.t("reports.signatureFields") {
			t.Error("a worksheet, which nobody signs, offers signature fields")
		}
	}
}

func TestSectionsAreLeftOutOfAReport(t *testing.T) {
	p := atReports(t, false)
	page := p.chooseKind("sections")
	p.wants("sections when all are meant", len(page.choice().Sections), 0)
	sections := p.window.work.Programme().Sections
	check := func(s model.Section) ui.Spoken {
		return p.labelled(s.Number + " " + s.Title.Fi).(interface{ Spoken() ui.Spoken }).Spoken()
	}
	press := func(label string) { p.labelled(label).(interface{ Press() }).Press() }
	before := p.previewed().of
	press(sections[0].Number + " " + sections[0].Title.Fi)
	p.wants("sections", len(page.choice().Sections), len(sections)-1)
	p.wants("the first is read out", check(sections[0]).Value, p.window.t("field.notChosen"))
	if p.previewed().of == before {
		t.Error("the preview is of the sections before")
	}
	press(p.window.t("reports.emptyLines"))
	p.wants("empty lines", page.choice().EmptyLines, true)
	for _, s := range sections[1:] {
		press(s.Number + " " + s.Title.Fi)
	}
	if !p.shows(p.window.t("reports.noSection")) {
		t.Error("the page does not say that no section is chosen")
	}
	file := filepath.Join(t.TempDir(), "a.pdf")
	p.report(file)
	p.wants("message", p.window.notice.key, "reports.noSection")
	press(sections[1].Number + " " + sections[1].Title.Fi)
	p.report(file)
	content, err := os.ReadFile(file)
	must(t, err)
	if !strings.Contains(string(content), " section "+string(sections[1].ID)+" lines\n") {
		t.Errorf("the file holds %q", content)
	}
}

func TestTheGoalsPageOffersItsExtractAndTheBodysPageItsSheet(t *testing.T) {
	p := atReports(t, false)
	goal := p.window.work.Programme().Sections[1].Goals[1].ID
	p.window.openView(viewContents)
	p.choosePart(goal, stepGoal)
	p.press(key(goal, "extract"))
	page := p.window.page.(*reportsPage)
	p.wants("kind", page.kind, workflow.GoalExtract)
	p.wants("goal", page.choice().Goal, goal)
	if !strings.Contains(page.file(), " 2.2 fi.pdf") {
		t.Errorf("the suggested file is %q", page.file())
	}
	body := p.window.work.Programme().Bodies[3].ID
	p.window.openBodies(body, "")
	p.press(key(body, "sheet"))
	page = p.window.page.(*reportsPage)
	p.wants("kind", page.kind, workflow.BodySheet)
	p.wants("body", page.choice().Body, body)
}

func TestANarrowReportsPageBeginsAtItsHeading(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	p.window.window.Resize(fyne.NewSize(911, 512))
	p.window.openView(viewReports)
	p.wants("focus", ui.LabelOf(p.window.window.Canvas().Focused()), p.window.t("reports.otherKind"))
}
