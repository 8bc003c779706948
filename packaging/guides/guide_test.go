package main

import (
	"bytes"
	"context"
	"errors"
	"image/png"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"tavoitekartta/app/texts"
	"tavoitekartta/reports/document"
	"tavoitekartta/reports/layout"
)

// theGuides is where the guides stand, from this folder.
const theGuides = "../../docs/guides"

// bold finds the names that a guide gives of what stands in the window.
var bold = regexp.MustCompile(`\*\*([^*]+)\*\*`)

// TestNamesInGuidesStandInTheWindow holds every bold word against the texts of
// its language: a button that is renamed breaks the guide that speaks of it.
func TestNamesInGuidesStandInTheWindow(t *testing.T) {
	for _, g := range guides() {
		window := labels(t, g.language)
		for _, found := range bold.FindAllStringSubmatch(markdown(t, g), -1) {
			name := strings.Join(strings.Fields(found[1]), " ")
			if !slices.ContainsFunc(window, func(label *regexp.Regexp) bool { return label.MatchString(name) }) {
				t.Errorf("%s: the window has no %q", g.file("md"), name)
			}
		}
	}
}

// labels are the window's words in a language; what is filled in may be anything.
func labels(t *testing.T, language string) []*regexp.Regexp {
	t.Helper()
	words, err := texts.Load(texts.Language(language))
	if err != nil {
		t.Fatal(err)
	}
	place := regexp.MustCompile(`\{[a-zA-Z]+\}`)
	var all []*regexp.Regexp
	for _, key := range words.Keys() {
		parts := place.Split(words.T(key), -1)
		if len(parts) > 1 && len(parts[0]) < len("Next: ") {
			continue // what it begins with is filled in: it would fit anything
		}
		for i := range parts {
			parts[i] = regexp.QuoteMeta(parts[i])
		}
		all = append(all, regexp.MustCompile("^"+strings.Join(parts, ".+")+"$"))
	}
	return all
}

func TestGuidesHaveThePagesTheyPromise(t *testing.T) {
	for _, g := range guides() {
		laid, _, err := lay(context.Background(), read(t, g))
		if err != nil {
			t.Fatal(err)
		}
		if len(laid.Pages) > g.most {
			t.Errorf("%s has %d pages, at most %d are promised", g.file("pdf"), len(laid.Pages), g.most)
		}
		last := laid.Pages[len(laid.Pages)-1]
		if words := laid.Words(&last); len(laid.Pages) > 1 && len(strings.Fields(words)) < 40 {
			t.Errorf("%s: a few words stand alone on the last page: %q", g.file("pdf"), words)
		}
	}
}

// TestNothingOfAGuideIsLost holds the words of the pages against the Markdown.
func TestNothingOfAGuideIsLost(t *testing.T) {
	for _, g := range guides() {
		laid, _, err := lay(context.Background(), read(t, g))
		if err != nil {
			t.Fatal(err)
		}
		var paper strings.Builder
		for i := range laid.Pages {
			paper.WriteString(laid.Words(&laid.Pages[i]) + " ")
		}
		signs := "[*`#>|\\[\\]\\\\]|-{3,}"
		marks := regexp.MustCompile("!\\[[^]]*\\]\\([^)]*\\)|\\]\\([^)]*\\)|```[a-z]*|(?m)^- |(?m)^\\d+\\. |" + signs)
		onPaper := strings.Join(strings.Fields(regexp.MustCompile(signs).ReplaceAllString(paper.String(), " ")), "")
		for _, word := range strings.Fields(marks.ReplaceAllString(markdown(t, g), " ")) {
			if !strings.Contains(onPaper, word) {
				t.Errorf("%s does not say %q", g.file("pdf"), word)
			}
		}
		for _, r := range paper.String() {
			if r == '\uFFFD' {
				t.Errorf("%s has a character that the font lacks", g.file("pdf"))
			}
		}
	}
}

// TestAGuideIsTheSameInAllLanguages compares what follows what: headings,
// paragraphs, pictures, the number of names.
func TestAGuideIsTheSameInAllLanguages(t *testing.T) {
	form := func(g guide) []string {
		var kinds []string
		for _, line := range strings.Split(read(t, g).Outline(), "\n") {
			kind, _, _ := strings.Cut(strings.TrimSpace(line), " ")
			kinds = append(kinds, line[:len(line)-len(strings.TrimLeft(line, " "))]+kind)
		}
		return kinds[2:]
	}
	for _, g := range guides() {
		finnish := guide{name: g.name, language: "fi", steps: g.steps}
		if g.language == "fi" {
			continue
		}
		own, other := kindsOnly(form(g)), kindsOnly(form(finnish))
		if !slices.Equal(own, other) {
			t.Errorf("%s goes %v\nthe Finnish one %v", g.file("md"), own, other)
		}
		if own, other := len(bold.FindAllString(markdown(t, g), -1)), len(bold.FindAllString(markdown(t, finnish), -1)); own != other {
			t.Errorf("%s has %d names of the window, the Finnish one %d", g.file("md"), own, other)
		}
	}
}

