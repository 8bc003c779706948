package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"tavoitekartta/app/texts"
	"tavoitekartta/app/theme"
)

// desk is a window with a kit, for tests of controls.
type desk struct {
	*Kit
	t      *testing.T
	window fyne.Window
}

// newDesk begins an application in Finnish, in the light theme.
func newDesk(t *testing.T) *desk {
	t.Helper()
	catalogue, err := texts.Load(texts.Finnish)
	if err != nil {
		t.Fatal(err)
	}
	useTheme(t, theme.BrightnessLight, 1)
	return &desk{Kit: NewKit(catalogue), t: t}
}

// show lays controls out one under another in a window of a size.
func (d *desk) show(width, height float32, controls ...fyne.CanvasObject) fyne.Canvas {
	d.t.Helper()
	d.window = test.NewTempWindow(d.t, container.NewStack(container.NewVBox(controls...), d.Layer()))
	d.window.Resize(fyne.NewSize(width, height))
	return d.window.Canvas()
}

// relayout does what the window does at its next frame.
func (d *desk) relayout() {
	size := d.window.Canvas().Size()
	d.window.Resize(size.AddWidthHeight(1, 0))
	d.window.Resize(size)
}

// press types one key into what has the focus.
func (d *desk) press(keys ...fyne.KeyName) {
	d.t.Helper()
	for _, key := range keys {
		focused := d.window.Canvas().Focused()
		if focused == nil {
			d.t.Fatalf("%s was typed and nothing has the focus", key)
		}
		focused.TypedKey(&fyne.KeyEvent{Name: key})
	}
}

// typeText types letters into what has the focus.
func (d *desk) typeText(text string) {
	d.t.Helper()
	for _, letter := range text {
		focused := d.window.Canvas().Focused()
		if focused == nil {
			d.t.Fatalf("%q was typed and nothing has the focus", text)
		}
		focused.TypedRune(letter)
	}
}

// wantFocus checks what has the focus.
func (d *desk) wantFocus(want fyne.Focusable, what string) {
	d.t.Helper()
	if got := d.window.Canvas().Focused(); got != want {
		d.t.Errorf("the focus is on %T, want %s", got, what)
	}
}
