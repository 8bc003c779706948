package programme

import (
	"slices"

	"tavoitekartta/model"
	"tavoitekartta/reports/document"
)

// MissingPlace is a sign that the fonts lack, by the codes of its characters
// ("U+1F600"), and the words around it.
type MissingPlace struct {
	Code    string
	Context string
}

// missingSign is drawn in place of a character that the fonts lack.
const missingSign = "\uFFFD"

// WithMissingGlyphs returns the document with a page at its end that names the
// signs that could not be printed, and how many more there are.
func WithMissingGlyphs(doc document.Document, options Options, p *model.Programme, places []MissingPlace, more int) (document.Document, error) {
	language := firstLanguage(p)
	if len(options.Languages) > 0 {
		language = options.Languages[0]
	}
	e, err := newEdition(p, language, options)
	if err != nil {
		return doc, err
	}
	list := document.List{Style: document.Body}
	for _, place := range places {
		list.Items = append(list.Items, document.Plain(e.say("notice.missingGlyphs.place", "code", place.Code, "context", place.Context)))
	}
	if more > 0 {
		list.Items = append(list.Items, document.Plain(e.say("notice.missingGlyphs.more", "count", more)))
	}
	doc.Parts = append(slices.Clone(doc.Parts), document.Part{
		Language: string(language), Head: e.head(), Foot: e.foot(),
		Blocks: []document.Block{
			document.Heading{Level: 1, Text: document.Plain(e.say("notice.missingGlyphs")), Anchor: "missing-glyphs"},
			document.Paragraph{Text: document.Plain(e.say("notice.missingGlyphs.lead", "sign", missingSign))},
			list,
		},
	})
	return doc, nil
}
