package main

import (
	"github.com/go-gl/glfw/v3.4/glfw"

	"tavoitekartta/app/placement"
)

// screenAreas returns the part of each screen that no task bar covers, in
// pixels, the main screen's first. Fyne has made GLFW ready with the window and
// does not tell of screens itself.
func screenAreas() []placement.Area {
	var areas []placement.Area
	for _, monitor := range glfw.GetMonitors() {
		left, top, width, height := monitor.GetWorkarea()
		if width > 0 && height > 0 {
			areas = append(areas, placement.Area{Left: left, Top: top, Width: width, Height: height})
		}
	}
	return areas
}
