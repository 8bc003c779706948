package wording

import (
	"slices"
	"strconv"
	"strings"

	"tavoitekartta/model"
	"tavoitekartta/model/text"
)

// target is the number that a wording aims at.
type target struct {
	value   model.Number
	unit    string
	percent bool
	// spans tells that something is counted without one number for a year: a
	// range is given, or a number a week.
	spans bool
	// recurs tells that the wording counts by weeks, months or terms; the value
	// is then that of a year.
	recurs bool
}

// target looks for the first number that is neither a year nor an ordinal, an
// age or a name.
func (rules grammar) target(words []string) target {
	words = joinThousands(words)
	for index, word := range words {
		value, rest, ok := rules.number(words, index)
		if !ok {
			if isRange(word) && !rules.isYearRange(word) {
				return target{spans: true, unit: rules.unit(words[index+1:], 2)}
			}
			continue
		}
		if rest < 0 {
			// Numerals such as "kerran" and "twice" count times.
			return rules.recurring(target{value: value, unit: rules.once}, words)
		}
		following := words[rest:]
		if strings.HasSuffix(word, "%") || len(following) > 0 && rules.percent.fitAt(following, 0) {
			return target{value: value, percent: true, unit: "%"}
		}
		count, _ := strconv.Atoi(string(value))
		return rules.recurring(target{value: value, unit: rules.unit(following, count)}, words)
	}
	return target{}
}

// number reads the number at a place; rest is the place after it, negative
// for a numeral that names its unit too.
func (rules grammar) number(words []string, index int) (value model.Number, rest int, ok bool) {
	for _, once := range rules.times {
		if once.patterns.fitAt(words, index) {
			return model.NumberOf(once.number), -1, true
		}
	}
	if index > 0 && slices.Contains(rules.places, words[index-1]) {
		return "", 0, false
	}
	word := words[index]
	if index > 0 && rules.one.fitAt(words, index) && (rules.atLeast.fitAt(words, index-1) || rules.atMost.fitAt(words, index-1)) {
		return model.NumberOf(1), index + 1, true
	}
	if count, known := rules.numbers[word]; known {
		return model.NumberOf(count), index + 1, true
	}
	word = strings.TrimSuffix(strings.TrimLeft(word, "≥>~+<≤"), "+")
	word = strings.TrimSuffix(strings.TrimSuffix(word, "%"), "x")
	canonical, err := text.ParseNumber(word)
	if err != nil || !startsWithDigit(word) {
		return "", 0, false
	}
	if _, err := text.ParseYear(word); err == nil && !rules.countsThings(words, index) {
		return "", 0, false
	}
	if index > 0 && slices.Contains([]string{"§", "/", "luku", "kapitel", "vaihe", "osa", "taso", "nivå", "phase"}, words[index-1]) {
		return "", 0, false
	}
	return model.Number(canonical), index + 1, true
}

func startsWithDigit(word string) bool {
	return word != "" && word[0] >= '0' && word[0] <= '9'
}

// countsThings tells a round number such as "2000 osallistujaa" from a year.
func (rules grammar) countsThings(words []string, index int) bool {
	return strings.HasSuffix(words[index], "00") && index+1 < len(words) && rules.headLast && isPartitive(words[index+1])
}

// recurring multiplies what is counted by month or term.
func (rules grammar) recurring(counted target, words []string) target {
	for _, period := range rules.periods {
		if !period.patterns.fit(words) {
			continue
		}
		counted.recurs = true
		if period.number == 0 {
			counted.value, counted.spans = "", true
			return counted
		}
		counted.value = model.Number(counted.value.Decimal().Mul(model.NumberOf(period.number).Decimal()).String())
		if !counted.value.Valid() {
			counted.value = ""
		}
		break
	}
	return counted
}

// joinThousands makes one word of "1 000".
func joinThousands(words []string) []string {
	joined := make([]string, 0, len(words))
	for _, word := range words {
		last := len(joined) - 1
		if last >= 0 && len(word) == 3 && isOrdinal(word) && isOrdinal(joined[last]) && len(joined[last])%3 != 0 && len(joined[last]) < 7 && joined[last] != "" {
			joined[last] += word
			continue
		}
		joined = append(joined, word)
	}
	return joined
}

// isRange tells "2–3".
func isRange(word string) bool {
	before, after, found := strings.Cut(strings.NewReplacer("-", "–", "−", "–").Replace(word), "–")
	return found && before != "" && after != "" && isOrdinal(before) && isOrdinal(after)
}

func (rules grammar) isYearRange(word string) bool {
	first, _, _ := strings.Cut(strings.NewReplacer("-", "–", "−", "–").Replace(word), "–")
	_, err := text.ParseYear(first)
	return err == nil
}

// unit names what is counted from the words after a number, or nothing where
// the wording has no form that fits a number.
func (rules grammar) unit(words []string, count int) string {
	for len(words) > 0 && slices.Contains(rules.unitFillers, words[0]) {
		words = words[1:]
	}
	if !rules.headLast {
		return rules.leadingUnit(words)
	}
	return rules.partitiveUnit(words, count)
}

// leadingUnit takes the words up to a preposition, a verb or a slash.
func (rules grammar) leadingUnit(words []string) string {
	const longest = 2
	var unit []string
	for _, word := range words {
		if len(unit) == longest || slices.Contains(rules.unitStops, word) || len(unit) > 0 && hasEnding(word, "ed") {
			break
		}
		unit = append(unit, word)
	}
	return strings.Join(unit, " ")
}

// partitiveUnit takes the noun in the partitive that a Finnish number asks for;
// after one, the nominative that follows it.
func (rules grammar) partitiveUnit(words []string, count int) string {
	if count == 1 && len(words) > 0 && words[0] != "/" {
		return words[0]
	}
	attribute := ""
	for _, word := range words {
		if slices.Contains(rules.unitStops, word) {
			break
		}
		switch {
		case strings.HasPrefix(word, "henkilö"):
			return "henkilöä"
		case !isPartitive(word):
		case isFinnishAttribute(word):
			if attribute == "" {
				attribute = word
			}
		default:
			return word
		}
	}
	return attribute
}

// isPartitive tells the partitive by its ending, as far as an ending can.
func isPartitive(word string) bool {
	if !hasEnding(word, "a", "ä") {
		return false
	}
	if hasEnding(word, "usta", "ystä", "ästä", "esta", "estä", "istä", "asta") {
		return true
	}
	return !hasEnding(word, "ssa", "ssä", "sta", "stä", "lla", "llä", "lta", "ltä", "na", "nä")
}

// isFinnishAttribute tells participles and adjectives in the partitive.
func isFinnishAttribute(word string) bool {
	if word == "ihmistä" {
		return false
	}
	return hasEnding(word, "ttua", "ttyä", "tua", "tyä", "utta", "yttä", "vaa", "vää", "lista", "listä", "sista", "sistä", "ista", "istä", "mista", "mistä")
}
