package e2e

import (
	"testing"

	"tavoitekartta/app/texts"
	"tavoitekartta/e2e/outcome"
	"tavoitekartta/model"
	"tavoitekartta/model/casetest"
)

// work is the first of the seven helheter of Vasa's programme for 2023–2026. The
// programme's announcement names the helhet alone; its goals are ours.
var work = casetest.Section{
	Title: "Arbete",
	Goals: []casetest.Goal{
		{
			Title: "Invandrare får stöd på vägen till sitt första arbete",
			Measures: []casetest.Measure{
				{Text: "Handledda besök ordnas på arbetsplatser", Years: []int{2023, 2024}},
				{Text: "Språkstöd erbjuds på arbetsplatsen, även på lätt svenska", Ongoing: true},
			},
			Responsible: []string{"Sysselsättningstjänsterna i Vasa", "Företagarföreningen"},
			Indicators:  []string{"5 handledda besök / år", "Andelen deltagare som fått arbete, i procent"},
		},
		{
			Title: "Utländska examina erkänns snabbare",
			Measures: []casetest.Measure{
				{Text: "Rådgivning öppnas för den som söker behörighet", Years: []int{2025}},
			},
			Responsible: []string{"Sysselsättningstjänsterna i Vasa"},
			Indicators:  []string{"Ibruktagande av rådgivningen"},
		},
	},
}

// TestSwedishJourneyFromEmptyWindowToApprovedPDF is the main job once more in a
// Swedish interface on a machine that speaks Finnish: a section of Vasa's
// programme for 2023–2026, approved after a vote.
func TestSwedishJourneyFromEmptyWindowToApprovedPDF(t *testing.T) {
	w := newWriter(t, texts.Finnish)
	w.speak(texts.Swedish)
	w.introduce("integrationskoordinatorn")
	w.create(newProgramme{
		template: "De sju helheterna i Vasas program 2023–2026",
		title:    "Vasa stads integrationsprogram 2023–2026", municipality: "Vasa", bilingual: true,
		firstYear: 2023, lastYear: 2026,
		preparedBy: "Rådet för kulturell mångfald",
	})

	w.openInTree(work.Title)
	for _, goal := range work.Goals {
		w.writeGoal(goal)
	}
	w.approve(decision{
		meetingDate: "20.2.2023", paragraph: "9", registerNumber: "VAA/77/2023",
		text:        "Stadsfullmäktige godkände integrationsprogrammet för åren 2023–2026.",
		vote:        &vote{yes: "48", no: "9", blank: "1", absent: "1", yesMeaning: "stadsstyrelsens förslag", noMeaning: "återremiss"},
		minutesDate: "22.2.2023",
	})
	file := w.saveReport("integrationsprogram.pdf")
	w.Close()

	approved := w.onlyProgramme()
	w.wants("state", approved.State, model.Approved)
	w.wants("first language", approved.FirstLanguage, model.Swedish)
	w.wants("sections", len(approved.Sections), 7)
	approved.Sections = approved.Sections[:1]
	for _, difference := range outcome.DifferencesIn(model.Swedish, approved, []casetest.Section{work}) {
		t.Error(difference)
	}
	w.wants("bodies in the register", len(approved.Bodies), 2)
	made := approved.FinalDecision()
	w.wants("decision", made.Text.Sv, "Stadsfullmäktige godkände integrationsprogrammet för åren 2023–2026.")
	if len(made.Votes) != 1 {
		t.Fatalf("votes: %+v", made.Votes)
	}
	counted := made.Votes[0]
	counted.ID = ""
	w.wants("vote", counted, model.Vote{
		Yes: 48, No: 9, Blank: 1, Absent: 1,
		YesMeaning: model.Text{Sv: "stadsstyrelsens förslag"}, NoMeaning: model.Text{Sv: "återremiss"},
	})

	paper, err := outcome.PaperText(file)
	if err != nil {
		t.Fatal(err)
	}
	wanted := append(work.Texts(), made.Text.Sv, "VAA/77/2023", "20.2.2023", "§ 9", "Rådet för kulturell mångfald", "Boende", "Säkerhet")
	for _, text := range outcome.Missing(paper, wanted) {
		t.Errorf("the PDF does not say %q", text)
	}
}
