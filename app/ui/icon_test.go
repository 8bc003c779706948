package ui

import (
	"image"
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2/test"

	"tavoitekartta/app/theme"
	"tavoitekartta/assets"
)

// lineWidth measures the horizontal line of the minus icon, in pixels.
func lineWidth(picture image.Image) float64 {
	bounds, ink := picture.Bounds(), 0.0
	for y := bounds.Min.Y; y < bounds.Max.Y; y++ {
		_, _, _, alpha := picture.At(bounds.Dx()/2, y).RGBA()
		ink += float64(alpha) / 0xFFFF
	}
	return ink
}

func TestAnIconsLinesAreAsWideOnTheScreenAtAnySize(t *testing.T) {
	black := color.NRGBA{A: 0xFF}
	cases := []struct {
		pixels       int
		stroke, want float64
	}{
		{18, 1.8, 1.8}, // small: the line keeps its width
		{27, 2.7, 2.7}, // the same at 150 per cent
		{48, 1.8, 3.6}, // large: it grows with the icon
	}
	for _, c := range cases {
		picture := rasterIcon(IconMinus, black, c.pixels, c.pixels, c.stroke)
		if got := lineWidth(picture); math.Abs(got-c.want) > 0.1 {
			t.Errorf("at %d px the line is %.2f px wide, want %.1f", c.pixels, got, c.want)
		}
	}
}

func TestEveryIconNamedInTheCodeIsDrawn(t *testing.T) {
	tint := color.NRGBA{R: 0x0E, G: 0x53, B: 0x66, A: 0xFF}
	for _, name := range assets.IconNames() {
		picture := rasterIcon(IconName(name), tint, 24, 24, 1.8)
		inked := 0
		for y := range 24 {
			for x := range 24 {
				if r, g, b, alpha := picture.At(x, y).RGBA(); alpha > 0xC000 {
					inked++
					if r>>8 > 0x10 || g>>8 > 0x55 || b>>8 > 0x68 {
						t.Fatalf("%s has another colour at %d, %d", name, x, y)
					}
				}
			}
		}
		if inked == 0 {
			t.Errorf("%s has %d pixels of ink", name, inked)
		}
	}
	for kind, look := range markLooks {
		if assets.Icon(string(look.icon)) == nil {
			t.Errorf("%s has no picture %q", kind, look.icon)
		}
	}
}

func TestAnUnknownIconIsEmptyAndHarmless(t *testing.T) {
	useTheme(t, theme.BrightnessLight, 1)
	if got := lineWidth(rasterIcon("no-such-icon", color.Black, 24, 24, 1.8)); got != 0 {
		t.Errorf("an unknown icon draws %v", got)
	}
	rasterIcon(IconCheck, color.Black, 0, -1, 1.8)
	test.WidgetRenderer(NewIcon("", theme.ColorText)).Refresh()
}
