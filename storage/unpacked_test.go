package storage

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tavoitekartta/model"
)

const secret = "kolme sanaa ja luku 7"

func exportMove(t testing.TB, store *Store) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "muutto.tkbackup")
	info, err := store.ExportMove(t.Context(), path, secret)
	must(t, err)
	if !info.Names || !info.Encrypted {
		t.Fatalf("%+v", info)
	}
	return path
}

func TestAMoveFileCarriesNamesUnderItsPassphraseAlone(t *testing.T) {
	store := openStore(t, t.TempDir())
	defer closeStore(t, store)
	_, programme := addProgramme(t, store, "Nimi", 2)
	must(t, store.PutName(t.Context(), "p", "sihteeri"))
	must(t, store.PutName(t.Context(), "q", "poistettu"))
	must(t, store.EraseName(t.Context(), "q"))
	if _, err := store.ExportMove(t.Context(), filepath.Join(t.TempDir(), "x"), ""); !errors.Is(err, ErrPassphrase) {
		t.Fatal("names without a passphrase:", err)
	}
	path := exportMove(t, store)
	bytesOf, err := os.ReadFile(path)
	must(t, err)
	if bytes.Contains(bytesOf, []byte("sihteeri")) {
		t.Error("the name stands in the file as it is")
	}
	for _, wrong := range []string{"", "toinen"} {
		if _, err := store.Unpack(t.Context(), path, wrong); !errors.Is(err, ErrPassphrase) {
			t.Errorf("passphrase %q: %v", wrong, err)
		}
	}

	dir := filepath.Join(t.TempDir(), "uusi kone åäö")
	must(t, Restore(t.Context(), dir, path, secret, Options{}))
	laptop := openStore(t, dir)
	defer closeStore(t, laptop)
	if laptop.Replica() == store.Replica() || titleOf(t, laptop, programme) != "Nimi" {
		t.Error("the new laptop is not a replica of its own with the programme")
	}
	if name, err := laptop.Name(t.Context(), "p"); name != "sihteeri" || err != nil {
		t.Errorf("name %q, %v", name, err)
	}
	if persons, _ := laptop.Persons(t.Context()); len(persons) != 1 {
		t.Errorf("persons %v", persons)
	}
	if left, _ := filepath.Glob(filepath.Join(dir, "data", "*", "*sihteeri*")); len(left) > 0 {
		t.Error(left)
	}
}

func TestAPlainBackupHoldsNoNames(t *testing.T) {
	store := openStore(t, t.TempDir())
	defer closeStore(t, store)
	addProgramme(t, store, "Nimi", 1)
	must(t, store.PutName(t.Context(), "p", "sihteeri"))
	info, err := store.Backup(t.Context())
	must(t, err)
	unpacked, err := store.Unpack(t.Context(), info.Path, "")
	must(t, err)
	defer func() { must(t, unpacked.Close()) }()
	if info.Names || len(unpacked.Names()) != 0 {
		t.Error("a backup carries names")
	}
}

func TestANameErasedHereDoesNotComeBackInAFile(t *testing.T) {
	store := openStore(t, t.TempDir())
	defer closeStore(t, store)
	must(t, store.PutName(t.Context(), "p", "sihteeri"))
	must(t, store.EraseName(t.Context(), "p"))
	must(t, store.AddNames(t.Context(), map[model.PersonID]string{"p": "sihteeri", "q": "jäsen"}))
	erased, err := store.Name(t.Context(), "p")
	must(t, err)
	added, err := store.Name(t.Context(), "q")
	must(t, err)
	if erased != "" || added != "jäsen" {
		t.Errorf("%q and %q", erased, added)
	}
}

func TestAnUnpackedBackupIsReadAndLeavesNothingBehind(t *testing.T) {
	dir := t.TempDir()
	store := openStore(t, dir)
	defer closeStore(t, store)
	state, programme := addProgramme(t, store, "Ennen", 2)
	version, document := sampleVersion(programme, 1, 700_000)
	must(t, store.SaveVersion(t.Context(), version, [][]byte{document}))
	must(t, store.SetSetting(t.Context(), "colour", "#0E5366"))
	info, err := store.Backup(t.Context())
	must(t, err)
	setTitle(t, store, state, "Jälkeen")

	unpacked, err := store.Unpack(t.Context(), info.Path, "")
	must(t, err)
	summaries, err := unpacked.Programmes(t.Context())
	must(t, err)
	if len(summaries) != 1 || summaries[0].Title.Fi != "Ennen" || summaries[0].Counts.Goals != 2 {
		t.Errorf("%+v", summaries)
	}
	changes, err := model.ReadLog(t.Context(), unpacked.Log(programme), nil)
	must(t, err)
	if len(changes) == 0 {
		t.Error("no changes")
	}
	versions, err := unpacked.Versions(t.Context(), programme)
	must(t, err)
	bytesOf, err := unpacked.Document(t.Context(), programme, 1, 0)
	if err != nil || len(versions) != 1 || !bytes.Equal(bytesOf, document) {
		t.Error("the version is not whole", err)
	}
	if colour, _ := unpacked.Setting(t.Context(), "colour"); colour != "#0E5366" {
		t.Errorf("setting %q", colour)
	}
	must(t, unpacked.Close())
	if left := listing(t, dir); strings.Contains(left, checkPrefix) {
		t.Error("something is left of it:", left)
	}
}

func TestWhatIsNoBackupIsNotUnpacked(t *testing.T) {
	store := openStore(t, t.TempDir())
	defer closeStore(t, store)
	addProgramme(t, store, "Nimi", 20)
	info, err := store.Backup(t.Context())
	must(t, err)
	whole, err := os.ReadFile(info.Path)
	must(t, err)
	newer := append(stamp(magicBackup, versionBackup+1), whole[stampSize:]...)
	flipped := bytes.Clone(whole)
	flipped[len(flipped)/2] ^= 1
	for name, c := range map[string]struct {
		data []byte
		want error
	}{
		"another kind": {[]byte("%PDF-1.7 something quite different"), ErrNotStore},
		"empty":        {nil, ErrNotStore},
		"cut short":    {whole[:len(whole)/2], ErrDamaged},
		"a bit":        {flipped, ErrDamaged},
		"newer":        {newer, ErrNewer},
	} {
		path := filepath.Join(t.TempDir(), name)
		must(t, os.WriteFile(path, c.data, 0o600))
		if _, err := store.Unpack(t.Context(), path, ""); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if left, _ := filepath.Glob(filepath.Join(store.folder, checkPrefix+"*")); len(left) > 0 {
		t.Error("folders are left:", left)
	}
}
