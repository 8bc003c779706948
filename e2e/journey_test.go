package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"tavoitekartta/app/texts"
	"tavoitekartta/e2e/outcome"
	"tavoitekartta/e2e/stage"
	"tavoitekartta/model"
	"tavoitekartta/model/casetest"
)

// writer is a person at the keyboard before the real program: what is shown is
// read in the language of the interface, what is typed is in that of the content.
type writer struct {
	*stage.Program
	testing.TB
	display  *stage.Stage
	path     string // of the program
	options  stage.Options
	words    *texts.Catalogue // of the interface
	language model.Language   // of the content
	register []string         // the bodies that the register has
}

// newWriter builds the program and opens its window on an empty data folder.
func newWriter(t *testing.T, language texts.Language) *writer {
	t.Helper()
	w := prepareWriter(t, language)
	w.open()
	return w
}

// prepareWriter builds the program for an empty data folder and opens nothing.
func prepareWriter(t *testing.T, language texts.Language) *writer {
	t.Helper()
	words, err := texts.Load(language)
	if err != nil {
		t.Fatal(err)
	}
	return &writer{
		TB: t, display: stage.New(t, stage.Laptop), path: stage.Build(t, "tavoitekartta", t.TempDir()),
		options: stage.Options{DataDir: filepath.Join(t.TempDir(), "tiedot"), Language: string(language) + "_FI"},
		words:   words, language: model.Language(language),
	}
}

// open starts the program anew on the same data folder. What Fyne complains of
// without the person seeing it is a fault too.
func (w *writer) open() {
	program := w.display.Start(w.path, w.options)
	w.Cleanup(func() {
		program.Kill()
		if words := program.Words(); strings.Contains(words, "focus object which is not part") || strings.Contains(words, "goroutine ") {
			w.Errorf("the program wrote:\n%s", words)
		}
	})
	w.Program = program
}

// said are the words of a key in the interface's language.
func (w *writer) said(key string, arguments ...any) string { return w.words.T(key, arguments...) }

// label is that of a field for a text in the content's language.
func (w *writer) label(key string) string { return w.said(key + "." + string(w.language)) }

// awaitEmpty waits for the focus on a control of a page that holds nothing yet.
func (w *writer) awaitEmpty(page, label string) {
	w.Helper()
	w.Await(fmt.Sprintf("the empty field %q on %s", label, page), func(s stage.State) bool {
		return s.Screen == page && s.Focus == label && s.Value == ""
	})
}

// awaitMessage waits for the notice or error with the key.
func (w *writer) awaitMessage(key string) {
	w.Helper()
	w.Await("the message "+key, func(s stage.State) bool { return s.Message == key })
}

// write types into the field that has the focus and waits until it shows all.
func (w *writer) write(text string) {
	w.Helper()
	w.Type(text)
	w.AwaitValue(text)
}

// goOn presses Next and waits for the page that comes.
func (w *writer) goOn(page string) {
	w.Helper()
	w.Press("alt+Right")
	w.AwaitScreen(page)
}

// turnOn turns on the chip or check with the label.
func (w *writer) turnOn(label string) {
	w.Helper()
	w.TabTo(label)
	w.Press("space")
	w.AwaitValue(w.said("field.chosen"))
}

// speak chooses the interface's language on the first page of the first start.
func (w *writer) speak(language texts.Language) {
	w.Helper()
	w.AwaitScreen("welcome")
	w.TabTo(w.said("welcome.language") + ": " + w.said("language.own."+string(language)))
	w.Press("space")
	words, err := texts.Load(language)
	if err != nil {
		w.Fatal(err)
	}
	w.words, w.language = words, model.Language(language)
}

// introduce goes through the first page of the first start.
func (w *writer) introduce(role string) {
	w.Helper()
	w.AwaitScreen("welcome")
	w.Fill(w.said("welcome.writer"), role)
	w.Press("Return")
	w.AwaitScreen("start")
}

// newProgramme is what the wizard of a new programme is told.
type newProgramme struct {
	template            string // as its card is called
	title, municipality string
	bilingual           bool
	firstYear, lastYear int
	preparedBy          string
	sections            []string // added to the template's
}

