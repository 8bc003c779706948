package window

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/intake"
	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/assets"
	"tavoitekartta/model"
	"tavoitekartta/model/text"
)

// settingNewProgramme keeps the wizard's answers until the programme is made,
// so that a person can stop in the middle and go on another day.
const settingNewProgramme = "newProgramme"

// The steps of the wizard.
const (
	stepTemplate = iota
	stepNames
	stepBodies
	stepSections
	stepLanguages
	stepCheck
	newProgrammeSteps
)

// newProgrammeAnswers are the wizard's answers, as typed.
type newProgrammeAnswers struct {
	Step       int                     `json:"step"`
	Template   string                  `json:"template"`
	Kind       model.ProgrammeKind     `json:"kind"`
	Title      model.Text              `json:"title"`
	Owner      model.Text              `json:"owner"`
	Bilingual  bool                    `json:"bilingual"`
	FirstYear  string                  `json:"firstYear"`
	LastYear   string                  `json:"lastYear"`
	PreparedBy model.Text              `json:"preparedBy"`
	FollowUp   model.Text              `json:"followUp"`
	LegalBasis string                  `json:"legalBasis"`
	Sections   []newSection            `json:"sections"`
	First      model.Language          `json:"first"`
	Languages  map[model.Language]bool `json:"languages"`
}

// newSection is a section that the programme begins with.
type newSection struct {
	Title model.Text        `json:"title"`
	Role  model.SectionRole `json:"role"`
}

// legalBases are the acts on which a programme can stand; what they say is
// data shown as guidance (finlex.fi).
var legalBases = []string{"681/2023", "1386/2010", ""}

// newProgrammePage is the wizard of a new programme.
type newProgrammePage struct {
	w        *Window
	answers  newProgrammeAnswers
	warned   int // the step whose missing answers have been shown, so that Next goes on
	focus    fyne.Focusable
	last     *ui.Field   // the title of the last section
	required func() bool // shows what the step lacks and tells whether it lacks nothing
}

// newProgramme opens the wizard, where it was left or at its beginning.
func (w *Window) newProgramme() {
	p := &newProgrammePage{w: w, warned: -1}
	kept, err := w.desk.Store().Setting(w.ctx, settingNewProgramme)
	if err != nil || json.Unmarshal([]byte(kept), &p.answers) != nil {
		p.answers = newProgrammeAnswers{}
	}
	if p.answers.First == "" {
		p.answers.First = model.Language(w.words.Language())
		p.answers.Languages = map[model.Language]bool{p.answers.First: true}
		p.answers.LegalBasis = legalBases[0]
	}
	p.answers.Step = min(max(p.answers.Step, 0), newProgrammeSteps-1)
	if w.page != nil {
		if err := w.page.flush(); err != nil {
			w.tell(err)
			return
		}
	}
	w.page, w.work = nil, nil
	w.goTo(p)
}

func (p *newProgrammePage) name() string {
	return "new/" + [...]string{"template", "names", "bodies", "sections", "languages", "check"}[p.answers.Step]
}

func (p *newProgrammePage) first() fyne.Focusable { return p.focus }

// flush keeps the answers.
func (p *newProgrammePage) flush() error {
	b, err := json.Marshal(p.answers)
	if err != nil {
		return err
	}
	return p.w.desk.Store().SetSetting(p.w.ctx, settingNewProgramme, string(b))
}

// language is the one in which names are asked for first.
func (p *newProgrammePage) language() model.Language { return p.answers.First }

func (p *newProgrammePage) content() fyne.CanvasObject {
	w := p.w
	p.required, p.focus = func() bool { return true }, nil
	var names []string
	for _, key := range []string{"template", "names", "bodies", "sections", "languages", "check"} {
		names = append(names, w.t("new.step."+key))
	}
	steps := ui.NewStepHeader(w.kit, names, p.jump)
	done := make([]bool, newProgrammeSteps)
	for i := range p.answers.Step {
		done[i] = true
	}
	steps.Set(p.answers.Step, done)
	build := [...]func() []fyne.CanvasObject{
		p.templateStep, p.namesStep, p.bodiesStep, p.sectionsStep, p.languagesStep, p.checkStep,
	}[p.answers.Step]
	column := ui.NewColumn(theme.Space16, ui.NewBoldLabel(names[p.answers.Step], theme.TextPage))
	for _, o := range build() {
		column.Add(o)
	}
	next := w.t("action.nextTo", "step", w.t("new.step."+p.nextKey()))
	if p.answers.Step == stepCheck {
		next = w.t("new.create")
	}
	back := w.t("action.back")
	if p.answers.Step == 0 {
		back = w.t("nav.programmes")
	}
	return w.wizardPage(steps, column, wizardFoot{
		back: back, onBack: p.back, next: next, onNext: p.next,
		step: w.t("step.of", "step", p.answers.Step+1, "steps", newProgrammeSteps),
	}, 900)
}

