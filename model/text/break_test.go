package text

import (
	"math"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
	"pgregory.net/rapid"

	"tavoitekartta/model/stopwatch"
)

// cells measures one unit a rune, as a typewriter does; combining marks and
// joiners take no room.
func cells(text string) float64 {
	width := 0
	for _, sign := range text {
		if !unicode.In(sign, unicode.Mn, unicode.Me, unicode.Cf) {
			width++
		}
	}
	return float64(width)
}

func drawnLines(lines []Line) []string {
	var texts []string
	for _, line := range lines {
		texts = append(texts, line.Text)
	}
	return texts
}

func TestParagraphsBreakWhereAReaderExpects(t *testing.T) {
	tests := []struct {
		name      string
		paragraph string
		width     float64
		options   Options
		want      []string
	}{
		{"empty", "", 10, Options{}, nil},
		{"fits", "Asumisneuvonta", 14, Options{}, []string{"Asumisneuvonta"}},
		{"spaces at the ends are not drawn", "  Perhekoulu  ", 20, Options{}, []string{"Perhekoulu"}},
		{"only spaces", "   ", 20, Options{}, []string{""}},
		{"newlines are forced", "yksi\n\nkaksi\r\nkolme\n", 20, Options{}, []string{"yksi", "", "kaksi", "kolme"}},
		{"compound boundary", "Kotoutumisen kokemusasiantuntijatoiminta", 24, Options{Language: "fi"},
			[]string{"Kotoutumisen kokemus-", "asiantuntijatoiminta"}},
		{"all boundaries of a compound wider than the line", "Kotoutumisen kokemusasiantuntijatoiminnan koordinointi", 17,
			Options{Language: "fi", KeepWords: true}, []string{"Kotoutumisen", "kokemus-", "asiantuntija-", "toiminnan", "koordinointi"}},
		{"boundaries before syllables in prose", "Kotoutumisen kokemusasiantuntijatoiminnan koordinointi", 30, Options{Language: "fi"},
			[]string{"Kotoutumisen kokemus-", "asiantuntijatoiminnan", "koordinointi"}},
		{"a count with a part of what is counted", "1 tasapainovalmennus / v", 18, Options{Language: "fi", KeepWords: true},
			[]string{"1 tasapaino-", "valmennus / v"}},
		{"a hyphen of the word's own is not doubled", "Kerran vuodessa Webropol-kyselyn tulokset", 26, Options{Language: "fi"},
			[]string{"Kerran vuodessa Webropol-", "kyselyn tulokset"}},
		{"suspended hyphens stay", "liikunta-, taideopetus- ja", 12, Options{Language: "fi"},
			[]string{"liikunta-,", "taideopetus-", "ja"}},
		{"after a slash", "Kiinteistötoimi/asumispalvelut", 20, Options{Language: "fi"},
			[]string{"Kiinteistötoimi/", "asumispalvelut"}},
		{"never before a slash", "Kiinteistötoimi / asumispalvelut", 17, Options{Language: "fi"},
			[]string{"Kiinteistötoimi /", "asumispalvelut"}},
		{"soft hyphens", "tieto\u00ADmallin", 8, Options{Language: "fi"}, []string{"tieto-", "mallin"}},
		{"soft hyphens are not drawn", "tieto\u00ADmallin", 30, Options{Language: "fi"}, []string{"tietomallin"}},
		{"no language, no hyphens but by force", "kotoutuminen", 8, Options{}, []string{"kotoutum", "inen"}},
		{"words kept whole", "Asetettujen tavoitteiden toteutuminen", 16, Options{Language: "fi", KeepWords: true},
			[]string{"Asetettujen", "tavoitteiden", "toteutuminen"}},
		{"a wide word is divided all the same", "uusi kokemusasiantuntijatoiminta", 20, Options{Language: "fi", KeepWords: true},
			[]string{"uusi kokemus-", "asiantuntijatoiminta"}},
		{"greedy", "aaa bb cc ddddd", 6, Options{Fit: Greedy}, []string{"aaa bb", "cc", "ddddd"}},
		{"even", "aaa bb cc ddddd", 6, Options{}, []string{"aaa", "bb cc", "ddddd"}},
		{"addresses take no hyphens", "vaasa.fi/kotouttamisohjelma", 20, Options{Language: "fi"},
			[]string{"vaasa.fi/", "kotouttamisohjelma"}},
		{"Swedish", "integrationsprogrammet godkänns", 14, Options{Language: "sv"},
			[]string{"integrations-", "programmet", "godkänns"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := drawnLines(Break(test.paragraph, test.width, cells, test.options))
			if !slices.Equal(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// What belongs together stays on one line wherever the paragraph breaks.
func TestWhatBelongsTogetherIsNeverParted(t *testing.T) {
	for _, together := range []string{
		"2019–2022", "2019-2022", "2019 – 2022", "5 %", "80 %:iin", "§ 12", "12 §", "/ v", "1 234 567", "klo 14.32", "kl. 14.32",
		"LY-verkosto", "S2-opetus", "EU-maa", "1/2019", "24. joulukuuta", "10 000 €", "n. 50", "s. 12", "5\u00a0kertaa", "a\u00a0b\u00a0c",
	} {
		paragraph := "Mittarina on " + together + " ja muuta"
		for width := cells(together) + 1; width < 40; width++ {
			for _, fit := range []Fit{Even, Greedy} {
				lines := Break(paragraph, width, cells, Options{Language: "fi", Fit: fit, KeepWords: true})
				if !slices.ContainsFunc(lines, func(line Line) bool { return strings.Contains(line.Text, together) }) {
					t.Errorf("%q at width %v is parted: %q", together, width, drawnLines(lines))
				}
			}
		}
	}
}

// The form of an association stays with its name, whose letters may be divided.
func TestNoLineBeginsWithAnAssociationFormOrAUnit(t *testing.T) {
	const paragraph = "Pohjanmaan Yhdistykset ry, Ehjä ry ja Folkhälsan rf:s samt Mallikoti Oy 5 koulutuskertaa / v sekä 3 työryhmää"
	for width := 14.0; width < 60; width++ {
		for _, line := range Break(paragraph, width, cells, Options{Language: "fi"}) {
			for _, forbidden := range []string{"ry", "rf:s", "Oy", "/", "v "} {
				if strings.HasPrefix(line.Text+" ", forbidden+" ") || strings.HasPrefix(line.Text, "ry,") {
					t.Errorf("width %v: a line begins %q", width, line.Text)
				}
			}
			if strings.HasSuffix(line.Text, " 5") || strings.HasSuffix(line.Text, " 3") {
				t.Errorf("width %v: a line ends %q", width, line.Text)
			}
		}
	}
}

func TestStrangeWidthsAndMeasuresEnd(t *testing.T) {
	const paragraph = "Kotoutumisen koordinointi 5 % 👩‍👩‍👧‍👦 e\u0301e\u0301 שלום עולם\nx"
	measures := map[string]func(string) float64{
		"cells":     cells,
		"zero":      func(string) float64 { return 0 },
		"NaN":       func(string) float64 { return math.NaN() },
		"negative":  func(string) float64 { return -3 },
		"infinite":  func(string) float64 { return math.Inf(1) },
		"shrinking": func(text string) float64 { return 1 / cells(text+".") },
	}
	for name, measure := range measures {
		for _, width := range []float64{0, -1, math.NaN(), math.Inf(1), math.Inf(-1), math.MaxFloat64, math.SmallestNonzeroFloat64, 1} {
			for _, fit := range []Fit{Even, Greedy} {
				lines := Break(paragraph, width, measure, Options{Language: "fi", Fit: fit})
				checkSpans(t, paragraph, lines)
				if len(lines) < 2 {
					t.Errorf("%s, width %v: the newline is lost", name, width)
				}
			}
		}
	}
}

func TestWidthZeroGivesOneClusterALine(t *testing.T) {
	lines := Break("e\u0301👩‍👩‍👧x", 0, cells, Options{})
	if want := []string{"e\u0301", "👩‍👩‍👧", "x"}; !slices.Equal(drawnLines(lines), want) {
		t.Errorf("got %q, want %q", drawnLines(lines), want)
	}
}

// checkSpans checks what holds for every broken paragraph: the spans join to
// the source and begin at cluster boundaries.
func checkSpans(t interface{ Fatalf(string, ...any) }, paragraph string, lines []Line) {
	boundaries := map[int]bool{0: true, len(paragraph): true}
	for offset, state, rest := 0, -1, paragraph; rest != ""; {
		var cluster string
		cluster, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		offset += len(cluster)
		boundaries[offset] = true
	}
	end := 0
	for _, line := range lines {
		if line.Start != end || line.End <= line.Start {
			t.Fatalf("span %d–%d follows %d in %q", line.Start, line.End, end, paragraph)
		}
		if !boundaries[line.End] {
			t.Fatalf("%q is broken inside a cluster at %d", paragraph, line.End)
		}
		if strings.ContainsAny(line.Text, "\n\r\u00AD") || strings.HasSuffix(line.Text, " ") {
			t.Fatalf("%q is not as drawn", line.Text)
		}
		end = line.End
	}
	if end != len(paragraph) {
		t.Fatalf("the spans end at %d of %d in %q", end, len(paragraph), paragraph)
	}
}

// paragraphs draws text of the kinds that people type and paste.
func paragraphs() *rapid.Generator[string] {
	pieces := []string{
		" ", "  ", "\t", "\n", "\r\n", "\u00A0", "\u202F", "\u00AD", "\u200B", "\u2060", "-", "–", "/", ".", ",", "5", "2019", "%", "§", "ry", "v",
		"kokemusasiantuntijatoiminta", "Webropol-kysely", "LY-verkosto", "kulttuuripalveluiden", "ja", "tukeminen", "a", "Ö",
		"👩‍👩‍👧‍👦", "🇫🇮", "e\u0301", "שלום", "مرحبا", "\u0301", "한국", "\xff", "👍🏽", "1\u20e3",
	}
	return rapid.Map(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 40), func(drawn []string) string {
		return strings.Join(drawn, "")
	})
}

func TestNoLineIsWiderThanItMustBe(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		paragraph := paragraphs().Draw(t, "paragraph")
		width := rapid.Float64Range(0, 60).Draw(t, "width")
		options := Options{
			Language:  rapid.SampledFrom([]string{"fi", "sv", "en", ""}).Draw(t, "language"),
			Fit:       rapid.SampledFrom([]Fit{Even, Greedy}).Draw(t, "fit"),
			KeepWords: rapid.Bool().Draw(t, "keep words"),
		}
		lines := Break(paragraph, width, cells, options)
		checkSpans(t, paragraph, lines)
		for _, line := range lines {
			if got := cells(line.Text); got != line.Width {
				t.Fatalf("%q is %v wide, not %v", line.Text, got, line.Width)
			}
			single := uniseg.GraphemeClusterCount(line.Text) <= 1 || strings.ContainsAny(line.Text, "\u00A0\u202F\u2060")
			if line.Width > width+1e-6 && !single {
				t.Fatalf("%q is wider than %v", line.Text, width)
			}
			if line.Hyphenated != (strings.HasSuffix(line.Text, "-") && !strings.HasSuffix(strings.TrimSpace(drawn(paragraph[line.Start:line.End])), "-")) {
				t.Fatalf("%q of %q: hyphenated %v", line.Text, paragraph[line.Start:line.End], line.Hyphenated)
			}
		}
	})
}

func TestNoBreakSpacesAreBrokenOnlyWhereTheLineIsFull(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		paragraph := paragraphs().Draw(t, "paragraph")
		width := rapid.Float64Range(0, 30).Draw(t, "width")
		lines := Break(paragraph, width, cells, Options{Language: "fi"})
		for _, line := range lines[:max(len(lines)-1, 0)] {
			source := paragraph[line.Start:line.End]
			last, _ := utf8.DecodeLastRuneInString(source)
			next, _ := utf8.DecodeRuneInString(paragraph[line.End:])
			held := last == '\u00A0' || next == '\u00A0' && !isBreakingSpace(string(last)) && !isNewline(string(last))
			following := paragraph[line.End:nextCluster(paragraph, line.End)]
			if held && cells(line.Text+following) <= width {
				t.Fatalf("broken at a no-break space after %q", source)
			}
		}
	})
}