// create goes through the wizard and comes to the empty contents.
func (w *writer) create(p newProgramme) {
	w.Helper()
	w.Press("ctrl+n")
	w.AwaitScreen("new/template")
	w.TabTo(p.template)
	w.Press("Return")
	w.goOn("new/names")
	w.Fill(w.label("new.title"), p.title)
	w.Fill(w.label("new.owner"), p.municipality)
	if p.bilingual {
		w.turnOn(w.said("new.bilingual"))
	}
	w.Fill(w.said("new.firstYear"), strconv.Itoa(p.firstYear))
	w.Fill(w.said("new.lastYear"), strconv.Itoa(p.lastYear))
	w.goOn("new/bodies")
	w.Fill(w.label("new.preparedBy"), p.preparedBy)
	w.goOn("new/sections")
	for number, section := range p.sections {
		w.TabTo(w.said("new.addSection"))
		w.Press("Return")
		w.awaitEmpty("new/sections", w.said("new.section."+string(w.language), "number", number+1))
		w.write(section)
	}
	w.goOn("new/languages")
	w.goOn("new/check")
	w.goOn("contents")
}

// openInTree finds a section or a goal by the beginning of its title.
func (w *writer) openInTree(title string) {
	w.Helper()
	w.TabTo(w.said("contents.search"))
	w.Press("Tab")
	w.Type(strings.ToLower(title[:2]))
	w.AwaitFocus(title)
	w.Press("Return")
	w.Await("the page of "+title, func(s stage.State) bool { return s.Screen == "contents/section" || s.Screen == "contents/goal" })
}

// writeGoal adds a goal and writes it step by step.
func (w *writer) writeGoal(goal casetest.Goal) {
	w.Helper()
	w.beginGoal(goal.Title)
	for _, measure := range goal.Measures {
		w.writeMeasure(measure)
	}
	w.finishGoal(goal)
}

// beginGoal adds a goal with a title and comes to its measures.
func (w *writer) beginGoal(title string) {
	w.Helper()
	w.Press("ctrl+g")
	w.awaitEmpty("contents/goal", w.label("contents.goalTitle"))
	w.write(title)
	w.goOn("contents/measures")
}

// writeMeasure adds a measure with its years, or as ongoing. One without a time
// of its own is left without.
func (w *writer) writeMeasure(measure casetest.Measure) {
	w.Helper()
	w.beginMeasure()
	w.write(measure.Text)
	w.schedule(measure)
}

// beginMeasure adds a measure and comes to its empty field.
func (w *writer) beginMeasure() {
	w.Helper()
	w.Press("ctrl+t")
	w.awaitEmpty("contents/measures", w.label("contents.measureTitle"))
}

// schedule chooses the time of the measure that is being written.
func (w *writer) schedule(measure casetest.Measure) {
	w.Helper()
	for _, year := range measure.Years {
		w.turnOn(w.chip(strconv.Itoa(year)))
	}
	if measure.Ongoing {
		w.turnOn(w.chip(w.said("contents.timetable.ongoing")))
	}
}

// chip is how a chip of the timetable is read out.
func (w *writer) chip(words string) string { return w.said("contents.timetable") + ": " + words }

// finishGoal goes on from the goal's measures to its end.
func (w *writer) finishGoal(goal casetest.Goal) {
	w.Helper()
	w.leaveMeasures(goal)
	w.AwaitFocus(w.said("contents.bodies.add.responsible"))
	for number, name := range goal.Responsible {
		w.addBody(name)
		if number == 0 && len(goal.Responsible) > 1 {
			w.makeLead()
		}
	}
	if goal.ResponsiblePrinted != "" {
		w.Fill(w.label("contents.bodiesPrinted"), goal.ResponsiblePrinted)
	}
	w.goOn("contents/indicators")
	for _, wording := range goal.Indicators {
		w.writeIndicator(wording)
	}
	w.goOn("contents/review")
}

// leaveMeasures goes on to the bodies. Where a measure has no time, the window
// says so once and puts the keyboard there; going on again is allowed.
func (w *writer) leaveMeasures(goal casetest.Goal) {
	w.Helper()
	for _, measure := range goal.Measures {
		if len(measure.Years) == 0 && !measure.Ongoing {
			w.Press("alt+Right")
			w.Await("the focus on the timetable that is missing", func(s stage.State) bool {
				return s.Screen == "contents/measures" && s.Value == w.said("field.notChosen")
			})
		}
	}
	w.goOn("contents/bodies")
}

// addBody adds a new body by its name, and one that the register has by the
// beginning of its name.
func (w *writer) addBody(name string) {
	w.Helper()
	typed := name
	if slices.Contains(w.register, name) {
		typed, _, _ = strings.Cut(name, " ")
	} else {
		w.register = append(w.register, name)
	}
	add := w.said("contents.bodies.add.responsible")
	w.TabTo(add)
	w.write(typed)
	w.Press("Return")
	w.awaitEmpty("contents/bodies", add)
}

