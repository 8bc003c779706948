package model_test

import (
	"reflect"
	"slices"
	"testing"

	"tavoitekartta/model"
)

func TestWhatIsPutAsideIsNoPartOfTheProgrammeAndComesBack(t *testing.T) {
	d := newDesk(t, replicaA)
	section, goal := programmeWithGoal(t, d)
	d.must(func(st *model.Step) error { return st.Set(goal, model.FieldAside, model.ValueOf(true)) })
	p := d.state.Programme()
	if len(p.Sections[0].Goals) != 0 || len(p.Aside) != 1 || p.Aside[0].ID != goal || p.Aside[0].Under != section {
		t.Fatalf("aside: goals %v, ideas %+v", p.Sections[0].Goals, p.Aside)
	}
	d.must(func(st *model.Step) error { return st.Set(goal, model.FieldAside, model.ValueOf(false)) })
	if p := d.state.Programme(); len(p.Sections[0].Goals) != 1 || len(p.Aside) != 0 {
		t.Fatalf("back: goals %v, ideas %+v", p.Sections[0].Goals, p.Aside)
	}
}

func TestCommentsAndStatusesAreWrittenWhileTheContentIsLocked(t *testing.T) {
	d := newDesk(t, replicaA)
	_, goal := programmeWithGoal(t, d)
	var measure, comment model.EntityID
	d.must(func(st *model.Step) (err error) {
		if measure, err = st.Add(goal, model.KindMeasure, ""); err != nil {
			return err
		}
		return st.Set(d.state.Root(), model.FieldStoredState, model.ValueOf(string(model.Approved)))
	})
	before := mustHash(t, pointer(d.state.Programme()))
	d.must(func(st *model.Step) (err error) {
		if comment, err = st.Add(goal, model.KindComment, ""); err != nil {
			return err
		}
		if err := st.Set(comment, model.FieldRemark, model.ValueOf("Onko tämä vielä ajan tasalla?")); err != nil {
			return err
		}
		return st.Set(measure, model.FieldStatus, model.ValueOf(string(model.Completed)))
	})
	p := d.state.Programme()
	if got := p.Sections[0].Goals[0].Measures[0].Status; got != model.Completed {
		t.Errorf("status: %q", got)
	}
	if all := d.state.Comments(""); len(all) != 1 || all[0].On != goal || all[0].Settled {
		t.Errorf("comments: %+v", all)
	}
	if after := mustHash(t, &p); after != before {
		t.Error("a comment and a status changed the fingerprint of the approved content")
	}
	st, _, err := d.state.Undo(d.writer(), d.undo.CanUndo())
	if err != nil {
		t.Fatalf("undo what speaks of locked content: %v", err)
	}
	d.keep(st)
	if got := d.state.Programme().Sections[0].Goals[0].Measures[0].Status; got != model.StatusUnknown {
		t.Errorf("status after undo: %q", got)
	}
	if err := d.do(func(st *model.Step) error { return st.SetText(goal, model.FieldTitle, model.Finnish, "Uusi") }); err == nil {
		t.Error("the locked content was edited")
	}
}

func pointer[T any](v T) *T { return &v }

func TestAMeasureIsLateByTheDayAlone(t *testing.T) {
	year := func(y int) model.Timetable { return model.YearsTimetable(y) }
	month := func(y, m int) model.Timetable {
		return model.SpanTimetable(model.Moment{Year: y, Month: m}, model.Moment{Year: y, Month: m})
	}
	for name, c := range map[string]struct {
		state     model.StoredState
		lastYear  int
		status    model.MeasureStatus
		timetable model.Timetable
		today     model.Date
		late      bool
	}{
		"its year is not over":         {model.Approved, 2022, model.UnderWay, year(2020), model.Date{Year: 2020, Month: 12, Day: 31}, false},
		"its year is over":             {model.Approved, 2022, model.UnderWay, year(2020), model.Date{Year: 2021, Month: 1, Day: 1}, true},
		"over and nothing known":       {model.Approved, 2022, model.StatusUnknown, year(2020), model.Date{Year: 2021, Month: 1, Day: 1}, true},
		"completed":                    {model.Approved, 2022, model.Completed, year(2020), model.Date{Year: 2021, Month: 1, Day: 1}, false},
		"not carried out":              {model.Approved, 2022, model.NotCarriedOut, year(2020), model.Date{Year: 2021, Month: 1, Day: 1}, false},
		"a draft":                      {model.Draft, 2022, model.UnderWay, year(2020), model.Date{Year: 2021, Month: 1, Day: 1}, false},
		"ongoing":                      {model.Approved, 2022, model.UnderWay, model.OngoingTimetable(), model.Date{Year: 2022, Month: 1, Day: 1}, false},
		"expired and nothing known":    {model.Approved, 2022, model.StatusUnknown, year(2020), model.Date{Year: 2026, Month: 1, Day: 1}, false},
		"expired and still under way":  {model.Approved, 2022, model.UnderWay, year(2020), model.Date{Year: 2026, Month: 1, Day: 1}, true},
		"within its month":             {model.Approved, 2013, model.NotStarted, month(2013, 2), model.Date{Year: 2013, Month: 2, Day: 28}, false},
		"the month after":              {model.Approved, 2013, model.NotStarted, month(2013, 2), model.Date{Year: 2013, Month: 3, Day: 1}, true},
		"a span that ends with a year": {model.Approved, 2013, model.NotStarted, model.SpanTimetable(model.Moment{Year: 2012}, model.Moment{Year: 2012}), model.Date{Year: 2012, Month: 12, Day: 31}, false},
	} {
		t.Run(name, func(t *testing.T) {
			p := model.Programme{State: c.state, LastYear: c.lastYear}
			m := model.Measure{Status: c.status, Timetable: c.timetable}
			if got := p.Late(&m, c.today); got != c.late {
				t.Errorf("late: %v", got)
			}
		})
	}
}

