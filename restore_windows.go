package main

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"

	"tavoitekartta/app/native"
)

// restore shows a window again that was made small.
func restore(w fyne.Window) {
	known, isNative := w.(driver.NativeWindow)
	if !isNative {
		return
	}
	known.RunNative(func(context any) {
		if c, isWindows := context.(driver.WindowsWindowContext); isWindows && c.HWND != 0 {
			native.Restore(c.HWND)
		}
	})
}
