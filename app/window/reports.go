package window

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/app/workflow"
)

// reportsPage makes documents of a programme: which one, of which of its parts,
// in which languages, where to.
type reportsPage struct {
	w        *Window
	kind     string
	choosing bool // the kinds are listed
	options  reportOptions
	refused  bool // no section is chosen, and that is said
	edition  int
	folder   string // of the file that is suggested
	typed    string // the file as typed, "" for the one that is suggested
	path     *ui.Field
	cancel   context.CancelFunc // while a document is being made
	made     string             // the file made last
	missing  []workflow.MissingSign
	letters  *lettersCard
	focus    fyne.Focusable
	preview  *preview
	looking  bool // in a narrow window: the pages are shown, not what is chosen
}

func newReportsPage(w *Window) *reportsPage {
	return &reportsPage{
		w: w, kind: w.desk.ReportKinds()[0], options: newReportOptions(), folder: documentsFolder(), preview: newPreview(w),
		letters: newLettersCard(w),
	}
}

func (p *reportsPage) name() string          { return "reports" }
func (p *reportsPage) first() fyne.Focusable { return p.focus }
func (p *reportsPage) flush() error          { return nil }
func (p *reportsPage) back()                 { p.w.openView(viewContents) }
func (p *reportsPage) next()                 { p.begin() }

// editions are the languages in which the document can be printed.
func (p *reportsPage) editions() []workflow.Edition {
	languages := p.w.contentLanguages()
	var all []workflow.Edition
	for _, l := range languages {
		all = append(all, workflow.Edition{l})
	}
	if len(languages) > 1 {
		all = append(all, workflow.Edition{languages[0], languages[1]})
	}
	return all
}

func (p *reportsPage) content() fyne.CanvasObject {
	w := p.w
	p.edition = min(p.edition, len(p.editions())-1)
	column := ui.NewColumn(theme.Space16, ui.NewFlush(ui.NewBoldLabel(w.t("reports.title"), theme.TextPage)))
	p.path, p.focus, p.refused = nil, nil, p.noSection()
	if p.choosing {
		column.Add(p.kinds())
	} else {
		column.Add(p.kindChosen())
		column.Add(p.asked())
		column.Add(p.editionRow())
		column.Add(p.fileRow())
		column.Add(p.unprintable())
		column.Add(p.outcome())
	}
	return container.New(&wizardLayout{}, p.narrowHead(), p.beside(column),
		w.foot(wizardFoot{back: w.t("nav.contents"), onBack: p.back, next: w.t("reports.make"), onNext: p.begin}))
}

// editionRow chooses the language.
func (p *reportsPage) editionRow() fyne.CanvasObject {
	w := p.w
	var words []string
	for _, e := range p.editions() {
		words = append(words, w.editionWords(e))
	}
	edition := ui.NewChoiceRow(w.kit, w.t("reports.edition"), words...)
	edition.SetChosen(p.edition)
	edition.OnChanged = func(chosen []int) {
		if len(chosen) == 1 {
			p.edition = chosen[0]
		}
		p.made = ""
		w.rebuild()
	}
	return edition
}

// fileRow asks for the file.
func (p *reportsPage) fileRow() fyne.CanvasObject {
	w := p.w
	p.path = ui.NewField(w.kit, w.t("reports.file")).WithHint(w.t("reports.fileHint")).WithLimit(1000)
	p.path.SetText(p.file())
	p.path.OnChanged = func(s string) {
		p.typed = s
		p.path.SetError("")
	}
	p.path.OnEnter(p.begin)
	if !w.frame.narrow { // there the field would scroll the heading away
		p.focus = p.path.Focusable()
	}
	choose := ui.NewButton(w.kit, ui.ButtonSecondary, w.t("reports.choose"), p.choose).WithIcon(ui.IconFolder)
	return ui.NewColumn(theme.Space4, p.path, ui.NewRow(theme.Space8, nil, choose))
}

// outcome tells of the document made last.
func (p *reportsPage) outcome() fyne.CanvasObject {
	w := p.w
	column := ui.NewColumn(theme.Space16)
	if p.made != "" {
		made := p.made
		done := ui.NewNotice(w.kit, ui.NoticeOK, w.t("reports.made", "file", made))
		column.Add(ui.NewFlush(done.WithAction(w.t("reports.open"), func() { w.openMade(made) })))
	}
	if len(p.missing) > 0 {
		var characters []string
		for _, m := range p.missing {
			if c := m.Sign; !slices.Contains(characters, c) {
				characters = append(characters, c)
			}
		}
		column.Add(ui.NewFlush(ui.NewNotice(w.kit, ui.NoticeWarning,
			w.t("reports.missingCharacters", "characters", strings.Join(characters, " ")))))
	}
	return column
}

