//go:build !windows

package main

import (
	"os/exec"
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
