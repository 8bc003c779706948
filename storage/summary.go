package storage

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/dgraph-io/badger/v4"

	"tavoitekartta/model"
)

// summaryRecord is a summary with the head that it was made at. One made at
// another head than the programme's is made anew when it is asked for, so that
// saving a measure does not have to read the whole programme.
type summaryRecord struct {
	Head    model.VersionVector `cbor:"1,keyasint"`
	Summary model.Summary       `cbor:"2,keyasint"`
}

// Programmes returns the summaries of the programmes that are not in the bin,
// the last changed first.
func (s *Store) Programmes(ctx context.Context) ([]model.Summary, error) {
	return s.summaries(ctx, false)
}

// Discarded returns the summaries of the programmes in the bin, the last
// changed first.
func (s *Store) Discarded(ctx context.Context) ([]model.Summary, error) {
	return s.summaries(ctx, true)
}

func (s *Store) summaries(ctx context.Context, discarded bool) ([]model.Summary, error) {
	if err := s.refreshSummaries(ctx); err != nil {
		return nil, err
	}
	var list []model.Summary
	err := s.data.view(ctx, func(txn *badger.Txn) error {
		return eachProgramme(txn, func(programme model.EntityID, record programmeRecord) error {
			if (record.Discarded != 0) != discarded {
				return nil
			}
			kept, err := readSummary(txn, programme)
			if errors.Is(err, ErrNotFound) {
				return nil // begun this very moment
			}
			list = append(list, kept.Summary)
			return err
		})
	})
	if err != nil {
		return nil, fmt.Errorf("list programmes: %w", err)
	}
	slices.SortFunc(list, func(a, b model.Summary) int {
		return cmp.Or(cmp.Compare(b.ChangedMillis, a.ChangedMillis), cmp.Compare(a.ID, b.ID))
	})
	return list, nil
}

func readSummary(txn *badger.Txn, programme model.EntityID) (kept summaryRecord, err error) {
	value, err := get(txn, programmeKey(prefixSummary, programme))
	if err != nil {
		return kept, err
	}
	if err := model.Unmarshal(value, &kept); err != nil {
		return kept, fmt.Errorf("summary of %s: %w", programme, ErrNotFound) // it can be made anew
	}
	return kept, nil
}

// refreshSummaries makes the summaries anew whose programmes have changed since.
func (s *Store) refreshSummaries(ctx context.Context) error {
	var fresh []operation
	err := s.data.view(ctx, func(txn *badger.Txn) error {
		return eachProgramme(txn, func(programme model.EntityID, record programmeRecord) error {
			kept, err := readSummary(txn, programme)
			if err != nil && !errors.Is(err, ErrNotFound) {
				return err
			}
			if err == nil && slices.Equal(kept.Head, record.Progress.Head) {
				return nil
			}
			o, err := freshSummary(txn, programme)
			fresh = append(fresh, o)
			return err
		})
	})
	if err != nil {
		return fmt.Errorf("refresh summaries: %w", err)
	}
	if len(fresh) == 0 {
		return nil
	}
	return s.data.keepDerived(fresh)
}

func freshSummary(txn *badger.Txn, programme model.EntityID) (operation, error) {
	state, err := loadState(txn, programme)
	if err != nil {
		return operation{}, err
	}
	kept := summaryRecord{Head: state.Head(), Summary: state.Summary()}
	value, err := model.Marshal(kept)
	return operation{Key: programmeKey(prefixSummary, programme), Value: value}, err
}
