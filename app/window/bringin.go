package window

import (
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/app/workflow"
	"tavoitekartta/model"
)

// bringInPage brings in the programme that a document carries: which document,
// what it holds, and then that, as a programme of its own.
type bringInPage struct {
	askedFile
	carried *workflow.Carried // nil before a document has been read
}

// openBringIn asks for a document that carries a programme.
func (w *Window) openBringIn() { w.leave(&bringInPage{askedFile: askedFile{w: w}}) }

func (p *bringInPage) name() string {
	if p.carried != nil {
		return "bringIn/preview"
	}
	return "bringIn"
}

func (p *bringInPage) first() fyne.Focusable { return p.focus }
func (p *bringInPage) flush() error          { return nil }

// next reads the document, and when it has been read brings its programme in.
func (p *bringInPage) next() {
	if p.carried == nil {
		p.read()
		return
	}
	p.bringIn()
}

// back forgets the document that was read, or leaves.
func (p *bringInPage) back() {
	if p.carried == nil {
		p.w.goHome()
		return
	}
	p.carried = nil
	p.w.window.Canvas().Unfocus()
	p.w.rebuild()
	p.path.Focus()
}

func (p *bringInPage) content() fyne.CanvasObject {
	w := p.w
	if p.carried != nil {
		return p.preview()
	}
	return p.ask(fileQuestion{
		title: w.t("bringIn.title"), text: w.t("bringIn.text"), label: w.t("bringIn.file"), hint: w.t("bringIn.hint"),
		read: w.t("bringIn.read"), onRead: p.read, back: w.t("nav.programmes"), onBack: p.back, suffixes: []string{".pdf", ".json"},
	})
}

// read reads the document and shows what it holds; nothing is kept yet.
func (p *bringInPage) read() {
	w := p.w
	carried, err := p.open()
	switch {
	case err == nil:
		p.carried, p.wrong = carried, ""
		w.window.Canvas().Unfocus() // the field is not there any more
		w.rebuild()
		w.window.Canvas().Focus(p.focus)
		return
	case os.IsNotExist(err) || strings.TrimSpace(p.typed) == "":
		p.wrong = w.t("bringIn.fileMissing")
	default:
		key, _ := w.desk.Sentence(err)
		if p.wrong = w.t(key); key == "error.unexpected" {
			p.wrong = w.t("bringIn.fileUnreadable")
		}
	}
	p.refuse()
}

func (p *bringInPage) open() (*workflow.Carried, error) {
	file, err := os.Open(strings.TrimSpace(p.typed))
	if err != nil {
		return nil, err
	}
	defer file.Close()
	document, err := workflow.ReadDocument(file)
	if err != nil {
		return nil, err
	}
	carried, err := p.w.desk.ReadCarried(p.w.ctx, document)
	if err == nil {
		carried.Name = filepath.Base(strings.TrimSpace(p.typed))
	}
	return carried, err
}

// preview shows what the document holds and what of it is here already.
func (p *bringInPage) preview() fyne.CanvasObject {
	w := p.w
	programme := &p.carried.File.Programme
	title, language := programme.Title.Best(model.Language(w.words.Language()), programme.FirstLanguage)
	if title == "" {
		title = w.t("programme.untitled")
	}
	heading := ui.NewBoldLabel(title, theme.TextSection)
	heading.Language = string(language)
	counts := programme.Counts()
	facts := ui.NewColumn(theme.Space4, ui.NewFlush(heading),
		ui.NewFlush(ui.NewLabel(w.t("bringIn.facts", "years", years(programme), "state", w.t("programmeState."+string(programme.State))), theme.TextBody)),
		ui.NewFlush(ui.NewLabel(w.t("command.import.parts", "sections", len(programme.Sections), "goals", counts.Goals, "measures", counts.Measures), theme.TextBody)))
	if p.carried.File.Verified() {
		facts.Add(ui.NewFlush(ui.NewMarkWithWord(ui.MarkDone, w.t("carried.verified"), theme.TextBody)))
	}
	column := ui.NewColumn(theme.Space16, ui.NewFlush(ui.NewBoldLabel(w.t("bringIn.holds"), theme.TextPage)), ui.NewFlush(w.panel(facts)))
	for _, present := range p.carried.Present {
		key := "bringIn.here.other"
		if present.Same {
			key = "bringIn.here.same"
		}
		column.Add(ui.NewNotice(w.kit, ui.NoticeWarning, w.t(key)))
	}
	if programme.State.Locked() {
		column.Add(ui.NewFlush(ui.NewMutedLabel(w.t("bringIn.recorded"), theme.TextBody)))
	}
	column.Add(ui.NewFlush(ui.NewMutedLabel(w.t("bringIn.new"), theme.TextBody)))
	whole := container.New(&wizardLayout{}, container.NewWithoutLayout(), w.readingPage(column, 860),
		w.foot(wizardFoot{back: w.t("languages.otherFile"), onBack: p.back, next: w.t("bringIn.take"), onNext: p.next}))
	p.focus = w.frame.next
	return whole
}

// bringIn keeps the programme and opens it.
func (p *bringInPage) bringIn() {
	w := p.w
	work, err := w.desk.BringIn(w.ctx, p.carried)
	if err != nil {
		w.tell(err)
		return
	}
	w.page = nil
	w.enter(work)
}

// origin says from which document the open programme was brought in; it is nil
// for one that was written here.
func (w *Window) origin() fyne.CanvasObject {
	from, brought, err := w.desk.BroughtIn(w.ctx, w.work.ID())
	if err != nil {
		fyne.LogError("read where the programme came from", err)
	}
	if !brought {
		return nil
	}
	words := w.t("bringIn.from", "when", w.day(from.On))
	if from.Name != "" {
		words = w.t("bringIn.fromFile", "file", from.Name, "when", w.day(from.On))
	}
	if len(from.Fingerprint) >= shownDigits {
		words += " " + w.t("bringIn.fingerprint", "digits", from.Fingerprint[:shownDigits])
	}
	return ui.NewFlush(w.noticeLine(ui.MarkInformation, words))
}

// shownDigits are the digits of a fingerprint at the foot of approved pages.
const shownDigits = 16
