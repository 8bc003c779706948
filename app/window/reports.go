package window

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/app/workflow"
)

// reportsPage makes documents of a programme: which one, of which of its parts,
// in which languages, where to. A wide window shows the documents, the choices
// and the pages beside each other; a narrow one shows one of the three.
type reportsPage struct {
	w       *Window
	kind    string
	options reportOptions
	picking *picker // what is being chosen in a list of its own, nil for nothing
	refused bool    // no section is chosen, and that is said
	edition int
	folder  string // of the file
	typed   string // the file's name as typed, "" for the one that is suggested
	path    *ui.Field
	where   *ui.Label          // shows the folder
	cancel  context.CancelFunc // while a document is being made
	made    targetFile         // the file made last
	letters *lettersCard
	focus   fyne.Focusable
	preview *preview
	part    reportsPart
}

// reportsPart is what a narrow window shows of the page.
type reportsPart int

// The parts, in the order in which they are gone through.
const (
	reportsKinds reportsPart = iota
	reportsChoices
	reportsPages
)

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
func (p *reportsPage) next()                 { p.forward() }

// forward goes on to what is still to be chosen, and makes the document when
// all is.
func (p *reportsPage) forward() {
	if p.w.frame.narrow && p.part == reportsKinds {
		p.show(reportsChoices)
		return
	}
	p.begin()
}

// show turns to a part of the page in a narrow window.
func (p *reportsPage) show(part reportsPart) {
	p.part = part
	p.w.rebuild()
	if p.focus != nil {
		p.w.kit.Focus(p.focus)
	}
}

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
	p.path, p.where, p.focus, p.refused = nil, nil, nil, p.noSection()
	var shown fyne.CanvasObject
	switch {
	case !w.frame.narrow:
		shown = p.beside()
	case p.part == reportsKinds:
		shown = w.readingPage(p.kinds(), 1100)
	case p.part == reportsChoices:
		shown = w.readingPage(p.choices(), 860)
	default:
		shown = p.preview.content()
		p.look()
	}
	next := w.t("reports.make")
	if w.frame.narrow && p.part == reportsKinds {
		next = w.t("action.next")
	}
	return container.New(&wizardLayout{}, p.narrowHead(), shown,
		w.foot(wizardFoot{back: w.t("nav.contents"), onBack: p.back, next: next, onNext: p.forward}))
}

// The widths of the list of documents and of the choices in pixels at text size 1.
const (
	reportsListWidth    = 352
	reportsChoicesWidth = 408
)

// beside sets the documents, the choices and the pages beside each other.
func (p *reportsPage) beside() fyne.CanvasObject {
	w := p.w
	column := func(width float32, left fyne.ThemeSizeName, content fyne.CanvasObject) fyne.CanvasObject {
		return ui.NewScroll(w.kit, container.New(&readingLayout{width: width * w.scale()},
			ui.NewInset(theme.Space8, theme.Space12, theme.Space8, left, content)))
	}
	kinds, choices := column(reportsListWidth, w.margin(), p.kinds()), column(reportsChoicesWidth, theme.Space12, p.choices())
	pages := p.preview.content()
	p.look()
	ground := container.NewStack(canvas.NewRectangle(w.color(theme.ColorGround)), kinds)
	right := container.New(&paneLayout{width: reportsChoicesWidth * w.scale()}, choices, pages, upright())
	return container.New(&paneLayout{width: reportsListWidth * w.scale()}, ground, right, upright())
}

// narrowHead chooses what is shown where there is room for one thing alone.
func (p *reportsPage) narrowHead() fyne.CanvasObject {
	w := p.w
	if !w.frame.narrow {
		return container.NewWithoutLayout()
	}
	control := ui.NewSegmentedControl(w.kit, w.t("reports.view"), w.t("reports.which"), w.t("reports.choices"), w.t("reports.preview"))
	control.SetChosen(int(p.part))
	control.OnChanged = func(i int) {
		p.part = reportsPart(i)
		w.rebuild()
	}
	return ui.NewInset(theme.Space8, theme.Space16, "", theme.Space16, ui.NewWrap("", "", control))
}

