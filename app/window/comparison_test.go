package window

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/ui"
	"tavoitekartta/app/workflow"
	"tavoitekartta/app/workflow/worktest"
	"tavoitekartta/model"
)

// amended opens the example, approved by the council as version 1 with an
// amendment and an initiative, and then edited: a goal renamed, a measure
// removed, one added, one moved.
func amended(t *testing.T, language string) person {
	t.Helper()
	desk, store := worktest.NewDesk()
	p := open(t, desk, store, language)
	p.window.take(worktest.OpenExample(t, desk, "vaasa-2019-2022"))
	work := p.window.work
	p.change(func(st *model.Step) error {
		goal := &work.Programme().Sections[1].Goals[0]
		return st.SetText(goal.ID, model.FieldDescription, model.Finnish, "Kaupunki edellyttää myös omaa vastuuta kotoutumisesta.")
	})
	decided(t, work)
	decision := work.Programme().FinalDecision().ID
	p.change(func(st *model.Step) error {
		for _, m := range []struct {
			kind    model.MotionKind
			words   string
			changes bool
		}{
			{model.Amendment, "Lisätään virke: ”Kaupunki edellyttää myös omaa vastuuta kotoutumisesta.”", true},
			{model.Initiative, "Kaupunki käy läpi eduskunnan tarkastusvaliokunnan mietinnön.", false},
		} {
			id, err := st.Add(decision, model.KindMotion, "")
			if err != nil {
				return err
			}
			for field, value := range map[model.Field]any{
				model.FieldRole: string(m.kind), model.FieldOutcome: string(model.OutcomeApproved),
				model.FieldUnanimous: true, model.FieldChangesText: m.changes,
			} {
				if err := st.Set(id, field, model.ValueOf(value)); err != nil {
					return err
				}
			}
			if err := st.SetText(id, model.FieldBodyText, model.Finnish, m.words); err != nil {
				return err
			}
		}
		return nil
	})
	must(t, work.Lock(context.Background()))
	must(t, work.Approve(context.Background(), nil))
	must(t, work.BeginNextVersion(context.Background()))
	sections := work.Programme().Sections
	goals := sections[0].Goals
	p.change(func(st *model.Step) error {
		return st.SetText(goals[0].ID, model.FieldTitle, model.Finnish, goals[0].Title.Fi+" ja vertaistuki")
	})
	p.change(func(st *model.Step) error { return st.Delete(goals[1].Measures[0].ID) })
	p.change(func(st *model.Step) error {
		id, err := st.Add(goals[2].ID, model.KindMeasure, "")
		if err != nil {
			return err
		}
		if err := st.Set(id, model.FieldTimetable, model.ValueOf(model.YearsTimetable(2021))); err != nil {
			return err
		}
		return st.SetText(id, model.FieldTitle, model.Finnish, "Puhelinneuvonta aloitetaan")
	})
	p.change(func(st *model.Step) error { return st.Move(sections[1].Goals[0].ID, sections[2].ID, "") })
	return p
}

// showWhole presses the chip of the whole text, or with 0 that of the changes.
func (p person) showWhole(chip int) {
	p.Helper()
	words := p.window.t([]string{"compare.changes", "compare.wholeText"}[chip])
	p.labelled(p.window.t("compare.show") + ": " + words).(interface{ Press() }).Press()
}

// compare opens the comparison and waits until it stands.
func (p person) compare() {
	p.window.openView(viewComparison)
	p.settle()
}

func (p person) comparison() *comparisonPage {
	p.Helper()
	page, is := p.window.page.(*comparisonPage)
	if !is {
		p.Fatalf("the page is %s", p.window.page.name())
	}
	return page
}

// rows are the numbers and tags of the rows that the page shows: "1.1 changed".
func (p person) rows() []string {
	p.Helper()
	names := map[ui.CompareTag]string{
		ui.TagAdded: "added", ui.TagChanged: "changed", ui.TagRemoved: "removed", ui.TagMoved: "moved", ui.TagUnchanged: "unchanged",
	}
	var rows []string
	page := p.comparison()
	for at := range page.shown {
		row := page.row(at)
		words := row.Number
		for _, tag := range row.Tags {
			words += " " + names[tag]
		}
		rows = append(rows, words)
	}
	return rows
}

