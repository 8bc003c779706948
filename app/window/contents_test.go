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
	"tavoitekartta/model"
)

func (p person) page() *contentsPage {
	p.Helper()
	return pageOf[*contentsPage](p)
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

func TestEmptyListBeginsAtTheButtonThatAddsToIt(t *testing.T) {
	p := at(t, "")
	p.choose("contents.addSection")
	p.choose("contents.addGoal")
	p.write(fieldKey(p.page().at.Element, model.FieldTitle.In(model.Finnish)), "Tavoite")
	p.window.stepForward()
	p.wants("focus", p.focus(), "add")
}
