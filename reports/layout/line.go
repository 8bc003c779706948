package layout

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"tavoitekartta/reports/document"
)

// line is one set line: texts whose Y is relative to the line's top.
type line struct {
	texts   []Text
	width   float64
	leading float64
	// before is the space above the line when it does not begin its column.
	before float64
	// glued lines are not parted from the next.
	glued bool
}

// lines breaks a text into lines of the given width, as texts of the element.
// Line feeds in the source end a line.
func (l *layouter) lines(element int, text document.Text, set typography, width float64) []line {
	whole := text.String()
	baseline := l.faces.of(set.bold).Baseline(set.size, set.leading)
	broken := l.breaks(text, set, width)
	lines := make([]line, 0, len(broken))
	fragment := 0
	for i, piece := range broken {
		cut := wordCut{
			opens:  fragment > 0,
			closes: i+1 < len(broken) && piece.next == piece.end && midWord(whole, piece.end),
		}
		var texts []Text
		texts, fragment = l.lineTexts(element, text, whole, span{piece.start, piece.end, piece.next}, piece.hyphenated,
			cut, fragment, set, baseline)
		texts = l.shelved(texts)
		total := 0.0
		for _, t := range texts {
			total += t.Width
		}
		lines = append(lines, line{texts: texts, width: total, leading: set.leading})
	}
	return lines
}

// tall is the height of a text's lines, which are not set.
func (l *layouter) tall(text document.Text, set typography, width float64) float64 {
	return float64(len(l.breaks(text, set, width))) * set.leading
}

// breaks are where lines of the given width end. A part does not know its run: all
// is measured as the widest, so that no line with strong words in it gets too wide.
func (l *layouter) breaks(text document.Text, set typography, width float64) []brokenLine {
	return l.brokenLines(breaking{text.String(), l.textLanguage(text), width, set.size, set.bold || hasStrong(text), set.prose})
}

// span is a line's bytes: drawn from first to last, covering up to next.
type span struct{ first, last, next int }

// wordCut says whether a line begins and ends inside a word.
type wordCut struct{ opens, closes bool }

