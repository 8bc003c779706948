package window

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"tavoitekartta/app/ui"
	"tavoitekartta/app/workflow"
	"tavoitekartta/app/workflow/worktest"
	"tavoitekartta/model"
)

func inBin(p person) model.EntityID {
	p.Helper()
	discarded, err := p.store.Discarded(context.Background())
	must(p, err)
	if len(discarded) == 0 {
		p.Fatal("the bin is empty")
	}
	return discarded[0].ID
}

// withExample opens the window on a store with the example.
func withExample(t *testing.T, language string) (person, *workflow.Work) {
	t.Helper()
	desk, store := worktest.NewDesk()
	work := worktest.OpenExample(t, desk, "vaasa-2019-2022")
	return open(t, desk, store, language), work
}

func titled(t testing.TB, w *workflow.Work, title string) {
	t.Helper()
	must(t, w.Edit(context.Background(), func(st *model.Step) error {
		return st.SetText(w.ID(), model.FieldTitle, model.Finnish, title)
	}))
}

func (p person) wait() { p.settle() }

func TestABackupShowsWhatItHoldsAndIsRestoredInTheSameWindow(t *testing.T) {
	for _, language := range []string{"fi", "sv", "en"} {
		t.Run(language, func(t *testing.T) {
			p, work := withExample(t, language)
			asked := ""
			p.window.options.Restore = func(_ context.Context, backup, _ string) (*workflow.Desk, error) {
				asked = backup
				restored, err := p.store.Restored(backup, "0000000000009")
				if err != nil {
					return nil, err
				}
				return workflow.NewDesk(restored, worktest.Paper{}, workflow.Options{Clock: worktest.Clock()}), nil
			}
			before, _ := work.Programme().Title.Best(model.Language(language))
			p.window.goHome()
			p.tap("care.title")
			p.wants("page", p.window.page.name(), "care/backups")
			p.tap("care.backupNow")
			titled(t, work, "Toisin nimetty")
			must(t, p.window.desk.Introduce(context.Background(), "sihteeri"))
			p.tap("care.look")
			p.wait()
			p.wants("page", p.window.page.name(), "backup")
			for _, words := range []string{before, p.window.t("backup.older", "count", 1)} {
				p.tells(words)
			}
			p.tap("backup.restore")
			p.enter()
			p.wait()
			p.wants("backup", asked, "backup-1")
			p.wants("page", p.window.page.name(), "start")
			p.wants("message", p.window.notice.key, "backup.restored")
			if own, err := p.window.desk.OwnSettings(context.Background()); err != nil || own[workflow.SettingWriter] == "" {
				t.Errorf("who writes here is forgotten: %v, %v", own, err)
			}
			if p.shows("Toisin nimetty") || !p.shows(strings.Fields(before)[0]) {
				t.Error("the start page does not show what was restored")
			}
		})
	}
}

func TestOneProgrammeComesBackOutOfABackup(t *testing.T) {
	p, work := withExample(t, "fi")
	ctx := context.Background()
	_, err := p.store.Backup(ctx)
	must(t, err)
	must(t, p.store.Discard(ctx, work.ID()))
	p.window.openCare(careBin)
	p.tap("bin.remove")
	p.enter()
	p.wants("message", p.window.notice.key, "bin.removed")
	all, err := p.store.Programmes(ctx)
	must(t, err)
	p.wants("programmes", len(all), 0)
	p.window.openCare(careBackups)
	p.tap("care.look")
	p.wait()
	p.tap("backup.takeOne")
	p.wait()
	p.wants("message", p.window.notice.key, "backup.taken")
	all, err = p.store.Programmes(ctx)
	must(t, err)
	p.wants("programmes again", len(all), 1)
}

