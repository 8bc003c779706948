package storage

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/dgraph-io/badger/v4"

	"tavoitekartta/model"
)

const backupExtension = ".tkbackup"

// BackupInfo tells of one backup file.
type BackupInfo struct {
	Path       string
	Made       time.Time
	Size       int64 // bytes
	Programmes int
	Encrypted  bool
	Damaged    bool // its head cannot be read; the other fields but Path and Size are empty
	Names      bool // names of persons are part of it; see ExportMove
	Replica    model.ReplicaID
	Position   uint64 // the journal's last record in it
}

// Backup makes a checked backup now, whether or not anything has changed, and
// returns it: written under another name, fsynced, restored into a temporary
// store, compared by digest, and only then given its name. Older backups are
// thinned, and the journal is cut behind the second newest.
func (s *Store) Backup(ctx context.Context) (BackupInfo, error) {
	s.backups.making.Lock()
	defer s.backups.making.Unlock()
	return s.makeBackup(ctx)
}

// makeBackup wants s.backups.making.
func (s *Store) makeBackup(ctx context.Context) (BackupInfo, error) {
	if err := os.MkdirAll(s.path(backupFolder), 0o700); err != nil {
		return BackupInfo{}, fileError("make backup folder", err)
	}
	path := freeBackupPath(s.path(backupFolder), s.options.Clock())
	info, err := s.exportBackup(ctx, path, "", nil)
	if err != nil {
		return BackupInfo{}, fmt.Errorf("make backup: %w", err)
	}
	s.backups.note(info)
	return info, s.thinBackups(ctx)
}

// ExportBackup makes a checked backup in a file of the caller's choice, with a
// passphrase encrypted (age). An existing file of that name is replaced. Names
// in the key ring are not part of it.
func (s *Store) ExportBackup(ctx context.Context, path, passphrase string) (BackupInfo, error) {
	s.backups.making.Lock()
	defer s.backups.making.Unlock()
	info, err := s.exportBackup(ctx, path, passphrase, nil)
	if err != nil {
		return BackupInfo{}, fmt.Errorf("export backup: %w", err)
	}
	return info, nil
}

// ExportMove makes a checked backup that carries the names of persons too, for
// another laptop. Names leave the key ring only under a passphrase: without one
// it returns ErrPassphrase, and nothing is written.
func (s *Store) ExportMove(ctx context.Context, path, passphrase string) (BackupInfo, error) {
	if passphrase == "" {
		return BackupInfo{}, fmt.Errorf("export names: %w", ErrPassphrase)
	}
	names, err := s.names.all()
	if err != nil {
		return BackupInfo{}, fmt.Errorf("export names: %w", err)
	}
	s.backups.making.Lock()
	defer s.backups.making.Unlock()
	info, err := s.exportBackup(ctx, path, passphrase, names)
	if err != nil {
		return BackupInfo{}, fmt.Errorf("export all: %w", err)
	}
	return info, nil
}

// exportBackup writes and checks a backup; names is nil for one without them.
func (s *Store) exportBackup(ctx context.Context, path, passphrase string, names map[model.PersonID]string) (BackupInfo, error) {
	snapshot, err := s.data.snapshot(ctx)
	if err != nil {
		return BackupInfo{}, err
	}
	defer snapshot.end()
	for _, folder := range []string{s.folder, filepath.Dir(path)} {
		if err := (spaceGuard{folder: folder, free: freeSpace}).check(int(snapshot.size)); err != nil {
			return BackupInfo{}, err
		}
	}
	head := backupHead{
		MadeMillis: s.options.Clock().UnixMilli(), Replica: string(s.Replica()), Position: snapshot.point.Position,
		StoreVersion: s.data.version, Names: names != nil,
	}
	if err := eachProgramme(snapshot.txn, func(model.EntityID, programmeRecord) error { head.Programmes++; return nil }); err != nil {
		return BackupInfo{}, err
	}
	fresh := path + ".new"
	digest, err := writeBackupFile(ctx, fresh, head, passphrase, snapshot.txn, names)
	if err == nil {
		err = s.testRestore(ctx, fresh, passphrase, digest, names)
	}
	if err == nil {
		err = replaceFile(fresh, path)
	}
	if err != nil {
		_ = os.Remove(fresh)
		return BackupInfo{}, err
	}
	return backupInfo(path)
}

