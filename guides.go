package main

import (
	"os"
	"path/filepath"
)

// guideFolders are where the user guides lie, from the program's own folder:
// beside it on Windows and in the archives, in the system's documents where a
// package put the program into /usr/bin.
var guideFolders = []string{"guides", "../share/doc/tavoitekartta/guides"}

// guideFile returns what finds a user guide as PDF by its name and language; it
// gives "" for one that is not there.
func guideFile(beside string) func(name, language string) string {
	return func(name, language string) string {
		if beside == "" {
			return ""
		}
		for _, folder := range guideFolders {
			path := filepath.Join(beside, filepath.FromSlash(folder), name+"."+language+".pdf")
			if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() {
				return path
			}
		}
		return ""
	}
}
