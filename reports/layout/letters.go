package layout

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"tavoitekartta/model/text"
)

// missingSign is drawn in place of what the fonts lack.
const missingSign = string(utf8.RuneError)

// Drawable returns what is drawn for the text. A letter and its marks become the
// composed letter where the fonts have that; soft hyphens and characters without
// shape fall away; a sign that either weight lacks, an emoji of several
// characters being one, becomes the replacement character.
func (f Faces) Drawable(source string) string {
	drawn, _ := f.draw(source)
	return drawn
}

// Lacking yields the stretches of the text that cannot be drawn, each with the
// byte at which it begins: signs beside each other are one stretch, so that a
// word of another script is told as a word. The replacement character is one of
// them, since a letter was lost where it stands.
func (f Faces) Lacking(source string) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		if !f.mayLack(source) {
			return
		}
		from, end := -1, 0
		for at, cluster := range text.Clusters(source) {
			drawn, _ := f.cluster(cluster)
			lacks := drawn == missingSign
			if from >= 0 && !lacks && drawn != "" {
				if !yield(from, source[from:end]) {
					return
				}
				from = -1
			}
			if lacks {
				end = at + len(cluster)
				if from < 0 {
					from = at
				}
			}
		}
		if from >= 0 {
			yield(from, source[from:end])
		}
	}
}

// mayLack tells whether there is a character that alone is not drawn.
func (f Faces) mayLack(source string) bool {
	if _, known := f.advance(source, false); known {
		return false
	}
	for _, r := range source {
		if f.drawn(r) == utf8.RuneError {
			return true
		}
	}
	return false
}

// draw is [Faces.Drawable]; faithful tells whether what is drawn says the text
// letter for letter.
func (f Faces) draw(source string) (drawn string, faithful bool) {
	if _, known := f.advance(source, false); known {
		return source, true
	}
	if f.plain(source) {
		return strings.Map(f.drawn, source), true
	}
	var out strings.Builder
	faithful = true
	for _, cluster := range text.Clusters(source) {
		shape, same := f.cluster(cluster)
		out.WriteString(shape)
		faithful = faithful && same
	}
	return out.String(), faithful
}

// plain tells whether each character of the text is drawn for itself.
func (f Faces) plain(source string) bool {
	for _, r := range source {
		if !lone(r) || f.replaced(r) {
			return false
		}
	}
	return true
}

// lone tells of common characters that join no other.
func lone(r rune) bool {
	switch {
	case r == '\r':
		return false
	case r < firstMark:
		return true
	}
	return r >= 0x2010 && r <= 0x2027 || r >= 0x2000 && r <= 0x200A || r == 0x202F || r == '€' ||
		r >= 0x0400 && r < 0x0483 || r >= 0x1E00 && r < 0x1F00
}

// firstMark is the first of the characters that stand on others.
const firstMark = 0x300

// replaced tells whether something else is drawn than the character.
func (f Faces) replaced(r rune) bool {
	if f.Regular.Has(r) && f.Bold.Has(r) {
		return r == utf8.RuneError
	}
	return !unicode.IsSpace(r) && !shapeless(r)
}

// cluster is what is drawn for a sign, and whether it says the same letters.
func (f Faces) cluster(cluster string) (drawn string, faithful bool) {
	first, size := utf8.DecodeRuneInString(cluster)
	if size == len(cluster) {
		return f.single(first)
	}
	if cluster == "\r\n" {
		return " ", true
	}
	shaped := norm.NFC.String(strings.Map(func(r rune) rune {
		if shapeless(r) {
			return -1
		}
		return r
	}, cluster))
	if first, size := utf8.DecodeRuneInString(shaped); shaped != "" && size == len(shaped) {
		return f.single(first)
	}
	for _, r := range shaped {
		if f.drawn(r) == utf8.RuneError {
			return missingSign, false
		}
	}
	// Marks that are set on their letters are no characters to who reads the file.
	return strings.Map(f.drawn, shaped), shaped == ""
}

// single is what is drawn for one character.
func (f Faces) single(r rune) (drawn string, faithful bool) {
	shape := f.drawn(r)
	switch {
	case shape < 0:
		return "", true
	case shape == utf8.RuneError:
		if signs, is := likenesses[r]; is {
			return signs, false
		}
		return missingSign, false
	}
	return string(shape), shape == r || unicode.IsSpace(r)
}

// drawn is the one character that is drawn for a character, -1 for none.
func (f Faces) drawn(r rune) rune {
	switch {
	case common(r) && f.Regular.Has(r) && f.Bold.Has(r):
		return r
	case r == '\t' || r == '\n' || r == '\r':
		return ' '
	case r == '\u00AD' || shapeless(r):
		return -1
	case f.Regular.Has(r) && f.Bold.Has(r):
		return r
	case unicode.IsSpace(r):
		return ' '
	}
	if plain, ok := substitutes[r]; ok {
		return plain
	}
	return utf8.RuneError
}

// common tells of most characters of a programme, none of which steers others.
func common(r rune) bool { return r >= ' ' && r < 0x7F || r > 0xAD && r < firstMark }

// width measures a text as it will be drawn, in points.
func (f Faces) width(source string, size float64, bold bool) float64 {
	if total, known := f.advance(source, bold); known {
		return float64(total) * size / 1000
	}
	face := f.of(bold)
	total := 0
	for _, r := range source {
		shape := f.drawn(r)
		if shape == utf8.RuneError || !lone(r) {
			return face.Width(f.Drawable(source), size)
		}
		if shape >= 0 {
			total += face.Advance(shape)
		}
	}
	return float64(total) * size / 1000
}

// shapeless tells whether a character only steers others: joiners, direction
// marks, variation selectors, control characters.
func shapeless(r rune) bool {
	return unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Cc, r) ||
		(r >= 0xFE00 && r <= 0xFE0F) || (r >= 0xE0100 && r <= 0xE01EF)
}

// substitutes are characters with the same meaning in the font; those of the
// private use area are bullets as a word processor keeps them.
var substitutes = map[rune]rune{
	'\u2010': '-', '\u2011': '-', '\u2012': '–', '\u2015': '—', '\u2212': '–', '\u2215': '⁄', '\u2219': '·', '\u22C5': '·',
	'\u25CF': '•', '\u25AA': '•', '\u25FE': '•', '\u25A0': '•', '\u25C6': '•', '\u2756': '•', '\u26AB': '•', '\u25E6': '•',
	'\u25CB': '•', '\u2206': 'Δ', '\u25B6': '›', '\u25BA': '›', '\u27A2': '›', '\u27A4': '›',
	'\uF0B7': '•', '\uF0A7': '•', '\uF0D8': '›', '\uF076': '•',
}

// likenesses are signs that the font lacks, put together from those that it has.
var likenesses = map[rune]string{
	'\u2192': "–›", '\u2190': "‹–", '\u2194': "‹–›", '\u21D2': "=›", '\u27A1': "–›", '\u2794': "–›",
	'\u2264': "<\u0332", '\u2265': ">\u0332", '\u2260': "=\u0338", '\u2248': "~\u0303",
}
