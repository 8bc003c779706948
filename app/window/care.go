package window

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/app/workflow"
	"tavoitekartta/model"
	"tavoitekartta/model/text"
)

// backupExtension ends the names of backups.
const backupExtension = ".tkbackup"

// The parts of the care page.
const (
	careBackups = "backups"
	careCopy    = "copy"
	careMove    = "move"
	careBin     = "bin"
	careArchive = "archive"
	careFolder  = "folder"
	careNames   = "names"
)

// carePage keeps what is written safe: backups, copies elsewhere, another
// laptop, bin and archive, the data folder, and whose names are kept.
type carePage struct {
	partPage
	all         bool // every backup is listed, and not the newest alone
	out, in     copyInput
	moving      copyInput
	arriving    copyInput
	withNames   bool
	examination *workflow.Examination // the outcome of the last check
	cancel      context.CancelFunc    // while something is done beside the window
}

// copyInput is what has been typed for one file, and what came of it.
type copyInput struct {
	path       pathInput
	passphrase string
	problem    string // about the passphrase
	made       string // the file made last
}

// openCare shows a part of the care page, with the programme that is open left.
func (w *Window) openCare(part string) {
	p := newCarePage(w)
	p.open(part)
	w.leave(p)
}

func newCarePage(w *Window) *carePage {
	p := &carePage{withNames: true}
	p.partPage = partPage{w: w, key: "care", parts: []pagePart{
		{careBackups, p.backups}, {careCopy, p.copies}, {careMove, p.move}, {careBin, p.bin},
		{careArchive, p.archive}, {careFolder, p.folder}, {careNames, p.names},
	}}
	return p
}

// said is a paragraph of a part.
func (w *Window) said(key string, arguments ...any) fyne.CanvasObject {
	return ui.NewFlush(ui.NewLabel(w.t(key, arguments...), theme.TextBody))
}

// quietly is a paragraph of less weight.
func (w *Window) quietly(key string, arguments ...any) fyne.CanvasObject {
	return ui.NewFlush(ui.NewMutedLabel(w.t(key, arguments...), theme.TextSecondary))
}

// titleOf is a programme's title and the language that it stands in.
func (w *Window) titleOf(s *model.Summary) (string, string) {
	title, language := s.Title.Best(model.Language(w.words.Language()), s.FirstLanguage)
	if title == "" {
		return w.t("programme.untitled"), ""
	}
	return title, string(language)
}

// changedWords says on one line when a programme was last changed.
func (w *Window) changedWords(s *model.Summary) string {
	return strings.Join(strings.Fields(w.t("start.changed", "when", w.when(s.Changed()))), " ")
}

// bytes writes a number of bytes as people write it: 48 kt, 3,1 Mt.
func (w *Window) bytes(size uint64) string {
	switch {
	case size < 1<<20:
		return w.t("size.kilo", "size", max(1, size>>10))
	case size < 10<<20:
		return w.t("size.mega", "size", w.decimal(fmt.Sprintf("%.1f", float64(size)/(1<<20))))
	case size < 10<<30:
		return w.t("size.mega", "size", size>>20)
	}
	return w.t("size.giga", "size", size>>30)
}

func (w *Window) decimal(number string) string {
	return text.FormatNumber(number, string(w.words.Language()))
}

// copyName is the name of a file that a copy is suggested to be written to.
func (w *Window) copyName(key string) string {
	today := w.desk.Today()
	return suggestedFile(documentsFolder(), fmt.Sprintf("%s %04d-%02d-%02d", w.t(key), today.Year, today.Month, today.Day), backupExtension)
}

// export writes everything to the file of an input, beside the window.
func (p *carePage) export(input *copyInput, names bool) {
	w := p.w
	if p.cancel != nil {
		return
	}
	target, wrong := readTarget(input.path.typed, documentsFolder(), backupExtension)
	input.path.problem, input.problem = "", ""
	if wrong != "" {
		input.path.problem = w.t(wrong)
	} else if names && input.passphrase == "" {
		input.problem = w.t("care.passphraseNeeded")
	}
	if input.path.problem != "" || input.problem != "" {
		w.rebuild()
		p.focusProblem(input)
		return
	}
	write := func() { p.write(input, string(target), names) }
	if !target.exists() {
		write()
		return
	}
	ui.Confirm(w.kit, w.window.Canvas(), w.t("reports.replace"), w.t("reports.replaceQuestion", "file", target.name()),
		w.t("reports.replace"), w.t("action.keep"), write)
}

// focusProblem puts the keyboard at the field that is wrong.
func (p *carePage) focusProblem(input *copyInput) {
	label := p.w.t("care.file")
	if input.path.problem == "" {
		label = p.w.t("care.passphrase")
	}
	for _, c := range called(p.w.controls, label) {
		if field, speaks := c.(interface{ Spoken() ui.Spoken }); speaks && field.Spoken().Error != "" {
			p.w.kit.Focus(c)
			return
		}
	}
}

func (p *carePage) write(input *copyInput, path string, names bool) {
	w := p.w
	desk := w.desk
	var err error
	p.work(w.t("care.writing"), func(ctx context.Context) {
		_, err = desk.Export(ctx, path, input.passphrase, names)
	}, func() {
		if err == nil {
			input.made, input.path.typed = path, path
		}
		w.rebuild()
		w.tell(err)
	})
}

// work does something beside the window, with a word of what it is, and then
// what follows, unless the person has gone.
func (p *carePage) work(words string, do func(context.Context), then func()) {
	w := p.w
	ctx, cancel := context.WithCancel(w.ctx)
	p.cancel = cancel
	progress := w.showProgress(w.t(p.key+".part."+p.parts[p.at].name), words, cancel)
	w.beside(func() { do(ctx) }, func() {
		cancel()
		p.cancel = nil
		progress.close()
		if w.page == page(p) {
			then()
		}
	})
}

// look opens the file of an input and shows what it holds.
func (p *carePage) look(input *copyInput) {
	w := p.w
	path, given := readPath(input.path.typed)
	input.path.problem, input.problem = "", ""
	if !given {
		input.path.problem = w.t("care.fileMissing")
		w.rebuild()
		p.focusProblem(input)
		return
	}
	p.unpack(path, input.passphrase, func(err error) {
		key, args := w.desk.Sentence(err)
		var pairs []any
		for name, value := range args {
			pairs = append(pairs, name, value)
		}
		if key == "error.file.passphrase" {
			input.problem = w.t(key, pairs...)
		} else {
			input.path.problem = w.t(key, pairs...)
		}
		w.rebuild()
		p.focusProblem(input)
	})
}

// unpack opens a file beside the window and goes to its page; refused is told
// why it cannot be opened.
func (p *carePage) unpack(path, passphrase string, refused func(error)) {
	w := p.w
	if p.cancel != nil {
		return
	}
	desk := w.desk
	var opened *backupPage
	var err error
	p.work(w.t("care.reading", "file", filepath.Base(path)), func(ctx context.Context) {
		opened, err = readBackup(ctx, w, desk, path, passphrase)
	}, func() {
		if err != nil {
			refused(err)
			return
		}
		opened.from = p.parts[p.at].name
		w.goTo(opened)
	})
}

// oneDecimal writes a ratio such as 8.6.
func oneDecimal(ratio float64) string { return fmt.Sprintf("%.1f", ratio) }
