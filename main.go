// Tavoitekartta is the desktop program in which a municipality writes, decides,
// follows up and publishes its integration programme.
//
// Main joins the parts that do not know each other: the store and the paper to
// the use cases, and those to the commands and the window. No rule stands here.
package main

import (
	"context"
	"os"
	"os/signal"
	"path/filepath"
	"runtime/debug"
	"strings"
	"syscall"
	"time"

	"tavoitekartta/app/commands"
	"tavoitekartta/app/native"
	"tavoitekartta/app/pace"
)

const version = "0.1.0"

// patience is how long a command waits for a data folder that another has open.
const patience = 8 * time.Second

func main() { os.Exit(run()) }

func run() (exit int) {
	unpace := pace.Command()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	dir, err := os.Getwd()
	if err != nil {
		dir = "." // a folder that was removed under us: absolute names still work
	}
	output := newOutput()
	defer output.show()
	program := commands.Program{
		Version: version, System: native.System(), Folders: newFolders(), Beside: besideProgram(), Patience: patience,
	}
	call := commands.Call{Args: os.Args[1:], Dir: dir, Getenv: environment, Stdout: output.stdout, Stderr: output.stderr}
	defer func() {
		if cause := recover(); cause != nil {
			exit = program.Crashed(ctx, call, time.Now(), cause, debug.Stack())
		}
	}()
	outcome := runCommand(ctx, stop, program, call)
	if outcome.Window != nil && !startWindowProgram(call) {
		unpace()
		return openWindow(ctx, program, call, *outcome.Window)
	}
	return outcome.Exit
}

// besideProgram is the folder that the program lies in, or "".
func besideProgram() string {
	program, err := os.Executable()
	if err != nil {
		return ""
	}
	return filepath.Dir(program)
}

// runCommand does a command, which a session that ends cuts short.
func runCommand(ctx context.Context, stop func(), program commands.Program, call commands.Call) commands.Outcome {
	done := make(chan struct{})
	release := native.WatchEnd(native.Ending{Save: func() {}, End: func() {
		stop()
		<-done
	}})
	defer release()
	defer close(done)
	return program.Run(ctx, call)
}

// environment is the process's, with the language of the user's Windows, which
// has no variable for it.
func environment(name string) string {
	value := os.Getenv(name)
	if value != "" || name != "LANG" {
		return value
	}
	for _, language := range native.UserLanguages() {
		return strings.ReplaceAll(language, "-", "_")
	}
	return ""
}
