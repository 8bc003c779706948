package storage

import (
	"bytes"
	"errors"
	"testing"
)

func TestSealedBytesAreReadAsTheyWereOrNotAtAll(t *testing.T) {
	sealed := seal(magicStore, 3, []byte("body"))
	body, version, err := unseal(PartRecord, magicStore, 3, sealed)
	if err != nil || version != 3 || string(body) != "body" {
		t.Fatal(body, version, err)
	}
	if _, _, err := unseal(PartRecord, magicRing, 3, sealed); !errors.Is(err, errMagic) {
		t.Fatal("taken for another kind:", err)
	}
	if _, _, err := unseal(PartRecord, magicStore, 2, sealed); !errors.Is(err, ErrNewer) {
		t.Fatal(err)
	}
	for length := range sealed {
		if _, _, err := unseal(PartRecord, magicStore, 3, sealed[:length]); err == nil {
			t.Fatal("read though cut at", length)
		}
	}
	for offset := range sealed {
		changed := bytes.Clone(sealed)
		changed[offset] ^= 0x80
		if _, _, err := unseal(PartRecord, magicStore, 3, changed); err == nil || errors.Is(err, ErrNewer) {
			t.Fatalf("byte %d changed: %v", offset, err)
		}
	}
}

func FuzzUnseal(f *testing.F) {
	f.Add(seal(magicStore, versionStore, []byte("body")))
	f.Fuzz(func(t *testing.T, data []byte) {
		body, version, err := unseal(PartRecord, magicStore, versionStore, data)
		if err == nil && !bytes.Equal(seal(magicStore, version, body), data) {
			t.Fatal("read what was not written so")
		}
	})
}
