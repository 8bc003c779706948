package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// units stay with the number or the slash before them.
var units = map[string]bool{
	"%": true, "‰": true, "€": true, "$": true, "£": true, "°C": true, "§": true,
	"a": true, "h": true, "v": true, "vk": true, "kk": true, "pv": true, "pvä": true, "min": true, "s": true,
	"år": true, "mån": true, "dgr": true, "tim": true, "yr": true, "mo": true,
	"kpl": true, "hlö": true, "hlöä": true, "krt": true, "as": true, "st": true, "pers": true, "ggr": true, "pcs": true,
	"km": true, "m": true, "cm": true, "mm": true, "m²": true, "m2": true, "km²": true, "m³": true, "ha": true,
	"kg": true, "g": true, "t": true, "l": true, "kWh": true, "MWh": true,
	"t€": true, "k€": true, "M€": true, "eur": true, "EUR": true, "euro": true, "euroa": true,
	"mn": true, "milj": true, "mrd": true, "md": true, "tn": true, "htv": true, "årsv": true, "op": true, "sp": true,
}

// numberHeads stay with the number after them.
var numberHeads = map[string]bool{
	"§": true, "§§": true, "nro": true, "nr": true, "no": true, "n:o": true, "kl": true, "klo": true,
	"s": true, "ss": true, "p": true, "pp": true, "sid": true, "siv": true, "sivu": true, "sida": true,
	"noin": true, "n": true, "ca": true, "c": true, "luku": true, "kapitel": true, "liite": true, "bilaga": true,
}

// associationForms stay with the name before them, inflected or not: "Ehjä ry",
// "Folkhälsan rf:s".
var associationForms = map[string]bool{
	"ry": true, "rf": true, "oy": true, "ab": true, "oyj": true, "abp": true, "ky": true, "kb": true,
	"tmi": true, "osk": true, "ay": true, "rs": true, "sr": true, "sf": true, "ltd": true, "inc": true,
	"r.y": true, "r.f": true, "o.y": true, "a.b": true,
}

const (
	wrapping    = "()[]{}\"'”“’‘»«.,;:!?"
	groupDigits = 3
)

// gluePenalty rates the space between two neighbouring words: zero where a
// line may end there, else what it costs to end it all the same because the
// words that hang together are wider than a line. after is the word that
// follows right, or empty.
func gluePenalty(left, right, after string) float64 {
	bareLeft, _, _ := strings.Cut(strings.Trim(left, wrapping), ":")
	bareRight, _, _ := strings.Cut(strings.Trim(right, wrapping), ":")
	switch {
	case left == "/" && units[bareRight],
		(left == "–" || left == "-") && startsWithDigit(right),
		right == "-" && endsWithDigit(left) && startsWithDigit(after),
		strings.HasPrefix(right, "/") && units[strings.Trim(bareRight, "/")],
		endsWithDigit(bareLeft) && (units[bareRight] || isDigitGroup(bareLeft, bareRight)),
		startsWithDigit(bareRight) && numberHeads[strings.ToLower(bareLeft)]:
		return strongGlue
	case right == "/", right == "–", right == "—":
		// Neither a slash nor a sentence dash opens a line.
		return weakGlue
	case isDigits(left) && len(left) <= groupDigits && startsWithLower(right) && leadingLetters(right) > minRight:
		// A count and what is counted: "5 koulutuskertaa".
		return weakGlue
	case isOrdinal(left) && startsWithLower(right):
		// "24. joulukuuta", "3. luokka".
		return weakGlue
	case associationForms[strings.ToLower(bareRight)] && startsWithLetter(bareLeft):
		return weakGlue
	}
	return 0
}

// isDigitGroup tells whether right continues the number left: "1 234".
func isDigitGroup(left, right string) bool {
	number, _, _ := strings.Cut(right, ",")
	if len(number) != groupDigits || !isDigits(number) {
		return false
	}
	return len(left) <= groupDigits && isDigits(left)
}

// isOrdinal tells a day or an ordinal: one or two digits and a full stop.
func isOrdinal(word string) bool {
	number, found := strings.CutSuffix(word, ".")
	return found && len(number) > 0 && len(number) <= 2 && isDigits(number)
}

func isDigits(word string) bool {
	for index := range len(word) {
		if word[index] < '0' || word[index] > '9' {
			return false
		}
	}
	return word != ""
}

func startsWithDigit(word string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	return unicode.IsDigit(first)
}

func endsWithDigit(word string) bool {
	last, _ := utf8.DecodeLastRuneInString(word)
	return unicode.IsDigit(last)
}

func startsWithLower(word string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	return unicode.IsLower(first)
}

func startsWithLetter(word string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	return unicode.IsLetter(first)
}

// signBreaks returns the places after the hyphens, dashes and slashes of a word
// that may end a line. They must have three letters on either side, and no
// abbreviation before them: "Webropol-|kysely" but "LY-verkosto", "S2-opetus",
// "2019–2022", "1/2019".
func signBreaks(word string) []int {
	var breaks []int
	partStart := 0
	for offset, sign := range word {
		switch sign {
		case '-', '\u2010', '–', '—', '/':
		default:
			continue
		}
		after := offset + utf8.RuneLen(sign)
		left, right := word[partStart:offset], word[after:]
		partStart = after
		if sign == '/' && strings.HasPrefix(right, "/") {
			continue
		}
		if len(right) > 0 && mayPart(left, right) {
			breaks = append(breaks, after)
		}
	}
	return breaks
}

// mayPart tells whether a sign between left and right may end a line.
func mayPart(left, right string) bool {
	if leadingLetters(right) < minRight {
		return false
	}
	letters, capitals := 0, 0
	for _, sign := range left {
		if unicode.IsLetter(sign) {
			letters++
		}
		if unicode.IsUpper(sign) || unicode.IsDigit(sign) {
			capitals++
		}
	}
	return letters >= minLeft && capitals < utf8.RuneCountInString(left)
}

// leadingLetters counts the letters at the start of a word, as far as anyone
// asks: up to fragmentLetters.
func leadingLetters(word string) int {
	count := 0
	for _, sign := range word {
		if !unicode.IsLetter(sign) || count == fragmentLetters {
			break
		}
		count++
	}
	return count
}

// trailingLetters counts the letters at the end of a word in the same way.
func trailingLetters(word string) int {
	count := 0
	for word != "" && count < fragmentLetters {
		sign, size := utf8.DecodeLastRuneInString(word)
		if !unicode.IsLetter(sign) {
			break
		}
		word = word[:len(word)-size]
		count++
	}
	return count
}

// isAddress tells a web or mail address, in which an added hyphen would be
// read as part of it.
func isAddress(word string) bool {
	if strings.ContainsRune(word, '@') || strings.Contains(word, "://") {
		return true
	}
	host, _, _ := strings.Cut(word, "/")
	dot := strings.LastIndexByte(strings.TrimRight(host, wrapping), '.')
	return dot > 0 && leadingLetters(host[dot+1:]) >= 2 && startsWithLower(host[dot+1:]) && leadingLetters(host[:dot]) >= 2
}