func TestACheckedTranslationStaysCheckedUntilATextChanges(t *testing.T) {
	d := newDesk(t, replicaA)
	_, goal := programmeWithGoal(t, d)
	write := func(l model.Language, s string) {
		d.must(func(st *model.Step) error { return st.SetText(goal, model.FieldTitle, l, s) })
	}
	state := func() model.TextState { return d.state.TextState(goal, model.FieldTitle, model.Swedish) }
	d.must(func(st *model.Step) error {
		return st.Set(d.state.Root(), model.FieldFirstLanguage, model.ValueOf(string(model.Finnish)))
	})
	write(model.Finnish, "Tavoite")
	write(model.Swedish, "Mål")
	write(model.Finnish, "Tavoite, jota on muutettu")
	if state() != model.TextOutOfDate {
		t.Fatalf("before checking: %s", state())
	}
	mark := model.CheckedField(model.FieldTitle, model.Swedish)
	d.must(func(st *model.Step) error { return st.Set(goal, mark, model.ValueOf(true)) })
	if state() != model.TextWritten || !d.state.Checked(goal, model.FieldTitle, model.Swedish) {
		t.Fatalf("checked: %s", state())
	}
	write(model.Finnish, "Tavoite, jota on taas muutettu")
	if state() != model.TextOutOfDate || d.state.Checked(goal, model.FieldTitle, model.Swedish) {
		t.Fatalf("after the original changed: %s", state())
	}
	if err := d.do(func(st *model.Step) error { return st.Set(goal, "checked.role.sv", model.ValueOf(true)) }); err == nil {
		t.Error("a field without languages was marked as checked")
	}
}

func TestAChaptersBlocksAreReadInOrder(t *testing.T) {
	d := newDesk(t, replicaA)
	programmeWithGoal(t, d)
	d.must(func(st *model.Step) error {
		chapter, err := st.Add(d.state.Root(), model.KindChapter, "")
		if err != nil {
			return err
		}
		for _, role := range model.BlockRoles() {
			block, err := st.Add(chapter, model.KindBlock, "")
			if err != nil {
				return err
			}
			if err := st.Set(block, model.FieldRole, model.ValueOf(string(role))); err != nil {
				return err
			}
		}
		return nil
	})
	var roles []model.BlockRole
	for _, b := range d.state.Programme().Chapters[0].Blocks {
		roles = append(roles, b.Role)
	}
	if !slices.Equal(roles, model.BlockRoles()) {
		t.Errorf("roles: %v", roles)
	}
}

func TestFrozenContentTakesItsEasyTextsAndClassesAsTheyStand(t *testing.T) {
	now := model.Programme{
		ID: "p", Title: model.Text{Fi: "Ohjelma"}, Confidentiality: "julkinen", RetentionClass: "pysyvästi", PlainText: model.Text{Fi: "Tämä on ohjelma."},
		Sections: []model.Section{{ID: "s", PlainText: model.Text{Fi: "Tämä on osa."}, Goals: []model.Goal{{
			ID: "g", PlainText: model.Text{Fi: "Tämä on tavoite."}, SubGoals: []model.Goal{{ID: "u", PlainText: model.Text{Sv: "Detta är ett mål."}}},
		}}}},
		Goals: []model.Goal{{ID: "h", PlainText: model.Text{Fi: "Toinen."}}},
	}
	content, err := now.CanonicalContent()
	if err != nil {
		t.Fatal(err)
	}
	frozen, err := model.ReadCanonicalContent(content)
	if err != nil {
		t.Fatal(err)
	}
	frozen.TakeClasses(&now)
	if frozen.Confidentiality != "julkinen" || frozen.RetentionClass != "pysyvästi" || !frozen.PlainText.Empty() {
		t.Errorf("classes: %+v", frozen)
	}
	frozen.TakePlainTexts(&now)
	if !reflect.DeepEqual(frozen, now) {
		t.Errorf("got %+v\nwant %+v", frozen, now)
	}
	if again := mustHash(t, &frozen); again != model.HashBytes(content) {
		t.Error("the content has changed")
	}
	now.Sections[0].Goals = nil
	frozen.TakePlainTexts(&now) // what is gone since stays in the content
	if len(frozen.Sections[0].Goals) != 1 {
		t.Errorf("%+v", frozen)
	}
}
