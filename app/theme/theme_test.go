package theme

import (
	"testing"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

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
