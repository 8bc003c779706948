package storage

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// The test binary is its own child: the program that checks a folder, and the
// one that writes until it is killed.
const (
	childCheck  = "child-check"
	childDies   = "child-dies"
	childLeaves = "child-leaves"
	childWriter = "child-writer"
)

func TestMain(m *testing.M) {
	if len(os.Args) < 3 {
		os.Exit(m.Run())
	}
	switch dir := os.Args[2]; os.Args[1] {
	case childCheck:
		exitOn(WriteCheck(context.Background(), os.Stdout, dir))
	case childDies:
		var nothing *Store
		fmt.Println("{") // half an answer, as of one that ends while it prints
		_ = nothing.folder
	case childLeaves:
		exitOn(leaveCopy(dir))
	case childWriter:
		exitOn(writeUntilKilled(dir, os.Args[3]))
	default:
		os.Exit(m.Run())
	}
}

func exitOn(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(3) // on Windows 1 is that of a killed process
	}
	os.Exit(0)
}

// leaveCopy checks a folder and goes without removing a copy, as one must in
// which Badger has panicked.
func leaveCopy(dir string) error {
	copied, err := os.MkdirTemp(dir, checkPrefix)
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(copied, "000007.sst"), []byte("half"), 0o600); err != nil {
		return err
	}
	return WriteCheck(context.Background(), os.Stdout, dir)
}

// self is the command line of a child of the given kind, the folder last.
func self(t testing.TB, kind string) []string {
	t.Helper()
	path, err := os.Executable()
	must(t, err)
	return []string{path, kind}
}
