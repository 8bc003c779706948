package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tavoitekartta/app/texts"
	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/app/workflow"
)

// welcomePage is the first page of the first start: the language of the
// interface, and who is writing.
type welcomePage struct {
	w      *Window
	writer *ui.Field
	begin  *ui.Button
	typed  string
	focus  fyne.Focusable
}

func newWelcomePage(w *Window) *welcomePage { return &welcomePage{w: w} }

func (p *welcomePage) name() string { return "welcome" }

func (p *welcomePage) content() fyne.CanvasObject {
	w := p.w
	var languages []fyne.CanvasObject
	for _, l := range texts.Languages() {
		kind := ui.ButtonSecondary
		if l == w.words.Language() {
			kind = ui.ButtonPrimary
		}
		// Each language is named in itself, for who reads no other.
		button := ui.NewButton(w.kit, kind, w.t("language.own."+string(l)), func() {
			w.change(workflow.SettingLanguage, string(l))
		})
		if l == w.words.Language() {
			p.focus = button
		}
		languages = append(languages, button)
	}
	p.writer = ui.NewField(w.kit, w.t("welcome.writer")).WithHint(w.t("welcome.writerHint")).WithLimit(80)
	p.writer.SetText(p.typed)
	p.writer.OnChanged = func(s string) { p.typed = s }
	p.writer.OnEnter(p.next)
	p.begin = ui.NewButton(w.kit, ui.ButtonPrimary, w.t("welcome.begin"), p.next).WithTrailingIcon(ui.IconArrowRight)
	column := ui.NewColumn(theme.Space16,
		ui.NewBoldLabel(w.t("welcome.title"), theme.TextPage),
		ui.NewLabel(w.t("welcome.text"), theme.TextBody),
		ui.NewColumn(theme.Space8,
			ui.NewBoldLabel(w.t("welcome.language"), theme.TextSecondary),
			ui.NewWrap(theme.Space8, theme.Space8, languages...)),
		p.writer,
		ui.NewRow(theme.Space8, nil, p.begin),
		ui.NewMutedLabel(w.t("welcome.privacy"), theme.TextSecondary),
	)
	return ui.NewScroll(w.kit, container.New(&readingLayout{width: 640 * w.scale()}, ui.NewMargin(theme.Space24, column)))
}

func (p *welcomePage) first() fyne.Focusable { return p.focus }

func (p *welcomePage) flush() error { return nil }

// next keeps who is writing and goes on; the name can be left out.
func (p *welcomePage) next() {
	w := p.w
	if p.writer.TooLong() {
		p.writer.Focus()
		return
	}
	if w.setting("", workflow.SettingLanguage) == "" {
		if err := w.desk.Store().SetSetting(w.ctx, workflow.SettingLanguage, string(w.words.Language())); err != nil {
			w.tell(err)
			return
		}
	}
	if p.typed != "" {
		if err := w.desk.Introduce(w.ctx, p.typed); err != nil {
			w.tell(err)
			return
		}
	}
	w.goTo(newStartPage(w))
}

func (p *welcomePage) back() {}

// readingLayout sets its only object in the middle, not wider than is good to read.
type readingLayout struct{ width float32 }

func (l *readingLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := min(size.Width, l.width)
	for _, o := range objects {
		o.Resize(fyne.NewSize(width, max(size.Height, ui.HeightFor(o, width))))
		o.Move(fyne.NewPos((size.Width-width)/2, 0))
	}
}

// HeightFor is the height that the object needs.
func (l *readingLayout) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	high := float32(0)
	for _, o := range objects {
		high = max(high, ui.HeightFor(o, min(width, l.width)))
	}
	return high
}

func (l *readingLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(320, l.HeightFor(objects, l.width))
}
