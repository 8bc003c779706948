package model_test

import (
	"testing"

	"tavoitekartta/model"
)

func socialServices() model.Programme {
	named := func(body model.EntityID, role model.ResponsibilityRole) []model.Responsibility {
		return []model.Responsibility{{Body: body, Role: role}}
	}
	return model.Programme{
		Bodies: []model.Body{
			{ID: "city", Successor: "county"}, {ID: "school"}, {ID: "county"}, {ID: "lost", Successor: "nowhere"}, {ID: "idle"},
		},
		Sections: []model.Section{{ID: "s", Goals: []model.Goal{
			{ID: "a", Bodies: named("city", model.Responsible), Measures: []model.Measure{
				{ID: "a1"}, {ID: "a2", Bodies: named("school", model.Responsible)}, {ID: "a3", Bodies: named("school", model.Partner)},
			}},
			{ID: "b", Bodies: named("lost", model.Responsible)},
			{ID: "c", Measures: []model.Measure{{ID: "c1", Bodies: named("county", model.Partner)}, {ID: "c2"}}},
		}}},
		Goals: []model.Goal{{ID: "d", Bodies: named("city", model.Partner)}},
	}
}

func TestABodyAnswersForWhatThoseBeforeItAnsweredFor(t *testing.T) {
	p := socialServices()
	for _, body := range []model.EntityID{"county", "city"} {
		told := ""
		for _, e := range p.Engagements(body) {
			told += string(e.Goal.ID) + "("
			for _, m := range e.Measures {
				told += string(m.ID) + ":" + string(m.As[0].Role) + " "
			}
			told += ")"
			if (e.Section == nil) != (e.Goal.ID == "d") {
				t.Errorf("goal %s stands in %v", e.Goal.ID, e.Section)
			}
		}
		if want := "a(a1:responsible a3:responsible )c(c1:partner )d()"; told != want {
			t.Errorf("%s: %s, want %s", body, told, want)
		}
	}
}

func TestAnsweringBodiesAreTheLastOnesEachOnce(t *testing.T) {
	p := socialServices()
	told := ""
	for _, body := range p.AnsweringBodies() {
		told += string(body.ID) + " "
	}
	if told != "school county lost " {
		t.Errorf("answering: %s", told)
	}
	if before := p.Predecessors("county"); len(before) != 1 || before[0].ID != "city" {
		t.Errorf("before the county: %v", before)
	}
	if before := p.Predecessors("school"); len(before) != 0 {
		t.Errorf("before the school: %v", before)
	}
	p.Bodies[2].Successor = "city" // a circle
	if len(p.AnsweringBodies()) == 0 || len(p.Engagements("city")) == 0 {
		t.Error("a circle of successors loses duties")
	}
}

func TestTheLastOfThoseThatCameAfterABodyAnswersForIt(t *testing.T) {
	p := socialServices()
	p.Bodies = append(p.Bodies, model.Body{ID: "old", Successor: "city"}, model.Body{ID: "round", Successor: "round"})
	for body, want := range map[model.EntityID]model.EntityID{
		"old": "county", "city": "county", "county": "county", "school": "school", "lost": "lost", "round": "round",
	} {
		if got := p.AnsweringFor(body); got == nil || got.ID != want {
			t.Errorf("for %s answers %v, want %s", body, got, want)
		}
	}
	if got := p.AnsweringFor("nobody"); got != nil {
		t.Errorf("for a body that is not there answers %v", got)
	}
}
