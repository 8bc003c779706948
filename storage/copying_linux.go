package storage

import (
	"errors"
	"math"
	"os"

	"golang.org/x/sys/unix"
)

// nextData is where a file's bytes begin at or behind an offset: what lies
// between is a hole. Behind the last byte it is past the end of any file.
func nextData(file *os.File, offset int64) int64 {
	next, err := unix.Seek(int(file.Fd()), offset, unix.SEEK_DATA)
	if errors.Is(err, unix.ENXIO) {
		return math.MaxInt64
	}
	if err != nil {
		return offset // a file system that does not know its holes
	}
	return next
}
