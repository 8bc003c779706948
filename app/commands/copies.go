package commands

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"tavoitekartta/app/workflow"
)

// backupTask makes a checked backup and prints its file.
type backupTask struct{}

func (*backupTask) needs() need { return openFolder }

func (*backupTask) do(s *session) int {
	info, err := s.desk.Store().Backup(s.ctx)
	if err != nil {
		return s.fail(err)
	}
	s.print(info.Path)
	return exitDone
}

// restoreTask lists the backups, or restores one: a file, or one of the list by
// its name alone.
type restoreTask struct {
	File *string `arg:"" optional:""`
}

func (*restoreTask) needs() need { return closedFolder }

// backups lists the backups of a folder, open or not.
func (s *session) backups() ([]workflow.BackupInfo, error) {
	if s.desk != nil {
		return s.desk.Store().Backups(s.ctx)
	}
	return s.program.Folders.Backups(s.folder)
}

func (*restoreTask) list(s *session) int {
	backups, err := s.backups()
	if err != nil {
		return s.fail(err)
	}
	for _, b := range backups {
		if b.Damaged {
			continue // nothing that could be restored
		}
		s.print(strings.Join([]string{b.Path, b.Made.Format(time.RFC3339), strconv.Itoa(b.Programmes)}, "\t"))
	}
	return exitDone
}

func (t *restoreTask) do(s *session) int {
	if t.File == nil {
		return t.list(s)
	}
	backups, err := s.backups()
	if err != nil {
		return s.fail(err)
	}
	path := s.path(*t.File)
	if _, err := os.Stat(path); err != nil {
		for _, b := range backups {
			if filepath.Base(b.Path) == *t.File {
				path = b.Path
			}
		}
	}
	file, ok := s.readable(path)
	if !ok {
		return exitRefused
	}
	_ = file.Close()
	err = s.program.Folders.Restore(s.ctx, s.folder, path, "")
	if err == nil {
		s.print(s.words.T("command.restore.done", "file", shown(filepath.Base(path))))
		return exitDone
	}
	switch code, _ := s.program.Folders.Explain(err); code {
	case "notStore":
		return s.complain("command.restore.notBackup", "file", shown(*t.File))
	case "damaged":
		return s.complain("command.restore.damaged", "file", shown(*t.File))
	}
	return s.fail(err)
}

// doctorTask examines the data folder, and repairs it when asked to.
type doctorTask struct {
	Repair bool    `name:"repair"`
	Child  *string `name:"child" hidden:""`
}

func (t *doctorTask) needs() need {
	if t.Child != nil {
		return nothing
	}
	return closedFolder
}

func (t *doctorTask) do(s *session) int {
	if t.Child != nil {
		if err := s.program.Folders.DoctorChild(s.ctx, s.call.Stdout, s.path(*t.Child)); err != nil {
			return s.fail(err)
		}
		return exitDone
	}
	health, err := s.program.Folders.Doctor(s.ctx, s.folder)
	if err != nil {
		if code, _ := s.program.Folders.Explain(err); code == "notStore" {
			return s.complain("command.doctor.nothing")
		}
		return s.fail(err)
	}
	if len(health.Findings) == 0 {
		s.print(s.words.T("command.doctor.sound", "count", health.Programmes))
		return exitDone
	}
	if t.Repair {
		return s.repair()
	}
	told := map[HealthFinding]bool{}
	for _, f := range health.Findings {
		if told[f] {
			continue
		}
		told[f] = true
		s.print(s.words.T("command.doctor."+f.Code, "part", s.words.T("command.doctor.part."+workflow.PartKey(f.Part))))
	}
	s.complain("command.doctor.advice")
	return exitRefused
}

func (s *session) repair() int {
	repaired, err := s.program.Folders.Repair(s.ctx, s.folder)
	if err != nil {
		return s.fail(err)
	}
	if repaired.Complete {
		s.print(s.words.T("command.doctor.repaired"))
	} else {
		s.print(s.words.T("command.doctor.repairedPartly"))
	}
	if repaired.NamesLost {
		s.print(s.words.T("command.doctor.namesLost"))
	}
	s.print(s.words.T("command.doctor.kept", "folder", shown(repaired.Kept)))
	return exitDone
}