func TestTheDraftIsHeldAgainstTheVersionBeforeIt(t *testing.T) {
	p := amended(t, "fi")
	p.compare()
	p.wants("rows", strings.Join(p.rows(), ", "), "1.1 changed, 1.2.1 removed, 1.3.2 added, 2.1 moved")
	for _, words := range []string{
		"Versio 1.0", "Nyt: Luonnos", "1 lisätty", "1 muutettu", "1 poistettu", "1 siirretty", "ja vertaistuki", "Puhelinneuvonta", "2021",
	} {
		if !p.shows(words) {
			t.Errorf("the page does not show %q", words)
		}
	}
	p.showWhole(1)
	if rows := p.rows(); len(rows) < 100 || !slices.Contains(rows, "1.2 unchanged") {
		t.Errorf("the whole text has %d rows", len(rows))
	}
	p.showWhole(0)
	p.wants("rows again", fmt.Sprint(len(p.rows())), "4")
}

func TestNextAndBackGoFromDifferenceToDifference(t *testing.T) {
	p := amended(t, "fi")
	p.compare()
	p.showWhole(1)
	page := p.comparison()
	p.wants("the row chosen before", page.shownRow(page.table.Chosen()).Number, "1.1")
	page.table.Choose(0)
	var walked []string
	for range 4 {
		p.window.stepForward()
		walked = append(walked, page.shownRow(page.table.Chosen()).Number)
	}
	p.wants("forward", strings.Join(walked, " "), "1.1 1.2.1 1.3.2 2.1")
	p.window.stepForward()
	if !p.shows(p.window.t("compare.last")) {
		t.Error("at the last difference nothing is said")
	}
	p.tap("compare.previous")
	p.wants("back", page.shownRow(page.table.Chosen()).Number, "1.3.2")
	if p.window.window.Canvas().Focused() != fyne.Focusable(page.table) {
		t.Error("the keyboard is not at the table")
	}
}

func TestARowOpensWhereItsElementIsWritten(t *testing.T) {
	p := amended(t, "fi")
	p.compare()
	page := p.comparison()
	page.table.Choose(1)
	if link := page.row(1).Link; link != "" {
		t.Errorf("a removed row can be opened: %q", link)
	}
	page.table.Choose(0)
	id := page.shownRow(0).ID
	p.window.window.Canvas().Focus(page.table)
	page.table.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	contents, is := p.window.page.(*contentsPage)
	if !is || contents.place().Element != id {
		t.Errorf("opened %s", p.window.page.name())
	}
}

func TestTheGroundsOfAVersionStandBesideIt(t *testing.T) {
	p := amended(t, "fi")
	p.compare()
	if p.shows("Muutosesitys 1") {
		t.Error("the draft is shown with the grounds of the version before it")
	}
	page := p.comparison()
	page.choose(right, page.moments[1])
	p.wants("rows", strings.Join(p.rows(), ", "), "2.1 changed")
	p.wants("ground", page.row(0).Ground, "Muutosesitys 1")
	for _, words := range []string{"Hyväksyttiin yksimielisesti", "Jaa 51, Ei 6", "Ei ohjelman tekstiä", "tarkastusvaliokunnan"} {
		if !p.shows(words) {
			t.Errorf("the page does not show %q", words)
		}
	}
	p.tap("compare.openDecision")
	p.wants("page", p.window.page.name(), "decision")
}

func TestWithoutAPastThePageSaysWhatToDo(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	p.compare()
	if !p.shows("verrattavaa ei ole") {
		t.Errorf("the page shows %q", p.texts())
	}
	if p.shows("Ei ohjelman tekstiä") {
		t.Error("grounds are shown where no decision is recorded")
	}
	p.window.take(worktest.OpenExample(t, p.window.desk, "kouvola-2019-2022"))
	p.compare()
	for _, words := range []string{"verrattavaa ei ole", "Muutosesitys", "Ei ohjelman tekstiä"} {
		if !p.shows(words) {
			t.Errorf("a programme recorded afterwards does not show %q", words)
		}
	}
	p.tap("compare.openContents")
	p.wants("page", strings.Split(p.window.page.name(), "/")[0], "contents")
}

