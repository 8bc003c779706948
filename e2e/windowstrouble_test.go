//go:build windowsjourney

package e2e

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"tavoitekartta/app/texts"
)

// trouble is a data folder in which the program cannot work.
type trouble struct {
	name string
	// make makes the folder and returns it as Windows knows it.
	make func(*laptop) string
	// key is that of the sentence.
	key string
}

// troubles are those that this machine lets us make: only an administrator makes
// a small disk.
func troubles() []trouble {
	all := []trouble{
		{"read-only", readOnlyFolder, "error.store.readOnly"},
		{"long-path", tooLongFolder, "error.store.pathTooLong"},
	}
	if os.Getuid() == 0 {
		all = append(all, trouble{"disk-full", fullDisk, "error.store.noSpace"})
	}
	return all
}

// TestABadStartOnWindowsIsSaidInTheUsersLanguage starts the window where it cannot
// work: it says so in a sentence and writes nothing.
func TestABadStartOnWindowsIsSaidInTheUsersLanguage(t *testing.T) {
	for _, language := range []texts.Language{texts.Finnish, texts.Swedish} {
		t.Run(string(language), func(t *testing.T) {
			l := newLaptop(t, language)
			l.install(*windowsPackages)
			for _, trouble := range troubles() {
				l.options.DataDir = trouble.make(l)
				program := l.display.Start(l.path, l.options)
				program.AwaitScreen("failure")
				if said := program.State().Message; said != trouble.key {
					t.Errorf("%s: the window says %s, want %s", trouble.name, said, trouble.key)
				}
				l.picture("start-" + trouble.name)
				program.PressToEnd("Return") // closes the window
				if words := program.Words(); strings.Contains(words, "goroutine ") {
					t.Errorf("%s: the program wrote:\n%s", trouble.name, words)
				}
			}
		})
	}
}

// TestASecondStartOnWindowsBringsTheFirstForward leaves one window on the data.
func TestASecondStartOnWindowsBringsTheFirstForward(t *testing.T) {
	l := newLaptop(t, texts.Finnish)
	l.install(*windowsPackages)
	l.open()
	l.AwaitScreen("welcome")

	second := l.display.Start(l.path, l.options)
	second.AwaitEnd()
	l.wants("page of the second start", second.State().Screen, "")
	l.introduce("sihteeri")
	l.Close()
}

// picture keeps what the display shows, where pictures are asked for.
func (l *laptop) picture(name string) {
	l.Helper()
	if *windowsPictures != "" {
		l.display.SaveSettledPicture(filepath.Join(*windowsPictures, name+"-"+string(l.language)+".png"))
	}
}

// readOnlyFolder is a folder that the person may read and not write.
func readOnlyFolder(l *laptop) string {
	l.Helper()
	folder := filepath.Join(l.windows.Home(), "Vain luku")
	if os.Getuid() != 0 {
		if err := os.Mkdir(folder, 0o500); err != nil {
			l.Fatal(err)
		}
		return l.windows.Inside(folder)
	}
	// An administrator of this machine may write everywhere but on such a disk.
	l.mount(folder, "ro")
	return l.windows.Inside(folder)
}

// fullDisk is a folder on a disk with a few megabytes left.
func fullDisk(l *laptop) string {
	l.Helper()
	folder := filepath.Join(l.windows.Home(), "Täysi levy")
	l.mount(folder, "size=8m")
	return l.windows.Inside(folder)
}

// tooLongFolder has a name of more letters than any file system takes.
func tooLongFolder(l *laptop) string {
	return l.windows.Inside(filepath.Join(l.windows.Home(), strings.Repeat("pitkä ", 50)+"polku"))
}

// mount puts a small disk at a folder until the test ends.
func (l *laptop) mount(folder, options string) {
	l.Helper()
	if err := os.Mkdir(folder, 0o700); err != nil {
		l.Fatal(err)
	}
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", options, "tmpfs", folder).CombinedOutput(); err != nil {
		l.Fatalf("mount a disk (only an administrator may): %v\n%s", err, out)
	}
	l.Cleanup(func() { _ = exec.Command("umount", "--lazy", folder).Run() })
}
