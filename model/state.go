package model

import (
	"fmt"
	"iter"
	"maps"
	"slices"
)

// State is a set of changes of one programme applied. It holds the same
// content in whatever order the changes came.
//
// A State is not safe for concurrent use.
type State struct {
	head     VersionVector
	counter  uint64
	links    map[ReplicaID]Link
	elements map[EntityID]*Element
	root     EntityID
	tree     *tree // nil when it must be built anew
}

// Progress is the position of each replica in a programme's log, kept by the
// store beside the elements so that a State can be loaded without its changes.
type Progress struct {
	Counter uint64             `cbor:"1,keyasint"`
	Head    VersionVector      `cbor:"2,keyasint"`
	Links   map[ReplicaID]Link `cbor:"3,keyasint"`
}

// NewState returns the state of no changes.
func NewState() *State {
	return &State{elements: map[EntityID]*Element{}, links: map[ReplicaID]Link{}}
}

// RestoreState returns the state that has the given progress and elements, as
// read from a store.
func RestoreState(p Progress, elements iter.Seq[*Element]) *State {
	s := NewState()
	s.head, s.counter = p.Head, p.Counter
	maps.Copy(s.links, p.Links)
	for e := range elements {
		s.elements[e.ID] = e
		if e.Kind == KindProgramme {
			s.root = e.ID
		}
	}
	return s
}

// Progress returns what a store must keep beside the elements.
func (s *State) Progress() Progress {
	return Progress{Counter: s.counter, Head: s.head, Links: maps.Clone(s.links)}
}

// Head returns which changes the state holds.
func (s *State) Head() VersionVector { return s.head }

// Root returns the id of the programme's own element, "" before it exists.
func (s *State) Root() EntityID { return s.root }

// Element returns the element with the id, or nil. The caller does not alter it.
func (s *State) Element(id EntityID) *Element { return s.elements[id] }

// Elements returns all elements, removed ones included, in no order.
func (s *State) Elements() iter.Seq[*Element] { return maps.Values(s.elements) }

// Apply adds a change to the state and returns the element that it touched.
// A change that the state already holds is passed over, with nil returned.
// It returns [ErrMissingChange] when the replica's change before it is not
// there yet, and [ErrMalformedChange], [ErrUnknownField] or
// [ErrMalformedValue] for a change that no replica of this program wrote; the
// state is then as it was.
func (s *State) Apply(c Change) (*Element, error) {
	if err := c.wellFormed(); err != nil {
		return nil, err
	}
	if s.head.Covers(c.ID) {
		return nil, nil
	}
	if c.Previous != s.links[c.ID.Replica] {
		if c.Previous.Seq == s.links[c.ID.Replica].Seq {
			return nil, fmt.Errorf("%w: at %s", ErrBrokenChain, c.ID)
		}
		return nil, fmt.Errorf("%w: before %s", ErrMissingChange, c.ID)
	}
	if !s.head.CoversAll(c.Seen) {
		return nil, fmt.Errorf("%w: %s had seen more", ErrMissingChange, c.ID)
	}
	if c.Counter > s.counter+1 {
		return nil, fmt.Errorf("%w %s: counter ahead of all it had seen", ErrMalformedChange, c.ID)
	}
	element, err := s.target(c)
	if err != nil {
		return nil, fmt.Errorf("apply %s: %w", c.ID, err)
	}
	s.adopt(&c, element)
	s.links[c.ID.Replica] = Link{Seq: c.ID.Seq, Hash: c.Hash()}
	return element, nil
}

// adopt takes a change that fits into the element that it touches.
func (s *State) adopt(c *Change, element *Element) {
	if c.creates() {
		s.elements[element.ID] = element
		if element.Kind == KindProgramme {
			s.root = element.ID
		}
	}
	candidate := Candidate{
		Change: c.ID, Counter: c.Counter, Seen: c.Seen, Value: c.New, Author: c.Author, AtMillis: c.AtMillis,
	}
	if c.Field == FieldParent {
		candidate.Before = c.Old
	}
	clashed := inClash(element.Fields[c.Field])
	element.put(c.Field, candidate)
	clashed = clashed || inClash(element.Fields[c.Field])
	s.head = s.head.With(c.ID)
	s.counter = max(s.counter, c.Counter)
	if s.tree != nil && (clashed || !s.keepTree(*c, element)) {
		s.tree = nil
	}
}

