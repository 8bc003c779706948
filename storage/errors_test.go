package storage

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tavoitekartta/model"
)

// fingerprints are the SHA-256 of every file under a folder, but for the lock
// and what tells of its holder.
func fingerprints(t testing.TB, dir string) map[string]string {
	t.Helper()
	sums := map[string]string{}
	must(t, filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name, err := filepath.Rel(dir, path)
		if err != nil || name == lockName || name == holderName {
			return err
		}
		sums[name] = "folder"
		if entry.Type().IsRegular() {
			data, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			sums[name] = fmt.Sprintf("%x", sha256.Sum256(data))
		}
		return nil
	}))
	return sums
}

// wantUntouched opens a folder, expects an error, and compares all bytes.
func wantUntouched(t *testing.T, dir string, want error) {
	t.Helper()
	_ = untouched(t, dir, want)
}

// untouched is wantUntouched and returns the refusal.
func untouched(t *testing.T, dir string, want error) error {
	t.Helper()
	before := fingerprints(t, dir)
	store, err := Open(t.Context(), dir, Options{})
	if err == nil {
		must(t, store.Close())
		t.Fatalf("opened, though %v was expected", want)
	}
	if !errors.Is(err, want) {
		t.Fatalf("%v instead of %v", err, want)
	}
	if after := fingerprints(t, dir); fmt.Sprint(after) != fmt.Sprint(before) {
		t.Fatalf("files changed:\n%v\n%v", before, after)
	}
	return err
}

// sampleStore makes a closed store with a programme, an approved version, a
// name, a setting and a backup.
func sampleStore(t testing.TB) (dir string, programme model.EntityID) {
	t.Helper()
	dir = t.TempDir()
	store := openStore(t, dir)
	state, programme := addProgramme(t, store, "Kotouttamisohjelma", 5)
	version, document := sampleVersion(programme, 1, 700_000)
	must(t, store.SaveVersion(t.Context(), version, [][]byte{document}))
	must(t, store.PutName(t.Context(), "p", "Koordinaattori"))
	must(t, store.SetSetting(t.Context(), "language", "fi"))
	if _, err := store.Backup(t.Context()); err != nil {
		t.Fatal(err)
	}
	setTitle(t, store, state, "Kotouttamisohjelma 2019–2022")
	closeStore(t, store)
	return dir, programme
}

func TestAStoreHeldByAnotherIsRefusedAndLeftAlone(t *testing.T) {
	dir := t.TempDir()
	store := openStore(t, dir)
	defer closeStore(t, store)
	var held *HeldError
	if _, err := Open(t.Context(), dir, Options{}); !errors.As(err, &held) || held.PID != os.Getpid() {
		t.Fatal(err)
	}
	if _, err := Doctor(t.Context(), dir, Options{}); !errors.Is(err, ErrHeld) {
		t.Fatal(err)
	}
	if err := Restore(t.Context(), dir, sampleBackup(t, ""), "", Options{}); !errors.Is(err, ErrHeld) {
		t.Fatal(err)
	}
	addProgramme(t, store, "Yhä auki", 1)
}

func TestWhatIsNoStoreIsRefusedAndLeftAlone(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "file")
	write(t, file, []byte("a file where the folder should be"))
	if _, err := Open(t.Context(), file, Options{}); !errors.Is(err, ErrNotStore) {
		t.Fatal(err)
	}
	for name, files := range map[string][]string{
		"pictures":               {"summer.jpg"},
		"a format of other make": {formatName},
		"another program's data": {"data/badger/MANIFEST"},
		"garbage named as ours":  {formatName, dataFolder + "/" + recordName, dataFolder + "/" + tablesFolder + "/MANIFEST"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			for _, file := range files {
				must(t, os.MkdirAll(filepath.Dir(filepath.Join(dir, file)), 0o700))
				write(t, filepath.Join(dir, file), []byte("something else, and longer than sixteen bytes"))
			}
			wantUntouched(t, dir, ErrNotStore)
		})
	}
	if _, err := ListBackups(file); err == nil {
		t.Fatal("a file has no backups")
	}
	if err := Restore(t.Context(), t.TempDir(), file, "", Options{}); !errors.Is(err, ErrNotStore) {
		t.Fatal(err)
	}
}

func TestAnOpeningCutShortAtTheVeryBeginningIsNoObstacle(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, lockName), nil)
	write(t, filepath.Join(dir, holderName), []byte("{}"))
	write(t, filepath.Join(dir, "crash.log"), []byte("x"))
	must(t, os.MkdirAll(filepath.Join(dir, incomingFolder, tablesFolder), 0o700))
	closeStore(t, openStore(t, dir))

	dir = t.TempDir()
	closeStore(t, openStore(t, dir))
	must(t, os.Remove(filepath.Join(dir, formatName))) // ended before the last step
	must(t, os.Rename(filepath.Join(dir, dataFolder), filepath.Join(dir, incomingFolder)))
	closeStore(t, openStore(t, dir))
}

