package ui

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tavoitekartta/app/theme"
	"tavoitekartta/model/text"
)

// longTable is a table of rows of which every third is long, the first one
// looking at the words of both sides.
func longTable(kit *Kit, count int) *CompareTable {
	left, right := NewSelect(kit, "Vasen", "Versio 1.0").WithoutTitle(), NewSelect(kit, "Oikea", "Nyt").WithoutTitle()
	left.SetChosen(0)
	right.SetChosen(0)
	return NewCompareTable(kit, "Muuttuneet kohdat", "Kohta", left, right, count, func(at int) CompareRow {
		before := fmt.Sprintf("Toimenpide %d alkaa", at)
		if at%3 == 2 {
			before += strings.Repeat(" ja jatkuu koko kauden ajan", 8)
		}
		return CompareRow{
			Number: fmt.Sprint(at + 1), Tags: []CompareTag{TagChanged}, Link: "Avaa",
			Parts: []ComparePart{{Caption: "Toimenpide", Runs: text.Compare(before, before+" heti"), Language: "fi"}},
		}
	})
}

// inView tells whether a row stands wholly within the table's scroller.
func inView(t *CompareTable, row int) bool {
	offset, height := t.scroll.Offset.Y, t.scroll.Size().Height
	return t.built[row] != nil && t.tops[row] >= offset && t.tops[row+1] <= offset+height+0.5
}

func TestTheKeysGoFromRowToRowAndEachComesIntoView(t *testing.T) {
	useTheme(t, theme.BrightnessLight, 1)
	table := longTable(finnishKit(t), 1000)
	var chosen, opened []int
	table.OnChoose = func(row int) { chosen = append(chosen, row) }
	table.OnOpen = func(row int) { opened = append(opened, row) }
	shown := show(t, table, 900, 500)
	shown.Focus(table)
	press(table, fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeyEnd, fyne.KeyReturn, fyne.KeyHome, fyne.KeyUp, fyne.KeySpace)
	if got := fmt.Sprint(chosen, opened); got != "[1 2 1 999 0] [999 0]" {
		t.Errorf("chosen and opened: %s", got)
	}
	for _, row := range []int{999, 500, 501, 499, 0, 998, 1} {
		table.Choose(row)
		if !inView(table, row) {
			t.Errorf("row %d is not in view: %v to %v of %v, offset %v", row, table.tops[row], table.tops[row+1], table.whole(), table.scroll.Offset.Y)
		}
	}
	before := table.Chosen()
	press(table, fyne.KeyPageDown)
	if after := table.Chosen(); after < before+2 || !inView(table, after) {
		t.Errorf("a page down from %d came to %d", before, after)
	}
	if got := table.AccessibilityLabel(); !strings.HasPrefix(got, "Muuttuneet kohdat. ") || !strings.Contains(got, "heti") {
		t.Errorf("read out as %q", got)
	}
}

func TestOnlyRowsNearTheViewAreBuilt(t *testing.T) {
	useTheme(t, theme.BrightnessLight, 1)
	table := longTable(finnishKit(t), 1000)
	show(t, table, 900, 500)
	for _, offset := range []float32{0, 4000, 30000, 100, 1e6} {
		table.scroll.ScrollToOffset(fyne.NewPos(0, offset))
		if n := len(table.built); n == 0 || n > 30 {
			t.Errorf("at %v %d rows are built", offset, n)
		}
		first, height := table.rowAt(table.scroll.Offset.Y), table.scroll.Size().Height
		for row := first; row < 1000 && table.tops[row] < table.scroll.Offset.Y+height; row++ {
			if table.built[row] == nil {
				t.Errorf("at %v row %d is in view and not built", offset, row)
			}
		}
	}
}

func TestARowIsChosenByPointer(t *testing.T) {
	useTheme(t, theme.BrightnessLight, 1)
	table := longTable(finnishKit(t), 10)
	shown := show(t, table, 900, 500)
	test.TapCanvas(shown, fyne.NewPos(500, fyne.CurrentApp().Driver().AbsolutePositionForObject(table.built[2]).Y+20))
	if table.Chosen() != 2 || shown.Focused() != fyne.Focusable(table) {
		t.Errorf("row %d is chosen, %T has the focus", table.Chosen(), shown.Focused())
	}
	if table.built[2].link == nil || table.built[0].link != nil {
		t.Error("the link does not stand in the chosen row alone")
	}
}

func TestInANarrowTableTheTextsStandUnderEachOther(t *testing.T) {
	useTheme(t, theme.BrightnessLight, 1)
	table := longTable(finnishKit(t), 3).WithTail(NewLabel("Muut perusteet", theme.TextBody))
	show(t, table, 500, 900)
	part := table.built[0].parts[0]
	if left, right := part.left.words.Position(), part.right.words.Position(); left.X != right.X || left.Y >= right.Y {
		t.Errorf("the earlier text is at %v, the later at %v", left, right)
	}
	if end := table.tops[3]; table.tail.Position().Y < end {
		t.Errorf("the tail is at %v, the rows end at %v", table.tail.Position().Y, end)
	}
	table.Resize(fyne.NewSize(900, 900))
	part = table.built[0].parts[0]
	if left, right := part.left.words.Position(), part.right.words.Position(); left.X >= right.X || left.Y != right.Y {
		t.Errorf("with room the earlier text is at %v, the later at %v", left, right)
	}
}

func TestTheTableLooksAsDrawn(t *testing.T) {
	for _, brightness := range []theme.Brightness{theme.BrightnessLight, theme.BrightnessDark} {
		useTheme(t, brightness, 1)
		kit := finnishKit(t)
		rows := []CompareRow{
			{Number: "1", Tags: []CompareTag{TagUnchanged}, Parts: []ComparePart{{"Päätavoite", text.Compare("Arjen mahdollistaminen", "Arjen mahdollistaminen"), "fi"}}},
			{
				Number: "2", Tags: []CompareTag{TagAdded}, Link: "Avaa sisällössä", Ground: "Muutosesitys 1",
				Parts: []ComparePart{{"Toteutus", text.Compare("", "Kaupunki edellyttää myös omaa vastuuta kotoutumisesta"), "fi"}},
			},
			{Number: "4", Tags: []CompareTag{TagChanged, TagMoved}, Parts: []ComparePart{{"Kärki", compared(), "fi"}}},
			{Number: "5", Tags: []CompareTag{TagRemoved}, Parts: []ComparePart{{"Kärki", text.Compare("Tukihenkilöt", ""), "fi"}}},
		}
		left, right := NewSelect(kit, "Vasen", "Luonnos").WithoutTitle(), NewSelect(kit, "Oikea", "Versio 1.0").WithoutTitle()
		left.SetChosen(0)
		right.SetChosen(0)
		table := NewCompareTable(kit, "Muuttuneet kohdat", "Kohta", left, right, len(rows), func(at int) CompareRow { return rows[at] })
		table.Choose(1)
		test.AssertImageMatches(t, "compare-"+string(brightness)+".png", show(t, table, 820, 470).Capture())
	}
}
