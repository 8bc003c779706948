package ui

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tavoitekartta/app/theme"
	"tavoitekartta/model/street"
)

func TestACountIsBoldAndItsWordsAreBrokenWhole(t *testing.T) {
	useTheme(t, theme.BrightnessLight, 1)
	const words = "7 toimenpidettä ilman aikataulua"
	label := NewCountLabel("7", words, theme.TextSecondary, theme.ColorText, theme.ColorMuted)
	show(t, label, 600, 200)
	for _, width := range []float32{600, 160, 120} {
		label.Resize(fyne.NewSize(width, label.HeightFor(width)))
		parts := textsIn(label)
		if parts[0].Text != "7" || !parts[0].TextStyle.Bold || parts[1].TextStyle.Bold {
			t.Errorf("at %v the figure is drawn as %q, bold %v", width, parts[0].Text, parts[0].TextStyle.Bold)
		}
		drawn := parts[0].Text
		for i, part := range parts[1:] {
			if end := part.Position().X + part.MinSize().Width; end > width+1 {
				t.Errorf("at %v %q ends at %v", width, part.Text, end)
			}
			if i > 0 {
				drawn += " "
			}
			drawn += part.Text
		}
		if drawn != words {
			t.Errorf("at %v it reads %q", width, drawn)
		}
		if bottom := parts[len(parts)-1].Position().Y + LineHeight(theme.TextSecondary)/2; bottom > label.HeightFor(width) {
			t.Errorf("at %v the last line is below the label's height", width)
		}
	}
	if said := label.AccessibilityLabel(); said != words {
		t.Errorf("read out as %q", said)
	}
}

func TestALinkRowIsPressedByKeyAndPointerAndGrowsWithItsWords(t *testing.T) {
	useTheme(t, theme.BrightnessLight, 1)
	opened := 0
	words := NewLabel(longName, theme.TextSecondary)
	row := NewLinkRow(finnishKit(t), MarkMissing, words, "7 toimenpidettä.", func() { opened++ })
	shown := show(t, row, 300, 200)
	shown.FocusNext()
	if shown.Focused() != fyne.Focusable(row) {
		t.Fatal("Tab does not reach the row")
	}
	press(row, fyne.KeyReturn, fyne.KeySpace, fyne.KeyDown)
	test.Tap(row)
	if opened != 3 {
		t.Errorf("opened %d times", opened)
	}
	if row.AccessibilityLabel() != "7 toimenpidettä." || row.AccessibilityRole() != fyne.AccessibleRoleButton {
		t.Errorf("read out as %q", row.AccessibilityLabel())
	}
	for _, width := range []float32{300, 200} {
		row.Resize(fyne.NewSize(width, row.HeightFor(width)))
		if words.Position().Y < 0 || words.Position().Y+words.Size().Height > row.Size().Height || words.Size().Height < words.HeightFor(words.Size().Width) {
			t.Errorf("at %v the words stand at %v, %v high in a row of %v", width, words.Position().Y, words.Size().Height, row.Size().Height)
		}
	}
	if height := NewLinkRow(finnishKit(t), MarkMissing, NewLabel("x", theme.TextSmallest), "x", nil).HeightFor(300); height < 36 {
		t.Errorf("a short row is %v high", height)
	}
}

func TestWhatStandsUnderTheMapStandsUnderItsHouses(t *testing.T) {
	useTheme(t, theme.BrightnessLight, 1)
	kit := finnishKit(t)
	content := MapContent{}
	row, states := UnderRow{Caption: NewLabel("Tekstit suomeksi", theme.TextSmallest)}, UnderRow{}
	for i := range 7 {
		content.Sections = append(content.Sections, MapSection{
			ID: fmt.Sprint(i), Name: "Osaamisen vahvistaminen", Count: "1/2 kirjoitettu", House: street.Section{Written: []bool{true, false}},
		})
		row.Cells = append(row.Cells, NewShareBar(0.5, fmt.Sprint(i)))
		states.Cells = append(states.Cells, NewMarkWithWord(MarkUnderWay, "1 kesken", theme.TextSmallest))
	}
	picture := NewStreetMap(kit, content, nil)
	instead := NewLabel("luettelona", theme.TextBody)
	under := NewUnderMap(picture, theme.Space8, []UnderRow{row, states}, instead)
	column := NewColumn(theme.Space12, picture, under)
	show(t, column, 908, 600)

	for _, width := range []float32{908, 870} {
		column.Resize(fyne.NewSize(width, 600))
		for i, item := range picture.items {
			for _, cell := range []fyne.CanvasObject{row.Cells[i], states.Cells[i]} {
				if !cell.Visible() || cell.Position().X != item.Position().X || cell.Size().Width != item.Size().Width {
					t.Errorf("at %v the cell under house %d stands at %v, the house at %v", width, i, cell.Position(), item.Position())
				}
			}
			if states.Cells[i].Position().Y <= row.Cells[i].Position().Y {
				t.Errorf("the rows of house %d lie over each other", i)
			}
		}
		if instead.Visible() {
			t.Errorf("at %v the list is shown too", width)
		}
	}
	column.Resize(fyne.NewSize(500, 600)) // the houses go on in a second row
	if row.Cells[0].Visible() || row.Caption.Visible() || !instead.Visible() {
		t.Error("with two rows of houses the cells are still shown")
	}
	if texts := textsIn(under); len(texts) == 0 || !strings.Contains(texts[len(texts)-1].Text, "luettelona") {
		t.Error("the list is not drawn")
	}
}
