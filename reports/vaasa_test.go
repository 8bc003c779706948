package reports_test

import (
	"testing"

	"tavoitekartta/app/intake/intaketest"
	"tavoitekartta/model"
)

// vaasa is the example as it ships, as an approved programme with a decision.
func vaasa(t testing.TB) model.Programme {
	t.Helper()
	p := intaketest.Example(t, "vaasa-2019-2022").Programme()
	p.State, p.Decisions = model.Approved, decisions()
	return p
}

func fi(text string) model.Text { return model.Text{Fi: text} }

func decisions() []model.Decision {
	return []model.Decision{
		{ID: "group", Organ: model.WorkingGroup, MeetingDate: model.Date{Year: 2018, Month: 11, Day: 22}, Outcome: model.OutcomeApproved},
		{ID: "board", Organ: model.Board, OrganName: fi("kaupunginhallitus"), MeetingDate: model.Date{Year: 2019, Month: 1, Day: 14}},
		{ID: "council", Organ: model.Council, OrganName: fi("kaupunginvaltuusto"), MeetingDate: model.Date{Year: 2019, Month: 1, Day: 21},
			Paragraph: "12", RegisterNumber: "VAASA/123/00.01/2018", Preparer: fi("Maahanmuuttajaneuvosto"), Final: true,
			Text: fi("Kaupunginvaltuusto hyväksyi kotouttamisohjelman vuosille 2019–2022."), Outcome: model.OutcomeApproved,
			Votes: []model.Vote{{ID: "vote", YesMeaning: fi("pohjaesitys"), NoMeaning: fi("hylkäys"), Yes: 51, No: 6, Blank: 1, Absent: 1}},
			Minutes: []model.MinutesEntry{
				{ID: "m1", Role: model.Chair, Person: "chair", Done: true, Digitally: true, DoneOn: model.Date{Year: 2019, Month: 1, Day: 22}},
				{ID: "m2", Role: model.MinutesKeeper, Person: "keeper", Done: true, Digitally: true, DoneOn: model.Date{Year: 2019, Month: 1, Day: 22}},
				{ID: "m3", Role: model.MinutesChecker, Done: true, DoneOn: model.Date{Year: 2019, Month: 1, Day: 23}},
				{ID: "m4", Role: model.MinutesChecker},
			}},
	}
}
