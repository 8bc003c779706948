package storage

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/dgraph-io/badger/v4"
	"github.com/dgraph-io/badger/v4/options"
)

// memTableSize decides how large a transaction may be (15 % of it). It is never
// lowered: an existing store could then hold what no transaction can carry.
const memTableSize = 8 << 20

// tableOptions are Badger's options, small enough for an ordinary laptop: 51 MB
// of apparent files instead of 2.3 GB. SyncWrites stays off, since the journal
// is what makes a save durable (on Windows SyncWrites would do nothing). Badger's
// own lock is left out: the folder's lock is held around it, and Badger's stays
// taken for a moment after closing while a child is being started.
func tableOptions(folder string) badger.Options {
	return badger.DefaultOptions(folder).
		WithMemTableSize(memTableSize).
		WithValueLogFileSize(16 << 20).
		WithNumMemtables(2).
		WithNumCompactors(2).
		WithNumLevelZeroTables(2).
		WithNumLevelZeroTablesStall(4).
		WithCompactL0OnClose(true).
		WithBlockCacheSize(2 << 20).
		WithCompression(options.ZSTD).
		WithValueThreshold(1 << 20).
		WithDetectConflicts(true).
		WithVerifyValueChecksum(true).
		WithChecksumVerificationMode(options.OnBlockRead).
		WithSyncWrites(false).
		WithBypassLockGuard(true).
		WithLogger(nil)
}

// openTables opens Badger where it was before; its errors become the store's.
func openTables(folder string) (*badger.DB, error) {
	if !exists(filepath.Join(folder, badger.ManifestFilename)) {
		return nil, damaged(PartTables, os.ErrNotExist, "%s", badger.ManifestFilename)
	}
	if err := removeUnbegun(folder); err != nil {
		return nil, err
	}
	return createTables(folder)
}

// createTables opens Badger, anew where nothing is.
func createTables(folder string) (*badger.DB, error) {
	db, err := badger.Open(tableOptions(folder))
	if err == nil {
		return db, nil
	}
	if isReadOnly(err) || isNoSpace(err) || isInUse(err) || isPathTooLong(err) {
		return nil, fileError("open tables", err)
	}
	return nil, damaged(PartTables, err, "opening")
}

// removeUnbegun removes memtables and value logs of no bytes. Badger makes such
// a file first and its length after; when the process is killed between the two
// it refuses to open ("Create a new file"). What was acknowledged is elsewhere.
func removeUnbegun(folder string) error {
	for _, pattern := range []string{"*.mem", "*.vlog"} {
		paths, err := filepath.Glob(filepath.Join(folder, pattern))
		if err != nil {
			return err
		}
		for _, path := range paths {
			info, err := os.Stat(path)
			if err == nil && info.Size() == 0 {
				err = removeFile(path)
			}
			if err != nil {
				return fileError("remove empty file of Badger", err)
			}
		}
	}
	return nil
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
	case isReadOnly(err), isNoSpace(err), isInUse(err), isPathTooLong(err):
		return fileError(operation, err)
	case errors.Is(err, badger.ErrConflict), errors.Is(err, badger.ErrTxnTooBig):
		return fmt.Errorf("%s: %w", operation, err)
	}
	for _, own := range []error{ErrDamaged, ErrNotFound, ErrNoSpace, ErrReadOnly, ErrHeld, ErrPathTooLong, ErrClosed, ErrNewer} {
		if errors.Is(err, own) {
			return fmt.Errorf("%s: %w", operation, err)
		}
	}
	return damaged(PartTables, err, "%s", operation)
}
