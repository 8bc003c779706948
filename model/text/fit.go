package text

import (
	"math"
	"slices"
	"unicode/utf8"
)

// The cost of a line is the square of its empty share, times rag, plus the
// penalties of its end. An end that costs p is taken when it saves a gap of
// about sqrt(p/rag) of the width.
const (
	rag = 100.0
	// linePenalty keeps a paragraph from growing by a line for looks alone.
	linePenalty     = 20.0
	signPenalty     = 2.0
	compoundPenalty = 6.0
	syllablePenalty = 28.0
	// fragmentPenalty is for leaving or carrying less than fragmentLetters.
	fragmentPenalty = 15.0
	fragmentLetters = 4
	// narrowPenalty is added to a division between syllables where only
	// words wider than the line are divided: in a narrow column a compound is
	// read best in its own words, even if that leaves a line short.
	narrowPenalty = 70.0
	// seamPenalty is added to a division between the syllables of a compound that
	// could be divided between its words.
	seamPenalty = 30.0
	// ladderPenalty is for a hyphen on the line after a hyphen, seamLadder where
	// both stand between the words of compounds.
	ladderPenalty = 25.0
	seamLadder    = 10.0
	// shortLastPenalty is for a last line under shortLast of the width, and
	// splitLastPenalty for one that is only the end of a divided word.
	shortLastPenalty = 12.0
	splitLastPenalty = 30.0
	shortLast        = 0.15
	weakGlue         = 300.0
	strongGlue       = 500.0
	clusterPenalty   = 1000.0
	// tornPenalty is for a line that ends beside a no-break sign.
	tornPenalty = 4000.0
	// overfullPenalty is for what cannot be divided at all.
	overfullPenalty = 1e6

	// looseLine is the empty share of a line above which a paragraph is
	// broken once more with hyphens; looseLabel the same for greedy labels.
	looseLine  = 0.25
	looseLabel = 0.5

	// stepsPerPlace bounds the work of the even fit: a row with more words on
	// a line than this is filled greedily, where nobody sees a rag.
	stepsPerPlace = 200
	// narrowings is how often a fit is repeated in a narrower measure when
	// kerning between words makes a line wider than its parts.
	narrowings = 2
)

// row breaks one row between newlines into lines.
func (s *setter) row(start, inkEnd, end int) []Line {
	if line, fits := s.whole(start, inkEnd, end); fits {
		return []Line{line}
	}
	fitting := *s
	for range narrowings {
		lines, excess := fitting.fitted(start, inkEnd, end, s.width)
		if excess <= 0 {
			return lines
		}
		fitting.width = max(fitting.width-excess, 0)
	}
	return s.measured(start, inkEnd, end)
}

// whole is a row as one line, if it fits: most texts of a table do, and no place in
// them has to be looked for.
func (s *setter) whole(start, inkEnd, end int) (Line, bool) {
	line := Line{Text: drawn(s.source[start:inkEnd]), Start: start, End: end}
	if line.Text == "" || len(line.Text) > mostWhole || isSpaceAround(line.Text) {
		return Line{}, false
	}
	line.Width = s.ruler.measure(line.Text)
	return line, s.fits(line.Width)
}

// mostWhole is the length in bytes of what is tried as one line.
const mostWhole = 200

// isSpaceAround tells of spaces that are not drawn at the ends of a line.
func isSpaceAround(text string) bool {
	_, first := utf8.DecodeRuneInString(text)
	_, last := utf8.DecodeLastRuneInString(text)
	return isBreakingSpace(text[:first]) || isBreakingSpace(text[len(text)-last:])
}

// fitted breaks a row by summed widths. It returns the lines and by how much
// the widest of those that could have been broken earlier exceeds limit.
func (s *setter) fitted(start, inkEnd, end int, limit float64) ([]Line, float64) {
	words := s.words(start, inkEnd)
	if len(words) == 0 {
		return []Line{{Start: start, End: end}}, 0
	}
	all := s.places(words, inkEnd, noWord)
	plain := joined(all)
	if s.fits(s.lineWidth(plain[0], plain[len(plain)-1])) {
		return s.lines(plain, []int{len(plain) - 1}, start, end, limit)
	}
	if s.allFit(plain) {
		ends := s.ends(plain)
		if s.options.KeepWords || !s.loose(plain, ends) {
			return s.lines(plain, ends, start, end, limit)
		}
	}
	places := s.divided(s.places(words, inkEnd, s.hyphenation()))
	ends := s.ends(places)
	if s.options.KeepWords && unglued(places, ends) {
		// "1", and below it what there is one of: a divided word is read better.
		anywhere := s.divided(s.places(words, inkEnd, everyWord))
		if divided := s.ends(anywhere); !unglued(anywhere, divided) {
			places, ends = anywhere, divided
		}
	}
	return s.lines(places, ends, start, end, limit)
}

// measured breaks a row by measuring each line whole, the last resort for
// measures in which a line is wider than the sum of its parts.
func (s *setter) measured(start, inkEnd, end int) []Line {
	places := s.divided(s.places(s.words(start, inkEnd), inkEnd, s.hyphenation()))
	var ends []int
	for first := 0; first < len(places)-1; {
		last := first + 1
		for last+1 < len(places) && s.fits(s.ruler.measure(s.text(places[first], places[last+1]))) {
			last++
		}
		ends = append(ends, last)
		first = last
	}
	lines, _ := s.lines(places, ends, start, end, s.width)
	return lines
}

