package window

import (
	"context"
	"fmt"
	"math/rand/v2"
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

// onDay opens the window on an example at noon of a day.
func onDay(t *testing.T, example, language string, year int, month time.Month, day int) person {
	t.Helper()
	clock := func() time.Time { return time.Date(year, month, day, 12, 0, 0, 0, time.UTC) }
	store := worktest.NewStore(worktest.Replica, clock)
	desk := workflow.NewDesk(store, worktest.Paper{}, workflow.Options{Clock: clock, Random: rand.NewChaCha8([32]byte{1})})
	must(t, desk.Introduce(context.Background(), "sihteeri"))
	p := open(t, desk, store, language)
	p.window.enter(worktest.OpenExample(t, desk, example))
	return p
}

// approved makes the open programme an approved one.
func (p person) approved() {
	p.Helper()
	decided(p, p.window.work)
	must(p, p.window.work.Lock(context.Background()))
	must(p, p.window.work.Approve(context.Background(), nil))
}

func (p person) timeline() *timelinePage {
	p.Helper()
	p.window.openView(viewTimeline)
	return pageOf[*timelinePage](p)
}

func TestTheTimelineShowsEveryMeasureOfTheCase(t *testing.T) {
	p := onDay(t, "vaasa-2019-2022", "fi", 2021, 8, 14)
	page := p.timeline()
	for _, words := range []string{"2019", "2022", "Jatkuva", "Ilman aikataulua", "14.8.2021", "43 toimenpidettä", "1 puuttuu"} {
		if !p.shows(words) {
			t.Errorf("the draft's timeline does not show %q", words)
		}
	}
	if p.shows("Myöhässä") {
		t.Error("a draft has late measures")
	}
	content := page.rows(page.timeline())
	items := 0
	for _, group := range content.Groups {
		items += len(group.Items)
	}
	p.wants("groups", len(content.Groups), 9)
	p.wants("items", items, 43)
	p.approved()
	page = p.timeline()
	if !p.shows("Ei omaa aikataulua") || !p.shows("1 ilman aikataulua") {
		t.Error("an approved programme's measures without a timetable are not information")
	}
	item := page.rows(page.timeline()).Groups[2].Items[1]
	p.wants("mark", item.Mark, ui.MarkLate)
	p.wants("read out", item.Value, "Myöhässä, 2020, Tavoite: Digiystävätoiminta")
}

func TestAMeasuresStatusIsSetOnTheTimelineAndUndone(t *testing.T) {
	p := onDay(t, "vaasa-2019-2022", "fi", 2021, 8, 14)
	p.approved()
	page := p.timeline()
	late := page.timeline().Counts.Late
	if late == 0 || !p.shows(fmt.Sprintf("Myöhässä %d", late)) {
		t.Fatalf("%d measures are late", late)
	}
	measure := p.programme().Sections[2].Goals[0].Measures[1]
	status := func() model.MeasureStatus { return p.programme().Sections[2].Goals[0].Measures[1].Status }
	c := p.window.window.Canvas()
	c.Focus(page.line)
	typeKeys(page.line, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn, fyne.KeyDown, fyne.KeyDown)
	p.wants("at the cursor", ui.LabelOf(page.line), measure.Title.Fi)
	typeKeys(page.line, fyne.KeyReturn)
	p.wants("focus", ui.LabelOf(c.Focused()), "Tilanne: Ei tiedossa")
	for _, words := range []string{"Digiystävätoiminta", "2020", "Vastuutahot", "Myöhässä"} {
		if !p.shows(words) {
			t.Errorf("the measure's panel does not show %q", words)
		}
	}
	for range 3 {
		typeKeys(c.Focused(), fyne.KeyRight)
	}
	typeKeys(c.Focused(), fyne.KeyReturn)
	p.wants("status", status(), model.Completed)
	typeKeys(c.Focused(), fyne.KeyEscape)
	if c.Focused() != fyne.Focusable(page.line) {
		t.Error("the keyboard does not come back to the timeline")
	}
	p.wants("late afterwards", page.timeline().Counts.Late, late-1)
	if !strings.HasPrefix(page.line.AccessibilityLabel(), measure.Title.Fi+". Valmis") || !p.shows(fmt.Sprintf("Myöhässä %d", late-1)) {
		t.Errorf("the timeline says %q", page.line.AccessibilityLabel())
	}
	p.window.undo()
	p.wants("status after undo", status(), model.StatusUnknown)
	p.wants("late after undo", page.timeline().Counts.Late, late)
	p.wants("at the cursor after undo", ui.LabelOf(page.line), measure.Title.Fi)
}

func TestAMeasureOfADraftHasNoStatusAndOpensInTheContents(t *testing.T) {
	p := onDay(t, "vaasa-2019-2022", "fi", 2021, 8, 14)
	page := p.timeline()
	goal := p.programme().Sections[2].Goals[0]
	page.line.Open(string(p.programme().Sections[2].ID), true)
	page.choose(goal.Measures[1].ID)
	if p.shows("Aloittamatta") || !p.shows("Tilannetta seurataan, kun ohjelmasta on päätetty.") {
		t.Error("a draft asks for a status")
	}
	p.enter()
	p.wants("page", p.window.page.name(), "contents/measures")
	p.wants("goal", p.page().at.Element, goal.ID)
	p.hasKeyboard(fieldKey(goal.Measures[1].ID, model.FieldTitle.In(model.Finnish)))
	if again := p.timeline(); !again.line.IsOpen(string(p.programme().Sections[2].ID)) {
		t.Error("what was open is closed on the way back")
	}
}

func TestTheTimelineIsFilteredByBodyAndByWhatIsLate(t *testing.T) {
	p := onDay(t, "vaasa-2019-2022", "fi", 2021, 8, 14)
	p.approved()
	page := p.timeline()
	all := page.timeline().Counts
	bodies := p.labelled("Vastuutaho tai kumppani").(interface{ TypedRune(rune) })
	bodies.TypedRune('W') // Welcome office
	its := page.timeline().Counts
	if its.Measures == 0 || its.Measures >= all.Measures || !p.shows(fmt.Sprintf("%d / 43 toimenpidettä", its.Measures)) {
		t.Errorf("the body has %d of %d measures", its.Measures, all.Measures)
	}
	page.lates.Press()
	late := page.timeline().Counts
	if late.Measures != late.Late || late.Late != its.Late || late.Measures == its.Measures {
		t.Errorf("late alone are %+v of %+v", late, its)
	}
	p.change(func(st *model.Step) error {
		for g := range p.programme().AllGoals() {
			for _, m := range g.Measures {
				if err := st.Set(m.ID, model.FieldStatus, model.ValueOf(string(model.Completed))); err != nil {
					return err
				}
			}
		}
		return nil
	})
	p.window.rebuild()
	if !p.shows("Rajaukseen sopivia toimenpiteitä ei ole.") {
		t.Error("nothing says that no measure matches")
	}
	p.tap("timeline.showAll")
	p.wants("shown again", page.timeline().Counts.Measures, all.Measures)
}

func TestTheRoadmapHasEveryGoalAndIsShownTheNextTime(t *testing.T) {
	p := onDay(t, "vaasa-2019-2022", "fi", 2021, 8, 14)
	page := p.timeline()
	kind := p.labelled("Näytetään")
	typeKeys(kind, fyne.KeyRight)
	p.wants("page", page.name(), "timeline/roadmap")
	for _, words := range []string{"7 tavoitetta", "6 tavoitetta", "2 tavoitetta", "Jatkuva"} {
		if !p.shows(words) {
			t.Errorf("the roadmap does not show %q", words)
		}
	}
	goals := 0
	for _, stop := range page.stops() {
		goals += len(stop.Items)
	}
	p.wants("goals", goals, 27)
	p.window.openView(viewOverview)
	p.wants("the next time", p.timeline().name(), "timeline/roadmap")
	page = p.timeline()
	first := page.stops()[0].Items[0]
	typeKeys(page.road, fyne.KeyReturn)
	p.wants("page", p.window.page.name(), "contents/goal")
	p.wants("goal", string(p.page().at.Element), first.ID)
}

func TestProgrammesThatAreNoV19HaveTheirTimeline(t *testing.T) {
	for example, want := range map[string][]string{
		"kouvola-2019-2022":      {"Päätavoite", "Kärki", "2019", "2022"},
		"vaasa-2023-2026":        {"Ohjelmasta tunnetaan vain rakenne.", "2026"},
		"vaasa-region-2012-2013": {"Osatavoite", "2/2013", "Aiesopimuksen"},
	} {
		t.Run(example, func(t *testing.T) {
			p := onDay(t, example, "fi", 2013, 1, 2)
			p.timeline().openAll()
			for _, words := range want {
				if !p.shows(words) {
					t.Errorf("the timeline does not show %q", words)
				}
			}
		})
	}
}

func TestAProgrammeWithoutYearsSaysSo(t *testing.T) {
	p := onDay(t, "vaasa-2023-2026", "fi", 2024, 1, 2)
	desk := p.window.desk
	work, err := desk.Create(context.Background(), func(st *model.Step) error {
		id, err := st.CreateProgramme()
		if err != nil {
			return err
		}
		goal, err := st.Add(id, model.KindGoal, "")
		if err != nil {
			return err
		}
		_, err = st.Add(goal, model.KindMeasure, "")
		return err
	})
	must(t, err)
	p.window.enter(work)
	page := p.timeline()
	page.openAll()
	for _, words := range []string{"Ohjelman vuosia ei ole kirjattu.", "Nimetön tavoite", "Toimenpide ilman tekstiä", "Aikataulu puuttuu"} {
		if !p.shows(words) {
			t.Errorf("the timeline does not show %q", words)
		}
	}
}

// BenchmarkTimelineOfFiveHundredMeasures opens and closes all sections of a
// programme of 500 measures, filters it and shows it anew, without painting.
func BenchmarkTimelineOfFiveHundredMeasures(b *testing.B) {
	desk, _ := worktest.NewDesk()
	app := test.NewTempApp(b)
	w, err := New(b.Context(), app, Prepare(app, "Tavoitekartta"), Options{Desk: desk, Language: "fi", Brightness: "light"})
	must(b, err)
	w.window.Resize(fyne.NewSize(1366, 690))
	work := worktest.OpenExample(b, desk, "vaasa-2019-2022")
	must(b, work.Edit(context.Background(), addMeasures(work.Programme(), 500-43)))
	w.enter(work)
	w.openView(viewTimeline)
	page := w.page.(*timelinePage)
	if measures := page.timeline().Counts.Measures; measures != 500 {
		b.Fatalf("%d measures", measures)
	}
	for name, act := range map[string]func(){"open and close": page.openAll, "fill": page.refill, "page": w.rebuild} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				act()
			}
		})
	}
}

// addMeasures adds dated measures to the goals of a programme in turn.
func addMeasures(p *model.Programme, count int) func(*model.Step) error {
	var goals []model.EntityID
	for g := range p.AllGoals() {
		goals = append(goals, g.ID)
	}
	return func(st *model.Step) error {
		for i := range count {
			id, err := st.Add(goals[i%len(goals)], model.KindMeasure, "")
			if err != nil {
				return err
			}
			title := fmt.Sprintf("Lisätty toimenpide %d, jonka nimi on yhtä pitkä kuin muidenkin", i)
			if err := st.SetText(id, model.FieldTitle, model.Finnish, title); err != nil {
				return err
			}
			if err := st.Set(id, model.FieldTimetable, model.ValueOf(model.YearsTimetable(2019+i%4))); err != nil {
				return err
			}
		}
		return nil
	}
}
