package main

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tavoitekartta/app/texts"
	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/model/street"
)

// view is a picture at a window's size, in pixels at scale 1.
type view struct {
	name          string
	width, height float32
	narrow        bool
	page          func(kit *ui.Kit, words *texts.Catalogue) []fyne.CanvasObject
}

// views are drawn at the sizes that 1366 × 768 has at 100 and at 150 per cent,
// less the title bar.
func views() []view {
	return []view{
		{"map", 1366, 736, false, mapPage},
		{"map-narrow", 911, 480, true, mapPage},
		{"cards", 1366, 736, false, cardsPage},
		{"cards-narrow", 911, 480, true, cardsPage},
	}
}

// sections are the names and the written goals of Vaasa 2019–2022; a council's
// own titles are the same in every language of the interface.
var sections = []struct {
	name    string
	written []bool
}{
	{"Työllistymisen edistäminen", []bool{true, true, true, false}},
	{"Asumistaitojen edistäminen", []bool{true, true}},
	{"Osaamisen vahvistaminen", []bool{false, true, true}},
	{"Terveyden ja hyvinvoinnin edistäminen", []bool{false, true, false}},
	{"Sosiaalisten suhteiden ja kontaktien mahdollistaminen", []bool{false, true, true}},
	{"Neuvonta- ja ohjaustoiminnan laajentaminen", []bool{true, true, true, true, true, true}},
	{"Turvallisuuden edistäminen", []bool{true, true, false, true}},
}

func houses() []street.Section {
	var written [][]bool
	for _, section := range sections {
		written = append(written, section.written)
	}
	return street.Sections(written...)
}

func outlines() []street.Section {
	drawn := make([]street.Section, len(sections))
	for i := range drawn {
		drawn[i].Outline = true
	}
	return drawn
}

func share(section street.Section, words *texts.Catalogue) string {
	return fmt.Sprintf("%d/%d %s", section.WrittenCount(), len(section.Written), words.T("textState.written"))
}

func mapPage(kit *ui.Kit, words *texts.Catalogue) []fyne.CanvasObject {
	content := ui.MapContent{
		Foundation: &ui.MapBand{ID: "8", Name: "Kotoutumisen ja kotouttamisen perusta", Language: "fi", Written: true, Facts: "1/1"},
		FollowUp: &ui.MapBand{
			ID: "9", Name: "Kotouttamisohjelman toteutumisen seuranta ja arviointi", Language: "fi",
			Stops: []string{"2019", "2020", "2021", "2022"},
		},
	}
	for i, house := range houses() {
		content.Sections = append(content.Sections, ui.MapSection{
			ID: fmt.Sprint(i + 1), Name: sections[i].name, Language: "fi", Count: share(house, words), House: house,
		})
	}
	return []fyne.CanvasObject{
		ui.NewBreadcrumb(kit, []ui.Crumb{{ID: "3", Label: sections[2].name}, {ID: "3.1", Label: "Digiystävätoiminta"}}, nil),
		ui.NewFlush(ui.NewBoldLabel(words.T("rail.overview"), theme.TextPage)),
		ui.NewStreetMap(kit, content, nil),
		ui.NewFlush(legend(words)),
	}
}

func legend(words *texts.Catalogue) fyne.CanvasObject {
	return ui.NewLegend(
		ui.LegendEntry{Kind: ui.MarkNotStarted, Word: words.T("measureStatus.notStarted")},
		ui.LegendEntry{Kind: ui.MarkUnderWay, Word: words.T("measureStatus.underWay")},
		ui.LegendEntry{Kind: ui.MarkDone, Word: words.T("measureStatus.completed")},
		ui.LegendEntry{Kind: ui.MarkLate, Word: words.T("measureStatus.late")},
		ui.LegendEntry{Kind: ui.MarkNotCarriedOut, Word: words.T("measureStatus.notCarriedOut")},
		ui.LegendEntry{Kind: ui.MarkInformation, Word: words.T("mark.noSchedule")},
	)
}

func cardsPage(kit *ui.Kit, words *texts.Catalogue) []fyne.CanvasObject {
	states := []struct {
		kind ui.MarkKind
		key  string
	}{
		{ui.MarkDraft, "programmeState.draft"}, {ui.MarkDeciding, "programmeState.inDecisionMaking"},
		{ui.MarkLocked, "programmeState.lockedAwaiting"}, {ui.MarkApproved, "programmeState.approved"},
		{ui.MarkExpired, "programmeState.expired"}, {ui.MarkSuperseded, "programmeState.superseded"},
	}
	var cards []fyne.CanvasObject
	for i, state := range states {
		facts := ui.ProgrammeFacts{
			Heading: words.T("term.integrationProgramme") + " · Vaasa", State: state.kind, StateWord: words.T(state.key),
			Title: "Vaasan kaupungin kotouttamisohjelma 2019–2022", Language: "fi",
			Facts: words.T("count.goals", "count", 27), Sections: houses(),
			Share: 20.0 / 27, Percent: "74 %", ShareWord: words.T("textState.written"), ShareCount: "20/27",
			LastChange: words.T("saved.at", "time", "14.32"),
		}
		if i%3 == 1 {
			facts.Sections, facts.Percent, facts.ShareCount = outlines(), "", ""
		}
		cards = append(cards, ui.NewProgrammeCard(kit, facts, nil))
	}
	return []fyne.CanvasObject{ui.NewGrid(380, theme.Space8, cards...)}
}

