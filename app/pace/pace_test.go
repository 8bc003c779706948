package pace_test

import (
	"math"
	"runtime"
	"runtime/debug"
	"testing"

	"tavoitekartta/app/pace"
)

func TestAStoppedPaceIsTheOneFromBefore(t *testing.T) {
	const before = 120
	own := debug.SetGCPercent(before)
	pace.Command()()
	if got := debug.SetGCPercent(own); got != before {
		t.Errorf("%d per cent, want %d", got, before)
	}
	if limit := debug.SetMemoryLimit(-1); limit != math.MaxInt64 {
		t.Errorf("limited to %d bytes", limit)
	}
}

func TestTheFirstCollectionSetsALaterPace(t *testing.T) {
	stop := pace.Command()
	defer stop()
	first := debug.SetMemoryLimit(-1)
	for debug.SetMemoryLimit(-1) == first {
		runtime.GC() // what it finds unused is told of beside it, soon after
		runtime.Gosched()
	}
	if debug.SetMemoryLimit(-1) < first {
		t.Error("less memory than before")
	}
}
