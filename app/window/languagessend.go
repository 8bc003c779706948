package window

import (
	"bytes"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/translationfile"
	"tavoitekartta/app/translationwords"
	"tavoitekartta/app/ui"
	"tavoitekartta/app/workflow"
	"tavoitekartta/model"
)

// sendPage writes texts into a file for a translator: into which language, which
// texts, in which form, where to.
type sendPage struct {
	w      *Window
	target model.Language
	scope  workflow.TranslationScope
	form   translationfile.Form
	folder string
	typed  string // the file as typed, "" for the one that is suggested
	made   string // the file written last
	path   *ui.Field
}

func newSendPage(w *Window, target model.Language) *sendPage {
	return &sendPage{w: w, target: target, form: translationfile.Forms()[0], folder: documentsFolder()}
}

func (p *sendPage) name() string          { return "languages/send" }
func (p *sendPage) first() fyne.Focusable { return p.path.Focusable() }
func (p *sendPage) flush() error          { return nil }
func (p *sendPage) back()                 { p.w.openView(viewLanguages) }
func (p *sendPage) next()                 { p.begin() }

func (p *sendPage) content() fyne.CanvasObject {
	w := p.w
	column := ui.NewColumn(theme.Space16, ui.NewFlush(ui.NewBoldLabel(strings.TrimSuffix(w.t("languages.send"), "…"), theme.TextPage)),
		ui.NewFlush(ui.NewMutedLabel(w.t("languages.sendText"), theme.TextBody)))
	if languages := w.work.ContentLanguages(); len(languages) > 2 || p.target == languages[0] {
		column.Add(w.languageRow(w.t("languages.into"), languages, p.target, func(l model.Language) { p.target = l; p.again() }))
	}
	c := model.CountStandings(p.target, w.work.Standings(p.target))
	scope := ui.NewChoiceRow(w.kit, w.t("languages.which"),
		w.t("languages.gaps", "number", c.Untranslated+c.OutOfDate), w.t("languages.all", "number", c.Share().Whole-c.Original))
	scope.SetChosen(int(p.scope))
	scope.OnChanged = func(chosen []int) {
		if len(chosen) == 1 {
			p.scope = workflow.TranslationScope(chosen[0])
			p.again()
		}
	}
	form := ui.NewChoiceRow(w.kit, w.t("languages.form"), w.t("languages.workbook"), w.t("languages.xliff")).WithHint(w.t("languages.formHint"))
	for i, f := range translationfile.Forms() {
		if f == p.form {
			form.SetChosen(i)
		}
	}
	form.OnChanged = func(chosen []int) {
		if len(chosen) == 1 {
			p.form = translationfile.Forms()[chosen[0]]
			p.typed = strings.TrimSuffix(p.typed, filepath.Ext(p.typed))
			p.again()
		}
	}
	p.path = ui.NewField(w.kit, w.t("languages.file")).WithHint(w.t("languages.fileHint")).WithLimit(1000)
	p.path.SetText(p.file())
	p.path.OnChanged = func(s string) {
		p.typed = s
		p.path.SetError("")
	}
	p.path.OnEnter(p.begin)
	choose := ui.NewButton(w.kit, ui.ButtonSecondary, w.t("reports.choose"), p.choose).WithIcon(ui.IconFolder)
	column.Add(scope)
	column.Add(form)
	column.Add(ui.NewColumn(theme.Space4, p.path, ui.NewRow(theme.Space8, nil, choose)))
	if made := p.made; made != "" {
		column.Add(ui.NewFlush(ui.NewNotice(w.kit, ui.NoticeOK, w.t("languages.sent", "file", made)).
			WithAction(w.t("reports.open"), func() { w.openMade(made) })))
	}
	return container.New(&wizardLayout{}, container.NewWithoutLayout(), w.readingPage(column, 860),
		w.foot(wizardFoot{back: w.t("languages.title"), onBack: p.back, next: w.t("languages.write"), onNext: p.begin}))
}

func (p *sendPage) again() {
	p.made = ""
	p.w.rebuild()
}

// file is the file as typed, else the suggested one.
func (p *sendPage) file() string {
	if p.typed != "" {
		return p.typed
	}
	title, _ := p.w.work.Programme().Title.Best(p.w.work.SourceFor(p.target))
	if title == "" {
		title = p.w.t("programme.untitled")
	}
	return suggestedFile(p.folder, title+" "+string(p.w.work.SourceFor(p.target))+"-"+string(p.target), string(p.form))
}

func (p *sendPage) destination() (targetFile, string) {
	return readTarget(p.file(), p.folder, string(p.form))
}

// choose asks for the folder, as for a report.
func (p *sendPage) choose() {
	target, _ := p.destination()
	p.w.chooseFolder(target.folder(), func(folder string) {
		p.typed = filepath.Join(folder, target.name())
		p.w.rebuild()
	})
}

// begin writes the file; an existing one is replaced when the person means it.
func (p *sendPage) begin() {
	target, wrong := p.destination()
	p.w.intoFile(p.path, target, wrong, p.write)
}

func (p *sendPage) write(target targetFile) {
	w := p.w
	file, err := w.work.TranslationFile(p.target, p.scope, translationwords.Notes(w.words, w.work.TextNumbers()))
	var content bytes.Buffer
	if err == nil {
		err = translationfile.Write(&content, file, p.form, translationwords.Headings(w.words, file.Source, file.Target))
	}
	if err == nil {
		err = target.writeBytes(content.Bytes())
	}
	if err != nil {
		w.tellFile(err, string(target))
		return
	}
	p.typed, p.made = string(target), string(target)
	w.rebuild()
	w.focusAgain(spot{label: w.t("reports.open")})
}
