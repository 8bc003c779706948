//go:build bench && linux

package e2e

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"tavoitekartta/e2e/stage"
)

// What memory may be taken: so many times an empty Fyne window's, and so many
// megabytes on top.
const (
	mostMemoryRatio     = 1.4
	mostMemoryMegabytes = 40
)

// TestRatioMemory compares the memory of the window with 10,000 measures loaded,
// and the words of all programmes in the search's index, with that of a window
// with nothing in it. Pages that processes share count for their part (PSS).
func TestRatioMemory(t *testing.T) {
	folder := t.TempDir()
	ours := stage.Build(t, "tavoitekartta", folder)
	plain := stage.Build(t, "tavoitekartta/e2e/stage/testdata/emptywindow", folder)
	for _, loaded := range tenThousandMeasures() {
		t.Run(loaded.name, func(t *testing.T) {
			dataDir := t.TempDir()
			leaveOff(t, dataDir, largeFolder(t, dataDir, loaded.sizes...)[0])
			display := stage.New(t, stage.Laptop)
			empty := display.Start(plain, stage.Options{})
			display.AwaitStill(wholeLaptop, 2*time.Second)
			theirs := megabytes(t, empty)
			empty.Close()

			window := openTitle(t, ours, dataDir)
			window.write(t, 1)
			mine := megabytes(t, window.window)
			most := mostMemoryRatio*theirs + mostMemoryMegabytes
			t.Logf("memory: %.0f MB, an empty Fyne window %.0f MB; at most %.1f of that and %d MB, %.0f MB",
				mine, theirs, mostMemoryRatio, mostMemoryMegabytes, most)
			if mine > most {
				t.Error("too much memory")
			}
		})
	}
}

// megabytes is the memory of a program: its own pages, and its part of those
// that it shares.
func megabytes(t *testing.T, program *stage.Program) float64 {
	t.Helper()
	rollup, err := os.ReadFile(fmt.Sprintf("/proc/%d/smaps_rollup", program.Process()))
	must(t, err)
	for line := range strings.Lines(string(rollup)) {
		if rest, found := strings.CutPrefix(line, "Pss:"); found {
			kilobytes, err := strconv.ParseFloat(strings.Fields(rest)[0], 64)
			must(t, err)
			return kilobytes / 1000
		}
	}
	t.Fatal("the system does not tell the memory")
	return 0
}
