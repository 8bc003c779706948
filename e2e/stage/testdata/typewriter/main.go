// Typewriter is a window with two fields and no more. It is watched as the real
// program's window is, and so proves the stage itself.
package main

import (
	"fmt"
	"os"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/container"

	"tavoitekartta/app/e2estatus"
	"tavoitekartta/app/texts"
	"tavoitekartta/app/ui"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run() error {
	reporter, err := e2estatus.Dial(os.Getenv(e2estatus.Variable))
	if err != nil {
		return err
	}
	catalogue, err := texts.Load(texts.Finnish)
	if err != nil {
		return err
	}
	window := app.NewWithID("fi.tavoitekartta.typewriter").NewWindow("Typewriter")
	kit := ui.NewKit(catalogue)
	fields := container.NewVBox(ui.NewField(kit, "Ensimmäinen"), ui.NewField(kit, "Toinen"))
	window.SetContent(container.NewStack(fields, kit.Layer()))
	window.Resize(fyne.NewSize(800, 600))
	stop := ui.Watch(window, reporter, func(s *e2estatus.State) { s.Screen = "typewriter" })
	defer stop()
	window.ShowAndRun()
	return nil
}
