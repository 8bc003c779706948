package wording

import (
	"strings"

	"tavoitekartta/model"
)

// piece is a stretch of a wording between joints; joint is what stands before
// it.
type piece struct {
	text  string
	joint string
}

// pieces cuts a wording at commas, semicolons and the words that join.
func (rules grammar) pieces(wording string) []piece {
	var pieces []piece
	start, joint := 0, ""
	cut := func(end, next int) {
		if text := strings.Trim(wording[start:end], " ,;"); text != "" {
			pieces = append(pieces, piece{text, joint})
			joint = wording[end:next]
		} else {
			joint += wording[end:next]
		}
		start = next
	}
	depth := 0
	for index := 0; index < len(wording); index++ {
		switch wording[index] {
		case '(':
			depth++
		case ')':
			depth--
		case ',', ';':
			// A comma between digits is a decimal mark.
			if depth <= 0 && (index+1 == len(wording) || wording[index+1] == ' ' || wording[index] == ';') {
				cut(index, index+1)
			}
		case ' ':
			if length := rules.jointAt(wording[index+1:]); depth <= 0 && length > 0 && index+1 > start {
				cut(index, index+1+length)
				index += length
			}
		}
	}
	cut(len(wording), len(wording))
	return pieces
}

// jointAt returns the length of the joining words at the start of rest, the
// space after them included.
func (rules grammar) jointAt(rest string) int {
	for _, joint := range rules.joints {
		if len(rest) > len(joint) && strings.EqualFold(rest[:len(joint)], joint) && rest[len(joint)] == ' ' {
			return len(joint) + 1
		}
	}
	return 0
}

// joined puts together the pieces that are one indicator: neighbours of one
// kind, and those that say nothing by themselves.
func (rules grammar) joined(pieces []piece) []piece {
	var kept []piece
	carried := piece{}
	for index, next := range pieces {
		if carried.text != "" {
			next = piece{carried.text + next.joint + next.text, carried.joint}
			carried = piece{}
		}
		unknown := rules.proposal(next.text).Kind == model.IndicatorUnknown
		waits := rules.leansOn(next.text) || unknown && len(kept) == 0
		last := len(kept) - 1
		switch {
		case waits && index < len(pieces)-1:
			carried = next
		case last >= 0 && (unknown || rules.isOne(kept[last].text, next.text)):
			kept[last].text += next.joint + next.text
		default:
			kept = append(kept, next)
		}
	}
	return kept
}

// isOne tells whether two neighbours say the same kind of thing, without a
// target each: "5 koulutusta ja 100 osallistujaa" are two counts.
func (rules grammar) isOne(before, after string) bool {
	first, second := rules.proposal(before), rules.proposal(after)
	bothCounted := first.TargetTotal+first.TargetYearly != "" && second.TargetTotal+second.TargetYearly != ""
	return first.Kind == second.Kind && !bothCounted
}

// leansOn tells a Finnish piece that ends in a genitive: an attribute of what
// follows, "Kyselyjen ja haastattelujen määrä".
func (rules grammar) leansOn(text string) bool {
	if !rules.headLast {
		return false
	}
	words := split(text)
	if len(words) == 0 {
		return false
	}
	last := words[len(words)-1]
	return strings.HasSuffix(last, "n") && !hasEnding(last, "nen") || strings.HasSuffix(last, "-")
}
