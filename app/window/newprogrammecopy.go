package window

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/app/workflow"
	"tavoitekartta/model"
	"tavoitekartta/model/text"
)

// templateCopy is the choice to begin with a copy of an earlier programme.
const templateCopy = "copy"

// earlier are the programmes of the folder, which can be continued.
func (p *newProgrammePage) earlier() []model.Summary {
	all, err := p.w.desk.Programmes(p.w.ctx)
	p.w.tell(err)
	return all
}

// copyChoice asks which programme is continued.
func (p *newProgrammePage) copyChoice(earlier []model.Summary) fyne.CanvasObject {
	w := p.w
	var words []string
	for _, s := range earlier {
		title, _ := s.Title.Best(p.language(), s.FirstLanguage)
		if title == "" {
			title = w.t("programme.untitled")
		}
		if span := spanOf(s.FirstYear, s.LastYear); span != "" && !strings.Contains(title, span) {
			title += " " + span
		}
		words = append(words, title)
	}
	choice := ui.NewSelect(w.kit, w.t("new.copyOf"), words...).WithHint(w.t("new.copyOfHint"))
	choice.SetChosen(slices.IndexFunc(earlier, func(s model.Summary) bool { return s.ID == p.answers.CopyOf }))
	choice.OnChanged = func(i int) {
		p.useCopy(earlier[i].ID)
		p.show(stepTemplate)
	}
	return ui.NewInset("", theme.Space24, theme.Space8, theme.Space24, choice)
}

// useCopy takes over what an earlier programme says of itself, for the years
// after its own.
func (p *newProgrammePage) useCopy(id model.EntityID) {
	work, err := p.w.desk.Open(p.w.ctx, id)
	if err != nil {
		p.w.tell(err)
		return
	}
	programme := work.Programme()
	a := &p.answers
	a.Template, a.CopyOf = templateCopy, id
	a.Sections, a.Goals = nil, nil
	a.Kind, a.LegalBasis = programme.Kind, programme.LegalBasis
	a.PreparedBy, a.FollowUp = programme.PreparedBy, programme.FollowUpBody
	a.First, a.Languages = programme.FirstLanguage, map[model.Language]bool{}
	for _, l := range programme.Languages {
		a.Languages[l] = true
	}
	a.Owner, a.Bilingual, a.OwnerKind = model.Text{}, false, model.Municipality
	if len(programme.Owners) > 0 {
		owner := programme.Owners[0]
		a.Owner, a.Bilingual, a.OwnerKind = owner.Name, owner.Bilingual, owner.Kind
	}
	a.Title, a.FirstYear, a.LastYear = programme.Title, "", ""
	if programme.FirstYear > 0 && programme.LastYear >= programme.FirstYear {
		first := programme.LastYear + 1
		last := first + programme.LastYear - programme.FirstYear
		a.FirstYear, a.LastYear = strconv.Itoa(first), strconv.Itoa(last)
		a.Title = renamed(a.Title, spanOf(programme.FirstYear, programme.LastYear), spanOf(first, last))
	}
}

func spanOf(first, last int) string {
	if first == 0 || last == 0 {
		return ""
	}
	return fmt.Sprintf("%d–%d", first, last)
}

// renamed gives a title the years of the new programme in place of the old ones.
func renamed(t model.Text, before, after string) model.Text {
	for _, l := range model.Languages() {
		words := strings.ReplaceAll(t.In(l), before, after)
		t = t.With(l, strings.ReplaceAll(words, strings.ReplaceAll(before, "–", "-"), after))
	}
	return t
}

// copyText says what comes with the copy, in place of asking for the structure.
func (p *newProgrammePage) copyText() []fyne.CanvasObject {
	w := p.w
	work, err := w.desk.Open(w.ctx, p.answers.CopyOf)
	if err != nil {
		w.tell(err)
		return nil
	}
	programme := work.Programme()
	counts := programme.Counts()
	title, _ := programme.Title.Best(p.language())
	list := ui.NewColumn(theme.Space4)
	for _, house := range programme.StructuralMap().Street() {
		name, _ := house.Title.Best(p.language(), programme.FirstLanguage)
		list.Add(ui.NewLabel(name, theme.TextBody))
	}
	return []fyne.CanvasObject{
		ui.NewFlush(ui.NewLabel(w.t("new.copyText", "programme", title,
			"parts", w.parts(programme.StructuralMap(), counts.Goals)+" · "+w.t("count.measures", "count", counts.Measures)), theme.TextBody)),
		ui.NewFlush(w.panel(ui.NewMargin(theme.Space8, list))),
		ui.NewFlush(ui.NewMutedLabel(w.t("new.copyLeft"), theme.TextSecondary)),
	}
}

// make makes the programme: a new one, or a copy with the answers in place of
// what the earlier one says of itself.
func (a newProgrammeAnswers) make(w *Window) (*workflow.Work, error) {
	if a.CopyOf == "" {
		return w.desk.Create(w.ctx, func(st *model.Step) error { return a.build(st) })
	}
	// What is no year is left out, as in a new programme.
	first, _ := text.ParseYear(a.FirstYear)
	last, _ := text.ParseYear(a.LastYear)
	return w.desk.CopyOf(w.ctx, a.CopyOf, first, last, func(st *model.Step, root model.EntityID) error {
		if err := a.facts(st, root); err != nil {
			return err
		}
		for _, owner := range st.State().Children(root, model.KindOwner) {
			return a.owner(st, owner.ID)
		}
		return nil
	})
}
