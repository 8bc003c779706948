package window

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/model"
)

// bin is the part with the programmes that have been put into the bin.
func (p *carePage) bin() []fyne.CanvasObject {
	objects, first := p.w.binned(p.w.rebuild)
	p.begin(first)
	return objects
}

// binned lists the programmes in the bin; after is called when one has been
// removed for good.
func (w *Window) binned(after func()) (objects []fyne.CanvasObject, first fyne.Focusable) {
	discarded, err := w.desk.Store().Discarded(w.ctx)
	if err != nil {
		w.tell(err)
	}
	if len(discarded) == 0 {
		return []fyne.CanvasObject{w.said("bin.empty")}, nil
	}
	for _, s := range discarded {
		restore := ui.NewButton(w.kit, ui.ButtonSecondary, w.t("action.restore"), func() { w.takeOutOfBin(s.ID) }).WithIcon(ui.IconUndo)
		remove := ui.NewButton(w.kit, ui.ButtonQuiet, w.t("bin.remove"), func() { w.removeForGood(&s, after) }).WithIcon(ui.IconTrash)
		if first == nil {
			first = restore
		}
		objects = append(objects, w.shelfRow(&s, restore, remove))
	}
	return append(objects, w.quietly("bin.removeText")), first
}

// shelfRow is a programme with what can be done with it.
func (w *Window) shelfRow(s *model.Summary, buttons ...fyne.CanvasObject) fyne.CanvasObject {
	title, language := w.titleOf(s)
	heading := ui.NewBoldLabel(title, theme.TextSubhead)
	heading.Language = language
	words := ui.NewColumn("", heading, ui.NewMutedLabel(strings.Join([]string{
		w.stateWord(s), w.summaryParts(s), w.changedWords(s),
	}, " · "), theme.TextSecondary))
	if w.frame.narrow {
		return ui.NewFlush(w.panel(ui.NewColumn(theme.Space8, words, ui.NewWrap(theme.Space8, theme.Space8, buttons...))))
	}
	return ui.NewFlush(w.panel(ui.NewRow(theme.Space8, words, append([]fyne.CanvasObject{words}, buttons...)...)))
}

func (w *Window) takeOutOfBin(id model.EntityID) {
	if err := w.desk.Store().Recover(w.ctx, id); err != nil {
		w.tell(err)
		return
	}
	w.goHome()
	w.inform("bin.restored")
}

// removeForGood removes a programme when the person means just that one.
func (w *Window) removeForGood(s *model.Summary, after func()) {
	title, _ := w.titleOf(s)
	ui.Confirm(w.kit, w.window.Canvas(), w.t("bin.remove"), w.t("bin.removeQuestion", "title", title),
		w.t("bin.remove"), w.t("action.keep"), func() {
			if err := w.desk.Store().Remove(w.ctx, s.ID); err != nil {
				w.tell(err)
				return
			}
			after()
			w.inform("bin.removed", "title", title)
		})
}

// archive is the part with the programmes that are put away, and those that can
// be.
func (p *carePage) archive() []fyne.CanvasObject {
	w := p.w
	all, err := w.desk.Programmes(w.ctx)
	if err != nil {
		w.tell(err)
	}
	archived, err := w.desk.Store().Archived(w.ctx)
	if err != nil {
		w.tell(err)
	}
	var away, here []fyne.CanvasObject
	for _, s := range all {
		in := slices.Contains(archived, s.ID)
		label, icon, kind := "archive.put", ui.IconArchive, ui.ButtonQuiet
		if in {
			label, icon, kind = "archive.takeOut", ui.IconUndo, ui.ButtonSecondary
		}
		button := ui.NewButton(w.kit, kind, w.t(label), func() { w.archiveProgramme(s.ID, !in) }).WithIcon(icon)
		p.begin(button)
		row := w.shelfRow(&s, button)
		if in {
			away = append(away, row)
		} else {
			here = append(here, row)
		}
	}
	objects := []fyne.CanvasObject{w.said("archive.text")}
	if len(away) == 0 {
		objects = append(objects, w.quietly("archive.empty"))
	}
	objects = append(objects, away...)
	if len(here) > 0 {
		objects = append(objects, ui.NewFlush(ui.NewBoldLabel(w.t("archive.here"), theme.TextSubhead)))
	}
	return append(objects, here...)
}

// archiveProgramme puts a programme into the archive or takes it out.
func (w *Window) archiveProgramme(id model.EntityID, archived bool) {
	if err := w.desk.Store().Archive(w.ctx, id, archived); err != nil {
		w.tell(err)
		return
	}
	key := "archive.takenOut"
	if archived {
		key = "archive.done"
	}
	w.rebuild()
	w.inform(key)
}

// archiveOpen puts the open programme into the archive.
func (w *Window) archiveOpen() {
	if w.work == nil {
		w.openCare(careArchive)
		return
	}
	id := w.work.ID()
	w.goHome()
	if w.work == nil { // what was typed could be kept
		w.archiveProgramme(id, true)
	}
}

// withoutArchived leaves out the programmes that are in the archive.
func (w *Window) withoutArchived(all []model.Summary) []model.Summary {
	archived, err := w.desk.Store().Archived(w.ctx)
	if err != nil {
		w.tell(err)
		return all
	}
	return slices.DeleteFunc(slices.Clone(all), func(s model.Summary) bool { return slices.Contains(archived, s.ID) })
}
