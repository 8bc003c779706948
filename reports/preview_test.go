package reports_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"tavoitekartta/model"
	"tavoitekartta/reports"
)

func TestEveryGoalIsFoundOnItsPage(t *testing.T) {
	p := vaasa(t)
	laid, painter, err := reports.Preview(context.Background(), p, options(model.Finnish))
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]bool{}
	for i := range laid.Pages {
		page := &laid.Pages[i]
		for _, area := range laid.Areas(page) {
			found[area.Subject] = true
			if area.X < 0 || area.Y < 0 || area.Width <= 0 || area.Height <= 0 || area.Y+area.Height > 842 {
				t.Errorf("page %d: %+v", page.Number, area)
			}
			if goal, _ := p.Goal(model.EntityID(area.Subject)); goal != nil {
				title := strings.Fields(goal.Title.Fi)[0]
				if !strings.Contains(strings.ReplaceAll(laid.Words(page), "\u00AD", ""), title) {
					t.Errorf("page %d is said to speak of %q", page.Number, goal.Title.Fi)
				}
			}
		}
	}
	for goal := range p.AllGoals() {
		if !found[string(goal.ID)] {
			t.Errorf("no page speaks of %q", goal.Title.Fi)
		}
	}
	for _, s := range p.Sections {
		if !found[string(s.ID)] {
			t.Errorf("no page speaks of the section %q", s.Title.Fi)
		}
	}
	if painter.Paint(&laid.Pages[0], 100).Bounds().Dx() != 100 {
		t.Error("the painter paints no pages")
	}
}

func TestThePreviewHasThePrintedPages(t *testing.T) {
	p := vaasa(t)
	laid, _, err := reports.Preview(context.Background(), p, options(model.Finnish, model.Swedish))
	if err != nil {
		t.Fatal(err)
	}
	printed := pages(t, p, options(model.Finnish, model.Swedish))
	if len(laid.Pages) != len(printed.Pages) {
		t.Fatalf("%d pages, printed %d", len(laid.Pages), len(printed.Pages))
	}
	for i := range laid.Pages {
		if !slices.Equal(laid.Pages[i].Operations[:1], printed.Pages[i].Operations[:1]) || laid.Words(&laid.Pages[i]) != printed.Words(&printed.Pages[i]) {
			t.Errorf("page %d differs from the printed one", i+1)
		}
	}
}
