package window

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/model"
)

// decisionPage leads a programme through its approval: what is still missing,
// the decision, its minutes, and the approved version.
type decisionPage struct {
	w     *Window
	draft *draft
	focus fyne.Focusable
}

func newDecisionPage(w *Window) *decisionPage { return &decisionPage{w: w, draft: newDraft(w)} }

func (p *decisionPage) name() string          { return "decision" }
func (p *decisionPage) first() fyne.Focusable { return p.focus }
func (p *decisionPage) flush() error          { return p.draft.flush() }
func (p *decisionPage) back()                 { p.w.openView(viewContents) }
func (p *decisionPage) next()                 { p.act() }

func (p *decisionPage) content() fyne.CanvasObject {
	w := p.w
	p.focus = nil
	programme := w.work.Programme()
	main := ui.NewColumn(theme.Space16,
		ui.NewBoldLabel(w.t("decision.title"), theme.TextPage),
		p.part(1, "decision.precheck", p.precheckDone(), p.precheck()...))
	main.Add(p.part(2, "decision.decision", programme.State.Locked(), p.decision()...))
	main.Add(p.part(3, "decision.minutes", programme.FinalDecision() != nil && len(w.work.Pending()) == 0, p.minutes()...))
	main.Add(p.part(4, "decision.version", programme.State == model.Approved, p.approved()...))
	page := container.New(&sideLayout{side: 368 * w.scale(), fold: 900 * w.scale()},
		ui.NewMargin(w.margin(), main), ui.NewMargin(w.margin(), p.versionCard()))
	return container.New(&wizardLayout{}, container.NewWithoutLayout(), ui.NewScroll(w.kit, page), w.foot(p.foot()))
}

// part is one of the four numbered parts of the page.
func (p *decisionPage) part(number int, key string, done bool, objects ...fyne.CanvasObject) fyne.CanvasObject {
	w := p.w
	var disc fyne.CanvasObject
	if done {
		disc = ui.NewIconSized(ui.IconCheckDisc, theme.ColorOK, theme.IconLarge)
	} else {
		disc = ui.NewLine(fmt.Sprint(number), theme.TextSection, theme.ColorMuted, true)
	}
	heading := ui.NewBoldLabel(w.t(key), theme.TextSection)
	column := ui.NewColumn(theme.Space8, heading)
	for _, o := range objects {
		column.Add(o)
	}
	return ui.NewTopRow(theme.Space12, column, disc, column)
}

func (p *decisionPage) precheckDone() bool {
	return len(p.contentObstacles()) == 0
}

// contentObstacles are the obstacles in the content, those of the decision aside.
func (p *decisionPage) contentObstacles() []model.Finding {
	decision := p.w.work.Programme().FinalDecision()
	return slices.DeleteFunc(p.w.work.Obstacles(), func(f model.Finding) bool {
		return f.Code == model.CodeDecisionMissing || decision != nil && f.Entity == decision.ID
	})
}

// precheck says what keeps the programme from being decided, and what is good
// to know, the missing second language first.
func (p *decisionPage) precheck() []fyne.CanvasObject {
	w := p.w
	if w.work.ReadOnly() {
		return []fyne.CanvasObject{ui.NewMutedLabel(w.t("decision.contentLocked"), theme.TextSecondary)}
	}
	column := ui.NewColumn(theme.Space4)
	counts := map[model.Code]int{}
	for _, f := range w.work.Findings() {
		counts[f.Code]++
	}
	tell := func(code model.Code, mark ui.MarkKind, key string) {
		if n := counts[code]; n > 0 {
			column.Add(ui.NewMarkWithWord(mark, w.t(key, "count", n), theme.TextSecondary))
		}
	}
	second := model.Swedish
	if w.work.Programme().FirstLanguage == model.Swedish {
		second = model.Finnish
	}
	tell(model.CodeSecondLanguage, ui.MarkMissing, "notice.secondLanguageMissing")
	if counts[model.CodeSecondLanguage] == 0 {
		tell(model.CodeTranslationMissing, ui.MarkMissing, "start.untranslated."+string(second))
		tell(model.CodeTranslationOutdated, ui.MarkMissing, "notice.translationOutdated")
	}
	obstacles := p.contentObstacles()
	for _, f := range obstacles {
		column.Add(ui.NewMarkWithWord(ui.MarkMissing, w.t("finding."+string(f.Code)), theme.TextSecondary))
	}
	if len(obstacles) == 0 {
		column.Add(ui.NewMarkWithWord(ui.MarkDone, w.t("decision.noObstacles"), theme.TextSecondary))
	}
	for _, code := range []model.Code{
		model.CodeTimetableMissing, model.CodeBodyMissing, model.CodeIndicatorMissing,
		model.CodeBaselineUnknown, model.CodeKindUnconfirmed,
	} {
		tell(code, ui.MarkInformation, "notice."+string(code))
	}
	return []fyne.CanvasObject{column}
}

