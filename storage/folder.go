package storage

import (
	"errors"
	"fmt"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// Names inside the folder that the user knows as the data folder.
const (
	formatName     = "format"
	dataFolder     = "data"
	incomingFolder = "data.incoming" // a whole store that is about to become "data"
	backupFolder   = "backups"
	checkPrefix    = "checking-" // copies that are being tried out
)

// ownNames are what this program may have put into a folder before the store
// was finished; a folder with anything else in it and no format record is not
// taken over.
func ownName(name string) bool {
	switch name {
	case lockName, holderName, incomingFolder, backupFolder, ringFolder, formatName + ".new":
		return true
	}
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, checkPrefix) || strings.HasSuffix(name, ".log")
}

// inspectFolder looks at a folder without writing and says whether a store is
// in it. It returns ErrPathTooLong and ErrBadPath for a path that no folder can
// have, ErrNotStore for a file or a folder of other things, ErrNewer when any part
// was written by a newer program; known is the highest version of records.
func inspectFolder(folder string, known uint32) (store bool, err error) {
	if err := checkPath(folder); err != nil {
		return false, err
	}
	info, err := os.Stat(folder)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return false, nil
	case err != nil:
		return false, fileError("look at folder", err)
	case !info.IsDir():
		return false, ErrNotStore
	}
	_, _, err = readSealed(PartFolder, magicFolder, versionFolder, filepath.Join(folder, formatName))
	switch {
	case errors.Is(err, errMagic):
		return false, ErrNotStore
	case errors.Is(err, fs.ErrNotExist):
		return false, inspectForeign(folder)
	case errors.Is(err, ErrDamaged), errors.Is(err, ErrNewer):
		return true, err
	case err != nil:
		return false, fileError("read format", err)
	}
	return true, inspectVersions(folder, known)
}

// inspectForeign accepts a folder that is empty but for what an opening cut
// short has left, or what another program is just making: its data come before
// its format record.
func inspectForeign(folder string) error {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return fileError("list folder", err)
	}
	for _, entry := range entries {
		switch name := entry.Name(); {
		case ownName(name), name == formatName:
		case name == dataFolder && ownData(filepath.Join(folder, dataFolder)):
		default:
			return ErrNotStore
		}
	}
	return nil
}

// ownData tells whether a folder called data holds a store's record.
func ownData(data string) bool {
	_, _, err := readSealed(PartRecord, magicStore, math.MaxUint32, filepath.Join(data, recordName))
	return !errors.Is(err, errMagic) && !errors.Is(err, fs.ErrNotExist)
}

// inspectVersions refuses what a newer program wrote before anything is touched.
func inspectVersions(folder string, known uint32) error {
	data := filepath.Join(folder, dataFolder)
	names := filepath.Join(folder, ringFolder)
	files := []struct {
		part  Part
		kind  magic
		known uint32
		path  string
	}{
		{PartRecord, magicStore, known, filepath.Join(data, recordName)},
		{PartFolder, magicEnd, versionEnd, filepath.Join(data, endName)},
		{PartKeyRing, magicRing, versionRing, filepath.Join(names, ringName)},
		{PartKeyRing, magicRing, versionRing, filepath.Join(names, ringName+".new")},
		{PartKeyRing, magicKey, versionStoreKey, filepath.Join(names, keyName)},
	}
	for _, file := range files {
		if err := inspectVersion(file.part, file.kind, file.known, file.path); err != nil {
			return err
		}
	}
	segments, err := filepath.Glob(filepath.Join(data, journalName, journalPrefix+"*"))
	if err != nil {
		return err
	}
	for _, segment := range segments {
		if err := inspectVersion(PartJournal, magicJournal, versionJournal, segment); err != nil {
			return err
		}
	}
	return nil
}

// inspectVersion looks at a file's stamp alone; whatever else is wrong with the
// file is found when it is read.
func inspectVersion(part Part, kind magic, known uint32, path string) error {
	file, err := os.Open(path)
	if err != nil {
		return nil //nolint:nilerr // a file that cannot be opened has no version
	}
	defer file.Close()
	head := make([]byte, stampSize)
	n, _ := file.Read(head)
	_, err = readStamp(part, kind, known, head[:n])
	if errors.Is(err, ErrNewer) {
		return err
	}
	return nil
}

// finishSwap ends an exchange of data folders that was cut short: a whole
// incoming folder takes the empty place, any other is removed.
func finishSwap(folder string) error {
	data, incoming := filepath.Join(folder, dataFolder), filepath.Join(folder, incomingFolder)
	if !exists(incoming) {
		return nil
	}
	if exists(data) {
		return removeFolder(incoming)
	}
	if clean, err := checkEnd(incoming); err != nil || !clean {
		return removeFolder(incoming)
	}
	return replaceFile(incoming, data)
}

// swapData puts the whole incoming folder in the place of "data" and keeps that
// beside under the given name. Every moment between leaves one of them whole.
func swapData(folder, keepAs string) error {
	data := filepath.Join(folder, dataFolder)
	if exists(data) {
		if err := replaceFile(data, filepath.Join(folder, keepAs)); err != nil {
			return err
		}
	}
	return replaceFile(filepath.Join(folder, incomingFolder), data)
}

// keptName gives a free name such as "damaged-2026-11-22" or, for the second of
// a day, "damaged-2026-11-22-2".
func keptName(folder, reason string, now time.Time) string {
	first := reason + "-" + now.UTC().Format(time.DateOnly)
	name := first
	for i := 2; exists(filepath.Join(folder, name)); i++ {
		name = fmt.Sprintf("%s-%d", first, i)
	}
	return name
}

// leftovers lists the copies that are being tried out, or that a check cut short
// has left.
func leftovers(folder string) ([]string, error) {
	left, err := filepath.Glob(filepath.Join(folder, checkPrefix+"*"))
	if err != nil {
		return nil, fmt.Errorf("list copies: %w", err)
	}
	return left, nil
}

// removeLeftovers removes what a check cut short has left, but for the copies
// named.
func removeLeftovers(folder string, kept ...string) error {
	left, err := leftovers(folder)
	if err != nil {
		return err
	}
	for _, path := range left {
		if slices.Contains(kept, path) {
			continue
		}
		if err := removeFolder(path); err != nil {
			return err
		}
	}
	return nil
}
