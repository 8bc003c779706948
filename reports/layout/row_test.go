package layout_test

import (
	"slices"
	"strings"
	"testing"

	"tavoitekartta/reports/document"
	"tavoitekartta/reports/layout"
)

func TestAGoalStandsOnceBesideAllOfItsMeasures(t *testing.T) {
	entry := func(text string) document.Entry {
		if text == "" {
			return nil
		}
		return document.Entry{{Text: document.Plain(text), Style: document.Small}}
	}
	goals := document.Cell{Paired: true, Reaching: true, Heading: true}
	measures := document.Cell{Paired: true}
	for _, goal := range []string{strings.Repeat("Pitkä tavoite ", 8), "", "", "Toinen tavoite"} {
		goals.Entries = append(goals.Entries, entry(goal))
		measures.Entries = append(measures.Entries, entry("Toimenpide"))
	}
	doc := documentOf(document.Table{
		Form:    document.Grouped,
		Columns: []document.Column{{Title: "Vastuutaho", Width: 40}, {Title: "Tavoite", Width: 40}, {Title: "Toimenpide", Width: 90}},
		Rows:    []document.Row{{Cells: []document.Cell{{Heading: true, Entries: []document.Entry{entry("Kirjasto")}}, goals, measures}}},
	})
	result := lay(t, faces(t), doc)
	check(t, doc, result)

	var spans []int
	for _, element := range result.Elements {
		if element.RowHeading {
			spans = append(spans, element.RowSpan)
		}
	}
	if want := []int{4, 3, 1}; !slices.Equal(spans, want) {
		t.Errorf("the body and its goals reach over %v rows, want %v", spans, want)
	}
	if first, second := measureTops(result); second-first > 20 {
		t.Errorf("the second measure stands %.1f points below the first, pushed down by the goal", second-first)
	}
}

// measureTops are where the first two measures stand.
func measureTops(result *layout.Result) (first, second float64) {
	var tops []float64
	for _, operation := range result.Pages[0].Operations {
		if text, is := operation.(layout.Text); is && text.Source == "Toimenpide" && !text.Bold {
			tops = append(tops, text.Y)
		}
	}
	return tops[0], tops[1]
}

// TestWhatStandsBesideOtherCellsIsReadFromLeftToRight, and so drawn: a reader
// without tags follows the drawing.
func TestWhatStandsBesideOtherCellsIsReadFromLeftToRight(t *testing.T) {
	cell := func(paired bool, text string) document.Cell {
		return document.Cell{Paired: paired, Entries: []document.Entry{{{Text: document.Plain(text), Style: document.Small}}}}
	}
	result := lay(t, faces(t), documentOf(document.Table{
		Columns: []document.Column{{Title: "A", Width: 40}, {Title: "B", Width: 40}, {Title: "C", Width: 40}},
		Rows:    []document.Row{{Cells: []document.Cell{cell(true, "Eka"), cell(false, "Toka"), cell(true, "Kolmas")}}},
	}))
	var order []string
	for _, operation := range result.Pages[0].Operations {
		if text, is := operation.(layout.Text); is && text.Element >= 0 && result.Elements[text.Element].Role == layout.RoleParagraph {
			order = append(order, text.String)
		}
	}
	if want := []string{"Eka", "Toka", "Kolmas"}; !slices.Equal(order, want) {
		t.Errorf("drawn as %q", order)
	}
}
