//go:build accessibility

package main

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
	"golang.org/x/sys/windows"
)

// focusLine is the message with which Fyne 2.8.1 makes one of its accessible
// elements, counted from 0, the one that has the keys
// (internal/driver/glfw/accessibility_windows.c, WM_FYNE_FOCUS_CHILD).
const focusLine = 0x8000 + 101

// readFocus tells Fyne's accessibility which line has the keys. Fyne itself counts
// presses of Tab and is wrong as soon as a text stands between two controls. The
// message goes when Fyne has taken the lines, so that it is not counted in the
// earlier ones.
func readFocus(window fyne.Window) func(line int) {
	post := windows.NewLazySystemDLL("user32.dll").NewProc("PostMessageW")
	return func(line int) {
		native, is := window.(driver.NativeWindow)
		if !is {
			return
		}
		fyne.Do(func() {
			native.RunNative(func(context any) {
				if w, is := context.(driver.WindowsWindowContext); is && w.HWND != 0 {
					_, _, _ = post.Call(w.HWND, focusLine, uintptr(line), 0)
				}
			})
		})
	}
}
