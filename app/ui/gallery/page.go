package main

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tavoitekartta/app/texts"
	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
)

// page is the gallery's page: every control once, some of them in the states
// that are easily forgotten.
type page struct {
	kit   *ui.Kit
	words *texts.Catalogue

	content fyne.CanvasObject
	area    *ui.Field
	choice  *ui.Select
	suggest *ui.Suggest
}

// bodies stand in for the register; bodies keep their own names in every
// language.
var bodies = []string{
	"Kotouttamispalvelut",
	"Ehjä ry",
	"LY-verkosto",
	"Pohjanmaan Yhdistykset ry",
	"Pohjanmaan hyvinvointialueen maahanmuuttajapalvelujen neuvonta- ja ohjausyksikkö",
}

func newPage(kit *ui.Kit, words *texts.Catalogue) *page {
	p := &page{kit: kit, words: words}
	column := ui.NewColumn(theme.Space8,
		p.texts(), p.values(), p.buttons(), p.chips(), p.bodyChips(), p.choices(), p.notices(),
	)
	p.content = ui.NewMargin(theme.Space24, column)
	return p
}

// columns sets objects side by side at equal widths.
func columns(objects ...fyne.CanvasObject) fyne.CanvasObject {
	return container.New(&columnsLayout{}, objects...)
}

type columnsLayout struct{ width float32 }

func (c *columnsLayout) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	height := float32(0)
	for _, object := range objects {
		height = max(height, ui.HeightFor(object, width/float32(len(objects))))
	}
	return height
}

func (c *columnsLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	c.width = size.Width
	each := size.Width / float32(len(objects))
	for index, object := range objects {
		object.Move(fyne.NewPos(each*float32(index), 0))
		object.Resize(fyne.NewSize(each, ui.HeightFor(object, each)))
	}
}

func (c *columnsLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(600, c.HeightFor(objects, max(600, c.width)))
}

func (p *page) texts() fyne.CanvasObject {
	p.area = ui.NewTitleArea(p.kit, p.words.T("step.goal"), 1, 4)
	p.area.SetText("Vapaaehtoisten digiystävien koulutusmallin kehittäminen ja kouluttaminen")
	second := ui.NewTextArea(p.kit, p.words.T("term.foreword"), 2, 6).WithHint(p.words.T("empty.measures"))
	second.SetText("Utveckling av en utbildningsmodell för frivilliga digivänner samt utbildning")
	long := ui.NewField(p.kit, p.words.T("term.section")).WithLimit(60)
	long.SetText(strings.Repeat("å", 52))
	return columns(p.area, second, long)
}

func (p *page) values() fyne.CanvasObject {
	never := func(typed string) (string, bool) { return typed, false }
	date := ui.NewDateField(p.kit, p.words.T("term.decisionDate"), never)
	date.SetText("kevään aikana")
	date.Understood()
	number := ui.NewNumberField(p.kit, p.words.T("term.target"), func(typed string) (string, bool) { return typed, true })
	number.SetText("12,5")
	year := ui.NewYearField(p.kit, p.words.T("term.timetable"), ui.EarliestYear, ui.LatestYear)
	year.SetText("20222")
	year.Understood()
	search := ui.NewSearchField(p.kit, p.words.T("action.search"))
	return columns(date, number, year, search)
}

func (p *page) buttons() fyne.CanvasObject {
	disabled := ui.NewButton(p.kit, ui.ButtonSecondary, p.words.T("action.undo"), nil)
	disabled.Disable()
	language := ui.NewSegmentedControl(p.kit, p.words.T("language.of"), p.words.T("language.code.fi"), p.words.T("language.code.sv"))
	return ui.NewWrap("", "",
		ui.NewButton(p.kit, ui.ButtonPrimary, p.words.T("action.nextTo", "step", p.words.T("step.bodies")), nil).WithTrailingIcon(ui.IconArrowRight),
		ui.NewButton(p.kit, ui.ButtonSecondary, p.words.T("action.back"), nil).WithIcon(ui.IconArrowLeft),
		ui.NewButton(p.kit, ui.ButtonSecondary, p.words.T("action.add"), nil).WithIcon(ui.IconPlus).Compact(),
		ui.NewButton(p.kit, ui.ButtonPrimary, p.words.T("action.save"), nil).WithIcon(ui.IconCheck).Compact(),
		ui.NewButton(p.kit, ui.ButtonQuiet, p.words.T("language.showSwedish"), nil).Compact(),
		ui.NewIconButton(p.kit, ui.IconFilter, p.words.T("action.search"), nil),
		disabled,
		language,
	)
}