func (p *newProgrammePage) nextKey() string {
	return [...]string{"names", "bodies", "sections", "languages", "check", "check"}[p.answers.Step]
}

func (p *newProgrammePage) jump(step int) {
	if step > p.answers.Step && !p.mayGoOn() {
		return
	}
	p.show(step)
}

func (p *newProgrammePage) show(step int) {
	p.answers.Step = step
	p.w.tell(p.flush())
	p.w.rebuild()
	if p.focus != nil {
		p.w.window.Canvas().Focus(p.focus)
	}
}

// mayGoOn shows what the step lacks the first time that Next is pressed; the
// second time it goes on all the same, since a draft may lack anything.
func (p *newProgrammePage) mayGoOn() bool {
	if p.required() || p.warned == p.answers.Step {
		p.warned = -1
		return true
	}
	p.warned = p.answers.Step
	return false
}

func (p *newProgrammePage) next() {
	if !p.mayGoOn() {
		return
	}
	if p.answers.Step == stepCheck {
		p.create()
		return
	}
	p.show(p.answers.Step + 1)
}

func (p *newProgrammePage) back() {
	if p.answers.Step == 0 {
		p.w.goHome()
		return
	}
	p.show(p.answers.Step - 1)
}

// templateStep offers the templates; choosing one brings its sections.
func (p *newProgrammePage) templateStep() []fyne.CanvasObject {
	w := p.w
	templates := assets.Templates()
	slices.SortFunc(templates, func(a, b string) int { return strings.Compare(b, a) }) // the empty one last
	if p.answers.Template == "" && len(templates) > 0 {
		p.useTemplate(templates[0])
	}
	column := ui.NewColumn(theme.Space12)
	for _, name := range templates {
		chosen := name == p.answers.Template
		title := ui.NewBoldLabel(w.t("template."+name), theme.TextSection)
		text := ui.NewMutedLabel(w.t("template."+name+".text"), theme.TextSecondary)
		mark := ui.NewIcon(ui.IconCircle, theme.ColorBorder)
		if chosen {
			mark = ui.NewIcon(ui.IconCheckDisc, theme.ColorOK)
		}
		words := ui.NewColumn(theme.Space4, title, text)
		spoken := w.t("template." + name)
		if chosen {
			spoken += ", " + w.t("field.chosen")
		}
		card := ui.NewListCard(w.kit, ui.NewRow(theme.Space12, words, mark, words), spoken, func() {
			p.useTemplate(name)
			p.show(stepTemplate)
		})
		if chosen {
			p.focus = card
		}
		column.Add(card)
	}
	return []fyne.CanvasObject{ui.NewLabel(w.t("new.templateText"), theme.TextBody), column}
}

func (p *newProgrammePage) useTemplate(name string) {
	p.answers.Template = name
	described, err := readTemplate(name)
	if err != nil {
		p.w.tell(err)
		return
	}
	p.answers.Kind = described.Kind
	p.answers.Sections = described.Sections
}

// template is what the wizard takes of a template.
type template struct {
	Kind     model.ProgrammeKind
	Sections []newSection
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
	return t, nil
}

// text is a field bound to one language of an answer.
func (p *newProgrammePage) text(key string, l model.Language, at *model.Text) *ui.Field {
	w := p.w
	field := ui.NewField(w.kit, w.t(key+"."+string(l))).WithClean(text.Clean)
	field.SetText(at.In(l))
	field.OnChanged = func(s string) { *at = at.With(l, s) }
	field.OnLeave = func(string) { w.tell(p.flush()) }
	return field
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
	return a, ui.NewFormRow(320, theme.Space16, a, b)
}

// plain is a field bound to an answer that has no language.
func (p *newProgrammePage) plain(field *ui.Field, at *string) *ui.Field {
	field.SetText(*at)
	field.OnChanged = func(s string) { *at = s; field.SetError("") }
	field.OnLeave = func(string) { p.w.tell(p.flush()) }
	return field
}

