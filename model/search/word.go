package search

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Range is a part of a text, in bytes.
type Range struct{ Start, End int }

// span is a word of a text and where it stands.
type span struct {
	word string
	Range
}

// words divides a text into its words, in small letters and composed form. What
// follows a colon is an ending and no word of its own ("EU:n").
func words(text string) []span {
	all := make([]span, 0, len(text)/averageWord+1)
	for at := 0; at < len(text); {
		letter, width := utf8.DecodeRuneInString(text[at:])
		switch {
		case letter == '§' || letter == '%':
			all = append(all, span{text[at : at+width], Range{at, at + width}})
			at += width
		case !wordRune(letter):
			at += width
		default:
			end := wordEnd(text, at)
			all = append(all, span{normal(text[at:end]), Range{at, end}})
			at = afterEnding(text, end)
		}
	}
	return all
}

// averageWord is about how many bytes a word takes with the space after it.
const averageWord = 10

func wordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

// wordEnd is where the word that begins at a byte ends; soft hyphens are within.
func wordEnd(text string, at int) int {
	end := at
	for next := at; next < len(text); {
		letter, width := utf8.DecodeRuneInString(text[next:])
		next += width
		if wordRune(letter) {
			end = next
		} else if letter != softHyphen {
			break
		}
	}
	return end
}

func afterEnding(text string, end int) int {
	if !strings.HasPrefix(text[end:], ":") {
		return end
	}
	letter, _ := utf8.DecodeRuneInString(text[end+1:])
	if !unicode.IsLower(letter) {
		return end
	}
	return wordEnd(text, end+1)
}

const softHyphen = '\u00AD'

// normal is a word in small letters and composed form, without soft hyphens.
func normal(word string) string {
	if !plainASCII(word) {
		word = strings.ReplaceAll(word, string(softHyphen), "")
		if !norm.NFC.IsNormalString(word) {
			word = norm.NFC.String(word)
		}
	}
	return strings.ToLower(word)
}

func plainASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// fold takes the dots, rings and accents off the letters of a word in small
// letters.
func fold(word string) string {
	if plainASCII(word) {
		return word
	}
	var b strings.Builder
	b.Grow(len(word))
	for _, letter := range word {
		b.WriteString(folded(letter))
	}
	return b.String()
}

func folded(letter rune) string {
	switch letter {
	case 'å', 'ä', 'æ':
		return "a"
	case 'ö', 'ø':
		return "o"
	case 'ß':
		return "ss"
	}
	if letter < utf8.RuneSelf {
		return string(letter)
	}
	base := norm.NFD.AppendString(nil, string(letter))
	first, _ := utf8.DecodeRune(base)
	return string(first)
}

// numeric tells whether a word is a number or a sign, which has no other forms.
func numeric(word string) bool {
	letter, _ := utf8.DecodeRuneInString(word)
	return !unicode.IsLetter(letter)
}
