package model_test

import (
	"errors"
	"testing"

	"tavoitekartta/model"
)

// register is a programme of 2021–2024 with one goal and bodies that answer for
// it, in the order of their names.
type register struct {
	*desk
	goal   model.EntityID
	bodies map[string]model.EntityID
}

func newRegister(t *testing.T, names ...string) *register {
	d := newDesk(t, replicaA)
	_, goal := programmeWithGoal(t, d)
	r := &register{d, goal, map[string]model.EntityID{}}
	d.must(func(st *model.Step) error {
		if err := st.Set(d.state.Root(), model.FieldFirstYear, model.ValueOf(2021)); err != nil {
			return err
		}
		return st.Set(d.state.Root(), model.FieldLastYear, model.ValueOf(2024))
	})
	for _, name := range names {
		r.add(name)
	}
	return r
}

func (r *register) add(name string) (body model.EntityID) {
	r.must(func(st *model.Step) (err error) {
		if body, err = st.Add(r.state.Root(), model.KindBody, ""); err != nil {
			return err
		}
		return st.SetText(body, model.FieldName, model.Finnish, name)
	})
	r.bodies[name] = body
	r.bind(r.goal, name)
	return body
}

func (r *register) bind(to model.EntityID, name string) (bound model.EntityID) {
	r.must(func(st *model.Step) (err error) {
		if bound, err = st.Add(to, model.KindResponsibility, ""); err != nil {
			return err
		}
		return st.Set(bound, model.FieldBody, model.ValueOf(r.bodies[name]))
	})
	return bound
}

func (r *register) set(name string, f model.Field, v model.Value) {
	r.must(func(st *model.Step) error { return st.Set(r.bodies[name], f, v) })
}

func (r *register) join(kept, other string) error {
	return r.do(func(st *model.Step) error { return model.JoinBodies(st, r.bodies[kept], r.bodies[other]) })
}

func TestJoinedSpellingsAreOneBodyWithAnAlias(t *testing.T) {
	r := newRegister(t, "Welcome Office", "Welcome office", "Naapuri")
	r.set("Welcome office", model.FieldSector, model.ValueOf(string(model.SectorCity)))
	r.set("Naapuri", model.FieldSuccessor, model.ValueOf(r.bodies["Welcome office"]))
	var measure model.EntityID
	r.must(func(st *model.Step) (err error) {
		measure, err = st.Add(r.goal, model.KindMeasure, "")
		return err
	})
	leading := r.bind(measure, "Welcome office")
	r.must(func(st *model.Step) error { return st.Set(leading, model.FieldLeads, model.ValueOf(true)) })
	if err := r.join("Welcome Office", "Welcome office"); err != nil {
		t.Fatal(err)
	}
	p := r.state.Programme()
	if len(p.Bodies) != 2 {
		t.Fatalf("bodies: %+v", p.Bodies)
	}
	kept := p.Body(r.bodies["Welcome Office"])
	if len(kept.Aliases) != 1 || kept.Aliases[0].Fi != "Welcome office" || kept.Sector != model.SectorCity {
		t.Errorf("kept: %+v", kept)
	}
	goal := p.Sections[0].Goals[0]
	if len(goal.Bodies) != 2 {
		t.Errorf("the goal has the joined body twice: %+v", goal.Bodies)
	}
	if m := goal.Measures[0]; len(m.Bodies) != 1 || m.Bodies[0].Body != kept.ID || !m.Bodies[0].Leads {
		t.Errorf("the measure's body: %+v", m.Bodies)
	}
	if next := p.Body(r.bodies["Naapuri"]).Successor; next != kept.ID {
		t.Errorf("the neighbour's successor: %s", next)
	}
	st, _, err := r.state.Undo(r.writer(), r.undo.CanUndo())
	if err != nil {
		t.Fatal(err)
	}
	r.keep(st)
	if p := r.state.Programme(); len(p.Bodies) != 3 || len(p.Sections[0].Goals[0].Bodies) != 3 {
		t.Errorf("after undo: %d bodies, %d at the goal", len(p.Bodies), len(p.Sections[0].Goals[0].Bodies))
	}
}

func TestABodyIsNotJoinedToItself(t *testing.T) {
	r := newRegister(t, "Taho")
	if err := r.join("Taho", "Taho"); !errors.Is(err, model.ErrCircle) {
		t.Errorf("joined: %v", err)
	}
	r.bodies["poissa"] = "nowhere-1"
	if err := r.join("Taho", "poissa"); !errors.Is(err, model.ErrNotThere) {
		t.Errorf("joined with nobody: %v", err)
	}
}

