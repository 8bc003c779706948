//go:build !windows

package main

import (
	"errors"
	"io/fs"
	"testing"

	"golang.org/x/sys/unix"

	"tavoitekartta/app/workflow"
)

func TestWhatTheDiskSaysOfAPersonsFileHasASentence(t *testing.T) {
	for _, c := range []struct {
		err  error
		want string
	}{
		{&fs.PathError{Op: "write", Path: "a.pdf", Err: unix.ENOSPC}, "diskFull"},
		{&fs.PathError{Op: "open", Path: "a.pdf", Err: unix.EROFS}, "readOnly"},
		{&fs.PathError{Op: "open", Path: "a.pdf", Err: unix.ENAMETOOLONG}, "pathTooLong"},
		{errors.New("something else"), ""},
	} {
		code, _ := folders{}.Explain(&workflow.FileError{Path: "a.pdf", Writing: true, Err: c.err})
		if code != c.want {
			t.Errorf("%v: code %q, want %q", c.err, code, c.want)
		}
	}
}