// Text pasted from word processors is indented with such spaces.
func TestARowOfNoBreakSpacesStaysWithinItsWidth(t *testing.T) {
	for _, paragraph := range []string{strings.Repeat("\u00A0", 100) + "sana", strings.Repeat("a\u00A0", 60), strings.Repeat("\u202F", 70)} {
		for _, line := range Break(paragraph, 20, cells, Options{Language: "fi"}) {
			if line.Width > 20 {
				t.Errorf("%q is %v wide", line.Text, line.Width)
			}
		}
	}
}

func TestEvenLinesAreNoRaggederThanGreedyOnes(t *testing.T) {
	const paragraph = "Kerran vuodessa toteutettavan kyselyn tulokset kootaan ja niistä keskustellaan neuvostossa ennen kuin uusi kierros alkaa kaikkien toimialojen kanssa"
	rag := func(lines []Line, width float64) float64 {
		sum := 0.0
		for _, line := range lines[:len(lines)-1] {
			sum += (width - line.Width) * (width - line.Width)
		}
		return sum
	}
	better := 0
	for width := 24.0; width < 60; width++ {
		even := Break(paragraph, width, cells, Options{KeepWords: true})
		greedy := Break(paragraph, width, cells, Options{KeepWords: true, Fit: Greedy})
		if len(even) > len(greedy) {
			continue
		}
		if rag(even, width) > rag(greedy, width) && cells(greedy[len(greedy)-1].Text) >= shortLast*width {
			t.Errorf("width %v: even lines %q are raggeder than %q", width, drawnLines(even), drawnLines(greedy))
		}
		if rag(even, width) < rag(greedy, width) {
			better++
		}
	}
	if better == 0 {
		t.Error("the even fit is never better than the greedy one")
	}
}

