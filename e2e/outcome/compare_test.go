package outcome_test

import (
	"bytes"
	"testing"
	"time"

	"tavoitekartta/app/intake"
	"tavoitekartta/assets"
	"tavoitekartta/e2e/outcome"
	"tavoitekartta/model"
)

// example builds the example's programme as the program does.
func example(t *testing.T) model.Programme {
	t.Helper()
	file, err := assets.Example("vaasa-2019-2022")
	if err != nil {
		t.Fatal(err)
	}
	described, err := intake.Read(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	replica, err := model.NewReplicaID(bytes.NewReader([]byte("replica!")))
	if err != nil {
		t.Fatal(err)
	}
	state := model.NewState()
	step := state.Begin(model.Writer{Replica: replica, NextSeq: 1, At: time.UnixMilli(0)})
	if _, err := described.Build(step); err != nil {
		t.Fatal(err)
	}
	return state.Programme()
}

func TestTheExampleDoesNotDifferFromTheCase(t *testing.T) {
	c, err := outcome.Vaasa2019()
	if err != nil {
		t.Fatal(err)
	}
	for _, difference := range outcome.Differences(example(t), c.Sections) {
		t.Error(difference)
	}
}

func TestEachDifferenceIsSaid(t *testing.T) {
	c, err := outcome.Vaasa2019()
	if err != nil {
		t.Fatal(err)
	}
	for name, change := range map[string]func(*model.Programme){
		"section lost":     func(p *model.Programme) { p.Sections = p.Sections[1:] },
		"section title":    func(p *model.Programme) { p.Sections[1].Title.Fi += "n" },
		"goal lost":        func(p *model.Programme) { p.Sections[2].Goals = p.Sections[2].Goals[1:] },
		"goal title":       func(p *model.Programme) { p.Sections[0].Goals[0].Title.Fi = "" },
		"measure wording":  func(p *model.Programme) { p.Sections[0].Goals[0].Measures[0].Title.Fi += "." },
		"year":             func(p *model.Programme) { p.Sections[0].Goals[0].Measures[0].Timetable = model.YearsTimetable(2020) },
		"ongoing":          func(p *model.Programme) { p.Sections[0].Goals[0].Measures[1].Timetable = model.Timetable{} },
		"body lost":        func(p *model.Programme) { p.Sections[0].Goals[0].Bodies = nil },
		"body renamed":     func(p *model.Programme) { p.Bodies[0].Name.Fi, p.Bodies[0].Aliases = "Muu", nil },
		"indicator lost":   func(p *model.Programme) { p.Sections[0].Goals[0].Indicators = nil },
		"indicator's word": func(p *model.Programme) { p.Sections[0].Goals[0].Indicators[0].Title.Fi = "Määrä" },
	} {
		t.Run(name, func(t *testing.T) {
			programme := example(t)
			change(&programme)
			if len(outcome.Differences(programme, c.Sections)) == 0 {
				t.Error("not noticed")
			}
		})
	}
}
