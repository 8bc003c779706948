package search

import (
	"slices"
	"strings"
	"unicode/utf8"

	"tavoitekartta/model"
)

// nearness is how near a word of a text is to a word of the query: 0 for the
// same.
type nearness uint8

// The degrees of nearness.
const (
	exactly   nearness = 0
	byRoot    nearness = 1
	byKin     nearness = 2 // one of the words' further roots
	byStart   nearness = 2 // the word goes on
	byPart    nearness = 3 // a compound with the word in it
	byFolding nearness = 6 // added, where dots or rings differ
)

// The fewest letters that are looked for at the start of any word, at the start
// of a compound, and at its end.
const (
	shortestStart    = 2
	shortestCompound = 4
	shortestHead     = 3
)

// match is a word of the vocabulary that a word of the query finds.
type match struct {
	id   wordID
	near nearness
}

// matches gathers the nearest match of each word.
type matches struct {
	near map[wordID]nearness
	word string
	bare bool // the query's word has no dots or rings
}

// match returns the words that a word of a query finds, by number.
func (v *vocabulary) match(t term) []match {
	m := &matches{near: map[wordID]nearness{}, word: t.word}
	form := fold(t.word)
	m.bare = form == t.word
	for _, id := range v.folded[form] {
		v.take(m, id, exactly, v.entries[id].form == t.word)
	}
	if !numeric(t.word) {
		v.matchRoots(m)
	}
	v.matchStarts(m, form, t.open)
	found := make([]match, 0, len(m.near))
	for id, near := range m.near {
		found = append(found, match{id, near})
	}
	slices.SortFunc(found, func(a, b match) int { return int(a.id) - int(b.id) })
	return found
}

// take notes a word that was found; same tells whether its dots and rings are
// those of the query. A word with dots in the query and others in the text is
// another word.
func (v *vocabulary) take(m *matches, id wordID, near nearness, same bool) {
	e := &v.entries[id]
	if len(e.postings) == 0 {
		return
	}
	if !same {
		if !m.bare && fold(e.form) != e.form {
			return
		}
		near += byFolding
	}
	if known, found := m.near[id]; !found || near < known {
		m.near[id] = near
	}
}

// matchRoots finds the other forms of the word in each language, and compounds
// that end with it.
func (v *vocabulary) matchRoots(m *matches) {
	for _, l := range model.Languages() {
		own := roots(m.word, l)
		for _, root := range own {
			for _, id := range v.roots[languageWord{l, fold(root)}] {
				if same, alike := related(own, v.entries[id].roots); alike {
					near := byKin
					if fold(own[0]) == fold(v.entries[id].roots[0]) {
						near = byRoot
					}
					v.take(m, id, near, same)
				}
			}
		}
		if l != model.English && endsCompounds(own[0]) {
			v.matchTails(m, l, own[0])
		}
	}
}

// related tells whether two words have a root in common that is the first one of
// either, and whether it is the same with its dots and rings.
func related(a, b []string) (same, alike bool) {
	if slices.Contains(b, a[0]) || slices.Contains(a, b[0]) {
		return true, true
	}
	foldedIs := func(word string) func(string) bool {
		word = fold(word)
		return func(other string) bool { return fold(other) == word }
	}
	return false, slices.ContainsFunc(b, foldedIs(a[0])) || slices.ContainsFunc(a, foldedIs(b[0]))
}

// endsCompounds tells whether a root is long enough to be looked for at the end
// of words; of the short ones those are that are one long syllable.
func endsCompounds(root string) bool {
	if utf8.RuneCountInString(root) >= shortestCompound {
		return true
	}
	return slices.ContainsFunc(longVowels, func(noun [2]string) bool { return noun[0] == root })
}

// matchTails finds compounds that end with the root. What stands before it must
// be long enough to be a word and have a vowel.
func (v *vocabulary) matchTails(m *matches, l model.Language, root string) {
	for _, r := range v.tails[l].beginning(reversed(fold(root))) {
		whole := v.entries[r.id].roots[0]
		head := whole[:max(0, len(whole)-len(root))]
		if utf8.RuneCountInString(head) >= shortestHead && strings.ContainsAny(fold(head), "aeiouy") {
			v.take(m, r.id, byPart, strings.HasSuffix(whole, root))
		}
	}
}

// matchStarts finds words that go on after the word: any while it is still being
// typed, and compounds that begin with it. Nouns in -nen begin theirs with -s
// (asumisneuvonta).
func (v *vocabulary) matchStarts(m *matches, form string, open bool) {
	letters := utf8.RuneCountInString(form)
	compound := letters >= shortestCompound && !numeric(form)
	if letters < shortestStart || !open && !compound {
		return
	}
	near := byPart
	if open {
		near = byStart
	}
	for _, r := range v.starts.beginning(form) {
		v.take(m, r.id, near, strings.HasPrefix(v.entries[r.id].form, m.word))
	}
	rest, isNoun := strings.CutSuffix(m.word, "nen")
	if !isNoun || letters <= shortestCompound {
		return
	}
	for _, r := range v.starts.beginning(fold(rest) + "s") {
		if e := &v.entries[r.id]; e.language == model.Finnish {
			v.take(m, r.id, byPart, strings.HasPrefix(e.form, rest))
		}
	}
}
