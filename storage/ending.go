package storage

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"tavoitekartta/model"
)

// endRecord is written last when a store closes: the fingerprint of every file.
// At the next opening nothing of Badger is touched before all of them have been
// found as they were, since a flipped bit in its files reads as "not found" or
// ends the process. Without the record the last end was unclean.
type endRecord struct {
	Files []fileRecord `cbor:"1,keyasint"`
}

type fileRecord struct {
	_    struct{} `cbor:",toarray"`
	Name string   // inside the data folder, with "/"
	Size int64
	Sum  [sha256.Size]byte
}

// writeEnd fingerprints the closed files of a data folder.
func writeEnd(folder string) error {
	names, err := dataFiles(folder)
	if err != nil {
		return err
	}
	var end endRecord
	for _, name := range names {
		record, err := fingerprint(folder, name)
		if err != nil {
			return fileError("fingerprint data", err)
		}
		end.Files = append(end.Files, record)
	}
	body, err := model.Marshal(end)
	if err != nil {
		return fmt.Errorf("encode end: %w", err)
	}
	return writeFile(filepath.Join(folder, endName), seal(magicEnd, versionEnd, body), 0o600)
}

// dataFiles lists the files whose bytes make up the data.
func dataFiles(folder string) ([]string, error) {
	names := []string{recordName}
	for _, part := range []string{journalName, tablesFolder} {
		entries, err := os.ReadDir(filepath.Join(folder, part))
		if err != nil {
			return nil, fileError("list data", err)
		}
		for _, entry := range entries {
			if part == journalName && !strings.HasPrefix(entry.Name(), journalPrefix) {
				continue
			}
			if entry.Type().IsRegular() && entry.Name() != "LOCK" {
				names = append(names, part+"/"+entry.Name())
			}
		}
	}
	slices.Sort(names)
	return names, nil
}

func fingerprint(folder, name string) (record fileRecord, err error) {
	file, err := os.Open(filepath.Join(folder, filepath.FromSlash(name)))
	if err != nil {
		return record, err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	sum := sha256.New()
	size, err := io.Copy(sum, file)
	return fileRecord{Name: name, Size: size, Sum: [sha256.Size]byte(sum.Sum(nil))}, err
}

// checkEnd tells how the store ended: clean, and every file is as it was left;
// not clean, and nothing is known; or ErrDamaged with the file that changed.
// Files that were not there are passed over: other programs leave such things.
func checkEnd(folder string) (clean bool, err error) {
	body, _, err := readSealed(PartFolder, magicEnd, versionEnd, filepath.Join(folder, endName))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return false, nil
	case errors.Is(err, ErrDamaged), errors.Is(err, ErrNewer):
		return false, err
	case err != nil:
		return false, fileError("read end", err)
	}
	var end endRecord
	if err := model.Unmarshal(body, &end); err != nil {
		return false, damaged(PartFolder, err, "%s", endName)
	}
	for _, want := range end.Files {
		have, err := fingerprint(folder, want.Name)
		if err != nil {
			return false, damaged(partOf(want.Name), err, "%s", want.Name)
		}
		if have != want {
			return false, damaged(partOf(want.Name), errChecksum, "%s", want.Name)
		}
	}
	return true, nil
}

// removeEnd marks the store as open; from here on an end is unclean.
func removeEnd(folder string) error {
	err := removeFile(filepath.Join(folder, endName))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fileError("begin", err)
	}
	return syncFolder(folder)
}

func partOf(name string) Part {
	switch {
	case strings.HasPrefix(name, journalName):
		return PartJournal
	case strings.HasPrefix(name, tablesFolder):
		return PartTables
	}
	return PartRecord
}
