package window

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/model"
	"tavoitekartta/model/text"
)

// fact asks for a text of the programme in every language that is shown. The
// labels begin with "details.<field>".
func (p *detailsPage) fact(base model.Field, newField func(label string) *ui.Field) fyne.CanvasObject {
	return p.texts(p.w.work.ID(), base, "details."+string(base), newField)
}

// hinted makes the fields of titles with a hint.
func (p *detailsPage) hinted(hint string) func(label string) *ui.Field {
	return func(label string) *ui.Field { return p.titleArea(label).WithHint(p.w.t(hint)) }
}

// names asks for the title, the years and the kind of document.
func (p *detailsPage) names() []fyne.CanvasObject {
	w := p.w
	programme := w.work.Programme()
	id := programme.ID
	objects := []fyne.CanvasObject{p.otherClashes(id), p.fact(model.FieldTitle, p.titleArea), p.fact(model.FieldSubtitle, p.titleArea)}
	kinds := model.ProgrammeKinds()
	if p.readOnly() {
		return append(objects,
			p.readValue(w.t("details.years"), p.orNotGiven(years(programme))),
			p.readValue(w.t("details.programmeKind"), w.t("programme.kind."+string(programme.Kind))), p.plainText(id))
	}
	first := p.yearField(w.t("details.firstYear"), id, model.FieldFirstYear)
	last := p.yearField(w.t("details.lastYear"), id, model.FieldLastYear)
	p.updates = append(p.updates, func() { p.judgeYears(first, last) })
	kind := ui.NewSelect(w.kit, w.t("details.programmeKind"), worded(w, "programme.kind.", kinds)...)
	kind.SetChosen(slices.Index(kinds, programme.Kind))
	kind.OnChanged = func(i int) { p.setFact(id, model.FieldProgrammeKind, model.ValueOf(string(kinds[i]))) }
	p.register(fieldKey(id, model.FieldProgrammeKind), kind.Focusable())
	objects = append(objects, ui.NewFormRow(280, theme.Space8, ui.NewFormRow(120, theme.Space8, first, last), kind))
	if origin := w.origin(); origin != nil {
		objects = append(objects, origin)
	}
	return append(append(objects, w.nameNotices()...), p.plainText(id))
}

// judgeYears says when the programme ends before it begins, and what Next has
// found missing.
func (p *detailsPage) judgeYears(first, last *ui.Field) {
	programme := p.w.work.Programme()
	backwards := programme.FirstYear > 0 && programme.LastYear > 0 && programme.LastYear < programme.FirstYear
	for field, at := range map[*ui.Field]model.Field{first: model.FieldFirstYear, last: model.FieldLastYear} {
		k := fieldKey(programme.ID, at)
		given := programme.FirstYear
		if at == model.FieldLastYear {
			given = programme.LastYear
		}
		switch {
		case p.w.misread(programme.ID, at) != "" && given == 0:
			continue // the field says itself what is wrong with it
		case at == model.FieldLastYear && backwards:
			field.SetError(p.w.t("finding.endBeforeStart"))
		case given == 0:
			field.SetError(p.problems[k])
		default:
			p.solved(k)
			field.SetError("")
		}
	}
}

func years(p *model.Programme) string {
	var parts []string
	for _, year := range []int{p.FirstYear, p.LastYear} {
		if year > 0 {
			parts = append(parts, strconv.Itoa(year))
		}
	}
	return strings.Join(parts, "–")
}

// worded returns the words of codes, whose keys begin with prefix.
func worded[C ~string](w *Window, prefix string, codes []C) []string {
	var words []string
	for _, code := range codes {
		words = append(words, w.t(prefix+string(code)))
	}
	return words
}

// setFact keeps a choice.
func (p *detailsPage) setFact(id model.EntityID, at model.Field, v model.Value) bool {
	return p.edit(func(st *model.Step) error { return st.Set(id, at, v) })
}

func (p *detailsPage) orNotGiven(words string) string {
	if words == "" {
		return p.w.t("details.notGiven")
	}
	return words
}

// plain asks for a text that is the same in every language.
func (p *detailsPage) plain(id model.EntityID, at model.Field, label, hint string, limit int) fyne.CanvasObject {
	w := p.w
	if p.readOnly() {
		return p.readValue(w.t(label), p.orNotGiven(w.work.State().Element(id).Value(at).Text()))
	}
	field := ui.NewField(w.kit, w.t(label)).WithHint(w.t(hint)).WithLimit(limit)
	p.bindText(field, id, at)
	return field
}

// bodies asks who prepared the programme, with whom, and who follows it.
func (p *detailsPage) bodies() []fyne.CanvasObject {
	return []fyne.CanvasObject{
		p.fact(model.FieldPreparedBy, p.hinted("details.preparedBy.hint")),
		p.fact(model.FieldCoordinatedWith, p.hinted("details.coordinatedWith.hint")),
		p.fact(model.FieldSteeringGroup, p.hinted("details.steeringGroup.hint")),
		p.fact(model.FieldFollowUpBody, p.hinted("details.followUpBody.hint")),
	}
}

