//go:build !windows

package commands

// localData is asked for on Windows alone.
func localData(func(string) string) string { return "" }
