package native

import "golang.org/x/sys/windows"

// Restore shows a window again that was made small (its HWND): one that only
// gets the focus would stay in the taskbar.
func Restore(window uintptr) {
	if small, _, _ := user32.NewProc("IsIconic").Call(window); small != 0 {
		_, _, _ = user32.NewProc("ShowWindow").Call(window, windows.SW_RESTORE)
	}
}
