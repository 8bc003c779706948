package e2e

import (
	"flag"
	"fmt"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"tavoitekartta/app/texts"
	"tavoitekartta/e2e/outcome"
	"tavoitekartta/e2e/stage"
	"tavoitekartta/model"
)

// recordInto is the folder into which the journeys of the eight tasks are
// recorded, a picture after each act; "" for none.
var recordInto = flag.String("record", "", "the folder for a picture of each act of the eight tasks")

// TestEightTasksByOneHand does eight tasks of an ordinary week, each written
// once, by keyboard alone and by mouse alone, in Finnish and in Swedish.
func TestEightTasksByOneHand(t *testing.T) {
	program := stage.Build(t, "tavoitekartta", t.TempDir())
	for _, language := range []texts.Language{texts.Finnish, texts.Swedish} {
		t.Run(string(language)+" keyboard", func(t *testing.T) {
			newWeek(t, program, language, func(w *writer) hand { return keyboard{w} }).doTasks()
		})
		t.Run(string(language)+" mouse", func(t *testing.T) {
			newWeek(t, program, language, func(w *writer) hand { return mouse{w} }).doTasks()
		})
	}
}

// week is a person with one hand, who does the tasks.
type week struct {
	*writer
	hand

	past   past
	worded weekWords
	task   string // that is being done
	acts   int    // of the task
}

// weekWords are what is written and looked for in one language. The inflected
// word is in no text as typed.
type weekWords struct {
	title, municipality, goal  string
	measure, second, inflected string
	body                       string
}

var weekTexts = map[texts.Language]weekWords{
	texts.Finnish: {
		title: "Monikulttuurisuustyön kehittämissuunnitelma", municipality: "Mallila",
		goal: "Naapurit tutustuvat toisiinsa", measure: "Kielikahvila kokoontuu kirjastossa", second: "Pihajuhlat järjestetään",
		inflected: "kielikahvilassa", body: "Kirjastopalvelut",
	},
	texts.Swedish: {
		title: "Utvecklingsplan för mångfald", municipality: "Modellstad",
		goal: "Grannarna lär känna varandra", measure: "Ett språkkafé ordnas på biblioteket", second: "Gårdsfester ordnas",
		inflected: "språkkaféerna", body: "Biblioteket",
	},
}

// newWeek opens the window on a folder that has a programme of earlier days.
func newWeek(t *testing.T, program string, language texts.Language, of func(*writer) hand) *week {
	words, err := texts.Load(language)
	if err != nil {
		t.Fatal(err)
	}
	w := &writer{
		TB: t, display: stage.New(t, stage.Laptop), path: program, words: words, language: model.Language(language),
		options: stage.Options{DataDir: filepath.Join(t.TempDir(), "tiedot"), Language: string(language) + "_FI"},
	}
	kept := writePast(t, w.options.DataDir, w.language)
	w.open()
	week := &week{writer: w, past: kept, worded: weekTexts[language]}
	week.hand = recorded{of(w), week}
	return week
}

// begin names the task that follows.
func (w *week) begin(task string) {
	w.Log(task)
	w.task, w.acts = task, 0
}

// record saves what the window shows after an act, where that is asked for.
func (w *week) record(act, label string) {
	w.Helper()
	if *recordInto == "" {
		return
	}
	w.acts++
	name := strings.NewReplacer("/", "-", ":", "", "?", "", "'", "", " ", "-").Replace(fmt.Sprintf("%s-%02d-%s-%s", w.task, w.acts, act, label))
	w.display.SaveSettledPicture(filepath.Join(*recordInto, strings.ReplaceAll(path.Base(w.Name()), "_", "-"), name+".png"))
}

func (w *week) doTasks() {
	w.begin("0 start")
	w.AwaitScreen("welcome")
	w.fill(w.said("welcome.writer"), "koordinaattori")
	w.press(w.said("welcome.begin"))
	w.AwaitScreen("start")
	for number, task := range []struct {
		name string
		do   func()
	}{
		{"new programme from the Kouvola template", w.newFromTemplate},
		{"a goal with measures", w.writeGoalWithMeasures},
		{"a measure found by an inflected word", w.findByInflectedWord},
		{"a deletion undone", w.undoDeletion},
		{"last week's wording brought back", w.bringBackWording},
		{"the three oldest gaps translated", w.translateOldestGaps},
		{"what a body must do", w.seeDuties},
		{"everything moved to a second data folder", w.moveEverything},
	} {
		w.begin(fmt.Sprint(number+1, " ", task.name))
		task.do()
	}
}

