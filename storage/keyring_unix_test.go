//go:build !windows

package storage

import (
	"os"
	"path/filepath"
	"testing"
)

// On Windows the folder is the user's own: its rights are those of the profile.
func TestTheKeyOfTheRingIsPrivate(t *testing.T) {
	folder := t.TempDir()
	ring := openRing(t, folder)
	must(t, ring.put("p1", "Tunnistettava"))
	info, err := os.Stat(filepath.Join(folder, ringFolder, keyName))
	must(t, err)
	if info.Mode().Perm() != 0o600 {
		t.Fatal(info.Mode())
	}
}
