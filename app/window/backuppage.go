package window

import (
	"context"
	"errors"
	"strings"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/app/workflow"
	"tavoitekartta/model"
)

// backupPage shows what a backup, or a file from another laptop, holds beside
// what is kept now, and takes from it.
type backupPage struct {
	w          *Window
	from       string // the part of the care page that it was opened from, "" for the welcome page
	path       string
	passphrase string
	opened     workflow.Unpacked // nil once it is closed
	info       workflow.BackupInfo
	holdings   []workflow.Holding
	empty      bool // nothing is kept here yet
	busy       bool
	focus      fyne.Focusable
}

// readBackup opens a file and compares it with what the desk keeps. It is called
// beside the window's goroutine.
func readBackup(ctx context.Context, w *Window, desk *workflow.Desk, path, passphrase string) (*backupPage, error) {
	opened, err := desk.Unpack(ctx, path, passphrase)
	if err != nil {
		return nil, err
	}
	p := &backupPage{w: w, path: path, passphrase: passphrase, opened: opened, info: opened.Info()}
	if p.holdings, err = desk.Compare(ctx, opened); err != nil {
		return nil, errors.Join(err, opened.Close())
	}
	p.empty = true
	for _, h := range p.holdings {
		p.empty = p.empty && h.Here == nil
	}
	return p, nil
}

func (p *backupPage) name() string          { return "backup" }
func (p *backupPage) first() fyne.Focusable { return p.focus }
func (p *backupPage) flush() error          { return nil }
func (p *backupPage) next()                 {}

func (p *backupPage) back() {
	if p.busy {
		return
	}
	if p.from == "" {
		p.w.goTo(newWelcomePage(p.w))
		return
	}
	p.w.openCare(p.from)
}

// left closes the file when another page is shown.
func (p *backupPage) left() {
	if p.opened == nil || p.busy {
		return
	}
	if err := p.opened.Close(); err != nil {
		fyne.LogError("close backup", err)
	}
	p.opened = nil
}

func (p *backupPage) content() fyne.CanvasObject {
	w := p.w
	info := p.info
	back := ui.NewButton(w.kit, ui.ButtonQuiet, w.t("action.back"), p.back).WithIcon(ui.IconChevronLeft)
	p.focus = back
	column := ui.NewColumn(theme.Space12, ui.NewRow("", nil, back),
		ui.NewFlush(ui.NewColumn("", ui.NewBoldLabel(w.t("backup.title", "when", w.moment(info.Made)), theme.TextPage),
			ui.NewMutedLabel(w.backupFacts(info), theme.TextSecondary))))
	for _, object := range p.actions() {
		column.Add(object)
	}
	for _, h := range p.holdings {
		column.Add(p.row(h))
	}
	return w.readingPage(column, 900)
}

// coming returns the programmes of which the file knows something new.
func (p *backupPage) coming() []model.EntityID {
	var ids []model.EntityID
	for _, h := range p.holdings {
		if h.Coming > 0 {
			ids = append(ids, h.Programme)
		}
	}
	return ids
}

// actions are what can be done with the whole file.
func (p *backupPage) actions() []fyne.CanvasObject {
	w := p.w
	var objects []fyne.CanvasObject
	coming := p.coming()
	var buttons []fyne.CanvasObject
	switch {
	case len(p.holdings) == 0:
		return []fyne.CanvasObject{w.said("backup.nothing")}
	case len(coming) > 0:
		key, words := "backup.takeAll", "backup.takeText"
		if p.empty {
			key, words = "backup.takeEverything", "backup.takeEverythingText"
		}
		take := ui.NewButton(w.kit, ui.ButtonPrimary, w.t(key), func() { p.take(coming...) }).WithIcon(ui.IconImport)
		p.focus = take
		buttons = append(buttons, take)
		objects = append(objects, w.said(words))
	default:
		objects = append(objects, ui.NewFlush(ui.NewNotice(w.kit, ui.NoticeInformation, w.t("backup.allHere"))))
	}
	if p.mayReplace() {
		restore := ui.NewButton(w.kit, ui.ButtonSecondary, w.t("backup.restore"), p.restore).WithIcon(ui.IconHistory)
		buttons = append(buttons, restore)
	}
	return append(objects, ui.NewFlush(ui.NewWrap(theme.Space8, theme.Space8, buttons...)))
}

// mayReplace tells whether restoring the whole would change anything.
func (p *backupPage) mayReplace() bool {
	if p.w.options.Restore == nil || p.empty {
		return false
	}
	for _, h := range p.holdings {
		if h.Relation != workflow.Same {
			return true
		}
	}
	return false
}

