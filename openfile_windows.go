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
	if err == nil {
		err = execute(absolute, "")
	}
	if err != nil {
		return fmt.Errorf("open %s: %w", path, err)
	}
	return nil
}

// showFile shows a file in Explorer, marked in its folder. A path of Windows
// holds no quotation marks, so that it stays one word within them.
func showFile(path string) error {
	absolute, err := filepath.Abs(path)
	if err == nil {
		err = execute("explorer.exe", `/select,"`+absolute+`"`)
	}
	if err != nil {
		return fmt.Errorf("show %s: %w", path, err)
	}
	return nil
}

// execute has the shell open a file, or a program with parameters.
func execute(file, parameters string) error {
	name, err := windows.UTF16PtrFromString(file)
	if err != nil {
		return fmt.Errorf("name of the file: %w", err)
	}
	verb, err := windows.UTF16PtrFromString("open")
	if err != nil {
		return fmt.Errorf("verb: %w", err)
	}
	var words *uint16
	if parameters != "" {
		if words, err = windows.UTF16PtrFromString(parameters); err != nil {
			return fmt.Errorf("parameters: %w", err)
		}
	}
	defer onThreadOfItsOwn()()
	if err := windows.ShellExecute(0, verb, name, words, nil, windows.SW_SHOWNORMAL); err != nil {
		return fmt.Errorf("execute: %w", err)
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
