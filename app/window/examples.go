package window

import (
	"bytes"
	"slices"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/intake"
	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/app/workflow"
	"tavoitekartta/assets"
	"tavoitekartta/model"
)

// examplesPage offers the programmes that come with the program.
type examplesPage struct {
	w     *Window
	focus fyne.Focusable
}

// openExample shows the examples.
func (w *Window) openExample() { w.leave(&examplesPage{w: w}) }

func (p *examplesPage) name() string          { return "examples" }
func (p *examplesPage) first() fyne.Focusable { return p.focus }
func (p *examplesPage) flush() error          { return nil }
func (p *examplesPage) back()                 { p.w.goHome() }
func (p *examplesPage) next()                 {}

func (p *examplesPage) content() fyne.CanvasObject {
	w := p.w
	p.focus = nil
	column := ui.NewColumn(theme.Space16,
		ui.NewRow(theme.Space8, nil, ui.NewButton(w.kit, ui.ButtonQuiet, w.t("nav.programmes"), w.goHome).WithIcon(ui.IconChevronLeft)),
		ui.NewFlush(ui.NewBoldLabel(w.t("examples.title"), theme.TextPage)),
		ui.NewFlush(ui.NewLabel(w.t("examples.text"), theme.TextBody)))
	for _, name := range fullestFirst(assets.Examples()) {
		title, text := w.t("example."+name), w.t("example."+name+".text")
		words := ui.NewColumn(theme.Space4,
			ui.NewBoldLabel(title, theme.TextSection), ui.NewMutedLabel(text, theme.TextSecondary))
		card := ui.NewListCard(w.kit, words, title, func() { p.open(name) }).
			Saying(ui.Spoken{Label: title, Value: text})
		if p.focus == nil {
			p.focus = card
		}
		column.Add(card)
	}
	return w.readingPage(column, 900)
}

// fullestFirst puts the example that shows most of the program before the others.
func fullestFirst(names []string) []string {
	const fullest = "vaasa-2019-2022"
	sorted := slices.Clone(names)
	slices.SortStableFunc(sorted, func(a, b string) int {
		switch fullest {
		case a:
			return -1
		case b:
			return 1
		}
		return 0
	})
	return sorted
}

// open brings an example in as a programme of its own, to be edited freely.
func (p *examplesPage) open(name string) {
	work, err := p.w.makeExample(name)
	if err != nil {
		p.w.tell(err)
		return
	}
	p.w.page = nil
	p.w.enter(work)
}

// makeExample makes a programme of an example.
func (w *Window) makeExample(name string) (*workflow.Work, error) {
	b, err := assets.Example(name)
	if err != nil {
		return nil, err
	}
	described, err := intake.Read(bytes.NewReader(b))
	if err != nil {
		return nil, err
	}
	return w.desk.Create(w.ctx, func(st *model.Step) error {
		_, err := described.Build(st)
		return err
	})
}
