package search

import (
	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"

	"tavoitekartta/model"
)

// shortestRoot is how many letters a root keeps when an ending is taken off it.
const shortestRoot = 3

// longestWord bounds what is looked at as a word of a language, in bytes: the
// stemmers' time grows with the word, and a longer one is no word.
const longestWord = 100

// roots returns the roots of a word in a language, the likeliest first; a number
// is its own.
func roots(word string, l model.Language) []string {
	if numeric(word) || len(word) > longestWord {
		return []string{word}
	}
	switch l {
	case model.Swedish:
		return swedishRoots(word)
	case model.English:
		return []string{stem(word, english.Stem)}
	}
	return finnishRoots(word)
}

func stem(word string, stemmer func(*snowballstem.Env) bool) string {
	env := snowballstem.NewEnv(word)
	stemmer(env)
	if env.Current() == "" {
		return word
	}
	return env.Current()
}

// addRoot adds a root that is not there yet and is long enough to tell words
// apart.
func addRoot(all []string, root string) []string {
	if len([]rune(root)) < shortestRoot && len(all) > 0 {
		return all
	}
	for _, other := range all {
		if other == root {
			return all
		}
	}
	return append(all, root)
}
