package window

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/app/workflow"
)

// answersPage takes in what responsible bodies have filled into worksheets: which
// files, what they would change, and then that, as one step.
type answersPage struct {
	askedFile
	files   []string
	batch   *workflow.AnswersBatch // nil before the files have been read
	listed  int                    // of the answers that need no choice
	choices map[int]*ui.LinkRow    // the first offer of each row that needs a choice
}

// largestAnswers bounds what is read of one file; a worksheet has some hundred
// kilobytes.
const largestAnswers = 64 << 20

// answersAtOnce is how many answers are listed at first and added at each "show
// more".
const answersAtOnce = 30

// openAnswers asks for filled worksheets.
func (w *Window) openAnswers() { w.goTo(newAnswersPage(w)) }

func newAnswersPage(w *Window) *answersPage {
	return &answersPage{askedFile: askedFile{w: w}, listed: answersAtOnce}
}

// readAnswersOf shows what filled worksheets hold.
func (w *Window) readAnswersOf(files []string) {
	p := newAnswersPage(w)
	p.files = files
	w.goTo(p)
	if w.page == page(p) {
		p.read()
	}
}

func (p *answersPage) name() string {
	if p.batch != nil {
		return "answers/preview"
	}
	return "answers"
}

func (p *answersPage) first() fyne.Focusable { return p.focus }
func (p *answersPage) flush() error          { return nil }

// leave goes back to the files, or to where the person was.
func (p *answersPage) back() {
	w := p.w
	switch {
	case p.batch != nil:
		p.batch = nil
		w.window.Canvas().Unfocus()
		w.rebuild()
		w.kit.Focus(p.focus)
	case w.work == nil:
		w.goHome()
	default:
		w.openView(viewReports)
	}
}

func (p *answersPage) content() fyne.CanvasObject {
	if p.batch != nil {
		return p.preview()
	}
	return p.askFiles()
}

// askFiles asks for one or several files.
func (p *answersPage) askFiles() fyne.CanvasObject {
	w := p.w
	p.path = ui.NewField(w.kit, w.t("answers.file")).WithHint(w.t("answers.hint")).WithLimit(1000)
	p.path.SetText(p.typed)
	p.path.SetError(p.wrong)
	p.path.OnChanged = func(s string) {
		p.typed, p.wrong = s, ""
		p.path.SetError("")
	}
	p.path.OnEnter(p.read)
	p.focus = p.path.Focusable()
	choose := ui.NewButton(w.kit, ui.ButtonSecondary, w.t("answers.add"), func() {
		w.chooseFile("", func(file string) { p.addFiles(file) }, ".pdf")
	}).WithIcon(ui.IconPDF)
	folder := ui.NewButton(w.kit, ui.ButtonSecondary, w.t("answers.addFolder"), func() {
		w.chooseFolder(documentsFolder(), p.addFolder)
	}).WithIcon(ui.IconFolder)
	column := ui.NewColumn(theme.Space16, ui.NewFlush(ui.NewBoldLabel(w.t("answers.title"), theme.TextPage)),
		ui.NewFlush(ui.NewMutedLabel(w.t("answers.text"), theme.TextBody)),
		ui.NewColumn(theme.Space4, p.path, ui.NewWrap(theme.Space4, "", choose, folder)), p.fileList())
	back := w.t("nav.reports")
	if w.work == nil {
		back = w.t("nav.programmes")
	}
	return container.New(&wizardLayout{}, container.NewWithoutLayout(), w.readingPage(column, 860),
		w.foot(wizardFoot{back: back, onBack: p.back, next: w.t("answers.read"), onNext: p.read}))
}

// fileList lists the files that were chosen, each with its removal.
func (p *answersPage) fileList() fyne.CanvasObject {
	w := p.w
	list := ui.NewColumn("")
	if len(p.files) > 0 {
		list.Add(ui.NewFlush(ui.NewBoldLabel(w.t("answers.chosen", "count", len(p.files)), theme.TextSecondary)))
	}
	for i, file := range p.files {
		name := ui.NewFlush(ui.NewLabel(filepath.Base(file), theme.TextBody))
		remove := ui.NewIconButton(w.kit, ui.IconCross, w.t("answers.remove", "file", filepath.Base(file)), func() {
			p.files = slices.Delete(p.files, i, i+1)
			w.rebuild()
		})
		list.Add(ui.NewRow(theme.Space8, name, name, remove))
	}
	return list
}

