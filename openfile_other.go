//go:build !windows

package main

import (
	"os/exec"
	"path/filepath"
	"runtime"
)

// openFile opens a file in the system's own viewer.
func openFile(path string) error {
	opener := "xdg-open"
	if runtime.GOOS == "darwin" {
		opener = "open"
	}
	return exec.Command(opener, path).Start()
}

// showFile opens the folder of a file in the system's own list of files. Where
// the system can mark the file there, it does.
func showFile(path string) error {
	if runtime.GOOS == "darwin" {
		return exec.Command("open", "-R", path).Start()
	}
	return openFile(filepath.Dir(path))
}
