package search

import (
	"strings"
	"unicode/utf8"

	"github.com/blevesearch/snowballstem/swedish"
)

// swedishRoots takes off what the stemmer leaves of definite forms (målet,
// kvinnan), and undoes the double consonant before them (programmet).
func swedishRoots(word string) []string {
	all := []string{swedishRoot(stem(word, swedish.Stem))}
	if strings.HasSuffix(word, "ad") {
		all = addRoot(all, word) // bostad: the stemmer takes it for a participle
	}
	return all
}

func swedishRoot(root string) string {
	for _, ending := range []string{"et", "en", "an", "ar"} {
		if rest, found := strings.CutSuffix(root, ending); found && utf8.RuneCountInString(rest) >= shortestRoot {
			root = rest
			break
		}
	}
	if n := len(root); n > shortestRoot && root[n-1] == root[n-2] && root[n-1] < utf8.RuneSelf {
		root = root[:n-1]
	}
	return root
}
