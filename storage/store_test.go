package storage

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/dgraph-io/badger/v4"

	"tavoitekartta/model"
)

// testClock is a clock that tests set; stores read it from several goroutines.
type testClock struct {
	mutex sync.Mutex
	now   time.Time
}

func (c *testClock) Now() time.Time {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	return c.now
}

func (c *testClock) pass(d time.Duration) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	c.now = c.now.Add(d)
}

func newClock() *testClock { return &testClock{now: time.Date(2026, 3, 2, 9, 30, 0, 0, time.UTC)} }

func openStore(t testing.TB, dir string) *Store {
	t.Helper()
	store, err := Open(t.Context(), dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return store
}

func closeStore(t testing.TB, store *Store) {
	t.Helper()
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
}

func writerOf(store *Store) model.Writer {
	return model.Writer{Replica: store.Replica(), Person: "p", NextSeq: store.NextSeq(), At: time.Unix(1_770_000_000, 0)}
}

// addProgramme saves a new programme with a title and some sections and goals.
func addProgramme(t testing.TB, store *Store, title string, goals int) (*model.State, model.EntityID) {
	t.Helper()
	state := model.NewState()
	step := state.Begin(writerOf(store))
	programme, err := step.CreateProgramme()
	must(t, err)
	must(t, step.SetText(programme, model.FieldTitle, model.Finnish, title))
	section, err := step.Add(programme, model.KindSection, "")
	must(t, err)
	must(t, step.SetText(section, model.FieldTitle, model.Finnish, "Työ ja elinkeinot"))
	for i := range goals {
		goal, err := step.Add(section, model.KindGoal, "")
		must(t, err)
		must(t, step.SetText(goal, model.FieldTitle, model.Finnish, fmt.Sprintf("Tavoite %d", i)))
	}
	must(t, store.Save(t.Context(), state, step.Changes()))
	return state, programme
}

// setTitle saves one change of a title.
func setTitle(t testing.TB, store *Store, state *model.State, title string) []model.Change {
	t.Helper()
	step := state.Begin(writerOf(store))
	must(t, step.SetText(state.Root(), model.FieldTitle, model.Finnish, title))
	must(t, store.Save(t.Context(), state, step.Changes()))
	return step.Changes()
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func titleOf(t testing.TB, store *Store, programme model.EntityID) string {
	t.Helper()
	state, err := store.Load(t.Context(), programme)
	must(t, err)
	return state.Element(programme).Text(model.FieldTitle).In(model.Finnish)
}

// crash ends a store as kill -9 does, for what the files hold: a copy of them as
// they are at one moment, nothing flushed or closed in order.
func crash(t testing.TB, store *Store) (dir string) {
	t.Helper()
	store.backups.stop()
	for {
		before := listing(t, store.folder)
		dir = t.TempDir()
		err := copyFolder(store.folder, dir)
		if errors.Is(err, os.ErrNotExist) {
			continue // Badger has just put a table away
		}
		must(t, err)
		if listing(t, store.folder) == before {
			break // Badger was at rest: the copy is of one moment
		}
	}
	must(t, store.data.db.Close())
	if err := store.data.journal.close(); !errors.Is(err, os.ErrClosed) {
		must(t, err)
	}
	must(t, store.lock.release())
	return dir
}

// listing tells which tables there are and how far their manifest goes.
func listing(t testing.TB, dir string) string {
	t.Helper()
	entries, err := os.ReadDir(filepath.Join(dir, dataFolder, tablesFolder))
	must(t, err)
	var list strings.Builder
	for _, entry := range entries {
		info, err := entry.Info()
		if errors.Is(err, os.ErrNotExist) {
			continue
		}
		must(t, err)
		fmt.Fprintln(&list, entry.Name(), info.Size())
	}
	return list.String()
}

func TestWhatWasSavedIsThereAfterClosingAndAfterACrash(t *testing.T) {
	dir := t.TempDir()
	store := openStore(t, dir)
	replica := store.Replica()
	state, programme := addProgramme(t, store, "Kotouttamisohjelma", 3)
	changes := setTitle(t, store, state, "Vaasan kotouttamisohjelma")
	must(t, store.SetSetting(t.Context(), "language", "sv"))
	must(t, store.PutName(t.Context(), "p", "Koordinaattori"))
	closeStore(t, store)

	store = openStore(t, dir)
	if store.Replica() != replica || store.NextSeq() != changes[0].ID.Seq+1 {
		t.Fatal(store.Replica(), store.NextSeq())
	}
	state, err := store.Load(t.Context(), programme)
	must(t, err)
	setTitle(t, store, state, "Viimeinen ennen kaatumista")
	store = openStore(t, crash(t, store))
	defer closeStore(t, store)
	if got := titleOf(t, store, programme); got != "Viimeinen ennen kaatumista" {
		t.Fatal(got)
	}
	language, err := store.Setting(t.Context(), "language")
	if err != nil || language != "sv" {
		t.Fatal(language, err)
	}
	name, err := store.Name(t.Context(), "p")
	if err != nil || name != "Koordinaattori" {
		t.Fatal(name, err)
	}
	loaded, err := store.Load(t.Context(), programme)
	must(t, err)
	state = model.NewState()
	for change, err := range store.Changes(t.Context(), programme, nil) {
		must(t, err)
		if _, err := state.Apply(change); err != nil {
			t.Fatal(err)
		}
	}
	if state.Digest() != loaded.Digest() {
		t.Fatal("the changes and the elements make different states")
	}
}

func TestSummariesFollowTheProgrammesAndNeedNoLoad(t *testing.T) {
	store := openStore(t, t.TempDir())
	defer closeStore(t, store)
	state, programme := addProgramme(t, store, "Ensimmäinen", 2)
	addProgramme(t, store, "Toinen", 1)
	for _, title := range []string{"Ensimmäinen", "Nimi vaihdettu"} {
		setTitle(t, store, state, title)
		list, err := store.Programmes(t.Context())
		must(t, err)
		found := false
		for _, summary := range list {
			found = found || summary.ID == programme && summary.Title.In(model.Finnish) == title && summary.Counts.Goals == 2
		}
		if len(list) != 2 || !found {
			t.Fatalf("%+v", list)
		}
	}
	must(t, store.Discard(t.Context(), programme))
	list, err := store.Programmes(t.Context())
	if err != nil || len(list) != 1 || list[0].ID == programme {
		t.Fatal(list, err)
	}
	list, err = store.Discarded(t.Context())
	if err != nil || len(list) != 1 || list[0].ID != programme {
		t.Fatal(list, err)
	}
	must(t, store.Recover(t.Context(), programme))
	if list, err = store.Programmes(t.Context()); err != nil || len(list) != 2 {
		t.Fatal(list, err)
	}
	if err := store.Discard(t.Context(), "nothing-1"); !errors.Is(err, ErrNotFound) {
		t.Fatal(err)
	}
}

func TestSaveRefusesAStateThatHasGoneApart(t *testing.T) {
	store := openStore(t, t.TempDir())
	defer closeStore(t, store)
	state, programme := addProgramme(t, store, "Nimi", 1)
	other, err := store.Load(t.Context(), programme)
	must(t, err)
	setTitle(t, store, state, "Toisesta ikkunasta")
	step := other.Begin(writerOf(store))
	must(t, step.SetText(programme, model.FieldTitle, model.Finnish, "Vanhasta tilasta"))
	err = store.Save(t.Context(), other, step.Changes())
	if !errors.Is(err, model.ErrMissingChange) && !errors.Is(err, model.ErrBrokenChain) {
		t.Fatal(err)
	}
	if got := titleOf(t, store, programme); got != "Toisesta ikkunasta" {
		t.Fatal(got)
	}
	if _, err := store.Load(t.Context(), "unknown-1"); !errors.Is(err, ErrNotFound) {
		t.Fatal(err)
	}
	for _, err := range store.Changes(t.Context(), "unknown-1", nil) {
		if !errors.Is(err, ErrNotFound) {
			t.Fatal(err)
		}
	}
}

// More than 13,000 records and more than 1.2 MB: what no transaction can carry.
func TestAWriteLargerThanATransactionIsAllOrNothing(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	store := openStore(t, dir)
	state, programme := addProgramme(t, store, "Suuri", 10)
	goals := state.Children(state.Children(programme, model.KindSection)[0].ID, model.KindGoal)
	step := state.Begin(writerOf(store))
	for i := range 15_000 {
		must(t, step.SetText(goals[0].ID, model.FieldTitle, model.Finnish, fmt.Sprintf("Tavoite nimeltä %d", i)))
	}
	text := strings.Repeat("pitkä teksti ", 18_000) // 250 KB
	for _, goal := range goals {
		must(t, step.SetText(goal.ID, model.FieldDescription, model.Finnish, text))
	}
	must(t, store.Save(t.Context(), state, step.Changes()))
	changes := int(state.Head().Last(store.Replica()))
	want := state.Digest()

	store = openStore(t, crash(t, store))
	defer closeStore(t, store)
	loaded, err := store.Load(t.Context(), programme)
	must(t, err)
	if loaded.Digest() != want {
		t.Fatal("the large programme came back different")
	}
	count := 0
	for _, err := range store.Changes(t.Context(), programme, nil) {
		must(t, err)
		count++
	}
	if count != changes || count < 15_000 {
		t.Fatal(count)
	}
}

// A batch that the process did not finish: its mark stands, some of its records
// are there. The journal, which had all of it first, finishes it.
func TestABatchCutShortIsFinishedFromTheJournal(t *testing.T) {
	store := openStore(t, t.TempDir())
	_, programme := addProgramme(t, store, "Nimi", 1)
	store.backups.stop() // below the journal is written to behind its back
	operations := make([]operation, 0, 3)
	for i := range 3 {
		operations = append(operations, operation{Key: fmt.Appendf(nil, "%slarge%d", prefixSetting, i), Value: make([]byte, maxValue)})
	}
	payload, err := model.Marshal(operations)
	must(t, err)
	position, err := store.data.journal.append(payload)
	must(t, err)
	mark := operation{Key: []byte(keyBatch), Value: []byte{byte(position)}}
	must(t, store.data.transact([]operation{mark, {Key: operations[0].Key, Value: []byte("half")}}))

	store = openStore(t, crash(t, store))
	for i := range 3 {
		text, err := store.Setting(t.Context(), fmt.Sprintf("large%d", i))
		if err != nil || len(text) != maxValue {
			t.Fatal(len(text), err)
		}
	}
	title := titleOf(t, store, programme)
	closeStore(t, store)
	report, err := Check(t.Context(), store.folder)
	if err != nil || !report.Sound() || report.Programmes != 1 || title != "Nimi" {
		t.Fatalf("%+v, %v", report, err)
	}
}

func TestAPowerCutThatTookTablesIsMadeGoodFromTheJournal(t *testing.T) {
	t.Parallel()
	store := openStore(t, t.TempDir())
	state, programme := addProgramme(t, store, "Nimi", 1)
	for i := range 20 {
		setTitle(t, store, state, fmt.Sprintf("Nimi %d", i))
	}
	dir := crash(t, store)
	memtables, err := filepath.Glob(filepath.Join(dir, dataFolder, tablesFolder, "*.mem"))
	must(t, err)
	if len(memtables) == 0 {
		t.Fatal("no memtable to lose")
	}
	whole, err := os.ReadFile(memtables[0])
	must(t, err)
	for _, kept := range []int{4096, 3000, 100} { // pages that the disk had got
		lost := append([]byte{}, whole[:kept]...)
		must(t, os.WriteFile(memtables[0], append(lost, make([]byte, len(whole)-kept)...), 0o600))
		again := t.TempDir()
		must(t, copyFolder(dir, again))
		store = openStore(t, again)
		if got := titleOf(t, store, programme); got != "Nimi 19" {
			t.Fatalf("%d bytes of the memtable kept: %q", kept, got)
		}
		closeStore(t, store) // while it is open Badger writes tables and removes what it wrote them from
		report, err := Check(t.Context(), again)
		if err != nil || !report.Sound() {
			t.Fatalf("%+v, %v", report, err)
		}
	}
}

// What a kill between making a file and giving it its length leaves.
func TestFilesOfNoBytesAreNoObstacle(t *testing.T) {
	store := openStore(t, t.TempDir())
	_, programme := addProgramme(t, store, "Nimi", 1)
	dir := crash(t, store)
	for _, name := range []string{"00099.mem", "000099.vlog"} {
		write(t, filepath.Join(dir, dataFolder, tablesFolder, name), nil)
	}
	store = openStore(t, dir)
	defer closeStore(t, store)
	if got := titleOf(t, store, programme); got != "Nimi" {
		t.Fatal(got)
	}
}

func TestAClosedStoreSaysSo(t *testing.T) {
	store := openStore(t, t.TempDir())
	state, programme := addProgramme(t, store, "Nimi", 1)
	following := make(chan error, 1)
	go func() {
		for _, err := range store.Log(programme).Follow(context.WithoutCancel(t.Context()), state.Head()) {
			following <- err
		}
	}()
	closeStore(t, store)
	if err := <-following; !errors.Is(err, ErrClosed) {
		t.Fatal(err)
	}
	if _, err := store.Load(t.Context(), programme); !errors.Is(err, ErrClosed) {
		t.Fatal(err)
	}
	if err := store.SetSetting(t.Context(), "a", "b"); !errors.Is(err, ErrClosed) {
		t.Fatal(err)
	}
}

// The journal comes first: when it cannot be written the tables get nothing,
// and nothing more is taken in until the next opening.
func TestASaveThatTheJournalCannotTakeIsNowhere(t *testing.T) {
	store := openStore(t, t.TempDir())
	state, programme := addProgramme(t, store, "Ennen", 1)
	store.backups.stop()
	must(t, store.data.journal.file.Close())
	step := state.Begin(writerOf(store))
	must(t, step.SetText(programme, model.FieldTitle, model.Finnish, "Jälkeen"))
	for range 2 {
		if err := store.Save(t.Context(), state, step.Changes()); err == nil {
			t.Fatal("acknowledged without the journal")
		}
	}
	if got := titleOf(t, store, programme); got != "Ennen" {
		t.Fatal(got)
	}
	store = openStore(t, crash(t, store))
	defer closeStore(t, store)
	if got := titleOf(t, store, programme); got != "Ennen" {
		t.Fatal(got)
	}
}

// The tables fail behind the journal: the save is not acknowledged, and the next
// opening has it, since the journal does.
func TestASaveThatTheTablesCannotTakeStopsTheStore(t *testing.T) {
	store := openStore(t, t.TempDir())
	state, programme := addProgramme(t, store, "Ennen", 1)
	closeStore(t, store)
	readOnly := t.TempDir()
	must(t, copyFolder(filepath.Join(store.folder, dataFolder, tablesFolder), readOnly))
	store = openStore(t, store.folder)
	tables, err := badger.Open(tableOptions(readOnly).WithReadOnly(true))
	must(t, err)
	store.data.db, tables = tables, store.data.db

	step := state.Begin(writerOf(store))
	must(t, step.SetText(programme, model.FieldTitle, model.Finnish, "Jälkeen"))
	if err := store.Save(t.Context(), state, step.Changes()); err == nil {
		t.Fatal("acknowledged without the tables")
	}
	store.data.db, tables = tables, store.data.db
	must(t, tables.Close())
	if err := store.SetSetting(t.Context(), "a", "b"); err == nil {
		t.Fatal("went on writing")
	}
	store = openStore(t, crash(t, store))
	defer closeStore(t, store)
	if got := titleOf(t, store, programme); got != "Jälkeen" {
		t.Fatal(got)
	}
	if next := store.NextSeq(); next != state.Head().Last(store.Replica())+1 {
		t.Fatal(next)
	}
}

func TestARecordThatNoTransactionCanCarryIsRefusedBeforeTheJournal(t *testing.T) {
	store := openStore(t, t.TempDir())
	defer closeStore(t, store)
	head := store.data.head()
	for name, text := range map[string]string{strings.Repeat("n", 70_000): "x", "n": strings.Repeat("x", 1_200_000)} {
		if err := store.SetSetting(t.Context(), name, text); !errors.Is(err, ErrTooLarge) {
			t.Error(err)
		}
	}
	if store.data.head() != head {
		t.Error("the journal has it")
	}
	must(t, store.SetSetting(t.Context(), "n", "x"))
}

func TestAStoreKilledBeforeItsFormatWasWrittenIsOpened(t *testing.T) {
	store := openStore(t, t.TempDir())
	_, programme := addProgramme(t, store, "Nimi", 1)
	folder := store.folder
	closeStore(t, store)
	must(t, os.Remove(filepath.Join(folder, formatName)))
	store = openStore(t, folder)
	if got := titleOf(t, store, programme); got != "Nimi" {
		t.Errorf("title %q", got)
	}
	closeStore(t, store)

	foreign := t.TempDir()
	must(t, os.Mkdir(filepath.Join(foreign, dataFolder), 0o700))
	write(t, filepath.Join(foreign, dataFolder, "taulukko.xlsx"), []byte("x"))
	if _, err := Open(t.Context(), foreign, Options{}); !errors.Is(err, ErrNotStore) {
		t.Errorf("a folder of other things: %v", err)
	}
}
