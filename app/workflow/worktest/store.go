// Package worktest lets tests of the window and of commands run on a store that
// keeps everything in memory and nothing longer than the test.
//
// A [Store] is a whole [workflow.Store], not a stand-in with prepared answers:
// each programme is a [model.MemoryLog], its state is read from that log, and
// the rules of versions hold. What it leaves out is the disk.
package worktest

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"time"

	"tavoitekartta/app/workflow"
	"tavoitekartta/model"
)

// ErrNoProgramme says that the store holds no such programme.
var ErrNoProgramme = errors.New("no such programme")

// ErrVersionKept says that a version is kept already and may only gain its approval.
var ErrVersionKept = errors.New("the version is kept already")

// Store is a [workflow.Store] in memory. It is safe for use by several goroutines.
type Store struct {
	// Fail, when set, is asked before each Save and SaveVersion; its error is
	// returned and nothing is kept: a full disk.
	Fail func() error
	// Unclean makes the store one whose program was killed.
	Unclean bool

	replica model.ReplicaID
	clock   func() time.Time

	mu       sync.Mutex
	seq      uint64
	logs     map[model.EntityID]*model.MemoryLog
	versions map[model.EntityID][]frozen
	names    map[model.PersonID]string
	bin      map[model.EntityID]bool
	settings map[string]string
	archive  map[model.EntityID]bool
	erased   map[model.PersonID]bool
	backups  []workflow.BackupInfo
	files    map[string]file
}

// frozen is a version with the bytes of its documents.
type frozen struct {
	version   model.Version
	documents [][]byte
}

var _ workflow.Store = (*Store)(nil)

// NewStore returns an empty store of a replica.
func NewStore(replica model.ReplicaID, clock func() time.Time) *Store {
	return &Store{
		replica: replica, clock: clock,
		logs: map[model.EntityID]*model.MemoryLog{}, versions: map[model.EntityID][]frozen{},
		names: map[model.PersonID]string{}, settings: map[string]string{}, bin: map[model.EntityID]bool{},
		archive: map[model.EntityID]bool{}, erased: map[model.PersonID]bool{}, files: map[string]file{},
	}
}

// Replica returns the id that the store was made with.
func (s *Store) Replica() model.ReplicaID { return s.replica }

// NextSeq returns the number of the replica's next change.
func (s *Store) NextSeq() uint64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.seq + 1
}

// Programmes returns the summaries, the last changed first.
func (s *Store) Programmes(ctx context.Context) ([]model.Summary, error) {
	return s.summaries(ctx, false)
}

// Discarded returns the summaries of the programmes in the bin, the last
// changed first.
func (s *Store) Discarded(ctx context.Context) ([]model.Summary, error) {
	return s.summaries(ctx, true)
}

// Discard puts a programme into the bin.
func (s *Store) Discard(ctx context.Context, programme model.EntityID) error {
	return s.setDiscarded(ctx, programme, true)
}

// Recover takes a programme out of the bin.
func (s *Store) Recover(ctx context.Context, programme model.EntityID) error {
	return s.setDiscarded(ctx, programme, false)
}

func (s *Store) setDiscarded(ctx context.Context, programme model.EntityID, discarded bool) error {
	if _, err := s.Load(ctx, programme); err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.bin[programme] = discarded
	return nil
}

func (s *Store) summaries(ctx context.Context, discarded bool) ([]model.Summary, error) {
	var summaries []model.Summary
	for _, id := range s.ids(discarded) {
		state, err := s.Load(ctx, id)
		if err != nil {
			return nil, err
		}
		summaries = append(summaries, state.Summary())
	}
	slices.SortStableFunc(summaries, func(a, b model.Summary) int { return cmp.Compare(b.ChangedMillis, a.ChangedMillis) })
	return summaries, nil
}

