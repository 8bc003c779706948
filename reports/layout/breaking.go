package layout

import (
	"strings"
	"unicode"

	"tavoitekartta/model/text"
)

// brokenLine is a line as byte offsets of its paragraph: drawn from start to
// end, standing for the source up to next.
type brokenLine struct {
	start, end, next int
	hyphenated       bool
}

// breaking is what decides how a paragraph is broken.
type breaking struct {
	paragraph, language string
	width, size         float64
	bold, prose         bool
}

// brokenLines breaks a paragraph, or finds it as it was broken before: names,
// titles and measures stand in a document many times.
func (l *layouter) brokenLines(b breaking) []brokenLine {
	if known, is := l.broken[b]; is {
		return known
	}
	measure := func(part string) float64 { return l.faces.width(part, b.size, b.bold) }
	lines := breakLines(b.paragraph, b.width, measure, b.language, b.prose)
	l.broken[b] = lines
	return lines
}

func breakLines(paragraph string, width float64, measure func(string) float64, language string, prose bool) []brokenLine {
	broken := text.Break(paragraph, width, measure, text.Options{Language: language, KeepWords: !prose, Quick: true})
	lines := make([]brokenLine, 0, len(broken))
	for _, line := range broken {
		ink := strings.TrimRightFunc(paragraph[line.Start:line.End], unicode.IsSpace)
		lines = append(lines, brokenLine{line.Start, line.Start + len(ink), line.End, line.Hyphenated})
	}
	return lines
}
