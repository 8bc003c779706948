package worktest

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"

	"tavoitekartta/app/workflow"
	"tavoitekartta/model"
)

// The errors of files, as a real store has them.
var (
	ErrNoFile     = errors.New("no backup")
	ErrPassphrase = errors.New("passphrase missing or wrong")
)

// explain gives the codes of a real store.
func explain(err error) (string, map[string]string) {
	switch {
	case errors.Is(err, ErrNoFile):
		return "notStore", nil
	case errors.Is(err, ErrPassphrase):
		return "passphrase", nil
	case errors.Is(err, ErrNoProgramme):
		return "notFound", nil
	}
	return "", nil
}

// file is a backup: what the store held, and what opens it.
type file struct {
	info       workflow.BackupInfo
	held       *Store
	passphrase string
}

// snapshot returns a store that holds what s holds now; s.mu is held.
func (s *Store) snapshot() (*Store, error) {
	copied := NewStore(s.replica, s.clock)
	copied.seq = s.seq
	for id, log := range s.logs {
		changes, err := model.ReadLog(context.Background(), log, nil)
		if err != nil {
			return nil, err
		}
		copied.logs[id] = model.NewMemoryLog()
		if err := copied.logs[id].Append(context.Background(), changes...); err != nil {
			return nil, err
		}
	}
	for id, versions := range s.versions {
		copied.versions[id] = slices.Clone(versions)
	}
	maps.Copy(copied.bin, s.bin)
	maps.Copy(copied.archive, s.archive)
	maps.Copy(copied.settings, s.settings)
	return copied, nil
}

// Backup keeps a copy under a name; there is no file.
func (s *Store) Backup(context.Context) (workflow.BackupInfo, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	info, err := s.export(fmt.Sprintf("backup-%d", len(s.backups)+1), "", nil)
	if err == nil {
		s.backups = append([]workflow.BackupInfo{info}, s.backups...)
	}
	return info, err
}

// Backups returns the backups, the newest first.
func (s *Store) Backups(context.Context) ([]workflow.BackupInfo, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.backups), nil
}

// ExportBackup keeps a copy under the path; there is no file.
func (s *Store) ExportBackup(_ context.Context, path, passphrase string) (workflow.BackupInfo, error) {
	if err := s.failure(); err != nil {
		return workflow.BackupInfo{}, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.export(path, passphrase, nil)
}

// ExportMove keeps a copy with names under the path; there is no file.
func (s *Store) ExportMove(_ context.Context, path, passphrase string) (workflow.BackupInfo, error) {
	if passphrase == "" {
		return workflow.BackupInfo{}, ErrPassphrase
	}
	if err := s.failure(); err != nil {
		return workflow.BackupInfo{}, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.export(path, passphrase, maps.Clone(s.names))
}

func (s *Store) export(path, passphrase string, names map[model.PersonID]string) (workflow.BackupInfo, error) {
	held, err := s.snapshot()
	if err != nil {
		return workflow.BackupInfo{}, err
	}
	info := workflow.BackupInfo{
		Path: path, Made: s.clock(), Size: 48_000, Programmes: len(s.logs), Encrypted: passphrase != "", Names: names != nil,
	}
	if names != nil {
		held.names = names
	}
	s.files[path] = file{info, held, passphrase}
	return info, nil
}

// Carry gives the files of a store to another, as a memory stick does.
func (s *Store) Carry(to *Store) {
	s.mu.Lock()
	defer s.mu.Unlock()
	to.mu.Lock()
	defer to.mu.Unlock()
	maps.Copy(to.files, s.files)
}

// Unpack opens a file that was exported.
func (s *Store) Unpack(_ context.Context, path, passphrase string) (workflow.Unpacked, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	kept, found := s.files[path]
	switch {
	case !found:
		return nil, ErrNoFile
	case kept.passphrase != "" && kept.passphrase != passphrase:
		return nil, ErrPassphrase
	}
	return unpacked{kept.held, kept.info}, nil
}

// unpacked is a file opened.
type unpacked struct {
	*Store
	info workflow.BackupInfo
}

func (u unpacked) Info() workflow.BackupInfo { return u.info }

func (u unpacked) Names() map[model.PersonID]string {
	if !u.info.Names {
		return nil
	}
	return u.names
}

func (u unpacked) Close() error { return nil }

// Restored returns a store that holds what a file holds, under another replica:
// what restoring the whole leaves.
func (s *Store) Restored(path string, replica model.ReplicaID) (*Store, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	restored, err := s.files[path].held.snapshot()
	if err != nil {
		return nil, err
	}
	if restored.replica = replica; replica != s.replica {
		restored.seq = 0 // a new replica counts from one
	}
	maps.Copy(restored.files, s.files)
	restored.backups = slices.Clone(s.backups)
	return restored, nil
}

// Archive puts a programme into the archive or takes it out.
func (s *Store) Archive(ctx context.Context, programme model.EntityID, archived bool) error {
	if _, err := s.Load(ctx, programme); err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.archive[programme] = archived
	return nil
}

// Archived returns which programmes are in the archive and not in the bin.
func (s *Store) Archived(context.Context) ([]model.EntityID, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	var archived []model.EntityID
	for id, in := range s.archive {
		if in && !s.bin[id] {
			archived = append(archived, id)
		}
	}
	slices.Sort(archived)
	return archived, nil
}

// Remove removes a programme that is in the bin.
func (s *Store) Remove(_ context.Context, programme model.EntityID) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.bin[programme] {
		return ErrNoProgramme
	}
	delete(s.logs, programme)
	delete(s.versions, programme)
	delete(s.bin, programme)
	delete(s.archive, programme)
	return nil
}

// Persons returns those whose names are kept.
func (s *Store) Persons(context.Context) ([]model.PersonID, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Sorted(maps.Keys(s.names)), nil
}

// AddNames keeps names of persons not known here.
func (s *Store) AddNames(_ context.Context, names map[model.PersonID]string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	for person, name := range names {
		if _, known := s.names[person]; !known && !s.erased[person] {
			s.names[person] = name
		}
	}
	return nil
}

// Opening is as the test has set it, else that of a new folder.
func (s *Store) Opening() workflow.Opening { return workflow.Opening{Clean: !s.Unclean} }

// Facts are those of a small folder on a large disk.
func (s *Store) Facts(context.Context) (workflow.FolderFacts, error) {
	return workflow.FolderFacts{Size: 3 << 20, Free: 20 << 30, Kind: workflow.FolderLocal}, nil
}

// Examine counts what is there; memory is sound.
func (s *Store) Examine(ctx context.Context) (workflow.Examination, error) {
	programmes, err := s.Programmes(ctx)
	return workflow.Examination{Programmes: len(programmes), Backups: len(s.backups)}, err
}
