package layout_test

import (
	"strings"
	"testing"

	"tavoitekartta/reports/document"
	"tavoitekartta/reports/layout"
)

// duties is a table with rows of so many words, held with what follows it.
func duties(rows, words int) document.Table {
	table := document.Table{KeepWithNext: true, Columns: []document.Column{
		{Title: "Tavoite", Width: 50, Least: 50}, {Title: "Toimenpide", Width: 120},
	}}
	for range rows {
		table.Rows = append(table.Rows, document.Row{Cells: []document.Cell{
			{Entries: []document.Entry{{{Text: document.Plain("Rivi"), Style: document.SmallBold}}}},
			{Entries: []document.Entry{{{Text: document.Plain(strings.Repeat("toimenpide ", words)), Style: document.Small}}}},
		}})
	}
	return table
}

func TestTheLastRowOfATableStaysWithWhatItIsHeldWith(t *testing.T) {
	for above := range 40 {
		above := document.Paragraph{Text: document.Plain("Otsake" + strings.Repeat("\n", above))}
		laid := lay(t, faces(t), documentOf(above, duties(5, 60), document.Keep{Blocks: []document.Block{
			document.Space{Height: 22}, document.Paragraph{Text: document.Plain("Allekirjoitus")},
		}}))
		last := laid.Words(&laid.Pages[len(laid.Pages)-1])
		if !strings.Contains(last, "Allekirjoitus") || !strings.Contains(last, "Rivi") {
			t.Errorf("%d lines above: the last page says %q", len(above.Text.String()), last)
		}
	}
}

// Wherever a table ends, its last row has the one before it on its page.
func TestTheLastRowOfATableNeverStandsAlone(t *testing.T) {
	for above := range 40 {
		table := duties(9, 60)
		table.KeepWithNext = false
		laid := lay(t, faces(t), documentOf(document.Paragraph{Text: document.Plain("Otsake" + strings.Repeat("\n", above))}, table))
		if rows := strings.Count(laid.Words(&laid.Pages[len(laid.Pages)-1]), "Rivi"); rows == 1 {
			t.Errorf("%d lines above: one row stands on the last page", above)
		}
	}
}

func TestAColumnIsNotSetNarrowerThanItAsks(t *testing.T) {
	const millimetre = 72 / 25.4
	for words := 20; words < 60; words++ {
		laid := lay(t, faces(t), documentOf(duties(12, words)))
		for _, operation := range laid.Pages[0].Operations {
			text, is := operation.(layout.Text)
			if is && text.Source == "Toimenpide" && text.X < (20+50)*millimetre-0.01 {
				t.Errorf("beside %d words the first column is %.1f mm wide", words, text.X/millimetre-20)
			}
		}
	}
}

func TestTheHeadOfATableIsNeverTheLastOnAPage(t *testing.T) {
	for above := range 50 {
		table := duties(2, 30)
		table.KeepWithNext = false
		laid := lay(t, faces(t), documentOf(document.Paragraph{Text: document.Plain("Otsake" + strings.Repeat("\n", above))}, table))
		for _, page := range laid.Pages {
			words := laid.Words(&page)
			if strings.Contains(words, "Tavoite") && !strings.Contains(words, "Rivi") {
				t.Errorf("%d lines above: the head stands alone", above)
			}
		}
	}
}

func TestNeighbouringColumnsStandApart(t *testing.T) {
	table := duties(1, 60)
	table.Rows[0].Cells[1].Entries[0][0].Text = document.Plain(strings.Repeat("i ", 300)) // fills its lines
	table.Columns[1].Width = 60
	table.Columns = append(table.Columns, document.Column{Title: "Vuosi", Width: 60})
	table.Rows[0].Cells = append(table.Rows[0].Cells, table.Rows[0].Cells[1])
	right, left := 0.0, layout.PageWidth
	for _, operation := range lay(t, faces(t), documentOf(table)).Pages[0].Operations {
		text, is := operation.(layout.Text)
		switch {
		case !is || !strings.HasPrefix(text.Source, "i i"):
		case text.X < layout.PageWidth/2:
			right = max(right, text.X+text.Width)
		default:
			left = min(left, text.X)
		}
	}
	if right == 0 || left-right < 8 {
		t.Errorf("one column ends at %.1f, the next begins at %.1f", right, left)
	}
}
