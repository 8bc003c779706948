package storage

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/dgraph-io/badger/v4"

	"tavoitekartta/model"
)

// replay gathers what a journal says that the records must be. Writes are whole
// records, so the last word on each key is all that counts, and replaying twice
// gives the same.
type replay struct {
	from  uint64            // records up to this position are passed over
	final map[string][]byte // nil: removed
}

func newReplay() *replay { return &replay{final: map[string][]byte{}} }

// visit takes in one record of the journal.
func (r *replay) visit(position uint64, payload []byte) error {
	if position <= r.from {
		return nil
	}
	var operations []operation
	if err := model.Unmarshal(payload, &operations); err != nil {
		return damaged(PartJournal, err, "position %d", position)
	}
	for _, o := range operations {
		r.final[string(o.Key)] = o.Value
	}
	return nil
}

// catchUp makes the tables hold what the journal holds. After a clean end they
// must agree already. After an unclean one every record that the journal knows
// is compared, not only those behind the last one applied: a power cut may have
// taken any of the tables' pages.
func (d *data) catchUp(scan *journalScan, journal *replay, clean bool) error {
	var point journalPoint
	var missing []operation
	err := d.db.View(func(txn *badger.Txn) error {
		var err error
		if point, err = appliedPoint(txn); err != nil {
			return err
		}
		if clean {
			return nil
		}
		missing, err = journal.missing(txn)
		return err
	})
	if err != nil {
		return err
	}
	switch {
	case point.Position > scan.head.Position:
		return damaged(PartJournal, nil, "ends at %d, the tables hold %d", scan.head.Position, point.Position)
	case point.Position < scan.first.Position:
		return damaged(PartTables, nil, "hold %d, the journal begins behind %d", point.Position, scan.first.Position)
	case point.Position == scan.head.Position && point.Digest != scan.head.Digest:
		return damaged(PartJournal, nil, "another journal than the tables'")
	case clean && point != scan.head:
		return damaged(PartTables, nil, "hold %d, the journal %d", point.Position, scan.head.Position)
	case clean || len(missing) == 0 && point == scan.head:
		return nil
	}
	if err := d.guard.check(sizeOf(missing)); err != nil {
		return err
	}
	d.replayed = len(missing)
	missing = append(missing, operation{Key: []byte(keyBatch)}, pointOperation(scan.head))
	return d.apply(missing, scan.head.Position)
}

// missing compares the tables with the journal and gives what must be written
// to make them equal, in the order of keys.
func (r *replay) missing(txn *badger.Txn) ([]operation, error) {
	var operations []operation
	for _, key := range slices.Sorted(maps.Keys(r.final)) {
		want := r.final[key]
		have, err := get(txn, []byte(key))
		if err != nil && !errors.Is(err, ErrNotFound) {
			return nil, err
		}
		if (have == nil) != (want == nil) || !bytes.Equal(have, want) {
			operations = append(operations, operation{Key: []byte(key), Value: want})
		}
	}
	if _, err := get(txn, []byte(keyBatch)); err == nil {
		operations = append(operations, operation{Key: []byte(keyBatch)})
	}
	return operations, nil
}

// compareContent compares the tables with a backup's records and what the
// journal says behind it, and reports every key that differs. The tables of a
// store in order hold exactly that, summaries apart.
func compareContent(txn *badger.Txn, backup func(visit func(key, value []byte) error) error, journal *replay) ([]string, error) {
	expected := map[string][]byte{}
	if err := backup(func(key, value []byte) error {
		expected[string(key)] = bytes.Clone(value)
		return nil
	}); err != nil {
		return nil, fmt.Errorf("read backup to compare with: %w", err)
	}
	for key, value := range journal.final {
		if value == nil {
			delete(expected, key)
			continue
		}
		expected[key] = value
	}
	var different []string
	err := each(txn, nil, func(key, value []byte) error {
		if derived(key) {
			return nil
		}
		want, known := expected[string(key)]
		if !known || !bytes.Equal(want, value) {
			different = append(different, string(key))
		}
		delete(expected, string(key))
		return nil
	})
	for key := range expected {
		if !derived([]byte(key)) {
			different = append(different, key)
		}
	}
	slices.Sort(different)
	return different, err
}

// derived reports whether a record is left out of comparisons: it can be made
// from the others, or says how far the journal has been applied.
func derived(key []byte) bool {
	return bytes.HasPrefix(key, []byte(prefixSummary)) || string(key) == keyPoint || string(key) == keyBatch
}

func sizeOf(operations []operation) int {
	size := 0
	for _, o := range operations {
		size += len(o.Key) + len(o.Value)
	}
	return size
}

// number reads a record of eight bytes.
func number(value []byte) uint64 {
	if len(value) != 8 {
		return 0
	}
	return binary.BigEndian.Uint64(value)
}
