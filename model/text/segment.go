package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// joiners hold two words together that stand at both sides of them without a
// space: "S2-opetus", "EU:n", "n:o". A hyphen also belongs to the half of a
// compound that has it: "tukihenkilö- ja ryhmätoiminta".
const (
	joiners = "-‑:'’\u00AD"
	hyphens = "-‑"
)

// segments returns the words and the signs of punctuation of s, in order,
// without the spaces between them. Words are those of UAX #29, a compound with
// hyphens being one.
func segments(s string) []word {
	var list []word
	state, rest, offset := -1, s, 0
	for rest != "" {
		var segment string
		segment, rest, state = uniseg.FirstWordInString(rest, state)
		current := word{offset, offset + len(segment)}
		offset = current.end
		if strings.TrimFunc(segment, unicode.IsSpace) == "" {
			continue
		}
		if last := len(list) - 1; last >= 0 && joins(s, list[last], current) {
			list[last].end = current.end
			continue
		}
		list = append(list, current)
	}
	return list
}

// joins tells whether a segment belongs to the word right before it.
func joins(s string, before, current word) bool {
	if before.end != current.start {
		return false
	}
	text, segment := s[before.start:before.end], s[current.start:current.end]
	first, size := firstRune(segment)
	switch {
	case strings.ContainsRune(hyphens, first):
		return size == len(segment) && endsInWord(text)
	case strings.ContainsRune(joiners, first):
		next, _ := firstRune(s[current.end:])
		return size == len(segment) && endsInWord(text) && isWordSign(next)
	}
	last, _ := utf8.DecodeLastRuneInString(text)
	return isWordSign(first) && strings.ContainsRune(joiners, last)
}

func endsInWord(s string) bool {
	last, _ := utf8.DecodeLastRuneInString(s)
	return isWordSign(last)
}

func firstRune(s string) (rune, int) { return utf8.DecodeRuneInString(s) }

func isWordSign(sign rune) bool {
	return unicode.IsLetter(sign) || unicode.IsDigit(sign) || unicode.IsMark(sign)
}
