// Typewriter is a window with two fields and no more. It tells what was typed as
// the real program does, and so proves the stage itself.
package main

import (
	"fmt"
	"os"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"tavoitekartta/app/e2estatus"
)

// field is an entry that tells when it gains the focus and what it holds.
type field struct {
	widget.Entry
	label  string
	status *e2estatus.Reporter
}

func newField(label string, status *e2estatus.Reporter) *field {
	f := &field{label: label, status: status}
	f.ExtendBaseWidget(f)
	f.OnChanged = func(string) { f.tell() }
	return f
}

func (f *field) FocusGained() {
	f.Entry.FocusGained()
	f.tell()
}

func (f *field) tell() {
	f.status.Update(func(s *e2estatus.State) { s.Screen, s.Focus, s.Value = "typewriter", f.label, f.Text })
}

func main() {
	status, err := e2estatus.Dial(os.Getenv(e2estatus.Variable))
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	typewriter := app.NewWithID("fi.tavoitekartta.typewriter")
	window := typewriter.NewWindow("Typewriter")
	first, second := newField("Ensimmäinen", status), newField("Toinen", status)
	window.SetContent(container.NewVBox(first, second))
	window.Canvas().Focus(first)
	window.Resize(fyne.NewSize(800, 600))
	window.ShowAndRun()
}
