package storage

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/dgraph-io/badger/v4"

	"tavoitekartta/model"
)

// RepairReport tells what a repair built on.
type RepairReport struct {
	Backup     time.Time // when the backup was made; zero when none was used
	Replayed   int       // records of the journal behind it
	Tables     bool      // the tables were sound, and were used instead
	Complete   bool      // the journal was whole: nothing acknowledged is missing
	NewReplica bool      // something may be missing, so the chain goes on under a new id
	NamesLost  bool      // the key ring was damaged, and a new one begins
	Kept       string    // where the damaged folder is kept
}

// Repair puts a damaged store right: the newest good backup and the journal
// behind it, or the tables when they are sound and know more. The damaged data
// is kept beside, inside dir, as "damaged-" and the date. It returns ErrDamaged
// when neither is of use, and changes nothing then.
func Repair(ctx context.Context, dir string, options Options) (RepairReport, error) {
	options = options.withDefaults()
	report, err := repair(ctx, dir, options)
	if err != nil {
		return report, fmt.Errorf("repair store: %w", err)
	}
	return report, firstBackup(ctx, dir, options)
}

func repair(ctx context.Context, dir string, options Options) (report RepairReport, err error) {
	lock, err := enterDamaged(dir, options)
	if err != nil {
		return report, err
	}
	defer func() { err = errors.Join(err, lock.release()) }()
	plan, err := planRepair(ctx, dir, options)
	if err != nil {
		return report, err
	}
	report = plan.report()
	if err := plan.carryOut(ctx, dir, options, &report); err != nil {
		return report, errors.Join(err, removeFolder(filepath.Join(dir, incomingFolder)))
	}
	if report.NamesLost, err = setKeyRingAside(dir, options); err != nil {
		return report, err
	}
	report.Kept = keptName(dir, "damaged", options.Clock())
	return report, takeOver(dir, "damaged", options)
}

// repairPlan is what a repair will build on.
type repairPlan struct {
	replica model.ReplicaID
	base    backupBase
	found   bool // base or the empty store that the journal begins with
	journal *replay
	records int
	reached uint64
	whole   bool
	tables  bool // are sound by themselves
}

func planRepair(ctx context.Context, dir string, options Options) (plan repairPlan, err error) {
	data := filepath.Join(dir, dataFolder)
	if _, record, err := readStoreRecord(data, versionStore); err == nil {
		plan.replica = record.Replica
	}
	journal := filepath.Join(data, journalName)
	if plan.base, plan.found, err = findBase(dir, plan.replica, journal); err != nil && !errors.Is(err, ErrDamaged) {
		return plan, err
	}
	if err := plan.readJournal(journal); err != nil {
		return plan, err
	}
	report, err := options.check(ctx, dir)
	if err != nil {
		return plan, err
	}
	plan.tables = report.Tables
	if !plan.tables && !plan.found {
		return plan, damaged(PartFolder, nil, "no backup, no journal and no tables to build on")
	}
	return plan, nil
}

// readJournal takes in what can be read of the journal behind the base.
func (p *repairPlan) readJournal(folder string) error {
	p.journal, p.reached = newReplay(), p.base.position
	p.journal.from = p.base.position
	_, err := scanJournal(folder, func(position uint64, payload []byte) error {
		if err := p.journal.visit(position, payload); err != nil {
			return err
		}
		if position > p.base.position {
			p.records++
			p.reached = position
		}
		return nil
	})
	p.whole = err == nil
	if err == nil || errors.Is(err, ErrDamaged) || errors.Is(err, os.ErrNotExist) {
		return nil
	}
	return err
}

func (p *repairPlan) report() RepairReport {
	report := RepairReport{Replayed: p.records, Complete: p.whole && p.found, NewReplica: !p.whole || p.replica == ""}
	if p.found && p.base.path != "" {
		report.Backup = p.base.made
	}
	return report
}

// carryOut builds the incoming folder.
func (p *repairPlan) carryOut(ctx context.Context, dir string, options Options, report *RepairReport) (err error) {
	incoming := filepath.Join(dir, incomingFolder)
	if err := removeFolder(incoming); err != nil {
		return err
	}
	record := storeRecord{Replica: p.replica}
	if report.NewReplica {
		if record.Replica, err = model.NewReplicaID(options.Random); err != nil {
			return err
		}
	}
	guard := spaceGuard{folder: dir, free: freeSpace}
	if p.tables {
		used, err := p.fromTables(ctx, dir, incoming, record, guard)
		if err != nil || used {
			report.Tables, report.Backup, report.Replayed = used, time.Time{}, 0
			return err
		}
	}
	return p.fromBackup(ctx, incoming, record, guard)
}

