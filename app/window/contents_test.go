package window

import (
	"context"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"tavoitekartta/app/ui"
	"tavoitekartta/app/workflow"
	"tavoitekartta/app/workflow/worktest"
	"tavoitekartta/model"
)

// person is somebody at the window, on a store in memory.
type person struct {
	*testing.T
	window *Window
	store  *worktest.Store
	posted posted
}

// posted is what waits to be done in the window's goroutine, which in a test is
// the test's own.
type posted chan func()

func (p posted) post(do func()) { p <- do }

// settle waits until nothing is done beside the window any more.
func (p person) settle() {
	done := make(chan struct{})
	go func() {
		p.window.running.Wait()
		close(done)
	}()
	for {
		select {
		case do := <-p.posted:
			do()
		case <-done:
			return
		}
	}
}

// at opens the window on an example, or for "" on a programme of 2019–2022 in
// two languages without any content.
func at(t *testing.T, example string) person {
	t.Helper()
	desk, store := worktest.NewDesk()
	if err := desk.Introduce(context.Background(), "sihteeri"); err != nil {
		t.Fatal(err)
	}
	var work *workflow.Work
	if example != "" {
		work = worktest.OpenExample(t, desk, example)
	} else {
		work = emptyProgramme(t, desk)
	}
	app := test.NewTempApp(t)
	posted := make(posted, 1000)
	window, err := New(t.Context(), app, Prepare(app, "Tavoitekartta"), Options{
		Desk: desk, Language: "fi", Brightness: "light", Post: posted.post,
	})
	if err != nil {
		t.Fatal(err)
	}
	window.window.Resize(fyne.NewSize(1366, 690))
	window.enter(work)
	return person{t, window, store, posted}
}

