package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"tavoitekartta/app/theme"
	"tavoitekartta/model/text"
)

func compared() []text.Run {
	return text.Compare(
		"Tukihenkilötoiminnan koordinointi kaupungin alueella yhdessä yhdistysten kanssa",
		"Tukihenkilö- ja vertaistukihenkilötoiminnan koordinointi kunnan alueella yhdessä yhdistysten kanssa")
}

func TestWordsAreMarkedOnTheSideWhereTheyStand(t *testing.T) {
	desk := newDesk(t)
	before, after := NewMarkedSide(desk.Kit, compared(), text.Deleted), NewMarkedSide(desk.Kit, compared(), text.Added)
	both := NewMarkedText(desk.Kit, compared())
	for _, c := range []struct {
		name   string
		marked *MarkedText
		spoken string
		marks  int
	}{
		{
			"the earlier", before, "[poistettu: Tukihenkilötoiminnan] koordinointi [poistettu: kaupungin] alueella yhdessä yhdistysten kanssa", 2,
		},
		{
			"the later", after,
			"[lisätty: Tukihenkilö- ja vertaistukihenkilötoiminnan] koordinointi [lisätty: kunnan] alueella yhdessä yhdistysten kanssa", 2,
		},
		{
			"both in one", both,
			"[poistettu: Tukihenkilötoiminnan] [lisätty: Tukihenkilö- ja vertaistukihenkilötoiminnan] koordinointi " +
				"[poistettu: kaupungin] [lisätty: kunnan] alueella yhdessä yhdistysten kanssa", 4,
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.marked.AccessibilityLabel(); got != c.spoken {
				t.Errorf("read out as %q, want %q", got, c.spoken)
			}
			if len(c.marked.marks) != c.marks {
				t.Errorf("%d marks, want %d", len(c.marked.marks), c.marks)
			}
		})
	}
}

func TestMarkedTextKeepsWithinItsWidthAndLosesNoWord(t *testing.T) {
	desk := newDesk(t)
	for _, width := range []float32{90, 180, 320, 700} {
		marked := NewMarkedSide(desk.Kit, compared(), text.Added)
		desk.show(width, 400, marked)
		marked.Resize(marked.MinSize().Max(marked.Size()))
		marked.Resize(marked.Size().SubtractWidthHeight(marked.Size().Width-width, 0))
		var words []string
		for _, object := range test.WidgetRenderer(marked).Objects() {
			if line, is := object.(*canvas.Text); is {
				words = append(words, line.Text)
				if right := line.Position().X + line.Size().Width; right > width+1 {
					t.Errorf("%q reaches %v of %v", line.Text, right, width)
				}
			}
		}
		plain := func(s string) string { return strings.NewReplacer(" ", "", "-", "").Replace(s) }
		side, _ := text.Side(compared(), text.Added)
		if got := plain(strings.Join(words, "")); got != plain(side) {
			t.Errorf("at %v: %q", width, got)
		}
	}
}

func TestMarkedTextLooksAsDrawn(t *testing.T) {
	for _, brightness := range []theme.Brightness{theme.BrightnessLight, theme.BrightnessDark} {
		useTheme(t, brightness, 1)
		kit := finnishKit(t)
		column := NewColumn(theme.Space12, NewMarkedSide(kit, compared(), text.Deleted),
			NewMarkedSide(kit, compared(), text.Added), NewMarkedText(kit, compared()))
		ground := NewSurface(theme.ColorSurface, column)
		test.AssertImageMatches(t, "marked-"+string(brightness)+".png", show(t, ground, 380, 260).Capture())
	}
}
