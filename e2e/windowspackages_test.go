//go:build windowsjourney

package e2e

import (
	"os"
	"path/filepath"
	"testing"

	"tavoitekartta/app/texts"
	"tavoitekartta/e2e/stage"
	"tavoitekartta/model"
	"tavoitekartta/model/casetest"
)

// TestUpdateAndUninstallOnWindowsKeepTheData works with an older version, puts the new one
// over it, removes the program and installs it once more.
func TestUpdateAndUninstallOnWindowsKeepTheData(t *testing.T) {
	told := toldOnWindows()[1]
	goal := casetest.Goal{Title: told.section.Goals[0].Title}
	l := newLaptop(t, texts.Swedish)
	l.install(*previousPackages)
	l.open()
	l.introduce(told.role)
	l.create(told.programme)
	l.beginGoal(goal.Title)
	l.AwaitStored()
	id := l.State().Programme
	l.Close()

	l.install(*windowsPackages)
	l.open()
	l.AwaitScreen("start")
	l.Press("Return")
	l.Await("the programme that the older version wrote", func(s stage.State) bool { return s.Programme == id })
	l.Close()
	updated := l.ask("show", id, "--json")
	l.wantsGoal(updated, goal.Title)

	l.uninstall()
	if left, err := os.ReadDir(l.programs()); err == nil && len(left) > 0 {
		t.Errorf("of the program %d files are left: %v", len(left), left)
	}
	if _, err := os.Stat(filepath.Join(l.dataFolder(), "format")); err != nil {
		t.Errorf("the data went with the program: %v", err)
	}
	l.install(*windowsPackages)
	l.wants("what is shown after the program came back", l.ask("show", id, "--json"), updated)
}

// uninstall removes the program as Windows' settings do. What removes others goes
// on from a copy of itself, which is waited for.
func (l *laptop) uninstall() {
	l.Helper()
	l.windows.Run(string(l.language), l.installed("uninstall.exe"), "/S")
	l.windows.Await()
}

// wantsGoal fails the test unless a programme as the commands show it has the
// goal alone.
func (l *laptop) wantsGoal(shown, title string) {
	l.Helper()
	p := l.read(shown)
	if len(p.Sections) != 1 || len(p.Sections[0].Goals) != 1 {
		l.Fatalf("the goal is lost: %+v", p.Sections)
	}
	l.wants("goal", p.Sections[0].Goals[0].Title.In(l.language), title)
	l.wants("state", p.State, model.Draft)
}
