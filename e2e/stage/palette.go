package stage

import (
	"cmp"
	"image"
	"image/color"
	"slices"
)

// paletteSize is the most colours that a PNG with a palette holds.
const paletteSize = 256

// withPalette returns the picture in its most frequent colours, the others as
// the nearest of those. A window has some dozen colours and thousands of shades
// between them at the edges of letters; so it takes a third of the room, and
// the eye sees no difference.
func (p *Picture) withPalette() *image.Paletted {
	counts := map[color.RGBA]int{}
	for at := 0; at < len(p.Pix); at += 4 {
		counts[p.colour(at)]++
	}
	shades := make([]color.RGBA, 0, len(counts))
	for shade := range counts {
		shades = append(shades, shade)
	}
	slices.SortFunc(shades, func(a, b color.RGBA) int {
		return cmp.Or(counts[b]-counts[a], int(a.R)-int(b.R), int(a.G)-int(b.G), int(a.B)-int(b.B))
	})
	var palette color.Palette
	for _, shade := range shades[:min(len(shades), paletteSize)] {
		palette = append(palette, shade)
	}
	nearest := make(map[color.RGBA]uint8, len(shades))
	for _, shade := range shades {
		nearest[shade] = uint8(palette.Index(shade))
	}
	small := image.NewPaletted(p.Rect, palette)
	for at := 0; at < len(p.Pix); at += 4 {
		small.Pix[at/4] = nearest[p.colour(at)]
	}
	return small
}

func (p *Picture) colour(at int) color.RGBA {
	return color.RGBA{R: p.Pix[at], G: p.Pix[at+1], B: p.Pix[at+2], A: 0xFF}
}
