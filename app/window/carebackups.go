package window

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/app/workflow"
	"tavoitekartta/model"
)

// newestBackups is how many backups are listed before all are asked for.
const newestBackups = 12

// backups is the part that lists the backups in the data folder.
func (p *carePage) backups() []fyne.CanvasObject {
	w := p.w
	now := ui.NewButton(w.kit, ui.ButtonPrimary, w.t("care.backupNow"), p.backupNow).WithIcon(ui.IconSave)
	p.begin(now)
	objects := []fyne.CanvasObject{w.said("care.backupsText"), ui.NewRow("", nil, now)}
	list, err := w.desk.Store().Backups(w.ctx)
	if err != nil {
		w.tell(err)
	}
	if len(list) == 0 {
		return append(objects, w.quietly("care.noBackups"))
	}
	shown := list
	if !p.all && len(list) > newestBackups {
		shown = list[:newestBackups]
	}
	rows := ui.NewColumn(theme.Space8)
	for _, b := range shown {
		rows.Add(p.backupRow(b))
	}
	objects = append(objects, ui.NewFlush(rows))
	if len(shown) < len(list) {
		objects = append(objects, ui.NewRow("", nil, ui.NewButton(w.kit, ui.ButtonQuiet,
			w.t("care.allBackups", "count", len(list)), func() { p.all = true; w.rebuild() }).WithIcon(ui.IconChevronDown)))
	}
	return append(objects, w.quietly("care.backupsKept"))
}

func (p *carePage) backupRow(b workflow.BackupInfo) fyne.CanvasObject {
	w := p.w
	if b.Damaged {
		words := ui.NewColumn("", ui.NewMarkWithWord(ui.MarkMissing, w.t("care.backupDamaged"), theme.TextBody),
			ui.NewMutedLabel(b.Path, theme.TextSecondary))
		return w.panel(words)
	}
	when := w.moment(b.Made)
	words := ui.NewColumn("", ui.NewBoldLabel(when, theme.TextBody), ui.NewMutedLabel(w.backupFacts(b), theme.TextSecondary))
	look := ui.NewButton(w.kit, ui.ButtonSecondary, w.t("care.look"), func() {
		p.unpack(b.Path, "", w.tell)
	}).WithIcon(ui.IconEye)
	return w.panel(ui.NewRow(theme.Space16, words, words,
		ui.NewMarkWithWord(ui.MarkDone, w.t("care.checked"), theme.TextSecondary), look))
}

// backupFacts are what a backup tells of itself: "3 ohjelmaa · 48 kt · salattu".
func (w *Window) backupFacts(b workflow.BackupInfo) string {
	facts := []string{w.t("care.programmes", "count", b.Programmes), w.bytes(uint64(max(0, b.Size)))}
	if b.Encrypted {
		facts = append(facts, w.t("care.encrypted"))
	}
	if b.Names {
		facts = append(facts, w.t("care.namesIn"))
	}
	return strings.Join(facts, " · ")
}

// moment writes a day and a time as a person says them: today, yesterday, or the
// date.
func (w *Window) moment(t time.Time) string {
	now := w.desk.Now()
	t = t.In(now.Location())
	day := model.DateOf(t)
	switch day {
	case model.DateOf(now):
		return w.t("time.today", "time", clock(t))
	case model.DateOf(now.AddDate(0, 0, -1)):
		return w.t("time.yesterday", "time", clock(t))
	}
	return w.t("time.on", "day", w.day(day), "time", clock(t))
}

func (p *carePage) backupNow() {
	w := p.w
	info, err := w.desk.Store().Backup(w.ctx)
	w.rebuild()
	if err != nil {
		w.tell(err)
		return
	}
	w.inform("backup.made", "path", info.Path)
}
