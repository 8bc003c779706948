package filename

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestWhatWindowsRefusesIsKnown(t *testing.T) {
	for name, want := range map[string]bool{
		"ohjelma.pdf": true, "Ää Öö Åå 2026 – luonnos (2).pdf": true, ".piilo": true, "a.b.c": true,
		"console.pdf": true, "COM10.pdf": true, "COM.pdf": true, "nulla": true, "auxiliary": true, "LPT.1": true, "COM0": true,
		strings.Repeat("ä", 255): true,
		"":                       false, "a<b": false, "a>b": false, "a:b": false, `a"b`: false, "a/b": false, `a\b`: false, "a|b": false,
		"a?": false, "a*": false, "a\x00": false, "a\tb": false,
		"NUL": false, "nul.pdf": false, "Con": false, "con.tar.gz": false, "CON .pdf": false, "aux": false, "PRN.txt": false,
		"COM1": false, "com9.pdf": false, "LPT3": false, "COM¹": false, "conout$": false,
		"loppu.": false, "loppu ": false, ".": false, "..": false, " ": false,
		strings.Repeat("ä", 256): false, strings.Repeat("🏠", 128): false,
	} {
		if Possible(name) != want {
			t.Errorf("%q: %v", name, !want)
		}
	}
}

func TestATitleBecomesANameThatHoldsEverywhere(t *testing.T) {
	for title, want := range map[string]string{
		"Kunta: tavoitteet 2019/2022?": "Kunta- tavoitteet 2019-2022-",
		"Åbo – ”hyvä” elämä...":        "Åbo – ”hyvä” elämä",
		"  luonnos . ":                 "luonnos",
		"nul":                          "nul-",
		"aux.2":                        "aux.2-",
		"...":                          "",
		"":                             "",
		strings.Repeat("ä", 300):       strings.Repeat("ä", 120),
	} {
		if got := Suggest(title); got != want {
			t.Errorf("%q: %q, want %q", title, got, want)
		}
	}
}

func TestASuggestedNameIsPossibleWithAnyEnding(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		name := Suggest(rapid.String().Draw(t, "title"))
		for _, ending := range []string{".pdf", ".xlsx", ".tkbackup"} {
			if name != "" && !Possible(name+ending) {
				t.Fatalf("%q", name+ending)
			}
		}
	})
}

func TestTheRestOfANameIsKeptBehindALongTitle(t *testing.T) {
	if name := Suggest(Behind("Ohjelma", " – Selkokielinen fi")); name != "Ohjelma – Selkokielinen fi" {
		t.Errorf("%q", name)
	}
	name := Suggest(Behind(strings.Repeat("ä", 300), " – Selkokielinen fi"))
	if !strings.HasSuffix(name, "ä – Selkokielinen fi") || len([]rune(name)) != 120 {
		t.Errorf("%q", name)
	}
	if name := Suggest(Behind("Ohjelma", strings.Repeat("ö", 300))); name != strings.Repeat("ö", 120) {
		t.Errorf("%q", name)
	}
}