// newView sets a page beside the rail and the tree, or alone in a narrow window,
// with the steps above and the buttons below.
func newView(kit *ui.Kit, words *texts.Catalogue, shown view) fyne.CanvasObject {
	steps := ui.NewStepHeader(kit, []string{
		words.T("step.goal"), words.T("step.measures"), words.T("step.bodies"), words.T("step.indicators"), words.T("step.review"),
	}, nil)
	steps.Set(1, []bool{true})
	page := ui.NewPage(kit, ui.NewColumn(theme.Space8, append([]fyne.CanvasObject{steps}, shown.page(kit, words)...)...))
	at := ui.NewLine(words.T("step.of", "step", 2, "steps", 5), theme.TextSecondary, theme.ColorMuted, false)
	at.Align = fyne.TextAlignTrailing
	foot := ui.NewMargin(theme.Space8, ui.NewRow(theme.Space12, at,
		ui.NewButton(kit, ui.ButtonSecondary, words.T("action.back"), nil).WithIcon(ui.IconArrowLeft), at,
		ui.NewButton(kit, ui.ButtonPrimary, words.T("action.nextTo", "step", words.T("step.bodies")), nil).WithTrailingIcon(ui.IconArrowRight)))
	if shown.narrow {
		page.SetNarrow(true)
		return container.NewBorder(nil, foot, nil, nil, page)
	}
	rail := ui.NewRail(kit, []ui.RailEntry{
		{ID: "overview", Icon: ui.IconOverview, Label: words.T("rail.overview")},
		{ID: "contents", Icon: ui.IconContents, Label: words.T("rail.contents")},
		{ID: "timeline", Icon: ui.IconTimeline, Label: words.T("rail.timeline")},
		{ID: "followUp", Icon: ui.IconFollowUp, Label: words.T("rail.followUp")},
		{ID: "decision", Icon: ui.IconDecision, Label: words.T("rail.decision")},
		{ID: "reports", Icon: ui.IconReports, Label: words.T("rail.reports")},
	}, nil)
	rail.Choose("contents")
	pane := container.New(paneLayout{}, ui.NewSurface(theme.ColorPane, contents(kit, words)))
	return container.NewBorder(nil, nil, container.NewHBox(rail, pane), nil, container.NewBorder(nil, foot, nil, nil, page))
}

// paneLayout is as wide as the side pane.
type paneLayout struct{}

func (paneLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(340, 0) }

func (paneLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }

func contents(kit *ui.Kit, words *texts.Catalogue) *ui.Tree {
	var rows []ui.TreeRow
	for i, house := range houses() {
		row := ui.TreeRow{
			ID: fmt.Sprint(i + 1), Title: sections[i].name, Language: "fi", Mark: ui.MarkUnderWay,
			Word: fmt.Sprintf("%d/%d", house.WrittenCount(), len(house.Written)),
		}
		if house.Complete {
			row.Mark = ui.MarkDone
		}
		rows = append(rows, row)
	}
	written := words.T("textState.written")
	rows[2].Children = []ui.TreeRow{
		{ID: "3.1", Title: "Digiystävätoiminta", Language: "fi", Word: words.T("count.missing", "count", 1), Strong: true, Mark: ui.MarkMissing},
		{ID: "3.2", Title: "Kotoutumisen kokemusasiantuntijatoiminta", Language: "fi", Word: written, Strong: true, Mark: ui.MarkDone},
		{ID: "3.3", Title: "Etnisten yhdistysten puheenjohtajien ja jäsenten osaamisen vahvistaminen", Language: "fi", Word: written, Strong: true, Mark: ui.MarkDone},
	}
	tree := ui.NewTree(kit, rows, nil)
	tree.Choose("3.1")
	return tree
}

// showView puts a view into a window.
func showView(window fyne.Window, shown view, words *texts.Catalogue) {
	kit := ui.NewKit(words)
	window.SetPadded(false)
	window.SetContent(container.NewStack(ui.NewSurface(theme.ColorGround, newView(kit, words, shown)), kit.Layer()))
	window.Resize(fyne.NewSize(shown.width, shown.height))
}