func emptyProgramme(t *testing.T, desk *workflow.Desk) *workflow.Work {
	t.Helper()
	work, err := desk.Create(context.Background(), func(st *model.Step) error {
		id, err := st.CreateProgramme()
		if err != nil {
			return err
		}
		for field, value := range map[model.Field]any{
			model.FieldTitle.In(model.Finnish): "Ohjelma", model.FieldFirstLanguage: "fi",
			model.FieldLanguages: []string{"fi", "sv"}, model.FieldFirstYear: 2019, model.FieldLastYear: 2022,
		} {
			if err := st.Set(id, field, model.ValueOf(value)); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return work
}

// pageOf is the page that the window shows, which has to be of the kind.
func pageOf[P page](p person) P {
	p.Helper()
	shown, ok := p.window.page.(P)
	if !ok {
		p.Fatalf("the window is at %q", p.window.page.name())
	}
	return shown
}

func (p person) page() *contentsPage {
	p.Helper()
	return pageOf[*contentsPage](p)
}

// editor is what is edited with on the page that is shown.
func (p person) editor() *editor {
	p.Helper()
	switch page := p.window.page.(type) {
	case *contentsPage:
		return &page.editor
	case *detailsPage:
		return &page.editor
	case *bodiesPage:
		return &page.editor
	case *notesPage:
		return &page.editor
	case *chaptersPage:
		return &page.editor
	}
	p.Fatalf("nothing is edited at %q", p.window.page.name())
	return nil
}

// programme is the programme as the store has it.
func (p person) programme() *model.Programme {
	p.Helper()
	state, err := p.store.Load(context.Background(), p.window.work.ID())
	if err != nil {
		p.Fatal(err)
	}
	programme := state.Programme()
	return &programme
}

// goal is the chosen goal as the store has it.
func (p person) goal() *model.Goal {
	p.Helper()
	g, _ := p.programme().Goal(p.page().at.Element)
	if g == nil {
		p.Fatal("no goal is chosen")
	}
	return g
}

// press presses the button, chip, card or check with a key.
func (p person) press(key string) {
	p.Helper()
	pressed, ok := p.control(key).(interface{ Press() })
	if !ok {
		p.Fatalf("%s cannot be pressed", key)
	}
	pressed.Press()
}

func (p person) control(key string) fyne.Focusable {
	p.Helper()
	control, found := p.editor().keys[key]
	if !found {
		var keys []string
		for k := range p.editor().keys {
			keys = append(keys, k)
		}
		slices.Sort(keys)
		p.Fatalf("%s has no %s, only %s", p.window.page.name(), key, strings.Join(keys, " "))
	}
	return control
}

// write goes to a field and types in it after what stands there.
func (p person) write(key, words string) {
	p.Helper()
	control := p.control(key)
	p.window.window.Canvas().Focus(control)
	control.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd}) // as from a keyboard, whose letters follow a key
	for _, letter := range words {
		control.TypedRune(letter)
	}
}

// enter presses Enter where the keyboard is.
func (p person) enter() {
	p.window.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
}

// leave takes the keyboard away from where it is.
func (p person) leave() { p.window.window.Canvas().Unfocus() }

// focus returns the key of what has the keyboard.
func (p person) focus() string { return p.editor().focusedKey() }

// said returns what a screen reader is told of the control with a key.
func (p person) said(key string) string {
	p.Helper()
	control, ok := p.control(key).(fyne.Accessible)
	if !ok {
		p.Fatalf("%s says nothing", key)
	}
	return control.AccessibilityLabel()
}

func (p person) wants(what string, got, want any) {
	p.Helper()
	if got != want {
		p.Errorf("%s: got %v, want %v", what, got, want)
	}
}

// titled returns the goal with a Finnish title.
func (p person) titled(title string) *model.Goal {
	p.Helper()
	for g := range p.programme().AllGoals() {
		if g.Title.Fi == title {
			return g
		}
	}
	p.Fatalf("no goal %q", title)
	return nil
}

func TestGoalIsWrittenFromNothingToLitWindow(t *testing.T) {
	p := at(t, "")
	p.wants("page", p.window.page.name(), "contents")
	p.press("addSection")
	p.wants("page", p.window.page.name(), "contents/section")
	section := p.page().at.Element
	p.write(fieldKey(section, "title.fi"), "Osaamisen vahvistaminen")
	p.press("addGoal")
	p.wants("page", p.window.page.name(), "contents/goal")
	p.wants("keyboard", p.focus(), fieldKey(p.page().at.Element, "title.fi"))
	p.write(p.focus(), "Digiystävätoiminta")
	p.write(fieldKey(p.page().at.Element, "title.sv"), "Digivänverksamhet")
	p.page().next()

	p.wants("page", p.window.page.name(), "contents/measures")
	p.press("add")
	measure := p.goal().Measures[0].ID
	p.write(fieldKey(measure, "title.fi"), "Yhdistystoimijoiden kartoittaminen")
	p.press(key(measure, "timetable/2020"))
	p.page().next()

	p.wants("page", p.window.page.name(), "contents/bodies")
	p.write(fieldKey(p.page().at.Element, "add/responsible"), "Kotouttamispalvelut")
	p.enter()
	p.page().next()

	p.wants("page", p.window.page.name(), "contents/indicators")
	p.press("add")
	indicator := p.goal().Indicators[0].ID
	p.write(fieldKey(indicator, "title.fi"), "5 koulutuskertaa / v")
	p.leave()
	p.press(key(indicator, "confirm"))
	p.page().next()

	p.wants("page", p.window.page.name(), "contents/review")
	goal := p.goal()
	p.wants("written", goal.Written(model.Finnish), true)
	p.wants("section", p.programme().Sections[0].Title.Fi, "Osaamisen vahvistaminen")
	p.wants("title", goal.Title, model.Text{Fi: "Digiystävätoiminta", Sv: "Digivänverksamhet"})
	p.wants("measure", goal.Measures[0].Title.Fi, "Yhdistystoimijoiden kartoittaminen")
	p.wants("year", slices.Equal(goal.Measures[0].Timetable.Years, []int{2020}), true)
	p.wants("body", p.programme().Bodies[0].Name.Fi, "Kotouttamispalvelut")
	p.wants("kind", goal.Indicators[0].Kind, model.IndicatorCount)
	p.wants("target", goal.Indicators[0].TargetYearly, model.Number("5"))
	p.wants("confirmed", goal.Indicators[0].Confirmed, true)
}

func TestNothingTypedIsLostByAnyWayOfLeaving(t *testing.T) {
	ways := map[string]func(p person){
		"next":               func(p person) { p.page().next() },
		"back":               func(p person) { p.page().back() },
		"another goal":       func(p person) { p.page().pane.chosen(p.titled("Asumisneuvonta").ID) },
		"another step":       func(p person) { p.page().choose(p.page().at.Element, stepReview) },
		"all programmes":     func(p person) { p.window.goHome() },
		"the decision":       func(p person) { p.window.openView(viewDecision) },
		"content language":   func(p person) { p.window.language = model.Swedish; p.window.rebuild() },
		"interface language": func(p person) { p.window.change(workflow.SettingLanguage, "sv") },
		"a new goal":         func(p person) { p.page().addGoal() },
		"leaving the field":  func(p person) { p.leave() },
		"undo":               func(p person) { p.window.takeBack((*workflow.Work).Undo); p.window.takeBack((*workflow.Work).Redo) },
		"closing":            func(p person) { p.window.close() },
	}
	for name, leave := range ways {
		t.Run(name, func(t *testing.T) {
			p := at(t, "vaasa-2019-2022")
			goal := p.titled("Digiystävätoiminta").ID
			p.page().choose(goal, stepGoal)
			p.write(fieldKey(goal, "title.fi"), " ja tuki")
			leave(p)
			state, err := p.store.Load(context.Background(), firstProgramme(p))
			if err != nil {
				t.Fatal(err)
			}
			p.wants("title", state.Element(goal).Value("title.fi").Text(), "Digiystävätoiminta ja tuki")
		})
	}
}

func firstProgramme(p person) model.EntityID {
	summaries, err := p.store.Programmes(context.Background())
	if err != nil || len(summaries) == 0 {
		p.Fatal("no programme", err)
	}
	return summaries[0].ID
}

func TestWhatCannotBeKeptHoldsThePersonOnThePage(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	goal := p.titled("Digiystävätoiminta").ID
	p.page().choose(goal, stepGoal)
	p.write(fieldKey(goal, "title.fi"), "!")
	p.store.Fail = func() error { return context.DeadlineExceeded }
	p.page().next()
	p.wants("page", p.window.page.name(), "contents/goal")
	p.window.goHome()
	p.wants("page", p.window.page.name(), "contents/goal")
	p.store.Fail = nil
	p.page().next()
	p.wants("title", p.goal().Title.Fi, "Digiystävätoiminta!")
}

// The second of rest ends in another goroutine; what it keeps is kept in the
// window's own.
func TestWhatIsTypedIsKeptWhenTheFieldRests(t *testing.T) {
	p := at(t, "")
	p.choose("contents.addSection")
	p.write(fieldKey(p.page().at.Element, model.FieldTitle.In(model.Finnish)), "Lepää")
	for len(p.programme().Sections) == 0 || p.programme().Sections[0].Title.Fi != "Lepää" {
		(<-p.posted)()
	}
}

func TestNextSaysWhatIsMissingOnceAndThenGoesOn(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	goal := p.titled("Digiystävätoiminta")
	p.page().choose(goal.ID, stepMeasures)
	p.page().next()
	p.wants("page", p.window.page.name(), "contents/measures")
	p.wants("keyboard", p.page().focusedKey() != "", true)
	p.wants("open card", p.page().open[measureList(goal.ID)], goal.Measures[0].ID)
	if said := p.page().problems[fieldKey(goal.Measures[0].ID, model.FieldTimetable)]; !strings.Contains(said, "Aikataulu puuttuu") {
		t.Errorf("said %q", said)
	}
	p.page().next()
	p.wants("page", p.window.page.name(), "contents/bodies")
}

func TestUndoKeepsThePlaceAndTheKeyboard(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	goal := p.titled("Digiystävätoiminta")
	p.page().choose(goal.ID, stepMeasures)
	third := goal.Measures[2].ID
	p.page().unfold(third, "")
	p.press(key(third, "timetable/2021"))
	p.window.window.Canvas().Focus(p.control(fieldKey(third, "title.sv")))
	p.window.takeBack((*workflow.Work).Undo)
	p.wants("page", p.window.page.name(), "contents/measures")
	p.wants("timetable", p.goal().Measures[2].Timetable.Kind, model.Ongoing)
	p.wants("keyboard", p.focus(), fieldKey(third, "title.sv"))
	p.window.takeBack((*workflow.Work).Redo)
	p.wants("timetable", p.goal().Measures[2].Timetable.Kind, model.InYears)
}

func TestRemovedGoalIsAskedAboutAndComesBack(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	goal := p.titled("Digiystävätoiminta").ID
	p.page().choose(goal, stepGoal)
	p.page().remove(goal, "goal")
	overlay := p.window.window.Canvas().Overlays().Top()
	if overlay == nil {
		t.Fatal("nothing was asked")
	}
	p.window.window.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyReturn})
	p.wants("goals", p.programme().Counts().Goals, 26)
	p.wants("page", p.window.page.name(), "contents/section")
	p.window.takeBack((*workflow.Work).Undo)
	p.wants("goals", p.programme().Counts().Goals, 27)
}