// snapshot is the records as they stand at a point of the journal.
type snapshot struct {
	txn   *badger.Txn
	point journalPoint
	size  int64 // bytes of the tables
	end   func()
}

// snapshot gives the records as they are now; the journal goes on in a new
// segment. The caller ends it.
func (d *data) snapshot(ctx context.Context) (*snapshot, error) {
	d.mutex.Lock()
	defer d.mutex.Unlock()
	if err := errors.Join(ctx.Err(), d.writable(0)); err != nil {
		return nil, err
	}
	if err := d.journal.rotate(); err != nil {
		return nil, err
	}
	s := &snapshot{txn: d.db.NewTransaction(false), point: d.journal.head}
	s.size, _ = d.db.Size()
	d.readers.Add(1)
	s.end = func() {
		s.txn.Discard()
		d.readers.Done()
	}
	return s, nil
}

// writeBackupFile returns the digest of the store's records, names left out:
// what a restored store's digest is compared with.
func writeBackupFile(ctx context.Context, path string, head backupHead, passphrase string, txn *badger.Txn, names map[model.PersonID]string) (digest contentDigest, err error) {
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return digest, fileError("create backup", err)
	}
	records := newRecordStream(nil)
	_, err = writeBackup(file, head, passphrase, func(write func(key, value []byte) error) error {
		err := eachLasting(ctx, txn, func(key, value []byte) error {
			return errors.Join(records.write(key, value), write(key, value))
		})
		if err != nil {
			return err
		}
		return writeNames(names, write)
	})
	if err == nil {
		err = fileError("sync backup", file.Sync())
	}
	if closeErr := file.Close(); err == nil {
		err = fileError("close backup", closeErr)
	}
	return records.digest(), err
}

// eachLasting reads the records that are not derived from others.
func eachLasting(ctx context.Context, txn *badger.Txn, visit func(key, value []byte) error) error {
	return each(txn, nil, func(key, value []byte) error {
		if err := ctx.Err(); err != nil || derived(key) {
			return err
		}
		return visit(key, value)
	})
}

// testRestore restores a backup into a store that is then thrown away, reads
// all of it back, and compares.
func (s *Store) testRestore(ctx context.Context, path, passphrase string, want contentDigest, names map[model.PersonID]string) (err error) {
	folder, err := os.MkdirTemp(s.folder, checkPrefix)
	if err != nil {
		return fileError("make folder for check", err)
	}
	defer func() { err = errors.Join(err, removeFolder(folder)) }()
	back, err := restoreInto(ctx, filepath.Join(folder, dataFolder), path, passphrase, unchanged(s.data.version), storeRecord{Replica: s.Replica()}, s.guard())
	if err != nil {
		return err
	}
	if back.digest != want || !maps.Equal(back.names, names) {
		return damaged(PartBackup, errChecksum, "%s", path)
	}
	return nil
}

