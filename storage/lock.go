package storage

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"
)

const (
	lockName   = "lock"
	holderName = "holder.json"
)

// holder is what a program leaves beside the lock for another to read. It
// cannot stand in the lock file: on Windows locked bytes cannot be read.
type holder struct {
	Version int       `json:"version"`
	PID     int       `json:"pid"`
	Host    string    `json:"host"`
	Since   time.Time `json:"since"`
}

// folderLock is the exclusive lock of a data folder; the system lets it go
// when the process ends, in whatever way.
type folderLock struct {
	file *os.File
}

// lockFolder takes the lock of a folder that exists. It returns a HeldError if
// another has it, ErrReadOnly if the folder cannot be written to.
func lockFolder(folder string, now time.Time) (*folderLock, error) {
	file, err := os.OpenFile(filepath.Join(folder, lockName), os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, fileError("open lock", err)
	}
	taken, err := lockFile(file)
	if err != nil {
		_ = file.Close()
		return nil, fmt.Errorf("take lock: %w", err)
	}
	if !taken {
		_ = file.Close()
		return nil, readHolder(folder)
	}
	lock := &folderLock{file: file}
	if err := writeHolder(folder, now); err != nil {
		_ = lock.release()
		return nil, err
	}
	return lock, nil
}

// release lets the lock go. The files stay: removing them would race with a
// program that is just opening them. The lock is given back before the file is
// closed, since a child that is just being started still holds the file open.
func (l *folderLock) release() error {
	return errors.Join(unlockFile(l.file), l.file.Close())
}

func writeHolder(folder string, now time.Time) error {
	host, _ := os.Hostname() // an unknown host is told as empty
	data, err := json.Marshal(holder{Version: 1, PID: os.Getpid(), Host: host, Since: now})
	if err != nil {
		return fmt.Errorf("encode holder: %w", err)
	}
	if err := os.WriteFile(filepath.Join(folder, holderName), data, 0o600); err != nil {
		return fileError("write holder", err)
	}
	return nil
}

// readHolder tells who holds the folder, as far as it can be read.
func readHolder(folder string) *HeldError {
	data, err := os.ReadFile(filepath.Join(folder, holderName))
	if err != nil {
		return &HeldError{}
	}
	var h holder
	if err := json.Unmarshal(data, &h); err != nil {
		return &HeldError{}
	}
	return &HeldError{PID: h.PID, Host: h.Host, Since: h.Since}
}
