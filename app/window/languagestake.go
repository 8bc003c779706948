package window

import (
	"os"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/translationfile"
	"tavoitekartta/app/translationwords"
	"tavoitekartta/app/ui"
	"tavoitekartta/app/workflow"
)

// takePage takes in what a translator has written: which file, what it would
// write, and then that, as one step.
type takePage struct {
	askedFile
	preview *workflow.TranslationPreview // nil before a file has been read
	listed  int
}

func newTakePage(w *Window) *takePage {
	return &takePage{askedFile: askedFile{w: w}, listed: listedAtOnce}
}

func (p *takePage) name() string {
	if p.preview != nil {
		return "languages/preview"
	}
	return "languages/take"
}

func (p *takePage) first() fyne.Focusable { return p.focus }
func (p *takePage) flush() error          { return nil }

// next reads the file, and when it has been read writes what it holds.
func (p *takePage) next() {
	if p.preview == nil {
		p.read()
		return
	}
	p.take()
}

// back forgets the file that was read, or leaves.
func (p *takePage) back() {
	if p.preview == nil {
		p.w.openView(viewLanguages)
		return
	}
	p.preview = nil
	p.w.window.Canvas().Unfocus()
	p.w.rebuild()
	p.path.Focus()
}

func (p *takePage) content() fyne.CanvasObject {
	w := p.w
	if p.preview != nil {
		return p.previewContent()
	}
	return p.ask(fileQuestion{
		title: strings.TrimSuffix(w.t("languages.take"), "…"), text: w.t("languages.takeText"),
		label: w.t("languages.file"), hint: w.t("languages.takeHint"),
		read: w.t("languages.read"), onRead: p.read, back: w.t("languages.title"), onBack: p.back,
		suffixes: []string{".xlsx", ".xlf", ".xliff"},
	})
}

// read reads the file and shows what it would write; nothing is written.
func (p *takePage) read() {
	w := p.w
	preview, err := p.open()
	switch {
	case err == nil:
		p.preview, p.wrong, p.listed = preview, "", listedAtOnce
		w.window.Canvas().Unfocus() // the field is not there any more
		w.rebuild()
		w.window.Canvas().Focus(p.focus)
		return
	case os.IsNotExist(err) || strings.TrimSpace(p.typed) == "":
		p.wrong = w.t("languages.fileMissing")
	case os.IsPermission(err):
		p.wrong = w.t("languages.fileUnreadable")
	default:
		key, args := w.desk.Sentence(err)
		var pairs []any
		for name, value := range args {
			pairs = append(pairs, name, value)
		}
		if p.wrong = w.t(key, pairs...); key == "error.unexpected" {
			p.wrong = w.t("languages.fileUnreadable")
		}
	}
	p.refuse()
}

func (p *takePage) open() (*workflow.TranslationPreview, error) {
	file, err := os.Open(strings.TrimSpace(p.typed))
	if err != nil {
		return nil, err
	}
	defer file.Close()
	texts, problems, err := translationfile.Read(file)
	if err != nil {
		return nil, err
	}
	return p.w.work.PreviewTranslation(texts, problems)
}

// previewContent shows what the file would write, what is to be looked at, and
// what cannot be taken.
func (p *takePage) previewContent() fyne.CanvasObject {
	w, preview := p.w, p.preview
	column := ui.NewColumn(theme.Space16, ui.NewFlush(ui.NewBoldLabel(w.t("languages.preview"), theme.TextPage)))
	facts := ui.NewColumn(theme.Space4, ui.NewFlush(ui.NewMarkWithWord(ui.MarkDone, w.t("languages.comes."+string(preview.Target), "count", len(preview.Lines)), theme.TextBody)))
	for _, line := range []struct {
		mark  ui.MarkKind
		key   string
		count int
	}{
		{ui.MarkInformation, "languages.replaces", preview.Replacing()},
		{ui.MarkMissing, "languages.stale", preview.Changed()},
		{ui.MarkMissing, "languages.differing", preview.Differing()},
		{ui.MarkInformation, "languages.same.count", preview.Same},
		{ui.MarkInformation, "languages.untouched", preview.Untouched},
		{ui.MarkMissing, "languages.refused", len(preview.Problems)},
	} {
		if line.count > 0 {
			facts.Add(ui.NewFlush(ui.NewMarkWithWord(line.mark, w.t(line.key, "count", line.count), theme.TextBody)))
		}
	}
	column.Add(facts)
	column.Add(p.problems())
	column.Add(p.lines())
	foot := wizardFoot{back: w.t("languages.otherFile"), onBack: p.back, next: w.t("languages.accept", "count", len(preview.Lines)), onNext: p.next}
	if len(preview.Lines) == 0 {
		foot.next, foot.onNext = w.t("languages.title"), func() { w.openView(viewLanguages) }
	}
	whole := container.New(&wizardLayout{}, container.NewWithoutLayout(), w.readingPage(column, 1000), w.foot(foot))
	p.focus = w.frame.next
	return whole
}

