package stopwatch

import (
	"syscall"
	"time"
)

// ofThread is RUSAGE_THREAD of getrusage(2), which package syscall does not name.
const ofThread = 1

// threadTime returns what the calling thread has worked so far.
func threadTime() time.Duration {
	var usage syscall.Rusage
	if err := syscall.Getrusage(ofThread, &usage); err != nil {
		return 0
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}
