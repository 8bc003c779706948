package intake_test

import (
	"testing"

	"tavoitekartta/app/intake/intaketest"
	"tavoitekartta/model"
)

func exampleOf(t *testing.T, name string) model.Programme {
	t.Helper()
	return intaketest.Example(t, name).Programme()
}

func TestKouvolaHoldsWhatItsAnnouncementTells(t *testing.T) {
	p := exampleOf(t, "kouvola-2019-2022")
	equal(t, "state", p.State, model.Approved)
	equal(t, "kind", p.Kind, model.DevelopmentPlan)
	equal(t, "sections", len(p.Sections), 0)
	roles := map[model.GoalRole]int{}
	for _, g := range p.Goals {
		roles[g.Role]++
	}
	equal(t, "main goals", roles[model.MainGoalRole], 3)
	equal(t, "spearheads", roles[model.SpearheadRole], 3)
	equal(t, "goals", len(p.Goals), 6)
	equal(t, "measures", p.Counts().Measures, 1)
	equal(t, "parent programme", p.ParentProgramme.Fi, "Hyvinvointiohjelma")
	equal(t, "predecessor", p.Predecessor.Fi, "Monikulttuurisuusohjelma")
	equal(t, "reimbursement is told", p.Reimbursement.Empty(), false)
	equal(t, "bilingual", p.Bilingual(), false)
	d := p.FinalDecision()
	equal(t, "meeting", d.MeetingDate, model.Date{Year: 2019, Month: 3, Day: 18})
	equal(t, "votes", d.Votes[0].NumbersUnknown, true)
	equal(t, "motions", len(d.Motions), 2)
	equal(t, "amendment", d.Motions[0].Kind, model.Amendment)
	equal(t, "amendment unanimous", d.Motions[0].Unanimous, true)
	equal(t, "amendment of the text", d.Motions[0].ChangesText, false)
	equal(t, "initiative", d.Motions[1].Kind, model.Initiative)
}

func TestVaasa2023HoldsItsStructureAlone(t *testing.T) {
	p := exampleOf(t, "vaasa-2023-2026")
	equal(t, "state", p.State, model.Approved)
	equal(t, "structure only", p.StructureOnly, true)
	equal(t, "sections", len(p.Sections), 7)
	equal(t, "goals", p.Counts().Goals, 0)
	equal(t, "published", p.Published, model.Date{Year: 2023, Month: 3, Day: 13})
	equal(t, "council", p.FinalDecision().MeetingDate, model.Date{Year: 2023, Month: 2, Day: 20})
	equal(t, "minutes that nobody told of", len(p.FinalDecision().Minutes), 0)
	for _, s := range p.Sections {
		if s.Title.Fi == "" || s.Title.Sv == "" {
			t.Errorf("%s lacks a language", s.Number)
		}
	}
}

func TestTheRegionsGoalsAreProse(t *testing.T) {
	p := exampleOf(t, "vaasa-region-2012-2013")
	equal(t, "state", p.State, model.Draft)
	equal(t, "owner", p.Owners[0].Kind, model.RegionProject)
	equal(t, "steering group", p.SteeringGroup.Fi, "Hankkeen ohjausryhmä")
	equal(t, "decisions", len(p.Decisions), 0)
	equal(t, "goals", len(p.Goals), 3)
	for _, g := range p.Goals {
		equal(t, "role", g.Role, model.SubGoalRole)
		equal(t, "prose of "+g.Title.Fi, g.Description.Empty(), false)
	}
	m := p.Goals[2].Measures[0]
	equal(t, "start of the letter", m.Timetable.From, model.Moment{Year: 2013, Month: 2})
	equal(t, "measures", p.Counts().Measures, 1)
}
