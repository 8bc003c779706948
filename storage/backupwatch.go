package storage

import (
	"context"
	"sync"
	"time"
)

// backupWatch makes backups by itself while the store is open.
type backupWatch struct {
	making sync.Mutex // held while a backup is made

	mutex    sync.Mutex
	made     time.Time
	position uint64

	wake     chan struct{}
	cancel   context.CancelFunc
	finished chan struct{}
}

// watchBackups reads which backups there are and begins to look out.
func (s *Store) watchBackups(ctx context.Context) error {
	list, err := s.Backups(ctx)
	if err != nil {
		return err
	}
	for _, info := range list {
		if info.Replica == s.Replica() && info.Position >= s.backups.position {
			s.backups.note(info)
		}
	}
	watching, cancel := context.WithCancel(context.WithoutCancel(ctx))
	s.backups.wake, s.backups.cancel = make(chan struct{}, 1), cancel
	s.backups.finished = make(chan struct{})
	go s.makeBackups(watching)
	if s.data.head().Position > 0 {
		s.backups.wakeIfDue(s)
	}
	return nil
}

func (s *Store) makeBackups(ctx context.Context) {
	defer close(s.backups.finished)
	for {
		select {
		case <-ctx.Done():
			return
		case <-s.backups.wake:
		}
		if err := s.automaticBackup(ctx, false); err != nil && ctx.Err() == nil {
			s.options.Notify(Event{Kind: BackupFailed, Err: err})
		}
	}
}

// automaticBackup makes a backup when one is due.
func (s *Store) automaticBackup(ctx context.Context, closing bool) error {
	s.backups.making.Lock()
	defer s.backups.making.Unlock()
	if !s.backups.due(s, closing) {
		return nil
	}
	_, err := s.makeBackup(ctx)
	if err == nil {
		s.options.Notify(Event{Kind: BackupMade})
	}
	return err
}

func (w *backupWatch) note(info BackupInfo) {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	w.made, w.position = info.Made, info.Position
}

func (w *backupWatch) due(s *Store, closing bool) bool {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	changes := s.data.head().Position - w.position
	return backupDue(s.options.Clock(), w.made, changes, closing)
}

func (w *backupWatch) wakeIfDue(s *Store) {
	if !w.due(s, false) {
		return
	}
	select {
	case w.wake <- struct{}{}:
	default: // it is awake
	}
}

// stop waits for a backup that is being made to be given up.
func (w *backupWatch) stop() {
	w.cancel()
	<-w.finished
}
