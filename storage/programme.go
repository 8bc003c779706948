package storage

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"

	"github.com/dgraph-io/badger/v4"

	"tavoitekartta/model"
)

// programmeRecord is what is kept of a programme beside its elements and
// changes. Its numbers tell at every reading whether any of them is missing:
// damage in Badger's tables reads as "not there".
type programmeRecord struct {
	Progress  model.Progress `cbor:"1,keyasint"`
	Changes   uint64         `cbor:"2,keyasint"` // arrival numbers run from 1 to this
	Elements  uint64         `cbor:"3,keyasint"`
	Discarded int64          `cbor:"4,keyasint,omitempty"` // Unix milliseconds when it was put in the bin
	Archived  int64          `cbor:"5,keyasint,omitempty"` // Unix milliseconds when it was put in the archive
}

// NextSeq is the number of this replica's next change, over all programmes.
func (s *Store) NextSeq() uint64 {
	s.writing.Lock()
	defer s.writing.Unlock()
	return s.nextSeq
}

// readNextSeq goes on behind every change of this replica, in whichever
// programme it is.
func (s *Store) readNextSeq(ctx context.Context) error {
	return s.data.view(ctx, func(txn *badger.Txn) error {
		last, err := get(txn, []byte(keyReplica))
		if err != nil && !errors.Is(err, ErrNotFound) {
			return err
		}
		s.nextSeq = number(last) + 1
		return each(txn, []byte(prefixProgramme), func(key, value []byte) error {
			var record programmeRecord
			if err := model.Unmarshal(value, &record); err != nil {
				return damaged(PartTables, err, "%q", key)
			}
			s.nextSeq = max(s.nextSeq, record.Progress.Head.Last(s.Replica())+1)
			return nil
		})
	})
}

// Save keeps changes that the state has applied already, with the elements that
// they touched, all or nothing: when it returns nil they survive the end of the
// process and of the power. Changes that the store has are passed over. It
// returns model.ErrMissingChange or model.ErrBrokenChain when the state and the
// store have gone apart.
func (s *Store) Save(ctx context.Context, state *model.State, changes []model.Change) error {
	if len(changes) == 0 {
		return ctx.Err()
	}
	s.writing.Lock()
	defer s.writing.Unlock()
	write, err := s.prepareSave(ctx, state, changes)
	if err != nil {
		return fmt.Errorf("save changes: %w", err)
	}
	return s.carryOut(ctx, write)
}

// programmeWrite is changes of one programme made ready for the disk.
type programmeWrite struct {
	programme  model.EntityID
	last       uint64 // this replica's last number after it; 0 when it has none in it
	operations []operation
}

func (s *Store) prepareSave(ctx context.Context, state *model.State, changes []model.Change) (*programmeWrite, error) {
	programme := changes[0].Programme
	record, err := s.programmeRecord(ctx, programme)
	if err != nil {
		return nil, err
	}
	fitting, head, _, err := model.Fitting(record.Progress.Head, record.Progress.Links, changes)
	if err != nil {
		return nil, err
	}
	if !head.CoversAll(state.Head()) || !state.Head().CoversAll(head) {
		return nil, fmt.Errorf("%w: the state holds others than the store", model.ErrMissingChange)
	}
	return s.write(programme, record, fitting, state)
}

// write builds the operations of changes that fit; state has them applied and
// holds at least the elements that they touch.
func (s *Store) write(programme model.EntityID, record programmeRecord, fitting []model.Change, state *model.State) (*programmeWrite, error) {
	w := &programmeWrite{programme: programme}
	touched := map[model.EntityID]bool{}
	for _, c := range fitting {
		if c.Programme != programme {
			return nil, fmt.Errorf("%w: %s is of another programme", model.ErrMalformedChange, c.ID)
		}
		encoded, err := model.EncodeChange(c)
		if err != nil {
			return nil, fmt.Errorf("encode %s: %w", c.ID, err)
		}
		record.Changes++
		w.set(changeKey(programme, record.Changes, c.ID), encoded)
		if c.Field == model.FieldKind {
			record.Elements++
		}
		touched[c.Entity] = true
		if c.ID.Replica == s.Replica() {
			w.last = max(w.last, c.ID.Seq)
		}
	}
	for id := range touched {
		if err := w.setEncoded(elementKey(programme, id), state.Element(id)); err != nil {
			return nil, err
		}
	}
	record.Progress = state.Progress()
	if err := w.setEncoded(programmeKey(prefixProgramme, programme), record); err != nil {
		return nil, err
	}
	if w.last > 0 {
		w.set([]byte(keyReplica), binary.BigEndian.AppendUint64(nil, w.last))
	}
	if len(fitting) == 0 {
		w.operations = nil
	}
	return w, nil
}

