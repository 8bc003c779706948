//go:build !windows

package commands_test

import (
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tavoitekartta/app/commands"
)

// listeningDisplay is a socket on which something listens, as a display does.
func listeningDisplay(t *testing.T) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "wayland-0")
	display, err := net.Listen("unix", name)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = display.Close() })
	return name
}

// ownFolder is where the person's data lie when nothing else is asked for.
func ownFolder(d *desk) string { return filepath.Join(d.dir, ".local", "share", "tavoitekartta") }

func TestWithoutADisplayTheWindowIsRefusedInWords(t *testing.T) {
	d := newDesk(t)
	for _, display := range []string{"", filepath.Join(d.dir, "gone")} {
		d.display = display
		a := d.give()
		if a.outcome.Window != nil || a.outcome.Exit != 1 || !strings.HasPrefix(a.complaint, "Näyttöä ei ole") {
			t.Errorf("%q: %+v", display, a)
		}
	}
}

// unwritable are the places that this system lets nobody write to.
func unwritable() []badInput {
	return []badInput{
		{"report onto a full disk", []string{"report", "ID", "--lang", "fi", "--out", "/dev/full"}, "", "ei voi kirjoittaa"},
		{"report where nobody may write", []string{"report", "ID", "--lang", "fi", "--out", "/proc/a.pdf"}, "", "ei voi kirjoittaa"},
		{"report under an over-long name", []string{"report", "ID", "--lang", "fi", "--out", strings.Repeat("ä", 5000)}, "", "ei voi kirjoittaa"},
	}
}

func TestWithoutALanguageFinnishIsSpoken(t *testing.T) {
	d := newDesk(t)
	d.lang = ""
	if a := d.give("x"); !strings.Contains(a.complaint, "Tuntematon komento") {
		t.Errorf("%q", a.complaint)
	}
}

func TestWithoutAHomeTheFolderMustBeGiven(t *testing.T) {
	var complaint strings.Builder
	program := commands.Program{Folders: newMemoryFolders()}
	outcome := program.Run(t.Context(), commands.Call{
		Args: []string{"list"}, Getenv: func(string) string { return "" }, Stdout: os.Stdout, Stderr: &complaint,
	})
	if outcome.Exit == 0 || !strings.Contains(complaint.String(), "--data-dir") {
		t.Errorf("exit %d, %q", outcome.Exit, complaint.String())
	}
}
