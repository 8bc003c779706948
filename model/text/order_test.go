package text

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
	"pgregory.net/rapid"
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

// TestTheOrderOfNamesIsUnicodes holds the order against Unicode's own tables, on
// names of letters, digits and spaces.
func TestTheOrderOfNamesIsUnicodes(t *testing.T) {
	for _, tag := range []string{"fi", "sv", "en"} {
		judge := collate.New(language.Make(tag), collate.IgnoreCase)
		order := Order(tag)
		rapid.Check(t, func(t *rapid.T) {
			name := rapid.StringOfN(rapid.SampledFrom([]rune("aàbceéVwxyzåäöÅÄÖüøæ 019")), 1, 6, -1)
			a, b := name.Draw(t, "a"), name.Draw(t, "b")
			if want, got := judge.CompareString(a, b), order(a, b); want != got {
				t.Errorf("%s: %q and %q: %d, want %d", tag, a, b, got, want)
			}
		})
	}
}