func (w *programmeWrite) set(key, value []byte) {
	w.operations = append(w.operations, operation{Key: key, Value: value})
}

func (w *programmeWrite) setEncoded(key []byte, value any) error {
	encoded, err := model.Marshal(value)
	if err != nil {
		return fmt.Errorf("encode record: %w", err)
	}
	w.set(key, encoded)
	return nil
}

// carryOut commits and tells those who follow the programme.
func (s *Store) carryOut(ctx context.Context, w *programmeWrite) error {
	if len(w.operations) == 0 {
		return nil
	}
	if err := s.data.commit(ctx, w.operations); err != nil {
		return fmt.Errorf("save changes: %w", err)
	}
	s.nextSeq = max(s.nextSeq, w.last+1)
	s.watchers.wake(w.programme)
	s.backups.wakeIfDue(s)
	return nil
}

// programmeRecord reads a programme's record, or an empty one.
func (s *Store) programmeRecord(ctx context.Context, programme model.EntityID) (record programmeRecord, err error) {
	if _, err := model.ParseChangeID(string(programme)); err != nil {
		return record, fmt.Errorf("programme %q: %w", programme, ErrNotFound)
	}
	err = s.data.view(ctx, func(txn *badger.Txn) error {
		record, err = readProgrammeRecord(txn, programme)
		return err
	})
	if errors.Is(err, ErrNotFound) {
		return programmeRecord{}, nil
	}
	return record, err
}

func readProgrammeRecord(txn *badger.Txn, programme model.EntityID) (record programmeRecord, err error) {
	value, err := get(txn, programmeKey(prefixProgramme, programme))
	if err != nil {
		return record, err
	}
	if err := model.Unmarshal(value, &record); err != nil {
		return record, damaged(PartTables, err, "record of %s", programme)
	}
	return record, nil
}

// Load reads a programme's state for the caller to edit; the store keeps no
// reference to it. It returns ErrNotFound, or ErrDamaged when elements are
// missing or unreadable.
func (s *Store) Load(ctx context.Context, programme model.EntityID) (*model.State, error) {
	var state *model.State
	err := s.data.view(ctx, func(txn *badger.Txn) error {
		var err error
		state, err = loadState(txn, programme)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("load programme %s: %w", programme, err)
	}
	return state, nil
}

func loadState(txn *badger.Txn, programme model.EntityID) (*model.State, error) {
	record, err := readProgrammeRecord(txn, programme)
	if err != nil {
		return nil, err
	}
	elements := make([]*model.Element, 0, record.Elements)
	err = each(txn, elementsOf(programme), func(key, value []byte) error {
		element, err := decodeElement(key, value)
		elements = append(elements, element)
		return err
	})
	if err != nil {
		return nil, tableError("read elements", err)
	}
	if uint64(len(elements)) != record.Elements {
		return nil, damaged(PartState, nil, "%d elements instead of %d in %s", len(elements), record.Elements, programme)
	}
	return model.RestoreState(record.Progress, slices.Values(elements)), nil
}

func decodeElement(key, value []byte) (*model.Element, error) {
	element := new(model.Element)
	if err := model.Unmarshal(value, element); err != nil {
		return nil, damaged(PartTables, err, "element %q", key)
	}
	if !bytes.HasSuffix(key, []byte("/"+element.ID)) {
		return nil, damaged(PartTables, nil, "element %q", key)
	}
	if element.Fields == nil {
		element.Fields = map[model.Field][]model.Candidate{}
	}
	return element, nil
}

func eachProgramme(txn *badger.Txn, visit func(programme model.EntityID, record programmeRecord) error) error {
	return each(txn, []byte(prefixProgramme), func(key, value []byte) error {
		var record programmeRecord
		if err := model.Unmarshal(value, &record); err != nil {
			return damaged(PartTables, err, "%q", key)
		}
		return visit(model.EntityID(key[len(prefixProgramme):]), record)
	})
}
