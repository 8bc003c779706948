package window

import (
	"strings"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/crashlog"
	"tavoitekartta/app/licences"
	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/app/workflow"
)

// The parts of the page about the program.
const (
	aboutProgram  = "program"
	aboutLicences = "licences"
	aboutSupport  = "support"
)

// About is what the program knows of itself and of the machine. What is not known
// is "".
type About struct {
	Commit  string // of the source, shortened
	Built   string // the day of that commit, 2026-11-22
	Go      string // version
	Fyne    string
	Badger  string
	System  string // "Debian GNU/Linux 12 (bookworm), amd64"
	Notices string // the page of third-party notices
	Licence string // our own, in full
	// UsualFolder is true when the data lie where they do by default.
	UsualFolder bool
	// Repaired is true when the folder was put right at this start.
	Repaired bool
	// Crash is the newest report of a crash, the zero one for none. NewCrash tells
	// that nobody has been told of it, and Told is called when somebody has.
	Crash    crashlog.Report
	NewCrash bool
	Told     func()
}

// aboutPage tells of the program: versions, where the data lie, whose work is
// built in, and what a person who helps needs to know.
type aboutPage struct {
	partPage
	facts      workflow.FolderFacts
	components []licences.Component // nil until they are looked at
	typed      string               // what the licences are filtered by
	list       *fyne.Container
	rows       []*ui.LinkRow
	field      *ui.SearchField
	last       string // the component looked at last
}

// openAbout shows a part of the page about the program.
func (w *Window) openAbout(part string) {
	if p, here := w.page.(*aboutPage); here {
		p.open(part)
		w.rebuild()
		w.kit.Focus(p.first())
		return
	}
	p := newAboutPage(w)
	p.open(part)
	w.leave(p)
}

func newAboutPage(w *Window) *aboutPage {
	p := &aboutPage{}
	p.partPage = partPage{w: w, key: "about", parts: []pagePart{
		{aboutProgram, p.program}, {aboutLicences, p.licences}, {aboutSupport, p.support},
	}}
	facts, err := w.desk.Store().Facts(w.ctx)
	if err != nil {
		fyne.LogError("look at the data folder", err)
	}
	p.facts = facts
	return p
}

// copyPathButton takes a path into the clipboard.
func (w *Window) copyPathButton(path string) *ui.Button {
	return ui.NewButton(w.kit, ui.ButtonSecondary, w.t("about.copy"), func() {
		w.app.Clipboard().SetContent(path)
		w.inform("about.copied")
	}).WithIcon(ui.IconCopy)
}

// program is the part with the versions and the data folder.
func (p *aboutPage) program() []fyne.CanvasObject {
	w := p.w
	about := w.options.About
	path := w.options.DataFolder
	copyPath := w.copyPathButton(path)
	p.begin(copyPath)
	open := ui.NewButton(w.kit, ui.ButtonSecondary, w.t("care.openFolder"), func() { w.openMade(path) }).WithIcon(ui.IconFolder)
	care := ui.NewButton(w.kit, ui.ButtonQuiet, w.t("care.title"), func() { w.openCare(careFolder) }).WithIcon(ui.IconSave)
	return []fyne.CanvasObject{
		w.said("about.text"),
		ui.NewFlush(ui.NewNotice(w.kit, ui.NoticeOK, w.t("about.offline"))),
		ui.NewFlush(w.panel(w.factTable([][2]string{
			{w.t("about.version"), w.options.Version},
			{w.t("about.build"), w.buildWords()},
			{w.t("about.system"), w.known(about.System)},
			{w.t("about.madeWith"), w.madeWith()},
			{w.t("about.licence"), w.t("about.ownLicence")},
		}))),
		ui.NewFlush(ui.NewBoldLabel(w.t("about.folder"), theme.TextSubhead)),
		ui.NewFlush(w.panel(w.factTable([][2]string{
			{w.t("care.folderPath"), path},
			{w.t("about.folderKind"), w.folderKind(p.facts.Kind)},
			{w.t("care.folderSize"), w.bytes(p.facts.Size)},
			{w.t("care.folderFree"), w.bytes(p.facts.Free)},
		}))),
		ui.NewWrap(theme.Space8, theme.Space8, copyPath, open, care),
	}
}

// factTable sets what things are called beside what they are.
func (w *Window) factTable(rows [][2]string) fyne.CanvasObject {
	table := ui.NewColumn(theme.Space8)
	for _, row := range rows {
		table.Add(w.fields(420,
			weigh(1, ui.NewMutedLabel(row[0], theme.TextBody)),
			weigh(2, ui.NewLabel(row[1], theme.TextBody))))
	}
	return table
}

// known says plainly when something is not known.
func (w *Window) known(words string) string {
	if words == "" {
		return w.t("about.unknown")
	}
	return words
}

// buildWords says of which source the program was built.
func (w *Window) buildWords() string {
	about := w.options.About
	switch {
	case about.Commit == "":
		return w.t("about.buildUnknown")
	case about.Built == "":
		return about.Commit
	}
	return about.Commit + ", " + about.Built
}

// madeWith are the versions of the greatest parts.
func (w *Window) madeWith() string {
	about := w.options.About
	var parts []string
	for _, part := range [][2]string{{"Go", about.Go}, {"Fyne", about.Fyne}, {"Badger", about.Badger}} {
		if part[1] != "" {
			parts = append(parts, part[0]+" "+part[1])
		}
	}
	return w.known(strings.Join(parts, " · "))
}

// folderKind says where the data folder lies.
func (w *Window) folderKind(kind workflow.FolderKind) string {
	if kind == "" {
		return w.t("about.unknown")
	}
	return w.t("about.folder." + string(kind))
}
