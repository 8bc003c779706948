//go:build linux

package stopwatch_test

import (
	"testing"
	"time"

	"tavoitekartta/model/stopwatch"
)

func TestWorkIsCountedAndWaitingIsNot(t *testing.T) {
	sum := uint64(0)
	worked := stopwatch.Work(func() {
		for i := range uint64(300_000_000) {
			sum += i * i
		}
	})
	if worked < 10*time.Millisecond {
		t.Errorf("%d additions took %v", sum, worked)
	}
	waited := stopwatch.Work(func() { <-time.After(100 * time.Millisecond) })
	if waited > 50*time.Millisecond {
		t.Errorf("waiting took %v", waited)
	}
}
