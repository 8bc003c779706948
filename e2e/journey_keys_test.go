package e2e

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"tavoitekartta/app/texts"
	"tavoitekartta/e2e/outcome"
	"tavoitekartta/e2e/stage"
	"tavoitekartta/model"
)

// beginBilingual comes to the first section of a new programme in two languages.
func (w *writer) beginBilingual() {
	w.Helper()
	w.introduce("koordinaattori")
	w.create(newProgramme{
		template: w.said("template.vaasa-2023-2026"),
		title:    "Kotoutumisohjelma 2023–2026", municipality: "Vaasa", bilingual: true,
		firstYear: 2023, lastYear: 2026, preparedBy: "Monikulttuurisuusneuvosto",
	})
	w.openInTree("Työ")
}

// firstSection is what a command says of the first section: its goals, each with
// its measures in both languages.
func (w *writer) firstSection() string {
	w.Helper()
	var goals []string
	for _, goal := range w.onlyProgramme().Sections[0].Goals {
		words := goal.Title.Fi + ":"
		for _, m := range goal.Measures {
			words += fmt.Sprintf(" %s/%s", m.Title.Fi, m.Title.Sv)
		}
		goals = append(goals, words)
	}
	return strings.Join(goals, " ")
}

// TestWhatIsWrittenIsMovedRemovedAndTranslatedByKeyboard changes an order and a
// mind, with commands looking on beside the open window.
func TestWhatIsWrittenIsMovedRemovedAndTranslatedByKeyboard(t *testing.T) {
	w := newWriter(t, texts.Finnish)
	w.beginBilingual()
	w.beginGoal("Kielitaito karttuu")
	w.beginGoal("Työpaikat avautuvat")
	for _, text := range []string{"Yksi", "Kaksi", "Kolme"} {
		w.beginMeasure()
		w.write(text)
	}

	// A measure moves before the one above it; one is removed and comes back.
	w.TabBackTo("Toimenpide 2: Kaksi")
	w.Press("alt+Up")
	w.awaitCalled("Toimenpide 1: Kaksi")
	w.TabTo("Toimenpide 2: Yksi")
	w.Press("Delete")
	w.AwaitFocus(w.said("action.delete"))
	w.Press("Return")
	w.awaitMessage("contents.deleted.measure")
	w.wants("after removing", w.firstSection(), "Kielitaito karttuu: Työpaikat avautuvat: Kaksi/ Kolme/")
	w.Press("ctrl+z")
	w.awaitMessage("")
	w.TabTo("Toimenpide 2: Yksi")
	w.wants("after undoing", w.firstSection(), "Kielitaito karttuu: Työpaikat avautuvat: Kaksi/ Yksi/ Kolme/")

	// A goal moves before the one above it in the tree.
	w.TabTo(w.said("contents.search"))
	w.Press("Tab")
	w.AwaitFocus("Työpaikat avautuvat")
	w.Press("alt+Up", "Down")
	w.AwaitFocus("Kielitaito karttuu")
	w.wants("after moving", w.firstSection(), "Työpaikat avautuvat: Kaksi/ Yksi/ Kolme/ Kielitaito karttuu:")

	// The other language comes first; the window is closed in the middle of a word.
	w.TabTo(w.said("nav.contentLanguage"))
	w.Press("Right")
	w.AwaitValue(w.said("language.sv"))
	w.TabTo("Toimenpide ruotsiksi")
	w.write("Tre")
	w.Close()
	w.wants("after closing", w.firstSection(), "Työpaikat avautuvat: Kaksi/ Yksi/ Kolme/Tre Kielitaito karttuu:")

	// The session of the computer ends in the middle of a word.
	w.open()
	w.AwaitScreen("start")
	w.Press("Return")
	w.AwaitScreen("contents/measures")
	w.Fill("Toimenpide suomeksi", "Viimeinen")
	w.Terminate()
	w.wants("after the end of the session", w.firstSection(), "Työpaikat avautuvat: Viimeinen/ Yksi/ Kolme/Tre Kielitaito karttuu:")
}

// TestLaterStartsAndCommandsReachTheOpenWindow starts the program twice, and
// gives commands beside the open window.
func TestLaterStartsAndCommandsReachTheOpenWindow(t *testing.T) {
	w := newWriter(t, texts.Finnish)
	w.beginBilingual()
	w.beginGoal("Kielitaito karttuu")

	// Another window covers ours. A second start brings ours forward and ends.
	typewriter := w.display.Start(stage.Build(t, "tavoitekartta/e2e/stage/testdata/typewriter", t.TempDir()), stage.Options{})
	typewriter.AwaitScreen("typewriter")
	typewriter.Fill("Toinen", "peitossa")
	w.display.Start(w.path, w.options).AwaitEnd()
	w.Press("ctrl+t")
	w.awaitEmpty("contents/measures", "Toimenpide suomeksi")

	// A command sees what has not been saved yet.
	w.write("Keskustelukerhot")
	w.wants("beside the window", w.firstSection(), "Kielitaito karttuu: Keskustelukerhot/")

	// What a command does is seen in the window.
	id := w.State().Programme
	facts := filepath.Join(t.TempDir(), "päätös.json")
	writeFile(t, facts, `{"organ": "council", "meetingDate": "2023-02-20", "paragraph": 9, "outcome": "approved",
		"text": {"fi": "Valtuusto hyväksyi ohjelman."}, "unanimous": true, "minutes": [
		{"role": "chair", "doneOn": "2023-02-22"}, {"role": "minutesKeeper", "doneOn": "2023-02-22"},
		{"role": "minutesChecker", "doneOn": "2023-02-22"}, {"role": "minutesChecker", "doneOn": "2023-02-22"}]}`)
	outcome.Ask(t, w.path, w.options.DataDir, "approve", id, "--decision", facts)
	w.wants("state", w.onlyProgramme().State, model.Approved)
	w.TabTo(w.said("contents.newVersion"))

	example := outcome.LastWord(outcome.Ask(t, w.path, w.options.DataDir, "example", "vaasa-2019-2022"))
	w.Press("ctrl+o")
	w.AwaitScreen("start")
	w.TabTo("Kotouttamisohjelma 2019–2022")
	w.Press("Return")
	w.Await("the example", func(s stage.State) bool { return s.Programme == example })
	w.Close()
}

// awaitCalled waits for the focus on what is read out beginning with the label.
func (w *writer) awaitCalled(label string) {
	w.Helper()
	w.Await(label, func(s stage.State) bool { return stage.IsCalled(s.Focus, label) })
}