func TestDutiesGoToTheSuccessorFromItsFirstDay(t *testing.T) {
	r := newRegister(t, "Sosiaali- ja terveystoimi", "Hyvinvointialue")
	city, county := r.bodies["Sosiaali- ja terveystoimi"], r.bodies["Hyvinvointialue"]
	r.set("Sosiaali- ja terveystoimi", model.FieldValidTo, model.ValueOf(model.Date{Year: 2022, Month: 12, Day: 31}))
	r.set("Sosiaali- ja terveystoimi", model.FieldSuccessor, model.ValueOf(county))
	r.set("Hyvinvointialue", model.FieldValidFrom, model.ValueOf(model.Date{Year: 2023, Month: 1, Day: 1}))
	p := r.state.Programme()
	last, first := model.Date{Year: 2022, Month: 12, Day: 31}, model.Date{Year: 2023, Month: 1, Day: 1}
	if b := p.SuccessorOn(city, last); b == nil || b.ID != city {
		t.Errorf("on its last day: %+v", b)
	}
	if b := p.SuccessorOn(city, first); b == nil || b.ID != county {
		t.Errorf("the day after: %+v", b)
	}
	if inherited := p.InheritedDuties(county, last); len(inherited) != 0 {
		t.Errorf("inherited too early: %+v", inherited)
	}
	inherited := p.InheritedDuties(county, first)
	if len(inherited) != 1 || inherited[0].Body.ID != city || inherited[0].Duties[0].Goal.ID != r.goal {
		t.Errorf("inherited: %+v", inherited)
	}
}

func TestWhoAnswersAfterABodyEndsMustBeSaid(t *testing.T) {
	r := newRegister(t, "A", "B")
	found := func(name string) map[model.Code]model.Severity {
		return found(r.state, r.bodies[name], model.FieldSuccessor)
	}
	r.set("A", model.FieldValidTo, model.ValueOf(model.Date{Year: 2022, Month: 12, Day: 31}))
	if _, is := found("A")[model.CodeSuccessorMissing]; !is {
		t.Error("the end of a body with duties went unseen")
	}
	r.set("A", model.FieldSuccessor, model.ValueOf(r.bodies["B"]))
	if all := found("A"); len(all) != 0 {
		t.Errorf("with a successor: %v", all)
	}
	r.set("B", model.FieldSuccessor, model.ValueOf(r.bodies["A"]))
	if found("A")[model.CodeSuccessorCircle] != model.Mistake || found("B")[model.CodeSuccessorCircle] != model.Mistake {
		t.Error("a circle of successors went unseen")
	}
	if b := pointer(r.state.Programme()).SuccessorOn(r.bodies["A"], model.Date{Year: 2030, Month: 1, Day: 1}); b == nil || b.ID != r.bodies["B"] {
		t.Errorf("B exists still: %+v", b)
	}
	r.set("B", model.FieldValidTo, model.ValueOf(model.Date{Year: 2024, Month: 12, Day: 31}))
	if b := pointer(r.state.Programme()).SuccessorOn(r.bodies["A"], model.Date{Year: 2030, Month: 1, Day: 1}); b != nil {
		t.Errorf("a circle of ended bodies leads to %+v", b)
	}
}

func TestABodyAcceptsAllOfItsDutiesAtOnce(t *testing.T) {
	r := newRegister(t, "A", "B")
	first := r.state.Programme().Sections[0].Goals[0].Bodies[0].ID
	r.must(func(st *model.Step) error { return st.Set(first, model.FieldAcceptedBy, model.ValueOf("johtaja")) })
	var measure model.EntityID
	r.must(func(st *model.Step) (err error) {
		measure, err = st.Add(r.goal, model.KindMeasure, "")
		return err
	})
	r.bind(measure, "A")
	on := model.Date{Year: 2021, Month: 3, Day: 1}
	r.must(func(st *model.Step) error { return model.AcceptDuties(st, r.bodies["A"], "päällikkö", on) })
	p := r.state.Programme()
	for _, d := range p.DutiesByBody()[0].Duties {
		want := "päällikkö"
		if d.ID == first {
			want = "johtaja"
		}
		if !d.Accepted() || d.AcceptedBy != want {
			t.Errorf("duty %s accepted by %q on %s", d.ID, d.AcceptedBy, d.AcceptedOn)
		}
	}
	if d := p.DutiesByBody()[1].Duties[0]; d.Accepted() {
		t.Error("another body's duty was accepted")
	}
}
