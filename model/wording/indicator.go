package wording

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"tavoitekartta/model"
)

// Proposal is what a wording seems to say about an indicator.
type Proposal struct {
	// Wording is the text that the proposal is about: the whole, or a part
	// with a capital first letter.
	Wording string
	// Kind is IndicatorUnknown where the wording does not tell.
	Kind model.IndicatorKind
	// TargetTotal and TargetYearly are the target in all or for every year;
	// at most one of them is given. A share's target is in per cent.
	TargetTotal  model.Number
	TargetYearly model.Number
	// Yearly tells that the outcome is counted for each year, with or without
	// a target.
	Yearly bool
	// Unit is what is counted, as the wording names it: "koulutuskertaa", "%".
	Unit string
	// Direction is the way in which the outcome is wished to go, where the
	// wording says so.
	Direction model.Direction
	// Parts are the indicators of different kinds, or with targets of their
	// own, that the wording holds: an offer to split it. Empty for one alone;
	// the fields above are then those of the first.
	Parts []Proposal
}

// longestWording in bytes; what is longer is prose and not read.
const longestWording = 1000

// ReadIndicator proposes how an indicator's wording is to be understood.
func ReadIndicator(wording string, language model.Language) Proposal {
	whole := strings.TrimSpace(norm.NFC.String(wording))
	load, known := grammars[language]
	if !known || whole == "" || len(whole) > longestWording {
		return Proposal{Wording: whole}
	}
	rules := load()
	pieces := rules.joined(rules.pieces(whole))
	if len(pieces) < 2 {
		return rules.proposal(whole)
	}
	var parts []Proposal
	for _, piece := range pieces {
		parts = append(parts, rules.proposal(capitalised(piece.text)))
	}
	first := parts[0]
	first.Wording, first.Parts = whole, parts
	return first
}

// proposal reads a wording that holds one indicator.
func (rules grammar) proposal(wording string) Proposal {
	words := split(wording)
	target := rules.target(words)
	proposal := Proposal{Wording: wording}
	proposal.Kind, proposal.Direction = rules.kind(words, target)
	proposal.Yearly = rules.yearly.fit(words) || target.recurs
	if proposal.Direction == model.NoDirection && target.value != "" {
		proposal.Direction = rules.bound(words)
	}
	switch proposal.Kind {
	case model.IndicatorCount:
		proposal.Unit = target.unit
		if proposal.Yearly {
			proposal.TargetYearly = target.value
		} else {
			proposal.TargetTotal = target.value
		}
	case model.IndicatorShare:
		proposal.Unit = "%"
		if target.percent {
			proposal.TargetTotal = target.value
		}
	case model.IndicatorGrowth:
		if target.percent {
			proposal.Unit, proposal.TargetTotal = "%", target.value
		}
	}
	return proposal
}

// bound reads "at least" and "at most".
func (rules grammar) bound(words []string) model.Direction {
	switch {
	case rules.atLeast.fit(words):
		return model.Up
	case rules.atMost.fit(words):
		return model.Down
	}
	return model.NoDirection
}

// found is a cue in a wording.
type found struct {
	cue
	index int
}

// cuesIn lists the cues of the words by their place. Of those at one place the
// one that comes first in the grammar counts.
func (rules grammar) cuesIn(words []string) []found {
	var cues []found
	for index := range words {
		for _, candidate := range rules.cues {
			if candidate.patterns.fitAt(words, index) {
				cues = append(cues, found{candidate, index})
				break
			}
		}
	}
	return cues
}

// kind weighs the cues and the target of a wording.
func (rules grammar) kind(words []string, target target) (model.IndicatorKind, model.Direction) {
	cues := rules.cuesIn(words)
	for _, each := range cues {
		if each.kind == model.IndicatorGrowth {
			return model.IndicatorGrowth, each.direction
		}
	}
	isShare := func(each found) bool { return each.kind == model.IndicatorShare }
	if target.percent || slices.ContainsFunc(cues, isShare) {
		return model.IndicatorShare, model.NoDirection
	}
	kind := rules.ruling(cues)
	counted := target.value != "" || target.spans
	if counted && (kind != model.IndicatorSurvey || rules.isSurvey(target.unit)) {
		return model.IndicatorCount, model.NoDirection
	}
	if kind != model.IndicatorCount && rules.listsThings(words) {
		kind = model.IndicatorCount
	}
	return kind, model.NoDirection
}

// ruling is the kind of the cue that rules the others.
func (rules grammar) ruling(cues []found) model.IndicatorKind {
	if len(cues) == 0 {
		return model.IndicatorUnknown
	}
	if rules.headLast {
		return cues[len(cues)-1].kind
	}
	if cues[0].kind == model.IndicatorCount {
		return model.IndicatorCount
	}
	for _, each := range cues {
		if each.predicate {
			return model.IndicatorDone
		}
	}
	return cues[0].kind
}

// isSurvey tells whether surveys themselves are what is counted.
func (rules grammar) isSurvey(unit string) bool {
	if unit == "" {
		return false
	}
	for _, each := range rules.cuesIn(split(unit)) {
		if each.kind == model.IndicatorSurvey {
			return true
		}
	}
	return false
}

// listsThings tells a wording that names things in the plural by what was done
// to them, "Laaditut alkukartoitukset", "Genomförda kurser", "Trainings held":
// they are counted.
func (rules grammar) listsThings(words []string) bool {
	if len(words) < 2 {
		return false
	}
	first, second := words[0], words[1]
	if rules.headLast {
		return hasEnding(first, "tut", "tyt", "dut", "dyt", "neet", "hdyt") && hasEnding(second, "t")
	}
	if hasEnding(first, "ade") || hasEnding(first, "rda", "lda", "nda", "dda", "gda", "rta", "sta", "nta") && hasEnding(second, "ar", "er", "or", "en", "ål", "na") {
		return true
	}
	isPast := func(word string) bool { return hasEnding(word, "ed") || word == "held" || word == "drawn" }
	things := slices.ContainsFunc(words[1:min(len(words), 4)], func(word string) bool { return hasEnding(word, "s") })
	return isPast(first) && things || hasEnding(first, "s") && isPast(second) && len(words) == 2
}

func hasEnding(word string, endings ...string) bool {
	return slices.ContainsFunc(endings, func(ending string) bool {
		return strings.HasSuffix(word, ending) && len(word) > len(ending)+1
	})
}

// split returns the words of a wording in small letters, without the signs
// around them. A slash is a word of its own, so that "/v" is read as "/ v".
func split(wording string) []string {
	var words []string
	for field := range strings.FieldsSeq(strings.ToLower(wording)) {
		before, after, slashed := strings.Cut(field, "/")
		if slashed && !strings.ContainsFunc(after, unicode.IsDigit) {
			words = appendWord(words, before)
			words = append(words, "/")
			words = appendWord(words, after)
			continue
		}
		words = appendWord(words, field)
	}
	return words
}

func appendWord(words []string, word string) []string {
	if bare := strings.Trim(word, "()[]\"'”“’»«,;:!?…–—"); bare != "" {
		word = bare
	} else {
		return words
	}
	if stem, dotted := strings.CutSuffix(word, "."); dotted && stem != "" && !isOrdinal(stem) {
		word = stem
	}
	return append(words, word)
}

func isOrdinal(stem string) bool {
	return strings.Trim(stem, "0123456789") == ""
}

// capitalised returns a part as a wording of its own.
func capitalised(part string) string {
	first, size := utf8.DecodeRuneInString(part)
	return string(unicode.ToUpper(first)) + part[size:]
}
