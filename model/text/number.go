package text

import (
	"errors"
	"strings"
	"unicode"
)

// What is wrong with a typed number. Each has its own sentence in the window.
var (
	ErrNumberEmpty     = errors.New("number is empty")
	ErrNumberInWords   = errors.New("number is written in words")
	ErrNumberWithWords = errors.New("number has words beside it")
	ErrNumberNegative  = errors.New("number is negative")
	ErrNumberSeveral   = errors.New("several numbers instead of one")
	ErrNumberNotFinite = errors.New("number is not finite")
	ErrNumberTooLong   = errors.New("number has too many digits")
	ErrNumberMalformed = errors.New("number is malformed")
)

const (
	// The model keeps 15 digits before the decimal mark and 6 after it.
	mostDigits   = 15
	mostDecimals = 6
	// longestNumber in bytes, spaces included; longer input is not looked at.
	longestNumber = 64
	noBreakSpace  = "\u00A0"
	minusSign     = "\u2212"
)

// ParseNumber reads a number as people in Finland type it and returns it in
// canonical form: "1 234,5" and "1.234,5" give "1234.5", "80 %" gives "80". A
// single comma or full stop is the decimal mark; spaces of every width, and the
// other mark, group thousands. Numbers are never negative here. The error is
// one of the ErrNumber values.
func ParseNumber(typed string) (string, error) {
	typed = strings.TrimSpace(typed)
	if typed == "" {
		return "", ErrNumberEmpty
	}
	if isNotFinite(typed) {
		return "", ErrNumberNotFinite
	}
	if len(typed) > longestNumber {
		return "", longNumberError(typed)
	}
	typed = strings.TrimSpace(strings.TrimSuffix(typed, "%"))
	if err := wordsError(typed); err != nil {
		return "", err
	}
	if rest, signed := cutMinus(typed); signed && rest != "" {
		if _, err := ParseNumber(rest); err != nil {
			return "", err
		}
		return "", ErrNumberNegative
	}
	whole, decimals, err := splitDecimals(typed)
	if err != nil {
		return "", err
	}
	whole = strings.TrimLeft(whole, "0")
	decimals = strings.TrimRight(decimals, "0")
	if len(whole) > mostDigits || len(decimals) > mostDecimals {
		return "", ErrNumberTooLong
	}
	if whole == "" {
		whole = "0"
	}
	if decimals == "" {
		return whole, nil
	}
	return whole + "." + decimals, nil
}

func isNotFinite(typed string) bool {
	switch strings.ToLower(strings.TrimLeft(typed, "+-"+minusSign)) {
	case "nan", "inf", "infinity", "∞", "ääretön", "oändlig", "oändligt", "infinite":
		return true
	}
	return false
}

// longNumberError tells a number that is too long from prose.
func longNumberError(typed string) error {
	if err := wordsError(typed); err != nil {
		return err
	}
	return ErrNumberTooLong
}

// wordsError looks for letters, with digits or without.
func wordsError(typed string) error {
	if !strings.ContainsFunc(typed, unicode.IsLetter) {
		return nil
	}
	if strings.ContainsFunc(typed, unicode.IsDigit) {
		return ErrNumberWithWords
	}
	return ErrNumberInWords
}

func cutMinus(typed string) (string, bool) {
	for _, minus := range []string{"-", minusSign, "–"} {
		if rest, found := strings.CutPrefix(typed, minus); found {
			return rest, true
		}
	}
	return typed, false
}

// splitDecimals returns the digits before and after the decimal mark.
func splitDecimals(typed string) (whole, decimals string, err error) {
	if strings.ContainsAny(typed, ";/–-"+minusSign) {
		return "", "", severalOrMalformed(typed)
	}
	mark := strings.LastIndexAny(typed, ",.")
	if mark < 0 {
		whole, err = joinGroups(typed, "")
		return whole, "", err
	}
	sign := typed[mark : mark+1]
	if strings.Count(typed, sign) > 1 {
		// The same mark twice can only group thousands.
		whole, err = joinGroups(typed, sign)
		return whole, "", err
	}
	other := ","
	if sign == other {
		other = "."
	}
	if mark == 0 {
		whole = "0"
	} else if whole, err = joinGroups(typed[:mark], other); err != nil {
		return "", "", err
	}
	decimals = typed[mark+1:]
	if !isDigits(decimals) {
		return "", "", severalOrMalformed(typed)
	}
	return whole, decimals, nil
}

// joinGroups joins the thousands of a whole number; mark, when given, may group
// them as spaces do.
func joinGroups(typed, mark string) (string, error) {
	groups := strings.FieldsFunc(typed, func(sign rune) bool {
		return unicode.IsSpace(sign) || mark != "" && string(sign) == mark
	})
	for index, group := range groups {
		if !isDigits(group) {
			return "", severalOrMalformed(typed)
		}
		fits := len(group) == groupDigits || index == 0 && len(group) < groupDigits
		if len(groups) > 1 && !fits {
			return "", ErrNumberSeveral
		}
	}
	if len(groups) == 0 {
		return "", ErrNumberMalformed
	}
	return strings.Join(groups, ""), nil
}

// severalOrMalformed tells whether what is typed holds more than one number.
func severalOrMalformed(typed string) error {
	numbers := strings.FieldsFunc(typed, func(sign rune) bool {
		return !unicode.IsDigit(sign) && sign != ',' && sign != '.'
	})
	count := 0
	for _, number := range numbers {
		if strings.ContainsFunc(number, unicode.IsDigit) {
			count++
		}
	}
	if count > 1 {
		return ErrNumberSeveral
	}
	return ErrNumberMalformed
}

// FormatNumber writes a canonical number for a reader: thousands apart by
// no-break spaces, a decimal comma in Finnish and Swedish, a decimal point in
// English. ParseNumber reads it back. What is no canonical number is returned
// as it is.
func FormatNumber(canonical, language string) string {
	digits, negative := strings.CutPrefix(canonical, "-")
	whole, decimals, hasDecimals := strings.Cut(digits, ".")
	if !isDigits(whole) || hasDecimals && !isDigits(decimals) {
		return canonical
	}
	var written strings.Builder
	if negative {
		written.WriteString(minusSign)
	}
	for index := range len(whole) {
		if index > 0 && (len(whole)-index)%groupDigits == 0 {
			written.WriteString(noBreakSpace)
		}
		written.WriteByte(whole[index])
	}
	if hasDecimals {
		mark := ","
		if language == "en" {
			mark = "."
		}
		written.WriteString(mark + decimals)
	}
	return written.String()
}
