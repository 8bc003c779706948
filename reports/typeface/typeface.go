// Package typeface reads the advance widths and the character coverage of the
// report fonts.
//
// A Face is one weight of the type family that a report is set in. Widths are
// in thousandths of the type size, the same whole numbers that the PDF writer
// stores, so that a line measured here is exactly as wide on the page.
// Kerning is left out for the same reason: the writer applies none. Subset makes
// the font that a file embeds, with the glyphs that it uses.
package typeface

import (
	"errors"
	"fmt"
	"math"
	"sync/atomic"

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

// Face is one font: its widths, coverage and vertical measures. It is safe for
// concurrent use.
type Face struct {
	data     []byte
	outlines *sfnt.Font
	ppem     fixed.Int26_6
	// blocks are the widths of 256 characters each, read when one of them is asked
	// for: a report uses a few hundred of the font's thousands.
	blocks  [basicPlane / blockSize]atomic.Pointer[block]
	ascent  float64
	descent float64
}

const blockSize = 256

type block [blockSize]uint16

// Parse reads a TrueType font. It returns an error when the font cannot be
// read or covers nothing.
func Parse(data []byte) (*Face, error) {
	parsed, err := sfnt.Parse(data)
	if err != nil {
		return nil, fmt.Errorf("parse font: %w", err)
	}
	var buffer sfnt.Buffer
	ppem := fixed.I(int(parsed.UnitsPerEm()))
	metrics, err := parsed.Metrics(&buffer, ppem, font.HintingNone)
	if err != nil {
		return nil, fmt.Errorf("read font metrics: %w", err)
	}
	face := &Face{
		data:     data,
		outlines: parsed,
		ppem:     ppem,
		ascent:   float64(metrics.Ascent) / float64(ppem),
		descent:  float64(metrics.Descent) / float64(ppem),
	}
	for r := range rune(basicPlane) {
		if face.Has(r) {
			return face, nil
		}
	}
	return nil, ErrNoGlyphs
}

// width is a character's of the basic plane, absent for one without a glyph or
// whose width cannot be read.
func (f *Face) width(r rune) uint16 {
	known := f.blocks[r/blockSize].Load()
	if known == nil {
		known = f.read(r / blockSize * blockSize)
		f.blocks[r/blockSize].Store(known) // the same whoever comes first
	}
	return known[r%blockSize]
}

func (f *Face) read(first rune) *block {
	var buffer sfnt.Buffer
	widths := new(block)
	for i := range widths {
		widths[i] = absent
		index, err := f.outlines.GlyphIndex(&buffer, first+rune(i))
		if err != nil || index == 0 {
			continue
		}
		advance, err := f.outlines.GlyphAdvance(&buffer, index, f.ppem, font.HintingNone)
		if err != nil {
			continue
		}
		widths[i] = uint16(math.Round(float64(advance) / float64(f.ppem) * thousand))
	}
	return widths
}

// Data returns the font file. The caller must not change it.
func (f *Face) Data() []byte { return f.data }

// Has tells whether the font draws the character.
func (f *Face) Has(r rune) bool {
	return r >= 0 && r < basicPlane && f.width(r) != absent
}

// Advance returns the width of a character in thousandths of the size. A
// character without a glyph counts as nothing.
func (f *Face) Advance(r rune) int {
	if r < 0 || r >= basicPlane {
		return 0
	}
	width := f.width(r)
	if width == absent {
		return 0
	}
	return int(width)
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

// Shape is what a PDF file tells of a font besides its widths, in thousandths of
// the size.
type Shape struct {
	Name                     string // PostScript's
	Ascent, Descent, Capital int    // upwards from the baseline
	Box                      Box    // around all glyphs
	StemWidth                int    // of upright strokes
}

// Shape returns the font's shape. It returns an error for a font that does not
// tell its name or extent.
func (f *Face) Shape() (Shape, error) {
	var buffer sfnt.Buffer
	name, err := f.outlines.Name(&buffer, sfnt.NameIDPostScript)
	if err != nil {
		return Shape{}, fmt.Errorf("read name of font: %w", err)
	}
	box, err := f.outlines.Bounds(&buffer, fixed.I(thousand), font.HintingNone)
	if err != nil {
		return Shape{}, fmt.Errorf("read extent of font: %w", err)
	}
	stem := f.Bounds('l')
	return Shape{
		Name: name, Ascent: int(math.Round(f.ascent * thousand)), Descent: -int(math.Round(f.descent * thousand)),
		Capital: f.Bounds('H').Top, StemWidth: stem.Right - stem.Left,
		Box: Box{Left: box.Min.X.Floor(), Bottom: -box.Max.Y.Ceil(), Right: box.Max.X.Ceil(), Top: -box.Min.Y.Floor()},
	}, nil
}
