//go:build bench && linux

package bench

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"golang.org/x/sys/unix"
	_ "modernc.org/sqlite"

	"tavoitekartta/model"
	"tavoitekartta/storage"
)

const (
	measures      = 200
	saves         = 1_500
	loads         = 60
	mostSaveRatio = 1.0
	mostLoadRatio = 1.5
)

// keeper is a store being measured. Both do the same work: a save keeps a
// change, the element that it touches and the programme's record, durably, and
// checks that the change continues what is there; a load gives a whole state.
type keeper interface {
	save(ctx context.Context, state *model.State, changes []model.Change) error
	load(ctx context.Context, programme model.EntityID) (*model.State, error)
	close() error
}

// TestRatioToSQLite saves one measure with its change, and loads 200 measures,
// with both in turns, so that whatever else the machine does falls on both.
func TestRatioToSQLite(t *testing.T) {
	ctx := t.Context()
	ours, theirs := newSubject(t, openStore(t)), newSubject(t, openSQLite(t))
	for i := range saves {
		for _, s := range inTurn(i, ours, theirs) {
			s.saveOne(ctx, t, i)
		}
	}
	for i := range loads {
		for _, s := range inTurn(i, ours, theirs) {
			s.loadAll(ctx, t)
		}
	}
	if ours.state.Digest() != theirs.state.Digest() {
		t.Fatal("the two did not do the same work")
	}
	report(t, "save of one measure with its change", ours.saved, theirs.saved, mostSaveRatio)
	report(t, fmt.Sprintf("load of %d measures", measures), ours.loaded, theirs.loaded, mostLoadRatio)
	for _, s := range []*subject{ours, theirs} {
		if err := s.keeper.close(); err != nil {
			t.Error(err)
		}
	}
}

func inTurn(i int, a, b *subject) []*subject {
	if i%2 == 0 {
		return []*subject{a, b}
	}
	return []*subject{b, a}
}

func report(t *testing.T, what string, ours, theirs []time.Duration, most float64) {
	t.Helper()
	ratio := float64(percentile(ours, 50)) / float64(percentile(theirs, 50))
	t.Logf("%s: p50 %s against SQLite's %s, ratio %.2f (at most %.1f); p95 %s against %s",
		what, percentile(ours, 50), percentile(theirs, 50), ratio, most, percentile(ours, 95), percentile(theirs, 95))
	if ratio > most {
		t.Errorf("%s: ratio %.2f, at most %.1f", what, ratio, most)
	}
}

func percentile(durations []time.Duration, percent int) time.Duration {
	sorted := slices.Sorted(slices.Values(durations))
	return sorted[len(sorted)*percent/100].Round(time.Microsecond)
}

// subject is one of the two and the state that it is given.
type subject struct {
	keeper   keeper
	state    *model.State
	measures []model.EntityID
	saved    []time.Duration
	loaded   []time.Duration
}

const replica model.ReplicaID = "0000000000002"

func newSubject(t *testing.T, k keeper) *subject {
	t.Helper()
	s := &subject{keeper: k, state: model.NewState()}
	step := s.begin()
	programme, err := step.CreateProgramme()
	must(t, err)
	must(t, step.SetText(programme, model.FieldTitle, model.Finnish, "Kotouttamisohjelma 2019–2022"))
	section, err := step.Add(programme, model.KindSection, "")
	must(t, err)
	goal := model.EntityID("")
	for i := range measures {
		if i%4 == 0 {
			goal, err = step.Add(section, model.KindGoal, "")
			must(t, err)
			must(t, step.SetText(goal, model.FieldTitle, model.Finnish, fmt.Sprintf("Tavoite %d: maahanmuuttajien työllisyys paranee", i/4+1)))
		}
		measure, err := step.Add(goal, model.KindMeasure, "")
		must(t, err)
		must(t, step.SetText(measure, model.FieldTitle, model.Finnish, titleOf(i, 0)))
		must(t, step.SetText(measure, model.FieldTitle, model.Swedish, fmt.Sprintf("Åtgärd %d: information om arbetslivet på flera språk", i+1)))
		must(t, step.Set(measure, model.FieldTimetable, model.ValueOf(model.YearsTimetable(2019+i%4))))
		s.measures = append(s.measures, measure)
	}
	must(t, k.save(t.Context(), s.state, step.Changes()))
	return s
}

func titleOf(measure, edition int) string {
	return fmt.Sprintf("Toimenpide %d: järjestetään työelämätietoa usealla kielellä yhdessä työnantajien kanssa (%d)", measure+1, edition)
}

func (s *subject) begin() *model.Step {
	next := s.state.Head().Last(replica) + 1
	return s.state.Begin(model.Writer{Replica: replica, Person: "k", NextSeq: next, At: time.Unix(1_770_000_000, 0)})
}

func (s *subject) saveOne(ctx context.Context, t *testing.T, i int) {
	t.Helper()
	step := s.begin()
	measure := i % measures
	must(t, step.SetText(s.measures[measure], model.FieldTitle, model.Finnish, titleOf(measure, i+1)))
	begun := time.Now()
	err := s.keeper.save(ctx, s.state, step.Changes())
	s.saved = append(s.saved, time.Since(begun))
	must(t, err)
}

