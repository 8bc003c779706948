package search

import (
	"cmp"
	"container/heap"
	"slices"
	"strings"

	"tavoitekartta/model"
)

// Hit is an element that a query found.
type Hit struct {
	Programme model.EntityID
	Element   model.EntityID
	Kind      model.Kind
	// Field, with its language, is where the words stand; FieldBody of a
	// responsibility is the name of its body.
	Field    model.Field
	Language model.Language
	Text     string  // the whole text
	Matches  []Range // the words of Text that were found, in order
	// Title is what the element itself is called.
	Title model.Text
	// Path are the elements above the hit, the programme first.
	Path []Step
	// Aside tells that the element, or what it stands in, has been put aside.
	Aside bool
}

// Step is an element on the way to a hit, with what it is called in each
// language.
type Step struct {
	ID    model.EntityID
	Kind  model.Kind
	Title model.Text
}

// Results are what a query found.
type Results struct {
	Hits  []Hit // the best first: titles before other texts, the word itself before its other forms
	Total int   // how many elements were found in all
}

// Find answers a query.
func (ix *Index) Find(q Query) Results {
	terms, phrases := parse(q.Text)
	if len(terms) == 0 {
		return Results{}
	}
	ix.mu.Lock()
	defer ix.mu.Unlock()
	ix.freshen()
	found := make([][]match, len(terms))
	for i, t := range terms {
		found[i] = ix.words.match(t)
		if len(found[i]) == 0 {
			return Results{}
		}
	}
	a := answer{
		index: ix, query: q, found: found, phrases: phrases,
		nearest: make([]int, len(terms)),
	}
	a.gather()
	best, total := a.best()
	r := Results{Total: total}
	r.Hits = make([]Hit, 0, len(best))
	for _, c := range best {
		r.Hits = append(r.Hits, a.hit(ix.elements[c.element]))
	}
	return r
}

// scratch is what gathering needs for each element of the index, kept between
// queries.
type scratch struct {
	seen []uint16 // how many words of the query have been found
	last []uint8  // the cost of the last of them
	cost []uint16 // of all
}

// answer is the answering of one query.
type answer struct {
	index   *Index
	query   Query
	found   [][]match // by word of the query
	phrases []string
	some    []elementID // elements with the first word
	nearest []int       // of mark
}

// gather finds for each element how near the words of the query stand in it.
func (a *answer) gather() {
	s := &a.index.scratch
	if size := len(a.index.elements); len(s.seen) < size {
		s.seen, s.last, s.cost = make([]uint16, size), make([]uint8, size), make([]uint16, size)
	}
	for i, matches := range a.found {
		before, now := uint16(i), uint16(i+1)
		for _, m := range matches {
			for _, p := range a.index.words.entries[m.id].postings {
				cost := uint8(m.near) + uint8(p.weight)
				switch s.seen[p.element] {
				case before:
					s.seen[p.element] = now
					s.last[p.element] = cost
					s.cost[p.element] += uint16(cost)
					if i == 0 {
						a.some = append(a.some, p.element)
					}
				case now:
					if last := s.last[p.element]; cost < last {
						s.last[p.element] = cost
						s.cost[p.element] -= uint16(last - cost)
					}
				}
			}
		}
	}
}

// candidate is an element that was found, with what orders it.
type candidate struct {
	element elementID
	cost    uint16
	place   place
}

func compareCandidates(a, b candidate) int {
	return cmp.Or(cmp.Compare(a.cost, b.cost), cmp.Compare(a.place.programme, b.place.programme),
		cmp.Compare(a.place.element, b.place.element))
}

// candidates is a heap with the worst on top.
type candidates []candidate

func (c candidates) Len() int           { return len(c) }
func (c candidates) Less(i, j int) bool { return compareCandidates(c[i], c[j]) > 0 }
func (c candidates) Swap(i, j int)      { c[i], c[j] = c[j], c[i] }
func (c *candidates) Push(x any)        { *c = append(*c, x.(candidate)) }
func (c *candidates) Pop() any          { panic("the heap is only ever replaced in") }

