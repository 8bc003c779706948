package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"tavoitekartta/model/text"
)

func TestWordsThatWereFoundAreBoldAndReadOutAsTheyAre(t *testing.T) {
	d := newDesk(t)
	marked := NewFoundText(d.Kit, "Opas kotoutujille ja muille", []text.Span{{Start: 5, End: 17}})
	d.show(600, 60, marked)
	var bold []string
	for _, object := range test.LaidOutObjects(marked) {
		if line, is := object.(*canvas.Text); is && line.TextStyle.Bold {
			bold = append(bold, strings.TrimSpace(line.Text))
		}
	}
	if len(bold) != 1 || bold[0] != "kotoutujille" {
		t.Errorf("bold are %q", bold)
	}
	if got := marked.AccessibilityLabel(); got != "Opas kotoutujille ja muille" {
		t.Errorf("read out as %q", got)
	}
}

func TestASearchLinkIsPressedByKeyAndPointerAndHidesItsKeysWhereTheyDoNotFit(t *testing.T) {
	d := newDesk(t)
	pressed := 0
	link := NewSearchLink(d.Kit, "Hae ohjelmasta", "Ctrl+F", 214, func() { pressed++ })
	d.show(400, 60, link)
	link.Tapped(nil)
	link.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if pressed != 2 {
		t.Errorf("pressed %d times", pressed)
	}
	shows := func() bool {
		for _, object := range test.LaidOutObjects(link) {
			if line, is := object.(*canvas.Text); is && line.Text == "Ctrl+F" {
				return line.Visible()
			}
		}
		return false
	}
	if !shows() {
		t.Error("the keys are hidden where they fit")
	}
	link.Resize(fyne.NewSize(190, 60))
	if shows() {
		t.Error("the keys stand where they do not fit")
	}
}
