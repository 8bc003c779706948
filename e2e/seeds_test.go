package e2e

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"tavoitekartta/e2e/outcome"
	"tavoitekartta/e2e/stage"
)

// seedFact is a row of docs/seeds.md: words that an edition of an example says
// on the pages from first to last.
type seedFact struct {
	example, language string
	fact              string
	words             []string
	first, last       int
}

// readSeeds reads the rows below each heading "## example language".
func readSeeds(t *testing.T) []seedFact {
	t.Helper()
	file, err := os.Open("../docs/seeds.md")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var facts []seedFact
	var example, language string
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		line := lines.Text()
		if heading, found := strings.CutPrefix(line, "## "); found {
			example, language, _ = strings.Cut(heading, " ")
			continue
		}
		cells := strings.Split(strings.Trim(line, "| "), " | ")
		if len(cells) != 5 || cells[0] == "Fact" {
			continue
		}
		from, to, ranged := strings.Cut(cells[4], "–")
		if !ranged {
			to = from
		}
		first, errFirst := strconv.Atoi(from)
		last, errLast := strconv.Atoi(to)
		if errFirst != nil || errLast != nil {
			t.Fatalf("the row of %q names the page %q", cells[0], cells[4])
		}
		facts = append(facts, seedFact{example, language, cells[0], strings.Split(cells[3], " ¦ "), first, last})
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return facts
}

// Every fact of the sources of the examples stands on the page that
// docs/seeds.md names.
func TestEveryFactOfTheSourcesIsPrintedWhereTheTableSays(t *testing.T) {
	facts := readSeeds(t)
	if len(facts) < 140 {
		t.Fatalf("the table has only %d rows", len(facts))
	}
	program, dataDir, papers := stage.Build(t, "tavoitekartta", t.TempDir()), t.TempDir(), t.TempDir()
	loaded := map[string]string{}
	pages := map[string][]string{}
	for _, f := range facts {
		edition := f.example + "-" + f.language
		if pages[edition] == nil {
			if loaded[f.example] == "" {
				loaded[f.example] = outcome.LastWord(outcome.Ask(t, program, dataDir, "example", f.example))
			}
			paper := filepath.Join(papers, edition+".pdf")
			outcome.Ask(t, program, dataDir, "report", loaded[f.example], "--lang", f.language, "--out", paper)
			text, err := outcome.PaperText(paper)
			if err != nil {
				t.Fatal(err)
			}
			pages[edition] = strings.Split(text, "\f")
		}
		if f.last > len(pages[edition]) || f.first < 1 || f.last < f.first {
			t.Errorf("%s: %s: no pages %d–%d", edition, f.fact, f.first, f.last)
			continue
		}
		said := strings.Join(pages[edition][f.first-1:f.last], "\n")
		if missing := outcome.Missing(said, f.words); len(missing) > 0 {
			t.Errorf("%s: %s: page %s does not say %q", edition, f.fact, pageSpan(f), missing)
		}
	}
}

func pageSpan(f seedFact) string { return fmt.Sprintf("%d–%d", f.first, f.last) }
