package model

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// FigureKind tells what a figure of a text is.
type FigureKind string

// The kinds of figures.
const (
	FigureNumber  FigureKind = ""
	FigurePercent FigureKind = "percent"
	FigureSection FigureKind = "section" // a § of a law or of minutes
	FigureDate    FigureKind = "date"    // its value is 13.3.2023 or 13.3.
)

// Figure is a number, share, § or date that a text names, in a form that does
// not depend on the language: "1 000", "1000" and the English "1,000" are 1000,
// "2,5" is 2.5, and "den 13 mars 2023" is the date 13.3.2023.
type Figure struct {
	Kind  FigureKind
	Value string
}

// String writes the figure as a person reads it.
func (f Figure) String() string {
	switch f.Kind {
	case FigurePercent:
		return strings.Replace(f.Value, ".", ",", 1) + " %"
	case FigureSection:
		return f.Value + " §"
	case FigureDate:
		return f.Value
	}
	return strings.Replace(f.Value, ".", ",", 1)
}

var (
	// A day, a month and perhaps a year: 13.3.2023, 13.3.
	numericDate = regexp.MustCompile(`\b(\d{1,2})\.\s?(\d{1,2})\.(?:\s?(\d{4})\b)?`)
	// 13. maaliskuuta 2023, 13 mars 2023, den 13:e mars, 13 March 2023.
	dayAndMonth = regexp.MustCompile(`\b(\d{1,2})(?:\.|:e|:a|st|nd|rd|th)?\s(\p{L}+)(?:\s(\d{4})\b)?`)
	// March 13, 2023.
	monthAndDay = regexp.MustCompile(`(\p{L}+)\s(\d{1,2})(?:st|nd|rd|th)?,\s(\d{4})\b`)
	// 2019–2022, 2019-22, 2019/22.
	shortRange = regexp.MustCompile(`\b((?:19|20)\d{2})\s?[-–—/]\s?(\d{2})\b`)
	// A number with its decimals; groups of three behind spaces are one number.
	numberInText    = regexp.MustCompile(`\d{1,3}(?:[ \x{00A0}\x{202F}]\d{3})+(?:[,.]\d+)?|\d+(?:[,.]\d+)?`)
	englishGroups   = regexp.MustCompile(`\b\d{1,3}(?:,\d{3})+\b`)
	percentBehind   = regexp.MustCompile(`^[ \x{00A0}\x{202F}]?(?:%|(?i:prosent|procent|per ?cent))`)
	sectionBehind   = regexp.MustCompile(`^[ \x{00A0}\x{202F}]?(?:§|(?i:pykäl|paragraf))`)
	sectionBefore   = regexp.MustCompile(`(?:§{1,2}|(?i:pykälä|paragraf|sections?))[ \x{00A0}\x{202F}]?$`)
	rangeToSection  = regexp.MustCompile(`^[ ]?[-–][ ]?\d+[ \x{00A0}\x{202F}]?§`)
	rangeOfPercents = regexp.MustCompile(`^[ ]?[-–][ ]?[\d,.]+[ \x{00A0}\x{202F}]?(?:%|(?i:prosent|procent|per ?cent))`)
)

// monthStems are the beginnings of the names of months, by language.
var monthStems = map[Language][12]string{
	Finnish: {"tammiku", "helmiku", "maalisku", "huhtiku", "toukoku", "kesäku", "heinäku", "eloku", "syysku", "lokaku", "marrasku", "jouluku"},
	Swedish: {"januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"},
	English: {"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"},
}

func monthOf(word string, l Language) int {
	word = strings.ToLower(word)
	for i, stem := range monthStems[l] {
		if word == stem || l == Finnish && strings.HasPrefix(word, stem) {
			return i + 1
		}
	}
	return 0
}