func midWord(whole string, at int) bool {
	if at <= 0 || at >= len(whole) {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(whole[:at])
	after, _ := utf8.DecodeRuneInString(whole[at:])
	return !unicode.IsSpace(before) && !unicode.IsSpace(after)
}

// lineTexts parts a line into texts: at changes of language, and around the
// pieces of broken words. It returns the number of the last fragment when the
// line ends inside a word.
func (l *layouter) lineTexts(element int, text document.Text, whole string, bytes span, hyphenated bool,
	cut wordCut, fragment int, set typography, baseline float64) ([]Text, int) {
	texts := l.shelf()
	x := 0.0
	add := func(first, last, next int, word string, number int, hyphen bool) {
		if first == next {
			return
		}
		for n, passage := range passages(text, first, next) {
			if n == 1 && number == 1 {
				number = 2 // the whole word stands once, at its first passage
			}
			drawnEnd := min(passage.last, last)
			drawn, faithful := "", true
			if drawnEnd > passage.first {
				drawn, faithful = l.faces.draw(whole[passage.first:drawnEnd])
			}
			if x == 0 {
				drawn = strings.TrimLeftFunc(drawn, isBreakingSpace) // as it was measured
			}
			if hyphen && passage.last == next {
				drawn += "-"
			}
			bold := set.bold || passage.strong
			width := l.faces.drawnWidth(drawn, set.size, bold)
			texts = append(texts, Text{
				Mark: Mark{Element: element}, X: x, Y: baseline, Width: width, Size: set.size,
				Bold: bold, Color: set.color, Language: l.languageOr(passage.language),
				String: drawn, Source: whole[passage.first:passage.last], Replaced: !faithful, Word: word, Fragment: number,
			})
			x += width
		}
	}
	first := bytes.first
	if cut.opens {
		stop := wordEnd(whole, first, bytes.last)
		word := wordAround(whole, first)
		if stop == bytes.last && cut.closes {
			add(first, bytes.last, bytes.next, word, fragment+1, hyphenated)
			return texts, fragment + 1
		}
		if stop == bytes.last {
			add(first, bytes.last, bytes.next, word, fragment+1, false)
			return texts, 0
		}
		add(first, stop, stop, word, fragment+1, false)
		first = stop
	}
	if !cut.closes {
		add(first, bytes.last, bytes.next, "", 0, false)
		return texts, 0
	}
	begin := wordStart(whole, first, bytes.last)
	add(first, begin, begin, "", 0, false)
	add(begin, bytes.last, bytes.next, wordAround(whole, bytes.last), 1, hyphenated)
	return texts, 1
}

// shelf is room for the texts of a line, most of which have one or two: behind those
// of the lines before, since a long report has a hundred thousand.
func (l *layouter) shelf() []Text {
	const line, lines = 4, 64
	if cap(l.texts)-len(l.texts) < line {
		l.texts = make([]Text, 0, line*lines)
	}
	return l.texts[len(l.texts):]
}

// shelved keeps the texts that were put onto the shelf; where they did not fit, they
// stand elsewhere.
func (l *layouter) shelved(texts []Text) []Text {
	if len(texts) <= cap(l.texts)-len(l.texts) {
		l.texts = l.texts[:len(l.texts)+len(texts)]
	}
	return slices.Clip(texts)
}

// isBreakingSpace tells spaces at which a line may end from those that are ink.
func isBreakingSpace(r rune) bool {
	return unicode.IsSpace(r) && r != '\u00A0' && r != '\u2007' && r != '\u202F'
}

func wordEnd(whole string, from, limit int) int {
	for i, r := range whole[from:limit] {
		if unicode.IsSpace(r) {
			return from + i
		}
	}
	return limit
}

func wordStart(whole string, floor, at int) int {
	for at > floor {
		r, size := utf8.DecodeLastRuneInString(whole[floor:at])
		if unicode.IsSpace(r) {
			return at
		}
		at -= size
	}
	return floor
}

func wordAround(whole string, at int) string {
	return whole[wordStart(whole, 0, at):wordEnd(whole, at, len(whole))]
}

// passage is a stretch of a text in one language and weight.
type passage struct {
	first, last int
	language    string
	strong      bool
}

func hasStrong(text document.Text) bool {
	return slices.ContainsFunc(text, func(run document.Run) bool { return run.Strong })
}

func passages(text document.Text, first, last int) []passage {
	var found []passage
	offset := 0
	for _, run := range text {
		from, to := max(first, offset), min(last, offset+len(run.String))
		if from < to {
			found = append(found, passage{from, to, run.Language, run.Strong})
		}
		offset += len(run.String)
	}
	return found
}

func (l *layouter) languageOr(language string) string {
	if language == "" {
		return l.language
	}
	return language
}

func (l *layouter) textLanguage(text document.Text) string {
	if len(text) == 0 {
		return l.language
	}
	return l.languageOr(text[0].Language)
}

// height is the height of the lines below each other.
func height(lines []line) float64 {
	total := 0.0
	for i, line := range lines {
		if i > 0 {
			total += line.before
		}
		total += line.leading
	}
	return total
}

// place returns the lines' texts as operations with their first line's top at
// y, set to the side within the width.
func place(lines []line, x, y, width float64, align document.Align) []Operation {
	count := 0
	for i := range lines {
		count += len(lines[i].texts)
	}
	operations := make([]Operation, 0, count)
	for i, line := range lines {
		if i > 0 {
			y += line.before
		}
		left := x
		switch align {
		case document.Center:
			left += (width - line.width) / 2
		case document.Right:
			left += width - line.width
		}
		for _, text := range line.texts {
			operations = append(operations, text.Moved(left, y))
		}
		y += line.leading
	}
	return operations
}
