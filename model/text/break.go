package text

import (
	"math"
	"strings"
)

// Line is one row of a broken paragraph.
type Line struct {
	// Text is what is drawn: with a hyphen where a word was divided, without
	// soft hyphens and without the spaces and newline at its end.
	Text string
	// Start and End are the byte offsets of the source that the line stands
	// for, spaces and newline at its end included. A line starts where the
	// line before it ends.
	Start, End int
	// Hyphenated tells that the hyphen at the end of Text is not in the source.
	Hyphenated bool
	// Width is the measured width of Text.
	Width float64
}

// Fit is the way in which the line ends of a paragraph are chosen.
type Fit int

const (
	// Even looks at the whole paragraph and chooses the least ragged lines.
	Even Fit = iota
	// Greedy fills one line after another: for labels that change while a
	// person is typing, whose earlier lines must not move.
	Greedy
)

// Options say how a paragraph is broken.
type Options struct {
	// Language is "fi", "sv" or "en"; another one has no hyphenation patterns.
	Language string
	Fit      Fit
	// KeepWords turns hyphenation by patterns off. Soft hyphens still count,
	// and so do the patterns for a word wider than the line.
	KeepWords bool
	// Quick tells that to measure a word takes no longer than to look up what it
	// measured before: nothing is remembered then.
	Quick bool
}

// Break divides a paragraph into lines no wider than width, in the unit of
// measure. Newlines are forced breaks, a last one adds no empty line, and the
// empty paragraph has no lines.
//
// A line ends at a space, after a hyphen or slash inside a long word, at a
// soft hyphen, or at a place that the language's patterns allow. It never ends
// at a no-break space, inside a year span, between a number and its unit,
// before "ry", "rf", "oy", "ab", or inside a grapheme cluster. What is wider
// than a line and cannot be divided by these rules is divided between grapheme
// clusters, in the end beside no-break spaces too; a single cluster wider than the line stands alone. A width of zero
// or less gives one cluster a line; a width that is not a number gives no other
// breaks than the newlines.
//
// The time is linear in the length of the paragraph; measure is called once
// for each distinct word or part of a word unless it is quick, and once for each
// line.
func Break(paragraph string, width float64, measure func(string) float64, options Options) []Line {
	if math.IsNaN(width) {
		width = math.Inf(1)
	}
	setter := setter{source: paragraph, width: max(width, 0), ruler: newRuler(measure, options.Quick), options: options}
	var lines []Line
	forEachRow(paragraph, func(start, inkEnd, end int) {
		lines = append(lines, setter.row(start, inkEnd, end)...)
	})
	return lines
}

// forEachRow calls visit for each row between newlines: where its ink starts
// being counted, where it ends, and where the next row starts.
func forEachRow(paragraph string, visit func(start, inkEnd, end int)) {
	start := 0
	for offset := 0; offset < len(paragraph); {
		after := nextCluster(paragraph, offset)
		if isNewline(paragraph[offset:after]) {
			visit(start, offset, after)
			start = after
		}
		offset = after
	}
	if start < len(paragraph) {
		visit(start, len(paragraph), len(paragraph))
	}
}

// drawn returns source text as it is drawn: without soft hyphens and invisible
// spaces, tabs as spaces, no spaces at either end.
func drawn(source string) string {
	if strings.IndexFunc(source, isDrawnOtherwise) >= 0 {
		source = strings.Map(func(sign rune) rune {
			switch sign {
			case softHyphen, zeroWidthSpace:
				return -1
			case '\t':
				return ' '
			}
			return sign
		}, source)
	}
	return strings.Trim(source, " ")
}

func isDrawnOtherwise(sign rune) bool {
	return sign == softHyphen || sign == zeroWidthSpace || sign == '\t'
}

// ruler measures strings, each distinct one once unless that is quick.
type ruler struct {
	widths map[string]float64 // nil for a quick measure
	raw    func(string) float64
}

// widestPiece keeps sums finite when a measure returns infinity.
const widestPiece = 1e12

func newRuler(measure func(string) float64, quick bool) *ruler {
	if quick {
		return &ruler{raw: measure}
	}
	return &ruler{widths: map[string]float64{}, raw: measure}
}

func (r *ruler) measure(piece string) float64 {
	if piece == "" {
		return 0
	}
	width, known := r.widths[piece]
	if known {
		return width
	}
	width = r.raw(piece)
	if !(width > 0) { // also true of NaN
		width = 0
	}
	width = min(width, widestPiece)
	if r.widths != nil {
		r.widths[piece] = width
	}
	return width
}
