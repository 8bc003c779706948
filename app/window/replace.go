package window

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/app/workflow"
	"tavoitekartta/model"
	"tavoitekartta/model/search"
	"tavoitekartta/model/text"
)

// replaceAtOnce is how many changed texts are shown; the others change with them.
const replaceAtOnce = 40

// replacePage replaces a text in all of the open programme, as one step. Each
// text that would change is shown before and after, and can be left out.
type replacePage struct {
	w         *Window
	replacing workflow.Replacing
	languages []int // chosen, of the programme's
	changes   []workflow.Replacement
	out       map[string]bool // texts left out, by element and field

	findField, withField *ui.Field
	do                   *ui.Button
	list                 *fyne.Container
	page                 *ui.Page
	locked               bool
}

// openReplace shows the page on which a text is replaced.
func (w *Window) openReplace() {
	if w.work == nil {
		w.inform("replace.openFirst")
		return
	}
	if p, there := w.page.(*replacePage); there {
		w.kit.Focus(p.first())
		return
	}
	p := &replacePage{w: w, out: map[string]bool{}}
	p.replacing = workflow.Replacing{Titles: true, Texts: true}
	for i := range w.contentLanguages() {
		p.languages = append(p.languages, i)
	}
	w.goTo(p)
}

func (p *replacePage) name() string { return "replace" }
func (p *replacePage) flush() error { return nil }

func (p *replacePage) first() fyne.Focusable {
	if p.locked {
		return nil
	}
	return p.findField.Focusable()
}

// content builds the page anew.
func (p *replacePage) content() fyne.CanvasObject {
	w := p.w
	p.locked = w.work.ReadOnly()
	column := ui.NewColumn(theme.Space8, ui.NewFlush(ui.NewBoldLabel(w.t("replace.title"), theme.TextPage)))
	p.list = ui.NewColumn(theme.Space8)
	if p.locked {
		words := "error.locked"
		if w.work.RecordedApproval() {
			words = "contents.locked.recorded"
		}
		back := ui.NewButton(w.kit, ui.ButtonSecondary, w.t("nav.decision"), func() { w.openView(viewDecision) }).WithIcon(ui.IconDecision)
		column.Add(ui.NewNotice(w.kit, ui.NoticeInformation, w.t(words)))
		column.Add(ui.NewRow("", nil, back))
	} else {
		column.Add(ui.NewFlush(ui.NewMutedLabel(w.t("replace.text"), theme.TextSecondary)))
		column.Add(p.fields())
		column.Add(p.options())
		p.do = ui.NewButton(w.kit, ui.ButtonPrimary, w.t("replace.do", "count", 0), p.replace)
		column.Add(ui.NewRow("", nil, p.do))
		column.Add(p.list)
	}
	p.page = ui.NewPage(w.kit, column)
	p.page.SetNarrow(w.frame.narrow)
	if !p.locked {
		p.look()
	}
	return p.page
}

func (p *replacePage) fields() fyne.CanvasObject {
	w := p.w
	p.findField = ui.NewField(w.kit, w.t("replace.find"))
	p.withField = ui.NewField(w.kit, w.t("replace.with"))
	p.findField.SetText(p.replacing.Find)
	p.withField.SetText(p.replacing.With)
	p.findField.OnChanged = func(typed string) {
		p.replacing.Find, p.out = typed, map[string]bool{}
		p.look()
	}
	p.withField.OnChanged = func(typed string) {
		p.replacing.With = typed
		p.look()
	}
	return ui.NewFormRow(280, theme.Space8, p.findField, p.withField)
}

func (p *replacePage) options() fyne.CanvasObject {
	w := p.w
	option := func(key string, on *bool) *ui.Check {
		check := ui.NewCheck(w.kit, w.t(key))
		check.SetChecked(*on)
		check.OnChanged = func(checked bool) {
			*on = checked
			p.look()
		}
		return check
	}
	options := ui.NewColumn("", ui.NewFormRow(220, theme.Space8,
		option("replace.case", &p.replacing.MatchCase), option("replace.whole", &p.replacing.WholeWords)))
	where := ui.NewChipRow(w.kit, w.t("replace.where"), w.t("replace.where.titles"), w.t("replace.where.texts"))
	where.SetChosen(p.chosenTexts()...)
	where.OnChanged = func(chosen []int) {
		p.replacing.Titles, p.replacing.Texts = slices.Contains(chosen, 0), slices.Contains(chosen, 1)
		p.look()
	}
	row := ui.NewFormRow(280, theme.Space8, where)
	if languages := w.contentLanguages(); len(languages) > 1 {
		var names []string
		for _, l := range languages {
			names = append(names, w.t("language."+string(l)))
		}
		chips := ui.NewChipRow(w.kit, w.t("replace.languages"), names...)
		chips.SetChosen(p.languages...)
		chips.OnChanged = func(chosen []int) {
			p.languages = chosen
			p.look()
		}
		row.Add(chips)
	}
	options.Add(row)
	return options
}

func (p *replacePage) chosenTexts() []int {
	var chosen []int
	if p.replacing.Titles {
		chosen = append(chosen, 0)
	}
	if p.replacing.Texts {
		chosen = append(chosen, 1)
	}
	return chosen
}

