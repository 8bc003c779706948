//go:build !windows

package instance

import (
	"os"
	"path/filepath"
	"testing"
)

func TestAFolderBehindALinkHasItsOwnName(t *testing.T) {
	folder := t.TempDir()
	link := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink(folder, link); err != nil {
		t.Fatal(err)
	}
	want := mustName(t, filepath.Join(folder, "data", "new"))
	if got := mustName(t, filepath.Join(link, "data", "new")); got != want {
		t.Errorf("%s; want %s", got, want)
	}
	if len(want) > 60 {
		t.Errorf("%s is long for a socket's name", want)
	}
}
