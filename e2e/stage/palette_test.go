package stage

import (
	"image"
	"image/color"
	"testing"
)

func TestAPictureKeepsItsFrequentColoursAndTheNearestOfTheOthers(t *testing.T) {
	picture := &Picture{image.NewRGBA(image.Rect(0, 0, 600, 2))}
	for x := range 600 {
		// 300 shades of blue, each twice, and a row of white.
		picture.Set(x, 0, color.RGBA{R: uint8(x / 2 % 256), G: uint8(x / 512 * 40), B: 0xFF, A: 0xFF})
		picture.Set(x, 1, color.White)
	}
	small := picture.withPalette()
	if len(small.Palette) != paletteSize {
		t.Fatalf("%d colours", len(small.Palette))
	}
	for x := range 600 {
		if r, g, b, _ := small.At(x, 1).RGBA(); r != 0xFFFF || g != 0xFFFF || b != 0xFFFF {
			t.Fatalf("white has become %v", small.At(x, 1))
		}
		want, got := picture.RGBAAt(x, 0), small.At(x, 0).(color.RGBA)
		for _, d := range []int{int(want.R) - int(got.R), int(want.G) - int(got.G), int(want.B) - int(got.B)} {
			if d > 60 || d < -60 {
				t.Fatalf("%v has become %v", want, got)
			}
		}
	}
}
