package window

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/translationfile"
	"tavoitekartta/app/translationwords"
	"tavoitekartta/app/ui"
	"tavoitekartta/app/workflow"
	"tavoitekartta/model"
)

// atLanguages opens the example at its languages, in the language of the interface.
func atLanguages(t *testing.T) person {
	t.Helper()
	p := at(t, "vaasa-2019-2022")
	p.window.openView(viewLanguages)
	return p
}

// returned is a file as a translator sends it back, filled in unit by unit.
func returned(p person, fill func(i int, u *translationfile.Unit)) string {
	p.Helper()
	w := p.window
	file, err := w.work.TranslationFile(model.Swedish, workflow.SendGaps, translationwords.Notes(w.words, nil))
	must(p, err)
	for i := range file.Units {
		fill(i, &file.Units[i])
	}
	path := filepath.Join(p.TempDir(), "käännös.xlsx")
	out, err := os.Create(path)
	must(p, err)
	must(p, translationfile.Write(out, file, translationfile.Workbook, translationwords.Headings(w.words, file.Source, file.Target)))
	must(p, out.Close())
	return path
}

func (p person) counts() model.TranslationCounts {
	return model.CountStandings(model.Swedish, p.window.work.Standings(model.Swedish))
}

func TestTheThreeOldestGapsAreTranslatedByKeyboardAlone(t *testing.T) {
	p := atLanguages(t)
	before := p.counts().Untranslated
	p.window.stepForward() // Alt+Right
	var written []model.TextRef
	for _, words := range []string{"Första", "Andra", "Tredje"} {
		page := p.window.page.(*translatePage)
		written = append(written, page.ref())
		p.wants("focus", p.window.window.Canvas().Focused(), page.field.Focusable())
		for _, letter := range words {
			page.field.Focusable().TypedRune(letter)
		}
		p.window.stepForward()
	}
	p.wants("left", p.counts().Untranslated, before-3)
	for i, ref := range written {
		p.wants("written", p.window.work.State().Element(ref.Entity).Text(ref.Field).Sv, []string{"Första", "Andra", "Tredje"}[i])
	}
	p.wants("progress", p.window.page.(*translatePage).at, 3)
	p.window.stepBack()
	p.wants("back at", p.window.page.(*translatePage).field.Text(), "Tredje")
	p.window.undo()
	p.wants("undone", p.counts().Untranslated, before-2)
	p.wants("shown after undoing", p.window.page.(*translatePage).field.Text(), "")
}

func TestATranslationIsCheckedAndFallsBackWhenItIsChanged(t *testing.T) {
	p := atLanguages(t)
	p.window.stepForward()
	page := p.window.page.(*translatePage)
	p.tap("languages.check")
	if page.check.Checked() || page.field.Problem() == "" {
		t.Error("an empty translation is checked")
	}
	page.field.Focusable().TypedRune('A')
	page.check.Press()
	if !page.check.Checked() || p.counts().Checked != 1 {
		t.Errorf("checked: %v, %+v", page.check.Checked(), p.counts())
	}
	page.field.Focusable().TypedRune('B')
	must(t, page.flush())
	if page.check.Checked() || p.counts().Checked != 0 {
		t.Error("a changed translation is still checked")
	}
}

func TestWhatHasChangedSinceTheTranslationIsMarked(t *testing.T) {
	p := atLanguages(t)
	section := p.programme().Sections[0].ID
	p.change(func(st *model.Step) error {
		return st.SetText(section, model.FieldTitle, model.Finnish, "Työllistymisen rohkea edistäminen")
	})
	p.window.openLanguages(model.Swedish, filterOutOfDate)
	p.window.stepForward()
	p.wants("text", p.window.page.(*translatePage).ref().Entity, section)
	if !p.shows("rohkea") || !p.shows(p.window.t("languages.changes")) {
		t.Error("the change is not shown")
	}
	p.window.page.(*translatePage).check.Press()
	p.wants("out of date", p.counts().OutOfDate, 0)
}

func TestFiguresThatDifferArePointedOutWhileTranslating(t *testing.T) {
	p := atLanguages(t)
	goal := p.programme().Sections[0].Goals[0].ID
	p.change(func(st *model.Step) error { return st.SetText(goal, model.FieldTitle, model.Finnish, "5 koulutusta") })
	list := p.window.page.(*languagesPage)
	p.window.goTo(newTranslatePage(p.window, list, []model.TextRef{{Entity: goal, Kind: model.KindGoal, Field: model.FieldTitle}}, 0))
	page := p.window.page.(*translatePage)
	for _, letter := range "6 utbildningar" {
		page.field.Focusable().TypedRune(letter)
	}
	must(t, page.flush())
	if !p.shows("alkuperäisessä 5, käännöksessä 6") {
		t.Error("the figures are not pointed out")
	}
	p.window.stepForward()
	p.wants("page behind the last text", p.window.page.name(), "languages")
}

