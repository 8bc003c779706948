package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"tavoitekartta/app/theme"
)

// useTheme starts a test application in the look's theme, with a first frame: Fyne
// throws away what was drawn in none for a minute and counts from the last one, which
// was long ago when other tests took their time.
func useTheme(t *testing.T, brightness theme.Brightness, textSize float32) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(theme.New(brightness, textSize))
	test.NewCanvas().Capture()
}

func textsIn(object fyne.CanvasObject) []*canvas.Text {
	var found []*canvas.Text
	switch o := object.(type) {
	case *canvas.Text:
		return []*canvas.Text{o}
	case *fyne.Container:
		for _, child := range o.Objects {
			found = append(found, textsIn(child)...)
		}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			if child.Visible() {
				found = append(found, textsIn(child)...)
			}
		}
	}
	return found
}

const longName = "Vapaaehtoisten digiystävien koulutusmallin kehittäminen ja kouluttaminen 2019–2022"

func TestALabelIsBrokenIntoLinesThatFitAndLosesNothing(t *testing.T) {
	useTheme(t, theme.BrightnessLight, 1)
	label := NewLabel(longName, theme.TextBody)
	label.Language = "fi"
	label.Resize(fyne.NewSize(200, label.HeightFor(200)))
	lines := textsIn(label)
	if len(lines) < 3 {
		t.Fatalf("%d lines at 200 px", len(lines))
	}
	words := ""
	for _, line := range lines {
		if width := line.MinSize().Width; width > 200 {
			t.Errorf("line %q is %v px wide", line.Text, width)
		}
		words = strings.TrimSuffix(words, "-") + line.Text
	}
	if got, want := strings.ReplaceAll(words, " ", ""), strings.ReplaceAll(longName, " ", ""); got != want {
		t.Errorf("drawn %q, want %q", got, want)
	}
	if got := label.HeightFor(200); got != float32(len(lines))*24 {
		t.Errorf("%d lines are %v px high", len(lines), got)
	}
	if label.HeightFor(100) <= label.HeightFor(200) {
		t.Error("a narrower label is not higher")
	}
}

func TestALabelHonoursSoftHyphensAndNoBreakSpaces(t *testing.T) {
	useTheme(t, theme.BrightnessLight, 1)
	soft := NewLabel("kokemus\u00ADasiantuntijatoiminta", theme.TextBody)
	if got := soft.AccessibilityLabel(); got != "kokemusasiantuntijatoiminta" {
		t.Errorf("read out as %q", got)
	}
	soft.Resize(fyne.NewSize(soft.NaturalWidth()-20, 200))
	if lines := textsIn(soft); len(lines) != 2 || lines[0].Text != "kokemus-" {
		t.Errorf("broken into %d lines, the first %q", len(lines), lines[0].Text)
	}
	for _, line := range textsIn(soft) {
		if strings.Contains(line.Text, "\u00AD") {
			t.Errorf("a soft hyphen is drawn in %q", line.Text)
		}
	}
	kept := NewLabel("yhdistys Ehjä\u00A0ry", theme.TextBody)
	kept.Resize(fyne.NewSize(kept.NaturalWidth()-10, 200))
	if lines := textsIn(kept); len(lines) != 2 || lines[1].Text != "Ehjä\u00A0ry" {
		t.Errorf("broken at a no-break space into %d lines", len(lines))
	}
}

func TestTextSizeMakesALabelLarger(t *testing.T) {
	useTheme(t, theme.BrightnessLight, 1)
	label := NewLabel(longName, theme.TextBody)
	before := label.HeightFor(300)
	fyne.CurrentApp().Settings().SetTheme(theme.New(theme.BrightnessLight, 1.5))
	if after := label.HeightFor(300); after < before*1.5 {
		t.Errorf("height %v became %v at text size 1.5", before, after)
	}
}

func TestAColumnGivesItsChildrenTheHeightTheyAskFor(t *testing.T) {
	useTheme(t, theme.BrightnessLight, 1)
	first, second := NewLabel(longName, theme.TextBody), NewLabel("Jatkuva", theme.TextBody)
	hidden := NewLabel("piilossa", theme.TextBody)
	hidden.Hide()
	row := NewRow(theme.Space8, first, NewIcon(IconCheck, theme.ColorOK), first)
	column := NewColumn(theme.Space12, row, hidden, second)
	column.Resize(fyne.NewSize(240, HeightFor(column, 240)))
	if want := first.HeightFor(240 - 18 - 8); first.Size().Height != want {
		t.Errorf("the label is %v high, asked for %v", first.Size().Height, want)
	}
	if got, want := second.Position().Y, row.Size().Height+12; got != want {
		t.Errorf("the second child stands at %v, want %v", got, want)
	}
	if got, want := HeightFor(column, 240), second.Position().Y+24; got != want {
		t.Errorf("the column is %v high, want %v", got, want)
	}
	if column.MinSize().Height != HeightFor(column, 240) {
		t.Error("the laid column does not ask for its own height")
	}
}

func TestAWrapGoesOnInTheNextLine(t *testing.T) {
	useTheme(t, theme.BrightnessLight, 1)
	legend := NewLegend(LegendEntry{MarkDone, "Valmis"}, LegendEntry{MarkLate, "Myöhässä"}, LegendEntry{MarkOngoing, "Jatkuva"})
	one, three := HeightFor(legend, 900), HeightFor(legend, 110)
	if one != 18 || three != 3*18+2*4 {
		t.Errorf("heights %v and %v", one, three)
	}
}
