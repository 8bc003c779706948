package window

import (
	"testing"
	"time"
)

func TestATimeOfDayIsWrittenAsPeopleWriteIt(t *testing.T) {
	for want, at := range map[string]time.Duration{
		"9.05": 9*time.Hour + 5*time.Minute, "14.32": 14*time.Hour + 32*time.Minute, "0.00": 0,
	} {
		if got := clock(time.Date(2026, 3, 4, 0, 0, 0, 0, time.UTC).Add(at)); got != want {
			t.Errorf("%v is written %q, not %q", at, got, want)
		}
	}
}
