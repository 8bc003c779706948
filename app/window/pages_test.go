package window

import (
	"context"
	"regexp"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"tavoitekartta/app/translationfile"
	"tavoitekartta/app/ui"
	"tavoitekartta/app/workflow"
	"tavoitekartta/app/workflow/worktest"
	"tavoitekartta/model"
)

// open opens the window on a store, as at a start.
func open(t *testing.T, desk *workflow.Desk, store *worktest.Store, language string) person {
	t.Helper()
	app := test.NewTempApp(t)
	posted := make(posted, 1000)
	w, err := New(context.Background(), app, Prepare(app, "Tavoitekartta"), Options{
		Post: posted.post,
		Desk: desk, Language: language, Brightness: "light", DataFolder: t.TempDir(), Version: "1",
	})
	if err != nil {
		t.Fatal(err)
	}
	w.window.Resize(fyne.NewSize(1366, 690))
	return person{t, w, store, posted}
}

// labelled is the control of the page that is called so.
func (p person) labelled(label string) fyne.Focusable {
	p.Helper()
	for _, c := range p.window.controls {
		if strings.TrimSuffix(ui.LabelOf(c), ".") == strings.TrimSuffix(label, ".") {
			return c
		}
	}
	var all []string
	for _, c := range p.window.controls {
		all = append(all, ui.LabelOf(c))
	}
	p.Fatalf("%s has no %q, only %s", p.window.page.name(), label, strings.Join(all, " | "))
	return nil
}

// tap presses the control with the words of a key.
func (p person) tap(key string, arguments ...any) {
	p.Helper()
	p.labelled(p.window.t(key, arguments...)).(interface{ Press() }).Press()
}

// fill goes to the field with the words of a key, writes in it in place of what
// stands there, and leaves it.
func (p person) fill(key, words string) {
	p.Helper()
	control := p.labelled(p.window.t(key))
	p.window.window.Canvas().Focus(control)
	control.(interface{ SetText(string) }).SetText(words)
	p.window.window.Canvas().Unfocus()
}

// texts are all that the window shows in words.
func (p person) texts() []string {
	var all []string
	collect := func(o fyne.CanvasObject) {
		for _, object := range test.LaidOutObjects(o) {
			if line, isText := object.(*canvas.Text); isText && line.Text != "" {
				all = append(all, line.Text)
			}
		}
	}
	collect(p.window.window.Content())
	for _, overlay := range p.window.window.Canvas().Overlays().List() {
		collect(overlay)
	}
	return all
}

func (p person) shows(words string) bool {
	return strings.Contains(strings.Join(p.texts(), " "), words)
}

// stop is a page of the window and the way there from the one before.
type stop struct {
	page string
	way  func(p person)
}

