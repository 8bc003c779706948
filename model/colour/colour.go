// Package colour reckons with colours as sRGB triples: reading "#RRGGBB", the
// contrast of WCAG 2.1 between two of them, the text that is read on one, and the
// nearest shade that keeps a contrast. It knows no screen and no paper; the window's theme and the cover of
// a report are both judged by it.
package colour

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Colour is an opaque colour of sRGB.
type Colour struct{ R, G, B uint8 }

// White is the paper, and the text on a dark cover.
var White = Colour{0xFF, 0xFF, 0xFF}

// inks are the colours of a text on a ground, the first that is read on it
// taken: white, the ink of paper (look.md "Colour"), and black for the few grounds
// between that neither is read on.
var inks = [...]Colour{White, {0x18, 0x27, 0x2D}, {}}

// The contrasts that WCAG 2.1 AA asks for.
const (
	ForText  = 4.5 // 1.4.3, text of usual size
	ForShape = 3.0 // 1.4.11, and large text
)

// ErrMalformed says that a text is no "#RRGGBB".
var ErrMalformed = errors.New("malformed colour")

// Parse reads "#0E5366" or "0e5366", spaces around it left out, or returns
// [ErrMalformed].
func Parse(s string) (Colour, error) {
	digits := strings.TrimPrefix(strings.TrimSpace(s), "#")
	value, err := strconv.ParseUint(digits, 16, 32)
	if err != nil || len(digits) != 6 || digits[0] == '+' {
		return Colour{}, fmt.Errorf("%w: %q", ErrMalformed, s)
	}
	return Colour{uint8(value >> 16), uint8(value >> 8), uint8(value)}, nil
}

// String writes the colour as "#0E5366".
func (c Colour) String() string { return fmt.Sprintf("#%02X%02X%02X", c.R, c.G, c.B) }

// RGBA makes it a color.Color of the standard library.
func (c Colour) RGBA() (r, g, b, a uint32) {
	return uint32(c.R) * 0x101, uint32(c.G) * 0x101, uint32(c.B) * 0x101, 0xFFFF
}

// Luminance is the relative luminance of WCAG 2.1, from 0 for black to 1 for
// white.
func (c Colour) Luminance() float64 {
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

func linear(channel uint8) float64 {
	v := float64(channel) / 0xFF
	if v <= 0.04045 {
		return v / 12.92
	}
	return math.Pow((v+0.055)/1.055, 2.4)
}

// Contrast is the ratio of WCAG 2.1 between two colours, from 1 to 21.
func Contrast(a, b Colour) float64 {
	lighter, darker := a.Luminance(), b.Luminance()
	if lighter < darker {
		lighter, darker = darker, lighter
	}
	return (lighter + 0.05) / (darker + 0.05)
}

// Ink is the colour of text and outlines on a ground. Its contrast is at least
// [ForText] on any: black is read where white is not.
func Ink(ground Colour) Colour {
	for _, ink := range inks {
		if Contrast(ground, ink) >= ForText {
			return ink
		}
	}
	return inks[len(inks)-1]
}

// Darkened returns the colour itself when its contrast to white is at least the
// ratio, else the lightest of its darker shades that keeps it: the hue stays.
func (c Colour) Darkened(ratio float64) Colour {
	best := Colour{}
	low, high := 0.0, 1.0 // high does not keep the ratio unless the colour does
	if Contrast(c, White) >= ratio {
		return c
	}
	for range 24 {
		middle := (low + high) / 2
		shade := c.scaled(middle)
		if Contrast(shade, White) >= ratio {
			low, best = middle, shade
		} else {
			high = middle
		}
	}
	return best
}

func (c Colour) scaled(factor float64) Colour {
	scale := func(channel uint8) uint8 { return uint8(float64(channel) * factor) }
	return Colour{scale(c.R), scale(c.G), scale(c.B)}
}
