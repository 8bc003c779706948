package window

import (
	"bytes"
	"errors"
	"image/color"
	"os"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/app/workflow"
	"tavoitekartta/model"
	"tavoitekartta/model/colour"
	"tavoitekartta/model/text"
)

// presetColours are the cover colours that are offered by name
// ("settings.colour.<name>"); the first is the usual one. White text is read on
// each of them.
var presetColours = []struct{ name, value string }{
	{"petrol", ""}, {"blue", "#1F4E8C"}, {"green", "#2A6152"}, {"moss", "#496829"},
	{"ochre", "#845A0B"}, {"brick", "#8C3B2A"}, {"plum", "#674A78"}, {"granite", "#46545B"},
}

// usualColour is what the empty preset stands for.
const usualColour = "#0E5366"

// municipality is the part with the municipality's name, crest and colour.
func (p *settingsPage) municipality() []fyne.CanvasObject {
	w := p.w
	identity, err := w.desk.Identity(w.ctx)
	if err != nil {
		w.tell(err)
	}
	var names []fyne.CanvasObject
	for _, l := range []model.Language{model.Finnish, model.Swedish} {
		names = append(names, p.nameField(l, identity.Name.In(l)))
	}
	objects := []fyne.CanvasObject{w.said("settings.municipalityText"), ui.NewFormRow(260, theme.Space12, names...)}
	objects = append(objects, p.crestBlock(identity)...)
	return append(objects, p.colourBlock(identity)...)
}

func (p *settingsPage) nameField(l model.Language, name string) fyne.CanvasObject {
	w := p.w
	field := ui.NewField(w.kit, w.t("settings.municipalityName."+string(l))).WithLimit(120)
	field.SetText(name)
	field.OnChanged = func(string) {
		p.draft.typed("name/"+string(l), func() error {
			if field.TooLong() {
				return nil
			}
			return w.desk.Store().SetSetting(w.ctx, workflow.SettingMunicipality+string(l), text.Clean(field.Text()))
		})
	}
	field.OnLeave = func(string) { w.tell(p.draft.flush()) }
	p.begin(field.Focusable())
	return field
}

// crestBlock asks for the crest: a file, typed or chosen, or none.
func (p *settingsPage) crestBlock(identity workflow.Identity) []fyne.CanvasObject {
	w := p.w
	path := w.newPathField(w.t("settings.crestFile"), w.t("settings.crestHint", "size", workflow.CrestMegabytes), &p.crest, "", false)
	path.OnEnter(p.takeCrest)
	take := ui.NewButton(w.kit, ui.ButtonSecondary, w.t("settings.crestTake"), p.takeCrest).WithIcon(ui.IconImport)
	buttons := []fyne.CanvasObject{path.choose, take}
	fields := ui.NewColumn(theme.Space4, ui.NewFlush(ui.NewBoldLabel(w.t("settings.crest"), theme.TextSubhead)), path.Field)
	if identity.Crest == nil {
		fields.Add(ui.NewWrap(theme.Space8, theme.Space8, buttons...))
		return []fyne.CanvasObject{fields}
	}
	buttons = append(buttons, ui.NewButton(w.kit, ui.ButtonQuiet, w.t("settings.crestRemove"), func() {
		p.keepSetting(workflow.SettingCrest, "")
	}).WithIcon(ui.IconTrash))
	fields.Add(ui.NewWrap(theme.Space8, theme.Space8, buttons...))
	return []fyne.CanvasObject{ui.NewTopRow(theme.Space16, fields, w.crestPicture(identity.Crest, 96), fields)}
}

// crestPicture shows a crest as high as given at text size 1.
func (w *Window) crestPicture(crest []byte, height float32) fyne.CanvasObject {
	picture := canvas.NewImageFromReader(bytes.NewReader(crest), "crest")
	picture.FillMode = canvas.ImageFillContain
	picture.SetMinSize(fyne.NewSize(height*w.scale(), height*w.scale()))
	return picture
}

// takeCrest reads the file and keeps the picture in the data folder.
func (p *settingsPage) takeCrest() {
	w := p.w
	refuse := func(key string) {
		p.crest.problem = w.t(key)
		w.rebuild()
		w.focusAgain(spot{label: w.t("settings.crestFile")})
	}
	path, given := readPath(p.crest.typed)
	if !given {
		refuse("care.fileMissing")
		return
	}
	crest, err := readCrestFile(path)
	if err != nil {
		key, args := w.desk.Sentence(err)
		p.crest.problem = w.t(key, "file", args["file"])
		w.rebuild()
		w.focusAgain(spot{label: w.t("settings.crestFile")})
		return
	}
	p.crest = pathInput{}
	p.keepSetting(workflow.SettingCrest, string(crest))
}

