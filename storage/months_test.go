package storage

import (
	"fmt"
	"io/fs"
	"math/rand/v2"
	"path/filepath"
	"runtime"
	"slices"
	"testing"
	"time"

	"tavoitekartta/model"
)

// months are what a municipality does with one data folder over a time: a dozen
// programmes, opened each morning, edited, closed in the evening.
type months struct {
	days, editsOfDay int
	goals            int // of each programme
	crashEvery       int // days between ends without closing
}

// daily is what was measured each morning, and what stood there in the evening.
type daily struct {
	opened  []time.Duration // how long opening took after a clean end
	heap    []uint64        // bytes in use with the folder open and no programme loaded
	folder  []int64         // bytes of the data after closing, backups left out
	backups map[time.Time]map[model.EntityID]model.Hash
}

// TestTwoMonthsLeaveTheFolderAsPromised is the short form of the twelve months
// that make bench lives through.
func TestTwoMonthsLeaveTheFolderAsPromised(t *testing.T) {
	dir, clock, lived := months{days: 61, editsOfDay: 2, goals: 2, crashEvery: 25}.live(t)
	checkThinned(t, dir, clock.Now(), lived)
	checkRestored(t, dir, lived)
}

// live lives through the months and returns the folder at their end.
func (m months) live(t *testing.T) (string, *testClock, *daily) {
	t.Helper()
	dir, clock := filepath.Join(t.TempDir(), "data"), newClock()
	lived := &daily{backups: map[time.Time]map[model.EntityID]model.Hash{}}
	random := rand.New(rand.NewPCG(1, 2))
	var programmes []model.EntityID
	for day := range m.days {
		made := make(chan Event, 8)
		begun := time.Now()
		store, err := Open(t.Context(), dir, Options{
			Clock: clock.Now, CheckCommand: self(t, childCheck), Notify: func(e Event) { made <- e },
		})
		must(t, err)
		if !m.crashedBefore(day) {
			lived.opened = append(lived.opened, time.Since(begun))
			lived.heap = append(lived.heap, heapInUse())
		}
		if m.crashedBefore(day) {
			// Nothing was backed up in the evening, so it is now.
			awaitBackup(t, made)
			lived.note(clock.Now(), digests(t, loadAll(t, store, programmes)))
		}
		if day == 0 {
			for i := range 12 {
				_, id := addProgramme(t, store, fmt.Sprintf("Kotouttamisohjelma %d", i+1), m.goals)
				programmes = append(programmes, id)
			}
		}
		states := loadAll(t, store, programmes)
		for range m.editsOfDay {
			clock.pass(8 * time.Hour / time.Duration(m.editsOfDay))
			state := states[random.IntN(len(states))]
			goals := state.Children(state.Children(state.Root(), model.KindSection)[0].ID, model.KindGoal)
			writeGoal(t, store, state, goals[random.IntN(len(goals))].ID, random.Uint32())
		}
		if m.crashedBefore(day + 1) {
			dir = crash(t, store)
		} else {
			lived.note(clock.Now(), digests(t, states))
			closeStore(t, store)
			lived.folder = append(lived.folder, bytesIn(t, filepath.Join(dir, dataFolder)))
		}
		clock.pass(16 * time.Hour)
	}
	return dir, clock, lived
}

func (m months) crashedBefore(day int) bool { return day > 0 && day < m.days && day%m.crashEvery == 0 }

func (d *daily) note(at time.Time, digests map[model.EntityID]model.Hash) {
	d.backups[at.Truncate(time.Millisecond)] = digests
}

func awaitBackup(t *testing.T, events chan Event) {
	t.Helper()
	for {
		switch event := <-events; event.Kind {
		case BackupMade:
			return
		case BackupFailed:
			t.Fatal(event.Err)
		}
	}
}

func writeGoal(t *testing.T, store *Store, state *model.State, goal model.EntityID, number uint32) {
	t.Helper()
	step := state.Begin(writerOf(store))
	title := fmt.Sprintf("Maahanmuuttajien työllisyys paranee (%d)", number)
	must(t, step.SetText(goal, model.FieldTitle, model.Finnish, title))
	must(t, store.Save(t.Context(), state, step.Changes()))
}

func loadAll(t *testing.T, store *Store, programmes []model.EntityID) []*model.State {
	t.Helper()
	var states []*model.State
	for _, id := range programmes {
		state, err := store.Load(t.Context(), id)
		must(t, err)
		states = append(states, state)
	}
	return states
}

func digests(t *testing.T, states []*model.State) map[model.EntityID]model.Hash {
	t.Helper()
	all := map[model.EntityID]model.Hash{}
	for _, state := range states {
		all[state.Root()] = state.Digest()
	}
	return all
}

func heapInUse() uint64 {
	runtime.GC()
	var memory runtime.MemStats
	runtime.ReadMemStats(&memory)
	return memory.HeapAlloc
}

func bytesIn(t *testing.T, folder string) (bytes int64) {
	t.Helper()
	must(t, filepath.WalkDir(folder, func(_ string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		info, err := entry.Info()
		bytes += info.Size()
		return err
	}))
	return bytes
}

// checkThinned holds the backups that are there against what is promised of
// those that were made: all of the last day, then the last of each day of a
// month, then the last of each month of two years.
func checkThinned(t *testing.T, dir string, now time.Time, lived *daily) {
	t.Helper()
	promised := map[string]time.Time{}
	for made := range lived.backups {
		kept := made.Format(time.RFC3339)
		switch age := now.Sub(made); {
		case age >= 31*24*time.Hour:
			kept = made.Format("2006-01")
		case age >= 24*time.Hour:
			kept = made.Format("2006-01-02")
		}
		if made.After(promised[kept]) {
			promised[kept] = made
		}
	}
	var want, have []string
	for _, made := range promised {
		want = append(want, made.Format(time.RFC3339))
	}
	for _, info := range backupsOf(t, dir) {
		have = append(have, info.Made.UTC().Format(time.RFC3339))
	}
	slices.Sort(want)
	slices.Sort(have)
	if !slices.Equal(have, want) {
		t.Errorf("kept are\n%v, promised are\n%v", have, want)
	}
}

// checkRestored restores each backup that is there into an empty folder and
// compares the programmes with those of its evening.
func checkRestored(t *testing.T, dir string, lived *daily) {
	t.Helper()
	for _, info := range backupsOf(t, dir) {
		want, known := lived.backups[info.Made.UTC()]
		if !known {
			t.Errorf("nobody knows of a backup made at %v", info.Made)
			continue
		}
		fresh := filepath.Join(t.TempDir(), "restored")
		must(t, Restore(t.Context(), fresh, info.Path, "", Options{}))
		store := openStore(t, fresh)
		for id, digest := range want {
			state, err := store.Load(t.Context(), id)
			must(t, err)
			if state.Digest() != digest {
				t.Errorf("the backup of %v holds %s otherwise than it stood", info.Made, id)
			}
		}
		closeStore(t, store)
	}
}