// look finds what would change and shows it.
func (p *replacePage) look() {
	w := p.w
	p.replacing.Languages = []model.Language{}
	for _, i := range p.languages {
		p.replacing.Languages = append(p.replacing.Languages, w.contentLanguages()[i])
	}
	changes, err := w.work.Replacements(p.replacing)
	if err != nil {
		w.tell(err)
	}
	p.changes = changes
	p.fill()
}

// fill shows the texts that would change.
func (p *replacePage) fill() {
	w := p.w
	p.list.Objects = nil
	switch {
	case p.replacing.Find == "":
		p.say("replace.empty")
	case len(p.changes) == 0:
		p.say("replace.nothing", "words", p.replacing.Find)
	default:
		p.say("replace.found", "count", len(p.changes))
		all := ui.NewButton(w.kit, ui.ButtonQuiet, w.t("replace.all"), func() { p.chooseAll(true) }).Compact()
		none := ui.NewButton(w.kit, ui.ButtonQuiet, w.t("replace.noneChosen"), func() { p.chooseAll(false) }).Compact()
		p.list.Add(ui.NewRow(theme.Space8, nil, all, none))
		for _, r := range p.changes[:min(len(p.changes), replaceAtOnce)] {
			p.list.Add(p.change(r))
		}
		if others := len(p.changes) - replaceAtOnce; others > 0 {
			p.say("replace.others", "count", others)
		}
	}
	p.count()
	p.list.Refresh()
	p.page.Refresh()
}

func (p *replacePage) say(key string, arguments ...any) {
	p.list.Add(ui.NewInset(theme.Space8, theme.FocusMargin, "", theme.FocusMargin, ui.NewLabel(p.w.t(key, arguments...), theme.TextBody)))
}

// count says on the button in how many places is replaced.
func (p *replacePage) count() {
	places := 0
	for _, r := range p.chosen() {
		places += len(r.Found)
	}
	p.do.SetLabel(p.w.t("replace.do", "count", places))
}

// change is a text before and after, with its mark.
func (p *replacePage) change(r workflow.Replacement) fyne.CanvasObject {
	w := p.w
	check := ui.NewCheck(w.kit, w.kindName(r.Kind)+" · "+w.fieldName(r.Kind, r.Field)+p.whereIs(r))
	check.SetChecked(!p.out[changeKey(r)])
	check.OnChanged = func(checked bool) {
		p.out[changeKey(r)] = !checked
		p.count()
		p.page.Refresh()
	}
	before := ui.NewMarkedSide(w.kit, runs(r.Before, r.Found, text.Deleted), text.Deleted)
	after := ui.NewMarkedSide(w.kit, runs(r.After, r.Put, text.Added), text.Added)
	before.Language, after.Language = string(r.Language), string(r.Language)
	side := func(key string, marked *ui.MarkedText) fyne.CanvasObject {
		return ui.NewColumn("", ui.NewMutedLabel(w.t(key), theme.TextSmallest), marked)
	}
	return ui.NewFlush(w.panel(ui.NewColumn(theme.Space4, check,
		ui.NewInset("", theme.FocusMargin, "", theme.FocusMargin,
			ui.NewFormRow(280, theme.Space16, side("replace.before", before), side("replace.after", after))))))
}

// whereIs is what the element stands in, "" for the programme's own texts.
func (p *replacePage) whereIs(r workflow.Replacement) string {
	state := p.w.work.State()
	var path []string
	for id := state.Parent(r.Element); id != "" && id != p.w.work.ID(); id = state.Parent(id) {
		if title, _ := state.Element(id).Text(model.FieldTitle).Best(r.Language); title != "" {
			path = append(path, title)
		}
	}
	if len(path) == 0 {
		return ""
	}
	slices.Reverse(path)
	return " · " + strings.Join(path, " › ")
}

// runs divides a text at the places that are marked.
func runs(words string, places []search.Range, marking text.Marking) []text.Run {
	var all []text.Run
	last := 0
	for _, at := range places {
		all = append(all, text.Run{Marking: text.Kept, Text: words[last:at.Start]}, text.Run{Marking: marking, Text: words[at.Start:at.End]})
		last = at.End
	}
	return append(all, text.Run{Marking: text.Kept, Text: words[last:]})
}

func changeKey(r workflow.Replacement) string { return string(r.Element) + "/" + string(r.Field) }

// chosen are the changes that are not left out.
func (p *replacePage) chosen() []workflow.Replacement {
	return slices.DeleteFunc(slices.Clone(p.changes), func(r workflow.Replacement) bool { return p.out[changeKey(r)] })
}

func (p *replacePage) chooseAll(chosen bool) {
	p.out = map[string]bool{}
	for _, r := range p.changes {
		p.out[changeKey(r)] = !chosen
	}
	p.w.rebuild()
}

// replace makes the chosen changes as one step.
func (p *replacePage) replace() {
	w := p.w
	chosen := p.chosen()
	switch {
	case p.replacing.Find == "":
		w.inform("replace.empty")
		p.findField.Focus()
		return
	case len(p.changes) == 0:
		w.inform("replace.nothing", "words", p.replacing.Find)
		return
	case len(chosen) == 0:
		w.inform("replace.nothingChosen")
		return
	}
	places, err := w.work.Replace(w.ctx, chosen)
	w.rebuild()
	w.showSaved()
	if err != nil {
		w.tell(err)
		return
	}
	w.inform("replace.done", "count", places)
}
