//go:build !windows

package storage

import (
	"os"
	"os/exec"
	"testing"
	"time"
)

// A child that is being started has every open file for a moment.
func TestFolderIsFreeOnceReleasedThoughAChildStillHoldsTheFile(t *testing.T) {
	folder := t.TempDir()
	first, err := lockFolder(folder, time.Now())
	if err != nil {
		t.Fatal(err)
	}
	child := exec.Command("sleep", "60")
	child.ExtraFiles = []*os.File{first.file}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	defer func() {
		_ = child.Process.Kill()
		_ = child.Wait()
	}()
	if err := first.release(); err != nil {
		t.Fatal(err)
	}
	second, err := lockFolder(folder, time.Now())
	if err != nil {
		t.Fatalf("after the release: %v", err)
	}
	if err := second.release(); err != nil {
		t.Fatal(err)
	}
}
