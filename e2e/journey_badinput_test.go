package e2e

import (
	"strings"
	"testing"

	"tavoitekartta/app/texts"
	"tavoitekartta/e2e/stage"
	"tavoitekartta/model"
)

// mistype writes into a field what it cannot mean, leaves it and comes back: it
// stands there as typed, with a sentence.
func (w *writer) mistype(label string, wrong ...string) {
	w.Helper()
	for _, typed := range wrong {
		w.Fill(label, typed)
		w.Press("Tab")
		w.Await("the focus elsewhere", func(s stage.State) bool { return s.Focus != label })
		w.Press("shift+Tab")
		w.awaitSentence(label, typed)
	}
}

// awaitSentence waits until the field holds what was typed, with a sentence that
// speaks to a person.
func (w *writer) awaitSentence(label, typed string) {
	w.Helper()
	state := w.Await("a sentence about "+typed, func(s stage.State) bool {
		return s.Focus == label && s.Value == typed && s.Problem != ""
	})
	if fault := notPlain(state.Problem); fault != "" {
		w.Errorf("%s, %q: %s", label, typed, fault)
	}
}

// TestBadInputGetsASentenceAndNothingIsLost types and pastes into the window what
// people do type and paste.
func TestBadInputGetsASentenceAndNothingIsLost(t *testing.T) {
	w := newWriter(t, texts.Finnish)
	w.introduce("koordinaattori")

	// The wizard: years that are none, an end before the start, signs of the world.
	w.Press("ctrl+n")
	w.AwaitScreen("new/template")
	w.goOn("new/names")
	const title = "Kotoutuminen 😀 שלום مرحبا"
	w.Paste(title)
	w.AwaitValue(title)
	w.Fill("Kunta suomeksi", "Vaasa")
	w.mistype("Ensimmäinen vuosi", "0", "20222", "kaksituhatta")
	w.Fill("Ensimmäinen vuosi", "2026")
	w.Fill("Viimeinen vuosi", "2023")
	w.Press("alt+Right")
	w.awaitSentence("Viimeinen vuosi", "2023")
	w.TabBackTo("Ensimmäinen vuosi")
	w.Fill("Ensimmäinen vuosi", "2020")
	for _, step := range []string{"new/bodies", "new/sections", "new/languages", "new/check", "contents"} {
		w.goOn(step)
	}

	// A goal: a text that is too long stays as typed; one that is far too long is
	// not pasted at all.
	w.openInTree("Työ")
	w.Press("ctrl+g")
	w.awaitEmpty("contents/goal", "Tavoite suomeksi")
	long := strings.Repeat("ä", model.MaxTitle-3)
	w.Paste(long)
	w.AwaitValue(long)
	w.Type("pitkä")
	w.awaitSentence("Tavoite suomeksi", long+"pitkä")
	w.Fill("Tavoite suomeksi", "Työllistyminen")
	w.Paste(strings.Repeat("ö", 100*model.MaxTitle))
	w.awaitSentence("Tavoite suomeksi", "Työllistyminen")
	w.goOn("contents/measures")

	// Measures: a pasted table becomes as many; times that cannot be.
	w.beginMeasure()
	w.Paste("Kurssit\tTyöpajat\nVertaisryhmät\t\n")
	w.AwaitFocus("Tee 3 toimenpidettä")
	w.Press("Return")
	w.Await("the first of the pasted measures", func(s stage.State) bool { return s.Value == "Kurssit" })
	w.TabTo(w.chip(w.said("contents.timetable.other")))
	w.Press("space")
	w.awaitEmpty("contents/measures", "Muu aika")
	w.mistype("Muu aika", "2023–2020", "joskus keväällä")

	// An indicator: numbers that are none.
	w.writeIndicator("5 koulutuskertaa / v")
	w.mistype("Tavoitearvo joka vuosi", "-5", "viisi", "5 kpl")

	// The decision: a day that the calendar does not have, votes that nobody casts.
	w.beginDecision()
	w.mistype("Kokouspäivä", "eilen", "32.1.2019")
	w.beginVote()
	w.mistype("Jaa", "-3", "puolet")
	w.Press("alt+Right")
	w.Await("a sentence about what keeps the programme from being locked", func(s stage.State) bool {
		return strings.HasPrefix(s.Message, "finding.") || s.Problem != ""
	})

	// All of it stands there another day.
	w.Close()
	w.open()
	w.AwaitScreen("start")
	w.Press("Return")
	w.AwaitScreen("contents/indicators")
	w.TabTo("Tavoitearvo joka vuosi")
	w.awaitSentence("Tavoitearvo joka vuosi", "5 kpl")
	w.Press("alt+6")
	w.AwaitScreen("decision")
	w.TabTo("Kokouspäivä")
	w.AwaitValue("32.1.2019")
	w.TabTo("Jaa")
	w.AwaitValue("puolet")
	w.Close()

	programme := w.onlyProgramme()
	w.wants("title", programme.Title.Fi, title)
	w.wants("first year", programme.FirstYear, 2020)
	goal := programme.Sections[0].Goals[0]
	w.wants("goal", goal.Title.Fi, "Työllistyminen")
	var pasted []string
	for _, m := range goal.Measures {
		pasted = append(pasted, m.Title.Fi)
	}
	w.wants("measures", strings.Join(pasted, ", "), "Kurssit, Työpajat, Vertaisryhmät")
	w.wants("state", programme.State, model.Draft)
}
