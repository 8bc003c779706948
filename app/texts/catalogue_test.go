package texts

import (
	"bytes"
	"encoding/json"
	"errors"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"

	"tavoitekartta/assets"
)

var placeholder = regexp.MustCompile(`\{[A-Za-z]+\}`)

func load(t *testing.T, language Language) *Catalogue {
	t.Helper()
	catalogue, err := Load(language)
	if err != nil {
		t.Fatal(err)
	}
	return catalogue
}

func TestAllLanguagesHaveTheSameKeysAndPlaceholders(t *testing.T) {
	finnish := load(t, Finnish)
	for _, language := range Languages() {
		other := load(t, language)
		for _, key := range finnish.Keys() {
			if !other.Has(key) {
				t.Errorf("%s lacks %q", language, key)
				continue
			}
			want, got := finnish.messages[key], other.messages[key]
			if (want.one == "") != (got.one == "") {
				t.Errorf("%s: %q has other plural forms than Finnish", language, key)
			}
			for _, form := range [][2]string{{want.other, got.other}, {want.one, got.one}} {
				if !slices.Equal(placeholders(form[0]), placeholders(form[1])) {
					t.Errorf("%s: %q has placeholders %v, Finnish has %v", language, key, placeholders(form[1]), placeholders(form[0]))
				}
			}
		}
		for _, key := range other.Keys() {
			if !finnish.Has(key) {
				t.Errorf("%s has %q, Finnish has not", language, key)
			}
		}
	}
}

func placeholders(text string) []string {
	found := placeholder.FindAllString(text, -1)
	slices.Sort(found)
	return slices.Compact(found)
}

func TestEveryTextIsWordsForPeople(t *testing.T) {
	programmers := regexp.MustCompile(`(?i)(?:^|[^\pL])(null|nil|true|false|json|cbor|badger|string|error code|exception|panic|stack|undefined|uuid|id|varchar|boolean|lorem|todo|fixme|xxx)(?:[^\pL]|$)|%[sdvq]|\\n|_`)
	for _, language := range Languages() {
		for key, message := range load(t, language).messages {
			for _, text := range []string{message.one, message.other} {
				if text != strings.TrimSpace(text) {
					t.Errorf("%s: %q begins or ends with a space: %q", language, key, text)
				}
				if found := programmers.FindString(placeholder.ReplaceAllString(text, "")); found != "" {
					t.Errorf("%s: %q speaks like a program: %q in %q", language, key, found, text)
				}
				if strings.Count(text, "{") != len(placeholder.FindAllString(text, -1)) {
					t.Errorf("%s: %q has a broken placeholder: %q", language, key, text)
				}
			}
			if message.other == "" {
				t.Errorf("%s: %q is empty", language, key)
			}
			if message.one != "" && !strings.Contains(message.other, "{"+countArgument+"}") {
				t.Errorf("%s: %q has plural forms and no {count}", language, key)
			}
		}
	}
}

func TestFilesHaveOneSortedKeyALine(t *testing.T) {
	for _, language := range Languages() {
		for name, read := range map[string]func(string) ([]byte, error){"": assets.Texts, "toolkit.": assets.ToolkitTexts} {
			data, err := read(string(language))
			if err != nil {
				t.Fatal(err)
			}
			var keys []string
			for line := range bytes.Lines(data) {
				if !bytes.HasPrefix(line, []byte("\t\"")) {
					continue
				}
				var key string
				if err := json.NewDecoder(bytes.NewReader(bytes.TrimSpace(line))).Decode(&key); err != nil {
					t.Fatalf("%s%s.json: %q: %v", name, language, line, err)
				}
				keys = append(keys, key)
			}
			var all map[string]any
			if err := json.Unmarshal(data, &all); err != nil {
				t.Fatal(err)
			}
			if len(all) != len(keys) {
				t.Errorf("%s%s.json has %d keys on %d lines: one key a line, each once", name, language, len(all), len(keys))
			}
			for i := 1; i < len(keys); i++ {
				if keys[i-1] >= keys[i] {
					t.Errorf("%s%s.json: %q stands after %q", name, language, keys[i], keys[i-1])
				}
			}
		}
	}
}

func TestTextFillsPlaceholdersByName(t *testing.T) {
	cases := []struct {
		language  Language
		key       string
		arguments []any
		want      string
	}{
		{Finnish, "saved.at", []any{"time", "14.32"}, "Tallennettu klo 14.32"},
		{Swedish, "saved.at", []any{"time", "14.32"}, "Sparat kl. 14.32"},
		{Finnish, "step.of", []any{"steps", 5, "step", 2}, "Vaihe 2/5"},
		{Finnish, "count.goals", []any{"count", 1}, "1 tavoite"},
		{Finnish, "count.goals", []any{"count", 27}, "27 tavoitetta"},
		{English, "count.measures", []any{"count", 0}, "0 measures"},
		{Swedish, "count.sections", []any{"count", 1}, "1 helhet"},
		{Finnish, "suggest.addBody", []any{"name", "{name} Oy"}, "Lisää uusi taho: {name} Oy"},
		{Finnish, "no.such.key", nil, "no.such.key"},
		{Finnish, "saved.at", []any{"time"}, "Tallennettu klo {time}"},
	}
	for _, c := range cases {
		if got := load(t, c.language).T(c.key, c.arguments...); got != c.want {
			t.Errorf("%s %q %v: %q, want %q", c.language, c.key, c.arguments, got, c.want)
		}
	}
}

func TestUnknownLanguageAndBadFilesAreErrors(t *testing.T) {
	if _, err := Load("se"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("unknown language: %v", err)
	}
	for _, data := range []string{"", "[]", `{"a": 3}`, `{"a": ["b"]}`} {
		if _, err := Parse(Finnish, []byte(data)); err == nil {
			t.Errorf("%q was accepted", data)
		}
	}
}

// The words of the programme's life are standard terms: those that are most
// easily mixed are held here.
func TestStandardTermsStandAsAgreed(t *testing.T) {
	cases := []struct{ key, fi, sv string }{
		{"textState.written", "kirjoitettu", "skriven"},
		{"measureStatus.completed", "valmis", "slutförd"},
		{"measureStatus.notStarted", "aloittamatta", "inte påbörjad"},
		{"measureStatus.notCarriedOut", "ei toteuteta", "genomförs inte"},
		{"programmeState.draft", "luonnos", "utkast"},
		{"programmeState.approved", "hyväksytty", "godkänt"},
		{"programmeState.superseded", "korvattu", "ersatt"},
		{"term.section", "kokonaisuus", "helhet"},
		{"term.target", "tavoitearvo", "målvärde"},
		{"term.leads", "vetovastuu", "huvudansvar"},
		{"term.certify", "varmentaa", "kontrasignera"},
		{"term.legallyBinding", "lainvoimainen", "laga kraft vunnen"},
	}
	finnish, swedish := load(t, Finnish), load(t, Swedish)
	for _, c := range cases {
		if finnish.T(c.key) != c.fi || swedish.T(c.key) != c.sv {
			t.Errorf("%s is %q, %q; want %q, %q", c.key, finnish.T(c.key), swedish.T(c.key), c.fi, c.sv)
		}
	}
	for _, key := range finnish.Keys() {
		if strings.Contains(finnish.T(key), "täytet") {
			t.Errorf("%q says %q, which reads as achieved", key, finnish.T(key))
		}
	}
}
