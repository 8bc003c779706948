// Package printwords says what the documents of a programme cannot print: which
// sign, where it is written, what stands around it. The window and the commands
// say it in the same sentences. It imports the catalogue and the use cases, and
// no Fyne.
package printwords

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"tavoitekartta/app/texts"
	"tavoitekartta/app/translationwords"
	"tavoitekartta/app/workflow"
	"tavoitekartta/model"
)

// Place names where a sign is written: "Tavoite 1.2, nimi (suomi)". Numbers are those of
// [workflow.Work.TextNumbers].
func Place(words *texts.Catalogue, s workflow.UnprintableSign, numbers map[model.EntityID]string) string {
	if s.Entity == "" {
		return words.T("print.elsewhere")
	}
	return words.T("print.place", "place", translationwords.Place(words, s.TextRef, numbers), "language", words.T("language."+string(s.Language)))
}

// Reason says which sign cannot be printed, with what stands around it. Where a
// letter was lost, that is said instead.
func Reason(words *texts.Catalogue, s workflow.UnprintableSign) string {
	context := strings.ToValidUTF8(s.Context, string(utf8.RuneError))
	if strings.Trim(strings.ToValidUTF8(s.Sign, string(utf8.RuneError)), string(utf8.RuneError)) == "" {
		return words.T("print.lost", "context", context)
	}
	return words.T("print.missing", "sign", Sign(s.Sign), "context", context)
}

// Sentence is the place and the reason in one.
func Sentence(words *texts.Catalogue, s workflow.UnprintableSign, numbers map[model.EntityID]string) string {
	return Place(words, s, numbers) + ". " + Reason(words, s)
}

// mostShown is how many characters of a sign are shown.
const mostShown = 30

// Sign is a sign as it can be shown: one that has no shape of its own by its
// code, "U+E000", and the beginning of a long one.
func Sign(sign string) string {
	var out strings.Builder
	characters := 0
	for _, r := range strings.ToValidUTF8(sign, string(utf8.RuneError)) {
		if characters++; characters > mostShown {
			return out.String() + "…"
		}
		if unicode.Is(unicode.Co, r) {
			fmt.Fprintf(&out, "%U", r)
			continue
		}
		out.WriteRune(r)
	}
	return out.String()
}
