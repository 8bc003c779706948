package storage

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"
)

func TestFolderIsHeldByOneAtATimeAndTellsTheHolder(t *testing.T) {
	folder := t.TempDir()
	since := time.Date(2026, 3, 2, 9, 30, 0, 0, time.UTC)
	first, err := lockFolder(folder, since)
	if err != nil {
		t.Fatal(err)
	}
	var held *HeldError
	if _, err := lockFolder(folder, since.Add(time.Hour)); !errors.As(err, &held) || !errors.Is(err, ErrHeld) {
		t.Fatal(err)
	}
	host, _ := os.Hostname()
	if held.PID != os.Getpid() || held.Host != host || !held.Since.Equal(since) {
		t.Fatalf("%+v", held)
	}
	write(t, filepath.Join(folder, holderName), []byte("garbage"))
	if _, err := lockFolder(folder, since); !errors.As(err, &held) || held.PID != 0 {
		t.Fatal(err)
	}
	if err := first.release(); err != nil {
		t.Fatal(err)
	}
	second, err := lockFolder(folder, since)
	if err != nil {
		t.Fatal(err)
	}
	if err := second.release(); err != nil {
		t.Fatal(err)
	}
}

func TestSpaceGuardAsksForTheReserveAndThreeTimesTheWrite(t *testing.T) {
	free := uint64(reserve)
	guard := spaceGuard{folder: ".", free: func(string) (uint64, error) { return free, nil }}
	if err := guard.check(0); err != nil {
		t.Fatal(err)
	}
	var noSpace *NoSpaceError
	if err := guard.check(10); !errors.As(err, &noSpace) || noSpace.Needed != reserve+30 || noSpace.Free != reserve {
		t.Fatal(err)
	}
	free = reserve + 30
	if err := guard.check(10); err != nil {
		t.Fatal(err)
	}
	real := spaceGuard{folder: t.TempDir(), free: freeSpace}
	if err := real.check(1 << 60); !errors.Is(err, ErrNoSpace) {
		t.Fatal(err)
	}
}

func TestSyncedFoldersAreKnownByTheirNames(t *testing.T) {
	for path, want := range map[string]bool{
		`C:\Users\x\OneDrive - Vaasan kaupunki\ohjelma`: true,
		`C:\Users\x\OneDrive\ohjelma`:                   true,
		`/home/x/Dropbox/ohjelma`:                       true,
		`/home/x/Dropbox (Work)/ohjelma`:                true,
		`/home/x/Google Drive/ohjelma`:                  true,
		`G:\My Drive\ohjelma`:                           true,
		`/home/x/Nextcloud/ohjelma`:                     true,
		`/home/x/.local/share/tavoitekartta`:            false,
		`C:\Users\x\AppData\Local\Tavoitekartta`:        false,
		`/home/onedriver/data`:                          false,
	} {
		if got := syncedPath(path); got != want {
			t.Errorf("%s: %v", path, got)
		}
	}
	if kind := KindOfFolder(filepath.Join(t.TempDir(), "not", "yet")); kind != FolderLocal {
		t.Error(kind)
	}
	if kind := KindOfFolder(filepath.Join(t.TempDir(), "OneDrive", "data")); kind != FolderSynced {
		t.Error(kind)
	}
}