// basis asks for the act that the programme is based on and for what it belongs
// to.
func (p *detailsPage) basis() []fyne.CanvasObject {
	return []fyne.CanvasObject{
		p.act(),
		p.fact(model.FieldLegalBasisText, p.hinted("details.legalBasisText.hint")),
		p.fact(model.FieldStrategy, p.proseArea),
		p.fact(model.FieldParentProgramme, p.hinted("details.parentProgramme.hint")),
		p.fact(model.FieldPredecessor, p.hinted("details.predecessor.hint")),
		p.fact(model.FieldReimbursement, p.proseArea),
		ui.NewRow("", nil, ui.NewButton(p.w.kit, ui.ButtonQuiet, p.w.t("law.title"), p.w.openLaw).WithIcon(ui.IconSectionSign)),
	}
}

// act asks for the act by its number; one that is not offered is written.
func (p *detailsPage) act() fyne.CanvasObject {
	w := p.w
	programme := w.work.Programme()
	id := programme.ID
	known := slices.Index(legalBases, programme.LegalBasis)
	if p.readOnly() {
		words := programme.LegalBasis
		if known >= 0 && words != "" {
			words = w.t("legalBasis." + strings.ReplaceAll(words, "/", "-"))
		}
		return p.readValue(w.t("details.legalBasis"), p.orNotGiven(words))
	}
	var words []string
	for _, act := range legalBases {
		words = append(words, w.t("legalBasis."+strings.ReplaceAll(act, "/", "-")))
	}
	other := len(legalBases) - 1
	if known < 0 {
		known = other
	}
	choice := ui.NewSelect(w.kit, w.t("details.legalBasis"), words...).WithHint(w.t("new.legalBasisHint"))
	choice.SetChosen(known)
	choice.OnChanged = func(i int) { p.setFact(id, model.FieldLegalBasis, model.ValueOf(legalBases[i])) }
	p.register(fieldKey(id, model.FieldLegalBasis), choice.Focusable())
	if known != other {
		return ui.NewFormRow(280, theme.Space8, choice, ui.NewColumn(""))
	}
	number := ui.NewField(w.kit, w.t("details.actNumber")).WithHint(w.t("details.actNumber.hint")).WithLimit(valueLimit)
	p.bindText(number, id, model.FieldLegalBasis)
	p.keys[fieldKey(id, model.FieldLegalBasis)] = choice.Focusable()
	p.keys[key(id, "actNumber")] = number.Focusable()
	return ui.NewFormRow(280, theme.Space8, choice, number)
}

// languagesPart asks in which language the programme is written first, and in
// which others it comes.
func (p *detailsPage) languagesPart() []fyne.CanvasObject {
	w := p.w
	programme := w.work.Programme()
	all := model.Languages()
	if p.readOnly() {
		return []fyne.CanvasObject{
			p.readValue(w.t("details.firstLanguage"), w.t("language."+string(programme.FirstLanguage))),
			p.readValue(w.t("details.languages"), strings.Join(worded(w, "language.", programme.Languages), ", ")),
		}
	}
	words := worded(w, "language.", all)
	first := ui.NewChoiceRow(w.kit, w.t("details.firstLanguage"), words...).WithHint(w.t("details.firstLanguage.hint"))
	at := slices.Index(all, programme.FirstLanguage)
	first.SetChosen(at)
	first.OnChanged = func(chosen []int) {
		if len(chosen) > 0 && chosen[0] != at {
			p.askFirstLanguage(all[chosen[0]])
		}
	}
	others := ui.NewChipRow(w.kit, w.t("details.languages"), words...).WithHint(w.t("details.languages.hint"))
	var chosen []int
	for i, l := range all {
		if slices.Contains(programme.Languages, l) {
			chosen = append(chosen, i)
		}
		p.keys[key(programme.ID, "language/"+string(l))] = others.Chip(i)
		p.keys[key(programme.ID, "firstLanguage/"+string(l))] = first.Chip(i)
	}
	others.SetChosen(chosen...)
	others.OnChanged = func(chosen []int) { p.setLanguages(chosen) }
	p.start = key(programme.ID, "firstLanguage/"+string(programme.FirstLanguage))
	p.keys[fieldKey(programme.ID, model.FieldLanguages)] = others.Chip(0)
	objects := []fyne.CanvasObject{first, others}
	if programme.Bilingual() && !(slices.Contains(programme.Languages, model.Finnish) && slices.Contains(programme.Languages, model.Swedish)) {
		objects = append(objects, ui.NewNotice(w.kit, ui.NoticeWarning, w.t("details.bilingualOwes")))
	}
	return objects
}

