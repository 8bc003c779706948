package reports_test

import (
	"strings"
	"testing"

	"tavoitekartta/assets"
	"tavoitekartta/model"
	"tavoitekartta/reports"
	"tavoitekartta/reports/document"
	"tavoitekartta/reports/layout"
	"tavoitekartta/reports/programme"
)

// Whatever a programme and its municipality are called, it stands on the first
// page, whole and over nothing else.
func TestTheFirstPageHoldsTitlesAndNamesOfAnyLength(t *testing.T) {
	faces, err := layout.ParseFaces(assets.FontRegular(), assets.FontBold())
	if err != nil {
		t.Fatal(err)
	}
	sentence := strings.Repeat("Kuudenkymmenen kokonaisuuden ohjelma ", 140)
	titles := map[string]string{
		"a word of 300 letters": word("Ohjelma"), "40 words": strings.TrimSpace(strings.Repeat("kotoutumisohjelma ", 40)),
		"a word of 2,000 letters": strings.Repeat("kotouttamis", 182)[:2000], "2,000 characters": sentence[:2000], "5,000 characters": sentence[:5000],
	}
	municipalities := []string{strings.Repeat("Pitkänniemenkunta", 8)[:120], strings.TrimSpace(strings.Repeat("Ylä-Kunta ja ", 10))}
	for name, title := range titles {
		for _, municipality := range municipalities {
			for _, kind := range reports.Kinds() {
				p := extremes(t)["thirty years"]
				p.State = model.Approved
				p.Title = model.Text{Fi: title, Sv: title}
				p.Owners[0].Name = model.Text{Fi: municipality, Sv: municipality}
				p.Subtitle = model.Text{Fi: title[:len(title)/3]}
				t.Run(name+" "+kind, func(t *testing.T) {
					laidOut(t, p, programme.Options{
						Kind: programme.Kind(kind), Languages: []model.Language{model.Finnish, model.Swedish}, Today: today, Names: names,
					}, faces)
				})
			}
		}
	}
}

// mostColumns is how many columns of 7 mm stand beside each other on a page.
const mostColumns = 24

// No kind of report makes a table that is wider than a page can be, however many
// years, bodies and indicators a programme has, and each row has all its cells.
func TestTablesAreAsWideAsAPageAndTheirRowsAreWhole(t *testing.T) {
	check := func(t *testing.T, table document.Table) {
		if len(table.Columns) > mostColumns/2 {
			t.Errorf("a table of %d columns", len(table.Columns))
		}
		for _, row := range table.Rows {
			if len(row.Cells) != len(table.Columns) {
				t.Errorf("a row of %d cells in a table of %d columns", len(row.Cells), len(table.Columns))
			}
		}
	}
	for name, p := range extremes(t) {
		p.State = model.Approved
		for _, kind := range reports.Kinds() {
			t.Run(name+" "+kind, func(t *testing.T) {
				doc, err := programme.Document(&p, programme.Options{
					Kind: programme.Kind(kind), Languages: editions[3], Today: today, Names: names, Choice: programme.Choice{EmptyLines: true},
				})
				if err != nil {
					t.Fatal(err)
				}
				for _, part := range doc.Parts {
					for _, table := range tablesOf(part.Blocks) {
						check(t, table)
					}
				}
			})
		}
	}
}

// tablesOf are the tables among blocks, with those kept together.
func tablesOf(blocks []document.Block) []document.Table {
	var tables []document.Table
	for _, block := range blocks {
		switch b := block.(type) {
		case document.Table:
			tables = append(tables, b)
		case document.Keep:
			tables = append(tables, tablesOf(b.Blocks)...)
		case document.FormGroup:
			tables = append(tables, tablesOf(b.Blocks)...)
		}
	}
	return tables
}