// newFromTemplate makes a programme of main goals and spearheads.
func (w *week) newFromTemplate() {
	w.follow(w.said("menu.newProgramme"), "ctrl+n")
	w.AwaitScreen("new/template")
	w.press(w.said("template.kouvola-2019-2022"))
	w.goOnTo("new/names")
	w.fill(w.label("new.title"), w.worded.title)
	w.fill(w.label("new.owner"), w.worded.municipality)
	w.fill(w.said("new.firstYear"), "2027")
	w.fill(w.said("new.lastYear"), "2030")
	for _, step := range []string{"bodies", "sections", "languages", "check"} {
		w.goOnTo("new/" + step)
	}
	w.follow(w.said("new.create"), "alt+Right")
	w.AwaitScreen("contents")

	made := w.onlyProgramme()
	w.wants("title", made.Title.In(w.language), w.worded.title)
	w.wants("municipality", made.Owners[0].Name.In(w.language), w.worded.municipality)
	w.wants("years", fmt.Sprint(made.FirstYear, made.LastYear), "2027 2030")
	var roles []model.GoalRole
	for _, goal := range made.Goals {
		roles = append(roles, goal.Role)
	}
	template := []model.GoalRole{model.MainGoalRole, model.MainGoalRole, model.MainGoalRole, model.SpearheadRole, model.SpearheadRole, model.SpearheadRole}
	if !slices.Equal(roles, template) {
		w.Errorf("the goals are %v, the template's are %v", roles, template)
	}
}

// goOnTo presses Next.
func (w *week) goOnTo(screen string) {
	w.Helper()
	w.follow(w.said("action.next"), "alt+Right")
	w.AwaitScreen(screen)
}

// writeGoalWithMeasures adds a goal with two measures and a body.
func (w *week) writeGoalWithMeasures() {
	w.follow(w.said("contents.addGoal"), "ctrl+g")
	w.awaitEmpty("contents/goal", w.label("contents.goalTitle"))
	w.fill(w.label("contents.goalTitle"), w.worded.goal)
	w.goOnTo("contents/measures")
	for i, words := range []string{w.worded.measure, w.worded.second} {
		w.follow(w.said("contents.addMeasure"), "ctrl+t")
		w.awaitEmpty("contents/measures", w.label("contents.measureTitle"))
		w.fill(w.label("contents.measureTitle"), words)
		w.press(w.chip(strconv.Itoa(2027 + i)))
		w.AwaitValue(w.said("field.chosen"))
	}
	w.goOnTo("contents/bodies")
	add := w.said("contents.bodies.add.responsible")
	w.take(add, w.worded.body, w.said("suggest.addBody", "name", w.worded.body))
	w.awaitEmpty("contents/bodies", add)

	goal := w.goalNow()
	w.wants("measures", measuresOf(goal, w.language), w.worded.measure+" [2027] · "+w.worded.second+" [2028]")
	if len(goal.Bodies) != 1 {
		w.Errorf("the goal has %d bodies, want 1", len(goal.Bodies))
	}
}

// goalNow is the goal of the week as a command shows it.
func (w *week) goalNow() *model.Goal {
	w.Helper()
	programme := w.onlyProgramme()
	for goal := range programme.AllGoals() {
		if goal.Title.In(w.language) == w.worded.goal {
			return goal
		}
	}
	w.Fatalf("there is no goal %q", w.worded.goal)
	return nil
}

// measuresOf writes a goal's measures with their years.
func measuresOf(goal *model.Goal, l model.Language) string {
	var all []string
	for _, m := range goal.Measures {
		all = append(all, fmt.Sprint(m.Title.In(l), " ", m.Timetable.Years))
	}
	return strings.Join(all, " · ")
}

// findByInflectedWord finds the first measure by a form in which it stands nowhere.
func (w *week) findByInflectedWord() {
	w.follow(w.said("search.here"), "ctrl+f")
	w.AwaitScreen("search")
	w.fill(w.said("search.field"), w.worded.inflected)
	w.press(w.worded.measure)
	w.Await("the measure that was found", func(s stage.State) bool {
		return s.Screen == "contents/measures" && s.Value == w.worded.measure
	})
	if strings.Contains(w.worded.measure, w.worded.inflected) {
		w.Error("the word stands in the measure as typed")
	}
	w.wants("measures", measuresOf(w.goalNow(), w.language), w.worded.measure+" [2027] · "+w.worded.second+" [2028]")
}

// undoDeletion removes the measure that was found and takes that back.
func (w *week) undoDeletion() {
	w.press(w.said("contents.deleteMeasure"))
	w.press(w.said("action.delete"))
	w.awaitMessage("contents.deleted.measure")
	w.wants("after deleting", measuresOf(w.goalNow(), w.language), w.worded.second+" [2028]")
	w.choose(w.said("menu.edit"), w.said("action.undo"), "ctrl+z")
	w.awaitMessage("")
	w.wants("after undoing", measuresOf(w.goalNow(), w.language), w.worded.measure+" [2027] · "+w.worded.second+" [2028]")
}