func TestEverythingMovesByAFileWhosePathIsTyped(t *testing.T) {
	p, work := withExample(t, "sv")
	path := filepath.Join(t.TempDir(), "flytt")
	p.window.openCare(careMove)
	first := p.labelled(p.window.t("care.file"))
	p.window.window.Canvas().Focus(first)
	first.(interface{ SetText(string) }).SetText(path)
	p.tap("care.leave")
	if problem := p.problemOf("care.passphrase"); problem != p.window.t("care.passphraseNeeded") {
		t.Fatalf("without a passphrase it says %q", problem)
	}
	p.fill("care.passphrase", "tre ord 7")
	p.tap("care.leave")
	p.wait()
	p.tells(path + backupExtension)

	desk, store := worktest.NewDesk()
	p.store.Carry(store)
	other := open(t, desk, store, "sv")
	other.wants("page", other.window.page.name(), "welcome")
	other.tap("welcome.arrive")
	arriving := called(other.window.controls, other.window.t("care.file"))[1]
	arriving.(interface{ SetText(string) }).SetText(path + backupExtension)
	other.tap2("care.arrive")
	if problem := other.problemOf("care.passphrase"); problem == "" {
		t.Fatal("the missing passphrase is not told at its field")
	}
	called(other.window.controls, other.window.t("care.passphrase"))[1].(interface{ SetText(string) }).SetText("tre ord 7")
	other.tap2("care.arrive")
	other.tap("backup.takeEverything")
	other.wait()
	other.wants("page", other.window.page.name(), "start")
	if _, err := desk.Open(context.Background(), work.ID()); err != nil {
		t.Error("the programme has not moved:", err)
	}
}

// tap2 presses a button and waits for what it does beside the window.
func (p person) tap2(key string) {
	p.Helper()
	p.tap(key)
	p.wait()
}

// problemOf is the first error told at a field that is called so.
func (p person) problemOf(key string) string {
	for _, c := range called(p.window.controls, p.window.t(key)) {
		if problem := c.(interface{ Spoken() ui.Spoken }).Spoken().Error; problem != "" {
			_, sentence, _ := strings.Cut(problem, ": ") // behind the word for an error
			return sentence
		}
	}
	return ""
}

func TestAFileThatIsNoBackupIsToldAtItsField(t *testing.T) {
	p, _ := withExample(t, "fi")
	p.window.openCare(careCopy)
	called(p.window.controls, p.window.t("care.file"))[1].(interface{ SetText(string) }).SetText("/media/tikku/kuva.png")
	p.tap2("care.look")
	p.wants("page", p.window.page.name(), "care/copy")
	p.wants("problem", p.problemOf("care.file"), p.window.t("error.file.notStore", "file", "kuva.png"))
	if focused := p.window.window.Canvas().Focused(); ui.LabelOf(focused) != p.window.t("care.file") {
		t.Errorf("the keyboard is at %q", ui.LabelOf(focused))
	}
}

func TestAnArchivedProgrammeLeavesTheStartPageAlone(t *testing.T) {
	p, work := withExample(t, "fi")
	title := strings.Fields(work.Programme().Title.Fi)[0]
	p.window.enter(work)
	p.window.archiveOpen()
	p.wants("message", p.window.notice.key, "archive.done")
	p.tells(p.window.t("archive.all"))
	p.tap("archive.open", "count", 1)
	p.wants("page", p.window.page.name(), "care/archive")
	p.tap("archive.takeOut")
	p.window.goHome()
	if !p.shows(title) {
		t.Error("the programme is not back on the start page")
	}
}

func TestANameIsErasedInTheListOfNames(t *testing.T) {
	p, _ := withExample(t, "fi")
	must(t, p.window.desk.Introduce(context.Background(), "sihteeri"))
	p.window.openCare(careNames)
	p.tells("sihteeri")
	p.tap("eraseName.erase")
	p.enter()
	if p.shows("sihteeri") {
		t.Error("the name is still shown")
	}
	writer, err := p.window.desk.Writer(context.Background())
	must(t, err)
	p.wants("writer", writer, "")
}

func TestThePartsAreReachedByKeyboardAndFromTheMenu(t *testing.T) {
	p, _ := withExample(t, "fi")
	p.window.openCare(careBackups)
	tree := p.window.page.(*carePage).tree
	p.window.window.Canvas().Focus(tree)
	tree.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	tree.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	p.wants("page", p.window.page.name(), "care/copy")
	if p.window.window.Canvas().Focused() != fyne.Focusable(p.window.page.(*carePage).tree) {
		t.Error("the keyboard has left the list of parts")
	}
	p.window.stepForward()
	p.wants("page", p.window.page.name(), "care/move")
}
