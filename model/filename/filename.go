// Package filename knows which names files may have on Windows, and makes a name
// of a title that holds on every system: a file made on one laptop is carried to
// another.
//
// The rules are those of Microsoft's "Naming Files, Paths, and Namespaces".
package filename

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf16"
)

// MaxLength is how long a name may be on Windows, in UTF-16 units.
const MaxLength = 255

// maxSuggested is how long a suggested name is at most, in characters: with two
// bytes for each it fits everywhere, and with a folder before it in a line.
const maxSuggested = 120

// forbidden are the characters that no name holds on Windows. The colon would
// name a stream inside a file.
const forbidden = `<>:"/\|?*`

// Length is how long Windows takes a name or path to be, in UTF-16 units.
func Length(name string) int { return len(utf16.Encode([]rune(name))) }

// Possible reports whether Windows lets a file or folder have the name.
func Possible(name string) bool {
	switch {
	case name == "", Length(name) > MaxLength:
		return false
	case strings.ContainsAny(name, forbidden), strings.ContainsFunc(name, func(r rune) bool { return r < ' ' }):
		return false
	case strings.HasSuffix(name, "."), strings.HasSuffix(name, " "):
		return false // Windows would take them off, and the name would be another
	}
	return !device(name)
}

// device reports whether Windows takes the name for a device, whatever ending
// follows: "NUL", "con.pdf", "COM¹".
func device(name string) bool {
	base, _, _ := strings.Cut(name, ".")
	base = strings.ToUpper(strings.TrimRight(base, " "))
	if slices.Contains([]string{"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"}, base) {
		return true
	}
	for _, port := range []string{"COM", "LPT"} {
		number, isPort := strings.CutPrefix(base, port)
		if isPort && strings.ContainsAny(number, "123456789¹²³") && len([]rune(number)) == 1 {
			return true
		}
	}
	return false
}

// Behind sets the rest of a name behind a title, which is cut where the two are
// longer than [Suggest] lets a name be.
func Behind(title, rest string) string {
	room := max(0, maxSuggested-len([]rune(rest)))
	if runes := []rune(title); len(runes) > room {
		title = strings.TrimSpace(string(runes[:room]))
	}
	return title + rest
}

// Suggest makes a name of a title, for any system, without an ending. It is ""
// for a title of which nothing is left.
func Suggest(title string) string {
	name := strings.Map(func(r rune) rune {
		switch {
		case strings.ContainsRune(forbidden, r), unicode.IsControl(r):
			return '-'
		case r == unicode.ReplacementChar:
			return -1
		}
		return r
	}, title)
	if runes := []rune(name); len(runes) > maxSuggested {
		name = string(runes[:maxSuggested])
	}
	name = strings.TrimRight(strings.TrimSpace(name), ". ")
	if device(name) {
		name += "-"
	}
	return name
}
