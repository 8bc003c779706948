package storage

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"tavoitekartta/model"
)

func openAt(t testing.TB, dir string, clock *testClock) *Store {
	t.Helper()
	store, err := Open(t.Context(), dir, Options{Clock: clock.Now})
	must(t, err)
	return store
}

func backupsOf(t testing.TB, dir string) []BackupInfo {
	t.Helper()
	list, err := ListBackups(dir)
	must(t, err)
	return list
}

func TestClosingMakesABackupWhenSomethingIsNew(t *testing.T) {
	dir, clock := t.TempDir(), newClock()
	closeStore(t, openAt(t, dir, clock))
	if list := backupsOf(t, dir); len(list) != 0 {
		t.Fatal("an empty store was backed up", list)
	}
	store := openAt(t, dir, clock)
	addProgramme(t, store, "Nimi", 1)
	clock.pass(time.Hour)
	closeStore(t, store)
	list := backupsOf(t, dir)
	if len(list) == 0 || !list[0].Made.Equal(clock.Now()) || list[0].Programmes != 1 || list[0].Damaged {
		t.Fatalf("%+v", list)
	}
	closeStore(t, openAt(t, dir, clock))
	if again := backupsOf(t, dir); len(again) != len(list) {
		t.Fatal("backed up without anything new")
	}
	info, err := VerifyBackup(t.Context(), list[0].Path, "")
	if err != nil || info.Programmes != 1 {
		t.Fatal(info, err)
	}
}

func TestABackupIsMadeByItselfAfterADay(t *testing.T) {
	dir, clock := t.TempDir(), newClock()
	store := openAt(t, dir, clock)
	state, _ := addProgramme(t, store, "Nimi", 1)
	closeStore(t, store)
	made := make(chan Event, 8)
	clock.pass(25 * time.Hour)
	store, err := Open(t.Context(), dir, Options{Clock: clock.Now, Notify: func(e Event) { made <- e }})
	must(t, err)
	setTitle(t, store, state, "Seuraavana päivänä")
	if event := <-made; event.Kind != BackupMade {
		t.Fatalf("%+v", event)
	}
	if list := backupsOf(t, dir); !list[0].Made.Equal(clock.Now()) {
		t.Fatalf("%+v", list)
	}
	closeStore(t, store)
}

func TestTheJournalIsCutOnlyBehindTheSecondNewestBackup(t *testing.T) {
	dir, clock := t.TempDir(), newClock()
	store := openAt(t, dir, clock)
	defer closeStore(t, store)
	state, _ := addProgramme(t, store, "Nimi", 1)
	store.backups.stop() // only those asked for
	var positions []uint64
	for i := range 3 {
		setTitle(t, store, state, fmt.Sprintf("Nimi %d", i))
		clock.pass(time.Hour)
		info, err := store.Backup(t.Context())
		must(t, err)
		positions = append(positions, info.Position)
		if first := store.data.journal.segments[0]; i > 0 && first > positions[i-1]+1 {
			t.Fatalf("journal begins at %d, backups stand at %v", first, positions)
		}
	}
	if first := store.data.journal.segments[0]; first != positions[1]+1 {
		t.Fatalf("journal begins at %d, backups stand at %v", first, positions)
	}
	store.backups.cancel, store.backups.finished = func() {}, closedChannel()
}

func closedChannel() chan struct{} {
	c := make(chan struct{})
	close(c)
	return c
}

func TestRestoringGivesAllButTheReplica(t *testing.T) {
	t.Parallel()
	dir, programme := sampleStore(t)
	store := openStore(t, dir)
	replica := store.Replica()
	state, err := store.Load(t.Context(), programme)
	must(t, err)
	want := state.Digest()
	exported := filepath.Join(t.TempDir(), "siirto.tkbackup")
	_, err = store.ExportBackup(t.Context(), exported, "salalause")
	must(t, err)
	setTitle(t, store, state, "Palautuksen jälkeen poissa")
	closeStore(t, store)

	fresh := filepath.Join(t.TempDir(), "uusi kone åäö")
	if err := Restore(t.Context(), dir, exported, "väärä", Options{}); !errors.Is(err, ErrPassphrase) {
		t.Fatal(err)
	}
	for _, target := range []string{dir, fresh} {
		must(t, Restore(t.Context(), target, exported, "salalause", Options{}))
		store = openStore(t, target)
		if store.Replica() == replica || !store.Replica().Valid() || store.NextSeq() != 1 {
			t.Fatal("the restored store goes on under the old replica")
		}
		state, err = store.Load(t.Context(), programme)
		must(t, err)
		if state.Digest() != want {
			t.Fatal("restored another state")
		}
		document, err := store.Document(t.Context(), programme, 1, 0)
		if err != nil || len(document) < 700_000 {
			t.Fatal(len(document), err)
		}
		setTitle(t, store, state, "Jatkuu")
		closeStore(t, store)
		report, err := Doctor(t.Context(), target, Options{})
		if err != nil || !report.Sound() || !report.Compared || report.Backups < 2 {
			t.Fatalf("%+v, %v", report, err)
		}
	}
	kept, err := filepath.Glob(filepath.Join(dir, "replaced-*", tablesFolder))
	if err != nil || len(kept) != 1 {
		t.Fatal("the former data is not kept beside", kept, err)
	}
	name, err := openRing(t, dir).name("p")
	if err != nil || name != "Koordinaattori" {
		t.Fatal("the names are gone", err)
	}
}

