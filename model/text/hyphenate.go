package text

import (
	"embed"
	"fmt"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

//go:embed patterns/hyph-fi.tex patterns/hyph-sv.tex patterns/hyph-en-gb.tex
//go:embed patterns/compounds-fi.txt patterns/compounds-sv.txt patterns/compounds-en.txt
var patternFiles embed.FS

// Point is a place inside a word where a line may end with a hyphen.
type Point struct {
	// Offset is counted in bytes from the start of the word.
	Offset int
	// Compound tells that two words of a compound meet here. Such a place
	// reads better than one between syllables.
	Compound bool
}

const (
	// compoundValue outweighs every pattern of the pattern files, whose highest
	// value is 6.
	compoundValue = 9
	// nearCompound is how many letters on either side of a compound boundary
	// are kept with it: "kokemusa-siantuntija" would be read as two other
	// words.
	nearCompound = 2
	// minLeft and minRight are the fewest letters left before and carried
	// after a hyphen. TeX allows two; three read better on paper.
	minLeft, minRight = 3, 3
	// shortestWord is the fewest letters of a word worth hyphenating, and
	// shortestPart that of a part beside a hyphen of the word's own:
	// "LY-verkosto" and "Webropol-kysely" take no second one.
	shortestWord = minLeft + minRight
	shortestPart = 9
	// longestAbbreviation is the length up to which a word in capitals is
	// taken for an abbreviation and left whole.
	longestAbbreviation = 7
)

// hyphenator holds the patterns of one language, as F. Liang describes them in
// "Word Hy-phen-a-tion by Com-put-er" (Stanford 1983): digits between letters,
// the highest value at a place wins, odd values allow a break.
type hyphenator struct {
	// values maps a pattern's letters to its values, one per gap, the gap
	// before the first letter first. The beginnings of patterns are there too,
	// without values, so that a search knows when to stop.
	values map[string]string
	// whole maps a word to its hyphenation where the pattern file lists it.
	whole   map[string]string
	longest int // letters in the longest pattern
}

// hyphenators are parsed once, at the first word of their language.
var hyphenators = map[string]func() *hyphenator{
	"fi": sync.OnceValue(func() *hyphenator { return parsePatterns("hyph-fi.tex", "compounds-fi.txt") }),
	"sv": sync.OnceValue(func() *hyphenator { return parsePatterns("hyph-sv.tex", "compounds-sv.txt") }),
	"en": sync.OnceValue(func() *hyphenator { return parsePatterns("hyph-en-gb.tex", "compounds-en.txt") }),
}

// Hyphenate returns where word may be divided in the language, in rising
// order. A soft hyphen (U+00AD) in the word is the writer's own choice: then
// only the places after the soft hyphens are returned. Hard hyphens, digits and
// other signs end a word part; each part is hyphenated by itself. An unknown
// language has no points.
func Hyphenate(word, language string) []Point {
	if strings.ContainsRune(word, softHyphen) {
		return softPoints(word)
	}
	load, known := hyphenators[language]
	if !known || len(word) < shortestWord {
		return nil
	}
	var points []Point
	part := wordPart{shortest: shortestWord}
	if strings.ContainsAny(word, "-\u2010\u2011") {
		part.shortest = shortestPart
	}
	for start := 0; start < len(word); {
		end := nextCluster(word, start)
		if letter, ok := clusterLetter(word[start:end]); ok {
			part.add(letter, start)
		} else {
			points = load().appendPoints(points, part)
			part = wordPart{shortest: part.shortest}
		}
		start = end
	}
	return load().appendPoints(points, part)
}

// softPoints returns the places of the soft hyphens inside a word, but for those
// beside a sign that forbids a break.
func softPoints(word string) []Point {
	var points []Point
	before := ""
	for offset := 0; offset < len(word); {
		after := nextCluster(word, offset)
		if word[offset:after] == string(softHyphen) && before != "" && after < len(word) &&
			!holdsTogether(before) && !holdsTogether(word[after:nextCluster(word, after)]) {
			points = append(points, Point{Offset: offset, Compound: true})
		}
		before = word[offset:after]
		offset = after
	}
	return points
}

// wordPart is an unbroken run of letters with the byte offset of each.
type wordPart struct {
	shortest int // fewer letters are not divided
	letters  []rune
	offsets  []int
	capitals int
}

func (part *wordPart) add(letter rune, offset int) {
	if unicode.IsUpper(letter) {
		part.capitals++
	}
	part.letters = append(part.letters, unicode.ToLower(letter))
	part.offsets = append(part.offsets, offset)
}

// clusterLetter returns the single letter that a grapheme cluster composes to.
func clusterLetter(cluster string) (rune, bool) {
	letter, size := utf8.DecodeRuneInString(cluster)
	if size != len(cluster) {
		letter, size = utf8.DecodeRuneInString(norm.NFC.String(cluster))
		if size < len(norm.NFC.String(cluster)) {
			// A letter that has no composed form matches no pattern but
			// still belongs to its word.
			return utf8.RuneError, unicode.IsLetter(letter)
		}
	}
	return letter, unicode.IsLetter(letter)
}

// appendPoints adds the division places of one part.
func (h *hyphenator) appendPoints(points []Point, part wordPart) []Point {
	count := len(part.letters)
	if count < part.shortest {
		return points
	}
	if part.capitals == count && count <= longestAbbreviation {
		return points
	}
	values := h.gapValues(part.letters)
	keepNearCompounds(values)
	for gap := minLeft; gap <= count-minRight; gap++ {
		if values[gap]%2 == 1 {
			points = append(points, Point{Offset: part.offsets[gap], Compound: values[gap] == compoundValue})
		}
	}
	return points
}

// keepNearCompounds clears the gaps close to a compound boundary.
func keepNearCompounds(values []byte) {
	for gap, value := range values {
		if value != compoundValue {
			continue
		}
		for near := max(gap-nearCompound, 0); near <= min(gap+nearCompound, len(values)-1); near++ {
			if values[near] != compoundValue {
				values[near] = 0
			}
		}
	}
}

// gapValues returns the winning value before each letter and after the last.
func (h *hyphenator) gapValues(letters []rune) []byte {
	values := make([]byte, len(letters)+1)
	framed := "." + string(letters) + "."
	if divided, listed := h.whole[framed[1:len(framed)-1]]; listed {
		gap := 0
		for _, letter := range divided {
			if letter == '-' {
				values[gap] = 1
				continue
			}
			gap++
		}
		return values
	}
	starts := make([]int, 0, len(letters)+3)
	for offset := range framed {
		starts = append(starts, offset)
	}
	starts = append(starts, len(framed))
	for first := 0; first < len(starts)-1; first++ {
		last := min(first+h.longest, len(starts)-1)
		for until := first + 1; until <= last; until++ {
			pattern, found := h.values[framed[starts[first]:starts[until]]]
			if !found {
				break
			}
			for index := range len(pattern) {
				// Gap 0 of the framed word lies before the leading dot.
				gap := first + index - 1
				if gap >= 0 && gap < len(values) {
					values[gap] = max(values[gap], pattern[index]-'0')
				}
			}
		}
	}
	return values
}

// parsePatterns reads a TeX pattern file and a list of compounds. Both are
// embedded, so a fault in them is a fault of the program and panics.
func parsePatterns(patternFile, compoundFile string) *hyphenator {
	h := &hyphenator{values: map[string]string{}, whole: map[string]string{}}
	group := ""
	for line := range strings.Lines(readPatternFile(patternFile)) {
		line, _, _ = strings.Cut(line, "%")
		for _, word := range strings.Fields(strings.ReplaceAll(line, "}", " } ")) {
			switch {
			case strings.HasPrefix(word, `\`):
				group = strings.Trim(word, `\{`)
			case word == "}":
				group = ""
			case group == "patterns":
				h.addPattern(word)
			case group == "hyphenation":
				h.whole[strings.ReplaceAll(word, "-", "")] = word
			}
		}
	}
	for line := range strings.Lines(readPatternFile(compoundFile)) {
		line, _, _ = strings.Cut(line, "#")
		for _, word := range strings.Fields(line) {
			h.addCompound(word)
		}
	}
	return h
}

func readPatternFile(name string) string {
	content, err := patternFiles.ReadFile("patterns/" + name)
	if err != nil {
		panic(fmt.Sprintf("hyphenation patterns %s are not embedded: %v", name, err))
	}
	return string(content)
}

// addPattern takes one TeX pattern, such as "1st2r" or ".ydi2n1".
func (h *hyphenator) addPattern(pattern string) {
	var letters strings.Builder
	values := []byte{'0'}
	for _, sign := range pattern {
		if sign >= '0' && sign <= '9' {
			values[len(values)-1] = byte(sign)
			continue
		}
		letters.WriteRune(sign)
		values = append(values, '0')
	}
	h.set(letters.String(), values)
}

// addCompound takes one compound, such as "kokemus-asian": the hyphen is where
// its words meet, wherever the letters around it occur.
func (h *hyphenator) addCompound(compound string) {
	letters := []rune(strings.ReplaceAll(compound, "-", ""))
	values := []byte(strings.Repeat("0", len(letters)+1))
	gap := 0
	for _, sign := range compound {
		if sign != '-' {
			gap++
			continue
		}
		values[gap] = '0' + compoundValue
	}
	h.set(string(letters), values)
}

func (h *hyphenator) set(letters string, values []byte) {
	for index, value := range []byte(h.values[letters]) {
		values[index] = max(values[index], value)
	}
	h.values[letters] = string(values)
	for end := range letters {
		if _, known := h.values[letters[:end]]; !known && end > 0 {
			h.values[letters[:end]] = ""
		}
	}
	h.longest = max(h.longest, utf8.RuneCountInString(letters))
}
