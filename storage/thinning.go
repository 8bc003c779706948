package storage

import (
	"slices"
	"time"
)

// Backups younger than each of these are kept: all, then one a day, then one a
// month; older ones one a year.
const (
	keepAll     = 24 * time.Hour
	keepDaily   = 31 * 24 * time.Hour
	keepMonthly = 2 * 366 * 24 * time.Hour
)

// thin says which of the backups made at the given times may be removed; the
// answer has the order of times. Of each day, month and year the last backup is
// kept, since it holds the work of them all. The newest two are always kept, and
// so is a backup from the future: a clock may have been wrong by years.
func thin(times []time.Time, now time.Time) (remove []bool) {
	remove = make([]bool, len(times))
	order := make([]int, len(times))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return times[b].Compare(times[a]) })
	kept := map[string]bool{}
	for rank, i := range order {
		period := keepPeriod(times[i].UTC(), now.UTC())
		remove[i] = period != "" && kept[period] && rank >= 2
		kept[period] = true
	}
	return remove
}

// keepPeriod names the day, month or year of which one backup is kept; empty
// when all are.
func keepPeriod(made, now time.Time) string {
	switch age := now.Sub(made); {
	case age < keepAll:
		return ""
	case age < keepDaily:
		return made.Format("2006-01-02")
	case age < keepMonthly:
		return made.Format("2006-01")
	}
	return made.Format("2006")
}

// Automatic backups are made when something changed and either is reached.
const (
	backupInterval = 24 * time.Hour
	backupChanges  = 500
)

// backupDue says whether an automatic backup is wanted: never without anything
// new; at closing always; otherwise when the last is older than a day (or from
// the future, or missing) or many changes have come since.
func backupDue(now, last time.Time, changes uint64, closing bool) bool {
	if changes == 0 {
		return false
	}
	if closing || changes >= backupChanges || last.IsZero() {
		return true
	}
	age := now.Sub(last)
	return age >= backupInterval || age < 0
}