func TestARestoreThatFailsLeavesTheStoreAsItWas(t *testing.T) {
	dir, _ := sampleStore(t)
	bad := filepath.Join(t.TempDir(), "bad")
	data, err := os.ReadFile(newestBackup(t, dir))
	must(t, err)
	data[len(data)/2] ^= 1
	write(t, bad, data)
	before := fingerprints(t, dir)
	if err := Restore(t.Context(), dir, bad, "", Options{}); !errors.Is(err, ErrDamaged) {
		t.Fatal(err)
	}
	if fmt.Sprint(fingerprints(t, dir)) != fmt.Sprint(before) {
		t.Fatal("files changed")
	}
	if _, err := VerifyBackup(t.Context(), bad, ""); !errors.Is(err, ErrDamaged) {
		t.Fatal(err)
	}
}

func TestBackupsHoldNoNames(t *testing.T) {
	dir, _ := sampleStore(t)
	found := false
	_, _, err := readBackup(newestBackup(t, dir), "", func(key, value []byte) error {
		found = found || bytes.Contains(value, []byte("Koordinaattori")) || bytes.Contains(key, []byte("Koordinaattori"))
		return nil
	})
	if err != nil || found {
		t.Fatal(found, err)
	}
}

// damage is a way to spoil a crashed store, and what the repair gives.
func TestRepair(t *testing.T) {
	t.Parallel()
	cases := []struct {
		name     string
		spoil    func(t *testing.T, data string)
		complete bool
		lost     bool // the last title may be gone
	}{
		{"tables", func(t *testing.T, data string) { spoilAll(t, filepath.Join(data, tablesFolder, "MANIFEST")) }, true, false},
		{"no tables", func(t *testing.T, data string) { must(t, os.RemoveAll(filepath.Join(data, tablesFolder))) }, true, false},
		{"journal", func(t *testing.T, data string) { spoilAll(t, filepath.Join(data, journalName, journalPrefix+"*")) }, false, false},
		{"no journal", func(t *testing.T, data string) { must(t, os.RemoveAll(filepath.Join(data, journalName))) }, false, false},
		{"store record", func(t *testing.T, data string) { spoilAll(t, filepath.Join(data, recordName)) }, true, false},
		{"everything", func(t *testing.T, data string) { must(t, os.RemoveAll(data)) }, false, true},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			sample, programme := sampleStore(t)
			store := openStore(t, sample)
			replica := store.Replica()
			state, err := store.Load(t.Context(), programme)
			must(t, err)
			setTitle(t, store, state, "Viimeisin")
			dir := crash(t, store)
			c.spoil(t, filepath.Join(dir, dataFolder))
			wantUntouched(t, dir, ErrDamaged)
			report, err := Repair(t.Context(), dir, Options{CheckCommand: self(t, childCheck)})
			must(t, err)
			if report.Complete != c.complete || report.NewReplica == (report.Complete && c.name != "store record") {
				t.Errorf("%+v", report)
			}
			if !c.lost && titleOfClosed(t, dir, programme) != "Viimeisin" {
				t.Error("the last acknowledged title is lost")
			}
			wantRepaired(t, dir, programme, report, replica)
		})
	}
}

func wantRepaired(t *testing.T, dir string, programme model.EntityID, report RepairReport, replica model.ReplicaID) {
	t.Helper()
	store := openStore(t, dir)
	if (store.Replica() == replica) == report.NewReplica {
		t.Error("replica", store.Replica(), replica)
	}
	if _, err := store.Document(t.Context(), programme, 1, 0); err != nil {
		t.Error(err)
	}
	state, err := store.Load(t.Context(), programme)
	must(t, err)
	setTitle(t, store, state, "Korjattu")
	closeStore(t, store)
	examined, err := Doctor(t.Context(), dir, Options{})
	if err != nil || !examined.Sound() || examined.Programmes != 1 {
		t.Errorf("%+v, %v", examined, err)
	}
	if report.Kept != "" && !exists(filepath.Join(dir, report.Kept)) && exists(filepath.Join(dir, report.Kept+"-2")) {
		t.Error("the damaged data is not where the report says")
	}
}

// spoilAll overwrites the middle of the used part of files.
func spoilAll(t *testing.T, pattern string) {
	t.Helper()
	paths, err := filepath.Glob(pattern)
	must(t, err)
	for _, path := range paths {
		flip(t, path, usedBytes(t, path)/2)
	}
}

func TestRepairBeginsANewKeyRingWhenTheOldIsDamaged(t *testing.T) {
	dir, programme := sampleStore(t)
	flip(t, filepath.Join(dir, ringFolder, ringName), 30)
	wantUntouched(t, dir, ErrDamaged)
	report, err := Repair(t.Context(), dir, Options{})
	if err != nil || !report.NamesLost || !report.Complete {
		t.Fatalf("%+v, %v", report, err)
	}
	if titleOfClosed(t, dir, programme) != "Kotouttamisohjelma 2019–2022" {
		t.Fatal("the programme suffered")
	}
}

func TestDoctorTellsOfDamagedBackups(t *testing.T) {
	t.Parallel()
	dir, _ := sampleStore(t)
	list := backupsOf(t, dir)
	flip(t, list[0].Path, list[0].Size/2)
	flip(t, list[1].Path, 3)
	before := fingerprints(t, dir)
	report, err := Doctor(t.Context(), dir, Options{CheckCommand: self(t, childCheck)})
	must(t, err)
	if len(report.Findings) != 2 || report.Findings[0].Part != PartBackup || report.Backups != len(list)-2 {
		t.Fatalf("%+v", report)
	}
	if fmt.Sprint(fingerprints(t, dir)) != fmt.Sprint(before) {
		t.Fatal("the doctor changed something")
	}
	if _, err := Doctor(t.Context(), t.TempDir(), Options{}); !errors.Is(err, ErrNotStore) {
		t.Fatal(err)
	}
}
