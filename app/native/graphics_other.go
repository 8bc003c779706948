//go:build !windows

package native

// FindGraphics tells what OpenGL there is. Elsewhere than on Windows the window
// toolkit finds out; what it needs is taken to be there.
func FindGraphics() Graphics { return Graphics{Version: "2.1"} }
