package storage

import (
	"strings"

	"tavoitekartta/model/filename"
)

// The limits of paths and names, in UTF-16 units. The program marks itself as
// aware of long paths, as every program of Go does, so the old limit of 260 does
// not hold on Windows 10 and later.
const (
	maxPath = 32_000
	maxName = filename.MaxLength
)

func pathLength(path string) int { return filename.Length(path) }

func possibleName(name string) bool { return filename.Possible(name) }

// possibleVolume refuses what is no disk: the absolute path of NUL or CON is a
// device's.
func possibleVolume(volume string) bool { return !strings.HasPrefix(volume, `\\.\`) }
