package ui

import "strings"

// Spoken is what a screen reader is told of a control. Fyne's interface has one
// string for it, so the parts are joined in the order in which they are heard:
// name, value, hint, error.
type Spoken struct {
	Label string
	Value string
	Hint  string
	Error string
}

// place says where something stands in a list: the first of five has index 0.
func place(words Words, index, count int) string {
	return words.T("spoken.place", "index", index+1, "count", count)
}

// String joins the parts as sentences.
func (s Spoken) String() string {
	var sentences []string
	for _, part := range []string{s.Label, s.Value, s.Hint, s.Error} {
		part = strings.TrimSpace(part)
		if part == "" {
			continue
		}
		if !strings.ContainsRune(".?!:", rune(part[len(part)-1])) {
			part += "."
		}
		sentences = append(sentences, part)
	}
	return strings.Join(sentences, " ")
}
