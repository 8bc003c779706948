package outcome_test

import (
	"testing"

	"tavoitekartta/app/intake/intaketest"
	"tavoitekartta/e2e/outcome"
	"tavoitekartta/model"
	"tavoitekartta/model/casetest"
)

func example(t *testing.T) model.Programme {
	t.Helper()
	return intaketest.Example(t, "vaasa-2019-2022").Programme()
}

func TestTheExampleDoesNotDifferFromTheCase(t *testing.T) {
	c, err := casetest.Vaasa2019()
	if err != nil {
		t.Fatal(err)
	}
	for _, difference := range outcome.Differences(example(t), c.Sections) {
		t.Error(difference)
	}
}

func TestEachDifferenceIsSaid(t *testing.T) {
	c, err := casetest.Vaasa2019()
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
