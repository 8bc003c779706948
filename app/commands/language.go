package commands

import (
	"strings"
	"unicode"

	"tavoitekartta/app/native"
	"tavoitekartta/app/texts"
)

// environmentLanguage reads the language of the sentences from the environment,
// in the order that POSIX gives; where none is set, as on Windows, it is the first
// of the system's that is known. Finnish is spoken when there is none.
func environmentLanguage(getenv func(string) string) texts.Language {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := getenv(name); value != "" {
			return firstKnown([]string{value})
		}
	}
	return firstKnown(native.UserLanguages())
}

// firstKnown finds the first language that is spoken among names such as
// "sv_FI.UTF-8" and "sv-FI", and gives Finnish when there is none.
func firstKnown(names []string) texts.Language {
	for _, name := range names {
		code, _, _ := strings.Cut(strings.ToLower(name), "_")
		code, _, _ = strings.Cut(code, ".")
		code, _, _ = strings.Cut(code, "-")
		if language, known := knownLanguage(code); known {
			return language
		}
	}
	return texts.Finnish
}

func knownLanguage(code string) (texts.Language, bool) {
	for _, language := range texts.Languages() {
		if string(language) == code {
			return language, true
		}
	}
	return "", false
}

// catalogue returns the texts of a known language.
func catalogue(language texts.Language) *texts.Catalogue {
	loaded, err := texts.Load(language)
	if err != nil {
		panic(err) // the texts are embedded: fails in every test or never
	}
	return loaded
}

// Words returns the texts of the language that was asked for, else of the
// environment's.
func Words(asked texts.Language, getenv func(string) string) *texts.Catalogue {
	if asked == "" {
		asked = environmentLanguage(getenv)
	}
	return catalogue(asked)
}

// maxShown bounds what a sentence repeats of the command line, in characters.
const maxShown = 200

// shown makes text from outside fit for one line of an answer: no control
// characters, which could move a terminal's cursor, and not too long.
func shown(s string) string {
	clean := strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == unicode.ReplacementChar {
			return ' '
		}
		return r
	}, s)
	if runes := []rune(clean); len(runes) > maxShown {
		return string(runes[:maxShown]) + "…"
	}
	return clean
}