// kindsOnly leaves the lines that are no block out: they are words.
func kindsOnly(lines []string) []string {
	return slices.DeleteFunc(lines, func(line string) bool {
		depth := len(line) - len(strings.TrimLeft(line, " "))
		return depth != 2
	})
}

// TestPicturesOfGuidesAreSharp asks for 150 dots an inch at least.
func TestPicturesOfGuidesAreSharp(t *testing.T) {
	for _, g := range guides() {
		laid, _, err := lay(context.Background(), read(t, g))
		if err != nil {
			t.Fatal(err)
		}
		shown := 0
		for _, page := range laid.Pages {
			for _, operation := range page.Operations {
				picture, is := operation.(layout.Picture)
				if !is {
					continue
				}
				shown++
				if dots := pixelsWide(t, picture.PNG) / (picture.Width / 72); dots < 150 {
					t.Errorf("%s: a picture has %.0f dots an inch", g.file("pdf"), dots)
				}
				if laid.Elements[picture.Element].Alternative == "" {
					t.Errorf("%s: a picture says nothing", g.file("pdf"))
				}
			}
		}
		if shown == 0 && g.name != "it" {
			t.Errorf("%s shows no picture", g.file("pdf"))
		}
	}
}

func TestGuidesArePrintedAlikeTwice(t *testing.T) {
	g := guides()[0]
	first, _, err := g.print(context.Background(), theGuides, time.Unix(1, 0).UTC())
	if err != nil {
		t.Fatal(err)
	}
	second, _, err := g.print(context.Background(), theGuides, time.Unix(1, 0).UTC())
	if err != nil || !bytes.Equal(first, second) {
		t.Errorf("two printings of %s differ: %v", g.file("pdf"), err)
	}
}

// TestWhatGuidesDoNotUseIsRefused: nothing is left out unseen.
func TestWhatGuidesDoNotUseIsRefused(t *testing.T) {
	for name, source := range map[string]string{
		"HTML":                 "# A\n\n<b>x</b>\n",
		"HTML in a paragraph":  "# A\n\nsummary\n\nx <b>y</b>\n",
		"a rule":               "# A\n\n---\n",
		"italics":              "# A\n\nsummary *x*\n",
		"a picture among text": "# A\n\nsummary ![x](y.png) more\n",
		"a list in a list":     "# A\n\n- x\n  - y\n",
	} {
		if _, err := fromMarkdown(t, source); !errors.Is(err, errNotTaken) {
			t.Errorf("%s gives the error %v", name, err)
		}
	}
	if _, err := fromMarkdown(t, "no title\n"); !errors.Is(err, errNoTitle) {
		t.Errorf("a guide without a title gives the error %v", err)
	}
	if _, err := fromMarkdown(t, ""); !errors.Is(err, errNoTitle) {
		t.Errorf("an empty guide gives the error %v", err)
	}
	if _, err := fromMarkdown(t, "# A\n\n![](missing.png)\n"); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a picture that is not there gives the error %v", err)
	}
}

func TestMarkdownBecomesBlocks(t *testing.T) {
	doc, err := fromMarkdown(t, "# Title\n\nWhat it is\nfor.\n\n## Part\n\nPress **Save** and `C:\\x_y`, see [there](z.md).\n\n1. one\n2. two\n\n"+
		"> Mind **this**.\n\n```\nrun /quiet\nagain\n```\n\n| Name | Does |\n|---|---|\n| `A` | something long |\n")
	if err != nil {
		t.Fatal(err)
	}
	want := `part en "" head "" "" foot "Title" "page"
  heading 1 #Title  Title What it is for.
  heading 2 #Part  Part 
  paragraph Press |*Save*| and C:\x_y, see there.
  numbered list
    item one
    item two
  callout warning false
    Mind |*this*|.
  callout warning false
    run /quiet⏎again
  table  Name 12 | Does 14
    row 
      1: A
      2: something long
`
	_, got, _ := strings.Cut(doc.Outline(), "\n")
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func fromMarkdown(t *testing.T, source string) (document.Document, error) {
	t.Helper()
	folder := t.TempDir()
	g := guide{name: "x", language: "en"}
	if err := os.WriteFile(filepath.Join(folder, g.file("md")), []byte(source), 0o600); err != nil {
		t.Fatal(err)
	}
	return g.document(folder)
}

func read(t *testing.T, g guide) document.Document {
	t.Helper()
	doc, err := g.document(theGuides)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func markdown(t *testing.T, g guide) string {
	t.Helper()
	source, err := os.ReadFile(filepath.Join(theGuides, g.file("md")))
	if err != nil {
		t.Fatal(err)
	}
	return string(source)
}

func pixelsWide(t *testing.T, picture []byte) float64 {
	t.Helper()
	size, err := png.DecodeConfig(bytes.NewReader(picture))
	if err != nil {
		t.Fatal(err)
	}
	return float64(size.Width)
}
