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

func breakLines(paragraph string, width float64, measure func(string) float64, language string, prose bool) []brokenLine {
	broken := text.Break(paragraph, width, measure, text.Options{Language: language, KeepWords: !prose})
	lines := make([]brokenLine, 0, len(broken))
	for _, line := range broken {
		ink := strings.TrimRightFunc(paragraph[line.Start:line.End], unicode.IsSpace)
		lines = append(lines, brokenLine{line.Start, line.Start + len(ink), line.End, line.Hyphenated})
	}
	return lines
}
