package commands

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"

	"tavoitekartta/model/filename"
)

// readable opens a file for reading, or tells why it cannot be.
func (s *session) readable(name string) (*os.File, bool) {
	path := s.path(name)
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		s.complain("command.file.missing", "file", shown(name))
		return nil, false
	case err == nil && info.IsDir():
		s.complain("command.file.folder", "file", shown(name))
		return nil, false
	}
	file, err := os.Open(path)
	if err != nil {
		s.complain("command.file.unreadable", "file", shown(name))
		return nil, false
	}
	return file, true
}

// writable tells beforehand what would keep a file from being written, so that
// no work is done for nothing.
func (s *session) writable(name string) bool {
	path := s.path(name)
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		s.complain("command.file.folder", "file", shown(name))
		return false
	}
	// Behind a colon Windows would write into a stream that nobody sees.
	if runtime.GOOS == "windows" && !filename.Possible(filepath.Base(path)) {
		s.complain("command.file.badName", "file", shown(name))
		return false
	}
	folder := filepath.Dir(path)
	if info, err := os.Stat(folder); err != nil || !info.IsDir() {
		s.complain("command.file.noFolder", "folder", shown(filepath.Dir(name)))
		return false
	}
	return true
}

// writeFile writes a file whole or not at all: beside its place first, then
// under its name. What is no ordinary file (a pipe, a device) is written to
// as it is.
func writeFile(path string, content []byte) (err error) {
	if info, statErr := os.Stat(path); statErr == nil && !info.Mode().IsRegular() {
		return os.WriteFile(path, content, 0o600)
	}
	beside, err := os.CreateTemp(filepath.Dir(path), ".tavoitekartta-*")
	if err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	defer func() {
		if err != nil {
			err = errors.Join(fmt.Errorf("write %s: %w", path, err), os.Remove(beside.Name()))
		}
	}()
	_, err = beside.Write(content)
	if err == nil {
		err = beside.Sync()
	}
	if err == nil {
		err = beside.Chmod(0o644)
	}
	if err = errors.Join(err, beside.Close()); err != nil {
		return err
	}
	return os.Rename(beside.Name(), path)
}
