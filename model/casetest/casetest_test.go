package casetest_test

import (
	"slices"
	"testing"

	"tavoitekartta/model/casetest"
)

func TestTheCaseHoldsWhatItCounts(t *testing.T) {
	c, err := casetest.Vaasa2019()
	if err != nil {
		t.Fatal(err)
	}
	got := casetest.Counts{Sections: len(c.Sections)}
	for _, section := range c.Sections {
		for _, goal := range section.Goals {
			got.Goals++
			got.Indicators += len(goal.Indicators)
			for _, measure := range goal.Measures {
				got.Measures++
				if len(measure.Years) == 0 && !measure.Ongoing {
					got.MeasuresWithoutOwnDate++
				}
			}
		}
	}
	if got != c.Counts {
		t.Errorf("got %+v, want %+v", got, c.Counts)
	}
	if texts := c.Texts(); !slices.Contains(texts, "2 tasapainoinfoa / v") || !slices.Contains(texts, "2019") {
		t.Error("the case's texts lack an indicator or a year")
	}
}