// decision asks for the facts of the final decision.
func (p *decisionPage) decision() []fyne.CanvasObject {
	w := p.w
	d := w.work.Programme().FinalDecision()
	if d == nil {
		begin := ui.NewButton(w.kit, ui.ButtonSecondary, w.t("decision.record"), p.beginDecision).WithIcon(ui.IconPlus)
		p.focus = begin
		return []fyne.CanvasObject{
			ui.NewMutedLabel(w.t("decision.recordText"), theme.TextSecondary), ui.NewRow(theme.Space8, nil, begin),
		}
	}
	if w.work.Programme().State == model.Approved {
		return []fyne.CanvasObject{p.decisionFacts(d)}
	}
	f := form{w: w, draft: p.draft}
	organ := p.choose("decision.organ", "organ.", model.Organs(), d.Organ, d.ID, model.FieldOrgan)
	p.focus = organ.Focusable()
	date := f.date(ui.NewDateField(w.kit, w.t("decision.meetingDate"), readDate), d.ID, model.FieldMeetingDate)
	paragraph := f.plain(ui.NewField(w.kit, w.t("decision.paragraph")), d.ID, model.FieldParagraph)
	register := f.plain(ui.NewField(w.kit, w.t("decision.registerNumber")).WithLimit(100), d.ID, model.FieldRegisterNumber)
	preparer := f.text(ui.NewField(w.kit, w.t("decision.preparer")), d.ID, model.FieldPreparer, w.language)
	words := f.text(ui.NewTextArea(w.kit, w.t("decision.text."+string(w.language)), 2, 6), d.ID, model.FieldDecisionText, w.language)
	outcome := p.choose("decision.outcome", "outcome.", model.Outcomes(), d.Outcome, d.ID, model.FieldOutcome)
	unanimous := ui.NewCheck(w.kit, w.t("decision.unanimous"))
	unanimous.SetChecked(d.Unanimous)
	unanimous.OnChanged = func(on bool) {
		w.edit(func(st *model.Step) error { return st.Set(d.ID, model.FieldUnanimous, model.ValueOf(on)) })
		w.rebuild()
	}
	const wide, narrow = 220, 150
	objects := []fyne.CanvasObject{
		ui.NewFormRow(wide, theme.Space12, organ, date),
		ui.NewFormRow(narrow, theme.Space12, paragraph, register, preparer),
		words,
		ui.NewFormRow(wide, theme.Space12, outcome, unanimous),
	}
	if !d.Unanimous {
		objects = append(objects, p.vote(f, d))
	}
	card := ui.NewColumn(theme.Space12, objects...)
	return []fyne.CanvasObject{w.panel(card)}
}

// choose is a select bound to a field that holds one of a list of codes.
func choices[C ~string](w *Window, prefix string, codes []C) []string {
	var words []string
	for _, c := range codes {
		words = append(words, w.t(prefix+string(c)))
	}
	return words
}

func (p *decisionPage) choose(label, prefix string, codes any, chosen any, id model.EntityID, field model.Field) *ui.Select {
	w := p.w
	var all, words []string
	switch codes := codes.(type) {
	case []model.Organ:
		words = choices(w, prefix, codes)
		for _, c := range codes {
			all = append(all, string(c))
		}
	case []model.Outcome:
		words = choices(w, prefix, codes)
		for _, c := range codes {
			all = append(all, string(c))
		}
	}
	s := ui.NewSelect(w.kit, w.t(label), words...)
	s.SetChosen(slices.Index(all, fmt.Sprint(chosen)))
	s.OnChanged = func(i int) {
		w.edit(func(st *model.Step) error { return st.Set(id, field, model.ValueOf(all[i])) })
	}
	return s
}