func (p *page) chips() fyne.CanvasObject {
	years := ui.NewChipRow(p.kit, p.words.T("term.timetable"), "2019", "2020", "2021", "2022", p.words.T("term.ongoing"))
	years.SetChosen(1)
	years.Chip(4).WithIcon(ui.IconArrowRight)
	kinds := ui.NewChoiceRow(p.kit, p.words.T("setting.brightness"),
		p.words.T("setting.brightness.system"), p.words.T("setting.brightness.light"), p.words.T("setting.brightness.dark"))
	kinds.SetError(p.words.T("error.timetableMissing"))
	return columns(years, kinds)
}

func (p *page) bodyChips() fyne.CanvasObject {
	nothing := func() {}
	row := ui.NewWrap("", "")
	for index, body := range bodies {
		note := ""
		if index == 0 {
			note = "(" + p.words.T("term.leads") + ")"
		}
		row.Add(ui.NewBodyChip(p.kit, body, note, nothing, nothing))
	}
	row.Add(ui.NewButton(p.kit, ui.ButtonSecondary, p.words.T("action.add"), nil).WithIcon(ui.IconPlus).Compact())
	return row
}

func (p *page) choices() fyne.CanvasObject {
	p.choice = ui.NewSelect(p.kit, p.words.T("term.organ"),
		p.words.T("term.cityCouncil"), p.words.T("term.cityBoard"), p.words.T("term.committee"))
	p.choice.SetChosen(0)
	p.suggest = ui.NewSuggest(p.kit, p.words.T("term.responsibleBody"), func(typed string) []string {
		var found []string
		for _, body := range bodies {
			if strings.Contains(strings.ToLower(body), strings.ToLower(typed)) {
				found = append(found, body)
			}
		}
		return found
	}).WithNew(func(typed string) string { return p.words.T("suggest.addBody", "name", typed) })
	on, off := ui.NewCheck(p.kit, p.words.T("mark.noSchedule")), ui.NewCheck(p.kit, p.words.T("setting.brightness.system"))
	on.SetChecked(true)
	return columns(p.choice, p.suggest, ui.NewColumn("", on, off))
}

func (p *page) notices() fyne.CanvasObject {
	return ui.NewColumn(theme.Space8,
		ui.NewNotice(p.kit, ui.NoticeInformation, p.words.T("mark.noSchedule")).WithDismiss(),
		ui.NewNotice(p.kit, ui.NoticeOK, p.words.T("saved.at", "time", "14.32")),
		ui.NewNotice(p.kit, ui.NoticeWarning, p.words.T("error.timetableMissing")).WithAction(p.words.T("action.edit"), nil),
		ui.NewNotice(p.kit, ui.NoticeError, p.words.T("field.tooLong", "count", 12, "limit", 500)),
	)
}

// scene is a state of the page that is drawn as a picture of its own.
type scene struct {
	name string
	set  func(p *page, over fyne.Canvas)
}

func scenes() []scene {
	return []scene{
		{"controls", func(p *page, over fyne.Canvas) { p.area.Focus() }},
		{"select", func(p *page, over fyne.Canvas) {
			p.choice.Focus()
			over.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
		}},
		{"suggest", func(p *page, over fyne.Canvas) {
			p.suggest.Focus()
			for _, letter := range "poh" {
				over.Focused().TypedRune(letter)
			}
		}},
		{"dialog", func(p *page, over fyne.Canvas) {
			ui.Confirm(p.kit, over, p.words.T("action.delete"), p.words.T("confirm.deleteMeasure"),
				p.words.T("action.delete"), p.words.T("action.keep"), nil)
		}},
	}
}
