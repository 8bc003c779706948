package storage

import "fmt"

// reserve is what must stay free: 64 MB, or four memtables if that is more. A
// full disk does not fail in Badger, it kills the process (SIGBUS, since its
// files are mapped into memory before their blocks exist), so the guard has to
// leave room for everything that Badger may write by itself.
const reserve = max(64<<20, 4*memTableSize)

// spaceGuard refuses writes before the disk is full.
type spaceGuard struct {
	folder string
	free   func(folder string) (uint64, error)
}

// check returns a NoSpaceError unless size bytes fit, three times over (journal,
// tables, and the tables' next compaction), above the reserve.
func (g spaceGuard) check(size int) error {
	free, err := g.free(g.folder)
	if err != nil {
		return fmt.Errorf("look at free space: %w", err)
	}
	needed := uint64(reserve) + 3*uint64(size)
	if free < needed {
		return &NoSpaceError{Needed: needed, Free: free}
	}
	return nil
}
