package reports

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"tavoitekartta/model"
	"tavoitekartta/model/text"
	"tavoitekartta/reports/document"
	"tavoitekartta/reports/layout"
	"tavoitekartta/reports/programme"
)

// MissingSign is what the fonts lack, one sign or several beside each other such
// as a word of another script, and where it stands.
type MissingSign struct {
	Sign    string
	Context string // the words around it
	Text    string // all of the text in which it stands
}

// Missing lists what cannot be drawn of a report, before it is made: each sign
// once for each text that has it, in reading order. It lays nothing out. The
// errors are those of Render.
func Missing(ctx context.Context, p model.Programme, options Options) ([]MissingSign, error) {
	set, err := faces()
	if err != nil {
		return nil, err
	}
	doc, _, err := compose(&p, options)
	if err != nil {
		return nil, err
	}
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("look for missing signs: %w", err)
	}
	return missingSigns(doc, set), nil
}

// Letters tells what the fonts of the reports can draw.
type Letters struct{ faces layout.Faces }

// NewLetters reads the fonts. It returns an error for fonts that cannot be read.
func NewLetters() (Letters, error) {
	set, err := faces()
	return Letters{set}, err
}

// Lacking lists what cannot be drawn of a text, each sign once.
func (l Letters) Lacking(written string) []string {
	var signs []string
	for _, sign := range l.faces.Lacking(written) {
		if !slices.Contains(signs, sign) {
			signs = append(signs, sign)
		}
	}
	return signs
}

func missingSigns(doc document.Document, set layout.Faces) []MissingSign {
	type place struct{ sign, text string }
	var missing []MissingSign
	told := map[place]bool{}
	for passage := range doc.Texts() {
		written := passage.String()
		for at, sign := range set.Lacking(written) {
			if told[place{sign, written}] {
				continue
			}
			told[place{sign, written}] = true
			missing = append(missing, MissingSign{Sign: sign, Context: around(written, at, at+len(sign)), Text: written})
		}
	}
	return missing
}

// contextSigns is how much of a text is told at each side of a missing sign.
const contextSigns = 20

// around is a sign with what stands beside it on its line. What is left out is
// "…", from whole words where there are several; nothing is cut within a letter
// and its marks.
func around(written string, from, to int) string {
	before, after := written[:from], written[to:]
	if at := strings.LastIndexByte(before, '\n'); at >= 0 {
		before = before[at+1:]
	}
	after, _, _ = strings.Cut(after, "\n")
	var begins []int
	for at := range text.Clusters(before) {
		begins = append(begins, at)
	}
	if len(begins) > contextSigns {
		before = before[begins[len(begins)-contextSigns]:]
		if at := strings.IndexByte(before, ' '); at >= 0 && at < len(before)-1 {
			before = before[at+1:]
		}
		before = "…" + before
	}
	signs := 0
	for at := range text.Clusters(after) {
		if signs == contextSigns {
			after = after[:at]
			if space := strings.LastIndexByte(after, ' '); space > 0 {
				after = after[:space]
			}
			after += "…"
			break
		}
		signs++
	}
	return strings.TrimSpace(before + written[from:to] + after)
}

// mostPlaces is how many signs the page at a document's end tells of.
const mostPlaces = 100

// places are the signs, each once, as the page at the document's end lists them.
func places(missing []MissingSign) (list []programme.MissingPlace, more int) {
	told := map[string]bool{}
	for _, found := range missing {
		if told[found.Sign] {
			continue
		}
		told[found.Sign] = true
		if len(list) == mostPlaces {
			more++
			continue
		}
		list = append(list, programme.MissingPlace{Code: codes(found.Sign), Context: found.Context})
	}
	return list, more
}

// mostCodes is how many characters of a sign are told by their codes.
const mostCodes = 8

// codes names the characters of a sign as "U+1F468 U+200D U+1F469".
func codes(sign string) string {
	var list []string
	for _, r := range sign {
		if len(list) == mostCodes {
			list = append(list, "…")
			break
		}
		list = append(list, fmt.Sprintf("%U", r))
	}
	return strings.Join(list, " ")
}
