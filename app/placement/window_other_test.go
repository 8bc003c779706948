//go:build !windows

package placement

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

// opened is a window of a program that is started on screens.
func opened(t *testing.T, preferences fyne.Preferences, areas ...Area) (fyne.Window, Keeper) {
	window := test.NewTempWindow(t, container.NewWithoutLayout())
	window.SetPadded(false)
	window.Resize(fyne.NewSize(1366, 690))
	keeper := Keeper{Window: window, Preferences: preferences, Areas: func() []Area { return areas }}
	keeper.Restore()
	return window, keeper
}

func TestTheWindowComesBackInItsSizeAndSmallerOnASmallerScreen(t *testing.T) {
	preferences := test.NewTempApp(t).Preferences()
	window, keeper := opened(t, preferences, Area{0, 0, 1920, 1040})
	window.Resize(fyne.NewSize(1500, 900))
	keeper.Keep()
	if window, _ := opened(t, preferences, Area{0, 0, 1920, 1040}); window.Canvas().Size() != fyne.NewSize(1500, 900) {
		t.Errorf("reopened as %v", window.Canvas().Size())
	}
	if window, _ := opened(t, preferences, laptop); window.Canvas().Size() != fyne.NewSize(1366, 728-titleBar) {
		t.Errorf("on a smaller screen %v", window.Canvas().Size())
	}
	preferences.SetString(preference, "0,0 0x0")
	if window, _ := opened(t, preferences, laptop); window.Canvas().Size() != fyne.NewSize(1366, 728-titleBar) {
		t.Errorf("with a broken preference %v", window.Canvas().Size())
	}
}