func TestTheSameOnBothSidesIsSaidToBeSo(t *testing.T) {
	p := amended(t, "fi")
	p.compare()
	page := p.comparison()
	page.choose(left, page.moments[0])
	if !p.shows("Ei eroja") {
		t.Errorf("the page shows %q", p.texts())
	}
	page.choose(left, page.moments[1])
	p.wants("rows", fmt.Sprint(len(p.rows())), "4")
}

func TestAChangeInTheOtherLanguageIsOneStepAway(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	goal := p.window.work.Programme().Sections[0].Goals[0].ID
	p.change(func(st *model.Step) error {
		return st.SetText(goal, model.FieldTitle, model.Swedish, "Främjande av sysselsättning")
	})
	p.compare()
	p.tap("compare.elsewhere.sv", "count", 1)
	p.wants("rows", strings.Join(p.rows(), ", "), "1.1 changed")
}

func TestAnyDayCanBeAskedFor(t *testing.T) {
	now := time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC)
	clock := func() time.Time { return now }
	store := worktest.NewStore(worktest.Replica, clock)
	desk := workflow.NewDesk(store, worktest.Paper{}, workflow.Options{Clock: clock, Random: rand.NewChaCha8([32]byte{1})})
	p := open(t, desk, store, "fi")
	p.window.take(worktest.OpenExample(t, desk, "vaasa-2019-2022"))
	now = now.AddDate(0, 0, 7)
	renameFirstGoal(p)
	p.compare()
	page := p.comparison()
	before := page.sides[left]
	page.askDay(left)
	canvas := p.window.window.Canvas()
	field := canvas.Focused()
	answer := func(typed string) {
		field.(interface{ SetText(string) }).SetText(typed)
		field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
	for typed, want := range map[string]string{
		"32.1.2026": "Päivämäärää ei tunnisteta", "1.1.2020": p.window.t("error.beforeProgramme"),
		"9.3.2026": "Päivän pitää olla ennen tätä päivää",
	} {
		answer(typed)
		if !p.shows(want) {
			t.Errorf("%q: the page does not show %q but %q", typed, want, p.texts())
		}
	}
	if !page.sides[left].Same(before) {
		t.Error("a day that is refused changed the side")
	}
	answer("5.3.2026")
	if !p.shows("5.3.2026 päivän lopussa") {
		t.Errorf("the page shows %q", p.texts())
	}
	p.wants("rows", strings.Join(p.rows(), ", "), "1.1 changed")
}

// A programme of 500 measures of which every one has changed opens without a
// stall, since only the rows in view are built.
func TestFiveHundredChangedMeasuresAreShownAtOnce(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	goal := p.window.work.Programme().Sections[0].Goals[0].ID
	ids := make([]model.EntityID, 500)
	title := func(words string) {
		p.change(func(st *model.Step) (err error) {
			for i := range ids {
				if ids[i] == "" {
					if ids[i], err = st.Add(goal, model.KindMeasure, ""); err != nil {
						return err
					}
				}
				if err := st.SetText(ids[i], model.FieldTitle, model.Finnish, fmt.Sprintf("Toimenpide %d %s järjestetään monikulttuurisessa kaupungissa", i, words)); err != nil {
					return err
				}
			}
			return nil
		})
	}
	title("kerran")
	decided(t, p.window.work)
	must(t, p.window.work.Lock(context.Background()))
	must(t, p.window.work.Approve(context.Background(), nil))
	must(t, p.window.work.BeginNextVersion(context.Background()))
	title("kahdesti")
	p.compare() // reads the changes beside the window
	opened := quickest(atOnce, p.window.rebuild)
	page := p.comparison()
	p.wants("rows", fmt.Sprint(len(page.shown)), "500")
	at := 0
	walked := quickest(atOnce, func() {
		at = (at + 170) % 500
		page.table.Choose(at)
	})
	for what, took := range map[string]time.Duration{"opening": opened, "going to a row far away": walked} {
		if took > atOnce {
			t.Errorf("%s took %v", what, took)
		}
	}
}
