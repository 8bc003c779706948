//go:build bench

package storage

import (
	"cmp"
	"slices"
	"testing"
	"time"
)

// What twelve months may do to a folder, its last month beside its first: the
// opening, the memory of an open folder, and the bytes kept for each edit.
const (
	mostOpeningRatio  = 1.5
	mostHeapRatio     = 1.2
	mostBytesAnEdit   = 500
	mostBackupsOfYear = 31 + 12 + 1
)

// TestRatioOfTwelveMonths makes 20,000 edits in a dozen programmes, in a folder
// that is opened anew each day and now and then ends without being closed.
func TestRatioOfTwelveMonths(t *testing.T) {
	year := months{days: 365, editsOfDay: 55, goals: 20, crashEvery: 45}
	dir, clock, lived := year.live(t)
	first, last := middle(lived.opened[1:31]), middle(lived.opened[len(lived.opened)-30:])
	opening := last.Seconds() / first.Seconds()
	t.Logf("opening: %v in the first month, %v in the last, ratio %.2f (at most %.1f)",
		first.Round(time.Millisecond), last.Round(time.Millisecond), opening, mostOpeningRatio)
	little, much := middle(lived.heap[1:31]), middle(lived.heap[len(lived.heap)-30:])
	heap := float64(much) / float64(little)
	t.Logf("memory of the open folder: %.1f MB and %.1f MB, ratio %.2f (at most %.1f)", float64(little)/1e6, float64(much)/1e6, heap, mostHeapRatio)
	edits := int64(year.days * year.editsOfDay)
	bytes := middle(lived.folder[len(lived.folder)-30:])
	t.Logf("the data take %.1f MB after %d edits, %d bytes an edit (at most %d); %.1f MB after the first month",
		float64(bytes)/1e6, edits, bytes/edits, mostBytesAnEdit, float64(middle(lived.folder[1:31]))/1e6)
	var size int64
	backups := backupsOf(t, dir)
	for _, info := range backups {
		size += info.Size
	}
	t.Logf("%d backups of %d that were made are kept, %.1f MB", len(backups), len(lived.backups), float64(size)/1e6)
	if opening > mostOpeningRatio || heap > mostHeapRatio || bytes/edits > mostBytesAnEdit || len(backups) > mostBackupsOfYear {
		t.Error("the folder does not stay as it was")
	}
	checkThinned(t, dir, clock.Now(), lived)
	checkRestored(t, dir, lived)
}

// middle is the median.
func middle[T cmp.Ordered](values []T) T {
	sorted := slices.Sorted(slices.Values(values))
	return sorted[len(sorted)/2]
}