// everyPage goes through the pages of the window in each of their states.
func everyPage() []stop {
	step := func(n int) func(person) { return func(p person) { p.window.page.(*newProgrammePage).show(n) } }
	return []stop{
		{"welcome", func(p person) { p.window.goTo(newWelcomePage(p.window)) }},
		{"start", func(p person) { p.window.goHome() }},
		{"examples", func(p person) { p.window.openExample() }},
		{"new/template", func(p person) { p.window.newProgramme() }},
		{"new/names", step(stepNames)}, {"new/bodies", step(stepBodies)}, {"new/sections", step(stepSections)},
		{"new/languages", step(stepLanguages)}, {"new/check", step(stepCheck)},
		{"new/sections", func(p person) {
			p.wizard().useTemplate("kouvola-2019-2022")
			p.wizard().show(stepSections)
		}},
		{"contents", func(p person) { p.window.enter(worktest.OpenExample(p, p.window.desk, "vaasa-2019-2022")) }},
		{"overview", func(p person) { p.window.openView(viewOverview) }},
		{"overview", func(p person) { p.window.openHelp() }},
		{"shortcuts", func(p person) { p.window.openShortcuts() }},
		{"comparison", func(p person) { p.compare() }},
		{"comparison", func(p person) { renameFirstGoal(p); p.window.rebuild() }},
		{"comparison", func(p person) { p.showWhole(1) }},
		{"search", func(p person) { p.window.openSearch() }},
		{"search", func(p person) { p.searchFor("kotoutuja") }},
		{"search", func(p person) { p.searchFor("kaivosten avaaminen") }},
		{"replace", func(p person) { p.window.openReplace() }},
		{"replace", func(p person) { p.fill("replace.find", "toiminta") }},
		{"notes", func(p person) { p.window.openNotes("") }},
		{"notes", func(p person) { commented(p); p.window.rebuild() }},
		{"timeline", func(p person) { p.window.openView(viewTimeline) }},
		{"timeline", func(p person) { p.window.page.(*timelinePage).openAll() }},
		{"timeline/roadmap", func(p person) { p.window.page.(*timelinePage).show(true) }},
		{"bodies", func(p person) { p.window.openView(viewBodies) }},
		{"bodies", func(p person) { p.tap("bodies.acceptAll") }},
		{"languages", func(p person) { p.window.openView(viewLanguages) }},
		{"languages/text", func(p person) { p.window.stepForward() }},
		{"languages/send", func(p person) { p.window.goTo(newSendPage(p.window, model.Swedish)) }},
		{"languages/compare", func(p person) { p.window.goTo(newEditionsPage(p.window, model.Swedish)) }},
		{"languages/take", func(p person) { p.window.goTo(newTakePage(p.window)) }},
		{"languages/preview", func(p person) {
			p.window.page.(*takePage).typed = returned(p, func(i int, u *translationfile.Unit) {
				u.Translation = "Översatt " + u.Original
			})
			p.window.stepForward()
		}},
		{"chapters", func(p person) { p.window.openChapters("", "") }},
		{"chapters", func(p person) { p.window.page.(*chaptersPage).chooseRole() }},
		{"chapters", func(p person) { p.window.page.(*chaptersPage).addChapter(model.Situation) }},
		{"chapters", func(p person) { addEveryPart(p) }},
		{"decision", func(p person) { p.window.openView(viewDecision) }},
		{"decision", func(p person) { p.window.page.(*decisionPage).beginDecision() }},
		{"decision", func(p person) { p.tap("motion.add"); p.tap("handling.add") }},
		{"decision", func(p person) { decided(p, p.window.work); p.window.rebuild() }},
		{"decision", func(p person) { must(p, p.window.work.Lock(context.Background())); p.window.rebuild() }},
		{"decision", func(p person) { must(p, p.window.work.Approve(context.Background(), nil)); p.window.rebuild() }},
		{"chapters", func(p person) { p.window.openChapters("", "") }},
		{"replace", func(p person) { p.window.openReplace() }},
		{"overview", func(p person) { p.window.openView(viewOverview) }},
		{"history", func(p person) { p.window.openView(viewHistory); p.settle() }},
		{"history/day", func(p person) { p.window.openDay(p.historyPage(), p.window.desk.Today()) }},
		{"timeline/roadmap", func(p person) { p.window.openView(viewTimeline) }},
		{"timeline", func(p person) { p.window.page.(*timelinePage).show(false) }},
		{"reports", func(p person) { p.window.openView(viewReports) }},
		{"start", func(p person) { p.window.goHome() }},
		{"care/archive", func(p person) {
			must(p, p.store.Archive(context.Background(), firstProgramme(p), true))
			p.window.openCare(careArchive)
		}},
		{"start", func(p person) { p.window.goHome() }},
		{"care/backups", func(p person) {
			_, err := p.store.Backup(context.Background())
			must(p, err)
			p.window.openCare(careBackups)
		}},
		{"backup", func(p person) { p.tap("care.look"); p.settle() }},
		{"care/copy", func(p person) { p.window.openCare(careCopy) }},
		{"care/move", func(p person) { p.window.openCare(careMove) }},
		{"care/folder", func(p person) {
			p.window.openCare(careFolder)
			p.tap("care.examine")
			p.settle()
		}},
		{"care/names", func(p person) { p.window.openCare(careNames) }},
		{"settings/look", func(p person) { p.window.openSettings() }},
		{"settings/writer", func(p person) { p.window.stepForward() }},
		{"settings/municipality", func(p person) { p.window.stepForward() }},
		{"care/bin", func(p person) {
			must(p, p.store.Discard(context.Background(), firstProgramme(p)))
			p.window.openCare(careBin)
			must(p, p.store.Recover(context.Background(), inBin(p)))
		}},
		{"bin", func(p person) {
			must(p, p.store.Discard(context.Background(), firstProgramme(p)))
			p.window.showBin()
		}},
		{"contents", func(p person) { p.window.enter(worktest.OpenExample(p, p.window.desk, "kouvola-2019-2022")) }},
		{"contents/goal", func(p person) {
			p.window.goTo(newContentsPage(p.window, place{Programme: p.window.work.ID(), Element: p.programme().Goals[3].ID}))
		}},
		{"overview", func(p person) { p.window.openView(viewOverview) }},
		{"decision", func(p person) { p.window.openView(viewDecision) }},
		{"contents", func(p person) { p.window.enter(worktest.OpenExample(p, p.window.desk, "vaasa-region-2012-2013")) }},
		{"overview", func(p person) { p.window.openView(viewOverview) }},
		{"new/template", func(p person) { p.window.newProgramme(); p.wizard().show(stepTemplate) }},
		{"new/template", func(p person) { p.tap("template.copy") }},
		{"new/sections", func(p person) { p.wizard().show(stepSections) }},
	}
}

