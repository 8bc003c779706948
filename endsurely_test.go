package main

import (
	"testing"
	"time"
)

func TestAProgramThatDoesNotStopIsEnded(t *testing.T) {
	going, gone := make(chan struct{}), make(chan struct{})
	close(going)
	ended := false
	endSurely(going, gone, time.Millisecond, func() { ended = true })
	if !ended {
		t.Error("it goes on without a window")
	}
	close(gone)
	endSurely(going, gone, time.Hour, func() { t.Error("it was ended while it stopped by itself") })
}