// bringBackWording goes to the programme of earlier days and brings back how a
// goal was worded last week.
func (w *week) bringBackWording() {
	w.follow(w.said("nav.programmes"), "ctrl+o")
	w.AwaitScreen("start")
	w.press(w.past.title)
	w.Await("the programme of earlier days", func(s stage.State) bool { return s.Programme == string(w.past.programme) })
	w.wants("spoiled", w.pastGoal().Title.In(w.language), w.past.badWording)
	w.openView("history.title", "8", "history")
	name := w.said("field.in."+string(w.language), "field", w.said("field.name"))
	w.pressAfter(w.said("kind.goal")+" · "+name, w.said("history.bringBack"))
	w.awaitMessage("history.broughtBack")
	w.wants("brought back", w.pastGoal().Title.In(w.language), w.past.goodWording)
}

// openView presses an entry of the rail, or its number.
func (w *week) openView(label, digit, screen string) {
	w.Helper()
	w.follow(w.said(label), "alt+"+digit)
	w.AwaitScreen(screen)
}

func (w *week) pastGoal() *model.Goal {
	w.Helper()
	programme := w.onlyProgramme()
	for goal := range programme.AllGoals() {
		if goal.ID == w.past.goal {
			return goal
		}
	}
	w.Fatal("the goal of earlier days is gone")
	return nil
}

// translateOldestGaps translates the first three texts of the list, which has the
// oldest first.
func (w *week) translateOldestGaps() {
	second := model.Swedish
	if w.language == second {
		second = model.Finnish
	}
	w.openView("languages.title", "5", "languages")
	w.follow(w.said("languages.begin"), "alt+Right")
	field := w.said("languages.translation." + string(second))
	wanted := map[string]string{}
	for i, original := range w.past.gaps[:3] {
		w.awaitEmpty("languages/text", field)
		wanted[original] = pastTexts[second].measures[i]
		w.fill(field, wanted[original])
		w.follow(w.said("action.next"), "alt+Right")
	}
	w.awaitEmpty("languages/text", field)

	programme := w.onlyProgramme()
	for goal := range programme.AllGoals() {
		for _, m := range goal.Measures {
			w.wants(m.Title.In(w.language), m.Title.In(second), wanted[m.Title.In(w.language)])
		}
	}
}

// seeDuties looks at what a body answers for, and opens the last of it.
func (w *week) seeDuties() {
	w.openView("rail.bodies", "4", "bodies")
	w.pick(w.said("bodies.search"), w.past.body)
	for _, duty := range w.past.duties {
		w.meets(duty)
	}
	last := w.past.duties[len(w.past.duties)-1]
	w.press(last)
	w.Await("the goal that the body answers for", func(s stage.State) bool { return s.Screen == "contents/goal" && s.Value == last })

	var answered []string
	programme := w.onlyProgramme()
	for goal := range programme.AllGoals() {
		for _, r := range goal.Bodies {
			if body := programme.Body(r.Body); body != nil && body.Name.In(w.language) == w.past.body {
				answered = append(answered, goal.Title.In(w.language))
			}
		}
	}
	if !slices.Equal(answered, w.past.duties) {
		w.Errorf("the body answers for %q, the page showed %q", answered, w.past.duties)
	}
}

// moveEverything makes one file of all, and takes it in where nothing is.
func (w *week) moveEverything() {
	file, passphrase := filepath.Join(w.TempDir(), "muutto.tkbackup"), "kolme pitkää sanaa"
	w.follow(w.said("nav.programmes"), "ctrl+o")
	w.AwaitScreen("start")
	w.press(w.said("care.title"))
	w.AwaitScreen("care/backups")
	w.pick(w.said("nav.programmes"), w.said("care.part.move"))
	w.AwaitScreen("care/move")
	w.fill(w.said("care.file"), file)
	w.fill(w.said("care.passphrase"), passphrase)
	w.press(w.said("care.leave"))
	w.meets(w.said("care.openFolder"))
	w.choose(w.said("menu.file"), w.said("menu.quit"), "ctrl+q")
	w.AwaitEnd()
	before := w.everything()

	w.options.DataDir = filepath.Join(w.TempDir(), "uusi kansio")
	w.open()
	w.AwaitScreen("welcome")
	w.press(w.said("welcome.arrive"))
	w.AwaitScreen("care/move")
	w.fillAfter(w.said("care.leave"), w.said("care.file"), file)
	w.fillAfter(w.said("care.leave"), w.said("care.passphrase"), passphrase)
	w.press(w.said("care.arrive"))
	w.AwaitScreen("backup")
	w.press(w.said("backup.takeEverything"))
	w.awaitMessage("backup.taken")
	w.wants("everything in the second folder", w.everything(), before)
	w.Close()
}

// everything is all that commands show of the data folder's programmes.
func (w *week) everything() string {
	w.Helper()
	var listed []model.Summary
	outcome.AskJSON(w, w.path, w.options.DataDir, &listed, "list", "--json")
	slices.SortFunc(listed, func(a, b model.Summary) int { return strings.Compare(string(a.ID), string(b.ID)) })
	var shown []string
	for _, s := range listed {
		shown = append(shown, outcome.Ask(w, w.path, w.options.DataDir, "show", string(s.ID), "--json"))
	}
	return strings.Join(shown, "\n")
}
