package main

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	fynetheme "fyne.io/fyne/v2/theme"

	"tavoitekartta/app/texts"
	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
)

// page is the gallery's page: all controls, and the ones that have something to
// open or a focus to show.
type page struct {
	content fyne.CanvasObject
	focus   func()
}

func newPage(kit *ui.Kit, words *texts.Catalogue) *page {
	area := ui.NewTitleArea(kit, words.T("step.measures"), 1, 4)
	area.SetText("Vapaaehtoisten digiystävien koulutusmallin kehittäminen ja kouluttaminen")
	second := ui.NewTextArea(kit, words.T("term.foreword"), 2, 6).WithHint(words.T("empty.measures"))
	second.SetText("Utveckling av en utbildningsmodell för frivilliga digivänner samt utbildning")
	failed := ui.NewField(kit, words.T("term.timetable")).WithHint(words.T("field.dateHint"))
	failed.SetText("kevään aikana")
	failed.SetError(words.T("error.timetableMissing"))
	empty := ui.NewField(kit, words.T("term.registerNumber")).WithPlaceholder("VAASA/123/00.01/2018")

	buttons := container.NewHBox(
		ui.NewButton(kit, ui.ButtonPrimary, words.T("action.nextTo", "step", words.T("step.bodies")), nil).WithTrailingIcon(ui.IconArrowRight),
		ui.NewButton(kit, ui.ButtonSecondary, words.T("action.back"), nil).WithIcon(ui.IconArrowLeft),
		ui.NewButton(kit, ui.ButtonSecondary, words.T("action.add"), nil).WithIcon(ui.IconPlus).Compact(),
		ui.NewButton(kit, ui.ButtonQuiet, words.T("language.showSwedish"), nil).Compact(),
		ui.NewIconButton(kit, ui.IconFilter, words.T("action.search"), nil),
	)
	disabled := ui.NewButton(kit, ui.ButtonSecondary, words.T("action.undo"), nil)
	disabled.Disable()
	buttons.Add(disabled)

	rows := container.NewVBox(
		container.NewGridWithColumns(2, area, second),
		container.NewGridWithColumns(3, failed, empty),
		buttons,
	)
	ground := canvas.NewRectangle(fynetheme.Color(theme.ColorSurface))
	return &page{
		content: container.NewStack(ground, container.New(layout.NewCustomPaddedLayout(24, 24, 24, 24), rows)),
		focus:   area.Focus,
	}
}

func (p *page) openAndFocus(fyne.Canvas) { p.focus() }
