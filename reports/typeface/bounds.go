package typeface

import (
	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// Box is what a glyph covers, from its origin to the right and upwards, in
// thousandths of the size.
type Box struct{ Left, Bottom, Right, Top int }

// Moved returns the box shifted.
func (b Box) Moved(right, up int) Box {
	return Box{b.Left + right, b.Bottom + up, b.Right + right, b.Top + up}
}

// Bounds returns what a character covers; nothing for one without a glyph.
func (f *Face) Bounds(r rune) Box {
	var buffer sfnt.Buffer
	index, err := f.outlines.GlyphIndex(&buffer, r)
	if err != nil || index == 0 {
		return Box{}
	}
	box, _, err := f.outlines.GlyphBounds(&buffer, index, fixed.I(thousand), font.HintingNone)
	if err != nil {
		return Box{}
	}
	return Box{Left: box.Min.X.Round(), Bottom: -box.Max.Y.Round(), Right: box.Max.X.Round(), Top: -box.Min.Y.Round()}
}