func TestCardsAreMovedByKeyboard(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	goal := p.titled("Digiystävätoiminta")
	p.page().choose(goal.ID, stepMeasures)
	moved := goal.Measures[2].ID
	card, ok := p.control(key(moved, "card")).(*ui.MovableCard)
	if !ok {
		t.Fatal("no card")
	}
	p.window.window.Canvas().Focus(card)
	card.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyUp, Modifier: fyne.KeyModifierAlt})
	p.wants("second", p.goal().Measures[1].ID, moved)
	p.wants("keyboard", p.focus(), key(moved, "card"))
	p.page().pane.move(p.goal().ID, p.programme().Sections[2].ID, 2)
	p.wants("last goal", p.programme().Sections[2].Goals[2].ID, goal.ID)
	p.page().pane.move(goal.ID, p.programme().Sections[0].ID, 0)
	p.wants("first goal of the first section", p.programme().Sections[0].Goals[0].ID, goal.ID)
}

// approve has the council approve the programme.
func (p person) approve() {
	p.Helper()
	ctx, work := context.Background(), p.window.work
	if err := work.RecordDecision(ctx, workflow.DecisionFacts{
		Organ: model.Council, MeetingDate: model.Date{Year: 2019, Month: 1, Day: 21}, Paragraph: "12",
		Text: model.Text{Fi: "Hyväksyttiin."}, Outcome: model.OutcomeApproved,
		Minutes: []workflow.MinutesFacts{
			{Role: model.Chair, Done: true, DoneOn: model.Date{Year: 2019, Month: 1, Day: 22}},
			{Role: model.MinutesKeeper, Done: true, DoneOn: model.Date{Year: 2019, Month: 1, Day: 22}},
			{Role: model.MinutesChecker, Done: true, DoneOn: model.Date{Year: 2019, Month: 1, Day: 23}},
		},
	}); err != nil {
		p.Fatal(err)
	}
	if err := work.Lock(ctx); err != nil {
		p.Fatal(err)
	}
	if err := work.Approve(ctx, nil); err != nil {
		p.Fatal(err)
	}
}

