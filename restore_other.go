//go:build !windows

package main

import "fyne.io/fyne/v2"

// restore has nothing to do: here the window manager shows what gets the focus.
func restore(fyne.Window) {}
