package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"tavoitekartta/app/commands"
	"tavoitekartta/app/workflow"
	"tavoitekartta/model"
	"tavoitekartta/storage"
)

// folders joins the commands and the window with the store.
type folders struct{ options storage.Options }

func newFolders() folders {
	options := storage.Options{Clock: time.Now, Random: rand.Reader}
	// Without its own name the program examines a store in its own process.
	if program, err := os.Executable(); err == nil {
		options.CheckCommand = []string{program, "doctor", commands.ChildFlag}
	}
	return folders{options}
}

// Open opens a data folder with a desk at it.
func (f folders) Open(ctx context.Context, folder string) (*workflow.Desk, func() error, error) {
	store, err := storage.Open(ctx, folder, f.options)
	if err != nil {
		return nil, nil, err
	}
	desk := workflow.NewDesk(keptStore{store}, newPaper(), workflow.Options{
		Clock: f.options.Clock, Random: f.options.Random, Explain: f.Explain,
	})
	// Where this cannot be kept the person is not told; the folder is sound all the same.
	_ = desk.NoteOpening(ctx)
	return desk, store.Close, nil
}

// Backups lists a folder's backups.
func (folders) Backups(folder string) ([]workflow.BackupInfo, error) {
	return backupInfos(storage.ListBackups(folder))
}

// Restore restores a backup.
func (f folders) Restore(ctx context.Context, folder, backup, passphrase string) error {
	return storage.Restore(ctx, folder, backup, passphrase, f.options)
}

// Doctor examines a folder.
func (f folders) Doctor(ctx context.Context, folder string) (commands.Health, error) {
	report, err := storage.Doctor(ctx, folder, f.options)
	if err != nil {
		return commands.Health{}, err
	}
	health := commands.Health{Programmes: report.Programmes}
	for _, found := range report.Findings {
		health.Findings = append(health.Findings, commands.HealthFinding{Part: string(found.Part), Code: string(found.Code)})
	}
	return health, nil
}

// Repair puts a damaged folder right.
func (f folders) Repair(ctx context.Context, folder string) (commands.Repaired, error) {
	report, err := storage.Repair(ctx, folder, f.options)
	if err != nil {
		return commands.Repaired{}, err
	}
	return commands.Repaired{
		Complete: report.Complete, NamesLost: report.NamesLost, Kept: filepath.Join(folder, report.Kept),
	}, nil
}

// DoctorChild examines a folder in this process.
func (folders) DoctorChild(ctx context.Context, out io.Writer, folder string) error {
	return storage.WriteCheck(ctx, out, folder)
}

// Explain gives the codes of the store's errors, as in "error.store.<code>".
func (folders) Explain(err error) (string, map[string]string) {
	var space *storage.NoSpaceError
	var file *workflow.FileError
	if errors.As(err, &file) { // one of the person's own: the store has not named its error
		err = storage.FileSystemError(err)
	}
	if errors.As(err, &space) {
		return "noSpace", map[string]string{"needed": megabytes(space.Needed), "free": megabytes(space.Free)}
	}
	for _, known := range []struct {
		err  error
		code string
	}{
		{storage.ErrPathTooLong, "pathTooLong"}, {storage.ErrBadPath, "badPath"}, {storage.ErrReadOnly, "readOnly"}, {storage.ErrNoSpace, "diskFull"}, {storage.ErrNewer, "newer"},
		{storage.ErrHeld, "held"}, {storage.ErrDamaged, "damaged"}, {storage.ErrNotStore, "notStore"},
		{storage.ErrPassphrase, "passphrase"}, {storage.ErrClosed, "closed"}, {storage.ErrNotFound, "notFound"},
		{model.ErrUnknownKind, "newer"}, {model.ErrUnknownField, "newer"},
		{model.ErrMissingChange, "conflict"}, {model.ErrBrokenChain, "conflict"},
	} {
		if errors.Is(err, known.err) {
			return known.code, nil
		}
	}
	return "", nil
}

func megabytes(bytes uint64) string { return strconv.FormatUint(bytes>>20, 10) }

func backupInfos(list []storage.BackupInfo, err error) ([]workflow.BackupInfo, error) {
	if err != nil {
		return nil, fmt.Errorf("list backups: %w", err)
	}
	infos := make([]workflow.BackupInfo, 0, len(list))
	for _, b := range list {
		infos = append(infos, backupInfo(b))
	}
	return infos, nil
}

func backupInfo(b storage.BackupInfo) workflow.BackupInfo {
	return workflow.BackupInfo{
		Path: b.Path, Made: b.Made, Size: b.Size, Programmes: b.Programmes,
		Encrypted: b.Encrypted, Names: b.Names, Damaged: b.Damaged,
	}
}
