package model

import (
	"slices"
	"strings"
)

// Candidate is a value that a field holds, with the change that set it. A
// field has one; it has several while changes made without knowing of each
// other have not been settled.
type Candidate struct {
	Change   ChangeID      `cbor:"1,keyasint"`
	Counter  uint64        `cbor:"2,keyasint"`
	Seen     VersionVector `cbor:"3,keyasint,omitempty"`
	Value    Value         `cbor:"4,keyasint,omitempty"`
	Author   PersonID      `cbor:"5,keyasint,omitempty"`
	AtMillis int64         `cbor:"6,keyasint,omitempty"`
	Before   Value         `cbor:"7,keyasint,omitempty"` // of a parent alone: where the element stood
}

// replaces tells whether the candidate's author had seen the other change.
func (c Candidate) replaces(id ChangeID) bool { return c.Seen.Covers(id) }

// Element is one element as its changes have left it. This is also the record
// that the store keeps.
type Element struct {
	ID     EntityID              `cbor:"1,keyasint"`
	Kind   Kind                  `cbor:"2,keyasint"`
	Fields map[Field][]Candidate `cbor:"3,keyasint"`
}

// Value returns the field's value; of several in an open clash, the first in
// their fixed order (counter, then replica).
func (e *Element) Value(f Field) Value {
	if cs := e.Fields[f]; len(cs) > 0 {
		return cs[0].Value
	}
	return nil
}

// Text returns the texts of a translated field.
func (e *Element) Text(base Field) Text {
	var t Text
	for _, l := range Languages() {
		t = t.With(l, e.Value(base.In(l)).Text())
	}
	return t
}

// Changed returns the field's newest candidate, which tells who set it and when.
func (e *Element) Changed(f Field) (Candidate, bool) {
	cs := e.Fields[f]
	if len(cs) == 0 {
		return Candidate{}, false
	}
	return cs[len(cs)-1], true
}

// inClash tells whether the field holds different values.
func inClash(cs []Candidate) bool {
	for _, c := range cs[min(1, len(cs)):] {
		if !c.Value.Equal(cs[0].Value) {
			return true
		}
	}
	return false
}

// put adds the candidate unless a later one replaces it, and drops those that
// it replaces. The result does not depend on the order of the calls.
func (e *Element) put(f Field, c Candidate) {
	kept := make([]Candidate, 0, 1)
	for _, other := range e.Fields[f] {
		if other.Change == c.Change || other.replaces(c.Change) {
			return
		}
		if !c.replaces(other.Change) {
			kept = append(kept, other)
		}
	}
	kept = append(kept, c)
	slices.SortFunc(kept, func(a, b Candidate) int {
		if a.Counter != b.Counter {
			return int(int64(a.Counter) - int64(b.Counter))
		}
		return a.Change.Compare(b.Change)
	})
	e.Fields[f] = kept
}

// compareEntities orders ids by replica and number, so that "a-9" is before "a-10".
func compareEntities(a, b EntityID) int {
	ca, errA := ParseChangeID(string(a))
	cb, errB := ParseChangeID(string(b))
	if errA != nil || errB != nil {
		return strings.Compare(string(a), string(b))
	}
	return ca.Compare(cb)
}
