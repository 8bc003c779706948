package storage

import (
	"slices"
	"testing"
	"time"
)

func at(text string) time.Time {
	made, err := time.Parse("2006-01-02 15:04", text)
	if err != nil {
		panic(err)
	}
	return made
}

func TestThinning(t *testing.T) {
	now := at("2026-06-15 12:00")
	cases := []struct {
		name string
		made []string
		kept []string
	}{
		{"nothing", nil, nil},
		{"one, however old", []string{"2001-01-01 00:00"}, []string{"2001-01-01 00:00"}},
		{"all of the last day",
			[]string{"2026-06-15 11:59", "2026-06-15 11:58", "2026-06-15 08:00", "2026-06-14 12:01"},
			[]string{"2026-06-15 11:59", "2026-06-15 11:58", "2026-06-15 08:00", "2026-06-14 12:01"}},
		{"the last of each day of a month",
			[]string{"2026-06-15 11:00", "2026-06-15 10:00", "2026-06-10 09:00", "2026-06-10 16:00", "2026-06-09 23:59"},
			[]string{"2026-06-15 11:00", "2026-06-15 10:00", "2026-06-10 16:00", "2026-06-09 23:59"}},
		{"the last of each month of two years",
			[]string{"2026-06-15 11:00", "2026-06-15 10:00", "2026-03-01 08:00", "2026-03-30 08:00", "2024-07-01 08:00"},
			[]string{"2026-06-15 11:00", "2026-06-15 10:00", "2026-03-30 08:00", "2024-07-01 08:00"}},
		{"the last of each older year",
			[]string{"2026-06-15 11:00", "2026-06-15 10:00", "2020-01-01 08:00", "2020-12-31 08:00", "2019-05-05 08:00"},
			[]string{"2026-06-15 11:00", "2026-06-15 10:00", "2020-12-31 08:00", "2019-05-05 08:00"}},
		{"the newest two, though of one old day",
			[]string{"2020-01-01 08:00", "2020-01-01 09:00", "2020-01-01 10:00"},
			[]string{"2020-01-01 09:00", "2020-01-01 10:00"}},
		{"those from the future",
			[]string{"2031-01-01 08:00", "2031-01-01 09:00", "2031-01-01 10:00", "2026-06-15 10:00"},
			[]string{"2031-01-01 08:00", "2031-01-01 09:00", "2031-01-01 10:00", "2026-06-15 10:00"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			times := make([]time.Time, len(c.made))
			for i, text := range c.made {
				times[i] = at(text)
			}
			remove := thin(times, now)
			for i, text := range c.made {
				if kept := slices.Contains(c.kept, text); kept == remove[i] {
					t.Errorf("%s: removed %v", text, remove[i])
				}
			}
		})
	}
}

// A year of work, four backups each working day, thinned after every one: what
// is left covers each day of the last month and each month before it.
func TestThinningOverTwelveMonths(t *testing.T) {
	var kept []time.Time
	start := at("2025-01-01 00:00")
	last := start
	for day := range 365 {
		for _, hour := range []int{8, 11, 14, 16} {
			last = start.AddDate(0, 0, day).Add(time.Duration(hour) * time.Hour)
			kept = append(kept, last)
			remove := thin(kept, last)
			kept = slices.Collect(func(yield func(time.Time) bool) {
				for i, made := range kept {
					if !remove[i] && !yield(made) {
						return
					}
				}
			})
		}
	}
	for day := range 30 {
		want := last.AddDate(0, 0, -day)
		if !slices.Contains(kept, want) {
			t.Errorf("nothing kept of the evening of %s", want.Format(time.DateOnly))
		}
	}
	months := map[time.Month]bool{}
	for _, made := range kept {
		months[made.Month()] = true
	}
	if len(months) != 12 {
		t.Errorf("%d months covered", len(months))
	}
	if len(kept) < 30+11 || len(kept) > 50 {
		t.Errorf("%d backups kept", len(kept))
	}
}

func TestBackupIsDue(t *testing.T) {
	now := at("2026-06-15 12:00")
	cases := []struct {
		name    string
		last    time.Time
		changes uint64
		closing bool
		want    bool
	}{
		{"nothing new", at("2020-01-01 00:00"), 0, true, false},
		{"closing with something new", now.Add(-time.Minute), 1, true, true},
		{"first work", time.Time{}, 1, false, true},
		{"made an hour ago", now.Add(-time.Hour), 10, false, false},
		{"made yesterday", now.Add(-24 * time.Hour), 1, false, true},
		{"many changes", now.Add(-time.Minute), backupChanges, false, true},
		{"from the future", now.Add(time.Hour), 1, false, true},
	}
	for _, c := range cases {
		if got := backupDue(now, c.last, c.changes, c.closing); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}
