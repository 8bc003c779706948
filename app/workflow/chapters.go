package workflow

import "tavoitekartta/model"

// AddChapter adds a text around the tables for a purpose, where such texts
// mostly stand: after the last one whose purpose comes before it.
func AddChapter(st *model.Step, role model.ChapterRole) (model.EntityID, error) {
	programme := st.State().Programme()
	after, first := model.EntityID(""), len(programme.Chapters) > 0
	for _, c := range programme.Chapters {
		if chapterRank(c.Role) <= chapterRank(role) {
			after, first = c.ID, false
		}
	}
	var id model.EntityID
	var err error
	if first {
		id, err = st.AddFirst(programme.ID, model.KindChapter)
	} else {
		id, err = st.Add(programme.ID, model.KindChapter, after)
	}
	if err != nil {
		return "", err
	}
	return id, st.Set(id, model.FieldRole, model.ValueOf(string(role)))
}

func chapterRank(role model.ChapterRole) int {
	roles := model.ChapterRoles()
	for i, other := range roles {
		if other == role {
			return i
		}
	}
	return len(roles)
}

// AddParts adds parts to a chapter with their text in language l: after a part,
// or before all of them where after is the chapter itself. It returns the last
// one added.
func AddParts(st *model.Step, chapter, after model.EntityID, l model.Language, parts []model.PastedBlock) (model.EntityID, error) {
	for _, part := range parts {
		id, err := addPart(st, chapter, after)
		if err != nil {
			return "", err
		}
		if err := st.Set(id, model.FieldRole, model.ValueOf(string(part.Role))); err != nil {
			return "", err
		}
		if err := st.SetText(id, model.FieldBodyText, l, part.Body); err != nil {
			return "", err
		}
		after = id
	}
	return after, nil
}

func addPart(st *model.Step, chapter, after model.EntityID) (model.EntityID, error) {
	if after == chapter && len(st.State().Children(chapter, model.KindBlock)) > 0 {
		return st.AddFirst(chapter, model.KindBlock)
	}
	if after == chapter {
		after = ""
	}
	return st.Add(chapter, model.KindBlock, after)
}

// SetTable writes a table in every language in which it stands.
func SetTable(st *model.Step, id model.EntityID, table model.TableText) error {
	body := table.Text()
	for _, l := range model.Languages() {
		if err := st.SetText(id, model.FieldBodyText, l, body.In(l)); err != nil {
			return err
		}
	}
	return nil
}

// ChangeRole makes a part one of another kind. Its words stay: the cells of a
// table become the lines of a list or a text, and lines the rows of a table.
func ChangeRole(st *model.Step, part model.Block, role model.BlockRole) error {
	if err := st.Set(part.ID, model.FieldRole, model.ValueOf(string(role))); err != nil {
		return err
	}
	if part.Role.Tabular() == role.Tabular() {
		return nil
	}
	for _, l := range model.Languages() {
		if err := st.SetText(part.ID, model.FieldBodyText, l, reshaped(part.Body.In(l), role)); err != nil {
			return err
		}
	}
	return nil
}

func reshaped(body string, role model.BlockRole) string {
	if role.Tabular() {
		return model.ReadGrid(body).String()
	}
	return model.CleanBody(role, body)
}
