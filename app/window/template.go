package window

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/intake"
	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/assets"
	"tavoitekartta/model"
)

// templateStep offers the templates; choosing one brings its sections.
func (p *newProgrammePage) templateStep() []fyne.CanvasObject {
	w := p.w
	templates := assets.Templates()
	slices.SortFunc(templates, func(a, b string) int { return strings.Compare(b, a) }) // the empty one last
	if p.answers.Template == "" && len(templates) > 0 {
		p.useTemplate(templates[0])
	}
	earlier := p.earlier()
	if len(earlier) > 0 {
		templates = append(templates, templateCopy)
	}
	column := ui.NewColumn(theme.Space4)
	for _, name := range templates {
		chosen := name == p.answers.Template
		title := ui.NewBoldLabel(w.t("template."+name), theme.TextSection)
		text := ui.NewMutedLabel(w.t("template."+name+".text"), theme.TextSecondary)
		mark := ui.NewIcon(ui.IconCircle, theme.ColorBorder)
		if chosen {
			mark = ui.NewIcon(ui.IconCheckDisc, theme.ColorOK)
		}
		words := ui.NewColumn(theme.Space4, title, text)
		spoken := ui.Spoken{Label: w.t("template." + name), Value: w.t("field.notChosen"), Hint: w.t("template." + name + ".text")}
		if chosen {
			spoken.Value = w.t("field.chosen")
		}
		card := ui.NewListCard(w.kit, ui.NewRow(theme.Space12, words, mark, words), spoken.Label, func() {
			if name == templateCopy {
				p.useCopy(earlier[0].ID)
			} else {
				p.useTemplate(name)
			}
			p.show(stepTemplate)
		}).Saying(spoken)
		if chosen {
			p.focus = card
		}
		column.Add(card)
		if chosen && name == templateCopy {
			column.Add(p.copyChoice(earlier))
		}
	}
	return []fyne.CanvasObject{ui.NewFlush(ui.NewLabel(w.t("new.templateText"), theme.TextBody)), column}
}

func (p *newProgrammePage) useTemplate(name string) {
	p.answers.Template = name
	described, err := readTemplate(name)
	if err != nil {
		p.w.tell(err)
		return
	}
	p.answers.CopyOf = ""
	p.answers.Kind = described.Kind
	p.answers.Sections, p.answers.Goals = described.Sections, described.Goals
	p.answers.OwnerKind = described.OwnerKind
}

// template is what the wizard takes of a template.
type template struct {
	Kind      model.ProgrammeKind
	OwnerKind model.OwnerKind
	Sections  []newSection
	Goals     []newGoal
}

func readTemplate(name string) (template, error) {
	b, err := assets.Template(name)
	if err != nil {
		return template{}, err
	}
	described, err := intake.Read(strings.NewReader(string(b)))
	if err != nil {
		return template{}, err
	}
	state := model.NewState()
	if _, err := described.Build(state.Begin(model.Writer{Replica: "0000000000000", NextSeq: 1})); err != nil {
		return template{}, err
	}
	programme := state.Programme()
	t := template{Kind: programme.Kind}
	for _, s := range programme.Sections {
		t.Sections = append(t.Sections, newSection{Title: s.Title, Role: s.Role})
	}
	for _, g := range programme.Goals {
		t.Goals = append(t.Goals, newGoal{Title: g.Title, Role: g.Role})
	}
	if len(programme.Owners) > 0 {
		t.OwnerKind = programme.Owners[0].Kind
	}
	return t, nil
}
