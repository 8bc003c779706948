package colour

import (
	"errors"
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestContrastsAreThoseOfTheStandard(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want float64
	}{
		{"#000000", "#FFFFFF", 21}, {"#FFFFFF", "#FFFFFF", 1}, {"#767676", "#FFFFFF", 4.54}, {"#0E5366", "#FFFFFF", 8.6},
	} {
		a, errA := Parse(c.a)
		b, errB := Parse(c.b)
		if errA != nil || errB != nil || math.Abs(Contrast(a, b)-c.want) > 0.05 || Contrast(a, b) != Contrast(b, a) {
			t.Errorf("%s on %s has %.2f, want %.2f", c.a, c.b, Contrast(a, b), c.want)
		}
	}
}

func TestTextIsReadOnEveryColour(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := Colour{rapid.Uint8().Draw(t, "r"), rapid.Uint8().Draw(t, "g"), rapid.Uint8().Draw(t, "b")}
		if Contrast(c, Ink(c)) < ForText {
			t.Fatalf("%s on %s has %.2f", Ink(c), c, Contrast(c, Ink(c)))
		}
	})
	for ground, want := range map[string]string{
		"#000000": "#FFFFFF", "#0000FF": "#FFFFFF", "#0E5366": "#FFFFFF", "#808080": "#000000", "#FFFF00": "#18272D", "#FFFFFF": "#18272D",
	} {
		if c, err := Parse(ground); err != nil || Ink(c).String() != want {
			t.Errorf("the ink on %s is %s, want %s (%v)", ground, Ink(c), want, err)
		}
	}
}

func TestOnlySixDigitsAreAColour(t *testing.T) {
	for _, s := range []string{"", "#", "#FFF", "#12345G", "0x1234", "+12345", "#1234567", "punainen"} {
		if _, err := Parse(s); !errors.Is(err, ErrMalformed) {
			t.Errorf("%q is read: %v", s, err)
		}
	}
	if c, err := Parse(" 0e5366 "); err != nil || c.String() != "#0E5366" {
		t.Errorf("%v, %v", c, err)
	}
}

func TestADarkenedColourKeepsTheContrastAndIsTheNearest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := Colour{rapid.Uint8().Draw(t, "r"), rapid.Uint8().Draw(t, "g"), rapid.Uint8().Draw(t, "b")}
		shade := c.Darkened(ForText)
		if Contrast(shade, White) < ForText {
			t.Fatalf("%s becomes %s with %.2f", c, shade, Contrast(shade, White))
		}
		if Contrast(c, White) >= ForText && shade != c {
			t.Fatalf("%s was good and becomes %s", c, shade)
		}
		if Contrast(c, White) < ForText && Contrast(shade, White) > ForText+0.4 {
			t.Fatalf("%s becomes %s, darker than needed: %.2f", c, shade, Contrast(shade, White))
		}
		if back, err := Parse(shade.String()); err != nil || back != shade {
			t.Fatal(back, err)
		}
	})
}