// makeLead makes the body that has just been added lead, and comes back.
func (w *writer) makeLead() {
	w.Helper()
	w.TabBackTo(w.said("contents.bodies.leads"))
	w.Press("space")
	w.AwaitValue(w.said("field.chosen"))
}

// writeIndicator adds an indicator and confirms the kind that is proposed.
func (w *writer) writeIndicator(wording string) {
	w.Helper()
	w.Press("ctrl+m")
	w.awaitEmpty("contents/indicators", w.label("contents.indicatorTitle"))
	w.write(wording)
	w.AwaitStored()
	w.TabTo(w.said("indicator.confirm"))
	w.Press("Return")
	w.AwaitFocus(w.said("indicator.changeKind"))
}

// decision is what the page of the decision is told.
type decision struct {
	meetingDate, paragraph, registerNumber, text string
	vote                                         *vote // nil when unanimous
	minutesDate                                  string
}

// vote is what Yes and No stood for, and how many voted so.
type vote struct {
	yes, no, blank, absent string
	yesMeaning, noMeaning  string
}

// approve records the decision and its minutes, locks and approves.
func (w *writer) approve(d decision) {
	w.Helper()
	w.beginDecision()
	w.Fill(w.said("decision.meetingDate"), d.meetingDate)
	w.Fill(w.said("decision.paragraph"), d.paragraph)
	w.Fill(w.said("decision.registerNumber"), d.registerNumber)
	w.Fill(w.label("decision.text"), d.text)
	if d.vote == nil {
		w.turnOn(w.said("decision.unanimous"))
	} else {
		w.recordVote(*d.vote)
	}
	for _, role := range []struct{ name, done string }{
		{w.said("minutes.chair"), w.said("minutes.done.chair")},
		{w.said("minutes.minutesKeeper"), w.said("minutes.done.minutesKeeper")},
		{w.said("minutes.minutesChecker") + " 1", w.said("minutes.done.minutesChecker")},
		{w.said("minutes.minutesChecker") + " 2", w.said("minutes.done.minutesChecker")},
	} {
		w.Fill(role.name, role.name)
		w.turnOn(role.done)
		w.Fill(w.said("minutes.doneOn"), d.minutesDate)
	}
	w.Press("alt+Right")
	w.AwaitFocus(w.said("decision.lock"))
	w.Press("Return")
	w.awaitMessage("decision.approvedNow")
}

// beginDecision comes to the empty fields of the decision.
func (w *writer) beginDecision() {
	w.Helper()
	w.Press("alt+6")
	w.Await("the button that records the decision", func(s stage.State) bool {
		return s.Screen == "decision" && s.Focus == w.said("decision.record")
	})
	w.Press("Return")
	w.AwaitFocus(w.said("decision.organ"))
}

// beginVote says that votes were cast, which brings the fields of the vote.
func (w *writer) beginVote() {
	w.Helper()
	button := w.said("decision.addVote")
	w.TabTo(button)
	w.Press("Return")
	w.Await("the fields of the vote", func(s stage.State) bool { return s.Focus != button })
}

func (w *writer) recordVote(v vote) {
	w.Helper()
	w.beginVote()
	for _, field := range []struct{ key, typed string }{
		{"decision.yes", v.yes}, {"decision.no", v.no}, {"decision.blank", v.blank}, {"decision.absent", v.absent},
		{"decision.yesMeaning", v.yesMeaning}, {"decision.noMeaning", v.noMeaning},
	} {
		w.Fill(w.said(field.key), field.typed)
	}
}

// saveReport makes the programme document in the content's language and returns
// the file.
func (w *writer) saveReport(name string) string {
	w.Helper()
	file := filepath.Join(w.TempDir(), name)
	w.Press("alt+9")
	w.AwaitScreen("reports")
	w.TabTo(w.said("reports.edition") + ": " + w.said("language."+string(w.language)))
	w.Press("space")
	w.AwaitValue(w.said("field.chosen"))
	w.Fill(w.said("reports.file"), file)
	w.Press("Return")
	w.AwaitFocus(w.said("reports.open"))
	return file
}

// onlyProgramme is the one programme of the data folder, as commands show it.
func (w *writer) onlyProgramme() model.Programme {
	w.Helper()
	var programme model.Programme
	outcome.AskJSON(w, w.path, w.options.DataDir, &programme, "show", w.State().Programme, "--json")
	return programme
}

func writeFile(t testing.TB, path, content string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
}

// wants fails the test when two values differ.
func (w *writer) wants(what string, got, want any) {
	w.Helper()
	if got != want {
		w.Errorf("%s: got %v, want %v", what, got, want)
	}
}
