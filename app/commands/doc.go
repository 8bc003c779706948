// Package commands is the program without its window: one command, its answer,
// an exit code.
//
// The rules of the interface. What was asked for goes to stdout, one thing a
// line or JSON, and nothing else does. What went wrong goes to stderr as a
// sentence in the language chosen by --language or the environment; the exit
// code is then 1, or 2 when the command itself was not understood. Nobody ever
// reads an error of the program's inside. When the window has the data folder
// open, the command is done there (package instance) and answers as it would
// have answered by itself.
//
// The package knows no window (no Fyne), no store and no paper: main joins them
// through [Folders] and [workflow.Desk].
package commands
