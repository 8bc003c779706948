package reports

import "testing"

func TestWhatStandsAroundASignIsCutBetweenWords(t *testing.T) {
	for _, c := range []struct{ before, after, want string }{
		{"Lyhyt ", " teksti", "Lyhyt # teksti"},
		{"Kaupunginhallitus esittää, että ohjelma hyväksytään ", ".", "…hyväksytään #."},
		{"", " kunnan palveluissa ja yhdistyksissä", "# kunnan palveluissa…"},
		{"kotouttamistoimenpideohjelma", "", "…mistoimenpideohjelma#"},
		{"toinen rivi\nsama ", "\nseuraava", "sama #"},
	} {
		if got := around(c.before+"#"+c.after, len(c.before), len(c.before)+1); got != c.want {
			t.Errorf("around in %q: %q, want %q", c.before+"#"+c.after, got, c.want)
		}
	}
}