// vote asks what Yes and No stood for and how many voted so; without numbers
// nothing was voted.
func (p *decisionPage) vote(f form, d *model.Decision) fyne.CanvasObject {
	w := p.w
	if len(d.Votes) == 0 {
		return ui.NewRow(theme.Space8, nil, ui.NewButton(w.kit, ui.ButtonQuiet, w.t("decision.addVote"), func() {
			if w.edit(func(st *model.Step) error {
				_, err := st.Add(d.ID, model.KindVote, "")
				return err
			}) {
				w.rebuild()
			}
		}).WithIcon(ui.IconPlus))
	}
	v := d.Votes[0]
	number := func(key string, field model.Field) *ui.Field {
		return f.count(ui.NewNumberField(w.kit, w.t(key), func(typed string) (string, bool) {
			n, ok := readCount(typed)
			return fmt.Sprint(n), ok
		}), v.ID, field)
	}
	remove := ui.NewButton(w.kit, ui.ButtonQuiet, w.t("decision.removeVote"), func() {
		if w.edit(func(st *model.Step) error { return st.Delete(v.ID) }) {
			w.rebuild()
		}
	})
	return ui.NewColumn(theme.Space8,
		ui.NewBoldLabel(w.t("decision.vote"), theme.TextSecondary),
		ui.NewFormRow(90, theme.Space12,
			number("decision.yes", model.FieldYes), number("decision.no", model.FieldNo),
			number("decision.blank", model.FieldBlank), number("decision.absent", model.FieldAbsent)),
		ui.NewFormRow(220, theme.Space12,
			f.text(ui.NewField(w.kit, w.t("decision.yesMeaning")), v.ID, model.FieldYesMeaning, w.language),
			f.text(ui.NewField(w.kit, w.t("decision.noMeaning")), v.ID, model.FieldNoMeaning, w.language)),
		ui.NewRow(theme.Space8, nil, remove))
}

// decisionFacts shows an approved decision.
func (p *decisionPage) decisionFacts(d *model.Decision) fyne.CanvasObject {
	w := p.w
	words, _ := d.Text.Best(w.language)
	line := []string{w.t("organ." + string(d.Organ)), w.day(d.MeetingDate)}
	if d.Paragraph != "" {
		line = append(line, "§ "+d.Paragraph)
	}
	if d.RegisterNumber != "" {
		line = append(line, d.RegisterNumber)
	}
	return w.panel(ui.NewColumn(theme.Space4,
		ui.NewLabel(strings.Join(line, " · "), theme.TextBody), ui.NewLabel(words, theme.TextBody)))
}

// beginDecision makes the decision with the entries that minutes usually have:
// chair, minutes-keeper and two checkers.
func (p *decisionPage) beginDecision() {
	w := p.w
	if err := p.flush(); err != nil {
		w.tell(err)
		return
	}
	id, err := w.work.FinalDecisionID(w.ctx)
	if err != nil {
		w.tell(err)
		return
	}
	if w.edit(func(st *model.Step) error {
		if err := st.Set(id, model.FieldOrgan, model.ValueOf(string(model.Council))); err != nil {
			return err
		}
		if err := st.Set(id, model.FieldOutcome, model.ValueOf(string(model.OutcomeApproved))); err != nil {
			return err
		}
		for _, role := range []model.MinutesRole{model.Chair, model.MinutesKeeper, model.MinutesChecker, model.MinutesChecker} {
			entry, err := st.Add(id, model.KindMinutesEntry, "")
			if err != nil {
				return err
			}
			if err := st.Set(entry, model.FieldRole, model.ValueOf(string(role))); err != nil {
				return err
			}
		}
		return nil
	}) {
		w.rebuild()
		if p.focus != nil {
			w.window.Canvas().Focus(p.focus)
		}
	}
}

