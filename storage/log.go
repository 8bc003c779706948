package storage

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"sync"

	"github.com/dgraph-io/badger/v4"

	"tavoitekartta/model"
)

// programmeLog is the list of changes of one programme on this disk.
type programmeLog struct {
	store     *Store
	programme model.EntityID
}

// Log returns the programme's list of changes. Changes appended to it are
// applied to the stored state. The programme need not exist yet.
func (s *Store) Log(programme model.EntityID) model.Log {
	return &programmeLog{store: s, programme: programme}
}

// Append implements model.Log.
func (l *programmeLog) Append(ctx context.Context, changes ...model.Change) error {
	if len(changes) == 0 {
		return ctx.Err()
	}
	l.store.writing.Lock()
	defer l.store.writing.Unlock()
	write, err := l.prepare(ctx, changes)
	if err != nil {
		return fmt.Errorf("append to log of %s: %w", l.programme, err)
	}
	return l.store.carryOut(ctx, write)
}

// prepare applies changes to the elements that they touch; no others are read.
func (l *programmeLog) prepare(ctx context.Context, changes []model.Change) (*programmeWrite, error) {
	record, err := l.store.programmeRecord(ctx, l.programme)
	if err != nil {
		return nil, err
	}
	fitting, _, _, err := model.Fitting(record.Progress.Head, record.Progress.Links, changes)
	if err != nil {
		return nil, err
	}
	state, err := l.touchedState(ctx, record, fitting)
	if err != nil {
		return nil, err
	}
	for _, c := range fitting {
		if _, err := state.Apply(c); err != nil {
			return nil, err
		}
	}
	return l.store.write(l.programme, record, fitting, state)
}

// touchedState is the state reduced to the programme's own element, those that
// the changes touch and those under which the changes put them.
func (l *programmeLog) touchedState(ctx context.Context, record programmeRecord, changes []model.Change) (*model.State, error) {
	ids := map[model.EntityID]bool{l.programme: true}
	for _, c := range changes {
		ids[c.Entity] = true
		if c.Field == model.FieldParent {
			ids[model.EntityID(c.New.Text())] = true
		}
	}
	var elements []*model.Element
	err := l.store.data.view(ctx, func(txn *badger.Txn) error {
		for id := range ids {
			key := elementKey(l.programme, id)
			value, err := get(txn, key)
			if errors.Is(err, ErrNotFound) {
				continue
			}
			if err != nil {
				return err
			}
			element, err := decodeElement(key, value)
			if err != nil {
				return err
			}
			elements = append(elements, element)
		}
		return nil
	})
	return model.RestoreState(record.Progress, slices.Values(elements)), err
}

// Head implements model.Log.
func (l *programmeLog) Head(ctx context.Context) (model.VersionVector, error) {
	record, err := l.store.programmeRecord(ctx, l.programme)
	return record.Progress.Head, err
}

// Follow implements model.Log. It ends with ErrClosed when the store closes.
func (l *programmeLog) Follow(ctx context.Context, from model.VersionVector) iter.Seq2[model.Change, error] {
	return func(yield func(model.Change, error) bool) {
		for arrival := uint64(0); ; {
			grown := l.store.watchers.next(l.programme)
			record, err := l.store.programmeRecord(ctx, l.programme)
			for err == nil && arrival < record.Changes {
				var page []model.Change
				page, arrival, err = l.store.readChanges(ctx, l.programme, arrival, record.Changes, from)
				for _, c := range page {
					if !yield(c, nil) {
						return
					}
				}
			}
			if err == nil {
				err = l.store.watchers.wait(ctx, grown)
			}
			if err != nil {
				yield(model.Change{}, err)
				return
			}
		}
	}
}

// watchers wakes those who follow a programme.
type watchers struct {
	mutex  sync.Mutex
	grown  map[model.EntityID]chan struct{}
	closed chan struct{}
	once   sync.Once
}

func (w *watchers) init() {
	w.grown = map[model.EntityID]chan struct{}{}
	w.closed = make(chan struct{})
}

// next gives a channel that is closed at the programme's next change.
func (w *watchers) next(programme model.EntityID) <-chan struct{} {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	if w.grown[programme] == nil {
		w.grown[programme] = make(chan struct{})
	}
	return w.grown[programme]
}

func (w *watchers) wake(programme model.EntityID) {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	if grown := w.grown[programme]; grown != nil {
		close(grown)
		delete(w.grown, programme)
	}
}

func (w *watchers) wait(ctx context.Context, grown <-chan struct{}) error {
	select {
	case <-grown:
		return nil
	case <-w.closed:
		return ErrClosed
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (w *watchers) close() { w.once.Do(func() { close(w.closed) }) }
