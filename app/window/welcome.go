package window

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tavoitekartta/app/texts"
	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/app/workflow"
	"tavoitekartta/model/street"
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
	// Each language is named in itself, for who reads no other.
	var names []string
	for _, l := range texts.Languages() {
		names = append(names, w.t("language.own."+string(l)))
	}
	languages := ui.NewChoiceRow(w.kit, w.t("welcome.language"), names...)
	languages.SetChosen(slices.Index(texts.Languages(), w.words.Language()))
	languages.OnChanged = func(chosen []int) {
		if len(chosen) == 1 {
			w.change(workflow.SettingLanguage, string(texts.Languages()[chosen[0]]))
		}
	}
	p.writer = ui.NewField(w.kit, w.t("welcome.writer")).WithHint(w.t("welcome.writerHint")).WithLimit(80)
	p.writer.SetText(p.typed)
	p.writer.OnChanged = func(s string) { p.typed = s }
	p.writer.OnEnter(p.next)
	p.begin = ui.NewButton(w.kit, ui.ButtonPrimary, w.t("welcome.begin"), p.next).WithTrailingIcon(ui.IconArrowRight)
	p.focus = p.writer.Focusable()
	picture := container.New(&heightLayout{height: 96 * w.scale()}, ui.NewStreet(welcomeStreet(), w.t("app.name"), ""))
	if w.frame.narrow {
		picture.Hide()
	}
	column := ui.NewColumn(theme.Space16,
		picture,
		ui.NewFlush(ui.NewBoldLabel(w.t("welcome.title"), theme.TextPage)),
		ui.NewFlush(ui.NewLabel(w.t("welcome.text"), theme.TextBody)),
		languages,
		p.writer,
		ui.NewFlush(ui.NewMutedLabel(w.t("welcome.privacy"), theme.TextSecondary)),
		ui.NewWrap(theme.Space8, theme.Space8, p.begin, p.arrive()),
	)
	return w.readingPage(column, 640)
}

// arrive leads to where the data of another laptop are brought in.
func (p *welcomePage) arrive() *ui.Button {
	return ui.NewButton(p.w.kit, ui.ButtonSecondary, p.w.t("welcome.arrive"), func() { p.w.openCare(careMove) }).WithIcon(ui.IconImport)
}

// welcomeStreet is a street with some of its lights on.
func welcomeStreet() []street.Section {
	sections := make([]street.Section, 7)
	for i := range sections {
		whole := i == 2 || i == 5
		sections[i] = street.Section{Written: []bool{true, i%2 == 0 || whole, i%3 != 1 || whole, whole}, Complete: whole}
	}
	return sections
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
