package storage

import (
	"errors"
	"fmt"

	"github.com/dgraph-io/badger/v4"
	"github.com/dgraph-io/badger/v4/options"
)

// memTableSize decides how large a transaction may be (15 % of it). It is never
// lowered: an existing store could then hold what no transaction can carry.
const memTableSize = 8 << 20

// tableOptions are Badger's options, small enough for an ordinary laptop: 51 MB
// of apparent files instead of 2.3 GB. SyncWrites stays off, since the journal
// is what makes a save durable (on Windows SyncWrites would do nothing).
func tableOptions(folder string) badger.Options {
	return badger.DefaultOptions(folder).
		WithMemTableSize(memTableSize).
		WithValueLogFileSize(16 << 20).
		WithNumMemtables(2).
		WithNumCompactors(2).
		WithNumLevelZeroTables(2).
		WithNumLevelZeroTablesStall(4).
		WithCompactL0OnClose(true).
		WithBlockCacheSize(8 << 20).
		WithCompression(options.ZSTD).
		WithValueThreshold(1 << 20).
		WithDetectConflicts(true).
		WithVerifyValueChecksum(true).
		WithChecksumVerificationMode(options.OnBlockRead).
		WithSyncWrites(false).
		WithLogger(nil)
}

// openTables opens Badger; its errors become the store's.
func openTables(folder string) (*badger.DB, error) {
	db, err := badger.Open(tableOptions(folder))
	if err == nil {
		return db, nil
	}
	if isReadOnly(err) || isNoSpace(err) {
		return nil, fileError("open tables", err)
	}
	return nil, damaged(PartTables, err, "opening")
}

// tableError turns an error from reading or writing Badger into the store's.
func tableError(operation string, err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, badger.ErrKeyNotFound):
		return fmt.Errorf("%s: %w", operation, ErrNotFound)
	case errors.Is(err, badger.ErrDBClosed), errors.Is(err, badger.ErrBlockedWrites):
		return fmt.Errorf("%s: %w", operation, ErrClosed)
	case isReadOnly(err), isNoSpace(err):
		return fileError(operation, err)
	case errors.Is(err, badger.ErrConflict), errors.Is(err, badger.ErrTxnTooBig):
		return fmt.Errorf("%s: %w", operation, err)
	}
	for _, own := range []error{ErrDamaged, ErrNotFound, ErrNoSpace, ErrReadOnly, ErrConflict, ErrClosed} {
		if errors.Is(err, own) {
			return fmt.Errorf("%s: %w", operation, err)
		}
	}
	return damaged(PartTables, err, "%s", operation)
}