// Over all widths of a column, what a reader stumbles over stays rare. Each
// bound lies between what the penalties give and what comes without them.
func TestReadersStumbleRarely(t *testing.T) {
	const sentences = "Kotouttamisohjelman tavoitteena on vahvistaa maahanmuuttajien osallisuutta, edistää työllistymistä ja kehittää palveluita " +
		"yhdessä yhdistysten, oppilaitosten ja työnantajien kanssa. Toteutumista seurataan vuosittain, vaikuttavuutta arvioidaan ja jatkotoimista " +
		"sovitaan maahanmuuttajaneuvostossa."
	var ladders, loose, shortEnds, splitEnds int
	for _, paragraph := range []string{sentences, sentences + " Uusi kierros alkaa, kun se on sovittu yhdessä ja sopii jo."} {
		for width := 16.0; width < 70; width++ {
			lines := Break(paragraph, width, cells, Options{Language: "fi"})
			last := len(lines) - 1
			for index, line := range lines[:last] {
				if index > 0 && line.Hyphenated && lines[index-1].Hyphenated {
					ladders++
				}
				if line.Width < 0.7*width {
					loose++
				}
			}
			if lines[last].Width < shortLast*width {
				shortEnds++
			}
			if lines[last-1].Hyphenated && !strings.Contains(lines[last].Text, " ") {
				splitEnds++
			}
		}
	}
	if ladders > 15 || loose > 100 || shortEnds > 0 || splitEnds > 13 {
		t.Errorf("%d ladders of hyphens, %d loose lines, %d short last lines, %d last lines that end a divided word",
			ladders, loose, shortEnds, splitEnds)
	}
}