func TestTheListIsFilteredOrderedAndBuiltInParts(t *testing.T) {
	p := atLanguages(t)
	page := p.window.page.(*languagesPage)
	rows := func() (n int) {
		for _, c := range p.window.controls {
			if _, is := c.(*ui.LinkRow); is {
				n++
			}
		}
		return n
	}
	p.wants("rows", rows(), listedAtOnce)
	p.tap("languages.more", "count", len(page.list())-listedAtOnce)
	p.wants("more rows", rows(), 2*listedAtOnce)
	page.filter = filterOutOfDate
	page.again()
	p.wants("out of date", rows(), 0)
	if !p.shows(p.window.t("languages.nothing")) {
		t.Error("an empty list says nothing")
	}
	p.window.stepForward()
	p.wants("next of an empty list", p.window.page.name(), "languages/compare")
}

func TestTextsAreSentToATranslator(t *testing.T) {
	p := atLanguages(t)
	opened := ""
	p.window.options.OpenFile = func(path string) error { opened = path; return nil }
	p.tap("languages.send")
	folder := t.TempDir()
	p.fill("languages.file", filepath.Join(folder, "ruotsiksi"))
	p.window.stepForward()
	file, err := os.Open(filepath.Join(folder, "ruotsiksi.xlsx"))
	must(t, err)
	defer file.Close()
	sent, problems, err := translationfile.Read(file)
	must(t, err)
	p.wants("texts", len(sent.Units)+len(problems), p.counts().Untranslated)
	p.enter()
	p.wants("opened", opened, filepath.Join(folder, "ruotsiksi.xlsx"))
	p.fill("languages.file", filepath.Join(folder, "ei", "ole"))
	p.window.stepForward()
	if !p.shows(p.window.t("reports.folderMissing")) {
		t.Error("a folder that is not there is not told")
	}
}

func TestATranslatorsFileIsShownAndThenTakenAsOneStep(t *testing.T) {
	p := atLanguages(t)
	before := p.counts()
	path := returned(p, func(i int, u *translationfile.Unit) {
		switch i {
		case 0:
			u.Translation = "99 saker"
		case 1:
			u.Translation = "Översatt"
		}
	})
	p.tap("languages.take")
	p.fill("languages.file", path)
	p.window.stepForward()
	p.wants("page", p.window.page.name(), "languages/preview")
	for _, words := range []string{"2 ruotsinnosta", "1: luvut eroavat", "käännöksessä 99"} {
		if !p.shows(words) {
			t.Errorf("the preview does not show %q", words)
		}
	}
	p.wants("nothing is written yet", p.counts(), before)
	p.window.stepForward()
	p.wants("page", p.window.page.name(), "languages")
	p.wants("left", p.counts().Untranslated, before.Untranslated-2)
	p.window.undo()
	p.wants("undone", p.counts(), before)
}

func TestAFileThatCannotBeTakenIsToldInWords(t *testing.T) {
	p := atLanguages(t)
	p.tap("languages.take")
	path := filepath.Join(t.TempDir(), "a.xlsx")
	must(t, os.WriteFile(path, []byte("PK, mutta ei työkirja"), 0o600))
	for _, c := range []struct{ file, words string }{
		{"", p.window.t("languages.fileMissing")}, {filepath.Join(t.TempDir(), "ei ole.xlsx"), p.window.t("languages.fileMissing")},
		{t.TempDir(), p.window.t("languages.fileUnreadable")}, {path, "vioittunut"},
	} {
		p.fill("languages.file", c.file)
		p.window.stepForward()
		p.wants("page", p.window.page.name(), "languages/take")
		if problem := p.window.page.(*takePage).path.Problem(); !strings.Contains(problem, c.words) {
			t.Errorf("%q is told as %q", c.file, problem)
		}
	}
}

func TestTheEditionsAreProvedEqualOrTheirDifferencesListed(t *testing.T) {
	p := atLanguages(t)
	p.tap("languages.compare")
	page := p.window.page.(*editionsPage)
	if !p.shows("eroavat") {
		t.Error("the missing texts are not told")
	}
	typeKeys(page.focus.(*ui.LinkRow), fyne.KeyReturn)
	p.wants("page", p.window.page.name(), "languages/text")
	p.change(func(st *model.Step) error {
		for _, ref := range st.State().Texts() {
			e := st.State().Element(ref.Entity)
			if e.Text(ref.Field).Sv == "" && st.State().TextState(ref.Entity, ref.Field, model.Swedish) == model.TextNeedsTranslation {
				words := strings.NewReplacer(" ja ", " och ", " sekä ", " samt ", "yhdessä", "tillsammans med").Replace(e.Text(ref.Field).Fi)
				if err := st.SetText(ref.Entity, ref.Field, model.Swedish, words); err != nil {
					return err
				}
			}
		}
		return nil
	})
	p.window.goTo(newEditionsPage(p.window, model.Swedish))
	if !p.shows("vastaavat toisiaan") || !p.shows("27 tavoitetta") {
		t.Errorf("equal editions are told as %v", p.texts())
	}
}

func TestALockedProgrammesTextsAreShownAndNotAsked(t *testing.T) {
	p := atLanguages(t)
	decided(t, p.window.work)
	must(t, p.window.work.Lock(context.Background()))
	p.window.openView(viewLanguages)
	p.window.stepForward()
	if page := p.window.page.(*translatePage); page.field != nil || !p.shows(p.window.t("languages.locked")) {
		t.Error("a locked text is asked for")
	}
}
