package window

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tavoitekartta/app/licences"
	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
)

// licences is the part that lists whose work is built in.
func (p *aboutPage) licences() []fyne.CanvasObject {
	w := p.w
	p.readComponents()
	p.field = ui.NewSearchField(w.kit, w.t("about.findLicence"))
	p.field.SetText(p.typed)
	p.field.OnChanged = func(typed string) {
		p.typed = typed
		p.fill()
	}
	p.field.OnEnter = func(string) { p.openLicence(0) }
	p.field.OnKey = func(key fyne.KeyName) bool {
		if key != fyne.KeyDown || len(p.rows) == 0 {
			return false
		}
		w.kit.Focus(p.rows[0])
		return true
	}
	p.begin(p.field.Focusable())
	p.list = ui.NewColumn("")
	p.fill()
	return []fyne.CanvasObject{w.said("about.licencesText"), p.field, p.list}
}

// readComponents reads the notices; our own licence is the first of them.
func (p *aboutPage) readComponents() {
	if p.components != nil {
		return
	}
	w := p.w
	p.components = []licences.Component{{
		Name: w.t("app.name"), Version: w.options.Version, Licence: "EUPL-1.2",
		Texts: []licences.Text{{File: "LICENSE", Body: strings.TrimSpace(w.options.About.Licence)}},
	}}
	others, err := licences.Read(w.options.About.Notices)
	if err != nil {
		fyne.LogError("read the notices", err)
	}
	p.components = append(p.components, others...)
}

// matching are the components that the filter lets through.
func (p *aboutPage) matching() (matching []licences.Component) {
	for _, c := range p.components {
		if c.Matches(p.typed) {
			matching = append(matching, c)
		}
	}
	return matching
}

// fill lists the components that the filter lets through.
func (p *aboutPage) fill() {
	w := p.w
	p.rows, p.list.Objects = nil, nil
	matching := p.matching()
	count := w.t("about.components", "count", len(matching))
	if len(matching) == 0 {
		count = w.t("about.noComponent", "words", p.typed)
	}
	p.list.Add(ui.NewInset(theme.Space4, theme.FocusMargin, theme.Space4, theme.FocusMargin, ui.NewMutedLabel(count, theme.TextSecondary)))
	for at, c := range matching {
		row := p.licenceRow(at, c)
		p.rows = append(p.rows, row)
		p.list.Add(row)
		if c.Name == p.last {
			p.focus = row
		}
	}
	p.list.Refresh()
	w.frame.root.Refresh()
}

func (p *aboutPage) licenceRow(at int, c licences.Component) *ui.LinkRow {
	w := p.w
	facts := c.Licence
	if c.Version != "" {
		facts = c.Version + " · " + facts
	}
	spoken := ui.Spoken{Label: c.Name, Value: facts}
	words := ui.NewColumn("", ui.NewLabel(c.Name, theme.TextBody), ui.NewMutedLabel(facts, theme.TextSecondary))
	return ui.NewLinkRow(w.kit, ui.MarkInformation, words, spoken.String(), func() { p.openLicence(at) }).
		WithSign(ui.IconReports, theme.ColorMuted).On(theme.ColorGround).
		OnKey(func(key fyne.KeyName) bool { return p.rowKey(at, key) })
}

// rowKey goes up and down the list and from its top into the field.
func (p *aboutPage) rowKey(at int, key fyne.KeyName) bool {
	to := map[fyne.KeyName]int{fyne.KeyDown: at + 1, fyne.KeyUp: at - 1, fyne.KeyHome: 0, fyne.KeyEnd: len(p.rows) - 1}
	next, moves := to[key]
	switch {
	case !moves:
		return false
	case next < 0:
		p.w.kit.Focus(p.field.Focusable())
	case next < len(p.rows):
		p.w.kit.Focus(p.rows[next])
	}
	return true
}

// openLicence shows the licences of a component of the list in full.
func (p *aboutPage) openLicence(at int) {
	matching := p.matching()
	if at >= len(matching) {
		return
	}
	p.last = matching[at].Name
	p.w.goTo(&licencePage{w: p.w, of: matching[at], list: p})
}

// licencePage shows the licences of one component in full.
type licencePage struct {
	w    *Window
	of   licences.Component
	list *aboutPage // where it was opened
	text *ui.LongText
}

func (p *licencePage) name() string          { return "about/licence" }
func (p *licencePage) first() fyne.Focusable { return p.text }
func (p *licencePage) flush() error          { return nil }
func (p *licencePage) escape()               { p.back() }
func (p *licencePage) next()                 {}

// back leads to the list, with the keyboard at the component.
func (p *licencePage) back() { p.w.goTo(p.list) }

func (p *licencePage) content() fyne.CanvasObject {
	w := p.w
	var whole []string
	for _, text := range p.of.Texts {
		body := text.Body
		if len(p.of.Texts) > 1 {
			body = text.File + "\n\n" + body
		}
		whole = append(whole, body)
	}
	p.text = ui.NewLongText(w.kit, w.t("about.licenceOf", "name", p.of.Name), strings.Join(whole, "\n\n\n"))
	back := ui.NewButton(w.kit, ui.ButtonSecondary, w.t("about.backToLicences"), p.back).WithIcon(ui.IconArrowLeft).Compact()
	title := ui.NewFlush(ui.NewColumn("", ui.NewBoldLabel(p.of.Name, theme.TextPage),
		ui.NewMutedLabel(strings.Trim(p.of.Version+" · "+p.of.Licence, " ·"), theme.TextSecondary)))
	head := ui.NewInset("", "", theme.Space8, "", ui.NewColumn(theme.Space8, ui.NewRow(theme.Space16, title, title, back), w.quietly("about.licenceKeys")))
	margin := w.margin()
	return ui.NewInset(margin, margin, margin, margin, container.New(&wizardLayout{}, head, p.text, container.NewWithoutLayout()))
}
