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
	if !a.Owner.Empty() {
		owner, err := st.Add(root, model.KindOwner, "")
		if err != nil {
			return err
		}
		if err := st.SetTexts(owner, model.FieldName, cleaned(a.Owner)); err != nil {
			return err
		}
		if err := st.Set(owner, model.FieldOwnerKind, model.ValueOf(string(model.Municipality))); err != nil {
			return err
		}
		if err := st.Set(owner, model.FieldBilingual, model.ValueOf(a.Bilingual)); err != nil {
			return err
		}
	}
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
	return nil
}

func cleaned(t model.Text) model.Text {
	for _, l := range model.Languages() {
		t = t.With(l, text.Clean(t.In(l)))
	}
	return t
}
