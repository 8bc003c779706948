package window

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/model"
	"tavoitekartta/model/text"
)

// text is a field bound to one language of an answer.
func (p *newProgrammePage) text(key string, l model.Language, at *model.Text) *ui.Field {
	w := p.w
	// Titles of goals are long: the field grows with them.
	field := ui.NewTitleArea(w.kit, w.t(key+"."+string(l)), 1, 3).WithClean(text.Clean)
	field.SetText(at.In(l))
	return p.bind(field, func(s string) { *at = at.With(l, s) })
}

// pair asks for a text in Finnish and in Swedish, the first language first.
func (p *newProgrammePage) pair(key string, at *model.Text) (*ui.Field, fyne.CanvasObject) {
	first, second := model.Finnish, model.Swedish
	switch p.language() {
	case model.Swedish:
		first, second = model.Swedish, model.Finnish
	case model.English:
		first, second = model.English, model.Finnish
	}
	a, b := p.text(key, first, at), p.text(key, second, at)
	return a, ui.NewFormRow(300, theme.Space12, a, b)
}

// plain is a field bound to an answer that has no language.
func (p *newProgrammePage) plain(field *ui.Field, at *string) *ui.Field {
	field.SetText(*at)
	return p.bind(field, func(s string) { *at = s })
}

// bind takes in what is typed, and keeps it after an idle second and when the
// field is left.
func (p *newProgrammePage) bind(field *ui.Field, take func(typed string)) *ui.Field {
	field.OnChanged = func(s string) {
		take(s)
		field.SetError("")
		p.draft.typed("answers", p.keep)
	}
	field.OnLeave = func(string) { p.w.tell(p.flush()) }
	p.fields = append(p.fields, field)
	return field
}

func (p *newProgrammePage) namesStep() []fyne.CanvasObject {
	w := p.w
	title, titles := p.pair("new.title", &p.answers.Title)
	owner, owners := p.pair("new.owner", &p.answers.Owner)
	year := func(key, example string, at *string) *ui.Field {
		return p.plain(ui.NewYearField(w.kit, w.t(key), model.FirstPossibleYear, model.LastPossibleYear).
			WithHint(w.t("new.yearHint", "year", example)), at)
	}
	from := year("new.firstYear", "2027", &p.answers.FirstYear)
	to := year("new.lastYear", "2030", &p.answers.LastYear)
	bilingual := ui.NewCheck(w.kit, w.t("new.bilingual"))
	bilingual.SetChecked(p.answers.Bilingual)
	bilingual.OnChanged = func(on bool) { p.answers.Bilingual = on; w.tell(p.flush()) }
	p.focus = title.Focusable()
	p.required = func() bool {
		lacking := []*ui.Field{}
		show := func(f *ui.Field, key string) {
			f.SetError(w.t(key))
			lacking = append(lacking, f)
		}
		if strings.TrimSpace(p.answers.Title.In(p.language())) == "" {
			show(title, "finding.titleMissing")
		}
		if p.answers.Owner.Empty() {
			show(owner, "new.ownerMissing")
		}
		for _, f := range []*ui.Field{from, to} {
			switch {
			case strings.TrimSpace(f.Text()) == "":
				show(f, "new.yearMissing")
			case !f.Understood():
				lacking = append(lacking, f)
			}
		}
		first, errFirst := text.ParseYear(p.answers.FirstYear)
		last, errLast := text.ParseYear(p.answers.LastYear)
		if errFirst == nil && errLast == nil && last < first {
			show(to, "finding.endBeforeStart")
		}
		if len(lacking) > 0 {
			lacking[0].Focus()
		}
		return len(lacking) == 0
	}
	return []fyne.CanvasObject{titles, owners, bilingual, ui.NewGrid(200, theme.Space12, from, to)}
}

func (p *newProgrammePage) bodiesStep() []fyne.CanvasObject {
	w := p.w
	prepared, preparedBy := p.pair("new.preparedBy", &p.answers.PreparedBy)
	_, followUp := p.pair("new.followUp", &p.answers.FollowUp)
	p.focus = prepared.Focusable()
	var kinds []string
	kind := 0
	for i, k := range model.ProgrammeKinds() {
		kinds = append(kinds, w.t("programme.kind."+string(k)))
		if k == p.answers.Kind {
			kind = i
		}
	}
	kindSelect := ui.NewSelect(w.kit, w.t("new.kind"), kinds...)
	kindSelect.SetChosen(kind)
	kindSelect.OnChanged = func(i int) { p.answers.Kind = model.ProgrammeKinds()[i]; w.tell(p.flush()) }
	var bases []string
	for _, b := range legalBases {
		bases = append(bases, w.t("legalBasis."+strings.ReplaceAll(b, "/", "-")))
	}
	basis := ui.NewSelect(w.kit, w.t("new.legalBasis"), bases...).WithHint(w.t("new.legalBasisHint"))
	basis.SetChosen(max(0, slices.Index(legalBases, p.answers.LegalBasis)))
	basis.OnChanged = func(i int) { p.answers.LegalBasis = legalBases[i]; w.tell(p.flush()) }
	return []fyne.CanvasObject{preparedBy, followUp, ui.NewFormRow(320, theme.Space12, kindSelect, basis)}
}

