package theme

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"tavoitekartta/model/colour"
)

// contrast is the ratio of WCAG 2.1.
func contrast(a, b color.Color) float64 { return colour.Contrast(opaque(a), opaque(b)) }

func opaque(c color.Color) colour.Colour {
	r, g, b, _ := c.RGBA()
	return colour.Colour{R: uint8(r >> 8), G: uint8(g >> 8), B: uint8(b >> 8)}
}

func TestNamedPairsKeepTheirContrast(t *testing.T) {
	pairs := []struct {
		front, back fyne.ThemeColorName
		light, dark float64
	}{
		{ColorText, ColorSurface, 15.4, 13.7},
		{ColorText, ColorGround, 13.8, 15.8},
		{ColorText, ColorSelected, 11.4, 9.4},
		{ColorMuted, ColorSurface, 7.1, 8.3},
		{ColorMuted, ColorPane, 5.9, 10.0},
		{ColorMuted, ColorSelected, 5.2, 5.7},
		{ColorBorder, ColorSurface, 4.5, 5.2},
		{ColorBorder, ColorPane, 3.7, 6.2},
		{ColorLine, ColorSurface, 1.4, 1.5},
		{ColorOnPrimary, ColorPrimary, 8.6, 9.4},
		{ColorPrimary, ColorSurface, 8.6, 8.8},
		{ColorPrimary, ColorGround, 7.7, 10.1},
		{ColorOK, ColorSurface, 7.0, 8.9},
		{ColorOK, ColorOKTint, 5.8, 7.5},
		{ColorOK, ColorSelected, 5.2, 6.1},
		{ColorOK, ColorAddedTint, 5.8, 7.5},
		{ColorWarn, ColorSurface, 7.2, 9.7},
		{ColorWarn, ColorWarnTint, 6.3, 8.1},
		{ColorWarn, ColorSelected, 5.3, 6.6},
		{ColorErr, ColorSurface, 7.4, 8.1},
		{ColorErr, ColorErrTint, 6.0, 7.3},
		{ColorErr, ColorDeletedTint, 5.7, 7.3},
		{ColorOnGranite, ColorGranite, 7.8, 8.6},
		{ColorFocusInk, ColorSurface, 15.4, 15.5},
	}
	light, dark := New(BrightnessLight, 1), New(BrightnessDark, 1)
	for _, pair := range pairs {
		for _, check := range []struct {
			theme *Theme
			want  float64
		}{{light, pair.light}, {dark, pair.dark}} {
			got := contrast(check.theme.Color(pair.front, 0), check.theme.Color(pair.back, 0))
			if math.Abs(got-check.want) > 0.06 {
				t.Errorf("%s: %s on %s has contrast %.2f, promised %.1f", check.theme.Brightness(), pair.front, pair.back, got, check.want)
			}
		}
	}
}

func TestHousesKeepTheirContrast(t *testing.T) {
	floors := []struct {
		theme                                  *Theme
		textOnFacade, roofOnFacade, roofGround float64
	}{
		{New(BrightnessLight, 1), 11.4, 4.8, 5.5},
		{New(BrightnessDark, 1), 10.8, 6.8, 9.1},
	}
	for _, floor := range floors {
		for house := range HouseColours {
			facade, roof := floor.theme.Color(Facade(house), 0), floor.theme.Color(Roof(house), 0)
			checks := []struct {
				what      string
				got, want float64
			}{
				{"text on façade", contrast(floor.theme.Color(ColorText, 0), facade), floor.textOnFacade},
				{"roof on façade", contrast(roof, facade), floor.roofOnFacade},
				{"roof on ground", contrast(roof, floor.theme.Color(ColorGround, 0)), floor.roofGround},
			}
			for _, check := range checks {
				if check.got < check.want-0.05 {
					t.Errorf("%s house %d: %s has contrast %.2f, at least %.1f promised", floor.theme.Brightness(), house, check.what, check.got, check.want)
				}
			}
		}
	}
}

func TestAnEighthSectionStartsOver(t *testing.T) {
	if Facade(HouseColours) != Facade(0) || Roof(HouseColours+1) != Roof(1) || Facade(-1) != Facade(HouseColours-1) {
		t.Error("house colours do not repeat")
	}
}

func TestBrightnessIsForcedOrTheSystems(t *testing.T) {
	cases := []struct {
		brightness Brightness
		system     fyne.ThemeVariant
		dark       bool
	}{
		{BrightnessLight, fynetheme.VariantDark, false},
		{BrightnessDark, fynetheme.VariantLight, true},
		{BrightnessSystem, fynetheme.VariantLight, false},
		{BrightnessSystem, fynetheme.VariantDark, true},
		{"", fynetheme.VariantDark, true},
	}
	for _, c := range cases {
		th := New(c.brightness, 1)
		if th.IsDark(c.system) != c.dark {
			t.Errorf("%q with system variant %d: dark is %v", c.brightness, c.system, !c.dark)
		}
		want := palette[ColorGround].light
		if c.dark {
			want = palette[ColorGround].dark
		}
		if got := th.Color(fynetheme.ColorNameBackground, c.system); got != (shade{light: want}).in(fynetheme.VariantLight) {
			t.Errorf("%q with system variant %d: ground %v", c.brightness, c.system, got)
		}
	}
}

func TestTextSizeScalesEverySizeButStrokes(t *testing.T) {
	normal, large := New(BrightnessLight, 1), New(BrightnessLight, 1.5)
	for name, measure := range measures {
		want := normal.Size(name) * 1.5
		if measure.fixed {
			want = normal.Size(name)
		}
		if got := large.Size(name); got != want {
			t.Errorf("%s at 1.5 is %v, want %v", name, got, want)
		}
	}
}

func TestTextSizeStaysWithinItsLimits(t *testing.T) {
	for given, want := range map[float32]float32{0: 0.9, 0.9: 0.9, 1.25: 1.25, 1.6: 1.6, 9: 1.6} {
		if got := New(BrightnessLight, given).TextSize(); got != want {
			t.Errorf("text size %v became %v, want %v", given, got, want)
		}
	}
}

func TestHitTargetsAreNeverTooSmall(t *testing.T) {
	th := New(BrightnessLight, TextSizeNormal)
	for _, name := range []fyne.ThemeSizeName{HitTarget, ButtonHeight, RowButtonHeight, FieldHeight} {
		if got := th.Size(name); got < 36 {
			t.Errorf("%s is %v px, under 36", name, got)
		}
	}
}

func TestEveryFyneColourIsAnswered(t *testing.T) {
	th := New(BrightnessDark, 1)
	for name, ours := range toolkitColours {
		if got, want := th.Color(name, 0), th.Color(ours, 0); got != want {
			t.Errorf("%s is %v, want %s %v", name, got, ours, want)
		}
	}
}

func TestFontsAreNotoSans(t *testing.T) {
	th := New(BrightnessLight, 1)
	for want, style := range map[string]fyne.TextStyle{
		"NotoSans-Regular.ttf": {Italic: true},
		"NotoSans-Bold.ttf":    {Bold: true, Italic: true},
	} {
		font := th.Font(style)
		if font.Name() != want || len(font.Content()) < 100_000 {
			t.Errorf("style %+v: font %s of %d bytes", style, font.Name(), len(font.Content()))
		}
	}
}
