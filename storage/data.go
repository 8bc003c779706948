package storage

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"

	"github.com/dgraph-io/badger/v4"

	"tavoitekartta/model"
)

// Names inside a data folder's "data".
const (
	recordName   = "format"
	tablesFolder = "badger"
	journalName  = "journal"
	endName      = "ended"
)

// Limits of one Badger transaction, well inside its own (15 % of the memtable:
// 1.2 MB and some 13,000 entries). A larger write is carried out as a batch.
const (
	maxTransactionBytes   = 1_000_000
	maxTransactionEntries = 10_000
	maxValue              = 900_000 // bytes of one record
	maxOperations         = 1 << 20 // in one write: more would not be read back
)

// storeRecord says what the files beside it are.
type storeRecord struct {
	Replica model.ReplicaID `cbor:"1,keyasint"`
}

// operation sets a record, or removes it when Value is nil.
type operation struct {
	_     struct{} `cbor:",toarray"`
	Key   []byte
	Value []byte
}

// data is the folder "data", open: Badger's tables and the journal before them.
// Every write goes to the journal first and is acknowledged when both have it.
type data struct {
	folder  string
	version uint32
	record  storeRecord
	guard   spaceGuard
	db      *badger.DB

	readers sync.WaitGroup // who reads a snapshot: the tables are closed behind the last
	mutex   sync.RWMutex   // held for writing while a write is carried out
	journal *journal
	failed  error // why nothing can be written until the next opening

	replayed int // records that the opening put right from the journal
}

// createData makes an empty data folder. Its journal begins behind the given
// point, which is not the zero one when records of a backup will be loaded.
func createData(folder string, version uint32, record storeRecord, behind journalPoint, guard spaceGuard) (*data, error) {
	if err := os.MkdirAll(filepath.Join(folder, journalName), 0o700); err != nil {
		return nil, fileError("make data folder", err)
	}
	if err := writeStoreRecord(folder, version, record); err != nil {
		return nil, err
	}
	db, err := createTables(filepath.Join(folder, tablesFolder))
	if err != nil {
		return nil, err
	}
	d := &data{folder: folder, version: version, record: record, guard: guard, db: db}
	d.journal, err = createJournal(filepath.Join(folder, journalName), behind)
	if err == nil {
		err = d.apply([]operation{pointOperation(behind)}, 0)
	}
	if err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return d, nil
}

// openData opens a data folder whose files have been found in order, and makes
// its tables hold all that its journal holds.
func openData(folder string, clean bool, known uint32, guard spaceGuard) (*data, error) {
	version, record, err := readStoreRecord(folder, known)
	if err != nil {
		return nil, err
	}
	d := &data{folder: folder, version: version, record: record, guard: guard}
	replay := newReplay()
	visit := replay.visit
	if clean {
		visit = nil // the tables hold all of it, only the end is compared
	}
	scan, err := scanJournal(filepath.Join(folder, journalName), visit)
	if err != nil {
		return nil, journalMissing(err)
	}
	if d.db, err = openTables(filepath.Join(folder, tablesFolder)); err != nil {
		return nil, err
	}
	if err := d.catchUp(scan, replay, clean); err != nil {
		return nil, errors.Join(err, d.db.Close())
	}
	if d.journal, err = scan.open(filepath.Join(folder, journalName)); err != nil {
		return nil, errors.Join(err, d.db.Close())
	}
	return d, nil
}

// journalMissing makes a missing journal what it is: damage.
func journalMissing(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return damaged(PartJournal, err, "missing")
	}
	return err
}

// close ends the data folder cleanly: what it held is written down last, so that
// the next opening knows every byte.
func (d *data) close() error {
	d.mutex.Lock()
	defer d.mutex.Unlock()
	if d.db == nil {
		return nil
	}
	db := d.db
	d.db = nil
	d.readers.Wait()
	err := errors.Join(tableError("close tables", db.Close()), d.journal.close())
	if err == nil && d.failed == nil {
		err = writeEnd(d.folder)
	}
	return err
}

// commit carries out operations, all or nothing, and returns when they are on
// the disk. An error before the journal leaves all as it was; after an error
// behind it the journal knows more than the tables, and nothing more is written
// until the next opening has made them equal.
func (d *data) commit(ctx context.Context, operations []operation) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	payload, err := model.Marshal(operations)
	if err != nil {
		return fmt.Errorf("encode write: %w", err)
	}
	if len(operations) > maxOperations {
		return fmt.Errorf("%w: %d records in one write", ErrTooLarge, len(operations))
	}
	for _, o := range operations { // behind the journal it would be too late to refuse
		if len(o.Key) == 0 || len(o.Key) > maxRecordKey || len(o.Value) > maxValue {
			return fmt.Errorf("%w: %d and %d bytes", ErrTooLarge, len(o.Key), len(o.Value))
		}
	}
	d.mutex.Lock()
	defer d.mutex.Unlock()
	if err := d.writable(len(payload)); err != nil {
		return err
	}
	position, err := d.journal.append(payload)
	if err != nil {
		d.failed = d.journal.failed
		return err
	}
	if err := d.apply(append(operations, pointOperation(d.journal.head)), position); err != nil {
		d.failed = err
		return err
	}
	return nil
}

