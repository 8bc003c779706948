package storage

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"tavoitekartta/model"
)

// watchedFile is the journal's file, which notes what is done with it and what
// the tables held at that moment.
type watchedFile struct {
	*os.File
	data  *data
	t     *testing.T
	steps []string
}

func (f *watchedFile) WriteAt(b []byte, offset int64) (int, error) {
	f.steps = append(f.steps, "write")
	return f.File.WriteAt(b, offset)
}

func (f *watchedFile) Sync() error {
	f.steps = append(f.steps, fmt.Sprintf("sync before tables %d", f.inTables()))
	return f.File.Sync()
}

// inTables is the journal's position up to which the tables have been written.
func (f *watchedFile) inTables() uint64 {
	txn := f.data.db.NewTransaction(false)
	defer txn.Discard()
	point, err := appliedPoint(txn)
	must(f.t, err)
	return point.Position
}

// On every system a save is written to the journal and flushed to the disk, and
// only then do Badger's tables get it.
func TestASaveIsOnTheDiskBeforeTheTablesHaveIt(t *testing.T) {
	store := openStore(t, t.TempDir())
	defer closeStore(t, store)
	state, programme := addProgramme(t, store, "Ennen", 1)
	_, err := store.Backup(t.Context()) // so that none comes between by itself
	must(t, err)
	watched := &watchedFile{File: store.data.journal.file.(*os.File), data: store.data, t: t}
	store.data.journal.file = watched
	before := store.data.head().Position
	var want []string
	for i := range uint64(3) {
		setTitle(t, store, state, fmt.Sprintf("Nimi %d", i))
		want = append(want, "write", fmt.Sprintf("sync before tables %d", before+i))
		if got := watched.inTables(); got != before+i+1 {
			t.Errorf("behind save %d the tables stand at %d", i, got)
		}
	}
	if fmt.Sprint(watched.steps) != fmt.Sprint(want) {
		t.Errorf("done: %q\nwant: %q", watched.steps, want)
	}
	if titleOf(t, store, programme) != "Nimi 2" {
		t.Error("not saved")
	}
}

// What the disk did not take is not acknowledged.
func TestASaveThatCannotBeFlushedIsRefused(t *testing.T) {
	store := openStore(t, t.TempDir())
	state, _ := addProgramme(t, store, "Ennen", 1)
	_, err := store.Backup(t.Context()) // so that none comes between by itself
	must(t, err)
	unflushed := &unflushedFile{store.data.journal.file}
	store.data.journal.file = unflushed
	step := state.Begin(writerOf(store))
	must(t, step.SetText(state.Root(), model.FieldTitle, model.Finnish, "Jälkeen"))
	if err := store.Save(t.Context(), state, step.Changes()); !errors.Is(err, errUnflushed) {
		t.Fatal(err)
	}
	if err := store.Close(); err != nil && !errors.Is(err, errUnflushed) {
		t.Fatal(err)
	}
}

type unflushedFile struct{ journalFile }

var errUnflushed = errors.New("the disk is gone")

func (*unflushedFile) Sync() error { return errUnflushed }

// A folder of the length that a Finnish name, a Swedish one and the way to them
// come to; Windows once ended at 260 characters, Badger's files included.
func TestAFolderWithALongPathIsUsedAsAnyOther(t *testing.T) {
	t.Parallel()
	const part = "Kotouttaminen ja hyvä elämä – ÅÄÖ åäö 2026"
	for _, length := range []int{200, 250, 400} {
		dir := t.TempDir()
		for len([]rune(dir)) < length {
			name := []rune(part)
			dir = filepath.Join(dir, string(name[:min(len(name), max(1, length-len([]rune(dir))-1))]))
		}
		store := openStore(t, dir)
		_, programme := addProgramme(t, store, "Syvällä", 20)
		_, err := store.Backup(t.Context())
		must(t, err)
		closeStore(t, store)
		must(t, removeEnd(filepath.Join(dir, dataFolder))) // as after an unclean end
		again, err := Open(t.Context(), dir, Options{CheckCommand: self(t, childCheck)})
		must(t, err)
		if titleOf(t, again, programme) != "Syvällä" {
			t.Errorf("%d characters: not kept", length)
		}
		closeStore(t, again)
		report, err := Repair(t.Context(), dir, Options{CheckCommand: self(t, childCheck)})
		if err != nil || !report.Complete {
			t.Errorf("%d characters: %+v, %v", length, report, err)
		}
		if got := titleOfClosed(t, dir, programme); got != "Syvällä" {
			t.Errorf("%d characters, repaired: %q", length, got)
		}
	}
}

func TestAPathThatIsTooLongMakesNothing(t *testing.T) {
	dir := t.TempDir()
	long := make([]byte, 300)
	for i := range long {
		long[i] = 'a'
	}
	deep := dir
	for len(deep) < 33_000 {
		deep = filepath.Join(deep, string(long[:200]))
	}
	for _, path := range []string{filepath.Join(dir, "uusi", string(long)), deep} {
		if _, err := Open(t.Context(), path, Options{}); !errors.Is(err, ErrPathTooLong) {
			t.Fatal(err)
		}
		if err := Restore(t.Context(), path, filepath.Join(dir, "none"), "", Options{}); err == nil {
			t.Fatal("restored")
		}
	}
	left, err := os.ReadDir(dir)
	if err != nil || len(left) > 0 {
		t.Fatalf("left: %v, %v", left, err)
	}
}