// minutes asks who signed, certified and checked the minutes, and when.
func (p *decisionPage) minutes() []fyne.CanvasObject {
	w := p.w
	d := w.work.Programme().FinalDecision()
	if d == nil {
		return []fyne.CanvasObject{ui.NewMutedLabel(w.t("decision.minutesText"), theme.TextSecondary)}
	}
	f := form{w: w, draft: p.draft}
	cards := ui.NewFormRow(200, theme.Space12)
	checkers := 0
	for _, m := range d.Minutes {
		role := w.t("minutes." + string(m.Role))
		if m.Role == model.MinutesChecker {
			checkers++
			role += fmt.Sprintf(" %d", checkers)
		}
		cards.Add(w.panel(p.minutesEntry(f, m, role)))
	}
	objects := []fyne.CanvasObject{cards}
	if w.work.Programme().State != model.Approved {
		add := ui.NewButton(w.kit, ui.ButtonQuiet, w.t("minutes.addChecker"), func() {
			if w.edit(func(st *model.Step) error {
				id, err := st.Add(d.ID, model.KindMinutesEntry, "")
				if err != nil {
					return err
				}
				return st.Set(id, model.FieldRole, model.ValueOf(string(model.MinutesChecker)))
			}) {
				w.rebuild()
			}
		}).WithIcon(ui.IconPlus)
		objects = append(objects, ui.NewRow(theme.Space8, nil, add))
	}
	return objects
}

func (p *decisionPage) minutesEntry(f form, m model.MinutesEntry, role string) fyne.CanvasObject {
	w := p.w
	done := w.t("minutes.done." + string(m.Role))
	column := ui.NewColumn(theme.Space8)
	name := w.work.NameOf(w.ctx, m.Person)
	if w.work.Programme().State == model.Approved {
		column.Add(ui.NewMutedLabel(role, theme.TextSecondary))
		column.Add(ui.NewBoldLabel(name, theme.TextBody))
		if m.Done {
			column.Add(ui.NewMarkWithWord(ui.MarkDone, done+" "+w.day(m.DoneOn), theme.TextSecondary))
		}
		return column
	}
	person := ui.NewField(w.kit, role).WithHint(w.t("minutes.nameHint")).WithLimit(120)
	person.SetText(name)
	person.OnChanged = func(string) {
		p.draft.typed(string(m.ID)+"/person", func() error {
			if person.Text() == name {
				return nil
			}
			return w.work.NameMinutesEntry(w.ctx, m.ID, person.Text())
		})
	}
	person.OnLeave = func(string) { w.tell(p.draft.flush()) }
	check := ui.NewCheck(w.kit, done)
	check.SetChecked(m.Done)
	check.OnChanged = func(on bool) {
		w.tell(p.draft.flush())
		w.edit(func(st *model.Step) error { return st.Set(m.ID, model.FieldDone, model.ValueOf(on)) })
	}
	date := f.date(ui.NewDateField(w.kit, w.t("minutes.doneOn"), readDate), m.ID, model.FieldDoneOn)
	column.Add(person)
	column.Add(check)
	column.Add(date)
	return column
}

// approved says what comes, or what was approved.
func (p *decisionPage) approved() []fyne.CanvasObject {
	w := p.w
	key := "decision.versionText"
	switch w.work.Programme().State {
	case model.Approved:
		key = "decision.versionApproved"
	case model.Locked:
		if len(w.work.Pending()) == 0 {
			key = "decision.versionReady"
		}
	}
	return []fyne.CanvasObject{ui.NewMutedLabel(w.t(key), theme.TextSecondary)}
}