func (s *Store) ids(discarded bool) []model.EntityID {
	s.mu.Lock()
	defer s.mu.Unlock()
	var ids []model.EntityID
	for id, log := range s.logs {
		if head, _ := log.Head(context.Background()); len(head) > 0 && s.bin[id] == discarded {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return ids
}

// Load returns the state of a programme, read anew from its log, or [ErrNoProgramme].
func (s *Store) Load(ctx context.Context, programme model.EntityID) (*model.State, error) {
	s.mu.Lock()
	log, found := s.logs[programme]
	s.mu.Unlock()
	if !found {
		return nil, fmt.Errorf("%w: %s", ErrNoProgramme, programme)
	}
	changes, err := model.ReadLog(ctx, log, nil)
	if err != nil {
		return nil, err
	}
	if len(changes) == 0 {
		return nil, fmt.Errorf("%w: %s", ErrNoProgramme, programme)
	}
	return model.Replay(slices.Values(changes))
}

// Save appends the changes to the programme's log.
func (s *Store) Save(ctx context.Context, state *model.State, changes []model.Change) error {
	if err := s.failure(); err != nil {
		return err
	}
	return s.Log(state.Root()).Append(ctx, changes...)
}

// Log returns the programme's list of changes, which may be empty.
func (s *Store) Log(programme model.EntityID) model.Log {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.logs[programme] == nil {
		s.logs[programme] = model.NewMemoryLog()
	}
	return countingLog{s.logs[programme], s}
}

// countingLog notes the numbers of the store's own changes, wherever they come
// from: those that return in a file must not be given again.
type countingLog struct {
	*model.MemoryLog
	store *Store
}

func (l countingLog) Append(ctx context.Context, changes ...model.Change) error {
	if err := l.MemoryLog.Append(ctx, changes...); err != nil {
		return err
	}
	l.store.mu.Lock()
	defer l.store.mu.Unlock()
	for _, c := range changes {
		if c.ID.Replica == l.store.replica {
			l.store.seq = max(l.store.seq, c.ID.Seq)
		}
	}
	return nil
}

// SaveVersion keeps a version, or completes one that waits for its approval.
func (s *Store) SaveVersion(_ context.Context, v model.Version, documents [][]byte) error {
	if err := s.failure(); err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	kept := s.versions[v.Programme]
	at := slices.IndexFunc(kept, func(f frozen) bool { return f.version.Number == v.Number })
	switch {
	case at < 0:
		s.versions[v.Programme] = append(kept, frozen{v, documents})
	case !kept[at].version.ApprovedAt.IsZero() || v.ApprovedAt.IsZero() || kept[at].version.Fingerprint != v.Fingerprint:
		return fmt.Errorf("%w: %s %s", ErrVersionKept, v.Programme, v.Printed())
	default:
		kept[at] = frozen{v, documents}
	}
	return nil
}

// Versions returns a programme's versions, the first one first.
func (s *Store) Versions(_ context.Context, programme model.EntityID) ([]model.Version, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	var versions []model.Version
	for _, f := range s.versions[programme] {
		versions = append(versions, f.version)
	}
	slices.SortFunc(versions, func(a, b model.Version) int { return cmp.Compare(a.Number, b.Number) })
	return versions, nil
}

// Document returns the bytes of a version's document, or [workflow.ErrNotFrozen].
func (s *Store) Document(_ context.Context, programme model.EntityID, version, index int) ([]byte, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, f := range s.versions[programme] {
		if f.version.Number == version && index >= 0 && index < len(f.documents) {
			return slices.Clone(f.documents[index]), nil
		}
	}
	return nil, fmt.Errorf("%w: document %d of version %d", workflow.ErrNotFrozen, index, version)
}

// PutName keeps a person's name.
func (s *Store) PutName(_ context.Context, person model.PersonID, name string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.names[person] = name
	return nil
}

// EraseName erases a person's name.
func (s *Store) EraseName(_ context.Context, person model.PersonID) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.names, person)
	s.erased[person] = true
	return nil
}

// Name returns a person's name, "" when it is not known.
func (s *Store) Name(_ context.Context, person model.PersonID) (string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.names[person], nil
}

// Setting returns a kept setting.
func (s *Store) Setting(_ context.Context, key string) (string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.settings[key], nil
}

// SetSetting keeps a setting.
func (s *Store) SetSetting(_ context.Context, key, value string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.settings[key] = value
	return nil
}

func (s *Store) failure() error {
	if s.Fail == nil {
		return nil
	}
	return s.Fail()
}
