// Package stopwatch tells tests how long the processor works for something,
// whatever else the machine does meanwhile: a clock on the wall would count that
// too, and a busy machine would fail a test of what is quick.
package stopwatch

import (
	"runtime"
	"time"
)

// Work returns the processor time that do takes in its own goroutine. Where the
// system does not tell a thread's time (all but Linux) it is 0.
func Work(do func()) time.Duration {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	before := threadTime()
	do()
	return threadTime() - before
}

// Quickest is the least [Work] of three times: the first one may have to read in
// what the others find, and the collector takes its turn in some.
func Quickest(do func()) time.Duration {
	return min(Work(do), Work(do), Work(do))
}