// best returns the best elements in their order, and how many there are in all.
// It leaves the scratch as it found it.
func (a *answer) best() (candidates, int) {
	ix, s := a.index, &a.index.scratch
	all, limit := uint16(len(a.found)), max(1, a.query.Limit)
	var first uint32
	if p := ix.programmes[a.query.First]; p != nil {
		first = ix.places[p.elements[p.id].number].programme
	}
	var within *programme
	if a.query.Within != "" {
		if within = ix.programmes[a.query.Within]; within == nil {
			within = &programme{}
		}
	}
	var best candidates
	total := 0
	for _, id := range a.some {
		c := candidate{element: id, cost: s.cost[id]}
		complete := s.seen[id] == all
		s.seen[id], s.cost[id] = 0, 0
		if !complete || within != nil && ix.elements[id].programme != within || !a.hasPhrases(ix.elements[id]) {
			continue
		}
		total++
		if len(best) == limit && c.cost > best[0].cost {
			continue
		}
		if c.place = ix.places[id]; c.place.programme == first {
			c.place.programme = 0
		}
		switch {
		case len(best) < limit:
			heap.Push(&best, c)
		case compareCandidates(c, best[0]) < 0:
			best[0] = c
			heap.Fix(&best, 0)
		}
	}
	slices.SortFunc(best, compareCandidates)
	return best, total
}

// hasPhrases tells whether each quoted phrase stands in one of the element's
// passages.
func (a *answer) hasPhrases(e *element) bool {
	for _, wanted := range a.phrases {
		if !slices.ContainsFunc(e.passages, func(p passage) bool { return strings.Contains(phrase(p.text), wanted) }) {
			return false
		}
	}
	return true
}

// hit tells where in an element the words stand.
func (a *answer) hit(e *element) Hit {
	h := Hit{Programme: e.programme.id, Element: e.id, Kind: e.kind, Title: e.title(), Path: a.index.path(e), Aside: e.putAside()}
	bestTerms, bestCost := 0, 0
	for _, p := range e.passages {
		ranges, terms, cost := a.mark(p)
		if p.language != a.query.Language {
			cost++
		}
		if terms > bestTerms || terms == bestTerms && cost < bestCost {
			bestTerms, bestCost = terms, cost
			h.Field, h.Language, h.Text, h.Matches = p.field, p.language, p.text, ranges
		}
	}
	return h
}

// mark finds the words of the query in a passage: where they stand, how many of
// them there are, and what their nearness costs.
func (a *answer) mark(p passage) (ranges []Range, terms, cost int) {
	nearest := a.nearest
	clear(nearest)
	for _, w := range p.tokens {
		marked := false
		for i, matches := range a.found {
			at, found := slices.BinarySearchFunc(matches, w.id, compareMatch)
			if !found {
				continue
			}
			marked = true
			if near := int(matches[at].near) + int(p.weight) + 1; nearest[i] == 0 || near < nearest[i] {
				nearest[i] = near
			}
		}
		if marked {
			ranges = append(ranges, Range{int(w.start), int(w.end)})
		}
	}
	for _, near := range nearest {
		if near > 0 {
			terms++
			cost += 2 * near
		}
	}
	return ranges, terms, cost
}

func compareMatch(m match, id wordID) int { return cmp.Compare(m.id, id) }

// path returns the elements above an element, the programme first. The index
// keeps it for the element's siblings.
func (ix *Index) path(e *element) []Step {
	above := e.programme.elements[e.parent]
	if known, found := ix.paths[above]; found || above == nil {
		return known
	}
	var path []Step
	for step := above; step != nil && len(path) < deepest; step = e.programme.elements[step.parent] {
		path = append(path, Step{ID: step.id, Kind: step.kind, Title: step.title()})
	}
	slices.Reverse(path)
	ix.paths[above] = path
	return path
}

// title returns what the element is called.
func (e *element) title() model.Text {
	var t model.Text
	for _, p := range e.passages {
		if p.weight == inTitle && t.In(p.language) == "" {
			t = t.With(p.language, p.text)
		}
	}
	return t
}

// putAside tells whether the element or one above it has been put aside.
func (e *element) putAside() bool {
	for step, depth := e, 0; step != nil && depth < deepest; step, depth = e.programme.elements[step.parent], depth+1 {
		if step.aside {
			return true
		}
	}
	return false
}
