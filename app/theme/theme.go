// Package theme holds every colour, text size, space, radius and stroke of the
// window, as a Fyne theme.
//
// A token is a name: a fyne.ThemeColorName or a fyne.ThemeSizeName declared
// here. Drawing code asks for tokens and never for a number or a hex colour, so
// that the light and the dark variant and the text size reach everything. The
// contrasts that the colours promise (WCAG 2.1, 1.4.3 and 1.4.11) are computed
// in the tests.
package theme

import (
	"image/color"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"tavoitekartta/assets"
)

// Brightness chooses the variant of the theme.
type Brightness string

// The choices of brightness.
const (
	BrightnessSystem Brightness = "system" // as the operating system says
	BrightnessLight  Brightness = "light"
	BrightnessDark   Brightness = "dark"
)

// Limits of the text size, a factor on every size.
const (
	TextSizeSmallest float32 = 0.9
	TextSizeNormal   float32 = 1
	TextSizeLargest  float32 = 1.6
)

// Theme is the look of the window. It is immutable: a new setting is a new
// Theme given to fyne.Settings.SetTheme.
type Theme struct {
	brightness Brightness
	textSize   float32
	regular    fyne.Resource
	bold       fyne.Resource
	symbols    fyne.Theme
}

var _ fyne.Theme = (*Theme)(nil)

// New returns the theme in the brightness and at the text size asked for. A
// text size outside TextSizeSmallest to TextSizeLargest becomes the nearer
// limit, an unknown brightness the system's.
func New(brightness Brightness, textSize float32) *Theme {
	return &Theme{
		brightness: brightness,
		textSize:   min(max(textSize, TextSizeSmallest), TextSizeLargest),
		regular:    fyne.NewStaticResource("NotoSans-Regular.ttf", assets.FontRegular()),
		bold:       fyne.NewStaticResource("NotoSans-Bold.ttf", assets.FontBold()),
		symbols:    fynetheme.DefaultTheme(),
	}
}

// TextSize returns the factor on every size.
func (t *Theme) TextSize() float32 { return t.textSize }

// Brightness returns the choice that the theme was made with.
func (t *Theme) Brightness() Brightness { return t.brightness }

// Color returns the colour of a token, or of the token that stands for one of
// Fyne's own names. An unknown name is Fyne's to answer.
func (t *Theme) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	variant = t.variant(variant)
	if token, ok := palette[name]; ok {
		return token.in(variant)
	}
	if ours, ok := toolkitColours[name]; ok {
		return palette[ours].in(variant)
	}
	switch name {
	case fynetheme.ColorNameShadow:
		// Nothing of ours has a shadow. Fyne sets its menus off with this
		// colour and ends its scrollers with it: as faint as does for menus.
		return color.NRGBA{A: 0x26}
	case fynetheme.ColorNameScrollBarBackground:
		return color.Transparent
	}
	return t.symbols.Color(name, variant)
}

// Size returns the size of a token in pixels, multiplied by the text size
// unless it is a stroke. An unknown name is Fyne's to answer.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	measure, ok := measures[name]
	if !ok {
		return t.symbols.Size(name) * t.textSize
	}
	if measure.fixed {
		return measure.pixels
	}
	return measure.pixels * t.textSize
}

// Font returns Noto Sans in Regular or Bold. There is no italic in the look;
// monospace and symbols are Fyne's.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource {
	if style.Monospace || style.Symbol {
		return t.symbols.Font(style)
	}
	if style.Bold {
		return t.bold
	}
	return t.regular
}

// Icon returns Fyne's icons, for its own dialogs.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource {
	return t.symbols.Icon(name)
}

// IsDark tells whether the dark variant is drawn when the system's variant is
// the one given.
func (t *Theme) IsDark(system fyne.ThemeVariant) bool {
	return t.variant(system) == fynetheme.VariantDark
}

func (t *Theme) variant(system fyne.ThemeVariant) fyne.ThemeVariant {
	switch t.brightness {
	case BrightnessLight:
		return fynetheme.VariantLight
	case BrightnessDark:
		return fynetheme.VariantDark
	default:
		return system
	}
}
