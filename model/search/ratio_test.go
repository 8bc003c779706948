//go:build bench

package search_test

import (
	"database/sql"
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	_ "modernc.org/sqlite"

	"tavoitekartta/model"
	"tavoitekartta/model/search"
)

// What is asked of the search: microseconds a query at the median, and how it
// must stand to others on the same content in the same run.
const (
	slowest10k  = 100 * time.Microsecond
	slowest100k = 1000 * time.Microsecond
	mostRatio   = 1.0
	rounds      = 3
)

// TestRatioSearch searches 10,000 and 100,000 measures for inflected words and
// compares with SQLite's full-text index (FTS5, words and their beginnings) and
// with a scan by strings.Contains. All three hold the same titles and return
// the first 20.
func TestRatioSearch(t *testing.T) {
	lemmas := append(readLemmas(t, "fi-tuning.txt"), readLemmas(t, "fi-heldout.txt")...)
	for _, size := range []struct {
		measures int
		slowest  time.Duration
	}{{10_000, slowest10k}, {100_000, slowest100k}} {
		t.Run(fmt.Sprint(size.measures), func(t *testing.T) {
			titles := measureTitles(lemmas, size.measures)
			ours := newOurs(t, titles)
			theirs := newFTS(t, titles)
			scan := newScan(titles)
			took := map[string][]time.Duration{}
			finders := []struct {
				name string
				find func(string) int
			}{{"ours", ours.find}, {"FTS5", theirs.find}, {"scan", scan.find}}
			for range rounds {
				for _, f := range finders {
					for _, q := range queries(lemmas) {
						begun := time.Now()
						f.find(q)
						took[f.name] = append(took[f.name], time.Since(begun))
					}
				}
			}
			median := percentile(took["ours"], 50)
			t.Logf("%d measures, %d queries: p50 %s (at most %s), p95 %s, p99 %s; index %.1f MB (%.0f bytes a measure), built in %s",
				size.measures, len(took["ours"]), median, size.slowest, percentile(took["ours"], 95), percentile(took["ours"], 99),
				ours.megabytes, ours.megabytes*1e6/float64(size.measures), ours.built.Round(time.Millisecond))
			for _, peer := range []string{"FTS5", "scan"} {
				ratio := float64(median) / float64(percentile(took[peer], 50))
				t.Logf("p50 against %s: %s, ratio %.3f (at most %.1f); its p95 %s",
					peer, percentile(took[peer], 50), ratio, mostRatio, percentile(took[peer], 95))
				if ratio > mostRatio {
					t.Errorf("ratio to %s %.3f, at most %.1f", peer, ratio, mostRatio)
				}
			}
			if median > size.slowest {
				t.Errorf("p50 %s, at most %s", median, size.slowest)
			}
		})
	}
}

// TestRatioSearchQuality reports recall and precision over inflected forms
// against what SQLite's full-text index and a scan find.
func TestRatioSearchQuality(t *testing.T) {
	for _, table := range []struct {
		name     string
		language model.Language
	}{{"fi-tuning.txt", model.Finnish}, {"fi-heldout.txt", model.Finnish}, {"sv-tuning.txt", model.Swedish}, {"sv-heldout.txt", model.Swedish}} {
		lemmas := readLemmas(t, table.name)
		ours, _, _ := judge(lemmas, finder(t, lemmas, table.language))
		plain, _, _ := judge(lemmas, asTyped(lemmas))
		t.Logf("%s, %d pairs of forms: recall %.1f %%, precision %.1f %%; scan by strings.Contains %.1f %% and %.1f %%: recall %.1f times",
			table.name, ours.wanted, 100*ours.recall(), 100*ours.precision(), 100*plain.recall(), 100*plain.precision(),
			ours.recall()/plain.recall())
	}
}

// measureTitles makes titles of the words of the test data, all in real forms,
// so that each word is as frequent as its rank would have it.
func measureTitles(lemmas []lemma, count int) []string {
	r := rand.New(rand.NewPCG(1, 2))
	var forms []string
	for _, l := range lemmas {
		forms = append(forms, l.forms...)
	}
	r.Shuffle(len(forms), func(i, j int) { forms[i], forms[j] = forms[j], forms[i] })
	zipf := rand.NewZipf(r, 1.07, 12, uint64(len(forms)-1))
	titles := make([]string, count)
	for i := range titles {
		var title []string
		for range 5 + r.IntN(5) {
			title = append(title, forms[zipf.Uint64()])
		}
		titles[i] = strings.Join(title, " ")
	}
	return titles
}

