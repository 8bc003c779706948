package window

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/model"
	"tavoitekartta/model/street"
	"tavoitekartta/model/text"
)

// startPage shows all programmes as cards, where the person left off, and how
// to begin.
type startPage struct {
	w            *Window
	filter       string // a state of the look, "" for all
	firstControl fyne.Focusable
}

func newStartPage(w *Window) *startPage { return &startPage{w: w} }

func (p *startPage) name() string             { return "start" }
func (p *startPage) first() fyne.Focusable    { return p.firstControl }
func (p *startPage) flush() error             { return nil }
func (p *startPage) language() model.Language { return model.Language(p.w.words.Language()) }

// stateExpired is the state that is derived from the years of an approved
// programme.
const stateExpired = "expired"

// shownState is the state of a programme as the start page shows it.
func (w *Window) shownState(s model.Summary) string {
	if s.Expired(w.desk.Today()) {
		return stateExpired
	}
	return string(s.State)
}

// stateWord is the state of a summary in a word, the same in every list.
func (w *Window) stateWord(s *model.Summary) string {
	return w.t("programme.stateShort." + w.shownState(*s))
}

// summaryParts says what a programme consists of, as far as that is known.
func (w *Window) summaryParts(s *model.Summary) string {
	if s.StructureOnly {
		return w.t("start.structureOnly")
	}
	return w.parts(s.Map, s.Counts.Goals)
}

func (p *startPage) content() fyne.CanvasObject {
	w := p.w
	summaries, err := w.desk.Programmes(w.ctx)
	if err != nil {
		w.tell(err)
	}
	p.firstControl = nil
	var heading fyne.CanvasObject = ui.NewFlush(ui.NewBoldLabel(w.t("start.title"), theme.TextPage))
	main := ui.NewColumn(theme.Space12)
	if identity := w.identityHead(); identity != nil {
		main.Add(identity)
	}
	if len(summaries) > 0 {
		heading = p.searchRow(heading)
	}
	if told, first := w.endingCard(); told != nil {
		main.Add(told)
		p.firstControl = first
	}
	main.Add(heading)
	if offer := w.walkOffer(); offer != nil && w.ending == nil {
		main.Add(offer)
	}
	shown := w.withoutArchived(summaries)
	switch {
	case len(summaries) == 0:
		main.Add(p.empty())
	case len(shown) == 0:
		main.Add(w.said("archive.all"))
	default:
		main.Add(p.filters(shown))
		main.Add(p.cards(shown))
	}
	page := ui.NewPage(w.kit, ui.NewSided(310, 430, theme.Space24, main, p.side(summaries)))
	page.SetNarrow(w.frame.narrow)
	return page
}

// searchRow is the page's heading with what leads to the search.
func (p *startPage) searchRow(heading fyne.CanvasObject) fyne.CanvasObject {
	w := p.w
	if w.frame.narrow {
		return ui.NewRow(theme.Space16, heading, heading, ui.NewIconButton(w.kit, ui.IconSearch, w.t("search.everywhere"), w.openSearch))
	}
	return ui.NewRow(theme.Space16, heading, heading, ui.NewSearchLink(w.kit, w.t("search.everywhere"), "Ctrl+F", 330, w.openSearch))
}

// empty is what stands in the place of the cards before there are any.
func (p *startPage) empty() fyne.CanvasObject {
	w := p.w
	houses := make([]street.Section, 7)
	for i := range houses {
		houses[i].Outline = true
	}
	create := ui.NewButton(w.kit, ui.ButtonPrimary, w.t("menu.newProgramme"), w.newProgramme).WithIcon(ui.IconPlus)
	example := ui.NewButton(w.kit, ui.ButtonSecondary, w.t("menu.openExample"), w.openExample).WithIcon(ui.IconFolder)
	if p.firstControl == nil {
		p.firstControl = create
	}
	return ui.NewFlush(w.panel(ui.NewMargin(theme.Space16, ui.NewColumn(theme.Space16,
		container.New(&heightLayout{height: 120 * w.scale()}, ui.NewStreet(houses, w.t("start.housesTitle"), "")),
		ui.NewFlush(ui.NewLabel(w.t("start.empty"), theme.TextBody)),
		ui.NewWrap(theme.Space8, theme.Space8, create, example,
			ui.NewButton(w.kit, ui.ButtonSecondary, w.t("menu.bringIn"), w.openBringIn).WithIcon(ui.IconFolder))))))
}

func (p *startPage) cards(summaries []model.Summary) fyne.CanvasObject {
	w := p.w
	cards := ui.NewGrid(380, theme.Space8)
	for _, s := range summaries {
		if p.filter != "" && w.shownState(s) != p.filter {
			continue
		}
		card := ui.NewProgrammeCard(w.kit, p.facts(s), func() { w.openProgramme(s.ID) })
		if p.firstControl == nil {
			p.firstControl = card
		}
		cards.Add(card)
	}
	if len(cards.Objects) == 0 {
		return ui.NewFlush(ui.NewLabel(w.t("start.noneOfState"), theme.TextBody))
	}
	return cards
}

