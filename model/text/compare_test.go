package text_test

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"tavoitekartta/model/stopwatch"
	"tavoitekartta/model/text"
)

// marked writes runs as [-deleted-]{+added+}.
func marked(runs []text.Run) string {
	var b strings.Builder
	for _, r := range runs {
		switch r.Marking {
		case text.Deleted:
			b.WriteString("[-" + r.Text + "-]")
		case text.Added:
			b.WriteString("{+" + r.Text + "+}")
		default:
			b.WriteString(r.Text)
		}
	}
	return b.String()
}

func TestComparisonMarksTheWordsThatDiffer(t *testing.T) {
	cases := []struct{ name, before, after, want string }{
		{"nothing", "", "", ""},
		{"the same", "Kielikahvila joka viikko", "Kielikahvila joka viikko", "Kielikahvila joka viikko"},
		{"all new", "", "Uusi tavoite", "{+Uusi tavoite+}"},
		{"all gone", "Vanha tavoite", "", "[-Vanha tavoite-]"},
		{
			"one word for another",
			"Kaupungin henkilöstön monikulttuurisuusosaamisen lisääminen",
			"Kaupungin henkilöstön monikulttuurisuustaitojen lisääminen",
			"Kaupungin henkilöstön [-monikulttuurisuusosaamisen-]{+monikulttuurisuustaitojen+} lisääminen",
		},
		{
			"half a compound with its hyphen",
			"Tukihenkilötoiminnan koordinointi kaupungin alueella",
			"Tukihenkilö- ja vertaistukihenkilötoiminnan koordinointi kunnan alueella",
			"[-Tukihenkilötoiminnan-]{+Tukihenkilö- ja vertaistukihenkilötoiminnan+} koordinointi [-kaupungin-]{+kunnan+} alueella",
		},
		{"a compound is one word", "Järjestetään S2-opetusta.", "Järjestetään S2-koulutusta.", "Järjestetään [-S2-opetusta-]{+S2-koulutusta+}."},
		{"an ending after a colon", "Haetaan EU:n tukea", "Haetaan EU:lta tukea", "Haetaan [-EU:n-]{+EU:lta+} tukea"},
		{"punctuation alone", "Kotoutujat ja yhdistykset", "Kotoutujat ja yhdistykset.", "Kotoutujat ja yhdistykset{+.+}"},
		{"a word put in", "Utbildning för personal", "Utbildning för stadens personal", "Utbildning för {+stadens +}personal"},
		{"a word at the end", "Mentorer utbildas", "Mentorer utbildas årligen", "Mentorer utbildas{+ årligen+}"},
		{"a span of years", "Toteutetaan vuosina 2019–2020", "Toteutetaan vuosina 2021–2022", "Toteutetaan vuosina [-2019–2020-]{+2021–2022+}"},
		{
			"a filler between two changes is no island",
			"Lisätään maahanmuuttajien työllisyyttä ja ammatillista koulutusta kunnassa",
			"Lisätään maahanmuuttajien osallisuutta ja yhdenvertaista hyvinvointia kunnassa",
			"Lisätään maahanmuuttajien [-työllisyyttä ja ammatillista koulutusta-]{+osallisuutta ja yhdenvertaista hyvinvointia+} kunnassa",
		},
		{
			"hardly anything in common",
			"The city trains its staff in plain language and opens a desk",
			"Two mentors are hired for sports clubs and their juniors",
			"[-The city trains its staff in plain language and opens a desk-]{+Two mentors are hired for sports clubs and their juniors+}",
		},
		{"a text grown many times stays itself", "Koulutus", "Koulutus järjestetään vuosittain kaikille uusille työntekijöille", "Koulutus{+ järjestetään vuosittain kaikille uusille työntekijöille+}"},
		{"paragraphs stay apart", "Ensimmäinen.\nToinen asia tässä.", "Alku.\nToinen asia tässä.", "[-Ensimmäinen-]{+Alku+}.\nToinen asia tässä."},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := marked(text.Compare(c.before, c.after)); got != c.want {
				t.Errorf("compared:\n%s\nwant:\n%s", got, c.want)
			}
		})
	}
}

// wordy draws texts that share words, as two wordings of one thing do.
func wordy() *rapid.Generator[string] {
	piece := rapid.SampledFrom([]string{
		"koulutus", "för", "and", "S2-", "opetus", "EU:n", " ", " ", " ", "  ", "\n", ".", ",", "–", "2019", "a\u0301", "👩‍👩‍👧", "\u00AD", "\xff", "å",
	})
	return rapid.Map(rapid.SliceOfN(piece, 0, 40), func(pieces []string) string { return strings.Join(pieces, "") })
}

func TestRunsGiveBothTextsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		checkRuns(t, wordy().Draw(t, "before"), wordy().Draw(t, "after"))
	})
}

func FuzzCompare(f *testing.F) {
	f.Add("Tukihenkilötoiminta kaupungissa", "Tukihenkilö- ja ryhmätoiminta kunnassa")
	f.Add("a \xff b", "a  b")
	f.Add("\u3000x\r\n", " x")
	f.Fuzz(func(t *testing.T, before, after string) { checkRuns(t, before, after) })
}

// checkRuns holds what [text.Compare] and [text.Side] promise.
func checkRuns(t interface{ Fatalf(string, ...any) }, before, after string) {
	runs := text.Compare(before, after)
	var was, is string
	for i, r := range runs {
		if r.Text == "" || i > 0 && runs[i-1].Marking == r.Marking {
			t.Fatalf("run %d of %q is empty or goes on the one before it", i, marked(runs))
		}
		if r.Marking != text.Added {
			was += r.Text
		}
		if r.Marking != text.Deleted {
			is += r.Text
		}
	}
	if was != before || is != after {
		t.Fatalf("runs give %q and %q, of %q and %q", was, is, before, after)
	}
	for marking, whole := range map[text.Marking]string{text.Deleted: before, text.Added: after} {
		side, spans := text.Side(runs, marking)
		if side != whole {
			t.Fatalf("side %d is %q, want %q", marking, side, whole)
		}
		end := 0
		for _, s := range spans {
			if s.Start < end || s.End <= s.Start || s.End > len(side) {
				t.Fatalf("span %v of %q after %d", s, side, end)
			}
			if ink := side[s.Start:s.End]; strings.TrimSpace(ink) != ink {
				t.Fatalf("span %q is marked with its spaces", ink)
			}
			end = s.End
		}
	}
	if before == after && len(runs) > 1 {
		t.Fatalf("a text differs from itself: %s", marked(runs))
	}
}

func TestTheLongestTextsAreComparedWithoutAPause(t *testing.T) {
	long := func(words ...string) string {
		return strings.Repeat(strings.Join(words, " ")+" ", 20000/len(strings.Join(words, " ")))
	}
	before := long("kotoutumista", "edistetään", "kaikissa", "palveluissa", "ja", "yhdessä")
	after := long("integration", "främjas", "i", "all", "service", "och", "tillsammans")
	if took := stopwatch.Quickest(func() { text.Compare(before, after) }); took > 500*time.Millisecond {
		t.Errorf("two texts of 20,000 characters took %v", took)
	}
}

func BenchmarkCompareTitles(b *testing.B) {
	for b.Loop() {
		text.Compare("Tukihenkilötoiminnan koordinointi kaupungin alueella", "Tukihenkilö- ja vertaistukihenkilötoiminnan koordinointi kunnan alueella")
	}
}
