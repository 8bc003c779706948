package reports_test

import (
	"testing"

	"tavoitekartta/model"
	"tavoitekartta/reports/layout"
)

// The goals of Vaasa 2019–2022 have long titles: a first column that leaves them
// six narrow lines is too narrow, however low that makes the rows.
func TestTitlesOfGoalsStandInFewLines(t *testing.T) {
	const most = 5
	p := exampleOf(t, "vaasa-2019-2022")
	laid := pages(t, p, options(model.Finnish))
	titles := 0
	for _, page := range laid.Pages {
		lines := map[int]map[float64]bool{}
		for _, operation := range page.Operations {
			text, is := operation.(layout.Text)
			if !is || text.Element < 0 || !text.Bold {
				continue
			}
			cell := laid.Elements[text.Element].Parent
			if !laid.Elements[cell].RowHeading || laid.Elements[cell].Subject == "" && laid.Elements[laid.Elements[cell].Parent].Subject == "" {
				continue
			}
			if lines[text.Element] == nil {
				lines[text.Element] = map[float64]bool{}
				titles++
			}
			if lines[text.Element][text.Y] = true; len(lines[text.Element]) > most {
				t.Errorf("page %d: a title of a goal stands in more than %d lines, the last %q", page.Number, most, text.String)
			}
		}
	}
	if titles < 27 {
		t.Errorf("only %d titles found", titles)
	}
}
