package search

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"sync"

	"tavoitekartta/model"
)

// elementID is the number of an element in an index.
type elementID uint32

// element is an element of a programme as the index knows it.
type element struct {
	programme *programme
	number    elementID
	id        model.EntityID
	kind      model.Kind
	parent    model.EntityID
	position  string
	body      model.EntityID // that a responsibility binds
	aside     bool           // put aside itself
	passages  []passage
}

// programme is a programme as the index knows it.
type programme struct {
	id       model.EntityID
	first    model.Language
	head     model.VersionVector
	elements map[model.EntityID]*element
	unsorted bool // elements have come, gone or moved since they were numbered
}

// Index finds words in programmes. Its zero value is not ready: [New].
type Index struct {
	mu         sync.Mutex
	words      *vocabulary
	programmes map[model.EntityID]*programme
	elements   []*element // by number; nil where one has gone
	places     []place    // by number
	free       []elementID
	scratch    scratch
	paths      map[*element][]Step // of the children of elements, as asked for since the last change
	stale      bool                // something has changed since the last query
	reordered  bool                // a programme has come or gone since they were numbered
}

// place orders the elements of all programmes as they are printed.
type place struct{ programme, element uint32 }

// New returns an index of no programmes.
func New() *Index {
	return &Index{words: newVocabulary(), programmes: map[model.EntityID]*programme{}}
}

// Holds tells whether the index has taken in a programme.
func (ix *Index) Holds(id model.EntityID) bool {
	ix.mu.Lock()
	defer ix.mu.Unlock()
	return ix.programmes[id] != nil
}

// Programmes returns the programmes of the index, unordered.
func (ix *Index) Programmes() []model.EntityID {
	ix.mu.Lock()
	defer ix.mu.Unlock()
	return slices.Collect(maps.Keys(ix.programmes))
}

// Remove takes a programme out, as when it goes to the bin.
func (ix *Index) Remove(id model.EntityID) {
	ix.mu.Lock()
	defer ix.mu.Unlock()
	p := ix.programmes[id]
	if p == nil {
		return
	}
	for _, e := range p.elements {
		ix.drop(e)
	}
	delete(ix.programmes, id)
	ix.stale, ix.reordered = true, true
}

// Put takes in a programme as it stands, or brings the index up to date with
// it. A state older than what the index holds changes nothing, so that a
// programme may be read beside its being edited.
func (ix *Index) Put(s *model.State) {
	id := s.Root()
	if id == "" {
		return
	}
	read := readings(s, id)
	ix.mu.Lock()
	defer ix.mu.Unlock()
	p := ix.programme(s)
	if p.head.CoversAll(s.Head()) && len(p.head) > 0 {
		return
	}
	p.head, ix.stale = s.Head(), true
	there := map[model.EntityID]bool{}
	for _, r := range read {
		there[r.id] = true
		ix.take(p, r)
	}
	for id, e := range p.elements {
		if !there[id] {
			ix.remove(e)
		}
	}
}

// Update brings the index up to date with changes that the state has taken in.
// Only the elements that they touch are read again.
func (ix *Index) Update(s *model.State, changes []model.Change) {
	if !ix.Holds(s.Root()) {
		ix.Put(s)
		return
	}
	ix.mu.Lock()
	defer ix.mu.Unlock()
	p := ix.programme(s)
	p.head, ix.stale = s.Head(), true
	touched := map[model.EntityID]bool{}
	for _, c := range changes {
		touched[c.Entity] = touched[c.Entity] || placing[c.Field]
	}
	for id, placed := range touched {
		ix.refresh(p, s, id, placed)
	}
}

// placing are the fields by which elements come, go and move.
var placing = map[model.Field]bool{
	model.FieldKind: true, model.FieldParent: true, model.FieldPosition: true, model.FieldDeleted: true,
}

// programme returns the index's own record of a state's programme, a new one
// when there is none.
func (ix *Index) programme(s *model.State) *programme {
	p := ix.programmes[s.Root()]
	if p == nil {
		p = &programme{id: s.Root(), elements: map[model.EntityID]*element{}}
		ix.programmes[p.id] = p
		ix.reordered = true
	}
	p.first = firstLanguage(s)
	return p
}

func firstLanguage(s *model.State) model.Language {
	root := s.Element(s.Root())
	if root == nil {
		return model.Finnish
	}
	if l := model.Language(root.Value(model.FieldFirstLanguage).Text()); l.Valid() {
		return l
	}
	return model.Finnish
}

// refresh reads an element again, with all under it when it may have come or
// gone, and with the responsibilities that say the name of a body.
func (ix *Index) refresh(p *programme, s *model.State, id model.EntityID, placed bool) {
	if !s.Present(id) {
		ix.removeUnder(p, id)
		return
	}
	switch e := s.Element(id); {
	case placed:
		for _, r := range readings(s, id) {
			ix.take(p, r)
		}
	default:
		ix.take(p, readingOf(s, e))
	}
	for _, bound := range p.elements {
		if bound.body == id {
			ix.take(p, readingOf(s, s.Element(bound.id)))
		}
	}
}

// reading is what the index takes in of an element.
type reading struct {
	id       model.EntityID
	kind     model.Kind
	parent   model.EntityID
	position string
	body     model.EntityID
	aside    bool
	passages []passage
	words    [][]span // of each passage
}

