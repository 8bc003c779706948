// Package search finds words in the programmes of a data folder while a person
// types them, whatever their inflection.
//
// Its words:
//   - A passage is one text of an element in one language: a field, or what is
//     said of a field that is no text ("§ 12", "2019–2020").
//   - A word is what stands between spaces and marks, in small letters. "§" and
//     "%" are words too.
//   - A root is what the forms of a word have in common: the snowball stem with
//     the grades of its consonants made alike ("asunto", "asunnoista"). A word
//     can have several, where a form is of two words.
//   - Folded is a text without the dots and rings of its letters (å, ä, ö).
//   - A hit is an element in one of whose passages each word of the query
//     stands in some form.
//
// The index lives in memory, is made from states and kept up to date by their
// changes; it holds no state. An index that has followed changes finds the same
// as one built anew. It may be used by several goroutines.
//
// The package is pure: no clock, no files, no screen.
package search
