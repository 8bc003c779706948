package storage

import (
	"testing"

	"tavoitekartta/model"
	"tavoitekartta/model/logtest"
)

func TestTheLogOfAProgrammePassesTheSuite(t *testing.T) {
	t.Parallel()
	logtest.Run(t, func(t *testing.T) model.Log {
		store := openStore(t, t.TempDir())
		t.Cleanup(func() { closeStore(t, store) })
		return store.Log(logtest.Changes(t, 0)[0].Programme)
	})
}

func TestAChangeAppendedToTheLogIsAppliedToTheState(t *testing.T) {
	here, there := openStore(t, t.TempDir()), openStore(t, t.TempDir())
	defer closeStore(t, here)
	defer closeStore(t, there)
	state, programme := addProgramme(t, here, "Nimi", 3)
	if _, err := model.Merge(t.Context(), there.Log(programme), here.Log(programme)); err != nil {
		t.Fatal(err)
	}
	copied, err := there.Load(t.Context(), programme)
	must(t, err)
	if copied.Digest() != state.Digest() {
		t.Fatal("the merged state differs")
	}
	if there.NextSeq() != 1 {
		t.Fatal("another replica's changes moved the own number")
	}
	setTitle(t, there, copied, "Toinen kone")
	if _, err := model.Merge(t.Context(), here.Log(programme), there.Log(programme)); err != nil {
		t.Fatal(err)
	}
	if got := titleOf(t, here, programme); got != "Toinen kone" {
		t.Fatal(got)
	}
}
