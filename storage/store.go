package storage

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync"
	"time"

	"tavoitekartta/model"
)

// Options are what a store takes from outside.
type Options struct {
	// Clock gives the time for backups' names and ages; time.Now when nil.
	Clock func() time.Time
	// Random is the source of ids and keys; crypto/rand when nil.
	Random io.Reader
	// CheckCommand is a program and its arguments which, with a folder's name
	// added last, runs Check for it and prints the Report as JSON: the program
	// itself, "doctor", "--child". After an unclean end the store is tried out
	// by it first, since damage can end the process that reads it. When empty
	// the check runs in this process.
	CheckCommand []string
	// Notify is told of what the store does by itself; may be nil. It is called
	// from several goroutines, and must not call the store.
	Notify func(Event)
}

// Event is something that the store did by itself.
type Event struct {
	Kind EventKind
	Err  error // of BackupFailed
}

// EventKind says what happened.
type EventKind string

// The kinds of events.
const (
	Checking     EventKind = "checking"  // an unclean end is being looked into
	Migrating    EventKind = "migrating" // an older store is being brought up
	BackupMade   EventKind = "backup made"
	BackupFailed EventKind = "backup failed"
)

// Store is an open data folder. It is safe for use by several goroutines.
type Store struct {
	folder  string
	options Options
	lock    *folderLock
	data    *data
	names   *keyRing

	writing sync.Mutex // held from reading what a write builds on until it is done
	nextSeq uint64

	watchers watchers
	backups  backupWatch
	closing  sync.Once
	opening  Opening
}

// Opening tells how a data folder was found when it was opened.
type Opening struct {
	// Clean is true when whoever had the folder last has closed it. Otherwise the
	// program was killed or the power was cut, and the folder has been checked.
	Clean bool
	// Replayed is how many records only the journal still held; they are in the
	// tables again.
	Replayed int
}

// Open opens the data folder dir, and makes it when it is missing or empty.
//
// It returns ErrReadOnly, ErrNoSpace, ErrNewer, ErrHeld, ErrDamaged or
// ErrNotStore; what is in the folder has not been changed then. A damaged store
// is put right by Repair.
func Open(ctx context.Context, dir string, options Options) (*Store, error) {
	return open(ctx, dir, options.withDefaults(), schema())
}

func (o Options) withDefaults() Options {
	if o.Clock == nil {
		o.Clock = time.Now
	}
	if o.Random == nil {
		o.Random = rand.Reader
	}
	if o.Notify == nil {
		o.Notify = func(Event) {}
	}
	return o
}

func open(ctx context.Context, dir string, options Options, current schemaSteps) (*Store, error) {
	lock, err := enter(dir, options, current)
	if err != nil {
		return nil, fmt.Errorf("open store: %w", err)
	}
	s := &Store{folder: dir, options: options, lock: lock}
	if err := s.start(ctx, current); err != nil {
		return nil, errors.Join(fmt.Errorf("open store: %w", err), lock.release())
	}
	return s, nil
}

// enter looks at the folder, makes it when missing, and takes its lock.
func enter(dir string, options Options, current schemaSteps) (*folderLock, error) {
	if _, err := inspectFolder(dir, current.version); err != nil {
		return nil, err
	}
	if err := (spaceGuard{folder: existingParent(dir), free: freeSpace}).check(0); err != nil {
		return nil, err
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fileError("make folder", err)
	}
	return lockFolder(dir, options.Clock())
}

func (s *Store) guard() spaceGuard { return spaceGuard{folder: s.folder, free: freeSpace} }

func (s *Store) path(name string) string { return filepath.Join(s.folder, name) }

// start opens what is in the locked folder.
func (s *Store) start(ctx context.Context, current schemaSteps) error {
	known, err := inspectFolder(s.folder, current.version) // again: now nobody else writes
	if err != nil {
		return err
	}
	if err := removeLeftovers(s.folder); err != nil {
		return err
	}
	if err := finishSwap(s.folder); err != nil {
		return err
	}
	if err := s.create(known, current); err != nil {
		return err
	}
	clean, err := s.tryOut(ctx)
	if err != nil {
		return err
	}
	if s.names, err = openKeyRing(s.folder, s.options.Random); err != nil {
		return err
	}
	if err := removeEnd(s.path(dataFolder)); err != nil {
		return err
	}
	if s.data, err = openData(s.path(dataFolder), clean, current.version, s.guard()); err != nil {
		return err
	}
	s.opening = Opening{Clean: clean, Replayed: s.data.replayed}
	if err := s.migrate(ctx, current); err != nil {
		return errors.Join(err, s.data.close())
	}
	if err := s.prepare(ctx); err != nil {
		return errors.Join(err, s.data.close())
	}
	return nil
}