func readingOf(s *model.State, e *model.Element) reading {
	passages := passagesOf(s, e, firstLanguage(s))
	r := reading{
		id: e.ID, kind: e.Kind, parent: s.Parent(e.ID), position: e.Value(model.FieldPosition).Text(),
		body: bodyOf(e), aside: e.Value(model.FieldAside).Bool(), passages: passages,
	}
	for _, p := range passages {
		r.words = append(r.words, words(p.text))
	}
	return r
}

// readings reads an element and all that stands under it.
func readings(s *model.State, id model.EntityID) []reading {
	e := s.Element(id)
	if e == nil {
		return nil
	}
	all := []reading{readingOf(s, e)}
	for _, child := range s.Children(id, "") {
		all = append(all, readings(s, child.ID)...)
	}
	return all
}

// take puts a reading in the place of what the index knew of the element.
func (ix *Index) take(p *programme, r reading) {
	e := p.elements[r.id]
	switch {
	case e == nil:
		e = &element{programme: p, id: r.id, kind: r.kind, number: ix.newNumber()}
		ix.elements[e.number] = e
		p.elements[r.id] = e
		p.unsorted = true
	case e.parent != r.parent || e.position != r.position:
		p.unsorted = true
	}
	e.parent, e.position, e.body, e.aside = r.parent, r.position, r.body, r.aside
	if slices.EqualFunc(e.passages, r.passages, passage.same) {
		return
	}
	ix.dropWords(e)
	e.passages = r.passages
	for i := range e.passages {
		p := &e.passages[i]
		p.tokens = make([]token, len(r.words[i]))
		for j, w := range r.words[i] {
			id := ix.words.id(languageWord{p.language, w.word})
			p.tokens[j] = token{id, uint32(w.Start), uint32(w.End)}
			ix.words.put(id, posting{e.number, p.weight})
		}
	}
}

func (ix *Index) newNumber() elementID {
	if last := len(ix.free) - 1; last >= 0 {
		number := ix.free[last]
		ix.free = ix.free[:last]
		return number
	}
	ix.elements = append(ix.elements, nil)
	ix.places = append(ix.places, place{})
	return elementID(len(ix.elements) - 1)
}

func (ix *Index) dropWords(e *element) {
	for _, p := range e.passages {
		for _, t := range p.tokens {
			ix.words.drop(t.id, e.number)
		}
	}
	e.passages = nil
}

// drop forgets an element but for its programme's list.
func (ix *Index) drop(e *element) {
	ix.dropWords(e)
	ix.elements[e.number] = nil
	ix.free = append(ix.free, e.number)
}

func (ix *Index) remove(e *element) {
	ix.drop(e)
	delete(e.programme.elements, e.id)
}

// removeUnder removes an element and all that stands under it.
func (ix *Index) removeUnder(p *programme, id model.EntityID) {
	var gone []*element
	for _, e := range p.elements {
		if p.under(e, id) {
			gone = append(gone, e)
		}
	}
	for _, e := range gone {
		ix.remove(e)
	}
}

// deepest bounds the way from an element up to its programme.
const deepest = 64

func (p *programme) under(e *element, id model.EntityID) bool {
	for range deepest {
		if e == nil {
			return false
		}
		if e.id == id {
			return true
		}
		e = p.elements[e.parent]
	}
	return false
}

// freshen makes the index ready for a query after it has been changed.
func (ix *Index) freshen() {
	if !ix.stale {
		return
	}
	ix.stale, ix.paths = false, map[*element][]Step{}
	ix.words.freshen()
	ids := slices.Sorted(maps.Keys(ix.programmes))
	for i, id := range ids {
		p := ix.programmes[id]
		if p.unsorted || ix.reordered {
			ix.number(p, uint32(i)+1)
		}
	}
	ix.reordered = false
}

// kindOrder is the order in which the children of an element are printed.
var kindOrder = map[model.Kind]int{
	model.KindOwner: 1, model.KindChapter: 2, model.KindSection: 3, model.KindGoal: 4, model.KindMeasure: 5,
	model.KindResponsibility: 6, model.KindIndicator: 7, model.KindBody: 8, model.KindDecision: 9, model.KindContact: 10,
}

// number gives the programme's elements their places in printing order.
func (ix *Index) number(p *programme, programme uint32) {
	children := map[model.EntityID][]*element{}
	for _, e := range p.elements {
		if e.id != p.id {
			children[e.parent] = append(children[e.parent], e)
		}
	}
	next := uint32(0)
	var walk func(e *element)
	walk = func(e *element) {
		ix.places[e.number] = place{programme, next}
		next++
		list := children[e.id]
		delete(children, e.id) // each once, whatever the parents say
		slices.SortFunc(list, comparePlaces)
		for _, child := range list {
			walk(child)
		}
	}
	if root := p.elements[p.id]; root != nil {
		walk(root)
	}
	p.unsorted = false
}

func comparePlaces(a, b *element) int {
	return cmp.Or(
		cmp.Compare(kindOrder[a.kind], kindOrder[b.kind]),
		strings.Compare(a.position, b.position),
		strings.Compare(string(a.id), string(b.id)))
}