func (p *newProgrammePage) namesStep() []fyne.CanvasObject {
	w := p.w
	title, titles := p.pair("new.title", &p.answers.Title)
	owner, owners := p.pair("new.owner", &p.answers.Owner)
	from := p.plain(ui.NewField(w.kit, w.t("new.firstYear")).WithPlaceholder("2027").WithLimit(20), &p.answers.FirstYear)
	to := p.plain(ui.NewField(w.kit, w.t("new.lastYear")).WithPlaceholder("2030").WithLimit(20), &p.answers.LastYear)
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
			show(owner, "finding.ownerMissing")
		}
		first, errFirst := text.ParseYear(p.answers.FirstYear)
		last, errLast := text.ParseYear(p.answers.LastYear)
		switch {
		case errFirst != nil || !model.PossibleYear(first):
			show(from, "finding.yearOutOfRange")
		case errLast != nil || !model.PossibleYear(last):
			show(to, "finding.yearOutOfRange")
		case last < first:
			show(to, "finding.endBeforeStart")
		}
		if len(lacking) > 0 {
			lacking[0].Focus()
		}
		return len(lacking) == 0
	}
	return []fyne.CanvasObject{titles, owners, bilingual, ui.NewFormRow(160, theme.Space16, from, to)}
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
	return []fyne.CanvasObject{preparedBy, followUp, kindSelect, basis}
}

// sectionsStep lists the sections, which can be renamed, removed and added.
func (p *newProgrammePage) sectionsStep() []fyne.CanvasObject {
	w := p.w
	list := ui.NewColumn(theme.Space12)
	for i := range p.answers.Sections {
		first, pair := p.pair("new.section", &p.answers.Sections[i].Title)
		p.last = first
		remove := ui.NewIconButton(w.kit, ui.IconTrash, w.t("new.removeSection", "number", i+1), func() {
			p.answers.Sections = slices.Delete(p.answers.Sections, i, i+1)
			p.show(stepSections)
		})
		number := ui.NewBoldLabel(strconv.Itoa(i+1), theme.TextBody)
		number.OneLine = true
		list.Add(ui.NewRow(theme.Space12, pair, number, pair, remove))
	}
	add := ui.NewButton(w.kit, ui.ButtonSecondary, w.t("new.addSection"), func() {
		p.answers.Sections = append(p.answers.Sections, newSection{Role: model.House})
		p.show(stepSections)
		p.last.Focus()
	}).WithIcon(ui.IconPlus)
	p.focus = add
	p.required = func() bool {
		if len(p.answers.Sections) == 0 {
			w.inform("new.noSections")
			return false
		}
		return true
	}
	return []fyne.CanvasObject{
		ui.NewLabel(w.t("new.sectionsText"), theme.TextBody), list, ui.NewRow(theme.Space8, nil, add),
	}
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
	column := ui.NewColumn(theme.Space8)
	row := func(key, value string) {
		if value == "" {
			value = w.t("new.notGiven")
		}
		column.Add(ui.NewColumn(theme.Space4,
			ui.NewMutedLabel(w.t(key), theme.TextSecondary), ui.NewLabel(value, theme.TextBody)))
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
	row("new.checkSections", strings.Join(sections, "\n"))
	return []fyne.CanvasObject{ui.NewLabel(w.t("new.checkText"), theme.TextBody), column}
}

// create makes the programme and opens its contents.
func (p *newProgrammePage) create() {
	w := p.w
	a := p.answers
	work, err := w.desk.Create(w.ctx, func(st *model.Step) error { return a.build(st) })
	if err != nil {
		w.tell(err)
		return
	}
	if err := w.desk.Store().SetSetting(w.ctx, settingNewProgramme, ""); err != nil {
		w.tell(err)
	}
	p.answers = newProgrammeAnswers{}
	w.page = nil
	w.enter(work)
}

// build writes the answers into a new programme. What is no year is left out;
// the check of the contents asks for it again.
func (a newProgrammeAnswers) build(st *model.Step) error {
	root, err := st.CreateProgramme()
	if err != nil {
		return err
	}
	languages := []string{}
	for _, l := range model.Languages() {
		if a.Languages[l] || l == a.First || a.Bilingual && l != model.English {
			languages = append(languages, string(l))
		}
	}
	values := map[model.Field]model.Value{
		model.FieldProgrammeKind: model.ValueOf(string(a.Kind)),
		model.FieldFirstLanguage: model.ValueOf(a.First),
		model.FieldLanguages:     model.ValueOf(languages),
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