// addEveryPart adds a part of each kind to the chosen chapter.
func addEveryPart(p person) {
	page := p.window.page.(*chaptersPage)
	for _, role := range model.BlockRoles() {
		page.addPart(role)
	}
}

// renameFirstGoal edits the open programme, so that it has a past.
func renameFirstGoal(p person) {
	goal := p.window.work.Programme().Sections[0].Goals[0].ID
	p.change(func(st *model.Step) error { return st.SetText(goal, model.FieldTitle, model.Finnish, "Uusi nimi") })
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// decided records a decision with a vote and its minutes.
func decided(t testing.TB, work *workflow.Work) {
	t.Helper()
	facts := workflow.DecisionFacts{
		Organ: model.Council, MeetingDate: model.Date{Year: 2019, Month: 1, Day: 21}, Paragraph: "12",
		Text: model.Text{}.With(model.Finnish, "Valtuusto hyväksyi ohjelman."), Outcome: model.OutcomeApproved,
		Vote: &model.Vote{Yes: 51, No: 6, Blank: 1, Absent: 1, YesMeaning: model.Text{}.With(model.Finnish, "pohjaesitys")},
	}
	for _, role := range []model.MinutesRole{model.Chair, model.MinutesKeeper, model.MinutesChecker} {
		facts.Minutes = append(facts.Minutes, workflow.MinutesFacts{Role: role, Name: "Rooli", Done: true, DoneOn: model.Date{Year: 2019, Month: 1, Day: 22}})
	}
	must(t, work.RecordDecision(context.Background(), facts))
	// The page begins with two checkers.
	for _, m := range work.Programme().FinalDecision().Minutes {
		must(t, work.Edit(context.Background(), func(st *model.Step) error { return st.Set(m.ID, model.FieldDone, model.ValueOf(true)) }))
	}
}

// keyShown is what a text would look like whose words or whose number are missing.
var keyShown = regexp.MustCompile(`^[a-z][A-Za-z]+(\.[A-Za-z0-9-]+)+$|[{}]`)

func TestEveryPageHasItsWordsInEveryLanguage(t *testing.T) {
	for _, language := range []string{"fi", "sv", "en"} {
		t.Run(language, func(t *testing.T) {
			desk, store := worktest.NewDesk()
			p := open(t, desk, store, language)
			for _, s := range everyPage() {
				s.way(p)
				p.wants("page", p.window.page.name(), s.page)
				for _, words := range p.texts() {
					if keyShown.MatchString(words) {
						t.Errorf("%s shows %q", s.page, words)
					}
				}
			}
		})
	}
}

func TestTabReachesEveryControlAndEachHasAName(t *testing.T) {
	desk, store := worktest.NewDesk()
	p := open(t, desk, store, "fi")
	for _, s := range everyPage() {
		s.way(p)
		reached := map[fyne.Focusable]bool{}
		c := p.window.window.Canvas()
		c.Unfocus()
		for c.FocusNext(); c.Focused() != nil && !reached[c.Focused()]; c.FocusNext() {
			reached[c.Focused()] = true
		}
		if len(reached) == 0 {
			t.Errorf("%s has no control", s.page)
		}
		shown := test.LaidOutObjects(p.window.window.Content())
		for _, control := range p.window.controls {
			if object := control.(fyne.CanvasObject); object.Visible() && slices.Contains(shown, object) && !reached[control] {
				t.Errorf("%s: Tab does not reach %T %q", s.page, control, ui.LabelOf(control))
			}
		}
		for control := range reached {
			accessible, ok := control.(fyne.Accessible)
			if !ok || strings.TrimSpace(accessible.AccessibilityLabel()) == "" {
				t.Errorf("%s: %T has nothing to be read out", s.page, control)
			}
		}
	}
}

func TestTheFocusStaysWhenThePageIsBuiltAnew(t *testing.T) {
	desk, store := worktest.NewDesk()
	p := open(t, desk, store, "fi")
	p.window.enter(worktest.OpenExample(t, desk, "vaasa-2019-2022"))
	p.window.openView(viewDecision)
	p.window.page.(*decisionPage).beginDecision()
	focused := func() string { return ui.LabelOf(p.window.window.Canvas().Focused()) }
	p.window.kit.Focus(p.labelled("Diaarinumero"))
	p.window.change(workflow.SettingTheme, "dark")
	p.wants("focus in the dark", focused(), "Diaarinumero")
	p.window.change(workflow.SettingTextSize, "120")
	p.wants("focus in larger text", focused(), "Diaarinumero")
	p.window.change(workflow.SettingLanguage, "sv")
	p.wants("focus in Swedish", focused(), "Diarienummer")
}

func TestTheMenuShowsWhatIsChosen(t *testing.T) {
	desk, store := worktest.NewDesk()
	p := open(t, desk, store, "fi")
	p.window.change(workflow.SettingTheme, "dark")
	p.window.change(workflow.SettingLanguage, "sv")
	var checked []string
	for _, menu := range p.window.window.MainMenu().Items {
		for _, item := range menu.Items {
			if item.Checked {
				checked = append(checked, item.Label)
			}
		}
	}
	if want := []string{p.window.t("menu.dark"), "På svenska"}; !slices.Equal(checked, want) {
		t.Errorf("the menu marks %v, want %v", checked, want)
	}
}

func TestTheStartPageTellsWhereToGoOn(t *testing.T) {
	desk, store := worktest.NewDesk()
	p := open(t, desk, store, "fi")
	work := worktest.OpenExample(t, desk, "vaasa-2019-2022")
	p.window.enter(work)
	goal := work.Programme().Sections[1].Goals[0]
	p.window.goTo(newContentsPage(p.window, place{Programme: work.ID(), Element: goal.ID, Step: stepMeasures}))
	p.window.goHome()
	for _, words := range []string{goal.Title.In(model.Finnish), "Toimenpiteet, vaihe 2/5"} {
		if !p.shows(strings.Fields(words)[0]) {
			t.Errorf("the start page does not show %q", words)
		}
	}
	p.tap("action.continue")
	p.wants("page", p.window.page.name(), "contents/measures")
	p.wants("goal", p.page().at.Element, goal.ID)
	must(t, p.window.work.Edit(context.Background(), func(st *model.Step) error {
		return st.SetText(goal.ID, model.FieldTitle, model.Finnish, "Toisin nimetty")
	}))
	p.window.openExample()
	p.window.goHome()
	if !p.shows("Toisin nimetty") {
		t.Error("the start page calls the goal by the name that it had before")
	}
}

func TestAProgrammeInTheBinComesBack(t *testing.T) {
	desk, store := worktest.NewDesk()
	p := open(t, desk, store, "fi")
	work := worktest.OpenExample(t, desk, "vaasa-2019-2022")
	p.window.enter(work)
	p.window.discard()
	p.enter()
	p.wants("page", p.window.page.name(), "start")
	all, err := desk.Programmes(context.Background())
	must(t, err)
	p.wants("programmes", len(all), 0)
	p.tap("bin.open", "count", 1)
	p.tap("action.restore")
	all, err = desk.Programmes(context.Background())
	must(t, err)
	p.wants("programmes afterwards", len(all), 1)
}