func TestApprovedProgrammeIsReadAndOpensAsNextVersion(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	p.approve()
	work := p.window.work
	for step := range contentsSteps {
		p.page().choose(p.titled("Digiystävätoiminta").ID, step)
		for key, control := range p.page().keys {
			if _, isField := control.(interface{ UndoTyping() bool }); isField {
				t.Errorf("step %d: %s can be written in", step, key)
			}
		}
	}
	p.page().addGoal()
	p.wants("goals", p.programme().Counts().Goals, 27)
	if err := work.BeginNextVersion(context.Background()); err != nil {
		t.Fatal(err)
	}
	p.window.rebuild()
	p.page().addGoal()
	p.wants("goals", p.programme().Counts().Goals, 28)
}

func TestOriginalChangedAfterItsTranslationIsTold(t *testing.T) {
	p := at(t, "vaasa-2019-2022")
	goal := p.titled("Digiystävätoiminta").ID
	p.page().choose(goal, stepGoal)
	state := func() model.TextState { return p.window.work.State().TextState(goal, model.FieldTitle, model.Swedish) }
	p.wants("before", state(), model.TextNeedsTranslation)
	p.write(fieldKey(goal, "title.sv"), "Digivänverksamhet")
	p.leave()
	p.wants("translated", state(), model.TextWritten)
	p.write(fieldKey(goal, "title.fi"), " 2")
	p.leave()
	p.wants("after", state(), model.TextOutOfDate)
	if texts := labels(p.page().main); !slices.Contains(texts, "Käännös vanhentunut") {
		t.Errorf("the page does not say so: %q", texts)
	}
	p.press(fieldKey(goal, "title.sv/upToDate"))
	p.wants("said to hold", state(), model.TextWritten)
	p.wants("translation", p.goal().Title.Sv, "Digivänverksamhet")
	if texts := labels(p.page().main); slices.Contains(texts, "Käännös vanhentunut") {
		t.Error("the mark stays")
	}
}

// labels returns the texts that an object shows.
func labels(object fyne.CanvasObject) []string {
	var texts []string
	for _, o := range test.LaidOutObjects(object) {
		if label, ok := o.(*ui.Label); ok && label.Visible() {
			texts = append(texts, label.Text)
		}
	}
	return texts
}

func TestKeysOfTheMenuAddToTheContents(t *testing.T) {
	p := at(t, "")
	p.choose("contents.addSection")
	p.choose("contents.addGoal")
	p.choose("contents.addMeasure")
	p.wants("step", p.page().at.Step, stepMeasures)
	p.choose("contents.addIndicator")
	p.wants("step", p.page().at.Step, stepIndicators)
	goal := p.goal()
	p.wants("measures", len(goal.Measures), 1)
	p.wants("indicators", len(goal.Indicators), 1)
}

// choose presses the entry of the main menu with the words of a key.
func (p person) choose(key string) {
	p.Helper()
	for _, menu := range p.window.window.MainMenu().Items {
		for _, item := range menu.Items {
			if item.Label == p.window.t(key) {
				item.Action()
				return
			}
		}
	}
	p.Fatalf("the menu has no %q", p.window.t(key))
}

func TestEmptyListBeginsAtTheButtonThatAddsToIt(t *testing.T) {
	p := at(t, "")
	p.choose("contents.addSection")
	p.choose("contents.addGoal")
	p.write(fieldKey(p.page().at.Element, model.FieldTitle.In(model.Finnish)), "Tavoite")
	p.window.stepForward()
	p.wants("focus", p.focus(), "add")
}
