package ui

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tavoitekartta/app/theme"
)

// longText is a text of so many lines in a window.
func longText(t *testing.T, lines int) *LongText {
	t.Helper()
	useTheme(t, theme.BrightnessLight, 1)
	var all []string
	for n := range lines {
		all = append(all, fmt.Sprintf("line %d", n+1))
	}
	text := NewLongText(finnishKit(t), "Licence", strings.Join(all, "\n"))
	window := test.NewTempWindow(t, text)
	window.Resize(fyne.NewSize(500, 400))
	window.Canvas().Focus(text)
	return text
}

// shown are the lines that exist as objects.
func (t *LongText) shown() (lines []string) {
	first, behind := t.inView()
	return t.lines[first:behind]
}

func TestALongTextIsReadByKeyboardAloneAndBuildsWhatIsShown(t *testing.T) {
	text := longText(t, 20000)
	press := func(key fyne.KeyName) { text.TypedKey(&fyne.KeyEvent{Name: key}) }
	if objects := test.LaidOutObjects(text); len(objects) > 60 {
		t.Errorf("%d objects for the lines in view", len(objects))
	}
	if lines := text.shown(); lines[0] != "line 1" {
		t.Errorf("begins with %q", lines[0])
	}
	press(fyne.KeyEnd)
	if lines := text.shown(); lines[len(lines)-1] != "line 20000" {
		t.Errorf("ends with %q", lines[len(lines)-1])
	}
	press(fyne.KeyHome)
	last := text.shown()[len(text.shown())-1]
	press(fyne.KeySpace)
	if lines := text.shown(); lines[0] == "line 1" || !strings.Contains(strings.Join(lines, "|"), last) {
		t.Errorf("a page further stand %q to %q, after %q", lines[0], lines[len(lines)-1], last)
	}
	press(fyne.KeyHome)
	press(fyne.KeyDown)
	if lines := text.shown(); lines[0] == "line 1" {
		t.Error("Down does not scroll")
	}
	if said := text.AccessibilityLabel(); !strings.HasPrefix(said, "Licence. line ") {
		t.Errorf("a screen reader is told %q", said)
	}
}

func TestALineTooWideIsBrokenAndKeepsItsIndent(t *testing.T) {
	useTheme(t, theme.BrightnessLight, 1)
	text := NewLongText(finnishKit(t), "Licence", "   "+strings.Repeat("word ", 60)+"\n\nend")
	window := test.NewTempWindow(t, text)
	window.Resize(fyne.NewSize(400, 300))
	lines := text.lines
	if len(lines) < 5 || !strings.HasPrefix(lines[1], "   word") || lines[len(lines)-2] != "" || lines[len(lines)-1] != "end" {
		t.Errorf("%q", lines)
	}
}
