package window

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/widget"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/app/workflow"
)

// reportsPage makes documents of a programme: which one, in which languages,
// where to.
type reportsPage struct {
	w       *Window
	edition int
	path    *ui.Field
	typed   string // the file as typed
	cancel  context.CancelFunc
	bar     *widget.ProgressBar
	make    *ui.Button
	made    string // the file made last
	focus   fyne.Focusable
}

func newReportsPage(w *Window) *reportsPage { return &reportsPage{w: w} }

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
	var words []string
	for _, e := range p.editions() {
		words = append(words, w.editionWords(e))
	}
	p.edition = min(p.edition, len(words)-1)
	edition := ui.NewChoiceRow(w.kit, w.t("reports.edition"), words...)
	edition.SetChosen(p.edition)
	edition.OnChanged = func(chosen []int) {
		if len(chosen) == 1 {
			p.edition = chosen[0]
		}
		p.typed = ""
		w.rebuild()
	}
	if p.typed == "" {
		p.typed = p.suggestedPath()
	}
	p.path = ui.NewField(w.kit, w.t("reports.file")).WithHint(w.t("reports.fileHint"))
	p.path.SetText(p.typed)
	p.path.OnChanged = func(s string) { p.typed = s; p.path.SetError("") }
	p.path.OnEnter(p.begin)
	p.focus = p.path.Focusable()
	choose := ui.NewButton(w.kit, ui.ButtonSecondary, w.t("reports.choose"), p.choose).WithIcon(ui.IconFolder)
	column := ui.NewColumn(theme.Space16,
		ui.NewBoldLabel(w.t("reports.title"), theme.TextPage),
		ui.NewListCard(w.kit, ui.NewColumn(theme.Space4,
			ui.NewBoldLabel(w.t("reports.programme"), theme.TextSection),
			ui.NewMutedLabel(w.t("reports.programmeText"), theme.TextSecondary)), w.t("reports.programme"), p.begin),
		edition, p.path, ui.NewRow(theme.Space8, nil, choose))
	p.bar = widget.NewProgressBar()
	p.bar.Hide()
	column.Add(p.bar)
	if p.made != "" {
		done := ui.NewNotice(w.kit, ui.NoticeOK, w.t("reports.made", "file", p.made))
		done.WithAction(w.t("reports.open"), func() { w.openMade(p.made) })
		column.Add(done)
	}
	next := w.t("reports.make")
	if p.cancel != nil {
		next = w.t("reports.cancel")
	}
	body := container.New(&readingLayout{width: 820 * w.scale()}, ui.NewMargin(w.margin(), column))
	return container.New(&wizardLayout{}, container.NewWithoutLayout(), ui.NewScroll(w.kit, body),
		w.foot(wizardFoot{back: w.t("nav.contents"), onBack: p.back, next: next, onNext: p.begin}))
}

func (w *Window) editionWords(e workflow.Edition) string {
	var words []string
	for _, l := range e {
		words = append(words, w.t("language."+string(l)))
	}
	return strings.Join(words, " + ")
}

// suggestedPath is a file in the person's documents named after the programme.
func (p *reportsPage) suggestedPath() string {
	e := p.editions()[p.edition]
	title, _ := p.w.work.Programme().Title.Best(e[0])
	if title == "" {
		title = p.w.t("programme.untitled")
	}
	name := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) || r < ' ' {
			return '-'
		}
		return r
	}, title)
	var codes []string
	for _, l := range e {
		codes = append(codes, string(l))
	}
	home, err := os.UserHomeDir()
	if err != nil {
		home = "."
	}
	folder := filepath.Join(home, "Documents")
	if info, err := os.Stat(folder); err != nil || !info.IsDir() {
		folder = home
	}
	return filepath.Join(folder, fmt.Sprintf("%.120s %s.pdf", name, strings.Join(codes, "+")))
}

// choose asks for the place in a dialog of files.
func (p *reportsPage) choose() {
	w := p.w
	save := dialog.NewFileSave(func(out fyne.URIWriteCloser, err error) {
		if err != nil {
			w.tell(err)
			return
		}
		if out == nil {
			return
		}
		path := out.URI().Path()
		if err := out.Close(); err != nil {
			w.tell(err)
			return
		}
		p.typed = path
		w.rebuild()
	}, w.window)
	save.SetFileName(filepath.Base(p.typed))
	if folder, err := storage.ListerForURI(storage.NewFileURI(filepath.Dir(p.typed))); err == nil {
		save.SetLocation(folder)
	}
	save.SetFilter(storage.NewExtensionFileFilter([]string{".pdf"}))
	save.Resize(fyne.NewSize(800, 560))
	save.Show()
}

// begin makes the document beside the window's goroutine, or cancels the one
// that is being made.
func (p *reportsPage) begin() {
	w := p.w
	if p.cancel != nil {
		p.cancel()
		return
	}
	path := strings.TrimSpace(p.typed)
	if path == "" {
		p.path.SetError(w.t("reports.fileMissing"))
		p.path.Focus()
		return
	}
	if filepath.Ext(path) == "" {
		path += ".pdf"
	}
	ctx, cancel := context.WithCancel(w.ctx)
	p.cancel, p.made = cancel, ""
	p.bar.Show()
	work, edition := w.work, p.editions()[p.edition]
	request, err := work.PrepareReport(ctx, workflow.ProgrammeDocument, edition)
	if err != nil {
		p.finish(path, err)
		return
	}
	request.Progress = func(done, whole int) {
		fyne.Do(func() {
			if whole > 0 {
				p.bar.SetValue(float64(done) / float64(whole))
			}
		})
	}
	go func() {
		var pdf bytes.Buffer
		_, err := request.Make(&pdf)
		if err == nil {
			err = writeWhole(path, pdf.Bytes())
		}
		fyne.Do(func() { p.finish(path, err) })
	}()
}

func (p *reportsPage) finish(path string, err error) {
	w := p.w
	p.cancel()
	p.cancel = nil
	if err == nil {
		p.made = path
	}
	if w.page != page(p) {
		return
	}
	w.rebuild()
	var failed *os.PathError
	switch {
	case err == nil:
		// Enter opens what has just been made.
		w.focusAgain(spot{label: w.t("reports.open")})
	case errors.As(err, &failed):
		w.show(messageError, "error.fileNotWritten", "file", path)
	case err != nil:
		w.tell(err)
	}
}

// writeWhole writes a file so that no half file is ever seen under its name.
func writeWhole(path string, content []byte) error {
	part := path + ".part"
	if err := os.WriteFile(part, content, 0o644); err != nil {
		return err
	}
	return os.Rename(part, path)
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
