package model

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"time"
)

// CanonicalContent returns the bytes over which an approved version's
// fingerprint is taken: the programme's content as deterministic CBOR, without
// its state, its decisions and its follow-up.
func (p *Programme) CanonicalContent() ([]byte, error) {
	b, err := encoding.Marshal(p)
	if err != nil {
		return nil, fmt.Errorf("encode content of %s: %w", p.ID, err)
	}
	return b, nil
}

// Fingerprint returns the SHA-256 of the canonical content.
func (p *Programme) Fingerprint() (Hash, error) {
	b, err := p.CanonicalContent()
	if err != nil {
		return Hash{}, err
	}
	return sha256.Sum256(b), nil
}

// ReadCanonicalContent reads what [Programme.CanonicalContent] wrote.
func ReadCanonicalContent(b []byte) (Programme, error) {
	var p Programme
	if err := decoding.Unmarshal(b, &p); err != nil {
		return Programme{}, fmt.Errorf("read approved content: %w", err)
	}
	return p, nil
}

// Version is a frozen version of a programme: never migrated, never made anew,
// only read. It is written first when the decision locks the programme, and
// completed when the checked minutes approve it.
type Version struct {
	Programme   EntityID      `cbor:"1,keyasint"`
	Number      int           `cbor:"2,keyasint"` // 1, 2, …; printed "1.0"
	Content     []byte        `cbor:"3,keyasint"` // canonical content
	Fingerprint Hash          `cbor:"4,keyasint"`
	Decision    Decision      `cbor:"5,keyasint"`
	Head        VersionVector `cbor:"6,keyasint"` // the changes that the content is made of
	LockedAt    time.Time     `cbor:"7,keyasint"`
	LockedBy    PersonID      `cbor:"8,keyasint,omitempty"`
	ApprovedAt  time.Time     `cbor:"9,keyasint,omitzero"`
	Documents   []Document    `cbor:"10,keyasint,omitempty"`
	Handling    []Decision    `cbor:"11,keyasint,omitempty"` // decisions of other organs on the way, in order
}

// Document is a PDF that belongs to a version, its bytes kept beside.
type Document struct {
	Languages []Language `cbor:"1,keyasint"`
	Size      int64      `cbor:"2,keyasint"`
	SHA256    Hash       `cbor:"3,keyasint"`
	Pages     int        `cbor:"4,keyasint"`
}

// Printed returns the version's number as printed: "1.0".
func (v Version) Printed() string { return fmt.Sprintf("%d.0", v.Number) }

// DocumentIn returns the index of the document printed in exactly these
// languages in this order, -1 when there is none.
func (v Version) DocumentIn(languages []Language) int {
	return slices.IndexFunc(v.Documents, func(d Document) bool { return slices.Equal(d.Languages, languages) })
}

// Short returns the first 16 hexadecimal digits, as in the foot of every approved page.
func (h Hash) Short() string { return h.String()[:16] }

func hashOf(v any) Hash {
	b, err := encoding.Marshal(v)
	if err != nil {
		panic(fmt.Sprintf("%T cannot be encoded: %v", v, err)) // plain data always can
	}
	return sha256.Sum256(b)
}

// HashBytes returns the SHA-256 of bytes.
func HashBytes(b []byte) Hash { return sha256.Sum256(b) }
