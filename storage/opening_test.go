package storage

import (
	"os"
	"path/filepath"
	"testing"
)

func TestAnOpeningKnowsWhetherTheLastEndWasClean(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	store := openStore(t, dir)
	if !store.Opening().Clean {
		t.Error("a new folder was not closed properly")
	}
	addProgramme(t, store, "Ohjelma", 2)
	closeStore(t, store)
	store = openStore(t, dir)
	if !store.Opening().Clean {
		t.Error("a closed folder counts as left open")
	}
	closeStore(t, store)
	must(t, os.Remove(filepath.Join(dir, dataFolder, endName))) // as after a kill
	store = openStore(t, dir)
	if opening := store.Opening(); opening.Clean || opening.Replayed != 0 {
		t.Errorf("a folder left open: %+v", opening)
	}
	closeStore(t, store)
	store = openStore(t, dir)
	if !store.Opening().Clean {
		t.Error("the opening after that one is not clean")
	}
	closeStore(t, store)
}
