//go:build !windows

package native

// WatchEnd has the ending done when the session ends; release stops that.
// Elsewhere than on Windows a signal tells, and the window toolkit listens for
// it.
func WatchEnd(Ending) (release func()) { return func() {} }
