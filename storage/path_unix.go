//go:build !windows

package storage

import "strings"

// The limits of paths and names, in bytes (limits.h).
const (
	maxPath = 4096
	maxName = 255
)

func pathLength(path string) int { return len(path) }

func possibleName(name string) bool { return !strings.ContainsRune(name, 0) }

// possibleVolume has nothing to refuse: paths have no volume here.
func possibleVolume(string) bool { return true }
