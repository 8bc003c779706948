package layout

import (
	"unicode"

	"golang.org/x/text/unicode/norm"

	"tavoitekartta/reports/typeface"
)

// Stretch is a part of a drawn text that is set apart from the rest: how far its
// origin lies right of and above that of the text, in thousandths of the size.
type Stretch struct {
	String string
	X, Y   int
}

// The combining classes by which marks are placed (Unicode 4.3, table 4-3).
const (
	classOverlay = 1
	classAbove   = 230
)

// classesBelow are the classes of marks that stand below their letter.
func below(class uint8) bool { return class == 202 || class == 220 }

// Stretches parts a drawn text where marks stand that no composed letter holds.
// The PDF writer and the painter of pictures apply no positions of the font's, so
// each mark is set over the middle of its letter, clear of it.
func (f Faces) Stretches(drawn string, bold bool) []Stretch {
	if !hasMark(drawn) {
		return []Stretch{{String: drawn}}
	}
	m := markSetter{face: f.of(bold)}
	for _, r := range drawn {
		if unicode.Is(unicode.Mn, r) && m.base > 0 {
			m.mark(r)
			continue
		}
		m.letter(r)
	}
	return m.stretches
}

func hasMark(drawn string) bool {
	for _, r := range drawn {
		if r >= firstMark && unicode.Is(unicode.Mn, r) {
			return true
		}
	}
	return false
}

// markSetter sets the characters of a text one after another.
type markSetter struct {
	face      *typeface.Face
	stretches []Stretch
	x         int          // where the next letter begins
	line      int          // the stretch that letters go on, from 1; 0 for a new one
	base      rune         // the letter that marks stand on, 0 before the first
	box       typeface.Box // what stands there so far, from the text's origin
}

func (m *markSetter) letter(r rune) {
	if m.line == 0 {
		m.stretches = append(m.stretches, Stretch{X: m.x})
		m.line = len(m.stretches)
	}
	m.stretches[m.line-1].String += string(r)
	m.base, m.box = r, m.face.Bounds(r).Moved(m.x, 0)
	m.x += m.face.Advance(r)
}

func (m *markSetter) mark(r rune) {
	own := m.face.Bounds(r)
	placed := Stretch{String: string(r), X: (m.box.Left + m.box.Right - own.Left - own.Right) / 2}
	class := norm.NFC.PropertiesString(string(r)).CCC()
	switch {
	case class == classAbove:
		// The font draws marks above for letters as high as x.
		placed.Y = m.box.Top - m.face.Bounds('x').Top
	case class == classOverlay:
		placed.Y = (m.box.Bottom + m.box.Top - own.Bottom - own.Top) / 2
	case below(class):
		placed.Y = m.box.Bottom
	}
	m.stretches = append(m.stretches, placed)
	own = own.Moved(placed.X, placed.Y)
	m.box.Top, m.box.Bottom = max(m.box.Top, own.Top), min(m.box.Bottom, own.Bottom)
	m.line = 0
}
