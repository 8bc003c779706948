package storage

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"

	"tavoitekartta/model"
)

// fixture unpacks a store that a released version wrote.
func fixture(t testing.TB, name string) (dir string) {
	t.Helper()
	dir = t.TempDir()
	file, err := os.Open(filepath.Join("testdata", name))
	must(t, err)
	defer file.Close()
	unpacked, err := gzip.NewReader(file)
	must(t, err)
	for files := tar.NewReader(unpacked); ; {
		head, err := files.Next()
		if errors.Is(err, io.EOF) {
			return dir
		}
		must(t, err)
		data, err := io.ReadAll(files)
		must(t, err)
		path := filepath.Join(dir, filepath.FromSlash(head.Name))
		must(t, os.MkdirAll(filepath.Dir(path), 0o700))
		must(t, os.WriteFile(path, data, 0o600))
	}
}

// wantFixture checks that a store holds what the fixture was made of.
func wantFixture(t *testing.T, store *Store) {
	t.Helper()
	list, err := store.Programmes(t.Context())
	must(t, err)
	if len(list) != 1 || list[0].Title.In(model.Finnish) != "Kotouttamisohjelma 2019–2022" || list[0].Counts.Goals != 5 {
		t.Fatalf("%+v", list)
	}
	document, err := store.Document(t.Context(), list[0].ID, 1, 0)
	if err != nil || !bytes.HasPrefix(document, []byte("PDF PDF ")) {
		t.Fatal(len(document), err)
	}
	name, err := store.Name(t.Context(), "p")
	if err != nil || name != "Koordinaattori" {
		t.Fatal(name, err)
	}
	language, err := store.Setting(t.Context(), "language")
	if err != nil || language != "fi" {
		t.Fatal(language, err)
	}
}

func TestAStoreOfVersion1IsRead(t *testing.T) {
	dir := fixture(t, "store-1.tar.gz")
	report, err := Doctor(t.Context(), dir, Options{})
	if err != nil || !report.Sound() || report.Version != 1 {
		t.Fatalf("%+v, %v", report, err)
	}
	store := openStore(t, dir)
	wantFixture(t, store)
	state, err := store.Load(t.Context(), report1Programme(t, store))
	must(t, err)
	setTitle(t, store, state, "Jatkuu")
	closeStore(t, store)
	restored := t.TempDir()
	must(t, Restore(t.Context(), restored, newestBackup(t, fixture(t, "store-1.tar.gz")), "", Options{}))
	closeStore(t, openStore(t, restored))
}

func report1Programme(t *testing.T, store *Store) model.EntityID {
	t.Helper()
	list, err := store.Programmes(t.Context())
	must(t, err)
	return list[0].ID
}

// nextSchema is a version after this program's, with a step that adds to each
// setting and splits none: what a later release will do.
func nextSchema() schemaSteps {
	return schemaSteps{version: versionStore + 1, steps: map[uint32]step{versionStore: func(key, value []byte) ([]operation, error) {
		if bytes.HasPrefix(key, []byte(prefixSetting)) {
			kept := operation{Key: []byte(prefixSetting + "before/" + string(key[len(prefixSetting):])), Value: value}
			return []operation{{Key: key, Value: append(bytes.Clone(value), "-FI"...)}, kept}, nil
		}
		return []operation{{Key: key, Value: value}}, nil
	}}}
}

func TestAnOlderStoreIsBackedUpThenMigrated(t *testing.T) {
	dir := fixture(t, "store-1.tar.gz")
	before := len(backupsOf(t, dir))
	var events []EventKind
	options := Options{Notify: func(e Event) { events = append(events, e.Kind) }}
	store, err := open(t.Context(), dir, options.withDefaults(), nextSchema())
	must(t, err)
	for name, want := range map[string]string{"language": "fi-FI", "before/language": "fi"} {
		if got, err := store.Setting(t.Context(), name); err != nil || got != want {
			t.Fatalf("%s: %q, %v", name, got, err)
		}
	}
	replica := store.Replica()
	must(t, store.SetSetting(t.Context(), "language", "")) // so that the fixture's checks hold for the rest
	must(t, store.SetSetting(t.Context(), "language", "fi"))
	wantFixture(t, store)
	closeStore(t, store)
	if list := backupsOf(t, dir); len(list) != before+2 || list[1].Replica != replica || events[0] != Migrating {
		t.Fatalf("%+v %v", list, events)
	}
	kept, err := filepath.Glob(filepath.Join(dir, "version-1-*", tablesFolder, "MANIFEST"))
	if err != nil || len(kept) != 1 {
		t.Fatal("the older data is not kept beside", kept, err)
	}
	wantUntouched(t, dir, ErrNewer) // by this version
	store, err = open(t.Context(), dir, Options{}.withDefaults(), nextSchema())
	must(t, err)
	wantFixture(t, store)
	closeStore(t, store)
}

func TestAMigrationThatFailsLeavesTheOlderStore(t *testing.T) {
	dir := fixture(t, "store-1.tar.gz")
	failing := schemaSteps{version: 2, steps: map[uint32]step{1: func(key, _ []byte) ([]operation, error) {
		return nil, fmt.Errorf("cannot read %q", key)
	}}}
	if _, err := open(t.Context(), dir, Options{}.withDefaults(), failing); err == nil {
		t.Fatal("migrated")
	}
	if exists(filepath.Join(dir, incomingFolder)) {
		t.Fatal("a part of the migration is left")
	}
	store := openStore(t, dir)
	wantFixture(t, store)
	closeStore(t, store)
}

func TestAnOlderBackupIsLiftedWhenItIsRestored(t *testing.T) {
	dir := fixture(t, "store-1.tar.gz")
	target := filepath.Join(t.TempDir(), dataFolder)
	guard := spaceGuard{folder: t.TempDir(), free: freeSpace}
	_, err := restoreInto(t.Context(), target, newestBackup(t, dir), "", nextSchema(), storeRecord{Replica: "0000000000002"}, guard)
	must(t, err)
	d, err := openData(target, true, versionStore+1, guard)
	must(t, err)
	store := &Store{data: d}
	if got, err := store.Setting(t.Context(), "language"); err != nil || got != "fi-FI" {
		t.Fatal(got, err)
	}
	must(t, d.close())
	older := schemaSteps{version: 0}
	_, err = restoreInto(t.Context(), filepath.Join(t.TempDir(), dataFolder), newestBackup(t, dir), "", older, storeRecord{}, guard)
	if !errors.Is(err, ErrNewer) {
		t.Fatal(err)
	}
}