func backupInfo(path string) (info BackupInfo, err error) {
	file, err := os.Open(path)
	if err != nil {
		return info, fileError("open backup", err)
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	stat, err := file.Stat()
	if err != nil {
		return info, fileError("open backup", err)
	}
	info = BackupInfo{Path: path, Size: stat.Size()}
	head, encrypted, _, err := readBackupHead(file)
	if err != nil {
		return info, backupError(path, err)
	}
	info.Made, info.Programmes, info.Encrypted = head.made(), head.Programmes, encrypted
	info.Names = head.Names
	info.Replica, info.Position = model.ReplicaID(head.Replica), head.Position
	return info, nil
}

// Backups returns the backups in the data folder, the newest first.
func (s *Store) Backups(ctx context.Context) ([]BackupInfo, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return ListBackups(s.folder)
}

// ListBackups returns the backups in a data folder, the newest first, without
// opening its store; that may be damaged or held by another program. Files
// whose head cannot be read come last, marked as damaged.
func ListBackups(dir string) ([]BackupInfo, error) {
	entries, err := os.ReadDir(filepath.Join(dir, backupFolder))
	if errors.Is(err, os.ErrNotExist) {
		// Windows says the same of a file with no folders in it.
		if info, err := os.Stat(dir); err == nil && !info.IsDir() {
			return nil, fmt.Errorf("list backups: %w", ErrNotStore)
		}
		return nil, nil
	}
	if err != nil {
		return nil, fileError("list backups", err)
	}
	var list []BackupInfo
	for _, entry := range entries {
		if !strings.HasSuffix(entry.Name(), backupExtension) {
			continue
		}
		info, err := backupInfo(filepath.Join(dir, backupFolder, entry.Name()))
		switch {
		case errors.Is(err, ErrDamaged), errors.Is(err, ErrNotStore):
			info.Damaged = true
		case errors.Is(err, ErrNewer): // listed as far as it is known
		case err != nil:
			return nil, err
		}
		list = append(list, info)
	}
	slices.SortFunc(list, func(a, b BackupInfo) int {
		return cmp.Or(b.Made.Compare(a.Made), cmp.Compare(b.Position, a.Position), cmp.Compare(b.Path, a.Path))
	})
	return list, nil
}

func freeBackupPath(folder string, now time.Time) string {
	name := now.UTC().Format("2006-01-02T15-04-05Z")
	path := filepath.Join(folder, name+backupExtension)
	for i := 2; exists(path); i++ {
		path = filepath.Join(folder, fmt.Sprintf("%s-%d%s", name, i, backupExtension))
	}
	return path
}

// thinBackups removes backups that others make needless, and cuts the journal
// behind the second newest of this replica: should the newest be found damaged
// one day, the one before it and the journal still give everything.
func (s *Store) thinBackups(ctx context.Context) error {
	list, err := s.Backups(ctx)
	if err != nil {
		return err
	}
	list = slices.DeleteFunc(list, func(info BackupInfo) bool { return info.Made.IsZero() })
	times := make([]time.Time, len(list))
	for i, info := range list {
		times[i] = info.Made
	}
	var own []uint64
	for i, needless := range thin(times, s.options.Clock()) {
		if needless {
			if err := removeFile(list[i].Path); err != nil {
				return fileError("thin backups", err)
			}
			continue
		}
		if list[i].Replica == s.Replica() {
			own = append(own, list[i].Position)
		}
	}
	slices.Sort(own)
	if len(own) < 2 {
		return nil
	}
	return s.data.cutJournal(own[len(own)-2])
}

func (d *data) cutJournal(position uint64) error {
	d.mutex.Lock()
	defer d.mutex.Unlock()
	if err := d.writable(0); err != nil {
		return err
	}
	if err := d.db.Sync(); err != nil {
		return tableError("sync tables", err)
	}
	return d.journal.cut(position)
}

// VerifyBackup reads a whole backup, checks every checksum in it, and restores
// it into a temporary store whose change chains, states and approved versions
// are then checked. Errors: ErrDamaged, ErrNewer, ErrNotStore, ErrPassphrase.
func VerifyBackup(ctx context.Context, path, passphrase string) (info BackupInfo, err error) {
	folder, err := os.MkdirTemp("", "tavoitekartta-")
	if err != nil {
		return info, fileError("make folder for check", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
	if info, err = backupInfo(path); err != nil {
		return info, fmt.Errorf("verify backup: %w", err)
	}
	restored := filepath.Join(folder, dataFolder)
	guard := spaceGuard{folder: folder, free: freeSpace}
	if _, err := restoreInto(ctx, restored, path, passphrase, schema(), storeRecord{Replica: info.Replica}, guard); err != nil {
		return info, fmt.Errorf("verify backup: %w", err)
	}
	findings, err := checkTables(ctx, restored, guard)
	if err == nil && len(findings) > 0 {
		err = findings[0].err()
	}
	if err != nil {
		return info, fmt.Errorf("verify backup: %w", err)
	}
	return info, nil
}

// head is the journal's last point.
func (d *data) head() journalPoint {
	d.mutex.RLock()
	defer d.mutex.RUnlock()
	return d.journal.head
}
