package storage

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// fileError turns an error of the file system into one of the store's, and
// keeps the original inside it. operation is for the log.
func fileError(operation string, err error) error {
	switch {
	case err == nil:
		return nil
	case isReadOnly(err):
		return fmt.Errorf("%s: %w: %w", operation, ErrReadOnly, err)
	case isNoSpace(err):
		return fmt.Errorf("%s: %w: %w", operation, ErrNoSpace, err)
	}
	return fmt.Errorf("%s: %w", operation, err)
}

// writeFile puts data in path so that after a power cut either the old or the
// new bytes are there: a temporary file, fsync, rename, fsync of the folder.
func writeFile(path string, data []byte, mode fs.FileMode) error {
	temporary := path + ".new"
	if err := writeSynced(temporary, data, mode); err != nil {
		return err
	}
	return replaceFile(temporary, path)
}

// writeSynced writes a whole file and fsyncs it; a half-written file is removed.
func writeSynced(path string, data []byte, mode fs.FileMode) error {
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, mode)
	if err != nil {
		return fileError("create file", err)
	}
	_, err = file.Write(data)
	if err == nil {
		err = file.Sync()
	}
	if closeErr := file.Close(); err == nil {
		err = closeErr
	}
	if err != nil {
		_ = os.Remove(path)
		return fileError("write file", err)
	}
	return nil
}

// replaceFile renames a file or folder and makes the new name durable.
func replaceFile(from, to string) error {
	if err := os.Rename(from, to); err != nil {
		return fileError("rename", err)
	}
	return syncFolder(filepath.Dir(to))
}

// exists reports whether something bears the name; what cannot be looked at
// counts as there, so that nothing is written over it.
func exists(path string) bool {
	_, err := os.Lstat(path)
	return !errors.Is(err, fs.ErrNotExist)
}

// removeFolder removes a folder that this package made, and makes that durable.
func removeFolder(path string) error {
	if !exists(path) {
		return nil
	}
	if err := os.RemoveAll(path); err != nil {
		return fileError("remove folder", err)
	}
	return syncFolder(filepath.Dir(path))
}
