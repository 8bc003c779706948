package storage

import (
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/windows"
)

func TestWhatWindowsSaysOfFilesIsUnderstood(t *testing.T) {
	for code, want := range map[syscall.Errno]error{
		windows.ERROR_DISK_FULL:            ErrNoSpace,
		windows.ERROR_HANDLE_DISK_FULL:     ErrNoSpace,
		windows.ERROR_DISK_QUOTA_EXCEEDED:  ErrNoSpace,
		windows.ERROR_WRITE_PROTECT:        ErrReadOnly,
		windows.ERROR_ACCESS_DENIED:        ErrReadOnly,
		windows.ERROR_SHARING_VIOLATION:    ErrHeld,
		windows.ERROR_LOCK_VIOLATION:       ErrHeld,
		windows.ERROR_USER_MAPPED_FILE:     ErrHeld,
		windows.ERROR_FILENAME_EXCED_RANGE: ErrPathTooLong,
		windows.ERROR_BUFFER_OVERFLOW:      ErrPathTooLong,
		windows.ERROR_PATH_NOT_FOUND:       os.ErrNotExist,
		windows.ERROR_FILE_NOT_FOUND:       os.ErrNotExist,
	} {
		err := fileError("write", &os.PathError{Op: "write", Path: "x", Err: code})
		for _, kind := range []error{ErrNoSpace, ErrReadOnly, ErrHeld, ErrPathTooLong, os.ErrNotExist} {
			if errors.Is(err, kind) != (kind == want) {
				t.Errorf("%v is %v: %v", code, kind, !errors.Is(want, kind))
			}
		}
		if !errors.Is(err, code) {
			t.Errorf("%v is lost", code)
		}
	}
}

func TestImpossibleNamesAreRefusedBeforeAnythingIsMade(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{
		"NUL", "con", "Aux.data", "COM1", "a:b", "kansio:virta", "mikä?", "kaikki*", `"ohjelma"`, "a|b", "a<b>",
	} {
		for _, path := range []string{filepath.Join(dir, name), filepath.Join(dir, "uusi", name, "data")} {
			if _, err := Open(t.Context(), path, Options{}); !errors.Is(err, ErrBadPath) {
				t.Errorf("%s: %v", path, err)
			}
		}
	}
	if _, err := Open(t.Context(), "NUL", Options{}); !errors.Is(err, ErrBadPath) {
		t.Error(err)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("left: %v, %v", left, err)
	}
}

// The same folder in other letters is the same folder, and held.
func TestAFolderInOtherLettersIsHeldToo(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "Tietokansio")
	store := openStore(t, dir)
	defer closeStore(t, store)
	for _, other := range []string{filepath.Join(filepath.Dir(dir), "TIETOKANSIO"), filepath.ToSlash(dir), `\\?\` + dir} {
		if _, err := Open(t.Context(), other, Options{}); !errors.Is(err, ErrHeld) {
			t.Errorf("%s: %v", other, err)
		}
	}
}

// scannedFile is held open for a moment by another program that lets nobody
// rename or remove it, as scanners of viruses do.
func scannedFile(t *testing.T, path string) windows.Handle {
	t.Helper()
	name, err := systemPath(path)
	must(t, err)
	scanner, err := windows.CreateFile(name, windows.GENERIC_READ, windows.FILE_SHARE_READ, nil, windows.OPEN_EXISTING, 0, 0)
	must(t, err)
	return scanner
}

func TestAFileThatIsBeingScannedIsReplacedAndRemovedBehindIt(t *testing.T) {
	for name, change := range map[string]func(path string) error{
		"written": func(path string) error { return writeSynced(path, []byte("uusi"), 0o600) },
		"replaced": func(path string) error {
			return errors.Join(writeSynced(path+".new", []byte("uusi"), 0o600), replaceFile(path+".new", path))
		},
		"removed":         removeFile,
		"folder removed":  func(path string) error { return removeFolder(filepath.Dir(path)) },
		"moved elsewhere": func(path string) error { return replaceFile(path, path+"-2") },
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "kansio", "tiedosto")
			must(t, os.MkdirAll(filepath.Dir(path), 0o700))
			write(t, path, []byte("vanha"))
			scanner := scannedFile(t, path)
			released := make(chan error, 1)
			time.AfterFunc(5*inUsePause, func() { released <- windows.CloseHandle(scanner) })
			must(t, change(path))
			must(t, <-released)
		})
	}
}

func TestAFileThatStaysOpenElsewhereIsRefusedInTime(t *testing.T) {
	path := filepath.Join(t.TempDir(), "tiedosto")
	write(t, path, []byte("vanha"))
	scanner := scannedFile(t, path)
	defer windows.CloseHandle(scanner) //nolint:errcheck // was only read from
	begun := time.Now()
	if err := writeFile(path, []byte("uusi"), 0o600); !errors.Is(err, ErrHeld) && !errors.Is(err, ErrReadOnly) {
		t.Error(err)
	}
	if took := time.Since(begun); took < inUsePatience || took > 10*inUsePatience {
		t.Errorf("gave up after %s", took)
	}
	if kept, err := os.ReadFile(path); err != nil || string(kept) != "vanha" {
		t.Errorf("%q, %v", kept, err)
	}
}

// Before data folders are exchanged nothing inside may be open: Windows renames
// no folder with open files.
func TestClosedDataHoldsNoFileOpen(t *testing.T) {
	sample, programme := sampleStore(t)
	store := openStore(t, sample)
	state, err := store.Load(t.Context(), programme)
	must(t, err)
	setTitle(t, store, state, "Vielä yksi")
	store.backups.stop()
	must(t, store.data.close())
	names, err := dataFiles(store.path(dataFolder))
	must(t, err)
	for _, name := range append(names, endName) {
		path, err := systemPath(filepath.Join(store.path(dataFolder), filepath.FromSlash(name)))
		must(t, err)
		const alone = 0
		file, err := windows.CreateFile(path, windows.GENERIC_READ|windows.GENERIC_WRITE, alone, nil, windows.OPEN_EXISTING, 0, 0)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		must(t, windows.CloseHandle(file))
	}
	must(t, store.lock.release())
}

// Sync is a call of the system and no stub: for a file that may not be written
// the system refuses it.
func TestSyncReachesTheSystem(t *testing.T) {
	path := filepath.Join(t.TempDir(), "tiedosto")
	write(t, path, []byte("x"))
	file, err := os.Open(path)
	must(t, err)
	defer file.Close()
	if err := file.Sync(); !errors.Is(err, windows.ERROR_ACCESS_DENIED) {
		t.Errorf("flushing what may not be written: %v", err)
	}
}