// row is one programme: what it is in the file, and against now.
func (p *backupPage) row(h workflow.Holding) fyne.CanvasObject {
	w := p.w
	s := h.File
	if s == nil {
		s = h.Here
	}
	title, language := w.titleOf(s)
	heading := ui.NewBoldLabel(title, theme.TextSubhead)
	heading.Language = language
	facts := []string{w.stateWord(s), w.summaryParts(s)}
	if !s.StructureOnly {
		facts = append(facts, w.t("count.measures", "count", s.Counts.Measures))
	}
	facts = append(facts, w.changedWords(s))
	if h.Binned {
		facts = append(facts, w.t("backup.inBin"))
	}
	words := ui.NewColumn(theme.Space4, heading, ui.NewMutedLabel(strings.Join(facts, " · "), theme.TextSecondary))
	mark, sentence := p.against(h)
	words.Add(ui.NewMarkWithWord(mark, sentence, theme.TextSecondary))
	if h.Coming == 0 {
		return ui.NewFlush(w.panel(words))
	}
	take := ui.NewButton(w.kit, ui.ButtonSecondary, w.t("backup.takeOne"), func() { p.take(h.Programme) }).WithIcon(ui.IconImport)
	return ui.NewFlush(w.panel(ui.NewRow(theme.Space16, words, words, take)))
}

// against says how a programme of the file stands to the one kept now.
func (p *backupPage) against(h workflow.Holding) (ui.MarkKind, string) {
	w := p.w
	switch h.Relation {
	case workflow.Older:
		return ui.MarkInformation, w.t("backup.older", "count", h.Leaving)
	case workflow.Newer:
		return ui.MarkOngoing, w.t("backup.newer", "count", h.Coming)
	case workflow.Apart:
		return ui.MarkOngoing, w.t("backup.apart", "coming", h.Coming, "leaving", h.Leaving)
	case workflow.OnlyFile:
		return ui.MarkOngoing, w.t("backup.onlyFile")
	case workflow.OnlyHere:
		return ui.MarkMissing, w.t("backup.onlyHere")
	}
	return ui.MarkDone, w.t("backup.same")
}

// take brings programmes of the file in, beside the window.
func (p *backupPage) take(programmes ...model.EntityID) {
	w := p.w
	if p.busy {
		return
	}
	p.busy = true
	desk, opened := w.desk, p.opened
	progress := w.showProgress(w.t("backup.takeAll"), w.t("backup.taking"), func() {})
	var taken workflow.Taken
	var err error
	w.beside(func() { taken, err = desk.Take(w.ctx, opened, programmes...) }, func() {
		p.busy = false
		progress.close()
		if err != nil {
			w.rebuild()
			w.tell(err)
			return
		}
		w.tell(w.applySettings())
		w.goHome()
		w.dress()
		w.rebuild()
		if first := w.page.first(); first != nil {
			w.kit.Focus(first)
		}
		w.informTaken(taken)
	})
}

// informTaken says what has come, and what it waits for.
func (w *Window) informTaken(taken workflow.Taken) {
	switch {
	case taken.Clashes > 0:
		w.offer("clashes.open", func() { w.openClashesOf(taken.Clashing[0]) }, "backup.takenClashes", "count", taken.Clashes)
	case taken.VersionsApart > 0:
		w.inform("backup.takenVersions", "count", taken.VersionsApart)
	default:
		w.inform("backup.taken", "count", taken.Programmes)
	}
}

// restore makes the data folder hold what the file holds, when the person means
// it: the folder is closed, built anew beside, and opened again in this window.
func (p *backupPage) restore() {
	w := p.w
	if p.busy {
		return
	}
	gone := 0
	for _, h := range p.holdings {
		if h.Leaving > 0 {
			gone++
		}
	}
	ui.Confirm(w.kit, w.window.Canvas(), w.t("backup.restore"), w.t("backup.restoreQuestion", "count", gone),
		w.t("backup.restoreYes"), w.t("action.cancel"), func() {
			own, err := w.desk.OwnSettings(w.ctx)
			if err != nil {
				w.tell(err)
				return
			}
			p.left()
			p.busy = true
			progress := w.showProgress(w.t("backup.restore"), w.t("backup.restoring"), func() {})
			var desk *workflow.Desk
			w.beside(func() { desk, err = w.options.Restore(w.ctx, p.path, p.passphrase) }, func() {
				progress.close()
				w.reopened(desk, own, err, p.path)
			})
		})
}

// reopened goes on at the desk of the folder that was opened again, with the
// settings of this computer. Without a desk the program has said why.
func (w *Window) reopened(desk *workflow.Desk, own map[string]string, failed error, path string) {
	if desk == nil {
		return
	}
	w.desk, w.work, w.page, w.controls = desk, nil, nil, nil
	if err := desk.KeepSettings(w.ctx, own); err != nil {
		failed = errors.Join(failed, err)
	}
	w.tell(w.applySettings())
	w.dress()
	w.goTo(newStartPage(w))
	if failed != nil {
		w.tell(&workflow.FileError{Path: path, Err: failed})
		return
	}
	w.inform("backup.restored")
}