// filters are the states that programmes are in, with their numbers.
func (p *startPage) filters(all []model.Summary) fyne.CanvasObject {
	w := p.w
	counts := map[string]int{}
	for _, s := range all {
		counts[w.shownState(s)]++
	}
	states := []string{""}
	labels := []string{fmt.Sprintf("%s %d", w.t("start.all"), len(all))}
	for _, s := range []string{
		string(model.Draft), string(model.InDecisionMaking), string(model.Locked), string(model.Approved),
		stateExpired, string(model.Superseded),
	} {
		if counts[s] > 0 || s == p.filter {
			states = append(states, s)
			labels = append(labels, fmt.Sprintf("%s %d", w.t("programme.stateShort."+s), counts[s]))
		}
	}
	row := ui.NewChoiceRow(w.kit, w.t("start.filter"), labels...).WithoutTitle()
	row.SetChosen(slices.Index(states, p.filter))
	row.OnChanged = func(chosen []int) {
		p.filter = ""
		if len(chosen) == 1 {
			p.filter = states[chosen[0]]
		}
		w.rebuild()
	}
	return row
}

// side is where the person left off and how to begin.
func (p *startPage) side(all []model.Summary) fyne.CanvasObject {
	w := p.w
	column := ui.NewColumn(theme.Space8)
	if len(all) > 0 {
		saved := container.NewWithoutLayout()
		column.Add(ui.NewInset(theme.Space12, theme.FocusMargin, theme.Space8, "",
			ui.NewRow("", saved, saved, ui.NewSavedNote(w.t("saved.all")))))
	}
	left := w.lastLeft()
	for _, s := range all {
		if s.ID == left.Programme && !s.State.Locked() {
			column.Add(ui.NewFlush(p.continueCard(s, left)))
		}
	}
	if len(all) > 0 {
		column.Add(ui.NewInset(theme.Space12, theme.FocusMargin, "", theme.FocusMargin,
			ui.NewBoldLabel(w.t("start.begin"), theme.TextSubhead)))
		column.Add(ui.NewButton(w.kit, ui.ButtonSecondary, w.t("menu.newProgramme"), w.newProgramme).WithIcon(ui.IconPlus))
		column.Add(ui.NewButton(w.kit, ui.ButtonSecondary, w.t("menu.openExample"), w.openExample).WithIcon(ui.IconFolder))
		column.Add(ui.NewButton(w.kit, ui.ButtonSecondary, w.t("menu.bringIn"), w.openBringIn).WithIcon(ui.IconFolder))
		rule := canvas.NewRectangle(w.color(theme.ColorLine))
		rule.SetMinSize(fyne.NewSize(1, 1))
		column.Add(ui.NewInset(theme.Space12, theme.FocusMargin, theme.Space12, theme.FocusMargin, rule))
	}
	column.Add(ui.NewFlush(ui.NewColumn("",
		ui.NewBoldLabel(w.t("start.housesTitle"), theme.TextSecondary),
		ui.NewMutedLabel(w.t("start.housesText"), theme.TextSecondary))))
	care := ui.NewButton(w.kit, ui.ButtonQuiet, w.t("care.title"), func() { w.openCare(careBackups) }).WithIcon(ui.IconSave)
	settings := ui.NewButton(w.kit, ui.ButtonQuiet, w.t("settings.title"), w.openSettings).WithIcon(ui.IconSettings)
	about := ui.NewButton(w.kit, ui.ButtonQuiet, w.t("menu.about"), func() { w.openAbout(aboutProgram) }).WithIcon(ui.IconInformation)
	column.Add(ui.NewWrap("", "", care, settings, about))
	if archived, err := w.desk.Store().Archived(w.ctx); err == nil && len(archived) > 0 {
		column.Add(ui.NewButton(w.kit, ui.ButtonQuiet, w.t("archive.open", "count", len(archived)), func() { w.openCare(careArchive) }).WithIcon(ui.IconArchive))
	}
	if discarded, err := w.desk.Store().Discarded(w.ctx); err == nil && len(discarded) > 0 {
		column.Add(ui.NewButton(w.kit, ui.ButtonQuiet, w.t("bin.open", "count", len(discarded)), w.showBin).WithIcon(ui.IconTrash))
	}
	return column
}

