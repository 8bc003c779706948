package model

import (
	"encoding/base32"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// ReplicaID names one data folder: 13 characters of lower-case base32 made
// from 64 random bits. A restored copy of a folder gets a new one.
type ReplicaID string

// PersonID names who wrote or signed. It is random and says nothing of the
// person; the name lies in the key ring and can be erased there.
type PersonID string

// EntityID names an element: the id of the change that created it, as text.
type EntityID string

// ErrMalformedID says that a text is no id of this program.
var ErrMalformedID = errors.New("malformed id")

var idEncoding = base32.NewEncoding("0123456789abcdefghjkmnpqrstvwxyz").WithPadding(base32.NoPadding)

func randomID(random io.Reader) (string, error) {
	var b [8]byte
	if _, err := io.ReadFull(random, b[:]); err != nil {
		return "", fmt.Errorf("draw id: %w", err)
	}
	return idEncoding.EncodeToString(b[:]), nil
}

// NewReplicaID draws the id of a new data folder from a source of randomness.
func NewReplicaID(random io.Reader) (ReplicaID, error) {
	s, err := randomID(random)
	return ReplicaID(s), err
}

// NewPersonID draws the id of a new person from a source of randomness.
func NewPersonID(random io.Reader) (PersonID, error) {
	s, err := randomID(random)
	return PersonID(s), err
}

// Valid tells whether the id has the form that [NewReplicaID] gives.
func (r ReplicaID) Valid() bool {
	b, err := idEncoding.DecodeString(string(r))
	return err == nil && len(b) == 8
}

// ChangeID names a change: the replica that wrote it and the number in that
// replica's own order, from 1, over all of its programmes.
type ChangeID struct {
	Replica ReplicaID `json:"replica" cbor:"1,keyasint"`
	Seq     uint64    `json:"seq" cbor:"2,keyasint"`
}

// String writes the id as "replica-seq".
func (id ChangeID) String() string { return string(id.Replica) + "-" + strconv.FormatUint(id.Seq, 10) }

// Zero tells whether the id names no change.
func (id ChangeID) Zero() bool { return id == ChangeID{} }

// Compare orders ids by replica, then by number.
func (id ChangeID) Compare(other ChangeID) int {
	if c := strings.Compare(string(id.Replica), string(other.Replica)); c != 0 {
		return c
	}
	switch {
	case id.Seq < other.Seq:
		return -1
	case id.Seq > other.Seq:
		return 1
	}
	return 0
}

// ParseChangeID reads what [ChangeID.String] wrote, or returns [ErrMalformedID].
func ParseChangeID(s string) (ChangeID, error) {
	replica, number, found := strings.Cut(s, "-")
	seq, err := strconv.ParseUint(number, 10, 64)
	if !found || err != nil || seq == 0 || !ReplicaID(replica).Valid() {
		return ChangeID{}, fmt.Errorf("%w: %q", ErrMalformedID, s)
	}
	return ChangeID{Replica: ReplicaID(replica), Seq: seq}, nil
}

// VersionVector says, for each replica, up to which of its numbers the changes
// of one programme are known. It is sorted by replica and holds each once.
type VersionVector []ChangeID

func (v VersionVector) find(r ReplicaID) (int, bool) {
	return slices.BinarySearchFunc(v, r, func(id ChangeID, r ReplicaID) int {
		return strings.Compare(string(id.Replica), string(r))
	})
}

// Last returns the highest known number of the replica, 0 when none is known.
func (v VersionVector) Last(r ReplicaID) uint64 {
	if i, found := v.find(r); found {
		return v[i].Seq
	}
	return 0
}

// Covers tells whether the change is known.
func (v VersionVector) Covers(id ChangeID) bool { return v.Last(id.Replica) >= id.Seq }

// CoversAll tells whether everything known to other is known to v.
func (v VersionVector) CoversAll(other VersionVector) bool {
	for _, id := range other {
		if !v.Covers(id) {
			return false
		}
	}
	return true
}

// With returns a new vector that also knows the change; v is left as it was.
func (v VersionVector) With(id ChangeID) VersionVector {
	i, found := v.find(id.Replica)
	if found {
		if v[i].Seq >= id.Seq {
			return v
		}
		grown := slices.Clone(v)
		grown[i].Seq = id.Seq
		return grown
	}
	return slices.Insert(slices.Clone(v), i, id)
}

// Union returns a new vector that knows what either knows.
func (v VersionVector) Union(other VersionVector) VersionVector {
	for _, id := range other {
		v = v.With(id)
	}
	return v
}

// WellFormed tells whether the vector is sorted, without repeats or empty ids.
func (v VersionVector) WellFormed() bool {
	for i, id := range v {
		if id.Replica == "" || id.Seq == 0 || i > 0 && v[i-1].Replica >= id.Replica {
			return false
		}
	}
	return true
}