func readCrestFile(path string) (crest []byte, err error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, &workflow.FileError{Path: path, Err: err}
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	return workflow.ReadCrest(file)
}

// keepSetting keeps a setting and shows what follows.
func (p *settingsPage) keepSetting(key, value string) {
	w := p.w
	err := w.desk.Store().SetSetting(w.ctx, key, value)
	w.rebuild()
	w.tell(err)
}

// colourBlock asks for the cover's colour and shows text on it.
func (p *settingsPage) colourBlock(identity workflow.Identity) []fyne.CanvasObject {
	w := p.w
	var names []string
	chosen := -1
	for i, preset := range presetColours {
		names = append(names, w.t("settings.colour."+preset.name))
		if preset.value == identity.Colour {
			chosen = i
		}
	}
	presets := p.choice("settings.colours", names, chosen, func(i int) {
		p.colour, p.wrong = "", ""
		p.keepSetting(workflow.SettingColour, presetColours[i].value)
	})
	own := ui.NewField(w.kit, w.t("settings.ownColour")).WithHint(w.t("settings.ownColourHint")).WithLimit(40)
	own.SetText(p.colour)
	if p.colour == "" {
		own.SetText(identity.Colour)
	}
	own.SetError(p.wrong)
	own.OnChanged = func(typed string) {
		p.colour, p.wrong = typed, ""
		own.SetError("")
	}
	own.OnEnter(p.takeColour)
	take := ui.NewButton(w.kit, ui.ButtonSecondary, w.t("settings.colourTake"), p.takeColour).WithIcon(ui.IconCheck)
	objects := []fyne.CanvasObject{presets, own, ui.NewRow("", nil, take)}
	return append(objects, ui.NewFlush(p.coverSample(identity)))
}

// takeColour keeps what is typed when it is a colour.
func (p *settingsPage) takeColour() {
	w := p.w
	if p.colour == "" {
		return
	}
	typed, err := colour.Parse(p.colour)
	if err != nil {
		p.wrong = w.t("settings.colourMalformed")
		w.rebuild()
		w.focusAgain(spot{label: w.t("settings.ownColour")})
		return
	}
	p.colour, p.wrong = "", ""
	p.keepSetting(workflow.SettingColour, typed.String())
}

// coverSample shows the head of a cover in the colour, its text as it is printed,
// with the contrast.
func (p *settingsPage) coverSample(identity workflow.Identity) fyne.CanvasObject {
	w := p.w
	value := identity.Colour
	if value == "" {
		value = usualColour
	}
	c, err := colour.Parse(value)
	if err != nil {
		return container.NewWithoutLayout()
	}
	ground := canvas.NewRectangle(color.NRGBA{R: c.R, G: c.G, B: c.B, A: 0xFF})
	ground.CornerRadius = fynetheme.Size(theme.RadiusListCard)
	ground.StrokeColor, ground.StrokeWidth = w.color(theme.ColorBorder), fynetheme.Size(theme.StrokeThin)
	ink := colour.Ink(c)
	name, _ := identity.Name.Best(model.Language(w.words.Language()))
	if name == "" {
		name = w.t("settings.sampleMunicipality")
	}
	title := canvas.NewText(name, color.NRGBA{R: ink.R, G: ink.G, B: ink.B, A: 0xFF})
	title.TextStyle.Bold = true
	title.TextSize = fynetheme.Size(theme.TextSubhead)
	row := []fyne.CanvasObject{title}
	if identity.Crest != nil {
		row = []fyne.CanvasObject{w.crestPicture(identity.Crest, 44), title}
	}
	sample := container.New(&stackLayout{}, ground, ui.NewMargin(theme.Space16, ui.NewRow(theme.Space12, nil, row...)))
	key := "settings.contrast"
	if ink != colour.White {
		key = "settings.contrastDark"
	}
	words := w.t(key, "contrast", w.decimal(oneDecimal(colour.Contrast(c, ink))))
	return ui.NewColumn(theme.Space8, ui.NewMutedLabel(w.t("settings.cover"), theme.TextSecondary), sample,
		ui.NewMarkWithWord(ui.MarkDone, words, theme.TextSecondary))
}

// identityHead is the municipality's crest and name above the programmes, nil
// where neither is given.
func (w *Window) identityHead() fyne.CanvasObject {
	identity, err := w.desk.Identity(w.ctx)
	if err != nil {
		w.tell(err)
		return nil
	}
	name, language := identity.Name.Best(model.Language(w.words.Language()))
	if name == "" && identity.Crest == nil {
		return nil
	}
	label := ui.NewBoldLabel(name, theme.TextSubhead)
	label.Language = string(language)
	if identity.Crest == nil {
		return ui.NewFlush(label)
	}
	return ui.NewFlush(ui.NewRow(theme.Space12, label, w.crestPicture(identity.Crest, 44), label))
}