func TestAWidthThatIsNoNumberBreaksAtNewlinesAlone(t *testing.T) {
	for _, width := range []float64{math.NaN(), math.Inf(1)} {
		got := drawnLines(Break("Perusopetuksen ja toisen asteen\nkoulutus", width, cells, Options{Language: "fi"}))
		if want := []string{"Perusopetuksen ja toisen asteen", "koulutus"}; !slices.Equal(got, want) {
			t.Errorf("width %v gives %q", width, got)
		}
	}
}

// Kerning makes a line wider than the sum of its words; the lines fit all the
// same.
func TestLinesFitInAMeasureWithKerning(t *testing.T) {
	kerned := func(text string) float64 {
		return cells(text) + 0.3*float64(strings.Count(text, " ")*strings.Count(text, "a"))
	}
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.StringMatching(`[ac-m]{1,9}`), 1, 30).Draw(t, "words")
		width := rapid.Float64Range(9, 40).Draw(t, "width")
		for _, line := range Break(strings.Join(words, " "), width, kerned, Options{}) {
			if line.Width > width+1e-6 && strings.Contains(line.Text, " ") {
				t.Fatalf("%q is %v wide in %v", line.Text, line.Width, width)
			}
		}
	})
}

func TestEachWordIsMeasuredOnce(t *testing.T) {
	calls := map[string]int{}
	paragraph := strings.Repeat("Kerran vuodessa toteutettavan Webropol-kyselyn tulokset. ", 50)
	Break(paragraph, 60, func(text string) float64 { calls[text]++; return cells(text) }, Options{Language: "fi"})
	for text, count := range calls {
		if count > 1 {
			t.Errorf("%q is measured %d times", text, count)
		}
	}
	if len(calls) > 120 {
		t.Errorf("%d strings are measured for 50 sentences of 5 words", len(calls))
	}
}

