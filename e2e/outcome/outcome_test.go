package outcome_test

import (
	"slices"
	"testing"

	"tavoitekartta/e2e/outcome"
)

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
