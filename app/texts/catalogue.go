// Package texts is the catalogue of what the interface says, in Finnish,
// Swedish and English.
//
// A key names a text ("action.save"). A text may hold placeholders in braces
// ("{name}"), filled in by name so that each language orders its own words. A
// text with a count has the plural forms "one" and "other", which is all that
// the three languages have. The files are assets/texts/{fi,sv,en}.json: one key
// a line, sorted, the same keys and placeholders in all three (tested).
//
// A Catalogue is data and its language an argument: there is no current
// language hidden in the package. It may not import Fyne.
package texts

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"tavoitekartta/assets"
)

// Language is a language of the interface by its ISO 639-1 code.
type Language string

// The languages of the interface.
const (
	Finnish Language = "fi"
	Swedish Language = "sv"
	English Language = "en"
)

// Languages lists the languages of the interface in the order in which they are
// offered.
func Languages() []Language { return []Language{Finnish, Swedish, English} }

// countArgument is the placeholder that chooses between the plural forms.
const countArgument = "count"

// Catalogue is the texts of one language. It is immutable and safe for use by
// several goroutines.
type Catalogue struct {
	language Language
	messages map[string]message
}

// message is one text; one is empty unless the text has plural forms.
type message struct {
	one, other string
}

// Load returns the catalogue of a language from the embedded files. The error
// speaks of an unknown language or of a file that does not parse.
func Load(language Language) (*Catalogue, error) {
	data, err := assets.Texts(string(language))
	if err != nil {
		return nil, fmt.Errorf("load texts in %q: %w", language, err)
	}
	return Parse(language, data)
}

// Parse returns a catalogue from JSON: an object of keys, each a text or an
// object with the forms "one" and "other".
func Parse(language Language, data []byte) (*Catalogue, error) {
	var raw map[string]json.RawMessage
	if err := json.Unmarshal(data, &raw); err != nil {
		return nil, fmt.Errorf("parse texts in %q: %w", language, err)
	}
	messages := make(map[string]message, len(raw))
	for key, value := range raw {
		parsed, err := parseMessage(value)
		if err != nil {
			return nil, fmt.Errorf("parse text %q in %q: %w", key, language, err)
		}
		messages[key] = parsed
	}
	return &Catalogue{language: language, messages: messages}, nil
}

func parseMessage(value json.RawMessage) (message, error) {
	var plain string
	if err := json.Unmarshal(value, &plain); err == nil {
		return message{other: plain}, nil
	}
	var forms struct{ One, Other string }
	if err := json.Unmarshal(value, &forms); err != nil {
		return message{}, err
	}
	return message{one: forms.One, other: forms.Other}, nil
}

// Language returns the language of the catalogue.
func (c *Catalogue) Language() Language { return c.language }

// T returns the text of a key with its placeholders filled in. The arguments
// are pairs of a placeholder's name and its value, as in
//
//	t.T("step.of", "step", 2, "steps", 5)
//
// The value of "count" also chooses the plural form. A key that the catalogue
// does not have is returned itself: tests find it, and a person sees at least
// where the words are missing.
func (c *Catalogue) T(key string, arguments ...any) string {
	found, ok := c.messages[key]
	if !ok {
		return key
	}
	text := found.other
	if found.one != "" && countIsOne(arguments) {
		text = found.one
	}
	if len(arguments) == 0 {
		return text
	}
	pairs := make([]string, 0, len(arguments))
	for i := 0; i+1 < len(arguments); i += 2 {
		pairs = append(pairs, "{"+fmt.Sprint(arguments[i])+"}", fmt.Sprint(arguments[i+1]))
	}
	return strings.NewReplacer(pairs...).Replace(text)
}

func countIsOne(arguments []any) bool {
	for i := 0; i+1 < len(arguments); i += 2 {
		if arguments[i] == countArgument {
			return fmt.Sprint(arguments[i+1]) == "1"
		}
	}
	return false
}

// Has tells whether the catalogue has a key.
func (c *Catalogue) Has(key string) bool {
	_, ok := c.messages[key]
	return ok
}

// Keys returns all keys in order.
func (c *Catalogue) Keys() []string {
	return slices.Sorted(maps.Keys(c.messages))
}