func (p *answersPage) addFiles(files ...string) {
	for _, file := range files {
		if !slices.Contains(p.files, file) {
			p.files = append(p.files, file)
		}
	}
	p.typed, p.wrong = "", ""
	p.w.rebuild()
	p.w.kit.Focus(p.w.frame.next)
}

// addFolder adds every PDF of a folder.
func (p *answersPage) addFolder(folder string) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		p.w.show(messageError, "answers.folderUnreadable")
		return
	}
	var files []string
	for _, entry := range entries {
		if !entry.IsDir() && strings.EqualFold(filepath.Ext(entry.Name()), ".pdf") {
			files = append(files, filepath.Join(folder, entry.Name()))
		}
	}
	if len(files) == 0 {
		p.w.show(messageError, "answers.folderEmpty")
		return
	}
	p.addFiles(files...)
}

// next reads the files, and when they have been read takes the answers in.
func (p *answersPage) next() {
	if p.batch == nil {
		p.read()
		return
	}
	p.take()
}

// read holds the files against the programme; nothing is kept yet. Without an
// open programme the first worksheet says which one it is.
func (p *answersPage) read() {
	w := p.w
	files := slices.Clone(p.files)
	if path, given := readPath(p.typed); given && !slices.Contains(files, path) {
		files = append(files, path)
	}
	if len(files) == 0 {
		p.wrong = w.t("answers.fileMissing")
		p.refuse()
		return
	}
	var read []workflow.AnswersFile
	for _, path := range files {
		read = append(read, p.readFile(path))
	}
	p.files, p.typed, p.wrong = files, "", ""
	p.batch, p.listed = workflow.GatherAnswers(read), answersAtOnce
	w.window.Canvas().Unfocus() // the field is not there any more
	w.rebuild()
	w.kit.Focus(p.focus)
	p.tellUnread()
}

// tellUnread says that some files could not be read: what else they hold may
// stand so far up that nobody sees it.
func (p *answersPage) tellUnread() {
	unread := 0
	for _, file := range p.batch.Files {
		if file.Err != nil {
			unread++
		}
	}
	if unread > 0 && unread < len(p.batch.Files) {
		p.w.show(messageError, "answers.unread", "count", unread)
	}
}

func (p *answersPage) readFile(path string) workflow.AnswersFile {
	file := workflow.AnswersFile{Name: filepath.Base(path)}
	answers, err := readAnswers(path)
	if err == nil && p.w.work == nil {
		err = p.openOf(answers)
	}
	if err == nil {
		file.Preview, err = p.w.work.PreviewAnswers(answers)
	}
	file.Err = err
	return file
}

// openOf opens the programme of a worksheet.
func (p *answersPage) openOf(answers workflow.Answers) error {
	work, err := p.w.desk.Open(p.w.ctx, answers.Programme)
	if err != nil {
		return &workflow.AnswersError{Code: workflow.AnswersOtherProgramme}
	}
	p.w.take(work)
	return nil
}

func readAnswers(path string) (workflow.Answers, error) {
	in, err := os.Open(path)
	if err != nil {
		return workflow.Answers{}, err
	}
	defer in.Close()
	pdf, err := io.ReadAll(io.LimitReader(in, largestAnswers+1))
	switch {
	case err != nil:
		return workflow.Answers{}, err
	case len(pdf) > largestAnswers:
		return workflow.Answers{}, &workflow.AnswersError{Code: workflow.AnswersTooLarge}
	}
	return workflow.ReadAnswers(pdf)
}

// complaint is the sentence why a file cannot be taken.
func (p *answersPage) complaint(err error) string {
	if errors.Is(err, fs.ErrNotExist) {
		return p.w.t("answers.fileGone")
	}
	var failed *fs.PathError
	if errors.As(err, &failed) {
		return p.w.t("answers.fileUnreadable")
	}
	key, arguments := p.w.desk.Sentence(err)
	var pairs []any
	for name, value := range arguments {
		pairs = append(pairs, name, value)
	}
	return p.w.t(key, pairs...)
}

// take writes what is chosen, or goes to what waits for a choice.
func (p *answersPage) take() {
	w := p.w
	if at := p.batch.Undecided(); at >= 0 {
		w.show(messageError, "answers.undecided")
		w.kit.Focus(p.choices[at])
		return
	}
	if w.work == nil {
		p.back()
		return
	}
	count, err := w.work.TakeBatch(w.ctx, p.batch)
	if err != nil {
		w.tell(err)
		return
	}
	p.batch, p.files = nil, nil
	w.openView(viewReports)
	w.showSaved()
	w.inform("answers.taken", "count", count)
}
