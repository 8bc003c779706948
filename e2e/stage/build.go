package stage

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// Build builds the main package at the import path into the folder and returns
// the program's path. The flags come from GOFLAGS, as for every other build.
func Build(t testing.TB, importPath, folder string) string {
	t.Helper()
	program := filepath.Join(folder, filepath.Base(importPath))
	build := exec.Command("go", "build", "-ldflags=-s -w", "-o", program, importPath)
	build.Env = os.Environ()
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("build %s: %v\n%s", importPath, err, out)
	}
	return program
}
