//go:build !windows || !accessibility

package main

import "fyne.io/fyne/v2"

// readFocus is nil in a program without screen-reader support.
func readFocus(fyne.Window) func(line int) { return nil }
