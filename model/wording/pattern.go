package wording

import (
	"slices"
	"strings"
)

// pattern is a row of words, each with "*" for any letters at its start or end.
type pattern []patternWord

type patternWord struct {
	letters            string
	openStart, openEnd bool
}

type patterns []pattern

// list reads patterns written with commas between them.
func list(written string) patterns {
	var read patterns
	for row := range strings.SplitSeq(written, ",") {
		var words pattern
		for word := range strings.FieldsSeq(row) {
			word, openEnd := strings.CutSuffix(word, "*")
			word, openStart := strings.CutPrefix(word, "*")
			words = append(words, patternWord{word, openStart, openEnd})
		}
		read = append(read, words)
	}
	return read
}

// fits tells whether the word is one that the pattern stands for.
func (p patternWord) fits(word string) bool {
	switch {
	case p.openStart && p.openEnd:
		return strings.Contains(word, p.letters)
	case p.openStart:
		return strings.HasSuffix(word, p.letters) && len(word) > len(p.letters)
	case p.openEnd:
		return strings.HasPrefix(word, p.letters)
	}
	return word == p.letters
}

func (p pattern) fitAt(words []string, index int) bool {
	if len(p) == 0 || index+len(p) > len(words) {
		return false
	}
	for offset, part := range p {
		if !part.fits(words[index+offset]) {
			return false
		}
	}
	return true
}

// fitAt tells whether one of the patterns fits the words from index on.
func (p patterns) fitAt(words []string, index int) bool {
	return slices.ContainsFunc(p, func(each pattern) bool { return each.fitAt(words, index) })
}

// fit tells whether one of the patterns fits anywhere.
func (p patterns) fit(words []string) bool {
	for index := range words {
		if p.fitAt(words, index) {
			return true
		}
	}
	return false
}
