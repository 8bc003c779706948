package workflow_test

import (
	"errors"
	"testing"

	"tavoitekartta/app/workflow"
	"tavoitekartta/app/workflow/worktest"
	"tavoitekartta/model"
)

// laptop is a desk on a store of its own.
func laptop(t *testing.T, replica model.ReplicaID) (*workflow.Desk, *worktest.Store) {
	t.Helper()
	clock := worktest.Clock()
	store := worktest.NewStore(replica, clock)
	return workflow.NewDesk(store, worktest.Paper{}, workflow.Options{Clock: clock, Random: zeros{}}), store
}

// zeros is a source of ids that are all the same.
type zeros struct{}

func (zeros) Read(b []byte) (int, error) { return len(b), nil }

func retitle(t *testing.T, w *workflow.Work, title string) {
	t.Helper()
	must(t, w.Edit(t.Context(), func(st *model.Step) error {
		return st.SetText(w.ID(), model.FieldTitle, model.Finnish, title)
	}))
}

func TestAFileIsComparedWithWhatIsKept(t *testing.T) {
	desk, store := laptop(t, "0000000000001")
	older := worktest.OpenExample(t, desk, "vaasa-2019-2022")
	gone := worktest.OpenExample(t, desk, "vaasa-2019-2022")
	_, err := desk.Export(t.Context(), "a.tkbackup", "", false)
	must(t, err)
	retitle(t, older, "Jatkettu")
	fresh := worktest.OpenExample(t, desk, "vaasa-2019-2022")
	must(t, store.Discard(t.Context(), gone.ID()))
	must(t, store.Remove(t.Context(), gone.ID()))

	unpacked, err := desk.Unpack(t.Context(), "a.tkbackup", "")
	must(t, err)
	holdings, err := desk.Compare(t.Context(), unpacked)
	must(t, err)
	want := map[model.EntityID]workflow.Relation{
		older.ID(): workflow.Older, gone.ID(): workflow.OnlyFile, fresh.ID(): workflow.OnlyHere,
	}
	for _, h := range holdings {
		if h.Relation != want[h.Programme] {
			t.Errorf("%s is %d, want %d", h.Programme, h.Relation, want[h.Programme])
		}
	}
	if len(holdings) != 3 || holdings[2].Leaving != 1 || holdings[1].Coming == 0 {
		t.Errorf("%+v", holdings)
	}

	taken, err := desk.Take(t.Context(), unpacked, gone.ID())
	must(t, err)
	if taken.Programmes != 1 || taken.Changes != holdings[1].Coming {
		t.Errorf("%+v", taken)
	}
	if _, err := desk.Open(t.Context(), gone.ID()); err != nil {
		t.Error("it did not come back:", err)
	}
}

func TestEverythingMovesToAnotherLaptopAndMerges(t *testing.T) {
	desk, store := laptop(t, "0000000000001")
	must(t, desk.Introduce(t.Context(), "sihteeri"))
	must(t, store.SetSetting(t.Context(), workflow.SettingMunicipality+"fi", "Esimerkkikunta"))
	work := worktest.OpenExample(t, desk, "vaasa-2019-2022")
	must(t, work.RecordDecision(t.Context(), decided()))
	must(t, work.Lock(t.Context()))
	must(t, store.Archive(t.Context(), work.ID(), true))
	if _, err := desk.Export(t.Context(), "muutto.tkbackup", "", true); err == nil {
		t.Fatal("names went out without a passphrase")
	}
	_, err := desk.Export(t.Context(), "muutto.tkbackup", "salaisuus", true)
	must(t, err)

	other, otherStore := laptop(t, "0000000000002")
	store.Carry(otherStore)
	unpacked, err := other.Unpack(t.Context(), "muutto.tkbackup", "salaisuus")
	must(t, err)
	taken, err := other.Take(t.Context(), unpacked, work.ID())
	must(t, err)
	versions, err := otherStore.Versions(t.Context(), work.ID())
	must(t, err)
	identity, err := other.Identity(t.Context())
	must(t, err)
	archived, err := otherStore.Archived(t.Context())
	must(t, err)
	persons, err := otherStore.Persons(t.Context())
	must(t, err)
	if taken.Programmes != 1 || len(versions) != 1 || identity.Name.Fi != "Esimerkkikunta" || len(archived) != 1 || len(persons) == 0 {
		t.Errorf("%+v, %d versions, %+v, %d archived, %d names", taken, len(versions), identity, len(archived), len(persons))
	}
	again, err := other.Take(t.Context(), unpacked, work.ID())
	must(t, err)
	if again.Programmes != 0 || again.Changes != 0 {
		t.Errorf("taken twice: %+v", again)
	}
}

func TestFoldersThatWereCopiedByHandAreNotMerged(t *testing.T) {
	desk, store := laptop(t, "0000000000001")
	work := worktest.OpenExample(t, desk, "vaasa-2019-2022")
	_, err := desk.Export(t.Context(), "a.tkbackup", "", false)
	must(t, err)
	// The same folder on another machine, under the same id.
	copied, err := store.Restored("a.tkbackup", "0000000000001")
	must(t, err)
	twin := workflow.NewDesk(copied, worktest.Paper{}, workflow.Options{Clock: worktest.Clock(), Random: zeros{}})
	theirs, err := twin.Open(t.Context(), work.ID())
	must(t, err)
	must(t, theirs.Edit(t.Context(), func(st *model.Step) error {
		if err := st.SetText(work.ID(), model.FieldTitle, model.Finnish, "Siellä"); err != nil {
			return err
		}
		return st.SetText(work.ID(), model.FieldSubtitle, model.Finnish, "Siellä")
	}))
	_, err = twin.Export(t.Context(), "b.tkbackup", "", false)
	must(t, err)
	retitle(t, work, "Täällä")
	copied.Carry(store)
	unpacked, err := desk.Unpack(t.Context(), "b.tkbackup", "")
	must(t, err)
	before := work.State().Digest()
	if _, err := desk.Take(t.Context(), unpacked, work.ID()); !errors.Is(err, workflow.ErrForked) {
		t.Fatal(err)
	}
	after, err := desk.Open(t.Context(), work.ID())
	must(t, err)
	if after.State().Digest() != before {
		t.Error("something was taken all the same")
	}
}

func TestAFileThatCannotBeUsedIsToldByItsName(t *testing.T) {
	desk, _ := worktest.NewDesk()
	worktest.OpenExample(t, desk, "vaasa-2019-2022")
	_, err := desk.Export(t.Context(), "/media/tikku/muutto.tkbackup", "oikea", true)
	must(t, err)
	for path, want := range map[string]string{
		"/media/tikku/muutto.tkbackup": "error.file.passphrase", "/media/tikku/kuva.png": "error.file.notStore",
	} {
		_, err := desk.Unpack(t.Context(), path, "väärä")
		key, args := desk.Sentence(err)
		if key != want || args["file"] == "" {
			t.Errorf("%s: %s, %v", path, key, args)
		}
	}
}
