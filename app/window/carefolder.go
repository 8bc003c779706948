package window

import (
	"context"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/app/workflow"
	"tavoitekartta/model"
)

// folder is the part about where the data lie.
func (p *carePage) folder() []fyne.CanvasObject {
	w := p.w
	facts, err := w.desk.Store().Facts(w.ctx)
	if err != nil {
		w.tell(err)
	}
	path := w.options.DataFolder
	objects := []fyne.CanvasObject{w.said("care.folderText")}
	if w.options.FolderWarning != "" {
		objects = append(objects, ui.NewFlush(ui.NewNotice(w.kit, ui.NoticeWarning, w.t(w.options.FolderWarning, "folder", path))),
			w.quietly("care.folderWarning"))
	}
	table := ui.NewColumn(theme.Space8)
	for _, row := range [][2]string{
		{"care.folderPath", path},
		{"care.folderSize", w.bytes(facts.Size)},
		{"care.folderFree", w.bytes(facts.Free)},
		{"care.folderReplica", string(w.desk.Store().Replica())},
	} {
		table.Add(ui.NewColumn("", ui.NewMutedLabel(w.t(row[0]), theme.TextSecondary), ui.NewLabel(row[1], theme.TextBody)))
	}
	copyPath := w.copyPathButton(path)
	p.begin(copyPath)
	open := ui.NewButton(w.kit, ui.ButtonSecondary, w.t("care.openFolder"), func() { w.openMade(path) }).WithIcon(ui.IconFolder)
	check := ui.NewButton(w.kit, ui.ButtonSecondary, w.t("care.examine"), p.examine).WithIcon(ui.IconCheckDisc)
	objects = append(objects, ui.NewFlush(w.panel(table)),
		ui.NewWrap(theme.Space8, theme.Space8, copyPath, open, check))
	objects = append(objects, p.examined()...)
	return append(objects, w.quietly("care.replicaText"))
}

// examined tells what the last check has found.
func (p *carePage) examined() []fyne.CanvasObject {
	w, e := p.w, p.examination
	if e == nil {
		return nil
	}
	if len(e.Findings) == 0 {
		return []fyne.CanvasObject{ui.NewFlush(ui.NewNotice(w.kit, ui.NoticeOK,
			w.t("care.sound", "count", e.Programmes, "versions", e.Versions, "backups", e.Backups)))}
	}
	objects := []fyne.CanvasObject{ui.NewFlush(ui.NewNotice(w.kit, ui.NoticeError, w.t("care.unsound")))}
	told := map[workflow.ExaminationFinding]bool{}
	for _, f := range e.Findings {
		if !told[f] {
			objects = append(objects, w.said("command.doctor."+f.Code, "part", w.t("command.doctor.part."+workflow.PartKey(f.Part))))
		}
		told[f] = true
	}
	return objects
}

func (p *carePage) examine() {
	if p.cancel != nil {
		return
	}
	w := p.w
	store := w.desk.Store()
	var found workflow.Examination
	var err error
	p.work(w.t("care.examining"), func(ctx context.Context) { found, err = store.Examine(ctx) }, func() {
		p.examination = nil
		if err == nil {
			p.examination = &found
		}
		w.rebuild()
		w.tell(err)
	})
}

// names is the part with those whose names are kept.
func (p *carePage) names() []fyne.CanvasObject {
	w := p.w
	objects := []fyne.CanvasObject{w.said("care.namesText"), w.quietly("care.namesApproved")}
	persons, err := w.desk.Store().Persons(w.ctx)
	if err != nil {
		w.tell(err)
	}
	writer := w.setting("", workflow.SettingWriter)
	list := ui.NewColumn(theme.Space8)
	for _, person := range persons {
		name, err := w.desk.Store().Name(w.ctx, person)
		if err != nil {
			w.tell(err)
			continue
		}
		words := ui.NewColumn("", ui.NewBoldLabel(name, theme.TextBody))
		if string(person) == writer {
			words.Add(ui.NewMutedLabel(w.t("care.nameOfWriter"), theme.TextSecondary))
		}
		erase := ui.NewButton(w.kit, ui.ButtonSecondary, w.t("eraseName.erase"), func() { p.eraseName(person, name) }).WithIcon(ui.IconTrash)
		p.begin(erase)
		list.Add(w.panel(ui.NewRow(theme.Space16, words, words, erase)))
	}
	if len(persons) == 0 {
		return append(objects, w.quietly("care.noNames"))
	}
	return append(objects, ui.NewFlush(list))
}

func (p *carePage) eraseName(person model.PersonID, name string) {
	w := p.w
	ui.Confirm(w.kit, w.window.Canvas(), w.t("eraseName.erase"), w.t("eraseName.question", "name", name),
		w.t("eraseName.erase"), w.t("action.keep"), func() {
			err := w.desk.ErasePerson(w.ctx, person)
			w.rebuild()
			if err != nil {
				w.tell(err)
				return
			}
			w.inform("eraseName.done")
		})
}