// versionCard shows the frozen version and its fingerprint, or the draft.
func (p *decisionPage) versionCard() fyne.CanvasObject {
	w := p.w
	programme := w.work.Programme()
	version, err := w.work.Version(w.ctx)
	head := ui.NewColumn(theme.Space4)
	small, large := w.t("decision.draftContent"), w.t("decision.versionNumber", "number", fmt.Sprintf("%d.0", programme.Version))
	if err == nil && programme.State.Locked() {
		small = w.t("decision.lockedContent")
	}
	smallLabel, largeLabel := ui.NewLabel(small, theme.TextSecondary), ui.NewBoldLabel(large, theme.TextSection)
	smallLabel.SetColor(theme.ColorOnGranite)
	largeLabel.SetColor(theme.ColorOnGranite)
	head.Add(smallLabel)
	head.Add(largeLabel)
	ground := canvas.NewRectangle(w.color(theme.ColorGranite))
	ground.TopLeftCornerRadius = fynetheme.Size(theme.RadiusCard)
	ground.TopRightCornerRadius = fynetheme.Size(theme.RadiusCard)
	title, _ := programme.Title.Best(w.language)
	counts := programme.Counts()
	words := ui.NewColumn(theme.Space8,
		ui.NewBoldLabel(title, theme.TextSubhead),
		ui.NewMutedLabel(strings.Join([]string{
			w.t("count.sections", "count", counts.Sections), w.t("count.goals", "count", counts.Goals),
			w.t("count.measures", "count", counts.Measures),
		}, " · "), theme.TextSecondary))
	if err == nil && programme.State.Locked() {
		words.Add(ui.NewBoldLabel(w.t("decision.fingerprint"), theme.TextSecondary))
		words.Add(ui.NewLabel(grouped(version.Fingerprint.String()), theme.TextSecondary))
		copyButton := ui.NewButton(w.kit, ui.ButtonSecondary, w.t("action.copy"), func() {
			w.app.Clipboard().SetContent(version.Fingerprint.String())
			w.inform("decision.copied")
		}).WithIcon(ui.IconCopy).Compact()
		words.Add(ui.NewRow(theme.Space8, nil, copyButton))
		words.Add(ui.NewMutedLabel(w.t("decision.lockedText"), theme.TextSmallest))
	}
	m := programme.StructuralMap()
	picture := ui.NewStreet(streetSections(m, programme.StructureOnly), w.t("decision.picture"), "")
	column := ui.NewColumn("",
		container.New(&stackLayout{}, ground, ui.NewMargin(theme.Space16, head)),
		container.New(&heightLayout{height: 110 * w.scale()}, picture),
		ui.NewMargin(theme.Space16, words))
	frame := canvas.NewRectangle(w.color(theme.ColorSurface))
	frame.StrokeColor = w.color(theme.ColorGranite)
	frame.StrokeWidth = 2
	frame.CornerRadius = fynetheme.Size(theme.RadiusCard)
	return container.New(&stackLayout{}, frame, column)
}

// grouped writes a fingerprint in groups of four, four groups a line.
func grouped(hash string) string {
	var out strings.Builder
	for i := 0; i < len(hash); i += 4 {
		switch {
		case i > 0 && i%16 == 0:
			out.WriteByte('\n')
		case i > 0:
			out.WriteByte(' ')
		}
		out.WriteString(hash[i:min(i+4, len(hash))])
	}
	return out.String()
}

// foot offers the one thing that comes next.
func (p *decisionPage) foot() wizardFoot {
	w := p.w
	f := wizardFoot{back: w.t("nav.contents"), onBack: p.back, onNext: p.act}
	switch w.work.Programme().State {
	case model.Approved:
		f.next = w.t("decision.openNext")
	case model.Locked:
		f.next = w.t("decision.approve")
		if pending := w.work.Pending(); len(pending) > 0 {
			f.step = w.t("finding." + string(pending[0]))
		}
	default:
		f.next = w.t("decision.lock")
	}
	return f
}

// act does what the foot offers.
func (p *decisionPage) act() {
	w := p.w
	if err := p.flush(); err != nil {
		w.tell(err)
		return
	}
	switch w.work.Programme().State {
	case model.Approved:
		ui.Confirm(w.kit, w.window.Canvas(), w.t("decision.openNext"), w.t("decision.openNextQuestion"),
			w.t("decision.openNext"), w.t("action.cancel"), func() {
				w.tell(w.work.BeginNextVersion(w.ctx))
				w.openView(viewContents)
			})
	case model.Locked:
		p.approve()
	default:
		p.lock()
	}
}

func (p *decisionPage) lock() {
	w := p.w
	if w.work.Programme().FinalDecision() == nil {
		p.beginDecision()
		return
	}
	if obstacles := w.work.Obstacles(); len(obstacles) > 0 {
		w.show(messageError, "finding."+string(obstacles[0].Code))
		return
	}
	ui.Confirm(w.kit, w.window.Canvas(), w.t("decision.lock"), w.t("decision.lockQuestion"),
		w.t("decision.lock"), w.t("action.cancel"), func() {
			err := w.work.Lock(w.ctx)
			w.rebuild()
			w.tell(err)
			if err == nil && len(w.work.Pending()) == 0 {
				p.approve()
			}
		})
}

// approve prints and keeps the approved version; a moment's work, done beside
// the window's goroutine so that the window stays alive.
func (p *decisionPage) approve() {
	w := p.w
	if pending := w.work.Pending(); len(pending) > 0 {
		w.show(messageError, "finding."+string(pending[0]))
		return
	}
	err := w.work.Approve(w.ctx, nil)
	w.rebuild()
	w.tell(err)
	if err == nil {
		w.inform("decision.approvedNow")
	}
}
