package storage

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// fileError turns an error of the file system into one of the store's, and
// keeps the original inside it. operation is for the log.
func fileError(operation string, err error) error {
	switch {
	case err == nil:
		return nil
	case isPathTooLong(err):
		return fmt.Errorf("%s: %w: %w", operation, ErrPathTooLong, err)
	case isInUse(err):
		return fmt.Errorf("%s: %w: %w", operation, ErrHeld, err)
	case isReadOnly(err):
		return fmt.Errorf("%s: %w: %w", operation, ErrReadOnly, err)
	case isNoSpace(err):
		return fmt.Errorf("%s: %w: %w", operation, ErrNoSpace, err)
	}
	return fmt.Errorf("%s: %w", operation, err)
}

// FileSystemError names what the file system says of any file in the store's own
// words ([ErrPathTooLong], [ErrHeld], [ErrReadOnly], [ErrNoSpace]), and keeps the
// original inside; an error that is none of these is returned as it is.
func FileSystemError(err error) error { return fileError("use file", err) }

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
	var file *os.File
	err := whileInUse(isInUse, func() (err error) {
		file, err = os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, mode)
		return err
	})
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

// replaceFile renames a file or folder and makes the new name durable. A file
// that bears the new name is replaced in one step; nothing inside a folder may
// be open (Windows refuses then).
func replaceFile(from, to string) error {
	if err := whileInUse(mayBeInUse, func() error { return rename(from, to) }); err != nil {
		return fileError("rename", err)
	}
	return syncFolder(filepath.Dir(to))
}

// removeFile removes a file; the caller makes that durable.
func removeFile(path string) error {
	return whileInUse(mayBeInUse, func() error { return os.Remove(path) })
}

// whileInUse tries an operation again while another program has the file open:
// on Windows scanners and indexers do so for a moment behind every write. After
// inUsePatience it returns the last error.
func whileInUse(inUse func(error) bool, operation func() error) error {
	err := operation()
	for waited := time.Duration(0); err != nil && inUse(err) && waited < inUsePatience; waited += inUsePause {
		time.Sleep(inUsePause)
		err = operation()
	}
	return err
}

const (
	inUsePatience = 2 * time.Second
	inUsePause    = 20 * time.Millisecond
)

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
	if err := whileInUse(mayBeInUse, func() error { return os.RemoveAll(path) }); err != nil {
		return fileError("remove folder", err)
	}
	return syncFolder(filepath.Dir(path))
}
