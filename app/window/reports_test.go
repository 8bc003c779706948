package window

import (
	"context"
	"fmt"
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

// chooseKind chooses a kind of report in the list.
func (p person) chooseKind(kind string) *reportsPage {
	p.Helper()
	page := p.window.page.(*reportsPage)
	page.focus.(*ui.ChoiceList).PressOn(kind)
	p.wants("kind", page.kind, kind)
	if !p.shows(strings.Fields(p.window.t("reports.kind." + kind + ".for"))[0]) {
		p.Errorf("%s: the page does not say what it is for", kind)
	}
	return page
}

// openPicker opens the list in which something is picked.
func (p person) openPicker(key string) *picker {
	p.Helper()
	for _, c := range p.window.controls {
		if strings.HasPrefix(ui.LabelOf(c), p.window.t(key)+":") || strings.HasPrefix(ui.LabelOf(c), p.window.t(key)+".") {
			c.(interface{ Press() }).Press()
			return p.window.page.(*reportsPage).picking
		}
	}
	p.Fatalf("no control is called %q", p.window.t(key))
	return nil
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
	c := p.window.window.Canvas()
	at := func() string { return ui.LabelOf(c.Focused()) }
	p.wants("focus", at(), p.window.t("reports.kind.programme"))
	p.keyed(fyne.KeyDown)
	p.wants("focus after Down", at(), p.window.t("reports.kind.agenda"))
	page := p.window.page.(*reportsPage)
	p.wants("kind after Down alone", page.kind, workflow.ProgrammeDocument)
	p.enter()
	p.wants("kind after Enter", page.kind, "agenda")
	p.wants("focus after Enter", at(), p.window.t("reports.kind.agenda"))
	p.keyed(fyne.KeyEnd)
	p.enter()
	p.wants("kind after End and Enter", page.kind, "plain")
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
	p.openPicker("reports.sections")
	press(sections[0].Number + " " + sections[0].Title.Fi)
	p.wants("sections", len(page.choice().Sections), len(sections)-1)
	p.wants("the first is read out", check(sections[0]).Value, p.window.t("field.notChosen"))
	if p.previewed().of == before {
		t.Error("the preview is of the sections before")
	}
	p.tap("reports.pickDone")
	press(p.window.t("reports.emptyLines"))
	p.wants("empty lines", page.choice().EmptyLines, true)
	p.openPicker("reports.sections")
	for _, s := range sections[1:] {
		press(s.Number + " " + s.Title.Fi)
	}
	if !p.shows(p.window.t("reports.noSection")) {
		t.Error("the page does not say that no section is chosen")
	}
	file := filepath.Join(t.TempDir(), "a.pdf")
	p.window.stepForward()
	p.wants("message", p.window.notice.key, "reports.noSection")
	press(sections[1].Number + " " + sections[1].Title.Fi)
	p.tap("reports.pickDone")
	p.report(file)
	content, err := os.ReadFile(file)
	must(t, err)
	if !strings.Contains(string(content), " section "+string(sections[1].ID)+" lines") {
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

func TestAnExtractIsOfOneGoalOrOfEach(t *testing.T) {
	p := atReports(t, false)
	page := p.chooseKind(workflow.GoalExtract)
	goals := p.programme().Sections[0].Goals
	p.wants("goal at first", page.choice().Goal, goals[0].ID)
	pick := p.openPicker("reports.goal")
	p.wants("focus", p.window.window.Canvas().Focused(), pick.field.Focusable())
	pick.field.OnChanged(goals[1].Number + " " + goals[1].Title.Fi[:4])
	p.wants("found", len(pick.found), 1)
	p.keyed(fyne.KeyDown)
	p.enter()
	p.wants("goal", page.choice().Goal, goals[1].ID)
	pick = p.openPicker("reports.goal")
	pick.rows[0].Press()
	p.wants("every goal", page.choice().Goal, model.EntityID(""))
	file := filepath.Join(t.TempDir(), "a.pdf")
	p.report(file)
	content, err := os.ReadFile(file)
	must(t, err)
	if strings.Contains(string(content), " goal ") {
		t.Errorf("the file holds %q", content)
	}
	p.openPicker("reports.goal")
	p.keyed(fyne.KeyEscape)
	if page.picking != nil || page.choice().Goal != "" {
		t.Error("Escape picked something, or left the list open")
	}
}

func TestTheYearOfAWorksheetIsChosen(t *testing.T) {
	p := atReports(t, false)
	page := p.chooseKind(workflow.Worksheet)
	p.labelled(p.window.t("reports.year") + ": 2021").(interface{ Press() }).Press()
	p.wants("year", page.choice().Year, 2021)
	p.chooseKind("agenda")
	p.wants("year of an agenda", page.choice().Year, 0)
}

func TestADocumentWithoutNamesListsThem(t *testing.T) {
	p := atReports(t, false)
	decided(t, p.window.work)
	p.change(func(st *model.Step) error {
		return st.SetText(p.window.work.Programme().FinalDecision().ID, model.FieldPreparer, model.Finnish, "suunnittelija")
	})
	p.window.rebuild()
	page := p.window.page.(*reportsPage)
	p.wants("names taken out at first", page.variation().WithoutNames == nil, true)
	p.tap("reports.withoutNames")
	of := p.previewed().of
	name := p.window.t("reports.nameOut", "name", "N. N.", "place", p.window.t("personName.minutes"))
	preparer := p.window.t("reports.nameOut", "name", "suunnittelija", "place", p.window.t("personName.preparer"))
	checked := func(label string) bool { return p.labelled(label).(*ui.Check).Checked() }
	p.wants("a name is taken out", checked(name), true)
	p.wants("a role stays", checked(preparer), false)
	out := len(page.variation().WithoutNames)
	p.labelled(preparer).(interface{ Press() }).Press()
	p.wants("names taken out", len(page.variation().WithoutNames), out+1)
	if p.previewed().of == of {
		t.Error("the preview is of the names before")
	}
	if !strings.Contains(page.file(), p.window.t("reports.withoutNames.file")) {
		t.Errorf("the suggested file is %q", page.file())
	}
	p.chooseKind("letter-of-intent")
	if !p.shows(p.window.t("reports.withoutNames.unsigned")) {
		t.Error("it is not told that the document gets no signature fields")
	}
	p.chooseKind("programme")
	p.labelled(name).(interface{ Press() }).Press()
	file := filepath.Join(t.TempDir(), "a.pdf")
	p.report(file)
	content, err := os.ReadFile(file)
	must(t, err)
	if !strings.Contains(string(content), " nameless") {
		t.Errorf("the file holds %q", content)
	}
}

func TestADocumentWithoutItsAttachmentIsMade(t *testing.T) {
	p := atReports(t, true)
	p.tap("reports.noAttachment")
	if p.shows("kopioidaan muuttumattomana") {
		t.Error("the page says that the approved file is copied")
	}
	file := filepath.Join(t.TempDir(), "a.pdf")
	p.report(file)
	content, err := os.ReadFile(file)
	must(t, err)
	if !strings.Contains(string(content), " alone") {
		t.Errorf("the file holds %q", content)
	}
}

func TestThePageOfThePlainEditionLeadsToItsTexts(t *testing.T) {
	p := atReports(t, false)
	p.forgetEasyText(0, 2)
	p.chooseKind("plain")
	share := p.programme().PlainShare(model.Finnish)
	label := p.window.t("reports.plainShare.fi", "count", share.Part, "whole", share.Whole)
	for _, c := range p.window.controls {
		if strings.HasPrefix(ui.LabelOf(c), label) {
			c.(interface{ Press() }).Press()
			break
		}
	}
	p.wants("page", strings.HasPrefix(p.window.page.name(), "contents"), true)
}

func TestAmongThousandsOfGoalsOneIsPickedAtOnce(t *testing.T) {
	p := atReports(t, false)
	section := p.programme().Sections[0].ID
	p.change(func(st *model.Step) error {
		for i := range 10_000 {
			goal, err := st.Add(section, model.KindGoal, "")
			if err != nil {
				return err
			}
			if err := st.SetText(goal, model.FieldTitle, model.Finnish, fmt.Sprintf("Kohde%d kotoutumisen edistämiseksi", i)); err != nil {
				return err
			}
		}
		return nil
	})
	page := p.window.page.(*reportsPage)
	isQuick := func(what string, do func()) {
		if took := quickest(atOnce, do); took > atOnce {
			t.Errorf("%s takes %v", what, took)
		}
	}
	isQuick("choosing the document", func() { page.chooseKind("agenda"); page.chooseKind(workflow.GoalExtract) })
	var pick *picker
	isQuick("opening the list", func() {
		page.picking = nil
		p.window.rebuild()
		pick = p.openPicker("reports.goal")
	})
	p.wants("listed", len(pick.rows), pickedAtOnce)
	isQuick("a letter", func() { pick.field.OnChanged("edistämiseksi kohde9876") })
	p.wants("found", len(pick.found), 1)
	pick.rows[0].Press()
	goal, _ := p.programme().Goal(page.choice().Goal)
	p.wants("picked", goal.Title.Fi, "Kohde9876 kotoutumisen edistämiseksi")
	isQuick("leaving the names out", func() { p.tap("reports.withoutNames") })
}

func TestWhereNoPageCanBeShownNothingTurnsPages(t *testing.T) {
	p := atReports(t, false)
	page := p.chooseKind("approved")
	p.settle()
	for _, tool := range append(page.preview.tools, page.preview.picture) {
		p.wants("shown", tool.Visible(), false)
	}
	page = p.chooseKind(workflow.ProgrammeDocument)
	p.settle()
	for _, tool := range append(page.preview.tools, page.preview.picture) {
		p.wants("shown", tool.Visible(), true)
	}
}

func TestTheRowForAllIsNotCountedAmongTheGoals(t *testing.T) {
	p := atReports(t, false)
	p.chooseKind(workflow.GoalExtract)
	pick := p.openPicker("reports.goal")
	goals := p.programme().Counts().Goals
	if want := p.window.t("reports.picked", "count", goals); !p.shows(want) {
		t.Errorf("the list does not say %q", want)
	}
	pick.field.OnChanged("ei mikään tavoite")
	if want := p.window.t("reports.pickNothing"); !p.shows(want) {
		t.Errorf("the empty list does not say %q", want)
	}
}
