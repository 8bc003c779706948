package window

import (
	"path/filepath"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
)

// copies is the part that writes a backup elsewhere and reads one from there.
func (p *carePage) copies() []fyne.CanvasObject {
	w := p.w
	write := ui.NewButton(w.kit, ui.ButtonPrimary, w.t("care.save"), func() { p.export(&p.out, false) }).WithIcon(ui.IconExport)
	out := p.fileBlock("care.outTitle", "care.outText", &p.out, w.copyName("care.backupName"), true, "care.passphraseHint")
	out.Add(ui.NewRow("", nil, write))
	p.addMade(out, &p.out, "care.saved")
	in := p.fileBlock("care.inTitle", "care.inText", &p.in, "", false, "care.passphraseRead")
	in.Add(ui.NewRow("", nil, ui.NewButton(w.kit, ui.ButtonSecondary, w.t("care.look"), func() { p.look(&p.in) }).WithIcon(ui.IconEye)))
	return []fyne.CanvasObject{ui.NewFlush(w.panel(out)), ui.NewFlush(w.panel(in))}
}

// move is the part that carries everything to another laptop.
func (p *carePage) move() []fyne.CanvasObject {
	w := p.w
	hint := "care.passphraseMove"
	if !p.withNames {
		hint = "care.passphraseHint"
	}
	out := p.fileBlock("care.leaveTitle", "care.leaveText", &p.moving, w.copyName("care.moveName"), true, hint)
	names := ui.NewCheck(w.kit, w.t("care.withNames"))
	names.SetChecked(p.withNames)
	names.OnChanged = func(on bool) {
		p.withNames = on
		w.rebuild()
	}
	out.Add(names)
	out.Add(ui.NewRow("", nil, ui.NewButton(w.kit, ui.ButtonPrimary, w.t("care.leave"), func() { p.export(&p.moving, p.withNames) }).
		WithIcon(ui.IconExport)))
	p.addMade(out, &p.moving, "care.left")
	in := p.fileBlock("care.arriveTitle", "care.arriveText", &p.arriving, "", false, "care.passphraseRead")
	in.Add(ui.NewRow("", nil, ui.NewButton(w.kit, ui.ButtonSecondary, w.t("care.arrive"), func() { p.look(&p.arriving) }).WithIcon(ui.IconImport)))
	return []fyne.CanvasObject{ui.NewFlush(w.panel(out)), ui.NewFlush(w.panel(in))}
}

// fileBlock asks for a file and its passphrase under a heading.
func (p *carePage) fileBlock(title, words string, input *copyInput, suggested string, toWrite bool, hint string) *fyne.Container {
	w := p.w
	path := w.newPathField(w.t("care.file"), w.t("care.fileHint"), &input.path, suggested, toWrite)
	p.begin(path.Focusable())
	passphrase := ui.NewField(w.kit, w.t("care.passphrase")).WithHint(w.t(hint)).WithLimit(200)
	passphrase.SetText(input.passphrase)
	passphrase.SetError(input.problem)
	passphrase.OnChanged = func(typed string) {
		input.passphrase, input.problem = typed, ""
		passphrase.SetError("")
	}
	return ui.NewColumn(theme.Space12,
		ui.NewFlush(ui.NewBoldLabel(w.t(title), theme.TextSubhead)), w.said(words), path.object(), passphrase)
}

// addMade tells of the file that was made last, and what to do next.
func (p *carePage) addMade(column *fyne.Container, input *copyInput, key string) {
	if input.made == "" {
		return
	}
	w := p.w
	made := ui.NewNotice(w.kit, ui.NoticeOK, w.t(key, "file", input.made))
	column.Add(ui.NewFlush(made.WithAction(w.t("care.openFolder"), func() { w.openMade(filepath.Dir(input.made)) })))
}
