package storage

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
)

// FolderFacts are what is known of where a store lies.
type FolderFacts struct {
	Size uint64 // bytes of everything in the data folder, backups too
	Free uint64 // bytes that may still be written
	Kind FolderKind
}

// Facts looks at the store's folder.
func (s *Store) Facts(ctx context.Context) (facts FolderFacts, err error) {
	if err := ctx.Err(); err != nil {
		return facts, err
	}
	size, err := usedSpace(s.folder)
	if err == nil {
		facts.Free, err = freeSpace(s.folder)
	}
	if err != nil {
		return facts, fmt.Errorf("look at data folder: %w", err)
	}
	facts.Size, facts.Kind = size, KindOfFolder(s.folder)
	return facts, nil
}

// Examine reads everything of the open store as it stands, and its key ring and
// backups: checksums of the tables, change chains, states made anew from the
// changes, approved versions. Writes go on meanwhile; nothing is changed.
func (s *Store) Examine(ctx context.Context) (report Report, err error) {
	report.Findings = []Finding{}
	report.Replica, report.Version = s.Replica(), s.data.version
	if !s.usable() {
		return report, ErrClosed
	}
	if err := report.checkData(ctx, s.data); err != nil {
		return report, fmt.Errorf("examine store: %w", err)
	}
	return report, report.examineRest(s.folder)
}

// usedSpace adds up what the files of a folder take, of a store that is being
// written meanwhile: files may go.
func usedSpace(folder string) (size uint64, err error) {
	tables := filepath.Join(folder, dataFolder, tablesFolder)
	err = filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err != nil || !entry.Type().IsRegular() {
			return err
		}
		info, err := entry.Info()
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err != nil {
			return err
		}
		length := info.Size()
		if filepath.Dir(path) == tables {
			length = min(length, 4<<20) // Badger's files are mostly empty space
		}
		size += uint64(length)
		return nil
	})
	return size, err
}
