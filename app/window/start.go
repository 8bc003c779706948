package window

import (
	"fmt"
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
)

// startPage shows all programmes as cards, where the person left off, and how
// to begin.
type startPage struct {
	w            *Window
	filter       model.StoredState // "" for all
	firstControl fyne.Focusable
}

func newStartPage(w *Window) *startPage { return &startPage{w: w} }

func (p *startPage) name() string             { return "start" }
func (p *startPage) first() fyne.Focusable    { return p.firstControl }
func (p *startPage) flush() error             { return nil }
func (p *startPage) language() model.Language { return model.Language(p.w.words.Language()) }

func (p *startPage) content() fyne.CanvasObject {
	w := p.w
	summaries, err := w.desk.Programmes(w.ctx)
	if err != nil {
		w.tell(err)
	}
	p.firstControl = nil
	cards := ui.NewGrid(400, theme.Space16)
	for _, s := range summaries {
		if p.filter != "" && s.State != p.filter {
			continue
		}
		card := ui.NewProgrammeCard(w.kit, p.facts(s), func() { w.openProgramme(s.ID) })
		if p.firstControl == nil {
			p.firstControl = card
		}
		cards.Add(card)
	}
	heading := ui.NewBoldLabel(w.t("start.title"), theme.TextPage)
	main := ui.NewColumn(theme.Space16, heading)
	if len(summaries) > 0 {
		main.Objects[0] = ui.NewRow(theme.Space16, heading, heading, ui.NewSavedNote(w.t("saved.all")))
		main.Add(p.filters(summaries))
	}
	switch {
	case len(summaries) == 0:
		main.Add(ui.NewLabel(w.t("start.empty"), theme.TextBody))
	case len(cards.Objects) == 0:
		main.Add(ui.NewLabel(w.t("start.noneOfState"), theme.TextBody))
	}
	main.Add(cards)
	side := p.side(summaries)
	return container.New(&startLayout{scale: w.scale()},
		ui.NewScroll(w.kit, ui.NewMargin(theme.Space24, main)),
		ui.NewScroll(w.kit, ui.NewMargin(theme.Space24, side)))
}

