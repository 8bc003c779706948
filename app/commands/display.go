package commands

import (
	"runtime"
	"slices"
)

// hasDisplay tells whether a window can be shown at all. Only X11 and Wayland
// tell it by their variables; other systems always have a screen.
func hasDisplay(getenv func(string) string) bool {
	if slices.Contains([]string{"windows", "darwin"}, runtime.GOOS) {
		return true
	}
	return getenv("DISPLAY") != "" || getenv("WAYLAND_DISPLAY") != ""
}
