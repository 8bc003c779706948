package main

import (
	"context"

	"tavoitekartta/app/workflow"
	"tavoitekartta/storage"
)

// keptStore is the store as the use cases see it.
type keptStore struct{ *storage.Store }

var _ workflow.Store = keptStore{}

// Backup makes a checked backup now.
func (s keptStore) Backup(ctx context.Context) (workflow.BackupInfo, error) {
	info, err := s.Store.Backup(ctx)
	return backupInfo(info), err
}

// Backups lists the backups, those that cannot be read last.
func (s keptStore) Backups(ctx context.Context) ([]workflow.BackupInfo, error) {
	return backupInfos(s.Store.Backups(ctx))
}

// ExportBackup writes a checked backup to a file.
func (s keptStore) ExportBackup(ctx context.Context, path, passphrase string) (workflow.BackupInfo, error) {
	info, err := s.Store.ExportBackup(ctx, path, passphrase)
	return backupInfo(info), err
}

// ExportMove writes a checked backup with names to a file.
func (s keptStore) ExportMove(ctx context.Context, path, passphrase string) (workflow.BackupInfo, error) {
	info, err := s.Store.ExportMove(ctx, path, passphrase)
	return backupInfo(info), err
}

// Unpack opens a backup beside the store.
func (s keptStore) Unpack(ctx context.Context, path, passphrase string) (workflow.Unpacked, error) {
	unpacked, err := s.Store.Unpack(ctx, path, passphrase)
	if err != nil {
		return nil, err
	}
	return unpackedBackup{unpacked}, nil
}

// Opening tells how the data folder was found.
func (s keptStore) Opening() workflow.Opening {
	opening := s.Store.Opening()
	return workflow.Opening{Clean: opening.Clean, Replayed: opening.Replayed}
}

// Facts tells of the data folder.
func (s keptStore) Facts(ctx context.Context) (workflow.FolderFacts, error) {
	facts, err := s.Store.Facts(ctx)
	return workflow.FolderFacts{Size: facts.Size, Free: facts.Free, Kind: workflow.FolderKind(facts.Kind)}, err
}

// Examine reads everything that is kept.
func (s keptStore) Examine(ctx context.Context) (workflow.Examination, error) {
	report, err := s.Store.Examine(ctx)
	examination := workflow.Examination{
		Programmes: report.Programmes, Changes: report.Changes, Versions: report.Versions, Backups: report.Backups,
	}
	for _, f := range report.Findings {
		examination.Findings = append(examination.Findings, workflow.ExaminationFinding{Part: string(f.Part), Code: string(f.Code)})
	}
	return examination, err
}

// unpackedBackup is an opened backup as the use cases see it.
type unpackedBackup struct{ *storage.Unpacked }

// Info tells of the file.
func (u unpackedBackup) Info() workflow.BackupInfo { return backupInfo(u.Unpacked.Info()) }
