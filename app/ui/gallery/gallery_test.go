package main

import (
	"bytes"
	"image/png"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"tavoitekartta/app/texts"
	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
)

// stand puts the gallery's page into a window of the width of a small laptop.
func stand(t *testing.T, language texts.Language) (fyne.Window, *page) {
	t.Helper()
	catalogue, err := texts.Load(language)
	if err != nil {
		t.Fatal(err)
	}
	window := test.NewTempWindow(t, nil)
	window.SetPadded(false)
	kit := ui.NewKit(catalogue)
	shown := newPage(kit, catalogue)
	window.SetContent(container.NewStack(shown.content, kit.Layer()))
	settle(window)
	return window, shown
}

func settle(window fyne.Window) {
	for range 4 {
		window.Resize(fyne.NewSize(1366, 0))
		window.Resize(fyne.NewSize(1366, 1500))
	}
}

func picture(t *testing.T, window fyne.Window) []byte {
	t.Helper()
	var data bytes.Buffer
	if err := png.Encode(&data, window.Canvas().Capture()); err != nil {
		t.Fatal(err)
	}
	return data.Bytes()
}

func TestControlsFitASmallLaptopInEveryLanguageAndSize(t *testing.T) {
	for _, language := range texts.Languages() {
		for _, textSize := range []float32{1, 1.25, 1.5} {
			test.NewTempApp(t).Settings().SetTheme(theme.New(theme.BrightnessLight, textSize))
			window, shown := stand(t, language)
			if need := shown.content.MinSize().Width; need > 1366 {
				t.Errorf("%s at %v needs %v px", language, textSize, need)
			}
			if width := window.Canvas().Size().Width; width > 1366 {
				t.Errorf("%s at %v: the window grew to %v px", language, textSize, width)
			}
		}
	}
}

// firstFrame lets Fyne count from now: it throws away what was drawn in no frame
// for a minute since the last one, which was long ago when other tests took their
// time, and two empty pictures are equal.
func firstFrame() { test.NewCanvas().Capture() }

func TestControlsFollowTheThemeWhileTheyAreShown(t *testing.T) {
	application := test.NewTempApp(t)
	firstFrame()
	application.Settings().SetTheme(theme.New(theme.BrightnessDark, 1.25))
	fresh, _ := stand(t, texts.Finnish)
	want := picture(t, fresh)

	application.Settings().SetTheme(theme.New(theme.BrightnessLight, 1))
	window, _ := stand(t, texts.Finnish)
	application.Settings().SetTheme(theme.New(theme.BrightnessDark, 1.25))
	settle(window)
	got := picture(t, window)
	if !bytes.Equal(got, want) {
		t.Error("after a change of theme the page looks other than one made in that theme")
	}
}
