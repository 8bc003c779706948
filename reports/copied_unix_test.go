//go:build !windows

package reports_test

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"tavoitekartta/assets"
	"tavoitekartta/model"
	"tavoitekartta/reports"
	"tavoitekartta/reports/document"
	"tavoitekartta/reports/layout"
	"tavoitekartta/reports/programme"
)

// copied are the words that another reader gives of each page, in the order in
// which they are drawn.
func copied(t *testing.T, file []byte) [][]string {
	t.Helper()
	reader := exec.Command("pdftotext", "-raw", "-enc", "UTF-8", "-", "-")
	reader.Stdin = bytes.NewReader(file)
	out, err := reader.Output()
	if err != nil {
		t.Fatalf("pdftotext: %v", err)
	}
	var pages [][]string
	for page := range strings.SplitSeq(strings.TrimSuffix(string(out), "\f"), "\f") {
		pages = append(pages, strings.Fields(norm.NFC.String(page)))
	}
	return pages
}

// written are the words of a page as they stand in the programme: a word that a
// line breaks stands whole where it begins. What fields of a form show is drawn
// after the page.
func written(laid *layout.Result, page *layout.Page) []string {
	var all, fields strings.Builder
	before := layout.Text{Mark: layout.Mark{Element: -2}}
	for _, operation := range page.Operations {
		if field, is := operation.(layout.Widget); is {
			for _, shown := range field.Shown {
				fields.WriteString(" " + shown.String)
			}
		}
		text, is := operation.(layout.Text)
		if !is {
			continue
		}
		source := text.Source
		switch {
		case text.Fragment == 1:
			source = text.Word + trailing(source)
		case text.Fragment > 1:
			_, rest, _ := strings.Cut(source, " ")
			source = " " + rest
		}
		apart := math.Abs(text.Y-before.Y) < text.Size/2 && text.X > before.X+before.Width+1
		if text.Element != before.Element || text.Element < 0 || apart || laid.Elements[text.Element].Role == layout.RoleFigure && text.Y != before.Y {
			all.WriteByte(' ')
		}
		before = text
		all.WriteString(strings.ReplaceAll(source, "\u00AD", ""))
	}
	return strings.Fields(norm.NFC.String(all.String() + fields.String()))
}

// trailing are the spaces at the end of a text.
func trailing(text string) string { return text[len(strings.TrimRight(text, " \n")):] }

// checkCopied compares what is copied from each page with what is written.
func checkCopied(t *testing.T, name string, laid *layout.Result, file []byte) {
	t.Helper()
	pages := copied(t, file)
	if len(pages) != len(laid.Pages) {
		t.Fatalf("%s: %d pages are read, want %d", name, len(pages), len(laid.Pages))
	}
	for i := range laid.Pages {
		got, want := pages[i], written(laid, &laid.Pages[i])
		for at := range max(len(got), len(want)) {
			if at >= len(got) || at >= len(want) || got[at] != want[at] {
				from := max(0, at-3)
				t.Errorf("%s, page %d: copied …%q, written …%q", name, i+1,
					got[min(from, len(got)):min(at+5, len(got))], want[min(from, len(want)):min(at+5, len(want))])
				break
			}
		}
	}
}

// Every kind is read once in each of its languages, the examples in turn.
func TestTextCopiedFromAPageIsWhatIsWritten(t *testing.T) {
	examples := assets.Examples()
	turn := 0
	for _, kind := range reports.Kinds() {
		for _, edition := range [][]model.Language{{model.Finnish}, {model.Swedish}, {model.English}, {model.Finnish, model.Swedish}} {
			example := examples[turn%len(examples)]
			turn++
			p := exampleOf(t, example)
			if kind == string(programme.Approved) && !p.State.Locked() {
				p.State = model.Approved
			}
			o := options(edition...)
			o.Kind = kind
			checkCopied(t, fmt.Sprintf("%s %s %v", example, kind, edition), pages(t, p, o), render(t, p, o))
		}
	}
}

// What is drawn by other signs is copied as it is written.
func TestSignsAreCopiedAsTheyAreWritten(t *testing.T) {
	p := exampleOf(t, "vaasa-2019-2022")
	o := options(model.Finnish)
	o.Kind = string(programme.Extract)
	o.Choice.Goal = p.Sections[0].Goals[0].ID
	title := &p.Sections[0].Goals[0].Title.Fi
	for _, written := range []string{
		"A\u0308iti ja o\u0308ljy", "hymy 😀 ja 👨\u200D👩\u200D👧", "≥ 50 %, ≤ 3, −5 → seuraava", "q\u0301 ja m\u0308", "● luettelo ▪ toinen",
		"你好 Добро пожаловать", "áčđŋšŧž Nguyễn", "koti\u00ADkunta S2\u2011opetus", "½ m² ﬁ 10\u00A0000\u202F€", "p\uFFFDivä",
	} {
		*title = written
		checkCopied(t, written, pages(t, p, o), render(t, p, o))
		if got := strings.Join(copied(t, render(t, p, o))[0], " "); !strings.Contains(got, norm.NFC.String(strings.Join(strings.Fields(strings.ReplaceAll(written, "\u00AD", "")), " "))) {
			t.Errorf("%q is copied as %q", written, got)
		}
	}
}

// The structure of one goal's page in two languages, as another reader tells it.
func TestTheStructureIsReadByAnotherReader(t *testing.T) {
	p := exampleOf(t, "vaasa-2019-2022")
	o := options(model.Finnish, model.Swedish)
	o.Kind = string(programme.Extract)
	o.Choice.Goal = p.Sections[0].Goals[0].ID
	tree, words := structureOf(t, render(t, p, o))
	checkGolden(t, "structure-extract-fi-sv", tree)
	doc := documentFor(t, p, o)
	rest := strings.Join(strings.Fields(words), " ")
	for text := range doc.Texts() {
		passage := strings.Join(strings.Fields(text.String()), " ")
		_, after, found := strings.Cut(rest, passage)
		if !found {
			t.Fatalf("%q is not read whole and in its order", passage)
		}
		rest = after
	}
}

// documentFor is the tree that a report is made of.
func documentFor(t *testing.T, p model.Programme, o reports.Options) document.Document {
	t.Helper()
	doc, err := programme.Document(&p, programme.Options{
		Kind: programme.Kind(o.Kind), Choice: o.Choice, Languages: o.Languages, Today: o.Today, Names: o.Names,
	})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// structureOf is the structure tree of a file, a line for each element and for
// each text, and the texts alone. What versions of the reader write otherwise is left out: attributes,
// and whether an element is a block.
func structureOf(t *testing.T, file []byte) (tree, words string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.pdf")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("pdfinfo", "-enc", "UTF-8", "-struct-text", path).Output()
	if err != nil {
		t.Fatalf("pdfinfo: %v", err)
	}
	element, passage := regexp.MustCompile(`^( *)([A-Z][A-Za-z0-9]*)`), regexp.MustCompile(`^ *"(.*)"$`)
	var lines, passages []string
	indent := ""
	for line := range strings.Lines(string(out)) {
		line = strings.TrimRight(line, "\n")
		if found := passage.FindStringSubmatch(line); found != nil {
			if words := strings.TrimRight(found[1], " "); words != "" {
				lines, passages = append(lines, indent+"  "+words), append(passages, words)
			}
		} else if found := element.FindStringSubmatch(line); found != nil {
			indent = found[1]
			lines = append(lines, found[0])
		}
	}
	return strings.Join(lines, "\n") + "\n", strings.Join(passages, " ")
}
