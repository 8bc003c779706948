// Package typeface reads the advance widths and the character coverage of the
// report fonts.
//
// A Face is one weight of the type family that a report is set in. Widths are
// in thousandths of the type size, the same whole numbers that the PDF writer
// stores, so that a line measured here is exactly as wide on the page.
// Kerning is left out for the same reason: the writer applies none.
package typeface

import (
	"errors"
	"fmt"
	"math"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// ErrNoGlyphs is returned for a font that covers no character at all.
var ErrNoGlyphs = errors.New("font has no glyphs")

// basicPlane is the number of code points that the PDF writer can address.
const basicPlane = 0x10000

// thousand is the em in the units of the widths.
const thousand = 1000

// absent marks a code point that has no glyph.
const absent = math.MaxUint16

// Face is one font: its widths, coverage and vertical measures. It is
// immutable and safe for concurrent use.
type Face struct {
	data     []byte
	outlines *sfnt.Font
	widths   []uint16
	ascent   float64
	descent  float64
}

// Parse reads a TrueType font. It returns an error when the font cannot be
// read or covers nothing.
func Parse(data []byte) (*Face, error) {
	parsed, err := sfnt.Parse(data)
	if err != nil {
		return nil, fmt.Errorf("parse font: %w", err)
	}
	var buffer sfnt.Buffer
	unitsPerEm := int(parsed.UnitsPerEm())
	ppem := fixed.I(unitsPerEm)
	metrics, err := parsed.Metrics(&buffer, ppem, font.HintingNone)
	if err != nil {
		return nil, fmt.Errorf("read font metrics: %w", err)
	}
	face := &Face{
		data:     data,
		outlines: parsed,
		widths:   make([]uint16, basicPlane),
		ascent:   float64(metrics.Ascent) / float64(ppem),
		descent:  float64(metrics.Descent) / float64(ppem),
	}
	covered := 0
	for r := range rune(basicPlane) {
		face.widths[r] = absent
		index, err := parsed.GlyphIndex(&buffer, r)
		if err != nil || index == 0 {
			continue
		}
		advance, err := parsed.GlyphAdvance(&buffer, index, ppem, font.HintingNone)
		if err != nil {
			return nil, fmt.Errorf("read width of %U: %w", r, err)
		}
		face.widths[r] = uint16(math.Round(float64(advance) / float64(ppem) * thousand))
		covered++
	}
	if covered == 0 {
		return nil, ErrNoGlyphs
	}
	return face, nil
}

// Data returns the font file. The caller must not change it.
func (f *Face) Data() []byte { return f.data }

// Has tells whether the font draws the character.
func (f *Face) Has(r rune) bool {
	return r >= 0 && r < basicPlane && f.widths[r] != absent
}

// Advance returns the width of a character in thousandths of the size. A
// character without a glyph counts as nothing.
func (f *Face) Advance(r rune) int {
	if !f.Has(r) {
		return 0
	}
	return int(f.widths[r])
}

// Width returns the width of the text in points at the given size in points.
func (f *Face) Width(text string, size float64) float64 {
	total := 0
	for _, r := range text {
		total += f.Advance(r)
	}
	return float64(total) * size / thousand
}

// Baseline returns how far below the top of a line of the given leading the
// baseline lies, in points: the letters stand in the middle of their line.
func (f *Face) Baseline(size, leading float64) float64 {
	return (leading-(f.ascent+f.descent)*size)/2 + f.ascent*size
}