// sectionsStep lists the sections, which can be renamed, removed and added.
func (p *newProgrammePage) sectionsStep() []fyne.CanvasObject {
	if p.answers.CopyOf != "" {
		return p.copyText()
	}
	w := p.w
	list := ui.NewColumn(theme.Space4)
	var titles []*ui.Field
	for i := range p.answers.Sections {
		title, pair := p.pair("new.section", &p.answers.Sections[i].Title)
		titles = append(titles, title)
		remove := ui.NewIconButton(w.kit, ui.IconTrash, w.t("new.removeSection", "number", i+1), func() {
			p.answers.Sections = slices.Delete(p.answers.Sections, i, i+1)
			p.show(stepSections)
		})
		number := ui.NewLine(strconv.Itoa(i+1), theme.TextBody, theme.ColorText, true)
		list.Add(ui.NewRow(theme.Space8, pair, number, pair, remove))
	}
	add := ui.NewButton(w.kit, ui.ButtonSecondary, w.t("new.addSection"), func() {
		p.answers.Sections = append(p.answers.Sections, newSection{Role: model.House})
		p.show(stepSections)
		p.fields[len(p.fields)-2].Focus()
	}).WithIcon(ui.IconPlus)
	p.focus = add
	if len(titles) > 0 {
		p.focus = titles[0].Focusable()
	}
	p.required = func() bool {
		if len(titles) == 0 && len(p.answers.Goals) == 0 {
			w.inform("new.noSections")
			return false
		}
		return p.sectionsNamed(titles)
	}
	if len(titles) == 0 && len(p.answers.Goals) > 0 {
		return append(p.looseGoals(), ui.NewRow(theme.Space8, nil, add))
	}
	return append([]fyne.CanvasObject{
		ui.NewFlush(ui.NewLabel(w.t("new.sectionsText"), theme.TextBody)), list, ui.NewRow(theme.Space8, nil, add),
	}, p.looseGoals()...)
}

// looseGoals lists the goals that stand without a section, each under what the
// programme calls it; they can be renamed, removed and added.
func (p *newProgrammePage) looseGoals() []fyne.CanvasObject {
	w := p.w
	list := ui.NewColumn(theme.Space8)
	for i := range p.answers.Goals {
		title, pair := p.pair("new.goal", &p.answers.Goals[i].Title)
		if i == 0 && len(p.answers.Sections) == 0 {
			p.focus = title.Focusable()
		}
		label := p.goalLabel(i)
		remove := ui.NewIconButton(w.kit, ui.IconTrash, w.t("new.removeGoal", "goal", label), func() {
			p.answers.Goals = slices.Delete(p.answers.Goals, i, i+1)
			p.show(stepSections)
		})
		list.Add(ui.NewColumn("", ui.NewFlush(ui.NewBoldLabel(label, theme.TextSecondary)), ui.NewRow(theme.Space8, pair, pair, remove)))
	}
	add := ui.NewButton(w.kit, ui.ButtonSecondary, w.t("contents.addLooseGoal"), func() {
		role := model.OrdinaryGoal
		if n := len(p.answers.Goals); n > 0 {
			role = p.answers.Goals[n-1].Role
		}
		p.answers.Goals = append(p.answers.Goals, newGoal{Role: role})
		p.show(stepSections)
		p.fields[len(p.fields)-2].Focus()
	}).WithIcon(ui.IconPlus)
	return []fyne.CanvasObject{
		ui.NewFlush(ui.NewLabel(w.t("new.goalsText"), theme.TextBody)), list, ui.NewRow(theme.Space8, nil, add),
	}
}

// goalLabel is what a goal without a section is called: "Main goal 2".
func (p *newProgrammePage) goalLabel(at int) string {
	role, number := p.answers.Goals[at].Role, 0
	for _, g := range p.answers.Goals[:at+1] {
		if g.Role == role {
			number++
		}
	}
	if role == model.OrdinaryGoal {
		return p.w.t("contents.goalRole.ordinary") + " " + strconv.Itoa(number)
	}
	return p.w.t("goal.role."+string(role), "number", number)
}