func TestLongTextBreaksInLinearTime(t *testing.T) {
	measured := func(paragraph string, width float64) time.Duration {
		return stopwatch.Work(func() {
			checkSpans(t, paragraph, Break(paragraph, width, cells, Options{Language: "fi"}))
		})
	}
	for name, paragraph := range map[string]string{
		"words":    strings.Repeat("kotoutumisen koordinointi ", 8000),
		"one word": strings.Repeat("kokemusasiantuntija", 8000),
		"newlines": strings.Repeat("\n", 100_000),
		"emoji":    strings.Repeat("👩‍👩‍👧‍👦", 4000),
		"nbsp":     strings.Repeat("a\u00A0", 40_000),
	} {
		for _, width := range []float64{0, 7, 60, 100_000} {
			if took := measured(paragraph, width); took > 5*time.Second {
				t.Errorf("%s at width %v took %v", name, width, took)
			}
		}
	}
}

func FuzzBreak(f *testing.F) {
	f.Add("Kotoutumisen kokemusasiantuntijatoiminta 5 % / v", 12.0, "fi", false)
	f.Add("e\u0301\u00A0👩‍👩‍👧\r\n\u00AD-\u200B", 0.0, "sv", true)
	f.Add("\xff\xfe--//––", math.NaN(), "en", false)
	f.Fuzz(func(t *testing.T, paragraph string, width float64, language string, greedy bool) {
		options := Options{Language: language}
		if greedy {
			options.Fit = Greedy
		}
		checkSpans(t, paragraph, Break(paragraph, width, cells, options))
	})
}

func BenchmarkBreak(b *testing.B) {
	sentence := "Perusopetuksen ja toisen asteen koulutuksen nivelvaiheen yksilöllinen tukeminen 2019–2022, 5 koulutuskertaa / v, Ehjä ry ja LY-verkosto. "
	for name, options := range map[string]Options{"even": {Language: "fi"}, "greedy": {Language: "fi", Fit: Greedy}} {
		for label, repeats := range map[string]int{"cell": 1, "page": 25, "book": 2500} {
			paragraph := strings.Repeat(sentence, repeats)
			b.Run(name+"/"+label, func(b *testing.B) {
				b.SetBytes(int64(len(paragraph)))
				for b.Loop() {
					Break(paragraph, 40, cells, options)
				}
			})
		}
	}
}
