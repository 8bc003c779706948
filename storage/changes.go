package storage

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"iter"

	"github.com/dgraph-io/badger/v4"

	"tavoitekartta/model"
)

// Changes yields the changes of a programme that the store holds now and from
// does not cover, in the order in which they arrived, which is one in which
// they can be applied. The error, if any, comes last: ErrNotFound, ErrDamaged
// when one is missing or unreadable, or the context's.
func (s *Store) Changes(ctx context.Context, programme model.EntityID, from model.VersionVector) iter.Seq2[model.Change, error] {
	return func(yield func(model.Change, error) bool) {
		record, err := s.programmeRecord(ctx, programme)
		if err == nil && record.Changes == 0 {
			err = ErrNotFound
		}
		for arrival := uint64(0); err == nil && arrival < record.Changes; {
			var page []model.Change
			page, arrival, err = s.readChanges(ctx, programme, arrival, record.Changes, from)
			for _, c := range page {
				if !yield(c, nil) {
					return
				}
			}
		}
		if err != nil {
			yield(model.Change{}, fmt.Errorf("read changes of %s: %w", programme, err))
		}
	}
}

// changesPage is how many changes are read in one go, so that no snapshot is
// held while the reader thinks.
const changesPage = 1000

// readChanges reads changes behind an arrival number up to another, as many as
// fit a page, and gives the number reached.
func (s *Store) readChanges(ctx context.Context, programme model.EntityID, after, last uint64, from model.VersionVector) (page []model.Change, reached uint64, err error) {
	reached = after
	err = s.data.view(ctx, func(txn *badger.Txn) error {
		options := badger.DefaultIteratorOptions
		options.Prefix = changesOf(programme)
		options.PrefetchValues = false
		records := txn.NewIterator(options)
		defer records.Close()
		begin := binary.BigEndian.AppendUint64(bytes.Clone(options.Prefix), after+1)
		for records.Seek(begin); records.Valid() && reached < last && len(page) < changesPage; records.Next() {
			key := records.Item().Key()
			arrival, id, err := splitChangeKey(key[len(options.Prefix):])
			if err != nil || arrival != reached+1 {
				return damaged(PartChain, err, "arrival %d of %s", reached+1, programme)
			}
			reached = arrival
			if from.Covers(id) {
				continue
			}
			change, err := decodeChange(records.Item(), programme, id)
			if err != nil {
				return err
			}
			page = append(page, change)
		}
		if len(page) < changesPage && reached < last {
			return damaged(PartChain, nil, "arrival %d of %s", reached+1, programme)
		}
		return nil
	})
	return page, reached, err
}

func decodeChange(item *badger.Item, programme model.EntityID, id model.ChangeID) (change model.Change, err error) {
	err = item.Value(func(value []byte) error {
		change, err = model.DecodeChange(value)
		if err != nil || change.ID != id || change.Programme != programme {
			return damaged(PartChain, err, "%s", id)
		}
		return nil
	})
	return change, tableError("read change", err)
}