// create makes a new store, or says that one that was there has lost its data.
func (s *Store) create(known bool, current schemaSteps) error {
	if !exists(s.path(dataFolder)) {
		if known {
			return damaged(PartFolder, nil, "%s is missing", dataFolder)
		}
		if err := s.createIncoming(current); err != nil {
			return err
		}
		if err := finishSwap(s.folder); err != nil {
			return err
		}
	}
	if known {
		return nil
	}
	return writeFile(s.path(formatName), seal(magicFolder, versionFolder, nil), 0o600)
}

func (s *Store) createIncoming(current schemaSteps) error {
	replica, err := model.NewReplicaID(s.options.Random)
	if err != nil {
		return fmt.Errorf("make replica id: %w", err)
	}
	record := storeRecord{Replica: replica}
	fresh, err := createData(s.path(incomingFolder), current.version, record, journalPoint{}, s.guard())
	if err != nil {
		return err
	}
	return fresh.close()
}

// tryOut finds out how the store ended, and after an unclean end has it checked
// on a copy before anything of it is touched.
func (s *Store) tryOut(ctx context.Context) (clean bool, err error) {
	clean, err = checkEnd(s.path(dataFolder))
	if err != nil || clean {
		return clean, err
	}
	s.options.Notify(Event{Kind: Checking})
	report, err := s.options.check(ctx, s.folder)
	if err != nil {
		return false, err
	}
	return false, report.err()
}

// prepare reads what is kept in memory while the store is open.
func (s *Store) prepare(ctx context.Context) error {
	s.watchers.init()
	if err := s.readNextSeq(ctx); err != nil {
		return err
	}
	return s.watchBackups(ctx)
}

// Replica is the id of this data folder.
func (s *Store) Replica() model.ReplicaID { return s.data.record.Replica }

// Opening tells how the folder was found.
func (s *Store) Opening() Opening { return s.opening }

// Close refreshes the summaries, makes a backup when something has changed, and
// ends cleanly. The store is closed whatever error comes back: an error tells
// that the backup could not be made, or that the next opening will check all.
func (s *Store) Close() error {
	var err error
	s.closing.Do(func() { err = s.close() })
	return err
}

func (s *Store) close() error {
	s.watchers.close()
	s.backups.stop()
	ctx := context.Background()
	var backupErr error
	if s.usable() {
		backupErr = errors.Join(s.refreshSummaries(ctx), s.automaticBackup(ctx, true))
	}
	err := errors.Join(s.data.close(), s.lock.release())
	if err = errors.Join(err, backupErr); err != nil {
		return fmt.Errorf("close store: %w", err)
	}
	return nil
}

// usable reports whether the store is open and no write has failed half way.
func (s *Store) usable() bool {
	s.data.mutex.RLock()
	defer s.data.mutex.RUnlock()
	return s.data.db != nil && s.data.failed == nil
}

// PutName keeps a person's name in the key ring, outside journal, changes,
// backups and exchange files.
func (s *Store) PutName(ctx context.Context, person model.PersonID, name string) error {
	if err := errors.Join(ctx.Err(), s.guard().check(len(name))); err != nil {
		return err
	}
	return s.names.put(string(person), name)
}

// Name gives a person's name, "" for one never kept or erased.
func (s *Store) Name(ctx context.Context, person model.PersonID) (string, error) {
	if err := ctx.Err(); err != nil {
		return "", err
	}
	name, err := s.names.name(string(person))
	if errors.Is(err, ErrNotFound) || errors.Is(err, errErased) {
		return "", nil
	}
	return name, err
}

// EraseName erases a person's key, and with it the name everywhere but in
// documents already approved. It returns ErrNotFound for a person never kept.
func (s *Store) EraseName(ctx context.Context, person model.PersonID) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	return s.names.erase(string(person))
}
