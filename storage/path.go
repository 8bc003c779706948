package storage

import (
	"fmt"
	"path/filepath"
)

// innerPath is how many characters the longest path inside a data folder takes:
// a temporary segment of the journal in a copy that is being tried out.
const innerPath = 80

// checkPath refuses a data folder whose path the system would refuse further in,
// before any part of it is made: ErrPathTooLong, ErrBadPath.
func checkPath(folder string) error {
	path, err := filepath.Abs(folder)
	if err != nil {
		return fileError("look at path", err)
	}
	if pathLength(path)+innerPath > maxPath {
		return fmt.Errorf("%w: %d characters", ErrPathTooLong, pathLength(path))
	}
	if volume := filepath.VolumeName(path); !possibleVolume(volume) {
		return fmt.Errorf("%w: %q", ErrBadPath, volume)
	}
	for at := path; filepath.Dir(at) != at; at = filepath.Dir(at) {
		if err := checkName(filepath.Base(at)); err != nil {
			return err
		}
	}
	return nil
}

// checkName looks at one name of a path.
func checkName(name string) error {
	if pathLength(name) > maxName {
		return fmt.Errorf("%w: a name of %d characters", ErrPathTooLong, pathLength(name))
	}
	if !possibleName(name) {
		return fmt.Errorf("%w: %q", ErrBadPath, name)
	}
	return nil
}
