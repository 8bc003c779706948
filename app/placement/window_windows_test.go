package placement

import (
	"testing"

	"golang.org/x/sys/windows"
)

func TestAMinimisedWindowComesBackAsItWasBefore(t *testing.T) {
	at := windowPlacement{showCmd: showMinimised, flags: restoreToMaximised, normal: windows.Rect{Left: 10, Top: 20, Right: 810, Bottom: 620}}
	if got, want := fromWindows(at), (Placement{Area{10, 20, 800, 600}, true}); got != want {
		t.Errorf("from maximised: %v, want %v", got, want)
	}
	at.flags = 0
	if got := fromWindows(at); got.Maximised {
		t.Errorf("from its own size: %v", got)
	}
}