func TestEveryPartOfANewerVersionIsRefusedUntouched(t *testing.T) {
	t.Parallel()
	sample, _ := sampleStore(t)
	segments, err := listSegments(filepath.Join(sample, dataFolder, journalName))
	must(t, err)
	segment := filepath.Base(segmentPath("", segments[len(segments)-1]))
	for path, stamped := range map[string][]byte{
		formatName:                                      stamp(magicFolder, versionFolder+1),
		filepath.Join(dataFolder, recordName):           stamp(magicStore, versionStore+1),
		filepath.Join(dataFolder, endName):              stamp(magicEnd, versionEnd+1),
		filepath.Join(dataFolder, journalName, segment): stamp(magicJournal, versionJournal+1),
		filepath.Join(ringFolder, ringName):             stamp(magicRing, versionRing+1),
		filepath.Join(ringFolder, keyName):              stamp(magicKey, versionStoreKey+1),
	} {
		t.Run(path, func(t *testing.T) {
			dir := t.TempDir()
			must(t, copyFolder(sample, dir))
			data, err := os.ReadFile(filepath.Join(dir, path))
			must(t, err)
			write(t, filepath.Join(dir, path), append(stamped, data[stampSize:]...))
			var newer *NewerError
			if err := untouched(t, dir, ErrNewer); !errors.As(err, &newer) || newer.Found != newer.Known+1 {
				t.Fatal(err)
			}
			if err := Restore(t.Context(), dir, newestBackup(t, sample), "", Options{}); !errors.Is(err, ErrNewer) {
				t.Fatal(err)
			}
		})
	}
}

func newestBackup(t testing.TB, dir string) string {
	t.Helper()
	list, err := ListBackups(dir)
	must(t, err)
	if len(list) == 0 {
		t.Fatal("no backup")
	}
	return list[0].Path
}

func TestAWriteWithoutSpaceIsRefusedAndNothingChanges(t *testing.T) {
	store := openStore(t, t.TempDir())
	defer func() {
		store.data.guard.free = freeSpace
		closeStore(t, store)
	}()
	state, programme := addProgramme(t, store, "Ennen", 1)
	head := store.data.head()
	store.data.guard.free = func(string) (uint64, error) { return reserve + 1, nil }
	step := state.Begin(writerOf(store))
	must(t, step.SetText(programme, model.FieldTitle, model.Finnish, "Jälkeen"))
	var space *NoSpaceError
	if err := store.Save(t.Context(), state, step.Changes()); !errors.As(err, &space) || space.Free != reserve+1 || space.Needed <= space.Free {
		t.Fatal(err)
	}
	if titleOf(t, store, programme) != "Ennen" || store.data.head() != head {
		t.Fatal("something was written")
	}
	store.data.guard.free = freeSpace
	must(t, store.Save(t.Context(), state, step.Changes()))
	if titleOf(t, store, programme) != "Jälkeen" {
		t.Fatal("with space again it was not kept")
	}
}

func TestFlippedBitsInAClosedStoreAreFoundBeforeAnythingIsRead(t *testing.T) {
	t.Parallel()
	sample, programme := sampleStore(t)
	names, err := dataFiles(filepath.Join(sample, dataFolder))
	must(t, err)
	tried := 0
	for _, name := range append(names, endName) {
		info, err := os.Stat(filepath.Join(sample, dataFolder, name))
		must(t, err)
		for _, share := range []int64{0, 1, 7, 13, 31, 50, 77, 96, 99} {
			if info.Size() == 0 {
				continue
			}
			offset := min(info.Size()*share/100, info.Size()-1)
			if share == 99 {
				offset = info.Size() - 1
			}
			dir := t.TempDir()
			must(t, copyFolder(sample, dir))
			flip(t, filepath.Join(dir, dataFolder, name), offset)
			wantUntouched(t, dir, ErrDamaged)
			tried++
		}
	}
	if tried < 40 || titleOfClosed(t, sample, programme) != "Kotouttamisohjelma 2019–2022" {
		t.Fatal(tried)
	}
}

func flip(t testing.TB, path string, offset int64) {
	t.Helper()
	data, err := os.ReadFile(path)
	must(t, err)
	data[offset] ^= 0x04
	must(t, os.WriteFile(path, data, 0o600))
}

