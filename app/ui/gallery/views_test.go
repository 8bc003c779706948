package main

import (
	"bytes"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tavoitekartta/app/texts"
	"tavoitekartta/app/theme"
)

func load(t *testing.T, language texts.Language) *texts.Catalogue {
	t.Helper()
	catalogue, err := texts.Load(language)
	if err != nil {
		t.Fatal(err)
	}
	return catalogue
}

func TestViewsFitTheirWindowsInEveryLanguageAndSize(t *testing.T) {
	for _, language := range texts.Languages() {
		for _, textSize := range []float32{1, 1.25} {
			for _, shown := range views() {
				test.NewTempApp(t).Settings().SetTheme(theme.New(theme.BrightnessLight, textSize))
				window := test.NewTempWindow(t, nil)
				showView(window, shown, load(t, language))
				if size := window.Canvas().Size(); size != fyne.NewSize(shown.width, shown.height) {
					t.Errorf("%s, %s at %v: the window grew to %v", shown.name, language, textSize, size)
				}
			}
		}
	}
}

func TestViewsFollowTheThemeWhileTheyAreShown(t *testing.T) {
	for _, shown := range views() {
		application := test.NewTempApp(t)
		firstFrame()
		application.Settings().SetTheme(theme.New(theme.BrightnessDark, 1.25))
		fresh := test.NewTempWindow(t, nil)
		showView(fresh, shown, load(t, texts.Swedish))
		want := picture(t, fresh)

		application.Settings().SetTheme(theme.New(theme.BrightnessLight, 1))
		window := test.NewTempWindow(t, nil)
		showView(window, shown, load(t, texts.Swedish))
		application.Settings().SetTheme(theme.New(theme.BrightnessDark, 1.25))
		window.Resize(fyne.NewSize(shown.width, shown.height+1))
		window.Resize(fyne.NewSize(shown.width, shown.height))
		if !bytes.Equal(picture(t, window), want) {
			t.Errorf("%s looks other after a change of theme than when made in that theme", shown.name)
		}
	}
}
