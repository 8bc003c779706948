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

// Parts of the easy-to-read edition follow each other on a page, so that none but
// the last stands half empty.
func TestPagesOfTheEasyEditionAreFilled(t *testing.T) {
	p := exampleOf(t, "vaasa-2019-2022")
	p.State = model.Approved // a draft ends with a list for its writers
	for _, language := range []model.Language{model.Finnish, model.Swedish} {
		o := options(language)
		o.Kind = "plain"
		laid := pages(t, p, o)
		for _, page := range laid.Pages[1 : len(laid.Pages)-1] {
			lowest := 0.0
			for _, operation := range page.Operations {
				if text, is := operation.(layout.Text); is && text.Element >= 0 {
					lowest = max(lowest, text.Y)
				}
			}
			if lowest < layout.PageHeight*0.5 {
				t.Errorf("%s: page %d ends at %.0f of %.0f", language, page.Number, lowest, layout.PageHeight)
			}
		}
	}
}