// askFirstLanguage says what it means that another language is the one that was
// written first, and asks.
func (p *detailsPage) askFirstLanguage(l model.Language) {
	w := p.w
	if p.stuck() {
		return
	}
	before := w.work.Programme().FirstLanguage
	words := ui.NewColumn(theme.Space8,
		ui.NewLabel(w.t("details.firstLanguage.meaning."+string(l)), theme.TextBody),
		ui.NewLabel(w.t("details.firstLanguage.nothingLost"), theme.TextBody))
	ui.NewDialog(w.kit, w.t("details.firstLanguage.question."+string(l)), words).
		WithPrimary(w.t("details.firstLanguage.change"), func() bool {
			p.keepLanguages(l, w.work.Programme().Languages)
			return true
		}).
		WithCancel(w.t("details.firstLanguage.keep."+string(before)), func() {
			p.show(key(w.work.ID(), "firstLanguage/"+string(before)))
		}).
		Show(w.window.Canvas())
}

// setLanguages keeps the languages in which the programme comes; the one that
// was written first is always among them.
func (p *detailsPage) setLanguages(chosen []int) {
	var languages []model.Language
	for _, i := range chosen {
		languages = append(languages, model.Languages()[i])
	}
	p.keepLanguages(p.w.work.Programme().FirstLanguage, languages)
}

func (p *detailsPage) keepLanguages(first model.Language, languages []model.Language) {
	w := p.w
	var codes []string
	for _, l := range model.Languages() {
		if l == first || slices.Contains(languages, l) {
			codes = append(codes, string(l))
		}
	}
	if p.stuck() {
		return
	}
	w.edit(func(st *model.Step) error {
		if err := st.Set(w.work.ID(), model.FieldFirstLanguage, model.ValueOf(first)); err != nil {
			return err
		}
		return st.Set(w.work.ID(), model.FieldLanguages, model.ValueOf(codes))
	})
	if !slices.Contains(codes, string(w.language)) {
		w.language = first
	}
	w.rebuild() // the head offers the languages too
}

// classLimit is the longest class of a record, in characters.
const classLimit = 200

// publication asks where and when the programme was published, and how the
// municipality classes its record.
func (p *detailsPage) publication() []fyne.CanvasObject {
	w := p.w
	id := w.work.ID()
	published := w.work.Programme().Published
	address := p.plain(id, model.FieldAddress, "details.address", "details.address.hint", model.MaxTitle)
	objects := []fyne.CanvasObject{address}
	if p.readOnly() {
		day := ""
		if !published.Zero() {
			day = w.day(published)
		}
		objects = append(objects, p.readValue(w.t("details.published"), p.orNotGiven(day)))
	} else {
		field := ui.NewField(w.kit, w.t("details.published")).WithHint(w.t("field.dateHint")).WithLimit(valueLimit)
		shown := ""
		if !published.Zero() {
			shown = text.FormatDate(published.Year, published.Month, published.Day)
		}
		p.bindValue(field, id, model.FieldPublished, typedValue{shown: shown, read: readDay})
		objects = append(objects, ui.NewFormRow(280, theme.Space8, field, ui.NewColumn("")))
	}
	objects = append(objects, p.fact(model.FieldKeywords, p.hinted("details.keywords.hint")))
	objects = append(objects, ui.NewFormRow(280, theme.Space8,
		p.plain(id, model.FieldConfidentiality, "field.confidentiality", "details.confidentiality.hint", classLimit),
		p.plain(id, model.FieldRetentionClass, "field.retentionClass", "details.retentionClass.hint", classLimit)))
	return append(objects, p.past()...)
}

// errDay says that what was typed is no day of the calendar.
var errDay = errors.New("no day")

// readDay reads a date as typed; nothing typed is no date.
func readDay(typed string) (model.Value, error) {
	day := parsedDate(typed)
	if day.Zero() && strings.TrimSpace(typed) != "" {
		return nil, errDay
	}
	return model.ValueOf(day), nil
}

// past asks how a programme of the past was recorded.
func (p *detailsPage) past() []fyne.CanvasObject {
	programme := p.w.work.Programme()
	return []fyne.CanvasObject{
		p.flag("details.recordedAfterwards", model.FieldRecordedAfterwards, programme.RecordedAfterwards),
		p.flag("details.structureOnly", model.FieldStructureOnly, programme.StructureOnly),
	}
}

// flag asks whether something holds of the programme.
func (p *detailsPage) flag(label string, field model.Field, on bool) fyne.CanvasObject {
	w := p.w
	if p.readOnly() {
		answer := "answer.no"
		if on {
			answer = "answer.yes"
		}
		return p.readValue(w.t(label), w.t(answer))
	}
	check := ui.NewCheck(w.kit, w.t(label))
	check.SetChecked(on)
	check.OnChanged = func(on bool) { p.setFact(w.work.ID(), field, model.ValueOf(on)) }
	p.keys[fieldKey(w.work.ID(), field)] = check
	return check
}