func (s *setter) hyphenation() hyphenation {
	if s.options.KeepWords {
		return wideWords
	}
	return everyWord
}

// text is what is drawn between two places.
func (s *setter) text(from, to place) string {
	text := drawn(s.source[from.next:to.inkEnd])
	if to.hyphen {
		text += hyphenSign
	}
	return text
}

// lines turns the chosen places into lines.
func (s *setter) lines(places []place, ends []int, start, end int, limit float64) ([]Line, float64) {
	lines := make([]Line, 0, len(ends))
	excess := 0.0
	first := 0
	for _, last := range ends {
		from, to := places[first], places[last]
		line := Line{Text: s.text(from, to), Start: start, End: to.next, Hyphenated: to.hyphen}
		line.Width = s.ruler.measure(line.Text)
		if last == len(places)-1 {
			line.End = end
		}
		if last > first+1 && line.Width > limit*(1+roundingShare) {
			excess = max(excess, line.Width-limit)
		}
		lines = append(lines, line)
		start = line.End
		first = last
	}
	return lines, excess
}

// allFit tells whether every piece has room on a line of its own.
func (s *setter) allFit(places []place) bool {
	for index := 1; index < len(places); index++ {
		if !s.fits(s.lineWidth(places[index-1], places[index])) {
			return false
		}
	}
	return true
}

// unglued tells whether a line but the last ends between words that hang
// together.
func unglued(places []place, ends []int) bool {
	return slices.ContainsFunc(ends[:len(ends)-1], func(end int) bool { return places[end].penalty >= weakGlue })
}

// loose tells whether a line but the last leaves too much empty.
func (s *setter) loose(places []place, ends []int) bool {
	limit := looseLine
	if s.options.Fit == Greedy {
		limit = looseLabel
	}
	first := 0
	for _, last := range ends[:len(ends)-1] {
		if s.width-s.lineWidth(places[first], places[last]) > limit*s.width {
			return true
		}
		first = last
	}
	return false
}

// ends chooses the places that end a line, the last one included.
func (s *setter) ends(places []place) []int {
	if s.options.Fit == Even {
		if ends, done := s.evenEnds(places); done {
			return ends
		}
	}
	return s.greedyEnds(places)
}

// greedyEnds fills each line. It divides a word only where the line would be
// left emptier than looseLabel, or where nothing else fits, and ends a line by
// force only where nothing else does.
func (s *setter) greedyEnds(places []place) []int {
	var ends []int
	for first := 0; first < len(places)-1; {
		last, whole, force := first+1, first, math.Inf(1)
		for index := first + 1; index < len(places) && s.fits(places[index].widthTo-places[first].widthFrom); index++ {
			candidate := places[index]
			if !s.fits(s.lineWidth(places[first], candidate)) {
				continue
			}
			if candidate.penalty <= signPenalty {
				whole = index
			}
			if candidate.penalty < weakGlue {
				candidate.penalty = 0
			}
			if candidate.penalty <= force {
				last, force = index, candidate.penalty
			}
		}
		if whole > first && s.width-s.lineWidth(places[first], places[whole]) <= looseLabel*s.width {
			last = whole
		}
		ends = append(ends, last)
		first = last
	}
	return ends
}

// evenEnds finds the cheapest way to break by dynamic programming over the
// places: best[j] is the cost of everything up to a line that ends at j. It
// gives up when a line holds so many places that the work would no longer be
// linear.
func (s *setter) evenEnds(places []place) ([]int, bool) {
	best := make([]float64, len(places))
	from := make([]int, len(places))
	steps := stepsPerPlace * len(places)
	for last := 1; last < len(places); last++ {
		best[last] = math.Inf(1)
		for first := last - 1; first >= 0; first-- {
			if steps--; steps < 0 {
				return nil, false
			}
			width := s.lineWidth(places[first], places[last])
			fits := s.fits(width)
			if !fits && first < last-1 {
				break
			}
			cost := best[first] + s.cost(places, first, last, width)
			if !fits {
				cost += overfullPenalty
			}
			if cost < best[last] {
				best[last], from[last] = cost, first
			}
		}
	}
	var ends []int
	for last := len(places) - 1; last > 0; last = from[last] {
		ends = append(ends, last)
	}
	slices.Reverse(ends)
	return ends, true
}

// cost rates the line between two places.
func (s *setter) cost(places []place, first, last int, width float64) float64 {
	cost := linePenalty
	empty := max(1-width/max(s.width, math.SmallestNonzeroFloat64), 0)
	if last < len(places)-1 {
		cost += rag*empty*empty + places[last].penalty
		if places[first].hyphen && places[last].hyphen {
			if max(places[first].penalty, places[last].penalty) <= compoundPenalty {
				cost += seamLadder
			} else {
				cost += ladderPenalty
			}
		}
		return cost
	}
	if first == 0 {
		return cost
	}
	if 1-empty < shortLast {
		cost += shortLastPenalty
	}
	if places[first].hyphen && !slices.ContainsFunc(places[first+1:last], isGap) {
		cost += splitLastPenalty
	}
	return cost
}

// isGap tells a place that divides no word by an added hyphen.
func isGap(candidate place) bool { return !candidate.hyphen }
