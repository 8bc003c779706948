package window

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tavoitekartta/app/ui"
	"tavoitekartta/app/workflow"
	"tavoitekartta/app/workflow/worktest"
	"tavoitekartta/model"
)

// chronicle is somebody at the window of a programme with a history: the example
// was loaded on 2.3.2026, and three have written in it until 10.3.2026.
type chronicle struct {
	person
	now  *time.Time
	goal model.EntityID // its title was changed on 5.3. and 9.3.
	was  string         // the goal's title as loaded
}

func (c chronicle) on(day, hour int) { *c.now = time.Date(2026, 3, day, hour, 5, 0, 0, time.UTC) }

func chronicleIn(t *testing.T, language string) chronicle {
	t.Helper()
	now := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	clock := func() time.Time { return now }
	store := worktest.NewStore(worktest.Replica, clock)
	desk := workflow.NewDesk(store, worktest.Paper{}, workflow.Options{Clock: clock, Random: rand.NewChaCha8([32]byte{1})})
	must(t, desk.Introduce(t.Context(), "sihteeri"))
	work := worktest.OpenExample(t, desk, "vaasa-2019-2022")
	app := test.NewTempApp(t)
	posted := make(posted, 1000)
	w, err := New(t.Context(), app, Prepare(app, "Tavoitekartta"), Options{
		Desk: desk, Language: language, Brightness: "light", Post: posted.post,
	})
	must(t, err)
	w.window.Resize(fyne.NewSize(1366, 690))
	w.enter(work)
	c := chronicle{person: person{t, w, store, posted}, now: &now}
	c.write()
	return c
}

// write makes the history.
func (c *chronicle) write() {
	c.Helper()
	goal := c.titled("Digiystävätoiminta")
	c.goal, c.was = goal.ID, goal.Title.Fi
	measure := goal.Measures[2]
	c.on(5, 10)
	c.rename("Digiystävät tukena")
	c.on(5, 14)
	must(c, c.window.desk.Introduce(c.Context(), "puheenjohtaja"))
	c.change(func(st *model.Step) error {
		return st.Set(measure.ID, model.FieldTimetable, model.ValueOf(model.YearsTimetable(2020, 2021)))
	})
	c.on(9, 9)
	c.rename("Digiystävätoiminta tukena arjessa")
	c.change(func(st *model.Step) error { return st.Delete(goal.Measures[1].ID) })
	c.on(10, 11)
	must(c, c.window.desk.Introduce(c.Context(), "avustaja"))
	var added model.EntityID
	c.change(func(st *model.Step) (err error) { added, err = st.Add(goal.ID, model.KindMeasure, ""); return err })
	c.change(func(st *model.Step) error {
		return st.SetText(added, model.FieldTitle, model.Finnish, "Järjestetään neuvontaa iltaisin")
	})
	must(c, c.window.desk.ForgetWriter(c.Context()))
	c.on(10, 12)
}

func (c *chronicle) rename(title string) {
	c.change(func(st *model.Step) error { return st.SetText(c.goal, model.FieldTitle, model.Finnish, title) })
}

// history opens the view by its keys' action and returns the page.
func (c *chronicle) history() *historyPage {
	c.Helper()
	c.window.openView(viewHistory)
	c.settle()
	return c.historyPage()
}

func (p person) historyPage() *historyPage {
	p.Helper()
	return pageOf[*historyPage](p)
}

// told is what each row of the list says, the newest first.
func (p *historyPage) told() []string {
	var all []string
	for _, row := range p.rows {
		all = append(all, row.AccessibilityLabel())
	}
	return all
}