// sectionsNamed shows which sections have no name or one that an earlier section
// has, and tells whether there are none.
func (p *newProgrammePage) sectionsNamed(titles []*ui.Field) bool {
	taken := map[string]bool{}
	var lacking *ui.Field
	for i, field := range titles {
		name := strings.ToLower(text.Clean(field.Text()))
		key := ""
		switch {
		case p.answers.Sections[i].Title.Empty():
			key = "finding.titleMissing"
		case name != "" && taken[name]:
			key = "finding.duplicateName"
		}
		taken[name] = true
		if key == "" {
			continue
		}
		field.SetError(p.w.t(key))
		if lacking == nil {
			lacking = field
		}
	}
	if lacking != nil {
		lacking.Focus()
	}
	return lacking == nil
}

func (p *newProgrammePage) languagesStep() []fyne.CanvasObject {
	w := p.w
	var labels []string
	for _, l := range model.Languages() {
		labels = append(labels, w.t("language."+string(l)))
	}
	first := ui.NewChoiceRow(w.kit, w.t("new.firstLanguage"), labels...).WithHint(w.t("new.firstLanguageHint"))
	first.SetChosen(max(0, slices.Index(model.Languages(), p.answers.First)))
	p.focus = first.Chip(max(0, slices.Index(model.Languages(), p.answers.First)))
	first.OnChanged = func(chosen []int) {
		if len(chosen) == 0 {
			return
		}
		p.answers.First = model.Languages()[chosen[0]]
		p.answers.Languages[p.answers.First] = true
		p.show(stepLanguages)
	}
	others := ui.NewChipRow(w.kit, w.t("new.languages"), labels...).WithHint(w.t("new.languagesHint"))
	var chosen []int
	for i, l := range model.Languages() {
		if p.answers.Languages[l] || l == p.answers.First {
			chosen = append(chosen, i)
		}
	}
	others.SetChosen(chosen...)
	others.OnChanged = func(chosen []int) {
		p.answers.Languages = map[model.Language]bool{p.answers.First: true}
		for _, i := range chosen {
			p.answers.Languages[model.Languages()[i]] = true
		}
		w.tell(p.flush())
	}
	return []fyne.CanvasObject{first, others}
}

// checkStep shows what will be made.
func (p *newProgrammePage) checkStep() []fyne.CanvasObject {
	w := p.w
	facts := ui.NewFormRow(300, theme.Space16)
	row := func(key, value string) {
		if strings.Trim(value, "–") == "" {
			value = w.t("new.notGiven")
		}
		facts.Add(w.fact(key, value))
	}
	both := func(t model.Text) string {
		var parts []string
		for _, l := range model.Languages() {
			if s := t.In(l); s != "" {
				parts = append(parts, s)
			}
		}
		return strings.Join(parts, " · ")
	}
	row("new.checkTitle", both(p.answers.Title))
	row("new.checkOwner", both(p.answers.Owner))
	row("new.checkYears", strings.TrimSpace(p.answers.FirstYear)+"–"+strings.TrimSpace(p.answers.LastYear))
	row("new.checkPreparedBy", both(p.answers.PreparedBy))
	row("new.checkFollowUp", both(p.answers.FollowUp))
	row("new.kind", w.t("programme.kind."+string(p.answers.Kind)))
	var sections []string
	for i, s := range p.answers.Sections {
		title, _ := s.Title.Best(p.language())
		sections = append(sections, strconv.Itoa(i+1)+". "+title)
	}
	for i, g := range p.answers.Goals {
		title, _ := g.Title.Best(p.language())
		sections = append(sections, p.goalLabel(i)+": "+title)
	}
	if p.answers.CopyOf != "" {
		for _, s := range p.earlier() {
			if s.ID == p.answers.CopyOf {
				title, _ := s.Title.Best(p.language(), s.FirstLanguage)
				sections = []string{w.t("new.copyCheck", "programme", title)}
			}
		}
	}
	row("new.legalBasis", w.t("legalBasis."+strings.ReplaceAll(p.answers.LegalBasis, "/", "-")))
	var languages []string
	for _, l := range p.answers.languages() {
		languages = append(languages, w.t("language."+l))
	}
	row("new.languages", strings.Join(languages, ", "))
	all := ui.NewColumn(theme.Space16, facts, w.fact("new.checkSections", strings.Join(sections, "\n")))
	return []fyne.CanvasObject{
		ui.NewFlush(ui.NewLabel(w.t("new.checkText"), theme.TextBody)),
		ui.NewFlush(w.panel(ui.NewMargin(theme.Space8, all))),
	}
}