// choices are what can be chosen of the chosen kind, down to the file.
func (p *reportsPage) choices() fyne.CanvasObject {
	w := p.w
	if p.picking != nil {
		return p.picking.content()
	}
	column := ui.NewColumn(theme.Space12, ui.NewFlush(ui.NewColumn(theme.Space4,
		ui.NewBoldLabel(w.t("reports.kind."+p.kind), theme.TextSection),
		ui.NewMutedLabel(w.t("reports.kind."+p.kind+".for"), theme.TextSecondary))))
	for _, part := range []fyne.CanvasObject{
		p.outcome(), p.asked(), p.editionRow(), p.unprintable(), p.fileRow(), p.variations(),
	} {
		if part != nil {
			column.Add(part)
		}
	}
	return column
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
		p.chosenAnew()
	}
	p.begins(edition.Chip(p.edition))
	return edition
}

// begins gives the keyboard to the first of the choices in a narrow window, so
// that none of them is scrolled away above it.
func (p *reportsPage) begins(control fyne.Focusable) {
	if p.w.frame.narrow && p.focus == nil {
		p.focus = control
	}
}

// printed tells whether the chosen document was printed when the version was
// approved: that very file is given then.
func (p *reportsPage) printed() bool {
	w := p.w
	if p.kind != workflow.ProgrammeDocument || p.varied() {
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

// begin makes the document; an existing file is replaced when the person means it.
func (p *reportsPage) begin() {
	if p.cancel != nil {
		return
	}
	if obstacle := p.obstacle(); obstacle != "" {
		p.w.show(messageError, obstacle)
		return
	}
	if p.picking != nil || p.path == nil { // the file's name is to be seen when it is wrong
		p.picking = nil
		p.show(reportsChoices)
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
	prepared.Vary(p.variation())
	p.cancel, p.made = cancel, ""
	progress := w.showProgress(w.t("reports.title"), w.t("reports.making"), cancel)
	prepared.Progress = progress.set
	w.beside(func() { err = target.write(ctx, prepared) }, func() {
		cancel()
		p.cancel = nil
		progress.close()
		if w.page == page(p) {
			if err == nil {
				p.made = target
				w.window.Canvas().Unfocus() // the page begins at its head, where it is told
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

// outcome tells of the document made last, nil where none was made.
func (p *reportsPage) outcome() fyne.CanvasObject {
	w := p.w
	if p.made == "" {
		return nil
	}
	made := p.made
	name := ui.NewBoldLabel(made.name(), theme.TextBody)
	buttons := ui.NewWrap(theme.Space4, "",
		ui.NewButton(w.kit, ui.ButtonSecondary, w.t("reports.open"), func() { w.openMade(string(made)) }).WithIcon(ui.IconPDF))
	if w.options.ShowFile != nil {
		buttons.Add(ui.NewButton(w.kit, ui.ButtonSecondary, w.t("reports.showFile"), func() { w.showMade(string(made)) }).WithIcon(ui.IconFolder))
	}
	column := ui.NewColumn(theme.Space4, ui.NewFlush(ui.NewColumn(theme.Space4,
		ui.NewMarkWithWord(ui.MarkDone, w.t("reports.made"), theme.TextBody), name, ui.NewMutedLabel(made.folder(), theme.TextSecondary))), buttons)
	return ui.NewFlush(ui.NewSurface(theme.ColorOKTint, ui.NewMargin(theme.Space8, column)))
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

// showMade shows a document in the system's own list of files.
func (w *Window) showMade(path string) {
	if err := w.options.ShowFile(path); err != nil {
		fyne.LogError("show document", err)
		w.show(messageError, "error.folderNotShown", "file", path)
	}
}
