package storage

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"golang.org/x/sys/windows"
)

// syncFolder does nothing: NTFS keeps its own log of names, and Windows has no
// call that flushes a folder.
func syncFolder(string) error { return nil }

// rename differs from os.Rename in that it returns when the new name is on the
// disk (MOVEFILE_WRITE_THROUGH).
func rename(from, to string) error {
	const flags = windows.MOVEFILE_REPLACE_EXISTING | windows.MOVEFILE_WRITE_THROUGH
	old, err := systemPath(from)
	if err != nil {
		return &os.LinkError{Op: "rename", Old: from, New: to, Err: err}
	}
	name, err := systemPath(to)
	if err == nil {
		err = windows.MoveFileEx(old, name, flags)
	}
	if err != nil {
		return &os.LinkError{Op: "rename", Old: from, New: to, Err: err}
	}
	return nil
}

// systemPath is a path as system calls take it, at any length: Windows counts
// no characters behind \\?\ (Go's own file calls see to that by themselves).
func systemPath(path string) (*uint16, error) {
	absolute, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	switch {
	case strings.HasPrefix(absolute, `\\?\`), strings.HasPrefix(absolute, `\\.\`):
	case strings.HasPrefix(absolute, `\\`):
		absolute = `\\?\UNC` + absolute[1:]
	default:
		absolute = `\\?\` + absolute
	}
	return windows.UTF16PtrFromString(absolute)
}

// isInUse tells that another program has the file open.
func isInUse(err error) bool {
	return anyOf(err, windows.ERROR_SHARING_VIOLATION, windows.ERROR_LOCK_VIOLATION, windows.ERROR_USER_MAPPED_FILE)
}

// mayBeInUse tells that what was to be renamed or removed may be open elsewhere:
// for these two Windows answers "access denied" as well, and "directory not
// empty" while what was in it is still being removed.
func mayBeInUse(err error) bool {
	return isInUse(err) || anyOf(err, windows.ERROR_ACCESS_DENIED, windows.ERROR_DIR_NOT_EMPTY, windows.ERROR_DELETE_PENDING)
}

// isPathTooLong knows what Windows says of a path with too many characters, and
// of a name with more than 255.
func isPathTooLong(err error) bool {
	return anyOf(err, windows.ERROR_FILENAME_EXCED_RANGE, windows.ERROR_BUFFER_OVERFLOW)
}

func isReadOnly(err error) bool {
	return errors.Is(err, windows.ERROR_WRITE_PROTECT) || errors.Is(err, fs.ErrPermission)
}

func isNoSpace(err error) bool {
	return anyOf(err, windows.ERROR_DISK_FULL, windows.ERROR_HANDLE_DISK_FULL,
		windows.ERROR_DISK_QUOTA_EXCEEDED, windows.ERROR_DISK_RESOURCES_EXHAUSTED)
}

func anyOf(err error, codes ...syscall.Errno) bool {
	return slices.ContainsFunc(codes, func(code syscall.Errno) bool { return errors.Is(err, code) })
}

// freeSpace is how many bytes this user may still write under path.
func freeSpace(path string) (uint64, error) {
	name, err := systemPath(path)
	if err != nil {
		return 0, err
	}
	var free uint64
	if err := windows.GetDiskFreeSpaceEx(name, &free, nil, nil); err != nil {
		return 0, err
	}
	return free, nil
}

// lockFile takes the exclusive lock of an open file without waiting.
func lockFile(file *os.File) (taken bool, err error) {
	const flags = windows.LOCKFILE_EXCLUSIVE_LOCK | windows.LOCKFILE_FAIL_IMMEDIATELY
	err = windows.LockFileEx(windows.Handle(file.Fd()), flags, 0, 1, 0, new(windows.Overlapped))
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) {
		return false, nil
	}
	return err == nil, err
}

// unlockFile gives the lock back.
func unlockFile(file *os.File) error {
	return windows.UnlockFileEx(windows.Handle(file.Fd()), 0, 1, 0, new(windows.Overlapped))
}
