package text

import (
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// divided shows the division places of a word: "·" between syllables, "|" where
// the words of a compound meet.
func divided(word, language string) string {
	var shown strings.Builder
	last := 0
	for _, point := range Hyphenate(word, language) {
		shown.WriteString(word[last:point.Offset])
		if point.Compound {
			shown.WriteByte('|')
		} else {
			shown.WriteString("·")
		}
		last = point.Offset
	}
	return shown.String() + word[last:]
}

// dividedWords reads a table of words with their right divisions, each read
// through by a person.
func dividedWords(t *testing.T, language string) []string {
	t.Helper()
	content, err := os.ReadFile("testdata/hyphenation-" + language + ".txt")
	if err != nil {
		t.Fatal(err)
	}
	return strings.Fields(string(content))
}

func TestWordsOfProgrammesAreDividedAsTheLanguageDivides(t *testing.T) {
	for _, language := range []string{"fi", "sv", "en"} {
		for _, want := range dividedWords(t, language) {
			word := strings.NewReplacer("·", "", "|", "").Replace(want)
			if got := divided(word, language); got != want {
				t.Errorf("%s: %s is divided %s, want %s", language, word, got, want)
			}
		}
	}
}

// A Finnish syllable begins with one consonant and a vowel, or with the second
// of two vowels that make no diphthong. Only a compound boundary may do
// otherwise.
func TestFinnishSyllablesBeginWithOneConsonantOrAHiatus(t *testing.T) {
	diphthongs := strings.Fields("aa ee ii oo uu yy ää öö ai ei oi ui yi äi öi au eu iu ou ey iy äy öy ie uo yö")
	isVowel := func(letter rune) bool { return strings.ContainsRune("aeiouyäöå", letter) }
	// Compounds that the patterns know by themselves.
	known := []string{"muu·tos·esi", "asu·mis·oh"}
	for _, shown := range dividedWords(t, "fi") {
		letters := []rune(strings.ToLower(shown))
		for index, sign := range letters {
			if sign != '·' {
				continue
			}
			before, first, second := letters[index-1], letters[index+1], letters[index+2]
			hiatus := isVowel(before) && !slices.Contains(diphthongs, string([]rune{before, first}))
			switch {
			case !isVowel(first) && isVowel(second):
			case isVowel(first) && hiatus:
			case slices.ContainsFunc(known, func(word string) bool { return strings.Contains(shown, word) }):
			default:
				t.Errorf("%s: no Finnish syllable begins with %q", shown, string(letters[index+1:]))
			}
		}
	}
}

func TestSoftHyphensAreTheWritersOwnChoice(t *testing.T) {
	const word = "kokemus\u00ADasiantuntijatoiminta"
	points := Hyphenate(word, "fi")
	if len(points) != 1 || points[0].Offset != len("kokemus") {
		t.Errorf("got %v, want the soft hyphen alone", points)
	}
	if points := Hyphenate("\u00ADsana\u00AD", "fi"); len(points) != 0 {
		t.Errorf("soft hyphens at the ends of a word divide nothing, got %v", points)
	}
}

func TestAbbreviationsAndShortWordsStayWhole(t *testing.T) {
	for _, word := range []string{"", "a", "Vaasa", "KELA", "SWOT", "ELYKES", "S2", "2019", "🏠🏠🏠🏠🏠🏠🏠"} {
		if points := Hyphenate(word, "fi"); len(points) != 0 {
			t.Errorf("%q is divided at %v", word, points)
		}
	}
	if points := Hyphenate("kotoutuminen", "xx"); points != nil {
		t.Errorf("an unknown language has patterns: %v", points)
	}
}

func TestComposedAndDecomposedLettersAreDividedAlike(t *testing.T) {
	composed := divided("käyttäjämäärän", "fi")
	decomposed := divided("ka\u0308ytta\u0308ja\u0308ma\u0308a\u0308ra\u0308n", "fi")
	if want := strings.ReplaceAll(composed, "ä", "a\u0308"); decomposed != want {
		t.Errorf("got %q, want %q", decomposed, want)
	}
}

func TestPointsLieInsideTheWordAndLeaveThreeLetters(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringOf(rapid.RuneFrom(nil, unicode.Latin, unicode.Mn, unicode.Nd)).Draw(t, "word")
		language := rapid.SampledFrom([]string{"fi", "sv", "en"}).Draw(t, "language")
		last := 0
		for _, point := range Hyphenate(word, language) {
			if point.Offset <= last || point.Offset >= len(word) {
				t.Fatalf("point %d after %d in a word of %d bytes", point.Offset, last, len(word))
			}
			if utf8.RuneCountInString(word[:point.Offset]) < minLeft || utf8.RuneCountInString(word[point.Offset:]) < minRight {
				t.Fatalf("%q leaves fewer than three letters at %d", word, point.Offset)
			}
			last = point.Offset
		}
	})
}

func BenchmarkHyphenate(b *testing.B) {
	for b.Loop() {
		Hyphenate("kokemusasiantuntijatoiminnan", "fi")
	}
}
