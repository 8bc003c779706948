package ui

import "strings"

// plainText is text without the soft hyphens that only a line breaker uses.
func plainText(text string) string { return strings.ReplaceAll(text, "\u00AD", "") }

// breakLines divides text into lines no wider than width.
func breakLines(text, language string, width float32, measure func(string) float32) []string {
	var lines []string
	for paragraph := range strings.SplitSeq(text, "\n") {
		line := ""
		for _, word := range strings.Split(paragraph, " ") {
			candidate := word
			if line != "" {
				candidate = line + " " + word
			}
			if line != "" && measure(plainText(candidate)) > width {
				lines = append(lines, plainText(line))
				candidate = word
			}
			line = candidate
		}
		lines = append(lines, plainText(line))
	}
	return lines
}