// fromTables copies sound tables, when they hold more than backup and journal.
func (p *repairPlan) fromTables(ctx context.Context, dir, incoming string, record storeRecord, guard spaceGuard) (used bool, err error) {
	copied, err := os.MkdirTemp(dir, checkPrefix)
	if err != nil {
		return false, fileError("copy tables", err)
	}
	defer func() { err = errors.Join(err, removeFolder(copied)) }()
	if err := copyFolder(filepath.Join(dir, dataFolder, tablesFolder), filepath.Join(copied, tablesFolder)); err != nil {
		return false, err
	}
	db, err := openTables(filepath.Join(copied, tablesFolder))
	if err != nil {
		return false, err
	}
	defer func() { err = errors.Join(err, tableError("close tables", db.Close())) }()
	err = db.View(func(txn *badger.Txn) error {
		point, err := appliedPoint(txn)
		if err != nil || p.found && (point.Position < p.reached || p.whole && point.Position == p.reached) {
			return err
		}
		used = true
		return p.fill(ctx, incoming, record, point.Position, guard, func(add func(key, value []byte) error) error {
			return eachLasting(ctx, txn, add)
		})
	})
	return used, err
}

func (p *repairPlan) fromBackup(ctx context.Context, incoming string, record storeRecord, guard spaceGuard) error {
	return p.fill(ctx, incoming, record, p.reached, guard, func(add func(key, value []byte) error) error {
		err := p.base.records(versionStore, func(key, value []byte) error {
			if _, replaced := p.journal.final[string(key)]; replaced {
				return ctx.Err()
			}
			return add(key, value)
		})
		for key, value := range p.journal.final {
			if err == nil && value != nil && !derived([]byte(key)) {
				err = add([]byte(key), value)
			}
		}
		return err
	})
}

// fill makes the incoming folder of records, and checks it before it counts.
func (p *repairPlan) fill(ctx context.Context, incoming string, record storeRecord, position uint64, guard spaceGuard, records func(add func(key, value []byte) error) error) error {
	target, err := createData(incoming, versionStore, record, journalPoint{Position: position}, guard)
	if err != nil {
		return err
	}
	load := newLoader(target, schema(), versionStore)
	err = records(func(key, value []byte) error {
		if string(key) == keyReplica && record.Replica != p.replica {
			return nil // a new replica counts from one
		}
		return load.add(key, value)
	})
	if err == nil {
		err = load.flush()
	}
	var check Report
	if err == nil {
		err = check.checkData(ctx, target)
	}
	if err == nil {
		err = check.err()
	}
	return errors.Join(err, target.close())
}

// setKeyRingAside puts a damaged key ring beside, so that a new one can begin.
func setKeyRingAside(dir string, options Options) (lost bool, err error) {
	err = inspectKeyRing(dir)
	if !errors.Is(err, ErrDamaged) {
		return false, err
	}
	aside := keptName(dir, ringFolder+"-damaged", options.Clock())
	return true, replaceFile(filepath.Join(dir, ringFolder), filepath.Join(dir, aside))
}

// backupBase is a backup to build on, or, without a path, the empty store.
type backupBase struct {
	path     string
	made     time.Time
	version  uint32 // of its records
	position uint64
}

// records gives every record of the base, brought up to a version of records.
func (b backupBase) records(version uint32, visit func(key, value []byte) error) error {
	if b.path == "" {
		return nil
	}
	current := schema()
	current.version = version
	_, _, err := readBackup(b.path, "", func(key, value []byte) error {
		lifted, err := current.lift(b.version, key, value)
		for _, record := range lifted {
			if err == nil {
				err = visit(record.Key, record.Value)
			}
		}
		return err
	})
	return err
}

// findBase finds the newest backup of a replica that is whole and that the
// journal reaches back to; the empty store when the journal has its first
// record. An empty replica, of a store whose record is lost, takes any.
func findBase(dir string, replica model.ReplicaID, journal string) (base backupBase, found bool, err error) {
	reaches := uint64(0)
	firsts, err := listSegments(journal)
	if err == nil && len(firsts) > 0 {
		reaches = firsts[0] - 1
	}
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return base, false, err
	}
	list, err := ListBackups(dir)
	if err != nil {
		return base, false, err
	}
	slices.SortStableFunc(list, func(a, b BackupInfo) int { return int(int64(b.Position) - int64(a.Position)) })
	for _, info := range list {
		own := info.Replica == replica || replica == ""
		if info.Damaged || info.Encrypted || !own || len(firsts) > 0 && info.Position < reaches {
			continue
		}
		head, _, err := readBackup(info.Path, "", func(_, _ []byte) error { return nil })
		if err == nil && head.StoreVersion <= versionStore {
			return backupBase{path: info.Path, made: info.Made, version: head.StoreVersion, position: info.Position}, true, nil
		}
	}
	return base, len(firsts) > 0 && reaches == 0, nil
}
