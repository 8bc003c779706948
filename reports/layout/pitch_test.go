package layout_test

import (
	"fmt"
	"strings"
	"testing"

	"tavoitekartta/reports/document"
	"tavoitekartta/reports/layout"
)

// when is a timeline under its heading, as sections have one.
func when(goals int) document.Keep {
	timeline := document.Timeline{Goals: "Tavoite", Columns: []document.TimelineColumn{{Label: "2019"}, {Label: "Jatkuva", Ongoing: true}}}
	for n := range goals {
		timeline.Rows = append(timeline.Rows, document.TimelineRow{Label: document.Plain(fmt.Sprintf("Tavoite %d", n)), Ongoing: true, Words: "Jatkuva"})
	}
	return document.Keep{Blocks: []document.Block{document.Heading{Level: 2, Text: document.Plain("Milloin")}, timeline}}
}

func lines(count int) document.Paragraph {
	return document.Paragraph{Text: document.Plain(strings.TrimSuffix(strings.Repeat("rivi\n", count), "\n"))}
}

// section is a heading, that many lines, and a timeline, as a section of a programme.
func section(name string, count, goals int) []document.Block {
	return []document.Block{document.PageBreak{Flowing: true}, document.Heading{Level: 1, Text: document.Plain(name)}, lines(count), when(goals)}
}

// pageOf is the page of the first text that begins so, and its place there.
func pageOf(t *testing.T, result *layout.Result, begins string) (page int, y float64) {
	t.Helper()
	for _, page := range result.Pages {
		for _, operation := range page.Operations {
			if text, is := operation.(layout.Text); is && strings.HasPrefix(text.Source, begins) {
				return page.Number, text.Y
			}
		}
	}
	t.Fatalf("%q stands on no page", begins)
	return 0, 0
}

func TestATimelineComesCloserWhereItsPageIsALittleTooShort(t *testing.T) {
	set := faces(t)
	step := func(count int) float64 {
		doc := documentOf(section("Ensin", count, 6)...)
		result := lay(t, set, doc)
		check(t, doc, result)
		first, above := pageOf(t, result, "Tavoite 0")
		second, below := pageOf(t, result, "Tavoite 1")
		if first != 1 || second != 1 {
			t.Errorf("after %d lines the timeline stands on pages %d and %d", count, first, second)
		}
		return below - above
	}
	roomy, close := step(10), step(34)
	if close > 0.75*roomy {
		t.Errorf("goals stand %.1f points apart on a full page and %.1f on an empty one", close, roomy)
	}
}

func TestWhatFollowsALooseBreakJoinsThePageWhereAllOfItFits(t *testing.T) {
	set := faces(t)
	cases := map[string]struct {
		first, second int // lines
		page          int // of the second
	}{
		"both have room":             {4, 4, 1},
		"both have room when closer": {8, 15, 1},
		"the second has no room":     {20, 25, 2},
		"the first runs over":        {44, 5, 2},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			doc := documentOf(append(section("Ensin", c.first, 3), section("Sitten", c.second, 3)...)...)
			result := lay(t, set, doc)
			check(t, doc, result)
			if page, _ := pageOf(t, result, "Sitten"); page != c.page {
				t.Errorf("the second stands on page %d, want %d", page, c.page)
			}
			last := result.Pages[len(result.Pages)-1].Number
			if last != c.page {
				t.Errorf("there are %d pages, want %d", last, c.page)
			}
		})
	}
}

func TestWhatFollowsALooseBreakStandsWholeOnThePage(t *testing.T) {
	for lines := range 60 {
		above := document.Paragraph{Text: document.Plain("Ensin" + strings.Repeat("\n", lines))}
		laid := lay(t, faces(t), documentOf(above, document.PageBreak{Loose: true},
			document.Heading{Level: 1, Text: document.Plain("Osa")}, document.Paragraph{Text: document.Plain("Alku")},
			document.Heading{Level: 2, Text: document.Plain("Tavoite")}, document.Paragraph{Text: document.Plain("Loppu")},
		))
		for i := range laid.Pages {
			words := laid.Words(&laid.Pages[i])
			if strings.Contains(words, "Alku") != strings.Contains(words, "Loppu") {
				t.Errorf("%d lines above: page %d says %q", lines, i+1, words)
			}
		}
	}
}
