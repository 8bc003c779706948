package storage

import (
	"bytes"
	"crypto/rand"
	"errors"
	"os"
	"path/filepath"
	"testing"
)

func openRing(t *testing.T, folder string) *keyRing {
	t.Helper()
	ring, err := openKeyRing(folder, rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	return ring
}

func wantName(t *testing.T, ring *keyRing, person, want string, wantErr error) {
	t.Helper()
	got, err := ring.name(person)
	if got != want || !errors.Is(err, wantErr) {
		t.Fatalf("name of %s: %q, %v", person, got, err)
	}
}

func TestKeyRingKeepsReplacesAndErasesNames(t *testing.T) {
	folder := t.TempDir()
	ring := openRing(t, folder)
	for person, name := range map[string]string{"p1": "Puheenjohtaja Ö", "p2": "Sihteeri"} {
		if err := ring.put(person, name); err != nil {
			t.Fatal(err)
		}
	}
	if err := ring.put("p2", "Siirtynyt sihteeri"); err != nil {
		t.Fatal(err)
	}
	ring = openRing(t, folder)
	wantName(t, ring, "p1", "Puheenjohtaja Ö", nil)
	wantName(t, ring, "p2", "Siirtynyt sihteeri", nil)
	wantName(t, ring, "p3", "", ErrNotFound)
	if err := ring.erase("p1"); err != nil {
		t.Fatal(err)
	}
	if err := ring.erase("p3"); !errors.Is(err, ErrNotFound) {
		t.Fatal(err)
	}
	for _, r := range []*keyRing{ring, openRing(t, folder)} {
		wantName(t, r, "p1", "", errErased)
		wantName(t, r, "p2", "Siirtynyt sihteeri", nil)
	}
}

func TestKeyRingHoldsNoNameInClear(t *testing.T) {
	folder := t.TempDir()
	if err := openRing(t, folder).put("p1", "Tunnistettava"); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(filepath.Join(folder, ringFolder, ringName))
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(data, []byte("Tunnistettava")) {
		t.Fatal("the name stands in the ring in clear")
	}
}

func TestErasingOverwritesTheOldRingInPlace(t *testing.T) {
	folder := t.TempDir()
	ring := openRing(t, folder)
	if err := ring.put("p1", "Tunnistettava"); err != nil {
		t.Fatal(err)
	}
	old := filepath.Join(t.TempDir(), "old") // the file itself, under a second name
	if err := os.Link(filepath.Join(folder, ringFolder, ringName), old); err != nil {
		t.Fatal(err)
	}
	if err := ring.erase("p1"); err != nil {
		t.Fatal(err)
	}
	left, err := os.ReadFile(old)
	if err != nil {
		t.Fatal(err)
	}
	if len(left) == 0 || !zeros(left) {
		t.Fatalf("%d bytes of the old ring are left", len(left))
	}
}

func TestErasingCutShortIsFinishedOrNeverHappened(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	ring := openRing(t, folder)
	if err := ring.put("p1", "Tunnistettava"); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(folder, ringFolder, ringName)
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := ring.erase("p1"); err != nil {
		t.Fatal(err)
	}
	after, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for length := range len(after) + 1 { // the new ring written up to here, then a power cut
		write(t, path, before)
		write(t, path+".new", after[:length])
		wantErr, want := error(nil), "Tunnistettava"
		if length == len(after) {
			wantErr, want = errErased, ""
		}
		wantName(t, openRing(t, folder), "p1", want, wantErr)
	}
	write(t, path, make([]byte, len(before))) // overwritten, not yet renamed
	write(t, path+".new", after)
	wantName(t, openRing(t, folder), "p1", "", errErased)
}

func TestKeyRingWithAnyFlippedBitIsRefused(t *testing.T) {
	folder := t.TempDir()
	if err := openRing(t, folder).put("p1", "Nimi"); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{ringName, keyName} {
		path := filepath.Join(folder, ringFolder, name)
		whole, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for offset := range whole {
			changed := bytes.Clone(whole)
			changed[offset] ^= 0x10
			write(t, path, changed)
			if _, err := openKeyRing(folder, rand.Reader); !errors.Is(err, ErrDamaged) {
				t.Fatalf("%s, byte %d: %v", name, offset, err)
			}
			if now, err := os.ReadFile(path); err != nil || !bytes.Equal(now, changed) {
				t.Fatal("the damaged file was touched")
			}
		}
		write(t, path, whole)
	}
}

func TestKeyRingOfANewerVersionIsRefused(t *testing.T) {
	folder := t.TempDir()
	openRing(t, folder)
	write(t, filepath.Join(folder, ringFolder, ringName), seal(magicRing, versionRing+1, nil))
	if _, err := openKeyRing(folder, rand.Reader); !errors.Is(err, ErrNewer) {
		t.Fatal(err)
	}
}

func write(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
}
