package crashlog

import (
	"os"

	"golang.org/x/sys/windows"
)

// capture has the runtime's last words written into the file. A window program
// has no stderr, and the runtime looks for it anew at each of its lines: there
// the file becomes stderr, which also gets what the runtime says of a fault in
// foreign code, such as a graphics driver (runtime.winthrow), and what it says
// before it is dying (runtime.fatal).
func capture(file *os.File) (release func(), err error) {
	if stderr, err := windows.GetStdHandle(windows.STD_ERROR_HANDLE); err == nil && stderr != 0 && stderr != windows.InvalidHandle {
		return captureByRuntime(file)
	}
	if err := windows.SetStdHandle(windows.STD_ERROR_HANDLE, windows.Handle(file.Fd())); err != nil {
		return captureByRuntime(file)
	}
	return func() {
		_ = windows.SetStdHandle(windows.STD_ERROR_HANDLE, 0)
		_ = file.Close()
	}, nil
}
