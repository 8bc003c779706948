// Package pace sets how a program collects its garbage that does one thing and
// ends.
//
// Go collects as soon as four megabytes are in use. A command has done its work
// before that is worth anything, so nothing is collected until a part of the
// memory is used that any machine has; from then on collecting comes often, so
// that the report of thousands of measures stays small.
package pace

import (
	"math"
	"runtime"
	"runtime/debug"
)

const (
	// free is how many bytes may be in use before anything is collected.
	free = 48 << 20
	// percent is how much garbage may lie beside what is in use afterwards.
	percent = 40
)

// Command sets the pace of a command. It is called once, at the start. Stop
// takes the program back to Go's own pace, for one that comes to stand open.
func Command() (stop func()) {
	usual := debug.SetGCPercent(-1)
	debug.SetMemoryLimit(free)
	// The first collection finds the marker unused and sets the later pace.
	marker := new([16]byte)
	cleanup := runtime.AddCleanup(marker, func(int) {
		debug.SetGCPercent(percent)
		debug.SetMemoryLimit(math.MaxInt64)
	}, 0)
	return func() {
		cleanup.Stop()
		debug.SetGCPercent(usual)
		debug.SetMemoryLimit(math.MaxInt64)
	}
}
