package theme

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"

	"tavoitekartta/model/colour"
)

// contrast is the ratio of WCAG 2.1.
func contrast(a, b color.Color) float64 { return colour.Contrast(opaque(a), opaque(b)) }

func opaque(c color.Color) colour.Colour {
	r, g, b, _ := c.RGBA()
	return colour.Colour{R: uint8(r >> 8), G: uint8(g >> 8), B: uint8(b >> 8)}
}

// colourPair is what stands on what, and the ratio that the look promises for it
// in light and in dark.
type colourPair struct {
	front, back fyne.ThemeColorName
	light, dark float64
}

// colourPairs are the pairs of the look.
func colourPairs() []colourPair {
	return []colourPair{
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
		{ColorText, ColorSunk, 13.7, 14.9},
		{ColorMuted, ColorSunk, 6.3, 9.0},
		{ColorText, ColorPrimaryTint, 12.4, 10.7},
		{ColorPrimary, ColorPrimaryTint, 6.9, 6.9},
		{ColorFocusInk, ColorSurface, 15.4, 15.5},
		{ColorFocusRing, ColorSurface, 1.8, 8.5}, // never without the ink
	}
}

func TestNamedPairsKeepTheirContrast(t *testing.T) {
	light, dark := New(BrightnessLight, 1), New(BrightnessDark, 1)
	for _, pair := range colourPairs() {
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

// houseFloors are the least ratios of what a house is drawn of, over all houses.
type houseFloors struct {
	brightness                             Brightness
	textOnFacade, roofOnFacade, roofGround float64
	// cross is that of the cross in a lit window, which tells with its frame, the
	// roof on the façade, that there is light: the colour stands never alone.
	cross float64
}

func TestHousesKeepTheirContrast(t *testing.T) {
	for _, floor := range []houseFloors{
		{BrightnessLight, 11.4, 4.8, 5.5, 2.8},
		{BrightnessDark, 10.8, 6.8, 9.1, 10.4},
	} {
		look := New(floor.brightness, 1)
		for house := range HouseColours {
			facade, roof := look.Color(Facade(house), 0), look.Color(Roof(house), 0)
			cross := roof
			if floor.brightness == BrightnessDark {
				cross = look.Color(ColorGround, 0) // by night the roofs are as light as the window
			}
			for _, check := range []struct {
				what      string
				got, want float64
			}{
				{"text on façade", contrast(look.Color(ColorText, 0), facade), floor.textOnFacade},
				{"roof on façade", contrast(roof, facade), floor.roofOnFacade},
				{"roof on ground", contrast(roof, look.Color(ColorGround, 0)), floor.roofGround},
				{"cross on lit window", contrast(cross, look.Color(ColorLitWindow, 0)), floor.cross},
			} {
				if check.got < check.want-0.05 {
					t.Errorf("%s house %d: %s has contrast %.2f, at least %.1f promised", floor.brightness, house, check.what, check.got, check.want)
				}
			}
		}
	}
}

func TestEveryColourIsHeldAgainstAnother(t *testing.T) {
	held := map[fyne.ThemeColorName]bool{ColorLitWindow: true} // in the houses
	for house := range HouseColours {
		held[Facade(house)], held[Roof(house)] = true, true
	}
	for _, pair := range colourPairs() {
		held[pair.front], held[pair.back] = true, true
	}
	for name := range palette {
		if !held[name] {
			t.Errorf("%s is in no pair whose contrast is promised", name)
		}
	}
}

// The least ratios of WCAG 2.1, level AA: of text (1.4.3), and of what has to be
// seen to know a control or a state (1.4.11).
const (
	leastForText  = 4.5
	leastForShape = 3.0
)

func TestWhatIsReadAndSeenIsSoOnEveryGround(t *testing.T) {
	grounds := []fyne.ThemeColorName{ColorGround, ColorPane, ColorSurface, ColorSunk, ColorSelected}
	tints := []fyne.ThemeColorName{ColorPrimaryTint, ColorOKTint, ColorWarnTint, ColorErrTint, ColorAddedTint, ColorDeletedTint}
	everywhere := append(append([]fyne.ThemeColorName{}, grounds...), tints...)
	for _, rule := range []struct {
		fronts, backs []fyne.ThemeColorName
		least         float64
	}{
		{[]fyne.ThemeColorName{ColorText, ColorMuted}, everywhere, leastForText},
		{[]fyne.ThemeColorName{ColorPrimary, ColorOK, ColorWarn, ColorErr}, grounds, leastForText},
		{[]fyne.ThemeColorName{ColorBorder, ColorGranite}, grounds, leastForShape},
		{[]fyne.ThemeColorName{ColorFocusInk}, everywhere, leastForShape},
	} {
		for _, look := range []*Theme{New(BrightnessLight, 1), New(BrightnessDark, 1)} {
			for _, front := range rule.fronts {
				for _, back := range rule.backs {
					if got := contrast(look.Color(front, 0), look.Color(back, 0)); got < rule.least {
						t.Errorf("%s: %s on %s has contrast %.2f, at least %.1f needed", look.Brightness(), front, back, got, rule.least)
					}
				}
			}
		}
	}
}
