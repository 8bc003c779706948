package model

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// numeralStems are number words from two on, by language; Finnish ones with the
// stems of their inflected forms. One is left out: in Swedish it is the article
// too, and in all three it stands for much else.
var numeralStems = map[Language]map[string]int{
	Finnish: {
		"kaksi": 2, "kahde": 2, "kahta": 2, "kahte": 2, "kaksin": 2,
		"kolme": 3, "neljä": 4, "viisi": 5, "viide": 5, "viittä": 5, "viite": 5,
		"kuusi": 6, "kuude": 6, "kuutta": 6, "kuute": 6, "seitsemä": 7, "kahdeksa": 8, "yhdeksä": 9,
		"kymmene": 10, "kymmentä": 10, "sata": 100, "sada": 100, "tuhat": 1000, "tuhatta": 1000, "tuhanne": 1000,
		"yksitoista": 11, "kaksitoista": 12,
	},
	Swedish: {
		"två": 2, "bägge": 2, "båda": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6, "sju": 7, "åtta": 8, "nio": 9, "tio": 10,
		"elva": 11, "tolv": 12, "hundra": 100, "tusen": 1000,
	},
	English: {
		"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
		"eleven": 11, "twelve": 12, "hundred": 100, "thousand": 1000,
	},
}

// ordinalStems are the words for first, second … by language. They only explain
// a number that the other edition has in digits.
var ordinalStems = map[Language]map[string]int{
	Finnish: {
		"yksi": 1, "yhde": 1, "yhtä": 1, "yhte": 1, "kerra": 1, "kerta": 1,
		"ensimmäi": 1, "toinen": 2, "toise": 2, "toista": 2, "kolmas": 3, "kolmatta": 3, "kolmann": 3, "kolmante": 3,
		"neljäs": 4, "neljänn": 4, "neljänte": 4, "viides": 5, "viidenn": 5, "viidente": 5,
		"kuudes": 6, "kuudenn": 6, "seitsemäs": 7, "seitsemänn": 7, "kahdeksas": 8, "kahdeksann": 8,
		"puole": 50, "puolet": 50, "kahdesti": 2, "kolmesti": 3,
	},
	Swedish: {
		"en": 1, "ett": 1, "första": 1, "förste": 1, "andra": 2, "andre": 2, "tredje": 3, "fjärde": 4, "femte": 5,
		"sjätte": 6, "sjunde": 7, "åttonde": 8, "nionde": 9, "tionde": 10, "hälften": 50,
	},
	English: {
		"a": 1, "one": 1, "once": 1, "twice": 2, "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6,
		"seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "half": 50,
	},
}

// numberWords returns the numbers that words of a text stand for: those of
// cardinals alone, and all with ordinals.
func numberWords(s string, l Language) (cardinals, all []string) {
	words := strings.FieldsFunc(strings.ToLower(s), func(c rune) bool { return !unicode.IsLetter(c) })
	for _, word := range words {
		if n, known := numberWord(word, numeralStems[l], l); known {
			cardinals = append(cardinals, n)
			all = append(all, n)
		}
		if n, known := numberWord(word, ordinalStems[l], l); known {
			all = append(all, n)
		}
	}
	return cardinals, all
}

// numberWord reads a word. In Finnish a stem may be followed by an ending, which
// is short: "kolmen", "kahdessa", but not "kolmevuotias". The longest stem holds:
// "kahdeksa" is eight and no form of two.
func numberWord(word string, stems map[string]int, l Language) (string, bool) {
	if n, known := stems[word]; known {
		return strconv.Itoa(n), true
	}
	if l != Finnish {
		return "", false
	}
	longest, value := "", 0
	for stem, n := range stems {
		if strings.HasPrefix(word, stem) && len(stem) > len(longest) {
			longest, value = stem, n
		}
	}
	if longest == "" || !slices.Contains(finnishEndings, word[len(longest):]) {
		return "", false
	}
	return strconv.Itoa(value), true
}

// finnishEndings are the endings that a stem of a numeral can have.
var finnishEndings = []string{
	"", "n", "a", "ä", "t", "an", "än", "en", "ta", "tä", "na", "nä", "ssa", "ssä", "sta", "stä", "lla", "llä", "lta", "ltä",
	"lle", "ksi", "nsa", "nsä", "nen", "sen", "set", "inen", "isen", "isten", "ista", "istä", "isessa", "isessä",
}

// FigureDifference tells which figures stand in one text alone.
type FigureDifference struct {
	Only, OtherOnly []string // as a person reads them
}

// None tells whether both texts name the same figures.
func (d FigureDifference) None() bool { return len(d.Only) == 0 && len(d.OtherOnly) == 0 }

// CompareFigures compares the numbers, years, shares, § and dates that two texts
// name. A number in digits may stand in words in the other text ("kolme", "3").
// Numbers in words on both sides are compared too; one that only one side has in
// words is passed over, since words count in ways that digits do not ("kahden
// kesken", "tvåspråkig").
func CompareFigures(s string, l Language, other string, m Language) FigureDifference {
	a, b := figuresOfBoth(s, l), figuresOfBoth(other, m)
	var d FigureDifference
	for _, f := range a.figures {
		if !slices.Contains(b.figures, f) && !explained(f, b.words) {
			d.Only = append(d.Only, f.String())
		}
	}
	for _, f := range b.figures {
		if !slices.Contains(a.figures, f) && !explained(f, a.words) {
			d.OtherOnly = append(d.OtherOnly, f.String())
		}
	}
	left, right := a.wordsWithout(b), b.wordsWithout(a)
	if len(left) > 0 && len(right) > 0 {
		d.Only, d.OtherOnly = append(d.Only, left...), append(d.OtherOnly, right...)
	}
	return d
}

// explained tells whether a number in digits stands in words.
func explained(f Figure, words []string) bool {
	return (f.Kind == FigureNumber || f.Kind == FigurePercent) && slices.Contains(words, f.Value)
}

// spokenFigures are the figures of a text in digits and in words.
type spokenFigures struct {
	figures   []Figure
	cardinals []string
	words     []string // ordinals too
}

func figuresOfBoth(s string, l Language) spokenFigures {
	read := spokenFigures{figures: Figures(s, l)}
	read.cardinals, read.words = numberWords(s, l)
	return read
}

// wordsWithout returns the cardinals in words that the other text has neither in
// words nor in digits.
func (a spokenFigures) wordsWithout(b spokenFigures) []string {
	var left []string
	for _, n := range a.cardinals {
		inDigits := slices.ContainsFunc(b.figures, func(f Figure) bool { return f.Value == n })
		if !inDigits && !slices.Contains(b.words, n) && !slices.Contains(left, n) {
			left = append(left, n)
		}
	}
	return left
}
