package e2e

import (
	"testing"

	"tavoitekartta/app/texts"
	"tavoitekartta/e2e/outcome"
)

// TestAnEarlierWordingIsBroughtBackByKeyboard spoils a goal's title, finds the
// earlier one in the history, brings it back and undoes that, with a command
// looking on.
func TestAnEarlierWordingIsBroughtBackByKeyboard(t *testing.T) {
	for _, language := range []texts.Language{texts.Finnish, texts.Swedish} {
		t.Run(string(language), func(t *testing.T) {
			w := newReader(t, language, "vaasa-2019-2022")
			w.Press("Return") // the next thing to do has the focus
			w.AwaitScreen("contents/measures")
			w.Press("alt+Left")
			w.AwaitScreen("contents/goal")
			field := w.said("contents.goalTitle.fi")
			w.TabTo(field)
			before := w.State().Value
			w.Fill(field, "Huonompi nimi")
			w.Press("alt+8")
			w.awaitCalled(w.said("kind.goal") + " · " + w.said("field.in.fi", "field", w.said("field.name")))
			w.TabTo(w.said("history.bringBack"))
			w.Press("Return")
			w.awaitMessage("history.broughtBack")
			w.wants("brought back", w.goalCalled(before), true)
			w.Press("ctrl+z")
			w.awaitMessage("")
			w.wants("undone", w.goalCalled("Huonompi nimi"), true)

			w.TabBackTo(w.said("history.day"))
			w.write("1.1.2020")
			w.TabTo(w.said("history.showProgramme"))
			w.Press("Return")
			w.awaitMessage("error.beforeProgramme")
			w.Close()
		})
	}
}

// newReader opens the window on an example, at its overview.
func newReader(t *testing.T, language texts.Language, example string) *writer {
	w := prepareWriter(t, language)
	outcome.Ask(t, w.path, w.options.DataDir, "example", example)
	w.open()
	w.introduce("koordinaattori")
	w.Press("Return") // the only programme has the focus
	w.AwaitScreen("overview")
	return w
}

func (w *writer) goalCalled(title string) bool {
	w.Helper()
	programme := w.onlyProgramme()
	for goal := range programme.AllGoals() {
		if goal.Title.Fi == title {
			return true
		}
	}
	return false
}
