package storage

import (
	"errors"
	"slices"
	"testing"

	"tavoitekartta/model"
)

func TestTheArchiveHidesNothingFromTheProgrammes(t *testing.T) {
	dir := t.TempDir()
	store := openStore(t, dir)
	_, programme := addProgramme(t, store, "Nimi", 1)
	must(t, store.Archive(t.Context(), programme, true))
	closeStore(t, store)
	store = openStore(t, dir)
	defer closeStore(t, store)
	archived, err := store.Archived(t.Context())
	must(t, err)
	all, err := store.Programmes(t.Context())
	must(t, err)
	if !slices.Equal(archived, []model.EntityID{programme}) || len(all) != 1 {
		t.Errorf("archive %v, programmes %d", archived, len(all))
	}
	must(t, store.Archive(t.Context(), programme, false))
	if archived, _ = store.Archived(t.Context()); len(archived) != 0 {
		t.Errorf("archive %v", archived)
	}
	if err := store.Archive(t.Context(), "0000000000002-9", true); !errors.Is(err, ErrNotFound) {
		t.Error(err)
	}
}

func TestAProgrammeRemovedForGoodIsGoneAndItsNumbersAreNotGivenAgain(t *testing.T) {
	dir := t.TempDir()
	store := openStore(t, dir)
	_, kept := addProgramme(t, store, "Jää", 1)
	_, gone := addProgramme(t, store, "Lähtee", 3)
	shared, document := sampleVersion(kept, 1, 40_000)
	must(t, store.SaveVersion(t.Context(), shared, [][]byte{document}))
	same := shared
	same.Programme = gone
	must(t, store.SaveVersion(t.Context(), same, [][]byte{document}))
	if err := store.Remove(t.Context(), gone); !errors.Is(err, ErrNotFound) {
		t.Fatal("removed without having been in the bin:", err)
	}
	must(t, store.Discard(t.Context(), gone))
	backup, err := store.Backup(t.Context())
	must(t, err)
	next := store.NextSeq()
	must(t, store.Remove(t.Context(), gone))
	closeStore(t, store)

	store = openStore(t, dir)
	defer closeStore(t, store)
	if store.NextSeq() != next {
		t.Errorf("the next number is %d, was %d", store.NextSeq(), next)
	}
	if _, err := store.Load(t.Context(), gone); !errors.Is(err, ErrNotFound) {
		t.Error("still there:", err)
	}
	if bytesOf, err := store.Document(t.Context(), kept, 1, 0); err != nil || len(bytesOf) != len(document) {
		t.Error("the other programme's document:", err)
	}
	report, err := store.Examine(t.Context())
	if err != nil || !report.Sound() || report.Programmes != 1 || report.Backups == 0 {
		t.Errorf("%+v, %v", report, err)
	}

	// A backup gives it back, with the changes that this replica wrote itself.
	unpacked, err := store.Unpack(t.Context(), backup.Path, "")
	must(t, err)
	defer func() { must(t, unpacked.Close()) }()
	brought, err := model.Merge(t.Context(), store.Log(gone), unpacked.Log(gone))
	must(t, err)
	if len(brought) == 0 || titleOf(t, store, gone) != "Lähtee" || store.NextSeq() != next {
		t.Errorf("%d changes, next number %d", len(brought), store.NextSeq())
	}
}

func TestARemovalSurvivesACrash(t *testing.T) {
	store := openStore(t, t.TempDir())
	_, programme := addProgramme(t, store, "Nimi", 4)
	must(t, store.Discard(t.Context(), programme))
	must(t, store.Remove(t.Context(), programme))
	dir := crash(t, store)
	again := openStore(t, dir)
	defer closeStore(t, again)
	if _, err := again.Load(t.Context(), programme); !errors.Is(err, ErrNotFound) {
		t.Error(err)
	}
}

func TestChangesOfANewerProgramAreRefusedAndLoseNothing(t *testing.T) {
	store := openStore(t, t.TempDir())
	defer closeStore(t, store)
	state, programme := addProgramme(t, store, "Nimi", 1)
	before := state.Digest()
	step := state.Begin(writerOf(store))
	must(t, step.SetText(programme, model.FieldTitle, model.Finnish, "Toinen"))
	future := step.Changes()[0]
	future.Entity, future.Field = model.EntityID(future.ID.String()), model.FieldKind
	future.New = model.ValueOf("hologram")
	if err := store.Log(programme).Append(t.Context(), future); !errors.Is(err, model.ErrUnknownKind) {
		t.Error("appended:", err)
	}
	future.Entity, future.Field = programme, "aroma"
	if err := store.Log(programme).Append(t.Context(), future); !errors.Is(err, model.ErrUnknownField) {
		t.Error("appended:", err)
	}
	kept, err := store.Load(t.Context(), programme)
	must(t, err)
	if kept.Digest() != before {
		t.Error("the programme has changed")
	}

	// Where they stand in the folder already, that is no damage to be repaired.
	record, err := store.programmeRecord(t.Context(), programme)
	must(t, err)
	encoded, err := model.EncodeChange(future)
	must(t, err)
	w := &programmeWrite{programme: programme}
	record.Changes++
	w.set(changeKey(programme, record.Changes, future.ID), encoded)
	must(t, w.setEncoded(programmeKey(prefixProgramme, programme), record))
	must(t, store.carryOut(t.Context(), w))
	if _, err := store.Examine(t.Context()); !errors.Is(err, ErrNewer) {
		t.Error("examined:", err)
	}
}
