package storage

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/sys/unix"

	"tavoitekartta/model"
)

// readOnlyFolder makes a folder read-only: for an ordinary user by its mode, for
// root by a read-only mount over itself. Where root may not mount, the kernel's
// own read-only tree is the folder.
func readOnlyFolder(t *testing.T, dir string) string {
	t.Helper()
	if os.Getuid() != 0 {
		must(t, os.Chmod(dir, 0o500))
		t.Cleanup(func() { must(t, os.Chmod(dir, 0o700)) })
		return dir
	}
	if err := unix.Mount(dir, dir, "", unix.MS_BIND, ""); err != nil {
		return "/proc/self/fdinfo"
	}
	t.Cleanup(func() { must(t, unix.Unmount(dir, unix.MNT_DETACH)) })
	must(t, unix.Mount("", dir, "", unix.MS_BIND|unix.MS_REMOUNT|unix.MS_RDONLY, ""))
	return dir
}

func TestAReadOnlyFolderIsRefusedUntouched(t *testing.T) {
	sample, _ := sampleStore(t)
	must(t, os.Remove(filepath.Join(sample, lockName)))
	folder := readOnlyFolder(t, sample)
	if folder == sample {
		wantUntouched(t, folder, ErrReadOnly)
	}
	for _, dir := range []string{folder, filepath.Join(folder, "new")} {
		if _, err := Open(t.Context(), dir, Options{}); folder == sample && !errors.Is(err, ErrReadOnly) || err == nil {
			t.Fatalf("%s: %v", dir, err)
		}
	}
}

// smallDisk is a file system of its own that is too small to fill this one.
func smallDisk(t *testing.T, megabytes int) (dir string, mounted bool) {
	t.Helper()
	dir = t.TempDir()
	if err := unix.Mount("tmpfs", dir, "tmpfs", 0, fmt.Sprintf("size=%dm", megabytes)); err != nil {
		return dir, false
	}
	t.Cleanup(func() { must(t, unix.Unmount(dir, unix.MNT_DETACH)) })
	return dir, true
}

// A disk that fills up while a programme is being written: the guard says so
// while Badger still has room, the process lives, and all that was acknowledged
// is there when there is space again. Where mounting is not allowed the guard is
// told the numbers.
func TestAFullDiskIsToldBeforeItKills(t *testing.T) {
	dir, mounted := smallDisk(t, 200)
	store := openStore(t, dir)
	state, programme := addProgramme(t, store, "Ennen", 1)
	acknowledged := "Ennen"
	if mounted {
		fill(t, filepath.Join(dir, "filler.log"), reserve+4<<20)
	} else {
		left := uint64(reserve + 2<<20)
		store.data.guard.free = func(string) (uint64, error) { left -= 100 << 10; return left, nil }
	}
	var refused error
	for i := 0; refused == nil && i < 10_000; i++ {
		title := fmt.Sprintf("Nimi %d %s", i, strings.Repeat("pitkä ", 70))
		step := state.Begin(writerOf(store))
		must(t, step.SetText(programme, model.FieldTitle, model.Finnish, title))
		if refused = store.Save(t.Context(), state, step.Changes()); refused == nil {
			acknowledged = title
		}
	}
	var space *NoSpaceError
	if !errors.As(refused, &space) || space.Needed < reserve || space.Free > space.Needed {
		t.Fatal(refused)
	}
	if titleOf(t, store, programme) != acknowledged {
		t.Fatal("something acknowledged is lost")
	}
	if !mounted {
		store.data.guard.free = freeSpace
		closeStore(t, store)
		return
	}
	fill(t, filepath.Join(dir, "filler2.log"), reserve-16<<20)
	if err := store.Close(); !errors.Is(err, ErrNoSpace) {
		t.Fatal("no room for the closing backup, and nothing said:", err)
	}
	if _, err := Open(t.Context(), dir, Options{}); !errors.Is(err, ErrNoSpace) {
		t.Fatal(err)
	}
	must(t, os.Remove(filepath.Join(dir, "filler.log")))
	must(t, os.Remove(filepath.Join(dir, "filler2.log")))
	if got := titleOfClosed(t, dir, programme); got != acknowledged {
		t.Fatalf("after making room: %q", got)
	}
}

// fill writes a file that leaves so many bytes free.
func fill(t *testing.T, path string, leave uint64) {
	t.Helper()
	free, err := freeSpace(filepath.Dir(path))
	must(t, err)
	write(t, path, make([]byte, free-min(free, leave)))
}
