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

// Backups lists the backups that can be read.
func (s keptStore) Backups(ctx context.Context) ([]workflow.BackupInfo, error) {
	return backupInfos(s.Store.Backups(ctx))
}