// filters are the states that programmes are in, with their numbers.
func (p *startPage) filters(all []model.Summary) fyne.CanvasObject {
	w := p.w
	counts := map[model.StoredState]int{}
	for _, s := range all {
		counts[s.State]++
	}
	states := []model.StoredState{""}
	labels := []string{fmt.Sprintf("%s %d", w.t("start.all"), len(all))}
	for _, s := range []model.StoredState{model.Draft, model.InDecisionMaking, model.Locked, model.Approved} {
		if counts[s] > 0 {
			states = append(states, s)
			labels = append(labels, fmt.Sprintf("%s %d", w.t("programme.stateShort."+string(s)), counts[s]))
		}
	}
	row := ui.NewChoiceRow(w.kit, w.t("start.filter"), labels...).WithoutTitle()
	for i, s := range states {
		if s == p.filter {
			row.SetChosen(i)
		}
	}
	row.OnChanged = func(chosen []int) {
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
	column := ui.NewColumn(theme.Space12)
	at := w.lastPlace()
	for _, s := range all {
		if s.ID == at.Programme && !s.State.Locked() {
			column.Add(p.continueCard(s, at))
		}
	}
	column.Add(ui.NewBoldLabel(w.t("start.begin"), theme.TextSubhead))
	kind := ui.ButtonSecondary
	if len(all) == 0 {
		kind = ui.ButtonPrimary
	}
	create := ui.NewButton(w.kit, kind, w.t("menu.newProgramme"), w.newProgramme).WithIcon(ui.IconPlus)
	if p.firstControl == nil {
		p.firstControl = create
	}
	column.Add(create)
	column.Add(ui.NewButton(w.kit, ui.ButtonSecondary, w.t("menu.openExample"), w.openExample).WithIcon(ui.IconFolder))
	rule := canvas.NewRectangle(w.color(theme.ColorLine))
	rule.SetMinSize(fyne.NewSize(1, 1))
	column.Add(ui.NewInset(theme.Space12, "", theme.Space12, "", rule))
	column.Add(ui.NewBoldLabel(w.t("start.housesTitle"), theme.TextSecondary))
	column.Add(ui.NewMutedLabel(w.t("start.housesText"), theme.TextSecondary))
	return column
}

// continueCard leads back to where the person left off.
func (p *startPage) continueCard(s model.Summary, at place) fyne.CanvasObject {
	w := p.w
	title, _ := s.Title.Best(s.FirstLanguage)
	ground := canvas.NewRectangle(w.color(theme.ColorPrimary))
	ground.CornerRadius = fynetheme.Size(theme.RadiusCard)
	heading := ui.NewBoldLabel(title, theme.TextSection)
	heading.SetColor(theme.ColorOnPrimary)
	small := ui.NewLabel(w.t("start.lastWork"), theme.TextSecondary)
	small.SetColor(theme.ColorOnPrimary)
	step := ui.NewLabel(w.t("contents.step."+fmt.Sprint(at.Step)), theme.TextSecondary)
	step.SetColor(theme.ColorOnPrimary)
	open := ui.NewButton(w.kit, ui.ButtonSecondary, w.t("action.continue"), func() { w.openProgramme(s.ID) }).
		WithTrailingIcon(ui.IconArrowRight)
	return container.New(&stackLayout{}, ground,
		ui.NewMargin(theme.Space16, ui.NewColumn(theme.Space4, small, heading, step,
			ui.NewInset(theme.Space12, "", "", "", open))))
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
	kind, word := w.stateOf(s.State)
	if s.State == model.Locked {
		word = w.t("programme.stateShort.locked")
	}
	facts := ui.ProgrammeFacts{
		Heading: strings.Join(heading, " · "), State: kind, StateWord: word, Title: title, Language: string(language),
		Facts:      p.parts(s) + " · " + w.t("count.goals", "count", s.Counts.Goals),
		Sections:   streetSections(s.Map, s.StructureOnly),
		LastChange: w.t("start.changed", "when", w.when(s.Changed())),
	}
	if s.StructureOnly {
		facts.Facts = w.t("start.structureOnly")
	} else if s.Counts.Goals > 0 {
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
	}
	return facts
}

// parts counts the houses, with the foundation and the follow-up named apart.
func (p *startPage) parts(s model.Summary) string {
	w := p.w
	words := w.t("count.sections", "count", len(s.Map.Houses))
	switch {
	case len(s.Map.Foundation) > 0 && len(s.Map.FollowUp) > 0:
		words += " + " + w.t("start.foundationAndFollowUp")
	case len(s.Map.Foundation) > 0:
		words += " + " + w.t("start.foundation")
	case len(s.Map.FollowUp) > 0:
		words += " + " + w.t("start.followUp")
	}
	return words
}

// streetSections are the houses of a summary's map.
func streetSections(m model.StructuralMap, structureOnly bool) []street.Section {
	var sections []street.Section
	for _, h := range m.Houses {
		sections = append(sections, street.Section{Written: h.Lit, Complete: h.Complete(), Outline: structureOnly})
	}
	return sections
}

// when writes a moment as a person says it: today with the time, else the day.
func (w *Window) when(t time.Time) string {
	now := w.desk.Now()
	t = t.In(now.Location())
	if model.DateOf(t) == model.DateOf(now) {
		return w.t("time.today", "time", t.Format("15.04"))
	}
	return w.day(model.DateOf(t))
}

// day writes a date as 2.1.2006.
func (w *Window) day(d model.Date) string { return fmt.Sprintf("%d.%d.%d", d.Day, d.Month, d.Year) }

// startLayout sets the cards beside the column of how to begin, or above it
// where there is no room.
type startLayout struct{ scale float32 }

func (l *startLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	side := 326 * l.scale
	if size.Width < 820*l.scale {
		half := size.Height * 0.55
		objects[0].Resize(fyne.NewSize(size.Width, half))
		objects[0].Move(fyne.NewPos(0, 0))
		objects[1].Resize(fyne.NewSize(size.Width, size.Height-half))
		objects[1].Move(fyne.NewPos(0, half))
		return
	}
	objects[0].Resize(fyne.NewSize(size.Width-side, size.Height))
	objects[0].Move(fyne.NewPos(0, 0))
	objects[1].Resize(fyne.NewSize(side, size.Height))
	objects[1].Move(fyne.NewPos(size.Width-side, 0))
}

func (l *startLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(320, 300) }

// stackLayout lays objects over each other and has the height of the last one.
type stackLayout struct{}

func (*stackLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(size)
		o.Move(fyne.NewPos(0, 0))
	}
}

// HeightFor is the height of the object on top.
func (*stackLayout) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	if len(objects) == 0 {
		return 0
	}
	return ui.HeightFor(objects[len(objects)-1], width)
}

func (*stackLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	if len(objects) == 0 {
		return fyne.Size{}
	}
	return objects[len(objects)-1].MinSize()
}
