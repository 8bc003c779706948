package help

import (
	"slices"
	"strings"
	"testing"

	"tavoitekartta/app/texts"
)

func TestAllLanguagesHelpWithTheSamePagesAndPoints(t *testing.T) {
	finnish := load(t, texts.Finnish)
	for _, language := range texts.Languages() {
		book := load(t, language)
		if !slices.Equal(book.Names(), finnish.Names()) {
			t.Errorf("%s has help for %v, Finnish for %v", language, book.Names(), finnish.Names())
		}
		for name, page := range book.pages {
			if len(page.Points) != len(finnish.pages[name].Points) {
				t.Errorf("%s: %s has %d points, Finnish has %d", language, name, len(page.Points), len(finnish.pages[name].Points))
			}
		}
	}
}

// The help is read beside the page, so it stays short.
func TestEveryPageOfHelpIsWholeAndShort(t *testing.T) {
	for _, language := range texts.Languages() {
		for name, page := range load(t, language).pages {
			if len(page.Points) < 3 || len(page.Points) > 6 {
				t.Errorf("%s: %s has %d points", language, name, len(page.Points))
			}
			for _, words := range append([]string{page.Title, page.About, page.Next}, page.Points...) {
				if strings.TrimSpace(words) == "" || len([]rune(words)) > 220 {
					t.Errorf("%s: %s says %q", language, name, words)
				}
			}
			for _, sentence := range append([]string{page.About, page.Next}, page.Points...) {
				if !strings.HasSuffix(sentence, ".") {
					t.Errorf("%s: %s: %q is no sentence", language, name, sentence)
				}
			}
		}
	}
}

func TestAPageOfAGroupHasTheHelpOfItsGroup(t *testing.T) {
	book := load(t, texts.Finnish)
	group, found := book.Page("details/owners")
	if !found || group.Title != book.pages["details"].Title {
		t.Errorf("details/owners has the help %+v", group)
	}
	own, _ := book.Page("timeline/roadmap")
	if own.Title == book.pages["timeline"].Title {
		t.Error("the roadmap has the timeline's help")
	}
	if _, found := book.Page("no such page"); found {
		t.Error("a page that is not there has help")
	}
}

func load(t *testing.T, language texts.Language) *Book {
	t.Helper()
	book, err := Load(language)
	if err != nil {
		t.Fatal(err)
	}
	return book
}
