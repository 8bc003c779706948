package storage

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/sys/windows"
)

func TestFoldersOfAnotherMachineAreKnown(t *testing.T) {
	for path, want := range map[string]bool{
		`\\palvelin\jako\ohjelma`:          true,
		`\\palvelin.kunta.fi\jako`:         true,
		`\\?\UNC\palvelin\jako\ohjelma`:    true,
		`\\?\unc\palvelin\jako`:            true,
		`C:\Users\x\AppData\Local\x`:       false,
		`\\?\C:\Users\x`:                   false,
		os.TempDir():                       false,
		`c:/Users/x/AppData/Local/ohjelma`: false,
	} {
		if got := onNetwork(filepath.Clean(path)); got != want {
			t.Errorf("%s: %v", path, got)
		}
	}
}

func TestPlacesThatSynchroniseAreKnownWhateverTheirName(t *testing.T) {
	cloud, roaming := filepath.Join(t.TempDir(), "Pilvi"), filepath.Join(t.TempDir(), "Kulkeva")
	must(t, os.MkdirAll(cloud, 0o700))
	must(t, os.MkdirAll(roaming, 0o700))
	for _, name := range []string{"OneDrive", "OneDriveConsumer", "OneDriveCommercial", "APPDATA"} {
		t.Setenv(name, "")
	}
	if kind := KindOfFolder(filepath.Join(cloud, "uusi")); kind != FolderLocal {
		t.Fatal(kind)
	}
	t.Setenv("OneDriveCommercial", cloud)
	t.Setenv("APPDATA", roaming)
	for path, want := range map[string]FolderKind{
		filepath.Join(cloud, "uusi"):            FolderSynced,
		cloud:                                   FolderSynced,
		strings.ToUpper(cloud) + `\x`:           FolderSynced,
		filepath.Join(roaming, "x"):             FolderSynced,
		cloud + " toinen":                       FolderLocal,
		filepath.Join(filepath.Dir(cloud), "y"): FolderLocal,
	} {
		if got := KindOfFolder(path); got != want {
			t.Errorf("%s: %s", path, got)
		}
	}
}

func TestMarksOfPlaceholdersAreKnown(t *testing.T) {
	const reparse = windows.FILE_ATTRIBUTE_DIRECTORY | windows.FILE_ATTRIBUTE_REPARSE_POINT
	for _, c := range []struct {
		attributes, tag uint32
		want            bool
	}{
		{windows.FILE_ATTRIBUTE_DIRECTORY, 0, false},
		{reparse, 0x9000001A, true},
		{reparse, 0x9000601A, true},
		{reparse, 0x9000F01A, true},
		{reparse, windows.IO_REPARSE_TAG_MOUNT_POINT, false},
		{reparse, windows.IO_REPARSE_TAG_SYMLINK, false},
		{windows.FILE_ATTRIBUTE_DIRECTORY, 0x9000001A, false},
		{windows.FILE_ATTRIBUTE_DIRECTORY | 0x400000, 0, true},
		{windows.FILE_ATTRIBUTE_NORMAL | 0x40000, 0, true},
	} {
		if got := cloudMarks(c.attributes, c.tag); got != c.want {
			t.Errorf("%x, %x: %v", c.attributes, c.tag, got)
		}
	}
}
