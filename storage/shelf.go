package storage

import (
	"bytes"
	"context"
	"fmt"

	"github.com/dgraph-io/badger/v4"

	"tavoitekartta/model"
)

// Discard puts a programme in the bin; Recover takes it out again. Both return
// ErrNotFound for one that is not there.
func (s *Store) Discard(ctx context.Context, programme model.EntityID) error {
	now := s.options.Clock().UnixMilli()
	return s.shelve(ctx, programme, func(record *programmeRecord) { record.Discarded = now })
}

// Recover is described at Discard.
func (s *Store) Recover(ctx context.Context, programme model.EntityID) error {
	return s.shelve(ctx, programme, func(record *programmeRecord) { record.Discarded = 0 })
}

// Archive puts a programme in the archive or takes it out. It stays among the
// programmes in every other way. It returns ErrNotFound for one that is not
// there.
func (s *Store) Archive(ctx context.Context, programme model.EntityID, archived bool) error {
	now := int64(0)
	if archived {
		now = s.options.Clock().UnixMilli()
	}
	return s.shelve(ctx, programme, func(record *programmeRecord) { record.Archived = now })
}

// Archived returns which programmes are in the archive, in the order of their
// ids; those that are in the bin too are left out.
func (s *Store) Archived(ctx context.Context) ([]model.EntityID, error) {
	var archived []model.EntityID
	err := s.data.view(ctx, func(txn *badger.Txn) error {
		return eachProgramme(txn, func(programme model.EntityID, record programmeRecord) error {
			if record.Archived != 0 && record.Discarded == 0 {
				archived = append(archived, programme)
			}
			return nil
		})
	})
	if err != nil {
		return nil, fmt.Errorf("list archive: %w", err)
	}
	return archived, nil
}

// shelve alters where a programme lies; its changes and elements stay.
func (s *Store) shelve(ctx context.Context, programme model.EntityID, alter func(*programmeRecord)) error {
	s.writing.Lock()
	defer s.writing.Unlock()
	record, err := s.programmeRecord(ctx, programme)
	if err != nil {
		return err
	}
	if record.Changes == 0 {
		return fmt.Errorf("programme %s: %w", programme, ErrNotFound)
	}
	alter(&record)
	w := &programmeWrite{programme: programme}
	if err := w.setEncoded(programmeKey(prefixProgramme, programme), record); err != nil {
		return err
	}
	return s.carryOut(ctx, w)
}

// Remove removes a programme that is in the bin for good: its changes, its
// elements, its versions and their documents, all or nothing. Numbers of this
// replica that it has used are never given again. Backups keep it as long as
// they are kept. It returns ErrNotFound for one that is not in the bin.
func (s *Store) Remove(ctx context.Context, programme model.EntityID) error {
	s.writing.Lock()
	defer s.writing.Unlock()
	record, err := s.programmeRecord(ctx, programme)
	if err != nil {
		return fmt.Errorf("remove programme: %w", err)
	}
	if record.Changes == 0 || record.Discarded == 0 {
		return fmt.Errorf("remove programme %s: %w", programme, ErrNotFound)
	}
	w := &programmeWrite{programme: programme}
	err = s.data.view(ctx, func(txn *badger.Txn) error { return w.removeAll(txn, programme) })
	if err != nil {
		return fmt.Errorf("remove programme %s: %w", programme, err)
	}
	return s.carryOut(ctx, w)
}

// removeAll adds the removal of every record of the programme. Bytes are shared
// by their hash: those that a version of another programme names stay.
func (w *programmeWrite) removeAll(txn *badger.Txn, programme model.EntityID) error {
	remove := func(key, _ []byte) error {
		w.operations = append(w.operations, operation{Key: bytes.Clone(key)})
		return nil
	}
	kept, own := map[model.Hash]bool{}, map[model.Hash]bool{}
	err := each(txn, []byte(prefixVersion), func(_, value []byte) error {
		version, err := decodeVersion(value)
		into := kept
		if version.Programme == programme {
			into = own
		}
		into[version.Fingerprint] = true
		for _, document := range version.Documents {
			into[document.SHA256] = true
		}
		return err
	})
	for hash := range own {
		if err == nil && !kept[hash] {
			err = each(txn, blobOf(hash), remove)
		}
	}
	for _, prefix := range [][]byte{changesOf(programme), elementsOf(programme), versionsOf(programme)} {
		if err == nil {
			err = each(txn, prefix, remove)
		}
	}
	for _, prefix := range []string{prefixSummary, prefixProgramme} {
		w.operations = append(w.operations, operation{Key: programmeKey(prefix, programme)})
	}
	return err
}
