package search

import (
	"strings"

	"tavoitekartta/model"
)

// Query is what is searched for.
type Query struct {
	// Text is what has been typed. Each word must be found in an element; words
	// between quotation marks stand together as they are written. The last word
	// may be unfinished unless a space follows.
	Text string
	// Within is the programme that is searched, "" for all.
	Within model.EntityID
	// First is the programme whose hits come first among equals.
	First model.EntityID
	// Language is the one whose text is shown first among equals.
	Language model.Language
	// Limit is how many hits are returned at most; at least one.
	Limit int
}

// The most that is read of a query: more is no search.
const (
	longestQuery = 400 // bytes
	mostTerms    = 12
)

// term is a word of a query; an open one may go on.
type term struct {
	word string
	open bool
}

// parse divides a query into its words and the phrases that were quoted, in
// small letters with single spaces.
func parse(text string) (terms []term, phrases []string) {
	parts := strings.Split(quotes.Replace(shortened(text)), `"`)
	for i, part := range parts {
		quoted, last := i%2 == 1, i == len(parts)-1
		found := words(part)
		if quoted && len(found) > 1 {
			phrases = append(phrases, phrase(part))
		}
		for _, w := range found {
			terms = addTerm(terms, term{w.word, last && !quoted && w.End == len(part)})
		}
	}
	return terms[:min(len(terms), mostTerms)], phrases
}

func addTerm(terms []term, added term) []term {
	for i, t := range terms {
		if t.word == added.word {
			terms[i].open = t.open || added.open
			return terms
		}
	}
	return append(terms, added)
}

// phrase is a text in small letters with single spaces.
func phrase(text string) string { return strings.Join(strings.Fields(normal(text)), " ") }

// shortened is the beginning of a text that is too long for a query.
func shortened(text string) string {
	return strings.ToValidUTF8(text[:min(len(text), longestQuery)], " ")
}

// quotes makes one of the quotation marks of all languages.
var quotes = strings.NewReplacer("”", `"`, "“", `"`, "„", `"`, "»", `"`, "«", `"`)
