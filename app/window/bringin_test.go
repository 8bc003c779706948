package window

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"tavoitekartta/model"
	"tavoitekartta/model/interchange"
)

// carriedBy writes the data that a document of a small programme carries, and
// returns the file.
func carriedBy(p person, title string) string {
	p.Helper()
	data, err := interchange.Encode("programme", nil, interchange.Record{}, model.Programme{
		ID: "elsewhere", Title: model.Text{Fi: title}, State: model.Draft, Version: 1, FirstYear: 2024, LastYear: 2027,
		FirstLanguage: model.Finnish, Languages: []model.Language{model.Finnish},
	}, nil)
	must(p, err)
	file := filepath.Join(p.TempDir(), "ohjelma.json")
	must(p, os.WriteFile(file, data, 0o600))
	return file
}

// readsDocument reads a document on the page that brings programmes in.
func (p person) readsDocument(file string) {
	p.Helper()
	p.window.openBringIn()
	page := p.window.page.(*bringInPage)
	page.typed = file
	page.read()
}

func TestADocumentIsShownBeforeItsProgrammeIsBroughtIn(t *testing.T) {
	p := at(t, "")
	before := len(p.summaries())
	p.readsDocument(carriedBy(p, "Tuotu ohjelma"))
	p.wants("page", p.window.page.name(), "bringIn/preview")
	if !p.shows("Tuotu ohjelma") || !p.shows("2024–2027") {
		t.Error("what the document holds is not shown")
	}
	p.wants("programmes", len(p.summaries()), before)
	p.tap("bringIn.take")
	p.wants("programmes", len(p.summaries()), before+1)
	p.wants("title", p.programme().Title.Fi, "Tuotu ohjelma")
	p.window.openDetails("", "")
	if !p.shows("Tuotu asiakirjasta ohjelma.json") {
		t.Error("the programme's facts do not say from which document it was brought in")
	}
	p.window.goHome()
	if !p.shows(p.window.t("start.broughtIn")) {
		t.Error("the programme's card does not say that it was brought in")
	}

	p.readsDocument(carriedBy(p, "Tuotu ohjelma"))
	if !p.shows(p.window.t("bringIn.here.same")) {
		t.Error("a programme that is here already is not said to be")
	}
	p.readsDocument(carriedBy(p, "Toinen nimi"))
	if !p.shows(p.window.t("bringIn.here.other")) {
		t.Error("other content is not said")
	}
}

func TestADocumentThatCannotBeReadSaysWhyAtItsField(t *testing.T) {
	p := at(t, "")
	file := filepath.Join(t.TempDir(), "huono.pdf")
	must(p, os.WriteFile(file, []byte("Hei"), 0o600))
	for name, want := range map[string]string{
		file: p.window.t("error.carried.noPDF"), file + "x": p.window.t("bringIn.fileMissing"), "": p.window.t("bringIn.fileMissing"),
		t.TempDir(): p.window.t("bringIn.fileUnreadable"),
	} {
		p.readsDocument(name)
		if got := p.window.page.(*bringInPage).wrong; !strings.Contains(got, want) {
			t.Errorf("%s: %q", name, got)
		}
	}
}

func (p person) summaries() []model.Summary {
	p.Helper()
	all, err := p.store.Programmes(p.window.ctx)
	must(p, err)
	return all
}

func TestADocumentDroppedOnTheWindowIsShown(t *testing.T) {
	p := at(t, "")
	carried := carriedBy(p, "Pudotettu ohjelma")
	document := filepath.Join(p.TempDir(), "kuva.png")
	must(p, os.WriteFile(document, []byte("no document"), 0o600))
	p.window.takeDropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(document)})
	p.wants("page", p.window.page.name(), "bringIn")
	if page := p.window.page.(*bringInPage); page.wrong == "" || page.typed != document {
		t.Errorf("of %q is said %q", page.typed, page.wrong)
	}
	p.window.takeDropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(carried)})
	p.wants("page", p.window.page.name(), "bringIn/preview")
	if !p.shows("Pudotettu ohjelma") {
		t.Error("what the document holds is not shown")
	}
	p.window.takeDropped(fyne.Position{}, nil)
	p.wants("page", p.window.page.name(), "bringIn/preview")
}
