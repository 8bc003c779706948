package storage

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"tavoitekartta/model"
)

// Unpacked is a backup, or a file from another laptop, opened to be looked at
// and taken from. It lies in a folder of its own until it is closed; neither the
// file nor the store that looks at it changes.
type Unpacked struct {
	info   BackupInfo
	store  *Store
	names  map[model.PersonID]string
	folder string
}

// Unpack opens a backup beside the store: every checksum in it is checked
// first. Errors: those of VerifyBackup, and ErrNoSpace.
func (s *Store) Unpack(ctx context.Context, path, passphrase string) (*Unpacked, error) {
	unpacked, err := unpack(ctx, s.folder, path, passphrase, s.options)
	if err != nil {
		return nil, fmt.Errorf("unpack backup: %w", err)
	}
	return unpacked, nil
}

// unpack makes the folder inside dir, where the next opening would sweep it if
// the process ended.
func unpack(ctx context.Context, dir, path, passphrase string, options Options) (u *Unpacked, err error) {
	u = &Unpacked{}
	if u.info, err = backupInfo(path); err != nil {
		return nil, err
	}
	if u.folder, err = os.MkdirTemp(dir, checkPrefix); err != nil {
		return nil, fileError("make folder for backup", err)
	}
	guard := spaceGuard{folder: dir, free: freeSpace}
	data := filepath.Join(u.folder, dataFolder)
	back, err := restoreInto(ctx, data, path, passphrase, schema(), storeRecord{Replica: u.info.Replica}, guard)
	if err != nil {
		return nil, errors.Join(err, removeFolder(u.folder))
	}
	u.names = back.names
	u.store = &Store{folder: u.folder, options: options}
	u.store.watchers.init()
	if u.store.data, err = openData(data, true, versionStore, guard); err != nil {
		return nil, errors.Join(err, removeFolder(u.folder))
	}
	return u, nil
}

// Info tells of the file.
func (u *Unpacked) Info() BackupInfo { return u.info }

// Programmes returns the summaries of the programmes in it, and Discarded those
// of the programmes that were in the bin.
func (u *Unpacked) Programmes(ctx context.Context) ([]model.Summary, error) {
	return u.store.Programmes(ctx)
}

// Discarded is described at Programmes.
func (u *Unpacked) Discarded(ctx context.Context) ([]model.Summary, error) {
	return u.store.Discarded(ctx)
}

// Archived returns which of the programmes were in the archive.
func (u *Unpacked) Archived(ctx context.Context) ([]model.EntityID, error) {
	return u.store.Archived(ctx)
}

// Log returns the changes of a programme in it, to be read alone.
func (u *Unpacked) Log(programme model.EntityID) model.Log { return u.store.Log(programme) }

// Versions returns a programme's versions; see [Store.Versions].
func (u *Unpacked) Versions(ctx context.Context, programme model.EntityID) ([]model.Version, error) {
	return u.store.Versions(ctx, programme)
}

// Document returns the bytes of a version's document; see [Store.Document].
func (u *Unpacked) Document(ctx context.Context, programme model.EntityID, version, index int) ([]byte, error) {
	return u.store.Document(ctx, programme, version, index)
}

// Setting returns a setting in it.
func (u *Unpacked) Setting(ctx context.Context, name string) (string, error) {
	return u.store.Setting(ctx, name)
}

// Names returns the names that the file carries, nil for none.
func (u *Unpacked) Names() map[model.PersonID]string { return u.names }

// Close removes the folder. The Unpacked is not used any more.
func (u *Unpacked) Close() error {
	u.store.watchers.close()
	err := errors.Join(u.store.data.close(), removeFolder(u.folder))
	if err != nil {
		return fmt.Errorf("close backup: %w", err)
	}
	return nil
}
