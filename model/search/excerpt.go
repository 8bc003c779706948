package search

import (
	"strings"
	"unicode/utf8"
)

// Excerpt returns about so many letters of the hit's text around its first
// match, cut between words and marked with "…", and where the matches stand in
// it. A text that is no longer is returned whole, on one line.
func (h Hit) Excerpt(letters int) (string, []Range) {
	start, end := 0, len(h.Text)
	if utf8.RuneCountInString(h.Text) > letters && len(h.Matches) > 0 {
		start = wordsBack(h.Text, h.Matches[0].Start, letters/3)
		end = wordsOn(h.Text, start, letters)
		end = max(end, h.Matches[0].End)
	}
	before, after := "", ""
	if start > 0 {
		before = "… "
	}
	if end < len(h.Text) {
		after = " …"
	}
	var ranges []Range
	for _, m := range h.Matches {
		if m.Start >= start && m.End <= end {
			ranges = append(ranges, Range{m.Start - start + len(before), m.End - start + len(before)})
		}
	}
	// One byte for one byte, so that the ranges stay.
	oneLine := strings.NewReplacer("\n", " ", "\t", " ", "\r", " ").Replace(h.Text[start:end])
	return before + oneLine + after, ranges
}

// wordsBack is where a word begins that stands at most so many letters before a
// byte.
func wordsBack(text string, at, letters int) int {
	start := at
	for ; letters > 0 && start > 0; letters-- {
		_, width := utf8.DecodeLastRuneInString(text[:start])
		start -= width
	}
	if start == 0 {
		return 0
	}
	if space := strings.IndexAny(text[start:at], " \n\t"); space >= 0 {
		return start + space + 1
	}
	return at
}

// wordsOn is where a word ends that stands at most so many letters after a byte.
func wordsOn(text string, at, letters int) int {
	end := at
	for ; letters > 0 && end < len(text); letters-- {
		_, width := utf8.DecodeRuneInString(text[end:])
		end += width
	}
	if end == len(text) {
		return end
	}
	if space := strings.LastIndexAny(text[at:end], " \n\t"); space > 0 {
		return at + space
	}
	return end
}
