package commands

import (
	"os"
	"path/filepath"
	"runtime"
)

// A program that finds PortableMark beside itself keeps its data beside itself
// too, in portableFolder: on a memory stick both go where the stick goes.
const (
	PortableMark   = "portable.txt"
	portableFolder = "data"
)

// defaultFolder returns the data folder used when none is given: beside a
// portable program, else the user's own application data on this machine, which
// is never a folder that is synchronised. It is "" when the environment does not
// tell where that is.
func (p Program) defaultFolder(getenv func(string) string) string {
	if p.portable() {
		return filepath.Join(p.Beside, portableFolder)
	}
	under := func(base string, rest ...string) string {
		if base == "" || !filepath.IsAbs(base) {
			return ""
		}
		return filepath.Join(append([]string{base}, rest...)...)
	}
	switch runtime.GOOS {
	case "windows":
		return under(localData(getenv), "Tavoitekartta")
	case "darwin":
		return under(getenv("HOME"), "Library", "Application Support", "Tavoitekartta")
	}
	if folder := under(getenv("XDG_DATA_HOME"), "tavoitekartta"); folder != "" {
		return folder
	}
	return under(getenv("HOME"), ".local", "share", "tavoitekartta")
}

// portable tells whether the mark lies beside the program.
func (p Program) portable() bool {
	if p.Beside == "" {
		return false
	}
	_, err := os.Stat(filepath.Join(p.Beside, PortableMark))
	return err == nil
}
