//go:build !windows

package storage

import "os/exec"

// withoutConsole has nothing to do: here a child shows no console.
func withoutConsole(*exec.Cmd) {}
