package wording

import (
	"strings"
	"testing"
)

// A star inside a word, an empty pattern or a capital letter would never match.
func TestEveryPatternCanMatch(t *testing.T) {
	for language, load := range grammars {
		rules := load()
		lists := []patterns{rules.yearly, rules.atLeast, rules.atMost, rules.percent}
		for _, each := range rules.cues {
			lists = append(lists, each.patterns)
		}
		for _, each := range append(rules.periods, rules.times...) {
			lists = append(lists, each.patterns)
		}
		for _, list := range lists {
			for _, row := range list {
				for _, word := range row {
					if word.letters == "" || strings.Contains(word.letters, "*") || word.letters != strings.ToLower(word.letters) {
						t.Errorf("%s: %q can match no word", language, word.letters)
					}
				}
				if len(row) == 0 {
					t.Errorf("%s has an empty pattern", language)
				}
			}
		}
	}
}

func BenchmarkReadIndicator(b *testing.B) {
	for b.Loop() {
		ReadIndicator("Käyttöönotto ja käyttäminen sekä käytössä olevien tilojen määrä", "fi")
	}
}
