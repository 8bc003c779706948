package window

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
)

// support is the part with what a person who helps needs to know. All that is
// copied stands on the page.
func (p *aboutPage) support() []fyne.CanvasObject {
	w := p.w
	words := w.supportDetails()
	copied := ui.NewButton(w.kit, ui.ButtonPrimary, w.t("about.copySupport"), func() {
		w.app.Clipboard().SetContent(words)
		w.inform("about.supportCopied")
	}).WithIcon(ui.IconCopy)
	p.begin(copied)
	return []fyne.CanvasObject{
		w.said("about.supportText"), ui.NewRow("", nil, copied), w.quietly("about.supportShown"),
		ui.NewFlush(w.sunk(ui.NewLabel(words, theme.TextSecondary))),
	}
}

// supportDetails tells a person who helps of the program, the machine and the
// folder. No word of a programme is in it, no name and no path: numbers and words
// of the program's own alone.
func (w *Window) supportDetails() string {
	var lines []string
	add := func(key, value string) { lines = append(lines, w.t(key)+": "+value) }
	about := w.options.About
	add("about.version", w.options.Version)
	add("about.build", w.buildWords())
	add("about.madeWith", w.madeWith())
	add("about.system", w.known(about.System))
	add("about.screen", w.screenWords())
	add("about.language", w.t("language.own."+string(w.words.Language())))
	lines = append(lines, w.folderDetails()...)
	lines = append(lines, w.countDetails()...)
	add("about.opening", w.openingWords())
	add("about.crash", w.crashWords())
	return strings.Join(lines, "\n")
}

// screenWords are the window's size, the screen's scale and the size of text.
func (w *Window) screenWords() string {
	c := w.window.Canvas()
	size := c.Size()
	return w.t("about.screenWords", "width", fmt.Sprintf("%.0f", size.Width*c.Scale()), "height", fmt.Sprintf("%.0f", size.Height*c.Scale()),
		"scale", w.decimal(fmt.Sprintf("%.2f", c.Scale())), "text", fmt.Sprintf("%.0f", w.textSize()*100))
}

// folderDetails tell of the data folder without its path, which holds the name of
// who is logged in.
func (w *Window) folderDetails() []string {
	facts, err := w.desk.Store().Facts(w.ctx)
	if err != nil {
		fyne.LogError("look at the data folder", err)
		return []string{w.t("about.folder") + ": " + w.t("about.unknown")}
	}
	place := "about.chosenFolder"
	if w.options.About.UsualFolder {
		place = "about.usualFolder"
	}
	return []string{
		w.t("about.folder") + ": " + w.t(place),
		w.t("about.folderKind") + ": " + w.folderKind(facts.Kind),
		w.t("care.folderSize") + ": " + w.bytes(facts.Size),
		w.t("care.folderFree") + ": " + w.bytes(facts.Free),
	}
}

// countDetails are how many programmes and backups there are.
func (w *Window) countDetails() []string {
	var lines []string
	count := func(key string, number int, err error) {
		words := fmt.Sprint(number)
		if err != nil {
			fyne.LogError("count for support", err)
			words = w.t("about.unknown")
		}
		lines = append(lines, w.t(key)+": "+words)
	}
	store := w.desk.Store()
	programmes, err := store.Programmes(w.ctx)
	count("about.programmes", len(programmes), err)
	goals := 0
	for i := range programmes {
		goals += programmes[i].Counts.Goals
	}
	count("about.goals", goals, err)
	discarded, err := store.Discarded(w.ctx)
	count("about.discarded", len(discarded), err)
	backups, err := store.Backups(w.ctx)
	count("about.backups", len(backups), err)
	return lines
}

// openingWords say how the folder was found at this start.
func (w *Window) openingWords() string {
	opening := w.desk.Store().Opening()
	switch {
	case w.options.About.Repaired:
		return w.t("about.opening.repaired")
	case opening.Clean:
		return w.t("about.opening.clean")
	}
	return w.t("about.opening.unclean", "count", opening.Replayed)
}

// crashWords are the newest report of a crash: the kind of the fault and the
// functions that were running.
func (w *Window) crashWords() string {
	crash := w.options.About.Crash
	if crash.Version == "" {
		return w.t("about.noCrash")
	}
	return w.moment(crash.Ended) + "\n\n" + strings.TrimSpace(crash.Text)
}
