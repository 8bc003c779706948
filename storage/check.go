package storage

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/dgraph-io/badger/v4"

	"tavoitekartta/model"
)

// Report is what a check of a data folder found, as data: screens and commands
// make words of the codes.
type Report struct {
	Findings   []Finding       `json:"findings"` // empty for a sound store
	Replica    model.ReplicaID `json:"replica,omitempty"`
	Version    uint32          `json:"version,omitempty"` // of the records
	Programmes int             `json:"programmes"`
	Changes    uint64          `json:"changes"`
	Versions   int             `json:"versions"`            // approved or locked
	Position   uint64          `json:"position"`            // of the journal's last record
	Compared   bool            `json:"compared"`            // every record was compared with a backup and the journal
	Tables     bool            `json:"tables"`              // Badger's tables are sound by themselves
	Backups    int             `json:"backups"`             // whose checksums hold; by Doctor
	LastBackup int64           `json:"lastBackup,omitzero"` // Unix milliseconds; by Doctor
}

// Finding is one thing that is not as it should be.
type Finding struct {
	Part  Part        `json:"part"`
	Code  FindingCode `json:"code"`
	Where string      `json:"where,omitempty"`
	Cause string      `json:"cause,omitempty"` // for the log, never for the user
}

// FindingCode says what is wrong.
type FindingCode string

// The codes of findings.
const (
	FindingUnreadable FindingCode = "unreadable" // checksums differ, or bytes make no record
	FindingMissing    FindingCode = "missing"    // something is not there
	FindingDifferent  FindingCode = "different"  // is not what backup and journal say
	FindingBroken     FindingCode = "broken"     // a chain of changes does not hold
	FindingDied       FindingCode = "died"       // the process that read the store ended
)

// Sound reports whether nothing was found.
func (r Report) Sound() bool { return len(r.Findings) == 0 }

// err gives the first finding as ErrDamaged.
func (r Report) err() error {
	if r.Sound() {
		return nil
	}
	return r.Findings[0].err()
}

func (f Finding) err() error {
	return damaged(f.Part, fmt.Errorf("%s: %s", f.Code, f.Cause), "%s", f.Where)
}

// add files an error that says damage; others are given back.
func (r *Report) add(err error) error {
	var damage *DamagedError
	if !errors.As(err, &damage) {
		return err
	}
	finding := Finding{Part: damage.Part, Code: FindingUnreadable, Where: damage.Where}
	if damage.Cause != nil {
		finding.Cause = damage.Cause.Error()
	}
	switch {
	case errors.Is(err, ErrNotFound), errors.Is(err, os.ErrNotExist):
		finding.Code = FindingMissing
	case damage.Part == PartChain:
		finding.Code = FindingBroken
	}
	r.Findings = append(r.Findings, finding)
	return nil
}

// Check reads everything of the store in dir, on a copy inside it that is thrown
// away, as an opening after an unclean end would find it: journal, checksums of
// the tables, change chains, states made anew from the changes, approved
// versions, and every record against the newest good backup and the journal. It
// takes no lock; the caller has it. Damage stands in the report; an error tells
// that the check itself could not be carried out.
//
// Damaged tables can end the process (Badger reads through mapped memory), so
// Check belongs in a child: see Options.CheckCommand. Where Badger panics, its
// goroutines go on writing into the copy, which therefore stays until they have
// ended with the process: CheckInChild and the next opening remove it.
func Check(ctx context.Context, dir string) (report Report, err error) {
	report.Findings = []Finding{}
	defer func() {
		if cause := recover(); cause != nil {
			report.Findings = append(report.Findings, Finding{Part: PartTables, Code: FindingDied, Where: fmt.Sprint(cause)})
		}
	}()
	guard := spaceGuard{folder: dir, free: freeSpace}
	size, err := folderSize(filepath.Join(dir, dataFolder))
	if errors.Is(err, ErrDamaged) {
		return report, report.add(err)
	}
	if err == nil {
		err = guard.check(size)
	}
	if err != nil {
		return report, fmt.Errorf("check store: %w", err)
	}
	copied, err := os.MkdirTemp(dir, checkPrefix)
	if err != nil {
		return report, fileError("check store", err)
	}
	ended := false
	defer func() {
		if ended { // where Badger has panicked it may still be writing into the copy
			err = errors.Join(err, removeTried(copied))
		}
	}()
	target := filepath.Join(copied, dataFolder)
	if err := copyFolder(filepath.Join(dir, dataFolder), target); err != nil {
		ended = true
		return report, fmt.Errorf("check store: %w", err)
	}
	err = report.checkCopy(ctx, dir, target, guard)
	ended = true
	if err != nil {
		return report, fmt.Errorf("check store: %w", err)
	}
	return report, nil
}

