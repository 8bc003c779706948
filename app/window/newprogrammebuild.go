package window

import (
	"tavoitekartta/model"
	"tavoitekartta/model/text"
)

// languages returns the languages that the programme is written in: those that
// were chosen and, in a bilingual municipality, Finnish and Swedish.
func (a newProgrammeAnswers) languages() []string {
	languages := []string{}
	for _, l := range model.Languages() {
		if a.Languages[l] || l == a.First || a.Bilingual && l != model.English {
			languages = append(languages, string(l))
		}
	}
	return languages
}

// build writes the answers into a new programme. What is no year is left out;
// the check of the contents asks for it again.
func (a newProgrammeAnswers) build(st *model.Step) error {
	root, err := st.CreateProgramme()
	if err != nil {
		return err
	}
	if err := a.facts(st, root); err != nil {
		return err
	}
	if !a.Owner.Empty() {
		owner, err := st.Add(root, model.KindOwner, "")
		if err != nil {
			return err
		}
		if err := a.owner(st, owner); err != nil {
			return err
		}
	}
	return a.structure(st, root)
}

// facts writes what the programme says of itself.
func (a newProgrammeAnswers) facts(st *model.Step, root model.EntityID) error {
	values := map[model.Field]model.Value{
		model.FieldProgrammeKind: model.ValueOf(string(a.Kind)),
		model.FieldFirstLanguage: model.ValueOf(a.First),
		model.FieldLanguages:     model.ValueOf(a.languages()),
		model.FieldLegalBasis:    model.ValueOf(a.LegalBasis),
		model.FieldVersion:       model.ValueOf(1),
	}
	for field, typed := range map[model.Field]string{model.FieldFirstYear: a.FirstYear, model.FieldLastYear: a.LastYear} {
		if year, err := text.ParseYear(typed); err == nil {
			values[field] = model.ValueOf(year)
		}
	}
	for field, value := range values {
		if err := st.Set(root, field, value); err != nil {
			return err
		}
	}
	for field, t := range map[model.Field]model.Text{
		model.FieldTitle: a.Title, model.FieldPreparedBy: a.PreparedBy, model.FieldFollowUpBody: a.FollowUp,
	} {
		if err := st.SetTexts(root, field, cleaned(t)); err != nil {
			return err
		}
	}
	return nil
}

// owner writes who owns the programme.
func (a newProgrammeAnswers) owner(st *model.Step, owner model.EntityID) error {
	if err := st.SetTexts(owner, model.FieldName, cleaned(a.Owner)); err != nil {
		return err
	}
	kind := a.OwnerKind
	if kind == "" {
		kind = model.Municipality
	}
	if err := st.Set(owner, model.FieldOwnerKind, model.ValueOf(string(kind))); err != nil {
		return err
	}
	return st.Set(owner, model.FieldBilingual, model.ValueOf(a.Bilingual))
}

// structure writes the sections and the goals without one.
func (a newProgrammeAnswers) structure(st *model.Step, root model.EntityID) error {
	for _, s := range a.Sections {
		section, err := st.Add(root, model.KindSection, "")
		if err != nil {
			return err
		}
		if err := st.SetTexts(section, model.FieldTitle, cleaned(s.Title)); err != nil {
			return err
		}
		if err := st.Set(section, model.FieldRole, model.ValueOf(string(s.Role))); err != nil {
			return err
		}
	}
	for _, g := range a.Goals {
		goal, err := st.Add(root, model.KindGoal, "")
		if err != nil {
			return err
		}
		if err := st.SetTexts(goal, model.FieldTitle, cleaned(g.Title)); err != nil {
			return err
		}
		if g.Role == model.OrdinaryGoal {
			continue
		}
		if err := st.Set(goal, model.FieldRole, model.ValueOf(string(g.Role))); err != nil {
			return err
		}
	}
	return nil
}

func cleaned(t model.Text) model.Text {
	for _, l := range model.Languages() {
		t = t.With(l, text.Clean(t.In(l)))
	}
	return t
}