func titleOfClosed(t testing.TB, dir string, programme model.EntityID) string {
	t.Helper()
	store := openStore(t, dir)
	defer closeStore(t, store)
	return titleOf(t, store, programme)
}

// A crashed store with flipped bits is tried out by a child: the child may die,
// the store opens right or is damaged, and this process lives.
func TestFlippedBitsInACrashedStoreAreReadRightOrFound(t *testing.T) {
	t.Parallel()
	sample, programme := sampleStore(t)
	store := openStore(t, sample)
	state, err := store.Load(t.Context(), programme)
	must(t, err)
	for i := range 30 {
		setTitle(t, store, state, fmt.Sprintf("Ennen kaatumista %d", i))
	}
	want := state.Digest()
	crashed := crash(t, store)
	names, err := dataFiles(filepath.Join(crashed, dataFolder))
	must(t, err)
	right, found := 0, 0
	for _, name := range names {
		used := usedBytes(t, filepath.Join(crashed, dataFolder, name))
		for _, share := range []int64{1, 23, 57, 83} {
			if used == 0 || strings.HasSuffix(name, "DISCARD") && share > 1 {
				continue
			}
			dir := t.TempDir()
			must(t, copyFolder(crashed, dir))
			flip(t, filepath.Join(dir, dataFolder, name), used*share/100)
			if openedRight(t, dir, programme, want) {
				right++
			} else {
				found++
			}
		}
	}
	t.Logf("%d read right, %d found damaged", right, found)
	if found == 0 {
		t.Error("no damage was found at all")
	}
}

// usedBytes is how much of a file lies before its last byte that is not zero.
func usedBytes(t testing.TB, path string) int64 {
	t.Helper()
	data, err := os.ReadFile(path)
	must(t, err)
	return int64(len(strings.TrimRight(string(data), "\x00")))
}

func openedRight(t *testing.T, dir string, programme model.EntityID, want model.Hash) bool {
	t.Helper()
	before := fingerprints(t, dir)
	store, err := Open(t.Context(), dir, Options{CheckCommand: self(t, childCheck)})
	if err != nil {
		if !errors.Is(err, ErrDamaged) && !errors.Is(err, ErrNewer) {
			t.Fatal(err)
		}
		if after := fingerprints(t, dir); fmt.Sprint(after) != fmt.Sprint(before) {
			t.Fatal("the damaged store was touched")
		}
		return false
	}
	defer closeStore(t, store)
	state, err := store.Load(t.Context(), programme)
	must(t, err)
	if state.Digest() != want {
		t.Fatal("opened, and something is lost")
	}
	if _, err := store.Document(t.Context(), programme, 1, 0); err != nil {
		t.Fatal(err)
	}
	if language, err := store.Setting(t.Context(), "language"); err != nil || language != "fi" {
		t.Fatal(language, err)
	}
	return true
}

func TestAChildThatDiesMeansDamaged(t *testing.T) {
	sample, _ := sampleStore(t)
	crashed := crash(t, openStore(t, sample))
	before := fingerprints(t, crashed)
	_, err := Open(t.Context(), crashed, Options{CheckCommand: self(t, childDies)})
	var damage *DamagedError
	if !errors.As(err, &damage) || damage.Part != PartTables {
		t.Fatal(err)
	}
	if fmt.Sprint(fingerprints(t, crashed)) != fmt.Sprint(before) {
		t.Fatal("touched")
	}
	closeStore(t, openStore(t, crashed)) // it was sound
	if _, err := CheckInChild(t.Context(), []string{filepath.Join(sample, "no such program")}, sample); err == nil || errors.Is(err, ErrDamaged) {
		t.Fatal("a child that cannot be started says nothing of the store:", err)
	}
}

// Badger panics on some damaged tables while its goroutines go on writing into
// the copy: nobody can remove that before the process has ended.
func TestACopyThatAChildLeavesIsRemovedBehindIt(t *testing.T) {
	sample, _ := sampleStore(t)
	crashed := crash(t, openStore(t, sample))
	read := filepath.Join(crashed, checkPrefix+"read") // a copy that somebody else reads
	must(t, os.Mkdir(read, 0o700))
	report, err := CheckInChild(t.Context(), self(t, childLeaves), crashed)
	must(t, err)
	if !report.Sound() {
		t.Error(report.Findings)
	}
	left, err := leftovers(crashed)
	must(t, err)
	if len(left) != 1 || left[0] != read {
		t.Errorf("left behind: %q", left)
	}
}

func TestALostDataFolderIsDamageAndNoNewStore(t *testing.T) {
	sample, _ := sampleStore(t)
	must(t, os.RemoveAll(filepath.Join(sample, dataFolder)))
	wantUntouched(t, sample, ErrDamaged)
}
