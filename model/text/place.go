package text

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// place is where a line may end and the next one start. Widths are counted
// from the start of the row.
type place struct {
	inkEnd, next       int // byte offsets in the source
	widthTo, widthFrom float64
	penalty            float64
	hyphen             bool
	glue               float64 // what it costs to end a line here by force, zero where it may end
}

// hyphenation says which words are divided by the patterns.
type hyphenation int

const (
	noWord hyphenation = iota
	wideWords
	everyWord
)

// roundingShare of the width is forgiven.
const roundingShare = 1e-9

// setter breaks the rows of one paragraph.
type setter struct {
	source  string
	width   float64
	ruler   *ruler
	options Options
}

// fits allows for the rounding of summed widths.
func (s *setter) fits(width float64) bool {
	return width <= s.width*(1+roundingShare)
}

// lineWidth is the estimated width of the line between two places.
func (s *setter) lineWidth(from, to place) float64 {
	width := to.widthTo - from.widthFrom
	if to.hyphen {
		width += s.ruler.measure(hyphenSign)
	}
	return width
}

// word is a run of ink between breaking spaces.
type word struct{ start, end int }

// words returns the words of a row.
func (s *setter) words(start, end int) []word {
	const usual = 8 // bytes of a word with its space
	words := make([]word, 0, (end-start)/usual+1)
	wordStart := -1
	for offset := start; offset < end; {
		after := nextCluster(s.source, offset)
		switch space := isBreakingSpace(s.source[offset:after]); {
		case space && wordStart >= 0:
			words = append(words, word{wordStart, offset})
			wordStart = -1
		case !space && wordStart < 0:
			wordStart = offset
		}
		offset = after
	}
	if wordStart >= 0 {
		words = append(words, word{wordStart, end})
	}
	return words
}

// places returns where the lines of a row with these words may end: first the row's
// start, last its end, between them every place inside and between its words, glued
// gaps among them.
func (s *setter) places(words []word, end int, hyphenate hyphenation) []place {
	room := len(words) + 1
	if hyphenate != noWord {
		room *= 2
	}
	places := append(make([]place, 0, room), place{inkEnd: words[0].start, next: words[0].start})
	position := 0.0
	text := func(index int) string {
		if index >= len(words) {
			return ""
		}
		return s.source[words[index].start:words[index].end]
	}
	for index, current := range words {
		pieceStart := current.start
		divide := hyphenate == everyWord || hyphenate == wideWords && !s.fits(s.ruler.measure(drawn(text(index))))
		inside := s.innerPlaces(text(index), divide)
		seamed := slices.ContainsFunc(inside, func(p place) bool { return p.hyphen && p.penalty <= compoundPenalty })
		for _, inner := range inside {
			inner.inkEnd += current.start
			inner.next = inner.inkEnd
			switch {
			case inner.penalty < syllablePenalty:
			case hyphenate == wideWords:
				inner.penalty += narrowPenalty
			case seamed:
				inner.penalty += seamPenalty
			}
			position += s.ruler.measure(drawn(s.source[pieceStart:inner.inkEnd]))
			inner.widthTo, inner.widthFrom = position, position
			pieceStart = inner.inkEnd
			places = append(places, inner)
		}
		position += s.ruler.measure(drawn(s.source[pieceStart:current.end]))
		gap := place{inkEnd: current.end, next: end, widthTo: position}
		if index+1 < len(words) {
			gap.next = words[index+1].start
			position += s.spaceWidth(s.source[gap.inkEnd:gap.next])
			gap.glue = gluePenalty(text(index), text(index+1), text(index+2))
		}
		gap.widthFrom = position
		places = append(places, gap)
	}
	return places
}

// spaceWidth measures spaces as they are drawn between two words.
func (s *setter) spaceWidth(spaces string) float64 {
	width := 0.0
	for _, space := range spaces {
		switch space {
		case zeroWidthSpace:
		case '\t':
			width += s.ruler.measure(" ")
		default:
			width += s.ruler.measure(string(space))
		}
	}
	return width
}

