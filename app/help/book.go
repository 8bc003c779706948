package help

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"tavoitekartta/app/texts"
	"tavoitekartta/assets"
)

// Page is the help of one page of the window.
type Page struct {
	Title  string   `json:"title"`
	About  string   `json:"about"`  // what the page is for
	Next   string   `json:"next"`   // what to do next
	Points []string `json:"points"` // three to six, each one sentence or two
}

// Book is the help in one language. It is immutable.
type Book struct {
	pages map[string]Page
}

// Load returns the help in a language from the embedded files. The error speaks of
// an unknown language or of a file that does not parse.
func Load(language texts.Language) (*Book, error) {
	data, err := assets.Help(string(language))
	if err != nil {
		return nil, fmt.Errorf("load help in %q: %w", language, err)
	}
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	book := &Book{}
	if err := decoder.Decode(&book.pages); err != nil {
		return nil, fmt.Errorf("parse help in %q: %w", language, err)
	}
	return book, nil
}

// Page returns the help of the window's page that is called so, or of its group.
// It is false for a page that has none; no page of the window is one (tested).
func (b *Book) Page(name string) (Page, bool) {
	if page, found := b.pages[name]; found {
		return page, true
	}
	group, _, _ := strings.Cut(name, "/")
	page, found := b.pages[group]
	return page, found
}

// Names returns the names of the pages and groups that have help, in order.
func (b *Book) Names() []string { return slices.Sorted(maps.Keys(b.pages)) }
