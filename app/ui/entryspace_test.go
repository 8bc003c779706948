package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tavoitekartta/app/theme"
)

// narrowArea is an empty text area of a width, with the focus.
func narrowArea(t *testing.T, width float32) *textEntry {
	t.Helper()
	field := NewTitleArea(finnishKit(t), "Toimenpide", 1, 9)
	window := test.NewTempWindow(t, field)
	window.Resize(fyne.NewSize(width, 400))
	entry := field.Focusable().(*textEntry)
	window.Canvas().Focus(entry)
	return entry
}

func typeInto(entry *textEntry, text string) {
	for _, letter := range text {
		entry.TypedRune(letter)
	}
}

func TestWordsKeepTheirSpacesWhereverARowEnds(t *testing.T) {
	useTheme(t, theme.BrightnessLight, 1)
	const words = "Språkstöd erbjuds på arbetsplatsen, även på lätt svenska"
	for width := float32(150); width < 620; width += 3 {
		entry := narrowArea(t, width)
		typeInto(entry, words)
		if entry.Text != words {
			t.Errorf("%v pixels wide: %q", width, entry.Text)
		}
		// In the middle of a text too.
		entry.SetText("alku loppu")
		entry.CursorRow, entry.CursorColumn = 0, 4
		typeInto(entry, " ja paljon muuta")
		if entry.Text != "alku ja paljon muuta loppu" {
			t.Errorf("%v pixels wide, within a text: %q", width, entry.Text)
		}
	}
}

func TestASpaceAtTheEndOfARowIsTakenBack(t *testing.T) {
	useTheme(t, theme.BrightnessLight, 1)
	for width := float32(150); width < 620; width += 3 {
		entry := narrowArea(t, width)
		typeInto(entry, "Språkstöd erbjuds på ")
		entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
		typeInto(entry, "x")
		if entry.Text != "Språkstöd erbjuds påx" {
			t.Errorf("%v pixels wide: %q", width, entry.Text)
		}
	}
}