func (s *State) target(c Change) (*Element, error) {
	if !c.creates() {
		e := s.elements[c.Entity]
		if e == nil {
			return nil, fmt.Errorf("%w: element %s is not there", ErrMalformedChange, c.Entity)
		}
		if c.Programme != s.root {
			return nil, fmt.Errorf("%w: of another programme", ErrMalformedChange)
		}
		if c.Field == FieldParent {
			return e, s.checkParent(e, EntityID(c.New.Text()))
		}
		return e, checkValue(e.Kind, c.Field, c.New)
	}
	kind := Kind(c.New.Text())
	if !kind.Valid() {
		return nil, fmt.Errorf("%w: %q", ErrUnknownKind, kind)
	}
	if isRoot := kind == KindProgramme; isRoot != (s.root == "") || isRoot != (c.Programme == c.Entity) || !isRoot && c.Programme != s.root {
		return nil, fmt.Errorf("%w: of another programme", ErrMalformedChange)
	}
	return &Element{ID: c.Entity, Kind: kind, Fields: map[Field][]Candidate{}}, nil
}

// checkParent refuses a parent that no replica can have chosen: whoever wrote
// the change had seen the parent, and so has this state.
func (s *State) checkParent(e *Element, parent EntityID) error {
	p := s.elements[parent]
	if p == nil || !e.Kind.MayStandUnder(p.Kind) {
		return fmt.Errorf("%w: %s under %q", ErrMalformedChange, e.Kind, parent)
	}
	return nil
}

func checkValue(k Kind, f Field, v Value) error {
	t, err := typeOf(k, f)
	if err != nil {
		return err
	}
	if err := t.Check(v); err != nil {
		return err
	}
	if f == FieldPosition {
		return checkPosition(v.Text())
	}
	return nil
}

// Digest returns a SHA-256 over everything the state holds. States made of the
// same changes have the same digest, whatever the order.
func (s *State) Digest() Hash {
	ids := slices.SortedFunc(maps.Keys(s.elements), compareEntities)
	elements := make([]*Element, len(ids))
	for i, id := range ids {
		elements[i] = s.elements[id]
	}
	return hashOf(struct {
		_        struct{} `cbor:",toarray"`
		Head     VersionVector
		Elements []*Element
	}{Head: s.head, Elements: elements})
}

// tree is the state's elements in their places.
type tree struct {
	children   map[EntityID][]*Element // of each parent, in order, removed ones left out
	removed    map[EntityID]bool       // elements removed without a clash
	inCircle   map[EntityID]bool       // elements whose moves make a circle
	clashes    []Clash
	anyRemoved bool
}

// Children returns the children of an element in their order, of one kind or,
// for "", of all; removed ones are left out.
func (s *State) Children(parent EntityID, kind Kind) []*Element {
	all := s.arranged().children[parent]
	if kind == "" {
		return slices.Clone(all)
	}
	var chosen []*Element
	for _, e := range all {
		if e.Kind == kind {
			chosen = append(chosen, e)
		}
	}
	return chosen
}

// Parent returns where the element stands, "" for the programme.
func (s *State) Parent(id EntityID) EntityID {
	e := s.elements[id]
	if e == nil {
		return ""
	}
	return s.standsUnder(e, s.arranged())
}

// Present tells whether the element is there: neither it nor what it stands
// under is removed.
func (s *State) Present(id EntityID) bool {
	t := s.arranged()
	for steps := 0; id != "" && steps <= len(s.elements); steps++ {
		e := s.elements[id]
		if e == nil || t.removed[id] {
			return false
		}
		if id == s.root {
			return true
		}
		id = s.standsUnder(e, t)
	}
	return false
}

func (s *State) arranged() *tree {
	if s.tree == nil {
		s.tree = s.arrange()
	}
	return s.tree
}

func (s *State) arrange() *tree {
	t := &tree{children: map[EntityID][]*Element{}, removed: map[EntityID]bool{}}
	t.inCircle = s.findCircles(t)
	byParent := map[EntityID][]*Element{}
	for _, e := range s.elements {
		if e.ID != s.root {
			parent := s.standsUnder(e, t)
			byParent[parent] = append(byParent[parent], e)
		}
	}
	s.findRemoved(t, byParent)
	s.findFieldClashes(t)
	for parent, list := range byParent {
		present := slices.DeleteFunc(list, func(e *Element) bool { return t.removed[e.ID] })
		slices.SortFunc(present, comparePlaces)
		t.children[parent] = present
	}
	sortClashes(t.clashes)
	return t
}
