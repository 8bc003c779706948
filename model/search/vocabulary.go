package search

import (
	"cmp"
	"slices"
	"strings"

	"tavoitekartta/model"
)

// wordID is the number of a word in a vocabulary.
type wordID uint32

// posting says that a word stands in an element, and in how weighty a passage.
type posting struct {
	element elementID
	weight  weight
}

// weight is how far down a passage of an element puts a hit: 0 for its title.
type weight uint8

// The weights of passages.
const (
	inTitle weight = 0
	inProse weight = 4
	inFact  weight = 5
)

// entry is a word of one language and where it stands.
type entry struct {
	form     string
	language model.Language
	roots    []string
	postings []posting // by element
}

// vocabulary is all words of the programmes with the ways to find them.
type vocabulary struct {
	ids     map[languageWord]wordID
	entries []entry
	folded  map[string][]wordID
	roots   map[languageWord][]wordID // by folded root
	starts  table                     // by folded form
	tails   map[model.Language]*table // by folded first root, its letters in reverse
}

type languageWord struct {
	language model.Language
	word     string
}

func newVocabulary() *vocabulary {
	v := &vocabulary{
		ids: map[languageWord]wordID{}, folded: map[string][]wordID{}, roots: map[languageWord][]wordID{},
		tails: map[model.Language]*table{},
	}
	for _, l := range model.Languages() {
		v.tails[l] = &table{}
	}
	return v
}

// id returns the number of a word, which is taken in where it is new.
func (v *vocabulary) id(w languageWord) wordID {
	if id, known := v.ids[w]; known {
		return id
	}
	w.word = strings.Clone(w.word) // not the whole text in which it stood
	id := wordID(len(v.entries))
	e := entry{form: w.word, language: w.language, roots: roots(w.word, w.language)}
	v.entries = append(v.entries, e)
	v.ids[w] = id
	form := fold(w.word)
	v.folded[form] = append(v.folded[form], id)
	v.starts.add(form, id)
	for _, root := range e.roots {
		at := languageWord{w.language, fold(root)}
		if !slices.Contains(v.roots[at], id) {
			v.roots[at] = append(v.roots[at], id)
		}
	}
	if !numeric(w.word) {
		v.tails[w.language].add(reversed(fold(e.roots[0])), id)
	}
	return id
}

// freshen sorts in the words that are new since the last time.
func (v *vocabulary) freshen() {
	v.starts.freshen()
	for _, t := range v.tails {
		t.freshen()
	}
}

// put notes that a word stands in an element, with the least weight of all.
func (v *vocabulary) put(id wordID, p posting) {
	e := &v.entries[id]
	if last := len(e.postings) - 1; last < 0 || e.postings[last].element < p.element {
		e.postings = append(e.postings, p)
		return
	}
	at, found := slices.BinarySearchFunc(e.postings, p.element, comparePosting)
	if found {
		e.postings[at].weight = min(e.postings[at].weight, p.weight)
		return
	}
	e.postings = slices.Insert(e.postings, at, p)
}

// drop forgets that a word stands in an element.
func (v *vocabulary) drop(id wordID, in elementID) {
	e := &v.entries[id]
	if at, found := slices.BinarySearchFunc(e.postings, in, comparePosting); found {
		e.postings = slices.Delete(e.postings, at, at+1)
	}
}

func comparePosting(p posting, in elementID) int { return cmp.Compare(p.element, in) }

// table is words in the order of a key, for finding those that begin alike.
type table struct {
	rows []row
	news []row
}

type row struct {
	key string
	id  wordID
}

func (t *table) add(key string, id wordID) { t.news = append(t.news, row{key, id}) }

// fewNews is how many new rows are put in one by one; more are sorted in.
const fewNews = 32

func (t *table) freshen() {
	if len(t.news) > fewNews {
		t.rows = append(t.rows, t.news...)
		slices.SortFunc(t.rows, compareRows)
		t.news = nil
	}
	for _, r := range t.news {
		at, _ := slices.BinarySearchFunc(t.rows, r, compareRows)
		t.rows = slices.Insert(t.rows, at, r)
	}
	t.news = nil
}

func compareRows(a, b row) int {
	return cmp.Or(strings.Compare(a.key, b.key), cmp.Compare(a.id, b.id))
}

// beginning returns the rows whose key begins so.
func (t *table) beginning(key string) []row {
	first, _ := slices.BinarySearchFunc(t.rows, row{key: key}, compareRows)
	last := first
	for last < len(t.rows) && strings.HasPrefix(t.rows[last].key, key) {
		last++
	}
	return t.rows[first:last]
}

func reversed(s string) string {
	letters := []rune(s)
	slices.Reverse(letters)
	return string(letters)
}
