package outcome_test

import (
	"slices"
	"testing"

	"tavoitekartta/e2e/outcome"
)

func TestTheCaseHoldsWhatItCounts(t *testing.T) {
	c, err := outcome.Vaasa2019()
	if err != nil {
		t.Fatal(err)
	}
	got := outcome.Counts{Sections: len(c.Sections)}
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

func TestBrokenLinesDoNotHideAText(t *testing.T) {
	paper := "Työllistä-\nmisen edistä\u00ad\nminen\n2 tasapainoinfoa\u00a0/\u00a0v"
	missing := outcome.Missing(paper, []string{"Työllistämisen edistäminen", "2 tasapainoinfoa / v", "Työllistymisen edistäminen"})
	if want := []string{"Työllistymisen edistäminen"}; !slices.Equal(missing, want) {
		t.Errorf("got %q, want %q", missing, want)
	}
}

func TestTheLastWordIsTheID(t *testing.T) {
	for answer, want := range map[string]string{"Ladattu: Vaasa 7f3a\n": "7f3a", "\n": ""} {
		if got := outcome.LastWord(answer); got != want {
			t.Errorf("%q: got %q, want %q", answer, got, want)
		}
	}
}
