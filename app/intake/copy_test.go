package intake_test

import (
	"bytes"
	"reflect"
	"testing"

	"tavoitekartta/app/intake"
	"tavoitekartta/app/intake/intaketest"
	"tavoitekartta/model"
)

func successor(t *testing.T, name string, first, last int) (model.Programme, model.Programme) {
	t.Helper()
	from := intaketest.Example(t, name)
	state := model.NewState()
	step := state.Begin(model.Writer{Replica: "0000000000002", NextSeq: 1})
	if _, err := step.CopyProgramme(from, first, last); err != nil {
		t.Fatal(err)
	}
	return from.Programme(), state.Programme()
}

func TestACopyContinuesEveryGoalAndMeasure(t *testing.T) {
	from, to := successor(t, "vaasa-2019-2022", 2023, 2026)
	equal(t, "years", [2]int{to.FirstYear, to.LastYear}, [2]int{2023, 2026})
	equal(t, "predecessor", to.PredecessorID, from.ID)
	equal(t, "predecessor's name", to.Predecessor, from.Title)
	equal(t, "state", to.State, model.Draft)
	equal(t, "counts", to.Counts(), from.Counts())
	for i, s := range from.Sections {
		equal(t, "section", to.Sections[i].Title, s.Title)
		for j, g := range s.Goals {
			copied := to.Sections[i].Goals[j]
			equal(t, "origin of "+g.Title.Fi, copied.Origin, g.ID)
			for k, m := range g.Measures {
				equal(t, "origin of "+m.Title.Fi, copied.Measures[k].Origin, m.ID)
				equal(t, "year of "+m.Title.Fi, reflect.DeepEqual(copied.Measures[k].Timetable, m.Timetable.Moved(4)), true)
			}
			for k, r := range g.Bodies {
				equal(t, "body", to.Body(copied.Bodies[k].Body).Name, from.Body(r.Body).Name)
			}
		}
	}
	equal(t, "Swedish greeting", to.Chapters[0].Body.Sv, from.Chapters[0].Body.Sv)
}

func TestACopyLeavesThePastBehind(t *testing.T) {
	_, to := successor(t, "kouvola-2019-2022", 2023, 2026)
	equal(t, "decisions", len(to.Decisions), 0)
	equal(t, "recorded afterwards", to.RecordedAfterwards, false)
	equal(t, "state", to.State, model.Draft)
	equal(t, "goals", len(to.Goals), 6)
	equal(t, "role", to.Goals[3].Role, model.SpearheadRole)
	m := to.Goals[4].Measures[0]
	equal(t, "moved season", m.Timetable.From, model.Moment{Year: 2023, Season: model.Spring})
	equal(t, "printed date of the earlier programme", m.TimetablePrinted.Empty(), true)
	_, vaasa := successor(t, "vaasa-2023-2026", 2027, 2030)
	equal(t, "published", vaasa.Published.Zero(), true)
	equal(t, "structure only", vaasa.StructureOnly, false)
}

func TestCommentsIdeasAndStatusStayWithTheEarlierProgramme(t *testing.T) {
	const file = `{"form": 1, "firstLanguage": "fi", "title": {"fi": "Ohjelma", "sv": "Program"}, "firstYear": 2019, "lastYear": 2022,
	  "bodies": [{"name": {"fi": "Kirjasto"}}],
	  "goals": [{"title": {"fi": "A", "sv": "A på svenska"},
	    "bodies": [{"body": "Kirjasto", "leads": true, "acceptedBy": "johtaja", "acceptedOn": "2018-11-01"}],
	    "measures": [{"title": {"fi": "B"}, "timetable": "ongoing", "status": "completed"}],
	    "indicators": [{"title": {"fi": "C"}, "targetsByYear": {"2020": 5}}]}, {"title": {"fi": "D"}}]}`
	described, err := intake.Read(bytes.NewReader([]byte(file)))
	if err != nil {
		t.Fatal(err)
	}
	from := intaketest.Build(t, described)
	p := from.Programme()
	step := from.Begin(model.Writer{Replica: "0000000000003", NextSeq: 1})
	comment, err := step.Add(p.Goals[0].ID, model.KindComment, "")
	if err != nil {
		t.Fatal(err)
	}
	for id, values := range map[model.EntityID]map[model.Field]model.Value{
		comment:       {model.FieldRemark: model.ValueOf("vanha huomautus")},
		p.Goals[1].ID: {model.FieldAside: model.ValueOf(true)},
		p.Goals[0].ID: {model.FieldTitle.In(model.Finnish): model.ValueOf("A uudestaan")},
	} {
		for f, v := range values {
			if err := step.Set(id, f, v); err != nil {
				t.Fatal(err)
			}
		}
	}
	state := model.NewState()
	if _, err := state.Begin(model.Writer{Replica: "0000000000002", NextSeq: 1}).CopyProgramme(from, 2023, 2026); err != nil {
		t.Fatal(err)
	}
	to := state.Programme()
	equal(t, "goals", len(to.Goals), 1)
	equal(t, "ideas", len(to.Aside), 0)
	equal(t, "comments", len(state.Comments("")), 0)
	goal := to.Goals[0]
	equal(t, "status", goal.Measures[0].Status, model.StatusUnknown)
	equal(t, "leads", goal.Bodies[0].Leads, true)
	equal(t, "accepted", goal.Bodies[0].AcceptedBy, "")
	if targets := goal.Indicators[0].TargetsByYear; !reflect.DeepEqual(targets, map[int]model.Number{2024: "5"}) {
		t.Errorf("targets %v", targets)
	}
	equal(t, "translation", goal.Title.Sv, "A på svenska")
	equal(t, "state of the translation", state.TextState(goal.ID, model.FieldTitle, model.Swedish), model.TextOutOfDate)
}
