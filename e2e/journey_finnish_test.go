package e2e

import (
	"strings"
	"testing"

	"tavoitekartta/app/texts"
	"tavoitekartta/e2e/outcome"
	"tavoitekartta/e2e/stage"
	"tavoitekartta/model"
	"tavoitekartta/model/casetest"
)

// TestFinnishJourneyFromEmptyWindowToApprovedPDF is the main job by keyboard: the
// first section of Vaasa's programme for 2019–2022 is entered whole, through a
// loss of power in the middle of a word, approved and printed.
func TestFinnishJourneyFromEmptyWindowToApprovedPDF(t *testing.T) {
	vaasa, err := casetest.Vaasa2019()
	if err != nil {
		t.Fatal(err)
	}
	section := vaasa.Sections[0]
	goals := section.Goals

	w := newWriter(t, texts.Finnish)
	w.introduce("maahanmuuttajaneuvoston sihteeri")
	w.create(newProgramme{
		template: "Tyhjä ohjelma",
		title:    "Kotouttamisohjelma 2019–2022", municipality: "Vaasa", firstYear: 2019, lastYear: 2022,
		preparedBy: "Maahanmuuttajaneuvosto",
		sections:   []string{section.Title},
	})
	w.writeGoal(goals[0])
	w.writeGoal(goals[1])

	// The power goes while the third goal's measure is being typed.
	measure := goals[2].Measures[0]
	saved, typed := "Jalkautuminen ulkomaalaistaustaisia", " työntekijöitä työllistäviin yrityksiin"
	w.wants("measure", measure.Text, saved+typed)
	w.beginGoal(goals[2].Title)
	w.beginMeasure()
	w.write(saved)
	w.AwaitStored()
	w.Type(typed)
	w.Kill()

	// All that the window called saved is there, and of the last second a part at most.
	after := w.onlyProgramme()
	kept := after.Sections[0].Goals
	if len(kept) != 3 || len(kept[2].Measures) != 1 {
		t.Fatalf("the goal or the measure that was being written is lost: %+v", kept)
	}
	w.wants("third goal", kept[2].Title.Fi, goals[2].Title)
	if wording := kept[2].Measures[0].Title.Fi; !strings.HasPrefix(wording, saved) || !strings.HasPrefix(measure.Text, wording) {
		t.Errorf("the measure that was being written became %q", wording)
	}
	after.Sections[0].Goals = kept[:2]
	for _, difference := range outcome.Differences(after, []casetest.Section{{Title: section.Title, Goals: goals[:2]}}) {
		t.Error("after the loss of power:", difference)
	}

	// The window says what was saved, and opens where the person was.
	w.open()
	w.AwaitScreen("start")
	w.Await("what was saved", func(s stage.State) bool { return strings.HasPrefix(s.Focus, w.said("ending.open")) })
	w.Press("Return")
	w.AwaitScreen("contents/measures")
	w.Fill(w.label("contents.measureTitle"), measure.Text)
	w.schedule(measure)
	w.finishGoal(goals[2])
	w.writeGoal(goals[3])

	w.approve(decision{
		meetingDate: "17.12.2018", paragraph: "12", registerNumber: "VAA/1250/2018",
		text:        "Kaupunginvaltuusto hyväksyi kotouttamisohjelman vuosille 2019–2022.",
		minutesDate: "19.12.2018",
	})
	file := w.saveReport("kotouttamisohjelma.pdf")
	w.Close()

	approved := w.onlyProgramme()
	for _, difference := range outcome.Differences(approved, vaasa.Sections[:1]) {
		t.Error(difference)
	}
	w.wants("state", approved.State, model.Approved)
	last := approved.Sections[0].Goals[3]
	w.wants("leads", last.Bodies[0].Leads, true)
	for goal := range approved.AllGoals() {
		for indicator := range goal.AllIndicators() {
			w.wants("kind confirmed of "+indicator.Title.Fi, indicator.Confirmed, true)
		}
	}
	made := approved.FinalDecision()
	w.wants("organ", made.Organ, model.Council)
	w.wants("meeting date", made.MeetingDate, model.Date{Year: 2018, Month: 12, Day: 17})
	w.wants("paragraph", made.Paragraph, "12")
	w.wants("register number", made.RegisterNumber, "VAA/1250/2018")
	w.wants("unanimous", made.Unanimous, true)
	for _, entry := range made.Minutes {
		w.wants("minutes: "+string(entry.Role), entry.Done, true)
		w.wants("minutes: "+string(entry.Role), entry.DoneOn, model.Date{Year: 2018, Month: 12, Day: 19})
	}

	paper, err := outcome.PaperText(file)
	if err != nil {
		t.Fatal(err)
	}
	wanted := append(section.Texts(), goals[3].ResponsiblePrinted, made.Text.Fi, "VAA/1250/2018", "17.12.2018", "§ 12")
	for _, text := range outcome.Missing(paper, wanted) {
		t.Errorf("the PDF does not say %q", text)
	}
}
