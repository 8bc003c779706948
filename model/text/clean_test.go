package text

import (
	"reflect"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

func TestTypedTextIsCleaned(t *testing.T) {
	for typed, want := range map[string]string{
		"":                          "",
		" Perhekoulu \n":            "Perhekoulu",
		"a\u0308iti":                "äiti",
		"yksi\r\nkaksi\rkolme\vx":   "yksi\nkaksi\nkolme\nx",
		"yksi  \t\nkaksi":           "yksi\nkaksi",
		"a\tb":                      "a b",
		"a\x00b\x1b[31m\x7f\u0085":  "ab[31m",
		"abc\u202Edef\u2066g\u2069": "abcdefg",
		"\uFEFFalku":                "alku",
		"rikki\xff":                 "rikki\uFFFD",
		"tieto\u00ADmalli 5\u00A0%": "tieto\u00ADmalli 5\u00A0%",
		"👩‍👩‍👧‍👦 שלום\u200F!": "👩‍👩‍👧‍👦 שלום\u200F!",
	} {
		if got := Clean(typed); got != want {
			t.Errorf("%q is cleaned to %q, want %q", typed, got, want)
		}
	}
}

func checkClean(t interface{ Fatalf(string, ...any) }, typed string) {
	cleaned := Clean(typed)
	if again := Clean(cleaned); again != cleaned {
		t.Fatalf("%q is cleaned to %q and then to %q", typed, cleaned, again)
	}
	if !utf8.ValidString(cleaned) || !norm.NFC.IsNormalString(cleaned) || strings.TrimSpace(cleaned) != cleaned {
		t.Fatalf("%q is not clean", cleaned)
	}
	for _, sign := range cleaned {
		if sign != '\n' && unicode.IsControl(sign) || turnsDirection(sign) {
			t.Fatalf("%q still holds %U", cleaned, sign)
		}
	}
}

func TestCleaningTwiceChangesNothingMore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		checkClean(t, rapid.String().Draw(t, "any")+paragraphs().Draw(t, "typed"))
	})
}

func TestPastedTablesAreRecognised(t *testing.T) {
	tests := []struct {
		name, pasted string
		rows         [][]string
		table        bool
	}{
		{"nothing", " \r\n", nil, false},
		{"prose", "Kaksi riviä\ntekstiä ", [][]string{{"Kaksi riviä\ntekstiä"}}, false},
		{"a tab at the ends makes no table", "\tteksti\t\r\n", [][]string{{"teksti"}}, false},
		{"rows and cells", "Toimenpide\tVuosi\r\nKartoitus\t2021\r\n", [][]string{{"Toimenpide", "Vuosi"}, {"Kartoitus", "2021"}}, true},
		{"one row", "a\tb", [][]string{{"a", "b"}}, true},
		{"short rows are filled", "a\tb\tc\nd\n\ne\tf", [][]string{{"a", "b", "c"}, {"d", "", ""}, {"e", "f", ""}}, true},
		{"quoted cells", "\"kaksi\nriviä\"\t\"sanoi \"\"kyllä\"\"\"\nx\ty", [][]string{{"kaksi\nriviä", `sanoi "kyllä"`}, {"x", "y"}}, true},
		{"a quotation is no quoted cell", "\"Vaasanmallin\" kehittäminen\t2020\n\"auki\t1", [][]string{{`"Vaasanmallin" kehittäminen`, "2020"}, {`"auki`, "1"}}, true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			rows, table := SplitPasted(test.pasted)
			if !reflect.DeepEqual(rows, test.rows) || table != test.table {
				t.Errorf("got %q, table %v", rows, table)
			}
		})
	}
}

func FuzzClean(f *testing.F) {
	for _, seed := range []string{"a\u0308\r\n\tb ", "\u202E\x00\xff", "\"a\tb\"\"\n", " \u0301", "\u0085\u2028"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		checkClean(t, typed)
		rows, _ := SplitPasted(typed)
		for _, row := range rows {
			if len(row) != len(rows[0]) {
				t.Fatalf("rows of %d and %d cells", len(row), len(rows[0]))
			}
			for _, cell := range row {
				checkClean(t, cell)
			}
		}
	})
}