// queries are words in their forms, alone, in pairs, and as far as they have
// been typed.
func queries(lemmas []lemma) []string {
	r := rand.New(rand.NewPCG(3, 4))
	var all []string
	for _, l := range lemmas {
		for range 3 {
			form := l.forms[r.IntN(len(l.forms))]
			all = append(all, form+" ", form[:max(2, len(form)*2/3)])
			other := lemmas[r.IntN(len(lemmas))].forms
			all = append(all, form+" "+other[r.IntN(len(other))])
		}
	}
	for i, q := range all {
		all[i] = strings.ToValidUTF8(q, "")
	}
	return all
}

// limit is how many hits the window asks for at first.
const limit = 20

type ours struct {
	index     *search.Index
	megabytes float64
	built     time.Duration
}

func newOurs(t *testing.T, titles []string) *ours {
	t.Helper()
	states := statesOf(t, titles)
	before := heapBytes()
	begun := time.Now()
	o := &ours{index: search.New()}
	for _, s := range states {
		o.index.Put(s)
	}
	o.index.Find(search.Query{Text: "asunto", Limit: limit})
	o.built = time.Since(begun)
	o.megabytes = float64(heapBytes()-before) / 1e6
	runtime.KeepAlive(states)
	return o
}

// statesOf are programmes of 500 measures.
func statesOf(t testing.TB, titles []string) []*model.State {
	t.Helper()
	var states []*model.State
	for chunk := range slices.Chunk(titles, 500) {
		b := newBuilderAt(t, uint64(len(states)*10_000+1))
		b.edit(func(st *model.Step) error {
			for _, title := range chunk {
				id, err := st.Add(b.goal, model.KindMeasure, "")
				if err != nil {
					return err
				}
				if err := st.SetText(id, model.FieldTitle, model.Finnish, title); err != nil {
					return err
				}
			}
			return nil
		})
		b.changes = nil
		states = append(states, b.state)
	}
	return states
}

func heapBytes() int64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

func (o *ours) find(query string) int {
	return len(o.index.Find(search.Query{Text: query, Limit: limit}).Hits)
}

// fts is SQLite's full-text index in memory.
type fts struct{ query *sql.Stmt }

func newFTS(t *testing.T, titles []string) *fts {
	t.Helper()
	db, err := sql.Open("sqlite", "file::memory:")
	must(t, err)
	db.SetMaxOpenConns(1)
	t.Cleanup(func() { must(t, db.Close()) })
	_, err = db.Exec("CREATE VIRTUAL TABLE measures USING fts5(title, prefix='2 3 4', tokenize='unicode61 remove_diacritics 2')")
	must(t, err)
	tx, err := db.Begin()
	must(t, err)
	insert, err := tx.Prepare("INSERT INTO measures(title) VALUES (?)")
	must(t, err)
	for _, title := range titles {
		_, err := insert.Exec(title)
		must(t, err)
	}
	must(t, tx.Commit())
	query, err := db.Prepare("SELECT title FROM measures WHERE measures MATCH ? ORDER BY rank LIMIT 20")
	must(t, err)
	return &fts{query}
}

func (f *fts) find(query string) int {
	var terms []string
	for _, w := range strings.Fields(query) {
		terms = append(terms, `"`+w+`"*`)
	}
	rows, err := f.query.Query(strings.Join(terms, " "))
	if err != nil {
		panic(err)
	}
	defer rows.Close()
	count := 0
	for rows.Next() {
		var title string
		if err := rows.Scan(&title); err != nil {
			panic(err)
		}
		count++
	}
	return count
}

// scan looks through all titles in small letters.
type scan struct{ titles []string }

func newScan(titles []string) *scan {
	s := &scan{}
	for _, title := range titles {
		s.titles = append(s.titles, strings.ToLower(title))
	}
	return s
}

func (s *scan) find(query string) int {
	terms := strings.Fields(strings.ToLower(query))
	var found []string
	for _, title := range s.titles {
		if !slices.ContainsFunc(terms, func(term string) bool { return !strings.Contains(title, term) }) && len(found) < limit {
			found = append(found, title)
		}
	}
	return len(found)
}

func percentile(durations []time.Duration, percent int) time.Duration {
	sorted := slices.Sorted(slices.Values(durations))
	return sorted[len(sorted)*percent/100]
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
