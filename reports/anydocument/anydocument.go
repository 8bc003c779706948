// Package anydocument grows document trees out of any bytes, for the fuzz
// targets of the layout and of the finisher.
//
// A Seed is bytes that are used up one after another, each for a decision: the
// next block, its columns, a letter. Where they end, every decision is the
// first one, so that all bytes grow a tree and the same bytes the same one.
// The trees keep what the composers of the reports promise the layout: a cover
// has a part of its own without head and foot, a heading is followed by something that it heads, a
// row has no more cells than its table columns, a chart a series for each bar.
// Nothing else is promised: texts are of any characters and any length.
//
// Only tests import the package.
package anydocument

import (
	"fmt"

	"tavoitekartta/reports/document"
)

const (
	mostBlocks  = 12
	mostLetters = 9000 // of a document, so that a try takes milliseconds
)

// Grow makes a document of the bytes.
func Grow(bytes []byte) document.Document {
	s := &seed{rest: bytes, letters: mostLetters}
	doc := document.Document{Language: s.ownLanguage(), Title: s.said(), Author: s.words(), Subject: s.words()}
	if s.yes() {
		doc.Parts = append(doc.Parts, document.Part{Language: s.ownLanguage(), Blocks: []document.Block{s.cover()}})
	}
	for range 1 + s.pick(2) {
		doc.Parts = append(doc.Parts, s.part())
	}
	for n := range s.pick(3) {
		doc.Hidden = append(doc.Hidden, document.HiddenField{Name: fmt.Sprintf("hidden%d", n), Value: s.words()})
	}
	return doc
}

// part grows a part, sometimes with a letterhead.
func (s *seed) part() document.Part {
	part := document.Part{Language: s.ownLanguage(), Title: s.words(), Head: document.Head{Left: s.words(), Right: s.words()}}
	part.Foot = document.Foot{Facts: s.words(), PageWord: []string{"sivu", "sida", ""}[s.pick(3)]}
	if s.pick(6) == 1 {
		part.Blocks = append(part.Blocks, s.letterhead())
	}
	for range 1 + s.pick(mostBlocks) {
		part.Blocks = append(part.Blocks, s.blocks(0)...)
	}
	return part
}

// seed is what is left of the bytes, and of the letters that may still be set.
type seed struct {
	rest    []byte
	letters int
	flat    bool // texts have no line ends
	fields  int
	anchors int
}

// pick decides between n things.
func (s *seed) pick(n int) int {
	if len(s.rest) == 0 {
		return 0
	}
	first := s.rest[0]
	s.rest = s.rest[1:]
	return int(first) % n
}

func (s *seed) yes() bool { return s.pick(2) == 1 }

// length decides on a length between two, in steps of a 255th part.
func (s *seed) length(least, most float64) float64 {
	return least + (most-least)*float64(s.pick(256))/255
}

func (s *seed) language() string { return []string{"fi", "sv", "en", "", "ar"}[s.pick(5)] }

// ownLanguage is that of a document or a part, which is never left open.
func (s *seed) ownLanguage() string { return []string{"fi", "sv", "en"}[s.pick(3)] }

func (s *seed) color() document.Color {
	return []document.Color{"", "#0E5366", "#F4E4BE", "#000000"}[s.pick(4)]
}

// anchor is a name for a heading, sometimes none.
func (s *seed) anchor() string {
	if s.pick(3) == 0 {
		return ""
	}
	s.anchors++
	return anchorName(s.anchors)
}

func anchorName(number int) string { return fmt.Sprintf("a%d", number) }

// style is one of those of running text and of tables.
func (s *seed) style() document.Style {
	styles := []document.Style{document.Body, document.Small, document.SmallBold, document.BodyBold, document.BodyMuted, document.Lead,
		document.SmallMuted, document.Note, document.Strong, document.Name, document.Code, document.EasyBody, document.EasyBold,
		document.Large, document.LargeBold, document.MapLabel}
	return styles[s.pick(len(styles))]
}