func (p person) rowsTell(page *historyPage, want ...string) {
	p.Helper()
	if got := page.told(); !slices.Equal(got, want) {
		p.Errorf("the history tells\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

const (
	addedRow = "Toimenpide lisättiin. Järjestetään neuvontaa iltaisin. Osaamisen vahvistaminen › Digiystävätoiminta tukena arjessa."
	againRow = "Tavoite · Nimi suomeksi. [poistettu: Digiystävät] [lisätty: Digiystävätoiminta] tukena [lisätty: arjessa]. Osaamisen vahvistaminen."
	timeRow  = "Toimenpide · Aikataulu. Jatkuva → 2020, 2021. Osaamisen vahvistaminen › Digiystävät tukena › Digiystävätoiminnan koordinointi."
	firstRow = "Tavoite · Nimi suomeksi. [poistettu: Digiystävätoiminta] [lisätty: Digiystävät tukena]. Osaamisen vahvistaminen."
	begunRow = "Ohjelma luotiin. Kotouttamisohjelma 2019–2022"
)

func TestTheHistoryTellsWhoDidWhatByDay(t *testing.T) {
	c := chronicleIn(t, "fi")
	page := c.history()
	c.rowsTell(page, addedRow, againRow, timeRow, firstRow, page.told()[4])
	if !strings.HasPrefix(page.told()[4], begunRow) {
		t.Errorf("it begins with %q", page.told()[4])
	}
	said := strings.Join(c.texts(), "\n")
	at := 0
	for _, words := range []string{"Tänään", "11.05", "Eilen", "9.05", "puheenjohtaja", "Toimenpide poistettiin", "5.3.2026", "14.05", "10.05", "sihteeri", "2.3.2026"} {
		next := strings.Index(said[at:], words)
		if next < 0 {
			t.Fatalf("after %q there is no %q in\n%s", said[max(0, at-20):at], words, said)
		}
		at += next
	}
}

func TestTheHistoryIsNarrowedToAGoalAPersonAndADay(t *testing.T) {
	c := chronicleIn(t, "fi")
	page := c.history()
	choose := func(key, words string) {
		c.Helper()
		box := c.labelled(c.window.t(key)).(interface{ TypedRune(rune) })
		for range 40 {
			if said := box.(fyne.Accessible).AccessibilityLabel(); strings.Contains(said, words) {
				return
			}
			box.TypedRune([]rune(words)[0])
		}
		c.Fatalf("%s cannot be chosen", words)
	}
	choose("history.part", "3.1 ")
	if got := len(page.told()); got != 5 {
		t.Errorf("of the goal %d rows are told, want 5", got)
	}
	choose("history.person", "puheenjohtaja")
	c.rowsTell(page, againRow, timeRow)
	c.fill("history.day", "5.3.2026")
	c.rowsTell(page, timeRow)
	choose("history.person", "Kaikki")
	c.rowsTell(page, timeRow, firstRow)
	c.fill("history.day", "6.3.2026")
	if !c.shows("Muutoksia ei ole.") {
		t.Error("a day without changes says nothing")
	}
	c.fill("history.day", "")
	c.rowsTell(page, addedRow, againRow, timeRow, firstRow, page.told()[4])
}

func TestAnEarlierWordingIsBroughtBackFromItsRowAndUndone(t *testing.T) {
	c := chronicleIn(t, "fi")
	page := c.history()
	title := func() string { g, _ := c.programme().Goal(c.goal); return g.Title.Fi }
	c.on(10, 13)
	c.tap("history.bringBack")
	c.wants("title", title(), "Digiystävät tukena")
	c.wants("told", c.window.notice.key, "history.broughtBack")
	if got := page.told()[0]; !strings.HasPrefix(got, "Tavoite · Nimi suomeksi. [poistettu: Digiystävätoiminta]") {
		t.Errorf("the newest row is %q", got)
	}
	c.wants("focus", c.window.window.Canvas().Focused(), fyne.Focusable(page.rows[0]))
	c.on(10, 14)
	c.window.undo()
	c.wants("undone", title(), "Digiystävätoiminta tukena arjessa")
	if got := c.historyPage().told()[0]; !strings.HasPrefix(got, "Kumottu: Tavoite · Nimi suomeksi.") {
		t.Errorf("undoing is told as %q", got)
	}
}

func TestARemovedMeasureIsRestoredFromItsRow(t *testing.T) {
	c := chronicleIn(t, "fi")
	goal, _ := c.programme().Goal(c.goal)
	before := len(goal.Measures)
	c.history()
	c.tap("action.restore")
	goal, _ = c.programme().Goal(c.goal)
	c.wants("measures", len(goal.Measures), before+1)
	if !strings.HasPrefix(c.historyPage().told()[0], "Toimenpide palautettiin.") {
		t.Errorf("told as %q", c.historyPage().told()[0])
	}
}

func TestInALockedProgrammeTheHistoryIsReadAlone(t *testing.T) {
	c := chronicleIn(t, "fi")
	decided(c, c.window.work)
	must(c, c.window.work.Lock(c.Context()))
	c.history()
	for _, control := range c.window.controls {
		if label := ui.LabelOf(control); label == c.window.t("history.bringBack") || label == c.window.t("action.restore") {
			t.Errorf("%q is offered", label)
		}
	}
	if !c.shows("Sisältö on lukittu.") {
		t.Error("why is not said")
	}
}

func TestARowLeadsToWhereItsFieldIsWritten(t *testing.T) {
	c := chronicleIn(t, "fi")
	page := c.history()
	measure := page.acts[3].Lines[0]
	c.wants("field", measure.Field, model.FieldTimetable)
	page.rows[2].Press()
	c.wants("page", c.window.page.name(), "contents/measures")
	c.wants("goal", c.page().at.Element, c.goal)
	c.hasKeyboard(fieldKey(measure.Entity, model.FieldTimetable))
}

func TestTheProgrammeOfAnyDayIsLookedAtAndNotChanged(t *testing.T) {
	c := chronicleIn(t, "fi")
	page := c.history()
	c.tap("history.showProgramme")
	if !c.shows(c.window.t("history.dayMissing")) || c.window.page != page {
		t.Error("without a day the page does not ask for one")
	}
	c.fill("history.day", "1.3.2026")
	c.tap("history.showProgramme")
	c.wants("before its first day", c.window.notice.key, "error.beforeProgramme")
	c.fill("history.day", "6.3.2026")
	c.tap("history.showProgramme")
	c.wants("page", c.window.page.name(), "history/day")
	for _, words := range []string{"päivän 6.3.2026 lopussa", "Digiystävät tukena", "2020, 2021", "Vapaaehtoisten digiystävien koulutusmallin"} {
		if !c.shows(words) {
			t.Errorf("the day does not show %q", words)
		}
	}
	if c.shows("tukena arjessa") {
		t.Error("the day shows what was written after it")
	}
	c.wants("view on the rail", c.window.currentView(), viewHistory)
	c.tap("history.back")
	c.wants("back", c.window.page, any(page))
}

func TestSectionsOfALargeProgrammeOpenOnTheDaysPageOneByOne(t *testing.T) {
	c := chronicleIn(t, "fi")
	section := c.programme().Sections[0]
	c.change(func(st *model.Step) error {
		for range partsAtOnce {
			if _, err := st.Add(section.Goals[0].ID, model.KindMeasure, ""); err != nil {
				return err
			}
		}
		return nil
	})
	c.history()
	c.window.openDay(c.historyPage(), c.window.desk.Today())
	goal := section.Goals[0].Title.Fi
	if c.shows(goal) {
		t.Fatal("a large programme is shown whole at once")
	}
	var heading fyne.Focusable
	for _, control := range c.window.controls {
		if strings.HasPrefix(ui.LabelOf(control), "1 "+section.Title.Fi) {
			heading = control
		}
	}
	typeKeys(heading, fyne.KeyReturn)
	if !c.shows(goal) || c.shows(section.Goals[3].Title.Fi) {
		t.Error("the section does not open with as much as is shown at once")
	}
	c.tap("history.moreOfSection")
	if !c.shows(section.Goals[3].Title.Fi) {
		t.Error("the rest of the section does not follow")
	}
	for _, control := range c.window.controls {
		if ui.LabelOf(control) == c.window.t("history.moreOfSection") {
			t.Error("more is offered where there is none")
		}
	}
}

func TestOnlySoMuchOfALongHistoryIsBuiltAsIsShown(t *testing.T) {
	c := chronicleIn(t, "fi")
	for i := range 3 * historyAtOnce {
		c.on(11, i/24)
		*c.now = c.now.AddDate(0, 0, i)
		c.rename(fmt.Sprintf("Nimi %d", i))
	}
	page := c.history()
	c.wants("rows", len(page.rows), historyAtOnce)
	newest := page.told()[0]
	c.tap("history.older", "count", len(page.acts)-historyAtOnce)
	c.wants("rows after asking", len(page.rows), 2*historyAtOnce)
	c.wants("newest", page.told()[0], newest)
	c.wants("focus", c.window.window.Canvas().Focused(), fyne.Focusable(page.rows[historyAtOnce]))
}

func TestAnActOfManyLinesOpens(t *testing.T) {
	c := chronicleIn(t, "fi")
	c.change(func(st *model.Step) error {
		for _, s := range c.programme().Sections {
			if err := st.SetText(s.ID, model.FieldTitle, model.Finnish, s.Title.Fi+"!"); err != nil {
				return err
			}
		}
		return nil
	})
	page := c.history()
	sections := len(c.programme().Sections)
	c.wants("lines", len(page.rows), linesAtOnce+5)
	c.tap("history.more", "count", sections-linesAtOnce)
	c.wants("lines opened", len(page.rows), sections+5)
}

func TestTheHistorySpeaksSwedish(t *testing.T) {
	c := chronicleIn(t, "sv")
	page := c.history()
	for i, want := range []string{"Åtgärden lades till.", "Mål · Namn på finska.", "Åtgärd · Tidtabell."} {
		if got := page.told()[i]; !strings.HasPrefix(got, want) {
			t.Errorf("row %d says %q, want %q", i, got, want)
		}
	}
	for _, words := range []string{"I dag", "I går", "Åtgärden togs bort", "Namnet raderat"} {
		if !c.shows(words) {
			t.Errorf("nothing says %q", words)
		}
	}
}

func TestAGoalLeadsToItsOwnHistoryAndBack(t *testing.T) {
	c := chronicleIn(t, "fi")
	c.window.goTo(newContentsPage(c.window, place{Programme: c.window.work.ID(), Element: c.goal, Step: stepMeasures}))
	c.press(key(c.goal, "history"))
	c.settle()
	page := c.historyPage()
	c.wants("of", page.under, c.goal)
	c.wants("rows", len(page.rows), 5)
	c.window.stepBack()
	c.wants("back at", c.page().at.Element, c.goal)
	measure, _ := c.programme().Goal(c.goal)
	c.page().unfold(measure.Measures[1].ID, "")
	c.press(key(measure.Measures[1].ID, "history"))
	c.settle()
	page = c.historyPage()
	c.wants("of the measure", page.under, measure.Measures[1].ID)
	c.wants("its rows", len(page.rows), 2)
	if said := c.labelled(c.window.t("history.part")).(fyne.Accessible).AccessibilityLabel(); !strings.Contains(said, measure.Measures[1].Title.Fi) {
		t.Errorf("the part is said as %q", said)
	}
}