// removeTried removes a copy that was tried out. Where Badger could not open it,
// its files stay open until the process ends, and Windows removes none that is
// open: then the copy stays too, for CheckInChild and the next opening.
func removeTried(copied string) error {
	if err := os.RemoveAll(copied); err != nil && !mayBeInUse(err) {
		return fileError("remove copy", err)
	}
	return nil
}

// checkCopy checks the copy with its journal, and when the journal is at fault
// the tables by themselves.
func (r *Report) checkCopy(ctx context.Context, dir, copied string, guard spaceGuard) error {
	version, record, err := readStoreRecord(copied, versionStore)
	if err != nil {
		return r.add(err)
	}
	r.Version, r.Replica = version, record.Replica
	d, err := openData(copied, false, versionStore, guard)
	if err == nil {
		r.Position = d.head().Position
		err = r.checkAll(ctx, dir, d)
		return errors.Join(err, r.add(d.close()))
	}
	if err := r.add(err); err != nil {
		return err
	}
	findings, err := checkTables(ctx, copied, guard)
	r.Tables = err == nil && len(findings) == 0
	return r.add(err)
}

func (r *Report) checkAll(ctx context.Context, dir string, d *data) error {
	before := len(r.Findings)
	if err := r.checkData(ctx, d); err != nil {
		return err
	}
	r.Tables = len(r.Findings) == before
	return r.compare(ctx, dir, d)
}

// checkTables checks the tables of a folder without its journal.
func checkTables(ctx context.Context, folder string, guard spaceGuard) (findings []Finding, err error) {
	db, err := openTables(filepath.Join(folder, tablesFolder))
	if err != nil {
		return nil, err
	}
	d := &data{folder: folder, version: versionStore, guard: guard, db: db}
	var r Report
	err = r.checkData(ctx, d)
	return r.Findings, errors.Join(err, tableError("close tables", db.Close()))
}

// checkData checks everything that the records say of each other.
func (r *Report) checkData(ctx context.Context, d *data) error {
	if err := d.db.VerifyChecksum(); err != nil {
		return r.add(damaged(PartTables, err, "checksums"))
	}
	if d.version < versionStore {
		return nil // what older records say is known after their migration
	}
	return d.view(ctx, func(txn *badger.Txn) error {
		if _, err := appliedPoint(txn); err != nil {
			return r.add(err)
		}
		if _, err := get(txn, []byte(keyBatch)); err == nil {
			r.Findings = append(r.Findings, Finding{Part: PartTables, Code: FindingBroken, Where: keyBatch})
		}
		err := eachProgramme(txn, func(programme model.EntityID, record programmeRecord) error {
			r.Programmes++
			r.Changes += record.Changes
			return errors.Join(ctx.Err(), r.add(checkProgramme(txn, programme, record)))
		})
		if err != nil {
			return r.add(err)
		}
		return r.add(each(txn, []byte(prefixVersion), func(key, value []byte) error {
			r.Versions++
			return r.add(checkVersion(txn, key, value))
		}))
	})
}

// checkProgramme reads all changes, checks their chains, applies them anew and
// compares the state with the elements that are kept.
func checkProgramme(txn *badger.Txn, programme model.EntityID, record programmeRecord) error {
	replayed := model.NewState()
	arrived := uint64(0)
	prefix := changesOf(programme)
	err := each(txn, prefix, func(key, value []byte) error {
		arrival, id, err := splitChangeKey(key[len(prefix):])
		if err != nil || arrival != arrived+1 {
			return damaged(PartChain, err, "arrival %d of %s", arrived+1, programme)
		}
		change, err := model.DecodeChange(value)
		if err != nil || change.ID != id {
			return damaged(PartChain, err, "%s", id)
		}
		switch _, err := replayed.Apply(change); {
		case errors.Is(err, model.ErrUnknownKind), errors.Is(err, model.ErrUnknownField):
			return fmt.Errorf("%s: %w: %w", id, ErrNewer, err) // sound, but of a newer program
		case err != nil:
			return damaged(PartChain, err, "%s", id)
		}
		arrived = arrival
		return nil
	})
	if err != nil {
		return tableError("read changes", err)
	}
	if arrived != record.Changes {
		return damaged(PartChain, ErrNotFound, "arrival %d of %s", arrived+1, programme)
	}
	kept, err := loadState(txn, programme)
	if err != nil {
		return err
	}
	if kept.Digest() != replayed.Digest() {
		return damaged(PartState, errChecksum, "%s", programme)
	}
	return nil
}