// beside sets what is chosen at the left of the pages; in a narrow window one
// of the two is shown.
func (p *reportsPage) beside(column fyne.CanvasObject) fyne.CanvasObject {
	w := p.w
	if w.frame.narrow && !p.looking {
		return w.readingPage(column, 860)
	}
	pages := p.preview.content()
	p.look()
	if w.frame.narrow {
		return pages
	}
	chosen := ui.NewScroll(w.kit, container.New(&readingLayout{width: reportsSide * w.scale()},
		ui.NewInset(w.margin(), theme.Space16, theme.Space16, w.margin(), column)))
	return container.New(&paneLayout{width: reportsSide * w.scale()}, chosen, pages, upright())
}

// reportsSide is the width of what is chosen in pixels at text size 1.
const reportsSide = 500

// narrowHead chooses between what is chosen and the pages where there is no room
// for both.
func (p *reportsPage) narrowHead() fyne.CanvasObject {
	w := p.w
	if !w.frame.narrow {
		return container.NewWithoutLayout()
	}
	control := ui.NewSegmentedControl(w.kit, w.t("reports.view"), w.t("reports.choices"), w.t("reports.preview"))
	control.SetChosen(map[bool]int{false: 0, true: 1}[p.looking])
	control.OnChanged = func(i int) {
		p.looking = i == 1
		w.rebuild()
	}
	return ui.NewInset(theme.Space8, theme.Space16, "", theme.Space16, ui.NewWrap("", "", control))
}

// printed tells whether the chosen document was printed when the version was
// approved: that very file is given then.
func (p *reportsPage) printed() bool {
	w := p.w
	if p.kind != workflow.ProgrammeDocument {
		return false
	}
	v, err := w.work.Version(w.ctx)
	return err == nil && w.work.ReadOnly() && v.DocumentIn(p.editions()[p.edition]) >= 0
}

func (w *Window) editionWords(e workflow.Edition) string {
	var words []string
	for _, l := range e {
		words = append(words, w.t("language."+string(l)))
	}
	return strings.Join(words, " + ")
}

// file is the file as typed, else the suggested one.
func (p *reportsPage) file() string {
	if p.typed != "" {
		return p.typed
	}
	return suggestedFile(p.folder, p.suggestedName(), ".pdf")
}

// choose asks for the folder. Fyne's dialog for saving would empty a file that
// is there already, before the document is made.
func (p *reportsPage) choose() {
	w := p.w
	target, _ := p.target()
	name := target.name()
	w.chooseFolder(target.folder(), func(folder string) {
		p.typed = filepath.Join(folder, name)
		w.rebuild()
	})
}

// target reads the file as typed; the key of a sentence says what is wrong with it.
func (p *reportsPage) target() (targetFile, string) { return readTarget(p.file(), p.folder, ".pdf") }

// begin makes the document; an existing file is replaced when the person means it.
func (p *reportsPage) begin() {
	if p.cancel != nil {
		return
	}
	if p.choosing {
		p.choosing = false
		p.w.rebuild()
	}
	if obstacle := p.obstacle(); obstacle != "" {
		p.w.show(messageError, obstacle)
		return
	}
	target, wrong := p.target()
	p.w.intoFile(p.path, target, wrong, p.make)
}

// make makes the document beside the window, with its progress in sight.
func (p *reportsPage) make(target targetFile) {
	w := p.w
	ctx, cancel := context.WithCancel(w.ctx)
	prepared, err := w.work.PrepareReport(ctx, p.order())
	if err != nil {
		cancel()
		w.tell(err)
		return
	}
	p.cancel, p.made, p.missing = cancel, "", nil
	progress := w.showProgress(w.t("reports.title"), w.t("reports.making"), cancel)
	prepared.Progress = progress.set
	var result workflow.ReportResult
	w.beside(func() { result, err = target.write(ctx, prepared) }, func() {
		cancel()
		p.cancel = nil
		progress.close()
		if w.page == page(p) {
			if err == nil {
				p.typed, p.made, p.missing = string(target), string(target), result.Missing
			}
			w.rebuild()
		}
		w.tellFile(err, string(target))
		if err == nil {
			// Enter opens what has just been made.
			w.focusAgain(spot{label: w.t("reports.open")})
		}
	})
}

// openMade opens a document in the system's own viewer.
func (w *Window) openMade(path string) {
	if w.options.OpenFile == nil {
		return
	}
	if err := w.options.OpenFile(path); err != nil {
		fyne.LogError("open document", err)
		w.show(messageError, "error.noViewer", "file", path)
	}
}
