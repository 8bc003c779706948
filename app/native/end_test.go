package native

import (
	"testing"
	"time"
)

func TestAnActIsWaitedForOnlySoLong(t *testing.T) {
	done := false
	within(time.Minute, func() { done = true })
	if !done {
		t.Error("gone on before the act was done")
	}
	never := make(chan struct{})
	defer close(never)
	within(time.Millisecond, func() { <-never }) // or the test does not end
}
