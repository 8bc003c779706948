package ui

import (
	"strings"

	"tavoitekartta/model/text"
)

// plainText is text without the soft hyphens that only a line breaker uses.
func plainText(words string) string { return strings.ReplaceAll(words, "\u00AD", "") }

// breakLines divides text into lines no wider than width. Words stay whole
// unless they hold a soft hyphen or are wider than the line: on a screen, which
// is ragged anyway, a whole word reads faster than a full line.
func breakLines(words, language string, width float32, measure func(string) float32) []string {
	broken := text.Break(words, float64(width), func(part string) float64 { return float64(measure(part)) },
		text.Options{Language: language, KeepWords: true})
	lines := make([]string, len(broken))
	for index, line := range broken {
		lines[index] = line.Text
	}
	return lines
}
