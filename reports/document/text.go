package document

import (
	"cmp"
	"slices"
)

// Text is a paragraph's content in reading order. All runs of a paragraph
// share one size, which its style gives.
type Text []Run

// Run is a passage in one language. An empty language is that of the
// surrounding part.
type Run struct {
	String   string
	Language string
	// Strong sets the run bold in a paragraph that is not.
	Strong bool
}

// Plain makes a text of one run in the surrounding language.
func Plain(text string) Text {
	if text == "" {
		return nil
	}
	return Text{{String: text}}
}

// In makes a text of one run in the named language.
func In(language, text string) Text {
	if text == "" {
		return nil
	}
	return Text{{String: text, Language: language}}
}

// Marked is the text with its language told where its runs do not tell theirs;
// an empty language leaves it as it is.
func (t Text) Marked(language string) Text {
	if language == "" {
		return t
	}
	marked := slices.Clone(t)
	for i := range marked {
		marked[i].Language = cmp.Or(marked[i].Language, language)
	}
	return marked
}

// String returns the text without its languages.
func (t Text) String() string {
	if len(t) == 1 {
		return t[0].String
	}
	whole := ""
	for _, run := range t {
		whole += run.String
	}
	return whole
}

// Style is the role of a paragraph; the layout gives it size, weight and
// colour.
type Style int

// The styles of paragraphs, from look.md "Type", paper.
const (
	Body       Style = iota // 10/14
	BodyBold                // 10/14 bold
	BodyMuted               // 10/14 muted
	Lead                    // 11/15, below a first heading
	Small                   // 9/12
	SmallBold               // 9/12 bold
	SmallMuted              // 9/12 muted
	Note                    // 8.5/11 muted
	Strong                  // 11/14 bold
	Name                    // 13/17 bold, a person on a card
	Code                    // 10/14, digits of a fingerprint
	Eyebrow                 // 10.5/14 bold, above a title
	Title1                  // 24/29 bold
	Title2                  // 15/19 bold
	Title3                  // 11/14 bold
	CoverTitle              // 38/44 bold
	CoverYears              // 38/44
	CoverText               // 13/18
	CoverBold               // 11/15 bold
	MapLabel                // 8.5/11, under a house
	MapStrong               // 9/12 bold
	EasyBody                // 15/23, of an easy-to-read edition: never hyphenated, in short lines
	EasyBold                // 15/23 bold
	EasyMuted               // 15/23 muted
	EasyTitle1              // 26/32 bold
	EasyTitle2              // 19/26 bold
	EasyCover               // 22/30 bold, below the title of the cover
	Large                   // 12.5/17, to be read across a table
	LargeBold               // 12.5/17 bold
	LargeMuted              // 12.5/17 muted
)

// Color is written "#RRGGBB"; the empty colour draws nothing, or is the
// colour of the style.
type Color string
