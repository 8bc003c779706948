package window

import (
	"context"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/ui"
	"tavoitekartta/app/workflow/worktest"
	"tavoitekartta/model"
)

// atUnprintable is at the reports of an example with signs that cannot be printed
// in two titles of goals.
func atUnprintable(t *testing.T) (person, []model.EntityID) {
	t.Helper()
	desk, store := worktest.NewDesk()
	p := open(t, desk, store, "fi")
	work := worktest.OpenExample(t, desk, "vaasa-2019-2022")
	var goals []model.EntityID
	for g := range work.Programme().AllGoals() {
		goals = append(goals, g.ID)
	}
	must(t, work.Edit(context.Background(), func(st *model.Step) error {
		if err := st.Set(goals[1], model.FieldTitle.In(model.Finnish), model.ValueOf("Kielikahvila 你好 kaikille")); err != nil {
			return err
		}
		return st.Set(goals[2], model.FieldTitle.In(model.Swedish), model.ValueOf("Språkcafé 😀"))
	}))
	p.window.enter(work)
	p.window.openView(viewReports)
	p.settle()
	return p, goals
}

func TestSignsThatCannotBePrintedAreToldBeforePrinting(t *testing.T) {
	p, _ := atUnprintable(t)
	for _, words := range []string{"yksi merkki, jota ei voi painaa", "Tavoite 1.2, nimi (suomi)", "Merkkiä ”你好” (U+4F60 U+597D) ei voi painaa. Teksti: Kielikahvila 你好 kaikille"} {
		if !p.shows(words) {
			t.Errorf("the page does not say %q", words)
		}
	}
	if p.shows("😀") {
		t.Error("the Finnish document speaks of a Swedish title")
	}
	p.labelled("Kieli: suomi + ruotsi").(interface{ Press() }).Press()
	p.settle()
	if !p.shows("2 kohtaa") || !p.shows("Tavoite 1.3, nimi (ruotsi)") {
		t.Error("both languages do not tell of both titles")
	}
	file := filepath.Join(t.TempDir(), "a.pdf")
	p.report(file)
	p.wants("focus", ui.LabelOf(p.window.window.Canvas().Focused()), p.window.t("reports.open"))
}

func TestASignThatCannotBePrintedLeadsToItsField(t *testing.T) {
	p, goals := atUnprintable(t)
	p.labelled("Tavoite 1.2, nimi (suomi). Merkkiä ”你好” (U+4F60 U+597D) ei voi painaa. Teksti: Kielikahvila 你好 kaikille.").(interface{ Press() }).Press()
	p.wants("place", p.page().at.Element, goals[1])
	p.wants("focus", p.focus(), fieldKey(goals[1], model.FieldTitle.In(model.Finnish)))
}

func TestTheOverviewCountsTextsThatCannotBePrinted(t *testing.T) {
	p, goals := atUnprintable(t)
	line := p.line(p.overview(), "2 tekstissä merkkejä, joita ei voi painaa")
	p.window.window.Canvas().Focus(line)
	typeKeys(line, fyne.KeyReturn)
	p.wants("place", p.page().at.Element, goals[1])
	p.hasKeyboard(fieldKey(goals[1], model.FieldTitle.In(model.Finnish)))
}
