// Package printwords says what the documents of a programme cannot print: which
// sign, where it is written, what stands around it. The window and the commands
// say it in the same sentences. It imports the catalogue and the use cases, and
// no Fyne.
package printwords

import (
	"fmt"
	"strings"
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
	shown, codes := Sign(s.Sign)
	return words.T("print.missing", "sign", shown, "codes", codes, "context", context)
}

// Sentence is the place and the reason in one.
func Sentence(words *texts.Catalogue, s workflow.UnprintableSign, numbers map[model.EntityID]string) string {
	return Place(words, s, numbers) + ". " + Reason(words, s)
}

// The characters of a sign that are shown, and those whose codes are told.
const (
	mostShown = 30
	mostCodes = 3
)

// Sign is a sign as it is shown, the beginning of a long one, and the codes of its
// first characters, "U+4F60 U+597D": the screen may have no letter for it either.
func Sign(sign string) (shown, codes string) {
	var out strings.Builder
	var all []string
	for _, r := range strings.ToValidUTF8(sign, string(utf8.RuneError)) {
		if len(all) == mostShown {
			out.WriteString("…")
			break
		}
		out.WriteRune(r)
		all = append(all, fmt.Sprintf("%U", r))
	}
	if len(all) > mostCodes {
		all = append(all[:mostCodes], "…")
	}
	return out.String(), strings.Join(all, " ")
}
