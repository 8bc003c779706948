package text

import (
	"iter"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

const (
	softHyphen       = '\u00AD'
	noBreakHyphen    = '\u2011'
	zeroWidthSpace   = '\u200B'
	firstCombining   = '\u0300'
	hyphenSign       = "-"
	lineSeparator    = "\u2028"
	paragraphDivider = "\u2029"
	nextLine         = "\u0085"
)

// Clusters yields what a reader counts as one sign each, with the byte at which
// it begins: grapheme clusters (UAX #29), a letter with its marks or a joined
// emoji being one. A byte that is not UTF-8 is one of its own.
func Clusters(s string) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		for from := 0; from < len(s); {
			next := nextCluster(s, from)
			if !yield(from, s[from:next]) {
				return
			}
			from = next
		}
	}
}

// nextCluster returns the byte offset after the grapheme cluster (UAX #29) that
// starts at offset. A byte that is not UTF-8 is a cluster of its own.
func nextCluster(s string, offset int) int {
	first, size := utf8.DecodeRuneInString(s[offset:])
	after := offset + size
	if after == len(s) {
		return after
	}
	// Below the combining marks every rune is its own cluster but CR LF: the
	// common case needs no look at the Unicode tables.
	if second, _ := utf8.DecodeRuneInString(s[after:]); first < firstCombining && second < firstCombining && first != '\r' {
		return after
	}
	cluster, _, _, _ := uniseg.FirstGraphemeClusterInString(s[offset:], -1)
	return offset + len(cluster)
}

// isNewline tells whether a cluster forces a break.
func isNewline(cluster string) bool {
	switch cluster {
	case "\n", "\r", "\r\n", "\v", "\f", lineSeparator, paragraphDivider, nextLine:
		return true
	}
	return false
}

// isBreakingSpace tells whether a line may end at the cluster. No-break spaces
// (U+00A0, U+2007, U+202F) are ink.
func isBreakingSpace(cluster string) bool {
	space, size := utf8.DecodeRuneInString(cluster)
	if size != len(cluster) {
		return false
	}
	switch {
	case space == ' ', space == '\t', space == zeroWidthSpace:
		return true
	case space >= '\u2000' && space <= '\u200A':
		return space != '\u2007'
	}
	return space == '\u1680' || space == '\u205F' || space == '\u3000'
}
