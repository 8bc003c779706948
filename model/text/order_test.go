package text

import (
	"slices"
	"strings"
	"testing"
)

func TestNamesStandInTheOrderOfTheirLanguage(t *testing.T) {
	for _, c := range []struct{ language, order string }{
		{"fi", "4H|a b|a-b|ab|abc|Arbis|ecole|École|ekonomi|Müller|mynta|Vaasa|Väestöliitto|Wasa|zonta|Åbo Akademi|Äiti ry|Öja"},
		{"sv", "Vasa|VASA stad|Wasa|Zonta|Å-center|Ärende|Ødegård|Ödla"},
		{"en", "Abo|Åbo|Äiti|Azur|Öja|Oulu|Zonta"},
	} {
		want := strings.Split(c.order, "|")
		got := slices.Clone(want)
		slices.Reverse(got)
		slices.SortFunc(got, Order(c.language))
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", c.language, got, want)
		}
	}
}

func TestCaseMakesNoDifferenceToTheOrder(t *testing.T) {
	if Order("fi")("ÄITI", "äiti") != 0 {
		t.Error("ÄITI and äiti have different places")
	}
}
