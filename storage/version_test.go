package storage

import (
	"bytes"
	"errors"
	"testing"
	"time"

	"tavoitekartta/model"
)

func TestAVersionIsKeptWholeAndFrozen(t *testing.T) {
	t.Parallel()
	store := openStore(t, t.TempDir())
	defer closeStore(t, store)
	_, programme := addProgramme(t, store, "Nimi", 1)
	version, document := sampleVersion(programme, 1, 3_000_000) // several chunks, several transactions
	must(t, store.SaveVersion(t.Context(), version, [][]byte{document}))

	approved := version
	approved.ApprovedAt = version.LockedAt.Add(time.Hour)
	must(t, store.SaveVersion(t.Context(), approved, nil)) // gains its approval
	list, err := store.Versions(t.Context(), programme)
	must(t, err)
	if len(list) != 1 || !list[0].ApprovedAt.Equal(approved.ApprovedAt) || !bytes.Equal(list[0].Content, version.Content) {
		t.Fatalf("%+v", list)
	}
	got, err := store.Document(t.Context(), programme, 1, 0)
	if err != nil || !bytes.Equal(got, document) {
		t.Fatal(len(got), err)
	}

	other, otherDocument := sampleVersion(programme, 1, 10)
	other.Content = []byte("another content")
	other.Fingerprint = model.Hash{1}
	later := approved
	later.ApprovedAt = approved.ApprovedAt.Add(time.Hour)
	swapped := approved
	swapped.Documents = other.Documents
	for name, version := range map[string]model.Version{"content": other, "approval": later, "document": swapped} {
		if err := store.SaveVersion(t.Context(), version, [][]byte{otherDocument}); !errors.Is(err, ErrFrozen) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestAVersionWhoseBytesAreNotItsOwnIsNotKept(t *testing.T) {
	store := openStore(t, t.TempDir())
	defer closeStore(t, store)
	_, programme := addProgramme(t, store, "Nimi", 1)
	version, document := sampleVersion(programme, 1, 1000)
	missing := version
	missing.Programme = "0000000000002-9"
	changed := version
	changed.Content = []byte("changed after its fingerprint was taken")
	for _, c := range []struct {
		version  model.Version
		document []byte
		want     error
	}{{version, document[1:], ErrDamaged}, {version, nil, ErrDamaged}, {changed, document, ErrDamaged}, {missing, document, ErrNotFound}} {
		if err := store.SaveVersion(t.Context(), c.version, [][]byte{c.document}); !errors.Is(err, c.want) {
			t.Errorf("%v instead of %v", err, c.want)
		}
	}
	if err := store.SaveVersion(t.Context(), version, nil); !errors.Is(err, ErrNotFound) {
		t.Error("a version without its document's bytes:", err)
	}
	if list, err := store.Versions(t.Context(), programme); err != nil || len(list) != 0 {
		t.Fatal(list, err)
	}
	if _, err := store.Document(t.Context(), programme, 1, 0); !errors.Is(err, ErrNotFound) {
		t.Fatal(err)
	}
}
