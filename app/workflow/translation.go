package workflow

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"tavoitekartta/model"
	"tavoitekartta/model/text"
)

// Standings returns how each text of the programme stands in language l, in
// printing order.
func (w *Work) Standings(l model.Language) []model.TextStanding {
	return w.state.StandingsOf(w.Programme(), l)
}

// ContentLanguages returns the languages in which the programme is to be
// written, the first one first; a bilingual owner owes Finnish and Swedish.
func (w *Work) ContentLanguages() []model.Language {
	p := w.Programme()
	all := []model.Language{p.FirstLanguage}
	wanted := p.Languages
	if p.Bilingual() {
		wanted = append([]model.Language{model.Finnish, model.Swedish}, wanted...)
	}
	for _, l := range wanted {
		if l.Valid() && !slices.Contains(all, l) {
			all = append(all, l)
		}
	}
	return all
}

// SourceFor returns the language from which texts are translated into language
// l: the programme's first one, or the second into that.
func (w *Work) SourceFor(l model.Language) model.Language {
	for _, other := range w.ContentLanguages() {
		if other != l {
			return other
		}
	}
	return w.Programme().FirstLanguage
}

// MayTranslate tells whether a text can be written as the programme stands.
func (w *Work) MayTranslate(ref model.TextRef, l model.Language) bool {
	return w.state.Present(ref.Entity) && w.mayWrite(ref.Entity, ref.Field.In(l))
}

// Translate writes a text in language l as one step.
func (w *Work) Translate(ctx context.Context, ref model.TextRef, l model.Language, typed string) error {
	return w.Edit(ctx, func(st *model.Step) error {
		return st.SetText(ref.Entity, ref.Field, l, w.kept(ref, typed))
	})
}

// MarkChecked says that a person has held a text in language l against its
// original, or takes that back, as one step.
func (w *Work) MarkChecked(ctx context.Context, ref model.TextRef, l model.Language, checked bool) error {
	return w.Edit(ctx, func(st *model.Step) error {
		return st.MarkChecked(ref.Entity, ref.Field, l, checked)
	})
}

// Readable is a text as it is shown in one field and sent to a translator: the
// cells of a table's row stand between bars instead of tabs.
func (w *Work) Readable(ref model.TextRef, l model.Language) string {
	stored := w.stored(ref, l)
	if w.isTable(ref) {
		return strings.ReplaceAll(stored, "\t", cellBar)
	}
	return stored
}

const cellBar = " | "

func (w *Work) stored(ref model.TextRef, l model.Language) string {
	e := w.state.Element(ref.Entity)
	if e == nil {
		return ""
	}
	return e.Value(ref.Field.In(l)).Text()
}

func (w *Work) isTable(ref model.TextRef) bool {
	if ref.Kind != model.KindBlock || ref.Field != model.FieldBodyText {
		return false
	}
	e := w.state.Element(ref.Entity)
	if e == nil {
		return false
	}
	role := model.BlockRole(e.Value(model.FieldRole).Text())
	return role == model.TableBlock || role == model.ChartBlock
}

// kept is what is stored of a text that was typed or came in a file.
func (w *Work) kept(ref model.TextRef, typed string) string {
	if !w.isTable(ref) {
		return text.Clean(typed)
	}
	rows := strings.Split(text.Clean(strings.ReplaceAll(typed, "\t", "|")), "\n")
	for i, row := range rows {
		cells := strings.Split(row, "|")
		for k := range cells {
			cells[k] = strings.TrimSpace(cells[k])
		}
		rows[i] = strings.Join(cells, "\t")
	}
	return strings.Join(rows, "\n")
}

// SeenOriginal returns the original that the author of a translation had before
// them, and false when that is the one which stands now or is not known.
func (w *Work) SeenOriginal(ctx context.Context, ref model.TextRef, l model.Language) (string, bool, error) {
	e := w.state.Element(ref.Entity)
	original := w.state.OriginalLanguage(ref.Entity, ref.Field)
	if e == nil || original == "" || original == l {
		return "", false, nil
	}
	translation, written := e.Changed(ref.Field.In(l))
	if !written {
		return "", false, nil
	}
	changes, err := model.ReadLog(ctx, w.desk.store.Log(w.ID()), nil)
	if err != nil {
		return "", false, fmt.Errorf("read the earlier original: %w", err)
	}
	var seen *model.Change
	for i := range changes {
		c := &changes[i]
		if c.Entity == ref.Entity && c.Field == ref.Field.In(original) && translation.Seen.Covers(c.ID) &&
			(seen == nil || c.Counter > seen.Counter) {
			seen = c
		}
	}
	if seen == nil || seen.New.Text() == w.stored(ref, original) {
		return "", false, nil
	}
	return seen.New.Text(), true, nil
}

// TextNumbers returns the printed numbers by which a person finds the elements
// that hold texts; what hangs on a goal or a measure has the number of that.
func (w *Work) TextNumbers() map[model.EntityID]string {
	p := w.Programme()
	numbers := map[model.EntityID]string{}
	parts := func(number string, bodies []model.Responsibility, indicators []model.Indicator) {
		for _, r := range bodies {
			numbers[r.ID] = number
		}
		for _, i := range indicators {
			numbers[i.ID] = number
		}
	}
	for i := range p.Sections {
		numbers[p.Sections[i].ID] = p.Sections[i].Number
	}
	for g := range p.AllGoals() {
		numbers[g.ID] = g.Number
		parts(g.Number, g.Bodies, g.Indicators)
		for _, m := range g.Measures {
			numbers[m.ID] = m.Number
			parts(m.Number, m.Bodies, m.Indicators)
		}
	}
	return numbers
}
