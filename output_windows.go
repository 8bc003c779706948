package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"golang.org/x/sys/windows"

	"tavoitekartta/app/commands"
)

// On Windows a program belongs to the console or to the window, and the choice
// stands in its file. Tavoitekartta.exe is for the window: nothing waits for it
// and it has no place to write, unless its output was redirected.
// tavoitekartta-cli.exe is for the console. Each knows what to do with what is
// the other's.
const (
	windowProgram  = "Tavoitekartta.exe"
	consoleProgram = "tavoitekartta-cli.exe"
)

// newOutput returns what Windows gave the program. What has no place to go is
// kept until the end and shown then: in the console from which the program was
// started, or in a message of its own.
func newOutput() output {
	var kept bytes.Buffer
	o := output{os.Stdout, os.Stderr, func() { showKept(kept.String()) }}
	if !canWrite(windows.STD_OUTPUT_HANDLE) {
		o.stdout = &kept
	}
	if !canWrite(windows.STD_ERROR_HANDLE) {
		o.stderr = &kept
	}
	return o
}

// canWrite tells whether a standard output leads anywhere: to a console, a pipe
// or a file.
func canWrite(standard uint32) bool {
	handle, err := windows.GetStdHandle(standard)
	if err != nil || handle == 0 || handle == windows.InvalidHandle {
		return false
	}
	kind, err := windows.GetFileType(handle)
	return err == nil && kind != windows.FILE_TYPE_UNKNOWN
}

func showKept(text string) {
	if text == "" || writeToConsole(text) {
		return
	}
	caption, err := windows.UTF16PtrFromString(programName)
	if err != nil {
		return
	}
	message, err := windows.UTF16PtrFromString(strings.ReplaceAll(firstLines(text), "\x00", ""))
	if err != nil {
		return
	}
	_, _ = windows.MessageBox(0, message, caption, windows.MB_OK|windows.MB_ICONINFORMATION|windows.MB_SETFOREGROUND)
}

// messageLines is what a message shows of a long answer: more would not fit on
// the screen of a small laptop.
const messageLines = 25

func firstLines(text string) string {
	lines := strings.SplitAfterN(text, "\n", messageLines+1)
	if len(lines) > messageLines {
		lines[messageLines] = "…"
	}
	return strings.Join(lines, "")
}

// writeToConsole writes into the console that the program was started from.
// There the prompt stands already, since nothing waits for this program: the
// text begins on a line of its own.
func writeToConsole(text string) bool {
	const parent = ^uintptr(0) // ATTACH_PARENT_PROCESS
	attach := windows.NewLazySystemDLL("kernel32.dll").NewProc("AttachConsole")
	if done, _, _ := attach.Call(parent); done == 0 {
		return false
	}
	console, err := os.OpenFile("CONOUT$", os.O_RDWR, 0)
	if err != nil {
		return false
	}
	defer console.Close()
	_, err = console.WriteString("\r\n" + text)
	return err == nil
}

// startWindowProgram starts the window's program beside the console's, when that
// was asked for a window: a window of the console's program would close with the
// console. It reports false when the window is to be opened here.
func startWindowProgram(call commands.Call) bool {
	program, err := os.Executable()
	if err != nil || !strings.EqualFold(filepath.Base(program), consoleProgram) {
		return false
	}
	return exec.Command(filepath.Join(filepath.Dir(program), windowProgram), call.Args...).Start() == nil
}
