package texts

import (
	"regexp"
	"strings"
	"testing"
)

// misprints are what no sentence holds, in the language or in any.
var misprints = map[string]map[Language]*regexp.Regexp{
	"a straight quotation mark or apostrophe": everywhere(`["']`),
	"two spaces":                       everywhere(`  `),
	"a hyphen for a dash":              everywhere(` - |->`),
	"full stops for an ellipsis":       everywhere(`\.\.\.`),
	"no space before the percent sign": {Finnish: regexp.MustCompile(`[\d}]%`), Swedish: regexp.MustCompile(`[\d}]%`)},
	"a space before the percent sign":  {English: regexp.MustCompile(`[\d}] %`)},
	"an English quotation mark":        {Finnish: regexp.MustCompile(`[“„]`), Swedish: regexp.MustCompile(`[“„]`)},
	"a hyphen between years":           everywhere(`\b(1|2)\d{3}-(1|2)\d{3}\b|\}-\{`),
	"sinä":                             {Finnish: regexp.MustCompile(`(?i)(^|\s)sin(ä|un|ulle|ulla|ulta)(\s|[.,?!]|$)`)},
}

func everywhere(pattern string) map[Language]*regexp.Regexp {
	found := map[Language]*regexp.Regexp{}
	for _, language := range Languages() {
		found[language] = regexp.MustCompile(pattern)
	}
	return found
}

func TestSentencesAreSetAsTheirLanguageIs(t *testing.T) {
	for name, patterns := range misprints {
		for language, pattern := range patterns {
			for key, message := range load(t, language).messages {
				for _, text := range []string{message.one, message.other} {
					if pattern.MatchString(text) {
						t.Errorf("%s: %q holds %s: %q", language, key, name, text)
					}
				}
			}
		}
	}
}

// sameInAll are texts that are no words of a language: names, keys, codes, and
// what is put together of placeholders.
var sameInAll = regexp.MustCompile(`^(app\.name|key\.\w+|language\.(code|own|short)\.\w+|languages\.xliff|example\.kouvola-.*)$`)

func TestFinnishAndSwedishDifferWhereThereAreWords(t *testing.T) {
	finnish, swedish := load(t, Finnish), load(t, Swedish)
	for _, key := range finnish.Keys() {
		text := finnish.messages[key].other
		words := strings.ContainsFunc(placeholder.ReplaceAllString(text, ""), isLetter)
		if words && !sameInAll.MatchString(key) && swedish.messages[key].other == text {
			t.Errorf("%q is the same in both languages: %q", key, text)
		}
	}
}

func isLetter(r rune) bool {
	return r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' || r > 127 && r != '–' && r != '·'
}

// A sentence ends alike in every language: what is a label in one is none in
// another.
func TestSentencesEndAlikeInEveryLanguage(t *testing.T) {
	finnish := load(t, Finnish)
	for _, language := range Languages() {
		other := load(t, language)
		for _, key := range finnish.Keys() {
			if want, got := ending(finnish.messages[key].other), ending(other.messages[key].other); want != got {
				t.Errorf("%s: %q ends with %q, in Finnish with %q", language, key, got, want)
			}
		}
	}
}

// ending is the mark at the end of a sentence, "" for none.
func ending(text string) string {
	for _, mark := range []string{".", ":", "?", "!", "…"} {
		if strings.HasSuffix(text, mark) {
			return mark
		}
	}
	return ""
}
