package model

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"time"
)

// Hash is a SHA-256.
type Hash [sha256.Size]byte

// String writes the hash as 64 hexadecimal digits.
func (h Hash) String() string { return hex.EncodeToString(h[:]) }

// Zero tells whether the hash is all zeros: "none".
func (h Hash) Zero() bool { return h == Hash{} }

// Purpose tells why a change was made.
type Purpose int

// The purposes of changes.
const (
	ForEdit Purpose = iota // an edit of the user
	ForUndo                // takes back the step named in Target
	ForRedo                // takes back the undoing step named in Target
)

// Link names a change of a replica by number and hash.
type Link struct {
	Seq  uint64 `cbor:"1,keyasint"`
	Hash Hash   `cbor:"2,keyasint"`
}

// Change sets one field of one element. A change is never altered; a later one
// replaces it.
type Change struct {
	ID        ChangeID      `cbor:"1,keyasint"`
	Programme EntityID      `cbor:"2,keyasint"`
	Counter   uint64        `cbor:"3,keyasint"`           // Lamport counter: orders, where wall time could not
	Seen      VersionVector `cbor:"4,keyasint,omitempty"` // what the author had of this programme
	Author    PersonID      `cbor:"5,keyasint,omitempty"`
	AtMillis  int64         `cbor:"6,keyasint,omitempty"` // wall clock, Unix milliseconds, for display alone
	Entity    EntityID      `cbor:"7,keyasint"`
	Field     Field         `cbor:"8,keyasint"`
	Old       Value         `cbor:"9,keyasint,omitempty"`
	New       Value         `cbor:"10,keyasint,omitempty"`
	Step      ChangeID      `cbor:"11,keyasint"` // the first change of the act to which this one belongs
	Purpose   Purpose       `cbor:"12,keyasint,omitempty"`
	Target    ChangeID      `cbor:"13,keyasint,omitzero"` // the step taken back
	Previous  Link          `cbor:"14,keyasint,omitzero"` // the replica's change before this one in the programme
}

// At returns the wall-clock time at which the change was made.
func (c Change) At() time.Time { return time.UnixMilli(c.AtMillis) }

// Hash returns the SHA-256 of the change's deterministic encoding, which holds
// the hash of the change before it: a chain for each replica.
func (c Change) Hash() Hash {
	b, err := encoding.Marshal(c)
	if err != nil {
		panic(fmt.Sprintf("change %s cannot be encoded: %v", c.ID, err)) // plain data always can
	}
	return sha256.Sum256(b)
}

// EncodeChange writes the change as deterministic CBOR.
func EncodeChange(c Change) ([]byte, error) { return encoding.Marshal(c) }

// DecodeChange reads what [EncodeChange] wrote, or returns [ErrMalformedChange].
// The kind of the element is not known here; [State.Apply] checks the rest.
func DecodeChange(b []byte) (Change, error) {
	var c Change
	if err := decoding.Unmarshal(b, &c); err != nil {
		return Change{}, fmt.Errorf("%w: %w", ErrMalformedChange, err)
	}
	return c, c.wellFormed()
}

// Errors of changes and their chains.
var (
	ErrMalformedChange = errors.New("malformed change")
	ErrBrokenChain     = errors.New("the chain of changes is broken")
	ErrMissingChange   = errors.New("an earlier change is missing")
)

func (c Change) wellFormed() error {
	bad := func(what string) error { return fmt.Errorf("%w %s: %s", ErrMalformedChange, c.ID, what) }
	switch {
	case !c.ID.Replica.Valid() || c.ID.Seq == 0:
		return bad("id")
	case c.Counter == 0:
		return bad("counter")
	case c.Programme == "" || c.Entity == "" || c.Field == "":
		return bad("nothing named")
	case !c.Seen.WellFormed():
		return bad("seen")
	case c.Seen.Last(c.ID.Replica) != c.Previous.Seq || c.Previous.Seq >= c.ID.Seq:
		return bad("previous")
	case c.Step.Replica != c.ID.Replica || c.Step.Seq > c.ID.Seq || c.Step.Seq == 0:
		return bad("step")
	case c.Purpose < ForEdit || c.Purpose > ForRedo || (c.Purpose == ForEdit) != c.Target.Zero():
		return bad("purpose")
	case c.Field == FieldKind && string(c.Entity) != c.ID.String():
		return bad("creation")
	}
	return nil
}

// creates tells whether the change creates its element.
func (c Change) creates() bool { return c.Field == FieldKind }

// ChainEntry is a change of a chain, whole or, in a copy limited to some
// sections, as its hash alone.
type ChainEntry struct {
	ID       ChangeID `cbor:"1,keyasint"`
	Previous Link     `cbor:"2,keyasint,omitzero"`
	Hash     Hash     `cbor:"3,keyasint"`
}

// Entry returns the change's place in its chain, without its content.
func (c Change) Entry() ChainEntry { return ChainEntry{ID: c.ID, Previous: c.Previous, Hash: c.Hash()} }

// VerifyChains checks that the entries form one unbroken chain for each
// replica, from its first change in the programme on. It returns
// [ErrMissingChange] or [ErrBrokenChain] with the first place that fails.
func VerifyChains(entries []ChainEntry) error {
	sorted := slices.Clone(entries)
	slices.SortFunc(sorted, func(a, b ChainEntry) int { return a.ID.Compare(b.ID) })
	var last ChainEntry
	for _, e := range sorted {
		var want Link
		if last.ID.Replica == e.ID.Replica {
			want = Link{Seq: last.ID.Seq, Hash: last.Hash}
		}
		switch {
		case e.Previous.Seq != want.Seq:
			return fmt.Errorf("%w: before %s", ErrMissingChange, e.ID)
		case e.Previous != want:
			return fmt.Errorf("%w: at %s", ErrBrokenChain, e.ID)
		}
		last = e
	}
	return nil
}

// Digest returns one SHA-256 over the sorted ids and hashes of a programme's
// changes. Replicas that hold the same changes have the same digest.
func Digest(entries []ChainEntry) Hash {
	sorted := slices.Clone(entries)
	slices.SortFunc(sorted, func(a, b ChainEntry) int { return a.ID.Compare(b.ID) })
	h := sha256.New()
	for _, e := range sorted {
		fmt.Fprintf(h, "%s %s\n", e.ID, e.Hash)
	}
	return Hash(h.Sum(nil))
}
