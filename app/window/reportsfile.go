package window

import (
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/app/workflow"
	"tavoitekartta/model"
	"tavoitekartta/model/filename"
)

// fileRow asks for the file: its name, which wraps so that all of it is seen,
// and the folder. A name that is typed with a folder chooses that one too.
func (p *reportsPage) fileRow() fyne.CanvasObject {
	w := p.w
	p.path = ui.NewTitleArea(w.kit, w.t("reports.file"), 1, 4).WithLimit(1000)
	p.path.SetText(p.fileName())
	p.path.OnChanged = func(s string) {
		p.typed = s
		p.path.SetError("")
	}
	p.path.OnLeave = func(string) {
		if filepath.IsAbs(p.typed) && !strings.HasSuffix(p.typed, string(filepath.Separator)) {
			p.folder, p.typed = filepath.Dir(p.typed), filepath.Base(p.typed)
			p.path.SetText(p.typed)
			p.where.SetText(p.folder)
		}
	}
	p.path.OnEnter(p.begin)
	p.where = ui.NewMutedLabel(p.folder, theme.TextSecondary)
	choose := ui.NewButton(w.kit, ui.ButtonSecondary, w.t("reports.choose"), p.choose).WithIcon(ui.IconFolder).Compact()
	where := ui.NewInset("", "", "", theme.FocusMargin, p.where)
	return ui.NewColumn("", p.path, ui.NewRow(theme.Space8, where, where, choose))
}

// file is the whole path of the file.
func (p *reportsPage) file() string {
	if name := p.fileName(); filepath.IsAbs(name) {
		return name
	}
	return filepath.Join(p.folder, p.fileName())
}

// fileName is the name as typed, else the suggested one.
func (p *reportsPage) fileName() string {
	if p.typed != "" {
		return p.typed
	}
	return filepath.Base(suggestedFile("", p.suggestedName(), ".pdf"))
}

// choose asks for the folder. Fyne's dialog for saving would empty a file that
// is there already, before the document is made.
func (p *reportsPage) choose() {
	p.w.chooseFolder(p.folder, p.moveTo)
}

// moveTo takes the folder that was chosen and keeps the file's name.
func (p *reportsPage) moveTo(folder string) {
	p.folder = folder
	if filepath.IsAbs(p.typed) {
		p.typed = filepath.Base(p.typed)
	}
	p.w.rebuild()
}

// target reads the file as typed; the key of a sentence says what is wrong with it.
func (p *reportsPage) target() (targetFile, string) {
	return readTarget(p.fileName(), p.folder, ".pdf")
}

// suggestedName is the name of the file without its ending: the programme's
// title, cut where it is long, what the document is, and its languages.
func (p *reportsPage) suggestedName() string {
	w, e := p.w, p.editions()[p.edition]
	title, _ := w.work.Programme().Title.Best(e[0])
	if title == "" {
		title = w.t("programme.untitled")
	}
	var codes []string
	for _, l := range e {
		codes = append(codes, string(l))
	}
	rest := " " + strings.Join(codes, "+")
	if p.options.withoutNames {
		rest = ", " + w.t("reports.withoutNames.file") + rest
	}
	if p.kind != workflow.ProgrammeDocument {
		rest = " – " + strings.TrimSpace(w.t("reports.kind."+p.kind)+" "+p.partName(e[0])) + rest
	}
	return filename.Behind(title, rest)
}

// partName names the one goal or body that the document is about, "" for all.
func (p *reportsPage) partName(l model.Language) string {
	programme, choice := p.w.work.Programme(), p.choice()
	if goal, _ := programme.Goal(choice.Goal); goal != nil {
		return goal.Number
	}
	if body := programme.Body(choice.Body); body != nil {
		name, _ := body.Name.Best(l)
		return name
	}
	return ""
}
