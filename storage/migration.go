package storage

import (
	"context"
	"errors"
	"fmt"

	"github.com/dgraph-io/badger/v4"

	"tavoitekartta/model"
)

// step turns one record of a version into those of the next. Steps are pure:
// they see nothing but the record. A released step is never edited.
type step func(key, value []byte) ([]operation, error)

// schemaSteps is the version of the records that the program works with, and
// the steps that lead to it: steps[1] leads from version 1 to version 2.
type schemaSteps struct {
	version uint32
	steps   map[uint32]step
}

// schema is this program's. Version 1 is the first one released.
func schema() schemaSteps { return schemaSteps{version: versionStore} }

// unchanged takes records of a version as they are.
func unchanged(version uint32) schemaSteps { return schemaSteps{version: version} }

// lift carries a record of a version through all steps.
func (s schemaSteps) lift(version uint32, key, value []byte) ([]operation, error) {
	records := []operation{{Key: key, Value: value}}
	for ; version < s.version; version++ {
		next := s.steps[version]
		if next == nil {
			return nil, fmt.Errorf("no step from version %d", version)
		}
		var lifted []operation
		for _, r := range records {
			results, err := next(r.Key, r.Value)
			if err != nil {
				return nil, fmt.Errorf("step from version %d, key %q: %w", version, r.Key, err)
			}
			lifted = append(lifted, results...)
		}
		records = lifted
	}
	return records, nil
}

// migrate brings an older store up: a checked backup first, then a new data
// folder beside, which takes the old one's place when it is whole. The old
// folder is kept.
func (s *Store) migrate(ctx context.Context, current schemaSteps) error {
	if s.data.version == current.version {
		return nil
	}
	s.options.Notify(Event{Kind: Migrating})
	if _, err := s.Backup(ctx); err != nil {
		return fmt.Errorf("before migration: %w", err)
	}
	from := s.data.version
	if err := s.buildMigrated(ctx, current); err != nil {
		return errors.Join(fmt.Errorf("migrate from version %d: %w", from, err), removeFolder(s.path(incomingFolder)))
	}
	if err := s.data.close(); err != nil {
		return err
	}
	if err := swapData(s.folder, keptName(s.folder, fmt.Sprintf("version-%d", from), s.options.Clock())); err != nil {
		return err
	}
	if err := removeEnd(s.path(dataFolder)); err != nil {
		return err
	}
	var err error
	s.data, err = openData(s.path(dataFolder), true, current.version, s.guard())
	return err
}

func (s *Store) buildMigrated(ctx context.Context, current schemaSteps) error {
	point := s.data.head()
	return s.data.view(ctx, func(txn *badger.Txn) error {
		if err := removeFolder(s.path(incomingFolder)); err != nil {
			return err
		}
		target, err := createData(s.path(incomingFolder), current.version, s.data.record, point, s.guard())
		if err != nil {
			return err
		}
		load := newLoader(target, current, s.data.version)
		err = eachLasting(ctx, txn, load.add)
		if err == nil {
			err = load.flush()
		}
		return errors.Join(err, target.close())
	})
}

// loader writes records into a new data folder, a transaction at a time. The
// journal has no part in it: a folder that was not finished is thrown away.
type loader struct {
	into    *data
	schema  schemaSteps
	version uint32
	pending []operation
	size    int
}

func newLoader(into *data, schema schemaSteps, version uint32) *loader {
	return &loader{into: into, schema: schema, version: version}
}

func (l *loader) add(key, value []byte) error {
	if value == nil {
		value = []byte{}
	}
	copied := operation{Key: append([]byte(nil), key...), Value: append([]byte{}, value...)}
	records, err := l.schema.lift(l.version, copied.Key, copied.Value)
	if err != nil {
		return err
	}
	for _, r := range records {
		l.pending = append(l.pending, r)
		l.size += len(r.Key) + len(r.Value)
	}
	if l.size < maxTransactionBytes && len(l.pending) < maxTransactionEntries {
		return nil
	}
	return l.flush()
}

func (l *loader) flush() error {
	if err := l.into.guard.check(l.size); err != nil {
		return err
	}
	for _, piece := range split(l.pending) {
		if err := l.into.transact(piece); err != nil {
			return err
		}
	}
	l.pending, l.size = nil, 0
	return nil
}

// restored is what a backup gave back.
type restored struct {
	digest contentDigest             // of the store's records
	names  map[model.PersonID]string // nil for a backup without names
}

// restoreInto makes a data folder of a backup's records, brought up to a
// schema, and closes it. Names never go into the tables: the caller gives them
// to a key ring. On an error the folder is worth nothing.
func restoreInto(ctx context.Context, folder, path, passphrase string, current schemaSteps, record storeRecord, guard spaceGuard) (back restored, err error) {
	info, err := backupInfo(path)
	if err != nil {
		return back, err
	}
	head, err := headOf(path)
	if err != nil {
		return back, err
	}
	if head.StoreVersion > current.version {
		return back, &NewerError{Part: PartBackup, Found: head.StoreVersion, Known: current.version}
	}
	if err := guard.check(int(info.Size)); err != nil {
		return back, err
	}
	target, err := createData(folder, current.version, record, journalPoint{Position: head.Position}, guard)
	if err != nil {
		return back, err
	}
	load := newLoader(target, current, head.StoreVersion)
	_, _, err = readBackup(path, passphrase, func(key, value []byte) error {
		if person, isName := nameKey(key); isName {
			back.addName(person, string(value))
			return ctx.Err()
		}
		if string(key) == keyReplica && info.Replica != record.Replica {
			return ctx.Err() // a new replica counts from one
		}
		return errors.Join(ctx.Err(), load.add(key, value))
	})
	if err == nil {
		err = load.flush()
	}
	if err == nil {
		back.digest, err = target.digest(ctx)
	}
	return back, errors.Join(err, target.close())
}

// digest reads every lasting record.
func (d *data) digest(ctx context.Context) (contentDigest, error) {
	stream := newRecordStream(nil)
	err := d.view(ctx, func(txn *badger.Txn) error { return eachLasting(ctx, txn, stream.write) })
	return stream.digest(), err
}
