package commands

import (
	"path/filepath"
	"runtime"
)

// defaultFolder returns the data folder used when none is given: the user's own
// application data on this machine, never a folder that is synchronised. It is
// "" when the environment does not tell where that is.
func defaultFolder(getenv func(string) string) string {
	under := func(base string, rest ...string) string {
		if base == "" || !filepath.IsAbs(base) {
			return ""
		}
		return filepath.Join(append([]string{base}, rest...)...)
	}
	switch runtime.GOOS {
	case "windows":
		return under(getenv("LOCALAPPDATA"), "Tavoitekartta")
	case "darwin":
		return under(getenv("HOME"), "Library", "Application Support", "Tavoitekartta")
	}
	if folder := under(getenv("XDG_DATA_HOME"), "tavoitekartta"); folder != "" {
		return folder
	}
	return under(getenv("HOME"), ".local", "share", "tavoitekartta")
}
