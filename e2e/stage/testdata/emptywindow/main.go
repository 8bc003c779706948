// Emptywindow is the least that Fyne shows: what every program built on it costs
// to start.
package main

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
)

func main() {
	window := app.NewWithID("fi.tavoitekartta.emptywindow").NewWindow("Empty")
	window.Resize(fyne.NewSize(800, 600))
	window.ShowAndRun()
}