func (s *subject) loadAll(ctx context.Context, t *testing.T) {
	t.Helper()
	begun := time.Now()
	state, err := s.keeper.load(ctx, s.state.Root())
	s.loaded = append(s.loaded, time.Since(begun))
	must(t, err)
	if state.Digest() != s.state.Digest() {
		t.Fatal("loaded another state than was saved")
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// realDisk is a folder that is not in memory: there an fsync costs nothing, and
// the comparison would be of something else.
func realDisk(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	var stat unix.Statfs_t
	must(t, unix.Statfs(dir, &stat))
	if stat.Type != unix.TMPFS_MAGIC {
		return dir
	}
	dir, err := os.MkdirTemp(".", "bench-")
	must(t, err)
	t.Cleanup(func() { must(t, os.RemoveAll(dir)) })
	return dir
}

type ourStore struct{ *storage.Store }

func openStore(t *testing.T) keeper {
	t.Helper()
	store, err := storage.Open(t.Context(), filepath.Join(realDisk(t), "store"), storage.Options{})
	must(t, err)
	return ourStore{store}
}

func (s ourStore) save(ctx context.Context, state *model.State, changes []model.Change) error {
	return s.Save(ctx, state, changes)
}

func (s ourStore) load(ctx context.Context, programme model.EntityID) (*model.State, error) {
	return s.Load(ctx, programme)
}

func (s ourStore) close() error { return s.Close() }

// sqliteStore keeps the same bytes in three tables. WAL and synchronous=FULL:
// what is committed survives a power cut, as with the journal.
type sqliteStore struct {
	db                                *sql.DB
	change, element, programme        *sql.Stmt
	readElements, readProgrammeRecord *sql.Stmt
}

func openSQLite(t *testing.T) keeper {
	t.Helper()
	path := filepath.Join(realDisk(t), "compare.sqlite")
	db, err := sql.Open("sqlite", "file:"+path+"?_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)&_txlock=immediate")
	must(t, err)
	db.SetMaxOpenConns(1)
	for _, table := range []string{
		"CREATE TABLE change (programme TEXT, arrival INTEGER, id TEXT, bytes BLOB, PRIMARY KEY (programme, arrival)) WITHOUT ROWID",
		"CREATE TABLE element (programme TEXT, id TEXT, bytes BLOB, PRIMARY KEY (programme, id)) WITHOUT ROWID",
		"CREATE TABLE programme (id TEXT PRIMARY KEY, changes INTEGER, bytes BLOB) WITHOUT ROWID",
	} {
		_, err := db.ExecContext(t.Context(), table)
		must(t, err)
	}
	s := &sqliteStore{db: db}
	for statement, text := range map[**sql.Stmt]string{
		&s.change:              "INSERT INTO change VALUES (?, ?, ?, ?)",
		&s.element:             "INSERT INTO element VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET bytes = excluded.bytes",
		&s.programme:           "INSERT INTO programme VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET changes = excluded.changes, bytes = excluded.bytes",
		&s.readProgrammeRecord: "SELECT changes, bytes FROM programme WHERE id = ?",
		&s.readElements:        "SELECT bytes FROM element WHERE programme = ?",
	} {
		*statement, err = db.PrepareContext(t.Context(), text)
		must(t, err)
	}
	return s
}

func (s *sqliteStore) save(ctx context.Context, state *model.State, changes []model.Change) (err error) {
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, tx.Rollback())
		}
	}()
	id := changes[0].Programme
	arrival, progress, err := readProgress(ctx, tx.StmtContext(ctx, s.readProgrammeRecord), id)
	if err != nil {
		return err
	}
	fitting, _, _, err := model.Fitting(progress.Head, progress.Links, changes)
	if err != nil {
		return err
	}
	touched := map[model.EntityID]bool{}
	for _, c := range fitting {
		encoded, err := model.EncodeChange(c)
		if err != nil {
			return err
		}
		arrival++
		if _, err := tx.StmtContext(ctx, s.change).ExecContext(ctx, string(id), arrival, c.ID.String(), encoded); err != nil {
			return err
		}
		touched[c.Entity] = true
	}
	for element := range touched {
		if err := write(ctx, tx.StmtContext(ctx, s.element), state.Element(element), string(id), string(element)); err != nil {
			return err
		}
	}
	if err := write(ctx, tx.StmtContext(ctx, s.programme), state.Progress(), string(id), arrival); err != nil {
		return err
	}
	return tx.Commit()
}

func write(ctx context.Context, statement *sql.Stmt, value any, arguments ...any) error {
	encoded, err := model.Marshal(value)
	if err != nil {
		return err
	}
	_, err = statement.ExecContext(ctx, append(arguments, encoded)...)
	return err
}

func readProgress(ctx context.Context, statement *sql.Stmt, id model.EntityID) (arrival int64, progress model.Progress, err error) {
	var encoded []byte
	err = statement.QueryRowContext(ctx, string(id)).Scan(&arrival, &encoded)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, progress, nil
	}
	if err != nil {
		return 0, progress, err
	}
	return arrival, progress, model.Unmarshal(encoded, &progress)
}

func (s *sqliteStore) load(ctx context.Context, programme model.EntityID) (*model.State, error) {
	_, progress, err := readProgress(ctx, s.readProgrammeRecord, programme)
	if err != nil {
		return nil, err
	}
	rows, err := s.readElements.QueryContext(ctx, string(programme))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var elements []*model.Element
	for rows.Next() {
		var encoded sql.RawBytes
		if err := rows.Scan(&encoded); err != nil {
			return nil, err
		}
		element := new(model.Element)
		if err := model.Unmarshal(encoded, element); err != nil {
			return nil, err
		}
		elements = append(elements, element)
	}
	return model.RestoreState(progress, slices.Values(elements)), rows.Err()
}

func (s *sqliteStore) close() error { return s.db.Close() }
