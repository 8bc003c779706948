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

func TestWhatIsReallyInUseSetsThePace(t *testing.T) {
	stop := pace.Command()
	defer stop()
	roomy := debug.SetMemoryLimit(-1)
	inUse := make([]byte, roomy)
	for debug.SetMemoryLimit(-1) == roomy {
		runtime.GC() // what it finds is told of beside it, soon after
		runtime.Gosched()
	}
	if got := debug.SetMemoryLimit(-1); got != math.MaxInt64 {
		t.Errorf("limited to %d bytes with %d in use", got, len(inUse))
	}
	runtime.KeepAlive(inUse)
	for debug.SetMemoryLimit(-1) != roomy {
		runtime.GC()
		runtime.Gosched()
	}
}
