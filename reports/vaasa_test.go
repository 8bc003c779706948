package reports_test

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"
	"time"

	"tavoitekartta/app/intake"
	"tavoitekartta/assets"
	"tavoitekartta/model"
)

// caseFile is the transcription of Vaasa 2019–2022.
type caseFile struct{ Sections []caseSection }

type caseSection struct {
	Title string
	Goals []caseGoal
}

type caseGoal struct {
	Title              string
	Pairs              bool
	Measures           []caseMeasure
	Responsible        []string
	ResponsiblePrinted string
	Indicators         []string
}

type caseMeasure struct {
	Text               string
	Years              []int
	Ongoing            bool
	Responsible        []string
	ResponsiblePrinted string
	Indicators         []string
}

func readCase(t testing.TB) caseFile {
	t.Helper()
	data, err := os.ReadFile("../model/testdata/vaasa-2019-2022.json")
	if err != nil {
		t.Fatal(err)
	}
	var read caseFile
	if err := json.Unmarshal(data, &read); err != nil {
		t.Fatal(err)
	}
	return read
}

// vaasa is the example as it ships, as an approved programme with a decision.
func vaasa(t testing.TB) model.Programme {
	t.Helper()
	data, err := assets.Example("vaasa-2019-2022")
	if err != nil {
		t.Fatal(err)
	}
	described, err := intake.Read(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	replica, err := model.NewReplicaID(strings.NewReader("replica!"))
	if err != nil {
		t.Fatal(err)
	}
	state := model.NewState()
	step := state.Begin(model.Writer{Replica: replica, NextSeq: 1, At: time.UnixMilli(0)})
	if _, err := described.Build(step); err != nil {
		t.Fatal(err)
	}
	p := state.Programme()
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