func (d *data) writable(size int) error {
	switch {
	case d.db == nil:
		return ErrClosed
	case d.failed != nil:
		return d.failed
	}
	return d.guard.check(size)
}

// apply writes operations to the tables: in one transaction, or as a batch of
// several. A batch begins with its mark and ends with the mark taken away; when
// the process ends between, the journal, which had all of it before, finishes
// it at the next opening.
func (d *data) apply(operations []operation, position uint64) error {
	pieces := split(operations)
	if len(pieces) > 1 {
		mark := operation{Key: []byte(keyBatch), Value: binary.BigEndian.AppendUint64(nil, position)}
		pieces[0] = append([]operation{mark}, pieces[0]...)
		last := len(pieces) - 1
		pieces[last] = append(pieces[last], operation{Key: []byte(keyBatch)})
	}
	for _, piece := range pieces {
		if err := d.transact(piece); err != nil {
			return err
		}
	}
	return nil
}

// split cuts operations into pieces that each fit in a transaction.
func split(operations []operation) [][]operation {
	const entryOverhead = 64
	var pieces [][]operation
	begin, size := 0, 0
	for i, o := range operations {
		bytes := len(o.Key) + len(o.Value) + entryOverhead
		if i > begin && (size+bytes > maxTransactionBytes || i-begin >= maxTransactionEntries) {
			pieces = append(pieces, operations[begin:i:i])
			begin, size = i, 0
		}
		size += bytes
	}
	return append(pieces, operations[begin:])
}

func (d *data) transact(operations []operation) error {
	return tableError("write", d.db.Update(func(txn *badger.Txn) error {
		for _, o := range operations {
			if err := o.in(txn); err != nil {
				return err
			}
		}
		return nil
	}))
}

func (o operation) in(txn *badger.Txn) error {
	if o.Value == nil {
		return txn.Delete(o.Key)
	}
	return txn.Set(o.Key, o.Value)
}

// view reads a snapshot that no half-done batch is part of.
func (d *data) view(ctx context.Context, read func(txn *badger.Txn) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	d.mutex.RLock()
	if d.db == nil {
		d.mutex.RUnlock()
		return ErrClosed
	}
	txn := d.db.NewTransaction(false)
	d.readers.Add(1)
	d.mutex.RUnlock()
	defer d.readers.Done()
	defer txn.Discard()
	return read(txn)
}

// get reads one record; ErrNotFound when there is none.
func get(txn *badger.Txn, key []byte) ([]byte, error) {
	item, err := txn.Get(key)
	if err != nil {
		return nil, tableError("read", err)
	}
	value, err := item.ValueCopy(nil)
	return value, tableError("read", err)
}

// each reads the records under a prefix in the order of their keys. The slices
// are the caller's only until visit returns.
func each(txn *badger.Txn, prefix []byte, visit func(key, value []byte) error) error {
	options := badger.DefaultIteratorOptions
	options.Prefix = prefix
	options.PrefetchValues = false // values stand beside their keys; fetching ahead costs a goroutine each
	records := txn.NewIterator(options)
	defer records.Close()
	for records.Rewind(); records.Valid(); records.Next() {
		item := records.Item()
		err := item.Value(func(value []byte) error { return visit(item.Key(), value) })
		if err != nil {
			return err
		}
	}
	return nil
}

// pointOperation records up to where the tables hold the journal.
func pointOperation(point journalPoint) operation {
	value := binary.BigEndian.AppendUint64(nil, point.Position)
	return operation{Key: []byte(keyPoint), Value: append(value, point.Digest[:]...)}
}

// appliedPoint reads what pointOperation wrote.
func appliedPoint(txn *badger.Txn) (journalPoint, error) {
	value, err := get(txn, []byte(keyPoint))
	if err != nil || len(value) != 8+sha256.Size {
		return journalPoint{}, damaged(PartTables, err, "%s", keyPoint)
	}
	return journalPoint{Position: binary.BigEndian.Uint64(value), Digest: [sha256.Size]byte(value[8:])}, nil
}

func writeStoreRecord(folder string, version uint32, record storeRecord) error {
	body, err := model.Marshal(record)
	if err != nil {
		return fmt.Errorf("encode store record: %w", err)
	}
	return writeFile(filepath.Join(folder, recordName), seal(magicStore, version, body), 0o600)
}

func readStoreRecord(folder string, known uint32) (version uint32, record storeRecord, err error) {
	path := filepath.Join(folder, recordName)
	body, version, err := readSealed(PartRecord, magicStore, known, path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return 0, record, damaged(PartRecord, err, "%s", path)
	case errors.Is(err, ErrDamaged), errors.Is(err, ErrNewer):
		return version, record, err
	case err != nil:
		return 0, record, fileError("read store record", err)
	}
	if err := model.Unmarshal(body, &record); err != nil {
		return 0, record, damaged(PartRecord, err, "%s", path)
	}
	return version, record, nil
}

// keepDerived writes records that can be made from others at any time; the
// journal does not hold them.
func (d *data) keepDerived(operations []operation) error {
	d.mutex.Lock()
	defer d.mutex.Unlock()
	if err := d.writable(sizeOf(operations)); err != nil {
		return err
	}
	return d.apply(operations, d.journal.head.Position)
}
