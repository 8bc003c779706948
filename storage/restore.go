package storage

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"tavoitekartta/model"
)

// Restore makes the data folder dir hold what a backup holds. The folder gets a
// new replica id: going on under the old one would fork its chain of changes.
// What was in it is kept beside, inside dir, as "replaced-" and the date; its
// key ring and backups stay; names that the file carries are added to the ring,
// but one that was erased here stays erased. A missing or empty dir becomes a store: so a
// backup moves to a new laptop. The store must be closed: ErrHeld. Other errors
// are those of VerifyBackup and Open; dir is as it was then.
func Restore(ctx context.Context, dir, backup, passphrase string, options Options) error {
	options = options.withDefaults()
	if err := restore(ctx, dir, backup, passphrase, options); err != nil {
		return fmt.Errorf("restore backup: %w", err)
	}
	return firstBackup(ctx, dir, options)
}

func restore(ctx context.Context, dir, backup, passphrase string, options Options) error {
	if _, err := headOf(backup); err != nil {
		return err // before a folder is made for it
	}
	lock, err := enterDamaged(dir, options)
	if err != nil {
		return err
	}
	var back restored
	replica, err := model.NewReplicaID(options.Random)
	if err == nil {
		err = removeFolder(filepath.Join(dir, incomingFolder))
	}
	if err == nil {
		guard := spaceGuard{folder: dir, free: freeSpace}
		incoming := filepath.Join(dir, incomingFolder)
		back, err = restoreInto(ctx, incoming, backup, passphrase, schema(), storeRecord{Replica: replica}, guard)
	}
	if err != nil {
		return errors.Join(err, removeFolder(filepath.Join(dir, incomingFolder)), lock.release())
	}
	err = takeOver(dir, "replaced", options)
	if err == nil {
		err = addNames(dir, back.names, options.Random)
	}
	return errors.Join(err, lock.release())
}

// takeOver puts the incoming folder in place and makes sure that the folder is
// known as a store.
func takeOver(dir, reason string, options Options) error {
	if err := swapData(dir, keptName(dir, reason, options.Clock())); err != nil {
		return err
	}
	return writeFile(filepath.Join(dir, formatName), seal(magicFolder, versionFolder, nil), 0o600)
}

// enterDamaged locks a folder whose store may be damaged.
func enterDamaged(dir string, options Options) (*folderLock, error) {
	if _, err := inspectFolder(dir, versionStore); err != nil && !errors.Is(err, ErrDamaged) {
		return nil, err
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fileError("make folder", err)
	}
	lock, err := lockFolder(dir, options.Clock())
	if err != nil {
		return nil, err
	}
	if err := errors.Join(removeLeftovers(dir), finishSwap(dir)); err != nil {
		return nil, errors.Join(err, lock.release())
	}
	return lock, nil
}

// firstBackup makes the backup that later repairs of a store build on.
func firstBackup(ctx context.Context, dir string, options Options) error {
	store, err := Open(ctx, dir, options)
	if err != nil {
		return err
	}
	_, err = store.Backup(ctx)
	return errors.Join(err, store.Close())
}
