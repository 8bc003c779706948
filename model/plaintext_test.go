package model_test

import (
	"testing"

	"tavoitekartta/model"
)

func TestWhatIsKeptBesideTheContentIsWrittenWhileItIsLocked(t *testing.T) {
	d := newDesk(t, replicaA)
	section, goal := programmeWithGoal(t, d)
	root := d.state.Root()
	var measure model.EntityID
	d.must(func(st *model.Step) (err error) {
		if measure, err = st.Add(goal, model.KindMeasure, ""); err != nil {
			return err
		}
		return st.Set(root, model.FieldStoredState, model.ValueOf(string(model.Approved)))
	})
	before := mustHash(t, pointer(d.state.Programme()))
	var answer model.EntityID
	for name, write := range map[string]func(*model.Step) error{
		"the programme in easy language": func(st *model.Step) error {
			return st.SetText(root, model.FieldPlainText, model.Finnish, "Tämä on suunnitelma.")
		},
		"a section in easy language": func(st *model.Step) error {
			return st.SetText(section, model.FieldPlainText, model.Finnish, "Työ on tärkeää.")
		},
		"a goal in easy language": func(st *model.Step) error {
			return st.SetText(goal, model.FieldPlainText, model.Swedish, "Staden hjälper.")
		},
		"the confidentiality": func(st *model.Step) error {
			return st.Set(root, model.FieldConfidentiality, model.ValueOf("Julkinen"))
		},
		"the retention class": func(st *model.Step) error {
			return st.Set(root, model.FieldRetentionClass, model.ValueOf("Pysyvästi"))
		},
		"a follow-up answer": func(st *model.Step) (err error) {
			if answer, err = st.Add(measure, model.KindFollowUp, ""); err != nil {
				return err
			}
			return st.Set(answer, model.FieldYear, model.ValueOf(2021))
		},
	} {
		if err := d.do(write); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if mustHash(t, pointer(d.state.Programme())) != before {
			t.Errorf("%s changed the fingerprint of the approved content", name)
		}
	}
	p := d.state.Programme()
	for what, got := range map[string]string{
		"Tämä on suunnitelma.": p.PlainText.Fi, "Työ on tärkeää.": p.Sections[0].PlainText.Fi,
		"Staden hjälper.": p.Sections[0].Goals[0].PlainText.Sv, "Julkinen": p.Confidentiality, "Pysyvästi": p.RetentionClass,
	} {
		if got != what {
			t.Errorf("%q is read as %q", what, got)
		}
	}
	if d.state.Element(answer) == nil {
		t.Error("the answer is lost")
	}
	if err := d.do(func(st *model.Step) error { return st.SetText(goal, model.FieldTitle, model.Finnish, "Uusi") }); err == nil {
		t.Error("the locked content was edited")
	}
}

func TestPlainTextsAreCountedByLanguage(t *testing.T) {
	p := model.Programme{
		Sections: []model.Section{{ID: "s", PlainText: model.Text{Fi: "Työ"}, Goals: []model.Goal{
			{ID: "a", PlainText: model.Text{Fi: "Kaupunki auttaa.", Sv: "Staden hjälper."}}, {ID: "b", SubGoals: []model.Goal{{ID: "c"}}},
		}}},
		Goals: []model.Goal{{ID: "d"}},
	}
	for l, want := range map[model.Language]model.Share{
		model.Finnish: {Part: 2, Whole: 5}, model.Swedish: {Part: 1, Whole: 5}, model.English: {Whole: 5},
	} {
		if got := p.PlainShare(l); got != want {
			t.Errorf("%s: %v, want %v", l, got, want)
		}
	}
}
