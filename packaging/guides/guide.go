package main

import (
	"errors"
	"os"
	"path/filepath"

	"tavoitekartta/reports/document"
)

// guide is one of the user guides in one language.
type guide struct {
	name     string
	language string
	// steps sets each part that begins with a picture as an act beside it, in
	// larger letters.
	steps bool
	// most is the number of pages that readers of the guide are promised.
	most int
}

// guides are all user guides in all languages.
func guides() []guide {
	var all []guide
	for _, language := range []string{"fi", "sv", "en"} {
		all = append(all,
			guide{name: "council-member", language: language, steps: true, most: 1},
			guide{name: "coordinator", language: language, most: 5},
			guide{name: "it", language: language, most: 4})
	}
	return all
}

// file is the name of the guide's file of a kind.
func (g guide) file(kind string) string { return g.name + "." + g.language + "." + kind }

// pageWords stand before the number of a page.
var pageWords = map[string]string{"fi": "sivu", "sv": "sida", "en": "page"}

var errNoTitle = errors.New("the guide does not begin with its title")

// document reads the guide as the tree that is laid out.
func (g guide) document(folder string) (document.Document, error) {
	source, err := os.ReadFile(filepath.Join(folder, g.file("md")))
	if err != nil {
		return document.Document{}, err
	}
	blocks, err := (&reader{source: source, folder: folder, guide: g}).blocks()
	if err != nil {
		return document.Document{}, err
	}
	title, is := blocks[0].(document.Heading)
	if !is || title.Level != 1 {
		return document.Document{}, errNoTitle
	}
	part := document.Part{Language: g.language, Blocks: blocks,
		Foot: document.Foot{Facts: title.Text.String(), PageWord: pageWords[g.language]}}
	return document.Document{
		Language: g.language, Title: title.Text.String(), Author: "Tavoitekartta", Parts: []document.Part{part},
	}, nil
}
