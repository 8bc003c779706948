//go:build !windows

package commands

// localData is asked for on Windows alone.
func localData(func(string) string) string { return "" }

// systemLanguages has nothing to add: here the environment tells.
func systemLanguages() []string { return nil }
