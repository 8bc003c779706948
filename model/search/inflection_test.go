package search_test

import (
	"bufio"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tavoitekartta/model"
	"tavoitekartta/model/search"
)

// lemma is a word of the test data with its forms.
type lemma struct {
	family string
	forms  []string
}

// readLemmas reads a table of testdata; fi-tuning.txt says its form.
func readLemmas(t testing.TB, name string) []lemma {
	t.Helper()
	f, err := os.Open(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var all []lemma
	for lines := bufio.NewScanner(f); lines.Scan(); {
		family, rest, isLemma := strings.Cut(lines.Text(), "] ")
		if !isLemma || strings.HasPrefix(family, "#") {
			continue
		}
		word, forms, _ := strings.Cut(rest, ": ")
		seen := map[string]bool{}
		l := lemma{family: family}
		for _, form := range append([]string{word}, strings.Fields(forms)...) {
			if !seen[form] {
				l.forms = append(l.forms, form)
			}
			seen[form] = true
		}
		all = append(all, l)
	}
	return all
}

// quality is how well a way of finding does.
type quality struct{ wanted, found, wrong int }

// recall is the share of the forms wanted that were found, and precision that
// of the ones found that are of the same word, each in 0–1.
func (q quality) recall() float64    { return float64(q.found) / float64(q.wanted) }
func (q quality) precision() float64 { return float64(q.found) / float64(q.found+q.wrong) }

// judge asks for every form and looks which other forms are found: those of the
// same word are wanted, those of its family neither wanted nor wrong.
func judge(lemmas []lemma, find func(query string) map[string]bool) (q quality, missed, wrong []string) {
	of := map[string][]int{}
	for i, l := range lemmas {
		for _, form := range l.forms {
			of[form] = append(of[form], i)
		}
	}
	for _, l := range lemmas {
		for _, query := range l.forms {
			found := find(query)
			for _, form := range l.forms {
				if form == query {
					continue
				}
				q.wanted++
				if found[form] {
					q.found++
				} else {
					missed = append(missed, query+"–"+form)
				}
			}
			for form := range found {
				ofFamily := false
				for _, i := range of[form] {
					ofFamily = ofFamily || lemmas[i].family == l.family
				}
				if !ofFamily {
					q.wrong++
					wrong = append(wrong, query+"–"+form)
				}
			}
		}
	}
	return q, missed, wrong
}

// finder finds forms through an index in which each is the title of a measure.
func finder(t testing.TB, lemmas []lemma, l model.Language) func(string) map[string]bool {
	t.Helper()
	b := newBuilder(t)
	for _, lemma := range lemmas {
		for _, form := range lemma.forms {
			b.measure(l, form)
		}
	}
	ix := search.New()
	ix.Put(b.state)
	return func(query string) map[string]bool {
		found := map[string]bool{}
		for _, h := range ix.Find(search.Query{Text: query + " ", Limit: 1000}).Hits {
			found[h.Text] = true
		}
		return found
	}
}

// asTyped finds forms that hold the letters typed.
func asTyped(lemmas []lemma) func(string) map[string]bool {
	return func(query string) map[string]bool {
		found := map[string]bool{}
		for _, l := range lemmas {
			for _, form := range l.forms {
				if strings.Contains(form, query) {
					found[form] = true
				}
			}
		}
		return found
	}
}

func TestInflectedFormsAreFoundAndOtherWordsAreNot(t *testing.T) {
	for _, table := range []struct {
		name              string
		language          model.Language
		recall, precision float64 // at least
	}{
		{"fi-tuning.txt", model.Finnish, 0.98, 0.98},
		{"fi-heldout.txt", model.Finnish, 0.94, 0.98},
		{"sv-tuning.txt", model.Swedish, 0.96, 0.96},
		{"sv-heldout.txt", model.Swedish, 0.93, 0.98},
	} {
		t.Run(table.name, func(t *testing.T) {
			lemmas := readLemmas(t, table.name)
			q, missed, wrong := judge(lemmas, finder(t, lemmas, table.language))
			plain, _, _ := judge(lemmas, asTyped(lemmas))
			t.Logf("%d pairs of forms: recall %.1f %%, precision %.1f %%; as typed %.1f %% and %.1f %%",
				q.wanted, 100*q.recall(), 100*q.precision(), 100*plain.recall(), 100*plain.precision())
			if q.recall() < table.recall || q.precision() < table.precision {
				t.Errorf("recall %.3f (at least %.2f), precision %.3f (at least %.2f)\nmissed %v\nwrong %v",
					q.recall(), table.recall, q.precision(), table.precision, missed, wrong)
			}
		})
	}
}