// problems are the rows that cannot be taken, with the reason.
func (p *takePage) problems() fyne.CanvasObject {
	w := p.w
	column := ui.NewColumn(theme.Space4)
	for _, problem := range p.preview.Problems[:min(p.listed, len(p.preview.Problems))] {
		words := w.t("translation.row", "row", strconv.Itoa(problem.Row)) + ": " + w.t("translation.problem."+string(problem.Code))
		column.Add(ui.NewFlush(w.noticeLine(ui.MarkMissing, words)))
		if problem.Word != "" {
			column.Add(ui.NewInset("", theme.Space8, "", theme.Space36, ui.NewMutedLabel(problem.Word, theme.TextSmallest)))
		}
	}
	return column
}

// lines are the texts that would be written, those to be looked at first.
func (p *takePage) lines() fyne.CanvasObject {
	w := p.w
	numbers := w.work.TextNumbers()
	column := ui.NewColumn(theme.Space8)
	var sorted []*workflow.TranslationLine
	for _, notable := range []bool{true, false} {
		for i := range p.preview.Lines {
			line := &p.preview.Lines[i]
			if (line.OriginalChanged || !line.Figures.None()) == notable {
				sorted = append(sorted, line)
			}
		}
	}
	for _, line := range sorted[:min(p.listed, len(sorted))] {
		box := ui.NewColumn(theme.Space4, ui.NewMutedLabel(translationwords.Place(w.words, line.TextRef, numbers), theme.TextSmallest))
		if line.OriginalChanged {
			box.Add(w.noticeLine(ui.MarkMissing, w.t("translation.stale")))
		}
		if !line.Figures.None() {
			box.Add(w.noticeLine(ui.MarkMissing, translationwords.Figures(w.words, line.Figures)))
		}
		sides := ui.NewFormRow(280, theme.Space16)
		for _, side := range []struct {
			text, language string
			muted          bool
		}{{beginningOf(line.Original), string(p.preview.Source), true}, {beginningOf(line.After), string(p.preview.Target), false}} {
			words := ui.NewLabel(side.text, theme.TextSecondary)
			if side.muted {
				words = ui.NewMutedLabel(side.text, theme.TextSecondary)
			}
			words.Language = side.language
			sides.Add(words)
		}
		box.Add(sides)
		if line.Before != "" {
			box.Add(ui.NewMutedLabel(w.t("languages.before", "text", beginningOf(line.Before)), theme.TextSmallest))
		}
		column.Add(ui.NewFlush(w.panel(box)))
	}
	if left := len(sorted) - p.listed; left > 0 {
		column.Add(ui.NewRow("", nil, ui.NewButton(w.kit, ui.ButtonSecondary, w.t("languages.more", "count", left), func() {
			p.listed += listedAtOnce
			w.rebuild()
		})))
	}
	return column
}

// take writes what the preview shows, as one step that can be undone.
func (p *takePage) take() {
	w := p.w
	if len(p.preview.Lines) == 0 {
		w.openView(viewLanguages)
		return
	}
	if err := w.work.TakeTranslation(w.ctx, p.preview); err != nil {
		w.tell(err)
		return
	}
	count := len(p.preview.Lines)
	w.openView(viewLanguages)
	w.showSaved()
	w.inform("languages.taken", "count", count)
}
