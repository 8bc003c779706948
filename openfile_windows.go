package main

import (
	"fmt"
	"path/filepath"
	"runtime"

	"golang.org/x/sys/windows"
)

// openFile opens a file in the program that Windows has for its kind. The path
// goes to Windows whole, not through a command line, so that blanks, "&", "%"
// and letters of any language are only letters.
func openFile(path string) error {
	absolute, err := filepath.Abs(path)
	if err != nil {
		return fmt.Errorf("open %s: %w", path, err)
	}
	file, err := windows.UTF16PtrFromString(absolute)
	if err != nil {
		return fmt.Errorf("open %s: %w", path, err)
	}
	verb, err := windows.UTF16PtrFromString("open")
	if err != nil {
		return fmt.Errorf("open %s: %w", path, err)
	}
	defer onThreadOfItsOwn()()
	if err := windows.ShellExecute(0, verb, file, nil, nil, windows.SW_SHOWNORMAL); err != nil {
		return fmt.Errorf("open %s: %w", path, err)
	}
	return nil
}

// onThreadOfItsOwn readies a thread for the shell, which hands some files to
// extensions that ask for COM ("ShellExecute", remarks).
func onThreadOfItsOwn() (done func()) {
	runtime.LockOSThread()
	if err := windows.CoInitializeEx(0, windows.COINIT_APARTMENTTHREADED|windows.COINIT_DISABLE_OLE1DDE); err != nil {
		return runtime.UnlockOSThread // is ready in another way
	}
	return func() {
		windows.CoUninitialize()
		runtime.UnlockOSThread()
	}
}
