package wording

import (
	"strings"
	"testing"
)

// A star inside a word, an empty pattern or a capital letter would never match.
func TestEveryPatternCanMatch(t *testing.T) {
	for language, rules := range grammars {
		lists := []string{rules.yearly, rules.atLeast, rules.atMost, rules.percent}
		for _, each := range rules.cues {
			lists = append(lists, each.patterns)
		}
		for _, each := range rules.periods {
			lists = append(lists, each.patterns)
		}
		for _, list := range lists {
			for pattern := range strings.SplitSeq(list, ",") {
				for word := range strings.FieldsSeq(pattern) {
					if bare := strings.Trim(word, "*"); bare == "" || strings.Contains(bare, "*") {
						t.Errorf("%s: %q in %q", language, word, pattern)
					}
				}
				if strings.TrimSpace(pattern) == "" || pattern != strings.ToLower(pattern) {
					t.Errorf("%s: pattern %q", language, pattern)
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
