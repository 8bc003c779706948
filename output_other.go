//go:build !windows

package main

import (
	"os"

	"tavoitekartta/app/commands"
)

func newOutput() output { return output{os.Stdout, os.Stderr, func() {}} }

// startWindowProgram is for the system that has a program of its own for the
// console.
func startWindowProgram(commands.Call) bool { return false }