// innerPlaces returns the places inside a word, with inkEnd counted from the
// word's start: after its hyphens and slashes, and where it may be hyphenated.
func (s *setter) innerPlaces(text string, hyphenate bool) []place {
	if len(text) < shortestWord {
		return nil
	}
	signs := signBreaks(text)
	var points []Point
	if strings.ContainsRune(text, softHyphen) || (hyphenate && !isAddress(text)) {
		points = Hyphenate(text, s.options.Language)
	}
	if len(signs)+len(points) == 0 {
		return nil
	}
	places := make([]place, 0, len(signs)+len(points))
	for len(signs) > 0 || len(points) > 0 {
		if len(points) == 0 || (len(signs) > 0 && signs[0] <= points[0].Offset) {
			places = append(places, place{inkEnd: signs[0], penalty: signPenalty})
			if len(points) > 0 && points[0].Offset == signs[0] {
				points = points[1:]
			}
			signs = signs[1:]
			continue
		}
		// A soft hyphen after a hard one adds no second hyphen.
		hyphen := !strings.HasSuffix(text[:points[0].Offset], hyphenSign)
		places = append(places, place{inkEnd: points[0].Offset, penalty: hyphenPenalty(text, points[0]), hyphen: hyphen})
		points = points[1:]
	}
	return places
}

// hyphenPenalty rates a place inside a word for a reader.
func hyphenPenalty(text string, point Point) float64 {
	if point.Compound {
		return compoundPenalty
	}
	left, right := trailingLetters(text[:point.Offset]), leadingLetters(text[point.Offset:])
	if min(left, right) < fragmentLetters {
		return syllablePenalty + fragmentPenalty
	}
	return syllablePenalty
}

// joined drops the glued gaps from the places.
func joined(places []place) []place {
	if !slices.ContainsFunc(places, func(candidate place) bool { return candidate.glue != 0 }) {
		return places
	}
	kept := make([]place, 0, len(places))
	for _, candidate := range places {
		if candidate.glue == 0 {
			kept = append(kept, candidate)
		}
	}
	return kept
}

// divided drops the glued gaps, unless the piece that they hold together is
// wider than a line: then its gaps may break after all, and where that does not
// help, its clusters.
func (s *setter) divided(places []place) []place {
	kept := make([]place, 0, len(places))
	kept = append(kept, places[0])
	first := 0
	for index := 1; index < len(places); index++ {
		if places[index].glue > 0 {
			continue
		}
		if s.fits(s.lineWidth(places[first], places[index])) {
			kept = append(kept, places[index])
			first = index
			continue
		}
		for ; first < index; first++ {
			piece := places[first+1]
			piece.penalty = max(piece.penalty, piece.glue)
			if piece.hyphen && !s.fits(s.lineWidth(places[first], piece)) {
				piece.hyphen, piece.penalty = false, clusterPenalty
			}
			if !s.fits(s.lineWidth(places[first], piece)) {
				kept = s.appendClusters(kept, places[first], piece)
			}
			kept = append(kept, piece)
		}
	}
	return kept
}

// appendClusters adds a place between any two grapheme clusters of a piece but
// beside a no-break sign. Where such signs alone hold together more than a line,
// it adds places beside them after all: what reaches over the edge is lost.
func (s *setter) appendClusters(places []place, from, to place) []place {
	position, last := from.widthFrom, from.widthFrom
	for offset := from.next; offset < to.inkEnd; {
		after := nextCluster(s.source, offset)
		position += s.ruler.measure(drawn(s.source[offset:after]))
		if after < to.inkEnd {
			cluster, next := s.source[offset:after], s.source[after:nextCluster(s.source, after)]
			penalty := clusterPenalty
			if holdsTogether(cluster) || holdsTogether(next) {
				penalty = tornPenalty
			}
			if penalty == clusterPenalty || !s.fits(position+s.ruler.measure(drawn(next))-last) {
				places = append(places, place{inkEnd: after, next: after, widthTo: position, widthFrom: position, penalty: penalty})
				last = position
			}
		}
		offset = after
	}
	return places
}

// holdsTogether tells the signs whose purpose is to forbid a break.
func holdsTogether(cluster string) bool {
	sign, _ := utf8.DecodeRuneInString(cluster)
	switch sign {
	case '\u00A0', '\u2007', '\u202F', '\u2060', '\uFEFF', noBreakHyphen:
		return true
	}
	return false
}
