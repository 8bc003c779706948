package window

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/texts"
	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/app/workflow"
)

// The parts of the settings page.
const (
	settingsLook         = "look"
	settingsWriter       = "writer"
	settingsMunicipality = "municipality"
)

// settingsPage has what a person chooses once: how the window looks, who writes
// here, and how the municipality shows itself. Each takes effect at once.
type settingsPage struct {
	partPage
	draft  *draft
	crest  pathInput
	colour string // as typed, "" for the kept one
	wrong  string // the sentence about what is typed as a colour
}

func (w *Window) openSettings() {
	if _, here := w.page.(*settingsPage); here {
		return
	}
	w.leave(newSettingsPage(w))
}

func newSettingsPage(w *Window) *settingsPage {
	p := &settingsPage{draft: newDraft(w)}
	p.partPage = partPage{w: w, key: "settings", parts: []pagePart{
		{settingsLook, p.look}, {settingsWriter, p.writer}, {settingsMunicipality, p.municipality},
	}}
	return p
}

func (p *settingsPage) flush() error { return p.draft.flush() }

// textSizes are the sizes offered, in per cent.
var textSizes = []int{90, 100, 110, 125, 140, 150, 160}

// look is the part with language, brightness and text size.
func (p *settingsPage) look() []fyne.CanvasObject {
	w := p.w
	var names []string
	for _, l := range texts.Languages() {
		names = append(names, w.t("language.own."+string(l)))
	}
	languages := p.choice("welcome.language", names, slices.Index(texts.Languages(), w.words.Language()), func(i int) {
		w.change(workflow.SettingLanguage, string(texts.Languages()[i]))
	})
	p.begin(languages.Chip(max(0, slices.Index(texts.Languages(), w.words.Language()))))
	kinds := []string{"light", "dark", ""}
	brightness := p.choice("settings.theme", []string{w.t("menu.light"), w.t("menu.dark"), w.t("menu.systemTheme")},
		slices.Index(kinds, w.setting(w.options.Brightness, workflow.SettingTheme)), func(i int) {
			w.change(workflow.SettingTheme, kinds[i])
		})
	var sizes []string
	for _, percent := range textSizes {
		sizes = append(sizes, w.t("share.percent", "percent", percent))
	}
	size := p.choice("settings.textSize", sizes, slices.Index(textSizes, int(w.textSize()*100+0.5)), func(i int) {
		w.change(workflow.SettingTextSize, strconv.Itoa(textSizes[i]))
	})
	sample := ui.NewColumn(theme.Space4, ui.NewMutedLabel(w.t("settings.sample"), theme.TextSmallest),
		ui.NewBoldLabel(w.t("settings.sampleTitle"), theme.TextSection),
		ui.NewLabel(w.t("settings.sampleText"), theme.TextBody),
		ui.NewMutedLabel(w.t("settings.sampleHint"), theme.TextSmallest))
	return []fyne.CanvasObject{languages, brightness, size, ui.NewFlush(w.panel(sample)), w.quietly("settings.atOnce")}
}

// choice is a row of which one is chosen; what is chosen is done at once.
func (p *settingsPage) choice(label string, options []string, chosen int, choose func(int)) *ui.ChipRow {
	row := ui.NewChoiceRow(p.w.kit, p.w.t(label), options...)
	if chosen >= 0 {
		row.SetChosen(chosen)
	}
	row.OnChanged = func(now []int) {
		if len(now) == 1 && now[0] != chosen {
			choose(now[0])
		}
	}
	return row
}

// writer is the part about who writes at this computer.
func (p *settingsPage) writer() []fyne.CanvasObject {
	w := p.w
	name, err := w.desk.Writer(w.ctx)
	if err != nil {
		w.tell(err)
	}
	field := ui.NewField(w.kit, w.t("welcome.writer")).WithHint(w.t("welcome.writerHint")).WithLimit(80)
	field.SetText(name)
	field.OnChanged = func(string) {
		p.draft.typed("writer", func() error {
			if field.TooLong() || field.Text() == name {
				return nil
			}
			if err := w.desk.RenameWriter(w.ctx, field.Text()); err != nil {
				return err
			}
			name = field.Text()
			return nil
		})
	}
	field.OnLeave = func(string) { w.tell(p.draft.flush()) }
	p.begin(field.Focusable())
	names := ui.NewButton(w.kit, ui.ButtonQuiet, w.t("settings.allNames"), func() { w.openCare(careNames) }).WithIcon(ui.IconPeople)
	return []fyne.CanvasObject{w.said("settings.writerText"), field, w.quietly("welcome.privacy"), ui.NewRow("", nil, names)}
}