// Figures returns the figures that a text in language l names in digits, each
// once and sorted. Digits that are part of a name ("S2") are left out.
func Figures(s string, l Language) []Figure {
	r := &figureReader{language: l, rest: s}
	r.dates()
	r.ranges()
	r.numbers()
	slices.SortFunc(r.found, func(a, b Figure) int {
		return strings.Compare(string(a.Kind)+a.Value, string(b.Kind)+b.Value)
	})
	return slices.Compact(r.found)
}

// figureReader takes the figures out of a text, the long forms first.
type figureReader struct {
	language Language
	rest     string
	found    []Figure
}

func (r *figureReader) add(k FigureKind, value string) {
	r.found = append(r.found, Figure{k, value})
}

// take replaces what a pattern matches by a break, where read takes it.
func (r *figureReader) take(pattern *regexp.Regexp, read func(groups []string) bool) {
	var kept strings.Builder
	last := 0
	for _, at := range pattern.FindAllStringSubmatchIndex(r.rest, -1) {
		groups := make([]string, len(at)/2)
		for i := range groups {
			if at[2*i] >= 0 {
				groups[i] = r.rest[at[2*i]:at[2*i+1]]
			}
		}
		if read(groups) {
			kept.WriteString(r.rest[last:at[0]])
			kept.WriteString(" | ")
			last = at[1]
		}
	}
	kept.WriteString(r.rest[last:])
	r.rest = kept.String()
}

func (r *figureReader) dates() {
	r.take(dayAndMonth, func(g []string) bool { return r.date(g[1], monthOf(g[2], r.language), g[3]) })
	r.take(monthAndDay, func(g []string) bool { return r.date(g[2], monthOf(g[1], r.language), g[3]) })
	r.take(numericDate, func(g []string) bool {
		month, _ := strconv.Atoi(g[2])
		if r.language == English && g[3] == "" {
			return false // a decimal at the end of a sentence
		}
		return r.date(g[1], month, g[3])
	})
}

func (r *figureReader) date(day string, month int, year string) bool {
	d, _ := strconv.Atoi(day)
	if d < 1 || d > 31 || month < 1 || month > 12 {
		return false
	}
	r.add(FigureDate, strconv.Itoa(d)+"."+strconv.Itoa(month)+"."+year)
	return true
}

func (r *figureReader) ranges() {
	r.take(shortRange, func(g []string) bool {
		from, _ := strconv.Atoi(g[1])
		to, _ := strconv.Atoi(g[1][:2] + g[2])
		if to <= from {
			return false
		}
		r.add(FigureNumber, g[1])
		r.add(FigureNumber, strconv.Itoa(to))
		return true
	})
}

func (r *figureReader) numbers() {
	if r.language == English {
		r.rest = englishGroups.ReplaceAllStringFunc(r.rest, func(s string) string { return strings.ReplaceAll(s, ",", "") })
	}
	for _, at := range numberInText.FindAllStringIndex(r.rest, -1) {
		before, behind := r.rest[:at[0]], r.rest[at[1]:]
		if last, _ := utf8.DecodeLastRuneInString(before); unicode.IsLetter(last) {
			continue
		}
		r.add(kindOfNumber(before, behind), plainNumber(r.rest[at[0]:at[1]]))
	}
}

func kindOfNumber(before, behind string) FigureKind {
	switch {
	case percentBehind.MatchString(behind), rangeOfPercents.MatchString(behind):
		return FigurePercent
	case sectionBehind.MatchString(behind), sectionBefore.MatchString(before), rangeToSection.MatchString(behind):
		return FigureSection
	}
	return FigureNumber
}

// plainNumber writes a number without groups, with a point and without
// superfluous zeros.
func plainNumber(s string) string {
	s = strings.Map(func(c rune) rune {
		if c == ',' {
			return '.'
		}
		if unicode.IsSpace(c) {
			return -1
		}
		return c
	}, s)
	whole, decimals, _ := strings.Cut(s, ".")
	whole = strings.TrimLeft(whole, "0")
	if whole == "" {
		whole = "0"
	}
	if decimals = strings.TrimRight(decimals, "0"); decimals != "" {
		return whole + "." + decimals
	}
	return whole
}