// continueCard leads back to where the person left off.
func (p *startPage) continueCard(s model.Summary, left leftOff) fyne.CanvasObject {
	w := p.w
	ground := canvas.NewRectangle(w.color(theme.ColorPrimary))
	ground.CornerRadius = fynetheme.Size(theme.RadiusCard)
	programme, language := s.Title.Best(p.language(), s.FirstLanguage)
	if programme == "" {
		programme = w.t("programme.untitled")
	}
	words := ui.NewColumn(theme.Space4)
	add := func(label *ui.Label, language model.Language) {
		label.Language = string(language)
		label.SetColor(theme.ColorOnPrimary)
		words.Add(label)
	}
	add(ui.NewLabel(w.t("start.lastWork"), theme.TextSecondary), p.language())
	title, titleLanguage := left.Title.Best(p.language(), s.FirstLanguage)
	switch {
	case left.Details != "":
		add(ui.NewBoldLabel(w.t("details.title"), theme.TextSection), p.language())
		add(ui.NewLabel(w.t("details.part."+left.Details), theme.TextSecondary), p.language())
		add(ui.NewLabel(programme, theme.TextSecondary), language)
	case title == "":
		add(ui.NewBoldLabel(programme, theme.TextSection), language)
	default:
		add(ui.NewBoldLabel(title, theme.TextSection), titleLanguage)
		if left.Goal {
			add(ui.NewLabel(w.t("start.step", "name", w.t("step."+contentsStepNames[left.Step]),
				"step", left.Step+1, "steps", contentsSteps), theme.TextSecondary), p.language())
		}
		add(ui.NewLabel(programme, theme.TextSecondary), language)
	}
	open := ui.NewButton(w.kit, ui.ButtonSecondary, w.t("action.continue"), func() { w.openProgramme(s.ID) }).
		WithTrailingIcon(ui.IconArrowRight)
	words.Add(ui.NewInset(theme.Space8, "", "", "", open))
	return container.New(&stackLayout{}, ground, ui.NewMargin(theme.Space16, words))
}

// facts are what a card tells of a programme.
func (p *startPage) facts(s model.Summary) ui.ProgrammeFacts {
	w := p.w
	title, language := s.Title.Best(p.language(), s.FirstLanguage)
	if title == "" {
		title = w.t("programme.untitled")
	}
	heading := []string{w.t("programme.kind." + string(s.Kind))}
	for _, owner := range s.Owners {
		if name, _ := owner.Best(p.language()); name != "" {
			heading = append(heading, name)
		}
	}
	if s.Kind == "" {
		heading = heading[1:]
	}
	kind, _ := w.stateOf(s.State)
	if w.shownState(s) == stateExpired {
		kind = ui.MarkExpired
	}
	facts := ui.ProgrammeFacts{
		Heading: strings.Join(heading, " · "), State: kind, StateWord: w.stateWord(&s), Title: title, Language: string(language),
		Facts:      w.summaryParts(&s),
		Sections:   streetSections(s.Map, s.StructureOnly),
		LastChange: w.t("start.changed", "when", w.when(s.Changed())),
	}
	if (s.StructureOnly || s.RecordedAfterwards) && s.State.Locked() && !s.DecidedOn.Zero() {
		facts.Facts += " · " + strings.ToLower(w.t("organ."+string(s.Organ))) + " " + w.day(s.DecidedOn)
	}
	if _, brought, err := w.desk.BroughtIn(w.ctx, s.ID); err == nil && brought {
		facts.Facts += " · " + w.t("start.broughtIn")
	}
	if s.RecordedAfterwards {
		facts.Facts += " · " + w.t("start.recorded")
	} else if s.Counts.Goals > 0 && !s.StructureOnly {
		share := model.Share{Part: s.Counts.Written, Whole: s.Counts.Goals}
		facts.Share = float64(share.Part) / float64(share.Whole)
		facts.Percent = w.t("share.percent", "percent", share.Percent())
		facts.ShareWord = w.t("share.written")
		facts.ShareCount = fmt.Sprintf("%d/%d", share.Part, share.Whole)
		if s.Untranslated > 0 && s.Bilingual {
			facts.ShareCount += " · " + w.t("start.untranslated."+string(s.SecondLanguage()), "count", s.Untranslated)
		}
	}
	if s.State == model.Approved && !s.DecidedOn.Zero() {
		facts.LastChange = w.t("start.approved", "when", w.day(s.DecidedOn))
	} else if s.RecordedAfterwards && w.shownState(s) == stateExpired {
		facts.LastChange = w.t("start.ended", "year", s.LastYear)
	}
	return facts
}

// streetSections are the houses of a summary's map.
func streetSections(m model.StructuralMap, structureOnly bool) []street.Section {
	var sections []street.Section
	for _, h := range m.Street() {
		sections = append(sections, street.Section{Written: h.Lit, Complete: h.Complete(), Outline: structureOnly})
	}
	return sections
}

// when writes a moment as a person says it: today with the time, else the day.
func (w *Window) when(t time.Time) string {
	now := w.desk.Now()
	t = t.In(now.Location())
	if model.DateOf(t) == model.DateOf(now) {
		return w.t("time.today", "time", clock(t))
	}
	return w.day(model.DateOf(t))
}

// clock writes a time of day as 9.05, without the zero that a machine sets first.
func clock(t time.Time) string { return text.FormatClock(t.Hour(), t.Minute()) }

// day writes a date as 2.1.2006.
func (w *Window) day(d model.Date) string { return fmt.Sprintf("%d.%d.%d", d.Day, d.Month, d.Year) }