func checkVersion(txn *badger.Txn, key, value []byte) error {
	version, err := decodeVersion(value)
	if err != nil {
		return err
	}
	hashes := []model.Hash{version.Fingerprint}
	for _, document := range version.Documents {
		hashes = append(hashes, document.SHA256)
	}
	for _, hash := range hashes {
		sum := newBlobSum()
		if err := each(txn, blobOf(hash), sum.add); err != nil {
			return tableError("read bytes", err)
		}
		if sum.hash() != hash {
			return damaged(PartVersion, errChecksum, "%q", key)
		}
	}
	return nil
}

// compare looks for the newest backup of this replica that is whole and that
// the journal reaches back to, and compares every record.
func (r *Report) compare(ctx context.Context, dir string, d *data) error {
	base, found, err := findBase(dir, d.record.Replica, filepath.Join(d.folder, journalName))
	if err != nil || !found {
		return r.add(err)
	}
	journal := newReplay()
	journal.from = base.position
	if _, err := scanJournal(filepath.Join(d.folder, journalName), journal.visit); err != nil {
		return r.add(err)
	}
	return d.view(ctx, func(txn *badger.Txn) error {
		records := func(visit func(key, value []byte) error) error { return base.records(d.version, visit) }
		different, err := compareContent(txn, records, journal)
		for _, key := range different {
			r.Findings = append(r.Findings, Finding{Part: PartTables, Code: FindingDifferent, Where: fmt.Sprintf("%q", key)})
		}
		r.Compared = err == nil
		return r.add(err)
	})
}

// Doctor checks the data folder dir as Check does, in a child when the options
// say how, and its key ring and backups too. It takes the folder's lock, so
// ErrHeld tells that the store is open elsewhere. Nothing is changed.
func Doctor(ctx context.Context, dir string, options Options) (report Report, err error) {
	options = options.withDefaults()
	store, err := inspectFolder(dir, versionStore)
	if err == nil && !store {
		err = ErrNotStore
	}
	if err != nil && !errors.Is(err, ErrDamaged) {
		return report, fmt.Errorf("examine store: %w", err)
	}
	report.Findings = []Finding{}
	damage := report.add(err)
	lock, err := lockFolder(dir, options.Clock())
	if err = errors.Join(damage, err); err != nil {
		return report, fmt.Errorf("examine store: %w", err)
	}
	defer func() { err = errors.Join(err, lock.release()) }()
	before := report.Findings
	report, err = options.check(ctx, dir)
	report.Findings = append(before, report.Findings...)
	if err != nil {
		return report, fmt.Errorf("examine store: %w", err)
	}
	if _, err := checkEnd(filepath.Join(dir, dataFolder)); err != nil {
		if err := report.add(err); err != nil {
			return report, fmt.Errorf("examine store: %w", err)
		}
	}
	return report, report.examineRest(dir)
}

// examineRest looks at what Check does not: names and backups.
func (r *Report) examineRest(dir string) error {
	if err := r.add(inspectKeyRing(dir)); err != nil {
		return fmt.Errorf("examine key ring: %w", err)
	}
	list, err := ListBackups(dir)
	if err != nil {
		return err
	}
	for _, info := range list {
		err := error(nil)
		switch {
		case info.Damaged:
			err = damaged(PartBackup, nil, "%s", filepath.Base(info.Path))
		case info.Encrypted: // cannot be read without its passphrase
		default:
			_, _, err = readBackup(info.Path, "", func(_, _ []byte) error { return nil })
		}
		if err == nil {
			r.Backups++
			r.LastBackup = max(r.LastBackup, info.Made.UnixMilli())
		}
		if err := r.add(err); err != nil {
			return err
		}
	}
	return nil
}
