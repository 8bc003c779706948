package text

import (
	"strings"
	"unicode"

	"znkr.io/diff"
)

// Marking says what became of a part of a text.
type Marking int

// The markings.
const (
	Kept    Marking = iota
	Deleted         // stands in the earlier text alone
	Added           // stands in the later text alone
)

// Run is a part of two texts held against each other.
type Run struct {
	Marking Marking
	Text    string
}

const (
	// leastCommon is the share of the shorter text's letters that must have
	// stayed for single words to be marked; below it the texts are two.
	leastCommon = 0.3
	// fillerShare: kept words between two changes are part of the change when
	// they are at most this share of both. "ja" between two new words says
	// nothing about what stayed.
	fillerShare = 1.0 / 3
)

// Compare holds two texts against each other word by word and returns their
// runs in reading order, what was deleted before what was added in its place;
// neighbours differ in marking. The kept and deleted runs, joined, are before
// byte by byte, the kept and added ones after. Words are those of UAX #29 with
// a compound's hyphens; punctuation is compared apart from the word beside it.
//
// Runs are made for reading: what is kept inside a change is kept only where it
// is more than a filler, and texts with hardly anything in common are one
// deleted and one added run.
func Compare(before, after string) []Run {
	stretches := aligned(before, after)
	stretches = withoutFillers(stretches)
	if !related(stretches, before, after) {
		stretches = []stretch{{before: before, after: after}}
	}
	var runs []Run
	for _, s := range stretches {
		runs = s.appendRuns(runs)
	}
	return runs
}

// stretch is a part of both texts: the same in both, or one in place of the other.
type stretch struct {
	before, after string
}

func (s stretch) same() bool { return s.before == s.after }

// aligned divides the texts into stretches that alternate between the same and
// changed, by the words that both have in the same order.
func aligned(before, after string) []stretch {
	was, is := segments(before), segments(after)
	var list []stretch
	var doneBefore, doneAfter, i, j int
	for _, edit := range diff.Edits(textsOf(before, was), textsOf(after, is)) {
		switch edit.Op {
		case diff.Delete:
			i++
		case diff.Insert:
			j++
		case diff.Match:
			list = appendGap(list, before[doneBefore:was[i].start], after[doneAfter:is[j].start])
			list = appendStretch(list, stretch{edit.X, edit.X})
			doneBefore, doneAfter = was[i].end, is[j].end
			i, j = i+1, j+1
		}
	}
	return appendGap(list, before[doneBefore:], after[doneAfter:])
}

func textsOf(source string, list []word) []string {
	texts := make([]string, len(list))
	for i, w := range list {
		texts[i] = source[w.start:w.end]
	}
	return texts
}

// appendGap appends what stands between two words that stayed. The spaces that
// both texts have at an edge of it belong to what stayed.
func appendGap(list []stretch, before, after string) []stretch {
	lead := commonSpaces(before, after)
	list = appendStretch(list, stretch{before[:lead], after[:lead]})
	before, after = before[lead:], after[lead:]
	trail := commonSpacesAtEnd(before, after)
	keptBefore, keptAfter := len(before)-trail, len(after)-trail
	list = appendStretch(list, stretch{before[:keptBefore], after[:keptAfter]})
	return appendStretch(list, stretch{before[keptBefore:], after[keptAfter:]})
}

// appendStretch appends s, joined with the last one where both are the same or
// both changed.
func appendStretch(list []stretch, s stretch) []stretch {
	if s.before == "" && s.after == "" {
		return list
	}
	if last := len(list) - 1; last >= 0 && list[last].same() == s.same() {
		list[last] = stretch{list[last].before + s.before, list[last].after + s.after}
		return list
	}
	return append(list, s)
}

func commonSpaces(a, b string) int {
	length := 0
	for _, sign := range a {
		size := len(string(sign))
		if !unicode.IsSpace(sign) || !strings.HasPrefix(b[length:], a[length:length+size]) {
			break
		}
		length += size
	}
	return length
}

func commonSpacesAtEnd(a, b string) int {
	spaces := a[len(strings.TrimRightFunc(a, unicode.IsSpace)):]
	for !strings.HasSuffix(b, spaces) {
		_, size := firstRune(spaces)
		spaces = spaces[size:]
	}
	return len(spaces)
}

// withoutFillers joins two changes and what stayed between them where that is
// little beside both.
func withoutFillers(list []stretch) []stretch {
	for i := 1; i+1 < len(list); {
		if !list[i].same() || !isFiller(list[i].before, list[i-1], list[i+1]) {
			i++
			continue
		}
		joined := stretch{
			list[i-1].before + list[i].before + list[i+1].before,
			list[i-1].after + list[i].after + list[i+1].after,
		}
		list = append(append(list[:i-1:i-1], joined), list[i+2:]...)
		i = max(1, i-2) // a grown change may swallow what stood before it
	}
	return list
}

func isFiller(kept string, left, right stretch) bool {
	if strings.ContainsRune(kept, '\n') {
		return false // paragraphs stay apart
	}
	least := min(max(weight(left.before), weight(left.after)), max(weight(right.before), weight(right.after)))
	return float64(weight(kept)) <= fillerShare*float64(least)
}

// related tells whether enough of the shorter text stayed.
func related(list []stretch, before, after string) bool {
	kept := 0
	for _, s := range list {
		if s.same() {
			kept += weight(s.before)
		}
	}
	return float64(kept) >= leastCommon*float64(min(weight(before), weight(after)))
}

// weight is how much a text says: its letters and digits.
func weight(s string) int {
	count := 0
	for _, sign := range s {
		if isWordSign(sign) {
			count++
		}
	}
	return count
}

func (s stretch) appendRuns(runs []Run) []Run {
	if s.same() {
		return appendRun(runs, Run{Kept, s.before})
	}
	return appendRun(appendRun(runs, Run{Deleted, s.before}), Run{Added, s.after})
}

func appendRun(runs []Run, r Run) []Run {
	if r.Text == "" {
		return runs
	}
	return append(runs, r)
}

// Span is a part of a text, in bytes.
type Span struct{ Start, End int }

// Side returns one of the two texts of runs, and where it is marked: for
// [Deleted] the earlier text, for [Added] the later one. Spans do not touch and
// hold no spaces or newlines at their ends; a change that is spaces alone has
// no span.
func Side(runs []Run, marking Marking) (side string, marked []Span) {
	var joined strings.Builder
	for _, r := range runs {
		if r.Marking != Kept && r.Marking != marking {
			continue
		}
		start := joined.Len()
		joined.WriteString(r.Text)
		if r.Marking == Kept {
			continue
		}
		ink := strings.TrimFunc(r.Text, unicode.IsSpace)
		if ink == "" {
			continue
		}
		start += strings.Index(r.Text, ink)
		marked = append(marked, Span{start, start + len(ink)})
	}
	return joined.String(), marked
}
